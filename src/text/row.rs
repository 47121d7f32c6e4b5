//! What a terminal that applies UAX 9 to a row of its cells makes of it.
//!
//! Such terminals know of a cell its first character alone, and reorder the
//! row from edge to edge, whatever a program put side by side there.

use super::Direction;
use super::bidi::{self, Class};
use super::order::{self, visual_order};

/// What the first character of a cell does to the order of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// A letter that runs left to right.
    Left,
    /// A letter that runs right to left.
    Right,
    /// A European number, or what belongs to one only beside its digits.
    Number(Part),
    /// An Arabic number: left to right itself, and right to left for what is around it.
    ArabicNumber,
    /// Anything else.
    Neutral,
}

/// What of a number a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A digit.
    Digit,
    /// Parts groups of digits: full stop, comma, colon, slash.
    Separator,
    /// A plus or minus sign.
    Sign,
    /// A sign of currency, a percent sign.
    Terminator,
}

/// What a cell does to the order of its row.
#[must_use]
pub fn strength(glyph: &str) -> Strength {
    let Some(first) = glyph.chars().next() else {
        return Strength::Neutral;
    };
    match bidi::class(first) {
        Class::L => Strength::Left,
        Class::R | Class::AL => Strength::Right,
        Class::AN => Strength::ArabicNumber,
        Class::EN => Strength::Number(Part::Digit),
        Class::CS => Strength::Number(Part::Separator),
        Class::ES => Strength::Number(Part::Sign),
        Class::ET => Strength::Number(Part::Terminator),
        _ => Strength::Neutral,
    }
}

/// The mirror image of a character (L4); itself if it has none.
#[must_use]
pub fn mirrored(c: char) -> char {
    order::mirrored(c)
}

/// In which order a terminal shows the cells of a row, from the left, in a
/// paragraph of a direction, and the level of each cell.
#[must_use]
pub fn shown_order<'a>(
    cells: impl Iterator<Item = &'a str>,
    direction: Direction,
) -> (Vec<usize>, Vec<u8>) {
    let firsts: Vec<char> = cells
        .map(|glyph| glyph.chars().next().unwrap_or(' '))
        .collect();
    let text: String = firsts.iter().collect();
    let base = u8::from(direction.is_rtl());
    let mut bytes = bidi::levels(&text, base);
    order::reset_white_space(&text, &mut bytes, base);
    let mut at = 0;
    let levels: Vec<u8> = firsts
        .iter()
        .map(|first| {
            let level = bytes.get(at).copied().unwrap_or(base);
            at += first.len_utf8();
            level
        })
        .collect();
    (visual_order(&levels), levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(row: &str) -> String {
        let cells: Vec<String> = row.chars().map(String::from).collect();
        let (order, levels) = shown_order(cells.iter().map(String::as_str), Direction::Ltr);
        let pick = |place: &usize| {
            let c = cells[*place].chars().next().unwrap();
            if levels[*place] % 2 == 1 {
                mirrored(c)
            } else {
                c
            }
        };
        order.iter().map(pick).collect()
    }

    #[test]
    fn a_row_is_reordered_from_edge_to_edge() {
        assert_eq!(shown("abc"), "abc");
        assert_eq!(shown("a אב │ גד b"), "a דג │ בא b");
        assert_eq!(shown("a אב\u{2800}│ גד b"), "a בא\u{2800}│ דג b");
        assert_eq!(shown("a א(ב)ג"), "a ג(ב)א");
    }
}
