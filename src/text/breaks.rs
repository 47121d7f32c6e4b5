//! Where a paragraph may be broken into lines: UAX 14, with dictionaries for
//! Thai, Lao, Khmer and Burmese.
//!
//! `icu_segmenter` knows the rules. Words of the plainest kind, letters and
//! digits with common punctuation and single scripts, are decided here by
//! pairs of classes, several times as fast; the rest of a word with anything
//! else in it goes to `icu_segmenter`. Either can begin after a space, as no
//! rule looks back over the end of a word but to forbid a break right there.

use std::sync::LazyLock;

use icu_segmenter::iterators::LineBreakIterator;
use icu_segmenter::scaffold::Utf8;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::properties::Properties;
use super::properties::breaking::*;

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_dictionary(Default::default()));

/// A place where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Break {
    /// The byte after the line's last.
    pub at: usize,
    /// Whether the line must end here.
    pub is_mandatory: bool,
    /// Spaces before `at`, if all from the break before it is printable ASCII.
    pub ascii_spaces: Option<usize>,
}

/// What may be between two neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Joined,
    Broken,
    /// Not for the fast path.
    Unknown,
}

/// The breaks of a paragraph in order; the last is its end.
pub(super) struct Breaks<'t> {
    text: &'t str,
    /// The last break given, or the start.
    at: usize,
    /// A break found before it was asked for.
    pending: Option<Break>,
    slow: Option<Slow<'t>>,
}

/// The segmenter at work on the text from `origin` on.
struct Slow<'t> {
    origin: usize,
    breaks: LineBreakIterator<'static, 't, Utf8>,
}

impl<'t> Breaks<'t> {
    /// The breaks after byte `from` of the text; its paragraph begins at
    /// `start` and ends where the text does.
    pub(super) fn new(text: &'t str, start: usize, from: usize) -> Breaks<'t> {
        let mut breaks = Breaks {
            text,
            at: safe_start(text, start, from),
            pending: None,
            slow: None,
        };
        if breaks.at < from {
            breaks.pending = breaks.find(|found| found.at > from);
        }
        breaks
    }

    /// The next break, if only plain characters lead there.
    fn fast(&self) -> Option<Break> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut before = HARD;
        let mut is_ascii = true;
        while let Some(&byte) = bytes.get(at) {
            let (class, length) = if byte < 0x80 {
                (ASCII[usize::from(byte)], 1)
            } else {
                is_ascii = false;
                let c = self.text.get(at..)?.chars().next()?;
                (Properties::of(c).breaking(), c.len_utf8())
            };
            if class == SPACE {
                let spaces = bytes
                    .iter()
                    .skip(at)
                    .take_while(|&&byte| byte == b' ')
                    .count();
                let after = at + spaces;
                let next = self.text.get(after..)?.chars().next();
                let may =
                    next.is_none_or(|c| may_follow_space(before, Properties::of(c).breaking()));
                return may.then_some(Break {
                    at: after,
                    is_mandatory: false,
                    ascii_spaces: is_ascii.then_some(spaces),
                });
            }
            match PAIRS[usize::from(before)][usize::from(class)] {
                Pair::Joined if class != MARK => before = class,
                Pair::Joined => {}
                Pair::Broken => break,
                Pair::Unknown => return None,
            }
            at += length;
        }
        Some(Break {
            at,
            is_mandatory: false,
            ascii_spaces: is_ascii.then_some(0),
        })
    }

    /// The next break, by all rules.
    fn slow(&mut self) -> Break {
        let slow = self.slow.get_or_insert_with(|| {
            let mut breaks = SEGMENTER.segment_str(self.text.get(self.at..).unwrap_or_default());
            // The first is the start.
            breaks.next();
            Slow {
                origin: self.at,
                breaks,
            }
        });
        let at = match slow.breaks.next() {
            Some(at) => slow.origin + at,
            None => self.text.len(),
        };
        if is_safe(self.text, at) {
            self.slow = None;
        }
        let before = self
            .text
            .get(..at)
            .and_then(|text| text.chars().next_back());
        let ends = matches!(
            before,
            Some('\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
        );
        Break {
            at,
            is_mandatory: ends && at < self.text.len(),
            ascii_spaces: None,
        }
    }
}

impl Iterator for Breaks<'_> {
    type Item = Break;

    fn next(&mut self) -> Option<Break> {
        if let Some(pending) = self.pending.take() {
            return Some(pending);
        }
        if self.at >= self.text.len() {
            return None;
        }
        let fast = if self.slow.is_none() {
            self.fast()
        } else {
            None
        };
        let found = match fast {
            Some(found) => found,
            None => self.slow(),
        };
        self.at = found.at;
        Some(found)
    }
}

/// The classes of ASCII.
static ASCII: LazyLock<[u8; 128]> = LazyLock::new(|| {
    std::array::from_fn(|byte| {
        char::from_u32(byte as u32).map_or(HARD, |c| Properties::of(c).breaking())
    })
});

/// What may be between two neighbours of a word, by their classes; the first
/// of a word comes after `HARD`.
static PAIRS: [[Pair; COUNT]; COUNT] = {
    let mut pairs = [[Pair::Unknown; COUNT]; COUNT];
    let mut before = 0;
    while before < COUNT {
        let mut after = 0;
        while after < COUNT {
            pairs[before][after] = pair(before as u8, after as u8);
            after += 1;
        }
        before += 1;
    }
    pairs
};

const fn pair(before: u8, after: u8) -> Pair {
    match (before, after) {
        (HARD, LETTER | HEBREW | DIGIT | QUOTE | QUOTE_OPEN | OPEN) => Pair::Joined,
        (HARD | SPACE, _) | (_, HARD | SPACE) => Pair::Unknown,
        // LB9.
        (_, MARK) => Pair::Joined,
        // LB13, LB14, LB19.
        (_, INFIX | EXCLAMATION | CLOSE | QUOTE | QUOTE_OPEN | QUOTE_CLOSE) => Pair::Joined,
        (OPEN | QUOTE | QUOTE_OPEN | QUOTE_CLOSE, _) => Pair::Joined,
        // LB23, LB25, LB28, LB29, LB30.
        (LETTER | HEBREW | DIGIT | INFIX | CLOSE, LETTER | HEBREW | DIGIT) => Pair::Joined,
        (LETTER | HEBREW | DIGIT, OPEN) => Pair::Joined,
        // LB21; LB21a parts Hebrew from the rest.
        (LETTER | DIGIT, HYPHEN) => Pair::Joined,
        (HYPHEN, DIGIT) => Pair::Joined,
        (HYPHEN, LETTER) => Pair::Broken,
        _ => Pair::Unknown,
    }
}

/// Whether a line may surely end between a word with this last class and a
/// space, and one with this first class (LB18).
const fn may_follow_space(before: u8, after: u8) -> bool {
    matches!(
        before,
        LETTER | HEBREW | DIGIT | INFIX | EXCLAMATION | CLOSE | QUOTE | QUOTE_CLOSE | HYPHEN
    ) && matches!(after, LETTER | HEBREW | DIGIT | QUOTE | QUOTE_OPEN | OPEN)
}

/// Whether breaks after this byte do not depend on what is before it: a space
/// is, or it stands between two ideographs.
fn is_safe(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_space = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b' ');
    is_space(at.checked_sub(1)) && !is_space(Some(at))
}

/// The last byte up to `from` at which breaking may begin.
fn safe_start(text: &str, start: usize, from: usize) -> usize {
    let is_ideograph = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    let mut after = text.get(from..).and_then(|rest| rest.chars().next());
    let before = text.get(start..from).unwrap_or_default();
    for (at, c) in before.char_indices().rev() {
        let here = start + at + c.len_utf8();
        let is_between = is_ideograph(c) && after.is_some_and(is_ideograph);
        if is_between || (c == ' ' && after != Some(' ')) {
            return here;
        }
        after = Some(c);
    }
    start
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;

    use super::*;

    fn all(text: &str, from: usize) -> Vec<usize> {
        Breaks::new(text, 0, from).map(|found| found.at).collect()
    }

    fn segmenter(text: &str) -> Vec<usize> {
        SEGMENTER.segment_str(text).filter(|&at| at > 0).collect()
    }

    #[test]
    fn plain_words_need_no_segmenter() {
        for text in [
            "The council's \"plan\" (2024) cost 3,500 in well-known U.S. cities: Rome, Paris.",
            "Thủ tướng đến Nga để tham dự hội nghị",
            "قال الوزير، يوم الأحد، إن الحكومة ستعمل",
            "« mot »",
        ] {
            let mut breaks = Breaks::new(text, 0, 0);
            let mut count = 0;
            while breaks.next().is_some() {
                count += usize::from(breaks.slow.is_some());
            }
            assert!(count <= 1, "{text}: {count}");
            assert_eq!(all(text, 0), segmenter(text), "{text}");
        }
    }

    #[test]
    fn lines_must_end_at_controls() {
        let found: Vec<_> = Breaks::new("a\u{B}b\u{2028}", 0, 0).collect();
        assert_eq!(found.iter().map(|b| b.at).collect::<Vec<_>>(), [2, 6]);
        assert!(found[0].is_mandatory && !found[1].is_mandatory);
    }

    #[test]
    fn words_without_spaces_are_in_the_dictionary() {
        assert_eq!(all("ประธานาธิบดีกล่าว", 0), [36, 51]);
    }

    /// One line of LineBreakTest: the text, and where `÷` stands in it.
    fn case(line: &str) -> (String, Vec<usize>) {
        let mut text = String::new();
        let mut breaks = Vec::new();
        for token in line.split_whitespace() {
            match token {
                "÷" => breaks.push(text.len()),
                "×" => {}
                code => {
                    let code = u32::from_str_radix(code, 16).unwrap();
                    text.push(char::from_u32(code).unwrap());
                }
            }
        }
        breaks.retain(|&at| at > 0);
        (text, breaks)
    }

    #[test]
    fn line_break_test_holds_but_for_what_newer_rules_changed() {
        let packed = include_bytes!("../../tests/unicode/LineBreakTest.txt.gz");
        let mut test = String::new();
        flate2::read::GzDecoder::new(packed.as_slice())
            .read_to_string(&mut test)
            .unwrap();
        let data = |text: &'static str| text.lines().filter(|line| !line.starts_with('#'));
        let known: Vec<&str> =
            data(include_str!("../../tests/unicode/LineBreakTest.known.txt")).collect();
        let mut differing = Vec::new();
        let mut count = 0;
        for line in test.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            count += 1;
            let (text, breaks) = case(line);
            if all(&text, 0) != breaks {
                differing.push(line);
            }
        }
        assert_eq!(count, 7654);
        assert_eq!(differing, known);
    }

    /// Every pair of classes, with and without a space, against the rules.
    #[test]
    fn pairs_agree_with_the_rules() {
        let signs = [
            "a", "é", "1", "ب", "א", ",", ".", ":", "!", "?", ")", "]", "'", "\"", "“", "«", "’",
            "»", "(", "[", "-", "e\u{301}", "،", "؟", "٣", "/", "%", "$", "—", "中", "ね",
            "\u{A0}", "\u{200B}", "\u{AD}",
        ];
        for a in signs {
            for b in signs {
                for c in signs {
                    for text in [
                        format!("{a}{b}{c}"),
                        format!("{a} {b}{c}"),
                        format!("{a}{b}  {c}"),
                    ] {
                        assert_eq!(all(&text, 0), segmenter(&text), "{text:?}");
                    }
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn breaks_are_the_segmenters(
            text in "[ab1éبא,.:!?)\\]'\"“«’»(\\[\\-/%$—中ไทย\u{301}\u{A0}\u{200B}\u{200D}\u{AD}👍\t      ]{0,30}",
            from in 0usize..40,
        ) {
            let whole = segmenter(&text);
            prop_assert_eq!(all(&text, 0), whole.clone());
            if text.is_char_boundary(from) {
                let rest: Vec<_> = whole.into_iter().filter(|&at| at > from).collect();
                prop_assert_eq!(all(&text, from), rest);
            }
        }
    }
}
