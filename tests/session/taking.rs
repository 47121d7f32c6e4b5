//! Files, commands and the clipboard, through the real program.

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::pty::{MUTE, Session};

/// A folder with two articles, one of which has an address.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("dump.jsonl"),
        "{\"title\":\"وزير الخارجية في باريس\",\"text\":\"وصل الوزير إلى باريس اليوم.\",\
         \"url\":\"https://example.org/a\",\"date\":\"2024-05-09\"}\n\
         {\"title\":\"A second one\",\"text\":\"Some words to read.\",\"date\":\"2023-05-09\"}\n",
    )
    .unwrap();
    folder
}

fn open(library: &Path, folder: &Path) -> Session {
    let mut session = Session::start(library, &[folder.to_str().unwrap()]);
    session.wait_for_text("2 articles");
    session
}

#[test]
fn a_copy_reaches_the_terminal_in_logical_order() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let mut session = open(library.path(), folder.path());
    session.press("yt");
    // OSC 52 with the base64 of the title as it was written.
    let encoded = "2YjYstmK2LEg2KfZhNiu2KfYsdis2YrYqSDZgdmKINio2KfYsdmK2LM=";
    session.wait_for_bytes(&format!("\x1b]52;c;{encoded}\x07"));
    session.wait_for_text("this terminal may ignore it");
    session.press("yl");
    session.wait_for_bytes("\x1b]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy9h\x07");
    session.wait_for_text("copied the link");
}

#[test]
fn a_file_is_written_and_not_over_another() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let written = tempfile::tempdir().unwrap();
    let path = written.path().join("a.md");
    let typed = format!("w\x15{}\r", path.display());
    let mut session = open(library.path(), folder.path());
    session.press(&typed);
    session.wait_for_text("written:");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# وزير الخارجية في باريس\n"), "{text}");
    std::fs::write(&path, "mine").unwrap();
    session.press(&typed);
    session.wait_for_text("write over it?");
    session.press("\r");
    session.wait_for_text("left as it is");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    session.press(&typed);
    session.wait_for_text("write over it?");
    session.press("y");
    session.wait_for_text("written:");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    session.press(&format!(
        "w\x15{}\r",
        written.path().join("no/a.md").display()
    ));
    session.wait_for_text("cannot be written");
}

#[test]
fn a_command_has_the_terminal_and_its_keys_until_it_ends() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let mut session = open(library.path(), folder.path());
    session.press("|head -1; read -r answer < /dev/tty; echo \"got $answer\"; exit 3\r");
    session.wait_for_text("وزير");
    assert!(!session.screen.screen().alternate_screen());
    session.press("jjq\r");
    session.wait_for_text("got jjq");
    session.wait_for_text("Enter goes back");
    session.press("\r");
    session.wait_for_text("exit status 3");
    assert!(session.screen.screen().alternate_screen());
    session.wait_for_text("List 1/2");
    session.press("j");
    session.wait_for_text("List 2/2");
}

#[test]
fn an_interrupt_ends_the_command_alone() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let mut session = open(library.path(), folder.path());
    session.press("|echo begun; exec sleep 60\r");
    session.wait_for_text("begun");
    session.press("\x03");
    session.wait_for_text("Enter goes back");
    session.press("\r");
    session.wait_for_text("List 1/2");
    session.press("j");
    session.wait_for_text("List 2/2");
}

#[test]
fn an_interrupt_behind_the_command_goes_back_to_the_list() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let mut session = open(library.path(), folder.path());
    session.press("|cat\r");
    session.wait_for_text("Enter goes back");
    session.press("\x03");
    session.wait_for_text("List 1/2");
    session.press("j");
    session.wait_for_text("List 2/2");
}

#[test]
fn a_command_that_is_killed_leaves_no_modes_behind() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let mut session = open(library.path(), folder.path());
    session.press("|stty raw -echo < /dev/tty; kill -KILL $$\r");
    session.wait_for_text("Enter goes back");
    session.press("\r");
    session.wait_for_text("List 1/2");
    session.press("|stty -a < /dev/tty | tr ';' '\\n' | grep -w icanon\r");
    session.wait_for_text(" icanon");
    session.wait_for_text("Enter goes back");
}

#[test]
fn an_end_during_a_command_or_behind_it_is_one_at_once() {
    for (command, seen) in [
        ("echo begun; exec sleep 60", "begun"),
        ("cat", "Enter goes back"),
    ] {
        let (library, folder) = (tempfile::tempdir().unwrap(), folder());
        let mut session = open(library.path(), folder.path());
        session.press(&format!("|{command}\r"));
        session.wait_for_text(seen);
        session.settle();
        session.signal("-TERM");
        assert!(session.end(), "{command}");
        assert!(session.is_given_back());
    }
}

#[test]
fn what_a_command_leaves_behind_is_not_waited_for() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let text = "Words to read. ".repeat(20_000);
    std::fs::write(folder.path().join("dump.jsonl"), "").unwrap();
    std::fs::write(
        folder.path().join("long.txt"),
        format!("A long one\n\n{text}"),
    )
    .unwrap();
    let mut session = Session::start(library.path(), &[folder.path().to_str().unwrap()]);
    session.wait_for_text("1 article");
    // It holds the text's end open, and reads nothing.
    session.press("|exec 3<&0; sleep 90 <&3 >/dev/null 2>&1 & echo behind\r");
    session.wait_for_text("behind");
    session.wait_for_text("Enter goes back");
    session.press("\r");
    session.wait_for_text("List 1/1");
}

#[test]
fn what_changed_in_the_folder_is_found() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let mut session = open(library.path(), folder.path());
    session.press("r");
    session.wait_for_text("nothing new");
    std::fs::write(folder.path().join("new.txt"), "A third one\n\nWords.").unwrap();
    session.press("r");
    session.wait_for_text("1 new");
    session.wait_for_text("A third one");
    session.wait_for_text("List 1/3");
    std::fs::write(folder.path().join("new.txt"), "A third one\n\nOther words.").unwrap();
    session.press("r");
    session.wait_for_text("1 changed");
    session.press("G\r");
    session.wait_for_text("Other words.");
}

#[test]
fn what_cannot_be_read_is_shown_as_it_stands() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    std::fs::write(
        folder.path().join("broken.jsonl"),
        b"{\"title\":\"ok\",\"text\":\"ok ok\"}\n{\"title\": \x1b[31m\xff\n",
    )
    .unwrap();
    let mut session = Session::start(library.path(), &[folder.path().to_str().unwrap()]);
    session.wait_for_text("! 1 skipped :problems");
    session.press(":problems\r");
    session.wait_for_text("broken.jsonl:2");
    session.press("\r");
    session.wait_for_text("\\u{1b}[31m\\xff\\n");
    session.press("q");
    session.wait_for("the list of problems gone", |screen| {
        !screen.contains("skipped") && screen.contains("List")
    });
}

#[test]
fn a_pipe_is_not_looked_into_again() {
    let (library, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let pipe = folder.path().join("pipe.jsonl");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let mut session = Session::start(library.path(), &[pipe.to_str().unwrap()]);
    std::fs::write(&pipe, "{\"title\": \n").unwrap();
    session.wait_for_text("! 1 skipped :problems");
    session.press(":problems\r");
    session.wait_for_text("pipe.jsonl:1");
    session.press("\r");
    session.wait_for_text("it is not a file");
}

#[test]
fn tags_views_and_habits_outlive_the_process() {
    let (library, folder) = (tempfile::tempdir().unwrap(), folder());
    let mut session = open(library.path(), folder.path());
    // A notice goes with the first key after a second: that of the start, then that of
    // the mode which is a guess.
    for _ in 0..2 {
        thread::sleep(Duration::from_millis(1100));
        session.press("g");
        session.settle();
    }
    session.wait_for_text("reads on, article after article");
    session.press("tpress\r");
    session.wait_for_text("tagged");
    session.press("1'\rmine\r");
    session.wait_for_text("saved");
    session.press(" ");
    session.wait_for_text("unread 1");
    session.signal("-KILL");
    session.end();
    let mut session = Session::in_terminal(MUTE, library.path(), &[], &[]);
    session.wait_for_text("List 1/2");
    assert!(!session.screen.screen().contents().contains("reads on"));
    session.press("/tag:PRESS\r");
    session.wait_for_text("List 1/1");
    session.press("q'");
    session.wait_for_text("mine");
}

#[test]
fn links_can_be_opened_by_the_terminal_itself() {
    let library = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("dump.jsonl"),
        "{\"title\":\"One\",\"text\":\"See http://example.net/\u{e9} too.\",\
         \"url\":\"https://example.org/a\"}\n",
    )
    .unwrap();
    let path = folder.path().to_str().unwrap();
    let remote = [("SSH_CONNECTION", "10.0.0.7 5000 10.0.0.1 22")];
    let mut session = Session::in_terminal(MUTE, library.path(), &[path], &remote);
    session.wait_for_text("1 article");
    session.press("o");
    session.wait_for_bytes("\x1b]8;;https://example.org/a\x1b\\");
    session.wait_for_bytes("\x1b]8;;http://example.net/%C3%A9\x1b\\");
    session.settle();
    let opened = session.sent.windows(5).filter(|part| *part == b"\x1b]8;;");
    let closed = session
        .sent
        .windows(7)
        .filter(|part| *part == b"\x1b]8;;\x1b\\");
    assert_eq!(opened.count(), 2 * closed.count(), "each is closed");
    session.sent.clear();
    session.press("\x1b[B");
    session.settle();
    assert!(
        session.was_sent("\x1b]8;;https://example.org/a\x1b\\"),
        "a row is a link still"
    );
    session.press("\r");
    session.wait_for_bytes("\x1b]52;c;aHR0cDovL2V4YW1wbGUubmV0L8Op\x07");
}
