//! What is being browsed: the articles, which of them show, and in what order.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::frames::{Frames, Narrowing};
use super::lens::Lens;
use super::order::{Order, SortKey};
use crate::corpus::{Article, LanguageTag, Mention};
use crate::store::{ArticleChange, ArticleState, Catalog, StateChange};

/// The articles of a corpus and the way they are looked at.
///
/// Articles go by their number in the [`Catalog`]; a row is a place in the list
/// that shows.
#[derive(Default)]
pub struct Browse {
    catalog: Catalog,
    states: HashMap<Arc<str>, ArticleState>,
    by_entity: HashMap<Arc<str>, Vec<u32>>,
    /// The languages that show.
    pub lens: Lens,
    /// The views that are open.
    pub frames: Frames,
    /// The order of the list.
    pub order: Order,
    unread_only: bool,
    /// Read since the view was opened: they stay until it is left.
    kept: HashSet<u32>,
    rows: Vec<u32>,
    unread: usize,
}

impl Browse {
    /// The articles.
    #[must_use]
    pub const fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The numbers of the articles that show, in the order of the list.
    #[must_use]
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// How many of them are unread.
    #[must_use]
    pub const fn unread(&self) -> usize {
        self.unread
    }

    /// An article by its number.
    #[must_use]
    pub fn article(&self, number: u32) -> Option<&Arc<Article>> {
        self.catalog.get(usize::try_from(number).ok()?)
    }

    /// The article at a row.
    #[must_use]
    pub fn at_row(&self, row: usize) -> Option<(u32, &Arc<Article>)> {
        let number = *self.rows.get(row)?;
        Some((number, self.article(number)?))
    }

    /// The row at which an article shows.
    #[must_use]
    pub fn row_of(&self, number: u32) -> Option<usize> {
        self.rows.iter().position(|row| *row == number)
    }

    /// What a person did with an article.
    #[must_use]
    pub fn state(&self, number: u32) -> ArticleState {
        self.article(number)
            .and_then(|article| self.states.get(&article.id))
            .copied()
            .unwrap_or_default()
    }

    /// The states of the articles with which something was done, by id.
    #[must_use]
    pub const fn states(&self) -> &HashMap<Arc<str>, ArticleState> {
        &self.states
    }

    /// Takes the states that were stored for this corpus.
    pub fn restore(&mut self, states: HashMap<Arc<str>, ArticleState>) {
        self.states = states;
    }

    /// Changes the state of articles. The change, to be saved.
    pub fn change(&mut self, numbers: &[u32], change: ArticleChange) -> StateChange {
        let mut saved = StateChange::default();
        for number in numbers {
            let Some(id) = self.article(*number).map(|article| Arc::clone(&article.id)) else {
                continue;
            };
            let state = self.states.entry(Arc::clone(&id)).or_default();
            state.read = change.read.unwrap_or(state.read);
            state.starred = change.starred.unwrap_or(state.starred);
            state.position = change.position.or(state.position);
            saved.articles.insert(id, change);
        }
        if change.read.is_some() {
            self.kept.extend(numbers);
            self.count_unread();
        }
        saved
    }

    /// Adds articles; the list is to be [rebuilt](Self::rebuild) then.
    pub fn add(&mut self, articles: Vec<Arc<Article>>) {
        for number in self.catalog.add(articles) {
            let (Some(article), Ok(number)) = (self.catalog.get(number), u32::try_from(number))
            else {
                continue;
            };
            for mention in article.title_mentions.iter().chain(&article.mentions) {
                let numbers = self
                    .by_entity
                    .entry(Arc::clone(&mention.canon))
                    .or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
    }

    /// Takes what the corpus taught of an article's page furniture.
    pub fn set_furniture(&mut self, number: usize, furniture: Vec<Range<usize>>) {
        self.catalog.set_furniture(number, furniture);
    }

    /// How many articles of the whole corpus mention an entity.
    #[must_use]
    pub fn articles_with(&self, canon: &str) -> usize {
        self.by_entity.get(canon).map_or(0, Vec::len)
    }

    /// Every mention of the articles that show, an entity once an article.
    pub fn mentions_of_view(&self) -> impl Iterator<Item = &Mention> {
        self.rows
            .iter()
            .filter_map(|row| self.article(*row))
            .flat_map(|article| {
                let mut seen = HashSet::new();
                article
                    .title_mentions
                    .iter()
                    .chain(&article.mentions)
                    .filter(move |mention| seen.insert(&mention.canon))
            })
    }

    /// Whether only unread articles show.
    #[must_use]
    pub const fn is_unread_only(&self) -> bool {
        self.unread_only
    }

    /// Hides or shows what is read.
    pub fn set_unread_only(&mut self, unread_only: bool) {
        self.unread_only = unread_only;
        self.kept.clear();
    }

    /// The view changed: what was read in it before need not stay.
    pub fn left_view(&mut self) {
        self.kept.clear();
    }

    /// Makes the list anew from the views, the lens and the order.
    pub fn rebuild(&mut self) {
        let mut rows = self.narrowed();
        if self.unread_only {
            rows.retain(|number| self.kept.contains(number) || !self.is_read(*number));
        }
        let mut counts: Vec<(LanguageTag, usize)> = Vec::new();
        for number in &rows {
            let Some(language) = self.article(*number).map(|article| &article.language) else {
                continue;
            };
            match counts.iter_mut().find(|(known, _)| known == language) {
                Some((_, count)) => *count += 1,
                None => counts.push((language.clone(), 1)),
            }
        }
        // The most frequent first: hotkeys are given in this order.
        counts.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        self.lens.count(&counts);
        let hidden: Vec<LanguageTag> = self.lens.hidden().into_iter().cloned().collect();
        rows.retain(|number| {
            self.article(*number)
                .is_some_and(|article| !hidden.contains(&article.language))
        });
        self.sort(&mut rows);
        self.rows = rows;
        self.count_unread();
    }

    fn count_unread(&mut self) {
        let unread = self.rows.iter().filter(|number| !self.is_read(**number));
        self.unread = unread.count();
    }

    /// How many articles of the view the lens hides.
    #[must_use]
    pub fn hidden_by_lens(&self) -> usize {
        self.lens
            .languages()
            .iter()
            .filter(|known| !self.lens.shows(&known.language))
            .map(|known| known.count)
            .sum()
    }

    fn is_read(&self, number: u32) -> bool {
        self.article(number)
            .and_then(|article| self.states.get(&article.id))
            .is_some_and(|state| state.read)
    }

    /// The articles of the views, before the lens, in corpus order.
    fn narrowed(&self) -> Vec<u32> {
        let count = u32::try_from(self.catalog.len()).unwrap_or(u32::MAX);
        let mut rows: Vec<u32> = (0..count).collect();
        for frame in self.frames.open() {
            match &frame.narrowing {
                Narrowing::Search { query, .. } if query.is_empty() => {}
                Narrowing::Search { .. } => match &frame.ranking {
                    Some(ranking) => rows.retain(|number| ranking.contains_key(number)),
                    None => rows.clear(),
                },
                Narrowing::Name { canon, without, .. } => {
                    let with = self.by_entity.get(canon).map_or(&[][..], Vec::as_slice);
                    rows.retain(|number| with.binary_search(number).is_ok() != *without);
                }
            }
        }
        rows
    }

    fn sort(&self, rows: &mut [u32]) {
        let article = |number: &u32| self.article(*number);
        if self.order.key == SortKey::Title {
            rows.sort_by_cached_key(|number| {
                article(number).map(|article| crate::text::fold::fold_key(&article.title))
            });
            if self.order.reversed {
                rows.reverse();
            }
            return;
        }
        let ranking = self
            .frames
            .search()
            .and_then(|frame| frame.ranking.as_ref());
        let score = |number: &u32| ranking.and_then(|ranking| ranking.get(number)).copied();
        rows.sort_by(|a, b| {
            let by_score = if self.order.key == SortKey::Relevance {
                score(b).unwrap_or(0.0).total_cmp(&score(a).unwrap_or(0.0))
            } else {
                std::cmp::Ordering::Equal
            };
            by_score.then_with(|| match (article(a), article(b)) {
                (Some(a), Some(b)) => self.order.compare(a, b),
                _ => std::cmp::Ordering::Equal,
            })
        });
    }
}
