//! What a terminal shows, and the cheapest way to have it show something else.
//!
//! A frame is painted into a buffer of ratatui's. Its rows become what the terminal
//! has to store ([`super::emission`]); against what it stores already they become
//! bytes, in several ways of which the shortest is sent, in one piece.

use std::io::{self, Write};
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::difference::write_rows;
use super::emission::{self, Glyphs, Reordering};
use super::frame::Frame;
use super::grid::{self, Order, Row};
use super::scroll::{self, Scroll};
use super::style::Pen;
use super::writer::{Cursor, Writer};
use crate::config::terminal::TerminalMode;

/// Frames of fewer bytes than this reach a terminal whole without being fenced.
const FENCED_FROM: usize = 512;
/// Begin and end of a synchronized update (DECSET 2026).
const FENCE: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");
/// Frames of more bytes than this may be cheaper by moving rows.
const SCROLLED_FROM: usize = 120;
/// Frames of more bytes than this may be cheaper on an empty screen.
const CLEARED_FROM: usize = 600;
/// Bytes after which the terminal is asked whether it has seen them.
const ASKED_FROM: usize = 1024;
/// DSR 5: asks a terminal for a sign of life, which it gives after all that was before.
const ASK: &[u8] = b"\x1b[5n";

/// What a terminal is sent, and what it can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manner {
    /// How right-to-left text is sent.
    pub mode: TerminalMode,
    /// What a terminal that reorders rows does beside it.
    pub reordering: Reordering,
    /// What of a cell it can show.
    pub glyphs: Glyphs,
    /// Whether it has left and right margins (DECLRMM).
    pub has_margins: bool,
    /// Whether it has no SU and SD, and scrolls by line feeds alone.
    pub scrolls_by_feeds: bool,
    /// Whether it holds a frame back until all of it is there (DECSET 2026).
    pub synchronizes: bool,
    /// Whether it says when it has seen a frame (DSR 5).
    pub acknowledges: bool,
    /// Whether its bright colours are the bold ones: it has eight.
    pub bright_is_bold: bool,
    /// Whether what leaves the screen can be scrolled back to: it is the main one.
    pub has_scrollback: bool,
}

impl Default for Manner {
    /// What suits a terminal of which nothing is known.
    fn default() -> Self {
        Self {
            mode: TerminalMode::Visual,
            reordering: Reordering::default(),
            glyphs: Glyphs::default(),
            has_margins: false,
            scrolls_by_feeds: false,
            synchronizes: true,
            acknowledges: false,
            bright_is_bold: false,
            has_scrollback: false,
        }
    }
}

/// What was sent for a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// How many bytes.
    pub bytes: usize,
    /// Whether the terminal was asked to acknowledge them.
    pub asked: bool,
}

/// A terminal as far as it shows something.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    manner: Manner,
    /// The frame before, as it was painted, and the buffer for the next.
    painted: Buffer,
    next: Buffer,
    frame: Frame,
    /// What the terminal stores.
    rows: Vec<Row>,
    cursor: Cursor,
    cursor_shown: Option<bool>,
    pen: Option<Pen>,
    /// Whether nothing is known of what the terminal shows.
    is_unknown: bool,
    /// Whether every row is to be made anew.
    is_stale: bool,
    /// Bytes since the terminal was last asked.
    unasked: usize,
}

impl<W: Write> Screen<W> {
    /// A screen of a size over what takes a terminal's bytes. What it shows is taken
    /// to be unknown.
    pub fn new(out: W, size: Size) -> Self {
        let mut screen = Self {
            out,
            manner: Manner::default(),
            painted: Buffer::default(),
            next: Buffer::default(),
            frame: Frame::default(),
            rows: Vec::new(),
            cursor: Cursor::default(),
            cursor_shown: None,
            pen: None,
            is_unknown: true,
            is_stale: true,
            unasked: 0,
        };
        screen.resized(size);
        screen
    }

    /// The terminal has another size now; what it shows is not known.
    pub fn resized(&mut self, size: Size) {
        let area = Rect::new(0, 0, size.width, size.height);
        self.painted = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.rows.clear();
        self.is_stale = true;
        self.forget();
    }

    /// Nothing is known any more of what the terminal shows: the next frame is
    /// written whole.
    pub const fn forget(&mut self) {
        self.is_unknown = true;
        self.cursor_shown = None;
    }

    /// Columns and rows.
    #[must_use]
    pub const fn size(&self) -> Size {
        self.next.area.as_size()
    }

    /// What the terminal is sent, and what it can do.
    #[must_use]
    pub const fn manner(&self) -> &Manner {
        &self.manner
    }

    /// Changes what the terminal is sent. The next frame is written whole where that
    /// makes a difference to what it shows already.
    pub fn set_manner(&mut self, manner: Manner) {
        let shows_alike = self.manner.mode == manner.mode
            && self.manner.reordering == manner.reordering
            && self.manner.glyphs == manner.glyphs
            && self.manner.bright_is_bold == manner.bright_is_bold;
        self.manner = manner;
        if !shows_alike {
            self.is_stale = true;
            self.is_unknown = true;
        }
    }

    /// What takes the bytes: for who keeps them instead of a terminal.
    pub const fn output(&mut self) -> &mut W {
        &mut self.out
    }

    /// Has a frame painted into an empty buffer of the screen's size, and sends what
    /// changed. Nothing is sent where nothing did.
    ///
    /// # Errors
    /// The terminal cannot be written to; what it shows is not known then.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Frame) -> io::Result<Sent> {
        self.next.reset();
        let frame = paint(&mut self.next);
        let rows = self.stored(&frame);
        let mut writer = self.written(&rows, &frame);
        self.place_cursor(&frame, &mut writer);
        std::mem::swap(&mut self.painted, &mut self.next);
        self.rows = rows;
        self.frame = frame;
        self.is_unknown = false;
        self.is_stale = false;
        self.cursor = writer.cursor;
        self.pen = writer.pen;
        self.send(writer.bytes)
    }

    fn send(&mut self, mut bytes: Vec<u8>) -> io::Result<Sent> {
        if bytes.is_empty() {
            return Ok(Sent::default());
        }
        if self.manner.synchronizes && bytes.len() >= FENCED_FROM {
            bytes.splice(0..0, FENCE.0.iter().copied());
            bytes.extend_from_slice(FENCE.1);
        }
        self.unasked += bytes.len();
        let asked = self.manner.acknowledges && self.unasked >= ASKED_FROM;
        if asked {
            bytes.extend_from_slice(ASK);
            self.unasked = 0;
        }
        let written = self.out.write_all(&bytes).and_then(|()| self.out.flush());
        if written.is_err() {
            self.forget();
        }
        written.map(|()| Sent {
            bytes: bytes.len(),
            asked,
        })
    }

    /// What the terminal has to store to show the frame in `next`.
    fn stored(&self, frame: &Frame) -> Vec<Row> {
        let columns = usize::from(self.next.area.width);
        let is_stale = self.is_stale
            || self.rows.is_empty()
            || frame.fields != self.frame.fields
            || frame.in_logical_order != self.frame.in_logical_order;
        let row_of = |buffer: &Buffer, y: u16| -> Range<usize> {
            let start = usize::from(y) * usize::from(buffer.area.width);
            start..start + columns
        };
        (0..self.next.area.height)
            .map(|y| {
                let range = row_of(&self.next, y);
                let painted = self.painted.content.get(range.clone());
                let known = self.rows.get(usize::from(y));
                if let Some(known) = known
                    && !is_stale
                    && painted == self.next.content.get(range)
                    && frame.sample_in(y) == self.frame.sample_in(y)
                    && frame.links_in(y).eq(self.frame.links_in(y))
                {
                    return known.clone();
                }
                let mut units = grid::units(&self.next, y);
                for unit in &mut units {
                    let shown = self.manner.glyphs.shown(&unit.glyph, unit.width);
                    if shown != unit.glyph.as_str() {
                        unit.glyph = shown.as_ref().into();
                    }
                    if self.manner.bright_is_bold {
                        unit.pen = unit.pen.in_eight_colours();
                    }
                }
                let mut row = if frame.in_logical_order {
                    Row::of(units, columns, Order::Logical)
                } else {
                    let mode = frame.sample_in(y).unwrap_or(self.manner.mode);
                    let fields = frame.columns_in(y);
                    emission::stored(units, &fields, mode, self.manner.reordering)
                };
                let links = frame.links_in(y);
                row.links = links
                    .map(|(columns, address)| (columns, address.to_owned()))
                    .collect();
                row
            })
            .collect()
    }

    /// The shortest way to have the terminal store rows.
    fn written(&self, rows: &[Row], frame: &Frame) -> Writer {
        let blank = || self.writer_over_blank();
        if self.is_unknown || self.rows.len() != rows.len() {
            let mut writer = blank();
            write_rows(&mut writer, &self.blank_rows(), rows);
            return writer;
        }
        let mut best = self.writer();
        write_rows(&mut best, &self.rows, rows);
        if best.bytes.len() > SCROLLED_FROM {
            for scroll in self.scrolls(rows, frame) {
                let mut writer = self.writer();
                scroll.write(&mut writer, self.manner.scrolls_by_feeds);
                let mut moved = self.rows.clone();
                scroll.apply(&mut moved);
                write_rows(&mut writer, &moved, rows);
                if writer.bytes.len() < best.bytes.len() {
                    best = writer;
                }
            }
        }
        // Emptied, the whole screen would be read out again.
        if best.bytes.len() > CLEARED_FROM && !frame.in_logical_order {
            let mut writer = blank();
            write_rows(&mut writer, &self.blank_rows(), rows);
            if writer.bytes.len() < best.bytes.len() {
                best = writer;
            }
        }
        best
    }

    /// The ways rows may have moved: in a pane, where the terminal has margins, or
    /// right across the screen.
    fn scrolls(&self, rows: &[Row], frame: &Frame) -> Vec<Scroll> {
        let columns = 0..usize::from(self.next.area.width);
        let mut found = Vec::new();
        for field in frame.fields.iter().filter(|field| field.height > 2) {
            let (left, right) = (usize::from(field.left()), usize::from(field.right()));
            let (top, bottom) = (usize::from(field.top()), usize::from(field.bottom()));
            let Some(scroll) = scroll::find(&self.rows, rows, &(left..right), &(top..bottom))
            else {
                continue;
            };
            if self.manner.has_margins && (left..right) != columns {
                found.push(scroll.clone());
            }
            found.push(Scroll {
                columns: columns.clone(),
                ..scroll
            });
        }
        found
    }

    fn place_cursor(&mut self, frame: &Frame, writer: &mut Writer) {
        if let Some(cursor) = frame.cursor {
            writer.move_to(cursor.x, cursor.y);
        }
        let shown = frame.shows_cursor && frame.cursor.is_some();
        if self.cursor_shown != Some(shown) {
            writer.raw(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.cursor_shown = Some(shown);
        }
    }

    fn writer(&self) -> Writer {
        Writer {
            bytes: Vec::new(),
            cursor: self.cursor,
            pen: self.pen,
            size: (self.next.area.width, self.next.area.height),
            is_ambiguous: !self.manner.glyphs.wide_signs.is_empty(),
        }
    }

    /// A writer that has emptied the screen.
    fn writer_over_blank(&self) -> Writer {
        Writer {
            // The default pen first: a terminal erases with the background it has.
            bytes: if self.manner.has_scrollback {
                // Erased as a whole, the main screen of some is kept in what can be
                // scrolled back to.
                b"\x1b[m\x1b[H\x1b[J".to_vec()
            } else {
                // Erased from its start on, the first row of VTE goes on to be reordered.
                b"\x1b[m\x1b[2J\x1b[H".to_vec()
            },
            cursor: Cursor::at(0, 0),
            pen: Some(Pen::DEFAULT),
            ..self.writer()
        }
    }

    fn blank_rows(&self) -> Vec<Row> {
        let columns = usize::from(self.next.area.width);
        vec![Row::blank(columns); usize::from(self.next.area.height)]
    }
}
