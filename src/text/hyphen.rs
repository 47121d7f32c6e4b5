//! Dividing words at the ends of lines, by the patterns of their language.

use hypher::{Lang, hyphenate_bounded};

use super::cluster::Clusters;

/// The least letters before and after a division.
const MIN_LETTERS: usize = 3;

/// The longest word, in bytes, that patterns are tried on.
const MAX_WORD: usize = 120;

/// The patterns for a BCP 47 language, if there are any.
pub(super) fn patterns(language: &str) -> Option<Lang> {
    let base = language.split(['-', '_']).next()?;
    let code: [u8; 2] = base.as_bytes().try_into().ok()?;
    Lang::from_iso(code.map(|byte| byte.to_ascii_lowercase()))
}

/// The last place where a word of `text` (one piece without a break) may be
/// divided so that what is before takes at most `columns` cells; with the
/// cells it takes. Addresses, names of files and numbers are not divided.
pub(super) fn divide(text: &str, columns: usize, language: Lang) -> Option<(usize, usize)> {
    if text.contains(|c: char| matches!(c, '/' | '@' | '_' | '\\' | '\u{AD}') || c.is_numeric()) {
        return None;
    }
    let mut best = None;
    let mut column = 0;
    let mut clusters = Clusters::new(text, 0..text.len()).peekable();
    for (start, word) in words(text) {
        if word.len() > MAX_WORD || word.chars().count() < 2 * MIN_LETTERS {
            continue;
        }
        let mut at = start;
        for syllable in hyphenate_bounded(word, language, MIN_LETTERS, MIN_LETTERS) {
            at += syllable.len();
            if at == start + word.len() {
                break;
            }
            while let Some(cluster) = clusters.next_if(|cluster| cluster.bytes.end <= at) {
                column += cluster.width;
            }
            if column > columns {
                return best;
            }
            let is_boundary = clusters
                .peek()
                .is_some_and(|cluster| cluster.bytes.start == at);
            if is_boundary {
                best = Some((at, column));
            }
        }
    }
    best
}

/// The runs of letters in a text, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphabetic())
        .map(move |part| {
            let start = at;
            at += part.len();
            (start, part.trim_end_matches(|c: char| !c.is_alphabetic()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_words_are_divided_where_they_fit() {
        let german = patterns("de-AT").unwrap();
        let divide = |text, columns| divide(text, columns, german);
        assert_eq!(divide("Wirtschaftskammer", 12), Some((11, 11)));
        assert_eq!(divide("Wirtschaftskammer", 5), Some((4, 4)));
        assert_eq!(divide("Wirtschaftskammer", 3), None);
        assert_eq!(divide("„Frühlingsgefühle“,", 9), Some((8, 5)));
        assert_eq!(divide("https://wirtschaftskammer.at", 20), None);
        let long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
        assert_eq!(divide(long, 40), Some((41, 40)));
        assert_eq!(divide("!?", 40), None);
        assert_eq!(
            divide("Donau", 4),
            None,
            "at least three letters on each side"
        );
    }

    #[test]
    fn languages_without_patterns_have_none() {
        assert!(patterns("ar").is_none());
        assert!(patterns("").is_none());
        assert!(patterns("gsw").is_none());
    }
}
