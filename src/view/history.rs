//! Taking back and doing again what was done.

use std::sync::Arc;

use crate::corpus::LanguageTag;

/// Steps that can be taken back.
const STEPS: usize = 100;

/// A mark that an article has or has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The mark of being read.
    Read,
    /// The star.
    Star,
}

/// One step that was done. What it holds is what it changed, so that taking it back
/// leaves everything else alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A mark was set or taken away.
    Mark {
        /// The mark.
        mark: Mark,
        /// Whether it was set.
        set: bool,
        /// The articles on which it was not so before.
        articles: Vec<u32>,
    },
    /// Tags were given (`true`) or taken away.
    Tags(Vec<(u32, Arc<str>, bool)>),
    /// Languages got other hotkeys.
    Hotkeys {
        /// The languages in the order of their hotkeys before.
        before: Vec<LanguageTag>,
        /// The same after.
        after: Vec<LanguageTag>,
    },
    /// A view was saved under a name, or one was given up.
    View {
        /// Its name.
        name: String,
        /// What was saved under it before, if anything.
        before: Option<String>,
        /// What is saved under it after.
        after: Option<String>,
    },
}

impl Step {
    /// The step that takes this one back.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Mark {
                mark,
                set,
                articles,
            } => Self::Mark {
                mark,
                set: !set,
                articles,
            },
            Self::Tags(mut changes) => {
                for (_, _, set) in &mut changes {
                    *set = !*set;
                }
                Self::Tags(changes)
            }
            Self::Hotkeys { before, after } => Self::Hotkeys {
                before: after,
                after: before,
            },
            Self::View {
                name,
                before,
                after,
            } => Self::View {
                name,
                before: after,
                after: before,
            },
        }
    }

    /// Whether it changed nothing.
    fn is_empty(&self) -> bool {
        match self {
            Self::Mark { articles, .. } => articles.is_empty(),
            Self::Tags(changes) => changes.is_empty(),
            Self::Hotkeys { before, after } => before == after,
            Self::View { before, after, .. } => before == after,
        }
    }
}

/// The steps done and those taken back.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Remembers a step that was done.
    pub fn done(&mut self, step: Step) {
        if step.is_empty() {
            return;
        }
        if self.done.len() >= STEPS {
            self.done.remove(0);
        }
        self.done.push(step);
        self.undone.clear();
    }

    /// The step to take back, if there is one.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to do again, if there is one.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(article: u32) -> Step {
        Step::Mark {
            mark: Mark::Star,
            set: true,
            articles: vec![article],
        }
    }

    #[test]
    fn a_new_step_forgets_what_was_taken_back() {
        let mut history = History::default();
        history.done(step(1));
        history.done(step(2));
        assert_eq!(history.undo(), Some(step(2)));
        assert_eq!(history.redo(), Some(step(2)));
        assert_eq!(history.undo(), Some(step(2)));
        history.done(step(3));
        assert_eq!(history.redo(), None);
        assert_eq!(history.undo(), Some(step(3)));
        assert_eq!(history.undo(), Some(step(1)));
        assert_eq!(history.undo(), None);
    }

    #[test]
    fn a_hundred_steps_are_kept() {
        let mut history = History::default();
        (0..=100).for_each(|article| history.done(step(article)));
        let mut steps = 0;
        while history.undo().is_some() {
            steps += 1;
        }
        assert_eq!(steps, STEPS);
    }

    #[test]
    fn what_changes_nothing_is_no_step() {
        let mut history = History::default();
        history.done(Step::Tags(Vec::new()));
        history.done(Step::View {
            name: "a".to_owned(),
            before: Some("b".to_owned()),
            after: Some("b".to_owned()),
        });
        assert_eq!(history.undo(), None);
        let steps = [
            step(1),
            Step::Tags(vec![(1, Arc::from("a"), true)]),
            Step::Hotkeys {
                before: vec![LanguageTag::new("ar")],
                after: vec![LanguageTag::new("de")],
            },
        ];
        for step in steps {
            assert_ne!(step.clone().reversed(), step);
            assert_eq!(step.clone().reversed().reversed(), step);
        }
    }
}
