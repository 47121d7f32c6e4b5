//! Lines of a text, and how many articles of a source they stand in.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// Articles of one source in which a line must stand at least to be furniture.
const REPEATED: u32 = 3;
/// In a large source it takes more, or headings that many articles happen to
/// share would be taken: this share of the square root of their number.
const OF_ROOT: u32 = 10;
/// A longer line, in bytes, is furniture only among the first or last ones.
const SHORT: usize = 160;
/// Lines at the start and at the end of a text in which a site puts its own.
const AT_AN_END: usize = 6;

/// The lines of a text with their ranges, without line ends and without those that
/// are empty but for white space; the text of a line is trimmed.
pub(super) fn lines(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut end = 0;
    text.split_inclusive('\n')
        .filter_map(|line| {
            let start = end;
            end += line.len();
            let line = line.strip_suffix('\n').unwrap_or(line);
            let trimmed = line.trim();
            (!trimmed.is_empty()).then_some((start..start + line.len(), trimmed))
        })
        .collect()
}

/// For each line of a text, whether the corpus has taught that it is the site's.
/// None is where that were most of the text: the article is a copy of others then.
pub(super) fn learned(
    lines: &[(Range<usize>, &str)],
    source: Option<&str>,
    counts: Option<&LineCounts>,
) -> Vec<bool> {
    let Some(counts) = counts else {
        return vec![false; lines.len()];
    };
    let mut bytes = 0;
    let is_learned = |(at, (_, line)): (usize, &(Range<usize>, &str))| {
        let learned = may_repeat(line, at, lines.len()) && counts.is_repeated(source, line);
        bytes += if learned { line.len() } else { 0 };
        learned
    };
    let learned: Vec<bool> = lines.iter().enumerate().map(is_learned).collect();
    let total: usize = lines.iter().map(|(_, line)| line.len()).sum();
    if bytes * 2 > total {
        return vec![false; lines.len()];
    }
    learned
}

/// Whether a site may have put the line here: a short one anywhere, a long one
/// near the start or the end.
fn may_repeat(line: &str, at: usize, lines: usize) -> bool {
    line.len() <= SHORT || at < AT_AN_END || at + AT_AN_END >= lines
}

/// In how many articles of each source each line stands.
///
/// What a site puts around its articles repeats from one to the next: the corpus
/// itself teaches it. Only hashes are kept, and an article that comes again
/// counts once.
#[derive(Clone, Debug, Default)]
pub struct LineCounts {
    lines: HashMap<u64, u32, BuildHasherDefault<DefaultHasher>>,
    texts: HashSet<u64, BuildHasherDefault<DefaultHasher>>,
    articles: HashMap<Option<Box<str>>, u32>,
}

impl LineCounts {
    /// Counts the lines of one article; a line that repeats in it counts once.
    pub fn add(&mut self, source: Option<&str>, text: &str) {
        if !self.texts.insert(key(source, text)) {
            return;
        }
        let articles = self.articles.entry(source.map(Box::from)).or_default();
        *articles = articles.saturating_add(1);
        let lines = lines(text);
        let mut seen = HashSet::new();
        for (at, (_, line)) in lines.iter().enumerate() {
            let key = key(source, line);
            if may_repeat(line, at, lines.len()) && seen.insert(key) {
                let count = self.lines.entry(key).or_default();
                *count = count.saturating_add(1);
            }
        }
    }

    /// Whether a line stands in so many articles of the source that it is not
    /// theirs.
    #[must_use]
    pub fn is_repeated(&self, source: Option<&str>, line: &str) -> bool {
        let articles = self.articles.get(&source.map(Box::from));
        let enough = articles.copied().unwrap_or_default().isqrt() / OF_ROOT;
        let count = self.lines.get(&key(source, line.trim()));
        count.is_some_and(|&count| count >= enough.max(REPEATED))
    }
}

fn key(source: Option<&str>, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    source.hash(&mut hasher);
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_three_articles_is_the_sites() {
        let mut counts = LineCounts::default();
        for number in 0..3 {
            let text = format!("Article {number}\nSubscribe now\n");
            assert!(!counts.is_repeated(Some("a"), "Subscribe now"));
            counts.add(Some("a"), &text);
            counts.add(Some("a"), &text);
        }
        assert!(counts.is_repeated(Some("a"), " Subscribe now "));
        assert!(!counts.is_repeated(Some("a"), "Article 0"));
        assert!(!counts.is_repeated(Some("b"), "Subscribe now"));
        assert!(!counts.is_repeated(None, "Subscribe now"));
    }

    #[test]
    fn a_large_source_takes_more() {
        let mut counts = LineCounts::default();
        for number in 0..10_000 {
            let heading = if number % 1000 == 0 {
                "Background"
            } else {
                "Share this"
            };
            counts.add(None, &format!("Article {number}\n{heading}\n"));
        }
        assert!(!counts.is_repeated(None, "Article 1"));
        assert!(counts.is_repeated(None, "Share this"));
        assert!(counts.is_repeated(None, "Background"));
        counts.add(None, "Background of a few\nA heading\n");
        counts.add(None, "Background of a few others\nA heading\n");
        counts.add(None, "Background of some\nA heading\n");
        assert!(!counts.is_repeated(None, "A heading"));
    }

    #[test]
    fn lines_know_where_they_are() {
        let text = "one\r\n\n  two  \n\u{a0}\nthree";
        let found: Vec<_> = lines(text)
            .into_iter()
            .map(|(r, l)| (text.get(r).unwrap(), l))
            .collect();
        assert_eq!(
            found,
            [("one\r", "one"), ("  two  ", "two"), ("three", "three")]
        );
    }
}
