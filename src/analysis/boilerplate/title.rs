//! The headline of a text that has no field for it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::lines::{LineCounts, learned, lines};
use crate::analysis::head;
use crate::analysis::language::script::Histogram;
use crate::corpus::{Script, TitleOrigin};
use crate::text::width::cluster_width;

/// A headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its text, on one line.
    pub text: String,
    /// Where it comes from: a line of the text, or its first sentence.
    pub origin: TitleOrigin,
    /// Bytes of the text that are the headline, where it is a line of it.
    pub bytes: Option<Range<usize>>,
}

/// Fewer letters make no headline.
const MIN_LETTERS: usize = 4;
/// A longer line, in characters, is a paragraph.
const MAX_CHARACTERS: usize = 200;
/// Of a longer line no more is looked at, in bytes.
const MAX_BYTES: usize = 2048;
/// A line with a dateline or of several sentences is one from here on.
const MAX_SENTENCE: usize = 100;
/// A sentence that stands in for a headline is cut at so many cells.
const MAX_CELLS: usize = 90;
/// One with fewer characters ended at an abbreviation.
const MIN_SENTENCE: usize = 25;
/// How many lines may stand above the headline.
const MAX_LINES_ABOVE: usize = 12;
/// A dateline is at most so long, in bytes.
const MAX_DATELINE: usize = 80;

/// Finds the headline of a text whose main script is `script`: its first line,
/// unless that cannot be one; else its first sentence, cut. `None` for a text
/// without letters.
///
/// A line cannot be the headline if it is mostly in another script, has fewer than
/// four letters, is an address or a date, is one word with another headline below
/// it, is known from other articles of the source, or is a paragraph: a long line,
/// or one that begins with a dateline.
#[must_use]
pub fn title(
    text: &str,
    script: Script,
    source: Option<&str>,
    counts: Option<&LineCounts>,
) -> Option<Title> {
    let lines = lines(text);
    let learned = learned(&lines, source, counts);
    let mut candidates = lines
        .iter()
        .zip(learned)
        .take(MAX_LINES_ABOVE)
        .filter(|(_, is_learned)| !is_learned)
        .map(|(line, _)| (line, judge(line.1, script)))
        .filter(|(_, verdict)| *verdict != Verdict::Neither);
    let first = candidates.next();
    let headline = first
        .filter(|(_, verdict)| *verdict == Verdict::Headline)
        .map(|(first, _)| {
            let is_word = |line: &str| !line.contains(char::is_whitespace);
            let mut below = candidates.take_while(|(_, verdict)| *verdict == Verdict::Headline);
            let below_words = || below.find(|((_, line), _)| !is_word(line));
            match is_word(first.1).then(below_words).flatten() {
                Some((below, _)) if !below.1.ends_with('.') => below,
                _ => first,
            }
        });
    if let Some((bytes, line)) = headline {
        return Some(Title {
            text: collapsed(line),
            origin: TitleOrigin::Line,
            bytes: Some(bytes.clone()),
        });
    }
    let has_letters = |(_, line): &&(Range<usize>, &str)| line.chars().any(char::is_alphabetic);
    let first = first.map(|(line, _)| line);
    let (_, line) = first.or_else(|| lines.iter().find(has_letters))?;
    Some(Title {
        text: first_sentence(line),
        origin: TitleOrigin::Sentence,
        bytes: None,
    })
}

/// What a line may be at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Headline,
    Paragraph,
    Neither,
}

fn judge(line: &str, script: Script) -> Verdict {
    // Whether a line is a paragraph shows at its beginning, however long it is.
    let line = head(line, MAX_BYTES);
    let histogram = Histogram::of(line);
    let is_foreign = histogram.count(script) * 2 < histogram.total();
    if histogram.total() < MIN_LETTERS || is_foreign || is_address(line) || is_date(line) {
        return Verdict::Neither;
    }
    let is_longer_than = |limit| line.chars().nth(limit).is_some();
    let is_prose = || {
        let line = without_dateline(line);
        let (first, rest) = line.split_at(sentence_end(line));
        first.len() < line.len() && !rest.trim().is_empty()
    };
    let has_dateline = without_dateline(line).len() < line.len();
    if is_longer_than(MAX_CHARACTERS)
        || is_longer_than(MAX_SENTENCE) && (has_dateline || is_prose())
    {
        return Verdict::Paragraph;
    }
    Verdict::Headline
}

/// A web or mail address and nothing else.
fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace) && (line.contains("://") || line.starts_with("www."))
}

/// A date, with the time perhaps: hardly anything but digits.
fn is_date(line: &str) -> bool {
    if line.chars().nth(MAX_DATELINE).is_some() {
        return false;
    }
    let digits = line.chars().filter(|c| c.is_numeric()).count();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    digits >= 5 && letters <= 12
}

/// A line without the dateline at its beginning: `(Agency) – `, `PARIS (AP) — `,
/// `MOSCOW, 11 January - `.
fn without_dateline(line: &str) -> &str {
    let beginning = head(line, MAX_DATELINE);
    let dash = [" – ", " — ", " -- ", " - ", ") –", ") —"]
        .iter()
        .filter_map(|dash| beginning.find(dash).map(|at| (at, dash.len())))
        .min();
    let Some((before, rest)) = dash.and_then(|(at, length)| {
        let (before, rest) = line.split_at_checked(at)?;
        // The bracket belongs to the dateline.
        let before = if rest.starts_with(')') {
            line.get(..=at)?
        } else {
            before
        };
        Some((before, rest.get(length..)?.trim_start()))
    }) else {
        return line;
    };
    let capitals = before.chars().filter(|c| c.is_uppercase()).count();
    let small = before.chars().filter(|c| c.is_lowercase()).count();
    let is_dateline = before.ends_with(')') || capitals > small;
    if is_dateline && !rest.is_empty() {
        rest
    } else {
        line
    }
}

/// Where the first sentence of a line ends (UAX 29), an abbreviation aside.
fn sentence_end(line: &str) -> usize {
    let mut end = 0;
    for sentence in line.split_sentence_bounds() {
        end += sentence.len();
        let so_far = line.get(..end).unwrap_or(line);
        if so_far.chars().nth(MIN_SENTENCE).is_some() {
            break;
        }
    }
    end
}

/// The first sentence of a line, without a dateline, cut at a word.
fn first_sentence(line: &str) -> String {
    let line = head(without_dateline(line), MAX_BYTES);
    let sentence = collapsed(line.get(..sentence_end(line)).unwrap_or(line));
    let (mut cells, mut kept, mut word_end) = (0, 0, 0);
    for (start, cluster) in sentence.grapheme_indices(true) {
        cells += cluster_width(cluster);
        if cells > MAX_CELLS {
            let end = if word_end > 0 { word_end } else { kept };
            let cut = sentence.get(..end).unwrap_or_default();
            return format!("{}…", cut.trim_end_matches(|c: char| !c.is_alphanumeric()));
        }
        if cluster.starts_with(char::is_whitespace) {
            word_end = start;
        }
        kept = start + cluster.len();
    }
    sentence
}

/// A line with every run of white space as one space.
fn collapsed(line: &str) -> String {
    crate::text::sanitize::sanitize_line(line).into_owned()
}
