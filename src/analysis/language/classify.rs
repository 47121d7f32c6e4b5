//! Chooses among the languages of a script: the model's opinion and what speaks
//! for each language by its letters and words.

use std::sync::LazyLock;

use super::evidence::Evidence;
use super::language_set::LanguageSet;
use super::lid::Model;
use super::table::{LanguageInfo, languages, normalise};
use crate::corpus::Script;

/// What the model is taken to give at least: it does not know every language, and
/// it is too sure of itself on those it knows.
const MODEL_FLOOR: f32 = 3e-3;
/// What a frequent word of a language adds to the logarithm of its probability,
/// and a word that it cannot spell takes off.
const WORD_WEIGHT: f32 = 2.0;
/// Words of a text count for no more than this many: they do not speak
/// independently.
const MOST_WORDS: f32 = 25.0;

/// The most probable language of a text among those written in its script, as a
/// tag, and how probable it is. `None` for a text without words.
pub(super) fn classify(text: &str, script: Script) -> Option<(&'static str, f32)> {
    let by_label = MODEL.model.probabilities(text)?;
    let mut by_language = vec![0.0f32; languages().len()];
    for (probability, place) in by_label.iter().zip(&MODEL.places) {
        if let Some(sum) = place.and_then(|place| by_language.get_mut(place)) {
            *sum += probability;
        }
    }
    let written = |info: &LanguageInfo| info.is_written_in(script) && !info.tag.contains('-');
    let candidates = languages().enumerate();
    let candidates = candidates.filter(|(_, info)| written(info));
    let evidence = Evidence::of(
        text,
        LanguageSet::at(candidates.clone().map(|(place, _)| place)),
    );
    let weight = WORD_WEIGHT * (MOST_WORDS / evidence.words as f32).min(1.0);
    let of = |values: &[f32], place| values.get(place).copied().unwrap_or_default();
    let scores: Vec<(&str, f32)> = candidates
        .map(|(place, info)| {
            let model = (of(&by_language, place) + MODEL_FLOOR).ln();
            let words = of(&evidence.balance, place);
            (info.tag.as_str(), model + weight * words)
        })
        .collect();
    let (best, highest) = *scores.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let total: f32 = scores
        .iter()
        .map(|(_, score)| (score - highest).exp())
        .sum();
    Some((best, 1.0 / total))
}

/// The model, with its labels as languages of the table.
struct Labelled {
    model: Model<'static>,
    /// Place in the table of each label that is a language of it.
    places: Vec<Option<usize>>,
}

static MODEL: LazyLock<Labelled> = LazyLock::new(|| {
    // The bytes are part of the program and a test reads them.
    let model = Model::parse(include_bytes!("../../../assets/langid/lid.176.ftz"))
        .unwrap_or_else(|e| unreachable!("lid.176.ftz: {e}"));
    let places = model.labels().map(place_of_label).collect();
    Labelled { model, places }
});

/// The language that a label of the model stands for, as its place in the table.
/// Labels are the names of Wikipedias: `als` is not what it is in ISO 639-3.
fn place_of_label(label: &str) -> Option<usize> {
    let tag = match label {
        "als" => "gsw",
        "arz" => "ar",
        label => label,
    };
    let tag = normalise(tag);
    languages().position(|info| info.tag == tag.as_str())
}
