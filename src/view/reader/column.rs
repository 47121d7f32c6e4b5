//! The cells of the reading pane, divided.

use super::super::geometry::Area;

/// Rows from which the last one is kept free for the gloss.
pub(super) const GLOSS_FROM: usize = 12;
/// Rows from which paragraphs stand apart by an empty row.
const SPACED_FROM: usize = 16;
/// Columns from which the margins are two cells wide.
const WIDE_FROM: usize = 60;

/// The cells a reader has and how it divides them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Cells of a line of text.
    pub measure: usize,
    /// Cells to the left of the text.
    pub left: usize,
    /// Rows of text.
    pub rows: usize,
    /// Whether a row below the text is kept for the gloss.
    pub gloss: bool,
    /// Whether paragraphs are set without empty rows.
    pub compact: bool,
    /// Whether lines are set in logical order, all from the left.
    pub in_logical_order: bool,
}

impl Column {
    /// Divides a pane for texts of a measure.
    #[must_use]
    pub fn new(area: Area, measure: usize) -> Self {
        let width = usize::from(area.width);
        let height = usize::from(area.height);
        let margin = if width >= WIDE_FROM { 2 } else { 1 };
        let measure = measure.min(width.saturating_sub(2 * margin)).max(1);
        let gloss = height >= GLOSS_FROM;
        Self {
            measure,
            left: width.saturating_sub(measure) / 2,
            rows: height.saturating_sub(usize::from(gloss)),
            gloss,
            compact: height < SPACED_FROM,
            in_logical_order: false,
        }
    }

    /// The same for a plain screen: in logical order, at the left edge.
    #[must_use]
    pub fn plain(area: Area, measure: usize) -> Self {
        let column = Self::new(area, measure);
        Self {
            left: column.left.min(2),
            in_logical_order: true,
            ..column
        }
    }
}
