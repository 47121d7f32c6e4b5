//! What can be wrong with a query, and what to type instead.

use std::fmt;
use std::ops::Range;

use crate::corpus::LanguageTag;

/// The languages a query may name. The table of languages stands on a higher
/// floor; the parser asks it through this.
pub trait LanguageNames {
    /// The tag of a language, from a tag or a name in whatever case.
    fn find(&self, name: &str) -> Option<LanguageTag>;

    /// The language that was most likely meant by a name that [`find`](Self::find)
    /// does not know (`vn`): its name as people are told it, and its tag.
    fn nearest(&self, name: &str) -> Option<(String, LanguageTag)>;
}

/// One word of a query that could not be used; it is ignored, the rest works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// The bytes of the query it is about.
    pub bytes: Range<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What to type instead, where it can be guessed.
    pub suggestion: Option<Suggestion>,
}

/// What is wrong with a word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// No such language.
    UnknownLanguage(String),
    /// No such field before a colon.
    UnknownField(String),
    /// `is:` does not know the value.
    UnknownState(String),
    /// A field without a value.
    NoValue(String),
}

/// What to type instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it stands for, in words, where that says more than the text.
    pub meaning: Option<String>,
    /// The text to type.
    pub text: String,
}

impl QueryProblem {
    /// What to put in place of the problem's bytes of the query `text`, where it can be
    /// guessed: the word with sign and quotes, and of several languages all.
    #[must_use]
    pub fn mended(&self, text: &str) -> Option<String> {
        let suggested = self.suggestion.as_ref()?.text.as_str();
        let word = text.get(self.bytes.clone())?;
        let (sign, word) = match word.strip_prefix('-') {
            Some(word) => ("-", word),
            None => ("", word),
        };
        let (field, value) = suggested.split_once(':')?;
        match &self.kind {
            ProblemKind::UnknownLanguage(name) => {
                let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                let (at, _) = word.match_indices(name.as_str()).find(|(at, name)| {
                    let before = word.get(..*at).and_then(|text| text.chars().next_back());
                    let after = word.get(at + name.len()..);
                    *at > 0 && edge(before) && edge(after.and_then(|text| text.chars().next()))
                })?;
                let (before, after) = (word.get(..at)?, word.get(at + name.len()..)?);
                Some(format!("{sign}{before}{value}{after}"))
            }
            // The name of a field is ASCII: in lower case it has as many bytes.
            ProblemKind::UnknownField(name) => {
                Some(format!("{sign}{field}{}", word.get(name.len()..)?))
            }
            ProblemKind::UnknownState(_) => Some(format!("{sign}{suggested}")),
            ProblemKind::NoValue(_) => None,
        }
    }
}

impl fmt::Display for QueryProblem {
    /// One English sentence or two, as a message of a batch command has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ProblemKind::UnknownLanguage(name) => write!(f, "no language \"{name}\"; ignored.")?,
            ProblemKind::UnknownField(name) => write!(f, "no field \"{name}:\"; ignored.")?,
            ProblemKind::UnknownState(name) => {
                write!(f, "is: does not know \"{name}\"; ignored.")?;
            }
            ProblemKind::NoValue(name) => write!(f, "nothing after \"{name}:\"; ignored.")?,
        }
        match &self.suggestion {
            Some(Suggestion {
                meaning: Some(meaning),
                text,
            }) => write!(f, " {meaning} is {text}"),
            Some(Suggestion {
                meaning: None,
                text,
            }) => write!(f, " Try {text}"),
            None => Ok(()),
        }
    }
}
