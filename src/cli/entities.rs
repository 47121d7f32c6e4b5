//! `nashra entities`: JSON Lines of texts in, the names, dates and amounts in them out.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::json_lines::{self, Answered};
use crate::analysis::entities::Recogniser;
use crate::analysis::language::Detector;
use crate::analysis::mentions::mentions;
use crate::corpus::{LanguageTag, MentionRecord, in_scalars};

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    id: Value,
    text: String,
    lang: Option<LanguageTag>,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    lang: LanguageTag,
    entities: Vec<MentionRecord>,
}

/// Reads `{"id","text","lang"?}` lines and writes `{"id","lang","entities"}`
/// for each, as [`json_lines::answer`] does; where `lang` is missing the
/// language is detected. The id is given back as it came, offsets count Unicode
/// scalar values.
///
/// # Errors
/// When the input cannot be read or the output not written.
pub fn run(input: impl BufRead, output: impl Write) -> io::Result<Answered> {
    let (detector, recogniser) = (Detector::new(), Recogniser::embedded());
    let expected = "an object with \"id\", \"text\" and perhaps \"lang\"";
    json_lines::answer(input, output, expected, |question: Question| {
        let text = question.text;
        let detect = || detector.detect("", &text, None).language;
        let lang = question.lang.unwrap_or_else(detect);
        let (names, quantities) = mentions(recogniser, &text, &lang);
        let entities = in_scalars(&text, &names, &quantities);
        Answer {
            id: question.id,
            lang,
            entities,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_amounts_have_a_value_and_no_id() {
        let text = "دفعت اليابان 7 مليارات دولار في 9 أيار/مايو 2024 و30 جنيها";
        let input = serde_json::json!({"id": 1, "lang": "ar", "text": text}).to_string();
        let mut output = Vec::new();
        run(input.as_bytes(), &mut output).unwrap();
        let answer: Value = serde_json::from_slice(&output).unwrap();
        let entities = answer["entities"].as_array().unwrap();
        let field = |name: &str| -> Vec<&str> {
            entities
                .iter()
                .map(|e| e[name].as_str().unwrap_or("-"))
                .collect()
        };
        assert_eq!(field("type"), ["LOC", "MONEY", "DATE", "MONEY"]);
        assert_eq!(field("value"), ["-", "USD 7000000000", "2024-05-09", "-"]);
        assert_eq!(field("canon"), ["japan", "-", "-", "-"]);
        assert_eq!(
            field("rule")[1..],
            ["currency-name", "calendar-words", "currency-name"]
        );
        assert_eq!(entities[1]["start"], 13);
        assert_eq!(entities[1]["end"], 28);
    }

    #[test]
    fn names_are_placed_in_scalars_and_a_broken_line_is_named() {
        let input = "{\"id\":7,\"lang\":\"ar\",\"text\":\"وصل إلى باريس\"}\n\
                     {\"id\":\"b\"}\n\n\
                     {\"id\":\"c\",\"text\":\"The delegation left Tokyo for Cairo on Monday morning.\"}";
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
        assert_eq!(lines[0]["entities"][0]["start"], 8);
        assert_eq!(lines[0]["entities"][0]["end"], 13);
        assert_eq!(lines[0]["entities"][0]["type"], "LOC");
        assert_eq!(lines[0]["entities"][0]["canon"], "paris");
        assert_eq!(lines[1]["line"], 2);
        assert!(lines[1]["error"].as_str().unwrap().contains("text"));
        assert_eq!(lines[2]["lang"], "en");
        assert_eq!(lines[2]["entities"][0]["name"], "Tokyo");
        assert_eq!(lines[2]["entities"][1]["start"], 30);
    }
}
