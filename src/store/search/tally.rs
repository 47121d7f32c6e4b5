//! How often the terms of a query stand in one article.

use std::ops::Range;

use smallvec::SmallVec;

use super::FoldedArticle;
use crate::corpus::{Article, Scope, Term};
use crate::text::fold::Needle;

/// What an occurrence in the headline counts, one in the text being 1.
const TITLE: f32 = 3.0;

/// What an occurrence at the start of a longer word counts, a whole word being 1.
const START: f32 = 0.5;

/// What an occurrence inside a word counts.
const INSIDE: f32 = 0.25;

/// Occurrences beyond this change nothing that the score would show.
const ENOUGH: usize = 64;

/// The terms of a query in one article.
#[derive(Debug)]
pub struct Tally {
    /// The article's number.
    pub number: usize,
    /// For each wanted term, what its occurrences count together; 0 for those
    /// that are left out.
    pub counts: SmallVec<[f32; 4]>,
    /// Whether every wanted term stands here, and none that is left out.
    pub is_found: bool,
    /// Whether every wanted term stands here just as it was typed, but for case.
    pub is_exact: bool,
}

impl Tally {
    /// The tally of an article for a query without terms.
    pub fn without_terms(number: usize) -> Self {
        Self {
            number,
            counts: SmallVec::new(),
            is_found: true,
            is_exact: true,
        }
    }

    /// Counts the terms in an article.
    pub fn of(
        number: usize,
        article: &Article,
        folded: &FoldedArticle,
        terms: &[(Term, Needle)],
    ) -> Self {
        let mut tally = Self::without_terms(number);
        for (term, needle) in terms {
            let mut count = Count::default();
            let title = needle.find_in(&folded.title);
            count.add(&article.title, title, term, TITLE);
            if term.scope == Scope::Anywhere {
                let text = needle.find_in(&folded.text);
                count.add(&article.text, text, term, 1.0);
            }
            if term.excluded {
                tally.is_found &= count.sum == 0.0;
                tally.counts.push(0.0);
            } else {
                tally.is_found &= count.sum > 0.0;
                tally.is_exact &= count.is_exact;
                tally.counts.push(count.sum);
            }
        }
        tally
    }
}

/// The occurrences of one term.
#[derive(Default)]
struct Count {
    sum: f32,
    is_exact: bool,
}

impl Count {
    fn add(&mut self, text: &str, hits: Vec<Range<usize>>, term: &Term, weight: f32) {
        for hit in admitted(text, hits, term).take(ENOUGH) {
            self.sum += match word_ends(text, &hit) {
                (true, true) => weight,
                (true, false) => weight * START,
                (false, _) => weight * INSIDE,
            };
            self.is_exact = self.is_exact || is_typed(text.get(hit).unwrap_or_default(), term);
        }
    }
}

/// The occurrences of a term that count: of a phrase only whole words.
pub fn admitted(
    text: &str,
    hits: Vec<Range<usize>>,
    term: &Term,
) -> impl Iterator<Item = Range<usize>> {
    hits.into_iter()
        .filter(move |hit| !term.phrase || word_ends(text, hit) == (true, true))
}

/// Whether a word starts where a hit starts, and ends where it ends.
///
/// Only letters with case and digits make a word longer: Arabic and Hebrew write
/// small words together with the next, and many scripts part no words at all.
fn word_ends(text: &str, hit: &Range<usize>) -> (bool, bool) {
    let joins = |c: char| c.is_lowercase() || c.is_uppercase() || c.is_numeric();
    let before = text.get(..hit.start).and_then(|t| t.chars().next_back());
    let after = text.get(hit.end..).and_then(|t| t.chars().next());
    (!before.is_some_and(joins), !after.is_some_and(joins))
}

/// Whether a hit is a term as it was typed, case aside.
fn is_typed(hit: &str, term: &Term) -> bool {
    fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
        text.chars().flat_map(char::to_lowercase)
    }
    lower(hit).eq(lower(&term.text))
}
