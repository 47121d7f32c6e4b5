//! Words of a text.

use unicode_segmentation::UnicodeSegmentation;

/// The number of words: segments between the word boundaries of UAX 29 that hold
/// a letter or a digit.
///
/// Scripts that put no spaces between words (Thai, Lao, Khmer, Burmese, Han,
/// kana) have no boundaries there in UAX 29 itself: Han and kana count one for
/// each character, the others one for each stretch between spaces.
#[must_use]
pub fn count(text: &str) -> usize {
    text.unicode_words().count()
}
