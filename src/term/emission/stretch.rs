//! Right-to-left stretches of a row that is to be seen, and the same in logical order.

use std::ops::Range;

use compact_str::CompactString;

use super::super::grid::Cell;
use super::{Reordering, is_empty};
use crate::text::row::{Part, Strength, mirrored, strength};
use crate::text::visual_order;

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

/// How stretches are found between letters that run left to right, and turned.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// Whether they end at every blank.
    at_blanks: bool,
    /// Whether they end at every bracket.
    at_brackets: bool,
    /// Whether Arabic numbers begin and end them as letters do.
    with_numbers: bool,
    /// What is a number in them.
    numbers: Numbers,
}

impl Way {
    /// The longest stretches.
    pub(super) const LONGEST: Self = Self {
        at_blanks: false,
        at_brackets: false,
        with_numbers: true,
        numbers: Numbers::Separated,
    };

    /// What is tried, the longest stretches first.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let cuts = [(false, false), (true, false), (false, true), (true, true)].into_iter();
        let cuts = cuts.flat_map(|cut| [(cut, true), (cut, false)]);
        cuts.flat_map(|((at_blanks, at_brackets), with_numbers)| {
            [Numbers::Separated, Numbers::Signed, Numbers::Bare].map(|numbers| Self {
                at_blanks,
                at_brackets,
                with_numbers,
                numbers,
            })
        })
    }
}

/// A right-to-left stretch of a field, and how it was found.
pub(super) struct Stretch {
    /// Its places in the field.
    pub places: Range<usize>,
    way: Way,
}

impl Stretch {
    /// Whether it ends before letters that run right to left as well.
    pub(super) const fn is_cut(&self) -> bool {
        self.way.at_blanks || self.way.at_brackets
    }
}

/// The parts of some places between letters that run left to right.
pub(super) fn zones(
    seen: &[Cell],
    places: Range<usize>,
    reordering: Reordering,
) -> Vec<Range<usize>> {
    let mut zones = Vec::new();
    let mut start = places.start;
    let part = seen.get(places.clone()).unwrap_or_default();
    for (place, cell) in places.clone().zip(part) {
        if kind(cell, reordering) == Strength::Left {
            if place > start {
                zones.push(start..place);
            }
            start = place + 1;
        }
    }
    zones.push(start..places.end);
    zones
}

/// What a cell is to a terminal that reorders.
pub(super) fn kind(cell: &Cell, reordering: Reordering) -> Strength {
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

/// The right-to-left stretches of a part of a field, from the left.
pub(super) fn find(
    field: &[Cell],
    zone: &Range<usize>,
    way: Way,
    reordering: Reordering,
) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let part = field.get(zone.clone()).unwrap_or_default();
    for (place, cell) in zone.clone().zip(part) {
        let kind = kind(cell, reordering);
        if (way.at_blanks && is_empty(cell)) || (way.at_brackets && is_bracket(cell)) {
            found.extend(open.take());
        } else if kind == Strength::Right || (way.with_numbers && kind == Strength::ArabicNumber) {
            let start = open.as_ref().map_or(place, |open| open.start);
            open = Some(start..place + 1);
        }
    }
    found.extend(open);
    let stretch = |places| Stretch { places, way };
    found.into_iter().map(stretch).collect()
}

/// The field with every stretch in logical order.
pub(super) fn turned(field: &[Cell], stretches: &[Stretch], mirrors: bool) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(field.len());
    let mut done = 0;
    for Stretch { places, way } in stretches {
        cells.extend_from_slice(field.get(done..places.start).unwrap_or_default());
        let part = field.get(places.clone()).unwrap_or_default();
        let levels = levels(part, way.numbers);
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
        done = places.end;
    }
    cells.extend_from_slice(field.get(done..).unwrap_or_default());
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
    let is_european = |place: Option<usize>| {
        let kind = place.and_then(|place| kinds.get(place));
        kind == Some(&Strength::Number(Part::Digit))
    };
    let belongs = |place: usize| {
        let (before, after) = (is_digit(place.checked_sub(1)), is_digit(Some(place + 1)));
        match (kinds.get(place), numbers) {
            _ if is_digit(Some(place)) => true,
            (Some(Strength::Number(Part::Separator)), Numbers::Separated | Numbers::Signed) => {
                before && after
            }
            (Some(Strength::Number(Part::Sign)), Numbers::Signed) => before && after,
            // W5: to European digits alone.
            (Some(Strength::Number(Part::Terminator)), Numbers::Signed) => {
                is_european(place.checked_sub(1)) || is_european(Some(place + 1))
            }
            _ => false,
        }
    };
    (0..part.len())
        .map(|place| if belongs(place) { 2 } else { 1 })
        .collect()
}

pub(super) fn mirror(glyph: &str) -> CompactString {
    let mut characters = glyph.chars();
    match characters.next() {
        Some(first) if mirrored(first) != first => {
            std::iter::once(mirrored(first)).chain(characters).collect()
        }
        _ => CompactString::from(glyph),
    }
}
