//! Which scripts a text is written in (UAX 24).

use smallvec::SmallVec;
use unicode_script::{Script as Property, UnicodeScript};

use crate::corpus::Script;

/// Chinese characters, simplified or traditional.
pub const HANI: Script = Script::new(*b"Hani");
/// Simplified Chinese characters.
pub const HANS: Script = Script::new(*b"Hans");
/// Traditional Chinese characters.
pub const HANT: Script = Script::new(*b"Hant");
/// Japanese: kana with Chinese characters.
pub const JPAN: Script = Script::new(*b"Jpan");
/// Korean: Hangul, also with Chinese characters.
pub const KORE: Script = Script::new(*b"Kore");

/// Letters of a text, counted by script.
///
/// Everything that belongs to one script counts, so also the vowel signs of
/// Indic scripts; digits, punctuation and marks that scripts share do not.
#[derive(Clone, Debug, Default)]
pub struct Histogram {
    counts: SmallVec<[(Property, usize); 4]>,
    total: usize,
}

impl Histogram {
    /// Counts the letters of a text, in one pass.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut histogram = Self::default();
        histogram.add(text);
        histogram
    }

    /// Counts the letters of one more text.
    pub fn add(&mut self, text: &str) {
        for c in text.chars() {
            let property = match property(c) {
                Property::Common | Property::Inherited | Property::Unknown => continue,
                property => property,
            };
            self.total += 1;
            match self.counts.iter_mut().find(|(p, _)| *p == property) {
                Some((_, count)) => *count += 1,
                None => self.counts.push((property, 1)),
            }
        }
    }

    /// How many letters were counted.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Letters of one writing system, by its ISO 15924 code; `Jpan` counts kana
    /// and Han, `Kore` Hangul and Han, `Hans` and `Hant` all of Han.
    #[must_use]
    pub fn count(&self, script: Script) -> usize {
        self.counts
            .iter()
            .filter(|(property, _)| match *property {
                Property::Han => [HANI, HANS, HANT, JPAN, KORE].contains(&script),
                Property::Hiragana | Property::Katakana => script == JPAN,
                Property::Hangul => script == KORE,
                other => code(other) == script,
            })
            .map(|(_, count)| count)
            .sum()
    }

    /// The share of the letters that belongs to one writing system, 0 to 1.
    #[must_use]
    pub fn share(&self, script: Script) -> f32 {
        if self.total == 0 {
            return 0.0;
        }
        self.count(script) as f32 / self.total as f32
    }

    /// Number of kana.
    #[must_use]
    pub fn kana(&self) -> usize {
        self.property(Property::Hiragana) + self.property(Property::Katakana)
    }

    /// The writing system with the most letters; `Zyyy` where there are none.
    ///
    /// Chinese characters are `Jpan` where at least one letter in ten of them
    /// and the kana is kana, `Kore` where Hangul outnumbers them, else `Hani`.
    #[must_use]
    pub fn main(&self) -> Script {
        let east_asian = self.east_asian();
        let mut best = (self.count(east_asian), east_asian);
        for &(property, count) in &self.counts {
            if count > best.0 && !is_east_asian(property) {
                best = (count, code(property));
            }
        }
        if best.0 == 0 { Script::COMMON } else { best.1 }
    }

    /// The writing system of the Han, kana and Hangul together.
    fn east_asian(&self) -> Script {
        let han = self.property(Property::Han);
        let kana = self.kana();
        let hangul = self.property(Property::Hangul);
        if hangul > kana && hangul >= han {
            KORE
        } else if kana > 0 && kana * 9 >= han {
            JPAN
        } else {
            HANI
        }
    }

    fn property(&self, property: Property) -> usize {
        self.counts
            .iter()
            .find(|(p, _)| *p == property)
            .map_or(0, |(_, count)| *count)
    }
}

/// The script of a character; the letters that most text is made of are known
/// without a search in the table.
fn property(c: char) -> Property {
    match c {
        'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => Property::Latin,
        '\0'..='\u{7F}' => Property::Common,
        'А'..='я' => Property::Cyrillic,
        'א'..='ת' => Property::Hebrew,
        'ء'..='غ' | 'ف'..='ي' => Property::Arabic,
        'क'..='ह' => Property::Devanagari,
        '\u{4E00}'..='\u{9FFF}' => Property::Han,
        '가'..='힣' => Property::Hangul,
        c => c.script(),
    }
}

const fn is_east_asian(property: Property) -> bool {
    matches!(
        property,
        Property::Han | Property::Hiragana | Property::Katakana | Property::Hangul
    )
}

fn code(property: Property) -> Script {
    property
        .short_name()
        .as_bytes()
        .try_into()
        .map_or(Script::COMMON, Script::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn main_of(text: &str) -> String {
        Histogram::of(text).main().to_string()
    }

    #[test]
    fn the_main_script_has_the_most_letters() {
        assert_eq!(main_of("Hello, Ελλάδα"), "Grek");
        assert_eq!(main_of("12.5 % – …"), "Zyyy");
        assert_eq!(main_of(""), "Zyyy");
        assert_eq!(main_of("مرحبا 123"), "Arab");
    }

    #[test]
    fn east_asian_scripts_are_told_apart_as_systems() {
        assert_eq!(main_of("東京の天気は晴れです"), "Jpan");
        assert_eq!(main_of("北京今天天气晴朗"), "Hani");
        assert_eq!(main_of("서울의 오늘 날씨는 맑음"), "Kore");
    }

    #[test]
    fn han_belongs_to_every_system_that_uses_it() {
        let histogram = Histogram::of("北京");
        for script in [HANI, HANS, HANT, JPAN, KORE] {
            assert_eq!(histogram.count(script), 2, "{script}");
        }
    }

    #[test]
    fn the_short_cuts_agree_with_the_table() {
        for c in '\0'..=char::MAX {
            assert_eq!(property(c), c.script(), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn shares_add_up() {
        let histogram = Histogram::of("abcd дом");
        assert_eq!(histogram.total(), 7);
        assert!((histogram.share(Script::new(*b"Latn")) - 4.0 / 7.0).abs() < 1e-6);
    }
}
