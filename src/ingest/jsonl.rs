//! JSON Lines, plain or compressed.

use std::io::BufRead;
use std::ops::ControlFlow;

use serde_json::Value;

use super::lines::{Line, next_line};
use super::problem::Reason;
use super::record::{Record, TEXT};

/// The longest line that is taken, in bytes: the largest article there is, with
/// room. A dump in one piece without line ends is not read into memory.
pub(super) const MAX_LINE: usize = 64 << 20;

/// Broken lines that are named one by one; the others are counted.
const MAX_NAMED: u64 = 20;

/// What a stream of JSON Lines yields, with the number of the line from 1.
pub(super) enum Item {
    Record(Box<Record>, u64),
    Problem(Reason, Option<u64>),
}

/// Reads records until the end or until the sink has enough. A broken line is a
/// problem and the next one is read; a broken stream is a problem and the end.
pub(super) fn read(
    mut input: &mut dyn BufRead,
    sink: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut buffer = Vec::new();
    let mut broken = 0u64;
    let mut empty = true;
    for number in 1.. {
        let record = match next_line(&mut input, MAX_LINE, &mut buffer) {
            Ok(Line::End) => break,
            Ok(Line::TooLong) => Err(Reason::TooLong { limit: MAX_LINE }),
            Ok(Line::Whole) => {
                let bytes = if number == 1 {
                    buffer.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&buffer)
                } else {
                    &buffer
                };
                if bytes.trim_ascii().is_empty() {
                    continue;
                }
                parse(bytes)
            }
            Err(error) => {
                empty = false;
                sink(Item::Problem(error.into(), None))?;
                break;
            }
        };
        empty = false;
        match record {
            Ok(record) => sink(Item::Record(Box::new(record), number))?,
            Err(reason) => {
                broken += 1;
                if broken <= MAX_NAMED {
                    sink(Item::Problem(reason, Some(number)))?;
                }
            }
        }
    }
    if let Some(more) = broken.checked_sub(MAX_NAMED).filter(|&more| more > 0) {
        sink(Item::Problem(Reason::MoreLines(more), None))?;
    }
    if empty {
        sink(Item::Problem(Reason::EmptyFile, None))?;
    }
    ControlFlow::Continue(())
}

fn parse(line: &[u8]) -> Result<Record, Reason> {
    let line = str::from_utf8(line).map_err(|error| Reason::NotUtf8 {
        offset: error.valid_up_to(),
    })?;
    let value = serde_json::from_str(line).map_err(|error| {
        // The line is ours to name: the parser counts lines inside of it.
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        Reason::BrokenJson(format!("{message} at column {}", error.column()))
    })?;
    let Value::Object(object) = value else {
        return Err(Reason::NotAnObject);
    };
    Record::from_object(object).ok_or_else(|| Reason::NoText(TEXT.join(", ")))
}
