//! Cells and rows as a terminal has them.

use std::ops::Range;

use compact_str::CompactString;
use ratatui::buffer::{Buffer, Cell as BufferCell};

use super::style::Pen;

/// One cell of a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// What is written there: a character and its marks, or in the modes that need
    /// it with an escape around it. Empty where the cell before covers this one.
    pub glyph: CompactString,
    /// How it is written.
    pub pen: Pen,
    /// The cells it takes, 1 or 2; 0 where the cell before covers this one.
    pub width: u8,
}

impl Cell {
    /// A cell with nothing in it.
    pub(super) const BLANK: Self = Self {
        glyph: CompactString::const_new(" "),
        pen: Pen::DEFAULT,
        width: 1,
    };

    /// Whether nothing but the page shows here.
    pub(super) fn is_blank(&self) -> bool {
        self.width == 1 && self.pen == Pen::DEFAULT && self.glyph == " "
    }

    /// What covers the cell after a wide one.
    const fn covered(pen: Pen) -> Self {
        Self {
            glyph: CompactString::const_new(""),
            pen,
            width: 0,
        }
    }
}

/// The order of the cells of a row, which decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Order {
    /// As they are seen: what changed is written, and nothing else.
    #[default]
    Seen,
    /// The order of reading: the row is written as a whole for who has it read out, but
    /// for the mark before it.
    Logical,
    /// The terminal reorders the row, so that it must be written as a whole.
    Reordered,
}

/// One row of a terminal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Row {
    /// A cell a column.
    pub cells: Vec<Cell>,
    /// The order of the cells.
    pub order: Order,
    /// Columns that lead to an address (OSC 8), in their order.
    pub links: Vec<(Range<usize>, String)>,
}

impl Row {
    /// A row without anything in it.
    pub(super) fn blank(columns: usize) -> Self {
        Self {
            cells: vec![Cell::BLANK; columns],
            order: Order::Seen,
            links: Vec::new(),
        }
    }

    /// A row of cells side by side; those that wide ones cover come in between.
    pub(super) fn of(units: impl IntoIterator<Item = Cell>, columns: usize, order: Order) -> Self {
        let mut cells = Vec::with_capacity(columns);
        for unit in units {
            let covered = Cell::covered(unit.pen);
            let width = usize::from(unit.width);
            cells.push(unit);
            cells.extend(std::iter::repeat_n(covered, width.saturating_sub(1)));
        }
        cells.resize(columns, Cell::BLANK);
        Self {
            cells,
            order,
            links: Vec::new(),
        }
    }

    /// The cells of some columns.
    pub(super) fn slice(&self, columns: &Range<usize>) -> &[Cell] {
        self.cells.get(columns.clone()).unwrap_or_default()
    }
}

/// What a row of a buffer has side by side: each cell with those it covers.
pub(super) fn units(buffer: &Buffer, y: u16) -> Vec<Cell> {
    let columns = usize::from(buffer.area.width);
    let start = usize::from(y) * columns;
    let row = buffer.content.get(start..start + columns);
    let row = row.unwrap_or_default();
    let mut units = Vec::with_capacity(columns);
    let mut at = 0;
    while let Some(cell) = row.get(at) {
        let covered = row
            .get(at + 1)
            .is_some_and(|next| next.symbol().is_empty() && !cell.symbol().is_empty());
        units.push(unit(cell, if covered { 2 } else { 1 }));
        at += if covered { 2 } else { 1 };
    }
    units
}

fn unit(cell: &BufferCell, width: u8) -> Cell {
    let glyph = match cell.symbol() {
        // Covered by what is no longer there.
        "" => " ",
        symbol => symbol,
    };
    let mut pen = Pen::of(cell);
    if glyph == " " {
        pen = pen.on_blank();
    }
    Cell {
        glyph: CompactString::from(glyph),
        pen,
        width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn a_wide_cell_covers_the_next() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
        buffer.content[4].set_symbol("船");
        buffer.content[5].set_symbol("");
        buffer.content[6].set_symbol("a");
        let row = Row::of(units(&buffer, 1), 4, Order::Seen);
        let glyphs: Vec<_> = row
            .cells
            .iter()
            .map(|cell| (cell.glyph.as_str(), cell.width))
            .collect();
        assert_eq!(glyphs, [("船", 2), ("", 0), ("a", 1), (" ", 1)]);
        assert_eq!(Row::of(units(&buffer, 0), 4, Order::Seen), Row::blank(4));
        assert!(units(&buffer, 9).is_empty());
    }
}
