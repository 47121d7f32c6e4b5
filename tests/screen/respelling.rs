//! "Did you mean": what a search that shows nothing suggests, and taking it.

use nashra::store::CorpusState;
use nashra::view::geometry::Pane;
use nashra::view::message::Effect;

use super::fixture::{Fixture, corpus};

fn asked(fixture: &Fixture) -> usize {
    let effects = fixture.effects.iter();
    effects
        .filter(|effect| matches!(effect, Effect::Respell { .. }))
        .count()
}

#[test]
fn a_search_that_finds_nothing_names_the_words_that_may_be_meant() {
    let mut fixture = Fixture::new(80, 24);
    fixture.press("/").type_text("contianer");
    let screen = fixture.screen();
    assert!(screen.contains("did you mean  container"), "{screen}");
    assert!(screen.contains("Tab takes container"), "{screen}");
    fixture.press("tab");
    assert_eq!(fixture.view.search().unwrap().edit.text(), "container");
    assert_eq!(fixture.listed().len(), 3);
    assert!(!fixture.screen().contains("did you mean"));
}

#[test]
fn on_the_list_enter_searches_for_what_was_meant() {
    let mut fixture = Fixture::new(80, 24);
    fixture.press("/").type_text("stokholm").press("enter");
    assert_eq!(fixture.view.focus(), Pane::List);
    let screen = fixture.screen();
    assert!(screen.contains("Enter searches for Stockholm"), "{screen}");
    fixture.press("enter");
    assert_eq!(fixture.listed(), ["nobel-en"]);
    assert!(fixture.screen().contains("“Stockholm”"));
    // The search is one of those that can be called back.
    fixture.press("esc / ctrl-p");
    assert_eq!(fixture.view.search().unwrap().edit.text(), "Stockholm");
}

#[test]
fn words_are_looked_for_only_where_nothing_shows_and_once() {
    let mut fixture = Fixture::new(80, 24);
    fixture.press("/").type_text("ship");
    assert_eq!(asked(&fixture), 0);
    fixture.type_text("x");
    assert_eq!(asked(&fixture), 1);
    fixture.press("enter j k . .");
    assert_eq!(asked(&fixture), 1);
    // A word that the lens hides may be another one in the language that shows.
    fixture.press("esc /").type_text("ground").press("enter");
    assert_eq!(asked(&fixture), 1);
    fixture.press("3");
    assert_eq!(asked(&fixture), 2);
    let screen = fixture.screen();
    assert!(screen.contains("did you mean  Grund\n"), "{screen}");
    assert!(screen.contains("in other languages"), "{screen}");
}

#[test]
fn an_answer_to_an_earlier_search_says_nothing() {
    let mut fixture = Fixture::new(80, 24);
    fixture.press("/").type_text("contianer");
    fixture.hold = true;
    fixture.type_text("s");
    fixture.hold = false;
    let before = fixture.screen();
    assert!(!before.contains("did you mean"), "{before}");
    fixture.answer();
    assert!(fixture.screen().contains("did you mean"));
}

#[test]
fn tab_takes_the_language_that_a_fault_names() {
    for (typed, mended) in [
        ("lang:vn kanal", "lang:vi kanal"),
        ("-lang:vn", "-lang:vi"),
        ("lang:de,vn,ar", "lang:de,vi,ar"),
        ("lnag:de", "lnag:de"),
        ("language:de", "lang:de"),
        ("is:star", "is:starred"),
    ] {
        let mut fixture = Fixture::new(80, 24);
        fixture.press("/").type_text(typed).press("space tab");
        let text = fixture.view.search().unwrap().edit.text().to_owned();
        assert_eq!(text.trim_end(), mended);
    }
}

#[test]
fn suggestions_are_made_in_every_language_of_the_interface() {
    for (interface, said) in [("de", "meinten Sie  container"), ("ar", "container")] {
        let mut fixture = Fixture::of(corpus(), 80, 24, interface, CorpusState::default());
        fixture.press("/").type_text("contianer");
        let screen = fixture.screen();
        assert!(screen.contains(said), "{screen}");
    }
}
