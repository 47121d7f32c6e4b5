//! Entities: names, dates and amounts in the sample corpus by script, and the first use of the gazetteer.

use std::sync::LazyLock;

use divan::counter::BytesCount;
use nashra::analysis::entities::{Gazetteer, Recogniser};
use nashra::analysis::quantities::quantities;
use nashra::corpus::LanguageTag;
use serde_json::Value;

fn main() {
    divan::main();
}

/// Language and text of the articles of the sample.
static SAMPLE: LazyLock<Vec<(LanguageTag, String)>> = LazyLock::new(|| {
    let lines = include_str!("../assets/sample/sample.jsonl").lines();
    let articles = lines.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    articles
        .filter_map(|article| {
            let field = |name: &str| article.get(name).and_then(Value::as_str);
            Some((LanguageTag::new(field("lang")?), field("text")?.to_owned()))
        })
        .collect()
});

/// The articles in some languages, parted by blanks, or in all.
fn chosen(languages: &str) -> Vec<&'static (LanguageTag, String)> {
    let is_chosen =
        |tag: &LanguageTag| languages.is_empty() || languages.split(' ').any(|l| l == tag.base());
    SAMPLE.iter().filter(|(tag, _)| is_chosen(tag)).collect()
}

/// The mentions of the articles in some languages, or in all.
#[divan::bench(args = ["ar fa ur he", "de en fr es tr vi", "ru hy el", "zh ja", "th hi am", ""])]
fn mentions(bencher: divan::Bencher, languages: &str) {
    let recogniser = Recogniser::embedded();
    let chosen = chosen(languages);
    let bytes: usize = chosen.iter().map(|(_, text)| text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let found = chosen
            .iter()
            .map(|(tag, text)| recogniser.mentions(text, tag).len());
        found.sum::<usize>()
    });
}

/// The dates and amounts of the articles in some languages, or in all.
#[divan::bench(args = ["ar fa ur he", "de en fr es tr vi", "ru hy el", "zh ja", "th hi am", ""])]
fn dates_and_amounts(bencher: divan::Bencher, languages: &str) {
    let chosen = chosen(languages);
    let bytes: usize = chosen.iter().map(|(_, text)| text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let found = chosen.iter().map(|(tag, text)| quantities(text, tag).len());
        found.sum::<usize>()
    });
}

/// What the program waits for before the first mention.
#[divan::bench]
fn open() -> Recogniser {
    let bytes = include_bytes!("../assets/entities/gazetteer.bin");
    Recogniser::new(Gazetteer::open(bytes).expect("the asset is whole"))
}
