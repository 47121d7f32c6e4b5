//! What could not be read: the list of it, and what stands there.

use std::collections::HashSet;

use super::super::View;
use super::super::message::{Effect, Millis};
use super::super::sheet::{SheetKind, SheetRow, Target};

impl View {
    /// Lists what could not be read.
    pub(super) fn open_problems(&mut self, at: Millis) {
        if self.problems.is_empty() {
            self.notify(at, "problems-none", &[]);
        } else {
            self.problems_seen = self.problems.len();
            self.open_sheet(SheetKind::Problems);
        }
    }

    /// The sentences about what could not be read.
    #[must_use]
    pub fn known_problems(&self) -> HashSet<String> {
        self.problems.iter().map(|(text, _)| text.clone()).collect()
    }

    pub(super) fn problem_rows(&self) -> Vec<SheetRow> {
        let problems = self.problems.iter().enumerate();
        problems
            .map(|(index, (text, place))| SheetRow {
                text: text.clone(),
                target: place.as_ref().map(|_| Target::Problem(index)),
                ..SheetRow::default()
            })
            .collect()
    }

    /// Asks for what stands at the place of a problem.
    pub(super) fn look_at_problem(&mut self, index: usize) {
        let problem = self.problems.get(index);
        if let Some(place) = problem.and_then(|(_, place)| place.clone()) {
            self.ask(Effect::ReadRaw(place));
        }
    }

    /// Shows lines as they stand in a file.
    pub(super) fn show_raw(&mut self, lines: Vec<String>) {
        self.open_sheet(SheetKind::Raw(lines));
    }
}
