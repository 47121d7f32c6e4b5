//! The real binary in a pseudo-terminal, its screen read back through a terminal's
//! own state.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen is waited for on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

pub fn nonzero(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

/// What a terminal answers, as measured: all that comes before the last answer but
/// the widths, and the last.
#[derive(Clone, Copy)]
pub struct Terminal {
    pub identity: &'static str,
    pub fence: &'static str,
    /// The column after each sign whose width is asked for, from 1.
    pub column: u16,
}

/// One that answers nothing.
pub const MUTE: Terminal = Terminal {
    identity: "",
    fence: "",
    column: 2,
};
pub const XTERM: Terminal = Terminal {
    identity: "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1b[?69;2$y\x1b[?2026;0$y\x1bP!|00000000\x1b\\\x1b[>41;379;0c\x1b[0n",
    fence: "\x1b[?64;1;2c",
    column: 2,
};
pub const VTE: Terminal = Terminal {
    identity: "\x1b[8;1$y\x1b[?69;0$y\x1b[?2026;2$y\x1bP!|7E565445\x1b\\\x1b[>65;7006;1c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[0n",
    fence: "\x1b[?65;1;9c",
    column: 2,
};
pub const KONSOLE: Terminal = Terminal {
    identity: "\x1bP>|Konsole 22.12.3\x1b\\\x1bP!|7E4B4445\x1b\\\x1b[>1;115;0c\x1b[0n",
    fence: "\x1b[?62;1;4c",
    column: 2,
};
pub const KITTY: Terminal = Terminal {
    identity: "\x1bP>|kitty(0.41.1)\x1b\\\x1b[8;0$y\x1b[?2026;2$y\x1b[>1;4000;41c\x1b[0n",
    fence: "\x1b[?62;c",
    column: 2,
};
pub const MLTERM: Terminal = Terminal {
    identity: "\x1b[8;0$y\x1bP!|000000\x1b\\\x1b[>24;279;0c\x1b[0n",
    fence: "\x1b[?63;1;2c",
    column: 2,
};

pub struct Session {
    pub child: Box<dyn Child + Send + Sync>,
    /// The terminal's end of the line, until it is hung up.
    line: Option<Line>,
    output: Receiver<Vec<u8>>,
    pub screen: vt100::Parser,
    /// The beginning of a character whose end has not come.
    rest: Vec<u8>,
    /// What answers the program's questions.
    terminal: Terminal,
    /// Everything that was sent so far.
    pub sent: Vec<u8>,
}

/// What holds a line open.
struct Line {
    master: Box<dyn MasterPty + Send>,
    input: Box<dyn Write + Send>,
    reader: JoinHandle<()>,
}

impl Session {
    /// Starts the program on a screen of 100x30 that answers nothing, its library in
    /// a folder.
    pub fn start(library: &Path, arguments: &[&str]) -> Self {
        Self::in_terminal(MUTE, library, arguments, &[])
    }

    /// Starts it in a terminal of some kind, with variables of the environment.
    pub fn in_terminal(
        terminal: Terminal,
        library: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        Self::begin(terminal, library, arguments, environment, true)
    }

    /// Starts it at a terminal that is not its controlling one: no signal tells of its
    /// end.
    pub fn without_signals(library: &Path) -> Self {
        Self::begin(MUTE, library, &[], &[], false)
    }

    fn begin(
        terminal: Terminal,
        library: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        controls: bool,
    ) -> Self {
        let size = PtySize {
            rows: 30,
            cols: 100,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_nashra"));
        command.args(arguments);
        command.set_controlling_tty(controls);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("NASHRA_DATA_DIR", library);
        command.env("NASHRA_CONFIG_DIR", library.join("config"));
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            line: Some(Line {
                input: pair.master.take_writer().unwrap(),
                master: pair.master,
                reader,
            }),
            output,
            screen: vt100::Parser::new(nonzero(30), nonzero(100), 0),
            rest: Vec::new(),
            terminal,
            sent: Vec::new(),
        }
    }

    /// Types bytes.
    pub fn press(&mut self, keys: &str) {
        let line = self.line.as_mut().unwrap();
        line.input.write_all(keys.as_bytes()).unwrap();
        line.input.flush().unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            ..PtySize::default()
        };
        self.line.as_ref().unwrap().master.resize(size).unwrap();
    }

    /// Closes the terminal. A key makes the program write a last time, which ends the
    /// thread that reads and holds the line.
    pub fn hang_up(&mut self) {
        let (_, closed) = channel();
        self.output = closed;
        self.press("j");
        let line = self.line.take().unwrap();
        line.reader.join().unwrap();
        // Until nothing more is written: a program that writes learns of it anyway.
        thread::sleep(Duration::from_secs(2));
    }

    /// Takes in what the program sends for a time; whether it sent something.
    pub fn take(&mut self, time: Duration) -> bool {
        match self.output.recv_timeout(time) {
            Ok(bytes) => {
                self.answer(&bytes);
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

    /// Answers as the terminal would. A question comes in one piece: the program
    /// writes it with one call, and it is shorter than a buffer.
    fn answer(&mut self, bytes: &[u8]) {
        let asks = |question: &[u8]| bytes.windows(question.len()).any(|part| part == question);
        if asks(b"\x1b[>q") && !self.terminal.fence.is_empty() {
            let positions = bytes.windows(4).filter(|part| *part == b"\x1b[6n").count();
            let Terminal {
                identity,
                fence,
                column,
            } = self.terminal;
            // A letter of two bytes and lam with alef come first: a cell each.
            let columns = (0..positions).map(|place| if place < 2 { 2 } else { column });
            let widths: String = columns.map(|column| format!("\x1b[30;{column}R")).collect();
            self.press(&format!("{identity}{widths}{fence}"));
        }
    }

    /// Whether bytes were sent.
    pub fn was_sent(&self, bytes: &str) -> bool {
        let bytes = bytes.as_bytes();
        self.sent.windows(bytes.len()).any(|part| part == bytes)
    }

    /// Waits until bytes were sent.
    pub fn wait_for_bytes(&mut self, bytes: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.was_sent(bytes) {
            assert!(Instant::now() < end, "never sent: {bytes:?}");
            self.take(Duration::from_millis(100));
        }
    }

    /// Waits until the screen is as wanted.
    pub fn wait_for(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
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
    pub fn shown(&self) -> Vec<String> {
        let contents = self.screen.screen().contents();
        contents
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect()
    }

    pub fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |screen| screen.contains(text));
    }

    /// Waits until nothing was sent for half a second.
    pub fn settle(&mut self) {
        while self.take(Duration::from_millis(500)) {}
    }

    /// Waits for the end of the program; whether it was a success.
    pub fn end(&mut self) -> bool {
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
    pub fn is_given_back(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }

    pub fn signal(&self, name: &str) {
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
