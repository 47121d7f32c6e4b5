//! Who and where an article is about: names found in its text and led to one
//! canonical id, whatever the language.
//!
//! A text is folded with a byte map, the index of the gazetteer is walked from
//! each place where a word can begin (`walk`), behind the proclitics of
//! Arabic, Hebrew and Ethiopic writing (`proclitics`), through declined words
//! (`paradigms`) and up to added endings (`endings`). Of what is found, the
//! longest counts whose language, capitals and marks fit (`spelling`);
//! surnames are decided last, when it is known who else the text names.

mod address;
pub mod asset;
mod boundary;
mod candidate;
mod cues;
mod division;
mod endings;
mod fit;
mod gazetteer;
mod key;
mod neighbours;
mod paradigms;
mod proclitics;
mod recogniser;
mod related;
pub(in crate::analysis) mod script;
mod spelling;
mod walk;

pub use gazetteer::{Entity, Form, Gazetteer, GazetteerError};
pub use key::key;
pub use paradigms::decline;
pub use recogniser::Recogniser;
