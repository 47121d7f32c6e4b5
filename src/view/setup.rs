//! What a view is opened with, and the state it begins in.

use std::collections::HashMap;

use super::browse::Browse;
use super::geometry::{Geometry, Pane};
use super::history::History;
use super::list::List;
use super::measure::Measures;
use super::names::Names;
use super::notices::Notices;
use super::progress::Progress;
use super::reader::{Highlights, Reader};
use super::{View, direction};
use crate::analysis::entities::Recogniser;
use crate::config::keymap::Keymap;
use crate::config::settings::Settings;
use crate::config::strings::{Locale, Strings};
use crate::config::terminal::{LowBandwidth, TerminalMode};
use crate::config::theme::ThemeName;
use crate::corpus::{LanguageTag, Timestamp};
use crate::store::{CorpusState, StateChange};

/// What the view is opened with.
pub struct Setup {
    /// What the corpus is called in the top line; `None` is the sample.
    pub place: Option<String>,
    /// What the person set.
    pub settings: Settings,
    /// What the settings come to that are left to the program.
    pub automatic: Automatic,
    /// Which keys do what.
    pub keymap: Keymap,
    /// How long the list's cursor rests before the reader follows, in ms.
    pub follow_after: u64,
    /// Whether the terminal is on another machine.
    pub is_remote: bool,
    /// The day today.
    pub now: Timestamp,
    /// What a person did with this corpus before.
    pub state: CorpusState,
}

impl View {
    /// A view of a corpus that is about to be read.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let strings = setup.automatic.strings(&setup.settings);
        let direction = direction(&strings);
        let mut browse = Browse::default();
        browse.restore(setup.state.articles, setup.state.tags);
        let saved = setup.state.languages.iter();
        let saved_hotkeys: Vec<_> = saved.map(|tag| LanguageTag::new(tag)).collect();
        browse.lens.restore(&saved_hotkeys);
        let mut view = Self {
            place: setup.place,
            automatic: setup.automatic,
            strings,
            keymap: setup.keymap,
            names_of: Recogniser::embedded(),
            now: setup.now,
            follow_after: setup.follow_after,
            is_remote: setup.is_remote,
            theme: setup.automatic.theme(&setup.settings),
            terminal_mode: TerminalMode::Visual,
            mode_is_guess: false,
            told_guess: false,
            line_is_slow: false,
            low_bandwidth: false,
            before_low_bandwidth: None,
            list_cursor: setup.settings.list_cursor,
            plain: setup.settings.plain,
            size: (80, 24),
            geometry: Geometry::new(80, 24, Pane::List, false, direction),
            focus: Pane::List,
            zen: false,
            browse,
            saved_hotkeys,
            list: List::default(),
            reader: Reader::default(),
            open: None,
            awaited: setup.state.last_article,
            measures: Measures::new(setup.settings.measure, &setup.state.habits.measures),
            highlights: Highlights::default(),
            names: Names::default(),
            search: None,
            searches: Vec::new(),
            asking: None,
            answers: HashMap::new(),
            confirming: None,
            range: None,
            views: setup.state.views,
            recent: setup.state.recent,
            habits: setup.state.habits,
            unsaved_habits: StateChange::default(),
            article_query: None,
            search_generation: 0,
            waiting_search: None,
            searching: false,
            searched: None,
            search_behind: false,
            folded: None,
            sheet: None,
            pressed: Vec::new(),
            leaving: false,
            touched: false,
            interrupted: false,
            dragged: false,
            at_end: false,
            notices: Notices::default(),
            problems: Vec::new(),
            problems_seen: 0,
            unsaved: None,
            doubted_clipboard: false,
            importing: None,
            imported: false,
            refreshing: false,
            scrolling: false,
            progress: Progress::Top,
            history: History::default(),
            generation: 0,
            effects: Vec::new(),
            changed: true,
            settings: setup.settings,
        };
        if view.settings.low_bandwidth == LowBandwidth::On {
            view.set_low_bandwidth(true);
        }
        view
    }
}

/// What the settings come to that are left to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Automatic {
    /// The theme that suits the terminal.
    pub theme: ThemeName,
    /// The language of the environment.
    pub locale: Locale,
}

impl Automatic {
    /// The theme for some settings.
    pub(super) fn theme(&self, settings: &Settings) -> ThemeName {
        let own = if settings.plain {
            ThemeName::Mono
        } else {
            self.theme
        };
        settings.theme.unwrap_or(own)
    }

    /// The strings for some settings.
    pub(super) fn strings(&self, settings: &Settings) -> Strings {
        let locale = settings.ui_lang.unwrap_or(self.locale);
        Strings::new(locale, settings.digits)
    }
}
