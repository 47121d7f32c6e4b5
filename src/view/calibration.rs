//! Settling by eye how right-to-left text is sent: the same letters in four ways, of
//! which a person names the one that looks like the pattern.
//!
//! The letters look like `|`, `o` and `9`, or in Hebrew `w`, so nobody has to read
//! them. They stand as isolated forms, so no terminal can join them.

use super::View;
use crate::config::terminal::TerminalMode;

/// What is shown to be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// How it is to look, in look-alikes.
    pub wanted: &'static str,
    /// The letters in visual order.
    pub letters: &'static str,
}

/// Alef, heh, a blank, waw, waw.
const ARABIC: Pattern = Pattern {
    wanted: "99 o|",
    letters: "\u{feed}\u{feed} \u{fee9}\u{fe8d}",
};

/// Vav, samekh, a blank, shin, shin: every font measured has them.
const HEBREW: Pattern = Pattern {
    wanted: "ww o|",
    letters: "\u{5e9}\u{5e9} \u{5e1}\u{5d5}",
};

/// What a person answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// This line fits.
    Fits(TerminalMode),
    /// There are boxes or blanks instead of letters.
    NoLetters,
    /// No line fits.
    None,
}

impl View {
    /// The letters to judge: those of Hebrew, where Arabic ones did not show.
    #[must_use]
    pub const fn pattern(&self, hebrew: bool) -> Pattern {
        if hebrew { HEBREW } else { ARABIC }
    }

    /// The ways that are shown, in order. Where the terminal is told to reorder
    /// nothing, the first line is sent so.
    #[must_use]
    pub const fn ways(&self) -> [TerminalMode; 4] {
        let first = match self.terminal_mode {
            TerminalMode::Explicit => TerminalMode::Explicit,
            _ => TerminalMode::Visual,
        };
        [
            first,
            TerminalMode::Inverse,
            TerminalMode::KittyWord,
            TerminalMode::Lro,
        ]
    }

    /// What a digit answers.
    pub(super) fn judgement(&self, digit: u8) -> Option<Judgement> {
        match digit {
            5 => Some(Judgement::NoLetters),
            6 => Some(Judgement::None),
            digit => {
                let way = usize::from(digit).checked_sub(1)?;
                self.ways().get(way).copied().map(Judgement::Fits)
            }
        }
    }
}
