//! Lines of a text that are not the article's.

use std::ops::Range;

use super::lines::{LineCounts, learned, lines};
use crate::analysis::head;
use crate::analysis::language::script::Histogram;
use crate::corpus::Script;

/// A line with fewer letters, at the start or the end, is a leftover of the page.
const MIN_LETTERS: usize = 4;
/// A longer line, in bytes, is no notice; its beginning tells its script.
const MAX_BYTES: usize = 2048;
/// How many lines a notice at the end may have.
const NOTICE_LINES: usize = 5;
/// A line of a notice that does not name the site is at most so long, in characters.
const SHORT: usize = 80;

/// The furniture of a text: ranges of whole lines, in order.
///
/// - everything above the title; without one, lines at the start that are mostly
///   in another script;
/// - at both ends: lines of fewer than four letters;
/// - a line equal to the one before it;
/// - the notice at the end: from a line with the address of a site on, if what
///   follows names the site or is short; a line that begins with ©;
/// - lines that `counts` knows from other articles of the same source.
#[must_use]
pub fn furniture(
    text: &str,
    title: Option<&Range<usize>>,
    script: Script,
    source: Option<&str>,
    counts: Option<&LineCounts>,
) -> Vec<Range<usize>> {
    let lines = lines(text);
    let body_start = title.map_or(0, |title| title.start);
    let is_own = |line: &str| {
        let histogram = Histogram::of(head(line, MAX_BYTES));
        histogram.total() >= MIN_LETTERS && histogram.count(script) * 2 >= histogram.total()
    };
    let is_long = |line: &str| Histogram::of(head(line, MAX_BYTES)).total() >= MIN_LETTERS;
    let first = lines.iter().position(|(_, line)| is_own(line));
    let last = lines.iter().rposition(|(_, line)| is_long(line));
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let body = lines.get(..=last).unwrap_or_default();
    let notice = notice_start(body).unwrap_or(lines.len());
    let learned = learned(&lines, source, counts);
    let mut found = Vec::new();
    let mut previous: Option<&str> = None;
    for ((at, (bytes, line)), is_learned) in lines.iter().enumerate().zip(learned) {
        let is_repeated = previous.replace(line) == Some(line);
        if title == Some(bytes) {
            continue;
        }
        let is_above = bytes.end <= body_start;
        let is_leftover = at < first || at > last;
        if is_above || is_leftover || is_repeated || at >= notice || is_learned {
            found.push(bytes.clone());
        }
    }
    found
}

/// Where the notice at the end of the lines begins, if they end in one.
fn notice_start(lines: &[(Range<usize>, &str)]) -> Option<usize> {
    let first = lines.len().saturating_sub(NOTICE_LINES).max(1);
    let last_lines = lines.get(first..)?;
    let found = last_lines.iter().enumerate().find_map(|(at, (_, line))| {
        let rest = last_lines.get(at + 1..)?;
        let site = site_name(line)?;
        let names_site = |line: &str| head(line, MAX_BYTES).to_lowercase().matches(&site).count();
        let is_notice = |line: &str| names_site(line) > 0 || line.chars().nth(SHORT).is_none();
        // The address itself names the site once.
        let begins = names_site(line) > 1 || line.chars().nth(SHORT).is_none();
        (begins && rest.iter().all(|(_, line)| is_notice(line))).then_some(first + at)
    });
    let copyright = || {
        let (_, last) = lines.last()?;
        let at = lines.len().checked_sub(1).filter(|&at| at > 0)?;
        last.starts_with('©').then_some(at)
    };
    found.or_else(copyright)
}

/// The name of the site whose address a line holds, in lower case: `example` of
/// `https://www.example.com/`.
fn site_name(line: &str) -> Option<String> {
    if line.len() > MAX_BYTES {
        return None;
    }
    let lower = line.to_lowercase();
    let (_, address) = lower.split_once("://")?;
    let host = address.split(['/', ' ', ')', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let name = host.split('.').next()?;
    (name.chars().nth(2).is_some()).then(|| name.to_owned())
}
