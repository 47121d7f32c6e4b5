//! Pure text layout: from a paragraph of any script to cells.
//!
//! No input or output, no terminal, nothing that can fail, and no panic on any
//! string. Offsets are bytes of the caller's text; columns are terminal cells.

mod direction;
pub mod fold;
mod line;
mod paragraph;
pub mod sanitize;
pub mod width;
mod wrap;

pub use direction::{BaseDirection, Direction};
pub use line::{Cell, Line};
pub use paragraph::{Paragraph, ParagraphStyle, paragraphs};
pub use wrap::{LineSpan, Wrap};
