//! `kitty-word`: a terminal that gives every word to a shaper, which turns the
//! letters of right-to-left scripts, and leaves the words where they are.

use compact_str::CompactString;

use super::super::grid::Cell;
use crate::text::row::{Strength, strength};

/// Turns the letters of every right-to-left word round. Each keeps the pen of the
/// cell it will be seen in, since such a terminal colours cells, not letters. Marks
/// are left out: they would stand on other letters.
pub(super) fn turned(mut units: Vec<Cell>) -> Vec<Cell> {
    for unit in &mut units {
        if is_letter(unit) {
            let mut characters = unit.glyph.chars();
            let base = characters.next();
            if !characters.as_str().is_empty() {
                unit.glyph = base.into_iter().collect::<CompactString>();
            }
        }
    }
    let mut rest = units.as_mut_slice();
    while let Some(start) = rest.iter().position(is_letter) {
        let (_, from) = std::mem::take(&mut rest).split_at_mut(start);
        let letters = from.iter().take_while(|unit| is_letter(unit)).count();
        let (word, after) = from.split_at_mut(letters);
        let glyphs: Vec<CompactString> = word.iter().map(|unit| unit.glyph.clone()).collect();
        for (unit, glyph) in word.iter_mut().rev().zip(glyphs) {
            unit.glyph = glyph;
        }
        rest = after;
    }
    units
}

fn is_letter(unit: &Cell) -> bool {
    unit.width == 1 && strength(&unit.glyph) == Strength::Right
}
