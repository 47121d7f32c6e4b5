//! The two directions of text, and what a caller may ask of a paragraph.

use serde::{Deserialize, Serialize};

/// The direction of a paragraph, a run or an interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// Whether the direction is right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Rtl)
    }
}

/// The base direction asked of a paragraph (UAX 9, P2, P3 and HL1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BaseDirection {
    /// Found from the paragraph's first strong letter.
    #[default]
    Auto,
    /// Left to right, whatever the text says.
    Ltr,
    /// Right to left, whatever the text says.
    Rtl,
}
