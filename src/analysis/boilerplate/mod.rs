//! What of a text is the article: its title, and the furniture of the page it
//! was taken from (navigation, repeated captions, notices).
//!
//! Nothing is deleted: furniture is named as ranges of the text, whole lines, so
//! that a reader can fold it and show it again.

mod furniture;
mod lines;
mod title;

pub use furniture::furniture;
pub use lines::LineCounts;
pub use title::{Title, title};
