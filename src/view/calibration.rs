//! Settling by eye how right-to-left text is sent: the same letters in four ways, of
//! which a person names the one that looks like the pattern.
//!
//! The letters look like `|`, `o` and `9`, or in Hebrew `w`, so nobody has to read
//! them. They stand as isolated forms, so no terminal can join them.

use crate::config::terminal::TerminalMode;

/// What is shown to be judged, and how it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// Whether the letters are those of Hebrew, where Arabic ones did not show.
    pub is_hebrew: bool,
    /// The ways, in order.
    pub ways: [TerminalMode; 4],
}

/// Letters, and how they are to look.
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

impl Calibration {
    /// The ways to judge in a terminal that is sent one of them, or another, now. Where
    /// it is told to reorder nothing, the first line is sent so; where it takes sized
    /// texts, the third is one.
    #[must_use]
    pub const fn new(mode: TerminalMode) -> Self {
        let first = match mode {
            TerminalMode::Explicit => TerminalMode::Explicit,
            _ => TerminalMode::Visual,
        };
        let third = match mode {
            TerminalMode::Kitty => TerminalMode::Kitty,
            _ => TerminalMode::KittyWord,
        };
        Self {
            is_hebrew: false,
            ways: [first, TerminalMode::Inverse, third, TerminalMode::Lro],
        }
    }

    /// The letters to judge.
    #[must_use]
    pub const fn pattern(self) -> Pattern {
        if self.is_hebrew { HEBREW } else { ARABIC }
    }

    /// What a digit answers.
    #[must_use]
    pub fn judgement(self, digit: u8) -> Option<Judgement> {
        match digit {
            5 => Some(Judgement::NoLetters),
            6 => Some(Judgement::None),
            digit => {
                let way = usize::from(digit).checked_sub(1)?;
                self.ways.get(way).copied().map(Judgement::Fits)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_answers() {
        let calibration = Calibration::new(TerminalMode::Kitty);
        assert_eq!(
            calibration.judgement(1),
            Some(Judgement::Fits(TerminalMode::Visual))
        );
        assert_eq!(
            calibration.judgement(3),
            Some(Judgement::Fits(TerminalMode::Kitty))
        );
        assert_eq!(calibration.judgement(5), Some(Judgement::NoLetters));
        assert_eq!(calibration.judgement(6), Some(Judgement::None));
        assert_eq!(calibration.judgement(0), None);
        assert_eq!(calibration.judgement(9), None);
        let told = Calibration::new(TerminalMode::Explicit);
        assert_eq!(
            told.judgement(1),
            Some(Judgement::Fits(TerminalMode::Explicit))
        );
    }
}
