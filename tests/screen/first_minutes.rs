//! What a person meets in the first minutes.

use std::sync::Arc;

use nashra::config::settings::Settings;
use nashra::corpus::{LanguageTag, Timestamp};
use nashra::store::CorpusState;
use nashra::view::message::Message;

use super::fixture::{Fixture, corpus};

#[test]
fn hotkeys_stay_from_the_first_key_on() {
    let mut first = corpus();
    let second = first.split_off(1);
    let state = CorpusState::default();
    let mut fixture = Fixture::importing(120, 30, "en", state, Settings::default());
    fixture.tell(Message::Articles(first, 10));
    fixture.press("j");
    fixture.tell(Message::Articles(second, 900));
    let chips = fixture.view.chips();
    assert_eq!(chips.first().map(|chip| chip.language.as_str()), Some("ar"));
    assert_eq!(chips.len(), 4);
}

#[test]
fn the_sample_begins_in_the_language_of_the_interface() {
    for interface in ["en", "ar", "de"] {
        let fixture = Fixture::sample(120, 30, interface);
        let row = fixture.view.list().cursor();
        let (_, article) = fixture.view.browse().at_row(row).expect("an article");
        assert_eq!(article.language.as_str(), interface);
        let open = fixture.view.reader().article().expect("it shows");
        assert_eq!(open.id, article.id);
    }
}

#[test]
fn a_language_that_was_chosen_without_a_hotkey_shows_in_the_bar() {
    let mut fixture = Fixture::new(80, 24);
    let more = (b'a'..b'm').map(|letter| {
        let mut article = corpus().remove(0).as_ref().clone();
        let letter = char::from(letter);
        article.id = format!("more-{letter}").into();
        article.language = LanguageTag::new(&format!("q{letter}"));
        Arc::new(article)
    });
    fixture.tell(Message::Articles(more.collect(), 20_000));
    let last = fixture.view.browse().lens.languages().last().cloned();
    let last = last.expect("a language");
    assert_eq!(last.hotkey, None);
    fixture
        .press("L")
        .type_text(last.language.as_str())
        .press("enter");
    let top = fixture
        .screen()
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned();
    assert!(top.contains(&format!("[{} 1]", last.language)), "{top}");
    assert!(top.contains("+10"), "{top}");
}

#[test]
fn the_end_names_the_key_that_goes_on() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("enter G space");
    let bottom = fixture.bottom();
    assert!(bottom.contains("end · Space: next unread: "), "{bottom}");
    assert!(bottom.ends_with("? keys"), "{bottom}");
}

#[test]
fn a_menu_shows_all_of_its_keys_at_every_width() {
    for interface in ["en", "ar", "de"] {
        for columns in [120, 80, 60, 40] {
            let (state, settings) = (CorpusState::default(), Settings::default());
            let mut fixture = Fixture::importing(columns, 20, interface, state, settings);
            fixture.tell(Message::Articles(corpus(), 0));
            fixture.tell(Message::Imported(0));
            for (menu, keys) in [("y", "ltpanc"), (",", "dtslwr")] {
                fixture.press(menu);
                let hints = fixture.view.status().hints;
                let screen = fixture.screen();
                for (key, _) in hints.iter().filter(|(key, _)| keys.contains(key.as_str())) {
                    let bare = |word: &str| word == key;
                    assert!(
                        screen
                            .lines()
                            .rev()
                            .take(3)
                            .any(|line| line.split_whitespace().any(bare)),
                        "{interface} {columns} {key}\n{screen}"
                    );
                }
                assert!(hints.len() >= keys.len());
                fixture.press("esc");
            }
        }
    }
}

#[test]
fn an_arabic_date_reads_from_the_right_in_a_sheet_too() {
    let (state, settings) = (CorpusState::default(), Settings::default());
    let mut fixture = Fixture::importing(80, 24, "ar", state, settings);
    let mut article = corpus().remove(0).as_ref().clone();
    // 9 April 2024, at noon.
    article.date = Some(Timestamp(1_712_664_000));
    fixture.tell(Message::Articles(vec![Arc::new(article)], 0));
    fixture.tell(Message::Imported(0));
    fixture.press("i");
    let screen = fixture.screen();
    let line = screen.lines().find(|line| line.contains("٢٠٢٤"));
    let line = line.unwrap_or_else(|| panic!("no date\n{screen}"));
    assert!(line.find("٢٠٢٤") < line.find('٩'), "{line}");
    assert!(line.contains('٩'), "{line}");
}

#[test]
fn the_row_under_the_cursor_stays_where_it_is_while_articles_arrive() {
    let (state, settings) = (CorpusState::default(), Settings::default());
    let mut fixture = Fixture::importing(120, 20, "en", state, settings);
    let dated = |day: i64| {
        let mut article = corpus().remove(0).as_ref().clone();
        article.id = format!("day-{day}").into();
        article.date = Some(Timestamp(1_600_000_000 + day * 86_400));
        Arc::new(article)
    };
    fixture.tell(Message::Articles((0..40).map(dated).collect(), 0));
    for (keys, newer) in [("j j j", 40..60), ("k k k", 60..61), ("pgdn", 61..90)] {
        fixture.press(keys);
        let place = |fixture: &mut Fixture| {
            let screen = fixture.screen();
            screen.lines().position(|line| line.starts_with('▌'))
        };
        let (before, under) = (place(&mut fixture), fixture.under_cursor());
        fixture.tell(Message::Articles(newer.map(dated).collect(), 5_000));
        assert!(before.is_some());
        assert_eq!(place(&mut fixture), before, "{keys}");
        assert_eq!(fixture.under_cursor(), under, "{keys}");
    }
}
