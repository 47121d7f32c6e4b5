//! Languages as people name them in a query.

use super::table::{LanguageInfo, info, languages};
use crate::corpus::{LanguageNames, LanguageTag};
use crate::text::distance;
use crate::text::fold::fold_key;

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

/// The languages of the table, by tag, alias and name; guesses are named in a language
/// of the interface.
#[derive(Clone, Copy, Debug)]
pub struct KnownLanguages {
    /// The language of the interface, as its tag.
    pub interface: &'static str,
}

impl Default for KnownLanguages {
    /// Guesses are named in English.
    fn default() -> Self {
        Self { interface: "en" }
    }
}

impl LanguageNames for KnownLanguages {
    fn find(&self, name: &str) -> Option<LanguageTag> {
        if name == LanguageTag::UNKNOWN {
            return Some(LanguageTag::unknown());
        }
        info(name).map(|info| LanguageTag::new(&info.tag))
    }

    fn nearest(&self, name: &str) -> Option<(String, LanguageTag)> {
        let name = fold_key(name);
        let country = COUNTRIES.iter().find(|(code, _)| *code == name);
        let found = country
            .and_then(|(_, tag)| info(tag))
            .or_else(|| self.begins_with(&name))
            .or_else(|| self.misspelt(&name))?;
        let meaning = found.name_in(self.interface).to_owned();
        Some((meaning, LanguageTag::new(&found.tag)))
    }
}

impl KnownLanguages {
    /// The names that a person may have begun or misspelt, folded.
    fn names(&self, info: &LanguageInfo) -> [String; 3] {
        [info.name_in(self.interface), &info.english, &info.endonym].map(fold_key)
    }

    /// The first language that has a name which begins with at least three letters of
    /// `name`.
    fn begins_with(&self, name: &str) -> Option<&'static LanguageInfo> {
        (name.chars().count() >= 3).then(|| {
            languages().find(|info| self.names(info).iter().any(|known| known.starts_with(name)))
        })?
    }

    /// The language that has a name which differs from `name` in the fewest letters, at
    /// most one in three.
    fn misspelt(&self, name: &str) -> Option<&'static LanguageInfo> {
        let name: Vec<char> = name.chars().take(LONGEST + 1).collect();
        if name.len() > LONGEST {
            return None;
        }
        let edits = |info: &LanguageInfo| {
            let names = self.names(info);
            let edits = names.iter().filter_map(|known| {
                let known: Vec<char> = known.chars().collect();
                distance(&name, &known, name.len() / 3)
            });
            edits.min()
        };
        languages()
            .filter_map(|info| Some((edits(info)?, info)))
            .min_by_key(|(edits, _)| *edits)
            .map(|(_, info)| info)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: KnownLanguages = KnownLanguages { interface: "en" };

    #[test]
    fn languages_are_found_by_tag_and_by_name() {
        for (name, tag) in [
            ("ar", "ar"),
            ("DE", "de"),
            ("Arabic", "ar"),
            ("العربية", "ar"),
            ("tiếng việt", "vi"),
            ("Vietnamesisch", "vi"),
            ("الفيتنامية", "vi"),
            ("arb", "ar"),
            ("?", "?"),
        ] {
            assert_eq!(ENGLISH.find(name).unwrap().as_str(), tag, "{name}");
        }
        for name in ["vn", "xx", "", "Klingon"] {
            assert_eq!(ENGLISH.find(name), None, "{name}");
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
            assert_eq!(ENGLISH.nearest(name).unwrap().1.as_str(), tag, "{name}");
        }
        for name in ["", "q", "xx", "zzzzzz", &"a".repeat(100_000)] {
            assert_eq!(ENGLISH.nearest(name), None);
        }
    }

    #[test]
    fn a_guess_is_named_in_the_language_of_the_interface() {
        for (interface, name, meaning) in [
            ("en", "vn", "Vietnamese"),
            ("de", "vn", "Vietnamesisch"),
            ("de", "vietnamesich", "Vietnamesisch"),
            ("de", "vietnamse", "Vietnamesisch"),
            ("ar", "vn", "الفيتنامية"),
            ("ar", "الفتنامية", "الفيتنامية"),
        ] {
            let found = KnownLanguages { interface }.nearest(name).unwrap();
            assert_eq!((found.0.as_str(), found.1.as_str()), (meaning, "vi"));
        }
    }

    #[test]
    fn no_language_has_the_code_of_a_country_in_the_table() {
        for (country, tag) in COUNTRIES {
            assert!(info(tag).is_some(), "{tag}");
            assert!(info(country).is_none(), "{country} is a language");
        }
    }
}
