//! A plain screen: sentences in logical order, one pane at a time, nothing drawn.

use std::sync::Arc;

use nashra::config::settings::Settings;
use nashra::config::theme::ThemeName;
use nashra::store::CorpusState;
use nashra::text::width::logical_width;
use nashra::view::geometry::Pane;
use nashra::view::message::{Effect, Message};

use super::fixture::{Fixture, article, corpus};

fn plain(columns: u16, rows: u16) -> Fixture {
    in_interface(columns, rows, "en")
}

fn in_interface(columns: u16, rows: u16, interface: &str) -> Fixture {
    let settings = Settings {
        plain: true,
        theme: Some(ThemeName::Mono),
        ..Settings::default()
    };
    let state = CorpusState::default();
    Fixture::open_with(corpus(), columns, rows, interface, state, settings)
}

/// Nothing drawn, nothing joined, nothing turned.
fn check(fixture: &mut Fixture, what: &str) {
    let screen = fixture.screen();
    let bad = screen.chars().find(|c| {
        matches!(
            c,
            '\u{2500}'..='\u{257f}' | '\u{2580}'..='\u{259f}' | '\u{2800}'..='\u{28ff}'
                | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
                | '●' | '★' | '…' | '⋯' | '▸' | '◂' | '›' | '‹' | '¦' | '·'
        )
    });
    assert_eq!(bad, None, "{what}:\n{screen}");
    let frame = fixture.frame();
    assert!(frame.in_logical_order && frame.shows_cursor, "{what}");
    assert!(frame.cursor.is_some(), "{what}");
    assert!(fixture.view.geometry().separators.is_empty(), "{what}");
}

#[test]
fn every_part_of_a_plain_screen_has_its_picture() {
    for (columns, rows) in [(80, 24), (40, 10)] {
        for (name, keys) in [
            ("list", "s j m"),
            ("reader", "enter ]"),
            ("names", "tab tab j"),
            ("help", "?"),
            ("search", "/ s u e z"),
        ] {
            let mut fixture = plain(columns, rows);
            fixture.press(keys);
            check(&mut fixture, name);
            let screen = fixture.screen();
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("plain-{name}-{columns}x{rows}"), screen);
            });
        }
    }
}

#[test]
fn wherever_one_goes_nothing_is_drawn() {
    for interface in ["en", "ar", "de"] {
        for (columns, rows) in [(160, 45), (80, 24), (60, 20), (40, 10), (30, 8)] {
            let mut fixture = in_interface(columns, rows, interface);
            for keys in [
                "j s m",
                ",",
                "esc",
                "enter space",
                "space",
                "]",
                "i",
                "esc",
                "/ s u",
                "enter n",
                "esc x z",
                "tab",
                "tab j",
                "i",
                "esc : m a",
                "esc L",
                "esc ?",
                "/ n",
                "esc esc 1",
                "2 .",
                "f2",
                "f3",
                "/ l a n g : x x",
                "esc E",
            ] {
                fixture.press(keys);
                check(
                    &mut fixture,
                    &format!("{interface} {columns}x{rows} {keys}"),
                );
            }
        }
    }
}

#[test]
fn a_row_is_a_sentence_that_is_cut_at_its_end() {
    let mut fixture = plain(80, 24);
    fixture.press("s");
    let screen = fixture.screen();
    let row = screen.lines().nth(1).unwrap();
    assert!(
        row.starts_with("> 1 of 5, unread, starred, Arabic, fixture: سفينة ضخمة"),
        "{row}"
    );
    assert!(row.ends_with('~') && logical_width(row) <= 80, "{row}");
    fixture.press("j");
    let screen = fixture.screen();
    assert!(screen.contains("\n  1 of 5, unread, starred, Arabic"));
    // What there is no room for, the bottom line says.
    let mut narrow = plain(40, 10);
    narrow.press("g");
    assert!(narrow.bottom().contains("fixture"), "{}", narrow.bottom());
    assert!(narrow.screen().contains("> unread, Arabic: سفينة"));
}

#[test]
fn arabic_is_read_forwards_everywhere() {
    let mut fixture = plain(80, 24);
    fixture.press("enter ]");
    let screen = fixture.screen();
    assert!(screen.contains("  سفينة ضخمة تسد قناة السويس وتوقف الملاحة في الاتجاهين\n"));
    assert!(screen.contains("\n  جنحت السفينة (Ever Given) في 23 مارس 2021 وسدّت قناة"));
    assert!(
        screen.contains("Suez Canal = قناة السويس . place"),
        "{screen}"
    );
    fixture.press("tab");
    assert_eq!(fixture.view.focus(), Pane::Names);
    assert!(fixture.screen().contains("     قناة السويس\n"));
    fixture.press("tab /").type_text("السويس");
    assert_eq!(fixture.bottom().split("  ").next(), Some("/ السويس"));
    let caret = fixture.cursor().unwrap();
    assert_eq!((caret.x, caret.y), (3 + 6, 23), "behind the last letter");
    // As the eye has it where nothing is turned: back is towards the start.
    fixture.press("left");
    assert_eq!(fixture.cursor().unwrap().x, 8);
}

#[test]
fn lam_and_alef_take_a_cell_each() {
    let text = "لا إلا لا إلا لا إلا لا إلا لا إلا لا إلا لا إلا لا إلا لا إلا لا إلا لا";
    let settings = Settings {
        plain: true,
        measure: Some(30),
        ..Settings::default()
    };
    let articles = vec![article("la", "ar", "لا", text)];
    let mut fixture = Fixture::open_with(articles, 80, 24, "en", CorpusState::default(), settings);
    fixture.press("enter");
    let screen = fixture.screen();
    let rows: Vec<&str> = screen
        .lines()
        .skip(4)
        .take_while(|row| !row.is_empty())
        .collect();
    assert!(rows.len() > 1);
    for row in &rows {
        assert!(row.trim().chars().count() <= 30, "{row}");
    }
    let read: Vec<&str> = rows.iter().map(|row| row.trim()).collect();
    assert_eq!(read.join(" "), text, "nothing is lost");
}

#[test]
fn the_bottom_line_says_what_happened_and_then_where_one_is() {
    let mut fixture = plain(80, 24);
    fixture.press("p");
    assert!(
        fixture
            .bottom()
            .starts_with("N is previous unread . List 1/5"),
        "{}",
        fixture.bottom()
    );
    fixture.tell(Message::Failed("it broke".to_owned(), 90_000));
    assert!(fixture.bottom().starts_with("! it broke . List 1/5"));
}

#[test]
fn a_sheet_says_the_row_that_is_chosen() {
    let mut fixture = plain(80, 24);
    fixture.press("L d e u");
    let bottom = fixture.bottom();
    assert!(bottom.starts_with("[ ] 3 Deutsch German 1"), "{bottom}");
    assert!(
        fixture.parked().1.ends_with(": deu"),
        "the caret, in what is typed"
    );
    fixture.press("esc ? j j");
    let (_, row) = fixture.parked();
    let said = fixture.bottom();
    let words = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().filter(|word| *word != ">");
        words.map(str::to_owned).collect()
    };
    assert!(row.starts_with("> "), "{row}");
    assert!(words(&said).starts_with(&words(&row)), "{row} - {said}");
}

#[test]
fn the_cursor_stands_at_the_row_the_name_or_the_caret() {
    let mut fixture = plain(80, 24);
    fixture.press("j j");
    let (cursor, row) = fixture.parked();
    assert_eq!(cursor.x, 0);
    assert!(row.starts_with("> 3 of 5"), "{row}");
    fixture.press("enter ]");
    let (cursor, row) = fixture.parked();
    let at: String = row.chars().skip(usize::from(cursor.x)).collect();
    assert!(
        at.starts_with("Suezkanal") || at.starts_with("Ägypten"),
        "{at}"
    );
    fixture.press("tab");
    assert!(fixture.parked().1.starts_with("> "));
}

#[test]
fn how_right_to_left_text_is_sent_is_the_terminals_own() {
    let mut fixture = plain(100, 30);
    fixture.press("f2");
    assert!(fixture.bottom().contains("the terminal itself orders"));
    fixture.press("f3");
    assert!(fixture.view.sheet().is_none());
    let sets = |effect: &Effect| matches!(effect, Effect::SetTerminalMode(_));
    assert!(!fixture.effects.iter().any(sets));
}

#[test]
fn a_name_in_a_sentence_stands_out_where_it_is() {
    let mut fixture = plain(80, 24);
    fixture.press("j enter ] tab tab");
    let columns = 80;
    let buffer = fixture.buffer();
    let bold: String = (0..columns)
        .map(|x| &buffer[(x, 2)])
        .filter(|cell| cell.modifier.contains(ratatui::style::Modifier::UNDERLINED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert_eq!(bold, "Suez Canal");
}

#[test]
fn a_title_from_outside_keeps_its_letters() {
    let odd = article("odd", "en", "A · title … with ● signs", "Text.");
    let settings = Settings {
        plain: true,
        ..Settings::default()
    };
    let articles = vec![Arc::clone(&odd)];
    let mut fixture = Fixture::open_with(articles, 100, 30, "en", CorpusState::default(), settings);
    assert!(fixture.screen().contains("A · title … with ● signs"));
}
