//! What an article is about: mentions of people, places and organisations.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The type of an entity, under the labels the named-entity field uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntityKind {
    /// A person (`PER`).
    #[serde(rename = "PER")]
    Person,
    /// A place: country, city, region, sea, landmark (`LOC`).
    #[serde(rename = "LOC")]
    Place,
    /// An organisation, institution, company, party, agency (`ORG`).
    #[serde(rename = "ORG")]
    Organisation,
}

impl EntityKind {
    /// Every kind, in the order in which panes list them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Organisation];

    /// The label of the kind as the JSON of the batch commands has it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Place => "LOC",
            Self::Organisation => "ORG",
        }
    }
}

/// Which rule found a mention, kept so that a person can be told why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The name stands in the gazetteer in this form.
    Gazetteer,
    /// The same, behind an Arabic or Hebrew proclitic that is not part of the mention.
    Proclitic,
    /// The same, before a case ending or another suffix.
    Suffix,
    /// A surname alone: the full name stands in the same article, or nobody else
    /// who is known has it.
    Surname,
}

impl Rule {
    /// The rule's name as the JSON of the batch commands has it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Gazetteer => "gazetteer",
            Self::Proclitic => "proclitic",
            Self::Suffix => "suffix",
            Self::Surname => "surname",
        }
    }
}

/// Mentions of which the recogniser is less sure than this are told as uncertain.
const CERTAIN_FROM: f32 = 0.8;

impl Mention {
    /// Whether it is sure enough that the mention means the entity.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.confidence >= CERTAIN_FROM
    }
}

/// One mention of an entity in a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Bytes of the mention in the text it was found in.
    pub bytes: Range<usize>,
    /// Its type.
    pub kind: EntityKind,
    /// Canonical id of the entity, the same in every language.
    pub canon: Arc<str>,
    /// Canonical name of the entity, in English.
    pub name: Arc<str>,
    /// How sure the recogniser is, from 0 to 1.
    pub confidence: f32,
    /// What found it.
    pub rule: Rule,
}
