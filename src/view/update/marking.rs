//! Read marks and stars, taken back and done again.

use std::sync::Arc;

use super::super::View;
use super::super::history::{Mark, Step};
use super::super::message::Millis;
use crate::config::strings::Value;
use crate::store::{ArticleChange, StateChange};

impl View {
    /// An article was opened to be read: it counts as read, and as the last one.
    pub(super) fn mark_opened(&mut self, number: u32) {
        let step = self.set(Mark::Read, true, &[number]);
        self.history.done(step);
        if let Some(article) = self.browse.article(number) {
            let id = Arc::clone(&article.id);
            self.save(StateChange {
                last_article: Some(id),
                ..StateChange::default()
            });
        }
    }

    /// Turns a mark of the article at hand.
    pub(super) fn toggle(&mut self, mark: Mark) {
        let Some(number) = self.subject() else {
            return;
        };
        let state = self.browse.state(number);
        let set = match mark {
            Mark::Read => !state.read,
            Mark::Star => !state.starred,
        };
        let step = self.set(mark, set, &[number]);
        self.history.done(step);
    }

    /// Marks every article of the view as read.
    pub(super) fn mark_view_read(&mut self, at: Millis) {
        let rows = self.browse.rows().to_vec();
        let step = self.set(Mark::Read, true, &rows);
        let count = Value::from(step.articles.len());
        self.history.done(step);
        self.notify(at, "marked-read", &[("count", count)]);
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self, at: Millis) {
        let Some(step) = self.history.undo() else {
            self.notify(at, "undo-nothing", &[]);
            return;
        };
        self.set(step.mark, !step.set, &step.articles);
        self.show_unread_again();
        let id = match (step.mark, step.set) {
            (Mark::Read, true) => "undone-read",
            (Mark::Read, false) => "undone-unread",
            (Mark::Star, true) => "undone-star",
            (Mark::Star, false) => "undone-unstar",
        };
        self.notify(at, id, &[("count", Value::from(step.articles.len()))]);
    }

    /// Does the step taken back last again.
    pub(super) fn redo(&mut self, at: Millis) {
        let Some(step) = self.history.redo() else {
            self.notify(at, "redo-nothing", &[]);
            return;
        };
        self.set(step.mark, step.set, &step.articles);
        self.show_unread_again();
        let id = match (step.mark, step.set) {
            (Mark::Read, true) => "redone-read",
            (Mark::Read, false) => "redone-unread",
            (Mark::Star, true) => "undone-unstar",
            (Mark::Star, false) => "undone-star",
        };
        self.notify(at, id, &[("count", Value::from(step.articles.len()))]);
    }

    /// What is unread again belongs into a list of the unread.
    fn show_unread_again(&mut self) {
        if self.browse.is_unread_only() {
            self.rebuild();
        }
    }

    /// Sets or clears a mark; the step holds the articles on which that was a change.
    fn set(&mut self, mark: Mark, set: bool, numbers: &[u32]) -> Step {
        let mut articles = Vec::new();
        for &number in numbers {
            let state = self.browse.state(number);
            let is = match mark {
                Mark::Read => state.read,
                Mark::Star => state.starred,
            };
            if is == set {
                continue;
            }
            articles.push(number);
        }
        let change = match mark {
            Mark::Read => ArticleChange {
                read: Some(set),
                ..ArticleChange::default()
            },
            Mark::Star => ArticleChange {
                starred: Some(set),
                ..ArticleChange::default()
            },
        };
        let change = self.browse.change(&articles, change);
        self.save(change);
        Step {
            mark,
            set,
            articles,
        }
    }
}
