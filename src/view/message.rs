//! What happens to the view, and what it asks to be done.

use std::ops::Range;
use std::sync::Arc;

use super::frames::Ranking;
use crate::config::key::KeyChord;
use crate::config::terminal::TerminalMode;
use crate::config::theme::ThemeName;
use crate::corpus::{Article, Query};
use crate::store::StateChange;

/// Milliseconds since the program started.
pub type Millis = u64;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(KeyChord, Millis),
    /// Text was pasted.
    Paste(String, Millis),
    /// The mouse did something.
    Mouse(Mouse, Millis),
    /// The screen has so many columns and rows.
    Resize(u16, u16),
    /// The terminal's page wants this theme; nobody chose one.
    Theme(ThemeName),
    /// Articles were read.
    Articles(Vec<Arc<Article>>, Millis),
    /// The corpus taught what page furniture is in the articles of these numbers.
    Furniture(Vec<(usize, Vec<Range<usize>>)>),
    /// Something could not be read: one sentence, sanitized.
    Problem(String),
    /// So many of so many bytes were read.
    Progress(u64, u64),
    /// Everything was read.
    Imported(Millis),
    /// A search found this, of the given share of the articles (percent).
    Found {
        /// The search it answers.
        generation: u64,
        /// What was found.
        ranking: Ranking,
        /// How much was searched, in percent; 100 is the end.
        percent: u8,
    },
    /// A timer ran out.
    Timer(Timer),
    /// What is sent to the terminal, by what it was found to be.
    Terminal {
        /// How right-to-left text is sent.
        mode: TerminalMode,
        /// Whether that is a guess.
        is_guess: bool,
    },
    /// The line to the terminal has proved slow.
    SlowLine(Millis),
    /// Something that was asked for went wrong: one sentence, sanitized.
    Failed(String, Millis),
}

/// What the mouse did at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The first button was pressed.
    Press,
    /// It was moved with a button down.
    Drag,
    /// The wheel turned towards the person: down.
    WheelDown,
    /// The wheel turned away: up.
    WheelUp,
}

/// A timer of the view. An older one of its kind that runs out means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// The list's cursor rested: the reader follows it.
    Follow(u64),
    /// Typing rested: the search of this generation is wanted.
    Search(u64),
}

/// Something the view asks the program to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save what a person did, before the next key is handled.
    Save(StateChange),
    /// Search the articles; an older search is stopped.
    Search {
        /// The number the answer carries.
        generation: u64,
        /// What to look for.
        query: Query,
    },
    /// Stop the search that runs.
    StopSearch,
    /// Send the timer back after so many milliseconds.
    After(Millis, Timer),
    /// Turn the reporting of the mouse on or off.
    SetMouse(bool),
    /// Send right-to-left text in this mode, here and from now on; `None` leaves it to
    /// what is found of the terminal.
    SetTerminalMode(Option<TerminalMode>),
    /// Paint the whole screen again.
    Redraw,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Leave.
    Quit,
}
