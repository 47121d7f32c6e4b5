//! Everything that can happen to the program.

use crate::store::ImportEvent;
use crate::term::{Outer, Reply};
use crate::view::frames::Ranking;
use crate::view::message::{Message, Mouse};

/// Something that happened, from one of the threads.
#[derive(Debug)]
pub(super) enum Event {
    /// A key was pressed.
    Key(crate::config::key::KeyChord),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal answered.
    Reply(Reply),
    /// tmux says what the terminal outside is, or nothing.
    Outer(Outer),
    /// The terminal can no longer be read.
    InputLost,
    /// The import delivers.
    Import(ImportEvent),
    /// The search of a generation found this, in so many percent of the articles.
    Found(u64, Ranking, u8),
    /// A job has something for the view.
    Told(Box<Message>),
    /// The system wants something.
    Signal(Signal),
}

/// What the system wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// The program is to end.
    End,
    /// The program is to stop until it is continued.
    Stop,
    /// The program goes on after it was stopped.
    Continued,
    /// The terminal has another size.
    Resized,
}
