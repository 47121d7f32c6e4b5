//! `nashra layout`: JSON Lines of texts in, their lines in visual order out.

use std::io::{self, BufRead, Write};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::json_lines::{self, Answered};
use crate::text::{BaseDirection, LineSpan, Paragraph, ParagraphStyle, Wrap, paragraphs};

/// A text to lay out.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LayoutRequest {
    /// Given back as it came.
    #[serde(default)]
    pub id: Value,
    /// The text, of any number of paragraphs.
    pub text: String,
    /// The base direction of its paragraphs.
    #[serde(default)]
    pub base_dir: BaseDirection,
    /// The cells of a line; without it, and without `lines`, a paragraph is one line.
    #[serde(default)]
    pub width: Option<usize>,
    /// The lines, as ranges of bytes, in place of those that `width` gives.
    /// They are narrowed to character boundaries and to the paragraph they begin in.
    #[serde(default)]
    pub lines: Option<Vec<[usize; 2]>>,
}

/// A text laid out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LayoutReply {
    /// The id of the request.
    pub id: Value,
    /// The embedding level of the first paragraph, 0 or 1.
    pub para_level: u8,
    /// The lines of all paragraphs.
    pub lines: Vec<LaidLine>,
}

/// One line in visual order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LaidLine {
    /// The bytes of the text that it shows; white space where it was broken is
    /// in no line.
    pub bytes: [usize; 2],
    /// The code points from left to right, mirrored but not joined, without
    /// those that are never drawn.
    pub visual: String,
    /// The glyphs from left to right, as they are drawn.
    pub shaped: String,
    /// The byte of the text that each code point of `visual` begins at.
    pub map: Vec<usize>,
}

/// Lays one text out.
#[must_use]
pub fn layout(request: &LayoutRequest) -> LayoutReply {
    let text: Arc<str> = request.text.as_str().into();
    let style = ParagraphStyle {
        base: request.base_dir,
        ..ParagraphStyle::default()
    };
    let all: Vec<Range<usize>> = paragraphs(&text).collect();
    let analyse = |bytes: &Range<usize>| Paragraph::new(&text, bytes.clone(), &style);
    let first = analyse(all.first().unwrap_or(&(0..0)));
    let lines = match &request.lines {
        Some(ranges) => asked_for(&all, analyse, ranges),
        None => all
            .iter()
            .flat_map(|bytes| broken(&analyse(bytes), request.width))
            .collect(),
    };
    LayoutReply {
        id: request.id.clone(),
        para_level: first.level(),
        lines,
    }
}

/// The lines of given ranges.
fn asked_for(
    all: &[Range<usize>],
    analyse: impl Fn(&Range<usize>) -> Paragraph,
    ranges: &[[usize; 2]],
) -> Vec<LaidLine> {
    let mut last: Option<Paragraph> = None;
    let mut lines = Vec::with_capacity(ranges.len());
    for &[start, end] in ranges {
        let place = all.partition_point(|bytes| bytes.start <= start);
        let bytes = place.checked_sub(1).and_then(|place| all.get(place));
        let bytes = bytes.cloned().unwrap_or_default();
        let paragraph = match last.take() {
            Some(paragraph) if paragraph.bytes() == bytes => paragraph,
            _ => analyse(&bytes),
        };
        lines.push(laid(&paragraph, start..end, false));
        last = Some(paragraph);
    }
    lines
}

/// The lines of a paragraph, broken to fit into `width` cells.
fn broken(paragraph: &Paragraph, width: Option<usize>) -> Vec<LaidLine> {
    let Some(columns) = width else {
        return vec![laid(paragraph, paragraph.bytes(), false)];
    };
    let wrap = Wrap {
        columns,
        hyphenate: false,
    };
    paragraph
        .wrap(paragraph.bytes().start, &wrap)
        .map(|span| {
            let shown = span.bytes.start..span.bytes.end - span.hang;
            laid(paragraph, shown, span.hyphen)
        })
        .collect()
}

fn laid(paragraph: &Paragraph, bytes: Range<usize>, hyphen: bool) -> LaidLine {
    let line = paragraph.line(&LineSpan {
        bytes,
        hang: 0,
        hyphen,
    });
    let bytes = line.bytes();
    let (visual, map) = line.visual().into_iter().unzip();
    LaidLine {
        bytes: [bytes.start, bytes.end],
        visual,
        shaped: line.shaped(),
        map,
    }
}

/// Reads a [`LayoutRequest`] a line and writes a [`LayoutReply`] for each, as
/// [`json_lines::answer`] does.
///
/// # Errors
/// When the input cannot be read or the output not written.
pub fn run(input: impl BufRead, output: impl Write) -> io::Result<Answered> {
    let expected = "an object with \"id\", \"text\", \"base_dir\" and \"width\" or \"lines\"";
    json_lines::answer(input, output, expected, |request| layout(&request))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &str) -> Vec<Value> {
        let mut output = Vec::new();
        run(input.as_bytes(), &mut output).unwrap();
        output
            .split(|&byte| byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect()
    }

    #[test]
    fn a_text_comes_back_in_visual_order_with_its_map() {
        let all = answers(r#"{"id":7,"text":"سلام (a)","base_dir":"auto","width":null}"#);
        assert_eq!(
            all[0].to_string(),
            "{\"id\":7,\"para_level\":1,\"lines\":[{\"bytes\":[0,12],\"visual\":\"(a) مالس\",\
             \"shaped\":\"(a) \u{645}\u{FEFC}\u{FEB3}\",\"map\":[11,10,9,8,6,4,2,0]}]}"
        );
    }

    #[test]
    fn lines_are_broken_at_the_width_or_where_they_are_given() {
        let all = answers(
            "{\"id\":\"a\",\"text\":\"one two\\nשלוש\",\"width\":4}\n\
             {\"text\":\"one two\\nשלוש\",\"lines\":[[0,4],[4,9],[8,12],[8,99]],\"base_dir\":\"rtl\"}",
        );
        assert_eq!(all[0]["id"], "a");
        assert_eq!(all[0]["para_level"], 0);
        let visual = |all: &Value| -> Vec<String> {
            let lines = all["lines"].as_array().unwrap();
            lines
                .iter()
                .map(|line| line["visual"].as_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(visual(&all[0]), ["one", "two", "שולש"]);
        assert_eq!(all[1]["para_level"], 1);
        assert_eq!(visual(&all[1]), [" one", "two", "לש", "שולש"]);
        assert_eq!(all[1]["lines"][1]["bytes"].to_string(), "[4,7]");
    }

    #[test]
    fn a_broken_line_is_named_and_the_next_answered() {
        let all = answers("{\"text\":1}\n{\"text\":\"\"}\n{\"text\":\"a\",\"base_dir\":\"up\"}");
        assert_eq!(all[0]["line"], 1);
        assert_eq!(
            all[1].to_string(),
            "{\"id\":null,\"para_level\":0,\"lines\":[]}"
        );
        assert_eq!(all[2]["line"], 3);
    }
}
