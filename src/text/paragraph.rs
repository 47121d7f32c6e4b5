//! One paragraph, analysed once.

use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;
use icu_segmenter::LineSegmenter;
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

use super::line::Placed;
use super::{BaseDirection, Direction, Line, LineSpan, Wrap, width};

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
}

/// The byte ranges of a text's paragraphs, without their separators: UAX 9
/// class B, CR LF as one, and U+2028. Empty paragraphs are included.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let start = from;
        for (at, c) in rest.char_indices() {
            if matches!(
                c,
                '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
            ) {
                let crlf = c == '\r' && rest.as_bytes().get(at + 1) == Some(&b'\n');
                from = start + at + c.len_utf8() + usize::from(crlf);
                return Some(start..start + at);
            }
        }
        from = text.len();
        Some(start..from)
    })
}

/// One paragraph analysed once. Owns a share of the text; all offsets are
/// bytes of the whole text.
#[derive(Debug)]
pub struct Paragraph {
    text: Arc<str>,
    bytes: Range<usize>,
    level: u8,
    levels: Vec<Level>,
}

impl Paragraph {
    /// Analyses the paragraph at `bytes`; a range that cuts a character or
    /// passes the end is narrowed.
    #[must_use]
    pub fn new(text: &Arc<str>, bytes: Range<usize>, style: &ParagraphStyle) -> Paragraph {
        let end = floor(text, bytes.end.min(text.len()));
        let start = floor(text, bytes.start.min(end));
        let base = match style.base {
            BaseDirection::Auto => None,
            BaseDirection::Ltr => Some(Level::ltr()),
            BaseDirection::Rtl => Some(Level::rtl()),
        };
        let info = ParagraphBidiInfo::new(text.get(start..end).unwrap_or_default(), base);
        Paragraph {
            text: Arc::clone(text),
            bytes: start..end,
            level: info.paragraph_level.number(),
            levels: info.levels,
        }
    }

    /// The base direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if self.level % 2 == 1 {
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

    /// The lines in logical order from byte `from`, a line's start.
    pub fn wrap(&self, from: usize, wrap: &Wrap) -> impl Iterator<Item = LineSpan> + '_ {
        let columns = wrap.columns.max(1);
        let text = self.text.get(from..self.bytes.end).unwrap_or_default();
        let breaks: Vec<usize> = LineSegmenter::new_dictionary(Default::default())
            .segment_str(text)
            .collect();
        let mut spans = Vec::new();
        let (mut start, mut last, mut at, mut used, mut shown) = (0, 0, 0, 0, 0);
        for cluster in text.graphemes(true) {
            if breaks.binary_search(&at).is_ok() {
                last = at;
            }
            let space = cluster.chars().all(char::is_whitespace);
            let cells = width::cluster_width(cluster);
            if !space && used + cells > columns && at > start {
                let end = if last > start { last } else { at };
                spans.push(start..end);
                used = width::text_width(text.get(end..at).unwrap_or_default());
                start = end;
                shown = at;
            }
            used += cells;
            at += cluster.len();
        }
        let _ = shown;
        if start < text.len() || text.is_empty() {
            spans.push(start..text.len());
        }
        spans.into_iter().map(move |span| {
            let line = text.get(span.clone()).unwrap_or_default();
            LineSpan {
                hang: line.len() - line.trim_end().len(),
                bytes: from + span.start..from + span.end,
                hyphen: false,
            }
        })
    }

    /// Orders, mirrors and places one line.
    #[must_use]
    pub fn line(&self, span: &LineSpan) -> Line {
        let end = span.bytes.end.min(self.bytes.end).saturating_sub(span.hang);
        let end = floor(&self.text, end);
        let start = floor(
            &self.text,
            span.bytes
                .start
                .clamp(self.bytes.start, end.max(self.bytes.start)),
        );
        let text = self.text.get(start..end).unwrap_or_default();
        let clusters: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
        let mut levels: Vec<u8> = clusters
            .iter()
            .map(|(at, _)| {
                self.levels
                    .get(start + at - self.bytes.start)
                    .map_or(self.level, |level| level.number())
            })
            .collect();
        for (level, (_, cluster)) in levels.iter_mut().zip(&clusters).rev() {
            if !cluster.chars().all(char::is_whitespace) {
                break;
            }
            *level = self.level;
        }
        let mut order: Vec<usize> = (0..clusters.len()).collect();
        let top = levels.iter().copied().max().unwrap_or(0);
        for level in (1..=top).rev() {
            let mut i = 0;
            while i < order.len() {
                let from = i;
                while order
                    .get(i)
                    .and_then(|&k| levels.get(k))
                    .is_some_and(|&l| l >= level)
                {
                    i += 1;
                }
                if let Some(run) = order.get_mut(from..i) {
                    run.reverse();
                }
                i += 1;
            }
        }
        let mut cells = Vec::new();
        let mut column = 0;
        for index in order {
            let Some(&(at, cluster)) = clusters.get(index) else {
                continue;
            };
            let width = width::cluster_width(cluster);
            if width == 0 {
                continue;
            }
            cells.push(Placed {
                glyph: cluster.into(),
                width: u8::try_from(width).unwrap_or(2),
                column,
                bytes: start + at..start + at + cluster.len(),
                level: levels.get(index).copied().unwrap_or(self.level),
                visual: cluster
                    .char_indices()
                    .map(|(i, c)| (c, start + at + i))
                    .collect(),
            });
            column += width;
        }
        Line {
            bytes: span.bytes.clone(),
            level: self.level,
            cells,
        }
    }

    /// The paragraph on one line of at most `columns` cells, cut at its
    /// logical end with `ellipsis`, which stands at the left in right-to-left text.
    #[must_use]
    pub fn fit(&self, columns: usize, ellipsis: &str) -> Line {
        let text = self.text.get(self.bytes.clone()).unwrap_or_default();
        let whole = LineSpan {
            bytes: self.bytes.clone(),
            hang: 0,
            hyphen: false,
        };
        if width::text_width(text) <= columns {
            return self.line(&whole);
        }
        let sign = width::text_width(ellipsis);
        let (mut used, mut end) = (0, 0);
        for (at, cluster) in text.grapheme_indices(true) {
            used += width::cluster_width(cluster);
            if used + sign > columns {
                break;
            }
            end = at + cluster.len();
        }
        let cut = self.bytes.start + end;
        let mut line = self.line(&LineSpan {
            bytes: self.bytes.start..cut,
            ..whole
        });
        let column = if self.level == 1 { 0 } else { line.width() };
        if self.level == 1 {
            for cell in &mut line.cells {
                cell.column += sign;
            }
        }
        let place = if self.level == 1 { 0 } else { line.cells.len() };
        line.cells.insert(
            place,
            Placed {
                glyph: ellipsis.into(),
                width: u8::try_from(sign).unwrap_or(1),
                column,
                bytes: cut..cut,
                level: self.level,
                visual: Vec::new(),
            },
        );
        line
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
