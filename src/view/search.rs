//! The search being typed, and its hits in the open article.

use std::ops::Range;

use super::geometry::Pane;
use super::prompt::LineEdit;
use crate::corpus::{Article, Query};
use crate::store::{FoldedArticle, Hits, Search};

/// Where a search looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchScope {
    /// In the open article.
    Article,
    /// In every article of the view.
    View,
}

/// Something wrong with the query, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its bytes in the query.
    pub bytes: Range<usize>,
    /// What is wrong and what to write instead.
    pub text: String,
    /// What to put in place of the bytes, where it can be guessed.
    pub fix: Option<String>,
}

/// A search being typed.
#[derive(Clone, Debug)]
pub struct SearchPrompt {
    /// What was typed.
    pub edit: LineEdit,
    /// Where it looks.
    pub scope: SearchScope,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// Hits in the article, or articles found, once that is known.
    pub found: Option<usize>,

    /// The article under the cursor before, and the pane that had the focus.
    pub(super) origin: Option<u32>,
    pub(super) focus: Pane,
    /// The earlier search that is shown, counted from the newest.
    pub(super) recalled: Option<usize>,
}

impl SearchPrompt {
    /// An empty search.
    #[must_use]
    pub(super) fn new(scope: SearchScope, origin: Option<u32>, focus: Pane) -> Self {
        Self {
            edit: LineEdit::default(),
            scope,
            faults: Vec::new(),
            found: None,
            origin,
            focus,
            recalled: None,
        }
    }
}

/// The hits of a query in the headline and in the text of an article, but not in
/// the line of the text that is the headline.
pub(super) fn hits(article: &Article, folded: &FoldedArticle, query: &Query) -> Hits {
    let mut hits = Search::new(query.clone()).hits(article, folded);
    if let Some(headline) = &article.title_bytes {
        hits.text
            .retain(|hit| hit.end <= headline.start || hit.start >= headline.end);
    }
    hits
}
