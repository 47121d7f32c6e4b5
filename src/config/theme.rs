//! Themes: what each role looks like, read from `assets/themes/*.toml`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

/// A colour as a terminal can be asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Color {
    /// One of the terminal's own 16 colours, 0 to 15; people choose what they look like.
    Ansi(u8),
    /// One of xterm's fixed 240 colours, 16 to 255.
    Indexed(u8),
    /// A 24-bit colour: red, green, blue.
    Rgb(u8, u8, u8),
}

impl Color {
    /// Red, green and blue where they are fixed: `None` for the terminal's own 16.
    #[must_use]
    pub const fn rgb(self) -> Option<[u8; 3]> {
        match self {
            Self::Rgb(red, green, blue) => Some([red, green, blue]),
            Self::Indexed(index @ 16..=231) => {
                let cube = index - 16;
                Some([
                    cube_level(cube / 36),
                    cube_level(cube / 6 % 6),
                    cube_level(cube % 6),
                ])
            }
            Self::Indexed(index @ 232..) => {
                let grey = 8 + 10 * (index - 232);
                Some([grey; 3])
            }
            Self::Ansi(_) | Self::Indexed(_) => None,
        }
    }
}

/// The levels of xterm's 6x6x6 cube: 0, 95, 135, 175, 215, 255.
const fn cube_level(step: u8) -> u8 {
    if step == 0 { 0 } else { 55 + 40 * step }
}

/// How something is written. An absent colour is the terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    /// The colour of the letters.
    pub fg: Option<Color>,
    /// The colour behind them.
    pub bg: Option<Color>,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Letters and background exchanged.
    pub reverse: bool,
}

impl Style {
    /// This style laid over another: its colours win where it has some, its
    /// attributes are added.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        Self {
            fg: self.fg.or(below.fg),
            bg: self.bg.or(below.bg),
            bold: self.bold || below.bold,
            italic: self.italic || below.italic,
            underline: self.underline || below.underline,
            reverse: self.reverse || below.reverse,
        }
    }
}

/// Makes the enum, its names and its number from one table.
macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// What a piece of the screen is; a theme says how it looks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[$doc])* $variant,)+
        }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name in a theme's file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

roles! {
    /// Running text.
    Text = "text",
    /// What matters less: the metadata line, dates, empty chips.
    Muted = "muted",
    /// The headline in the reader.
    Title = "title",
    /// A heading in the names pane, a card or the help.
    Heading = "heading",
    /// A person's name.
    Person = "person",
    /// A place's name.
    Place = "place",
    /// An organisation's name.
    Organisation = "organisation",
    /// A date or an amount, where they are shown.
    Quantity = "quantity",
    /// The person's name under the cursor.
    PersonCursor = "person-cursor",
    /// The place's name under the cursor.
    PlaceCursor = "place-cursor",
    /// The organisation's name under the cursor.
    OrganisationCursor = "organisation-cursor",
    /// The date or amount under the cursor.
    QuantityCursor = "quantity-cursor",
    /// Another mention of the name under the cursor; laid over its hue.
    MentionSame = "mention-same",
    /// A search hit.
    Hit = "hit",
    /// A search hit within a name.
    HitName = "hit-name",
    /// The search hit one stands on.
    CurrentHit = "current-hit",
    /// The mark of an unread article.
    Unread = "unread",
    /// The mark of a starred article.
    Star = "star",
    /// The row under the cursor, in the pane that has the focus.
    Cursor = "cursor",
    /// A language in the bar.
    Chip = "chip",
    /// A language that is chosen.
    ChipChosen = "chip-chosen",
    /// The line between panes.
    Separator = "separator",
    /// The line beside the pane that has the focus.
    SeparatorFocused = "separator-focused",
    /// The top and bottom lines.
    Status = "status",
    /// The name of the focused pane, at the start of the bottom line.
    PaneName = "pane-name",
    /// A key, before what it does.
    Key = "key",
    /// A notice.
    Notice = "notice",
    /// Something went wrong.
    Error = "error",
    /// Page furniture: navigation, repeated captions.
    Furniture = "furniture",
    /// The sentence about the name under the cursor.
    Gloss = "gloss",
}

/// The themes that ship with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThemeName {
    /// 256 colours on a dark page.
    Dark,
    /// 256 colours on a light page.
    Light,
    /// The terminal's own 16 colours on a dark page.
    Dark16,
    /// The terminal's own 16 colours on a light page.
    Light16,
    /// No colour at all.
    Mono,
}

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorDepth {
    /// None.
    Mono,
    /// Its own 16.
    Ansi16,
    /// 256 or more.
    Indexed256,
}

impl ThemeName {
    /// Every theme, in the order `theme-next` walks them.
    pub const ALL: [Self; 5] = [
        Self::Dark,
        Self::Light,
        Self::Dark16,
        Self::Light16,
        Self::Mono,
    ];

    /// The name in settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Dark16 => "dark16",
            Self::Light16 => "light16",
            Self::Mono => "mono",
        }
    }

    /// The theme for a terminal, where nobody chose one: by its colours, then by
    /// whether its page is light.
    #[must_use]
    pub const fn suited(depth: ColorDepth, light_page: bool) -> Self {
        match (depth, light_page) {
            (ColorDepth::Mono, _) => Self::Mono,
            (ColorDepth::Ansi16, false) => Self::Dark16,
            (ColorDepth::Ansi16, true) => Self::Light16,
            (ColorDepth::Indexed256, false) => Self::Dark,
            (ColorDepth::Indexed256, true) => Self::Light,
        }
    }

    /// The next one, round again after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Dark16,
            Self::Dark16 => Self::Light16,
            Self::Light16 => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }
}

impl FromStr for ThemeName {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|theme| theme.name() == name)
            .ok_or(())
    }
}

/// Why a theme's file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}, line {line}: {problem}")]
pub struct ThemeError {
    /// The file's name, as given.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to write instead.
    pub problem: String,
}

/// What every role looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: Vec<Style>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileStyle {
    fg: Option<Spanned<FileColor>>,
    bg: Option<Spanned<FileColor>>,
    #[serde(default)]
    bold: bool,
    #[serde(default)]
    italic: bool,
    #[serde(default)]
    underline: bool,
    #[serde(default)]
    reverse: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum FileColor {
    Index(i64),
    Hex(String),
}

impl Theme {
    /// A theme that ships with the program.
    ///
    /// # Panics
    /// Never: the files are part of the program and a test reads them.
    #[must_use]
    pub fn builtin(name: ThemeName) -> &'static Self {
        macro_rules! embedded {
            ($file:literal) => {{
                static THEME: LazyLock<Theme> = LazyLock::new(|| {
                    let text = include_str!(concat!("../../assets/themes/", $file));
                    Theme::parse($file, text).expect("a test reads the embedded themes")
                });
                &THEME
            }};
        }
        match name {
            ThemeName::Dark => embedded!("dark.toml"),
            ThemeName::Light => embedded!("light.toml"),
            ThemeName::Dark16 => embedded!("dark16.toml"),
            ThemeName::Light16 => embedded!("light16.toml"),
            ThemeName::Mono => embedded!("mono.toml"),
        }
    }

    /// Reads a theme; `file` is its name for errors. A role the file leaves out is
    /// plain text.
    ///
    /// # Errors
    /// The first thing wrong, with its line: not TOML, no such role or attribute, not
    /// a colour.
    pub fn parse(file: &str, text: &str) -> Result<Self, ThemeError> {
        let fail = |at: Range<usize>, problem: String| {
            let before = text.as_bytes().get(..at.start).unwrap_or_default();
            ThemeError {
                file: file.to_owned(),
                line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
                problem,
            }
        };
        let parsed: BTreeMap<Spanned<String>, FileStyle> = toml::from_str(text)
            .map_err(|error| fail(error.span().unwrap_or(0..0), error.message().to_owned()))?;
        let mut styles = vec![Style::default(); Role::ALL.len()];
        for (name, style) in parsed {
            let role = Role::ALL
                .iter()
                .position(|role| role.name() == name.get_ref())
                .and_then(|place| styles.get_mut(place))
                .ok_or_else(|| {
                    fail(
                        name.span(),
                        format!("there is no role {:?}", name.get_ref()),
                    )
                })?;
            let color = |color: Option<Spanned<FileColor>>| {
                color
                    .map(|color| {
                        color_of(color.get_ref()).ok_or_else(|| {
                            fail(
                                color.span(),
                                "a colour is a number from 0 to 255 or \"#rrggbb\"".to_owned(),
                            )
                        })
                    })
                    .transpose()
            };
            *role = Style {
                fg: color(style.fg)?,
                bg: color(style.bg)?,
                bold: style.bold,
                italic: style.italic,
                underline: style.underline,
                reverse: style.reverse,
            };
        }
        Ok(Self { styles })
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

fn color_of(color: &FileColor) -> Option<Color> {
    match color {
        FileColor::Index(index) => {
            let index = u8::try_from(*index).ok()?;
            Some(if index < 16 {
                Color::Ansi(index)
            } else {
                Color::Indexed(index)
            })
        }
        FileColor::Hex(hex) => {
            let digits = hex.strip_prefix('#')?;
            if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return None;
            }
            let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
            Some(Color::Rgb(red, green, blue))
        }
    }
}
