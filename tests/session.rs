//! The program as a person meets it: the real binary in a pseudo-terminal, its
//! screen read back through a terminal's own state.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen is waited for on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn nonzero(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// The beginning of a character whose end has not come.
    rest: Vec<u8>,
    /// Everything that was sent so far.
    sent: Vec<u8>,
}

impl Session {
    /// Starts the program on a screen of 100x30, its library in a folder.
    fn start(library: &Path, arguments: &[&str]) -> Self {
        let size = PtySize {
            rows: 30,
            cols: 100,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_nashra"));
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("NASHRA_DATA_DIR", library);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            input: pair.master.take_writer().unwrap(),
            master: pair.master,
            output,
            screen: vt100::Parser::new(nonzero(30), nonzero(100), 0),
            rest: Vec::new(),
            sent: Vec::new(),
        }
    }

    /// Types bytes.
    fn press(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// Takes in what the program sends for a time; whether it sent something.
    fn take(&mut self, time: Duration) -> bool {
        match self.output.recv_timeout(time) {
            Ok(bytes) => {
                self.rest.extend(&bytes);
                // The emulator loses what follows a character that comes in two parts.
                let whole = match std::str::from_utf8(&self.rest) {
                    Err(error) if error.error_len().is_none() => error.valid_up_to(),
                    _ => self.rest.len(),
                };
                self.screen.process(&self.rest[..whole]);
                self.rest.drain(..whole);
                self.sent.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Waits until the screen is as wanted.
    fn wait_for(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !wanted(&self.screen.screen().contents()) {
            assert!(
                Instant::now() < end,
                "never seen: {what}\n{}",
                self.screen.screen().contents()
            );
            self.take(Duration::from_millis(100));
        }
    }

    /// The screen's lines without the blanks at their ends.
    fn shown(&self) -> Vec<String> {
        let contents = self.screen.screen().contents();
        contents
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect()
    }

    fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |screen| screen.contains(text));
    }

    /// Waits until nothing was sent for half a second.
    fn settle(&mut self) {
        while self.take(Duration::from_millis(500)) {}
    }

    /// Waits for the end of the program; whether it was a success.
    fn end(&mut self) -> bool {
        let end = Instant::now() + PATIENCE;
        loop {
            self.take(Duration::from_millis(20));
            if let Some(status) = self.child.try_wait().unwrap() {
                while self.take(Duration::from_millis(100)) {}
                return status.success();
            }
            assert!(Instant::now() < end, "the program does not end");
        }
    }

    /// Whether the terminal was given back: main screen, cursor, no mouse, no paste mode.
    fn is_given_back(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        let status = std::process::Command::new("kill")
            .args([name, &id])
            .status();
        assert!(status.unwrap().success());
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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
    let size = PtySize {
        rows: 10,
        cols: 40,
        pixel_width: 0,
        pixel_height: 0,
    };
    session
        .screen
        .screen_mut()
        .set_size(nonzero(10), nonzero(40));
    session.master.resize(size).unwrap();
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
    session.wait_for_text("List 1/");
    // On a Russian keyboard the key of `j` gives this letter.
    session.press("о");
    session.wait_for_text("List 2/");
}

#[test]
fn without_a_terminal_it_says_what_prints() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_nashra"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("nashra list"), "{said}");
}

#[test]
fn it_ends_when_the_terminal_is_gone_and_no_signal_says_so() {
    let library = tempfile::tempdir().unwrap();
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_nashra"));
    command.env("TERM", "xterm-256color");
    command.env("NASHRA_DATA_DIR", library.path());
    command.set_controlling_tty(false);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut sent = Vec::new();
    while !String::from_utf8_lossy(&sent).contains("nashra") {
        let mut bytes = [0; 4096];
        let count = reader.read(&mut bytes).unwrap();
        sent.extend_from_slice(&bytes[..count]);
    }
    // Until nothing more is written: a program that writes learns of it anyway.
    thread::sleep(Duration::from_secs(3));
    drop(reader);
    drop(pair.master);
    let end = Instant::now() + PATIENCE;
    while child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < end, "it goes on without a terminal");
        thread::sleep(Duration::from_millis(20));
    }
}
