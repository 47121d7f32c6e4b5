//! What a person can set: one table, from which the file, the variables, the flags, the
//! help, the manual page and `:set` are made.

mod layers;
mod written;

pub use layers::{Layers, Source};
pub use written::markdown_table;

use super::nearest::nearest;
use super::number::Digits;
use super::problem::{Fault, Place, Problem, SettingFault};
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

/// Left to the program.
const AUTO: &str = "auto";
const ON: &str = "on";
const OFF: &str = "off";

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
    /// The name, in the file and everywhere.
    pub name: &'static str,
    /// The argument of the command line that sets it, where there is one.
    pub flag: Option<&'static str>,
    /// The values it can have, parted by commas; `30 to 90` is a range.
    pub values: &'static str,
    value: fn(&Settings) -> String,
    change: fn(&mut Settings, &str) -> Option<()>,
}

impl Setting {
    /// Every setting.
    pub const ALL: &[Self] = &[
        Self {
            name: "theme",
            flag: Some("--theme NAME"),
            values: "auto, dark, light, dark16, light16, mono",
            value: |settings| or_auto(settings.theme.map(ThemeName::name)),
            change: |settings, value| {
                settings.theme = auto(value, |value| value.parse().ok())?;
                Some(())
            },
        },
        Self {
            name: "ui-lang",
            flag: Some("--ui-lang TAG"),
            values: "auto, en, ar, de",
            value: |settings| or_auto(settings.ui_lang.map(|locale| locale.tag)),
            change: |settings, value| {
                settings.ui_lang = auto(value, Locale::of)?;
                Some(())
            },
        },
        Self {
            name: "digits",
            flag: None,
            values: "auto, latn",
            value: |settings| named(settings.digits == Digits::Latin, "latn", "auto"),
            change: |settings, value| {
                settings.digits = match value {
                    AUTO => Digits::Language,
                    "latn" => Digits::Latin,
                    _ => return None,
                };
                Some(())
            },
        },
        Self {
            name: "measure",
            flag: None,
            values: "auto, 30 to 90",
            value: |settings| match settings.measure {
                Some(cells) => cells.to_string(),
                None => AUTO.to_owned(),
            },
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
            flag: None,
            values: "on, off",
            value: |settings| named(settings.hints, ON, OFF),
            change: |settings, value| {
                settings.hints = on_off(value)?;
                Some(())
            },
        },
        Self {
            name: "mouse",
            flag: Some("--no-mouse"),
            values: "on, off",
            value: |settings| named(settings.mouse, ON, OFF),
            change: |settings, value| {
                settings.mouse = on_off(value)?;
                Some(())
            },
        },
        Self {
            name: "list.cursor",
            flag: None,
            values: "handle, row",
            value: |settings| named(settings.list_cursor == ListCursor::Row, "row", "handle"),
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
            flag: Some("--terminal-mode MODE"),
            values: "auto, visual, explicit, inverse, kitty, kitty-word, lro, logical",
            value: |settings| or_auto(settings.terminal_mode.map(TerminalMode::name)),
            change: |settings, value| {
                settings.terminal_mode = auto(value, |value| value.parse().ok())?;
                Some(())
            },
        },
        Self {
            name: "vowel-marks",
            flag: None,
            values: "auto, show, hide",
            value: |settings| {
                let name = match settings.vowel_marks {
                    VowelMarks::Auto => AUTO,
                    VowelMarks::Show => "show",
                    VowelMarks::Hide => "hide",
                };
                name.to_owned()
            },
            change: |settings, value| {
                settings.vowel_marks = match value {
                    AUTO => VowelMarks::Auto,
                    "show" => VowelMarks::Show,
                    "hide" => VowelMarks::Hide,
                    _ => return None,
                };
                Some(())
            },
        },
        Self {
            name: "low-bandwidth",
            flag: Some("--low-bandwidth"),
            values: "auto, on, off",
            value: |settings| {
                let name = match settings.low_bandwidth {
                    LowBandwidth::Auto => AUTO,
                    LowBandwidth::On => ON,
                    LowBandwidth::Off => OFF,
                };
                name.to_owned()
            },
            change: |settings, value| {
                settings.low_bandwidth = match value {
                    AUTO => LowBandwidth::Auto,
                    ON | "true" => LowBandwidth::On,
                    OFF | "false" => LowBandwidth::Off,
                    _ => return None,
                };
                Some(())
            },
        },
        Self {
            name: "plain",
            flag: Some("--plain"),
            values: "on, off",
            value: |settings| named(settings.plain, ON, OFF),
            change: |settings, value| {
                settings.plain = on_off(value)?;
                Some(())
            },
        },
        Self {
            name: "alt-screen",
            flag: Some("--no-alt-screen"),
            values: "on, off",
            value: |settings| named(settings.alternate_screen, ON, OFF),
            change: |settings, value| {
                settings.alternate_screen = on_off(value)?;
                Some(())
            },
        },
    ];

    /// The setting of a name.
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|setting| setting.name == name)
    }

    /// The name of every setting, in the order of the table.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|setting| setting.name)
    }

    /// The id of the interface string that says what it is, in a few words.
    #[must_use]
    pub fn text(&self) -> String {
        format!("setting-{}", self.name.replace('.', "-"))
    }

    /// The value it has in some settings, as a person writes it.
    #[must_use]
    pub fn value(&self, settings: &Settings) -> String {
        (self.value)(settings)
    }

    /// The values it can have one by one, and then a range such as `30 to 90`.
    pub fn values(&self) -> impl Iterator<Item = &'static str> {
        self.values.split(", ")
    }

    /// The range of numbers it can be, both ends counted.
    #[must_use]
    pub fn range(&self) -> Option<(u64, u64)> {
        let range = self.values().find_map(|value| value.split_once(" to "))?;
        Some((range.0.parse().ok()?, range.1.parse().ok()?))
    }

    /// The value that was probably meant: the nearest name, or end of the range.
    fn nearest_value(&self, typed: &str) -> Option<String> {
        if let (Some((least, most)), Ok(number)) = (self.range(), typed.parse::<i128>()) {
            let number = number.clamp(least.into(), most.into());
            return Some(number.to_string());
        }
        let names = self.values().filter(|value| !value.contains(' '));
        nearest(typed, names).map(ToOwned::to_owned)
    }

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
    if value == AUTO {
        Some(None)
    } else {
        read(value).map(Some)
    }
}

fn on_off(value: &str) -> Option<bool> {
    match value {
        ON | "true" => Some(true),
        OFF | "false" => Some(false),
        _ => None,
    }
}

fn named(first: bool, one: &str, other: &str) -> String {
    if first { one } else { other }.to_owned()
}

fn or_auto(name: Option<&str>) -> String {
    name.unwrap_or(AUTO).to_owned()
}

impl Settings {
    /// Sets one by its name; `place` is where that was said, for the problem.
    ///
    /// # Errors
    /// There is no such setting, or it cannot have that value; it stays as it was.
    pub fn set(&mut self, name: &str, value: &str, place: Place) -> Result<(), Problem> {
        let fault = match Setting::of(name) {
            None => SettingFault::Unknown {
                name: name.to_owned(),
                nearest: nearest(name, Setting::names()),
            },
            Some(setting) if (setting.change)(self, value).is_some() => return Ok(()),
            Some(setting) => SettingFault::Value {
                name: setting.name,
                value: value.to_owned(),
                nearest: setting.nearest_value(value),
                values: setting.values,
            },
        };
        let fault = Fault::Setting(fault);
        Err(Problem { place, fault })
    }

    /// The theme to use: the one chosen, without colours and where the screen is plain
    /// `mono`, else what suits the terminal.
    #[must_use]
    pub fn theme_for(&self, depth: ColorDepth, light_page: bool) -> ThemeName {
        self.theme.unwrap_or(if self.plain {
            ThemeName::Mono
        } else {
            self.suited_theme(depth, light_page)
        })
    }

    /// The theme where none is chosen: what suits the terminal, without colours `mono`.
    #[must_use]
    pub const fn suited_theme(&self, depth: ColorDepth, light_page: bool) -> ThemeName {
        if self.color {
            ThemeName::suited(depth, light_page)
        } else {
            ThemeName::Mono
        }
    }
}
