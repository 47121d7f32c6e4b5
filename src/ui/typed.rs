//! A line that is being typed: as much of it as there is room for, and the caret.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::paint::Painter;
use crate::config::theme::Role;
use crate::text::width::cluster_width;
use crate::text::{Direction, Line};
use crate::view::geometry::{Area, starting};
use crate::view::prompt::LineEdit;

/// A line as it was drawn.
pub(super) struct Typed {
    line: Line,
    /// The byte of the text with which the line begins.
    start: usize,
    /// The cells of the line.
    pub(super) written: Area,
    /// The column of the caret.
    pub(super) caret: u16,
}

impl Typed {
    /// Draws a line in the first row of an area. Where there is too little room
    /// the start is left out, or what is behind the caret.
    pub(super) fn draw(edit: &LineEdit, area: Area, painter: &mut Painter<'_>) -> Self {
        let direction = painter.direction();
        // A cell is kept for a caret behind the text.
        let columns = usize::from(area.width.saturating_sub(1));
        let seen = seen(edit.text(), edit.caret(), columns);
        let text = edit.text().get(seen.clone()).unwrap_or_default();
        let line = painter.layout_typed(text, columns);
        let cells = u16::try_from(line.width()).unwrap_or(area.width);
        let written = starting(area, direction, cells);
        painter.line(written, &line, &[Role::Text], &[]);
        let caret = caret(&line, written, edit.caret() - seen.start, text, direction);
        Self {
            line,
            start: seen.start,
            written,
            caret,
        }
    }

    /// The columns of some bytes of the text, from the left edge of the line.
    pub(super) fn columns_of(&self, bytes: &Range<usize>) -> impl Iterator<Item = u16> {
        let here = |byte: usize| byte.saturating_sub(self.start);
        let pieces = self.line.columns_of(here(bytes.start)..here(bytes.end));
        pieces
            .into_iter()
            .flatten()
            .filter_map(|column| u16::try_from(column).ok())
    }
}

/// The bytes that are shown of a text on so many columns: those around the caret.
fn seen(text: &str, caret: usize, columns: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(caret).unwrap_or((text, ""));
    let mut room = columns;
    let mut fits = |cluster: &&str| {
        let left = room.checked_sub(cluster_width(cluster));
        room = left.unwrap_or(0);
        left.is_some()
    };
    let clusters = before.graphemes(true).rev().take_while(&mut fits);
    let start = caret - clusters.map(str::len).sum::<usize>();
    // One cluster too many, so that the line is seen to go on.
    let clusters = after.graphemes(true).take(columns + 1);
    start..caret + clusters.map(str::len).sum::<usize>()
}

/// The column of a caret before a byte of a text that is laid out in an area.
fn caret(line: &Line, written: Area, byte: usize, text: &str, direction: Direction) -> u16 {
    if byte >= text.len() {
        return if direction.is_rtl() {
            written.x.saturating_sub(1)
        } else {
            written.x + written.width
        };
    }
    let pieces = line.columns_of(byte..byte + 1);
    let column = pieces.first().map_or(line.width(), |piece| piece.start);
    written.x.saturating_add(u16::try_from(column).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn what_is_around_the_caret_is_seen() {
        assert_eq!(seen("short", 5, 10), 0..5);
        assert_eq!(seen("0123456789abcdef", 16, 10), 6..16);
        assert_eq!(seen("0123456789abcdef", 0, 10), 0..11);
        assert_eq!(seen("巨型货轮", 12, 5), 6..12);
        assert_eq!(seen("", 0, 0), 0..0);
        assert_eq!(seen("ab", 1, 0), 1..2);
    }
}
