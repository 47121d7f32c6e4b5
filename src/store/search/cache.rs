//! Folded articles, kept from one search to the next.

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::corpus::Article;
use crate::text::fold::{Folded, fold};

/// Bytes of folded text that are kept; the articles beyond are folded anew for
/// each search.
const LIMIT: usize = 64 << 20;

/// A folded article.
#[derive(Clone, Debug)]
pub struct FoldedArticle {
    /// Its headline.
    pub title: Folded,
    /// Its text.
    pub text: Folded,
}

impl FoldedArticle {
    /// Folds an article.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        Self {
            title: fold(&article.title),
            text: fold(&article.text),
        }
    }
}

/// The folded articles of one catalog, by number, each folded when it is first
/// looked at. The text of an article never changes, so nothing here gets old.
#[derive(Debug, Default)]
pub struct FoldCache {
    articles: Vec<OnceLock<FoldedArticle>>,
    bytes: AtomicUsize,
}

impl FoldCache {
    /// A cache in which nothing is folded.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes room for articles up to a number.
    pub(super) fn grow(&mut self, articles: usize) {
        if self.articles.len() < articles {
            self.articles.resize_with(articles, OnceLock::new);
        }
    }

    /// An article of the catalog, folded.
    #[must_use]
    pub fn get(&self, number: usize, article: &Article) -> Cow<'_, FoldedArticle> {
        let slot = self.articles.get(number);
        if let Some(folded) = slot.and_then(OnceLock::get) {
            return Cow::Borrowed(folded);
        }
        let folded = FoldedArticle::new(article);
        let Some(slot) = slot else {
            return Cow::Owned(folded);
        };
        // A sum that is a little behind only keeps an article more.
        let bytes = folded.text.text.len() + folded.title.text.len();
        if self.bytes.fetch_add(bytes, Ordering::Relaxed) >= LIMIT {
            self.bytes.fetch_sub(bytes, Ordering::Relaxed);
            return Cow::Owned(folded);
        }
        Cow::Borrowed(slot.get_or_init(|| folded))
    }
}
