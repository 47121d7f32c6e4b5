//! What terminals show of the cells they store. Levels come from the crate
//! `unicode-bidi`, so that the program's own do not judge themselves.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::cells::{Cell, is_override};

/// Terminals that differ in what they do to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reorderer {
    /// Nothing: xterm, and VTE or mlterm when told so.
    None,
    /// A paragraph that runs left to right; marks and controls count.
    Vte,
    /// The same without mirror images, and drawn lines are letters of the class L.
    Konsole,
    /// A paragraph in the direction of its first letter; it fills the row.
    Putty,
    /// Nothing but words, whose letters a shaper turns.
    Kitty,
}

impl Reorderer {
    /// What shows of a row, as it looks.
    pub fn shown(self, stored: &[Cell]) -> Vec<Cell> {
        match self {
            Self::None => stored.iter().map(Cell::seen).collect(),
            Self::Kitty => turned(stored).iter().map(Cell::seen).collect(),
            Self::Vte | Self::Konsole | Self::Putty => self.reordered(stored),
        }
    }

    fn reordered(self, stored: &[Cell]) -> Vec<Cell> {
        let units: Vec<&Cell> = stored.iter().filter(|cell| cell.width > 0).collect();
        let levels = self.levels(&units);
        let mut shown = Vec::with_capacity(stored.len());
        for place in order(&levels) {
            let unit = units[place];
            let unit = if levels[place].is_rtl() && self != Self::Konsole {
                unit.mirrored().seen()
            } else {
                unit.seen()
            };
            let covered = Cell::covered(unit.pen);
            let width = usize::from(unit.width);
            shown.push(unit);
            shown.extend(std::iter::repeat_n(covered, width - 1));
        }
        shown
    }

    /// The level of each cell.
    fn levels(self, units: &[&Cell]) -> Vec<Level> {
        let mut text = String::new();
        let mut bases = Vec::with_capacity(units.len());
        for unit in units {
            let written = match self {
                Self::Konsole => unit.glyph.replace(is_drawn, "a"),
                // It drops controls, and asks no mark.
                Self::Putty => unit.base().to_string(),
                _ => unit.glyph.clone(),
            };
            let base = written.find(|c| !is_override(c)).unwrap_or(0);
            bases.push(text.len() + base);
            text.push_str(&written);
        }
        let direction = match self {
            Self::Putty => None,
            _ => Some(Level::ltr()),
        };
        let info = BidiInfo::new(&text, direction);
        assert!(info.paragraphs.len() <= 1, "a row is a paragraph: {text:?}");
        bases.iter().map(|base| info.levels[*base]).collect()
    }
}

/// L2.
fn order(levels: &[Level]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().map(Level::number).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut from = 0;
        while from < levels.len() {
            let run = levels[from..].iter().take_while(|l| l.number() >= level);
            let to = from + run.count();
            order[from..to].reverse();
            from = to + 1;
        }
    }
    order
}

/// kitty: a shaper gets what stands side by side in one font, and turns it where its
/// first letter runs right to left. Bold and slanted are other fonts; pens stay.
fn turned(stored: &[Cell]) -> Vec<Cell> {
    let font = |cell: &Cell| (cell.pen.bold, cell.pen.italic);
    let mut shown = stored.to_vec();
    let mut from = 0;
    while let Some(first) = stored.get(from) {
        let is_alike =
            |cell: &&Cell| !cell.is_sized && cell.glyph != " " && font(cell) == font(first);
        let to = from + stored[from..].iter().take_while(is_alike).count();
        let run = &stored[from..to];
        let strong = run
            .iter()
            .find(|cell| is_shaped_backwards(cell) || bidi_class(cell.base()) == BidiClass::L);
        if strong.is_some_and(is_shaped_backwards) {
            for (place, cell) in (from..to).zip(run.iter().rev()) {
                shown[place].glyph.clone_from(&cell.mirrored().glyph);
            }
        }
        from = to.max(from + 1);
    }
    shown
}

/// Whether a shaper writes a cell from the right: as seen in kitty, Arabic digits too.
pub fn is_shaped_backwards(cell: &Cell) -> bool {
    is_letter(cell) || matches!(cell.base(), '\u{660}'..='\u{66d}' | '\u{6f0}'..='\u{6f9}')
}

/// Whether a cell holds a letter that runs right to left.
pub fn is_letter(cell: &Cell) -> bool {
    matches!(bidi_class(cell.base()), BidiClass::R | BidiClass::AL)
}

/// Box drawing, block elements and geometric shapes: letters for Konsole.
pub fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{25ff}')
}

#[cfg(test)]
mod tests {
    use super::super::cells::{Pen, text};
    use super::*;

    fn shown(by: Reorderer, row: &str) -> String {
        let cells = super::super::cells::split(row);
        let cells: Vec<Cell> = cells
            .iter()
            .map(|(glyph, width)| Cell::of(glyph, Pen::default(), *width))
            .collect();
        text(&by.shown(&cells))
    }

    #[test]
    fn terminals_do_as_measured() {
        for (by, stored, seen) in [
            (Reorderer::None, "a אב (ג)", "a אב (ג)"),
            (Reorderer::Vte, "a אב (ג)", "a (ג) בא"),
            (Reorderer::Vte, "אב │ גד", "דג │ בא"),
            (Reorderer::Vte, "\u{2800}\u{202d}אב\u{202c} │", " אב │"),
            (Reorderer::Konsole, "אב │ גד", "בא │ דג"),
            (Reorderer::Konsole, "א(ב)ג", "ג)ב(א"),
            (Reorderer::Putty, "אב a ", " a בא"),
            (Reorderer::Putty, "\u{2800}אב a ", " בא a "),
            (Reorderer::Kitty, "אב 12 גד", "בא 12 דג"),
            (Reorderer::Kitty, "a אב. ", "a .בא "),
            (Reorderer::Kitty, "a ٢٠٢٤ ", "a ٤٢٠٢ "),
        ] {
            assert_eq!(shown(by, stored), seen, "{by:?}: {stored:?}");
        }
    }
}
