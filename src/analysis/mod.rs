//! Pure algorithms over a text: its language, its page furniture, its title.
//!
//! No input or output, no clock; what needs data has it embedded.

pub mod language;
