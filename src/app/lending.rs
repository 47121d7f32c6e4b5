//! The terminal lent to a command that gets a text.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::Context;
use crossterm::terminal;

use super::event::{Event, Signal};
use super::run::{Program, WRITTEN};
use super::signals;
use crate::config::key::{KeyChord, KeyCode};
use crate::term::{LineModes, suspend_process_group};
use crate::view::message::Message;

/// How often it is looked whether the command has ended.
const LOOK: Duration = Duration::from_millis(20);

impl Program {
    /// Lends the terminal to a command of the shell's, whose standard input is a text,
    /// and takes it back when that has ended and Enter was pressed.
    ///
    /// # Errors
    /// The terminal cannot be given back or taken over again.
    pub(super) fn lend(&mut self, command: String, text: String) -> anyhow::Result<()> {
        if !self.input.close() {
            let text = self.view.strings().text("error-lend").into_owned();
            return self.tell(Message::Failed(text, self.now()));
        }
        self.screen.lend().context(WRITTEN)?;
        let modes = LineModes::of_input();
        signals::set_lent(true);
        let ended = self.run_command(&command, text);
        modes.set_again();
        self.input.reopen();
        if ended.is_ok() && !self.is_to_end() {
            self.wait_for_enter();
        }
        signals::set_lent(false);
        if self.is_to_end() {
            self.running = false;
            return Ok(());
        }
        self.resume()?;
        let at = self.now();
        self.tell(match ended {
            Ok(status) => Message::Piped(command, status, at),
            Err(error) => Message::Failed(format!("sh: {error}"), at),
        })
    }

    /// Runs a command to its end; its exit status, or none after a signal.
    fn run_command(&mut self, command: &str, text: String) -> io::Result<Option<i32>> {
        let mut child = Command::new("sh")
            .args(["-c", command])
            .stdin(Stdio::piped())
            .spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // Nobody waits for it: a command need not read all, and what it leaves
            // behind may hold the text's end open for good.
            thread::spawn(move || {
                let _ = input.write_all(text.as_bytes());
            });
        }
        self.await_end(&mut child)
    }

    fn await_end(&mut self, child: &mut Child) -> io::Result<Option<i32>> {
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status.code());
            }
            match self.events.recv_timeout(LOOK) {
                // Ctrl-Z stops the command: the shell is to have the terminal.
                Ok(Event::Signal(Signal::Stop)) => suspend_process_group()?,
                Ok(Event::Signal(Signal::End)) => {
                    self.waiting.push(Event::Signal(Signal::End));
                    child.kill()?;
                }
                Ok(event) => self.waiting.push(event),
                Err(_) => {}
            }
        }
    }

    /// What the command wrote stays until somebody has read it.
    fn wait_for_enter(&mut self) {
        let mut out = io::stdout().lock();
        // A terminal that is gone is noticed where it is read.
        let _ = terminal::enable_raw_mode();
        let _ = write!(out, "\r\n-- {} ", self.view.strings().text("lent-enter"));
        let _ = out.flush();
        drop(out);
        while !self.is_to_end()
            && let Ok(event) = self.events.recv()
        {
            match event {
                Event::Key(key) if goes_back(key) => break,
                Event::Key(_) | Event::Paste(_) | Event::Mouse(_) => {}
                event => self.waiting.push(event),
            }
        }
        let _ = terminal::disable_raw_mode();
    }

    /// Whether something has happened that ends the program.
    fn is_to_end(&self) -> bool {
        let ends = |event: &Event| matches!(event, Event::InputLost | Event::Signal(Signal::End));
        self.waiting.iter().any(ends)
    }
}

/// Whether a key goes back to the reader: Enter, and what ends things elsewhere.
fn goes_back(key: KeyChord) -> bool {
    [KeyCode::Enter, KeyCode::Esc]
        .map(KeyChord::plain)
        .contains(&key)
        || key == KeyChord::new(KeyCode::Char('c'), true, false, false)
}
