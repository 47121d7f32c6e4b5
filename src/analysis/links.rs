//! Links in a text.

use std::collections::HashSet;

use linkify::{LinkFinder, LinkKind};

/// The schemes that are opened: what a browser shows, never a file or a program.
const SCHEMES: [&str; 4] = ["https://", "http://", "ftp://", "gemini://"];

/// Whether an address is one that may be opened: of a known scheme, and without blanks,
/// controls, and what would turn the order in which it is shown.
#[must_use]
pub fn is_link(address: &str) -> bool {
    let has_scheme = SCHEMES.iter().any(|scheme| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    // Marks, embeddings and isolates (UAX 9).
    let turns = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    has_scheme && !address.contains(|c: char| c.is_whitespace() || c.is_control() || turns(c))
}

/// The addresses in a text, in its order, each once.
#[must_use]
pub fn links(text: &str) -> Vec<String> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let mut met = HashSet::new();
    let found = finder.links(text).map(|link| link.as_str());
    let found = found.filter(|address| is_link(address) && met.insert(*address));
    found.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_end_where_the_sentence_goes_on() {
        let text = "See https://example.org/a_(b), http://example.org. وانظر https://ar.example/نص؟ \
                    and https://example.org/a_(b) again; not file:///etc/passwd or javascript:alert(1)";
        assert_eq!(
            links(text),
            [
                "https://example.org/a_(b)",
                "http://example.org",
                "https://ar.example/نص؟"
            ]
        );
    }

    #[test]
    fn only_what_a_browser_shows_is_opened() {
        assert!(is_link("HTTPS://example.org"));
        for address in [
            "",
            "file:///etc/passwd",
            "-h",
            "https:/x",
            "https://a b",
            "https://a\u{1b}[31m",
            "https://a.example/\u{202e}moc.elgoog",
            "x-man-page://ls",
        ] {
            assert!(!is_link(address), "{address}");
        }
    }
}
