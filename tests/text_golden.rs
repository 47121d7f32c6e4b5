//! Golden lines: texts of eight languages as they must stand on the screen.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read its file has failed"
)]

use std::collections::HashSet;
use std::fmt::Write;
use std::sync::Arc;

use nashra::text::{BaseDirection, Direction, Line, LineSpan, Paragraph, ParagraphStyle, Wrap};

/// One case of the file.
#[derive(Debug)]
struct Case {
    name: String,
    base: BaseDirection,
    direction: Direction,
    logical: String,
    visual: String,
    shaped: String,
}

/// The cases of `tests/golden/order-and-shape.txt`, whose head tells its form.
fn cases() -> Vec<Case> {
    let lines = include_str!("golden/order-and-shape.txt").lines();
    let lines: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let cases = lines.chunks(5).map(|case| {
        let [name, base, logical, visual, shaped] = case else {
            panic!("incomplete case {case:?}");
        };
        let (asked, found) = base
            .strip_prefix("base ")
            .and_then(|base| base.split_once(" -> "))
            .unwrap();
        Case {
            name: (*name).to_owned(),
            base: match asked {
                "auto" => BaseDirection::Auto,
                "ltr" => BaseDirection::Ltr,
                "rtl" => BaseDirection::Rtl,
                other => panic!("no base {other}"),
            },
            direction: match found {
                "ltr" => Direction::Ltr,
                "rtl" => Direction::Rtl,
                other => panic!("no direction {other}"),
            },
            logical: field(logical, "logical |"),
            visual: field(visual, "visual  |"),
            shaped: field(shaped, "shaped  |"),
        }
    });
    cases.collect()
}

/// The text of a line of the file, its escapes resolved.
fn field(line: &str, label: &str) -> String {
    let text = line
        .strip_prefix(label)
        .and_then(|text| text.strip_suffix('|'))
        .unwrap_or_else(|| panic!("no {label}: {line}"));
    let mut parts = text.split("\\u{");
    let mut resolved = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        resolved.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        resolved.push_str(rest);
    }
    resolved
}

fn lay_out(text: &Arc<str>, base: BaseDirection) -> (Paragraph, Line) {
    let style = ParagraphStyle {
        base,
        ..ParagraphStyle::default()
    };
    let paragraph = Paragraph::new(text, 0..text.len(), &style);
    let line = paragraph.line(&LineSpan {
        bytes: 0..text.len(),
        hang: 0,
        hyphen: false,
    });
    (paragraph, line)
}

/// Two texts one above the other, and where they first differ, by code point:
/// a terminal may reorder or join what it shows.
fn difference(what: &str, wanted: &str, got: &str) -> String {
    let mut report = format!("  {what} expected |{wanted}|\n  {what} got      |{got}|\n");
    let same = wanted.chars().zip(got.chars()).take_while(|(a, b)| a == b);
    let from = same.count().saturating_sub(2);
    for (label, text) in [("expected", wanted), ("got     ", got)] {
        let codes: Vec<String> = text
            .chars()
            .skip(from)
            .take(8)
            .map(|c| format!("{:04X}", u32::from(c)))
            .collect();
        let _ = writeln!(
            report,
            "    {label} from code point {from}: {}",
            codes.join(" ")
        );
    }
    report
}

#[test]
fn lines_stand_as_they_must() {
    let cases = cases();
    let mut report = String::new();
    for case in &cases {
        let text: Arc<str> = Arc::from(case.logical.as_str());
        let (paragraph, line) = lay_out(&text, case.base);
        let visual: String = line.visual().iter().map(|(c, _)| *c).collect();
        let mut faults = String::new();
        if paragraph.direction() != case.direction {
            let _ = writeln!(faults, "  direction {:?}", paragraph.direction());
        }
        if visual != case.visual {
            faults += &difference("visual", &case.visual, &visual);
        }
        if line.shaped() != case.shaped {
            faults += &difference("shaped", &case.shaped, &line.shaped());
        }
        if !faults.is_empty() {
            let _ = writeln!(
                report,
                "{}\n  logical |{}|\n{faults}",
                case.name, case.logical
            );
        }
    }
    assert!(report.is_empty(), "\n{report}");
    assert!(
        cases.len() >= 120,
        "the file was cut: {} cases",
        cases.len()
    );
}

#[test]
fn every_code_point_names_the_byte_it_came_from() {
    for case in cases() {
        let text: Arc<str> = Arc::from(case.logical.as_str());
        let (_, line) = lay_out(&text, case.base);
        let mut seen = HashSet::new();
        for (c, at) in line.visual() {
            let source = text.get(at..).and_then(|rest| rest.chars().next());
            let source = source.unwrap_or_else(|| panic!("{}: no character at {at}", case.name));
            assert!(seen.insert(at), "{}: byte {at} twice", case.name);
            let mirrored = source != c && "()[]{}<>«»≤≥∈∋".contains(source);
            assert!(
                source == c || mirrored || (source == '\t' && c == ' '),
                "{}: {c:?} does not come from {source:?}",
                case.name
            );
        }
    }
}

#[test]
fn paragraphs_wrap_and_are_cut_as_they_must() {
    let file = include_str!("golden/wrap-and-cut.txt");
    let mut report = String::new();
    let mut count = 0;
    let blocks = file.split("\n\n").filter(|block| !block.starts_with('#'));
    for block in blocks {
        count += 1;
        let lines: Vec<&str> = block.lines().collect();
        let [name, measure, logical, lines @ .., cut] = &lines[..] else {
            panic!("incomplete case {block:?}");
        };
        let (columns, language) = measure
            .strip_prefix("columns ")
            .and_then(|measure| measure.split_once(" language "))
            .unwrap();
        let columns = columns.parse().unwrap();
        let style = ParagraphStyle {
            language: (language != "-").then(|| language.into()),
            ..ParagraphStyle::default()
        };
        let text: Arc<str> = Arc::from(field(logical, "logical |"));
        let paragraph = Paragraph::new(&text, 0..text.len(), &style);
        let wrap = Wrap {
            columns,
            hyphenate: true,
        };
        let got: Vec<String> = paragraph
            .wrap(0, &wrap)
            .map(|span| paragraph.line(&span).shaped())
            .collect();
        let wanted: Vec<String> = lines.iter().map(|line| field(line, "line    |")).collect();
        if got != wanted {
            let _ = writeln!(
                report,
                "{name}\n{}",
                difference("lines", &wanted.join("|\n|"), &got.join("|\n|"))
            );
        }
        let cut = field(cut, "cut     |");
        let got = paragraph.fit(columns, "…").shaped();
        if got != cut {
            let _ = writeln!(report, "{name}\n{}", difference("cut", &cut, &got));
        }
    }
    assert!(report.is_empty(), "\n{report}");
    assert!(count >= 10, "the file was cut: {count} cases");
}
