//! Lines of a text, and how many articles of a source they stand in.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// Articles of one source in which a line must stand to be furniture.
const REPEATED: u32 = 3;

/// The lines of a text with their ranges, without line ends; trimmed lines that
/// are empty are left out.
pub(super) fn lines(text: &str) -> impl DoubleEndedIterator<Item = (Range<usize>, &str)> {
    text.split_inclusive('\n')
        .scan(0, |end, line| {
            let start = *end;
            *end += line.len();
            Some((start, line))
        })
        .filter_map(|(start, line)| {
            let line = line.strip_suffix('\n').unwrap_or(line);
            let trimmed = line.trim();
            (!trimmed.is_empty()).then_some((start..start + line.len(), trimmed))
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// In how many articles of each source each line stands.
///
/// What a site puts around its articles repeats from one to the next; the corpus
/// itself teaches it. Counts by hash: 12 bytes for each different line.
#[derive(Clone, Debug, Default)]
pub struct LineCounts {
    articles: HashMap<u64, u32, BuildHasherDefault<DefaultHasher>>,
}

impl LineCounts {
    /// Counts the lines of one article; a line that repeats in it counts once.
    pub fn add(&mut self, source: Option<&str>, text: &str) {
        let mut seen = HashSet::new();
        for (_, line) in lines(text) {
            let key = key(source, line);
            if seen.insert(key) {
                let count = self.articles.entry(key).or_default();
                *count = count.saturating_add(1);
            }
        }
    }

    /// Whether a line stands in so many articles of the source that it is not
    /// theirs.
    #[must_use]
    pub fn is_repeated(&self, source: Option<&str>, line: &str) -> bool {
        let key = key(source, line.trim());
        self.articles.get(&key).is_some_and(|&n| n >= REPEATED)
    }
}

fn key(source: Option<&str>, line: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    source.hash(&mut hasher);
    line.hash(&mut hasher);
    hasher.finish()
}
