//! Languages as people name them in a query.

use super::table::{LanguageInfo, info, languages};
use crate::corpus::{LanguageNames, LanguageTag};

/// Country codes that are taken for language codes (ISO 3166-1 for ISO 639),
/// where no language has the code.
const COUNTRIES: [(&str, &str); 19] = [
    ("at", "de"),
    ("by", "be"),
    ("ch", "zh"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("eg", "ar"),
    ("gr", "el"),
    ("il", "he"),
    ("iq", "ar"),
    ("ir", "fa"),
    ("jp", "ja"),
    ("kp", "ko"),
    ("kr", "ko"),
    ("pk", "ur"),
    ("rs", "sr"),
    ("ua", "uk"),
    ("us", "en"),
    ("vn", "vi"),
];

/// The longest name that is compared letter by letter.
const LONGEST: usize = 32;

/// The languages of the table, by tag, alias, English name and own name.
#[derive(Clone, Copy, Debug, Default)]
pub struct KnownLanguages;

impl LanguageNames for KnownLanguages {
    fn find(&self, name: &str) -> Option<LanguageTag> {
        if name == LanguageTag::UNKNOWN {
            return Some(LanguageTag::unknown());
        }
        info(name).map(|info| LanguageTag::new(&info.tag))
    }

    fn nearest(&self, name: &str) -> Option<(String, LanguageTag)> {
        let name = name.to_lowercase();
        let country = COUNTRIES.iter().find(|(code, _)| *code == name);
        let found = country
            .and_then(|(_, tag)| info(tag))
            .or_else(|| begins_with(&name))
            .or_else(|| misspelt(&name))?;
        Some((found.english.clone(), LanguageTag::new(&found.tag)))
    }
}

/// The first language whose English or own name begins with at least three letters of `name`.
fn begins_with(name: &str) -> Option<&'static LanguageInfo> {
    (name.chars().count() >= 3).then(|| {
        languages().find(|info| {
            [&info.english, &info.endonym]
                .iter()
                .any(|known| known.to_lowercase().starts_with(name))
        })
    })?
}

/// The language whose English name differs from `name` in the fewest letters, at
/// most one in three.
fn misspelt(name: &str) -> Option<&'static LanguageInfo> {
    let name: Vec<char> = name.chars().take(LONGEST + 1).collect();
    if name.len() > LONGEST {
        return None;
    }
    let distance = |info: &LanguageInfo| {
        let known: Vec<char> = info.english.to_lowercase().chars().collect();
        edit_distance(&name, &known)
    };
    languages()
        .map(|info| (distance(info), info))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| distance * 3 <= name.len())
        .map(|(_, info)| info)
}

/// Letters to insert, delete or replace to make `a` of `b` (Levenshtein).
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut beside = i + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(b) {
            let replaced = diagonal + usize::from(left != right);
            diagonal = *cell;
            *cell = replaced.min(diagonal + 1).min(beside + 1);
            beside = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_by_tag_and_by_name() {
        for (name, tag) in [
            ("ar", "ar"),
            ("DE", "de"),
            ("Arabic", "ar"),
            ("العربية", "ar"),
            ("tiếng việt", "vi"),
            ("arb", "ar"),
            ("?", "?"),
        ] {
            assert_eq!(KnownLanguages.find(name).unwrap().as_str(), tag, "{name}");
        }
        for name in ["vn", "xx", "", "Klingon"] {
            assert_eq!(KnownLanguages.find(name), None, "{name}");
        }
    }

    #[test]
    fn the_language_that_was_meant_is_guessed() {
        for (name, tag) in [
            ("vn", "vi"),
            ("JP", "ja"),
            ("viet", "vi"),
            ("vietnamesse", "vi"),
            ("germn", "de"),
            ("Deut", "de"),
        ] {
            assert_eq!(
                KnownLanguages.nearest(name).unwrap().1.as_str(),
                tag,
                "{name}"
            );
        }
        for name in ["", "q", "xx", "zzzzzz", &"a".repeat(100_000)] {
            assert_eq!(KnownLanguages.nearest(name), None);
        }
    }

    #[test]
    fn no_language_has_the_code_of_a_country_in_the_table() {
        for (country, tag) in COUNTRIES {
            assert!(info(tag).is_some(), "{tag}");
            assert!(info(country).is_none(), "{country} is a language");
        }
    }

    #[test]
    fn distances() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for (a, b, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("ab", "ba", 2),
        ] {
            assert_eq!(edit_distance(&chars(a), &chars(b)), distance);
            assert_eq!(edit_distance(&chars(b), &chars(a)), distance);
        }
    }
}
