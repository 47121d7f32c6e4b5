//! A grid of cells as the bytes that a terminal gets.
//!
//! Ratatui hands over the cells that changed; this back end writes them in one
//! piece. It moves the cursor itself after every cell whose width a terminal
//! could see otherwise than we do, so that no disagreement spreads along a row.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::style::Pen;
use crate::text::width::cluster_width;

/// Frames of fewer bytes than this reach a terminal whole without being fenced.
const FENCED_FROM: usize = 512;
/// Begin and end of a synchronized update (DECSET 2026).
const FENCE: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// A back end that writes each frame with one call.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    frame: Vec<u8>,
    size: Size,
    /// Where the terminal's cursor stands, where that is certain.
    cursor: Option<Position>,
    cursor_shown: Option<bool>,
    pen: Option<Pen>,
}

impl<W: Write> Screen<W> {
    /// A back end over a terminal of a size. What the terminal shows and how its
    /// pen is set is taken to be unknown.
    pub const fn new(out: W, size: Size) -> Self {
        Self {
            out,
            frame: Vec::new(),
            size,
            cursor: None,
            cursor_shown: None,
            pen: None,
        }
    }

    /// The terminal has another size now.
    pub const fn resized(&mut self, size: Size) {
        self.size = size;
    }

    /// Nothing is known any more of the terminal's cursor and pen.
    pub const fn forget(&mut self) {
        self.cursor = None;
        self.cursor_shown = None;
        self.pen = None;
    }

    fn move_to(&mut self, to: Position) {
        if self.cursor == Some(to) {
            return;
        }
        let (row, column) = (u32::from(to.y) + 1, u32::from(to.x) + 1);
        // Writing to a Vec cannot fail.
        let _ = match self.cursor {
            Some(at) if at.y == to.y && to.x > at.x => match to.x - at.x {
                1 => write!(self.frame, "\x1b[C"),
                gap => write!(self.frame, "\x1b[{gap}C"),
            },
            _ if column == 1 => write!(self.frame, "\x1b[{row}H"),
            _ => write!(self.frame, "\x1b[{row};{column}H"),
        };
        self.cursor = Some(to);
    }

    fn put(&mut self, at: Position, cell: &Cell) {
        self.move_to(at);
        let pen = Pen::of(cell);
        pen.write(self.pen, &mut self.frame);
        self.pen = Some(pen);
        // A cell that a wide cluster covered has no symbol of its own.
        let symbol = match cell.symbol() {
            "" => " ",
            symbol => symbol,
        };
        let width = u16::try_from(cluster_width(symbol)).unwrap_or(1).max(1);
        let certain = certain(symbol);
        if !certain && width > 1 {
            // A terminal that sees it narrower would leave in its cells what was
            // there before. ECH erases them and does not move.
            let _ = write!(self.frame, "\x1b[{width}X");
        }
        self.frame.extend_from_slice(symbol.as_bytes());
        let after = at.x.saturating_add(width);
        // At the right edge terminals differ on where the cursor waits.
        self.cursor = (certain && after < self.size.width).then_some(Position::new(after, at.y));
    }
}

/// Whether every terminal advances over the symbol as we do: one character that
/// is no symbol or emoji, and nothing joined to it.
fn certain(symbol: &str) -> bool {
    let mut characters = symbol.chars();
    let (Some(first), None) = (characters.next(), characters.next()) else {
        return false;
    };
    !matches!(first, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}') || is_drawing(first)
}

/// Box drawing, block elements and the marks of our own interface.
const fn is_drawing(character: char) -> bool {
    matches!(
        character,
        '\u{2500}'..='\u{259f}' | '●' | '★' | '▸' | '◂' | '⋯'
    )
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.put(Position::new(x, y), cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown != Some(false) {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.cursor_shown = Some(false);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown != Some(true) {
            self.frame.extend_from_slice(b"\x1b[?25h");
            self.cursor_shown = Some(true);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // The terminal is never asked: its answer would mix with what is typed.
        Ok(self.cursor.unwrap_or(Position::ORIGIN))
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.move_to(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        // The default pen first: a terminal erases with the background it has.
        self.frame.extend_from_slice(b"\x1b[m\x1b[2J\x1b[H");
        self.pen = Some(Pen::default());
        self.cursor = Some(Position::ORIGIN);
        Ok(())
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let erase: &[u8] = match region {
            ClearType::All => return self.clear(),
            ClearType::AfterCursor => b"\x1b[m\x1b[J",
            ClearType::BeforeCursor => b"\x1b[m\x1b[1J",
            ClearType::CurrentLine => b"\x1b[m\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[m\x1b[K",
        };
        self.frame.extend_from_slice(erase);
        self.pen = Some(Pen::default());
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        if self.frame.len() >= FENCED_FROM {
            self.frame.splice(0..0, FENCE.0.iter().copied());
            self.frame.extend_from_slice(FENCE.1);
        }
        let written = self.out.write_all(&self.frame);
        self.frame.clear();
        written?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Color, Modifier, Style};

    fn bytes(cells: &[(u16, u16, Cell)]) -> String {
        let mut out = Vec::new();
        let mut screen = Screen::new(&mut out, Size::new(20, 5));
        screen
            .draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell)))
            .unwrap();
        screen.flush().unwrap();
        drop(screen);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn neighbours_need_no_movement() {
        let cells = [(3, 1, Cell::new("a")), (4, 1, Cell::new("b"))];
        assert_eq!(bytes(&cells), "\x1b[2;4H\x1b[mab");
    }

    #[test]
    fn the_cursor_is_set_after_a_cluster_of_many_characters() {
        let cells = [(3, 1, Cell::new("ﺑ\u{64e}")), (4, 1, Cell::new("b"))];
        assert_eq!(bytes(&cells), "\x1b[2;4H\x1b[mﺑ\u{64e}\x1b[2;5Hb");
    }

    #[test]
    fn the_cells_of_a_wide_symbol_are_emptied_before() {
        let cells = [
            (3, 1, Cell::new("🏳\u{fe0f}\u{200d}🌈")),
            (5, 1, Cell::new("b")),
        ];
        assert_eq!(
            bytes(&cells),
            "\x1b[2;4H\x1b[m\x1b[2X🏳\u{fe0f}\u{200d}🌈\x1b[2;6Hb"
        );
        let certain = [(3, 1, Cell::new("船")), (5, 1, Cell::new("b"))];
        assert_eq!(bytes(&certain), "\x1b[2;4H\x1b[m船b");
    }

    #[test]
    fn a_style_is_written_once_and_taken_back() {
        let mut blue = Cell::new("a");
        blue.set_style(
            Style::new()
                .fg(Color::Indexed(75))
                .add_modifier(Modifier::BOLD),
        );
        let cells = [(0, 0, blue.clone()), (1, 0, blue), (2, 0, Cell::new("b"))];
        assert_eq!(bytes(&cells), "\x1b[1H\x1b[m\x1b[1;38;5;75maa\x1b[mb");
    }

    #[test]
    fn nothing_is_written_when_nothing_changed() {
        let mut out = Vec::new();
        let mut screen = Screen::new(&mut out, Size::new(20, 5));
        screen.hide_cursor().unwrap();
        screen.flush().unwrap();
        screen.hide_cursor().unwrap();
        screen.draw(std::iter::empty()).unwrap();
        screen.flush().unwrap();
        drop(screen);
        assert_eq!(out, b"\x1b[?25l");
    }
}
