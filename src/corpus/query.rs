//! What a person looks for: words, phrases and filters.
//!
//! The grammar, small on purpose: words separated by white space are all
//! wanted; `"a phrase"` wants its words side by side; a leading `-` leaves out;
//! `title:word` looks at headlines alone; `lang:`, `is:`, `entity:`, `source:`
//! and `tag:` filter, where a comma between values means "or".

mod parse;
mod problem;

use std::ops::Range;
use std::sync::Arc;

use super::{Article, LanguageTag};

pub use problem::{LanguageNames, ProblemKind, QueryProblem, Suggestion};

/// A parsed query: an article is found when it holds every term that is not
/// left out, none that is, and passes every filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words and phrases, in the order typed.
    pub terms: Vec<Term>,
    /// Conditions on the article itself, in the order typed.
    pub filters: Vec<Filter>,
}

/// A word or a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words as typed, without quotes; never blank.
    pub text: String,
    /// Whether it stood in quotes: its words are wanted whole and side by side.
    pub phrase: bool,
    /// Where it is looked for.
    pub scope: Scope,
    /// Whether articles that hold it are left out (`-word`).
    pub excluded: bool,
    /// Its bytes in the query, sign and quotes included.
    pub bytes: Range<usize>,
}

/// Where a term is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// In the headline and the text.
    #[default]
    Anywhere,
    /// In the headline alone (`title:`).
    Title,
}

/// A condition on the article itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What is asked.
    pub condition: Condition,
    /// Whether the articles that meet it are left out (`-lang:en`).
    pub excluded: bool,
    /// Its bytes in the query, sign included.
    pub bytes: Range<usize>,
}

/// What a filter asks of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The language is one of these; a tag without a region or script takes in
    /// all that have one (`zh` takes in `zh-Hant`).
    Language(Vec<LanguageTag>),
    /// What the reader did with it.
    State(State),
    /// It mentions one of these entities, by canonical id.
    Entity(Vec<String>),
    /// Its source's name holds one of these, in whatever case.
    Source(Vec<String>),
    /// A person gave it one of these tags, in whatever case.
    Tag(Vec<String>),
}

/// What a reader did with an article, as `is:` asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not read yet.
    Unread,
    /// Read.
    Read,
    /// Starred.
    Starred,
}

/// What a reader did with one article, as far as a query asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Whether it was read.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// Its tags.
    pub tags: Vec<Arc<str>>,
}

impl Query {
    /// Whether the query asks for nothing, so that every article is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.filters.is_empty()
    }

    /// Whether a filter asks what was done with an article.
    #[must_use]
    pub fn asks_for_marks(&self) -> bool {
        self.filters
            .iter()
            .any(|filter| matches!(filter.condition, Condition::State(_) | Condition::Tag(_)))
    }

    /// Whether `article` passes every filter; the terms are not looked at.
    #[must_use]
    pub fn admits(&self, article: &Article, marks: &Marks) -> bool {
        self.filters
            .iter()
            .all(|filter| filter.condition.holds(article, marks) != filter.excluded)
    }
}

impl Condition {
    /// Whether `article` meets the condition.
    fn holds(&self, article: &Article, marks: &Marks) -> bool {
        match self {
            Self::Language(tags) => tags.iter().any(|tag| takes_in(tag, &article.language)),
            Self::State(State::Unread) => !marks.read,
            Self::State(State::Read) => marks.read,
            Self::State(State::Starred) => marks.starred,
            Self::Tag(names) => marks.tags.iter().any(|tag| {
                let tag = tag.to_lowercase();
                names.iter().any(|name| tag == name.to_lowercase())
            }),
            Self::Entity(ids) => article
                .title_mentions
                .iter()
                .chain(&article.mentions)
                .any(|mention| ids.iter().any(|id| id.as_str() == &*mention.canon)),
            Self::Source(names) => article.source.as_deref().is_some_and(|source| {
                let source = source.to_lowercase();
                names
                    .iter()
                    .any(|name| source.contains(&name.to_lowercase()))
            }),
        }
    }
}

/// Whether an article in `language` is one of those `asked` stands for: the
/// same tag, or one that narrows it (RFC 4647, basic filtering).
fn takes_in(asked: &LanguageTag, language: &LanguageTag) -> bool {
    language
        .as_str()
        .strip_prefix(asked.as_str())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::takes_in;
    use crate::corpus::LanguageTag;

    #[test]
    fn a_tag_takes_in_its_narrower_tags_and_no_others() {
        let tag = LanguageTag::new;
        assert!(takes_in(&tag("zh"), &tag("zh")));
        assert!(takes_in(&tag("zh"), &tag("zh-Hant")));
        assert!(!takes_in(&tag("zh-Hant"), &tag("zh")));
        assert!(!takes_in(&tag("ar"), &tag("arz")));
        assert!(!takes_in(&tag("ar"), &LanguageTag::unknown()));
    }
}
