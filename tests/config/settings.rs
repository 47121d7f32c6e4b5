//! Settings: defaults, the file over them, then the environment, then the command line.

use std::path::PathBuf;

use nashra::config::number::Digits;
use nashra::config::paths;
use nashra::config::problem::{Fault, Place, SettingFault};
use nashra::config::settings::{Layers, ListCursor, Setting, Settings, Source};
use nashra::config::strings::{Locale, Strings};
use nashra::config::theme::{ColorDepth, ThemeName};

fn environment(variables: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
    |name| {
        let found = variables.iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| (*value).to_owned())
    }
}

/// The layers of a file and an environment.
fn layers(file: &str, variables: &'static [(&str, &str)]) -> Layers {
    let mut layers = Layers::default();
    layers.file("config.toml", file.as_bytes());
    layers.environment(environment(variables));
    layers
}

fn messages(layers: &Layers) -> Vec<String> {
    layers.problems.iter().map(ToString::to_string).collect()
}

fn source(layers: &Layers, name: &str) -> String {
    layers.source(Setting::of(name).unwrap()).to_string()
}

#[test]
fn without_layers_there_are_the_defaults() {
    let layers = layers("", &[]);
    assert_eq!(
        (&layers.settings, messages(&layers)),
        (&Settings::default(), vec![])
    );
    for setting in Setting::ALL {
        assert_eq!(layers.source(setting), Source::Default);
    }
}

#[test]
fn each_layer_goes_over_the_one_before() {
    let file = "theme = \"dark\"\nmeasure = 66\nhints = false\n\n[list]\ncursor = \"row\"\n";
    let variables = &[("NASHRA_MEASURE", "60"), ("NASHRA_HINTS", "")];
    let mut layers = layers(file, variables);
    assert_eq!(messages(&layers), [""; 0]);
    assert_eq!(layers.settings.theme, Some(ThemeName::Dark));
    assert_eq!(layers.settings.list_cursor, ListCursor::Row);
    assert!(!layers.settings.hints, "an empty variable is unset");
    assert_eq!(layers.settings.measure, Some(60));
    layers.flag("--theme", "theme", "light").unwrap();
    layers.flag("--ui-lang", "ui-lang", "ar_EG.UTF-8").unwrap();
    assert_eq!(layers.settings.theme, Some(ThemeName::Light));
    assert_eq!(layers.settings.ui_lang.unwrap().tag, "ar");
    for (name, expected) in [
        ("theme", "--theme"),
        ("measure", "NASHRA_MEASURE"),
        ("hints", "config.toml:3"),
        ("list.cursor", "config.toml:6"),
        ("mouse", "default"),
    ] {
        assert_eq!(source(&layers, name), expected);
    }
    let error = layers.flag("--theme", "theme", "pink").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("--theme: theme cannot be “pink”")
    );
    assert_eq!(layers.settings.theme, Some(ThemeName::Light));
}

#[test]
fn what_cannot_be_taken_is_named_with_its_line_and_the_rest_holds() {
    let file = "# mine\nthme = \"dark\"\nmeasure = 9000\nhints = \"of\"\nmouse = of\n\
                digits = [\"latn\"]\nmeasure = 40\nlow_bandwidth = true\nui-lang = \"de\"\n";
    let layers = layers(file, &[("NASHRA_VOWEL_MARKS", "shwo")]);
    let names: Vec<&str> = Setting::names().collect();
    let names = names.join(", ");
    assert_eq!(
        messages(&layers),
        [
            format!("config.toml, line 2: there is no setting “thme” · did you mean “theme”? · there are {names}"),
            "config.toml, line 3: measure cannot be “9000” · did you mean “90”? · it can be auto, 30 to 90".to_owned(),
            "config.toml, line 4: hints cannot be “of” · did you mean “off”? · it can be on, off".to_owned(),
            "config.toml, line 5: text needs quotes: \"of\"".to_owned(),
            "config.toml, line 6: digits cannot be “[\"latn\"]” · it can be auto, latn".to_owned(),
            "config.toml, line 7: “measure” stands there twice; the first counts".to_owned(),
            format!("config.toml, line 8: there is no setting “low_bandwidth” · did you mean “low-bandwidth”? · there are {names}"),
            "NASHRA_VOWEL_MARKS: vowel-marks cannot be “shwo” · did you mean “show”? · it can be auto, show, hide".to_owned(),
        ]
    );
    let expected = Settings {
        ui_lang: Locale::of("de"),
        ..Settings::default()
    };
    assert_eq!(layers.settings, expected);
}

#[test]
fn a_file_that_is_none_costs_one_message() {
    for file in [&b"\x00\x01PNG\nfoo bar\n]]\n"[..], &[0xff, 0xfe, b'a', 0]] {
        let mut layers = Layers::default();
        layers.file("config.toml", file);
        assert_eq!(layers.settings, Settings::default());
        let messages = messages(&layers);
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(
            messages[0].starts_with("config.toml, line 1: this is not "),
            "{messages:?}"
        );
    }
}

#[test]
fn every_setting_reads_back_what_it_writes_and_nothing_else() {
    for setting in Setting::ALL {
        let mut settings = Settings::default();
        for value in setting.values().filter(|value| !value.contains(' ')) {
            settings.set(setting.name, value, Place::Typed).unwrap();
            assert_eq!(setting.value(&settings), value, "{}", setting.name);
            let mut layers = Layers::default();
            layers.file("config.toml", setting.line(value).as_bytes());
            assert_eq!(layers.settings, settings, "{}", setting.line(value));
        }
        let before = settings.clone();
        for value in ["\u{1b}[31m", "", "0", "-1", "99999999999999999999"] {
            let problem = settings.set(setting.name, value, Place::Typed).unwrap_err();
            assert!(matches!(
                problem.fault,
                Fault::Setting(SettingFault::Value { .. })
            ));
            assert!(!problem.to_string().contains('\u{1b}'), "{problem}");
        }
        assert_eq!(settings, before);
        assert_eq!(setting.default_value(), setting.value(&Settings::default()));
        let id = setting.text();
        assert_ne!(setting.about(), id, "a string says what it is");
    }
}

#[test]
fn a_file_written_from_the_settings_gives_them_again() {
    let file = "theme = \"mono\"\nmeasure = 50\nmouse = false\nlist.cursor = \"row\"\n";
    let before = layers(file, &[("NASHRA_DIGITS", "latn")]);
    let written = before.written();
    let mut again = Layers::default();
    again.file("config.toml", written.as_bytes());
    assert_eq!(messages(&again), [""; 0], "{written}");
    assert_eq!(again.settings, before.settings);
    assert!(
        written.contains("now latn, from NASHRA_DIGITS\ndigits = \"latn\"\n"),
        "{written}"
    );
    assert!(
        written.contains("now 50, from config.toml:2\nmeasure = 50\n"),
        "{written}"
    );
    assert!(
        written.contains("now on, from default\n# hints = \"on\"\n"),
        "{written}"
    );
}

#[test]
fn problems_are_said_in_every_language() {
    let layers = layers("x = 1\nmeasure = 1\n= 2\nmouse = 1\n", &[]);
    for locale in Locale::ALL {
        let strings = Strings::new(*locale, Digits::Language);
        for problem in &layers.problems {
            let said = problem.said(&strings);
            assert!(
                said.contains("config.toml") && !said.contains(['{', '\n']),
                "{said}"
            );
            assert!(!said.contains("problem-"), "{said}");
        }
    }
}

#[test]
fn no_color_gives_no_colours_unless_a_theme_was_chosen() {
    let mut layers = layers("", &[("NO_COLOR", "1")]);
    let theme = |layers: &Layers, light| layers.settings.theme_for(ColorDepth::Indexed256, light);
    assert_eq!(theme(&layers, false), ThemeName::Mono);
    layers.flag("--theme", "theme", "dark").unwrap();
    assert_eq!(theme(&layers, false), ThemeName::Dark);
    assert_eq!(
        layers.settings.suited_theme(ColorDepth::Indexed256, false),
        ThemeName::Mono
    );
    let mut layers = Layers::default();
    layers.environment(environment(&[("NO_COLOR", "")]));
    assert_eq!(theme(&layers, true), ThemeName::Light);
}

#[test]
fn the_files_can_be_kept_elsewhere() {
    let elsewhere = |name: &str| (name == "NASHRA_CONFIG_DIR").then(|| "/else/where".into());
    assert_eq!(
        paths::config_dir(elsewhere),
        Some(PathBuf::from("/else/where"))
    );
    let empty = |_: &str| Some(std::ffi::OsString::new());
    assert_eq!(paths::config_dir(empty), paths::config_dir(|_| None));
}

#[test]
fn the_library_can_be_kept_elsewhere() {
    let elsewhere = |name: &str| (name == "NASHRA_DATA_DIR").then(|| "/else/where".into());
    assert_eq!(
        paths::data_dir(elsewhere),
        Some(PathBuf::from("/else/where"))
    );
    let empty = |_: &str| Some(std::ffi::OsString::new());
    assert_eq!(paths::data_dir(empty), paths::data_dir(|_| None));
}
