//! The terminal: what it is, what it can do, and how cells become its bytes.
//!
//! Knows text and cells, not news.

mod difference;
mod emission;
mod grid;
mod page;
mod screen;
mod scroll;
mod session;
mod style;
mod writer;

pub use emission::{Glyphs, Reordering};
pub use page::{PAGE_QUERY, is_page_light};
pub use screen::{Frame, Manner, Screen, Sent};
pub use session::{Session, restore_on_panic, suspend_process_group};
