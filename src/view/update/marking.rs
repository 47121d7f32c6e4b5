//! Read marks, stars and tags, taken back and done again with all else that can be.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::super::View;
use super::super::ask::Question;
use super::super::geometry::Pane;
use super::super::history::{Mark, Step};
use super::super::message::Millis;
use crate::config::strings::Value;
use crate::store::{ArticleChange, StateChange};

impl View {
    /// What a mark, a tag or a copy is about: the range in the list, else the article
    /// at hand.
    pub(super) fn subjects(&self) -> Vec<u32> {
        match self.ranged() {
            Some(rows) if self.pane() == Pane::List => {
                let rows = self.browse.rows().get(rows);
                rows.map_or_else(Vec::new, <[u32]>::to_vec)
            }
            _ => self.subject().into_iter().collect(),
        }
    }

    /// An article was opened to be read: it counts as read, and as the last one.
    pub(super) fn mark_opened(&mut self, number: u32) {
        self.mark(Mark::Read, true, &[number]);
        if let Some(article) = self.browse.article(number) {
            let id = Arc::clone(&article.id);
            self.save(StateChange {
                last_article: Some(id),
                ..StateChange::default()
            });
        }
    }

    /// Turns a mark: of the article at hand, or of a range by its first article.
    pub(super) fn toggle(&mut self, mark: Mark, at: Millis) {
        let subjects = self.subjects();
        let Some(state) = subjects.first().map(|first| self.browse.state(*first)) else {
            return;
        };
        let set = match mark {
            Mark::Read => !state.read,
            Mark::Star => !state.starred,
        };
        let count = self.mark(mark, set, &subjects);
        if self.end_range() {
            let id = match (mark, set) {
                (Mark::Read, true) => "marked-read",
                (Mark::Read, false) => "marked-unread",
                (Mark::Star, true) => "marked-starred",
                (Mark::Star, false) => "marked-unstarred",
            };
            self.notify(at, id, &[("count", Value::from(count))]);
        }
    }

    /// Marks every article of the view as read.
    pub(super) fn mark_view_read(&mut self, at: Millis) {
        let rows = self.browse.rows().to_vec();
        let count = self.mark(Mark::Read, true, &rows);
        self.end_range();
        self.notify(at, "marked-read", &[("count", Value::from(count))]);
    }

    /// Sets or clears a mark on the articles that want it; on how many.
    fn mark(&mut self, mark: Mark, set: bool, numbers: &[u32]) -> usize {
        let differs = |number: &&u32| {
            let state = self.browse.state(**number);
            let is = match mark {
                Mark::Read => state.read,
                Mark::Star => state.starred,
            };
            is != set
        };
        let articles: Vec<u32> = numbers.iter().filter(differs).copied().collect();
        let count = articles.len();
        let step = Step::Mark {
            mark,
            set,
            articles,
        };
        self.perform(&step);
        self.history.done(step);
        count
    }

    /// Asks for tags.
    pub(super) fn ask_for_tags(&mut self) {
        if !self.subjects().is_empty() {
            self.ask_for(Question::Tags, "");
        }
    }

    /// Gives tags, and takes those away that are written with a `-`.
    pub(super) fn tag(&mut self, typed: &str, at: Millis) {
        let subjects = self.subjects();
        let known = self.browse.known_tags().into_iter();
        let known: HashMap<String, Arc<str>> = known.map(|tag| (tag.to_lowercase(), tag)).collect();
        // A tag that differs in case alone is the same one, and what stands last counts.
        let mut wanted: BTreeMap<String, (Arc<str>, bool)> = BTreeMap::new();
        for word in typed.split(|c: char| c.is_whitespace() || c == ',') {
            let (set, word) = match word.strip_prefix('-') {
                Some(word) => (false, word),
                None => (true, word),
            };
            let word = word.strip_prefix('#').unwrap_or(word);
            if word.is_empty() {
                continue;
            }
            let key = word.to_lowercase();
            let tag = known.get(&key).map_or_else(|| Arc::from(word), Arc::clone);
            wanted.entry(key).or_insert((tag, set)).1 = set;
        }
        let mut changes = Vec::new();
        for (tag, set) in wanted.values() {
            let differs = |number: &&u32| self.browse.has_tag(**number, tag) != *set;
            let articles = subjects.iter().filter(differs);
            changes.extend(articles.map(|number| (*number, Arc::clone(tag), *set)));
        }
        let articles: BTreeSet<u32> = changes.iter().map(|(number, _, _)| *number).collect();
        let step = Step::Tags(changes);
        self.perform(&step);
        self.history.done(step);
        self.end_range();
        let count = Value::from(articles.len());
        self.notify(at, "tagged", &[("count", count)]);
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self, at: Millis) {
        let Some(step) = self.history.undo() else {
            self.notify(at, "undo-nothing", &[]);
            return;
        };
        let step = step.reversed();
        self.perform(&step);
        self.show_unread_again();
        self.say_again(&step, at);
    }

    /// Does the step taken back last again.
    pub(super) fn redo(&mut self, at: Millis) {
        let Some(step) = self.history.redo() else {
            self.notify(at, "redo-nothing", &[]);
            return;
        };
        self.perform(&step);
        self.show_unread_again();
        self.say_again(&step, at);
    }

    /// What is unread again belongs into a list of the unread.
    fn show_unread_again(&mut self) {
        if self.browse.is_unread_only() {
            self.rebuild();
        }
    }

    /// Says what a step, done back or again, has made of things.
    fn say_again(&mut self, step: &Step, at: Millis) {
        match step {
            Step::Mark {
                mark,
                set,
                articles,
            } => {
                let id = match (mark, set) {
                    (Mark::Read, true) => "again-read",
                    (Mark::Read, false) => "again-unread",
                    (Mark::Star, true) => "again-starred",
                    (Mark::Star, false) => "again-unstarred",
                };
                self.notify(at, id, &[("count", Value::from(articles.len()))]);
            }
            Step::Tags(changes) => {
                let numbers: BTreeSet<u32> = changes.iter().map(|change| change.0).collect();
                let count = Value::from(numbers.len());
                self.notify(at, "again-tags", &[("count", count)]);
            }
            Step::Hotkeys { .. } => self.notify(at, "again-hotkeys", &[]),
            Step::View { name, after, .. } => {
                let id = if after.is_some() {
                    "again-view-saved"
                } else {
                    "again-view-removed"
                };
                let name = Value::from(name);
                self.notify(at, id, &[("name", name)]);
            }
        }
    }

    /// Does a step and asks for it to be saved.
    pub(super) fn perform(&mut self, step: &Step) {
        let change = match step {
            Step::Mark {
                mark,
                set,
                articles,
            } => {
                let mut change = ArticleChange::default();
                match mark {
                    Mark::Read => change.read = Some(*set),
                    Mark::Star => change.starred = Some(*set),
                }
                self.browse.change(articles, change)
            }
            Step::Tags(changes) => self.browse.tag(changes),
            Step::Hotkeys { after, .. } => {
                self.browse.lens.order(after);
                self.fill_sheet();
                self.save_hotkeys();
                return;
            }
            Step::View { name, after, .. } => {
                match after {
                    Some(definition) => self.views.insert(name.clone(), definition.clone()),
                    None => self.views.remove(name),
                };
                self.fill_sheet();
                StateChange {
                    views: [(name.clone(), after.clone())].into(),
                    ..StateChange::default()
                }
            }
        };
        self.save(change);
    }
}
