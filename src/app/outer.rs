//! Asking a multiplexer for the terminal outside, on a thread of its own.

use std::thread;

use crossbeam_channel::Sender;

use super::event::Event;
use crate::term::{Surroundings, ask_tmux};

/// Asks tmux, where one is around. What it does not say stays unknown.
pub(super) fn ask(surroundings: &Surroundings, events: &Sender<Event>) {
    if surroundings.multiplexer != Some("tmux") {
        return;
    }
    let events = events.clone();
    thread::spawn(move || {
        if let Ok(outer) = ask_tmux() {
            // Who receives it may have ended before.
            let _ = events.send(Event::Outer(outer));
        }
    });
}
