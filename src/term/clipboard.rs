//! The terminal's clipboard (OSC 52), which travels with the connection.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::probe::Answers;
use super::terminals::Terminal;

/// Bytes of base64 that every terminal with a clipboard takes: the smallest limit in use
/// (xterm's own in versions before 2020, kitty's chunks).
const LIMIT: usize = 74_994;
/// GNU screen passes device control strings of fewer bytes than this on.
const SCREEN_PIECE: usize = 240;
/// The attribute by which a terminal says that it has a clipboard (DA1).
const ATTRIBUTE: &str = "52";

/// The way of a text to the clipboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClipboardRoute {
    /// Straight to the terminal.
    #[default]
    Terminal,
    /// Through tmux, which is handed the text by its own command.
    Tmux,
    /// Through GNU screen, in pieces.
    Screen,
}

/// What is known of the clipboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clipboard {
    /// The way there.
    pub route: ClipboardRoute,
    /// Whether the terminal takes texts as it is delivered; `None` where that is not
    /// known.
    pub accepts: Option<bool>,
}

impl Clipboard {
    /// What follows from the terminal and what stands between.
    pub(super) fn new(
        row: Option<&Terminal>,
        answers: &Answers,
        multiplexer: Option<&str>,
    ) -> Self {
        let route = match multiplexer {
            Some("tmux") => ClipboardRoute::Tmux,
            Some("screen" | "GNU screen") => ClipboardRoute::Screen,
            _ => ClipboardRoute::Terminal,
        };
        let says_so = || {
            let attributes = answers.primary.as_deref().unwrap_or_default();
            let says_so = attributes.split(';').any(|one| one == ATTRIBUTE);
            (route == ClipboardRoute::Terminal && says_so).then_some(true)
        };
        Self {
            route,
            accepts: row.and_then(|row| row.clipboard).or_else(says_so),
        }
    }

    /// Whether a text is known to arrive there.
    #[must_use]
    pub fn is_sure_of(self, text: &str) -> bool {
        let encoded = text.len().div_ceil(3).saturating_mul(4);
        self.accepts == Some(true)
            && (encoded <= LIMIT || self.route == ClipboardRoute::Tmux)
            && self.route != ClipboardRoute::Screen
    }

    /// The bytes that put a text into the clipboard, for the terminal to read.
    #[must_use]
    pub fn bytes(self, text: &str) -> Vec<u8> {
        let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
        if self.route != ClipboardRoute::Screen {
            return sequence.into_bytes();
        }
        let mut pieces = Vec::with_capacity(sequence.len() * 2);
        for piece in sequence.as_bytes().chunks(SCREEN_PIECE) {
            pieces.extend_from_slice(b"\x1bP");
            pieces.extend_from_slice(piece);
            pieces.extend_from_slice(b"\x1b\\");
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_encoded_and_parted_for_screen() {
        let direct = Clipboard::default();
        assert_eq!(direct.bytes("بوتين"), b"\x1b]52;c;2KjZiNiq2YrZhg==\x07");
        let screen = Clipboard {
            route: ClipboardRoute::Screen,
            accepts: Some(true),
        };
        let bytes = screen.bytes(&"x".repeat(1000));
        let pieces: Vec<_> = bytes.split(|byte| *byte == b'P').skip(1).collect();
        assert_eq!(pieces.len(), 6);
        assert!(pieces.iter().all(|piece| piece.len() <= SCREEN_PIECE + 3));
        assert!(!screen.is_sure_of("x"));
    }

    #[test]
    fn what_is_known_of_it_follows_from_answers() {
        let says = |attributes: &str| Answers {
            primary: Some(attributes.to_owned()),
            ..Answers::default()
        };
        let known = Clipboard::new(None, &says("62;22;52"), None);
        assert!(known.is_sure_of("a"));
        assert!(!known.is_sure_of(&"a".repeat(60_000)));
        assert!(!Clipboard::new(None, &says("62;22"), None).is_sure_of("a"));
        // What answers inside tmux is tmux.
        let inside = Clipboard::new(None, &says("1;2;52"), Some("tmux"));
        assert_eq!(inside.route, ClipboardRoute::Tmux);
        assert_eq!(inside.accepts, None);
    }
}
