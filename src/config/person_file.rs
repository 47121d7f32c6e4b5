//! A file that a person wrote, in TOML: all of it that can be read, and what cannot,
//! by its line.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// One `name = value` of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The tables it stands in, the outermost first, and its own name.
    pub names: Vec<String>,
    /// What it is.
    pub value: Written,
    /// Its line, counted from 1.
    pub line: usize,
}

/// A value as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Text, without its quotes.
    Text(String),
    /// A number, `true` or `false`.
    Plain(String),
    /// What no setting can be: lists, dates, tables without a name in them.
    Other(String),
}

/// Why a file, or a line of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It cannot be opened or read; the system's reason.
    Unreadable(String),
    /// It is larger than any such file, in bytes.
    TooLarge(u64),
    /// It is not UTF-8.
    Encoding,
    /// It is not TOML.
    Format {
        /// What is wrong.
        reason: String,
        /// How many more lines are not TOML.
        more: usize,
    },
    /// Text without the quotes that TOML wants around it.
    Unquoted(String),
    /// A name that stands there already.
    Twice(String),
}

/// A fault and its line, counted from 1.
pub(super) type LineFault = (usize, FileFault);

/// What the parser says of a name that stands there already.
const TWICE: &str = "duplicate key";
/// How it begins where text has no quotes.
const UNQUOTED: &str = "string values must be quoted";

/// So many lines that are not TOML are looked past.
const MOST: usize = 64;

/// Reads a file. Entries come in the order of their lines, without those on a line that
/// is not TOML; of a name that stands there twice the first counts. Whatever is not
/// UTF-8 is one fault, and so is whatever is not TOML, each by its first line.
pub(super) fn read(bytes: &[u8]) -> (Vec<Entry>, Vec<LineFault>) {
    let mut faults = Vec::new();
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    if let Err(error) = std::str::from_utf8(bytes) {
        let first = Lines::new(bytes).of(error.valid_up_to());
        faults.push((first, FileFault::Encoding));
        text = map_lines(&text, |_, line| !line.contains(char::REPLACEMENT_CHARACTER));
    }
    let is_text = faults.is_empty();
    // Lines stay where they are, whatever is blanked.
    let lines = Lines::new(text.as_bytes());
    // Of a file with a fault the parser leaves out more than the line: it is read again
    // without that.
    let mut wrong: Vec<(usize, String)> = Vec::new();
    let mut looked_past = 0;
    let mut entries = loop {
        let (table, errors) = DeTable::parse_recoverable(&text);
        let mut walk = Walk::new(&text, &lines);
        walk.table(table.get_ref());
        let Walk { found, spans, .. } = walk;
        let start = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
        let (twice, others): (Vec<_>, Vec<_>) = errors
            .into_iter()
            .partition(|error| error.message() == TWICE);
        let Some(error) = others.iter().min_by_key(|error| start(error)) else {
            for error in twice {
                let name = error.span().and_then(|span| text.get(span));
                let name = name.unwrap_or_default().trim_matches(['"', '\'']);
                let line = lines.of(start(&error));
                faults.push((line, FileFault::Twice(name.to_owned())));
            }
            break found;
        };
        // A value that does not end is wrong where it begins.
        let begun = spans
            .iter()
            .filter(|span| span.start < start(error) && start(error) <= span.end)
            .map(|span| span.start)
            .min();
        let line = lines.of(begun.unwrap_or(start(error)));
        let is_new = wrong.iter().all(|(other, _)| *other != line);
        let raw = error.span().and_then(|span| text.get(span));
        match raw.filter(|_| begun.is_none() && error.message().starts_with(UNQUOTED)) {
            Some(raw) => faults.push((line, FileFault::Unquoted(raw.to_owned()))),
            None => wrong.push((line, error.message().to_owned())),
        }
        looked_past += 1;
        if !is_new || looked_past > MOST {
            break found;
        }
        text = map_lines(&text, |number, _| number != line);
    };
    entries.retain(|entry| wrong.iter().all(|(line, _)| *line != entry.line));
    entries.sort_by_key(|entry| entry.line);
    wrong.sort_by_key(|(line, _)| *line);
    wrong.dedup_by_key(|(line, _)| *line);
    // What is not text at all is not reported as bad TOML too.
    if let Some((line, reason)) = wrong.first()
        && (is_text || !entries.is_empty())
    {
        let (reason, more) = (reason.clone(), wrong.len() - 1);
        faults.push((*line, FileFault::Format { reason, more }));
    }
    faults.sort_by_key(|(line, _)| *line);
    (entries, faults)
}

/// The text with blanks in place of every line that is not kept, each byte where it was.
fn map_lines(text: &str, is_kept: impl Fn(usize, &str) -> bool) -> String {
    let lines = text.split_inclusive('\n').zip(1..);
    let lines = lines.map(|(line, number)| {
        if is_kept(number, line) {
            return line.to_owned();
        }
        let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
        line.bytes().map(blank).collect()
    });
    lines.collect()
}

/// A walk through the tables of a file.
struct Walk<'a> {
    text: &'a str,
    lines: &'a Lines,
    /// The names of the tables it is in.
    above: Vec<String>,
    found: Vec<Entry>,
    /// The bytes of all values.
    spans: Vec<Range<usize>>,
}

impl<'a> Walk<'a> {
    const fn new(text: &'a str, lines: &'a Lines) -> Self {
        Self {
            text,
            lines,
            above: Vec::new(),
            found: Vec::new(),
            spans: Vec::new(),
        }
    }

    fn table(&mut self, table: &DeTable<'_>) {
        for (name, value) in table {
            self.above.push(name.get_ref().to_string());
            let span = value.span();
            let raw = self.text.get(span.clone()).unwrap_or_default();
            match value.get_ref() {
                DeValue::Table(inner) => {
                    // The span of a table with a heading is that of the heading.
                    if !raw.starts_with('[') {
                        self.spans.push(span);
                    }
                    self.table(inner);
                }
                value => {
                    let value = match value {
                        DeValue::String(text) => Written::Text(text.to_string()),
                        DeValue::Integer(number) => Written::Plain(number.to_string()),
                        DeValue::Boolean(value) => Written::Plain(value.to_string()),
                        _ => Written::Other(raw.to_owned()),
                    };
                    self.found.push(Entry {
                        names: self.above.clone(),
                        value,
                        line: self.lines.of(name.span().start),
                    });
                    self.spans.push(span);
                }
            }
            self.above.pop();
        }
    }
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &[u8]) -> Self {
        let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = ends.map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(starts).collect())
    }

    /// The line of a byte, counted from 1.
    fn of(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &[u8]) -> Vec<String> {
        let entries = read(text).0.into_iter();
        let line =
            |entry: Entry| format!("{} {} {:?}", entry.line, entry.names.join("."), entry.value);
        entries.map(line).collect()
    }

    #[test]
    fn tables_and_dotted_names_are_the_same() {
        let dotted = entries(b"list.cursor = \"row\"\nmeasure = 66 # wide\n");
        assert_eq!(
            dotted,
            ["1 list.cursor Text(\"row\")", "2 measure Plain(\"66\")"]
        );
        let table = entries(b"hints = false\n\n[list]\ncursor = 'row'\n");
        assert_eq!(
            table,
            ["1 hints Plain(\"false\")", "4 list.cursor Text(\"row\")"]
        );
        assert_eq!(entries("\u{feff}a = [1]\r\nb = 2".as_bytes()).len(), 2);
    }

    #[test]
    fn a_line_that_is_not_toml_costs_itself_alone() {
        let (entries, faults) = read(b"a = \"1\nb = 2\nc d\ne = off\nf = 3\n]\n");
        let names: Vec<&str> = entries.iter().map(|entry| &*entry.names[0]).collect();
        assert_eq!(names, ["b", "f"]);
        assert!(
            matches!(
                &faults[..],
                [
                    (1, FileFault::Format { more: 2, .. }),
                    (4, FileFault::Unquoted(value))
                ] if value == "off"
            ),
            "{faults:?}"
        );
    }

    #[test]
    fn a_value_without_an_end_costs_its_own_line() {
        for open in [
            "x = \'\'\'abc",
            "x = [1,",
            "x = \"\"\"abc",
            "x = {a = 1,",
            "[x",
        ] {
            let text = format!("a = 1\n{open}\nb = 2\nc = 3\n");
            let (entries, faults) = read(text.as_bytes());
            let names: Vec<String> = entries.iter().map(|entry| entry.names.join(".")).collect();
            assert_eq!(names, ["a", "b", "c"], "{open}");
            assert!(
                matches!(faults[..], [(2, FileFault::Format { more: 0, .. })]),
                "{open}: {faults:?}"
            );
        }
    }

    #[test]
    fn a_name_twice_counts_once() {
        let (entries, faults) = read(b"\"a\" = 1\na = 2\n");
        assert_eq!((entries.len(), entries[0].line), (1, 1));
        assert_eq!(faults, [(2, FileFault::Twice("a".to_owned()))]);
    }

    #[test]
    fn what_is_no_text_is_one_fault() {
        let (entries, faults) = read(b"a = 1\n# f\xfcr alle\nb = \"\xfc\"\nc = 3\n");
        assert_eq!(entries.len(), 2);
        assert_eq!(faults, [(2, FileFault::Encoding)]);
        let utf_16: Vec<u8> = "a = 1\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let utf_16 = [&[0xff, 0xfe][..], &utf_16].concat();
        assert_eq!(read(&utf_16), (vec![], vec![(1, FileFault::Encoding)]));
        let (_, faults) = read(b"\0PNG\x01\nfoo bar\n]]\n==\n");
        assert_eq!(faults.len(), 1, "{faults:?}");
    }
}
