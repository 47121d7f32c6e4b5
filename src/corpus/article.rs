//! One article, as the rest of the program sees it.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use super::{LanguageTag, Mention, Quantity, Script, Timestamp};
use crate::text::{Direction, paragraphs};

/// Where an article's title came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleOrigin {
    /// A field of its own in the source.
    Field,
    /// A line of the text.
    Line,
    /// The first sentence of the text, cut: the text has no title.
    Sentence,
    /// The name of the file: the text has no words.
    FileName,
}

/// Where an article was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file, or `None` for the sample corpus and standard input.
    pub path: Option<PathBuf>,
    /// The line of a line-based format, counted from 1.
    pub line: Option<u64>,
}

/// One article, read, cleaned and analysed.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name in the corpus, unique there and the same at every start.
    pub id: Arc<str>,
    /// The headline, sanitized, on one line.
    pub title: String,
    /// Where the headline came from.
    pub title_origin: TitleOrigin,
    /// The whole text, sanitized, with its lines; the currency of every offset.
    pub text: Arc<str>,
    /// Bytes of `text` that are the headline, where it is a line of the text:
    /// a reader shows them as the headline and not again.
    pub title_bytes: Option<Range<usize>>,
    /// Bytes of `text` that are page furniture: navigation, repeated captions,
    /// notices. In order, whole lines, not overlapping.
    pub furniture: Vec<Range<usize>>,
    /// The language.
    pub language: LanguageTag,
    /// How sure the language is, from 0 to 1.
    pub language_confidence: f32,
    /// The main script.
    pub script: Script,
    /// The direction of the language and script: what a paragraph that says
    /// nothing else follows.
    pub direction: Direction,
    /// When it was published, where the source says so.
    pub date: Option<Timestamp>,
    /// Who published it: a host or a feed's name.
    pub source: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Number of words (UAX 29 words that hold a letter or digit).
    pub words: usize,
    /// Mentions in `title`.
    pub title_mentions: Vec<Mention>,
    /// Mentions in `text`, in order, not overlapping.
    pub mentions: Vec<Mention>,
    /// Dates and amounts in `title`.
    pub title_quantities: Vec<Quantity>,
    /// Dates and amounts in `text`, in order, overlapping neither each other nor mentions.
    pub quantities: Vec<Quantity>,
    /// Where it was read from.
    pub origin: Origin,
    /// Fields of the source that have no place above.
    pub metadata: serde_json::Map<String, serde_json::Value>,
}

/// A paragraph of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// Whether it is page furniture.
    pub furniture: bool,
}

impl Article {
    /// The paragraphs below the headline that hold something: without empty lines and
    /// without the line that is the headline itself.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        let title = self.title_bytes.clone().unwrap_or(0..0);
        paragraphs(&self.text)
            .filter(move |bytes| {
                let text = self.text.get(bytes.clone()).unwrap_or_default();
                let is_title = title.start <= bytes.start && bytes.end <= title.end;
                !text.trim().is_empty() && !is_title
            })
            .map(|bytes| Part {
                furniture: self.is_furniture(&bytes),
                bytes,
            })
    }

    fn is_furniture(&self, bytes: &Range<usize>) -> bool {
        let furniture = &self.furniture;
        let next = furniture.partition_point(|range| range.end <= bytes.start);
        furniture
            .get(next)
            .is_some_and(|range| range.start < bytes.end)
    }
}
