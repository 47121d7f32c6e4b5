//! One paragraph, analysed once.

use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;
use hypher::Lang;

use super::cluster::Clusters;
use super::levels::{Levels, Slice, is_left_to_right};
use super::line::HYPHEN;
use super::order::reset_white_space;
use super::properties::{Joining, Properties};
use super::unit::{self, Neighbour, Unit};
use super::width::is_hanging_space;
use super::wrap::{Lines, hang};
use super::{BaseDirection, Direction, Line, LineSpan, Wrap, base, hyphen, width};

/// What is known of a paragraph beside its text.
#[derive(Clone, Debug, Default)]
pub struct ParagraphStyle {
    /// The base direction asked for.
    pub base: BaseDirection,
    /// The direction of the article's language: it corrects the first strong
    /// letter where most strong letters are of the other side.
    pub context: Option<Direction>,
    /// The BCP 47 base language, for hyphenation.
    pub language: Option<CompactString>,
    /// Whether cells follow in logical order, every letter as it is written: nothing is
    /// reordered, mirrored or joined, and lines begin at the left. For voices, and for
    /// terminals that do all that themselves.
    pub in_logical_order: bool,
}

/// One paragraph analysed once. It owns a share of the text; all offsets are
/// bytes of the whole text.
///
/// Levels are resolved as far as lines ask for them; clusters, joins and
/// breaks are found on the way. A left-to-right paragraph keeps nothing.
#[derive(Debug)]
pub struct Paragraph {
    text: Arc<str>,
    bytes: Range<usize>,
    level: u8,
    /// `None` if every level is 0.
    levels: Option<Levels>,
    patterns: Option<Lang>,
    /// Whether letters stay as they are written, in logical order.
    is_logical: bool,
}

impl Paragraph {
    /// Analyses the paragraph at `bytes`; a range that cuts a character or
    /// passes the text's end is narrowed.
    #[must_use]
    pub fn new(text: &Arc<str>, bytes: Range<usize>, style: &ParagraphStyle) -> Paragraph {
        let bytes = narrow(text, bytes);
        let part = text.get(bytes.clone()).unwrap_or_default();
        let is_logical = style.in_logical_order;
        let level = if is_logical {
            0
        } else {
            u8::from(base::base_direction(part, style).is_rtl())
        };
        let is_ordered = is_logical || (level == 0 && is_left_to_right(part));
        Paragraph {
            text: Arc::clone(text),
            bytes,
            level,
            levels: (!is_ordered).then(|| Levels::new(level)),
            patterns: style.language.as_deref().and_then(hyphen::patterns),
            is_logical: is_logical && !is_left_to_right(part),
        }
    }

    /// The base direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if self.level == 1 {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// The base level: 0, or 1 for right to left.
    #[must_use]
    pub fn level(&self) -> u8 {
        self.level
    }

    /// The paragraph's bytes in the text.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        self.bytes.clone()
    }

    /// The embedding level of each byte of a line: UAX 9 up to L1.
    /// Characters that X9 removes have a level too, which means nothing.
    #[must_use]
    pub fn levels(&self, line: Range<usize>) -> Vec<u8> {
        let line = self.within(line);
        match self.line_levels(&line) {
            Slice::Base => vec![self.level; line.len()],
            Slice::Each(levels) => levels,
        }
    }

    /// The lines in logical order from byte `from`, a line's start, lazily. An
    /// empty paragraph has one empty line.
    pub fn wrap(&self, from: usize, wrap: &Wrap) -> impl Iterator<Item = LineSpan> + '_ {
        let text = self.text.get(..self.bytes.end).unwrap_or_default();
        let from = self.within(from..self.bytes.end).start;
        let patterns = self.patterns.filter(|_| wrap.hyphenate && self.level == 0);
        Lines::new(
            text,
            self.bytes.start,
            from,
            wrap.columns,
            patterns,
            self.is_logical,
        )
    }

    /// Orders, joins, mirrors and places one line. Its range need not come
    /// from [`Paragraph::wrap`]: it is narrowed to the paragraph.
    #[must_use]
    pub fn line(&self, span: &LineSpan) -> Line {
        let bytes = self.within(span.bytes.clone());
        let mut shown = self.within(bytes.start..bytes.end.saturating_sub(span.hang));
        let hyphen = span.hyphen.then(|| {
            // A soft hyphen is seen at last; any other has no bytes of its own.
            let end = shown.end;
            if self
                .text
                .get(shown.clone())
                .is_some_and(|text| text.ends_with('\u{AD}'))
            {
                shown.end -= '\u{AD}'.len_utf8();
            }
            shown.end..end
        });
        let levels = self.line_levels(&shown);
        if self.level == 0
            && levels == Slice::Base
            && !self.is_logical
            && let Some(line) =
                Line::plain(&self.text, bytes.clone(), shown.clone(), hyphen.clone())
        {
            return line;
        }
        let before = self.letter_before(shown.start);
        let after = self.letter_after(shown.end);
        let mut units = self.units(shown, &levels, before, after);
        if let Some(bytes) = hyphen {
            let last = units.iter().rfind(|unit| unit.width > 0);
            let level = last.map_or(self.level, |unit| unit.level);
            unit::append(&mut units, HYPHEN, &bytes, level);
        }
        Line::placed(&self.text, bytes, self.level, &units)
    }

    /// The paragraph on one line of at most `columns` cells. What does not fit
    /// is cut at the logical end and `ellipsis` put there, which in
    /// right-to-left text is the left; it is left out where it alone is too
    /// wide. The last letter before it takes its final form.
    #[must_use]
    pub fn fit(&self, columns: usize, ellipsis: &str) -> Line {
        let part = self.text.get(self.bytes.clone()).unwrap_or_default();
        let shown = self.bytes.start..self.bytes.end - hang(part);
        let sign = width::text_width(ellipsis);
        let (ellipsis, sign) = if sign <= columns {
            (ellipsis, sign)
        } else {
            ("", 0)
        };
        let mut column = 0;
        let mut end = shown.start;
        let mut is_cut = false;
        let clusters = Clusters::new(&self.text, shown.clone()).apart(self.is_logical);
        for cluster in clusters {
            column += cluster.width;
            if column > columns {
                is_cut = true;
                break;
            }
            let core = self.text.get(cluster.core.clone()).unwrap_or_default();
            if column + sign <= columns && !core.chars().all(is_hanging_space) {
                end = cluster.bytes.end;
            }
        }
        if !is_cut {
            return self.line(&LineSpan {
                bytes: self.bytes.clone(),
                hang: self.bytes.end - shown.end,
                hyphen: false,
            });
        }
        let shown = shown.start..end;
        let levels = self.line_levels(&shown);
        let mut units = self.units(shown.clone(), &levels, None, None);
        unit::append(&mut units, ellipsis, &(end..end), self.level);
        Line::placed(&self.text, shown, self.level, &units)
    }

    /// What a range draws, joined to the letters around it.
    fn units(
        &self,
        shown: Range<usize>,
        levels: &Slice,
        before: Option<Neighbour>,
        after: Option<Neighbour>,
    ) -> Vec<Unit<'_>> {
        let mut units = unit::units(&self.text, shown, levels, self.level, self.is_logical);
        if !self.is_logical {
            unit::join(&mut units, &self.text, before, after);
        }
        units
    }

    /// A range narrowed to the paragraph and to character boundaries.
    fn within(&self, bytes: Range<usize>) -> Range<usize> {
        let start = bytes.start.clamp(self.bytes.start, self.bytes.end);
        narrow(&self.text, start..bytes.end.clamp(start, self.bytes.end))
    }

    /// The levels of a line after L1.
    fn line_levels(&self, line: &Range<usize>) -> Slice {
        let mut slice = self.resolved(line);
        if let Slice::Each(levels) = &mut slice {
            let text = self.text.get(line.clone()).unwrap_or_default();
            reset_white_space(text, levels, self.level);
        }
        slice
    }

    /// The resolved levels of a range.
    fn resolved(&self, range: &Range<usize>) -> Slice {
        let Some(levels) = &self.levels else {
            return Slice::Base;
        };
        let text = self.text.get(self.bytes.clone()).unwrap_or_default();
        levels.slice(
            text,
            range.start - self.bytes.start..range.end - self.bytes.start,
        )
    }

    /// The letter before a byte that one after it may join.
    fn letter_before(&self, at: usize) -> Option<Neighbour> {
        let before = self.text.get(self.bytes.start..at)?;
        let (place, joining) = before.char_indices().rev().find_map(seen_by_joining)?;
        joining
            .reaches_on()
            .then(|| self.neighbour(self.bytes.start + place, joining))
    }

    /// The letter from a byte on that one before it may join.
    fn letter_after(&self, at: usize) -> Option<Neighbour> {
        let after = self.text.get(at..self.bytes.end)?;
        let (place, joining) = after.char_indices().find_map(seen_by_joining)?;
        joining
            .reaches_back()
            .then(|| self.neighbour(at + place, joining))
    }

    fn neighbour(&self, at: usize, joining: Joining) -> Neighbour {
        let level = match self.resolved(&(at..at + 1)) {
            Slice::Each(levels) => levels.first().copied().unwrap_or(self.level),
            Slice::Base => self.level,
        };
        Neighbour { joining, level }
    }
}

/// A character and how it joins, unless it is transparent.
fn seen_by_joining((at, c): (usize, char)) -> Option<(usize, Joining)> {
    let joining = Properties::of(c).joining();
    (joining != Joining::Transparent).then_some((at, joining))
}

/// A range moved back to character boundaries, and cut at the text's end.
fn narrow(text: &str, bytes: Range<usize>) -> Range<usize> {
    let floor = |at: usize| {
        let at = at.min(text.len());
        (0..=at)
            .rev()
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(0)
    };
    let end = floor(bytes.end);
    floor(bytes.start.min(end))..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Paragraph {
        let text: Arc<str> = text.into();
        Paragraph::new(&text, 0..text.len(), &ParagraphStyle::default())
    }

    #[test]
    fn a_title_is_cut_at_its_logical_end() {
        let line = whole("سفينة تصل إلى الميناء").fit(9, "…");
        assert_eq!(
            line.shaped(),
            "…\u{FEBA}\u{FE97} \u{FE94}\u{FEE8}\u{FEF4}\u{FED4}\u{FEB3}"
        );
        assert_eq!(line.bytes(), 0..15);
        assert_eq!(whole("A ship arrives").fit(8, "…").shaped(), "A ship…");
        assert_eq!(whole("A ship ").fit(6, "…").shaped(), "A ship");
        assert_eq!(whole("中文").fit(3, "…").shaped(), "中…");
        assert_eq!(whole("中文").fit(1, "...").shaped(), "");
        assert_eq!(whole("ship").fit(0, "…").width(), 0);
    }

    #[test]
    fn the_last_letter_before_the_cut_joins_no_more() {
        assert_eq!(
            whole("ببببب").fit(4, "…").shaped(),
            "…\u{FE90}\u{FE92}\u{FE91}"
        );
        let cut = LineSpan {
            bytes: 0..4,
            hang: 0,
            hyphen: false,
        };
        assert_eq!(
            whole("ببب").line(&cut).shaped(),
            "\u{FE92}\u{FE91}",
            "but in a line it does"
        );
    }

    #[test]
    fn maps_go_both_ways() {
        let text = "שלום abc, 12";
        let paragraph = whole(text);
        let line = paragraph.line(&LineSpan {
            bytes: 0..text.len(),
            hang: 0,
            hyphen: false,
        });
        assert_eq!(
            line.visual().iter().map(|(c, _)| c).collect::<String>(),
            "abc, 12 םולש"
        );
        assert_eq!(line.byte_at(0), Some(9));
        assert_eq!(line.byte_at(11), Some(0));
        assert_eq!(line.byte_at(12), None);
        assert_eq!(line.columns_of(0..12).to_vec(), [0..3, 7..12]);
        assert!(line.columns_of(9..16).into_iter().eq(std::iter::once(0..7)));
        assert_eq!(line.columns_of(6..10).to_vec(), [0..1, 7..9]);
    }

    #[test]
    fn a_line_keeps_its_white_space_at_the_paragraphs_side() {
        let paragraph = whole("שלום abc  ");
        let line = paragraph.line(&LineSpan {
            bytes: 9..14,
            hang: 0,
            hyphen: false,
        });
        assert_eq!(line.shaped(), "  abc");
        assert_eq!(paragraph.levels(9..14), [2, 2, 2, 1, 1]);
    }

    #[test]
    fn any_range_is_narrowed() {
        let text: Arc<str> = "éé\nab".into();
        let paragraph = Paragraph::new(&text, 1..3, &ParagraphStyle::default());
        assert_eq!(paragraph.bytes(), 0..2);
        let paragraph = Paragraph::new(&text, 5..99, &ParagraphStyle::default());
        for (start, end, hang) in [(0, 2, 0), (6, 5, 9), (7, 99, 0)] {
            let line = paragraph.line(&LineSpan {
                bytes: start..end,
                hang,
                hyphen: false,
            });
            assert_eq!(line.width(), 0);
        }
    }
}
