//! Articles as JSON has them, in commands and in files. The order of the fields
//! here is the order in the output.

use std::sync::Arc;

use serde::Serialize;

use super::{
    Article, EntityKind, LanguageTag, Marks, Mention, Quantity, QuantityKind, QuantityRule, Rule,
    Script,
};
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
            entities: in_scalars(&article.text, &article.mentions, &article.quantities),
        }
    }
}

/// A mention of an entity, or a date or amount, with its place in Unicode scalar values.
#[derive(Debug, Serialize)]
pub struct MentionRecord {
    start: usize,
    end: usize,
    #[serde(flatten)]
    what: Mentioned,
}

/// What stands there: a name has a canonical id, a date or amount its value.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Mentioned {
    Entity {
        #[serde(rename = "type")]
        kind: EntityKind,
        canon: Arc<str>,
        name: Arc<str>,
        confidence: f32,
        rule: Rule,
    },
    Quantity {
        #[serde(rename = "type")]
        kind: QuantityKind,
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Box<str>>,
        confidence: f32,
        rule: QuantityRule,
    },
}

impl From<&Mention> for Mentioned {
    fn from(mention: &Mention) -> Self {
        Self::Entity {
            kind: mention.kind,
            canon: Arc::clone(&mention.canon),
            name: Arc::clone(&mention.name),
            confidence: rounded(mention.confidence),
            rule: mention.rule,
        }
    }
}

impl From<&Quantity> for Mentioned {
    fn from(quantity: &Quantity) -> Self {
        Self::Quantity {
            kind: quantity.kind,
            value: quantity.value.clone(),
            confidence: rounded(quantity.confidence),
            rule: quantity.rule,
        }
    }
}

fn rounded(confidence: f32) -> f32 {
    (confidence * 100.0).round() / 100.0
}

/// The names and the dates and amounts of a text, each in order, as one list in order,
/// with their places counted in scalar values.
#[must_use]
pub fn in_scalars(text: &str, names: &[Mention], quantities: &[Quantity]) -> Vec<MentionRecord> {
    let names = names
        .iter()
        .map(|name| (&name.bytes, Mentioned::from(name)));
    let amounts = quantities
        .iter()
        .map(|quantity| (&quantity.bytes, Mentioned::from(quantity)));
    let mut found: Vec<_> = names.chain(amounts).collect();
    found.sort_by_key(|(bytes, _)| bytes.start);
    let (mut bytes, mut scalars) = (0, 0);
    let mut count = |to: usize| {
        scalars += text.get(bytes..to).map_or(0, |part| part.chars().count());
        bytes = to;
        scalars
    };
    let records = found.into_iter().map(|(bytes, what)| MentionRecord {
        start: count(bytes.start),
        end: count(bytes.end),
        what,
    });
    records.collect()
}
