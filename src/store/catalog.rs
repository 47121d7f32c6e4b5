//! The articles of an open corpus, in memory, each under one number.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::corpus::Article;

/// Articles in the order they were read. An article's *number* is its place in
/// that order, from 0; it never changes and is never given to another.
#[derive(Debug, Default)]
pub struct Catalog {
    articles: Vec<Arc<Article>>,
    ids: HashMap<Arc<str>, Id>,
}

/// What is known of an id.
#[derive(Debug)]
struct Id {
    /// The number of the article that has it.
    number: usize,
    /// How many articles came with it.
    copies: u64,
}

impl Catalog {
    /// A catalog without articles.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds articles at the end and returns their numbers.
    ///
    /// An id that is taken already gets the first free of `id#2`, `id#3`, ...:
    /// two files may well use the same ids, and both articles are wanted.
    pub fn add(&mut self, batch: impl IntoIterator<Item = Arc<Article>>) -> Range<usize> {
        let start = self.articles.len();
        for mut article in batch {
            if let Some(id) = self.free_id(&article.id) {
                Arc::make_mut(&mut article).id = id;
            }
            let id = Id {
                number: self.articles.len(),
                copies: 1,
            };
            self.ids.insert(Arc::clone(&article.id), id);
            self.articles.push(article);
        }
        start..self.articles.len()
    }

    /// A free id for one more article that came with `id`, or `None` if that is free itself.
    fn free_id(&mut self, id: &str) -> Option<Arc<str>> {
        let mut copies = self.ids.get(id)?.copies;
        let free = loop {
            copies += 1;
            let free = format!("{id}#{copies}");
            if !self.ids.contains_key(free.as_str()) {
                break free;
            }
        };
        self.ids.get_mut(id)?.copies = copies;
        Some(Arc::from(free))
    }

    /// Every article, by number.
    #[must_use]
    pub fn articles(&self) -> &[Arc<Article>] {
        &self.articles
    }

    /// The article with a number.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&Arc<Article>> {
        self.articles.get(number)
    }

    /// The number of the article with an id.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<usize> {
        self.ids.get(id).map(|id| id.number)
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Puts an article in the place of the one with a number, whose id it keeps. A number
    /// nobody has changes nothing.
    pub fn replace(&mut self, number: usize, article: &Arc<Article>) {
        if let Some(old) = self.articles.get_mut(number) {
            let mut article = Arc::clone(article);
            Arc::make_mut(&mut article).id = Arc::clone(&old.id);
            *old = article;
        }
    }

    /// Replaces what is known to be page furniture in an article: byte ranges
    /// of its text, whole lines, in order. A number nobody has changes nothing.
    pub fn set_furniture(&mut self, number: usize, furniture: Vec<Range<usize>>) {
        if let Some(article) = self.articles.get_mut(number) {
            Arc::make_mut(article).furniture = furniture;
        }
    }
}
