//! Wrapping a paragraph into lines, in logical order.

use std::collections::VecDeque;
use std::ops::Range;

use hypher::Lang;

use super::breaks::{Break, Breaks};
use super::cluster::Clusters;
use super::hyphen;
use super::properties::Properties;
use super::width::{self, is_hanging_space};

/// How a paragraph is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// The cells of a line. Only in a line of one cell, what takes two sticks out.
    pub columns: usize,
    /// Whether words may be divided, in languages that have patterns.
    pub hyphenate: bool,
}

/// One line of a wrapped paragraph, before it is ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineSpan {
    /// The bytes of the line, trailing white space included.
    pub bytes: Range<usize>,
    /// How many bytes of trailing white space hang behind the line without cells.
    pub hang: usize,
    /// Whether a hyphen is shown at the line's logical end.
    pub hyphen: bool,
}

/// What lies between two breaks.
struct Segment {
    bytes: Range<usize>,
    /// Cells of all of it.
    width: usize,
    /// Cells without the white space at its end.
    shown: usize,
    is_mandatory: bool,
    /// Ends with a soft hyphen, which takes a cell if the line ends there.
    is_soft: bool,
}

/// The lines of a paragraph.
pub(super) struct Lines<'t> {
    /// The text up to the paragraph's end.
    text: &'t str,
    columns: usize,
    patterns: Option<Lang>,
    /// Whether lam and alef take a cell each.
    is_apart: bool,
    breaks: Breaks<'t>,
    /// Segments measured and not yet in a line.
    ahead: VecDeque<Segment>,
    /// The end of the last cluster that was wider than a line.
    wide_end: usize,
    /// The start of the next line; `None` when all is done.
    at: Option<usize>,
}

impl<'t> Lines<'t> {
    /// The lines from byte `from` of a paragraph on that begins at `start` and
    /// ends where the text does.
    pub(super) fn new(
        text: &'t str,
        start: usize,
        from: usize,
        columns: usize,
        patterns: Option<Lang>,
        is_apart: bool,
    ) -> Lines<'t> {
        let is_over = from >= text.len() && from > start;
        Lines {
            text,
            columns: columns.max(1),
            patterns,
            is_apart,
            breaks: Breaks::new(text, start, from),
            ahead: VecDeque::new(),
            wide_end: 0,
            at: (!is_over).then_some(from),
        }
    }

    fn clusters(&self, start: usize) -> Clusters<'t> {
        Clusters::new(self.text, start..self.text.len()).apart(self.is_apart)
    }

    fn part(&self, bytes: Range<usize>) -> &'t str {
        self.text.get(bytes).unwrap_or_default()
    }

    /// Measures what is before the next break, and puts it into `ahead`;
    /// `None` at the end.
    fn measure(&mut self, start: usize) -> Option<()> {
        let mut found = self.breaks.next()?;
        let segment = match found.ascii_spaces {
            Some(spaces) => {
                let width = found.at.saturating_sub(start);
                Segment {
                    bytes: start..found.at,
                    width,
                    shown: width.saturating_sub(spaces),
                    is_mandatory: false,
                    is_soft: false,
                }
            }
            None => {
                let (width, shown) = self.measure_clusters(start, &mut found);
                Segment {
                    bytes: start..found.at,
                    width,
                    shown,
                    is_mandatory: found.is_mandatory,
                    is_soft: found.at < self.text.len() && is_soft(self.part(start..found.at)),
                }
            }
        };
        self.ahead.push_back(segment);
        Some(())
    }

    /// The cells from `start` to a break, and those before its white space. A
    /// break inside a cluster is none: the next one takes its place.
    fn measure_clusters(&mut self, start: usize, found: &mut Break) -> (usize, usize) {
        let mut width = 0;
        let mut shown = 0;
        for cluster in self.clusters(start) {
            width += cluster.width;
            if !self
                .part(cluster.core.clone())
                .chars()
                .all(is_hanging_space)
            {
                shown = width;
            }
            while found.at < cluster.core.end {
                match self.breaks.next() {
                    Some(next) => *found = next,
                    None => break,
                }
            }
            if found.at <= cluster.bytes.end {
                break;
            }
        }
        (width, shown)
    }

    /// Ends a line at `end`, with `used` segments in it.
    fn finish(&mut self, start: usize, end: usize, used: usize, hyphen: bool) -> LineSpan {
        self.ahead.drain(..used.min(self.ahead.len()));
        self.at = (end < self.text.len()).then_some(end);
        LineSpan {
            bytes: start..end,
            hang: hang(self.part(start..end)),
            hyphen,
        }
    }

    /// Ends a line inside the segment after the first `used`, whose first
    /// `width` cells are in it.
    fn cut(
        &mut self,
        start: usize,
        at: usize,
        used: usize,
        width: usize,
        hyphen: bool,
    ) -> LineSpan {
        if let Some(segment) = self.ahead.get_mut(used) {
            segment.bytes.start = at;
            segment.width = segment.width.saturating_sub(width);
            segment.shown = segment.shown.saturating_sub(width);
        }
        self.finish(start, at, used, hyphen)
    }

    /// Divides the segment after the first `used` to fill a line that has
    /// `column` cells of them.
    fn hyphenate(&mut self, start: usize, used: usize, column: usize) -> Option<LineSpan> {
        let patterns = self.patterns?;
        let room = self.columns.checked_sub(column + 1)?;
        // The last word stays whole: half of it would be a line of its own.
        let bytes = self.ahead.get(used)?.bytes.clone();
        if bytes.end >= self.text.len() {
            return None;
        }
        let (at, width) = hyphen::divide(self.part(bytes.clone()), room, patterns)?;
        Some(self.cut(start, bytes.start + at, used, width, true))
    }

    /// Cuts a word that is wider than a line, after at least one cluster; a
    /// cluster that is itself wider is cut between its pieces.
    fn cut_long(&mut self, start: usize) -> LineSpan {
        let mut column = 0;
        let mut end = start;
        // What is left of a cluster of many pieces is not gone through again.
        let pieces = self.cut_pieces(start..self.wide_end);
        if let Some(pieces) = pieces {
            (end, column) = pieces;
        } else {
            for cluster in self.clusters(start) {
                if column + cluster.width > self.columns {
                    if column == 0 {
                        self.wide_end = cluster.core.end;
                        let pieces = self.cut_pieces(cluster.core);
                        (end, column) = pieces.unwrap_or((cluster.bytes.end, cluster.width));
                    }
                    break;
                }
                column += cluster.width;
                end = cluster.bytes.end;
            }
        }
        let used = self
            .ahead
            .iter()
            .take_while(|segment| segment.bytes.end <= end)
            .count();
        let before: usize = self
            .ahead
            .iter()
            .take(used)
            .map(|segment| segment.width)
            .sum();
        self.cut(start, end, used, column.saturating_sub(before), false)
    }

    /// The end of the first pieces of a cluster that fit into a line, at least
    /// one, and their cells; `None` if all fit.
    fn cut_pieces(&self, cluster: Range<usize>) -> Option<(usize, usize)> {
        let mut column = 0;
        let mut end = cluster.start;
        for piece in width::pieces(self.part(cluster.clone())) {
            if column > 0 && column + usize::from(piece.width) > self.columns {
                return Some((end, column));
            }
            column += usize::from(piece.width);
            end = cluster.start + piece.bytes.end;
        }
        None
    }
}

impl Iterator for Lines<'_> {
    type Item = LineSpan;

    fn next(&mut self) -> Option<LineSpan> {
        let start = self.at?;
        let mut column = 0;
        let mut used = 0;
        // The last segment after which the line may end.
        let mut last = None;
        loop {
            if used == self.ahead.len() {
                let from = self.ahead.back().map_or(start, |segment| segment.bytes.end);
                if self.measure(from).is_none() {
                    return Some(self.finish(start, self.text.len(), used, false));
                }
            }
            let Some(segment) = self.ahead.get(used) else {
                return Some(self.finish(start, self.text.len(), used, false));
            };
            if column + segment.shown > self.columns && segment.shown > 0 {
                break;
            }
            if column + segment.shown + usize::from(segment.is_soft) <= self.columns
                || segment.shown == 0
            {
                last = Some((used, segment.bytes.end, segment.is_soft));
            }
            column += segment.width;
            used += 1;
            if segment.is_mandatory {
                let end = segment.bytes.end;
                return Some(self.finish(start, end, used, false));
            }
        }
        let is_whole = last.is_none_or(|(place, ..)| place + 1 == used);
        if is_whole && let Some(line) = self.hyphenate(start, used, column) {
            return Some(line);
        }
        Some(match last {
            Some((place, end, is_soft)) => self.finish(start, end, place + 1, is_soft),
            None => self.cut_long(start),
        })
    }
}

/// Whether a line that ends so shows a hyphen: at a soft one that a word is before.
fn is_soft(line: &str) -> bool {
    line.ends_with('\u{AD}') && hang(line) == 0
}

/// The bytes of white space at the end of a line, with what is not drawn among it.
pub(super) fn hang(line: &str) -> usize {
    let mut hang = 0;
    for (at, c) in line.char_indices().rev() {
        if is_hanging_space(c) {
            hang = line.len() - at;
        } else if !Properties::of(c).is_dropped() {
            break;
        }
    }
    hang
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines as they are cut, `|` where what follows hangs, `-` where a hyphen is shown.
    fn lines(text: &str, columns: usize, language: &str) -> Vec<String> {
        Lines::new(text, 0, 0, columns, hyphen::patterns(language), false)
            .map(|span| {
                let shown = text
                    .get(span.bytes.start..span.bytes.end - span.hang)
                    .unwrap();
                let sign = if span.hyphen { "-" } else { "" };
                let bar = if span.hang > 0 { "|" } else { "" };
                format!("{shown}{sign}{bar}")
            })
            .collect()
    }

    #[test]
    fn lines_are_filled_and_white_space_hangs() {
        assert_eq!(lines("one two  three", 7, ""), ["one two|", "three"]);
        assert_eq!(lines("one two three", 8, ""), ["one two|", "three"]);
        assert_eq!(lines("one ", 3, ""), ["one|"]);
        assert_eq!(lines("   one", 4, ""), ["|", "one"]);
        assert_eq!(lines("", 4, ""), [""]);
        assert_eq!(lines("a\u{B}b", 4, ""), ["a|", "b"]);
        assert_eq!(lines("旧港口。新馆", 7, ""), ["旧港", "口。新", "馆"]);
    }

    #[test]
    fn long_words_are_cut_at_clusters() {
        assert_eq!(lines("abcdefg hi", 3, ""), ["abc", "def", "g|", "hi"]);
        assert_eq!(lines("xxلالا", 3, ""), ["xxلا", "لا"]);
        assert_eq!(lines("中中", 1, ""), ["中", "中"]);
        assert_eq!(
            lines("aaa\u{301}\u{301}a", 3, ""),
            ["aaa\u{301}\u{301}", "a"]
        );
        let wide = format!("क{}", "\u{93E}".repeat(9));
        assert!(lines(&wide, 4, "").len() == 3);
    }

    #[test]
    fn words_are_divided_where_their_language_allows() {
        assert_eq!(
            lines("die Wirtschaft wächst", 9, "de"),
            ["die Wirt-", "schaft|", "wächst"]
        );
        assert_eq!(lines("die Wirtschaft", 9, "de"), ["die|", "Wirtschaf", "t"]);
        assert_eq!(
            lines("Schiff\u{AD}fahrt heute", 8, ""),
            ["Schiff\u{AD}-", "fahrt|", "heute"]
        );
        assert_eq!(
            lines("Schiff\u{AD}fahrt heute", 6, ""),
            ["Schiff\u{AD}", "fahrt|", "heute"]
        );
    }

    #[test]
    fn wrapping_goes_on_from_any_line() {
        let text =
            "Über 120.000 Bücher stehen in den Regalen; ประธานาธิบดีกล่าว 这座城市星期一在旧港口。";
        let all: Vec<LineSpan> = Lines::new(text, 0, 0, 9, None, false).collect();
        for (place, line) in all.iter().enumerate() {
            let rest: Vec<LineSpan> =
                Lines::new(text, 0, line.bytes.start, 9, None, false).collect();
            assert_eq!(rest, all.get(place..).unwrap());
        }
    }
}
