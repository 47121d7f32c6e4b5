//! The terminal: what it is, what it can do, and how cells become its bytes.
//!
//! Knows text and cells, not news. [`Screen`] turns frames into bytes, in the
//! [`Manner`] that a [`Decision`] found for the terminal; [`Questions`] and
//! [`Answers`] are how it is asked, [`Sequences`] how it is understood.

mod clipboard;
mod decision;
mod difference;
mod emission;
mod explicit;
mod frame;
mod grid;
mod interview;
mod movement;
mod multiplexer;
mod number;
mod page;
mod probe;
mod recognition;
mod reply;
mod screen;
mod scroll;
mod sequence;
mod session;
mod style;
mod surroundings;
mod terminals;
mod writer;

pub use clipboard::{Clipboard, ClipboardRoute};
pub use decision::{Decision, Reason, Wishes};
pub use emission::{Glyphs, Reordering};
pub use explicit::Switching;
pub use frame::Frame;
pub use interview::{Interview, interview};
pub use multiplexer::{ask_tmux, copy_to_tmux};
pub use probe::{Answers, Questions};
pub use recognition::is_reordered;
pub use reply::Reply;
pub use screen::{Manner, Screen, Sent};
pub use sequence::{Patience, Sequences, Token};
pub use session::{
    LineModes, Session, end_soon, restore_on_panic, suspend_process_group, tells_keys_apart,
};
pub use surroundings::{Outer, Surroundings};
pub use terminals::Switch;
