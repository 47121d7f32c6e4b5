//! "Did you mean": what a search that shows nothing may have meant, and taking it.

use super::super::View;
use super::super::frames::{Meant, Narrowing};
use super::super::message::{Effect, Millis};
use super::super::prompt::LineEdit;
use super::super::search::SearchScope;
use crate::corpus::Query;
use crate::store::Respelling;

impl View {
    /// Asks what may have been meant, where a search has ended and nothing shows.
    pub(super) fn ask_what_was_meant(&mut self) {
        if self.searching || !self.browse.rows().is_empty() {
            return;
        }
        let Some(frame) = self.browse.frames.top_mut() else {
            return;
        };
        let Narrowing::Search { query, .. } = &frame.narrowing else {
            return;
        };
        if frame.ranking.is_none() || frame.meant.is_some() || query.terms.is_empty() {
            return;
        }
        frame.meant = Some(Vec::new());
        let query = query.clone();
        let generation = self.search_generation;
        self.ask(Effect::Respell { generation, query });
    }

    /// The search is another one from now on.
    pub(super) fn forget_what_was_meant(&mut self) {
        if let Some(frame) = self.browse.frames.search_mut() {
            frame.meant = None;
        }
    }

    /// These words may have been meant by the search of a generation.
    pub(super) fn respelled(&mut self, generation: u64, words: Vec<Respelling>) {
        if generation != self.search_generation {
            return;
        }
        let Some(frame) = self.browse.frames.top_mut() else {
            return;
        };
        if let Narrowing::Search { typed, .. } = &frame.narrowing {
            let meant = words.into_iter();
            frame.meant = Some(meant.filter_map(|word| respelt(typed, word)).collect());
        }
    }

    /// What may have been meant by the search that is on and shows nothing.
    pub(in crate::view) fn meant(&self) -> &[Meant] {
        if !self.browse.rows().is_empty() {
            return &[];
        }
        let frame = self.browse.frames.top();
        frame
            .and_then(|frame| frame.meant.as_deref())
            .unwrap_or_default()
    }

    /// Writes what was meant into the line being typed: instead of its first fault, or
    /// of a word that is found nowhere.
    pub(super) fn mend_search(&mut self, at: Millis) {
        let meant = self.meant().first().map(|meant| meant.query.clone());
        let Some(prompt) = &mut self.search else {
            return;
        };
        let mut fixes = prompt.faults.iter().filter_map(|fault| {
            let fix = fault.fix.as_deref()?;
            replaced(prompt.edit.text(), fault.bytes.clone(), fix)
        });
        let meant = meant.filter(|_| prompt.scope == SearchScope::View);
        if let Some(query) = fixes.next().or(meant) {
            drop(fixes);
            prompt.edit = LineEdit::new(&query);
            self.search_typed(at);
        }
    }

    /// Searches for what was meant instead. Whether there was anything.
    pub(super) fn search_for_meant(&mut self) -> bool {
        let Some(typed) = self.meant().first().map(|meant| meant.query.clone()) else {
            return false;
        };
        let (query, _) = Query::parse(&typed, &self.known_languages());
        self.remember_search(typed.clone());
        self.search_view(typed, query);
        true
    }
}

/// A search with a word in place of the one that was typed.
fn respelt(typed: &str, respelling: Respelling) -> Option<Meant> {
    let term = typed.get(respelling.bytes.clone())?;
    let term = term.replacen(&respelling.typed, &respelling.word, 1);
    Some(Meant {
        query: replaced(typed, respelling.bytes, &term)?,
        word: respelling.word,
    })
}

/// A text with other words in place of some bytes.
fn replaced(text: &str, bytes: std::ops::Range<usize>, by: &str) -> Option<String> {
    let (before, after) = (text.get(..bytes.start)?, text.get(bytes.end..)?);
    Some(format!("{before}{by}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_replaced_within_its_term() {
        let respelling = Respelling {
            bytes: 8..22,
            typed: "minsiter".to_owned(),
            word: "Minister".to_owned(),
        };
        let meant = respelt("lang:de title:minsiter -war", respelling).unwrap();
        assert_eq!(meant.query, "lang:de title:Minister -war");
        assert_eq!(meant.word, "Minister");
        assert_eq!(replaced("é", 1..2, "x"), None);
    }
}
