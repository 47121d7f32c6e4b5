//! What is being browsed: the articles, which of them show, and in what order.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::frames::{Frames, Narrowing};
use super::lens::Lens;
use super::order::{Order, SortKey, Sorted};
use crate::corpus::{Article, LanguageTag, Mention};
use crate::store::{ArticleChange, ArticleState, Catalog, StateChange, Tags};

/// The articles of a corpus and the way they are looked at.
///
/// Articles go by their number in the [`Catalog`]; a row is a place in the list
/// that shows.
#[derive(Default)]
pub struct Browse {
    catalog: Catalog,
    states: HashMap<Arc<str>, ArticleState>,
    tags: Tags,
    /// By number, what making the list asks of each article.
    facts: Vec<Facts>,
    /// Whether an article has a date.
    dated: bool,
    /// The languages of the articles, as they first came.
    languages: Vec<LanguageTag>,
    by_entity: HashMap<Arc<str>, Named>,
    /// The languages that show.
    pub lens: Lens,
    /// The views that are open.
    pub frames: Frames,
    /// The order of the list.
    pub order: Order,
    sorted: Sorted,
    unread_only: bool,
    /// Read since the view was opened: they stay until it is left.
    kept: HashSet<u32>,
    rows: Vec<u32>,
    unread: usize,
}

/// What making the list asks of an article: looked up far quicker than by its id.
#[derive(Clone, Copy)]
struct Facts {
    /// The place of its language in [`Browse::languages`].
    language: usize,
    read: bool,
}

/// The articles that mention an entity.
struct Named {
    /// Its first mention.
    mention: Mention,
    /// The articles, in corpus order.
    articles: Vec<u32>,
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
        self.catalog.get(index(number)?)
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

    /// The tags of all articles, by id.
    #[must_use]
    pub const fn tags(&self) -> &Tags {
        &self.tags
    }

    /// The tags of an article.
    pub fn tags_of(&self, number: u32) -> impl Iterator<Item = &Arc<str>> {
        let article = self.article(number);
        let tags = article.and_then(|article| self.tags.get(&article.id));
        tags.into_iter().flatten()
    }

    /// Whether an article has a tag.
    #[must_use]
    pub fn has_tag(&self, number: u32, tag: &str) -> bool {
        self.tags_of(number).any(|known| &**known == tag)
    }

    /// Every tag that an article has.
    #[must_use]
    pub fn known_tags(&self) -> BTreeSet<Arc<str>> {
        self.tags.values().flatten().cloned().collect()
    }

    /// Gives (`true`) tags to articles, or takes them away. The change, to be saved.
    pub fn tag(&mut self, changes: &[(u32, Arc<str>, bool)]) -> StateChange {
        let mut saved = StateChange::default();
        for (number, tag, set) in changes {
            let Some(id) = self.article(*number).map(|article| Arc::clone(&article.id)) else {
                continue;
            };
            let tags = self.tags.entry(Arc::clone(&id)).or_default();
            if *set {
                tags.insert(Arc::clone(tag));
            } else {
                tags.remove(tag);
            }
            saved.tags.insert((id, Arc::clone(tag)), *set);
        }
        saved
    }

    /// Takes the states that were stored for this corpus.
    pub fn restore(&mut self, states: HashMap<Arc<str>, ArticleState>, tags: Tags) {
        self.states = states;
        self.tags = tags;
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
            let read = state.read;
            saved.articles.insert(id, change);
            if let Some(facts) = index(*number).and_then(|at| self.facts.get_mut(at)) {
                facts.read = read;
            }
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
            self.take_in(number);
        }
    }

    /// Notes what making lists and finding names asks of an article.
    fn take_in(&mut self, at: usize) {
        let (Some(article), Ok(number)) = (self.catalog.get(at), u32::try_from(at)) else {
            return;
        };
        self.dated |= article.date.is_some();
        let language = &article.language;
        let known = self.languages.iter().position(|known| known == language);
        let facts = Facts {
            language: known.unwrap_or(self.languages.len()),
            read: self.states.get(&article.id).is_some_and(|state| state.read),
        };
        match self.facts.get_mut(at) {
            Some(before) => *before = facts,
            None => self.facts.push(facts),
        }
        if known.is_none() {
            self.languages.push(language.clone());
        }
        for mention in all_mentions(article) {
            let named = self
                .by_entity
                .entry(Arc::clone(&mention.canon))
                .or_insert_with(|| Named {
                    mention: mention.clone(),
                    articles: Vec::new(),
                });
            // In corpus order, and once.
            if let Err(place) = named.articles.binary_search(&number) {
                named.articles.insert(place, number);
            }
        }
    }

    /// Puts an article in the place of one that was written anew.
    pub fn replace(&mut self, number: u32, article: &Arc<Article>) {
        let Some(at) = index(number) else {
            return;
        };
        let before = self.catalog.get(at).map(Arc::clone);
        for mention in before.iter().flat_map(|before| all_mentions(before)) {
            if let Some(named) = self.by_entity.get_mut(&mention.canon)
                && let Ok(place) = named.articles.binary_search(&number)
            {
                named.articles.remove(place);
            }
        }
        self.catalog.replace(at, article);
        // Its place in the order may be another.
        self.sorted = Sorted::default();
        self.take_in(at);
    }

    /// Takes what the corpus taught of an article's page furniture.
    pub fn set_furniture(&mut self, number: usize, furniture: Vec<Range<usize>>) {
        self.catalog.set_furniture(number, furniture);
    }

    /// The articles of the whole corpus that mention an entity, in corpus order.
    #[must_use]
    pub fn articles_with(&self, canon: &str) -> &[u32] {
        self.by_entity
            .get(canon)
            .map_or(&[], |named| named.articles.as_slice())
    }

    /// The entities of the articles that show: a mention of each, and in how many
    /// of these articles it is mentioned.
    #[must_use]
    pub fn entities_of_view(&self) -> Vec<(&Mention, usize)> {
        let mut shows = vec![false; self.facts.len()];
        for row in self.rows.iter().filter_map(|row| index(*row)) {
            if let Some(shows) = shows.get_mut(row) {
                *shows = true;
            }
        }
        let shows = |number: &&u32| index(**number).and_then(|at| shows.get(at)) == Some(&true);
        self.by_entity
            .values()
            .map(|named| (&named.mention, named.articles.iter().filter(shows).count()))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// Whether any article has a date.
    #[must_use]
    pub const fn is_dated(&self) -> bool {
        self.dated
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
        let mut counts = vec![0usize; self.languages.len()];
        for facts in rows.iter().filter_map(|number| self.facts(*number)) {
            if let Some(count) = counts.get_mut(facts.language) {
                *count += 1;
            }
        }
        let languages = self.languages.iter().cloned();
        let mut counts: Vec<(LanguageTag, usize)> = languages.zip(counts).collect();
        counts.retain(|(_, count)| *count > 0);
        // The most frequent first: hotkeys are given in this order.
        counts.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        self.lens.count(&counts);
        let languages = self.languages.iter();
        let shows: Vec<bool> = languages.map(|tag| self.lens.shows(tag)).collect();
        rows.retain(|number| {
            let language = self.facts(*number).map(|facts| facts.language);
            language.and_then(|language| shows.get(language)) == Some(&true)
        });
        self.rank(&mut rows);
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

    /// Whether an article is marked read.
    #[must_use]
    pub fn is_read(&self, number: u32) -> bool {
        self.facts(number).is_some_and(|facts| facts.read)
    }

    fn facts(&self, number: u32) -> Option<Facts> {
        self.facts.get(index(number)?).copied()
    }

    /// The articles of the views, before the lens, in the order of the list.
    fn narrowed(&mut self) -> Vec<u32> {
        self.sorted.update(self.catalog.articles(), self.order);
        let mut rows = self.sorted.numbers().to_vec();
        for frame in self.frames.open() {
            match &frame.narrowing {
                Narrowing::Search { query, .. } if query.is_empty() => {}
                Narrowing::Search { .. } => match &frame.ranking {
                    Some(ranking) => rows.retain(|number| ranking.contains_key(number)),
                    None => rows.clear(),
                },
                Narrowing::Name { canon, without, .. } => {
                    let with = self.articles_with(canon);
                    rows.retain(|number| with.binary_search(number).is_ok() != *without);
                }
            }
        }
        rows
    }

    /// Puts what answers the search that is on best first, where that is the order.
    fn rank(&self, rows: &mut Vec<u32>) {
        let search = self.frames.search();
        let (SortKey::Relevance, Some(ranking)) = (
            self.order.key,
            search.and_then(|frame| frame.ranking.as_ref()),
        ) else {
            return;
        };
        let score = |number: u32| ranking.get(&number).copied().unwrap_or(0.0);
        let mut ranked: Vec<_> = rows.iter().map(|row| (score(*row), *row)).collect();
        ranked.sort_by(|(a, _), (b, _)| self.order.turned(b.total_cmp(a)));
        *rows = ranked.into_iter().map(|(_, row)| row).collect();
    }
}

/// What an article mentions, in its headline and in its text.
fn all_mentions(article: &Article) -> impl Iterator<Item = &Mention> {
    article.title_mentions.iter().chain(&article.mentions)
}

fn index(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}
