//! An article as its source has it.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::corpus::{Origin, Timestamp};

/// An article that was read and sanitized, and not yet analysed.
#[derive(Clone, Debug)]
pub struct RawArticle {
    /// Its name, unique among the articles of one reading.
    pub id: Arc<str>,
    /// The headline, where the source has a field for it.
    pub title: Option<String>,
    /// The whole text.
    pub text: String,
    /// What the source says the language is, as it says it.
    pub language: Option<String>,
    /// When it was published.
    pub date: Option<Timestamp>,
    /// Who published it.
    pub source: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Where it was read from.
    pub origin: Origin,
    /// Fields of the source that have no place above.
    pub metadata: Map<String, Value>,
    /// Its place in the order of reading, from 0.
    pub rank: u64,
}
