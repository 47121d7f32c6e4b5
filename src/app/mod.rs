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

use crate::config::settings::Settings;
use crate::config::strings::Strings;
use crate::config::theme::ThemeName;
use crate::ingest::Input;
use crate::store::CorpusKey;
use crate::term::Surroundings;

pub use run::run;

/// What the reader is started with.
pub struct Options {
    /// What is read.
    pub inputs: Vec<Input>,
    /// The corpus they are, in the library.
    pub key: CorpusKey,
    /// The folder of the library; without one nothing is kept.
    pub folder: Option<PathBuf>,
    /// The strings of the interface.
    pub strings: Strings,
    /// The theme to begin with.
    pub theme: ThemeName,
    /// The themes for a dark and for a light page, where nobody chose one.
    pub by_page: Option<(ThemeName, ThemeName)>,
    /// What surrounds the terminal.
    pub surroundings: Surroundings,
    /// Whether the terminal has eight colours.
    pub bright_is_bold: bool,
    /// What the person set; the strings and the theme are chosen by it already.
    pub settings: Settings,
    /// Sentences to show at the start: settings that could not be taken.
    pub warnings: Vec<String>,
}
