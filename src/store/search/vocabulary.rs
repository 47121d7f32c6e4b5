//! The words of a corpus, and which of them may have been meant.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::char::is_combining_mark;

use super::FoldCache;
use crate::corpus::{Article, Query};
use crate::text::distance;
use crate::text::fold::{Folded, fold_key};

/// Letters of a word that can be guessed, or that can be a guess.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=24;
/// Letters up to which one edit makes another word of a word; beyond, two do.
const SHORT: usize = 5;
/// Words that are kept; the first ones met are the most frequent, by and large.
const MOST_WORDS: usize = 1 << 20;
/// Guesses that are made for one query.
const GUESSES: usize = 3;
/// Words that are compared before it is asked again whether anybody waits.
const BATCH: usize = 4096;

/// A word of the corpus that may have been meant by a word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respelling {
    /// The bytes of the query's term, with sign and field.
    pub bytes: Range<usize>,
    /// The word as it was typed.
    pub typed: String,
    /// The word as the corpus spells it where it stands first.
    pub word: String,
}

/// Every word of the articles read so far, folded, with how often it stands in them.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: HashMap<Box<str>, Entry>,
    /// The texts that were read, by number.
    texts: Vec<Arc<str>>,
}

/// What is kept of a word.
#[derive(Clone, Copy, Debug)]
struct Entry {
    count: u32,
    /// The number of the article in which it stands first.
    article: u32,
    /// Its first byte there, in the folded headline or text.
    start: u32,
    in_title: bool,
}

impl Vocabulary {
    /// A vocabulary without words.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The words of the corpus that may have been meant by those of a query that stand
    /// nowhere in it, or by its only word: three at most, the nearest first and of
    /// equally near ones the most frequent.
    ///
    /// `articles` are those of a catalog, by number; of them the ones that came since
    /// the last call are read first. `cache` has them folded. `cancelled` is asked now
    /// and then; once it says yes, the answer is `None`, and what was read is kept.
    pub fn respellings(
        &mut self,
        query: &Query,
        articles: &[Arc<Article>],
        cache: &FoldCache,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Vec<Respelling>> {
        let wanted: Vec<(Range<usize>, &str, String)> = query
            .terms
            .iter()
            .filter(|term| !term.excluded && !term.phrase)
            .map(|term| (term.bytes.clone(), term.text.as_str(), fold_key(&term.text)))
            .filter(|(_, _, word)| is_word(word))
            .collect();
        if wanted.is_empty() {
            return Some(Vec::new());
        }
        self.read(articles, cache, cancelled)?;
        let alone = query.terms.len() == 1;
        let mut guesses = Vec::new();
        for (bytes, typed, word) in &wanted {
            if alone || !self.words.keys().any(|known| known.contains(word.as_str())) {
                for guess in self.near(word, cancelled)? {
                    guesses.push((guess, bytes, typed));
                }
            }
        }
        guesses.sort_by_key(|(guess, ..)| guess.rank);
        guesses.truncate(GUESSES);
        let respellings = guesses.into_iter().filter_map(|(guess, bytes, typed)| {
            let article = articles.get(usize::try_from(guess.entry.article).ok()?)?;
            Some(Respelling {
                bytes: bytes.clone(),
                typed: (*typed).to_owned(),
                word: spelled(guess, article, cache)?,
            })
        });
        Some(respellings.collect())
    }

    /// Adds the words of the articles that were not read yet; of all, where one that was
    /// read has been written anew.
    fn read(
        &mut self,
        articles: &[Arc<Article>],
        cache: &FoldCache,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<()> {
        let mut read = self.texts.iter().zip(articles);
        if read.any(|(text, article)| !Arc::ptr_eq(text, &article.text)) {
            *self = Self::new();
        }
        for (number, article) in articles.iter().enumerate().skip(self.texts.len()) {
            if cancelled() {
                return None;
            }
            let folded = cache.get(number, article);
            let spaced = is_spaced(article);
            for (text, in_title) in [(&folded.title, true), (&folded.text, false)] {
                self.add(text, number, in_title, spaced);
            }
            self.texts.push(Arc::clone(&article.text));
        }
        Some(())
    }

    fn add(&mut self, folded: &Folded, number: usize, in_title: bool, spaced: bool) {
        for (start, word) in words(&folded.text) {
            // Between spaces of such a script stands a clause.
            if !is_word(word) || !spaced && !word.is_ascii() {
                continue;
            }
            if let Some(entry) = self.words.get_mut(word) {
                entry.count = entry.count.saturating_add(1);
            } else if self.words.len() < MOST_WORDS
                && let (Ok(article), Ok(start)) = (u32::try_from(number), u32::try_from(start))
            {
                let entry = Entry {
                    count: 1,
                    article,
                    start,
                    in_title,
                };
                self.words.insert(Box::from(word), entry);
            }
        }
    }

    /// The words near another one, the best first.
    fn near(&self, word: &str, cancelled: &dyn Fn() -> bool) -> Option<Vec<Guess<'_>>> {
        let letters: Vec<char> = word.chars().collect();
        let most = if letters.len() <= SHORT { 1 } else { 2 };
        let mut near: Vec<Guess<'_>> = Vec::new();
        let mut other: Vec<char> = Vec::new();
        for (number, (known, entry)) in self.words.iter().enumerate() {
            if number % BATCH == 0 && cancelled() {
                return None;
            }
            other.clear();
            other.extend(known.chars());
            // A word that holds the other was found by it.
            if let Some(edits) = distance(&letters, &other, most)
                && !known.contains(word)
            {
                near.push(Guess {
                    rank: (edits, Reverse(entry.count), known),
                    entry: *entry,
                });
            }
        }
        near.sort_by_key(|guess| guess.rank);
        near.truncate(GUESSES);
        Some(near)
    }
}

/// A word that may have been meant.
#[derive(Clone, Copy, Debug)]
struct Guess<'a> {
    /// Edits, occurrences, and the word itself, so that the order is always the same.
    rank: (usize, Reverse<u32>, &'a str),
    entry: Entry,
}

/// A word as the article spells it in which it stands first.
fn spelled(guess: Guess<'_>, article: &Article, cache: &FoldCache) -> Option<String> {
    let entry = guess.entry;
    let folded = cache.get(usize::try_from(entry.article).ok()?, article);
    let (folded, text): (_, &str) = if entry.in_title {
        (&folded.title, &article.title)
    } else {
        (&folded.text, &article.text)
    };
    let start = usize::try_from(entry.start).ok()?;
    let source = folded.source(start..start + guess.rank.2.len());
    text.get(source).map(str::to_owned)
}

/// Whether a folded text is one word of a length that can be guessed.
fn is_word(folded: &str) -> bool {
    LETTERS.contains(&folded.chars().take(LETTERS.end() + 1).count())
        && folded.chars().all(in_word)
        && folded.chars().any(char::is_alphabetic)
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// The words of a folded text, each with its first byte.
fn words(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    folded
        .split_inclusive(|c| !in_word(c))
        .map(move |piece| {
            let start = next;
            next += piece.len();
            (start, piece.trim_end_matches(|c| !in_word(c)))
        })
        .filter(|(_, word)| !word.is_empty())
}

/// Whether words are parted by spaces in the article's script.
fn is_spaced(article: &Article) -> bool {
    !matches!(
        article.script.code(),
        "Thai" | "Laoo" | "Khmr" | "Mymr" | "Tibt" | "Hani" | "Hans" | "Hant" | "Jpan" | "Bopo"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_their_place() {
        let found: Vec<_> = words("a ship, so-called\n(الاقليمي) ").collect();
        assert_eq!(
            found,
            [
                (0, "a"),
                (2, "ship"),
                (8, "so"),
                (11, "called"),
                (19, "الاقليمي")
            ]
        );
        assert_eq!(words("").count(), 0);
        assert_eq!(words("… — !").count(), 0);
    }

    #[test]
    fn a_word_can_be_guessed_by_its_length_and_letters() {
        for word in ["sea", "minister", "हिन्दी", "g20"] {
            assert!(is_word(word), "{word}");
        }
        for word in ["", "at", "2024", "so-called", &"a".repeat(25)] {
            assert!(!is_word(word), "{word}");
        }
    }
}
