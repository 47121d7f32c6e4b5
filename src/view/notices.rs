//! Notices: short words about what happened, which never take the screen.

use super::message::Millis;

/// How long a notice stays at least, whatever key is pressed.
const STAYS: Millis = 1000;
/// Notices that are kept for the list of messages.
const KEPT: usize = 500;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something was done.
    Done,
    /// Something went wrong.
    Problem,
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says, sanitized.
    pub text: String,
    /// How much it matters.
    pub weight: Weight,
    /// When it came.
    pub at: Millis,
}

/// The notice that shows, and all that were.
#[derive(Debug, Default)]
pub struct Notices {
    kept: Vec<Notice>,
    showing: bool,
}

impl Notices {
    /// Shows a notice in place of the one before.
    pub fn show(&mut self, text: String, weight: Weight, at: Millis) {
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push(Notice { text, weight, at });
        self.showing = true;
    }

    /// A key was pressed: a notice that was there long enough goes.
    pub fn key(&mut self, at: Millis) {
        if let Some(notice) = self.kept.last()
            && at.saturating_sub(notice.at) >= STAYS
        {
            self.showing = false;
        }
    }

    /// What the notice was about is over: it goes.
    pub const fn dismiss(&mut self) {
        self.showing = false;
    }

    /// The notice that shows.
    #[must_use]
    pub fn current(&self) -> Option<&Notice> {
        self.kept.last().filter(|_| self.showing)
    }

    /// All notices, the oldest first.
    #[must_use]
    pub fn all(&self) -> &[Notice] {
        &self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_goes_with_a_key_and_not_before_its_time() {
        let mut notices = Notices::default();
        notices.show("copied".into(), Weight::Done, 5_000);
        notices.key(5_900);
        assert!(notices.current().is_some());
        notices.key(6_000);
        assert!(notices.current().is_none());
        assert_eq!(notices.all().len(), 1);
    }
}
