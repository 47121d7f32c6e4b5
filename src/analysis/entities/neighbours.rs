//! The words beside a name, which may tell that it is only part of a longer
//! one (Milan Kundera, Real Madrid, Boston Bruins) or no name of a place (the
//! Russian language, in the languages that say it with the country's name).

use std::ops::Range;

use super::cues::{
    INSTITUTIONS, LINKS, PEOPLES_AFTER, PEOPLES_BEFORE, TITLES, is_one_of, of_language,
};
use super::script::{Writing, writing};
use super::spelling::is_title_cased;
use crate::text::fold::fold_key;

/// Whether the language writes common nouns with a capital, so that one beside
/// a name tells nothing.
fn capitalises_nouns(language: &str) -> bool {
    matches!(language, "de" | "lb" | "nds" | "bar" | "als")
}

/// What is known of a mention when its neighbours are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sides {
    /// Whether another mention ends where the word before it does.
    pub named_before: bool,
    /// Whether another mention begins where the word behind it does.
    pub named_after: bool,
    /// Whether the mention is in a case that only names in a sentence have.
    pub declined: bool,
}

/// Whether a place is part of a longer name that is not known, or stands for a
/// language or a people.
pub(super) fn belong_together(
    text: &str,
    place: &Range<usize>,
    language: &str,
    sides: Sides,
) -> bool {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    let name = text.get(place.clone()).unwrap_or_default();
    if makes_language(before, after, language) || names_institution(before) {
        return true;
    }
    if capitalises_nouns(language) || !name.starts_with(char::is_uppercase) {
        return false;
    }
    if is_title_cased(line_around(text, place)) {
        return false;
    }
    let name_before = !sides.named_before
        && word_before(before).is_some_and(|word| is_name(word, language, name));
    let name_after = !sides.named_after
        && !sides.declined
        && word_after(after).is_some_and(|word| is_name(word, language, name));
    name_before || name_after
}

/// Whether the word before a surname is the first name of somebody else.
pub(super) fn names_another(text: &str, surname: &Range<usize>, language: &str) -> bool {
    let before = text.get(..surname.start).unwrap_or_default();
    !capitalises_nouns(language)
        && !is_title_cased(line_around(text, surname))
        && word_before(before).is_some_and(|word| is_name(word, language, ""))
}

/// Whether a capitalised word beside `name` can be part of its name.
fn is_name(word: &str, language: &str, name: &str) -> bool {
    // Of a compound with a hyphen the last part tells: MM-kisoissa is no name.
    let last = word.rsplit('-').next().unwrap_or(word);
    if !word.starts_with(char::is_uppercase) || !last.starts_with(char::is_uppercase) {
        return false;
    }
    let folded = fold_key(word);
    if language == "vi" {
        // Names of one syllable are parts of Vietnamese names; a foreign word beside one is not.
        return !name.contains(' ') && is_syllable(&folded);
    }
    !is_one_of(&folded, TITLES)
}

/// Whether a folded word can be a syllable of Vietnamese: one run of vowels.
fn is_syllable(folded: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut runs = 0;
    let mut inside = false;
    for c in folded.chars() {
        runs += usize::from(vowel(c) && !inside);
        inside = vowel(c);
    }
    runs == 1
        && folded.ends_with(|c| vowel(c) || "chmngpt".contains(c))
        && !folded.contains(['f', 'j', 'w', 'z'])
}

/// The word before a name, one space away, unless it begins a sentence.
fn word_before(before: &str) -> Option<&str> {
    let rest = tail(before).strip_suffix(' ')?;
    let start = rest
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic() || *c == '-' || *c == '\'' || *c == '’')
        .last()
        .map(|(at, _)| at)?;
    let sentence = rest.get(..start)?.trim_end_matches(' ');
    let begins = sentence.is_empty()
        || sentence.ends_with([
            '.', '!', '?', ':', ';', '\n', '"', '“', '„', '«', '(', '–', '—', '-', '…', '։', '՝',
            '`',
        ])
        || rest.get(..start).is_some_and(|text| !text.ends_with(' '));
    // A genitive is no part of the name behind it: Armenia’s Syunik.
    let word = rest
        .get(start..)
        .filter(|word| !word.ends_with("'s") && !word.ends_with("’s"))?;
    (!begins).then_some(word)
}

/// The word behind a name, one space away.
fn word_after(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(' ')?;
    let end = rest
        .char_indices()
        .find(|(_, c)| !c.is_alphabetic())
        .map_or(rest.len(), |(at, _)| at);
    rest.get(..end).filter(|word| !word.is_empty())
}

/// Whether the words before a place make an organisation's name of it.
fn names_institution(before: &str) -> bool {
    if !before.ends_with([' ', '\'', '’']) {
        return false;
    }
    let words = tail(before)
        .split([' ', '\'', '’'])
        .rev()
        .skip(1)
        .take(MOST_LINKS + 1);
    let mut keys = words.map(|word| (word, fold_key(word)));
    let institution = keys.find(|(_, key)| !is_one_of(key, LINKS));
    institution.is_some_and(|(word, key)| {
        !word.starts_with(char::is_lowercase) && is_one_of(&key, INSTITUTIONS)
    })
}

/// The most [`LINKS`] between an institution and its place.
const MOST_LINKS: usize = 2;

/// Whether the words of the language beside a country's name make a language
/// or a people of it.
fn makes_language(before: &str, after: &str, language: &str) -> bool {
    if of_language(PEOPLES_AFTER, language).any(|word| after.starts_with(word)) {
        return true;
    }
    let last = || {
        tail(before)
            .strip_suffix(' ')?
            .rsplit([' ', '\n'])
            .next()
            .map(fold_key)
    };
    of_language(PEOPLES_BEFORE, language).any(|word| match word.chars().next().map(writing) {
        Some(Writing::UnspacedWithSigns) => before.ends_with(word),
        _ => last().is_some_and(|last| last == word),
    })
}

/// How much of a text is looked at on each side of a name, in bytes.
const NEAR: usize = 200;

/// The end of what stands before a name.
fn tail(before: &str) -> &str {
    let mut start = before.len().saturating_sub(NEAR);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    before.get(start..).unwrap_or_default()
}

/// The beginning of what stands behind a name.
fn head(after: &str) -> &str {
    let mut end = after.len().min(NEAR);
    while !after.is_char_boundary(end) {
        end -= 1;
    }
    after.get(..end).unwrap_or_default()
}

/// The line that a name stands in, or the part of a long one around it.
fn line_around<'t>(text: &'t str, name: &Range<usize>) -> &'t str {
    let before = text.get(..name.start).map(tail).unwrap_or_default();
    let after = text.get(name.end..).map(head).unwrap_or_default();
    let before = before
        .rfind('\n')
        .and_then(|at| before.get(at + 1..))
        .unwrap_or(before);
    let after = after
        .find('\n')
        .and_then(|at| after.get(..at))
        .unwrap_or(after);
    text.get(name.start - before.len()..name.end + after.len())
        .unwrap_or_default()
}
