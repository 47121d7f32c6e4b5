//! Wrapping in logical order.

use std::ops::Range;

/// How a paragraph is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// The cells of a line.
    pub columns: usize,
    /// Whether words may be divided in languages that have patterns.
    pub hyphenate: bool,
}

/// One line of a wrapped paragraph, before it is ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineSpan {
    /// The bytes of the line, trailing white space included.
    pub bytes: Range<usize>,
    /// How many bytes of trailing white space hang behind the line without cells.
    pub hang: usize,
    /// Whether a hyphen is shown at the line's logical end.
    pub hyphen: bool,
}
