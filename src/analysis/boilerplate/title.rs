//! The headline of a text that has no field for it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::lines::lines;
use crate::analysis::language::script::Histogram;
use crate::corpus::{Script, TitleOrigin};

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
/// A sentence that stands in for a headline is cut at so many cells.
const MAX_CELLS: usize = 90;
/// How many lines may stand above the headline.
const MAX_LINES_BEFORE: usize = 12;

/// Finds the headline of a text whose main script is `script`: its first line,
/// unless that cannot be one; else the first sentence, cut. `None` for a text
/// without letters.
#[must_use]
pub fn title(text: &str, script: Script) -> Option<Title> {
    let mut first_prose = None;
    for (bytes, line) in lines(text).take(MAX_LINES_BEFORE) {
        match judge(line, script) {
            Verdict::Headline => {
                return Some(Title {
                    text: line.to_owned(),
                    origin: TitleOrigin::Line,
                    bytes: Some(bytes),
                });
            }
            Verdict::Prose => {
                first_prose = Some(line);
                break;
            }
            Verdict::Neither => {}
        }
    }
    let line = first_prose.or_else(|| {
        let mut all = lines(text).map(|(_, line)| line);
        all.find(|line| Histogram::of(line).total() > 0)
    })?;
    Some(Title {
        text: first_sentence(line),
        origin: TitleOrigin::Sentence,
        bytes: None,
    })
}

enum Verdict {
    Headline,
    Prose,
    Neither,
}

fn judge(line: &str, script: Script) -> Verdict {
    let histogram = Histogram::of(line);
    let own = histogram.count(script);
    if histogram.total() < MIN_LETTERS || own * 2 < histogram.total() || is_address(line) {
        return Verdict::Neither;
    }
    let is_long = line.chars().nth(MAX_CHARACTERS).is_some();
    if is_long || without_dateline(line).len() < line.len() {
        return Verdict::Prose;
    }
    Verdict::Headline
}

/// A web or mail address and nothing else.
fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace) && (line.contains("://") || line.starts_with("www."))
}

/// A line without the dateline at its beginning: `(Agency) – `.
fn without_dateline(line: &str) -> &str {
    let stripped = || -> Option<&str> {
        let (_, rest) = line.strip_prefix('(')?.split_once(')')?;
        let rest = rest.trim_start().strip_prefix(['–', '—', '-'])?;
        Some(rest.trim_start())
    };
    stripped().filter(|rest| !rest.is_empty()).unwrap_or(line)
}

/// The first sentence of a line, without a dateline, cut at a word.
fn first_sentence(line: &str) -> String {
    let line = without_dateline(line);
    let sentence = line.unicode_sentences().next().unwrap_or(line).trim();
    let mut cut = 0;
    let mut cells = 0;
    for (start, word) in sentence.split_word_bound_indices() {
        cells += word.chars().count();
        if cells > MAX_CELLS {
            let kept = sentence.get(..cut).unwrap_or_default().trim_end();
            return format!("{kept}…");
        }
        cut = start + word.len();
    }
    sentence.to_owned()
}
