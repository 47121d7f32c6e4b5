//! A sheet over the panes: keys, commands, languages, a card, messages.

mod row;

use std::sync::Arc;

pub use row::{SheetRow, Target};

use super::calibration::Calibration;
use super::prompt::LineEdit;
use crate::config::keymap::Context;
use crate::text::width::text_width;

/// The column of keys grows no wider than this, in cells.
const WIDEST_KEY: usize = 28;
/// Cells beside the keys and the text: margins, and the gap between the two.
const MARGINS: usize = 9;

/// What a sheet shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// The keys of a place.
    Help(Context),
    /// Every command by name.
    Palette,
    /// The languages.
    Languages,
    /// All that is known of an entity.
    Card(Arc<str>),
    /// All that is known of an article.
    Info,
    /// The notices so far.
    Messages,
    /// What could not be read.
    Problems,
    /// What stands at a place that could not be read.
    Raw(Vec<String>),
    /// The saved views.
    Views,
    /// The links of an article.
    Links(u32),
    /// Lines by which right-to-left text is settled.
    Calibration(Calibration),
}

/// A sheet that is open.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What it shows.
    pub kind: SheetKind,
    /// Its heading.
    pub title: String,
    /// What was typed to narrow it, where that is possible at present.
    pub filter: Option<LineEdit>,
    rows: Vec<SheetRow>,
    mark_width: usize,
    key_width: usize,
    cursor: usize,
    top: usize,
    height: usize,
}

impl Sheet {
    /// A sheet without rows yet.
    #[must_use]
    pub const fn new(kind: SheetKind, title: String, filter: Option<LineEdit>) -> Self {
        Self {
            kind,
            title,
            filter,
            rows: Vec::new(),
            mark_width: 0,
            key_width: 0,
            cursor: 0,
            top: 0,
            height: 1,
        }
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.filter.as_ref().map_or("", LineEdit::text)
    }

    /// Takes other rows, to be shown on so many columns, in logical order or as they are
    /// seen; the cursor stays on its target where it is among them.
    pub fn set_rows(&mut self, rows: Vec<SheetRow>, columns: usize, in_logical_order: bool) {
        let before = self.target().cloned();
        let widest =
            |column: fn(&SheetRow) -> &str| rows.iter().map(|row| text_width(column(row))).max();
        self.mark_width = widest(|row| &row.mark).unwrap_or(0);
        let key = widest(|row| &row.key).unwrap_or(0);
        self.key_width = key.min(WIDEST_KEY).min(columns / 2);
        let text_columns = columns.saturating_sub(self.mark_width + self.key_width + MARGINS);
        self.rows = rows
            .into_iter()
            .flat_map(|row| row.wrapped(self.key_width, text_columns, in_logical_order))
            .collect();
        let same = |row: &SheetRow| row.target.is_some() && row.target == before;
        self.cursor = self
            .rows
            .iter()
            .position(same)
            .or_else(|| self.rows.iter().position(|row| row.target.is_some()))
            .unwrap_or(0);
        self.top = 0;
        self.follow();
    }

    /// The rows in sight, each with whether the cursor is on it.
    pub fn visible(&self) -> impl Iterator<Item = (bool, &SheetRow)> {
        let rows = self
            .rows
            .iter()
            .enumerate()
            .skip(self.top)
            .take(self.height);
        rows.map(|(row, content)| (row == self.cursor && content.target.is_some(), content))
    }

    /// The cells of the column of marks.
    #[must_use]
    pub const fn mark_width(&self) -> usize {
        self.mark_width
    }

    /// The cells of the column of keys.
    #[must_use]
    pub const fn key_width(&self) -> usize {
        self.key_width
    }

    /// Whether rows follow below those in sight.
    #[must_use]
    pub const fn more(&self) -> bool {
        self.top + self.height < self.rows.len()
    }

    /// What choosing the row under the cursor does.
    #[must_use]
    pub fn target(&self) -> Option<&Target> {
        self.rows.get(self.cursor)?.target.as_ref()
    }

    /// Fits the sheet to so many rows.
    pub fn resize(&mut self, height: usize) {
        if height != self.height {
            self.height = height.max(1);
            self.show_start();
            self.follow();
        }
    }

    /// Moves by rows: the cursor where rows can be chosen, else the page.
    pub fn move_by(&mut self, by: isize) {
        if self.target().is_none() {
            self.scroll(by);
            return;
        }
        let down = by > 0;
        for _ in 0..by.unsigned_abs() {
            let next = if down {
                (self.cursor + 1..self.rows.len()).find(|row| self.chosen(*row))
            } else {
                (0..self.cursor).rev().find(|row| self.chosen(*row))
            };
            match next {
                Some(row) => self.cursor = row,
                None => break,
            }
        }
        self.show_start();
        self.follow();
    }

    /// Shows what stands above the first choices, while the cursor is near the start.
    const fn show_start(&mut self) {
        if self.cursor < self.height {
            self.top = 0;
        }
    }

    /// Moves by pages.
    pub fn page(&mut self, halves: isize) {
        let half = isize::try_from(self.height / 2).unwrap_or(1).max(1);
        self.move_by(half.saturating_mul(halves));
    }

    /// Moves to the first or the last row.
    pub fn move_to_end(&mut self, last: bool) {
        let most = isize::try_from(self.rows.len()).unwrap_or(isize::MAX);
        self.move_by(if last { most } else { -most });
    }

    /// Puts the cursor on a visible row, if it can be chosen.
    pub fn click(&mut self, row: usize) -> bool {
        let chosen = row < self.height && self.chosen(self.top + row);
        if chosen {
            self.cursor = self.top + row;
        }
        chosen
    }

    /// Scrolls by rows.
    pub fn scroll(&mut self, by: isize) {
        let most = self.rows.len().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(by).min(most);
    }

    fn chosen(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.target.is_some())
    }

    fn follow(&mut self) {
        if self.target().is_some() {
            self.top = self
                .top
                .max((self.cursor + 1).saturating_sub(self.height))
                .min(self.cursor);
        }
        self.scroll(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::action::Action;

    fn row(target: Option<Action>) -> SheetRow {
        SheetRow {
            target: target.map(Target::Action),
            ..SheetRow::default()
        }
    }

    #[test]
    fn the_cursor_passes_over_headings() {
        let mut sheet = Sheet::new(SheetKind::Palette, String::new(), None);
        sheet.resize(3);
        sheet.set_rows(
            vec![
                row(None),
                row(Some(Action::Help)),
                row(None),
                row(Some(Action::Quit)),
            ],
            80,
            false,
        );
        assert_eq!(sheet.target(), Some(&Target::Action(Action::Help)));
        sheet.move_by(1);
        assert_eq!(sheet.target(), Some(&Target::Action(Action::Quit)));
        assert_eq!(sheet.visible().count(), 3);
        sheet.move_by(-5);
        assert_eq!(sheet.target(), Some(&Target::Action(Action::Help)));
        assert!(!sheet.visible().next().unwrap().0);
    }

    #[test]
    fn what_is_too_long_goes_on_below_and_is_chosen_once() {
        let mut sheet = Sheet::new(SheetKind::Palette, String::new(), None);
        let long = SheetRow {
            key: "Space b f PgUp PgDn Ctrl-B Ctrl-F".to_owned(),
            text: "page".to_owned(),
            ..row(Some(Action::PageDown))
        };
        sheet.set_rows(vec![long, row(Some(Action::Quit))], 80, false);
        sheet.resize(9);
        let keys: Vec<_> = sheet.visible().map(|(_, row)| row.key.as_str()).collect();
        assert_eq!(keys, ["Space b f PgUp PgDn Ctrl-B", "Ctrl-F", ""]);
        assert_eq!(sheet.target(), Some(&Target::Action(Action::PageDown)));
        sheet.move_by(1);
        assert_eq!(sheet.target(), Some(&Target::Action(Action::Quit)));
    }

    #[test]
    fn what_stands_above_the_first_choice_is_in_sight() {
        let mut sheet = Sheet::new(SheetKind::Palette, String::new(), None);
        sheet.set_rows(vec![row(None), row(Some(Action::Help))], 80, false);
        sheet.resize(5);
        assert_eq!(sheet.top, 0);
    }

    #[test]
    fn a_page_without_choices_scrolls() {
        let mut sheet = Sheet::new(SheetKind::Info, String::new(), None);
        sheet.resize(2);
        sheet.set_rows(vec![row(None); 5], 80, false);
        sheet.move_by(2);
        assert_eq!(sheet.top, 2);
        sheet.move_to_end(true);
        assert_eq!(sheet.top, 3);
        assert!(!sheet.more());
    }
}
