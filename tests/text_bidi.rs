//! Order: every case of Unicode's BidiTest and BidiCharacterTest, through our
//! own paragraphs and lines.
//!
//! Those files stop at rule L2. Ours goes on, so what they expect is brought to
//! the same point: characters that are never drawn have no place, and a mark
//! follows its base in a right-to-left run (L3).

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read its file has failed"
)]

#[path = "unicode/files.rs"]
mod files;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use nashra::text::{BaseDirection, LineSpan, Paragraph, ParagraphStyle};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// One text, one base direction, and what must come out.
struct Case<'a> {
    text: &'a str,
    base: BaseDirection,
    /// Resolved levels by character; none where X9 removes the character.
    levels: &'a [Option<u8>],
    /// Characters by their index, from left to right.
    order: &'a [usize],
}

/// Whether layout draws nothing for a character of these files: the explicit
/// bidi controls, and what stands for class BN.
fn is_undrawn(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
}

/// The byte offsets that must come out, from left to right.
fn expected(case: &Case<'_>) -> Vec<usize> {
    let chars: Vec<(usize, char)> = case.text.char_indices().collect();
    let mut order: Vec<usize> = case
        .order
        .iter()
        .map(|index| chars[*index])
        .filter(|(_, c)| !is_undrawn(*c))
        .map(|(at, _)| at)
        .collect();
    // L3: the characters of a cluster stand together, base first.
    for (start, cluster) in case.text.grapheme_indices(true) {
        if let Some(first) = order
            .iter()
            .position(|at| (start..start + cluster.len()).contains(at))
        {
            let end = order[first..]
                .iter()
                .position(|at| !(start..start + cluster.len()).contains(at))
                .map_or(order.len(), |count| first + count);
            order[first..end].sort_unstable();
        }
    }
    order
}

/// What is wrong with a case, if anything.
fn check(case: &Case<'_>) -> Option<String> {
    let style = ParagraphStyle {
        base: case.base,
        ..ParagraphStyle::default()
    };
    let text: Arc<str> = Arc::from(case.text);
    let paragraph = Paragraph::new(&text, 0..text.len(), &style);
    let line = paragraph.line(&LineSpan {
        bytes: 0..text.len(),
        hang: 0,
        hyphen: false,
    });
    let got: Vec<usize> = line.visual().iter().map(|(_, at)| *at).collect();
    let wanted = expected(case);
    if got != wanted {
        return Some(format!("order {got:?}, expected {wanted:?}"));
    }
    for cell in line.cells() {
        for (index, (at, c)) in case.text.char_indices().enumerate() {
            if cell.bytes.contains(&at) && !is_undrawn(c) {
                let level = case.levels[index];
                if level.is_some_and(|level| level != cell.level) {
                    return Some(format!("level {} at {at}, expected {level:?}", cell.level));
                }
            }
        }
    }
    None
}

/// Runs `check` over all lines on every core and fails with the first faults.
#[track_caller]
fn run_all(lines: &[&str], check: impl Fn(&str) -> (usize, Vec<String>) + Sync, least: usize) {
    let cases = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let faults: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = lines
            .chunks(lines.len().div_ceil(threads))
            .map(|chunk| {
                let (check, cases) = (&check, &cases);
                scope.spawn(move || {
                    let mut faults = Vec::new();
                    for line in chunk {
                        let (count, wrong) = check(line);
                        cases.fetch_add(count, Ordering::Relaxed);
                        faults.extend(
                            wrong
                                .into_iter()
                                .map(|wrong| format!("{line}\n    {wrong}")),
                        );
                    }
                    faults
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    let first: Vec<_> = faults.iter().take(20).map(String::as_str).collect();
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        first.join("\n")
    );
    let cases = cases.into_inner();
    assert_eq!(cases, least, "cases were lost");
}

/// Levels as both files write them, `x` for none.
fn levels(list: &str) -> Vec<Option<u8>> {
    list.split_whitespace()
        .map(|level| level.parse().ok())
        .collect()
}

fn indices(list: &str) -> Vec<usize> {
    list.split_whitespace()
        .map(|index| index.parse().unwrap())
        .collect()
}

/// A character of each bidi class that forms a cluster of its own (but for NSM)
/// and joins nothing.
fn character_of(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => 'א',
        "AL" => 'ء',
        "EN" => '1',
        "ES" => '+',
        "ET" => '#',
        "AN" => '٠',
        "CS" => ':',
        "NSM" => '\u{300}',
        "BN" => '\u{200B}',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "PDF" => '\u{202C}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => panic!("no bidi class {other}"),
    }
}

#[test]
fn orders_every_sequence_of_bidi_classes() {
    let file = files::read("BidiTest.txt.gz");
    // Each line with the levels and the order that hold for it.
    let mut lines = Vec::new();
    let (mut level_list, mut order_list) = ("", "");
    for line in file.lines() {
        if let Some(list) = line.strip_prefix("@Levels:") {
            level_list = list;
        } else if let Some(list) = line.strip_prefix("@Reorder:") {
            order_list = list;
        } else if !line.is_empty() && !line.starts_with('#') {
            lines.push(format!("{line};{level_list};{order_list}"));
        }
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    run_all(&lines, check_classes, 770_241);
}

/// One line of BidiTest: classes, the base directions it holds for, levels, order.
fn check_classes(line: &str) -> (usize, Vec<String>) {
    let fields: Vec<&str> = line.split(';').collect();
    let [classes, bases, level_list, order_list] = fields[..] else {
        panic!("unreadable: {line}");
    };
    // The paragraph separator ends the paragraph; it is not part of it.
    let text: String = classes
        .split_whitespace()
        .map(character_of)
        .filter(|c| *c != '\u{2029}')
        .collect();
    let length = text.chars().count();
    let mut order = indices(order_list);
    order.retain(|index| *index < length);
    let bases: u8 = bases.trim().parse().unwrap();
    let wanted = [BaseDirection::Auto, BaseDirection::Ltr, BaseDirection::Rtl]
        .into_iter()
        .enumerate()
        .filter(|(bit, _)| bases >> bit & 1 == 1);
    let results: Vec<Option<String>> = wanted
        .map(|(_, base)| {
            let case = Case {
                text: &text,
                base,
                levels: &levels(level_list),
                order: &order,
            };
            check(&case).map(|wrong| format!("{base:?}: {wrong}"))
        })
        .collect();
    (results.len(), results.into_iter().flatten().collect())
}

#[test]
fn orders_every_sequence_of_characters() {
    let file = files::read("BidiCharacterTest.txt.gz");
    let lines: Vec<&str> = files::lines(&file).collect();
    run_all(
        &lines,
        |line| (1, check_characters(line).into_iter().collect()),
        91_707,
    );
}

/// One line of BidiCharacterTest: characters, base direction, base level, levels, order.
fn check_characters(line: &str) -> Option<String> {
    let fields: Vec<&str> = line.split(';').collect();
    let [characters, base, base_level, level_list, order_list] = fields[..] else {
        panic!("unreadable: {line}");
    };
    let text: String = characters
        .split_whitespace()
        .map(files::character)
        .collect();
    let base = match base {
        "0" => BaseDirection::Ltr,
        "1" => BaseDirection::Rtl,
        _ => BaseDirection::Auto,
    };
    let level = Paragraph::new(
        &Arc::from(text.as_str()),
        0..text.len(),
        &ParagraphStyle {
            base,
            ..ParagraphStyle::default()
        },
    )
    .level();
    if base_level != level.to_string() {
        return Some(format!("base level {level}"));
    }
    check(&Case {
        text: &text,
        base,
        levels: &levels(level_list),
        order: &indices(order_list),
    })
}

/// Characters of every class that nests or pairs, but not isolates and brackets
/// together: there unicode-bidi 0.3 errs (ICU and FriBidi agree with us).
const EMBEDDINGS: &[&str] = &[
    "a ",
    "word",
    "א",
    "ب",
    "كلمة ",
    "1",
    "٣",
    "+",
    "$",
    ",",
    "\u{300}",
    " ",
    "!",
    "\t",
    "\u{200e}",
    "\u{200f}",
    "\u{61c}",
    "(",
    ")",
    "[",
    "]",
    "\u{202a}",
    "\u{202b}",
    "\u{202c}",
    "\u{202d}",
    "\u{202e}",
];
const ISOLATES: &[&str] = &[
    "a ",
    "word",
    "א",
    "ب",
    "كلمة ",
    "1",
    "٣",
    "+",
    "$",
    ",",
    "\u{300}",
    " ",
    "!",
    "\t",
    "\u{2066}",
    "\u{2067}",
    "\u{2068}",
    "\u{2069}",
    "\u{2069}",
    "\u{202b}",
    "\u{202c}",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(400),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Levels are resolved from where nothing is open, and only as far as asked:
    /// wherever a line of a long paragraph stands, they are those of the whole.
    #[test]
    fn levels_of_any_line_are_those_of_the_whole_paragraph(
        pieces in prop_oneof![
            prop::collection::vec(prop::sample::select(EMBEDDINGS), 1..1500),
            prop::collection::vec(prop::sample::select(ISOLATES), 1..1500),
        ],
        base in prop::sample::select(vec![BaseDirection::Auto, BaseDirection::Ltr, BaseDirection::Rtl]),
        lines in prop::collection::vec((any::<prop::sample::Index>(), 1usize..300), 3),
    ) {
        let text: Arc<str> = Arc::from(pieces.concat());
        let style = ParagraphStyle { base, ..ParagraphStyle::default() };
        let paragraph = Paragraph::new(&text, 0..text.len(), &style);
        let level = match base {
            BaseDirection::Auto => None,
            BaseDirection::Ltr => Some(unicode_bidi::Level::ltr()),
            BaseDirection::Rtl => Some(unicode_bidi::Level::rtl()),
        };
        let whole = unicode_bidi::ParagraphBidiInfo::new(&text, level);
        for (start, length) in lines {
            let near = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at));
            let start = near(start.index(text.len())).unwrap();
            let end = near((start + length).min(text.len())).unwrap();
            let wanted = whole.reordered_levels(start..end);
            let got = paragraph.levels(start..end);
            for (at, c) in text.get(start..end).unwrap().char_indices() {
                // X9 removes these; their levels mean nothing.
                if !matches!(c, '\u{202A}'..='\u{202E}') {
                    prop_assert_eq!(got[at], wanted[start + at].number(), "{:?} at {}", c, start + at);
                }
            }
        }
    }
}
