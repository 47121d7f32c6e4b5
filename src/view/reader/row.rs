//! One visible row of the reading pane, ready to be painted.

use super::block::{BlockKind, Place, Spot};
use super::document::Document;
use super::marks::MarkSet;
use super::span::Span;
use crate::config::theme::Role;
use crate::text::Line;

/// A sign in the margin on the reading side of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowMark {
    /// The last page ended here.
    PageEnd,
    /// The current hit stands here.
    Hit,
    /// Page furniture.
    Furniture,
}

/// A line of text of a row.
#[derive(Clone, Debug)]
pub struct RowText {
    /// The line, laid out.
    pub line: Line,
    /// Whether its bytes are those of the headline and not of the text.
    pub title: bool,
    /// Cells by which it is indented at its start side.
    pub indent: usize,
    /// Its spans, from the weakest to the strongest.
    pub spans: Vec<Span>,
}

/// One visible row.
#[derive(Clone, Debug)]
pub struct ReaderRow {
    /// What it belongs to.
    pub kind: BlockKind,
    /// Its text, where it has one.
    pub text: Option<RowText>,
    /// The sign in its margin.
    pub mark: Option<RowMark>,
}

impl ReaderRow {
    /// The place under a column of the text, where lines are `measure` cells.
    #[must_use]
    pub fn place_at(&self, column: usize, measure: usize) -> Option<Place> {
        let text = self.text.as_ref()?;
        let byte = text
            .line
            .byte_at(column.checked_sub(text.offset(measure))?)?;
        Some(if text.title {
            Place::Title(byte)
        } else {
            Place::Text(byte)
        })
    }
}

impl RowText {
    /// Cells between the left edge of the text column and the line.
    #[must_use]
    pub fn offset(&self, measure: usize) -> usize {
        if self.line.direction().is_rtl() {
            measure.saturating_sub(self.line.width() + self.indent)
        } else {
            self.indent
        }
    }
}

/// Lays out one row of a document.
pub(super) fn row(document: &mut Document, spot: Spot, marks: &MarkSet, ended: bool) -> ReaderRow {
    let kind = document.kind(spot);
    let indent = document.indent(spot);
    let title = kind == BlockKind::Headline;
    let text = document.line(spot).map(|(paragraph, span)| {
        let line = paragraph.line(&span);
        let spans = marks.spans(title, &line.bytes());
        RowText {
            line,
            title,
            indent,
            spans,
        }
    });
    let hit = text
        .as_ref()
        .is_some_and(|text| text.spans.iter().any(|span| span.role == Role::CurrentHit));
    let mark = if hit {
        Some(RowMark::Hit)
    } else if ended {
        Some(RowMark::PageEnd)
    } else if kind == BlockKind::Furniture {
        Some(RowMark::Furniture)
    } else {
        None
    };
    ReaderRow { kind, text, mark }
}
