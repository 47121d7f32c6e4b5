//! From a text to its language.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::classify::classify;
use super::han;
use super::script::{HANI, Histogram, JPAN};
use super::table::{info, normalise, script_direction};
use crate::analysis::head;
use crate::corpus::{LanguageTag, Script};
use crate::text::Direction;

/// What was found out about a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Detection {
    /// The language, `?` where it is not known.
    pub language: LanguageTag,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
    /// The main script (`Jpan` for Japanese, `Kore` for Korean); `Zyyy` for a
    /// text without letters.
    pub script: Script,
    /// The direction of the main script.
    pub direction: Direction,
}

/// Characters of the cleaned text that the model is given.
const SAMPLE_CHARACTERS: usize = 1000;
/// Bytes of the sample that are classified first.
const FIRST_PART: usize = 400;
/// With this confidence the first part decides, and the rest is not classified.
const SETTLED: f32 = 0.999;
/// Bytes of the body that are looked at to find the main script.
const HISTOGRAM_BYTES: usize = 16 * 1024;
/// A script with less than this share of the letters is not what the text is in.
const FOREIGN_SHARE: f32 = 0.2;
/// Below this an answer is more often wrong than right.
const SURE: f32 = 0.4;
/// With fewer letters than this there is nothing to classify.
const ENOUGH_LETTERS: usize = 12;
/// The same for Chinese characters: each is a word or half of one.
const ENOUGH_HAN: usize = 4;

/// Tells the language of texts. Cheap to make; shared between threads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Detector;

impl Detector {
    /// A detector. The model is read when the first text needs it.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }

    /// The language of a text.
    ///
    /// `declared` is what the source says the language is, in any form that
    /// [`normalise`] takes; it is believed if the text is written in a script
    /// of that language.
    #[must_use]
    pub fn detect(&self, title: &str, body: &str, declared: Option<&str>) -> Detection {
        let mut histogram = Histogram::of(title);
        histogram.add(head(body, HISTOGRAM_BYTES));
        let script = histogram.main();
        let (language, confidence) = language(title, body, &histogram, declared);
        let script = match (script, language.as_str()) {
            (HANI, "ja") => JPAN,
            (HANI, _) => match han::variant(title) {
                HANI => han::variant(head(body, HISTOGRAM_BYTES)),
                variant => variant,
            },
            (script, _) => script,
        };
        Detection {
            language,
            confidence,
            script,
            direction: script_direction(script),
        }
    }
}

/// The language of a text with these letters, and how sure that is.
fn language(
    title: &str,
    body: &str,
    histogram: &Histogram,
    declared: Option<&str>,
) -> (LanguageTag, f32) {
    let script = histogram.main();
    if let Some(declared) = declared.map(normalise)
        && info(declared.as_str()).is_some_and(|info| info.is_written_in(script))
    {
        return (declared, 1.0);
    }
    if let Some(language) = sole_language(script) {
        return (LanguageTag::new(language), histogram.share(script));
    }
    let enough = match script {
        HANI => ENOUGH_HAN,
        _ => ENOUGH_LETTERS,
    };
    if histogram.count(script) < enough {
        return (LanguageTag::unknown(), 0.0);
    }
    let sample = sample(title, body, histogram);
    let first_part = head(&sample, FIRST_PART);
    let found = classify(first_part, script).filter(|(_, confidence)| *confidence >= SETTLED);
    match found.or_else(|| classify(&sample, script)) {
        Some((language, confidence)) if confidence >= SURE => {
            (LanguageTag::new(language), confidence)
        }
        Some((_, confidence)) => (LanguageTag::unknown(), confidence),
        None => (LanguageTag::unknown(), 0.0),
    }
}

/// The language of a script that has one main language.
fn sole_language(script: Script) -> Option<&'static str> {
    Some(match script.code() {
        "Armn" => "hy",
        "Geor" => "ka",
        "Grek" => "el",
        "Thai" => "th",
        "Laoo" => "lo",
        "Khmr" => "km",
        "Mymr" => "my",
        "Kore" => "ko",
        "Jpan" => "ja",
        "Gujr" => "gu",
        "Guru" => "pa",
        "Orya" => "or",
        "Taml" => "ta",
        "Telu" => "te",
        "Knda" => "kn",
        "Mlym" => "ml",
        "Sinh" => "si",
        "Tibt" => "bo",
        "Thaa" => "dv",
        "Olck" => "sat",
        "Mtei" => "mni",
        "Mong" => "mn",
        _ => return None,
    })
}

/// The text that is classified: title and lines in scripts that matter, without
/// addresses, in normalization form C, not in capitals.
fn sample(title: &str, body: &str, whole: &Histogram) -> String {
    let sample = beginning(title, body, whole);
    let sample = match is_nfc_quick(sample.chars()) {
        IsNormalized::Yes => sample,
        _ => sample.nfc().collect(),
    };
    if is_in_capitals(&sample) {
        sample.to_lowercase()
    } else {
        sample
    }
}

/// Whether a text is written in capitals, as headlines are here and there: models
/// have hardly seen such words.
fn is_in_capitals(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    capitals > small
}

fn beginning(title: &str, body: &str, whole: &Histogram) -> String {
    let body = head(body, HISTOGRAM_BYTES);
    let mut sample = String::with_capacity(SAMPLE_CHARACTERS * 2);
    let mut left = SAMPLE_CHARACTERS;
    for line in std::iter::once(title).chain(body.lines()) {
        let script = Histogram::of(line).main();
        if script == Script::COMMON || whole.share(script) < FOREIGN_SHARE {
            continue;
        }
        for word in line.split_whitespace().filter(|word| !is_address(word)) {
            for c in word.chars().take(left) {
                sample.push(c);
                left -= 1;
            }
            if left == 0 {
                return sample;
            }
            sample.push(' ');
        }
    }
    sample
}

/// A web or mail address, a handle or a hash tag: says nothing of the language.
fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.starts_with('#') || word.starts_with("www.")
}
