//! Keys as data: what a terminal reports for one press, and sequences of them.

use std::fmt;
use std::str::FromStr;

use smallvec::SmallVec;

use super::action::Hotkey;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    /// A character, as the keyboard layout and Shift give it: `j`, `G`, ` `.
    Char(char),
    /// A function key, 1 to 24.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
}

/// The named keys: how files write them, how people read them.
const NAMED: &[(KeyCode, &str, &str)] = &[
    (KeyCode::Char(' '), "space", "Space"),
    (KeyCode::Enter, "enter", "Enter"),
    (KeyCode::Esc, "esc", "Esc"),
    (KeyCode::Tab, "tab", "Tab"),
    (KeyCode::Backspace, "backspace", "Backspace"),
    (KeyCode::Delete, "delete", "Del"),
    (KeyCode::Insert, "insert", "Ins"),
    (KeyCode::Home, "home", "Home"),
    (KeyCode::End, "end", "End"),
    (KeyCode::PageUp, "pgup", "PgUp"),
    (KeyCode::PageDown, "pgdn", "PgDn"),
    (KeyCode::Up, "up", "Up"),
    (KeyCode::Down, "down", "Down"),
    (KeyCode::Left, "left", "Left"),
    (KeyCode::Right, "right", "Right"),
];

/// One press of a key with its modifiers.
///
/// Made by [`KeyChord::new`] it is normalised, so that equal presses compare equal
/// whatever the terminal reports: Shift is part of a character (`G`, not `shift-g`),
/// and a character with Ctrl is in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyChord {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held; never with a character.
    pub shift: bool,
}

impl KeyChord {
    /// A normalised press.
    #[must_use]
    pub fn new(code: KeyCode, ctrl: bool, alt: bool, shift: bool) -> Self {
        let KeyCode::Char(character) = code else {
            return Self {
                code,
                ctrl,
                alt,
                shift,
            };
        };
        let character = if ctrl {
            single(character.to_lowercase(), character)
        } else if shift {
            single(character.to_uppercase(), character)
        } else {
            character
        };
        Self {
            code: KeyCode::Char(character),
            ctrl,
            alt,
            shift: false,
        }
    }

    /// A press without modifiers.
    #[must_use]
    pub fn plain(code: KeyCode) -> Self {
        Self::new(code, false, false, false)
    }

    /// The press of a digit from 1 to 9.
    #[must_use]
    pub fn digit(hotkey: Hotkey) -> Self {
        let digit = char::from(b'0'.saturating_add(hotkey.digit()));
        Self::plain(KeyCode::Char(digit))
    }

    /// The character that a prompt would take as text; `None` for a command.
    #[must_use]
    pub fn text(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }

    /// The key as people read it, in ASCII: `Ctrl-D`, `PgDn`, `Down`, `G`.
    #[must_use]
    pub fn label(self) -> String {
        let mut label = String::new();
        for (held, name) in [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ] {
            if held {
                label.push_str(name);
            }
        }
        match self.code {
            KeyCode::Char(character) if self.ctrl && character != ' ' => {
                label.extend(character.to_uppercase());
            }
            code => label.push_str(&name_of(code, |named| named.2, "F")),
        }
        label
    }
}

/// The one character that a case mapping gives, or the character itself where the
/// mapping gives several (German sharp s).
fn single(mut mapped: impl Iterator<Item = char>, otherwise: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(character), None) => character,
        _ => otherwise,
    }
}

fn name_of(
    code: KeyCode,
    column: impl Fn(&(KeyCode, &'static str, &'static str)) -> &'static str,
    function: &str,
) -> String {
    if let Some(named) = NAMED.iter().find(|named| named.0 == code) {
        return column(named).to_owned();
    }
    match code {
        KeyCode::F(number) => format!("{function}{number}"),
        KeyCode::Char(character) => character.to_string(),
        _ => String::new(),
    }
}

impl fmt::Display for KeyChord {
    /// The form of the keymap's file, which [`KeyChord::from_str`] reads back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "ctrl-"),
            (self.alt, "alt-"),
            (self.shift, "shift-"),
        ] {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(&name_of(self.code, |named| named.1, "f"))
    }
}

/// Why a key of a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// Nothing where a key should be.
    Empty,
    /// No key is called that.
    Unknown(String),
    /// A modifier that no terminal can report with this key; the key that sends the same.
    Ambiguous(String, &'static str),
}

impl FromStr for KeyChord {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        loop {
            let (held, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut shift, after)
            } else {
                break;
            };
            *held = true;
            rest = after;
        }
        if rest.is_empty() {
            return Err(KeyError::Empty);
        }
        let code = code_of(rest).ok_or_else(|| KeyError::Unknown(text.to_owned()))?;
        if let KeyCode::Char(character) = code {
            if ctrl && let Some(other) = same_byte(character) {
                return Err(KeyError::Ambiguous(text.to_owned(), other));
            }
            if shift {
                return Err(KeyError::Unknown(text.to_owned()));
            }
        }
        Ok(Self::new(code, ctrl, alt, shift))
    }
}

/// The name of the key that sends the same byte as Ctrl with this character.
fn same_byte(character: char) -> Option<&'static str> {
    let code = KeyCode::of_control(character)?;
    NAMED
        .iter()
        .find(|named| named.0 == code)
        .map(|named| named.1)
}

impl KeyCode {
    /// The key that sends the same byte as Ctrl with a character (ECMA-48 C0): a terminal
    /// that tells them apart is told of keys that others cannot have.
    #[must_use]
    pub const fn of_control(character: char) -> Option<Self> {
        match character.to_ascii_lowercase() {
            'h' => Some(Self::Backspace),
            'i' => Some(Self::Tab),
            'j' | 'm' => Some(Self::Enter),
            '[' => Some(Self::Esc),
            _ => None,
        }
    }
}

fn code_of(name: &str) -> Option<KeyCode> {
    if let Some(named) = NAMED.iter().find(|named| named.1 == name) {
        return Some(named.0);
    }
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return (!character.is_whitespace() && !character.is_control())
            .then_some(KeyCode::Char(character));
    }
    let number: u8 = name.strip_prefix('f')?.parse().ok()?;
    (1..=24).contains(&number).then_some(KeyCode::F(number))
}

/// Keys pressed one after the other: `y l`. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeySequence(SmallVec<[KeyChord; 2]>);

impl KeySequence {
    /// The presses, in order; at least one.
    #[must_use]
    pub fn chords(&self) -> &[KeyChord] {
        &self.0
    }

    /// Whether these presses begin with those of another, or are the same.
    #[must_use]
    pub fn begins_with(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// Whether no two such sequences can be told apart while they are pressed: one
    /// begins with the other.
    #[must_use]
    pub fn collides(&self, other: &Self) -> bool {
        self.begins_with(other) || other.begins_with(self)
    }
}

impl From<KeyChord> for KeySequence {
    fn from(chord: KeyChord) -> Self {
        Self(SmallVec::from_slice(&[chord]))
    }
}

impl FromStr for KeySequence {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let chords = text
            .split_ascii_whitespace()
            .map(KeyChord::from_str)
            .collect::<Result<SmallVec<_>, _>>()?;
        if chords.is_empty() {
            return Err(KeyError::Empty);
        }
        Ok(Self(chords))
    }
}

impl fmt::Display for KeySequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, chord) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{chord}")?;
        }
        Ok(())
    }
}
