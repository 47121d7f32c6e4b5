//! Dates and amounts: underlined where that is wished, counted in the names pane, and
//! never walked like names.

use nashra::config::strings::Locale;
use nashra::store::CorpusState;
use nashra::view::reader::Highlights;
use ratatui::style::{Color, Modifier};

use super::fixture::{Fixture, article};

const TEXT: &str = "On 9 May 2024 Japan paid $7 billion in Tokyo, or 3.5% of it.";

fn fixture(text: &str, width: u16, locale: &str) -> Fixture {
    let article = article("a", "en", "A payment", text);
    Fixture::of(vec![article], width, 30, locale, CorpusState::default())
}

/// The text that is underlined on the screen, without spaces, and its colours.
fn underlined(fixture: &mut Fixture) -> (String, Vec<Color>) {
    let buffer = fixture.buffer();
    let area = *buffer.area();
    let cells = (area.top() + 1..area.bottom() - 1)
        .flat_map(|y| (area.left()..area.right()).map(move |x| (x, y)))
        .map(|at| &buffer[at])
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED) && cell.symbol() != " ");
    let (mut text, mut colours) = (String::new(), Vec::new());
    for cell in cells {
        text.push_str(cell.symbol());
        if !colours.contains(&cell.fg) {
            colours.push(cell.fg);
        }
    }
    (text, colours)
}

#[test]
fn they_are_underlined_in_all_and_have_no_hue() {
    let mut fixture = fixture(TEXT, 120, "en");
    fixture.press("enter");
    let (before, _) = underlined(&mut fixture);
    assert_eq!(before, "");
    fixture.press("e");
    assert!(
        fixture.bottom().contains("amounts underlined"),
        "{}",
        fixture.bottom()
    );
    let (text, colours) = underlined(&mut fixture);
    assert_eq!(text, "9May2024$7billion3.5%");
    let prose = prose(&mut fixture);
    assert_eq!(colours, [prose], "that of the text around them");
    fixture.press("e");
    assert!(
        fixture.bottom().contains("colours: off"),
        "{}",
        fixture.bottom()
    );
    assert_eq!(underlined(&mut fixture).0, "");
    fixture.press("e");
    assert!(
        fixture.bottom().contains("colours: names"),
        "{}",
        fixture.bottom()
    );
    assert_eq!(fixture.view.reader().marks.highlights, Highlights::Names);
    assert_eq!(underlined(&mut fixture).0, "");
}

/// The colour of the word "paid".
fn prose(fixture: &mut Fixture) -> Color {
    let buffer = fixture.buffer();
    let area = *buffer.area();
    let mut places = (area.top() + 1..area.bottom() - 1)
        .flat_map(|y| (area.left()..area.right() - 4).map(move |x| (x, y)));
    let at = places
        .rfind(|&(x, y)| {
            let word: String = (x..x + 4).map(|x| buffer[(x, y)].symbol()).collect();
            word == "paid"
        })
        .expect("the text is in sight");
    buffer[at].fg
}

#[test]
fn they_are_no_names() {
    let mut fixture = fixture(TEXT, 160, "en");
    let names: Vec<_> = fixture
        .view
        .names()
        .entries()
        .iter()
        .map(|name| name.name.clone())
        .collect();
    assert_eq!(names, ["Japan", "Tokyo"]);
    fixture.press("enter e ]");
    let at = |fixture: &Fixture| {
        fixture
            .view
            .reader()
            .marks
            .mention()
            .map(|m| m.name.to_string())
    };
    assert_eq!(at(&fixture).as_deref(), Some("Japan"));
    fixture.press("]");
    assert_eq!(at(&fixture).as_deref(), Some("Tokyo"));
}

#[test]
fn the_names_pane_ends_with_their_number() {
    for locale in Locale::ALL {
        let mut fixture = fixture(TEXT, 160, locale.tag);
        assert_eq!(fixture.view.names().amounts(), 3);
        let label = fixture.view.strings().text("amounts").into_owned();
        assert!(!label.is_empty());
        if locale.tag == "en" {
            let screen = fixture.screen();
            let row = screen.lines().find(|row| row.contains("Dates, amounts"));
            assert!(
                row.is_some_and(|row| row.trim_end().ends_with('3')),
                "{screen}"
            );
        }
        // The whole view counts articles, not amounts.
        fixture.press("E");
        assert_eq!(fixture.view.names().amounts(), 0);
    }
    let mut without = fixture("Japan paid in Tokyo.", 160, "en");
    assert!(!without.screen().contains("Dates, amounts"));
    let mut alone = fixture("It cost $7 billion.", 160, "en");
    let screen = alone.screen();
    assert!(screen.contains("No names found here."), "{screen}");
    assert!(screen.contains("Dates, amounts"), "{screen}");
}
