//! Opening, being told to end, being stopped, and losing the terminal.

use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::pty::{Session, nonzero};

#[test]
fn it_opens_on_the_sample_and_leaves_the_terminal_as_it_was() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    assert!(session.screen.screen().alternate_screen());
    session.press("q");
    session.wait_for_text("q again leaves");
    session.press("q");
    assert!(session.end());
    assert!(session.is_given_back());
}

#[test]
fn nothing_is_sent_when_nothing_changes() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    session.settle();
    assert!(!session.take(Duration::from_secs(2)), "bytes while idle");
}

#[test]
fn what_was_done_survives_the_end_of_the_process() {
    let library = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("one", "First title here\n\nSome words to read."),
        ("two", "Second title here\n\nMore words to read."),
    ] {
        std::fs::write(folder.path().join(format!("{name}.txt")), text).unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let mut session = Session::start(library.path(), &[path]);
    session.wait_for_text("2 articles");
    session.press("js");
    session.wait_for("a star", |screen| screen.contains('★'));
    session.press("\r");
    session.wait_for_text("unread 1");
    session.signal("-KILL");
    session.end();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for("the same corpus and the star", |screen| {
        screen.contains('★') && screen.contains("unread 1") && screen.contains("List 2/2")
    });
}

#[test]
fn a_signal_ends_it_and_gives_the_terminal_back() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let library = tempfile::tempdir().unwrap();
        let mut session = Session::start(library.path(), &[]);
        session.wait_for_text("24 languages");
        session.signal(signal);
        session.end();
        assert!(session.is_given_back(), "{signal}");
    }
}

#[test]
fn a_new_size_is_taken_at_once() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    session
        .screen
        .screen_mut()
        .set_size(nonzero(10), nonzero(40));
    session.resize(40, 10);
    session.press("j");
    session.wait_for("the narrow layout", |screen| {
        screen.lines().count() <= 10 && !screen.contains("0 all")
    });
}

#[test]
fn a_suspension_that_nobody_watches_changes_nothing() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    // The notice of the start goes with the first key after a second.
    thread::sleep(Duration::from_millis(1100));
    session.press("g");
    session.settle();
    let before = session.shown();
    session.press("\u{1a}");
    session.settle();
    assert_eq!(session.shown(), before);
    assert!(session.screen.screen().alternate_screen());
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_opens() {
    let library = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("good.txt"),
        "A good title\n\nSome words to read.",
    )
    .unwrap();
    std::fs::write(folder.path().join("zeros.txt"), [0; 64]).unwrap();
    std::fs::write(
        folder.path().join("dump.jsonl"),
        "{\"title\":\"Told\",\"text\":\"Some text.\"}\n{\"title\":\n",
    )
    .unwrap();
    let path = folder.path().to_str().unwrap();
    let mut session = Session::start(library.path(), &[path, "/no/such/path"]);
    session.wait_for_text("! 3 skipped");
    session.wait_for_text("A good title");
    session.wait_for_text("Told");
    session.press(":problems\r");
    session.wait_for_text("zeros.txt");
    session.wait_for_text("/no/such/path");
    session.wait_for_text("dump.jsonl:2");
}

#[test]
fn keys_work_while_a_layout_of_another_script_is_on() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    session.wait_for_text("List 10/");
    // On a Russian keyboard the key of `j` gives this letter.
    session.press("о");
    session.wait_for_text("List 11/");
}

#[test]
fn without_a_terminal_it_prints_and_says_so() {
    let library = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_nashra"))
        .env("NASHRA_DATA_DIR", library.path())
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("nashra list"), "{said}");
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains(" words · ") && !printed.contains('\u{1b}'));
}

#[test]
fn it_ends_when_the_terminal_is_gone_whether_or_not_a_signal_says_so() {
    for has_signal in [true, false] {
        let library = tempfile::tempdir().unwrap();
        let mut session = if has_signal {
            Session::start(library.path(), &[])
        } else {
            Session::without_signals(library.path())
        };
        session.wait_for_text("24 languages");
        session.press("s");
        session.wait_for("a star", |screen| screen.contains('★'));
        session.hang_up();
        session.end();
        let mut session = Session::start(library.path(), &[]);
        session.wait_for("the star", |screen| screen.contains('★'));
    }
}

#[test]
fn without_keys_it_ends_at_once() {
    let library = tempfile::tempdir().unwrap();
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new("sh");
    let program = env!("CARGO_BIN_EXE_nashra");
    command.args(["-c", &format!("exec '{program}' < /dev/null")]);
    command.env("TERM", "xterm-256color");
    command.env("NASHRA_DATA_DIR", library.path());
    let mut child = pair.slave.spawn_command(command).unwrap();
    assert_eq!(child.wait().unwrap().exit_code(), 2);
}

#[test]
fn a_storm_of_sizes_leaves_the_screen_whole() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    for step in 0..100_u16 {
        let (columns, rows) = match step {
            99 => (100, 30),
            step => (21 + step * 13 % 150, 5 + step * 7 % 40),
        };
        session.resize(columns, rows);
        session.press("j");
    }
    session.settle();
    // A notice goes with the first key after a second.
    thread::sleep(Duration::from_millis(1100));
    session.press("g");
    session.wait_for_text("List 1/");
    session.settle();
    let after = session.shown();
    session.press("\u{c}");
    session.settle();
    assert_eq!(session.shown(), after);
}

#[test]
fn another_corpus_is_opened_in_the_place_of_the_first() {
    let library = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("one.txt"), "Only one here\n\nWords.").unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    session.press(":open /no/such/place\r");
    session.wait_for_text("/no/such/place: there is no such file or folder");
    session.press(":set hints off\r");
    session.press(&format!(":open {}\r", folder.path().display()));
    session.wait_for_text("Only one here");
    session.wait_for_text("List 1/1");
    session.settle();
    // Keys and signals are for the new one, with the settings of the one before.
    thread::sleep(Duration::from_millis(1100));
    session.press("m");
    session.wait_for("the hints gone", |screen| {
        screen.contains("unread 0") && !screen.contains("? keys")
    });
    session.press(":open sample\r");
    session.wait_for_text("List 10/52");
    session.press(":open ");
    session.wait_for_text(folder.path().to_str().unwrap());
    session.press("\x1b");
    session.settle();
    session.press("qq");
    assert!(session.end());
    assert!(session.is_given_back());
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("List 10/52");
    session.signal("-TERM");
    session.end();
    assert!(session.is_given_back());
}

#[test]
fn an_end_that_comes_while_the_terminal_is_taken_over_gives_it_back() {
    let library = tempfile::tempdir().unwrap();
    for _ in 0..8 {
        let mut session = Session::start(library.path(), &[]);
        // The first question: the terminal has just been taken.
        session.wait_for_bytes("\x1b[>q");
        session.signal("-TERM");
        assert!(session.end());
        assert!(session.is_given_back());
    }
}

#[test]
fn a_terminal_that_says_it_is_endless_costs_no_memory() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("List 10/52");
    session.resize(u16::MAX, u16::MAX);
    session.settle();
    session.resize(100, 30);
    session.settle();
    session.press("gj");
    session.wait_for_text("List 2/");
}
