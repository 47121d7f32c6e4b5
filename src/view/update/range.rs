//! A range of the list: rows that a mark, a tag, a copy or a file is about.

use std::ops::Range;

use super::super::View;
use super::super::geometry::Pane;

impl View {
    /// Begins a range at the row under the cursor, or ends the one there is.
    pub(super) fn toggle_range(&mut self) {
        if !self.end_range() && self.pane() == Pane::List {
            self.range = self.under_cursor();
        }
    }

    /// Ends the range; whether there was one.
    pub(super) fn end_range(&mut self) -> bool {
        self.range.take().is_some()
    }

    /// The rows of the range, the one under the cursor included. Without the article at
    /// which it began there is none any more.
    #[must_use]
    pub(in crate::view) fn ranged(&self) -> Option<Range<usize>> {
        let start = self.browse.row_of(self.range?)?;
        let cursor = self.list.cursor();
        Some(start.min(cursor)..start.max(cursor) + 1)
    }
}
