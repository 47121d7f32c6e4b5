//! `inverse`: what to store in a terminal that reorders every row by UAX 9, so
//! that the row comes out as it is to be seen.
//!
//! Right-to-left stretches are written back in logical order. What would run
//! together is held apart by anchors: blanks of the class L. Whether the terminal
//! then shows the row is computed, and where the longest stretches do not give it,
//! shorter ones are tried, down to single words.
//!
//! Two things have no such row. A number that touches right-to-left letters at its
//! left, and nothing of their kind follows: it comes out on the other side of them.
//! And where brackets are not mirrored, one between two such letters.

use std::ops::Range;

use compact_str::CompactString;

use super::super::grid::Cell;
use super::stretch::{Stretch, Way, find, kind, mirror, turned, zones};
use super::{Reordering, is_empty, is_right_to_left, places_of, plain_letter};
use crate::text::Direction;
use crate::text::row::{Part, Strength, shown_order, strength};

/// BRAILLE PATTERN BLANK: shows nothing, takes one cell, and has the class L.
const ANCHOR: &str = "\u{2800}";
/// How often a field is tried, at most: a hostile one may have hundreds of zones.
const TRIALS: usize = 200;
/// A letter that runs left to right, and one that runs right to left.
const LEFT: &str = "a";
const RIGHT: &str = "\u{5d0}";

/// What a terminal takes the text before a field for.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// The beginning of the row; the first strong letter may decide its direction.
    Start,
    /// Text that runs left to right.
    Left,
    /// Text that runs right to left, and takes what follows along.
    Right,
}

/// The cells to store for cells that are to be seen.
pub(super) fn stored(seen: &[Cell], fields: &[Range<usize>], reordering: Reordering) -> Vec<Cell> {
    let mut row = Vec::with_capacity(seen.len());
    let mut before = Before::Start;
    for places in places_of(seen, fields) {
        let field = seen.get(places).unwrap_or_default();
        let cells = solved(
            field,
            &zones(field, 0..field.len(), reordering),
            before,
            reordering,
        );
        let last = cells
            .iter()
            .rev()
            .find_map(|cell| match kind(cell, reordering) {
                Strength::Left => Some(Before::Left),
                Strength::Right | Strength::ArabicNumber => Some(Before::Right),
                _ => None,
            });
        before = last.unwrap_or(before);
        row.extend(cells);
    }
    let wrong = misplaced(&row, seen, Before::Start, reordering);
    if wrong == 0 {
        return row;
    }
    // Brackets may pair from field to field: all of them at once, then.
    let zones: Vec<Range<usize>> = places_of(seen, fields)
        .into_iter()
        .flat_map(|places| zones(seen, places, reordering))
        .collect();
    let whole = solved(seen, &zones, Before::Start, reordering);
    if misplaced(&whole, seen, Before::Start, reordering) < wrong {
        whole
    } else {
        row
    }
}

/// The cells to store for those of a field: with the longest stretches, and where that
/// does not come out right, zone by zone in the way in which the fewest are misplaced.
fn solved(
    field: &[Cell],
    zones: &[Range<usize>],
    before: Before,
    reordering: Reordering,
) -> Vec<Cell> {
    let mut ways = vec![Way::LONGEST; zones.len()];
    let stored = |ways: &[Way]| {
        let stretches: Vec<Stretch> = zones
            .iter()
            .zip(ways)
            .flat_map(|(zone, way)| find(field, zone, *way, reordering))
            .collect();
        let mut cells = turned(field, &stretches, reordering.mirrors);
        anchor(&mut cells, &stretches, before, reordering);
        (misplaced(&cells, field, before, reordering), cells)
    };
    let mut best = stored(&ways);
    let mut left = TRIALS;
    for (place, zone) in zones.iter().enumerate() {
        let part = field.get(zone.clone()).unwrap_or_default();
        if best.0 == 0 || !part.iter().any(is_right_to_left) {
            continue;
        }
        let mut chosen = Way::LONGEST;
        for way in Way::all() {
            if left == 0 {
                break;
            }
            left -= 1;
            if let Some(place) = ways.get_mut(place) {
                *place = way;
            }
            let trial = stored(&ways);
            if trial.0 < best.0 {
                best = trial;
                chosen = way;
            }
            if best.0 == 0 {
                break;
            }
        }
        if let Some(place) = ways.get_mut(place) {
            *place = chosen;
        }
    }
    best.1
}

/// Makes blanks of the anchors again, but for those that keep a number from going with
/// the stretch before it: for a terminal that parts stretches by itself, and whose font
/// may have nothing to show for an anchor.
pub(super) fn drop_needless_anchors(cells: &mut [Cell]) {
    let mut before_number = false;
    for cell in cells.iter_mut().rev() {
        if cell.glyph == ANCHOR && !before_number {
            cell.glyph = CompactString::const_new(" ");
        }
        match strength(&cell.glyph) {
            Strength::Number(Part::Digit) | Strength::ArabicNumber => before_number = true,
            Strength::Left | Strength::Right => before_number = false,
            Strength::Number(_) | Strength::Neutral => {}
        }
    }
}

/// The cells in logical order with plain letters, without anchors.
pub(super) fn logical(seen: &[Cell], fields: &[Range<usize>], reordering: Reordering) -> Vec<Cell> {
    let mut row = Vec::with_capacity(seen.len());
    for places in places_of(seen, fields) {
        let field = seen.get(places).unwrap_or_default();
        let stretches: Vec<Stretch> = zones(field, 0..field.len(), reordering)
            .iter()
            .flat_map(|zone| find(field, zone, Way::LONGEST, reordering))
            .collect();
        row.extend(turned(field, &stretches, reordering.mirrors));
    }
    for cell in &mut row {
        cell.glyph = plain_letter(&cell.glyph);
    }
    row
}

/// Turns blanks into anchors: before the first stretch, between stretches, and
/// between a stretch and the number after it, where nothing of the class L stands.
fn anchor(cells: &mut [Cell], stretches: &[Stretch], before: Before, reordering: Reordering) {
    let mut from = 0;
    let mut last: Option<&Stretch> = None;
    for next in stretches.iter().map(Some).chain([None]) {
        let between = from..next.map_or(cells.len(), |next| next.places.start);
        let before = if last.is_some() {
            Before::Right
        } else {
            before
        };
        let is_cut = |stretch: Option<&Stretch>| stretch.is_some_and(Stretch::is_cut);
        let gap = cells.get_mut(between).unwrap_or_default();
        if runs_together(gap, before, next.is_some(), reordering)
            || (last.is_some() && next.is_some() && (is_cut(last) || is_cut(next)))
        {
            let blank = gap.iter_mut().find(|cell| is_empty(cell));
            if let Some(blank) = blank {
                blank.glyph = CompactString::const_new(ANCHOR);
            }
        }
        from = next.map_or(cells.len(), |next| next.places.end);
        last = next;
    }
}

/// Whether what is before a gap and the stretch after it, or the numbers in it, would
/// be reordered as one.
fn runs_together(gap: &[Cell], before: Before, is_followed: bool, reordering: Reordering) -> bool {
    let of = |wanted: &dyn Fn(Strength) -> bool| {
        gap.iter().position(|cell| wanted(kind(cell, reordering)))
    };
    let left = of(&|kind| kind == Strength::Left);
    let number = of(&|kind| matches!(kind, Strength::ArabicNumber | Strength::Number(Part::Digit)));
    // Numbers after right-to-left letters go with them, up to the first L.
    let has_number = match (number, left) {
        (Some(number), Some(left)) => number < left,
        (number, _) => number.is_some(),
    };
    match before {
        Before::Left => false,
        Before::Start => is_followed && left.is_none(),
        Before::Right => has_number || (is_followed && left.is_none()),
    }
}

/// How many cells a terminal would show otherwise than they are to be seen, after what
/// is before them and before something that runs left to right.
fn misplaced(stored: &[Cell], seen: &[Cell], before: Before, reordering: Reordering) -> usize {
    // A letter stands for what the terminal takes for one.
    let glyphs = stored.iter().map(|cell| match kind(cell, reordering) {
        Strength::Left => LEFT,
        _ => cell.glyph.as_str(),
    });
    let before = if before == Before::Right { RIGHT } else { LEFT };
    let row = std::iter::once(before).chain(glyphs).chain([LEFT]);
    let (order, levels) = shown_order(row, Direction::Ltr);
    let shown = order.iter().skip(1);
    let wrong = shown.zip(seen).filter(|(place, wanted)| {
        let stored = place.checked_sub(1).and_then(|place| stored.get(place));
        let Some(cell) = stored else {
            return true;
        };
        let turns = reordering.mirrors && levels.get(**place).is_some_and(|level| level % 2 == 1);
        let glyph = match (cell.glyph.as_str(), turns) {
            (ANCHOR, _) => return !is_empty(wanted) && wanted.glyph != ANCHOR,
            (glyph, true) => mirror(glyph),
            (glyph, false) => CompactString::from(glyph),
        };
        glyph != wanted.glyph || cell.pen != wanted.pen
    });
    wrong.count()
}
