//! What a person set is what the screen does.

use nashra::config::settings::{ListCursor, Setting, Settings};
use nashra::config::terminal::{TerminalMode, VowelMarks};
use nashra::config::theme::ThemeName;
use nashra::store::CorpusState;
use nashra::view::message::{Effect, Message};
use ratatui::style::Modifier;

use super::fixture::{Fixture, corpus};

fn without_isolates(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// The cells of the row under the list's cursor that are reversed.
fn reversed(fixture: &mut Fixture) -> usize {
    let list = fixture.view.geometry().list.expect("a list");
    let buffer = fixture.buffer();
    (list.x..list.x + list.width)
        .filter(|&x| buffer[(x, list.y)].modifier.contains(Modifier::REVERSED))
        .count()
}

#[test]
fn the_cursor_of_the_list_is_a_handle_or_the_whole_row() {
    let mut handle = Fixture::new(120, 30);
    let mut row = Fixture::set(
        120,
        30,
        Settings {
            list_cursor: ListCursor::Row,
            ..Settings::default()
        },
    );
    let width = usize::from(row.view.geometry().list.unwrap().width);
    assert!((1..width).contains(&reversed(&mut handle)));
    assert_eq!(reversed(&mut row), width);
}

#[test]
fn the_keys_in_the_bottom_line_can_be_left_out_but_not_those_of_a_menu() {
    let mut fixture = Fixture::set(
        120,
        30,
        Settings {
            hints: false,
            ..Settings::default()
        },
    );
    fixture.press("j");
    assert!(!fixture.bottom().contains("keys"), "{}", fixture.bottom());
    fixture.press(",");
    assert!(fixture.bottom().contains("date"), "{}", fixture.bottom());
}

#[test]
fn a_measure_is_that_of_every_script() {
    let mut fixture = Fixture::set(
        160,
        30,
        Settings {
            measure: Some(40),
            ..Settings::default()
        },
    );
    for _ in 0..5 {
        assert_eq!(fixture.view.reader().column().measure, 40);
        fixture.press("j");
    }
}

/// Types a line into the palette and runs it.
fn run(fixture: &mut Fixture, line: &str) {
    fixture.press(":").type_text(line).press("enter");
}

/// What the notice says.
fn notice(fixture: &mut Fixture) -> String {
    let notice = fixture.view.status().notice;
    without_isolates(&notice.expect("a notice").0)
}

/// The rows of the sheet on the screen, without the top and the bottom line.
fn sheet(fixture: &mut Fixture) -> Vec<String> {
    let screen = fixture.screen();
    let rows = screen.lines().skip(2).map(str::trim);
    let rows = rows.filter(|row| !row.is_empty()).map(ToOwned::to_owned);
    let mut rows: Vec<String> = rows.collect();
    rows.pop();
    rows
}

#[test]
fn every_setting_can_be_set_while_it_runs_and_says_its_value() {
    for setting in Setting::ALL {
        for value in setting.values().filter(|value| !value.contains(' ')) {
            let mut fixture = Fixture::new(120, 30);
            run(&mut fixture, &format!("set {} {value}", setting.name));
            assert!(fixture.view.sheet().is_none());
            let expected = format!("{}: {value}", setting.name);
            let said = notice(&mut fixture);
            assert!(said.starts_with(&expected), "{said}");
            run(&mut fixture, &format!("set {}", setting.name));
            assert_eq!(notice(&mut fixture), said);
        }
    }
}

#[test]
fn what_is_set_has_effect_at_once() {
    let mut fixture = Fixture::new(120, 30);
    run(&mut fixture, "set theme=light");
    assert_eq!(fixture.view.theme(), ThemeName::Light);
    run(&mut fixture, "set theme = \"auto\"");
    assert_eq!(fixture.view.theme(), ThemeName::Dark);
    run(&mut fixture, "set measure 40");
    assert_eq!(fixture.view.reader().column().measure, 40);
    run(&mut fixture, "set measure auto");
    assert_ne!(fixture.view.reader().column().measure, 40);
    run(&mut fixture, "set list.cursor row");
    assert_eq!(fixture.view.list_cursor(), ListCursor::Row);
    run(&mut fixture, "set hints false");
    fixture.press("j");
    assert!(!fixture.bottom().contains("keys"), "{}", fixture.bottom());
    fixture.effects.clear();
    run(&mut fixture, "set mouse off");
    run(&mut fixture, "set terminal-mode kitty");
    run(&mut fixture, "set terminal-mode auto");
    run(&mut fixture, "set vowel-marks hide");
    run(&mut fixture, "set plain on");
    assert!(fixture.view.is_plain());
    assert_eq!(fixture.view.theme(), ThemeName::Mono);
    assert!(!fixture.screen().contains(['│', '┃']));
    run(&mut fixture, "set terminal-mode kitty");
    assert!(notice(&mut fixture).starts_with("plain screen"));
    run(&mut fixture, "set terminal-mode auto");
    run(&mut fixture, "set plain off");
    assert!(!fixture.view.is_plain());
    assert_eq!(fixture.view.theme(), ThemeName::Dark);
    run(&mut fixture, "set alt-screen off");
    let asked = |effect: &&Effect| {
        matches!(
            effect,
            Effect::SetMouse(_)
                | Effect::SetTerminalMode(_)
                | Effect::SetVowelMarks(_)
                | Effect::SetPlain(..)
                | Effect::SetAlternateScreen(_)
        )
    };
    let effects: Vec<Effect> = fixture.effects.iter().filter(asked).cloned().collect();
    assert_eq!(
        effects,
        [
            Effect::SetMouse(false),
            Effect::SetTerminalMode(Some(TerminalMode::Kitty)),
            Effect::SetTerminalMode(None),
            Effect::SetVowelMarks(VowelMarks::Hide),
            Effect::SetPlain(true, None),
            Effect::SetPlain(false, None),
            Effect::SetAlternateScreen(false),
        ]
    );
    run(&mut fixture, "set low-bandwidth on");
    assert!(fixture.bottom().contains("slow") || fixture.bottom().contains("low-bandwidth: on"));
    assert_eq!(fixture.view.list_cursor(), ListCursor::Handle);
    run(&mut fixture, "set low-bandwidth auto");
    assert_eq!(fixture.view.list_cursor(), ListCursor::Row);
}

#[test]
fn another_language_turns_the_whole_interface_at_once() {
    let mut fixture = Fixture::new(160, 30);
    run(&mut fixture, "set ui-lang ar");
    let mut arabic = Fixture::of(corpus(), 160, 30, "ar", CorpusState::default());
    arabic.press(": esc");
    fixture.press("j k");
    arabic.press("j k");
    assert_eq!(fixture.screen(), arabic.screen());
    run(&mut fixture, "set digits latn");
    fixture.press("j");
    assert!(!fixture.bottom().contains('٢'), "{}", fixture.bottom());
    run(&mut fixture, "set ui-lang auto");
    run(&mut fixture, "set digits auto");
    let mut english = Fixture::new(160, 30);
    fixture.press("k");
    english.press("j k");
    assert_eq!(fixture.screen(), english.screen());
}

#[test]
fn a_wrong_setting_or_value_is_named_with_what_it_can_be() {
    let mut fixture = Fixture::new(160, 30);
    for (line, said) in [
        (
            "set theme pink",
            "! theme cannot be “pink” · it can be auto, dark",
        ),
        (
            "set theme ligth",
            "! theme cannot be “ligth” · did you mean “light”?",
        ),
        (
            "set thme dark",
            "! there is no setting “thme” · did you mean “theme”?",
        ),
        (
            "set themes",
            "! there is no setting “themes” · did you mean “theme”?",
        ),
        (
            "set measure 9",
            "! measure cannot be “9” · did you mean “30”?",
        ),
    ] {
        run(&mut fixture, line);
        let bottom = without_isolates(&fixture.bottom());
        assert!(bottom.contains(said), "{line}: {bottom}");
    }
    assert_eq!(fixture.view.theme(), ThemeName::Dark);
}

#[test]
fn the_palette_lists_settings_then_the_values_of_one() {
    let mut fixture = Fixture::new(100, 30);
    fixture.press(":").type_text("set ");
    let rows = sheet(&mut fixture);
    assert_eq!(rows.len(), Setting::ALL.len(), "{rows:#?}");
    assert!(
        rows[0].contains("theme") && rows[0].ends_with("auto"),
        "{rows:?}"
    );
    fixture.type_text("low");
    assert!(sheet(&mut fixture)[0].contains("low-bandwidth"));
    // Enter goes on with the setting under the cursor, and then takes a value.
    fixture.press("enter");
    assert_eq!(fixture.view.sheet().unwrap().typed(), "set low-bandwidth ");
    let rows = sheet(&mut fixture);
    assert_eq!(rows, ["▌ [x] auto", "[ ] on", "[ ] off"]);
    fixture.press("down enter");
    assert!(fixture.view.sheet().is_none());
    assert!(without_isolates(&fixture.bottom()).contains("low-bandwidth: on"));
    // Tab completes, and the command itself is found by name.
    fixture.press(":").type_text("se").press("tab");
    assert_eq!(fixture.view.sheet().unwrap().typed(), "set ");
    fixture.type_text("mea").press("tab");
    assert_eq!(fixture.view.sheet().unwrap().typed(), "set measure ");
    assert!(without_isolates(&fixture.screen()).contains("a number from 30 to 90"));
    fixture.type_text("66").press("enter");
    assert!(without_isolates(&fixture.bottom()).contains("measure: 66"));
}

#[test]
fn problems_at_the_start_are_one_notice_and_a_list() {
    let mut fixture =
        Fixture::importing(100, 30, "en", CorpusState::default(), Settings::default());
    let texts = ["config.toml, line 1: one", "keys.toml, line 2: two"];
    fixture.tell(Message::Warnings(texts.map(ToOwned::to_owned).to_vec(), 0));
    fixture.tell(Message::Articles(corpus(), 10));
    fixture.tell(Message::Imported(10));
    let bottom = without_isolates(&fixture.bottom());
    assert!(
        bottom.contains("! 2 problems at the start · :messages"),
        "{bottom}"
    );
    run(&mut fixture, "messages");
    let screen = fixture.screen();
    assert!(texts.iter().all(|text| screen.contains(text)), "{screen}");
    let mut fixture =
        Fixture::importing(100, 30, "en", CorpusState::default(), Settings::default());
    fixture.tell(Message::Warnings(vec![texts[0].to_owned()], 0));
    assert!(fixture.bottom().contains("! config.toml, line 1: one"));
}

#[test]
fn a_persons_key_is_what_the_screen_shows() {
    let keys = "[global]\n\"ctrl-x\" = \"help\"\n\"?\" = \"none\"\n[list]\nx = \"toggle-star\"\n\", x\" = \"top\"\n\"X Y Z\" = \"quit\"\n";
    let mut fixture = Fixture::with_keys(120, 60, keys);
    fixture.press("j k");
    assert!(
        fixture.bottom().contains("Ctrl-X keys"),
        "{}",
        fixture.bottom()
    );
    fixture.press("x");
    assert!(fixture.screen().contains('★'));
    fixture.press("?");
    assert!(fixture.view.sheet().is_none());
    fixture.press("ctrl-x");
    let screen = fixture.screen();
    let star = screen.lines().find(|line| line.ends_with("star")).unwrap();
    assert!(
        star.trim_start_matches(['▌', ' ']).starts_with('x'),
        "{star}"
    );
    assert!(screen.contains("Ctrl-X F1"), "{screen}");
    fixture.press("esc :").type_text("toggle-star");
    let row = fixture.screen();
    let row = row
        .lines()
        .find(|line| line.contains("toggle-star  "))
        .unwrap();
    assert!(row.ends_with('x'), "{row}");
    fixture.press("esc ,");
    let bottom = fixture.bottom();
    assert!(
        bottom.contains("x first") && bottom.contains("d date"),
        "{bottom}"
    );
    fixture.press("esc X");
    assert!(fixture.bottom().contains("Y …"), "{}", fixture.bottom());
    fixture.press("Y Z");
    assert_eq!(fixture.effects.last(), Some(&Effect::Quit));
}
