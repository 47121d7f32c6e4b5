//! The import, on a thread of its own.

use std::ops::ControlFlow;
use std::thread;

use crossbeam_channel::Sender;

use super::event::Event;
use crate::ingest::Input;
use crate::store::Import;

/// Reads and analyses everything, and delivers as it goes.
pub(super) fn start(inputs: Vec<Input>, events: Sender<Event>) {
    thread::spawn(move || {
        Import::new(inputs).run(&mut |event| match events.send(Event::Import(event)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        });
    });
}
