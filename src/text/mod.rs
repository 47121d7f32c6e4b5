//! Pure text layout: from a paragraph of any script to cells.
//!
//! No input or output, no terminal, nothing that can fail, and no panic on any
//! string. Offsets are bytes of the caller's text; columns are terminal cells.

mod base;
mod bidi;
mod breaks;
mod cluster;
mod direction;
mod distance;
pub mod fold;
mod hyphen;
mod joining;
mod levels;
mod line;
mod order;
mod paragraph;
mod properties;
pub mod row;
pub mod sanitize;
mod separators;
mod tables;
mod unit;
pub mod width;
mod wrap;

pub use direction::{BaseDirection, Direction};
pub use distance::distance;
pub use line::{Cell, Line};
pub use order::visual_order;
pub use paragraph::{Paragraph, ParagraphStyle};
pub use separators::paragraphs;
pub use wrap::{LineSpan, Wrap};
