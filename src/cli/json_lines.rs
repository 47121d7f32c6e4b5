//! JSON Lines in, JSON Lines out: what the commands that read standard input share.

use std::io::{self, BufRead, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// How many lines were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Lines that were read and got their answer, whatever it says.
    pub texts: u64,
    /// Lines that could not be read; an error was written for each.
    pub broken: u64,
}

#[derive(Serialize)]
struct Broken {
    line: u64,
    error: String,
}

/// Reads one question a line and writes the answer to each, in order. A line
/// that is no question gets `{"line","error"}` with its number, counted from 1,
/// and `expected`; the others are answered all the same. Empty lines are passed
/// over.
///
/// # Errors
/// When the input cannot be read or the output not written.
pub fn answer<Question: DeserializeOwned, Answer: Serialize>(
    mut input: impl BufRead,
    mut output: impl Write,
    expected: &str,
    mut each: impl FnMut(Question) -> Answer,
) -> io::Result<Answered> {
    let mut answered = Answered::default();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let json = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line);
        if json.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice(json) {
            Ok(question) => {
                serde_json::to_writer(&mut output, &each(question))?;
                answered.texts += 1;
            }
            Err(error) => {
                let error = format!("not {expected}: {error}");
                serde_json::to_writer(
                    &mut output,
                    &Broken {
                        line: number,
                        error,
                    },
                )?;
                answered.broken += 1;
            }
        }
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(answered)
}
