//! What each kind of terminal is sent, and what it gets back in the end.

use std::thread;
use std::time::Duration;

use super::corpus::Corpus;
use super::pty::{KITTY, KONSOLE, MLTERM, MUTE, Session, Terminal, VTE, XTERM};

/// Waits until what the terminal answered has come to something.
fn opened(session: &mut Session) {
    session.wait_for_text("2 articles");
    session.settle();
}

fn leave(session: &mut Session) {
    session.press("Q");
    assert!(session.end());
    assert!(session.is_given_back());
}

#[test]
fn a_terminal_that_can_be_told_to_reorder_nothing_is_told_and_told_back() {
    for (terminal, on, off) in [
        (VTE, "\x1b[8l\x1b[1 k\x1b[?2501l", "\x1b[8h\x1b[0 k"),
        (MLTERM, "\x1b]5379;use_ctl=false", "\x1b]5379;use_ctl=true"),
    ] {
        let corpus = Corpus::new();
        let mut session = corpus.open(terminal, &[], &[]);
        opened(&mut session);
        assert!(session.was_sent(on));
        assert!(!session.was_sent(off));
        leave(&mut session);
        assert!(session.was_sent(off));
    }
}

#[test]
fn explicit_mode_is_taken_back_after_a_signal() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let corpus = Corpus::new();
        let mut session = corpus.open(VTE, &[], &[]);
        opened(&mut session);
        session.signal(signal);
        session.end();
        assert!(session.was_sent("\x1b[8h"), "{signal}");
        assert!(session.is_given_back(), "{signal}");
    }
}

#[test]
fn a_terminal_that_reorders_gets_rows_turned_and_anchored() {
    let corpus = Corpus::new();
    let mut session = corpus.open(KONSOLE, &[], &[]);
    opened(&mut session);
    // The headline in logical order, in joined forms.
    session.wait_for_bytes("ﺳﻔﻴﻨﺔ ﺗﺴﺪ");
    assert!(session.was_sent("\u{2800}"));
    assert!(!session.was_sent("\x1b[8l"));
    leave(&mut session);
}

#[test]
fn kitty_gets_cells_as_texts_of_their_own() {
    let corpus = Corpus::new();
    let mut session = corpus.open(KITTY, &[], &[]);
    opened(&mut session);
    assert!(session.was_sent("\x1b]66;w=1:v=1;") && session.was_sent("\x1b]66;w=1:v=2;"));
    leave(&mut session);
}

#[test]
fn a_terminal_that_reorders_nothing_gets_what_is_seen() {
    let corpus = Corpus::new();
    let mut session = corpus.open(XTERM, &[], &[]);
    opened(&mut session);
    assert!(!session.was_sent("\u{2800}") && !session.was_sent("\x1b]66;"));
    assert!(!session.was_sent("\x1b[8l") && !session.was_sent("\x1b[?2026h\x1b[m"));
    let shown = session.shown().join("\n");
    assert!(!shown.contains("visual?"), "known: {shown}");
    leave(&mut session);
}

#[test]
fn a_guess_is_said_once_and_settled_by_a_key() {
    let corpus = Corpus::new();
    let mut session = corpus.open(MUTE, &[], &[]);
    opened(&mut session);
    session.wait_for_text("visual?");
    session.press("g");
    session.wait_for_text("F3 if right-to-left text looks wrong");
    session.press("\x1b[13~");
    session.wait_for_text("Which line shows this twice");
    session.press("2");
    session.wait_for_text("right-to-left: inverse, from now on in this terminal");
    session.wait_for_bytes("\u{2800}");
    leave(&mut session);
    // The choice was kept for the terminal.
    let mut session = corpus.open(MUTE, &[], &[]);
    opened(&mut session);
    session.wait_for_bytes("\u{2800}");
    leave(&mut session);
}

#[test]
fn what_was_answered_is_remembered_for_the_first_frame() {
    let corpus = Corpus::new();
    let mut session = corpus.open(VTE, &[], &[]);
    opened(&mut session);
    // There is a library from now on.
    session.press("s");
    session.wait_for("a star", |screen| screen.contains('★'));
    leave(&mut session);
    let mut session = corpus.open(VTE, &[], &[]);
    opened(&mut session);
    leave(&mut session);
    let mut session = corpus.open(MUTE, &[], &[]);
    session.wait_for_text("2 articles");
    assert!(
        session.was_sent("\x1b[8l\x1b[1 k"),
        "no answer was waited for"
    );
    leave(&mut session);
}

#[test]
fn f2_goes_through_the_modes() {
    let corpus = Corpus::new();
    let mut session = corpus.open(XTERM, &[], &[]);
    opened(&mut session);
    for mode in [
        "explicit",
        "inverse",
        "kitty",
        "kitty-word",
        "lro",
        "logical",
        "visual",
    ] {
        session.press("\x1bOQ");
        session.wait_for_text(&format!("right-to-left: {mode} ("));
    }
    session.wait_for_text("visual (1/7)");
    // Left to the program again, it is what is found, and the next is the one after.
    session.press("\x1bOQ\x1bOQ:term-mode-auto\r");
    session.wait_for_text("right-to-left: as nashra finds it");
    session.press("\x1bOQ");
    session.wait_for_text("explicit (2/7)");
    leave(&mut session);
}

#[test]
fn people_set_the_mode_over_what_is_detected() {
    for (options, environment) in [
        (&["--terminal-mode", "inverse"][..], &[][..]),
        (&[], &[("NASHRA_TERMINAL_MODE", "inverse")]),
    ] {
        let corpus = Corpus::new();
        let mut session = corpus.open(VTE, options, environment);
        opened(&mut session);
        assert!(session.was_sent("\u{2800}") && !session.was_sent("\x1b[8l"));
        leave(&mut session);
    }
}

#[test]
fn keys_come_whole_over_a_line_that_parts_them() {
    let corpus = Corpus::new();
    let remote = [("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22")];
    let mut session = corpus.open(MUTE, &[], &remote);
    session.wait_for_text("2 articles");
    session.wait_for_text("List 1/2");
    for (sequence, shown) in [
        ("\x1b[B", "List 2/2"),
        ("\x1bOA", "List 1/2"),
        ("\x1b[F", "List 2/2"),
        ("\x1b[1~", "List 1/2"),
        ("\x1b[6~", "List 2/2"),
        ("\x1b[<0;5;2M", "List 1/2"),
        ("\x1bOP", "filter"),
        ("\x1b[11~", "List 1/2"),
        ("\x1b[Z", "Names"),
        ("\x1b[1;5C", "Names"),
        ("\x1b[C", "Reader"),
    ] {
        for byte in sequence.split_inclusive(|_| true) {
            session.press(byte);
            thread::sleep(Duration::from_millis(90));
        }
        session.wait_for_text(shown);
    }
    leave(&mut session);
}

#[test]
fn on_a_slow_line_little_is_sent() {
    let corpus = Corpus::new();
    let mut session = corpus.open(XTERM, &["--low-bandwidth"], &[]);
    opened(&mut session);
    session.wait_for_text("slow");
    // The notice of the start goes with the first key after a second.
    std::thread::sleep(Duration::from_millis(1100));
    session.press("j");
    session.settle();
    let before = session.sent.len();
    session.press("k");
    session.settle();
    let bytes = session.sent.len() - before;
    assert!(
        (1..100).contains(&bytes),
        "the reader does not follow: {bytes}"
    );
    leave(&mut session);
}

#[test]
fn a_terminal_of_lines_is_paged() {
    let corpus = Corpus::new();
    let mut session = corpus.open(MUTE, &[], &[("TERM", "dumb")]);
    session.wait_for_text("number: read it");
    session.press("2\r");
    session.wait_for_text("Ships waited");
    session.press("q\r");
    assert!(session.end());
    assert!(!session.was_sent("\x1b"));
}

#[test]
fn an_encoding_other_than_utf_8_is_said() {
    let corpus = Corpus::new();
    let mut session = corpus.open(MUTE, &[], &[("LANG", "C")]);
    session.wait_for_text("A ship blocks");
    session.press(":messages\r");
    session.wait_for_text("locale C is not UTF-8");
    session.press("qQ");
    assert!(session.end());
}

/// kitty, whose keyboard can tell keys apart.
fn with_a_keyboard() -> Terminal {
    let identity = format!("{}\x1b[?0u", KITTY.identity);
    Terminal {
        identity: Box::leak(identity.into_boxed_str()),
        ..KITTY
    }
}

#[test]
fn a_keyboard_that_tells_keys_apart_needs_no_waiting() {
    let corpus = Corpus::new();
    let terminal = with_a_keyboard();
    let mut session = corpus.open(terminal, &[], &[]);
    opened(&mut session);
    session.wait_for_bytes("\x1b[>1u");
    // Far more apart than a lone Esc is waited for elsewhere.
    for part in ["\x1b", "[", "B"] {
        session.press(part);
        thread::sleep(Duration::from_millis(300));
    }
    session.wait_for_text("List 2/2");
    session.press("/ship");
    session.wait_for_text("/ ship");
    session.press("\x1b[27u");
    session.wait_for_text("List 2/2");
    leave(&mut session);
    assert!(session.was_sent("\x1b[<u"));
}

#[test]
fn a_keyboard_is_not_told_twice_after_a_stop_that_nothing_could_foresee() {
    let corpus = Corpus::new();
    let terminal = with_a_keyboard();
    let mut session = corpus.open(terminal, &[], &[]);
    opened(&mut session);
    session.wait_for_bytes("\x1b[>1u");
    session.settle();
    session.signal("-STOP");
    session.signal("-CONT");
    session.settle();
    leave(&mut session);
    let sent = String::from_utf8_lossy(&session.sent);
    let counts = ["\x1b[>1u", "\x1b[<u"].map(|told| sent.matches(told).count());
    assert_eq!(counts, [2, 2]);
}
