//! Where keys hold, and the headings their rows stand under.

use std::fmt;

use serde::Deserialize;

/// A place where keys have a meaning of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Everywhere, prompts and pickers included.
    Always,
    /// In every pane.
    Global,
    /// The list of articles.
    List,
    /// The reader.
    Reader,
    /// The names pane.
    Names,
    /// A line being typed: search, commands.
    Prompt,
    /// A list that is narrowed by typing: commands by name.
    Picker,
    /// The list of languages.
    LangPicker,
    /// The list of keys.
    Help,
    /// The list of saved views.
    ViewPicker,
    /// A yes or a no.
    Confirm,
    /// The lines by which right-to-left text is settled.
    Calibration,
}

impl Context {
    /// Every place.
    pub const ALL: [Self; 12] = [
        Self::Always,
        Self::Global,
        Self::List,
        Self::Reader,
        Self::Names,
        Self::Prompt,
        Self::Picker,
        Self::LangPicker,
        Self::Help,
        Self::ViewPicker,
        Self::Confirm,
        Self::Calibration,
    ];

    /// The contexts asked for a key pressed here, nearest first. Where text is typed
    /// the global keys are text.
    #[must_use]
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Always => &[Self::Always],
            Self::Global => &[Self::Global, Self::Always],
            Self::List => &[Self::List, Self::Global, Self::Always],
            Self::Reader => &[Self::Reader, Self::Global, Self::Always],
            Self::Names => &[Self::Names, Self::Global, Self::Always],
            Self::Prompt => &[Self::Prompt, Self::Always],
            Self::Picker => &[Self::Picker, Self::Always],
            Self::LangPicker => &[Self::LangPicker, Self::Picker, Self::Always],
            Self::Help => &[Self::Help, Self::Always],
            Self::ViewPicker => &[Self::ViewPicker, Self::Picker, Self::Always],
            Self::Confirm => &[Self::Confirm, Self::Always],
            Self::Calibration => &[Self::Calibration, Self::Always],
        }
    }

    /// Whether characters are text here where no row binds them.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Prompt | Self::Picker | Self::LangPicker | Self::ViewPicker
        )
    }

    /// The name in `assets/keymap.toml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Global => "global",
            Self::List => "list",
            Self::Reader => "reader",
            Self::Names => "names",
            Self::Prompt => "prompt",
            Self::Picker => "picker",
            Self::LangPicker => "lang-picker",
            Self::Help => "help",
            Self::ViewPicker => "view-picker",
            Self::Confirm => "confirm",
            Self::Calibration => "calibration",
        }
    }

    /// The id of the interface string that names the place.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Always => "context-always",
            Self::Global => "context-global",
            Self::List => "context-list",
            Self::Reader => "context-reader",
            Self::Names => "context-names",
            Self::Prompt => "context-prompt",
            Self::Picker => "context-picker",
            Self::LangPicker => "context-lang-picker",
            Self::Help => "context-help",
            Self::ViewPicker => "context-view-picker",
            Self::Confirm => "context-confirm",
            Self::Calibration => "context-calibration",
        }
    }
}

/// The heading a row stands under in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Moving about.
    Move,
    /// Reading and marking.
    Read,
    /// Choosing what is shown.
    Filter,
    /// Names of people, places, organisations.
    Names,
    /// Copies and exports.
    Take,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 6] = [
        Self::Move,
        Self::Read,
        Self::Filter,
        Self::Names,
        Self::Take,
        Self::Program,
    ];

    /// The id of the interface string that is the heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Read => "group-read",
            Self::Filter => "group-filter",
            Self::Names => "group-names",
            Self::Take => "group-take",
            Self::Program => "group-program",
        }
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
