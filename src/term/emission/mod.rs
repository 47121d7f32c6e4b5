//! From the row that is to be seen to the row that a terminal is sent.
//!
//! Rows come in visual order with presentation forms. Every [`TerminalMode`]
//! turns them into the cells that the terminal has to store so that it shows the
//! row as it came.

mod glyphs;
mod inverse;
mod stretch;
mod words;

use std::ops::Range;

use compact_str::CompactString;

use super::grid::{Cell, Order, Row};
use crate::config::terminal::TerminalMode;
use crate::text::row::{Strength, strength};

pub use glyphs::Glyphs;

/// What a terminal that reorders rows does beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reordering {
    /// Whether it shows brackets in right-to-left stretches by their mirror image.
    pub mirrors: bool,
    /// Whether it takes box drawing, blocks and shapes (U+2500 to U+25FF) for letters
    /// that run left to right.
    pub boxes_are_left: bool,
    /// Whether blanks alone hold stretches apart, without the class L.
    pub parts_at_blanks: bool,
}

impl Default for Reordering {
    fn default() -> Self {
        Self {
            mirrors: true,
            boxes_are_left: false,
            parts_at_blanks: false,
        }
    }
}

/// The row to send for one that is to be seen. `fields` are the columns of the
/// panes, whose texts have nothing to do with each other.
pub(super) fn stored(
    units: Vec<Cell>,
    fields: &[Range<usize>],
    mode: TerminalMode,
    reordering: Reordering,
) -> Row {
    let columns = units.iter().map(|unit| usize::from(unit.width)).sum();
    if !units.iter().any(is_shaped_backwards) {
        return Row::of(units, columns, Order::Seen);
    }
    match mode {
        TerminalMode::Visual | TerminalMode::Explicit => Row::of(units, columns, Order::Seen),
        TerminalMode::Inverse => {
            let mut units = inverse::stored(&units, fields, reordering);
            if reordering.parts_at_blanks {
                inverse::drop_needless_anchors(&mut units);
            }
            Row::of(units, columns, Order::Reordered)
        }
        TerminalMode::Logical => {
            let units = inverse::logical(&units, fields, reordering);
            Row::of(units, columns, Order::Reordered)
        }
        TerminalMode::KittyWord => Row::of(words::turned(units), columns, Order::Seen),
        TerminalMode::Kitty => Row::of(sized(units), columns, Order::Seen),
        TerminalMode::Lro => {
            let units = overridden(units, fields);
            Row::of(units, columns, Order::Reordered)
        }
    }
}

fn is_right_to_left(unit: &Cell) -> bool {
    matches!(
        strength(&unit.glyph),
        Strength::Right | Strength::ArabicNumber
    )
}

/// Whether a shaper that is given the cell writes it from the right: letters, and the
/// digits of Arabic script with what parts them, whatever their order in UAX 9 is.
fn is_shaped_backwards(unit: &Cell) -> bool {
    let first = unit.glyph.chars().next();
    is_right_to_left(unit)
        || first.is_some_and(|c| matches!(c, '\u{660}'..='\u{66d}' | '\u{6f0}'..='\u{6f9}'))
}

fn is_empty(unit: &Cell) -> bool {
    unit.glyph == " "
}

/// Puts every right-to-left cell into a text of its own. Two neighbours differ in
/// their alignment, which shows nowhere at this size and parts what is shaped as one.
fn sized(mut units: Vec<Cell>) -> Vec<Cell> {
    let mut column = 0;
    for unit in &mut units {
        if is_shaped_backwards(unit) {
            let align = 1 + column % 2;
            let width = unit.width;
            unit.glyph =
                compact_str::format_compact!("\x1b]66;w={width}:v={align};{}\x1b\\", unit.glyph);
        }
        column += usize::from(unit.width);
    }
    units
}

/// Puts U+202D before the first and U+202C after the last right-to-left cell of
/// every field.
fn overridden(mut units: Vec<Cell>, fields: &[Range<usize>]) -> Vec<Cell> {
    for places in places_of(&units, fields) {
        let rtl = |place: &usize| units.get(*place).is_some_and(is_right_to_left);
        let first = places.clone().find(rtl);
        let last = places.rev().find(rtl);
        if let Some(unit) = first.and_then(|first| units.get_mut(first)) {
            unit.glyph = compact_str::format_compact!("\u{202d}{}", unit.glyph);
        }
        if let Some(unit) = last.and_then(|last| units.get_mut(last)) {
            unit.glyph.push('\u{202c}');
        }
    }
    units
}

/// The places of the units in each field and in each stretch between fields, from
/// the left; together they are the row.
fn places_of(units: &[Cell], fields: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut bounds: Vec<usize> = fields
        .iter()
        .flat_map(|field| [field.start, field.end])
        .collect();
    bounds.sort_unstable();
    let mut places = Vec::with_capacity(bounds.len() + 1);
    let mut bounds = bounds.into_iter().peekable();
    let (mut column, mut start) = (0, 0);
    for (place, unit) in units.iter().enumerate() {
        let mut ends = false;
        while bounds.next_if(|bound| *bound <= column).is_some() {
            ends = true;
        }
        if ends && place > start {
            places.push(start..place);
            start = place;
        }
        column += usize::from(unit.width);
    }
    places.push(start..units.len());
    places
}

/// The plain letters of a presentation form that stands for one; others as they are.
fn plain_letter(glyph: &str) -> CompactString {
    use unicode_normalization::UnicodeNormalization;

    let mut characters = glyph.chars();
    let (Some(first), marks) = (characters.next(), characters.as_str()) else {
        return CompactString::from(glyph);
    };
    if !matches!(first, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') {
        return CompactString::from(glyph);
    }
    let mut plain = first.nfkd();
    match (plain.next(), plain.next()) {
        // A ligature is one cell; its letters would be two.
        (Some(letter), None) => std::iter::once(letter).chain(marks.chars()).collect(),
        _ => CompactString::from(glyph),
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Pen;
    use super::*;

    fn units(row: &str) -> Vec<Cell> {
        let cell = |c: char| Cell {
            glyph: CompactString::from(c.encode_utf8(&mut [0; 4]) as &str),
            pen: Pen::DEFAULT,
            width: 1,
        };
        row.chars().map(cell).collect()
    }

    fn sent(row: &str, fields: &[Range<usize>], mode: TerminalMode) -> String {
        let row = stored(units(row), fields, mode, Reordering::default());
        row.cells.iter().map(|cell| cell.glyph.as_str()).collect()
    }

    #[test]
    fn rows_without_right_to_left_text_are_sent_as_they_are() {
        for mode in TerminalMode::ALL {
            let row = stored(units(" a (1) │ b"), &[], mode, Reordering::default());
            assert_eq!(row.order, Order::Seen, "{mode}");
            assert_eq!(sent(" a (1) │ b", &[], mode), " a (1) │ b");
        }
    }

    #[test]
    fn every_mode_has_its_bytes() {
        let row = "a ﺎﺑ ";
        let sent = |mode| sent(row, &[], mode);
        assert_eq!(sent(TerminalMode::Visual), row);
        assert_eq!(sent(TerminalMode::Explicit), row);
        assert_eq!(sent(TerminalMode::KittyWord), "a ﺑﺎ ");
        assert_eq!(sent(TerminalMode::Inverse), "a ﺑﺎ ");
        assert_eq!(sent(TerminalMode::Logical), "a با ");
        assert_eq!(sent(TerminalMode::Lro), "a \u{202d}ﺎﺑ\u{202c} ");
        assert_eq!(
            sent(TerminalMode::Kitty),
            "a \x1b]66;w=1:v=1;ﺎ\x1b\\\x1b]66;w=1:v=2;ﺑ\x1b\\ "
        );
    }

    #[test]
    fn anchors_stay_where_numbers_follow() {
        let parts = Reordering {
            parts_at_blanks: true,
            ..Reordering::default()
        };
        for (row, sent) in [(" ﺎﺑ │ ﺎﺑ ", " ﺑﺎ │ ﺑﺎ "), (" ﺎﺑ 2 b", " ﺑﺎ\u{2800}2 b")]
        {
            let row = stored(units(row), &[], TerminalMode::Inverse, parts);
            let glyphs: String = row.cells.iter().map(|cell| cell.glyph.as_str()).collect();
            assert_eq!(glyphs, sent);
        }
    }

    #[test]
    fn fields_part_a_row() {
        let units = units("abc│def│ghi");
        assert_eq!(
            places_of(&units, &[0..3, 8..11]),
            [0..3, 3..8, 8..11],
            "the separator is in no field"
        );
        assert_eq!(places_of(&units, &[]), vec![0..11; 1]);
        assert_eq!(places_of(&units, &[0..11, 0..11]), vec![0..11; 1]);
    }

    #[test]
    fn letters_lose_their_forms_and_ligatures_stay() {
        assert_eq!(plain_letter("ﺑ\u{64e}"), "ب\u{64e}");
        assert_eq!(plain_letter("\u{fefb}"), "\u{fefb}");
        assert_eq!(plain_letter("a"), "a");
        assert_eq!(plain_letter(""), "");
    }
}
