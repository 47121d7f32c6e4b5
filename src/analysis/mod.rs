//! Pure algorithms over a text: its language, its title, its page furniture.
//!
//! No input or output, no clock; what needs data has it embedded.

pub mod boilerplate;
pub mod entities;
pub mod language;
pub mod words;
