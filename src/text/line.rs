//! One line in visual order, with maps between columns and bytes.

use std::ops::Range;
use std::sync::Arc;

use smallvec::SmallVec;
use unicode_segmentation::UnicodeSegmentation;

use super::Direction;
use super::cluster::{Cluster, Clusters, Kind};
use super::order::{mirrored, visual_order};
use super::properties::Properties;
use super::unit::Unit;
use super::width;

/// What is drawn where a word is divided.
pub(super) const HYPHEN: &str = "-";

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

/// One line of a paragraph in visual order.
#[derive(Clone, Debug)]
pub struct Line {
    text: Arc<str>,
    bytes: Range<usize>,
    level: u8,
    width: usize,
    body: Body,
}

#[derive(Clone, Debug)]
enum Body {
    /// Left to right, drawn as it is written: cells are found when asked for.
    Plain {
        shown: Range<usize>,
        /// One byte is one cell.
        is_ascii: bool,
        /// The bytes the hyphen at the end stands for, if there is one.
        hyphen: Option<Range<usize>>,
    },
    /// Anything else: glyphs and cells from left to right.
    Placed { glyphs: String, cells: Vec<Placed> },
}

/// A cell of a line that is not plain.
#[derive(Clone, Debug)]
struct Placed {
    bytes: Range<usize>,
    glyph_end: usize,
    column: usize,
    width: u8,
    level: u8,
}

impl Line {
    /// A line that runs left to right at level 0 and is drawn as it is
    /// written; `None` if some cluster of it is not.
    pub(super) fn plain(
        text: &Arc<str>,
        bytes: Range<usize>,
        shown: Range<usize>,
        hyphen: Option<Range<usize>>,
    ) -> Option<Line> {
        let part = text.get(shown.clone())?;
        let is_ascii = part.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let width = if is_ascii {
            part.len()
        } else {
            plain_width(text, &shown)?
        };
        Some(Line {
            text: Arc::clone(text),
            bytes,
            level: 0,
            width: width + usize::from(hyphen.is_some()),
            body: Body::Plain {
                shown,
                is_ascii,
                hyphen,
            },
        })
    }

    /// A line of units in logical order, put into visual order (L2).
    pub(super) fn placed(
        text: &Arc<str>,
        bytes: Range<usize>,
        level: u8,
        units: &[Unit<'_>],
    ) -> Line {
        let levels: SmallVec<[u8; 128]> = units.iter().map(|unit| unit.level).collect();
        let mut glyphs = String::with_capacity(units.len() * 3);
        let mut cells = Vec::with_capacity(units.len());
        let mut column = 0;
        for place in visual_order(&levels) {
            let Some(unit) = units.get(place).filter(|unit| unit.width > 0) else {
                continue;
            };
            unit.write_glyph(&mut glyphs);
            cells.push(Placed {
                bytes: unit.bytes.clone(),
                glyph_end: glyphs.len(),
                column,
                width: unit.width,
                level: unit.level,
            });
            column += usize::from(unit.width);
        }
        Line {
            text: Arc::clone(text),
            bytes,
            level,
            width: column,
            body: Body::Placed { glyphs, cells },
        }
    }

    /// The cells the line takes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The bytes of the text the line stands for, with what hangs at its end.
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
        if self.level == 1 {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// The cells from left to right.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> + '_ {
        let walk = match &self.body {
            Body::Plain {
                shown,
                is_ascii: true,
                ..
            } => Walk::Ascii(shown.clone()),
            Body::Plain { shown, .. } => Walk::Clusters(Clusters::new(&self.text, shown.clone())),
            Body::Placed { .. } => Walk::Placed(0),
        };
        Cells {
            line: self,
            walk,
            column: 0,
        }
    }

    /// The cell that covers a column.
    #[must_use]
    pub fn cell_at(&self, column: usize) -> Option<Cell<'_>> {
        match &self.body {
            Body::Plain {
                shown,
                is_ascii: true,
                ..
            } if column < shown.len() => self.ascii_cell(shown.start + column, column),
            Body::Placed { glyphs, cells } => {
                let place = cells
                    .partition_point(|cell| cell.column <= column)
                    .checked_sub(1)?;
                placed_cell(glyphs, cells, place)
                    .filter(|cell| column < cell.column + usize::from(cell.width))
            }
            Body::Plain { .. } => self
                .cells()
                .find(|cell| column < cell.column + usize::from(cell.width)),
        }
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
        if let Body::Plain {
            shown,
            is_ascii: true,
            hyphen: None,
        } = &self.body
        {
            let from = bytes.start.max(shown.start);
            let to = bytes.end.min(shown.end);
            if from < to {
                pieces.push(from - shown.start..to - shown.start);
            }
            return pieces;
        }
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

    /// The code points in visual order, mirrored but not shaped, with their
    /// bytes: what the line shows before joining. Marks follow their base, lam
    /// and alef stand apart, default ignorable code points are left out but in
    /// emoji, and what layout added is not there.
    #[must_use]
    pub fn visual(&self) -> Vec<(char, usize)> {
        let mut all = Vec::new();
        for cell in self.cells() {
            let part = self.text.get(cell.bytes.clone()).unwrap_or_default();
            let mut push = |(at, cluster): (usize, &str)| {
                let is_emoji = width::is_emoji(cluster);
                for (i, c) in cluster.char_indices() {
                    if is_emoji || !Properties::of(c).is_dropped() {
                        let c = if cell.level % 2 == 1 { mirrored(c) } else { c };
                        all.push((c, cell.bytes.start + at + i));
                    }
                }
            };
            if cell.level % 2 == 1 {
                part.grapheme_indices(true).rev().for_each(&mut push);
            } else {
                part.grapheme_indices(true).for_each(&mut push);
            }
        }
        all
    }

    /// The glyphs from left to right.
    #[must_use]
    pub fn shaped(&self) -> String {
        match &self.body {
            Body::Placed { glyphs, .. } => glyphs.clone(),
            Body::Plain { .. } => self.cells().map(|cell| cell.glyph).collect(),
        }
    }

    fn ascii_cell(&self, at: usize, column: usize) -> Option<Cell<'_>> {
        Some(Cell {
            glyph: self.text.get(at..at + 1)?,
            width: 1,
            column,
            bytes: at..at + 1,
            level: 0,
        })
    }

    /// The hyphen at the end of a plain line.
    fn hyphen(&self, column: usize) -> Option<Cell<'_>> {
        match &self.body {
            Body::Plain {
                hyphen: Some(bytes),
                ..
            } => Some(Cell {
                glyph: HYPHEN,
                width: 1,
                column,
                bytes: bytes.clone(),
                level: 0,
            }),
            _ => None,
        }
    }
}

/// The cells of a text whose clusters are all drawn as they are; `None` if some are not.
fn plain_width(text: &str, range: &Range<usize>) -> Option<usize> {
    let mut width = 0;
    let part = text.get(range.clone())?;
    if part.chars().all(|c| {
        width += usize::from(width::char_width(c));
        Properties::of(c).is_alone()
    }) {
        return Some(width);
    }
    Clusters::new(text, range.clone()).try_fold(0, |width, cluster| {
        matches!(cluster.kind, Kind::Verbatim | Kind::Empty).then_some(width + cluster.width)
    })
}

fn placed_cell<'a>(glyphs: &'a str, cells: &[Placed], place: usize) -> Option<Cell<'a>> {
    let cell = cells.get(place)?;
    let glyph_start = match place.checked_sub(1).and_then(|before| cells.get(before)) {
        Some(before) => before.glyph_end,
        None => 0,
    };
    Some(Cell {
        glyph: glyphs.get(glyph_start..cell.glyph_end)?,
        width: cell.width,
        column: cell.column,
        bytes: cell.bytes.clone(),
        level: cell.level,
    })
}

/// The cells of a line from left to right.
struct Cells<'a> {
    line: &'a Line,
    walk: Walk<'a>,
    column: usize,
}

enum Walk<'a> {
    Ascii(Range<usize>),
    Clusters(Clusters<'a>),
    Placed(usize),
    Done,
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cell<'a>;

    fn next(&mut self) -> Option<Cell<'a>> {
        let column = self.column;
        let cell = match (&mut self.walk, &self.line.body) {
            (Walk::Ascii(rest), _) => rest.next().and_then(|at| self.line.ascii_cell(at, column)),
            (Walk::Clusters(clusters), _) => clusters
                .find(|cluster| cluster.kind != Kind::Empty)
                .and_then(|cluster| plain_cell(&self.line.text, cluster, column)),
            (Walk::Placed(place), Body::Placed { glyphs, cells }) => {
                *place += 1;
                return placed_cell(glyphs, cells, *place - 1);
            }
            _ => return None,
        };
        let cell = cell.or_else(|| {
            self.walk = Walk::Done;
            self.line.hyphen(column)
        })?;
        self.column += usize::from(cell.width);
        Some(cell)
    }
}

fn plain_cell(text: &str, cluster: Cluster, column: usize) -> Option<Cell<'_>> {
    Some(Cell {
        glyph: text.get(cluster.core)?,
        width: u8::try_from(cluster.width).unwrap_or(2),
        column,
        bytes: cluster.bytes,
        level: 0,
    })
}
