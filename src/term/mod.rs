//! The terminal: taking it over, giving it back, and turning cells into bytes.
//!
//! Knows text and cells, not news.

mod page;
mod screen;
mod session;
mod style;

pub use page::{PAGE_QUERY, is_page_light};
pub use screen::Screen;
pub use session::{Session, restore_on_panic, suspend_process_group};
