//! The nouns of the program, as plain data: articles, languages, entities, dates and amounts.
//!
//! Everything here is data with public fields. Whoever makes it (`ingest`,
//! `analysis`) fills it in; whoever shows it (`view`, `ui`, `cli`) reads it.
//! Every position is a byte offset into the article's own text.

mod article;
mod date;
mod entity;
mod language;
mod quantity;
mod query;
mod record;

pub use article::{Article, Origin, Part, TitleOrigin};
pub use date::{Date, Timestamp};
pub use entity::{EntityKind, Mention, Rule};
pub use language::{LanguageTag, Script};
pub use quantity::{Quantity, QuantityKind, QuantityRule};
pub use query::{
    Condition, Filter, LanguageNames, Marks, ProblemKind, Query, QueryProblem, Scope, State,
    Suggestion, Term,
};
pub use record::{FullRecord, MentionRecord, Record, in_scalars};
