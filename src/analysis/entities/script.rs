//! What the recogniser must know of a letter's script: whether its words are
//! parted by spaces, whether it has capitals, which language stands for it.

use std::sync::LazyLock;

/// The groups of scripts that differ in how a name is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Writing {
    /// Words parted by spaces: a name begins and ends with a word.
    Spaced,
    /// Words not parted by anything: a name begins and ends anywhere (Han).
    Unspaced,
    /// Neither, but a run of katakana is one foreign word.
    Kana,
    /// Not parted, and a letter may be followed by signs that belong to it
    /// (Thai, Lao, Khmer, Burmese).
    UnspacedWithSigns,
}

/// How the script of a letter parts words.
pub(in crate::analysis) fn writing(c: char) -> Writing {
    match u32::from(c) {
        0..0x0E00 => Writing::Spaced,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F => {
            Writing::UnspacedWithSigns
        }
        0x3041..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF | 0x31F0..=0x31FF => Writing::Kana,
        0x2E80..=0x2FDF
        | 0x3005..=0x3007
        | 0x3021..=0x3029
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF
        | 0x20000..=0x323AF => Writing::Unspaced,
        _ => Writing::Spaced,
    }
}

/// Whether a character is part of a word: letters, digits, marks.
pub(in crate::analysis) fn is_word(c: char) -> bool {
    let (word, bit) = (u32::from(c) >> 6, u32::from(c) & 63);
    match WORDS.get(word as usize) {
        Some(word) => word >> bit & 1 == 1,
        None => is_word_by_properties(c),
    }
}

/// A bit for each character of the Basic Multilingual Plane that is part of words:
/// asking for its properties takes longer than all else that is done with a letter.
static WORDS: LazyLock<Box<[u64; 1024]>> = LazyLock::new(|| {
    let mut words = Box::new([0_u64; 1024]);
    for (high, word) in (0_u32..).zip(words.iter_mut()) {
        for low in 0..64 {
            let is_word = char::from_u32(high << 6 | low).is_some_and(is_word_by_properties);
            *word |= u64::from(is_word) << low;
        }
    }
    words
});

fn is_word_by_properties(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || unicode_normalization::char::is_combining_mark(c)
}

/// Whether a letter cannot begin a syllable of a script without spaces: a
/// vowel or tone sign of the letter before it.
pub(in crate::analysis) fn is_sign(c: char) -> bool {
    matches!(u32::from(c), 0x0E30..=0x0E3A | 0x0E45..=0x0E4E | 0x0EB0..=0x0EBC | 0x0EC8..=0x0ECE)
        || unicode_normalization::char::is_combining_mark(c)
}

/// The language that stands for a letter's script where the text is in a
/// language of another script: a line of Armenian in an English article.
pub(in crate::analysis) fn default_language(c: char) -> &'static str {
    match u32::from(c) {
        0x0370..=0x03FF | 0x1F00..=0x1FFF => "el",
        0x0400..=0x052F => "ru",
        0x0530..=0x058F => "hy",
        0x0590..=0x05FF => "he",
        0x0600..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF => "ar",
        0x0900..=0x097F => "hi",
        0x0980..=0x09FF => "bn",
        0x0A00..=0x0A7F => "pa",
        0x0A80..=0x0AFF => "gu",
        0x0B00..=0x0B7F => "or",
        0x0B80..=0x0BFF => "ta",
        0x0C00..=0x0C7F => "te",
        0x0C80..=0x0CFF => "kn",
        0x0D00..=0x0D7F => "ml",
        0x0D80..=0x0DFF => "si",
        0x0E00..=0x0E7F => "th",
        0x0E80..=0x0EFF => "lo",
        0x0F00..=0x0FFF => "bo",
        0x1000..=0x109F => "my",
        0x10A0..=0x10FF | 0x1C90..=0x1CBF => "ka",
        0x1200..=0x139F => "am",
        0x1780..=0x17FF => "km",
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => "ko",
        0x3041..=0x30FF | 0x31F0..=0x31FF => "ja",
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF => "zh",
        _ => "en",
    }
}

/// Whether the language is written in the letter's script, so that it decides
/// which forms and endings count there.
pub(in crate::analysis) fn writes(language: &str, c: char) -> bool {
    let by_script = default_language(c);
    by_script == language
        || match by_script {
            "en" => !NOT_LATIN.contains(&language),
            "ru" => CYRILLIC.contains(&language),
            "ar" => ARABIC.contains(&language),
            "hi" => DEVANAGARI.contains(&language),
            "bn" => language == "as" || language == "bpy",
            "am" => language == "ti",
            "he" => language == "yi",
            "zh" => matches!(language, "ja" | "yue" | "wuu"),
            _ => false,
        }
}

const CYRILLIC: &[&str] = &[
    "be", "uk", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "ce", "os", "sah",
    "av", "bxr", "uz", "az", "bs",
];
const ARABIC: &[&str] = &[
    "fa", "ur", "ps", "ckb", "ug", "sd", "arz", "azb", "lrc", "mzn", "pnb", "glk", "ks",
];
const DEVANAGARI: &[&str] = &[
    "mr", "ne", "sa", "bho", "mai", "new", "gom", "doi", "brx", "dty",
];
/// Languages of this program that are hardly ever written in Latin letters.
const NOT_LATIN: &[&str] = &[
    "am", "ar", "arz", "as", "ba", "be", "bg", "bn", "bo", "ckb", "cv", "dv", "el", "fa", "gu",
    "he", "hi", "hy", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "mai", "mk", "ml", "mn",
    "mr", "my", "ne", "or", "pa", "ps", "ru", "sa", "sd", "si", "ta", "te", "tg", "th", "ti", "tt",
    "ug", "uk", "ur", "yi", "yue", "zh", "?",
];
