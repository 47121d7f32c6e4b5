//! Evidence for a language that a person can read: letters and frequent words.
//!
//! The data are `assets/langid/letters.toml` and `assets/langid/words.toml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::char::is_combining_mark;

use super::language_set::LanguageSet;
use super::table::languages;

/// What the words of a text say of the languages that come into question.
#[derive(Debug)]
pub(super) struct Evidence {
    candidates: LanguageSet,
    /// Number of words.
    pub(super) words: usize,
    /// For each language of the table: words that are frequent in it, less those
    /// it cannot spell, a word with borrowed letters counting half.
    pub(super) balance: Vec<f32>,
}

impl Evidence {
    /// Looks up every word of a text.
    pub(super) fn of(text: &str, candidates: LanguageSet) -> Self {
        let mut evidence = Self {
            candidates,
            words: 0,
            balance: vec![0.0; languages().len()],
        };
        let mut word = Word::default();
        for c in text.chars() {
            if c.is_alphabetic() || is_combining_mark(c) {
                if word.text.is_empty() {
                    word.is_capital = c.is_uppercase();
                }
                word.text.extend(c.to_lowercase());
            } else if is_apostrophe(c) && !word.text.is_empty() {
                word.text.push('\'');
            } else if !is_joiner(c) {
                evidence.take(&mut word);
            }
        }
        evidence.take(&mut word);
        evidence
    }

    fn take(&mut self, word: &mut Word) {
        let text = word.text.trim_end_matches('\'');
        // A capital alone is an initial or a number.
        let is_initial = word.is_capital && text.chars().nth(1).is_none();
        if !text.is_empty() && !is_initial {
            self.words += 1;
            let mut frequent = DATA.frequent(text);
            if text.contains('\'') {
                for part in text.split('\'') {
                    frequent |= DATA.words.get(part);
                }
            }
            self.add(frequent, 1.0);
            if let Some((own, borrowed)) = DATA.spelled(text, word.is_capital) {
                self.add(!own, -0.5);
                self.add(!borrowed, -0.5);
            }
        }
        word.text.clear();
    }

    fn add(&mut self, languages: LanguageSet, points: f32) {
        for place in (languages & self.candidates).places() {
            if let Some(balance) = self.balance.get_mut(place) {
                *balance += points;
            }
        }
    }
}

/// The word that is being read.
#[derive(Default)]
struct Word {
    /// In lower case, with one kind of apostrophe.
    text: String,
    /// Whether it began with a capital: it may be a name.
    is_capital: bool,
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´')
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{00AD}')
}

struct Data {
    words: HashMap<String, LanguageSet>,
    beginnings: HashMap<String, LanguageSet>,
    endings: HashMap<String, LanguageSet>,
    /// By their first byte.
    insides: Vec<Vec<(String, LanguageSet)>>,
    /// For each letter, in order: languages that have it, that at least borrow it.
    letters: Vec<(char, LanguageSet, LanguageSet)>,
    /// LanguageSet whose alphabet is not known: they spell everything.
    any_letters: LanguageSet,
}

impl Data {
    fn frequent(&self, word: &str) -> LanguageSet {
        let mut found = self.words.get(word).copied().unwrap_or_default();
        for (start, _) in word.char_indices().rev().take(6) {
            if let Some((rest, ending)) = word.split_at_checked(start)
                && !rest.is_empty()
            {
                found |= self.endings.get(ending);
            }
        }
        for (end, _) in word.char_indices().skip(1).take(6) {
            if let Some(beginning) = word.get(..end) {
                found |= self.beginnings.get(beginning);
            }
        }
        for (start, &first) in word.as_bytes().iter().enumerate() {
            for (inside, languages) in self.insides.get(usize::from(first)).into_iter().flatten() {
                if word
                    .get(start..)
                    .is_some_and(|rest| rest.starts_with(inside))
                {
                    found |= Some(languages);
                }
            }
        }
        found
    }

    /// The languages that spell a word, and that at least borrow its letters.
    /// `None` where the word says nothing: a name in plain letters may be foreign.
    fn spelled(&self, word: &str, is_capital: bool) -> Option<(LanguageSet, LanguageSet)> {
        if is_capital && word.is_ascii() {
            return None;
        }
        let mut own = LanguageSet::ALL;
        let mut borrowed = LanguageSet::ALL;
        for c in word.chars() {
            if c == '\'' || is_combining_mark(c) {
                continue;
            }
            let found = self
                .letters
                .binary_search_by_key(&c, |(letter, ..)| *letter);
            let found = found.ok().and_then(|at| self.letters.get(at));
            let (has, lends) = found.map_or((self.any_letters, self.any_letters), |f| (f.1, f.2));
            own = own & has;
            borrowed = borrowed & lends;
        }
        Some((own, borrowed))
    }
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    // The files are part of the program and a test reads them.
    let letters = toml::from_str(include_str!("../../../assets/langid/letters.toml"))
        .unwrap_or_else(|e| unreachable!("letters.toml: {e}"));
    let words = toml::from_str(include_str!("../../../assets/langid/words.toml"))
        .unwrap_or_else(|e| unreachable!("words.toml: {e}"));
    build(letters, words)
});

#[derive(Deserialize)]
struct LettersFile {
    language: Vec<Letters>,
}

#[derive(Deserialize)]
struct Letters {
    tag: String,
    letters: String,
    borrowed: String,
}

#[derive(Deserialize)]
struct WordsFile {
    words: Vec<Words>,
}

#[derive(Deserialize)]
struct Words {
    languages: Vec<String>,
    words: String,
}

fn build(letters: LettersFile, words: WordsFile) -> Data {
    let places: HashMap<&str, usize> = languages()
        .enumerate()
        .map(|(place, info)| (info.tag.as_str(), place))
        .collect();
    let mut data = Data {
        words: HashMap::with_capacity(8192),
        beginnings: HashMap::new(),
        endings: HashMap::new(),
        insides: vec![Vec::new(); 256],
        letters: Vec::new(),
        any_letters: LanguageSet::ALL,
    };
    let mut known = LanguageSet::default();
    let mut by_letter: BTreeMap<char, (LanguageSet, LanguageSet)> = BTreeMap::new();
    for row in &letters.language {
        let Some(&place) = places.get(row.tag.as_str()) else {
            continue;
        };
        known.insert(place);
        for c in row.letters.chars() {
            let (own, borrowed) = by_letter.entry(c).or_default();
            own.insert(place);
            borrowed.insert(place);
        }
        for c in row.borrowed.chars() {
            by_letter.entry(c).or_default().1.insert(place);
        }
    }
    data.any_letters = !known;
    for (letter, (mut own, mut borrowed)) in by_letter {
        own |= data.any_letters;
        borrowed |= data.any_letters;
        data.letters.push((letter, own, borrowed));
    }
    for row in &words.words {
        let mut set = LanguageSet::default();
        for tag in &row.languages {
            if let Some(&place) = places.get(tag.as_str()) {
                set.insert(place);
            }
        }
        for word in row.words.split_whitespace() {
            let (table, part) = match (word.strip_prefix('-'), word.strip_suffix('-')) {
                (Some(rest), Some(_)) => {
                    let inside = rest.trim_end_matches('-');
                    let first = inside.bytes().next().map(usize::from);
                    if let Some(list) = first.and_then(|first| data.insides.get_mut(first)) {
                        list.push((inside.to_owned(), set));
                    }
                    continue;
                }
                (Some(ending), None) => (&mut data.endings, ending),
                (None, Some(beginning)) => (&mut data.beginnings, beginning),
                (None, None) => (&mut data.words, word),
            };
            *table.entry(part.to_owned()).or_default() |= set;
        }
    }
    data
}
