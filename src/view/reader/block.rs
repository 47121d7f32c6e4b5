//! The blocks of an article, and where a row or a byte stands among them.

use std::ops::Range;

use crate::text::{LineSpan, Paragraph, Wrap};

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The line of source, date, language and length below it.
    Meta,
    /// One paragraph of the text.
    Body,
    /// A paragraph that is page furniture, shown because it was asked for.
    Furniture,
    /// An empty row.
    Gap,
    /// Stands for so many folded paragraphs of page furniture.
    Folded(usize),
}

/// How a document is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Cells of a line.
    pub columns: usize,
    /// No empty rows between paragraphs but an indent of two cells.
    pub compact: bool,
    /// Whether page furniture is shown.
    pub furniture: bool,
    /// Whether the line of source and date stands in the text.
    pub meta: bool,
    /// Whether lines are in logical order.
    pub in_logical_order: bool,
}

/// The indent of a paragraph in a compact setting, in cells.
pub const INDENT: usize = 2;
/// Words are hyphenated where lines are narrower than this, in cells.
const HYPHENATE_UNDER: usize = 50;

/// A row of a document: a block and a line of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The block, counted from 0.
    pub block: usize,
    /// The line within it, counted from 0.
    pub line: usize,
}

/// A byte of the article: of its headline or of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the headline.
    Title(usize),
    /// In the text.
    Text(usize),
}

impl Default for Place {
    fn default() -> Self {
        Self::Title(0)
    }
}

pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) bytes: Range<usize>,
    pub(super) layout: Option<BlockLayout>,
}

pub(super) struct BlockLayout {
    pub(super) paragraph: Paragraph,
    /// The lines found so far, in logical order.
    pub(super) spans: Vec<LineSpan>,
    pub(super) complete: bool,
}

impl Block {
    /// Whether bytes of the article's text stand here, laid out or folded.
    pub(super) const fn is_text(&self) -> bool {
        matches!(
            self.kind,
            BlockKind::Body | BlockKind::Furniture | BlockKind::Folded(_)
        )
    }

    /// Whether the block is laid out as a paragraph.
    pub(super) const fn is_paragraph(&self) -> bool {
        matches!(
            self.kind,
            BlockKind::Headline | BlockKind::Body | BlockKind::Furniture
        )
    }
}

impl BlockLayout {
    /// Wraps on until there are `want` lines or the paragraph ends; the first is
    /// narrower by `indent` cells.
    pub(super) fn grow(&mut self, setting: &Setting, indent: usize, want: usize) {
        if self.complete || self.spans.len() >= want {
            return;
        }
        let columns = setting.columns.max(1);
        let wrap = |columns| Wrap {
            columns,
            hyphenate: setting.columns < HYPHENATE_UNDER,
        };
        if self.spans.is_empty() && indent > 0 && columns > 2 * indent {
            let start = self.paragraph.bytes().start;
            let first = self.paragraph.wrap(start, &wrap(columns - indent)).next();
            self.spans.extend(first);
        }
        let start = self
            .spans
            .last()
            .map_or(self.paragraph.bytes().start, |span| span.bytes.end);
        if start >= self.paragraph.bytes().end && !self.spans.is_empty() {
            self.complete = true;
            return;
        }
        let missing = want.saturating_sub(self.spans.len());
        let before = self.spans.len();
        self.spans
            .extend(self.paragraph.wrap(start, &wrap(columns)).take(missing));
        self.complete = self.spans.len() - before < missing;
    }
}
