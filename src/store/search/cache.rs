//! Folded articles, kept from one search to the next.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

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

/// An article, folded, with the text it was made of.
#[derive(Debug)]
struct Kept {
    of: Arc<str>,
    folded: FoldedArticle,
}

impl Kept {
    fn bytes(&self) -> usize {
        self.folded.text.text.len() + self.folded.title.text.len()
    }
}

/// The folded articles of one catalog, by number, each folded when it is first
/// looked at.
#[derive(Debug, Default)]
pub struct FoldCache {
    articles: Vec<OnceLock<Kept>>,
    bytes: AtomicUsize,
}

impl FoldCache {
    /// A cache in which nothing is folded.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes room for these articles, and forgets those that were written anew since.
    pub(super) fn fit(&mut self, articles: &[Arc<Article>]) {
        if self.articles.len() < articles.len() {
            self.articles.resize_with(articles.len(), OnceLock::new);
        }
        for (slot, article) in self.articles.iter_mut().zip(articles) {
            let is_old = |kept: &Kept| !Arc::ptr_eq(&kept.of, &article.text);
            if slot.get().is_some_and(is_old)
                && let Some(kept) = slot.take()
            {
                self.bytes.fetch_sub(kept.bytes(), Ordering::Relaxed);
            }
        }
    }

    /// An article of the catalog, folded.
    #[must_use]
    pub fn get(&self, number: usize, article: &Article) -> Cow<'_, FoldedArticle> {
        let slot = self.articles.get(number);
        if let Some(kept) = slot.and_then(OnceLock::get) {
            return Cow::Borrowed(&kept.folded);
        }
        let kept = Kept {
            of: Arc::clone(&article.text),
            folded: FoldedArticle::new(article),
        };
        let Some(slot) = slot else {
            return Cow::Owned(kept.folded);
        };
        // A sum that is a little behind only keeps an article more.
        let bytes = kept.bytes();
        if self.bytes.fetch_add(bytes, Ordering::Relaxed) >= LIMIT {
            self.bytes.fetch_sub(bytes, Ordering::Relaxed);
            return Cow::Owned(kept.folded);
        }
        Cow::Borrowed(&slot.get_or_init(|| kept).folded)
    }
}
