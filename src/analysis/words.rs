//! Words of a text.

use std::sync::LazyLock;

use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::Script;

/// Its dictionaries are in the program for laying lines out; those of the word
/// segmenter would be three more megabytes.
static DICTIONARY: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_dictionary(Default::default()));

/// The number of words of a text whose main script is `script`: segments between
/// the word boundaries of UAX 29 that hold a letter or a digit.
///
/// Thai, Lao, Khmer and Burmese put no spaces between words: there, segments
/// between the line breaks that their dictionaries allow. Chinese characters and
/// hiragana count one each, as in the usual counts of those languages.
#[must_use]
pub fn count(text: &str, script: Script) -> usize {
    match script.code() {
        "Thai" | "Laoo" | "Khmr" | "Mymr" => {
            let mut start = 0;
            let segments = DICTIONARY.segment_str(text).filter(|&end| {
                let segment = text.get(start..end).unwrap_or_default();
                start = end;
                segment.chars().any(char::is_alphanumeric)
            });
            segments.count()
        }
        _ => text.unicode_words().count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hold_a_letter_or_a_digit() {
        for (text, script, words) in [
            ("", b"Zyyy", 0),
            ("— … 🙂 !", b"Zyyy", 0),
            ("It can’t cost 3.50 €, can it?", b"Latn", 6),
            ("كتبَ الولدُ رسالةً", b"Arab", 3),
            ("ทุกสองสัปดาห์ - ทุก", b"Thai", 4),
            ("北京今天晴", b"Hani", 5),
        ] {
            assert_eq!(count(text, Script::new(*script)), words, "{text}");
        }
    }
}
