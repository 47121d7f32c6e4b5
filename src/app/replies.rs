//! What the terminal answers, told apart from what a person types.
//!
//! Both arrive as keys: `OSC` as Alt-], its end as Alt-\ or Ctrl-G. An answer
//! may come late, so this stands before the keys for as long as one is due.

use crate::config::key::{KeyChord, KeyCode};
use crate::term::is_page_light;

/// No answer that is waited for is longer, in characters.
const LONGEST: usize = 40;

/// What a key turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A key of the person.
    Key(KeyChord),
    /// Part of an answer.
    Answering,
    /// The end of an answer: whether the page is light.
    Page(bool),
}

/// Takes the answer that is due out of the keys.
#[derive(Debug)]
pub(super) struct Replies {
    /// Whether an answer may still come.
    due: bool,
    /// The last key was an Esc: a slow line may part it from the rest.
    after_escape: bool,
    answer: Option<String>,
}

impl Replies {
    /// `due`: whether the terminal was asked for its page.
    pub(super) const fn new(due: bool) -> Self {
        Self {
            due,
            after_escape: false,
            answer: None,
        }
    }

    /// Takes the next key.
    pub(super) fn take(&mut self, chord: KeyChord) -> Typed {
        if !self.due {
            return Typed::Key(chord);
        }
        let is = |character, ctrl, alt| {
            chord == KeyChord::new(KeyCode::Char(character), ctrl, alt, false)
        };
        let escaped = std::mem::replace(
            &mut self.after_escape,
            chord == KeyChord::plain(KeyCode::Esc),
        );
        let Some(answer) = &mut self.answer else {
            if is(']', false, true) || (escaped && is(']', false, false)) {
                self.answer = Some(String::new());
                return Typed::Answering;
            }
            return Typed::Key(chord);
        };
        let ends =
            is('\\', false, true) || is('g', true, false) || (escaped && is('\\', false, false));
        if ends {
            let page = is_page_light(answer);
            self.answer = None;
            self.due = page.is_none();
            return page.map_or(Typed::Answering, Typed::Page);
        }
        match chord.text() {
            Some(character) if is_of_answer(character) && answer.len() < LONGEST => {
                answer.push(character);
                Typed::Answering
            }
            _ if self.after_escape => Typed::Answering,
            // This is no answer: the person's key is theirs.
            _ => {
                self.answer = None;
                Typed::Key(chord)
            }
        }
    }
}

const fn is_of_answer(character: char) -> bool {
    matches!(character, '0'..='9' | 'a'..='f' | 'A'..='F' | 'r' | 'g' | ';' | ':' | '/' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(due: bool, keys: &[&str]) -> Vec<Typed> {
        let mut replies = Replies::new(due);
        let keys = keys.iter().map(|key| key.parse().unwrap());
        let typed: Vec<Typed> = keys.map(|key| replies.take(key)).collect();
        typed
            .into_iter()
            .filter(|typed| *typed != Typed::Answering)
            .collect()
    }

    const ANSWER: [&str; 11] = ["1", "1", ";", "r", "g", "b", ":", "f", "/", "f", "/"];

    #[test]
    fn an_answer_is_no_key_press() {
        for (start, end) in [
            (&["alt-]"][..], &["alt-\\"][..]),
            (&["esc", "]"], &["ctrl-g"]),
            (&["alt-]"], &["esc", "\\"]),
        ] {
            let keys: Vec<&str> = start
                .iter()
                .chain(&ANSWER)
                .chain(&["f"])
                .chain(end)
                .copied()
                .chain(["j"])
                .collect();
            let mut left = typed(true, &keys);
            left.retain(|typed| *typed != Typed::Key("esc".parse().unwrap()));
            assert_eq!(
                left,
                [Typed::Page(true), Typed::Key("j".parse().unwrap())],
                "{start:?} {end:?}"
            );
        }
    }

    #[test]
    fn keys_are_the_persons_where_nothing_is_due_or_it_is_no_answer() {
        let key = |key: &str| Typed::Key(key.parse().unwrap());
        assert_eq!(
            typed(false, &["esc", "]", "1"]),
            [key("esc"), key("]"), key("1")]
        );
        assert_eq!(
            typed(true, &["]", "1", "j"]),
            [key("]"), key("1"), key("j")]
        );
        assert_eq!(typed(true, &["alt-]", "j", "1"]), [key("j"), key("1")]);
    }
}
