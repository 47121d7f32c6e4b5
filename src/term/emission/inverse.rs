//! `inverse`: what to store in a terminal that reorders every row by UAX 9, so
//! that the row comes out as it is to be seen.
//!
//! Right-to-left stretches are written back in logical order. What would run
//! together is held apart by anchors: blanks of the class L. Whether the terminal
//! then shows the row is computed, and where the longest stretches do not give it,
//! every word is a stretch of its own.
//!
//! One thing has no such row: a number that touches right-to-left letters at its
//! left and nothing of their kind follows. It comes out on the other side of them.

use std::ops::Range;

use compact_str::CompactString;

use super::super::grid::Cell;
use super::{Reordering, is_empty, places_of, plain_letter};
use crate::text::Direction;
use crate::text::row::{Part, Strength, mirrored, shown_order, strength};
use crate::text::visual_order;

/// BRAILLE PATTERN BLANK: shows nothing, takes one cell, and has the class L.
const ANCHOR: &str = "\u{2800}";

/// How numbers are found in what is seen; terminals know their text, we its look.
#[derive(Clone, Copy)]
enum Numbers {
    /// Digits with a separator between them.
    Separated,
    /// The same, with the signs and currencies that touch them.
    Signed,
    /// Digits alone.
    Bare,
}

/// Where stretches begin and end, beside letters that run left to right.
#[derive(Clone, Copy)]
struct Stretches {
    /// Whether at every blank.
    at_blanks: bool,
    /// Whether Arabic numbers begin and end them as letters do.
    with_numbers: bool,
}

/// What is tried, the longest stretches first.
fn attempts() -> impl Iterator<Item = (Stretches, Numbers)> {
    let stretches = [(false, true), (false, false), (true, true), (true, false)];
    stretches.into_iter().flat_map(|(at_blanks, with_numbers)| {
        let stretches = Stretches {
            at_blanks,
            with_numbers,
        };
        [Numbers::Separated, Numbers::Signed, Numbers::Bare].map(|numbers| (stretches, numbers))
    })
}

/// The cells to store for cells that are to be seen.
pub(super) fn stored(seen: &[Cell], fields: &[Range<usize>], reordering: Reordering) -> Vec<Cell> {
    let places = places_of(seen, fields);
    let mut best: Option<(usize, Vec<Cell>)> = None;
    for (stretches, numbers) in attempts() {
        let found = find(seen, &places, stretches, reordering);
        let mut cells = turned(seen, &found, numbers, reordering.mirrors);
        anchor(&mut cells, &places, &found, stretches, reordering);
        let wrong = misplaced(&cells, seen, reordering);
        if best.as_ref().is_none_or(|(least, _)| wrong < *least) {
            best = Some((wrong, cells));
        }
        if wrong == 0 {
            break;
        }
    }
    best.map(|(_, cells)| cells).unwrap_or_default()
}

/// The cells in logical order with plain letters, without anchors.
pub(super) fn logical(seen: &[Cell], fields: &[Range<usize>], reordering: Reordering) -> Vec<Cell> {
    let places = places_of(seen, fields);
    let longest = Stretches {
        at_blanks: false,
        with_numbers: true,
    };
    let found = find(seen, &places, longest, reordering);
    let mut cells = turned(seen, &found, Numbers::Separated, reordering.mirrors);
    for cell in &mut cells {
        cell.glyph = plain_letter(&cell.glyph);
    }
    cells
}

/// What a cell is to a terminal that reorders.
fn kind(cell: &Cell, reordering: Reordering) -> Strength {
    if reordering.boxes_are_left && is_box(&cell.glyph) {
        Strength::Left
    } else {
        strength(&cell.glyph)
    }
}

/// Box drawing, block elements, geometric shapes.
fn is_box(glyph: &str) -> bool {
    glyph.starts_with(|c| matches!(c, '\u{2500}'..='\u{25ff}'))
}

/// The right-to-left stretches of a row, from the left.
fn find(
    seen: &[Cell],
    places: &[Range<usize>],
    stretches: Stretches,
    reordering: Reordering,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for field in places {
        let mut open: Option<Range<usize>> = None;
        for place in field.clone() {
            let Some(cell) = seen.get(place) else {
                break;
            };
            let kind = kind(cell, reordering);
            if kind == Strength::Left || (stretches.at_blanks && is_empty(cell)) {
                found.extend(open.take());
            } else if kind == Strength::Right
                || (stretches.with_numbers && kind == Strength::ArabicNumber)
            {
                let start = open.as_ref().map_or(place, |open| open.start);
                open = Some(start..place + 1);
            }
        }
        found.extend(open);
    }
    found
}

/// The row with every stretch in logical order.
fn turned(seen: &[Cell], stretches: &[Range<usize>], numbers: Numbers, mirrors: bool) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(seen.len());
    let mut done = 0;
    for stretch in stretches {
        cells.extend_from_slice(seen.get(done..stretch.start).unwrap_or_default());
        let part = seen.get(stretch.clone()).unwrap_or_default();
        let levels = levels(part, numbers);
        for place in visual_order(&levels) {
            let Some(cell) = part.get(place) else {
                continue;
            };
            let mut cell = cell.clone();
            if mirrors && levels.get(place) == Some(&1) {
                cell.glyph = mirror(&cell.glyph);
            }
            cells.push(cell);
        }
        done = stretch.end;
    }
    cells.extend_from_slice(seen.get(done..).unwrap_or_default());
    cells
}

/// The level of every cell of a stretch: 2 for numbers, 1 for what is around them.
fn levels(part: &[Cell], numbers: Numbers) -> Vec<u8> {
    let kinds: Vec<Strength> = part.iter().map(|cell| strength(&cell.glyph)).collect();
    let is_digit = |place: Option<usize>| {
        let kind = place.and_then(|place| kinds.get(place));
        matches!(
            kind,
            Some(Strength::ArabicNumber | Strength::Number(Part::Digit))
        )
    };
    let belongs = |place: usize| {
        let (before, after) = (is_digit(place.checked_sub(1)), is_digit(Some(place + 1)));
        match (kinds.get(place), numbers) {
            _ if is_digit(Some(place)) => true,
            (Some(Strength::Number(Part::Separator)), Numbers::Separated | Numbers::Signed) => {
                before && after
            }
            (Some(Strength::Number(Part::Sign)), Numbers::Signed) => before && after,
            (Some(Strength::Number(Part::Terminator)), Numbers::Signed) => before || after,
            _ => false,
        }
    };
    (0..part.len())
        .map(|place| if belongs(place) { 2 } else { 1 })
        .collect()
}

fn mirror(glyph: &str) -> CompactString {
    let mut characters = glyph.chars();
    match characters.next() {
        Some(first) if mirrored(first) != first => {
            std::iter::once(mirrored(first)).chain(characters).collect()
        }
        _ => CompactString::from(glyph),
    }
}

/// Turns blanks into anchors: before the first stretch, between stretches, and
/// between a stretch and the number after it, where nothing of the class L stands.
fn anchor(
    cells: &mut [Cell],
    places: &[Range<usize>],
    stretches: &[Range<usize>],
    how: Stretches,
    reordering: Reordering,
) {
    let mut from = 0;
    for place in 0..=stretches.len() {
        let next = stretches.get(place);
        let between = from..next.map_or(cells.len(), |next| next.start);
        from = next.map_or(cells.len(), |next| next.end);
        let gap = cells.get(between.clone()).unwrap_or_default();
        if runs_together(gap, between.start == 0, next.is_none(), how, reordering) {
            part(cells, places, between);
        }
    }
}

/// Whether the stretches around a gap, or one and the numbers in the gap, would be
/// reordered as one.
fn runs_together(
    gap: &[Cell],
    is_first: bool,
    is_last: bool,
    how: Stretches,
    reordering: Reordering,
) -> bool {
    let of = |wanted: &dyn Fn(Strength) -> bool| {
        gap.iter().position(|cell| wanted(kind(cell, reordering)))
    };
    let left = of(&|kind| kind == Strength::Left);
    let number = of(&|kind| matches!(kind, Strength::ArabicNumber | Strength::Number(Part::Digit)));
    // Numbers after right-to-left letters go with them, up to the first L.
    let has_number = match (number, left) {
        (Some(number), Some(left)) => !is_first && number < left,
        (number, _) => !is_first && number.is_some(),
    };
    has_number || (!is_last && (left.is_none() || how.at_blanks))
}

/// Anchors what lies between two stretches: the blank after what was before, and the
/// one with which a field begins.
fn part(cells: &mut [Cell], places: &[Range<usize>], between: Range<usize>) {
    let is_blank = |place: &usize| cells.get(*place).is_some_and(is_empty);
    let first = between.clone().find(is_blank);
    let edges = places.iter().map(|field| field.start);
    let chosen: Vec<usize> = edges
        .filter(|edge| *edge > between.start && between.contains(edge))
        .filter(is_blank)
        .chain(first)
        .collect();
    for place in chosen {
        if let Some(cell) = cells.get_mut(place) {
            cell.glyph = CompactString::const_new(ANCHOR);
        }
    }
}

/// How many cells a terminal would show otherwise than they are to be seen.
fn misplaced(stored: &[Cell], seen: &[Cell], reordering: Reordering) -> usize {
    // A letter stands for what the terminal takes for one.
    let glyphs = stored.iter().map(|cell| match kind(cell, reordering) {
        Strength::Left => "a",
        _ => cell.glyph.as_str(),
    });
    let (order, levels) = shown_order(glyphs, Direction::Ltr);
    let wrong = order.iter().zip(seen).filter(|(place, wanted)| {
        let Some(cell) = stored.get(**place) else {
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
