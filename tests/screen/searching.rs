//! Searching the view and the article.

use nashra::view::geometry::Pane;

use super::fixture::Fixture;

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
        .find(|chip| chip.tag == "de")
        .map(|chip| chip.hotkey.to_string());
    fixture.press(&german.expect("German has a hotkey"));
    assert!(fixture.listed().is_empty() || fixture.listed() == ["canal-de"]);
    fixture.press("0");
    assert_eq!(fixture.listed().len(), 3);
}
