//! Asking a multiplexer for the terminal outside, on a thread of its own.

use std::thread;

use crossbeam_channel::Sender;

use super::event::Event;
use crate::term::{Outer, Surroundings, ask_tmux};

/// The terminal outside, as far as it is asked for: once at a time.
pub(super) struct OuterTerminal {
    events: Sender<Event>,
    /// Whether an answer is due.
    asked: bool,
}

impl OuterTerminal {
    /// Answers go to `events`.
    pub(super) const fn new(events: Sender<Event>) -> Self {
        Self {
            events,
            asked: false,
        }
    }

    /// Asks tmux, where one is around and was not asked just before.
    pub(super) fn ask(&mut self, surroundings: &Surroundings) {
        if surroundings.multiplexer != Some("tmux") || self.asked {
            return;
        }
        self.asked = true;
        let events = self.events.clone();
        thread::spawn(move || {
            // What tmux does not say is not known.
            let outer = ask_tmux().unwrap_or_else(|_| Outer::default());
            // Who receives it may have ended before.
            let _ = events.send(Event::Outer(outer));
        });
    }

    /// The answer came.
    pub(super) const fn answered(&mut self) {
        self.asked = false;
    }
}
