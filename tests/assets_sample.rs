//! The sample corpus that ships inside the program keeps its promises.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use unicode_normalization::is_nfc;

const SAMPLE: &str = include_str!("../assets/sample/sample.jsonl");
const README: &str = include_str!("../assets/sample/README.md");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    id: String,
    title: String,
    text: String,
    lang: String,
    date: String,
    source: String,
}

impl Article {
    /// The event: what stands before the last hyphen of the id.
    fn event(&self) -> &str {
        self.id.rsplit_once('-').expect("an id is EVENT-LANGUAGE").0
    }

    fn paragraphs(&self) -> Vec<&str> {
        self.text.split("\n\n").collect()
    }
}

fn articles() -> Vec<Article> {
    SAMPLE
        .lines()
        .enumerate()
        .map(|(line, json)| {
            serde_json::from_str(json).unwrap_or_else(|e| panic!("line {}: {e}", line + 1))
        })
        .collect()
}

/// The script each language of the corpus is written in.
fn script_of_language(lang: &str) -> &'static str {
    match lang {
        "ar" | "fa" | "ur" => "Arab",
        "he" => "Hebr",
        "hy" => "Armn",
        "ka" => "Geor",
        "ru" | "uk" => "Cyrl",
        "el" => "Grek",
        "hi" => "Deva",
        "th" => "Thai",
        "zh" => "Hani",
        "ja" => "Jpan",
        "ko" => "Hang",
        "am" => "Ethi",
        "de" | "en" | "es" | "fr" | "id" | "pt" | "sw" | "tr" | "vi" => "Latn",
        other => panic!("add the script of {other} to this table"),
    }
}

/// Whether a letter belongs to a script, by the blocks the corpus uses.
fn is_letter_of(script: &str, c: char) -> bool {
    match script {
        "Arab" => ('\u{620}'..='\u{6ff}').contains(&c),
        "Hebr" => ('\u{5d0}'..='\u{5ea}').contains(&c),
        "Armn" => ('\u{531}'..='\u{587}').contains(&c),
        "Geor" => ('\u{10d0}'..='\u{10ff}').contains(&c),
        "Cyrl" => ('\u{400}'..='\u{4ff}').contains(&c),
        "Grek" => ('\u{370}'..='\u{3ff}').contains(&c),
        "Deva" => ('\u{900}'..='\u{97f}').contains(&c),
        "Thai" => ('\u{e01}'..='\u{e4e}').contains(&c),
        "Hani" => ('\u{4e00}'..='\u{9fff}').contains(&c),
        "Jpan" => ('\u{3041}'..='\u{30ff}').contains(&c) || ('\u{4e00}'..='\u{9fff}').contains(&c),
        "Hang" => ('\u{ac00}'..='\u{d7a3}').contains(&c),
        "Ethi" => ('\u{1200}'..='\u{137f}').contains(&c),
        _ => {
            c.is_ascii_alphabetic()
                || ('\u{c0}'..='\u{24f}').contains(&c)
                || ('\u{1e00}'..='\u{1eff}').contains(&c)
        }
    }
}

/// The numbers of a text in ascending order, native digits read by value.
fn numbers(text: &str) -> Vec<u64> {
    let ascii: String = text
        .chars()
        .map(|c| {
            let zero = match c {
                '\u{660}'..='\u{669}' => 0x660,
                '\u{6f0}'..='\u{6f9}' => 0x6f0,
                '\u{966}'..='\u{96f}' => 0x966,
                _ => return c,
            };
            char::from_digit(c as u32 - zero, 10).unwrap_or(c)
        })
        .collect();
    let mut found: Vec<u64> = ascii
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn the_corpus_is_wide_enough() {
    let articles = articles();
    assert!(articles.len() >= 36, "{} articles", articles.len());
    let languages: BTreeSet<_> = articles.iter().map(|a| a.lang.as_str()).collect();
    assert!(languages.len() >= 20, "{languages:?}");
    let scripts: BTreeSet<_> = languages.iter().map(|l| script_of_language(l)).collect();
    assert!(scripts.len() >= 9, "{scripts:?}");
    let mut events: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for article in &articles {
        events
            .entry(article.event())
            .or_default()
            .insert(&article.lang);
    }
    assert!(events.len() >= 9, "{events:?}");
    for (event, told_in) in &events {
        assert!(told_in.len() >= 3, "{event} is told in {told_in:?}");
        assert!(
            README.contains(&format!("| `{event}`:")),
            "{event} is not in the README"
        );
    }
    let counts = format!(
        "{} articles, {} events, {} languages",
        articles.len(),
        events.len(),
        languages.len()
    );
    assert!(README.contains(&counts), "the README does not say {counts}");
}

#[test]
fn every_id_is_unique_and_names_the_language() {
    let mut seen = BTreeSet::new();
    for article in articles() {
        let language = article.id.rsplit('-').next();
        assert_eq!(language, Some(article.lang.as_str()), "{}", article.id);
        assert!(seen.insert(article.id.clone()), "{} twice", article.id);
    }
}

#[test]
fn every_text_is_written_in_its_script() {
    for article in articles() {
        let script = script_of_language(&article.lang);
        for (field, text) in [
            ("title", &article.title),
            ("text", &article.text),
            ("source", &article.source),
        ] {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            let own = text
                .chars()
                .filter(|c| c.is_alphabetic() && is_letter_of(script, *c))
                .count();
            assert!(
                own * 2 > letters,
                "{} {field}: {own} of {letters} letters are {script}",
                article.id
            );
        }
    }
}

#[test]
fn every_text_has_a_form_the_reader_can_trust() {
    for article in articles() {
        let id = &article.id;
        for text in [&article.title, &article.text, &article.source] {
            assert!(is_nfc(text), "{id} is not NFC");
            assert_eq!(text.trim(), text, "{id} has white space at an end");
            assert!(!text.is_empty(), "{id} has an empty field");
            for c in text.chars().filter(|c| *c != '\n') {
                assert!(!c.is_control(), "{id} holds the control character {c:?}");
                // The marks, embeddings and isolates of UAX 9, and the byte order mark.
                let directional = matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
                assert!(!directional, "{id} holds the format character {c:?}");
            }
        }
        assert!(!article.title.contains('\n'), "{id}: a title is one line");
        let paragraphs = article.paragraphs();
        assert!(
            (3..=6).contains(&paragraphs.len()),
            "{id} has {} paragraphs",
            paragraphs.len()
        );
        for paragraph in paragraphs {
            assert!(!paragraph.contains('\n'), "{id}: a paragraph is one line");
            assert!(!paragraph.trim().is_empty(), "{id} has an empty paragraph");
        }
        if matches!(article.lang.as_str(), "zh" | "ja" | "th") {
            let scalars = article.text.chars().count();
            assert!(
                (280..=1800).contains(&scalars),
                "{id} has {scalars} characters"
            );
        } else {
            let words = article.text.split_whitespace().count();
            assert!((120..=260).contains(&words), "{id} has {words} words");
        }
    }
}

#[test]
fn every_date_is_a_day_of_the_calendar() {
    for article in articles() {
        let parts: Vec<&str> = article.date.split('-').collect();
        let [year, month, day] = parts.as_slice() else {
            panic!("{}: {} is not YYYY-MM-DD", article.id, article.date);
        };
        assert_eq!(
            (year.len(), month.len(), day.len()),
            (4, 2, 2),
            "{}",
            article.id
        );
        let [year, month, day] = [year, month, day].map(|n| n.parse::<u32>().unwrap());
        let days = match month {
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        assert!(
            (1..=days).contains(&day),
            "{}: {}",
            article.id,
            article.date
        );
        assert!(
            (2012..=2026).contains(&year),
            "{}: {}",
            article.id,
            article.date
        );
    }
}

/// A translation keeps the order of paragraphs and the numbers in each; a retelling does not.
#[test]
fn no_article_is_a_translation_of_another() {
    let articles = articles();
    for (i, one) in articles.iter().enumerate() {
        for other in articles
            .iter()
            .skip(i + 1)
            .filter(|a| a.event() == one.event())
        {
            let (ours, theirs) = (one.paragraphs(), other.paragraphs());
            let alike = ours
                .iter()
                .zip(&theirs)
                .filter(|(a, b)| {
                    let mine = numbers(a);
                    mine.len() >= 2 && mine == numbers(b)
                })
                .count();
            let same_shape = ours.len() == theirs.len();
            assert!(
                !same_shape || alike * 2 < ours.len(),
                "{} and {} are twins",
                one.id,
                other.id
            );
        }
    }
}
