//! Names: the pane, the walk, and one name's articles in every language.

use nashra::config::theme::{Role, Theme, ThemeName};
use nashra::view::geometry::Pane;

use nashra::store::CorpusState;

use super::fixture::{Fixture, article};

#[test]
fn the_pane_lists_what_the_article_names() {
    let fixture = Fixture::new(160, 45);
    let names: Vec<_> = fixture
        .view
        .names()
        .entries()
        .iter()
        .map(|entry| entry.name.as_str())
        .collect();
    assert!(names.contains(&"Egypt"), "{names:?}");
    assert!(names.contains(&"Suez Canal"), "{names:?}");
}

#[test]
fn enter_on_a_name_lists_its_articles_in_every_language() {
    let mut fixture = Fixture::new(160, 45);
    fixture.press("1 tab tab");
    while fixture
        .view
        .names()
        .current()
        .is_some_and(|entry| entry.name != "Egypt")
    {
        fixture.press("j");
    }
    fixture.press("enter");
    let listed = fixture.listed();
    for id in ["canal-ar", "canal-en", "canal-de", "canal-vi"] {
        assert!(listed.contains(&id.to_owned()), "{id} is not in {listed:?}");
    }
    assert!(!listed.contains(&"nobel-en".to_owned()));
    assert_eq!(fixture.view.focus(), Pane::List);
    fixture.press("q");
    assert_eq!(fixture.listed().len(), 5);
}

#[test]
fn a_name_can_be_left_out() {
    let mut fixture = Fixture::new(160, 45);
    fixture.press("tab tab");
    while fixture
        .view
        .names()
        .current()
        .is_some_and(|entry| entry.name != "Egypt")
    {
        fixture.press("j");
    }
    fixture.press("-");
    assert_eq!(fixture.listed(), ["nobel-en"]);
}

#[test]
fn walking_mentions_puts_the_cursor_on_them_and_says_who_they_are() {
    let mut fixture = Fixture::new(160, 45);
    fixture.press("enter ]");
    let mention = fixture
        .view
        .reader()
        .marks
        .mention()
        .cloned()
        .expect("a mention");
    assert_eq!(&*mention.name, "Suez Canal");
    let gloss = fixture.view.gloss().expect("a gloss");
    assert!(gloss.starts_with("Suez Canal = "), "{gloss}");
    fixture.press("] ] ] ] ] ] ] ] [");
    assert!(fixture.view.reader().marks.mention().is_some());
    fixture.press("esc");
    assert!(fixture.view.reader().marks.mention().is_none());
}

#[test]
fn the_name_under_the_cursor_stands_out_everywhere() {
    let mut fixture = Fixture::new(160, 45);
    fixture.press("enter ]");
    let theme = Theme::builtin(ThemeName::Dark);
    assert!(theme.style(Role::MentionSame).bold && theme.style(Role::MentionSame).underline);
    let buffer = fixture.buffer();
    let emphasised = |columns: std::ops::Range<u16>| {
        columns
            .flat_map(|x| (1..44).map(move |y| (x, y)))
            .filter(|at| {
                let modifier = buffer[*at].modifier;
                modifier
                    .contains(ratatui::style::Modifier::UNDERLINED | ratatui::style::Modifier::BOLD)
            })
            .count()
    };
    assert!(emphasised(0..46) > 0, "in the list's titles");
    assert!(emphasised(47..131) > 0, "in the text");
    assert!(emphasised(132..160) > 0, "in the names pane");
}

#[test]
fn the_card_tells_forms_and_counts_and_leads_to_the_articles() {
    let mut fixture = Fixture::new(160, 45);
    fixture.press("enter ] enter");
    let screen = fixture.screen();
    assert!(
        screen.contains("Suez Canal") && screen.contains("articles"),
        "{screen}"
    );
    fixture.press("enter");
    assert_eq!(fixture.view.focus(), Pane::List);
    assert!(fixture.listed().len() >= 3);
}

#[test]
fn the_names_of_the_whole_view_are_counted_by_article() {
    let mut fixture = Fixture::new(160, 45);
    fixture.press("E");
    assert_eq!(fixture.view.focus(), Pane::Names);
    let egypt = fixture
        .view
        .names()
        .entries()
        .iter()
        .find(|entry| entry.name == "Egypt");
    assert_eq!(egypt.map(|entry| entry.count), Some(4));
    fixture.press("E");
    let sweden = fixture
        .view
        .names()
        .entries()
        .iter()
        .any(|entry| entry.name == "Sweden");
    assert!(!sweden);
}

#[test]
fn a_name_broken_over_two_lines_is_told_on_one() {
    let broken = article("a", "en", "A visit", "The canal of Suez: Suez\nCanal.");
    let mut fixture = Fixture::of(vec![broken], 120, 30, "en", CorpusState::default());
    fixture.press("enter ]");
    let gloss = fixture.view.gloss().expect("a gloss");
    assert!(!gloss.contains(char::is_control), "{gloss:?}");
    fixture.press("enter");
    let card = fixture.screen();
    assert!(card.contains("Suez Canal"), "{card}");
    let rows = fixture.view.sheet().expect("the card").visible();
    for (_, row) in rows {
        assert!(!row.text.contains(char::is_control), "{:?}", row.text);
    }
}
