//! The sequences that the terminal of these tests knows. Any other is a fault.

use super::cells::{Cell, Colour, Pen};
use super::model::Terminal;

impl Terminal {
    /// Takes the bytes of a frame.
    pub fn feed_bytes(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).expect("frames end between characters");
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let after = rest.strip_prefix(c).unwrap();
            rest = match c {
                '\x1b' => self.escape(after),
                '\n' => {
                    self.feed(1);
                    after
                }
                '\r' => {
                    self.move_to(0, self.y);
                    after
                }
                '\x08' => {
                    self.move_by(-1);
                    after
                }
                c => {
                    assert!(!c.is_control(), "{c:?} in {text:?}");
                    self.print(c);
                    after
                }
            };
        }
        self.rest();
    }

    /// What follows an escape; returns what is left.
    fn escape<'t>(&mut self, text: &'t str) -> &'t str {
        if let Some(after) = text.strip_prefix('M') {
            self.feed(-1);
            return after;
        }
        if let Some(after) = text.strip_prefix(']') {
            let (inside, after) = after.split_once("\x1b\\").expect("ST");
            self.sized(inside);
            return after;
        }
        let text = text.strip_prefix('[').expect("CSI, OSC or RI");
        let end = text.find(|c: char| ('\x40'..='\x7e').contains(&c)).unwrap();
        let (parameters, after) = text.split_at(end);
        let kind = after.chars().next().unwrap();
        self.control(parameters, kind);
        after.strip_prefix(kind).unwrap()
    }

    /// OSC 66: a text that takes so many cells.
    fn sized(&mut self, inside: &str) {
        let mut parts = inside.splitn(3, ';');
        assert_eq!(parts.next(), Some("66"), "{inside:?}");
        let mut width = 0;
        for parameter in parts.next().unwrap().split(':') {
            match parameter.split_once('=').unwrap() {
                ("w", columns) => width = columns.parse().unwrap(),
                ("v", align) => assert!(matches!(align, "1" | "2"), "{inside:?}"),
                _ => panic!("OSC {inside:?}"),
            }
        }
        assert!((1..=2).contains(&width), "{inside:?}");
        let text = parts.next().unwrap();
        assert!(!text.is_empty() && !text.contains(char::is_control));
        let mut cell = Cell::of(text, self.pen, width);
        cell.is_sized = true;
        self.put(cell);
    }

    fn control(&mut self, parameters: &str, kind: char) {
        let numbers: Option<Vec<usize>> = if parameters.is_empty() {
            Some(Vec::new())
        } else {
            parameters.split(';').map(|n| n.parse().ok()).collect()
        };
        let Some(numbers) = numbers else {
            return self.private(parameters, kind);
        };
        let first = numbers.first().copied();
        // 0 counts as 1 for terminals, and is not what the program means.
        assert!(
            kind == 'm' || !numbers.contains(&0),
            "CSI {parameters}{kind}"
        );
        let count = first.unwrap_or(1);
        let by = isize::try_from(count).unwrap();
        match (kind, numbers.len()) {
            ('m', _) => sgr(&mut self.pen, &numbers),
            ('H', 0..=2) => {
                let column = numbers.get(1).copied().unwrap_or(1);
                self.move_to(column - 1, count - 1);
            }
            ('G', 0..=1) => self.move_to(count - 1, self.y),
            ('d', 0..=1) => {
                let is_at_edge = self.is_at_edge;
                self.move_to(self.x, count - 1);
                self.is_at_edge = is_at_edge;
            }
            ('A', 0..=1) => self.move_down(-by),
            ('B', 0..=1) => self.move_down(by),
            ('C', 0..=1) => self.move_by(by),
            ('D', 0..=1) => self.move_by(-by),
            ('J', 0) => {
                assert_eq!((self.x, self.y), (0, 0), "erased from here on alone");
                self.clear();
            }
            ('J', 1) if count == 2 => self.clear(),
            ('K', 0) => self.erase(self.x..self.columns),
            ('X', 0..=1) => self.erase(self.x..self.x + count),
            ('S', 0..=1) => self.scroll(by),
            ('T', 0..=1) => self.scroll(-by),
            ('r', 0) => self.set_region(None),
            ('r', 2) => self.set_region(Some(numbers[0] - 1..numbers[1])),
            ('s', 2) => self.set_sides(numbers[0] - 1..numbers[1]),
            ('n', 1) if count == 5 => self.asked += 1,
            _ => panic!("CSI {parameters}{kind}"),
        }
    }

    /// DECSET and DECRST.
    fn private(&mut self, parameters: &str, kind: char) {
        let is_set = match kind {
            'h' => true,
            'l' => false,
            _ => panic!("CSI {parameters}{kind}"),
        };
        match parameters {
            "?25" => self.is_cursor_shown = Some(is_set),
            "?69" => self.set_has_sides(is_set),
            "?2026" => {
                assert_ne!(self.is_held, is_set, "held back twice");
                self.is_held = is_set;
            }
            _ => panic!("CSI {parameters}{kind}"),
        }
    }
}

/// Changes a pen.
fn sgr(pen: &mut Pen, numbers: &[usize]) {
    if numbers.is_empty() {
        *pen = Pen::default();
    }
    let mut numbers = numbers.iter().copied();
    while let Some(number) = numbers.next() {
        let index = |first: usize| Colour::Index(u8::try_from(number - first).unwrap());
        match number {
            0 => *pen = Pen::default(),
            1 => pen.bold = true,
            3 => pen.italic = true,
            4 => pen.underline = true,
            7 => pen.reverse = true,
            22 => pen.bold = false,
            23 => pen.italic = false,
            24 => pen.underline = false,
            27 => pen.reverse = false,
            30..=37 => pen.fg = index(30),
            39 => pen.fg = Colour::Page,
            40..=47 => pen.bg = index(40),
            49 => pen.bg = Colour::Page,
            90..=97 => pen.fg = index(82),
            100..=107 => pen.bg = index(92),
            38 => pen.fg = long(&mut numbers),
            48 => pen.bg = long(&mut numbers),
            _ => panic!("SGR {number}"),
        }
    }
}

/// A colour by its index or its parts.
fn long(numbers: &mut impl Iterator<Item = usize>) -> Colour {
    let mut next = || u8::try_from(numbers.next().unwrap()).unwrap();
    match next() {
        5 => Colour::Index(next()),
        2 => Colour::Rgb(next(), next(), next()),
        kind => panic!("a colour of the kind {kind}"),
    }
}

#[test]
fn the_terminal_stores_what_it_is_told() {
    let mut terminal = Terminal::new(8, 3);
    terminal.feed_bytes(b"\x1b[m\x1b[H\x1b[Jab\x1b[1;31mc\x1b[m\r\n\n");
    terminal.feed_bytes("船e\u{301}\x08\x08x\x1b[2;3r\x1b[S\x1b[r".as_bytes());
    let rows: Vec<String> = terminal
        .rows
        .iter()
        .map(|row| super::cells::text(row))
        .collect();
    assert_eq!(rows, ["abc     ", " xe\u{301}     ", "        "]);
    assert!(terminal.rows[0][2].pen.bold);
}

#[test]
fn side_margins_hold_what_moves() {
    let mut terminal = Terminal::new(4, 2);
    terminal.feed_bytes(b"\x1b[m\x1b[H\x1b[Jabcd\r\nefgh");
    terminal.feed_bytes(b"\x1b[?69h\x1b[2;3s\x1b[1;2r\x1b[S\x1b[?69l\x1b[r");
    let rows: Vec<String> = terminal
        .rows
        .iter()
        .map(|row| super::cells::text(row))
        .collect();
    assert_eq!(rows, ["afgd", "e  h"]);
}

#[test]
#[should_panic(expected = "scrolls the screen")]
fn a_line_feed_in_the_last_row_is_a_fault() {
    Terminal::new(4, 1).feed_bytes(b"\n");
}

#[test]
#[should_panic(expected = "CSI ?7")]
fn an_unknown_sequence_is_a_fault() {
    Terminal::new(4, 1).feed_bytes(b"\x1b[?7h");
}
