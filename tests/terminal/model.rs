//! A terminal that stores what it is told, and panics at anything that terminals
//! would take differently.

use std::ops::Range;

use super::cells::{Cell, Colour, Pen, width};

/// A grid of cells, a cursor, a pen and margins.
#[derive(Clone, Debug)]
pub struct Terminal {
    pub columns: usize,
    pub rows: Vec<Vec<Cell>>,
    pub pen: Pen,
    pub x: usize,
    pub y: usize,
    /// Whether the last column was written and the cursor not moved since: terminals
    /// differ on where it is.
    pub is_at_edge: bool,
    pub is_cursor_shown: Option<bool>,
    /// Whether a synchronized update has begun.
    pub is_held: bool,
    /// DECLRMM.
    pub has_sides: bool,
    /// The rows between the margins, where those were set.
    pub region: Option<Range<usize>>,
    /// The columns between the margins.
    pub sides: Range<usize>,
    /// How often a sign of life was asked for.
    pub asked: usize,
}

impl Terminal {
    /// A terminal with what another program left there.
    pub fn new(columns: u16, rows: u16) -> Self {
        let columns = usize::from(columns);
        let pen = Pen {
            fg: Colour::Index(1),
            bg: Colour::Index(5),
            bold: true,
            reverse: true,
            ..Pen::default()
        };
        let rows = usize::from(rows);
        Self {
            columns,
            rows: vec![vec![Cell::of("#", pen, 1); columns]; rows],
            pen,
            x: columns / 2,
            y: rows / 2,
            is_at_edge: true,
            is_cursor_shown: None,
            is_held: false,
            has_sides: false,
            region: None,
            sides: 0..columns,
            asked: 0,
        }
    }

    /// Prints one character.
    pub fn print(&mut self, c: char) {
        match width(c) {
            0 => self.combine(c),
            width => self.put(Cell::of(&c.to_string(), self.pen, width)),
        }
    }

    /// Adds a mark to the cell before the cursor.
    fn combine(&mut self, c: char) {
        let end = if self.is_at_edge {
            self.columns
        } else {
            self.x
        };
        assert!(end > 0, "{c:?} has no cell to go to in column 0");
        let row = &mut self.rows[self.y];
        let base = row[..end].iter().rposition(|cell| cell.width > 0).unwrap();
        assert!(
            base + usize::from(row[base].width) == end,
            "{c:?} in half a cell"
        );
        row[base].glyph.push(c);
    }

    /// Writes a cell at the cursor, and moves that.
    pub fn put(&mut self, cell: Cell) {
        assert!(
            !self.is_at_edge,
            "{cell:?} is written behind the last column"
        );
        let width = usize::from(cell.width);
        assert!(
            self.x + width <= self.columns,
            "{cell:?} does not fit at the right edge"
        );
        self.break_at(self.y, self.x);
        self.break_at(self.y, self.x + width);
        let covered = Cell::covered(cell.pen);
        let row = &mut self.rows[self.y];
        row[self.x] = cell;
        for place in 1..width {
            row[self.x + place] = covered.clone();
        }
        self.x += width;
        if self.x == self.columns {
            self.x -= 1;
            self.is_at_edge = true;
        }
    }

    /// Blanks both halves of a wide cell that goes over an edge between columns.
    fn break_at(&mut self, y: usize, x: usize) {
        let row = &mut self.rows[y];
        if x > 0 && x < row.len() && row[x].width == 0 {
            for half in &mut row[x - 1..=x] {
                *half = Cell::blank(half.pen.bg);
            }
        }
    }

    /// What erasing leaves. Terminals differ on a pen that reverses or underlines: who
    /// erases with it has to write there.
    fn erased(&self) -> Cell {
        if self.pen.reverse || self.pen.underline {
            return Cell::of("erased with a line", self.pen, 1);
        }
        Cell::blank(self.pen.bg)
    }

    /// Blanks columns of the cursor's row.
    pub fn erase(&mut self, columns: Range<usize>) {
        assert!(!self.is_at_edge, "erased behind the last column");
        let columns = columns.start..columns.end.min(self.columns);
        self.break_at(self.y, columns.start);
        self.break_at(self.y, columns.end);
        let erased = self.erased();
        self.rows[self.y][columns].fill(erased);
    }

    /// Blanks everything.
    pub fn clear(&mut self) {
        let row = vec![self.erased(); self.columns];
        self.rows.fill(row);
    }

    pub fn move_to(&mut self, x: usize, y: usize) {
        assert!(
            x < self.columns && y < self.rows.len(),
            "({x}, {y}) is outside"
        );
        (self.x, self.y) = (x, y);
        self.is_at_edge = false;
    }

    /// Moves the cursor by columns from where it certainly is.
    pub fn move_by(&mut self, columns: isize) {
        assert!(!self.is_at_edge, "nobody knows where the cursor is");
        let x = self.x.checked_add_signed(columns);
        self.move_to(x.expect("a column of the screen"), self.y);
    }

    /// Moves the cursor by rows, in its column.
    pub fn move_down(&mut self, rows: isize) {
        let y = self.y.checked_add_signed(rows);
        let is_at_edge = self.is_at_edge;
        self.move_to(self.x, y.expect("a row of the screen"));
        self.is_at_edge = is_at_edge;
    }

    /// A line feed, or its reverse, which scrolls at a margin.
    pub fn feed(&mut self, by: isize) {
        let region = self.region.clone().unwrap_or(0..self.rows.len());
        let edge = if by > 0 { region.end - 1 } else { region.start };
        if self.y != edge {
            return self.move_down(by);
        }
        assert!(self.region.is_some(), "a line feed scrolls the screen");
        // DEC STD 070: outside the side margins nothing moves.
        if self.sides.contains(&self.x) {
            self.scroll(by);
        }
    }

    /// Moves the rows between the margins up, or with a negative count down.
    pub fn scroll(&mut self, by: isize) {
        let region = self.region.clone().unwrap_or(0..self.rows.len());
        let sides = self.sides.clone();
        for y in region.clone() {
            self.break_at(y, sides.start);
            self.break_at(y, sides.end);
        }
        let (before, erased) = (self.rows.clone(), self.erased());
        for y in region.clone() {
            let from = y.checked_add_signed(by);
            let from = from.filter(|from| region.contains(from));
            let part = &mut self.rows[y][sides.clone()];
            match from {
                Some(from) => part.clone_from_slice(&before[from][sides.clone()]),
                None => part.fill(erased.clone()),
            }
        }
    }

    /// DECSTBM; the whole screen is no margins.
    pub fn set_region(&mut self, region: Option<Range<usize>>) {
        if let Some(region) = &region {
            assert!(
                region.len() >= 2 && region.end <= self.rows.len(),
                "rows {region:?}"
            );
        }
        self.region = region;
        self.move_to(0, 0);
    }

    /// DECSLRM.
    pub fn set_sides(&mut self, sides: Range<usize>) {
        assert!(self.has_sides, "CSI s saves the cursor without ?69");
        assert!(
            sides.len() >= 2 && sides.end <= self.columns,
            "columns {sides:?}"
        );
        self.sides = sides;
        self.move_to(0, 0);
    }

    /// DECLRMM.
    pub fn set_has_sides(&mut self, has_sides: bool) {
        self.has_sides = has_sides;
        self.sides = 0..self.columns;
    }

    /// Checks that nothing is left over at the end of a frame.
    pub fn rest(&self) {
        assert!(!self.is_held, "the frame is held back for ever");
        assert!(!self.has_sides && self.region.is_none(), "margins are left");
    }
}
