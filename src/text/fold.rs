//! Search folding: what a reader takes for the same letter compares equal.
//!
//! Built on compatibility decomposition (UAX 15) and full case folding, with the
//! steps a reader of each script expects beyond them:
//!
//! - marks fall away on Latin, Greek, Cyrillic, Arabic and Hebrew letters
//!   (`é` e, `ё` е, harakat, niqqud); elsewhere they are letters and stay;
//! - tatweel and everything invisible (joiners, soft hyphens, variation
//!   selectors, bidi controls) falls away;
//! - families of one letter are one: ya, kaf and heh of Arabic, Persian, Urdu
//!   and Kurdish, alef wasla, Hebrew finals, katakana and hiragana, `ø đ ł ı ß`;
//! - all decimal digits are ASCII, quotation marks and dashes have one form,
//!   every run of white space is one space.
//!
//! Hangul syllables and voiced kana stay composed: each is one letter to its
//! readers. German spelling without umlauts (`ue` for `ü`) is [`Needle`]'s work.

mod folder;
mod letters;
mod map;
mod needle;

use std::ops::Range;

use map::SourceMap;
pub use needle::Needle;

/// A folded text that knows where each part of it came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    map: SourceMap,
    umlauts: Vec<Umlaut>,
}

/// A letter whose mark is written as a second letter where it cannot be typed:
/// `ä` ae, `ö` and `ø` oe, `ü` ue, `å` aa.
#[derive(Clone, Copy, Debug)]
struct Umlaut {
    /// Offset of the base letter in the folded text.
    at: u32,
    /// The letter that can stand for the mark, in ASCII.
    second: u8,
}

impl Folded {
    /// The source bytes of a range of the folded text: whole characters, with the
    /// marks and invisible characters that folded away behind them. A range of no
    /// bytes has none; one past the end is cut.
    #[must_use]
    pub fn source(&self, folded: Range<usize>) -> Range<usize> {
        self.map.source(folded, self.text.len())
    }

    /// The letter that can stand for the mark folded away at an offset.
    fn second_letter(&self, at: usize) -> Option<u8> {
        let at = u32::try_from(at).ok()?;
        let index = self.umlauts.binary_search_by_key(&at, |umlaut| umlaut.at);
        self.umlauts.get(index.ok()?).map(|umlaut| umlaut.second)
    }
}

/// Folds a text for searching, with its byte map. A text that folds to letters
/// of the same length, as ASCII does, has an empty map. Of a text longer than
/// 256 MiB, only that much is folded.
#[must_use]
pub fn fold(text: &str) -> Folded {
    folder::fold(text)
}

/// Folds a name or a word to a key: the folded text without white space at its
/// ends. Texts that a reader takes for the same have the same key.
#[must_use]
pub fn fold_key(text: &str) -> String {
    let mut key = folder::fold(text).text;
    key.truncate(key.trim_end().len());
    let start = key.len() - key.trim_start().len();
    key.drain(..start);
    key
}

#[cfg(test)]
mod tests;
