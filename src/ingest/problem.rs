//! What could not be read, and what to do about it.

use std::fmt;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::text::sanitize::sanitize_line;

/// Something that could not be read. The rest of the corpus opens all the same.
#[derive(Debug, Error)]
pub struct Problem {
    /// The file or folder; `None` for standard input.
    pub path: Option<PathBuf>,
    /// The line, counted from 1, where the format has lines.
    pub line: Option<u64>,
    /// What is wrong.
    #[source]
    pub reason: Reason,
}

/// What is wrong with a file, a folder or a line. The message says what to do.
#[derive(Debug, Error)]
pub enum Reason {
    /// Nothing has this name.
    #[error("there is no such file or folder; check the path")]
    NotFound,
    /// The system does not let us read it.
    #[error("no permission to read it; change its mode or its owner")]
    PermissionDenied,
    /// Any other failure of the system.
    #[error("cannot be read: {0}")]
    Io(io::ErrorKind),
    /// A folder without a single readable format.
    #[error(
        "the folder holds no articles; articles are text (.txt) or JSON Lines (.jsonl, .ndjson, .json), also gzipped (.gz)"
    )]
    EmptyFolder,
    /// A file without content, or of white space alone.
    #[error("the file is empty")]
    EmptyFile,
    /// A file of another kind than text.
    #[error(
        "not a text file; articles are text (.txt) or JSON Lines (.jsonl, .ndjson, .json), also gzipped (.gz)"
    )]
    Binary,
    /// Text in another encoding.
    #[error("not UTF-8 (first bad byte at offset {offset}); convert it with iconv")]
    NotUtf8 {
        /// Of the first byte that is not UTF-8: in the file, or in the line
        /// where there is one.
        offset: usize,
    },
    /// More than fits in memory with good sense.
    #[error("longer than {} MiB; split it", .limit >> 20)]
    TooLong {
        /// The most bytes that are taken.
        limit: usize,
    },
    /// A line that is not JSON.
    #[error("not valid JSON ({0}); the line is left out")]
    BrokenJson(String),
    /// A line that is JSON, and no object.
    #[error("not a JSON object; the line is left out")]
    NotAnObject,
    /// An object in which no known field holds a text.
    #[error("no text in it; looked for the fields {}; the line is left out", .0)]
    NoText(String),
    /// JSON in one piece.
    #[error("JSON, but not JSON Lines; convert it with: jq -c '.[]'")]
    NotJsonLines,
    /// More lines like the last ones.
    #[error("{0} more lines of this file are left out")]
    MoreLines(u64),
    /// A compressed file that ends too soon or is damaged.
    #[error("the compressed data is damaged or cut short; get the file again")]
    BrokenGzip,
}

impl Problem {
    /// A problem with a whole file or folder.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, reason: Reason) -> Self {
        Self {
            path: Some(path.into()),
            line: None,
            reason,
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::PermissionDenied,
            // What the decompressor says; a plain file gives none of these.
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::InvalidData => Self::BrokenGzip,
            kind => Self::Io(kind),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            // A file name may hold anything, also escape sequences.
            Some(path) => write!(f, "{}:", sanitize_line(&path.to_string_lossy()))?,
            None => f.write_str("standard input:")?,
        }
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.reason)
    }
}
