//! The terminal lent to a command that gets a text.

use std::io::{self, BufRead, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::Context;

use super::event::{Event, Signal};
use super::run::{Program, WRITTEN};
use super::signals;
use crate::term::suspend_process_group;
use crate::view::message::Message;

/// How often it is looked whether the command has ended.
const LOOK: Duration = Duration::from_millis(20);

impl Program {
    /// Lends the terminal to a command of the shell's, whose standard input is a text,
    /// and takes it back when that has ended and Enter was pressed.
    ///
    /// # Errors
    /// The terminal cannot be given back or taken over again.
    pub(super) fn lend(&mut self, command: String, text: &str) -> anyhow::Result<()> {
        if !self.input.close() {
            let at = self.now();
            return self.tell(Message::Failed(io::Error::last_os_error().to_string(), at));
        }
        self.screen.lend().context(WRITTEN)?;
        signals::set_lent(true);
        let ended = self.run_command(&command, text);
        signals::set_lent(false);
        if ended.is_ok() {
            self.wait_for_enter();
        }
        self.input.reopen();
        self.resume()?;
        let at = self.now();
        self.tell(match ended {
            Ok(status) => Message::Piped(command, status, at),
            Err(error) => Message::Failed(format!("sh: {error}"), at),
        })
    }

    /// Runs a command to its end; its exit status, or none after a signal.
    fn run_command(&mut self, command: &str, text: &str) -> io::Result<Option<i32>> {
        let mut child = Command::new("sh")
            .args(["-c", command])
            .stdin(Stdio::piped())
            .spawn()?;
        let input = child.stdin.take();
        thread::scope(|scope| {
            scope.spawn(move || {
                if let Some(mut input) = input {
                    // A command need not read all of it.
                    let _ = input.write_all(text.as_bytes());
                }
            });
            self.await_end(&mut child)
        })
    }

    fn await_end(&mut self, child: &mut Child) -> io::Result<Option<i32>> {
        let mut others = Vec::new();
        let ended = loop {
            if let Some(status) = child.try_wait()? {
                break Ok(status.code());
            }
            match self.events.recv_timeout(LOOK) {
                // Ctrl-Z stops the command: the shell is to have the terminal.
                Ok(Event::Signal(Signal::Stop)) => suspend_process_group()?,
                Ok(Event::Signal(Signal::End)) => {
                    child.kill()?;
                    others.push(Event::Signal(Signal::End));
                }
                Ok(event) => others.push(event),
                Err(_) => {}
            }
        };
        self.waiting.extend(others);
        ended
    }

    /// What the command wrote stays until somebody has read it.
    fn wait_for_enter(&self) {
        let strings = self.view.strings();
        let mut out = io::stdout().lock();
        // A terminal that is gone is noticed where it is taken over again.
        let _ = write!(out, "\n-- {} ", strings.text("lent-enter"));
        let _ = out.flush();
        let _ = io::stdin().lock().read_line(&mut String::new());
    }
}
