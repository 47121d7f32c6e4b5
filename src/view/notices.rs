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
    showing: Option<Notice>,
}

impl Notices {
    /// Shows a notice in place of the one before.
    pub fn show(&mut self, text: String, weight: Weight, at: Millis) {
        let notice = Notice { text, weight, at };
        self.showing = Some(notice.clone());
        self.keep(notice);
    }

    /// Keeps several problems; one of them shows itself, more are shown as `summary`.
    pub fn show_all(&mut self, texts: Vec<String>, summary: String, at: Millis) {
        let weight = Weight::Problem;
        let text = match &texts[..] {
            [] => return,
            [text] => text.clone(),
            _ => summary,
        };
        for text in texts {
            self.keep(Notice { text, weight, at });
        }
        self.showing = Some(Notice { text, weight, at });
    }

    /// Shows a notice, unless a problem shows: then it is only kept.
    pub fn show_after_problems(&mut self, text: String, at: Millis) {
        let weight = Weight::Done;
        if matches!(&self.showing, Some(notice) if notice.weight == Weight::Problem) {
            self.keep(Notice { text, weight, at });
        } else {
            self.show(text, weight, at);
        }
    }

    fn keep(&mut self, notice: Notice) {
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push(notice);
    }

    /// A key was pressed: a notice that was there long enough goes.
    pub fn key(&mut self, at: Millis) {
        if let Some(notice) = &self.showing
            && at.saturating_sub(notice.at) >= STAYS
        {
            self.showing = None;
        }
    }

    /// What the notice was about is over: it goes.
    pub fn dismiss(&mut self) {
        self.showing = None;
    }

    /// The notice that shows.
    #[must_use]
    pub const fn current(&self) -> Option<&Notice> {
        self.showing.as_ref()
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

    #[test]
    fn several_problems_are_one_notice_that_good_news_do_not_hide() {
        let mut notices = Notices::default();
        notices.show_all(vec!["a".into()], "1".into(), 0);
        assert_eq!(notices.current().unwrap().text, "a");
        notices.show_all(vec!["b".into(), "c".into()], "2 problems".into(), 0);
        assert_eq!(notices.current().unwrap().text, "2 problems");
        notices.show_after_problems("5 articles".into(), 10);
        assert_eq!(notices.current().unwrap().text, "2 problems");
        let all: Vec<&str> = notices.all().iter().map(|notice| &*notice.text).collect();
        assert_eq!(all, ["a", "b", "c", "5 articles"]);
        notices.show_all(Vec::new(), "0".into(), 20);
        assert_eq!(notices.current().unwrap().text, "2 problems");
    }
}
