//! What the screen looks like, at every size.

use std::sync::Arc;

use nashra::config::theme::ThemeName;
use nashra::store::CorpusState;

use super::fixture::{Fixture, article, corpus};

pub fn snapshot(name: &str, screen: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, screen);
    });
}

#[test]
fn every_layout_has_its_picture() {
    for (columns, rows) in [
        (160, 45),
        (120, 30),
        (100, 30),
        (80, 24),
        (60, 20),
        (40, 10),
    ] {
        for interface in ["en", "ar"] {
            let mut fixture =
                Fixture::of(corpus(), columns, rows, interface, CorpusState::default());
            fixture.press("s j m k");
            snapshot(
                &format!("list-{interface}-{columns}x{rows}"),
                &fixture.screen(),
            );
        }
    }
}

#[test]
fn narrow_screens_show_one_pane_at_a_time() {
    let mut fixture = Fixture::new(40, 10);
    fixture.press("enter");
    snapshot("reader-40x10", &fixture.screen());
    fixture.press("tab");
    snapshot("names-40x10", &fixture.screen());
}

#[test]
fn sheets_have_their_pictures() {
    for (name, keys) in [
        ("help", "?"),
        ("languages", "L"),
        ("info", "i"),
        ("palette", ":"),
    ] {
        let mut fixture = Fixture::new(80, 24);
        fixture.press(keys);
        snapshot(&format!("sheet-{name}"), &fixture.screen());
    }
}

#[test]
fn languages_are_named_in_the_language_of_the_interface() {
    for interface in ["ar", "de"] {
        let mut fixture = Fixture::of(corpus(), 80, 24, interface, CorpusState::default());
        fixture.press("1 L down -");
        snapshot(&format!("languages-{interface}"), &fixture.screen());
    }
    let mut fixture = Fixture::of(corpus(), 100, 30, "de", CorpusState::default());
    let screen = fixture.screen();
    assert!(screen.contains("fixture · Arabisch · "), "{screen}");
    fixture.press("2 /").type_text("prize").press("enter");
    let screen = fixture.screen();
    assert!(screen.contains("Auf Arabisch passt nichts."), "{screen}");
    fixture.press("esc i");
    let screen = fixture.screen();
    assert!(screen.contains("Arabisch · "), "{screen}");
    fixture.press("q 0 /").type_text("lang:vn kanal");
    let screen = fixture.screen();
    assert!(screen.contains("Vietnamesisch ist lang:vi"), "{screen}");
}

#[test]
fn an_empty_corpus_says_so_and_shows_a_way_out() {
    let mut fixture = Fixture::of(Vec::new(), 100, 30, "en", CorpusState::default());
    fixture.press("j enter tab / x esc");
    let screen = fixture.screen();
    assert!(screen.contains("No articles here."), "{screen}");
    assert!(screen.contains("nashra without a path"));
}

#[test]
fn too_small_a_screen_says_what_it_needs() {
    let mut fixture = Fixture::new(40, 3);
    assert!(fixture.screen().starts_with("too small (need 20x4)"));
}

#[test]
fn borders_are_straight_at_every_size() {
    for columns in (40..=300).step_by(7) {
        for rows in [10, 12, 16, 24, 45, 80] {
            let mut fixture = Fixture::new(columns, rows);
            let separators = fixture.view.geometry().separators.clone();
            let buffer = fixture.buffer();
            for separator in separators {
                for y in separator.y..separator.y + separator.height {
                    let symbol = buffer[(separator.x, y)].symbol();
                    assert!(
                        matches!(symbol, "│" | "┃"),
                        "{columns}x{rows}: {symbol} at {y}"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_from_outside_reaches_a_cell_raw() {
    // An article that was never sanitized: the screen still shows no control.
    let hostile = article(
        "hostile",
        "en",
        "\u{1b}[31mred\u{202e}evil\u{7}\u{9b}2J",
        "a\u{0}b\u{85}c\u{200d}\u{2066}d\u{e0041}\u{fffe}\n\u{1b}]0;title\u{7}",
    );
    let mut fixture = Fixture::of(vec![hostile], 100, 30, "en", CorpusState::default());
    let buffer = fixture.buffer();
    for cell in buffer.content() {
        for character in cell.symbol().chars() {
            assert!(!character.is_control(), "{:?}", cell.symbol());
            assert!(!matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        }
    }
}

#[test]
fn every_cell_of_a_wide_letter_is_kept_together() {
    let wide = article(
        "wide",
        "zh",
        "巨型货轮堵塞苏伊士运河",
        &"苏伊士运河".repeat(40),
    );
    for columns in 40..=60 {
        let mut fixture = Fixture::of(
            vec![Arc::clone(&wide)],
            columns,
            20,
            "en",
            CorpusState::default(),
        );
        fixture.press("enter");
        for line in fixture.screen().lines() {
            assert!(nashra::text::width::text_width(line) <= usize::from(columns));
        }
    }
}

#[test]
fn themes_and_colours_change_no_letter() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("enter ]");
    let letters = fixture.screen();
    let mut looks = vec![fixture.buffer()];
    let themes = ThemeName::ALL.len();
    for keys in ["f9"].repeat(themes - 1).into_iter().chain(["e"]) {
        fixture.press(keys);
        // A key that changes nothing takes the notice of the one before away.
        fixture.press("ctrl-l");
        assert_eq!(fixture.screen(), letters, "{keys}");
        let look = fixture.buffer();
        assert!(!looks.contains(&look), "{keys} changed nothing");
        looks.push(look);
    }
}

#[test]
fn what_a_sheet_tells_is_wrapped_and_never_cut() {
    let title = "A headline that goes on and on ".repeat(40);
    for columns in [40, 57, 80, 100, 133] {
        let long = article("long", "en", title.trim(), "Some text.");
        let mut fixture = Fixture::of(vec![long], columns, 60, "en", CorpusState::default());
        fixture.press("i");
        let screen = fixture.screen();
        let sheet: Vec<_> = screen.lines().skip(2).collect();
        assert!(!sheet.concat().contains('…'), "{columns}: {screen}");
    }
}
