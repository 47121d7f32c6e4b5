//! The library: the articles of a corpus, and what a person did with them.
//!
//! [`Catalog`] holds the articles of the open corpus in memory. [`Library`] is the
//! database on disk, [`Keeper`] what the program holds of it: it saves to the library,
//! keeps in memory what could not be saved, and tries again with the next change.

mod catalog;
mod corpus_key;
mod error;
mod import;
mod keeper;
mod library;
mod saving;
mod schema;
mod search;
mod state;
mod terminals;

pub use catalog::Catalog;
pub use corpus_key::CorpusKey;
pub use error::StoreError;
pub use import::{Import, ImportEvent, ImportSummary};
pub use keeper::Keeper;
pub use library::{CorpusId, CorpusRecord, Library};
pub use search::{FoldCache, FoldedArticle, Found, Hits, Respelling, Search, Vocabulary, snippet};
pub use state::{ArticleChange, ArticleState, CorpusState, Habits, StateChange, Tags};
