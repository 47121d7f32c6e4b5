//! Links in a text.

use linkify::{LinkFinder, LinkKind};

/// The schemes that are opened: what a browser shows, never a file or a program.
const SCHEMES: [&str; 4] = ["https://", "http://", "ftp://", "gemini://"];

/// Whether an address is one that may be opened: of a known scheme, and without blanks
/// or controls.
#[must_use]
pub fn is_link(address: &str) -> bool {
    let has_scheme = SCHEMES.iter().any(|scheme| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    has_scheme && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The addresses in a text, in its order, each once.
#[must_use]
pub fn links(text: &str) -> Vec<String> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let mut found: Vec<String> = Vec::new();
    for link in finder.links(text) {
        let address = link.as_str();
        if is_link(address) && !found.iter().any(|known| known == address) {
            found.push(address.to_owned());
        }
    }
    found
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
            "x-man-page://ls",
        ] {
            assert!(!is_link(address), "{address}");
        }
    }
}
