//! What happened and what is on: how each shows, and when it goes. A notice goes with
//! the first key a second or more after it came, and nothing goes by a clock.

use std::collections::HashMap;
use std::sync::Arc;

use nashra::config::settings::Settings;
use nashra::config::terminal::TerminalMode;
use nashra::store::CorpusState;
use nashra::view::geometry::Pane;
use nashra::view::message::{Effect, Message, Timer};

use super::fixture::{Fixture, corpus};

fn list() -> Fixture {
    Fixture::new(120, 30)
}

fn after(keys: &str) -> Fixture {
    let mut fixture = list();
    fixture.press(keys);
    fixture
}

/// The notice that shows.
fn notice(fixture: &mut Fixture) -> Option<String> {
    let (text, _) = fixture.view.status().notice?;
    Some(text.replace(['\u{2068}', '\u{2069}'], ""))
}

/// The states of the bottom line.
fn states(fixture: &mut Fixture) -> String {
    let states = fixture.view.status().states.join(" · ");
    states.replace(['\u{2068}', '\u{2069}'], "")
}

fn top(fixture: &mut Fixture) -> String {
    let screen = fixture.screen();
    screen.lines().next().unwrap_or_default().to_owned()
}

/// What `e` answers when it is first pressed.
const HIGHLIGHTS: &str = "colours: names; dates and amounts underlined";

/// A key at a time, in ms.
fn key(fixture: &mut Fixture, key: &str, at: u64) {
    fixture.tell(Message::Key(key.parse().expect("a key"), at));
}

#[test]
fn a_notice_goes_with_a_key_a_second_later_which_does_its_work() {
    let mut fixture = list();
    key(&mut fixture, "e", 1_000_000);
    assert_eq!(notice(&mut fixture).as_deref(), Some(HIGHLIGHTS));
    // A key within the second works, and the notice stays.
    key(&mut fixture, "j", 1_000_999);
    assert_eq!(fixture.view.list().cursor(), 1);
    assert_eq!(notice(&mut fixture).as_deref(), Some(HIGHLIGHTS));
    key(&mut fixture, "j", 1_001_000);
    assert_eq!(fixture.view.list().cursor(), 2);
    assert_eq!(notice(&mut fixture), None);
    // It is kept with the others.
    fixture.press(":").type_text("messages").press("enter");
    assert!(fixture.screen().contains(HIGHLIGHTS));
}

#[test]
fn nothing_goes_by_a_clock_or_by_what_happens_meanwhile() {
    let mut fixture = after("e");
    let before = notice(&mut fixture);
    assert!(before.is_some());
    for message in [
        Message::Timer(Timer::Follow(u64::MAX)),
        Message::Timer(Timer::Search(u64::MAX)),
        Message::Timer(Timer::Rest),
        Message::Progress(10, 20, 90_000_000),
        Message::Furniture(Vec::new()),
        Message::Resize(100, 30),
    ] {
        let said = format!("{message:?}");
        fixture.tell(message);
        assert_eq!(notice(&mut fixture), before, "{said}");
    }
}

#[test]
fn a_notice_takes_no_key_and_no_focus_and_the_newest_wins() {
    let mut fixture = list();
    let body = |fixture: &mut Fixture| {
        let screen = fixture.screen();
        let rows: Vec<&str> = screen.lines().collect();
        rows.split_last().map(|(_, body)| body.join("\n"))
    };
    let before = body(&mut fixture);
    fixture.tell(Message::Failed("it went wrong".to_owned(), 1_000_000));
    assert_eq!(body(&mut fixture), before, "it covers no text");
    assert_eq!(fixture.view.focus(), Pane::List);
    assert!(
        fixture.bottom().contains("! it went wrong"),
        "{}",
        fixture.bottom()
    );
    key(&mut fixture, "e", 1_000_100);
    assert_eq!(notice(&mut fixture).as_deref(), Some(HIGHLIGHTS));
    fixture.press(":").type_text("messages").press("enter");
    let screen = fixture.screen();
    assert!(screen.contains("it went wrong") && screen.contains(HIGHLIGHTS));
}

#[test]
fn a_mark_shows_in_its_row_at_once_and_without_words() {
    let row = |fixture: &mut Fixture| fixture.screen().lines().nth(1).map(str::to_owned);
    let mut fixture = list();
    assert!(row(&mut fixture).unwrap().starts_with("▌●"));
    fixture.press("m");
    assert!(row(&mut fixture).unwrap().starts_with("▌ "));
    fixture.press("m");
    assert!(row(&mut fixture).unwrap().starts_with("▌●"));
    let mut wide = Fixture::new(160, 45);
    wide.press("s");
    assert!(row(&mut wide).unwrap().starts_with("▌●★"));
    wide.press("s");
    assert!(row(&mut wide).unwrap().starts_with("▌● "));
    for fixture in [&mut fixture, &mut wide] {
        assert_eq!(notice(fixture), None);
    }
}

#[test]
fn marking_many_says_how_many_and_the_way_back() {
    let mut fixture = after("M");
    let said = notice(&mut fixture);
    assert_eq!(said.as_deref(), Some("5 marked read · u takes it back"));
    fixture.press("u");
    assert_eq!(notice(&mut fixture).as_deref(), Some("unread again: 5"));
    fixture.press("u");
    assert_eq!(
        notice(&mut fixture).as_deref(),
        Some("nothing to take back")
    );
    fixture.press("U");
    assert_eq!(fixture.view.browse().unread(), 0);
    fixture.press("j");
    assert_eq!(notice(&mut fixture), None);
}

#[test]
fn a_chosen_language_shows_in_the_bar_until_all_do() {
    let mut fixture = after("1");
    assert!(top(&mut fixture).contains("[1 English 2]"));
    fixture.press("j j enter q");
    assert!(top(&mut fixture).contains("[1 English 2]"));
    fixture.press("0");
    assert!(!top(&mut fixture).contains('['));
}

#[test]
fn each_view_is_a_crumb_and_q_or_escape_clears_the_last() {
    let mut fixture = list();
    fixture.press("/").type_text("suez").press("enter");
    assert!(top(&mut fixture).contains("corpus › “suez”"));
    fixture.press("tab tab +");
    assert!(
        top(&mut fixture).contains("“suez” › Suez Canal"),
        "{}",
        top(&mut fixture)
    );
    fixture.press("q");
    assert!(
        top(&mut fixture).contains("corpus › “suez”  "),
        "{}",
        top(&mut fixture)
    );
    fixture.press("q");
    assert!(top(&mut fixture).contains("corpus  1 English"));
    fixture.press("/").type_text("suez").press("enter esc");
    assert!(top(&mut fixture).contains("corpus  1 English"));
    fixture.press(".");
    assert!(fixture.bottom().contains("unread only"));
    fixture.press("j");
    assert!(fixture.bottom().contains("unread only"));
    fixture.press(".");
    assert!(!fixture.bottom().contains("unread only"));
}

#[test]
fn a_running_search_shows_what_it_has_and_stops_with_that() {
    let mut fixture = list();
    fixture.hold = true;
    fixture.press("/").type_text("s");
    let mut searches = fixture.effects.iter().filter_map(|effect| match effect {
        Effect::Search { generation, .. } => Some(*generation),
        _ => None,
    });
    let generation = searches.next_back().expect("a search was asked for");
    fixture.tell(Message::Found {
        generation,
        ranking: Arc::new(HashMap::from([(1, 1.0)])),
        percent: 40,
    });
    assert_eq!(fixture.listed(), ["canal-en"]);
    assert!(fixture.bottom().contains("1 found"), "{}", fixture.bottom());
    fixture.press("enter ctrl-c");
    assert!(fixture.effects.contains(&Effect::StopSearch));
    assert_eq!(notice(&mut fixture).as_deref(), Some("stopped"));
    assert_eq!(fixture.listed(), ["canal-en"]);
}

#[test]
fn a_wrong_word_is_underlined_while_it_is_typed() {
    let mut fixture = list();
    fixture.press("/").type_text("lang:vn suez");
    let screen = fixture.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let [typed, below] = lines[lines.len() - 2..] else {
        panic!("two lines")
    };
    assert!(typed.starts_with(" / lang:vn suez"), "{typed}");
    assert!(below.starts_with("   ~~~~~~~ no language “vn”"), "{below}");
    assert_eq!(fixture.listed().len(), 3, "the rest works");
    fixture.press("enter");
    assert!(!fixture.screen().contains('~'));
    assert_eq!(notice(&mut fixture), None);
}

#[test]
fn walking_hits_round_the_end_is_told() {
    let mut fixture = after("j enter /");
    fixture.type_text("authority").press("enter n");
    assert_eq!(
        notice(&mut fixture).as_deref(),
        Some("last hit: from the top again")
    );
    assert!(states(&mut fixture).contains("hit 1/1"));
    fixture.press("esc j");
    assert_eq!(notice(&mut fixture), None);
    assert!(!states(&mut fixture).contains("hit"));
}

#[test]
fn the_end_of_the_import_is_told_once() {
    let state = CorpusState::default();
    let mut fixture = Fixture::importing(120, 30, "en", state, Settings::default());
    fixture.tell(Message::Articles(corpus(), 10_000));
    assert_eq!(notice(&mut fixture), None);
    fixture.tell(Message::Imported(10_500));
    assert_eq!(
        notice(&mut fixture).as_deref(),
        Some("5 articles · 4 languages")
    );
    key(&mut fixture, "j", 12_000);
    assert_eq!(notice(&mut fixture), None);
}

#[test]
fn what_cannot_be_read_is_counted_and_listed() {
    let mut fixture = list();
    for line in [3, 9] {
        let problem = format!("dump.jsonl:{line}: no JSON");
        fixture.tell(Message::Problem(problem, None));
    }
    assert!(
        fixture.bottom().contains("! 2 skipped :problems"),
        "{}",
        fixture.bottom()
    );
    fixture.press("j k");
    assert!(
        fixture.bottom().contains("! 2 skipped"),
        "no key makes it go"
    );
    fixture.press(":").type_text("problems").press("enter");
    assert!(fixture.screen().contains("dump.jsonl:9: no JSON"));
}

#[test]
fn another_mode_is_told_with_the_ways_on() {
    let mut fixture = after("f2");
    let said = notice(&mut fixture).unwrap();
    assert_eq!(
        said,
        "right-to-left: explicit (2/7) · F2 next · F3 asks you"
    );
    let mode = Effect::SetTerminalMode(Some(TerminalMode::Explicit));
    assert!(fixture.effects.contains(&mode), "it is remembered");
}

#[test]
fn a_guess_shows_as_long_as_it_is_one_and_is_told_once() {
    let guess = |is_guess| Message::Terminal {
        mode: TerminalMode::Visual,
        is_guess,
    };
    let mut fixture = list();
    fixture.tell(guess(true));
    assert!(states(&mut fixture).contains("visual?"));
    fixture.press("j");
    let said = notice(&mut fixture);
    assert!(
        said.unwrap_or_default()
            .contains("F3 if right-to-left text looks wrong")
    );
    fixture.press("j k j k");
    assert_eq!(notice(&mut fixture), None, "once");
    assert!(states(&mut fixture).contains("visual?"));
    fixture.tell(guess(false));
    assert!(!states(&mut fixture).contains("visual?"));
}

#[test]
fn a_slow_line_is_told_and_stays_in_the_bottom_line() {
    let mut fixture = list();
    fixture.tell(Message::SlowLine(1_000_000));
    let said = notice(&mut fixture);
    assert!(
        said.unwrap_or_default()
            .starts_with("slow line: low bandwidth on")
    );
    key(&mut fixture, "j", 1_002_000);
    assert_eq!(notice(&mut fixture), None);
    assert!(states(&mut fixture).contains("slow"));
    fixture
        .press(":")
        .type_text("low-bandwidth")
        .press("enter j");
    assert!(!states(&mut fixture).contains("slow"));
}

#[test]
fn another_size_keeps_the_first_byte_on_top() {
    let mut fixture = after("j enter space j j");
    let first = fixture.view.reader().position();
    for (columns, rows) in [(80, 24), (40, 10), (30, 8), (160, 45), (120, 30)] {
        fixture.resize(columns, rows);
        fixture.screen();
        assert_eq!(notice(&mut fixture), None);
    }
    assert_eq!(fixture.view.reader().position(), first);
    fixture.resize(19, 3);
    assert!(fixture.screen().starts_with("too small"));
}
