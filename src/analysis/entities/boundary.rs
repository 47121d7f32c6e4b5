//! Where names may begin and end in a text.

use std::ops::Range;

use super::script::{Writing, is_sign, is_word, writing};
use crate::text::fold::Folded;

/// The longest rest of a word that is compared with endings, in bytes.
const LONGEST_ENDING: usize = 48;

/// A text and what it folds to. Folding hides what parts some words: katakana
/// from hiragana, the joiner that Persian puts before endings, line breaks.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    /// The text as it is written.
    pub source: &'a str,
    /// The same, folded.
    pub folded: &'a Folded,
}

impl<'a> Text<'a> {
    /// The folded text from a byte on.
    pub(super) fn from(&self, at: usize) -> &'a str {
        self.folded.text.get(at..).unwrap_or_default()
    }

    /// The text as it is written at a folded range.
    pub(super) fn written(&self, folded: Range<usize>) -> &'a str {
        self.source
            .get(self.folded.source(folded))
            .unwrap_or_default()
    }

    /// Whether a name may begin or end at a byte of the folded text, as the
    /// scripts of the letters beside it part words.
    pub(super) fn is_boundary(&self, at: usize) -> bool {
        let before = self
            .folded
            .text
            .get(..at)
            .and_then(|text| text.chars().next_back());
        let (Some(before), Some(after)) = (before, self.from(at).chars().next()) else {
            return true;
        };
        if !is_word(before) || !is_word(after) {
            return true;
        }
        match (writing(before), writing(after)) {
            (Writing::Spaced, Writing::Spaced) => self.has_joiner(before, at),
            (_, Writing::UnspacedWithSigns) => !is_sign(after),
            (Writing::Kana, Writing::Kana) => {
                self.is_katakana(at - before.len_utf8()) != self.is_katakana(at)
            }
            _ => true,
        }
    }

    /// The rest of the word from a byte of the folded text on; `None` where it
    /// is longer than any ending.
    pub(super) fn rest_of_word(&self, at: usize) -> Option<&'a str> {
        let rest = self.from(at);
        let mut end = 0;
        for c in rest.chars() {
            if !is_word(c) || writing(c) != Writing::Spaced {
                break;
            }
            end += c.len_utf8();
            if end > LONGEST_ENDING {
                return None;
            }
        }
        rest.get(..end)
    }

    /// The word that begins at a byte of the folded text, in a script that parts words.
    pub(super) fn word(&self, at: usize) -> &'a str {
        let rest = self.from(at);
        let end = rest
            .char_indices()
            .find(|(_, c)| !is_word(*c) || writing(*c) != Writing::Spaced);
        rest.get(..end.map_or(rest.len(), |(end, _)| end))
            .unwrap_or_default()
    }

    /// Whether a zero-width non-joiner, which folding drops, stands before a
    /// byte: Persian parts endings from a word with it.
    fn has_joiner(&self, before: char, at: usize) -> bool {
        matches!(before, '\u{600}'..='\u{6FF}')
            && self
                .written(at - before.len_utf8()..at)
                .ends_with('\u{200C}')
    }

    /// Whether the letter at a byte is written in katakana, which folds to hiragana.
    fn is_katakana(&self, at: usize) -> bool {
        let letter = self.from(at).chars().next().map_or(0, char::len_utf8);
        let written = self.written(at..at + letter).chars().next();
        written.is_some_and(|c| matches!(c, '\u{30A1}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}'))
    }
}
