//! What to write so that rows which show one thing show another.

use super::grid::{Cell, Order, Row};
use super::style::Pen;
use super::writer::Writer;
use crate::text::row::{Strength, strength};

/// Blanks from which erasing and moving on is cheaper than writing.
const ERASED_FROM: usize = 11;
/// Blanks from which erasing is cheaper where nothing follows.
const ERASED_LAST_FROM: usize = 6;
/// The cells of the mark before a row that is read.
const MARK: usize = 1;
/// The widest stretch of unchanged cells that may be written over.
const BRIDGED: usize = 8;

/// Writes what turns the rows `shown` into the rows `wanted`, from row 0.
pub(super) fn write_rows(writer: &mut Writer, shown: &[Row], wanted: &[Row]) {
    for (y, (shown, wanted)) in (0..).zip(shown.iter().zip(wanted)) {
        if shown.cells == wanted.cells && shown.links == wanted.links {
            continue;
        }
        let is_reordered = [shown, wanted].map(|row| row.order == Order::Reordered);
        let is_read = wanted.order == Order::Logical && !has_same_words(shown, wanted);
        // A link is opened and closed by what is written around it.
        let is_linked = !(shown.links.is_empty() && wanted.links.is_empty());
        if is_reordered.contains(&true) || is_read || is_linked {
            write_whole(writer, y, wanted);
        } else {
            write_cheaper(writer, y, &shown.cells, &wanted.cells);
        }
    }
}

/// Whether nothing but the mark before two rows differs.
fn has_same_words(shown: &Row, wanted: &Row) -> bool {
    shown.cells.get(MARK..) == wanted.cells.get(MARK..)
}

/// Writes the cells of a row that differ; or where that is cheaper, erases the row from
/// the first of them and writes what is wanted there.
fn write_cheaper(writer: &mut Writer, y: u16, shown: &[Cell], wanted: &[Cell]) {
    let trial = || Writer {
        bytes: Vec::new(),
        ..*writer
    };
    let mut changed = trial();
    write_changed(&mut changed, y, shown, wanted);
    let mut best = changed;
    if best.bytes.len() > ERASED_FROM {
        let mut erased = trial();
        write_erased(&mut erased, y, shown, wanted);
        if erased.bytes.len() < best.bytes.len() {
            best = erased;
        }
    }
    let mut bytes = std::mem::take(&mut writer.bytes);
    bytes.extend(best.bytes);
    *writer = Writer { bytes, ..best };
}

fn write_erased(writer: &mut Writer, y: u16, shown: &[Cell], wanted: &[Cell]) {
    let differs = shown.iter().zip(wanted).position(|(a, b)| a != b);
    let Some(mut first) = differs else {
        return;
    };
    // Half a wide cell goes with the other half.
    let is_half = |cells: &[Cell]| cells.get(first).is_some_and(|cell| cell.width == 0);
    if is_half(shown) || is_half(wanted) {
        first = first.saturating_sub(1);
    }
    if first > 0 && is_stained(shown, wanted, first - 1) {
        first -= 1;
    }
    // Erased from the edge, the row can be reached by a carriage return.
    if shown.iter().take(first).all(Cell::is_blank) {
        first = 0;
    }
    writer.move_to(column(first), y);
    writer.erase_to_end();
    let mut left: Vec<Cell> = shown.get(..first).unwrap_or_default().to_vec();
    left.resize(shown.len(), Cell::BLANK);
    write_changed(writer, y, &left, wanted);
}

/// The column from which a row is blank.
fn blank_from(cells: &[Cell]) -> usize {
    let last = cells.iter().rposition(|cell| !cell.is_blank());
    last.map_or(0, |last| last + 1)
}

fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// Writes a row from its first cell to its last.
fn write_whole(writer: &mut Writer, y: u16, wanted: &Row) {
    let end = blank_from(&wanted.cells);
    writer.move_to(0, y);
    let written = wanted.cells.iter().enumerate().take(end);
    let mut links = wanted.links.iter().peekable();
    let mut open = None;
    for (place, cell) in written.filter(|(_, cell)| cell.width > 0) {
        writer.move_to(column(place), y);
        if open.take_if(|end| *end <= place).is_some() {
            writer.link("");
        }
        if let Some((columns, address)) = links.next_if(|(columns, _)| columns.start <= place) {
            writer.link(address);
            open = Some(columns.end);
        }
        writer.put(cell);
    }
    if open.is_some() {
        writer.link("");
    }
    if end < wanted.cells.len() {
        writer.move_to(column(end), y);
        writer.erase_to_end();
    }
}

/// Writes the cells that differ, and few others.
fn write_changed(writer: &mut Writer, y: u16, shown: &[Cell], wanted: &[Cell]) {
    let end = blank_from(wanted);
    let tail = shown
        .get(end..)
        .unwrap_or_default()
        .iter()
        .filter(|cell| !cell.is_blank())
        .count();
    // The rest of the row is erased where that is cheaper than blanks.
    let erases = tail > 3 || (tail > 0 && shown.len() - end > ERASED_LAST_FROM);
    let limit = if erases { end } else { wanted.len() };
    let mut place = 0;
    // Up to where a terminal may have written more than it was meant to.
    let mut unsure = 0;
    while place < limit {
        let Some(cell) = wanted.get(place) else {
            break;
        };
        let next = place + usize::from(cell.width).max(1);
        let same =
            wanted.get(place..next) == shown.get(place..next) && !is_stained(shown, wanted, place);
        if same && place >= unsure {
            place = next;
            continue;
        }
        let blanks = changed_blanks(
            shown.get(place..limit).unwrap_or_default(),
            wanted.get(place..limit).unwrap_or_default(),
        );
        let is_last = wanted
            .get(place + blanks..limit)
            .zip(shown.get(place + blanks..limit))
            .is_none_or(|(wanted, shown)| wanted == shown);
        if blanks >= ERASED_FROM || (is_last && blanks >= ERASED_LAST_FROM) {
            approach(writer, y, place, wanted);
            writer.erase(column(blanks));
            place += blanks;
            continue;
        }
        approach(writer, y, place, wanted);
        let more = writer.put(cell);
        if more > 0 {
            unsure = unsure.max(next + more);
        }
        place = next;
    }
    if erases {
        approach(writer, y, end, wanted);
        writer.erase_to_end();
    }
}

/// Whether a blank is to be written although it is there: terminals draw many letters
/// of Arabic fonts beyond the left edge of their cell, and do not wipe that away with
/// the letter.
fn is_stained(shown: &[Cell], wanted: &[Cell], place: usize) -> bool {
    let (before, after) = (shown.get(place + 1), wanted.get(place + 1));
    let goes =
        before != after && before.is_some_and(|letter| strength(&letter.glyph) == Strength::Right);
    goes && wanted.get(place).is_some_and(Cell::is_blank)
}

/// The blanks that cells begin with, up to the last that is not blank yet.
fn changed_blanks(shown: &[Cell], wanted: &[Cell]) -> usize {
    let blanks = wanted.iter().take_while(|cell| cell.is_blank()).count();
    let before = shown.get(..blanks).unwrap_or_default();
    let last = before.iter().rposition(|cell| !cell.is_blank());
    last.map_or(0, |last| last + 1)
}

/// Brings the cursor to a cell of a row: by moving it, or over the cells between by
/// writing them once more, whichever is cheaper.
fn approach(writer: &mut Writer, y: u16, place: usize, wanted: &[Cell]) {
    let from = match (writer.cursor.row, writer.cursor.column) {
        (Some(row), Some(at)) if row == y && usize::from(at) < place => usize::from(at),
        _ => return writer.move_to(column(place), y),
    };
    let gap = wanted.get(from..place).unwrap_or_default();
    if gap.len() > BRIDGED || gap.first().is_some_and(|cell| cell.width == 0) {
        return writer.move_to(column(place), y);
    }
    let next = wanted.get(place).map_or(Pen::DEFAULT, |cell| cell.pen);
    let over = cost(writer, gap, next, None);
    let moved = cost(writer, &[], next, Some((column(place), y)));
    match (over, moved) {
        (Some(over), Some(moved)) if over <= moved => {
            for cell in gap.iter().filter(|cell| cell.width > 0) {
                writer.put(cell);
            }
        }
        _ => writer.move_to(column(place), y),
    }
}

/// The bytes it takes to write cells, or to move, and then to have a pen. `None`
/// where the cursor would be lost on the way.
fn cost(writer: &Writer, cells: &[Cell], pen: Pen, to: Option<(u16, u16)>) -> Option<usize> {
    let mut trial = Writer {
        bytes: Vec::new(),
        ..*writer
    };
    for cell in cells.iter().filter(|cell| cell.width > 0) {
        if trial.put(cell) > 0 {
            return None;
        }
    }
    if let Some((column, row)) = to {
        trial.move_to(column, row);
    }
    trial.cursor.column?;
    trial.set_pen(pen);
    Some(trial.bytes.len())
}
