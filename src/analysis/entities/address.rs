//! Web and mail addresses and handles, whose parts are no names.

use std::ops::Range;

/// How far back the beginning of an address is looked for, in bytes.
const LONGEST: usize = 256;

/// Whether bytes of a text are part of an address or a handle.
pub(super) fn in_address(text: &str, bytes: &Range<usize>) -> bool {
    let before = text.get(..bytes.start).unwrap_or_default();
    let after = text.get(bytes.end..).unwrap_or_default();
    let domain = after
        .strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
    if domain || after.starts_with('@') || after.starts_with("://") {
        return true;
    }
    let near = before
        .char_indices()
        .rev()
        .take_while(|(at, c)| !c.is_whitespace() && before.len() - at <= LONGEST);
    let token = near
        .last()
        .and_then(|(start, _)| before.get(start..))
        .unwrap_or_default();
    token.contains("://") || token.contains("www.") || token.contains('@')
}

#[cfg(test)]
mod tests {
    use super::in_address;

    #[test]
    fn parts_of_addresses() {
        let inside = |text: &str| {
            let start = text.find("Oman").unwrap();
            in_address(text, &(start..start + 4))
        };
        for text in [
            "https://example.com/a/Oman",
            "www.Oman",
            "Oman.com",
            "me@Oman",
            "@Oman",
            "Oman@x.org",
        ] {
            assert!(inside(text), "{text}");
        }
        for text in [
            "Oman",
            "to Oman. Then",
            "and/Oman",
            "the end.Oman said",
            "see https://example.com Oman",
        ] {
            assert!(!inside(text), "{text}");
        }
    }
}
