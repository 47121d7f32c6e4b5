//! Screens of 80x24 in every language of the interface: nothing is cut that must be
//! read, and what is mirrored is mirrored.

use std::sync::Arc;

use nashra::config::keymap::{Context, Keymap};
use nashra::config::terminal::TerminalMode;
use nashra::store::CorpusState;
use nashra::text::{BaseDirection, Paragraph, ParagraphStyle};
use nashra::view::geometry::Pane;
use nashra::view::message::Message;

use super::fixture::{Fixture, corpus};

const INTERFACES: [&str; 3] = ["en", "ar", "de"];

fn fixture(interface: &str) -> Fixture {
    Fixture::of(corpus(), 80, 24, interface, CorpusState::default())
}

/// A text of the interface as its cells show it.
fn shown(text: &str, interface: &str) -> String {
    let text: Arc<str> = Arc::from(text);
    let style = ParagraphStyle {
        base: if interface == "ar" {
            BaseDirection::Rtl
        } else {
            BaseDirection::Ltr
        },
        ..ParagraphStyle::default()
    };
    let line = Paragraph::new(&text, 0..text.len(), &style).fit(usize::MAX, "…");
    line.cells().map(|cell| cell.glyph).collect()
}

/// The rows of a sheet, from its first page to its last.
fn pages(fixture: &mut Fixture, down: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for _ in 0..200 {
        let screen = fixture.screen();
        let page: Vec<String> = screen.lines().skip(1).map(str::to_owned).collect();
        if rows.ends_with(&page) {
            return rows;
        }
        rows.extend(page);
        fixture.press(down);
    }
    panic!("the sheet has no end");
}

#[test]
fn nothing_of_a_sheet_is_cut() {
    for interface in INTERFACES {
        for (keys, down) in [
            ("?", "pgdn"),
            ("enter ?", "pgdn"),
            ("tab tab ?", "pgdn"),
            ("? /", "down"),
            (":", "pgdn"),
            ("L", "pgdn"),
            ("i", "pgdn"),
            ("enter ] enter", "pgdn"),
            ("f3", "f12"),
            ("f3 5", "f12"),
        ] {
            let mut fixture = fixture(interface);
            fixture.press(keys);
            assert!(fixture.view.sheet().is_some(), "{keys}");
            for row in pages(&mut fixture, down) {
                assert!(!row.contains('…'), "{interface}: {keys}: {row}");
            }
        }
    }
}

#[test]
fn a_sheet_begins_with_its_first_heading() {
    for interface in INTERFACES {
        let mut fixture = fixture(interface);
        let heading = fixture.view.strings().text("group-move").into_owned();
        let screen = fixture.press("?").screen();
        let row = screen.lines().nth(2).unwrap_or_default();
        assert_eq!(row.trim(), shown(&heading, interface), "{screen}");
    }
}

/// What the bottom line says of a pane, at the side where the interface begins.
fn begins(bottom: &str, text: &str, interface: &str) -> bool {
    let text = shown(text, interface);
    if interface == "ar" {
        bottom.ends_with(&text)
    } else {
        bottom.starts_with(&text)
    }
}

#[test]
fn the_pane_where_one_is_and_the_way_to_the_help_are_never_cut() {
    for interface in INTERFACES {
        for columns in (60..=120).step_by(5) {
            for (pane, keys) in [
                ("pane-list", "j"),
                ("pane-reader", "enter"),
                ("pane-names", "tab tab"),
            ] {
                let mut fixture = fixture(interface);
                fixture.resize(columns, 24);
                // As many states as there are.
                fixture.tell(Message::Problem("dump.jsonl:3: no JSON".to_owned(), None));
                fixture.tell(Message::Terminal {
                    mode: TerminalMode::Visual,
                    is_guess: true,
                });
                fixture.press(&format!(". , w {keys}"));
                fixture.press("f12");
                let bottom = fixture.bottom();
                let strings = fixture.view.strings();
                let name = strings.text(pane).into_owned();
                let help = format!("\u{2066}?\u{2069} {}", strings.text("bar-help"));
                let help = shown(&help, interface);
                let said = format!("{interface} {columns}: {bottom}");
                assert!(begins(&bottom, &name, interface), "{said}");
                let place = fixture.view.status().states.first().cloned();
                let place = format!("{name} {}", place.unwrap_or_default());
                assert!(begins(&bottom, &place, interface), "{said}");
                let at_end = if interface == "ar" {
                    bottom.starts_with(&help)
                } else {
                    bottom.ends_with(&help)
                };
                assert!(at_end, "{said}");
            }
        }
    }
}

#[test]
fn a_notice_is_read_whole_and_the_states_make_room() {
    for interface in INTERFACES {
        for hint in Keymap::builtin().hints() {
            let mut fixture = fixture(interface);
            let keys = hint.keys.first().unwrap().to_string();
            let place = match hint.contexts.first() {
                Some(Context::Names) => "tab tab",
                Some(Context::Reader) => "enter",
                _ => "g",
            };
            fixture.press(&format!("{place} {keys}"));
            let notice = fixture.view.status().notice.map(|(text, _)| text);
            let notice = shown(&notice.unwrap(), interface);
            let bottom = fixture.bottom();
            assert!(bottom.contains(&notice), "{interface}: {keys}: {bottom}");
        }
    }
}

#[test]
fn panes_and_lines_are_mirrored_in_arabic() {
    let mut english = fixture("en");
    let mut arabic = fixture("ar");
    for fixture in [&mut english, &mut arabic] {
        fixture.press("j");
    }
    let mirrored = |area: nashra::view::geometry::Area| 80 - area.x - area.width;
    for pane in Pane::ALL {
        let (left, right) = (
            english.view.geometry().area(pane),
            arabic.view.geometry().area(pane),
        );
        assert_eq!(left.map(|area| area.x), right.map(mirrored), "{pane:?}");
    }
    let rows = |fixture: &mut Fixture| -> Vec<Vec<String>> {
        let buffer = fixture.buffer();
        (0..24)
            .map(|y| {
                (0..80)
                    .map(|x| buffer[(x, y)].symbol().to_owned())
                    .collect()
            })
            .collect()
    };
    let (left, right) = (rows(&mut english), rows(&mut arabic));
    // The cursor's mark, the sign of what is unread, and the column of the language.
    for (column, sign) in [(0, "▌"), (1, "●")] {
        assert_eq!(left[2][column], sign);
        assert_eq!(right[2][79 - column], sign);
    }
    let tag = left[2].iter().position(|symbol| symbol == "e").unwrap();
    let mirrored = right[2].iter().rposition(|symbol| symbol == "n").unwrap();
    assert_eq!(tag, 79 - mirrored, "the tag is at the other side");
    // Place and languages, state and keys.
    let screen = arabic.screen();
    let top = screen.lines().next().unwrap_or_default();
    assert!(top.ends_with("corpus ‹ nashra"), "{top}");
    let bottom = arabic.bottom();
    let pane = arabic.view.strings().text("pane-list").into_owned();
    assert!(begins(&bottom, &pane, "ar"), "{bottom}");
}

#[test]
fn keys_and_hotkeys_stand_as_they_are_printed() {
    for interface in INTERFACES {
        let mut palette = fixture(interface);
        palette.press("enter :");
        let rows = pages(&mut palette, "pgdn").join("\n");
        let keymap = Keymap::builtin();
        for (_, row) in keymap.rows_in(Context::Reader) {
            let Some(keys) = row.keys.first().filter(|_| row.keys.len() == 1) else {
                continue;
            };
            let label = keys.label();
            let found = rows.lines().any(|line| {
                let line = line.replace('▌', " ");
                let words: Vec<&str> = line.split("  ").map(str::trim).collect();
                words.contains(&label.as_str()) && words.contains(&row.action.name())
            });
            assert!(found, "{interface}: {label} of {}\n{rows}", row.action);
        }
        let mut fixture = fixture(interface);
        let screen = fixture.screen();
        let top = screen.lines().next().unwrap_or_default();
        for hotkey in ["0", "1", "2", "3", "4"] {
            assert!(top.contains(hotkey), "{interface}: {top}");
        }
        fixture.press(",");
        let bottom = fixture.bottom();
        for key in ["d", "t", "s", "l", "w", "r"] {
            assert!(bottom.split(' ').any(|word| word == key), "{bottom}");
        }
    }
}

#[test]
fn an_empty_screen_says_why_without_a_cut() {
    for interface in INTERFACES {
        for columns in [40, 60, 80, 100, 120] {
            for keys in ["1 /", "/", ". M"] {
                let mut fixture = fixture(interface);
                fixture.resize(columns, 24).press(keys);
                if keys.ends_with('/') {
                    fixture.type_text("qqqq").press("enter");
                }
                let screen = fixture.screen();
                let body: Vec<&str> = screen.lines().skip(1).take(22).collect();
                let list = body.join("\n");
                if fixture.listed().is_empty() {
                    assert!(!list.contains('…'), "{interface} {columns}: {screen}");
                }
            }
            let mut empty = Fixture::of(Vec::new(), columns, 24, interface, CorpusState::default());
            let screen = empty.press("tab tab").screen();
            assert!(!screen.contains('…'), "{interface} {columns}: {screen}");
        }
    }
}
