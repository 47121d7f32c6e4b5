//! Where paragraphs end.

use std::ops::Range;

/// The byte ranges of a text's paragraphs, without the separators that end
/// them: UAX 9 class B, CR LF as one, and U+2028. Empty paragraphs are
/// included; after a separator at the text's end there is none.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from;
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let Some(length) = rest.find(is_separator) else {
            from = text.len();
            return Some(start..from);
        };
        let mut after = rest.get(length..).unwrap_or_default().chars();
        if after.next() == Some('\r') && after.as_str().starts_with('\n') {
            after.next();
        }
        from = text.len() - after.as_str().len();
        Some(start..start + length)
    })
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_end_at_separators() {
        let all: Vec<_> = paragraphs("a\r\n\nb\u{2028}c\u{85}").collect();
        assert_eq!(all, [0..1, 3..3, 4..5, 8..9]);
        assert_eq!(paragraphs("").count(), 0);
        assert!(paragraphs("\n").eq(std::iter::once(0..0)));
    }
}
