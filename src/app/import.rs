//! The import, on a thread of its own.

use std::ops::ControlFlow;
use std::thread;

use crossbeam_channel::Sender;

use super::event::Event;
use crate::ingest::{Input, Problem};
use crate::store::Import;
use crate::text::sanitize::sanitize_line;
use crate::view::message::{Message, ProblemPlace};

/// Reads and analyses everything, and delivers as it goes.
pub(super) fn start(inputs: Vec<Input>, events: Sender<Event>) {
    thread::spawn(move || {
        Import::new(inputs).run(&mut |event| match events.send(Event::Import(event)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        });
    });
}

/// What the view is told of something that could not be read.
pub(super) fn problem_message(problem: &Problem) -> Message {
    let place = problem.path.as_ref().map(|path| ProblemPlace {
        path: path.clone(),
        line: problem.line,
    });
    Message::Problem(sanitize_line(&problem.to_string()).into_owned(), place)
}
