//! Cells as a terminal has them, and those that a frame asks for.

use ratatui::buffer::Buffer;
use ratatui::style::{Color as Ink, Modifier};
use unicode_width::UnicodeWidthChar;

/// BRAILLE PATTERN BLANK: looks like a space.
pub const ANCHOR: &str = "\u{2800}";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    #[default]
    Page,
    /// Of the palette; the first 16 have escapes of their own.
    Index(u8),
    Rgb(u8, u8, u8),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pen {
    pub fg: Colour,
    pub bg: Colour,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub reverse: bool,
}

impl Pen {
    /// What of a pen is seen where there is nothing but paper.
    pub fn on_blank(self) -> Self {
        if self.reverse || self.underline {
            return self;
        }
        Self {
            bg: self.bg,
            ..Self::default()
        }
    }
}

/// A column of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// A character with its marks; nothing where the cell before covers this one.
    pub glyph: String,
    pub pen: Pen,
    /// Columns taken; 0 where the cell before covers this one.
    pub width: u8,
    /// Whether it was written as a text of its own size.
    pub is_sized: bool,
}

impl Cell {
    pub fn of(glyph: &str, pen: Pen, width: u8) -> Self {
        Self {
            glyph: glyph.to_owned(),
            pen,
            width,
            is_sized: false,
        }
    }

    pub fn blank(bg: Colour) -> Self {
        let pen = Pen {
            bg,
            ..Pen::default()
        };
        Self::of(" ", pen, 1)
    }

    pub fn covered(pen: Pen) -> Self {
        Self::of("", pen, 0)
    }

    /// The character that has the cell: what terminals go by when they reorder.
    pub fn base(&self) -> char {
        self.glyph.chars().find(|c| !is_override(*c)).unwrap_or(' ')
    }

    /// The cell as it looks: no controls, no difference between blanks, no pen but
    /// the one that is seen.
    pub fn seen(&self) -> Self {
        let mut glyph: String = self.glyph.chars().filter(|c| !is_override(*c)).collect();
        if glyph == ANCHOR {
            glyph = " ".to_owned();
        }
        let pen = if glyph == " " {
            self.pen.on_blank()
        } else {
            self.pen
        };
        Self::of(&glyph, pen, self.width)
    }

    /// The cell as it is, with no pen but the one that is seen.
    pub fn settled(&self) -> Self {
        Self {
            pen: self.seen().pen,
            ..self.clone()
        }
    }

    /// The mirror image in place of the first character.
    pub fn mirrored(&self) -> Self {
        let mut characters = self.glyph.chars();
        let first = characters.next().map(mirror);
        Self {
            glyph: first.into_iter().chain(characters).collect(),
            ..self.clone()
        }
    }
}

/// The mirror image of what these tests write.
fn mirror(c: char) -> char {
    const PAIRS: [(char, char); 9] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('「', '」'),
        ('（', '）'),
    ];
    let other = PAIRS.iter().find_map(|(left, right)| match c {
        c if c == *left => Some(*right),
        c if c == *right => Some(*left),
        _ => None,
    });
    other.unwrap_or(c)
}

/// U+202C and U+202D.
pub fn is_override(c: char) -> bool {
    matches!(c, '\u{202c}' | '\u{202d}')
}

/// The columns a terminal gives a character, which it sees one at a time.
pub fn width(c: char) -> u8 {
    u8::try_from(c.width().unwrap_or(0)).unwrap().min(2)
}

/// The characters of a glyph that take cells, each with the marks after it.
pub fn split(glyph: &str) -> Vec<(String, u8)> {
    let mut found: Vec<(String, u8)> = Vec::new();
    for c in glyph.chars() {
        match (width(c), found.last_mut()) {
            (0, Some((glyph, _))) => glyph.push(c),
            (width, _) => found.push((c.to_string(), width)),
        }
    }
    found
}

/// What a row of a buffer asks for, as it looks. A wide cell of letters that
/// terminals see one by one is these letters.
pub fn painted(buffer: &Buffer, y: u16) -> Vec<Cell> {
    let width = buffer.area.width;
    let mut cells = Vec::with_capacity(usize::from(width));
    let mut x = 0;
    while x < width {
        let cell = &buffer[(x, y)];
        let is_wide = x + 1 < width && buffer[(x + 1, y)].symbol().is_empty();
        let glyph = if cell.symbol().is_empty() {
            " "
        } else {
            cell.symbol()
        };
        let pen = pen_of(cell);
        let columns = if is_wide { 2 } else { 1 };
        let mut parts = split(glyph);
        let sum: u8 = parts.iter().map(|(_, width)| width).sum();
        if u16::from(sum) != columns {
            parts = vec![(glyph.to_owned(), if is_wide { 2 } else { 1 })];
        }
        for (glyph, width) in parts {
            cells.push(Cell::of(&glyph, pen, width).seen());
            if width == 2 {
                cells.push(Cell::covered(pen));
            }
        }
        x += columns;
    }
    cells
}

fn pen_of(cell: &ratatui::buffer::Cell) -> Pen {
    let has = |modifier| cell.modifier.contains(modifier);
    Pen {
        fg: colour(cell.fg),
        bg: colour(cell.bg),
        bold: has(Modifier::BOLD),
        italic: has(Modifier::ITALIC),
        underline: has(Modifier::UNDERLINED),
        reverse: has(Modifier::REVERSED),
    }
}

fn colour(ink: Ink) -> Colour {
    const NAMED: [Ink; 16] = [
        Ink::Black,
        Ink::Red,
        Ink::Green,
        Ink::Yellow,
        Ink::Blue,
        Ink::Magenta,
        Ink::Cyan,
        Ink::Gray,
        Ink::DarkGray,
        Ink::LightRed,
        Ink::LightGreen,
        Ink::LightYellow,
        Ink::LightBlue,
        Ink::LightMagenta,
        Ink::LightCyan,
        Ink::White,
    ];
    match ink {
        Ink::Reset => Colour::Page,
        Ink::Indexed(index) => Colour::Index(index),
        Ink::Rgb(red, green, blue) => Colour::Rgb(red, green, blue),
        named => {
            let place = NAMED.iter().position(|ink| *ink == named).unwrap();
            Colour::Index(u8::try_from(place).unwrap())
        }
    }
}

/// A row as text, for messages.
pub fn text(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.glyph.as_str()).collect()
}
