//! Plain text: one article a file.

use std::io::Read;

use super::problem::Reason;
use crate::text::sanitize::sanitize;

/// The longest file that is taken as one article, in bytes.
pub(super) const MAX_TEXT: usize = 64 << 20;

/// Reads the text of a file, sanitized. UTF-8, with or without a byte order mark.
///
/// # Errors
/// When the stream fails, or holds no text, or text in another encoding, or more
/// than [`MAX_TEXT`].
pub(super) fn read(input: &mut dyn Read) -> Result<String, Reason> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_TEXT).unwrap_or(u64::MAX);
    input.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_TEXT {
        return Err(Reason::TooLong { limit: MAX_TEXT });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(Reason::EmptyFile);
    }
    if is_binary(bytes) {
        return Err(Reason::Binary);
    }
    let text = str::from_utf8(bytes).map_err(|error| Reason::NotUtf8 {
        offset: error.valid_up_to(),
    })?;
    if text.trim().is_empty() {
        return Err(Reason::EmptyFile);
    }
    Ok(sanitize(text).into_owned())
}

/// Whether bytes are no text at all: every text encoding but UTF-16 and UTF-32
/// does without NUL, and those begin with a byte order mark.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..8192).unwrap_or(bytes);
    if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        return false;
    }
    let nul = start.iter().filter(|&&b| b == 0).count();
    // A stray NUL in a text is dirt, and is shown as such.
    nul * 100 > start.len()
        || (nul > 0 && str::from_utf8(start).is_err_and(|e| e.error_len().is_some()))
}
