//! `nashra detect`: JSON Lines of texts in, their languages out.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::analysis::language::Detector;
use crate::corpus::{LanguageTag, Script};

/// How many lines were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Texts whose language is written out, also where it is `?`.
    pub texts: u64,
    /// Lines that were no text; an error was written for each.
    pub broken: u64,
}

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    lang: LanguageTag,
    confidence: f32,
    script: Script,
}

#[derive(Serialize)]
struct Broken {
    line: u64,
    error: String,
}

/// Reads `{"id","text"}` lines and writes `{"id","lang","confidence","script"}`
/// for each, in order. The id is given back as it came. A line that cannot be
/// read gets `{"line","error"}` with its number, counted from 1; the others are
/// answered all the same. Empty lines are passed over.
///
/// # Errors
/// When the input cannot be read or the output not written.
pub fn run(mut input: impl BufRead, mut output: impl Write) -> io::Result<Answered> {
    let detector = Detector::new();
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
        match serde_json::from_slice::<Question>(json) {
            Ok(question) => {
                let found = detector.detect("", &question.text, None);
                let answer = Answer {
                    id: question.id,
                    lang: found.language,
                    confidence: found.confidence,
                    script: found.script,
                };
                serde_json::to_writer(&mut output, &answer)?;
                answered.texts += 1;
            }
            Err(error) => {
                let broken = Broken {
                    line: number,
                    error: format!("not an object with \"id\" and \"text\": {error}"),
                };
                serde_json::to_writer(&mut output, &broken)?;
                answered.broken += 1;
            }
        }
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(answered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_answered_and_a_broken_one_is_named() {
        let input = "{\"id\":7,\"text\":\"The ship left the harbour early in the morning.\"}\n\
                     \n{\"id\":\"b\",\"text\":\n\
                     {\"id\":\"c\",\"text\":\"Հայաստանում այսօր արևոտ եղանակ է\"}";
        let mut output = Vec::new();
        let answered = run(input.as_bytes(), &mut output).unwrap();
        assert_eq!(
            answered,
            Answered {
                texts: 2,
                broken: 1
            }
        );
        let lines: Vec<Value> = output
            .split(|&b| b == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect();
        assert_eq!(lines[0]["id"], 7);
        assert_eq!(lines[0]["lang"], "en");
        assert_eq!(lines[0]["script"], "Latn");
        assert_eq!(lines[1]["line"], 3);
        assert!(lines[1]["error"].as_str().unwrap().contains("EOF"));
        assert_eq!(lines[2]["id"], "c");
        assert_eq!(lines[2]["lang"], "hy");
    }
}
