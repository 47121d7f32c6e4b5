//! Which rows cannot be shown, and how many these are.

use std::collections::BTreeSet;

use nashra::config::terminal::TerminalMode;
use nashra::term::Reordering;
use ratatui::layout::Rect;
use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, bidi_class};

use super::cells::{Cell, text};
use super::reorder::{Reorderer, is_drawn, is_letter, is_shaped_backwards};

/// The terminals that a mode is for.
pub fn terminals(mode: TerminalMode, reordering: Reordering) -> &'static [Reorderer] {
    match (mode, reordering.mirrors) {
        (TerminalMode::Visual | TerminalMode::Explicit, _) => &[Reorderer::None],
        (TerminalMode::Inverse, true) => &[Reorderer::Vte, Reorderer::Putty],
        (TerminalMode::Inverse, false) => &[Reorderer::Konsole],
        (TerminalMode::Kitty | TerminalMode::KittyWord, _) => &[Reorderer::Kitty],
        (TerminalMode::Lro, _) => &[Reorderer::Vte],
        (TerminalMode::Logical, _) => &[],
    }
}

/// Whether a number touches right-to-left letters at its left and none follow it
/// before a letter that runs left to right, in any field. In Konsole none may follow
/// behind a bracket either: see [`has_bracket_between_letters`].
pub fn has_number_after_letters(row: &[Cell], fields: &[Rect], y: u16, by: Reorderer) -> bool {
    let class = |cell: &Cell| class(cell, by);
    let is_rtl = |class| matches!(class, BidiClass::R | BidiClass::AL);
    let ends =
        |cell: &Cell| class(cell) == BidiClass::L || (by == Reorderer::Konsole && is_bracket(cell));
    parts(row, fields, y).any(|part| {
        let is_limit = |(place, cell): (usize, &Cell)| {
            let touches = part[..place]
                .iter()
                .rev()
                .take_while(|cell| cell.glyph != " " && class(cell) != BidiClass::L)
                .any(|cell| is_rtl(class(cell)));
            let follows = part[place..]
                .iter()
                .take_while(|cell| !ends(cell))
                .any(|cell| is_rtl(class(cell)));
            class(cell) == BidiClass::EN && touches && !follows
        };
        part.iter().enumerate().any(is_limit)
    })
}

fn is_bracket(cell: &Cell) -> bool {
    let found = HardcodedBidiData.bidi_matched_opening_bracket(cell.base());
    found.is_some()
}

/// Whether right-to-left letters touch a bracket at both sides, in any field.
/// Konsole does not mirror, so that brackets which close a stretch there pair with
/// others in the row, and N0 takes them out of it.
pub fn has_bracket_between_letters(row: &[Cell], fields: &[Rect], y: u16) -> bool {
    let pieces = parts(row, fields, y).flat_map(|part| {
        part.split(|cell| cell.glyph == " " || class(cell, Reorderer::Konsole) == BidiClass::L)
    });
    pieces.into_iter().any(|piece| {
        let first = piece.iter().position(is_letter);
        let last = piece.iter().rposition(is_letter);
        match (first, last) {
            (Some(first), Some(last)) => piece[first..last].iter().any(is_bracket),
            _ => false,
        }
    })
}

/// The cells of each field that a row crosses.
fn parts<'r>(row: &'r [Cell], fields: &[Rect], y: u16) -> impl Iterator<Item = &'r [Cell]> {
    let crossed = fields
        .iter()
        .filter(move |field| (field.top()..field.bottom()).contains(&y));
    crossed.map(|field| &row[usize::from(field.left())..usize::from(field.right())])
}

/// The class a terminal gives a cell.
fn class(cell: &Cell, by: Reorderer) -> BidiClass {
    match cell.base() {
        c if by == Reorderer::Konsole && is_drawn(c) => BidiClass::L,
        c => bidi_class(c),
    }
}

/// A row that a terminal was sent, and what it is to show.
pub struct Case<'r> {
    pub mode: TerminalMode,
    pub reordering: Reordering,
    pub stored: &'r [Cell],
    pub wanted: &'r [Cell],
    pub fields: &'r [Rect],
    pub y: u16,
}

/// Rows with right-to-left text, as they came out.
#[derive(Debug, Default)]
pub struct Census {
    rtl: usize,
    numbers: usize,
    brackets: usize,
    wrong: BTreeSet<String>,
}

impl Census {
    /// Has every terminal of the mode show a row.
    pub fn judge(&mut self, case: &Case<'_>) {
        let wanted: Vec<Cell> = match case.mode {
            TerminalMode::KittyWord => by_words(case.wanted),
            _ => case.wanted.to_vec(),
        };
        let is_rtl = wanted.iter().any(is_letter);
        for by in terminals(case.mode, case.reordering) {
            let mut shown = by.shown(case.stored);
            if case.mode == TerminalMode::KittyWord {
                shown = by_words(&shown);
            }
            self.rtl += usize::from(is_rtl);
            if shown == wanted {
                continue;
            }
            let told = format!(
                "{by:?} in {}\n  wanted {:?}\n  shown  {:?}\n  stored {:?}",
                case.mode,
                text(&wanted),
                text(&shown),
                text(case.stored)
            );
            assert_eq!(multiset(&shown), multiset(&wanted), "{told}");
            let (fields, y) = (case.fields, case.y);
            if case.mode != TerminalMode::Inverse {
                self.wrong.insert(told);
            } else if has_number_after_letters(&wanted, fields, y, *by) {
                self.numbers += 1;
            } else if *by == Reorderer::Konsole && has_bracket_between_letters(&wanted, fields, y) {
                self.brackets += 1;
            } else {
                self.wrong.insert(told);
            }
        }
    }

    /// Fails where rows are wrong that need not be, or few of the others right.
    pub fn close(&self) {
        let wrong: Vec<&str> = self.wrong.iter().map(String::as_str).collect();
        assert!(
            wrong.is_empty(),
            "{} of {} rows:\n{}",
            wrong.len(),
            self.rtl,
            wrong.join("\n")
        );
        assert!(self.rtl > 1_000, "{self:?}");
        let limited = self.numbers + self.brackets;
        assert!(limited * 50 < self.rtl, "{self:?}");
    }
}

/// What is seen word by word: no marks on right-to-left letters, and what touches them
/// in whichever font.
fn by_words(row: &[Cell]) -> Vec<Cell> {
    let mut row: Vec<Cell> = row.iter().map(without_marks).collect();
    for word in row.split_mut(|cell| cell.glyph == " ") {
        if word.iter().any(is_shaped_backwards) {
            for cell in word.iter_mut().filter(|cell| !is_shaped_backwards(cell)) {
                (cell.pen.bold, cell.pen.italic) = (false, false);
            }
        }
    }
    row
}

/// The cell of a right-to-left letter without the marks on it.
fn without_marks(cell: &Cell) -> Cell {
    let mut cell = cell.clone();
    if is_shaped_backwards(&cell) {
        cell.glyph = cell.base().to_string();
    }
    cell
}

/// What glyphs there are, whichever way they face.
fn multiset(cells: &[Cell]) -> Vec<String> {
    let mut glyphs: Vec<String> = cells
        .iter()
        .map(|cell| cell.glyph.clone().min(cell.mirrored().glyph))
        .collect();
    glyphs.sort_unstable();
    glyphs
}
