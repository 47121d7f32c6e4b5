//! The order of the list.

use std::cmp::Ordering;

use crate::corpus::Article;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortKey {
    /// Date, the newest first; articles without one follow in corpus order.
    #[default]
    Date,
    /// Title.
    Title,
    /// Source.
    Source,
    /// Language.
    Language,
    /// Length, the longest first.
    Words,
    /// How well an article answers the search; without one, as by date.
    Relevance,
}

/// A sort key and whether it runs backwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// What to sort by.
    pub key: SortKey,
    /// Whether the order is turned round.
    pub reversed: bool,
}

impl Order {
    /// Chooses a key; the same key again turns the order round.
    #[must_use]
    pub fn chosen(self, key: SortKey) -> Self {
        Self {
            key,
            reversed: self.key == key && !self.reversed,
        }
    }

    /// Compares two articles by what is known of them alone: as by date where
    /// titles or a search's answer decide. Equal ones keep the order they have.
    #[must_use]
    pub fn compare(self, a: &Article, b: &Article) -> Ordering {
        let order = match self.key {
            SortKey::Date | SortKey::Relevance | SortKey::Title => newest(a, b),
            SortKey::Source => a.source.cmp(&b.source).then_with(|| newest(a, b)),
            SortKey::Language => a.language.cmp(&b.language).then_with(|| newest(a, b)),
            SortKey::Words => b.words.cmp(&a.words),
        };
        if self.reversed {
            order.reverse()
        } else {
            order
        }
    }
}

fn newest(a: &Article, b: &Article) -> Ordering {
    b.date.cmp(&a.date)
}
