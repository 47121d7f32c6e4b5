//! The line of a search: earlier ones called back, words completed, what is wrong.

use super::super::View;
use super::super::message::Millis;
use super::super::prompt::LineEdit;
use super::super::search::Fault;
use crate::analysis::language::KnownLanguages;
use crate::config::strings::Value;
use crate::corpus::{ProblemKind, QueryProblem};

impl View {
    /// The languages that a query may name, named in that of the interface.
    pub(super) fn known_languages(&self) -> KnownLanguages {
        KnownLanguages {
            interface: self.strings.locale().tag,
        }
    }

    /// Calls an earlier search back (`by` > 0: an older one).
    pub(super) fn recall(&mut self, by: isize, at: Millis) {
        let count = self.searches.len();
        let Some(prompt) = &mut self.search else {
            return;
        };
        let next = match (prompt.recalled, by > 0) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(0), false) => None,
            (Some(at), true) => Some((at + 1).min(count.saturating_sub(1))),
            (Some(at), false) => Some(at - 1),
        };
        let text = match next {
            Some(back) => match count
                .checked_sub(back + 1)
                .and_then(|at| self.searches.get(at))
            {
                Some(text) => text.as_str(),
                None => return,
            },
            None => "",
        };
        prompt.edit = LineEdit::new(text);
        prompt.recalled = next;
        self.search_typed(at);
    }

    /// Completes the field or the language before the caret; where there is nothing to
    /// complete, takes what is suggested.
    pub(super) fn complete(&mut self, at: Millis) {
        let Some(prompt) = &mut self.search else {
            return;
        };
        let before = prompt
            .edit
            .text()
            .get(..prompt.edit.caret())
            .unwrap_or_default();
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let languages = self.browse.lens.languages();
        let known = [
            "lang:",
            "is:unread",
            "is:read",
            "is:starred",
            "source:",
            "title:",
            "entity:",
        ]
        .into_iter()
        .map(str::to_owned)
        .chain(
            languages
                .iter()
                .map(|known| format!("lang:{}", known.language)),
        );
        let Some(rest) = (!word.is_empty())
            .then(|| {
                known
                    .filter_map(|candidate| Some(candidate.strip_prefix(word)?.to_owned()))
                    .find(|rest| !rest.is_empty())
            })
            .flatten()
        else {
            self.mend_search(at);
            return;
        };
        prompt.edit.insert(&rest);
        self.search_typed(at);
    }

    /// A problem of the query in the interface's language.
    pub(super) fn fault(&self, typed: &str, problem: &QueryProblem) -> Fault {
        let (id, name) = match &problem.kind {
            ProblemKind::UnknownLanguage(name) => ("query-no-language", name),
            ProblemKind::UnknownField(name) => ("query-no-field", name),
            ProblemKind::UnknownState(name) => ("query-no-state", name),
            ProblemKind::NoValue(name) => ("query-no-value", name),
        };
        let mut text = self.strings.format(id, &[("name", Value::from(name))]);
        if let Some(suggestion) = &problem.suggestion {
            let try_this = match &suggestion.meaning {
                Some(meaning) => self.strings.format(
                    "query-meaning",
                    &[
                        ("meaning", Value::from(meaning)),
                        ("text", Value::from(&suggestion.text)),
                    ],
                ),
                None => self
                    .strings
                    .format("query-try", &[("text", Value::from(&suggestion.text))]),
            };
            text.push(' ');
            text.push_str(&try_this);
        }
        Fault {
            bytes: problem.bytes.clone(),
            text,
            fix: problem.mended(typed),
        }
    }
}
