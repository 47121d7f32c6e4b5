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
/// A letter that runs left to right, and one that runs right to left.
const LEFT: &str = "a";
const RIGHT: &str = "\u{5d0}";

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

/// Where stretches end, beside letters that run left to right.
#[derive(Clone, Copy, PartialEq)]
enum Cut {
    /// Nowhere else: they are as long as can be.
    Nowhere,
    /// At every blank.
    Blanks,
    /// At every blank and bracket.
    Brackets,
}

/// How stretches are found.
#[derive(Clone, Copy)]
struct Stretches {
    /// Where they end.
    cut: Cut,
    /// Whether Arabic numbers begin and end them as letters do.
    with_numbers: bool,
}

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

/// What is tried, the longest stretches first.
fn attempts() -> impl Iterator<Item = (Stretches, Numbers)> {
    let cuts = [Cut::Nowhere, Cut::Blanks, Cut::Brackets].into_iter();
    cuts.flat_map(|cut| [true, false].map(|with_numbers| Stretches { cut, with_numbers }))
        .flat_map(|stretches| {
            [Numbers::Separated, Numbers::Signed, Numbers::Bare].map(|numbers| (stretches, numbers))
        })
}

/// The cells to store for cells that are to be seen.
pub(super) fn stored(seen: &[Cell], fields: &[Range<usize>], reordering: Reordering) -> Vec<Cell> {
    let mut row = Vec::with_capacity(seen.len());
    let mut before = Before::Start;
    for places in places_of(seen, fields) {
        let field = seen.get(places).unwrap_or_default();
        let cells = stored_field(field, before, reordering);
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
    row
}

/// The cells to store for those of a field, in the first way that comes out right, or
/// in the one in which the fewest are misplaced.
fn stored_field(field: &[Cell], before: Before, reordering: Reordering) -> Vec<Cell> {
    let mut best: Option<(usize, Vec<Cell>)> = None;
    for (stretches, numbers) in attempts() {
        let found = find(field, stretches, reordering);
        if found.is_empty() && before != Before::Right {
            return field.to_vec();
        }
        let mut cells = turned(field, &found, numbers, reordering.mirrors);
        anchor(&mut cells, &found, before, stretches.cut, reordering);
        let wrong = misplaced(&cells, field, before, reordering);
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
    let longest = Stretches {
        cut: Cut::Nowhere,
        with_numbers: true,
    };
    let mut row = Vec::with_capacity(seen.len());
    for places in places_of(seen, fields) {
        let field = seen.get(places).unwrap_or_default();
        let found = find(field, longest, reordering);
        row.extend(turned(
            field,
            &found,
            Numbers::Separated,
            reordering.mirrors,
        ));
    }
    for cell in &mut row {
        cell.glyph = plain_letter(&cell.glyph);
    }
    row
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

fn is_bracket(cell: &Cell) -> bool {
    let first = cell.glyph.chars().next();
    first.is_some_and(|first| mirrored(first) != first)
}

/// The right-to-left stretches of a field, from the left.
fn find(field: &[Cell], stretches: Stretches, reordering: Reordering) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (place, cell) in field.iter().enumerate() {
        let kind = kind(cell, reordering);
        let is_cut = match stretches.cut {
            Cut::Nowhere => false,
            Cut::Blanks => is_empty(cell),
            Cut::Brackets => is_empty(cell) || is_bracket(cell),
        };
        if kind == Strength::Left || is_cut {
            found.extend(open.take());
        } else if kind == Strength::Right
            || (stretches.with_numbers && kind == Strength::ArabicNumber)
        {
            let start = open.as_ref().map_or(place, |open| open.start);
            open = Some(start..place + 1);
        }
    }
    found.extend(open);
    found
}

/// The field with every stretch in logical order.
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
    stretches: &[Range<usize>],
    before: Before,
    cut: Cut,
    reordering: Reordering,
) {
    let mut from = 0;
    for place in 0..=stretches.len() {
        let next = stretches.get(place);
        let before = if place == 0 { before } else { Before::Right };
        let between = from..next.map_or(cells.len(), |next| next.start);
        from = next.map_or(cells.len(), |next| next.end);
        let gap = cells.get_mut(between).unwrap_or_default();
        if runs_together(gap, before, next.is_some(), cut, reordering)
            && let Some(blank) = gap.iter_mut().find(|cell| is_empty(cell))
        {
            blank.glyph = CompactString::const_new(ANCHOR);
        }
    }
}

/// Whether what is before a gap and the stretch after it, or the numbers in it, would
/// be reordered as one.
fn runs_together(
    gap: &[Cell],
    before: Before,
    is_followed: bool,
    cut: Cut,
    reordering: Reordering,
) -> bool {
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
        Before::Right => has_number || (is_followed && (left.is_none() || cut != Cut::Nowhere)),
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
