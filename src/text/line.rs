//! One line in visual order, with maps between columns and bytes.

use std::ops::Range;

use compact_str::CompactString;
use smallvec::SmallVec;

use super::Direction;

/// One cell, or a pair of cells, of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What is drawn: a base and its marks.
    pub glyph: &'a str,
    /// Cells taken, 1 or 2.
    pub width: u8,
    /// The first column, from the line's left edge.
    pub column: usize,
    /// The bytes of the text it stands for; empty for what layout added.
    pub bytes: Range<usize>,
    /// The embedding level (UAX 9); odd is right to left.
    pub level: u8,
}

#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub glyph: CompactString,
    pub width: u8,
    pub column: usize,
    pub bytes: Range<usize>,
    pub level: u8,
    pub visual: Vec<(char, usize)>,
}

/// One line of a paragraph in visual order.
#[derive(Clone, Debug)]
pub struct Line {
    pub(super) bytes: Range<usize>,
    pub(super) level: u8,
    pub(super) cells: Vec<Placed>,
}

impl Line {
    /// The cells the line takes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells
            .last()
            .map_or(0, |cell| cell.column + usize::from(cell.width))
    }

    /// The bytes of the text the line stands for.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        self.bytes.clone()
    }

    /// The paragraph's embedding level, 0 or 1.
    #[must_use]
    pub fn level(&self) -> u8 {
        self.level
    }

    /// The paragraph's direction: the side the line starts at.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if self.level % 2 == 1 {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// The cells from left to right.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> + '_ {
        self.cells.iter().map(cell)
    }

    /// The cell that covers a column.
    #[must_use]
    pub fn cell_at(&self, column: usize) -> Option<Cell<'_>> {
        let index = self
            .cells
            .partition_point(|placed| placed.column + usize::from(placed.width) <= column);
        self.cells.get(index).map(cell)
    }

    /// The first byte of what stands at a column.
    #[must_use]
    pub fn byte_at(&self, column: usize) -> Option<usize> {
        self.cell_at(column).map(|cell| cell.bytes.start)
    }

    /// The columns of a range of bytes: one range for each visual piece, from left to right.
    #[must_use]
    pub fn columns_of(&self, bytes: Range<usize>) -> SmallVec<[Range<usize>; 2]> {
        let mut pieces: SmallVec<[Range<usize>; 2]> = SmallVec::new();
        for cell in self.cells() {
            if cell.bytes.start < bytes.end && bytes.start < cell.bytes.end {
                let end = cell.column + usize::from(cell.width);
                match pieces.last_mut() {
                    Some(last) if last.end == cell.column => last.end = end,
                    _ => pieces.push(cell.column..end),
                }
            }
        }
        pieces
    }

    /// The code points in visual order, mirrored but not shaped, with their bytes.
    #[must_use]
    pub fn visual(&self) -> Vec<(char, usize)> {
        self.cells
            .iter()
            .flat_map(|cell| cell.visual.iter().copied())
            .collect()
    }

    /// The glyphs from left to right.
    #[must_use]
    pub fn shaped(&self) -> String {
        self.cells.iter().map(|cell| cell.glyph.as_str()).collect()
    }
}

fn cell(placed: &Placed) -> Cell<'_> {
    Cell {
        glyph: &placed.glyph,
        width: placed.width,
        column: placed.column,
        bytes: placed.bytes.clone(),
        level: placed.level,
    }
}
