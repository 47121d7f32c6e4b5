//! What happens to the program, taken in: each event as a message to the view.

use std::time::Instant;

use anyhow::Context;

use super::effects::Outcome;
use super::event::{Event, Signal};
use super::import;
use super::run::{Program, SETTLED, WRITTEN};
use super::terminal::Answered;
use crate::store::ImportEvent;
use crate::term::Reply;
use crate::view::message::Message;

impl Program {
    /// Takes an event in.
    ///
    /// # Errors
    /// The terminal fails.
    pub(super) fn take(&mut self, event: Event) -> anyhow::Result<()> {
        let now = self.now();
        self.is_watched |= !matches!(
            event,
            Event::Import(
                ImportEvent::Articles(_) | ImportEvent::Progress { .. } | ImportEvent::Problem(_)
            )
        );
        let message = match event {
            Event::Key(chord) => Message::Key(chord, now),
            Event::Paste(text) => Message::Paste(text, now),
            Event::Mouse(mouse) => Message::Mouse(mouse, now),
            Event::Told(message) => *message,
            Event::Reply(reply) => return self.answered(reply),
            Event::Outer(outer) => {
                self.outer.answered();
                if self.screen.set_outer(outer) {
                    return self.decide();
                }
                return Ok(());
            }
            Event::Signal(Signal::Resized) => {
                let (columns, rows) = self
                    .screen
                    .measure()
                    .context("the terminal does not tell its size")?;
                // Another client may have attached to the multiplexer.
                self.outer.ask(self.screen.surroundings());
                Message::Resize(columns, rows)
            }
            Event::Import(event) => match event {
                ImportEvent::Articles(articles) => Message::Articles(articles, now),
                ImportEvent::Problem(problem) => import::problem_message(&problem),
                ImportEvent::Progress {
                    bytes_done,
                    bytes_total,
                } => Message::Progress(bytes_done, bytes_total, now),
                ImportEvent::Furniture(changes) => Message::Furniture(changes),
                ImportEvent::Done(_) => Message::Imported(now),
            },
            Event::Found(generation, ranking, percent) => Message::Found {
                generation,
                ranking,
                percent,
            },
            Event::Signal(Signal::Stop) => {
                self.screen
                    .suspend()
                    .context("the terminal cannot be given back")?;
                return self.wake();
            }
            // The signal that ends a suspension comes after it was seen to be over.
            Event::Signal(Signal::Continued) => {
                let just_now = self.resumed.is_some_and(|at| at.elapsed() < SETTLED);
                if !just_now && self.resume().is_err() {
                    // The system continues what it hangs up on.
                    self.running = false;
                }
                return Ok(());
            }
            Event::InputLost | Event::Signal(Signal::End) => {
                self.running = false;
                return Ok(());
            }
        };
        self.tell(message)
    }

    /// Takes an answer of the terminal's.
    fn answered(&mut self, reply: Reply) -> anyhow::Result<()> {
        match self.screen.answered(reply, Instant::now()) {
            Answered::Part => Ok(()),
            Answered::Frame => self.look_at_line(),
            Answered::All => {
                // The first answer alone: the page does not change under the reader.
                let light = self.screen.answers().light_page;
                if let Some(light) = light
                    && let Some((on_dark, on_light)) = self.by_page.take()
                {
                    let theme = if light { on_light } else { on_dark };
                    self.tell(Message::Theme(theme))?;
                }
                self.decide()?;
                self.doer.remember(&self.screen);
                self.look_at_line()
            }
        }
    }

    /// Decides anew what the terminal is, and tells the view.
    fn decide(&mut self) -> anyhow::Result<()> {
        let doer = &self.doer;
        self.screen
            .decide(|fingerprint| doer.choice(fingerprint))
            .context(WRITTEN)?;
        // What was chosen before all answers came is kept for the terminal they tell of.
        let now = self.now();
        let kept = self
            .doer
            .keep_choice(&self.screen, self.view.strings(), now);
        if let Outcome::Tell(message) = kept {
            self.tell(message)?;
        }
        self.follow_terminal()
    }

    pub(super) fn follow_terminal(&mut self) -> anyhow::Result<()> {
        self.tell(self.terminal())
    }

    /// What the view is to know of the terminal.
    pub(super) fn terminal(&self) -> Message {
        let decision = self.screen.decision();
        Message::Terminal {
            mode: decision.mode,
            is_guess: decision.is_guess,
        }
    }
}
