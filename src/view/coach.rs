//! Coach lines: one sentence about a key that was not used yet, in the place of the
//! hints. Each goes for good once its key was used, all of them after some sessions.

use super::View;
use super::geometry::Pane;
use crate::config::action::Action;

/// The number of sessions after which nothing is told any more.
const SESSIONS: u32 = 5;

/// What is told until it was used, in this order.
const LINES: [(Action, &str); 4] = [
    (Action::ReadOn, "coach-read-on"),
    (Action::LangAll, "coach-languages"),
    (Action::MentionNext, "coach-names"),
    (Action::CopyParagraph, "coach-copy"),
];

impl View {
    /// An action was used: nothing tells of it from now on.
    pub(super) fn used(&mut self, action: Action) {
        let told = match action {
            Action::LangToggle(_) | Action::LangPicker => Action::LangAll,
            Action::MentionPrev => Action::MentionNext,
            Action::CopyLink
            | Action::CopyTitle
            | Action::CopyArticle
            | Action::CopyName
            | Action::CopyCitation => Action::CopyParagraph,
            other => other,
        };
        let is_told = LINES.iter().any(|(line, _)| *line == told);
        if is_told && self.habits.used.insert(told.name().to_owned()) {
            self.unsaved_habits.used.insert(told.name().to_owned());
        }
    }

    /// The sentence that is told at present.
    pub(super) fn coach(&self) -> Option<String> {
        // The keys of the names are told nowhere else.
        let has_room = self.pane() != Pane::Names && self.sheet.is_none();
        if !self.settings.hints || self.habits.sessions > SESSIONS || !has_room {
            return None;
        }
        let is_of_use = |action: Action| match action {
            Action::ReadOn => self.pane() == Pane::List && !self.browse.rows().is_empty(),
            Action::LangAll => self.browse.lens.languages().len() > 1,
            Action::MentionNext => self.reader.marks.mentions().next().is_some(),
            _ => self.pane() == Pane::Reader,
        };
        let (_, id) = LINES
            .iter()
            .find(|(action, _)| !self.habits.used.contains(action.name()) && is_of_use(*action))?;
        Some(self.keymap.sentence(self.context(), &self.strings, id, &[]))
    }
}
