//! `kitty-word`: a terminal that gives every word to a shaper, which turns the
//! letters of right-to-left scripts, and leaves the words where they are.

use compact_str::CompactString;
use smallvec::SmallVec;

use super::super::grid::Cell;
use super::super::style::Pen;
use super::{is_empty, is_shaped_backwards};

/// Turns the letters of every right-to-left word round, and Arabic digits with them. Each keeps the pen of the
/// cell it will be seen in, since such a terminal colours cells, not letters. Marks
/// are left out: they would stand on other letters.
///
/// What touches such letters goes to the shaper with them where one font has both,
/// and would be turned too. So it is written slanted: in another font. And
/// letters of one word in two fonts are two words to the shaper.
pub(super) fn turned(mut units: Vec<Cell>) -> Vec<Cell> {
    for unit in units.iter_mut().filter(|unit| is_letter(unit)) {
        let mut characters = unit.glyph.chars();
        let base = characters.next();
        if !characters.as_str().is_empty() {
            unit.glyph = base.into_iter().collect::<CompactString>();
        }
    }
    for word in units.split_mut(is_empty) {
        if word.iter().any(is_letter) {
            turn(word);
        }
    }
    units
}

fn turn(word: &mut [Cell]) {
    let mut before = None;
    for place in 0..word.len() {
        let after = word.iter().skip(place).find(|unit| is_letter(unit));
        let after = after.map(|unit| unit.pen);
        let Some(unit) = word.get_mut(place) else {
            continue;
        };
        if is_letter(unit) {
            before = Some(unit.pen);
        } else {
            let letters: SmallVec<[Pen; 2]> = before.into_iter().chain(after).collect();
            unit.pen = unit.pen.apart_from(&letters);
        }
    }
    let is_one = |a: &Cell, b: &Cell| is_letter(a) && is_letter(b) && a.pen.has_font_of(b.pen);
    for letters in word.chunk_by_mut(is_one) {
        let glyphs: Vec<CompactString> = letters.iter().map(|unit| unit.glyph.clone()).collect();
        for (unit, glyph) in letters.iter_mut().rev().zip(glyphs) {
            unit.glyph = glyph;
        }
    }
}

fn is_letter(unit: &Cell) -> bool {
    unit.width == 1 && is_shaped_backwards(unit)
}
