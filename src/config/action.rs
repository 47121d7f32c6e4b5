//! Everything a key or a command name can make the program do.

use std::fmt;
use std::num::NonZeroU8;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A digit key from 1 to 9 that stands for a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hotkey(NonZeroU8);

impl Hotkey {
    /// How many there are.
    pub const COUNT: usize = 9;

    /// The hotkey of a digit; `None` outside 1 to 9.
    #[must_use]
    pub const fn new(digit: u8) -> Option<Self> {
        match NonZeroU8::new(digit) {
            Some(digit) if digit.get() <= 9 => Some(Self(digit)),
            _ => None,
        }
    }

    /// The hotkey of a digit known when the program is built.
    const fn literal<const DIGIT: u8>() -> Self {
        const {
            match Self::new(DIGIT) {
                Some(hotkey) => hotkey,
                None => panic!("a hotkey is a digit from 1 to 9"),
            }
        }
    }

    /// The digit, 1 to 9.
    #[must_use]
    pub const fn digit(self) -> u8 {
        self.0.get()
    }

    /// The place in a list of languages: 0 for the key `1`.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.digit()) - 1
    }

    /// All nine, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=9).filter_map(Self::new)
    }
}

/// Makes the enum and its names from one table, so that neither can be forgotten.
macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+ ;
     $($(#[$family_doc:meta])* $family:ident(Hotkey) = $stem:literal [$($digit:literal)+],)+) => {
        /// Everything a key or a command name can make the program do.
        ///
        /// In files an action is its [name](Action::name) in kebab case. The actions
        /// that carry a [`Hotkey`] have nine names: `lang-toggle-1` to `lang-toggle-9`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $variant,)+
            $($(#[$family_doc])* $family(Hotkey),)+
        }

        impl Action {
            /// Every action, each hotkey of a family by itself.
            pub const ALL: &[Self] = &[
                $(Self::$variant,)+
                $($(Self::$family(Hotkey::literal::<$digit>()),)+)+
            ];

            /// The name in files and in the command palette.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                    $(Self::$family(hotkey) => match hotkey.digit() {
                        $($digit => concat!($stem, "-", $digit),)+
                        _ => $stem,
                    },)+
                }
            }

            /// The id of the interface string that says what the action does. The
            /// nine members of a family share one.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("action-", $name),)+
                    $(Self::$family(_) => concat!("action-", $stem),)+
                }
            }

            /// The id of the short label in the bottom line, where the keymap puts
            /// the action there (its `bar` field).
            #[must_use]
            pub const fn bar_label(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("bar-", $name),)+
                    $(Self::$family(_) => concat!("bar-", $stem),)+
                }
            }
        }
    };
}

actions! {
    /// Show the keys of this place.
    Help = "help",
    /// Find any command by name.
    Palette = "palette",
    /// Search the view, or in the reader this article first.
    Search = "search",
    /// Next hit; without a search the next unread article.
    NextHit = "next-hit",
    /// Previous hit; without a search the previous unread article.
    PrevHit = "prev-hit",
    /// Show all languages.
    LangAll = "lang-all",
    /// Choose languages from a list.
    LangPicker = "lang-picker",
    /// Focus the next pane.
    PaneNext = "pane-next",
    /// Focus the previous pane.
    PanePrev = "pane-prev",
    /// Focus the pane the eye sees at the left.
    PaneLeft = "pane-left",
    /// Focus the pane the eye sees at the right.
    PaneRight = "pane-right",
    /// One step out; at the top it says that once more leaves.
    Back = "back",
    /// Drop what is pending. Never leaves.
    Cancel = "cancel",
    /// Forward into the view just left.
    Again = "again",
    /// Leave at once.
    Quit = "quit",
    /// Stop what runs; twice in a row leaves.
    Interrupt = "interrupt",
    /// Open the next article of the view.
    NextArticle = "next-article",
    /// Open the previous article of the view.
    PrevArticle = "prev-article",
    /// Mark the article read or unread, staying on the row.
    ToggleRead = "toggle-read",
    /// Mark the whole view read.
    ViewRead = "view-read",
    /// Star the article or take the star away.
    ToggleStar = "toggle-star",
    /// Tag the article, or take tags away.
    Tag = "tag",
    /// Begin or end a range of the list.
    Range = "range",
    /// Copy the article's address.
    CopyLink = "copy-link",
    /// Copy the headline.
    CopyTitle = "copy-title",
    /// Copy the paragraph.
    CopyParagraph = "copy-paragraph",
    /// Copy the whole article.
    CopyArticle = "copy-article",
    /// Copy the name under the cursor.
    CopyName = "copy-name",
    /// Copy headline, source, date and address.
    CopyCitation = "copy-citation",
    /// Open the article's link.
    OpenLink = "open-link",
    /// Choose among the links of the article.
    LinkPicker = "link-picker",
    /// Pipe the article to a command.
    Pipe = "pipe",
    /// Write the article to a file.
    Write = "write",
    /// Choose among the saved views.
    Views = "views",
    /// Save the present view under a name.
    SaveView = "save-view",
    /// Give up the saved view under the cursor.
    RemoveView = "remove-view",
    /// Look for what changed in the corpus.
    Refresh = "refresh",
    /// Yes, do it.
    Yes = "yes",
    /// The notices so far.
    Messages = "messages",
    /// What could not be read.
    Problems = "problems",
    /// Take the last change back.
    Undo = "undo",
    /// Do the change taken back again.
    Redo = "redo",
    /// Sort by date; again turns the order round.
    SortDate = "sort-date",
    /// Sort by title; again turns the order round.
    SortTitle = "sort-title",
    /// Sort by source; again turns the order round.
    SortSource = "sort-source",
    /// Sort by language; again turns the order round.
    SortLanguage = "sort-language",
    /// Sort by number of words; again turns the order round.
    SortWords = "sort-words",
    /// Sort by how well articles answer the search.
    SortRelevance = "sort-relevance",
    /// Hide or show what is read.
    UnreadOnly = "unread-only",
    /// Next way to colour: names; names, dates and amounts; nothing.
    Highlights = "highlights",
    /// The names of the whole view, or of the article again.
    NamesView = "names-view",
    /// The reader alone.
    Zen = "zen",
    /// All that is known of this article, and why.
    Info = "info",
    /// Next theme.
    ThemeNext = "theme-next",
    /// Turn the mouse on or off.
    MouseToggle = "mouse-toggle",
    /// The next way to send right-to-left text.
    TermMode = "term-mode",
    /// Leave how right-to-left text is sent to what is found of the terminal.
    TermModeAuto = "term-mode-auto",
    /// Settle by eye how right-to-left text is sent.
    Calibrate = "calibrate",
    /// Send as little as possible, or not.
    LowBandwidth = "low-bandwidth",
    /// Paint the screen again.
    Redraw = "redraw",
    /// Suspend the program.
    Suspend = "suspend",

    /// One row or line down.
    Down = "down",
    /// One row or line up.
    Up = "up",
    /// One page down.
    PageDown = "page-down",
    /// One page up.
    PageUp = "page-up",
    /// Half a page down.
    HalfDown = "half-down",
    /// Half a page up.
    HalfUp = "half-up",
    /// To the first row or line.
    Top = "top",
    /// To the last row or line.
    Bottom = "bottom",
    /// Read the article under the cursor.
    Open = "open",
    /// Read it, then page, and at the end offer the next unread.
    ReadOn = "read-on",

    /// Previous paragraph.
    ParaPrev = "para-prev",
    /// Next paragraph.
    ParaNext = "para-next",
    /// Next mention of a name.
    MentionNext = "mention-next",
    /// Previous mention of a name.
    MentionPrev = "mention-prev",
    /// Next mention of the name under the cursor.
    SameNext = "same-next",
    /// Previous mention of the name under the cursor.
    SamePrev = "same-prev",
    /// The card of the name under the cursor; without one a line down.
    CardOrLine = "card-or-line",
    /// Show or fold page furniture.
    Furniture = "furniture",
    /// Wider text.
    Wider = "wider",
    /// Narrower text.
    Narrower = "narrower",
    /// The text's own width again.
    MeasureReset = "measure-reset",

    /// Only the articles with this name, in all languages.
    Only = "only",
    /// Narrow to the articles with this name too.
    Add = "add",
    /// Without this name, or in the language picker without this language.
    LeaveOut = "leave-out",
    /// The card of the name in the names pane.
    Card = "card",

    /// Keep what was typed or chosen.
    Accept = "accept",
    /// Previous result, while typing.
    ResultPrev = "result-prev",
    /// Next result, while typing.
    ResultNext = "result-next",
    /// Earlier search.
    HistoryPrev = "history-prev",
    /// Later search.
    HistoryNext = "history-next",
    /// Complete the word before the caret.
    Complete = "complete",
    /// Search this article, or the view.
    Scope = "scope",
    /// Caret to the start of the line.
    CaretStart = "caret-start",
    /// Caret to the end of the line.
    CaretEnd = "caret-end",
    /// Caret one place to the left, as seen.
    CaretLeft = "caret-left",
    /// Caret one place to the right, as seen.
    CaretRight = "caret-right",
    /// Delete the character before the caret.
    DeleteBefore = "delete-before",
    /// Delete the character after the caret.
    DeleteAfter = "delete-after",
    /// Delete the word before the caret.
    DeleteWord = "delete-word",
    /// Delete everything before the caret.
    DeleteToStart = "delete-to-start",
    /// Delete everything after the caret.
    DeleteToEnd = "delete-to-end",
    /// Choose the row of a picker, or drop it.
    PickToggle = "pick-toggle",
    /// Narrow the list of keys in the help.
    Filter = "filter",
    ;
    /// Show a language or hide it; the first one shows only itself.
    LangToggle(Hotkey) = "lang-toggle" [1 2 3 4 5 6 7 8 9],
    /// Give the language of the row this hotkey.
    SetKey(Hotkey) = "set-key" [1 2 3 4 5 6 7 8 9],
    /// This line of the calibration fits.
    Fits(Hotkey) = "fits" [1 2 3 4 5 6 7 8 9],
}

impl Action {
    /// The action of a name, or `None` when there is no such action.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|action| action.name() == name)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Action {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_name(&name)
            .ok_or_else(|| de::Error::custom(format_args!("there is no action \"{name}\"")))
    }
}
