//! Which format a file has: by its name, else by how it begins.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::problem::Reason;
use super::text_file::is_binary;

/// What is read from a stream, once it is not compressed any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// One article in plain text.
    Text,
    /// An article a line.
    JsonLines,
}

/// Extensions that say that a file holds articles. `.json` is what some corpora
/// call their JSON Lines.
const EXTENSIONS: [(&str, Format); 4] = [
    ("txt", Format::Text),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("json", Format::JsonLines),
];

/// Whether a file found in a folder is taken for articles: by its extension, or
/// because it has none, as in corpora that number their files.
pub(super) fn is_article_file(name: &Path) -> bool {
    let name = without_extension(name, "gz");
    name.extension().is_none() || by_name(&name).is_some()
}

/// The format that a name tells.
pub(super) fn by_name(name: &Path) -> Option<Format> {
    let name = without_extension(name, "gz");
    EXTENSIONS
        .iter()
        .find(|(extension, _)| has_extension(&name, extension))
        .map(|(_, format)| *format)
}

/// A name without the extensions of formats: what an article's id is made of.
pub(super) fn stem(name: &Path) -> PathBuf {
    let name = without_extension(name, "gz");
    EXTENSIONS
        .iter()
        .find(|(extension, _)| has_extension(&name, extension))
        .map_or_else(|| name.clone(), |_| name.with_extension(""))
}

/// The format of a stream that begins with `start`.
///
/// # Errors
/// When it is no text, or JSON in one piece.
pub(super) fn sniff(start: &[u8], by_name: Option<Format>) -> Result<Format, Reason> {
    if is_binary(start) {
        return Err(Reason::Binary);
    }
    if by_name == Some(Format::Text) {
        return Ok(Format::Text);
    }
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let start = start.trim_ascii_start();
    let first_line = start.split(|&b| b == b'\n').next().unwrap_or(start);
    let is_cut = first_line.len() == start.len();
    let object = match first_line.trim_ascii_end() {
        [b'{'] => Err(Reason::NotJsonLines),
        [b'{', ..] => Ok(is_cut || serde_json::from_slice::<Value>(first_line).is_ok()),
        [b'['] | [b'[', b'{' | b' ', ..] if by_name.is_some() => Err(Reason::NotJsonLines),
        _ => Ok(false),
    };
    match (by_name, object) {
        (Some(format), Ok(_)) => Ok(format),
        (Some(_), Err(reason)) => Err(reason),
        (None, Ok(true)) => Ok(Format::JsonLines),
        (None, _) => Ok(Format::Text),
    }
}

fn without_extension(name: &Path, extension: &str) -> PathBuf {
    if has_extension(name, extension) {
        name.with_extension("")
    } else {
        name.to_owned()
    }
}

fn has_extension(name: &Path, extension: &str) -> bool {
    name.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_format() {
        for (name, article, format) in [
            ("a.txt", true, Some(Format::Text)),
            ("a.TXT.gz", true, Some(Format::Text)),
            ("c4.json.gz", true, Some(Format::JsonLines)),
            ("53127", true, None),
            ("photo.png", false, None),
            ("a.rs", false, None),
        ] {
            assert_eq!(is_article_file(Path::new(name)), article, "{name}");
            assert_eq!(by_name(Path::new(name)), format, "{name}");
        }
        assert_eq!(stem(Path::new("b/a.v1.txt")), Path::new("b/a.v1"));
        assert_eq!(stem(Path::new("dump.jsonl.gz")), Path::new("dump"));
        assert_eq!(stem(Path::new("no.extension")), Path::new("no.extension"));
    }

    #[test]
    fn beginnings_tell_the_format() {
        let of = |start: &str| sniff(start.as_bytes(), None).unwrap();
        assert_eq!(of("{\"text\":\"a\"}\n{"), Format::JsonLines);
        assert_eq!(of("\u{feff} {\"text\":\"cut off he"), Format::JsonLines);
        assert_eq!(of("{curly} brackets\nin a text"), Format::Text);
        assert_eq!(of("Just text"), Format::Text);
        assert!(matches!(sniff(&[0; 100], None), Err(Reason::Binary)));
        for start in ["[\n  {", "[{\"text\":1}]", "{\n  \"text\": 1\n}"] {
            let sniffed = sniff(start.as_bytes(), Some(Format::JsonLines));
            assert!(matches!(sniffed, Err(Reason::NotJsonLines)), "{start}");
        }
    }
}
