//! Asking a terminal what it is: one write, and answers as they come.
//!
//! Everything is asked at once, DA1 last: every terminal answers that, so what
//! did not come before it will not come. So the whole costs one round trip.

use std::io::Write;

use serde::{Deserialize, Serialize};

use super::emission::Glyphs;
use super::reply::Reply;
use crate::config::signs::Sign;

/// A letter of two bytes that is wide nowhere (East Asian Width N): the cursor after
/// it says whether the terminal reads UTF-8.
const UTF_8: &str = "ñ";
/// Lam and alef: one cell where the terminal itself makes a ligature of them.
const LAM_ALEF: &str = "\u{644}\u{627}";

/// XTVERSION, DECRQM of BDSM, of margins and of synchronized updates, DA3, DA2, OSC 11,
/// the state of the keyboard (kitty's protocol).
const IDENTITY: &[(&str, &str)] = &[
    ("XTVERSION", "\x1b[>q"),
    ("DECRQM 8", "\x1b[8$p"),
    ("DECRQM ?69", "\x1b[?69$p"),
    ("DECRQM ?2026", "\x1b[?2026$p"),
    ("DA3", "\x1b[=c"),
    ("DA2", "\x1b[>c"),
    ("OSC 11", "\x1b]11;?\x1b\\"),
    ("CSI ? u", "\x1b[?u"),
    ("DSR 5", "\x1b[5n"),
];
/// DA1, which every terminal answers.
const FENCE: &str = "\x1b[c";

/// What a terminal is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Questions {
    /// Everything; the widths of signs are seen in its last row, which is emptied.
    All {
        /// The rows of the screen.
        rows: u16,
    },
    /// What it is, without writing anything that shows.
    Identity,
    /// What the Linux console understands, which would print the rest.
    Console,
}

impl Questions {
    /// The bytes that ask.
    #[must_use]
    pub fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(256);
        if self != Self::Console {
            for (_, question) in IDENTITY {
                bytes.extend_from_slice(question.as_bytes());
            }
        }
        if let Self::All { rows } = self {
            for text in measured() {
                // Each where the last row begins, and back by CR; writing to a Vec
                // cannot fail.
                let _ = write!(bytes, "\x1b[{rows}H{text}\x1b[6n\r\x1b[K");
            }
        }
        bytes.extend_from_slice(FENCE.as_bytes());
        bytes
    }

    /// The names of what is asked, for people.
    #[must_use]
    pub fn names(self) -> Vec<&'static str> {
        let identity = IDENTITY.iter().map(|(name, _)| *name);
        let mut names: Vec<&str> = match self {
            Self::Console => Vec::new(),
            _ => identity.collect(),
        };
        if matches!(self, Self::All { .. }) {
            names.push("CPR");
        }
        names.push("DA1");
        names
    }
}

/// The texts whose widths are asked for, in order.
fn measured() -> impl Iterator<Item = &'static str> {
    let signs = Sign::ALL.iter().map(|sign| sign.drawn());
    [UTF_8, LAM_ALEF].into_iter().chain(signs)
}

/// What a terminal answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// XTVERSION.
    pub version: Option<String>,
    /// DA1; with it everything is answered.
    pub primary: Option<String>,
    /// DA2.
    pub secondary: Option<String>,
    /// DA3.
    pub tertiary: Option<String>,
    /// DECRQM 8: whether it can be told to reorder nothing.
    pub explicit: Option<u8>,
    /// DECRQM ?69: left and right margins.
    pub margins: Option<u8>,
    /// DECRQM ?2026: synchronized updates.
    pub synchronized: Option<u8>,
    /// OSC 11: whether its page is light.
    pub light_page: Option<bool>,
    /// CSI ? u: the flags of its keyboard, where it can tell keys apart.
    pub keyboard: Option<u8>,
    /// Whether it answered DSR 5.
    pub acknowledges: bool,
    /// The cells that a letter of two bytes, lam with alef, and the signs of the
    /// interface took, in this order.
    pub widths: Vec<u16>,
}

impl Answers {
    /// Takes an answer. Whether it was the last.
    pub fn take(&mut self, reply: Reply) -> bool {
        match reply {
            Reply::Primary(attributes) => {
                self.primary = Some(attributes);
                return true;
            }
            Reply::Secondary(attributes) => self.secondary = Some(attributes),
            Reply::Tertiary(unit) => self.tertiary = Some(unit),
            Reply::Version(version) => self.version = Some(version),
            Reply::Mode {
                is_private,
                mode,
                state,
            } => match (is_private, mode) {
                (false, 8) => self.explicit = Some(state),
                (true, 69) => self.margins = Some(state),
                (true, 2026) => self.synchronized = Some(state),
                _ => {}
            },
            Reply::Page(light) => self.light_page = Some(light),
            Reply::Keyboard(flags) => self.keyboard = Some(flags),
            // More than were asked for come from a question before.
            Reply::Position { column, .. } if self.widths.len() <= measured().count() => {
                self.widths.push(column.saturating_sub(1));
            }
            Reply::Position { .. } => {}
            Reply::Alive => self.acknowledges = true,
        }
        false
    }

    /// Whether everything that will be answered was.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.primary.is_some()
    }

    /// What the terminal can show, as far as widths tell.
    #[must_use]
    pub fn glyphs(&self) -> Glyphs {
        let Some((utf_8, rest)) = self.widths.split_first() else {
            return Glyphs::default();
        };
        if self.widths.len() != measured().count() {
            return Glyphs::default();
        }
        let signs = rest.get(1..).unwrap_or_default();
        Glyphs {
            ascii: *utf_8 == 2,
            wide_signs: Sign::ALL
                .iter()
                .zip(signs)
                .filter(|(_, cells)| **cells != 1)
                .filter_map(|(sign, _)| sign.drawn().chars().next())
                .collect(),
            ..Glyphs::default()
        }
    }

    /// The texts that were measured, with the cells they took.
    pub fn measured(&self) -> impl Iterator<Item = (&'static str, u16)> + '_ {
        measured().zip(self.widths.iter().copied())
    }
}

/// Whether a state that DECRQM gives means that the mode is there to be used.
pub(super) const fn is_there(state: Option<u8>) -> bool {
    matches!(state, Some(1 | 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_question_is_the_one_that_all_answer() {
        for questions in [
            Questions::All { rows: 24 },
            Questions::Identity,
            Questions::Console,
        ] {
            assert!(questions.bytes().ends_with(b"\x1b[c"), "{questions:?}");
            assert_eq!(questions.names().last(), Some(&"DA1"));
        }
        assert_eq!(Questions::Console.bytes(), b"\x1b[c");
        assert!(Questions::All { rows: 24 }.bytes().len() < 512);
    }

    #[test]
    fn signs_that_are_wide_are_found() {
        let mut answers = Answers::default();
        assert_eq!(answers.glyphs(), Glyphs::default());
        for (place, _) in measured().enumerate() {
            let column = if place == 3 { 3 } else { 2 };
            assert!(!answers.take(Reply::Position { row: 24, column }));
        }
        let glyphs = answers.glyphs();
        assert!(!glyphs.ascii);
        assert_eq!(glyphs.wide_signs, ['★']);
        assert!(answers.take(Reply::Primary("6".to_owned())));
        let bytes = Answers {
            widths: vec![2; measured().count()],
            ..Answers::default()
        };
        assert!(bytes.glyphs().ascii);
        let torn = Answers {
            widths: vec![2, 2],
            ..Answers::default()
        };
        assert_eq!(torn.glyphs(), Glyphs::default());
    }
}
