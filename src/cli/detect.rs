//! `nashra detect`: JSON Lines of texts in, their languages out.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::json_lines::{self, Answered};
use crate::analysis::language::Detector;
use crate::corpus::{LanguageTag, Script};

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

/// Reads `{"id","text"}` lines and writes `{"id","lang","confidence","script"}`
/// for each, as [`json_lines::answer`] does. The id is given back as it came.
///
/// # Errors
/// When the input cannot be read or the output not written.
pub fn run(input: impl BufRead, output: impl Write) -> io::Result<Answered> {
    let detector = Detector::new();
    let expected = "an object with \"id\" and \"text\"";
    json_lines::answer(input, output, expected, |question: Question| {
        let found = detector.detect("", &question.text, None);
        Answer {
            id: question.id,
            lang: found.language,
            confidence: found.confidence,
            script: found.script,
        }
    })
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
