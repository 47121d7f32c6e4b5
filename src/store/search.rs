//! Search by scanning folded text in memory: the whole of a corpus that is not
//! too big for an index to be slower.
//!
//! An article is found when it holds every term of the query. Found ones are
//! ranked by BM25 (Robertson and Zaragoza 2009) over headline and text, those
//! that hold every term just as it was typed before those that hold a term only
//! by folding.

mod cache;
mod score;
mod snippet;
mod tally;
mod vocabulary;

use std::ops::Range;
use std::sync::Arc;
use std::thread;

use crate::corpus::{Article, Marks, Query, Scope, Term};
use crate::text::fold::{Needle, fold};

pub use cache::{FoldCache, FoldedArticle};
use score::Statistics;
pub use snippet::snippet;
use tally::Tally;
pub use vocabulary::{Respelling, Vocabulary};

/// Articles for which a second thread is not worth starting.
const FEW: usize = 64;

/// Articles that are looked at before it is told how far the search is.
const STEP: usize = 4096;

/// A query made ready for looking.
#[derive(Clone, Debug)]
pub struct Search {
    query: Query,
    terms: Vec<(Term, Needle)>,
}

/// An article that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its number.
    pub number: usize,
    /// How well it answers; 0 where the query has no words.
    pub score: f32,
}

/// Where the terms of a query stand in an article, in order, without overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Bytes of the headline.
    pub title: Vec<Range<usize>>,
    /// Bytes of the text.
    pub text: Vec<Range<usize>>,
}

/// Takes how far a search is, in percent, and what gives on demand what was found so far.
pub type Tell<'a> = dyn FnMut(u8, &dyn Fn() -> Vec<Found>) + 'a;

impl Search {
    /// A search for a query. Terms that fold to nothing (a lone vowel mark) are
    /// left out.
    #[must_use]
    pub fn new(query: Query) -> Self {
        let terms = query
            .terms
            .iter()
            .map(|term| (term.clone(), Needle::new(&term.text)))
            .filter(|(_, needle)| !needle.is_empty())
            .collect();
        Self { query, terms }
    }

    /// The query.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Finds articles, the best first; those that answer equally well from the
    /// newest to the oldest, then by id.
    ///
    /// `articles` are those of a catalog, by number; `cache` belongs to that
    /// catalog and keeps what was folded for the next search. `marks` tells what
    /// was done with an article. `cancelled` is asked before each article; once
    /// it says yes, the answer is `None`.
    pub fn run(
        &self,
        articles: &[Arc<Article>],
        cache: &mut FoldCache,
        marks: &(dyn Fn(&Article) -> Marks + Sync),
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Vec<Found>> {
        self.run_telling(articles, cache, marks, cancelled, &mut |_, _| {})
    }

    /// The same, and tells from time to time how far it is, in percent, and on demand what
    /// was found by then.
    pub fn run_telling(
        &self,
        articles: &[Arc<Article>],
        cache: &mut FoldCache,
        marks: &(dyn Fn(&Article) -> Marks + Sync),
        cancelled: &(dyn Fn() -> bool + Sync),
        tell: &mut Tell<'_>,
    ) -> Option<Vec<Found>> {
        cache.fit(articles);
        let cache = &*cache;
        let scan = |part: Range<usize>| -> Option<(Vec<Tally>, Statistics)> {
            let mut tallies = Vec::new();
            let mut statistics = Statistics::new(self.terms.len());
            for (number, article) in articles.iter().enumerate().take(part.end).skip(part.start) {
                if cancelled() {
                    return None;
                }
                if !self.query.admits(article, &marks(article)) {
                    continue;
                }
                let tally = if self.terms.is_empty() {
                    Tally::without_terms(number)
                } else {
                    let folded = cache.get(number, article);
                    Tally::of(number, article, &folded, &self.terms)
                };
                statistics.add(&tally, article.words);
                if tally.is_found {
                    tallies.push(tally);
                }
            }
            Some((tallies, statistics))
        };
        let mut tallies = Vec::new();
        let mut statistics = Statistics::new(self.terms.len());
        for start in (0..articles.len()).step_by(STEP) {
            let end = (start + STEP).min(articles.len());
            let (more, others) = in_parallel(start..end, scan)?;
            tallies.extend(more);
            statistics.merge(&others);
            if end < articles.len() {
                let percent = u8::try_from(end * 100 / articles.len()).unwrap_or(99);
                tell(percent, &|| ranked(&tallies, &statistics, articles));
            }
        }
        Some(ranked(&tallies, &statistics, articles))
    }

    /// Where the wanted terms stand in an article.
    #[must_use]
    pub fn hits(&self, article: &Article, folded: &FoldedArticle) -> Hits {
        let mut hits = Hits::default();
        for (term, needle) in self.terms.iter().filter(|(term, _)| !term.excluded) {
            let title = needle.find_in(&folded.title);
            hits.title
                .extend(tally::admitted(&article.title, title, term));
            if term.scope == Scope::Anywhere {
                let text = needle.find_in(&folded.text);
                hits.text.extend(tally::admitted(&article.text, text, term));
            }
        }
        merge(&mut hits.title);
        merge(&mut hits.text);
        hits
    }
}

impl Search {
    /// Where the wanted terms stand in a headline, in order, without overlap.
    #[must_use]
    pub fn title_hits(&self, title: &str) -> Vec<Range<usize>> {
        let folded = fold(title);
        let wanted = self.terms.iter().filter(|(term, _)| !term.excluded);
        let mut hits: Vec<_> = wanted
            .flat_map(|(term, needle)| tally::admitted(title, needle.find_in(&folded), term))
            .collect();
        merge(&mut hits);
        hits
    }
}

/// What a scan found, the best first.
fn ranked(tallies: &[Tally], statistics: &Statistics, articles: &[Arc<Article>]) -> Vec<Found> {
    let mut found: Vec<Found> = tallies
        .iter()
        .filter_map(|tally| {
            let words = articles.get(tally.number)?.words;
            let score = statistics.score(tally, words);
            Some(Found {
                number: tally.number,
                score,
            })
        })
        .collect();
    let tie = |found: &Found| {
        let article = articles.get(found.number);
        let key = article.map(|article| (std::cmp::Reverse(article.date), &article.id));
        (key, found.number)
    };
    found.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        by_score.then_with(|| tie(a).cmp(&tie(b)))
    });
    found
}

/// Sorts ranges and joins those that overlap.
fn merge(ranges: &mut Vec<Range<usize>>) {
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, last| {
        let overlaps = next.start < last.end;
        if overlaps {
            last.end = last.end.max(next.end);
        }
        overlaps
    });
}

/// Scans the articles in parts, on as many threads as the machine has, and puts
/// the parts together in order.
fn in_parallel(
    articles: Range<usize>,
    scan: impl Fn(Range<usize>) -> Option<(Vec<Tally>, Statistics)> + Sync,
) -> Option<(Vec<Tally>, Statistics)> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    if threads == 1 || articles.len() < FEW {
        return scan(articles);
    }
    let part = articles.len().div_ceil(threads);
    let parts = thread::scope(|scope| {
        let scan = &scan;
        let end = articles.end;
        let running: Vec<_> = articles
            .step_by(part)
            .map(|start| scope.spawn(move || scan(start..(start + part).min(end))))
            .collect();
        let results: Option<Vec<_>> = running
            .into_iter()
            .map(|part| part.join().ok().flatten())
            .collect();
        results
    })?;
    parts
        .into_iter()
        .reduce(|(mut tallies, mut statistics), (more, others)| {
            tallies.extend(more);
            statistics.merge(&others);
            (tallies, statistics)
        })
}
