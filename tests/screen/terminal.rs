//! What the view makes of the terminal: how right-to-left text is sent, and how much.

use nashra::config::settings::{ListCursor, Settings};
use nashra::config::terminal::{LowBandwidth, TerminalMode};
use nashra::view::geometry::Pane;
use nashra::view::message::{Effect, Message, Timer};
use nashra::view::reader::Highlights;

use super::fixture::Fixture;

fn low(columns: u16, rows: u16) -> Fixture {
    Fixture::set(
        columns,
        rows,
        Settings {
            low_bandwidth: LowBandwidth::On,
            list_cursor: ListCursor::Row,
            ..Settings::default()
        },
    )
}

fn modes(fixture: &Fixture) -> Vec<Option<TerminalMode>> {
    let chosen = |effect: &Effect| match effect {
        Effect::SetTerminalMode(mode) => Some(*mode),
        _ => None,
    };
    fixture.effects.iter().filter_map(chosen).collect()
}

#[test]
fn f2_asks_for_one_mode_after_the_other() {
    let mut fixture = Fixture::new(100, 30);
    fixture.press("f2");
    assert!(fixture.bottom().contains("explicit (2/7)"));
    fixture.press("f2 f2");
    assert_eq!(
        modes(&fixture),
        [
            Some(TerminalMode::Explicit),
            Some(TerminalMode::Inverse),
            Some(TerminalMode::Kitty)
        ]
    );
}

#[test]
fn a_digit_settles_the_calibration() {
    for (key, mode) in [
        ("1", TerminalMode::Visual),
        ("2", TerminalMode::Inverse),
        ("3", TerminalMode::KittyWord),
        ("4", TerminalMode::Lro),
    ] {
        let mut fixture = Fixture::new(100, 30);
        fixture.press("f3");
        assert!(fixture.screen().contains("99 o|"));
        fixture.press(key);
        assert_eq!(modes(&fixture), [Some(mode)]);
        assert!(!fixture.screen().contains("99 o|"));
        assert!(fixture.bottom().contains(mode.name()));
    }
}

#[test]
fn other_answers_of_the_calibration_change_nothing() {
    let mut fixture = Fixture::new(100, 30);
    fixture.press("f3 5");
    assert!(fixture.screen().contains("ww o|"), "Hebrew letters");
    fixture.press("6");
    assert!(fixture.bottom().contains("it stays visual"));
    fixture.press("f3 9 esc");
    assert!(!fixture.screen().contains("99 o|"));
    assert!(modes(&fixture).is_empty());
}

#[test]
fn the_calibration_offers_what_the_terminal_is_sent() {
    let mut fixture = Fixture::new(100, 30);
    fixture.tell(Message::Terminal {
        mode: TerminalMode::Explicit,
        is_guess: false,
    });
    fixture.press("f3 1");
    assert_eq!(modes(&fixture), [Some(TerminalMode::Explicit)]);
}

#[test]
fn the_mode_can_be_left_to_the_program_again() {
    let mut fixture = Fixture::new(100, 30);
    fixture.press(":").type_text("term-mode-auto");
    fixture.press("enter");
    assert_eq!(modes(&fixture), [None]);
}

#[test]
fn a_guess_is_said_where_it_matters_and_once() {
    let mut fixture = Fixture::new(100, 30);
    fixture.tell(Message::Terminal {
        mode: TerminalMode::Visual,
        is_guess: true,
    });
    assert!(fixture.bottom().contains("visual?"));
    fixture.press("g");
    assert!(
        fixture
            .bottom()
            .contains("F3 if right-to-left text looks wrong")
    );
    fixture.press("g");
    assert!(
        !fixture
            .bottom()
            .contains("F3 if right-to-left text looks wrong")
    );
    let english = "1";
    fixture.press(english).press("enter");
    assert!(
        !fixture.bottom().contains("visual?"),
        "{}",
        fixture.screen()
    );
}

#[test]
fn on_a_slow_line_there_is_less_to_send() {
    let mut fixture = low(160, 45);
    assert!(fixture.bottom().contains("slow"));
    assert!(fixture.view.geometry().names.is_none());
    assert_eq!(fixture.view.list_cursor(), ListCursor::Handle);
    fixture.effects.clear();
    fixture.press("j");
    let follows = |effect: &Effect| matches!(effect, Effect::After(_, Timer::Follow(_)));
    assert!(!fixture.effects.iter().any(follows), "the reader stays");
    fixture.press("enter");
    assert!(!fixture.bottom().contains('%') && !fixture.bottom().contains("top"));
    assert_eq!(fixture.view.reader().marks.highlights, Highlights::Off);
    fixture.press("j enter");
    assert!(
        fixture.view.reader().marks.hides_page_end,
        "in every article"
    );
    fixture.press("tab");
    assert_eq!(fixture.view.focus(), Pane::Names);
    assert!(fixture.view.geometry().names.is_some());
}

#[test]
fn what_a_slow_line_took_comes_back() {
    let mut fixture = low(160, 45);
    fixture.press(":").type_text("low-bandwidth");
    fixture.press("enter");
    assert_eq!(fixture.view.list_cursor(), ListCursor::Row);
    assert!(fixture.view.geometry().names.is_some());
    fixture.press("enter");
    assert_eq!(fixture.view.reader().marks.highlights, Highlights::Names);
}

#[test]
fn a_line_that_proves_slow_is_believed_unless_somebody_knows_better() {
    let mut fixture = Fixture::new(160, 45);
    fixture.tell(Message::SlowLine(20_000));
    assert!(fixture.bottom().contains("slow line: low bandwidth on"));
    let mut fixture = Fixture::set(
        160,
        45,
        Settings {
            low_bandwidth: LowBandwidth::Off,
            ..Settings::default()
        },
    );
    fixture.tell(Message::SlowLine(20_000));
    assert!(!fixture.bottom().contains("slow"));
}

#[test]
fn on_a_slow_line_typing_rests_before_a_search() {
    let searches = |fixture: &Fixture| {
        let search = |effect: &&Effect| matches!(effect, Effect::Search { .. });
        fixture.effects.iter().filter(search).count()
    };
    let mut fixture = low(100, 30);
    fixture.hold = true;
    fixture.press("/").type_text("prize");
    assert_eq!(searches(&fixture), 0);
    fixture.answer();
    assert_eq!(searches(&fixture), 1, "of the last rest alone");
    // Enter does not wait.
    let mut fixture = low(100, 30);
    fixture.hold = true;
    fixture.press("/").type_text("prize");
    fixture.press("enter");
    assert_eq!(searches(&fixture), 1);
}
