//! Searching the view and the article.

use std::collections::HashMap;
use std::sync::Arc;

use nashra::store::CorpusState;
use nashra::view::geometry::Pane;
use nashra::view::message::{Effect, Message};

use super::fixture::{Fixture, article, corpus};

#[test]
fn the_list_narrows_while_one_types_and_comes_back() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j j /").type_text("suez");
    assert_eq!(fixture.listed().len(), 3, "{:?}", fixture.listed());
    fixture.press("esc");
    assert_eq!(fixture.listed().len(), 5);
    assert_eq!(fixture.under_cursor().as_deref(), Some("canal-de"));
}

#[test]
fn folding_finds_what_readers_type() {
    for (typed, id) in [
        ("tau mac ket", "canal-vi"),
        ("agypten", "canal-de"),
        ("السويس", "canal-ar"),
        ("ايفر", "none"),
        ("ever given", "canal-ar"),
    ] {
        let mut fixture = Fixture::new(120, 30);
        fixture.press("/").type_text(typed);
        if id == "none" {
            assert!(fixture.listed().is_empty());
            assert!(fixture.screen().contains("Nothing matches"));
        } else {
            assert!(fixture.listed().contains(&id.to_owned()), "{typed}");
        }
    }
}

#[test]
fn a_kept_search_is_a_view_that_q_leaves_and_a_enters_again() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("prize").press("enter");
    assert_eq!(fixture.view.focus(), Pane::List);
    assert!(fixture.screen().lines().next().unwrap().contains("prize"));
    fixture.press("q");
    assert_eq!(fixture.listed().len(), 5);
    fixture.press("a");
    assert_eq!(fixture.listed(), ["nobel-en"]);
}

#[test]
fn a_wrong_word_is_named_and_the_rest_still_searches() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("lang:vn suez");
    assert_eq!(fixture.listed().len(), 3);
    let bottom = fixture.bottom();
    assert!(
        bottom.starts_with("~~~~~~~") && bottom.contains("lang:vi"),
        "{bottom}"
    );
}

#[test]
fn hits_in_the_article_are_walked_round_its_end() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j enter /").type_text("canal");
    let prompt = fixture.view.search().expect("a search is being typed");
    // Thirty paragraphs, the headline, and the last sentence.
    assert_eq!(prompt.found, Some(32));
    fixture.press("enter n n");
    assert_eq!(fixture.view.reader().marks.hits(), (32, Some(3)));
    fixture.press("N N N");
    assert_eq!(fixture.view.reader().marks.hits(), (32, Some(32)));
    assert!(
        fixture.bottom().contains("from the end again"),
        "{}",
        fixture.bottom()
    );
    fixture.press("esc");
    assert_eq!(fixture.view.reader().marks.hits(), (0, None));
}

#[test]
fn a_cancelled_search_goes_back_to_the_place() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j enter");
    let before = fixture.screen();
    fixture.press("/").type_text("freed").press("esc");
    assert_eq!(fixture.screen(), before);
}

#[test]
fn the_scope_can_be_changed_while_typing() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j enter /").type_text("prize");
    assert_eq!(
        fixture.view.search().and_then(|prompt| prompt.found),
        Some(0)
    );
    fixture.press("ctrl-t");
    assert_eq!(fixture.listed(), ["nobel-en"]);
    fixture.press("ctrl-t");
    assert_eq!(fixture.listed().len(), 5);
}

#[test]
fn earlier_searches_are_called_back() {
    let mut fixture = Fixture::new(120, 30);
    fixture
        .press("/")
        .type_text("prize")
        .press("enter q /")
        .press("ctrl-p");
    assert_eq!(
        fixture.view.search().map(|prompt| prompt.edit.text()),
        Some("prize")
    );
    fixture.press("ctrl-n");
    assert_eq!(
        fixture.view.search().map(|prompt| prompt.edit.text()),
        Some("")
    );
}

#[test]
fn an_empty_search_leaves_no_view_behind() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/ enter");
    assert!(fixture.view.browse().frames.top().is_none());
    fixture.press("/").type_text("x").press("backspace enter");
    assert!(fixture.view.browse().frames.top().is_none());
}

#[test]
fn languages_are_a_lens_over_a_search() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("suez").press("enter");
    let german = fixture
        .view
        .chips()
        .into_iter()
        .find(|chip| chip.language.as_str() == "de")
        .and_then(|chip| chip.hotkey)
        .map(|key| key.to_string());
    fixture.press(&german.expect("German has a hotkey"));
    assert!(fixture.listed().is_empty() || fixture.listed() == ["canal-de"]);
    fixture.press("0");
    assert_eq!(fixture.listed().len(), 3);
}

#[test]
fn an_answer_that_comes_too_late_changes_nothing() {
    // To a search that was left: the one below it keeps what it found.
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("suez").press("enter");
    fixture.hold = true;
    fixture.press("/").type_text("canal").press("enter q");
    fixture.answer();
    assert_eq!(fixture.listed().len(), 3);
    assert!(fixture.listed().contains(&"canal-vi".to_owned()));
    // To a search of the view, while one in the article is typed.
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j enter");
    fixture.hold = true;
    fixture.press("/ ctrl-t").type_text("suez").press("ctrl-t");
    fixture.answer();
    let prompt = fixture.view.search().expect("a search is being typed");
    assert_eq!(prompt.found, Some(2), "the hits in the article");
}

#[test]
fn a_search_that_was_left_before_its_answer_is_asked_again() {
    let mut fixture = Fixture::new(120, 30);
    fixture.hold = true;
    fixture.press("/").type_text("prize").press("enter q a");
    fixture.answer();
    assert_eq!(fixture.listed(), ["nobel-en"]);
}

#[test]
fn a_search_that_takes_long_is_not_begun_anew_by_every_article() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("prize").press("enter");
    fixture.hold = true;
    fixture.effects.clear();
    for number in 0..5 {
        let more = article(
            &format!("prize-{number}"),
            "en",
            "A prize",
            "One more prize.",
        );
        fixture.tell(Message::Articles(vec![more], 50_000));
    }
    let searches = |fixture: &Fixture| {
        let effects = fixture.effects.iter();
        effects
            .filter(|effect| matches!(effect, Effect::Search { .. }))
            .count()
    };
    assert_eq!(searches(&fixture), 1);
    fixture.hold = false;
    fixture.answer();
    assert_eq!(searches(&fixture), 2);
    assert_eq!(fixture.listed().len(), 6);
}

#[test]
fn more_articles_for_a_search_move_nothing() {
    let mut fixture = Fixture::new(120, 30);
    fixture
        .press("/")
        .type_text("suez")
        .press("enter enter n n");
    let (open, hits) = (fixture.open(), fixture.view.reader().marks.hits());
    assert!(hits.1.is_some());
    fixture.hold = true;
    let more = article("more", "en", "Suez", "Suez, and Suez again.");
    fixture.tell(Message::Articles(vec![more], 50_000));
    fixture.hold = false;
    fixture.answer();
    assert_eq!(fixture.listed().len(), 4);
    assert_eq!(fixture.open(), open);
    assert_eq!(fixture.view.reader().marks.hits(), hits, "the hit is kept");
}

#[test]
fn the_reader_follows_whatever_a_search_does_meanwhile() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("suez").press("enter");
    fixture.hold = true;
    fixture.press("j");
    let wanted = fixture.under_cursor();
    assert_ne!(fixture.open(), wanted);
    let timer = fixture
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::After(_, timer) => Some(*timer),
            _ => None,
        });
    let more = article("more", "en", "Elsewhere", "Nothing to find.");
    fixture.tell(Message::Articles(vec![more], 50_000));
    fixture.tell(Message::Timer(timer.expect("the reader is to follow")));
    assert_eq!(fixture.open(), wanted);
}

#[test]
fn a_search_that_runs_is_stopped() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("suez").press("enter");
    fixture.hold = true;
    fixture.press("/").type_text("prize").press("enter ctrl-c");
    assert!(fixture.effects.contains(&Effect::StopSearch));
    assert!(fixture.bottom().contains("stopped"), "{}", fixture.bottom());
    let listed = fixture.listed();
    fixture.answer();
    assert_eq!(fixture.listed(), listed);
}

#[test]
fn a_search_of_the_view_marks_its_own_hits() {
    let mut fixture = Fixture::new(120, 30);
    fixture
        .press("j enter /")
        .type_text("waited")
        .press("enter");
    assert_eq!(fixture.view.reader().marks.hits().0, 30);
    fixture.press("q /").type_text("authority").press("enter");
    assert_eq!(fixture.open().as_deref(), Some("canal-en"));
    assert_eq!(fixture.view.reader().marks.hits().0, 1);
}

#[test]
fn what_is_found_is_counted_as_the_list_shows_it() {
    let mut fixture = Fixture::new(160, 45);
    fixture.press("2 /").type_text("suez");
    let prompt = fixture.view.search().expect("a search is being typed");
    assert_eq!(prompt.found, Some(fixture.listed().len()));
}

#[test]
fn a_letter_taken_back_goes_back_in_the_article_too() {
    let mut fixture = Fixture::new(120, 20);
    fixture.press("j enter /").type_text("a");
    let near = fixture.view.reader().first_place();
    fixture.type_text("uthority");
    assert_ne!(fixture.view.reader().first_place(), near);
    for _ in "uthority".chars() {
        fixture.press("backspace");
    }
    assert_eq!(fixture.view.reader().first_place(), near);
}

#[test]
fn what_answers_best_comes_first_or_last() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("canal").press("enter , r");
    let best = fixture.listed();
    assert_eq!(best.first().map(String::as_str), Some("canal-en"));
    fixture.press(", r");
    let mut worst = fixture.listed();
    worst.reverse();
    assert_eq!(worst, best);
}

#[test]
fn a_long_line_is_seen_where_it_is_typed() {
    for (columns, rows) in [(40, 10), (80, 24), (30, 8)] {
        let mut fixture = Fixture::new(columns, rows);
        fixture
            .press("/")
            .type_text(&"word ".repeat(30))
            .type_text("last");
        assert!(fixture.bottom().contains("last"), "{}", fixture.bottom());
        let cursor = fixture.cursor().expect("the caret");
        assert!(cursor.x < columns && cursor.y == rows - 1, "{cursor:?}");
        fixture.press("home");
        assert!(
            fixture.bottom().contains("/ word word"),
            "{}",
            fixture.bottom()
        );
        let at = fixture.bottom().find('w').map(|at| at + 1);
        let x = fixture.cursor().map(|cursor| usize::from(cursor.x));
        assert_eq!(x, at);
    }
}

#[test]
fn the_caret_of_a_picker_stands_where_it_is() {
    for keys in [":", "L"] {
        let mut fixture = Fixture::new(100, 30);
        fixture.press(keys).type_text("read");
        let end = fixture.cursor().expect("the caret");
        fixture.press("left left");
        let inside = fixture.cursor().expect("the caret");
        assert_eq!((inside.x, inside.y), (end.x - 2, end.y));
    }
    let mut mirrored = Fixture::of(corpus(), 100, 30, "ar", CorpusState::default());
    mirrored.press("/").type_text("سفينة");
    let end = mirrored.cursor().expect("the caret");
    mirrored.press("right");
    assert_eq!(mirrored.cursor().map(|cursor| cursor.x), Some(end.x + 1));
    mirrored.press("left");
    assert_eq!(mirrored.cursor(), Some(end));
}

#[test]
fn a_search_that_leaves_the_article_shows_its_results_in_the_list() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("G enter /").type_text("mrna").press("ctrl-t");
    assert_eq!(fixture.listed(), ["nobel-en"]);
    assert_eq!(fixture.under_cursor(), fixture.open());
    fixture.press("esc");
    assert_eq!(fixture.view.focus(), Pane::Reader);
    assert_eq!(fixture.open().as_deref(), Some("canal-vi"));
    fixture.press("/").type_text("mrna").press("ctrl-t enter");
    assert_eq!(fixture.view.focus(), Pane::List);
    assert_eq!(fixture.under_cursor(), fixture.open());
}

#[test]
fn a_long_search_shows_what_it_has_and_stops_on_esc() {
    let mut fixture = Fixture::new(100, 30);
    fixture.hold = true;
    fixture.press("/").type_text("suez");
    let generation = fixture
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::Search { generation, .. } => Some(*generation),
            _ => None,
        });
    let found = |percent| Message::Found {
        generation: generation.unwrap(),
        ranking: Arc::new(HashMap::from([(1, 1.0)])),
        percent,
    };
    fixture.tell(found(40));
    assert_eq!(fixture.listed(), ["canal-en"]);
    assert!(
        fixture.bottom().contains("1 found … 40 %"),
        "{}",
        fixture.bottom()
    );
    fixture.press("esc");
    assert!(fixture.effects.contains(&Effect::StopSearch));
    assert!(fixture.view.search().is_some(), "the line stays");
    fixture.tell(found(100));
    assert_eq!(
        fixture.listed(),
        ["canal-en"],
        "what comes too late changes nothing"
    );
    fixture.press("enter");
    assert!(!fixture.bottom().contains("40 %"));
    assert_eq!(fixture.listed(), ["canal-en"]);
}
