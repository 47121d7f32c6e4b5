//! No state by colour or by drawn signs alone, and a cursor that can be followed.

use std::sync::Arc;

use nashra::config::signs::Sign;
use nashra::config::theme::ThemeName;
use nashra::store::CorpusState;
use nashra::view::message::Message;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use super::fixture::{Fixture, article};

/// A view without colours.
fn mono(columns: u16, rows: u16) -> Fixture {
    let mut fixture = Fixture::new(columns, rows);
    while fixture.view.theme() != ThemeName::Mono {
        fixture.press("f9");
    }
    // A key that changes nothing takes the notice away.
    fixture.press("g");
    fixture
}

/// What a row of the screen says, and how: its text in ASCII, and the attributes of
/// each cell. There is no colour in it.
fn row(buffer: &Buffer, y: u16) -> Row {
    let mut text = String::new();
    let mut modifiers = Vec::new();
    for x in 0..buffer.area.width {
        let cell = &buffer[(x, y)];
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
        assert!(
            !cell
                .modifier
                .intersects(Modifier::SLOW_BLINK | Modifier::RAPID_BLINK)
        );
        let sign = Sign::of(cell.symbol());
        text.push_str(sign.map_or_else(|| cell.symbol(), |sign| sign.ascii()));
        modifiers.push(cell.modifier);
    }
    (text, modifiers)
}

type Row = (String, Vec<Modifier>);
type Look = Vec<Row>;

fn look(fixture: &mut Fixture) -> Look {
    let buffer = fixture.buffer();
    (0..buffer.area.height).map(|y| row(&buffer, y)).collect()
}

/// The columns of the first row that has a text, and their attributes.
fn attributes(look: &Look, text: &str) -> Vec<Modifier> {
    let (row, modifiers) = look
        .iter()
        .find(|(row, _)| row.contains(text))
        .unwrap_or_else(|| panic!("no {text}"));
    let start = row.split(text).next().unwrap().chars().count();
    modifiers[start..start + text.chars().count()].to_vec()
}

#[test]
fn the_focus_is_a_word() {
    let mut fixture = mono(160, 45);
    for (keys, pane) in [("g", "List"), ("tab", "Reader"), ("tab", "Names")] {
        fixture.press(keys);
        let look = look(&mut fixture);
        let (bottom, modifiers) = look.last().unwrap();
        assert!(bottom.trim_start().starts_with(pane), "{bottom}");
        assert!(modifiers[1].contains(Modifier::BOLD));
        // And the line beside the pane is another one.
        assert!(look[5].0.contains('#'), "{}", look[5].0);
    }
}

#[test]
fn what_was_done_with_an_article_is_a_mark_of_its_own() {
    let mut fixture = mono(100, 30);
    let before = look(&mut fixture)[1].0.clone();
    assert!(before.starts_with(">N ar"), "{before}");
    fixture.press("s");
    assert!(look(&mut fixture)[1].0.starts_with(">* ar"));
    fixture.press("m s");
    assert!(look(&mut fixture)[1].0.starts_with(">  ar"));
    fixture.press("j");
    let look = look(&mut fixture);
    assert!(look[1].0.starts_with("   ar") && look[2].0.starts_with(">"));
    let reversed = |row: usize| look[row].1[0].contains(Modifier::REVERSED);
    assert!(!reversed(1) && reversed(2));
}

#[test]
fn a_chosen_language_is_in_brackets_and_one_left_out_has_a_sign() {
    let mut fixture = mono(160, 45);
    fixture.press("2");
    let look_chosen = look(&mut fixture);
    assert!(look_chosen[0].0.contains("[2 "), "{}", look_chosen[0].0);
    fixture.press("0 L -");
    let sheet = look(&mut fixture);
    assert!(sheet.iter().any(|(row, _)| row.contains("[-] 1")));
    fixture.press("esc esc");
    assert!(look(&mut fixture)[0].0.contains("-1 "));
}

#[test]
fn the_current_hit_has_a_sign_in_the_margin_and_is_bold() {
    let mut fixture = mono(120, 30);
    fixture.press("j enter / c a n a l enter n");
    let look = look(&mut fixture);
    let hits: Vec<Vec<Modifier>> = look
        .iter()
        .filter(|(row, _)| row.contains("canal"))
        .map(|row| attributes(&vec![row.clone()], "canal"))
        .collect();
    let is_current = |hit: &&Vec<Modifier>| hit.iter().all(|m| m.contains(Modifier::BOLD));
    assert!(hits.len() > 2);
    assert_eq!(hits.iter().filter(is_current).count(), 1);
    assert!(
        hits.iter()
            .flatten()
            .all(|m| m.contains(Modifier::REVERSED))
    );
    let margin = |(row, _): &&Row| row.contains("#>The canal") || row.contains("#>A ");
    assert_eq!(look.iter().filter(margin).count(), 1);
}

#[test]
fn an_error_says_that_it_is_one() {
    let mut fixture = mono(100, 30);
    fixture.tell(Message::Failed("the disk is full".to_owned(), 900_000));
    let look = look(&mut fixture);
    assert!(look.last().unwrap().0.contains("! the disk is full"));
    let error = attributes(&look, "! the disk is full");
    assert!(error.iter().all(|m| m.contains(Modifier::BOLD)));
}

#[test]
fn page_furniture_has_a_sign_at_its_margin() {
    let mut with = (*article("menu", "en", "Headline", "Home\nNews\n\nThe text.")).clone();
    with.furniture = vec![0..5, 5..10];
    let articles = vec![Arc::new(with)];
    let mut fixture = Fixture::of(articles, 120, 30, "en", CorpusState::default());
    fixture.press("enter x");
    let screen = fixture.screen();
    assert!(
        screen.contains("¦Home") || screen.contains("¦ Home"),
        "{screen}"
    );
    assert!(!screen.contains("¦The text") && !screen.contains("¦ The text"));
}

#[test]
fn a_name_under_the_cursor_is_reversed_and_the_others_of_it_bold() {
    let mut fixture = mono(160, 45);
    fixture.press("enter ]");
    let look_name = look(&mut fixture);
    let reversed = Modifier::BOLD | Modifier::REVERSED;
    let of_name = |(_, modifiers): &Row| {
        modifiers[47..131]
            .iter()
            .filter(|m| m.contains(reversed))
            .count()
    };
    assert!(look_name.iter().map(of_name).sum::<usize>() > 3);
    let other = Modifier::BOLD | Modifier::UNDERLINED;
    let others = look_name
        .iter()
        .flat_map(|(_, m)| m)
        .filter(|m| m.contains(other));
    assert!(others.count() > 3);
}

#[test]
fn a_name_that_is_in_doubt_has_a_question_mark() {
    for (confidence, mark) in [(0.75, true), (0.95, false)] {
        let known = article("egypt", "en", "Headline", "They spoke in Egypt.");
        let mut doubted = (*known).clone();
        for mention in &mut doubted.mentions {
            mention.confidence = confidence;
        }
        let articles = vec![Arc::new(doubted)];
        let mut fixture = Fixture::of(articles, 120, 30, "en", CorpusState::default());
        fixture.press("enter ]");
        let gloss = fixture.view.gloss().expect("a gloss");
        assert_eq!(gloss.starts_with("Egypt? ·"), mark, "{gloss}");
    }
}

#[test]
fn the_cursor_is_parked_unseen_where_one_is() {
    for interface in ["en", "ar"] {
        let articles = super::fixture::corpus();
        let mut fixture = Fixture::of(articles, 160, 45, interface, CorpusState::default());
        while fixture.view.theme() != ThemeName::Mono {
            fixture.press("f9");
        }
        fixture.press("j j");
        let (cursor, row) = fixture.parked();
        let edge = if interface == "ar" { 159 } else { 0 };
        assert_eq!((cursor.x, cursor.y), (edge, 3));
        assert!(row.contains('▌'), "{row}");
        assert_eq!(fixture.cursor(), None, "unseen");
        fixture.press("enter ]");
        let (cursor, _) = fixture.parked();
        let buffer = fixture.buffer();
        let reversed = buffer[(cursor.x, cursor.y)].modifier;
        assert!(reversed.contains(Modifier::REVERSED), "at the name");
        fixture.press("tab j");
        let (_, row) = fixture.parked();
        assert!(row.contains('▌'), "{row}");
        fixture.press("L down");
        assert!(fixture.cursor().is_some(), "seen where something is typed");
        fixture.press("esc ? j");
        let (_, row) = fixture.parked();
        assert!(row.contains('▌'), "{row}");
        assert_eq!(fixture.cursor(), None);
    }
}

#[test]
fn a_reader_without_a_name_has_the_cursor_in_its_first_row() {
    let mut fixture = Fixture::new(100, 30);
    fixture.press("j enter j");
    let (cursor, _) = fixture.parked();
    assert_eq!(cursor.y, 1);
    assert!(cursor.x > 36);
}
