//! Dates, times, money, percentages and quantities in texts of many languages.

use std::time::{Duration, Instant};

use nashra::analysis::quantities::quantities;
use nashra::corpus::{LanguageTag, Quantity};
use proptest::prelude::*;

/// What is found in a text, as the table writes it: the text with brackets, and the values.
fn found(language: &str, text: &str) -> (String, String) {
    let found = quantities(text, &LanguageTag::new(language));
    let piece = |bytes: std::ops::Range<usize>| text.get(bytes).expect("between characters");
    let mut marked = String::new();
    let mut at = 0;
    for quantity in &found {
        marked.push_str(piece(at..quantity.bytes.start));
        marked.push('[');
        marked.push_str(piece(quantity.bytes.clone()));
        marked.push(']');
        at = quantity.bytes.end;
    }
    marked.push_str(piece(at..text.len()));
    let values: Vec<_> = found.iter().map(told).collect();
    (marked, values.join("; "))
}

fn told(quantity: &Quantity) -> String {
    let kind = serde_json::to_value(quantity.kind).expect("a label");
    let value = quantity.value.as_deref().unwrap_or("-");
    format!("{} {value}", kind.as_str().expect("a word"))
}

#[test]
fn every_text_of_the_table_is_read_as_it_says() {
    let table = include_str!("golden/quantities.txt");
    let rows = table
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'));
    let mut wrong = Vec::new();
    let mut languages = std::collections::BTreeSet::new();
    for row in rows {
        let [language, marked, values] = row.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("no row: {row}");
        };
        languages.insert(language);
        let found = found(language, &marked.replace(['[', ']'], ""));
        if found != (marked.to_owned(), values.trim().to_owned()) {
            wrong.push(format!(
                "{language}\n  {marked} | {values}\n  {} | {}",
                found.0, found.1
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(languages.len() >= 22, "{languages:?}");
}

/// Pieces of which the texts of the property below are made.
const PIECES: &[&str] = &[
    "5", "12", "2024", "3.5", "1,234", "٣", "۱۴۰۳", "९", "５", "½", "²", " ", "\n", "\n\n", ".",
    ",", ":", "/", "-", "–", "%", "$", "€", "°C", "(", ")", "'", "May", "May ", "million", "km",
    "p.m.", "Uhr", "مايو", "من", "إلى", "و", "ليرة", "年", "月", "日", "億", "万", "円", "오후",
    "시", "ngày", "tháng", "\u{300}", "\u{200D}", "\u{640}", "🙂", "ก", "ั", "fi", "İ", "\0",
];

/// That mentions are in order, in bounds, not empty, and between characters.
fn check(language: &str, text: &str) {
    let mut end = 0;
    for quantity in quantities(text, &LanguageTag::new(language)) {
        let bytes = quantity.bytes.clone();
        assert!(
            end <= bytes.start && bytes.start < bytes.end,
            "{text:?} {quantity:?}"
        );
        assert!(text.get(bytes.clone()).is_some(), "{text:?} {quantity:?}");
        assert!((0.0..=1.0).contains(&quantity.confidence));
        end = bytes.end;
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,80}", language in "en|de|ar|fa|zh|ja|ko|vi|th|tr|fr|\\?") {
        check(&language, &text);
    }

    #[test]
    fn no_order_of_the_pieces_panics(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
        language in "en|de|ar|fa|zh|ja|ko|vi|th|tr|fr|\\?",
    ) {
        check(&language, &pieces.concat());
    }
}

#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    let texts = [
        "1".repeat(100_000),
        "1,".repeat(100_000),
        "1,111".repeat(20_000),
        "1.".repeat(100_000),
        "1 111 ".repeat(20_000),
        "1-".repeat(50_000),
        "1:".repeat(50_000),
        "1/".repeat(50_000),
        "$".repeat(100_000),
        "May ".repeat(50_000),
        "5 May ".repeat(30_000),
        "Monday, ".repeat(30_000),
        "million ".repeat(30_000),
        "5 million ".repeat(20_000),
        "1万".repeat(30_000),
        "1万1千".repeat(20_000),
        "2024年".repeat(20_000),
        "a".repeat(100_000),
        "square ".repeat(30_000),
        "\u{300}".repeat(50_000),
    ];
    for text in &texts {
        for language in ["en", "zh"] {
            let time = |text: &str| {
                let start = Instant::now();
                check(language, text);
                start.elapsed()
            };
            let half = text
                .char_indices()
                .nth(text.chars().count() / 8)
                .map_or(0, |(at, _)| at);
            let (short, long) = (time(text.get(..half).expect("a boundary")), time(text));
            // Eight times the text; generous, as machines that test are busy.
            assert!(
                long < short * 40 + Duration::from_millis(200),
                "{language} {:?}: {short:?}, {long:?}",
                text.chars().take(20).collect::<String>()
            );
        }
    }
}

#[test]
fn what_is_no_number_is_left_alone() {
    assert_eq!(quantities(&"9".repeat(40), &LanguageTag::new("en")), []);
    let long = format!("{} km", "9".repeat(40));
    assert_eq!(quantities(&long, &LanguageTag::new("en")), []);
    assert_eq!(quantities("1,1,1,1 km", &LanguageTag::new("en")), []);
    assert_eq!(quantities("on 31 April", &LanguageTag::new("en")), []);
    assert_eq!(
        quantities("99:99 25:61 13 p.m.", &LanguageTag::new("en")),
        []
    );
    // An empty line parts what stands around it.
    assert_eq!(quantities("May\n\n2024", &LanguageTag::new("en")), []);
    assert_eq!(quantities("May\n2024", &LanguageTag::new("en")).len(), 1);
}
