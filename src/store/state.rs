//! What a person did, as plain data.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::CorpusRecord;
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

/// The tags of articles, by the article's id; in the order of the alphabet.
pub type Tags = HashMap<Arc<str>, BTreeSet<Arc<str>>>;

/// What a person did with a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorpusState {
    /// The articles something was done with, by their id.
    pub articles: HashMap<Arc<str>, ArticleState>,
    /// The tags of articles.
    pub tags: Tags,
    /// The views that were saved, by their name: what they show, as the view wrote it.
    pub views: BTreeMap<String, String>,
    /// What a person is used to, in every corpus.
    pub habits: Habits,
    /// The corpora that were opened, the newest first.
    pub recent: Vec<CorpusRecord>,
    /// The languages in their frozen order: the first nine have the hotkeys `1` to `9`.
    pub languages: Vec<String>,
    /// The article that was open last.
    pub last_article: Option<Arc<str>>,
}

/// What a person is used to, whatever the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// The names of actions that were used, so that nothing tells of them any more.
    pub used: BTreeSet<String>,
    /// How often the library was opened.
    pub sessions: u32,
    /// The measure that was chosen for a class of scripts, in cells.
    pub measures: BTreeMap<String, u16>,
}

/// The name under which the measure of a class of scripts is kept.
pub(super) fn measure_name(class: &str) -> String {
    format!("measure.{class}")
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
    /// Tags that articles, by their id, get (`true`) or lose.
    pub tags: BTreeMap<(Arc<str>, Arc<str>), bool>,
    /// Views that are saved under a name, or (`None`) given up.
    pub views: BTreeMap<String, Option<String>>,
    /// Actions that were used for the first time, by their names.
    pub used: BTreeSet<String>,
    /// Measures that are chosen for classes of scripts, in cells, or (`None`) no more.
    pub measures: BTreeMap<String, Option<u16>>,
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
        *self == Self::default()
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
        self.tags.extend(later.tags);
        self.views.extend(later.views);
        self.used.extend(later.used);
        self.measures.extend(later.measures);
        if later.languages.is_some() {
            self.languages = later.languages;
        }
        if later.last_article.is_some() {
            self.last_article = later.last_article;
        }
    }
}
