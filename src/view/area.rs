//! Rectangles of cells, and parts of them by the direction of the interface.

use crate::text::Direction;

/// A rectangle of cells; `x` and `y` count from the top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether the cell at a column and row lies inside.
    #[must_use]
    pub const fn contains(&self, column: u16, row: u16) -> bool {
        column >= self.x
            && column - self.x < self.width
            && row >= self.y
            && row - self.y < self.height
    }
}

/// An area without so many cells at its start side.
#[must_use]
pub fn inner(area: Area, direction: Direction, cells: u16) -> Area {
    let cells = cells.min(area.width);
    Area {
        x: if direction.is_rtl() {
            area.x
        } else {
            area.x + cells
        },
        width: area.width - cells,
        ..area
    }
}

/// An area without so many cells at its end side.
#[must_use]
pub fn ends(area: Area, direction: Direction, cells: u16) -> Area {
    let cells = cells.min(area.width);
    Area {
        x: if direction.is_rtl() {
            area.x + cells
        } else {
            area.x
        },
        width: area.width - cells,
        ..area
    }
}

/// So many cells at the start side of an area.
#[must_use]
pub fn starting(area: Area, direction: Direction, cells: u16) -> Area {
    let cells = cells.min(area.width);
    ends(area, direction, area.width - cells)
}
