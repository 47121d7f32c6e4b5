//! The form in which names are looked up.

use crate::text::fold::fold_key;

/// Whether a character parts the words of a name and is written in more than
/// one way: Nagorno-Karabakh and Nagorno Karabakh, the dots between the words
/// of a name in Chinese and katakana.
#[must_use]
pub(super) fn joins_words(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{30A0}'
                    | '\u{FF1D}'
                    | '='
                    | '\u{B7}'
                    | '\u{2022}'
                    | '\u{2027}'
                    | '\u{30FB}'
                    | '\u{58A}'
                    | '\u{5BE}'
        )
}

/// The key of a name: folded, its words parted by one space.
#[must_use]
pub fn key(name: &str) -> String {
    let folded = fold_key(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(joins_words).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn words_are_parted_by_one_space() {
        assert_eq!(key(" Nagorno-Karabakh "), "nagorno karabakh");
        assert_eq!(key("弗拉基米尔·普京"), "弗拉基米尔 普京");
        assert_eq!(key("-"), "");
    }
}
