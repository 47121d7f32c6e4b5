//! What can be set about the terminal: how right-to-left text is sent to it, and
//! whether vowel marks are.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How a row of cells in visual order becomes what a terminal is sent, so that it
/// shows these cells in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TerminalMode {
    /// The cells as they are: for terminals that reorder nothing.
    Visual,
    /// The same, after the terminal was told to reorder nothing.
    Explicit,
    /// Right-to-left stretches in logical order, held apart by blanks of strong
    /// direction: for terminals that reorder every row and cannot be told not to.
    Inverse,
    /// Every right-to-left cell as a text of its own size (kitty's OSC 66), which
    /// keeps the shaper from turning words.
    Kitty,
    /// Words in visual order, the letters of each in logical order: for terminals
    /// that shape words and reorder nothing.
    KittyWord,
    /// Right-to-left stretches between U+202D and U+202C.
    Lro,
    /// Everything in logical order with plain letters: the terminal does the rest.
    Logical,
}

impl TerminalMode {
    /// Every mode, in the order in which they are tried by hand.
    pub const ALL: [Self; 7] = [
        Self::Visual,
        Self::Explicit,
        Self::Inverse,
        Self::Kitty,
        Self::KittyWord,
        Self::Lro,
        Self::Logical,
    ];

    /// The name in settings and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visual => "visual",
            Self::Explicit => "explicit",
            Self::Inverse => "inverse",
            Self::Kitty => "kitty",
            Self::KittyWord => "kitty-word",
            Self::Lro => "lro",
            Self::Logical => "logical",
        }
    }

    /// The place among [`Self::ALL`], from 0.
    #[must_use]
    pub fn index(self) -> usize {
        let place = Self::ALL.iter().position(|mode| *mode == self);
        place.unwrap_or_default()
    }

    /// The mode after this one; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        let after = Self::ALL.iter().cycle().skip(self.index() + 1);
        after.copied().next().unwrap_or(self)
    }
}

impl fmt::Display for TerminalMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for TerminalMode {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|mode| mode.name() == name)
            .ok_or(())
    }
}

/// Whether the vowel marks of Arabic and the points of Hebrew are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VowelMarks {
    /// Where the terminal puts them on their letters.
    #[default]
    Auto,
    /// Always.
    Show,
    /// Never.
    Hide,
}

/// Whether as little as possible is to be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LowBandwidth {
    /// Where the line proves slow.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_have_names_and_come_round() {
        let mut mode = TerminalMode::Visual;
        for expected in TerminalMode::ALL {
            assert_eq!(mode, expected);
            assert_eq!(mode.name().parse(), Ok(mode));
            assert_eq!(
                serde_json::to_value(mode).unwrap(),
                serde_json::json!(mode.name())
            );
            mode = mode.next();
        }
        assert_eq!(mode, TerminalMode::Visual);
        assert_eq!("".parse::<TerminalMode>(), Err(()));
    }
}
