//! What happens to the view, and what it asks to be done.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::frames::Ranking;
use crate::config::key::KeyChord;
use crate::config::terminal::{TerminalMode, VowelMarks};
use crate::config::theme::ThemeName;
use crate::corpus::{Article, Query};
use crate::store::{Respelling, StateChange};

/// A line of a file, or a whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemPlace {
    /// The file.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: Option<u64>,
}

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
    /// The terminal's page wants this theme, unless one was chosen.
    Theme(ThemeName),
    /// Articles were read.
    Articles(Vec<Arc<Article>>, Millis),
    /// The corpus taught what page furniture is in the articles of these numbers.
    Furniture(Vec<(usize, Vec<Range<usize>>)>),
    /// Something could not be read: one sentence, sanitized, and where it is.
    Problem(String, Option<ProblemPlace>),
    /// So many of so many bytes were read.
    Progress(u64, u64, Millis),
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
    /// These words may have been meant by the search of a generation.
    Respelled(u64, Vec<Respelling>),
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
    /// What is wrong with what the person set, and the like: a sentence each, sanitized.
    Warnings(Vec<String>, Millis),
    /// Something that was asked for went wrong: one sentence, sanitized.
    Failed(String, Millis),
    /// What a person does cannot be saved, and why; `None` once it can.
    Unsaved(Option<String>, Millis),
    /// A text was handed to a clipboard.
    Copied {
        /// What it was, in words.
        what: String,
        /// Which way it went.
        way: CopyWay,
        /// Whether it is known to have arrived.
        is_sure: bool,
        /// When.
        at: Millis,
    },
    /// A file was written.
    Written(String, Millis),
    /// There is a file of that name already: its name, and what was to be written.
    FileExists(String, String),
    /// A file could not be written.
    WriteFailed {
        /// Its name, as typed.
        path: String,
        /// Why, as the system says it.
        reason: String,
        /// When.
        at: Millis,
    },
    /// There is nothing at a path that was to be opened.
    NoSuchPath(String, Millis),
    /// A link could not be opened.
    LinkFailed {
        /// The link.
        link: String,
        /// Why, as the system says it.
        reason: String,
        /// When.
        at: Millis,
    },
    /// A command ended with this exit status, or (`None`) by a signal.
    Piped(String, Option<i32>, Millis),
    /// So many links were opened.
    LinksOpened(usize, Millis),
    /// What stands at the place of a problem: lines, sanitized.
    Raw(Vec<String>),
    /// The corpus was read again: the articles that were not there before, each with
    /// the number of the article whose text it replaces, if it does.
    Refreshed(Vec<(Option<u32>, Arc<Article>)>, Millis),
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

/// The way of a text to a clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyWay {
    /// The terminal itself (OSC 52).
    Terminal,
    /// tmux, which keeps it and hands it on.
    Tmux,
}

/// A timer of the view. An older one of its kind that runs out means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// The list's cursor rested: the reader follows it.
    Follow(u64),
    /// Typing rested: the search of this generation is wanted.
    Search(u64),
    /// Scrolling rested.
    Rest,
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
    /// Say which words may have been meant by the search of this generation, which has
    /// ended and shows nothing.
    Respell {
        /// The number the answer carries.
        generation: u64,
        /// What was looked for.
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
    /// Hand a text to the terminal's clipboard.
    Copy {
        /// The text.
        text: String,
        /// What it is, in words.
        what: String,
    },
    /// Write a file.
    Write {
        /// Its name, as typed.
        path: String,
        /// Its content.
        text: String,
        /// Whether a file of that name may be written over.
        replace: bool,
    },
    /// Give the terminal to a command that gets a text on its standard input.
    Pipe {
        /// The command, for the shell.
        command: String,
        /// What it gets.
        text: String,
    },
    /// Open addresses with what the system opens them with.
    OpenLinks(Vec<String>),
    /// Look at what stands at a place that could not be read.
    ReadRaw(ProblemPlace),
    /// Read the corpus again.
    Refresh,
    /// Leave this corpus for that of a path, as typed; `None` is the sample.
    OpenCorpus(Option<String>),
    /// Use the terminal's alternate screen from now on, or its main one.
    SetAlternateScreen(bool),
    /// Send text as a plain screen has it: in logical order; or by the mode that is set,
    /// if any.
    SetPlain(bool, Option<TerminalMode>),
    /// Send vowel marks, or not, from now on.
    SetVowelMarks(VowelMarks),
    /// Paint the whole screen again.
    Redraw,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Leave.
    Quit,
}
