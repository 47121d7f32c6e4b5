//! From a text to its language.

use std::sync::LazyLock;

use super::lid::Model;
use super::script::Histogram;
use super::table::{info, normalise, script_direction};
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
/// Characters of the body that are looked at to find the main script.
const HISTOGRAM_BYTES: usize = 16 * 1024;
/// A script with less than this share of the letters is not what the text is in.
const FOREIGN_SHARE: f32 = 0.2;
/// Below this the model is guessing.
const SURE: f32 = 0.5;
/// With fewer letters than this there is nothing to classify.
const ENOUGH_LETTERS: usize = 12;

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
        histogram.add(beginning(body));
        let script = histogram.main();
        let found = |language: &str, confidence: f32| Detection {
            language: LanguageTag::new(language),
            confidence,
            script,
            direction: script_direction(script),
        };
        if let Some(declared) = declared.map(normalise)
            && info(declared.as_str()).is_some_and(|info| info.scripts.contains(&script))
        {
            return found(declared.as_str(), 1.0);
        }
        if let Some(language) = sole_language(script) {
            return found(language, histogram.share(script));
        }
        if histogram.count(script) < ENOUGH_LETTERS {
            return found(LanguageTag::UNKNOWN, 0.0);
        }
        let sample = sample(title, body, &histogram);
        match classify(&sample, script) {
            Some((language, confidence)) if confidence >= SURE => found(language, confidence),
            Some((_, confidence)) => found(LanguageTag::UNKNOWN, confidence),
            None => found(LanguageTag::UNKNOWN, 0.0),
        }
    }
}

/// The beginning of a body, cut between characters.
fn beginning(body: &str) -> &str {
    // A character has at most four bytes: one of four ends stands between two.
    (0..4)
        .find_map(|back| body.get(..HISTOGRAM_BYTES - back))
        .unwrap_or(body)
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

/// The text that the model is given: title and lines in scripts that matter,
/// without addresses.
fn sample(title: &str, body: &str, whole: &Histogram) -> String {
    let mut sample = String::with_capacity(SAMPLE_CHARACTERS * 2);
    let mut left = SAMPLE_CHARACTERS;
    for line in std::iter::once(title).chain(body.lines()) {
        let script = Histogram::of(beginning(line)).main();
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
    word.starts_with(['@', '#'])
        || word.contains("://")
        || word.contains('@')
        || word.starts_with("www.")
}

/// The most probable language of a text among those written in its script.
fn classify(sample: &str, script: Script) -> Option<(&'static str, f32)> {
    let model = MODEL.as_ref()?;
    let probabilities = model.model.probabilities(sample)?;
    let mut by_language: Vec<(&'static str, f32)> = Vec::new();
    let mut total = 0.0;
    for (probability, label) in probabilities.iter().zip(&model.labels) {
        let Some((language, scripts)) = label else {
            continue;
        };
        if !scripts.contains(&script) {
            continue;
        }
        total += probability;
        match by_language.iter_mut().find(|(tag, _)| tag == language) {
            Some((_, sum)) => *sum += probability,
            None => by_language.push((language, *probability)),
        }
    }
    let best = by_language.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    (total > 0.0).then(|| (best.0, best.1 / total))
}

/// The model with its labels as languages of the table.
struct Languages {
    model: Model<'static>,
    /// Tag and scripts of each label that is a language of the table.
    labels: Vec<Option<(&'static str, &'static [Script])>>,
}

static MODEL: LazyLock<Option<Languages>> = LazyLock::new(|| {
    // The bytes are part of the program and a test reads them.
    let model = Model::parse(include_bytes!("../../../assets/langid/lid.176.ftz")).ok()?;
    let labels = model.labels().map(language_of_label).collect();
    Some(Languages { model, labels })
});

/// The language that a label of the model stands for: the model names Wikipedias.
fn language_of_label(label: &str) -> Option<(&'static str, &'static [Script])> {
    let tag = match label {
        "als" => "gsw",
        "arz" => "ar",
        "simple" => "en",
        other => other,
    };
    info(tag).map(|info| (info.tag.as_str(), info.scripts.as_slice()))
}
