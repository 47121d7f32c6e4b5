//! Pure algorithms over a text: its language, its title, its page furniture, and what
//! it mentions.
//!
//! No input or output, no clock; what needs data has it embedded.

pub mod boilerplate;
pub mod entities;
pub mod language;
pub mod links;
pub mod mentions;
pub mod quantities;
pub mod words;

/// The beginning of a text, at most so many bytes, cut between characters.
fn head(text: &str, bytes: usize) -> &str {
    // A character has at most four bytes: one of four ends stands between two.
    (0..4)
        .find_map(|back| text.get(..bytes.checked_sub(back)?))
        .unwrap_or(text)
}
