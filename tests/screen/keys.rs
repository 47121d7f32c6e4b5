//! What each key does: state, key, state.

use nashra::config::keymap::{Context, Keymap, Keys};
use nashra::config::settings::Settings;
use nashra::store::CorpusState;
use nashra::view::geometry::Pane;
use nashra::view::message::{Effect, Message, Mouse, MouseKind};

use super::fixture::{Fixture, corpus};

#[test]
fn the_first_article_shows_without_being_read() {
    let fixture = Fixture::new(120, 30);
    assert_eq!(fixture.open().as_deref(), Some("canal-ar"));
    assert!(!fixture.is_read("canal-ar"));
    assert_eq!(fixture.view.focus(), Pane::List);
}

#[test]
fn down_moves_the_cursor_and_the_reader_follows() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j");
    assert_eq!(fixture.open().as_deref(), Some("canal-en"));
    assert!(!fixture.is_read("canal-en"));
    assert!(
        fixture
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::After(120, _)))
    );
    fixture.press("G j");
    assert_eq!(fixture.under_cursor().as_deref(), Some("canal-vi"));
    fixture.press("g k");
    assert_eq!(fixture.under_cursor().as_deref(), Some("canal-ar"));
}

#[test]
fn enter_reads_and_saves_at_once() {
    let mut fixture = Fixture::new(120, 30);
    fixture.effects.clear();
    fixture.press("enter");
    assert_eq!(fixture.view.focus(), Pane::Reader);
    assert!(fixture.is_read("canal-ar"));
    let saved = fixture.effects.iter().any(|effect| match effect {
        Effect::Save(change) => change
            .articles
            .values()
            .any(|change| change.read == Some(true)),
        _ => false,
    });
    assert!(saved);
}

#[test]
fn a_digit_shows_one_language_more_add_and_zero_shows_all() {
    let mut fixture = Fixture::new(120, 30);
    // English has two articles and so the first hotkey.
    fixture.press("1");
    assert_eq!(fixture.listed(), ["canal-en", "nobel-en"]);
    fixture.press("3");
    assert_eq!(fixture.listed().len(), 3);
    fixture.press("1");
    assert_eq!(fixture.listed().len(), 1);
    fixture.press("0");
    assert_eq!(fixture.listed().len(), 5);
}

#[test]
fn the_cursor_stays_on_its_article_through_a_change_of_languages() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j j j");
    assert_eq!(fixture.under_cursor().as_deref(), Some("nobel-en"));
    fixture.press("1");
    assert_eq!(fixture.under_cursor().as_deref(), Some("nobel-en"));
    fixture.press("0");
    assert_eq!(fixture.under_cursor().as_deref(), Some("nobel-en"));
}

#[test]
fn q_never_leaves_by_surprise() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("enter q");
    assert_eq!(fixture.view.focus(), Pane::List);
    fixture.press("q");
    assert!(!fixture.effects.contains(&Effect::Quit));
    assert!(fixture.bottom().contains("again leaves"));
    fixture.press("j q");
    assert!(!fixture.effects.contains(&Effect::Quit));
    fixture.press("q");
    assert!(fixture.effects.contains(&Effect::Quit));
}

#[test]
fn escape_never_leaves() {
    let mut fixture = Fixture::new(120, 30);
    for _ in 0..10 {
        fixture.press("esc");
    }
    assert!(!fixture.effects.contains(&Effect::Quit));
}

#[test]
fn interrupt_leaves_when_pressed_twice_in_a_row() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("ctrl-c j ctrl-c");
    assert!(!fixture.effects.contains(&Effect::Quit));
    fixture.press("ctrl-c");
    assert!(fixture.effects.contains(&Effect::Quit));
}

#[test]
fn marks_are_taken_back_and_done_again() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("m");
    assert!(fixture.is_read("canal-ar"));
    assert_eq!(fixture.view.list().cursor(), 0);
    fixture.press("u");
    assert!(!fixture.is_read("canal-ar"));
    fixture.press("U");
    assert!(fixture.is_read("canal-ar"));
    fixture.press("M");
    assert_eq!(fixture.view.browse().unread(), 0);
    fixture.press("u");
    assert_eq!(fixture.view.browse().unread(), 4);
    fixture.press("u u");
    assert!(fixture.bottom().contains("nothing to take back"));
}

#[test]
fn what_was_just_read_stays_in_an_unread_view_until_it_is_left() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press(". m");
    assert_eq!(fixture.listed().len(), 5);
    fixture.press(". .");
    assert_eq!(fixture.listed().len(), 4);
}

#[test]
fn n_goes_to_the_next_unread_round_the_end() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("m n");
    assert_eq!(fixture.under_cursor().as_deref(), Some("canal-en"));
    fixture.press("N");
    assert_eq!(fixture.under_cursor().as_deref(), Some("canal-vi"));
}

#[test]
fn sorting_is_a_menu_that_waits() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press(",");
    assert!(fixture.bottom().contains("w words"), "{}", fixture.bottom());
    fixture.press("w");
    assert_eq!(
        fixture.under_cursor().as_deref(),
        Some("canal-ar"),
        "the cursor stays"
    );
    assert_eq!(
        fixture.listed().first().map(String::as_str),
        Some("canal-en")
    );
    fixture.press(", w");
    assert_eq!(
        fixture.listed().last().map(String::as_str),
        Some("canal-en")
    );
    fixture.press(", esc j");
    assert_eq!(
        fixture.listed().last().map(String::as_str),
        Some("canal-en")
    );
}

#[test]
fn panes_are_walked_and_reached_by_side() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("tab");
    assert_eq!(fixture.view.focus(), Pane::Reader);
    fixture.press("tab tab");
    assert_eq!(fixture.view.focus(), Pane::List);
    fixture.press("l l");
    assert_eq!(fixture.view.focus(), Pane::Names);
    fixture.press("h");
    assert_eq!(fixture.view.focus(), Pane::Reader);
}

#[test]
fn text_pasted_outside_a_prompt_changes_nothing() {
    let mut fixture = Fixture::new(120, 30);
    fixture.effects.clear();
    fixture.tell(Message::Paste("jjjMQ".to_owned(), 99_000));
    assert!(fixture.effects.is_empty());
    assert_eq!(fixture.view.list().cursor(), 0);
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_a_click_goes_there() {
    let mut fixture = Fixture::new(120, 30);
    let at = |kind, column, row| Message::Mouse(Mouse { kind, column, row }, 99_000);
    fixture.tell(at(MouseKind::Press, 4, 2));
    assert_eq!(fixture.under_cursor().as_deref(), Some("canal-en"));
    fixture.tell(at(MouseKind::Press, 4, 2));
    assert_eq!(fixture.view.focus(), Pane::Reader);
    let before = fixture.screen();
    fixture.tell(at(MouseKind::WheelDown, 60, 10));
    assert_ne!(fixture.screen(), before);
    fixture.tell(at(MouseKind::WheelUp, 60, 10));
    assert_eq!(fixture.screen(), before);
}

#[test]
fn a_row_can_be_named_by_number_and_by_share() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press(":").type_text("3").press("enter");
    assert_eq!(fixture.view.list().cursor(), 2);
    fixture.press(":").type_text("100%").press("enter");
    assert_eq!(fixture.view.list().cursor(), 4);
}

#[test]
fn commands_are_found_by_the_names_of_other_programs() {
    for (typed, name) in [("mark-all-read", "view-read"), ("limit", "unread-only")] {
        let mut fixture = Fixture::new(120, 30);
        fixture.press(":").type_text(typed);
        assert!(
            fixture.screen().lines().nth(2).unwrap().contains(name),
            "{typed}"
        );
    }
}

#[test]
fn the_help_lists_this_pane_first_and_runs_a_row() {
    let mut fixture = Fixture::new(120, 40);
    fixture.press("?");
    let screen = fixture.screen();
    assert!(screen.contains("Keys · list"));
    assert!(screen.contains("read on"));
    fixture.press("/").type_text("star").press("enter");
    let starred = fixture
        .view
        .browse()
        .states()
        .values()
        .any(|state| state.starred);
    assert!(starred);
}

#[test]
fn the_language_picker_narrows_and_chooses() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("L").type_text("viet").press("enter");
    assert_eq!(fixture.listed(), ["canal-vi"]);
    fixture.press("0 L").type_text("ger").press("- enter");
    assert!(!fixture.listed().contains(&"canal-de".to_owned()));
}

/// Whatever is pressed, wherever: no panic, and only what leaves may leave.
#[test]
fn every_key_of_the_map_can_be_pressed_anywhere() {
    let ways: [&[&str]; 8] = [
        &[],
        &["enter"],
        &["tab", "tab"],
        &["/"],
        &["L"],
        &[":"],
        &["?"],
        &["i"],
    ];
    for size in [(160, 45), (100, 30), (80, 24), (40, 10), (30, 8), (10, 2)] {
        for way in ways {
            for row in Keymap::builtin().rows() {
                for keys in &row.keys {
                    let Keys::Sequence(sequence) = keys else {
                        continue;
                    };
                    let mut fixture = Fixture::new(size.0, size.1);
                    for key in way {
                        fixture.press(key);
                    }
                    fixture.press(&sequence.to_string());
                    fixture.buffer();
                }
            }
        }
    }
}

#[test]
fn the_bottom_line_of_a_sheet_says_what_its_keys_do_there() {
    for (keys, bottom) in [
        ("?", "Enter run  / filter  q close"),
        (":", "Enter run  Esc leave"),
        ("L", "Enter keep  Esc leave"),
        ("i", "q close"),
    ] {
        let mut fixture = Fixture::new(120, 30);
        fixture.press(keys);
        assert_eq!(fixture.bottom(), bottom, "{keys}");
    }
}

#[test]
fn a_language_says_which_key_it_got() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("L down 7");
    assert_eq!(fixture.bottom(), "Arabic has the key 7 now");
    fixture.press("esc 7");
    assert_eq!(fixture.listed(), ["canal-ar"]);
}

#[test]
fn only_the_same_key_again_leaves() {
    let click = Mouse {
        kind: MouseKind::Press,
        column: 4,
        row: 3,
    };
    for key in ["q", "ctrl-c"] {
        for between in ["d", ";", ", esc", "click", "paste"] {
            let mut fixture = Fixture::new(120, 30);
            fixture.press(key);
            match between {
                "click" => fixture.tell(Message::Mouse(click, 99_000)),
                "paste" => fixture.tell(Message::Paste("x".to_owned(), 99_000)),
                keys => {
                    fixture.press(keys);
                }
            }
            fixture.press(key);
            assert!(
                !fixture.effects.contains(&Effect::Quit),
                "{key} {between} {key}"
            );
        }
    }
}

#[test]
fn the_pane_at_a_side_is_the_one_that_the_eye_sees_there() {
    // The names stand in the list's place: the reader is at their right.
    let mut fixture = Fixture::new(100, 30);
    fixture.press("shift-tab");
    assert_eq!(fixture.view.focus(), Pane::Names);
    fixture.press("h");
    assert_eq!(fixture.view.focus(), Pane::Names);
    fixture.press("l");
    assert_eq!(fixture.view.focus(), Pane::Reader);
    fixture.press("l");
    assert_eq!(
        fixture.view.focus(),
        Pane::Reader,
        "nothing is further right"
    );
    fixture.press("h");
    assert_eq!(fixture.view.focus(), Pane::List);
    let mut mirrored = Fixture::of(corpus(), 160, 45, "ar", CorpusState::default());
    mirrored.press("h");
    assert_eq!(mirrored.view.focus(), Pane::Reader);
    mirrored.press("l l");
    assert_eq!(mirrored.view.focus(), Pane::List);
}

#[test]
fn where_the_reader_is_alone_keys_are_for_the_reader() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j").resize(30, 8);
    let before = fixture.screen();
    fixture.press("j");
    assert_eq!(fixture.open().as_deref(), Some("canal-en"));
    assert_ne!(fixture.screen(), before, "it scrolls");
    fixture.press("J");
    assert_eq!(fixture.open().as_deref(), Some("canal-de"));
    fixture.press("q");
    assert!(
        fixture.bottom().contains("again leaves"),
        "{}",
        fixture.screen()
    );
    fixture.resize(120, 30);
    assert!(!fixture.effects.contains(&Effect::Quit));
    fixture.press("q q");
}

#[test]
fn a_menu_shows_its_keys_whatever_was_told_before() {
    let mut fixture = Fixture::new(120, 30);
    let now = 99_000;
    fixture.tell(Message::Failed("it went wrong".to_owned(), now));
    fixture.tell(Message::Key(",".parse().expect("a key"), now + 10));
    assert!(fixture.bottom().contains("w words"), "{}", fixture.bottom());
}

#[test]
fn what_is_taken_back_shows_again_among_the_unread() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press(". M . .");
    assert!(fixture.listed().is_empty());
    fixture.press("u");
    assert_eq!(fixture.listed().len(), 5);
}

#[test]
fn a_click_below_a_sheet_runs_nothing() {
    for rows in 10..24 {
        let mut fixture = Fixture::new(80, rows);
        fixture.press("?");
        let click = Mouse {
            kind: MouseKind::Press,
            column: 4,
            row: rows - 1,
        };
        fixture.tell(Message::Mouse(click, 99_000));
        assert!(fixture.view.sheet().is_some(), "{rows} rows");
    }
}

#[test]
fn only_the_help_is_narrowed_from_inside() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("i /").type_text("zz");
    assert_eq!(fixture.view.context(), Context::Help);
    fixture.press("esc");
    assert!(fixture.view.sheet().is_none());
}

#[test]
fn a_click_in_a_pane_keeps_what_a_search_found() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("/").type_text("suez");
    let click = |row| {
        let kind = MouseKind::Press;
        Message::Mouse(
            Mouse {
                kind,
                column: 4,
                row,
            },
            99_000,
        )
    };
    fixture.tell(click(2));
    assert!(fixture.view.search().is_none());
    assert_eq!(fixture.listed().len(), 3);
    assert_eq!(fixture.view.list().cursor(), 1);
}

#[test]
fn a_click_on_a_language_shows_it() {
    let mut fixture = Fixture::new(120, 30);
    let click = |column| {
        let kind = MouseKind::Press;
        Message::Mouse(
            Mouse {
                kind,
                column,
                row: 0,
            },
            99_000,
        )
    };
    let column = |fixture: &mut Fixture, text: &str| {
        let bar = fixture.screen().lines().next().map(str::to_owned).unwrap();
        let before = bar.split(text).next().unwrap();
        u16::try_from(nashra::text::width::text_width(before)).unwrap()
    };
    let german = column(&mut fixture, "Deutsch");
    fixture.tell(click(german));
    assert_eq!(fixture.listed(), ["canal-de"]);
    let all = column(&mut fixture, "0 all");
    fixture.tell(click(all));
    assert_eq!(fixture.listed().len(), 5);
}

#[test]
fn hotkeys_go_by_count_until_the_corpus_is_read_or_one_is_used() {
    let mut first = super::fixture::corpus();
    let second = first.split_off(1);
    let state = CorpusState::default();
    let mut fixture = Fixture::importing(120, 30, "en", state, Settings::default());
    let keyed = |fixture: &Fixture| {
        let chips = fixture.view.chips();
        chips.first().map(|chip| chip.language.to_string())
    };
    fixture.tell(Message::Articles(first, 10));
    assert_eq!(keyed(&fixture).as_deref(), Some("ar"));
    fixture.tell(Message::Articles(second, 900));
    assert_eq!(keyed(&fixture).as_deref(), Some("en"), "two of five");
    assert_eq!(fixture.view.list().cursor(), 0);
    fixture.press("1 0");
    let french = |id: &str| super::fixture::article(id, "fr", "Titre", "Texte");
    let many = ["a", "b", "c"].map(french).to_vec();
    fixture.tell(Message::Articles(many, 950));
    assert_eq!(keyed(&fixture).as_deref(), Some("en"), "it was used");
}
