//! Articles as JSON has them, in commands and in files. The order of the fields
//! here is the order in the output.

use std::sync::Arc;

use serde::Serialize;

use super::{Article, EntityKind, LanguageTag, Marks, Mention, Rule, Script};
use crate::text::Direction;

/// One line of `nashra list --json`.
#[derive(Debug, Serialize)]
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Arc<str>>,
}

impl<'a> Record<'a> {
    /// The record of an article.
    #[must_use]
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
            tags: marks.tags,
        }
    }
}

/// The one object of `nashra show --json`, and of an article written to a file.
#[derive(Debug, Serialize)]
pub struct FullRecord<'a> {
    #[serde(flatten)]
    record: Record<'a>,
    text: &'a str,
    boilerplate: Vec<[usize; 2]>,
    entities: Vec<MentionRecord>,
}

impl<'a> FullRecord<'a> {
    /// The whole record of an article.
    #[must_use]
    pub fn new(article: &'a Article, marks: Marks) -> Self {
        Self {
            record: Record::new(article, marks),
            text: &article.text,
            boilerplate: article.furniture.iter().map(|r| [r.start, r.end]).collect(),
            entities: in_scalars(&article.text, &article.mentions),
        }
    }
}

/// A mention with its place in Unicode scalar values.
#[derive(Debug, Serialize)]
pub struct MentionRecord {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: EntityKind,
    canon: Arc<str>,
    name: Arc<str>,
    confidence: f32,
    rule: Rule,
}

/// The mentions, which are in order, with their places counted in scalar values.
#[must_use]
pub fn in_scalars(text: &str, mentions: &[Mention]) -> Vec<MentionRecord> {
    let (mut bytes, mut scalars) = (0, 0);
    let mut count = |to: usize| {
        scalars += text.get(bytes..to).map_or(0, |part| part.chars().count());
        bytes = to;
        scalars
    };
    let found = mentions.iter().map(|mention| MentionRecord {
        start: count(mention.bytes.start),
        end: count(mention.bytes.end),
        kind: mention.kind,
        canon: Arc::clone(&mention.canon),
        name: Arc::clone(&mention.name),
        confidence: (mention.confidence * 100.0).round() / 100.0,
        rule: mention.rule,
    });
    found.collect()
}
