//! Articles as the JSON of the batch commands has them. The order of the fields
//! here is the order in the output.

use serde::Serialize;

use super::entities::{Found, in_scalars};
use crate::corpus::{Article, LanguageTag, Marks, Script};
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
    entities: Vec<Found>,
}

impl<'a> FullRecord<'a> {
    /// The whole record of an article.
    pub fn new(article: &'a Article, marks: Marks) -> Self {
        Self {
            record: Record::new(article, marks),
            text: &article.text,
            boilerplate: article.furniture.iter().map(|r| [r.start, r.end]).collect(),
            entities: in_scalars(&article.text, &article.mentions),
        }
    }
}
