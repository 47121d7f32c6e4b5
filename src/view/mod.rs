//! What is open and where everything stands: panes, cursors, prompts, sheets.
//!
//! No terminal, no input or output, no clock: [`View::update`] takes a
//! [`Message`], changes the state and asks for [`Effect`]s. [`View::prepare`]
//! then lays out what is in sight, as models that `ui` turns into cells.

mod area;
pub mod ask;
mod bar;
pub mod browse;
pub mod calibration;
pub mod frames;
pub mod geometry;
pub mod lens;
pub mod list;
pub mod message;
pub mod names;
pub mod notices;
pub mod plain;
pub mod prompt;
pub mod reader;
pub mod sheet;
pub mod stamp;

mod captions;
mod coach;
mod excerpt;
mod history;
mod measure;
mod order;
mod prepare;
mod progress;
mod saved;
mod search;
mod setup;
mod status;
mod update;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use ask::{Ask, Confirmation, Question};
use browse::Browse;
use geometry::{Geometry, Pane};
use history::History;
use list::List;
use measure::Measures;
use message::{Effect, Message, ProblemPlace};
use names::Names;
use notices::Notices;
use reader::{Highlights, Reader};
use sheet::Sheet;

use crate::analysis::entities::Recogniser;
use crate::config::key::KeyChord;
use crate::config::keymap::Keymap;
use crate::config::settings::{ListCursor, Settings};
use crate::config::strings::Strings;
use crate::config::terminal::TerminalMode;
use crate::config::theme::ThemeName;
use crate::corpus::{LanguageTag, Query, Timestamp};
use crate::store::{CorpusRecord, FoldedArticle, Habits, StateChange};
use crate::text::Direction;

pub use bar::{BarPiece, BarTarget, Chip};
pub use captions::heading_id;
pub use progress::{Importing, Progress};
pub use search::{Fault, SearchPrompt, SearchScope};
pub use setup::{Automatic, Setup};
pub use status::Status;

/// The whole state of what a person sees.
pub struct View {
    place: Option<String>,
    settings: Settings,
    automatic: Automatic,
    strings: Strings,
    keymap: Keymap,
    names_of: &'static Recogniser,
    now: Timestamp,
    follow_after: u64,
    is_remote: bool,
    theme: ThemeName,
    /// How right-to-left text is sent, and whether that is a guess.
    terminal_mode: TerminalMode,
    mode_is_guess: bool,
    /// Whether it was told that it is.
    told_guess: bool,
    /// Whether the line has proved slow.
    line_is_slow: bool,
    /// Whether as little as possible is sent.
    low_bandwidth: bool,
    /// What it was before that: highlights, and the row under the cursor.
    before_low_bandwidth: Option<(Highlights, ListCursor)>,
    list_cursor: ListCursor,
    plain: bool,

    size: (u16, u16),
    geometry: Geometry,
    focus: Pane,
    zen: bool,

    browse: Browse,
    saved_hotkeys: Vec<LanguageTag>,
    list: List,
    reader: Reader,
    /// The article in the reader.
    open: Option<u32>,
    /// The article to come back to once it was read in.
    awaited: Option<Arc<str>>,
    measures: Measures,
    highlights: Highlights,
    names: Names,

    search: Option<SearchPrompt>,
    searches: Vec<String>,
    /// The line that is asked for.
    asking: Option<Ask>,
    answers: HashMap<Question, Vec<String>>,
    /// What waits for a yes.
    confirming: Option<Confirmation>,
    /// The article at which the range of the list began.
    range: Option<u32>,
    /// The corpora that were open before, the newest first.
    recent: Vec<CorpusRecord>,
    /// The saved views, as they are kept.
    views: BTreeMap<String, String>,
    habits: Habits,
    /// Habits that are saved with the next change.
    unsaved_habits: StateChange,
    /// The query whose hits are marked in the open article alone.
    article_query: Option<Query>,
    search_generation: u64,
    /// What is to be searched for once typing rests.
    waiting_search: Option<Query>,
    /// Whether a search runs.
    searching: bool,
    /// How much it has searched, in percent, where it takes long.
    searched: Option<u8>,
    /// Whether articles came that the search does not know of.
    search_behind: bool,
    /// The open article, folded for searching.
    folded: Option<(u32, FoldedArticle)>,
    sheet: Option<Sheet>,
    /// Keys of a sequence that is not complete yet.
    pressed: Vec<KeyChord>,
    leaving: bool,
    /// Whether anything was done yet.
    touched: bool,
    interrupted: bool,
    /// Whether it was said how to select with the mouse.
    dragged: bool,
    /// Whether Space was pressed at the end of an article.
    at_end: bool,

    notices: Notices,
    problems: Vec<(String, Option<ProblemPlace>)>,
    /// How many of them were looked at.
    problems_seen: usize,
    /// Why what is done cannot be saved.
    unsaved: Option<String>,
    /// Whether it was said that the clipboard may not work.
    doubted_clipboard: bool,
    importing: Option<Importing>,
    imported: bool,
    /// Whether the corpus is read again.
    refreshing: bool,
    /// Whether the reader was scrolled just now, and how far it was before.
    scrolling: bool,
    progress: Progress,
    history: History,

    generation: u64,
    effects: Vec<Effect>,
    changed: bool,
}

impl View {
    /// Takes a message in. What is to be done then, in order.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        self.changed = true;
        self.take(message);
        std::mem::take(&mut self.effects)
    }

    /// Whether anything changed since the last [`Self::prepare`].
    #[must_use]
    pub const fn changed(&self) -> bool {
        self.changed
    }

    /// The direction of the interface: where its rows begin.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        if self.plain {
            return Direction::Ltr;
        }
        direction(&self.strings)
    }

    /// Where the panes stand.
    #[must_use]
    pub const fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// The screen's columns and rows.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// The pane that has the focus.
    #[must_use]
    pub const fn focus(&self) -> Pane {
        self.focus
    }

    /// The theme.
    #[must_use]
    pub const fn theme(&self) -> ThemeName {
        self.theme
    }

    /// Whether everything was read.
    #[must_use]
    pub const fn is_imported(&self) -> bool {
        self.imported
    }

    /// Whether as little as possible is sent.
    #[must_use]
    pub const fn is_low_bandwidth(&self) -> bool {
        self.low_bandwidth
    }

    /// How the row under the list's cursor is shown.
    #[must_use]
    pub const fn list_cursor(&self) -> ListCursor {
        self.list_cursor
    }

    /// What the person set, while it ran too.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The strings of the interface.
    #[must_use]
    pub const fn strings(&self) -> &Strings {
        &self.strings
    }

    /// What is being browsed.
    #[must_use]
    pub const fn browse(&self) -> &Browse {
        &self.browse
    }

    /// The list pane.
    #[must_use]
    pub const fn list(&self) -> &List {
        &self.list
    }

    /// The reading pane.
    #[must_use]
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The names pane.
    #[must_use]
    pub const fn names(&self) -> &Names {
        &self.names
    }

    /// The sheet over the panes.
    #[must_use]
    pub const fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_ref()
    }

    /// The line that is asked for.
    #[must_use]
    pub const fn asking(&self) -> Option<&Ask> {
        self.asking.as_ref()
    }

    /// What waits for a yes.
    #[must_use]
    pub const fn confirming(&self) -> Option<&Confirmation> {
        self.confirming.as_ref()
    }

    /// How much the search that runs has searched, in percent, where it takes long.
    #[must_use]
    pub const fn searched(&self) -> Option<u8> {
        self.searched
    }

    /// The search being typed.
    #[must_use]
    pub const fn search(&self) -> Option<&SearchPrompt> {
        self.search.as_ref()
    }
}

const fn direction(strings: &Strings) -> Direction {
    if strings.is_right_to_left() {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}
