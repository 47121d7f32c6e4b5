//! Articles as the JSON of the batch commands has them. The order of the fields
//! here is the order in the output.

use std::ops::Range;

use serde::Serialize;

use crate::corpus::{Article, LanguageTag, Marks, Mention, Script};
use crate::text::Direction;

/// One line of `nashra list --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    id: &'a str,
    title: &'a str,
    lang: &'a LanguageTag,
    lang_confidence: f32,
    script: Script,
    direction: Direction,
    date: Option<String>,
    source: Option<&'a str>,
    words: usize,
    read: bool,
    starred: bool,
}

impl<'a> Record<'a> {
    /// The record of an article.
    pub fn new(article: &'a Article, marks: Marks) -> Self {
        Self {
            id: &article.id,
            title: &article.title,
            lang: &article.language,
            lang_confidence: article.language_confidence,
            script: article.script,
            direction: article.direction,
            date: article.date.map(|date| date.rfc3339()),
            source: article.source.as_deref(),
            words: article.words,
            read: marks.read,
            starred: marks.starred,
        }
    }
}

/// The one object of `nashra show --json`.
#[derive(Serialize)]
pub struct FullRecord<'a> {
    #[serde(flatten)]
    record: Record<'a>,
    text: &'a str,
    boilerplate: Vec<[usize; 2]>,
    entities: Vec<Entity<'a>>,
}

impl<'a> FullRecord<'a> {
    /// The whole record of an article.
    pub fn new(article: &'a Article, marks: Marks) -> Self {
        Self {
            record: Record::new(article, marks),
            text: &article.text,
            boilerplate: article.furniture.iter().map(|r| [r.start, r.end]).collect(),
            entities: entities(&article.text, &article.mentions),
        }
    }
}

/// One mention, as `nashra entities` and `nashra show --json` write it.
#[derive(Serialize)]
pub struct Entity<'a> {
    /// First Unicode scalar value of the mention in the text, from 0.
    start: usize,
    /// The scalar value after the last.
    end: usize,
    r#type: &'static str,
    canon: &'a str,
    name: &'a str,
    confidence: f32,
    rule: &'static str,
}

/// The mentions of a text, in order, with their offsets in scalar values.
pub fn entities<'a>(text: &str, mentions: &'a [Mention]) -> Vec<Entity<'a>> {
    let mut counter = ScalarCounter::new(text);
    mentions
        .iter()
        .map(|mention| {
            let Range { start, end } = mention.bytes;
            Entity {
                start: counter.at(start),
                end: counter.at(end),
                r#type: mention.kind.label(),
                canon: &mention.canon,
                name: &mention.name,
                confidence: mention.confidence,
                rule: mention.rule.label(),
            }
        })
        .collect()
}

/// Turns byte offsets into scalar offsets, fast while they only grow.
struct ScalarCounter<'a> {
    text: &'a str,
    byte: usize,
    scalar: usize,
}

impl<'a> ScalarCounter<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            scalar: 0,
        }
    }

    /// The scalar offset of a byte offset; one inside a character counts that one.
    fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.scalar) = (0, 0);
        }
        let passed = self
            .text
            .as_bytes()
            .get(self.byte..byte.min(self.text.len()));
        // Every byte but those that continue a character (10xxxxxx) begins one.
        let starts = passed
            .unwrap_or_default()
            .iter()
            .filter(|b| **b & 0xC0 != 0x80);
        self.scalar += starts.count();
        self.byte = byte.min(self.text.len());
        self.scalar
    }
}

#[cfg(test)]
mod tests {
    use super::ScalarCounter;

    #[test]
    fn bytes_become_scalars_in_any_order() {
        let text = "aب漢🎈e\u{301}";
        let offsets: Vec<usize> = text
            .char_indices()
            .map(|(byte, _)| byte)
            .chain([text.len()])
            .collect();
        let mut counter = ScalarCounter::new(text);
        for (scalar, byte) in offsets.iter().enumerate() {
            assert_eq!(counter.at(*byte), scalar);
        }
        for (scalar, byte) in offsets.iter().enumerate().rev() {
            assert_eq!(counter.at(*byte), scalar);
        }
        assert_eq!(counter.at(999), 6);
    }
}
