//! The library: the articles of a corpus, and what its reader did with them.

mod catalog;

pub use catalog::Catalog;
