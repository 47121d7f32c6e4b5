//! The running program: input, jobs, signals and the screen, in one loop.
//!
//! The only floor that knows threads and time. Everything that happens becomes a
//! message to the view; what the view asks for is done here before the next key.

mod effects;
mod event;
mod files;
mod flow;
mod import;
mod input;
mod intake;
mod jobs;
mod keys;
mod lending;
mod outer;
mod raw;
mod run;
mod search;
mod signals;
mod terminal;
mod timers;

use std::path::PathBuf;

use crate::config::keymap::Keymap;
use crate::config::settings::Settings;
use crate::config::theme::ThemeName;
use crate::ingest::Input;
use crate::store::CorpusKey;
use crate::term::Surroundings;
use crate::view::Automatic;

pub use run::{Next, run};

/// What the reader is started with.
pub struct Options {
    /// What is read.
    pub inputs: Vec<Input>,
    /// The corpus they are, in the library.
    pub key: CorpusKey,
    /// The folder of the library; without one nothing is kept.
    pub folder: Option<PathBuf>,
    /// What the settings come to that are left to the program.
    pub automatic: Automatic,
    /// The themes for a dark and for a light page, where they are not the same.
    pub by_page: Option<(ThemeName, ThemeName)>,
    /// What surrounds the terminal.
    pub surroundings: Surroundings,
    /// Whether the terminal has eight colours.
    pub bright_is_bold: bool,
    /// What the person set.
    pub settings: Settings,
    /// Which keys do what.
    pub keymap: Keymap,
    /// Sentences to show at the start: settings and keys that could not be taken.
    pub warnings: Vec<String>,
}
