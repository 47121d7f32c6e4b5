//! Taking back and doing again what was done to articles.

/// Steps that can be taken back.
const STEPS: usize = 100;

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The mark of being read.
    Read,
    /// The star.
    Star,
}

/// One step: a mark set or taken away on some articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The mark.
    pub mark: Mark,
    /// Whether it was set.
    pub set: bool,
    /// The articles on which it was not so before.
    pub articles: Vec<u32>,
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
        if step.articles.is_empty() {
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
        Step {
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
}
