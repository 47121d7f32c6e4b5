//! Settings: defaults, the environment over them, the command line over both.

use std::path::PathBuf;

use nashra::config::paths;
use nashra::config::settings::{ListCursor, Setting, SettingError, Settings};
use nashra::config::theme::{ColorDepth, ThemeName};

fn environment(variables: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
    |name| {
        let found = variables.iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| (*value).to_owned())
    }
}

#[test]
fn an_empty_environment_gives_the_defaults() {
    let (settings, problems) = Settings::from_environment(|_| None);
    assert_eq!((settings, problems), (Settings::default(), vec![]));
}

#[test]
fn each_layer_goes_over_the_one_before() {
    let variables = &[
        ("NASHRA_THEME", "light"),
        ("NASHRA_LIST_CURSOR", "row"),
        ("NASHRA_MEASURE", "60"),
        ("NASHRA_MOUSE", ""),
    ];
    let (mut settings, problems) = Settings::from_environment(environment(variables));
    assert!(problems.is_empty());
    assert_eq!(settings.theme, Some(ThemeName::Light));
    assert_eq!(settings.list_cursor, ListCursor::Row);
    assert!(settings.mouse, "an empty variable is unset");
    settings.set("measure", "auto").unwrap();
    settings.set("ui-lang", "ar_EG.UTF-8").unwrap();
    settings.set("mouse", "off").unwrap();
    assert_eq!((settings.measure, settings.mouse), (None, false));
    assert_eq!(settings.ui_lang.unwrap().tag, "ar");
}

#[test]
fn what_cannot_be_taken_is_named_and_changes_nothing() {
    let variables = &[("NASHRA_MEASURE", "9000"), ("NASHRA_HINTS", "off")];
    let (settings, problems) = Settings::from_environment(environment(variables));
    assert_eq!((settings.measure, settings.hints), (None, false));
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        ["NASHRA_MEASURE: measure cannot be \"9000\"; it can be auto, 30 to 90"]
    );
    let mut settings = Settings::default();
    for setting in Setting::ALL {
        let outcome = settings.set(setting.name, "\u{1b}[31m");
        assert!(
            matches!(outcome, Err(SettingError::Value { .. })),
            "{}",
            setting.name
        );
    }
    assert!(matches!(
        settings.set("colour", "on"),
        Err(SettingError::Unknown { .. })
    ));
    assert_eq!(settings, Settings::default());
}

#[test]
fn no_color_gives_no_colours_unless_a_theme_was_chosen() {
    let (mut settings, _) = Settings::from_environment(environment(&[("NO_COLOR", "1")]));
    assert_eq!(
        settings.theme_for(ColorDepth::Indexed256, false),
        ThemeName::Mono
    );
    settings.set("theme", "dark").unwrap();
    assert_eq!(
        settings.theme_for(ColorDepth::Indexed256, false),
        ThemeName::Dark
    );
    let (settings, _) = Settings::from_environment(environment(&[("NO_COLOR", "")]));
    assert_eq!(
        settings.theme_for(ColorDepth::Indexed256, true),
        ThemeName::Light
    );
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
