//! Bytes for a terminal, with what is known of its cursor and its pen.

use std::io::Write;

use super::grid::Cell;
use super::movement::{Move, length};
use super::style::Pen;
use crate::text::width::cluster_width;

/// Where a terminal's cursor stands, as far as that is certain. From 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The row.
    pub row: Option<u16>,
    /// The column.
    pub column: Option<u16>,
}

impl Cursor {
    /// A place that is certain.
    pub(super) const fn at(column: u16, row: u16) -> Self {
        Self {
            row: Some(row),
            column: Some(column),
        }
    }
}

/// A frame as it grows.
#[derive(Clone, Debug, Default)]
pub(super) struct Writer {
    /// What is to be sent.
    pub bytes: Vec<u8>,
    /// The cursor after that.
    pub cursor: Cursor,
    /// The pen after that; `None` where it is not known.
    pub pen: Option<Pen>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether it shows some letters wide that are narrow elsewhere (East Asian Width
    /// A): no width of one cell is certain then, but in ASCII.
    pub is_ambiguous: bool,
}

impl Writer {
    /// Adds bytes that move no cursor and change no pen.
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Moves the cursor the cheapest way.
    pub(super) fn move_to(&mut self, column: u16, row: u16) {
        let to = Cursor::at(column, row);
        if self.cursor == to {
            return;
        }
        let absolute = Move::Place(column, row);
        let relative = self.relative(column, row);
        match relative {
            Some(steps) if length(&steps) <= absolute.length() => {
                for step in steps.into_iter().flatten() {
                    step.write(&mut self.bytes);
                }
            }
            _ => absolute.write(&mut self.bytes),
        }
        self.cursor = to;
    }

    /// The cheapest way in two steps, where the row is certain.
    fn relative(&self, column: u16, row: u16) -> Option<[Option<Move>; 2]> {
        let from = self.cursor.row?;
        let down = (from != row).then(|| Move::to_row(from, row));
        let across = match self.cursor.column {
            Some(at) if at == column => None,
            at => Some(Move::to_column(at, column)),
        };
        Some([down, across])
    }

    /// Sets the pen.
    pub(super) fn set_pen(&mut self, pen: Pen) {
        pen.write(self.pen, &mut self.bytes);
        self.pen = Some(pen);
    }

    /// Has what follows lead to an address, or nowhere (OSC 8).
    pub(super) fn link(&mut self, address: &str) {
        self.raw(b"\x1b]8;;");
        self.raw(address.as_bytes());
        self.raw(b"\x1b\\");
    }

    /// Writes a cell where the cursor stands. How many cells after it a terminal may
    /// have written as well, that sees it wider.
    pub(super) fn put(&mut self, cell: &Cell) -> usize {
        let blank = cell.glyph == " ";
        if !(blank && self.pen.is_some_and(|pen| pen.on_blank() == cell.pen)) {
            self.set_pen(cell.pen);
        }
        let is_doubted = self.is_ambiguous && cell.width < 2 && !cell.glyph.is_ascii();
        let is_certain = is_certain(&cell.glyph) && !is_doubted;
        if !is_certain && cell.width > 1 {
            // One that sees it narrower would leave there what was before. ECH
            // erases and does not move.
            let _ = write!(self.bytes, "\x1b[{}X", cell.width);
        }
        self.raw(cell.glyph.as_bytes());
        let after = self
            .cursor
            .column
            .map(|column| column.saturating_add(u16::from(cell.width)));
        // At the right edge terminals differ on where the cursor waits.
        self.cursor.column = after.filter(|after| is_certain && *after < self.size.0);
        if is_certain {
            return 0;
        }
        // Such a terminal gives every character its own cells.
        let apart = cell
            .glyph
            .chars()
            .map(|c| cluster_width(c.encode_utf8(&mut [0; 4])));
        let widest: usize = apart.sum();
        widest.saturating_sub(usize::from(cell.width)).max(1)
    }

    /// Erases to the end of the row (EL), with the page's own background.
    pub(super) fn erase_to_end(&mut self) {
        self.clean_pen();
        self.raw(b"\x1b[K");
    }

    /// Erases so many cells (ECH), with the page's own background.
    pub(super) fn erase(&mut self, cells: u16) {
        self.clean_pen();
        // Writing to a Vec cannot fail.
        let _ = write!(self.bytes, "\x1b[{cells}X");
    }

    /// A terminal erases with the background of its pen.
    pub(super) fn clean_pen(&mut self) {
        if !self.pen.is_some_and(Pen::erases_clean) {
            self.set_pen(Pen::DEFAULT);
        }
    }
}

/// Whether every terminal advances over a glyph as we do: a character that is no
/// symbol or emoji, with marks alone on it; or a text with a width of its own.
pub(super) fn is_certain(glyph: &str) -> bool {
    if glyph.is_ascii() || glyph.starts_with("\x1b]66;") {
        return true;
    }
    let mut characters = glyph
        .chars()
        .filter(|c| !matches!(c, '\u{202c}' | '\u{202d}'));
    let Some(first) = characters.next() else {
        return false;
    };
    let is_symbol = matches!(first, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    if is_symbol && !is_drawing(first) {
        return false;
    }
    characters.all(|mark| is_known_mark(mark) && cluster_width(glyph) <= 2)
}

/// Box drawing, block elements, the anchor and the marks of our own interface.
const fn is_drawing(character: char) -> bool {
    matches!(
        character,
        '\u{2500}'..='\u{259f}' | '\u{2800}' | '●' | '★' | '▸' | '◂' | '⋯'
    )
}

/// Marks that take no cell in any terminal measured: Latin, Hebrew, Arabic, Thai, Lao.
const fn is_known_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}'
            | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
            | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ecd}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: Cursor, column: u16, row: u16) -> String {
        let mut writer = Writer {
            cursor: from,
            size: (100, 30),
            ..Writer::default()
        };
        writer.move_to(column, row);
        assert_eq!(writer.cursor, Cursor::at(column, row));
        String::from_utf8(writer.bytes).unwrap()
    }

    #[test]
    fn the_cheapest_way_is_taken() {
        let at = Cursor::at;
        assert_eq!(moved(at(3, 3), 3, 3), "");
        assert_eq!(moved(at(3, 3), 0, 3), "\r");
        assert_eq!(moved(at(3, 3), 0, 4), "\n\r");
        assert_eq!(moved(at(3, 3), 3, 5), "\n\n");
        assert_eq!(moved(at(3, 3), 4, 3), "\x1b[C");
        assert_eq!(moved(at(3, 3), 2, 3), "\u{8}");
        assert_eq!(moved(at(3, 3), 0, 0), "\x1b[H");
        assert_eq!(moved(at(3, 3), 60, 20), "\x1b[21;61H");
        assert_eq!(moved(at(0, 9), 0, 2), "\x1b[3d");
        assert_eq!(moved(Cursor::default(), 5, 5), "\x1b[6;6H");
        let lost = Cursor {
            row: Some(5),
            column: None,
        };
        assert_eq!(moved(lost, 7, 5), "\x1b[8G");
    }

    #[test]
    fn widths_are_certain_where_terminals_agree() {
        for glyph in [
            "a",
            "ﺑ",
            "ﺑ\u{64e}\u{651}",
            "ế",
            "船",
            "│",
            "●",
            "ก\u{e34}",
            "\u{2800}",
        ] {
            assert!(is_certain(glyph), "{glyph}");
        }
        for glyph in ["❤", "👍", "க\u{bbf}", "e\u{fe0f}", ""] {
            assert!(!is_certain(glyph) || glyph.is_empty(), "{glyph}");
        }
    }
}
