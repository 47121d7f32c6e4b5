//! A plain screen and the main screen in a pseudo-terminal: the bytes, their order, and
//! where the cursor is in the end.

use std::time::Duration;

use super::corpus::Corpus;
use super::pty::{KONSOLE, MUTE, Session, Terminal, VTE, XTERM, nonzero};

/// What a key makes the program send.
fn sent_for(session: &mut Session, keys: &str) -> String {
    session.settle();
    let before = session.sent.len();
    session.press(keys);
    session.settle();
    String::from_utf8(session.sent[before..].to_vec()).unwrap()
}

/// Opened, with the notice of the start gone.
fn opened(session: &mut Session) {
    session.wait_for_text("2 articles");
    session.settle();
    std::thread::sleep(Duration::from_millis(1100));
    session.press("g");
    session.settle();
}

/// The row at which the cursor is, and its column.
fn under_cursor(session: &Session) -> (String, u16) {
    let (row, column) = session.screen.screen().cursor_position();
    let line = session.shown().into_iter().nth(usize::from(row));
    (line.unwrap_or_default(), column)
}

#[test]
fn the_bytes_of_a_plain_screen_are_in_the_order_of_reading() {
    for (terminal, options, environment) in [
        (MUTE, &["--plain"][..], &[][..]),
        (VTE, &["--plain", "--terminal-mode", "inverse"], &[]),
        (KONSOLE, &[], &[("NASHRA_PLAIN", "on")]),
    ] {
        let corpus = Corpus::new();
        let mut session = corpus.open(terminal, options, environment);
        opened(&mut session);
        assert!(session.was_sent("unread, Arabic: سفينة تسد القناة"));
        session.press("\r");
        session.wait_for_text("وقالت مصر إن 300 سفينة (على الأقل) تنتظر.");
        session.settle();
        assert!(!session.was_sent("\x1b[8l"), "no explicit mode");
        let sent = String::from_utf8(session.sent.clone()).unwrap();
        let shown = session.shown().join("\n");
        for text in [&sent, &shown] {
            let bad = |c| matches!(c, '\u{2580}'..='\u{259f}' | '\u{2800}'..='\u{28ff}');
            let form = |c| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
            // What a terminal is asked shows its signs for a moment.
            assert!(!shown.contains(bad) && !text.contains(form), "{text}");
        }
        assert!(!sent.contains("\x1b[38;5;"), "no colour is needed");
        session.press("Q");
        assert!(session.end());
        assert!(session.is_given_back());
    }
}

#[test]
fn changed_lines_alone_are_written_and_the_bottom_line_last() {
    let corpus = Corpus::new();
    let mut session = corpus.open(MUTE, &["--plain"], &[]);
    opened(&mut session);
    let sent = sent_for(&mut session, "j");
    assert!(
        !sent.contains("A ship") && !sent.contains("سفينة"),
        "{sent:?}"
    );
    let marks = sent.find('>').unwrap();
    let said = sent.find("List 2/2").unwrap();
    assert!(marks < said, "{sent:?}");
    let (row, column) = under_cursor(&session);
    assert!(row.starts_with("> 2 of 2, unread, English"), "{row}");
    assert_eq!(column, 0);
    assert!(!session.screen.screen().hide_cursor());
    // A row whose words changed is written whole.
    let sent = sent_for(&mut session, "s");
    assert!(
        sent.contains("2 of 2, unread, starred, English: A ship"),
        "{sent:?}"
    );
    let sent = sent_for(&mut session, "m");
    let row = sent.find("2 of 2, starred").unwrap();
    assert!(row < sent.find("List 2/2").unwrap(), "{sent:?}");
    assert_eq!(sent_for(&mut session, "g").matches("ship").count(), 0);
    session.settle();
    assert!(!session.take(Duration::from_secs(1)), "bytes while idle");
}

#[test]
fn the_cursor_is_at_the_name_and_at_the_caret() {
    let corpus = Corpus::new();
    let mut session = corpus.open(MUTE, &["--plain"], &[]);
    opened(&mut session);
    session.press("j\r");
    session.wait_for_text("Ships waited");
    session.press("]");
    session.wait_for_text("Egypt . place");
    session.settle();
    let (row, column) = under_cursor(&session);
    let at = row.chars().skip(usize::from(column)).collect::<String>();
    assert!(at.starts_with("Egypt"), "{row} at {column}");
    session.press("q/مصر");
    session.wait_for_text("/ مصر");
    session.settle();
    let (row, column) = under_cursor(&session);
    assert!(row.starts_with(" / مصر"), "{row}");
    assert_eq!(column, 6);
}

#[test]
fn elsewhere_the_cursor_is_parked_unseen() {
    let corpus = Corpus::new();
    let mut session = corpus.open(MUTE, &[], &[]);
    opened(&mut session);
    let bytes = sent_for(&mut session, "j").len();
    assert!(bytes > 0);
    let (row, column) = under_cursor(&session);
    assert!(row.starts_with('▌') && column == 0, "{row}");
    assert!(session.screen.screen().hide_cursor());
    session.press("/");
    session.settle();
    assert!(!session.screen.screen().hide_cursor());
}

#[test]
fn a_row_down_costs_sixty_bytes_at_most() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::in_terminal(XTERM, library.path(), &[], &[]);
    session.wait_for_text("24 languages");
    // One pane at a time: nothing else changes.
    session
        .screen
        .screen_mut()
        .set_size(nonzero(18), nonzero(90));
    session.resize(90, 18);
    // One notice after the other goes.
    for _ in 0..2 {
        session.settle();
        std::thread::sleep(Duration::from_millis(1100));
        session.press("g");
    }
    session.settle();
    for key in ["j", "j", "k", "k"] {
        // Once in a kilobyte the terminal is asked whether it has seen it all.
        let sent = sent_for(&mut session, key).replace("\x1b[5n", "");
        assert!(
            (1..=60).contains(&sent.len()),
            "{key}: {} {sent:?}",
            sent.len()
        );
    }
}

#[test]
fn the_main_screen_keeps_what_was_there_and_what_is_shown() {
    let corpus = Corpus::new();
    let mut session = corpus.open(MUTE, &["--no-alt-screen"], &[]);
    opened(&mut session);
    assert!(!session.screen.screen().alternate_screen());
    assert!(!session.was_sent("\x1b[?1049h") && !session.was_sent("\x1b[2J"));
    // What was above the cursor goes up and out, a row each.
    assert!(session.was_sent(&"\n".repeat(29)));
    session.press("Q");
    assert!(session.end());
    assert!(!session.was_sent("\x1b[?1049l"));
    assert!(session.is_given_back());
    let shown = session.shown();
    assert!(
        shown.join("\n").contains("A ship blocks the c"),
        "{shown:?}"
    );
    let (row, column) = under_cursor(&session);
    assert_eq!((row.as_str(), column), ("", 0), "the prompt comes below");
    assert_eq!(session.screen.screen().cursor_position().0, 29);
}

#[test]
fn a_terminal_with_wide_signs_gets_ascii() {
    let corpus = Corpus::new();
    let mut session = corpus.open(Terminal { column: 3, ..VTE }, &[], &[]);
    opened(&mut session);
    session.press("s");
    session.wait_for("a star", |screen| {
        screen.contains(">N*") || screen.contains(">*")
    });
    let shown = session.shown().join("\n");
    let drawn = |c| matches!(c, '\u{2500}'..='\u{25ff}' | '★' | '…' | '·' | '›' | '⋯');
    assert!(!shown.contains(drawn), "{shown}");
    assert!(
        shown.contains('#') && shown.contains("List 1/2 . unread 2"),
        "{shown}"
    );
}
