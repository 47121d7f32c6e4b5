//! Readers of formats: bytes become raw articles, decoded and cleaned.
//!
//! [`read`] takes what a person named (folders, files, the sample) and hands out
//! articles one at a time, in the same order every time. What cannot be read
//! becomes a [`Problem`] and stops nothing. Memory holds one article at a time.

mod assemble;
mod date;
mod format;
mod jsonl;
mod lines;
mod problem;
mod raw;
mod reader;
mod record;
mod text_file;
mod walk;

pub use assemble::Assembler;
pub use problem::{Problem, Reason};
pub use raw::RawArticle;
pub use reader::{Event, Input, read};
