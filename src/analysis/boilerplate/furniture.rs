//! Lines of a text that are not the article's.

use std::ops::Range;

use super::lines::{LineCounts, lines};
use crate::analysis::language::script::Histogram;
use crate::corpus::Script;

/// A line with fewer letters, at the start or the end, is a leftover of the page.
const MIN_LETTERS: usize = 4;

/// The furniture of a text: ranges of whole lines, in order.
///
/// - above the title: everything in another script than the text's;
/// - at both ends: lines of fewer than four letters;
/// - a line equal to the one before it;
/// - lines that `counts` knows from other articles of the same source.
#[must_use]
pub fn furniture(
    text: &str,
    title: Option<&Range<usize>>,
    script: Script,
    source: Option<&str>,
    counts: Option<&LineCounts>,
) -> Vec<Range<usize>> {
    let all: Vec<(Range<usize>, &str)> = lines(text).collect();
    let body_start = title.map_or(0, |title| title.end);
    let is_short = |line: &str| Histogram::of(line).total() < MIN_LETTERS;
    let first_long = all.iter().position(|(_, line)| !is_short(line));
    let last_long = all.iter().rposition(|(_, line)| !is_short(line));
    let mut found = Vec::new();
    let mut before: Option<&str> = None;
    for (at, (bytes, line)) in all.iter().enumerate() {
        let is_title = title == Some(bytes);
        let foreign = bytes.end <= body_start && Histogram::of(line).share(script) < 0.5;
        let at_an_end =
            first_long.is_some_and(|first| at < first) || last_long.is_some_and(|last| at > last);
        let repeated = before == Some(*line);
        let learned = counts.is_some_and(|counts| counts.is_repeated(source, line));
        if !is_title && (foreign || at_an_end || repeated || learned) {
            found.push(bytes.clone());
        }
        before = Some(*line);
    }
    found
}
