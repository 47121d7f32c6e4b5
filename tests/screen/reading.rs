//! The reading pane: scrolling, places, measures, page furniture.

use std::collections::HashMap;
use std::sync::Arc;

use nashra::config::settings::Settings;
use nashra::store::{ArticleState, CorpusState};
use nashra::view::message::{Effect, Message};

use super::fixture::{Fixture, article, corpus};

fn reading(columns: u16, rows: u16) -> Fixture {
    let mut fixture = Fixture::new(columns, rows);
    fixture.press("j enter");
    assert_eq!(fixture.open().as_deref(), Some("canal-en"));
    fixture
}

/// The text of the reader's first row.
fn first_row(fixture: &Fixture) -> String {
    let row = fixture.view.reader().rows().first();
    row.and_then(|row| row.text.as_ref())
        .map(|text| text.line.shaped())
        .unwrap_or_default()
}

#[test]
fn a_line_down_and_up_is_where_one_was() {
    let mut fixture = reading(120, 30);
    let before = fixture.screen();
    fixture.press("j j j k k k");
    assert_eq!(fixture.screen(), before);
}

#[test]
fn pages_overlap_by_two_lines_and_the_last_one_read_is_marked() {
    let mut fixture = reading(120, 30);
    let rows = fixture.view.reader().rows().len();
    let last: Vec<_> = texts(&fixture).split_off(rows - 2);
    fixture.press("space");
    assert_eq!(texts(&fixture)[..2], last);
    let mark = fixture.view.reader().rows()[1].mark;
    assert_eq!(mark, Some(nashra::view::reader::RowMark::PageEnd));
}

fn texts(fixture: &Fixture) -> Vec<String> {
    let rows = fixture.view.reader().rows().iter();
    rows.map(|row| {
        row.text
            .as_ref()
            .map(|text| text.line.shaped())
            .unwrap_or_default()
    })
    .collect()
}

#[test]
fn nothing_scrolls_past_the_end() {
    let mut fixture = reading(120, 30);
    fixture.press("G");
    let end = texts(&fixture);
    assert!(end.last().unwrap().contains("freed her"));
    fixture.press("j j ctrl-d");
    assert_eq!(texts(&fixture), end);
    assert!(fixture.bottom().contains("end"));
    fixture.press("g");
    assert!(fixture.bottom().contains("top"));
}

#[test]
fn at_the_end_space_first_offers_and_then_opens_the_next_unread() {
    let mut fixture = reading(120, 30);
    fixture.press("G space");
    assert_eq!(fixture.open().as_deref(), Some("canal-en"));
    assert!(
        fixture.bottom().contains("next unread"),
        "{}",
        fixture.bottom()
    );
    fixture.press("space");
    assert_eq!(fixture.open().as_deref(), Some("canal-de"));
    assert!(fixture.is_read("canal-de"));
}

#[test]
fn space_alone_reads_the_whole_corpus() {
    let mut fixture = Fixture::new(100, 24);
    for _ in 0..80 {
        fixture.press("space");
    }
    assert_eq!(fixture.view.browse().unread(), 0);
}

#[test]
fn the_first_line_stays_through_any_size() {
    let mut fixture = reading(160, 45);
    fixture.press("ctrl-d");
    let before = first_row(&fixture);
    assert!(!before.is_empty());
    for size in [(40, 10), (300, 80), (80, 24), (60, 20), (30, 8)] {
        fixture.resize(size.0, size.1);
    }
    fixture.resize(160, 45);
    assert_eq!(first_row(&fixture), before);
}

#[test]
fn an_article_opens_where_it_was_left() {
    let mut fixture = reading(120, 30);
    fixture.press("space space");
    let place = first_row(&fixture);
    let saved = fixture
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::Save(change) => change
                .articles
                .get("canal-en")
                .and_then(|change| change.position),
            _ => None,
        });
    let state = CorpusState {
        articles: HashMap::from([(
            Arc::from("canal-en"),
            ArticleState {
                position: saved,
                ..ArticleState::default()
            },
        )]),
        last_article: Some(Arc::from("canal-en")),
        ..CorpusState::default()
    };
    let again = Fixture::of(corpus(), 120, 30, "en", state);
    assert_eq!(again.open().as_deref(), Some("canal-en"));
    assert_eq!(first_row(&again), place);
}

#[test]
fn paragraphs_are_walked() {
    let mut fixture = reading(120, 30);
    fixture.press("}");
    assert!(first_row(&fixture).contains("ran aground"));
    fixture.press("} }");
    assert!(first_row(&fixture).contains("The canal stayed"));
    fixture.press("{ { {");
    assert!(first_row(&fixture).contains("A ship blocks"));
}

#[test]
fn the_measure_grows_and_shrinks_for_the_script() {
    let mut fixture = reading(160, 45);
    let measure = fixture.view.reader().column().measure;
    assert_eq!(measure, 74);
    fixture.press("- -");
    assert_eq!(fixture.view.reader().column().measure, 66);
    fixture.press("=");
    assert_eq!(fixture.view.reader().column().measure, 74);
    fixture.press("g K");
    assert_eq!(
        fixture.view.reader().column().measure,
        70,
        "Arabic has its own"
    );
}

#[test]
fn furniture_is_folded_until_it_is_asked_for() {
    let mut with = (*article(
        "menu",
        "en",
        "Headline",
        "Home\nNews\n\nThe text of the article stands here.",
    ))
    .clone();
    with.furniture = vec![0..5, 5..10];
    let mut fixture = Fixture::of(vec![Arc::new(with)], 120, 30, "en", CorpusState::default());
    assert!(fixture.screen().contains("2 lines of page furniture"));
    fixture.press("enter x");
    assert!(fixture.screen().contains("Home"));
    assert!(fixture.screen().contains('¦'));
    fixture.press("x");
    assert!(!fixture.screen().contains("Home"));
}

#[test]
fn furniture_learned_late_moves_nothing() {
    let mut fixture = reading(120, 30);
    fixture.press("space");
    let before = texts(&fixture);
    fixture.tell(Message::Furniture(vec![(
        1,
        std::iter::once(0..38).collect(),
    )]));
    assert_eq!(texts(&fixture)[..10], before[..10]);
}

#[test]
fn arabic_stands_at_the_right_and_german_at_the_left() {
    let mut fixture = Fixture::new(160, 45);
    let rows = fixture.view.reader().rows();
    let measure = fixture.view.reader().column().measure;
    let text = rows
        .iter()
        .filter_map(|row| row.text.as_ref())
        .next_back()
        .unwrap();
    assert_eq!(text.offset(measure) + text.line.width(), measure);
    fixture.press("j j");
    let rows = fixture.view.reader().rows();
    let text = rows
        .iter()
        .filter_map(|row| row.text.as_ref())
        .next_back()
        .unwrap();
    assert_eq!(text.offset(measure), 0);
}

#[test]
fn an_article_that_is_gone_since_the_last_time_is_told_of() {
    let state = CorpusState {
        last_article: Some(Arc::from("gone")),
        ..CorpusState::default()
    };
    let mut fixture = Fixture::of(corpus(), 120, 30, "en", state);
    assert!(
        fixture
            .bottom()
            .contains("the article you read last is no longer here")
    );
    assert_eq!(fixture.open().as_deref(), Some("canal-ar"));
}

#[test]
fn the_article_read_last_does_not_come_up_once_something_was_done() {
    let state = CorpusState {
        last_article: Some(Arc::from("canal-vi")),
        ..CorpusState::default()
    };
    let mut fixture = Fixture::importing(120, 30, "en", state, Settings::default());
    let (late, early): (Vec<_>, Vec<_>) = corpus()
        .into_iter()
        .partition(|article| &*article.id == "canal-vi");
    fixture.tell(Message::Articles(early, 50_000));
    fixture.press("j enter");
    let open = fixture.open();
    fixture.tell(Message::Articles(late, 60_000));
    assert_eq!(fixture.open(), open);
    assert_eq!(fixture.under_cursor(), open);
}
