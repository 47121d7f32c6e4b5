//! The properties of code points that layout asks for, one lookup for all of them.

use super::tables::{BLOCKS, PROPERTIES};

/// The packed properties of one code point, as `cargo xtask tables` packs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Properties(u16);

/// `Joining_Type` (Unicode core specification, 9.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joining {
    /// Joins to neither side.
    None,
    /// Joins to both sides.
    Dual,
    /// Joins to the letter before it only.
    Right,
    /// Joins to the letter after it only.
    Left,
    /// Makes both neighbours join: tatweel, zero width joiner.
    Causing,
    /// Not seen by joining.
    Transparent,
}

impl Joining {
    /// Whether a letter of this type reaches for the letter after it.
    pub(super) const fn reaches_on(self) -> bool {
        matches!(self, Self::Dual | Self::Left | Self::Causing)
    }

    /// Whether a letter of this type reaches for the letter before it.
    pub(super) const fn reaches_back(self) -> bool {
        matches!(self, Self::Dual | Self::Right | Self::Causing)
    }
}

/// Classes of UAX 14 that the fast path of line breaking decides by pairs;
/// everything else is `HARD`.
pub(super) mod breaking {
    pub const HARD: u8 = 0;
    pub const LETTER: u8 = 1;
    pub const DIGIT: u8 = 2;
    pub const SPACE: u8 = 3;
    /// IS: comma, full stop, colon, semicolon.
    pub const INFIX: u8 = 4;
    /// EX: exclamation and question marks.
    pub const EXCLAMATION: u8 = 5;
    /// CP: round and square closing brackets.
    pub const CLOSE: u8 = 6;
    pub const QUOTE: u8 = 7;
    /// QU with general category Pi.
    pub const QUOTE_OPEN: u8 = 8;
    /// QU with general category Pf.
    pub const QUOTE_CLOSE: u8 = 9;
    pub const OPEN: u8 = 10;
    pub const HYPHEN: u8 = 11;
    pub const MARK: u8 = 12;
    /// HL, which a hyphen does not part from what follows.
    pub const HEBREW: u8 = 13;
    /// How many classes there are.
    pub const COUNT: usize = 14;
}

impl Properties {
    /// The properties of a code point.
    pub(super) fn of(c: char) -> Properties {
        let c = c as usize;
        let block = BLOCKS.get(c >> 7).copied().unwrap_or(0);
        let place = (usize::from(block) << 7) | (c & 0x7F);
        Properties(PROPERTIES.get(place).copied().unwrap_or(0))
    }

    /// How the letter joins.
    pub(super) const fn joining(self) -> Joining {
        match self.0 & 7 {
            1 => Joining::Dual,
            2 => Joining::Right,
            3 => Joining::Left,
            4 => Joining::Causing,
            5 => Joining::Transparent,
            _ => Joining::None,
        }
    }

    /// `Default_Ignorable_Code_Point`, control characters but white space, and
    /// interlinear annotation: never in a cell.
    pub(super) const fn is_dropped(self) -> bool {
        self.0 & (1 << 3) != 0
    }

    /// `Extended_Pictographic`.
    pub(super) const fn is_pictographic(self) -> bool {
        self.0 & (1 << 4) != 0
    }

    /// A cluster boundary lies between any two of these.
    pub(super) const fn is_alone(self) -> bool {
        self.0 & (1 << 5) != 0
    }

    /// A nonspacing mark that continues the cluster of whatever is before it,
    /// and has no other effect on clusters.
    pub(super) const fn is_mark(self) -> bool {
        self.0 & (1 << 6) != 0
    }

    /// A mark that takes a cell of its own beside its base.
    pub(super) const fn is_spacing_mark(self) -> bool {
        self.0 & (1 << 7) != 0
    }

    /// One of the classes of [`breaking`].
    pub(super) const fn breaking(self) -> u8 {
        (self.0 >> 8) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_hold_what_the_standard_says() {
        let joining = |c| Properties::of(c).joining();
        assert_eq!(joining('ب'), Joining::Dual);
        assert_eq!(joining('ا'), Joining::Right);
        assert_eq!(joining('ـ'), Joining::Causing);
        assert_eq!(joining('\u{200D}'), Joining::Causing);
        assert_eq!(joining('\u{200C}'), Joining::None);
        assert_eq!(joining('\u{064E}'), Joining::Transparent);
        assert_eq!(joining('ء'), Joining::None);
        assert!(Properties::of('\u{AD}').is_dropped());
        assert!(Properties::of('\u{1B}').is_dropped());
        assert!(!Properties::of('\t').is_dropped());
        assert!(Properties::of('👍').is_pictographic());
        assert!(Properties::of('ế').is_alone());
        assert!(!Properties::of('क').is_alone());
        assert!(Properties::of('\u{0301}').is_mark());
        assert!(Properties::of('ி').is_spacing_mark());
        assert_eq!(Properties::of('é').breaking(), breaking::LETTER);
        assert_eq!(Properties::of('،').breaking(), breaking::INFIX);
        assert_eq!(Properties::of('中').breaking(), breaking::HARD);
    }
}
