//! What stands at a place that could not be read, made safe to look at.

use std::fmt::Write;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use crate::text::sanitize::sanitize_line;
use crate::view::message::ProblemPlace;

/// Bytes of a line that are shown.
const MOST: usize = 4096;
/// Bytes in a row of what has no lines.
const ROW: usize = 64;
/// The first bytes of a gzip file (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The line of a file, or where none is named its beginning, in rows. What is no
/// character of UTF-8, or a control, is written as an escape of Rust's.
///
/// # Errors
/// The file cannot be read.
pub(super) fn lines(place: &ProblemPlace) -> io::Result<Vec<String>> {
    // A pipe may wait for a writer, and a device never end.
    if !fs::metadata(&place.path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let mut reader = BufReader::new(File::open(&place.path)?);
    if reader.fill_buf()?.starts_with(&GZIP) && place.line.is_some() {
        read(&mut BufReader::new(MultiGzDecoder::new(reader)), place.line)
    } else {
        read(&mut reader, place.line)
    }
}

fn read(reader: &mut impl BufRead, line: Option<u64>) -> io::Result<Vec<String>> {
    let mut bytes = Vec::new();
    for _ in 1..line.unwrap_or(1) {
        reader.skip_until(b'\n')?;
    }
    let mut limited = reader.take(MOST as u64);
    if line.is_some() {
        limited.read_until(b'\n', &mut bytes)?;
    } else {
        limited.read_to_end(&mut bytes)?;
    }
    Ok(rows(&bytes))
}

fn rows(bytes: &[u8]) -> Vec<String> {
    let mut rows = vec![String::new()];
    let mut used = 0;
    let mut push = |text: &str, ends: bool| {
        if let Some(row) = rows.last_mut() {
            row.push_str(text);
        }
        used += text.chars().count();
        if ends || used >= ROW {
            used = 0;
            rows.push(String::new());
        }
    };
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            let mut buffer = [0; 4];
            let written = &*character.encode_utf8(&mut buffer);
            if sanitize_line(written) == written {
                push(written, false);
            } else {
                push(&character.escape_default().to_string(), character == '\n');
            }
        }
        for byte in chunk.invalid() {
            let mut escape = String::new();
            // Writing to a String cannot fail.
            let _ = write!(escape, "\\x{byte:02x}");
            push(&escape, false);
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        assert_eq!(
            rows(b"a\x1b[31m\xff\nb\xe2\x80\xae"),
            ["a\\u{1b}[31m\\xff\\n", "b\\u{202e}"]
        );
        assert!(rows(b"").is_empty());
        assert_eq!(rows(&[0; 200]).len(), 16);
    }

    #[test]
    fn a_line_is_found_by_its_number() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dump.jsonl");
        std::fs::write(&path, "one\ntwo\nthree").unwrap();
        let at = |line| {
            lines(&ProblemPlace {
                path: path.clone(),
                line,
            })
            .unwrap()
        };
        assert_eq!(at(Some(2)), ["two\\n"]);
        assert_eq!(at(Some(3)), ["three"]);
        assert!(at(Some(9)).is_empty());
        assert_eq!(at(None), ["one\\n", "two\\n", "three"]);
    }
}
