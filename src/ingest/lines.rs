//! Lines of a stream, each at most so long.

use std::io::{self, BufRead, Read};

/// What the next line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// It stands in the buffer, without its line end.
    Whole,
    /// It was longer than the limit; it was passed over.
    TooLong,
    /// There are no more.
    End,
}

/// Reads a line into `buffer` (emptied first), never holding more than `limit`
/// bytes and a line end. Lines end in LF or CRLF; the last one may end without.
///
/// # Errors
/// Those of the stream.
pub(super) fn next_line<R: BufRead>(
    input: &mut R,
    limit: usize,
    buffer: &mut Vec<u8>,
) -> io::Result<Line> {
    buffer.clear();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(most).read_until(b'\n', buffer)? == 0 {
        return Ok(Line::End);
    }
    if buffer.pop_if(|last| *last == b'\n').is_some() {
        buffer.pop_if(|last| *last == b'\r');
    } else if buffer.len() > limit {
        buffer.clear();
        input.skip_until(b'\n')?;
        return Ok(Line::TooLong);
    }
    Ok(Line::Whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_passed_over() {
        let mut input = &b"one\r\n\nfour!\nfourty-two\nend"[..];
        let mut buffer = Vec::new();
        let mut read = Vec::new();
        loop {
            let line = next_line(&mut input, 5, &mut buffer).unwrap();
            if line == Line::End {
                break;
            }
            read.push((line, String::from_utf8(buffer.clone()).unwrap()));
        }
        let whole = |text: &str| (Line::Whole, text.to_owned());
        assert_eq!(
            read,
            [
                whole("one"),
                whole(""),
                whole("four!"),
                (Line::TooLong, String::new()),
                whole("end")
            ]
        );
    }
}
