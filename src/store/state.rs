//! What a person did, as plain data.

use std::collections::HashMap;
use std::sync::Arc;

use crate::corpus::Timestamp;

/// What a person did with one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticleState {
    /// Whether it is marked read.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// Where they stopped: a byte offset into the article's text.
    pub position: Option<usize>,
    /// When it was opened last.
    pub last_opened: Option<Timestamp>,
}

/// What a person did with a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorpusState {
    /// The articles something was done with, by their id.
    pub articles: HashMap<Arc<str>, ArticleState>,
    /// The languages in their frozen order: the first nine have the hotkeys `1` to `9`.
    pub languages: Vec<String>,
    /// The article that was open last.
    pub last_article: Option<Arc<str>>,
}

/// A change to one article; what is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticleChange {
    /// Read or unread.
    pub read: Option<bool>,
    /// Starred or not.
    pub starred: Option<bool>,
    /// Where they stopped: a byte offset into the article's text.
    pub position: Option<usize>,
    /// When it was opened.
    pub last_opened: Option<Timestamp>,
}

impl ArticleChange {
    /// This change with a later one after it.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        Self {
            read: later.read.or(self.read),
            starred: later.starred.or(self.starred),
            position: later.position.or(self.position),
            last_opened: later.last_opened.or(self.last_opened),
        }
    }
}

/// A change to a corpus, saved as a whole or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StateChange {
    /// Changes to articles, by their id.
    pub articles: HashMap<Arc<str>, ArticleChange>,
    /// The languages in their order, all of them, where hotkeys were given or moved.
    pub languages: Option<Vec<String>>,
    /// The article that was opened.
    pub last_article: Option<Arc<str>>,
}

impl StateChange {
    /// A change to one article.
    #[must_use]
    pub fn article(id: &Arc<str>, change: ArticleChange) -> Self {
        Self {
            articles: HashMap::from([(Arc::clone(id), change)]),
            ..Self::default()
        }
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.languages.is_none() && self.last_article.is_none()
    }

    /// Puts a later change after this one.
    pub fn append(&mut self, later: Self) {
        if self.articles.is_empty() {
            self.articles = later.articles;
        } else {
            for (id, change) in later.articles {
                let entry = self.articles.entry(id).or_default();
                *entry = entry.then(change);
            }
        }
        if later.languages.is_some() {
            self.languages = later.languages;
        }
        if later.last_article.is_some() {
            self.last_article = later.last_article;
        }
    }
}
