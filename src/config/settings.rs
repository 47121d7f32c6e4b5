//! What a person can set, from defaults, the environment and the command line, each
//! layer over the one before.

use std::fmt;

use thiserror::Error;

use super::number::Digits;
use super::strings::Locale;
use super::terminal::{LowBandwidth, TerminalMode, VowelMarks};
use super::theme::{ColorDepth, ThemeName};

/// How the row under the cursor is shown in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListCursor {
    /// The start of the row is reversed: few bytes on a slow line.
    #[default]
    Handle,
    /// The whole row is reversed.
    Row,
}

/// The narrowest width of the text a person can set, in cells.
pub const MEASURE_MIN: u16 = 30;
/// The widest width of the text a person can set, in cells.
pub const MEASURE_MAX: u16 = 90;

/// What a person can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The theme; `None` chooses by the terminal.
    pub theme: Option<ThemeName>,
    /// Whether colours are wanted at all (`NO_COLOR`, <https://no-color.org>); a theme
    /// that was chosen goes before it.
    pub color: bool,
    /// The language of the interface, as asked for; `None` asks the environment.
    pub ui_lang: Option<Locale>,
    /// Which digits the interface writes.
    pub digits: Digits,
    /// The width of the text in cells; `None` takes the script's own.
    pub measure: Option<u16>,
    /// Whether the bottom line shows keys.
    pub hints: bool,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// How the row under the cursor is shown.
    pub list_cursor: ListCursor,
    /// How right-to-left text is sent; `None` decides by the terminal.
    pub terminal_mode: Option<TerminalMode>,
    /// Whether vowel marks are sent.
    pub vowel_marks: VowelMarks,
    /// Whether as little as possible is sent.
    pub low_bandwidth: LowBandwidth,
    /// Whether the screen is one for voices, Braille displays and bare terminals: one
    /// pane at a time, in sentences, in logical order, in ASCII.
    pub plain: bool,
    /// Whether the terminal's alternate screen is used, which leaves no trace.
    pub alternate_screen: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: None,
            color: true,
            ui_lang: None,
            digits: Digits::Language,
            measure: None,
            hints: true,
            mouse: true,
            list_cursor: ListCursor::Handle,
            terminal_mode: None,
            vowel_marks: VowelMarks::Auto,
            low_bandwidth: LowBandwidth::Auto,
            plain: false,
            alternate_screen: true,
        }
    }
}

/// One setting: its name and what it can be.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The name, as errors and [`Settings::set`] have it.
    pub name: &'static str,
    /// What it is, for people: a few words.
    pub about: &'static str,
    /// The values it can have, for people.
    pub values: &'static str,
    change: fn(&mut Settings, &str) -> Option<()>,
}

impl Setting {
    /// Every setting.
    pub const ALL: &[Self] = &[
        Self {
            name: "theme",
            about: "colours",
            values: "auto, dark, light, dark16, light16, mono",
            change: |settings, value| {
                settings.theme = auto(value, |value| value.parse().ok())?;
                Some(())
            },
        },
        Self {
            name: "ui-lang",
            about: "language of the interface",
            values: "auto, en, ar, de",
            change: |settings, value| {
                settings.ui_lang = auto(value, Locale::of)?;
                Some(())
            },
        },
        Self {
            name: "digits",
            about: "digits of the interface",
            values: "auto, latn",
            change: |settings, value| {
                settings.digits = match value {
                    "auto" => Digits::Language,
                    "latn" => Digits::Latin,
                    _ => return None,
                };
                Some(())
            },
        },
        Self {
            name: "measure",
            about: "columns of the text",
            values: "auto, 30 to 90",
            change: |settings, value| {
                settings.measure = auto(value, |value| {
                    let cells = value.parse().ok()?;
                    (MEASURE_MIN..=MEASURE_MAX)
                        .contains(&cells)
                        .then_some(cells)
                })?;
                Some(())
            },
        },
        Self {
            name: "hints",
            about: "keys in the bottom line",
            values: "on, off",
            change: |settings, value| {
                settings.hints = on_off(value)?;
                Some(())
            },
        },
        Self {
            name: "mouse",
            about: "the mouse",
            values: "on, off",
            change: |settings, value| {
                settings.mouse = on_off(value)?;
                Some(())
            },
        },
        Self {
            name: "list.cursor",
            about: "mark on the row under the cursor",
            values: "handle, row",
            change: |settings, value| {
                settings.list_cursor = match value {
                    "handle" => ListCursor::Handle,
                    "row" => ListCursor::Row,
                    _ => return None,
                };
                Some(())
            },
        },
        Self {
            name: "terminal-mode",
            about: "how right-to-left text is sent",
            values: "auto, visual, explicit, inverse, kitty, kitty-word, lro, logical",
            change: |settings, value| {
                settings.terminal_mode = auto(value, |value| value.parse().ok())?;
                Some(())
            },
        },
        Self {
            name: "vowel-marks",
            about: "vowel marks of Arabic and Hebrew",
            values: "auto, show, hide",
            change: |settings, value| {
                settings.vowel_marks = match value {
                    "auto" => VowelMarks::Auto,
                    "show" => VowelMarks::Show,
                    "hide" => VowelMarks::Hide,
                    _ => return None,
                };
                Some(())
            },
        },
        Self {
            name: "low-bandwidth",
            about: "send as little as possible",
            values: "auto, on, off",
            change: |settings, value| {
                settings.low_bandwidth = match value {
                    "auto" => LowBandwidth::Auto,
                    "on" => LowBandwidth::On,
                    "off" => LowBandwidth::Off,
                    _ => return None,
                };
                Some(())
            },
        },
        Self {
            name: "plain",
            about: "sentences in logical order, for screen readers",
            values: "on, off",
            change: |settings, value| {
                settings.plain = on_off(value)?;
                Some(())
            },
        },
        Self {
            name: "alt-screen",
            about: "a screen of its own, gone at the end",
            values: "on, off",
            change: |settings, value| {
                settings.alternate_screen = on_off(value)?;
                Some(())
            },
        },
    ];

    /// The environment's variable for it: `NASHRA_LIST_CURSOR`.
    #[must_use]
    pub fn variable(&self) -> String {
        format!(
            "NASHRA_{}",
            self.name.to_ascii_uppercase().replace(['-', '.'], "_")
        )
    }
}

/// `auto` as nothing chosen, anything else as `read` takes it. The outer option is
/// whether the value is good, the inner one the setting itself.
fn auto<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if value == "auto" {
        Some(None)
    } else {
        read(value).map(Some)
    }
}

fn on_off(value: &str) -> Option<bool> {
    match value {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

/// Where a setting was given, for errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// A variable of the environment.
    Environment(String),
    /// The command line.
    Command,
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Environment(variable) => write!(f, "{variable}: "),
            Self::Command => Ok(()),
        }
    }
}

/// Why a setting cannot be taken. The setting stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SettingError {
    /// No setting is called that.
    #[error("{layer}there is no setting {name:?}; there are {all}", all = setting_names())]
    Unknown {
        /// Where it was given.
        layer: Layer,
        /// What was given.
        name: String,
    },
    /// The setting cannot have that value.
    #[error("{layer}{name} cannot be {value:?}; it can be {values}")]
    Value {
        /// Where it was given.
        layer: Layer,
        /// The setting.
        name: &'static str,
        /// What was given.
        value: String,
        /// What it can be.
        values: &'static str,
    },
}

fn setting_names() -> String {
    let names: Vec<&str> = Setting::ALL.iter().map(|setting| setting.name).collect();
    names.join(", ")
}

impl Settings {
    /// The defaults with the environment over them, and what of it could not be taken.
    #[must_use]
    pub fn from_environment(
        environment: impl Fn(&str) -> Option<String>,
    ) -> (Self, Vec<SettingError>) {
        let mut settings = Self::default();
        let mut problems = Vec::new();
        settings.color = environment("NO_COLOR").is_none_or(|value| value.is_empty());
        for setting in Setting::ALL {
            let variable = setting.variable();
            let Some(value) = environment(&variable).filter(|value| !value.is_empty()) else {
                continue;
            };
            let layer = Layer::Environment(variable);
            problems.extend(settings.change(setting, &value, layer).err());
        }
        (settings, problems)
    }

    /// Sets one by its name, as the command line gives it.
    ///
    /// # Errors
    /// There is no such setting, or it cannot have that value.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), SettingError> {
        let setting = Setting::ALL
            .iter()
            .find(|setting| setting.name == name)
            .ok_or_else(|| SettingError::Unknown {
                layer: Layer::Command,
                name: name.to_owned(),
            })?;
        self.change(setting, value, Layer::Command)
    }

    fn change(
        &mut self,
        setting: &'static Setting,
        value: &str,
        layer: Layer,
    ) -> Result<(), SettingError> {
        (setting.change)(self, value).ok_or_else(|| SettingError::Value {
            layer,
            name: setting.name,
            value: value.to_owned(),
            values: setting.values,
        })
    }

    /// The theme to use: the one chosen, without colours and where the screen is plain
    /// `mono`, else what suits the terminal.
    #[must_use]
    pub fn theme_for(&self, depth: ColorDepth, light_page: bool) -> ThemeName {
        self.theme.unwrap_or(if self.color && !self.plain {
            ThemeName::suited(depth, light_page)
        } else {
            ThemeName::Mono
        })
    }
}
