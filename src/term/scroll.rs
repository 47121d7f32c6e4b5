//! Rows that moved: found by comparing, and moved by the terminal itself.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::io::Write;
use std::ops::Range;

use super::grid::{Cell, Order, Row};
use super::writer::{Cursor, Writer};

/// Rows that are worth moving, at least.
const WORTHWHILE: usize = 2;
/// The share of the rows that changed which has to be saved by moving, at least.
const WORTHWHILE_PART: usize = 4;

/// A rectangle whose rows moved up or down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The columns.
    pub columns: Range<usize>,
    /// The rows.
    pub rows: Range<usize>,
    /// Rows up; negative is down.
    pub by: isize,
}

/// The best way to move rows of an area, so that most of them stand where they are
/// wanted; `None` where too few would.
pub(super) fn find(
    shown: &[Row],
    wanted: &[Row],
    columns: &Range<usize>,
    rows: &Range<usize>,
) -> Option<Scroll> {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let hashes = |all: &[Row]| -> Vec<Option<u64>> {
        let part = all.get(rows.clone()).unwrap_or_default();
        part.iter()
            .map(|row| hash(row.slice(columns), &hasher))
            .collect()
    };
    let (shown, wanted) = (hashes(shown), hashes(wanted));
    let height = isize::try_from(wanted.len()).ok()?;
    let moved = |by: isize| {
        let gained = (0..).zip(&wanted).filter(|(place, wanted)| {
            let here = shown.get(*place).copied().flatten();
            let from = isize::try_from(*place).ok().map(|place| place + by);
            let there = from.and_then(|from| shown.get(usize::try_from(from).ok()?));
            wanted.is_some() && **wanted != here && there.is_some_and(|there| there == *wanted)
        });
        gained.count()
    };
    let shifts = (1..height).flat_map(|by| [by, -by]);
    let (count, by) = shifts
        .map(|by| (moved(by), by))
        .max_by_key(|(count, by)| (*count, -by.abs()))?;
    let changed = shown.iter().zip(&wanted).filter(|(a, b)| a != b).count();
    (count >= WORTHWHILE.max(changed / WORTHWHILE_PART)).then(|| Scroll {
        columns: columns.clone(),
        rows: rows.clone(),
        by,
    })
}

/// What a row says; nothing for one that is blank.
fn hash(cells: &[Cell], hasher: &impl BuildHasher) -> Option<u64> {
    if cells.iter().all(Cell::is_blank) {
        return None;
    }
    let cells = cells.iter().map(|cell| (&cell.glyph, cell.pen));
    Some(hasher.hash_one(Hashed(cells.collect())))
}

#[derive(Hash)]
struct Hashed<T: Hash>(Vec<T>);

impl Scroll {
    /// Tells the terminal: margins, the movement (SU or SD, or line feeds at the
    /// margin), the margins away again.
    pub(super) fn write(&self, writer: &mut Writer, by_feeds: bool) {
        let narrow = self.columns.len() < usize::from(writer.size.0);
        // What comes in has the background of the pen.
        writer.clean_pen();
        if narrow {
            // DECLRMM, DECSLRM.
            let (left, right) = (self.columns.start + 1, self.columns.end);
            let _ = write!(writer.bytes, "\x1b[?69h\x1b[{left};{right}s");
        }
        let (top, bottom) = (self.rows.start + 1, self.rows.end);
        let (count, kind) = (self.by.unsigned_abs(), if self.by > 0 { 'S' } else { 'T' });
        let _ = write!(writer.bytes, "\x1b[{top};{bottom}r");
        let _ = match count {
            count if by_feeds => {
                let (edge, feed): (usize, &[u8]) = if self.by > 0 {
                    (bottom, b"\n")
                } else {
                    (top, b"\x1bM")
                };
                // Margins at the sides hold for where the cursor stands.
                let column = self.columns.start + 1;
                let moved = write!(writer.bytes, "\x1b[{edge};{column}H");
                writer.raw(&feed.repeat(count));
                moved
            }
            1 => write!(writer.bytes, "\x1b[{kind}"),
            count => write!(writer.bytes, "\x1b[{count}{kind}"),
        };
        writer.raw(if narrow {
            b"\x1b[?69l\x1b[r"
        } else {
            b"\x1b[r"
        });
        // Setting margins moves the cursor, and not everywhere to the same place.
        writer.cursor = Cursor::default();
    }

    /// Moves the rows as the terminal does.
    pub(super) fn apply(&self, rows: &mut [Row]) {
        let places: Vec<usize> = if self.by > 0 {
            self.rows.clone().collect()
        } else {
            self.rows.clone().rev().collect()
        };
        for place in places {
            let from = place.checked_add_signed(self.by);
            let from = from.filter(|from| self.rows.contains(from));
            let moved = from.and_then(|from| rows.get(from)).map(|row| {
                let order = row.order;
                (row.slice(&self.columns).to_vec(), order)
            });
            let Some(row) = rows.get_mut(place) else {
                continue;
            };
            let (cells, order) =
                moved.unwrap_or_else(|| (vec![Cell::BLANK; self.columns.len()], Order::Seen));
            row.order = row.order.max(order);
            if let Some(part) = row.cells.get_mut(self.columns.clone()) {
                part.clone_from_slice(&cells);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Pen;
    use super::*;

    fn rows(text: &[&str]) -> Vec<Row> {
        let cell = |c: char| Cell {
            glyph: compact_str::CompactString::from(c.encode_utf8(&mut [0; 4]) as &str),
            pen: Pen::DEFAULT,
            width: 1,
        };
        let row = |text: &&str| Row::of(text.chars().map(cell), 4, Order::Seen);
        text.iter().map(row).collect()
    }

    #[test]
    fn rows_that_moved_are_found_and_moved() {
        let shown = rows(&["head", "one ", "two ", "tri ", "four", "foot"]);
        let wanted = rows(&["head", "two ", "tri ", "four", "five", "foot"]);
        let found = find(&shown, &wanted, &(0..4), &(1..5)).unwrap();
        assert_eq!((found.by, found.rows.clone()), (1, 1..5));
        let mut moved = shown;
        found.apply(&mut moved);
        assert_eq!(
            moved,
            rows(&["head", "two ", "tri ", "four", "    ", "foot"])
        );
        let back = find(
            &moved,
            &rows(&["head", "one ", "two ", "tri ", "four", "foot"]),
            &(0..4),
            &(1..5),
        );
        assert_eq!(back.unwrap().by, -1);
    }

    #[test]
    fn blank_rows_are_no_reason_to_move() {
        let shown = rows(&["a", "", "", "", ""]);
        let wanted = rows(&["b", "", "", "", ""]);
        assert_eq!(find(&shown, &wanted, &(0..4), &(0..5)), None);
        assert_eq!(find(&[], &[], &(0..4), &(0..0)), None);
    }

    #[test]
    fn the_terminal_is_told_in_few_bytes() {
        let mut writer = Writer {
            size: (100, 30),
            pen: Some(Pen::DEFAULT),
            ..Writer::default()
        };
        let scroll = |columns, by| Scroll {
            columns,
            rows: 1..29,
            by,
        };
        scroll(0..100, 1).write(&mut writer, false);
        scroll(37..100, -3).write(&mut writer, false);
        scroll(0..100, 2).write(&mut writer, true);
        assert_eq!(
            String::from_utf8(writer.bytes).unwrap(),
            "\x1b[2;29r\x1b[S\x1b[r\x1b[?69h\x1b[38;100s\x1b[2;29r\x1b[3T\x1b[?69l\x1b[r\
             \x1b[2;29r\x1b[29;1H\n\n\x1b[r"
        );
    }
}
