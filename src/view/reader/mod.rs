//! The reading pane: an article, where it stands, and what is marked in it.

mod block;
mod column;
mod document;
mod marks;
mod row;
mod span;

use std::sync::Arc;

pub use block::{BlockKind, Place, Setting, Spot};
pub use column::Column;
pub use document::Document;
pub use marks::{Highlights, MarkSet, Walk, role};
pub use row::{ReaderRow, RowMark, RowText};
pub use span::Span;

use crate::corpus::{Article, Rule};
use crate::text::sanitize::sanitize_line;

/// The reading pane.
#[derive(Default)]
pub struct Reader {
    document: Option<Document>,
    column: Column,
    top: Spot,
    /// The first visible byte, kept through every change of the setting.
    anchor: Place,
    /// Whether the empty row above that byte is the first visible one.
    gap: bool,
    /// What is marked: mentions and hits, and the one under the cursor.
    pub marks: MarkSet,
    /// The row on which the last page ended, until something else moves.
    page_end: Option<Spot>,
    /// Whether page furniture is shown.
    furniture: bool,
    meta: bool,
    rows: Vec<ReaderRow>,
}

impl Reader {
    /// The article that is open.
    #[must_use]
    pub fn article(&self) -> Option<&Arc<Article>> {
        self.document.as_ref().map(Document::article)
    }

    /// The longest form in which the article names an entity, where a form stands
    /// by itself: behind a proclitic its first letter may be gone.
    #[must_use]
    pub fn longest_form(&self, canon: &str) -> Option<String> {
        let article = self.article()?;
        let title = article
            .title_mentions
            .iter()
            .map(|mention| (article.title.as_str(), mention));
        let text = article
            .mentions
            .iter()
            .map(|mention| (&*article.text, mention));
        title
            .chain(text)
            .filter(|(_, mention)| &*mention.canon == canon && mention.rule != Rule::Proclitic)
            .filter_map(|(text, mention)| text.get(mention.bytes.clone()))
            .max_by_key(|form| form.chars().count())
            .map(|form| sanitize_line(form).into_owned())
    }

    /// The rows in sight, as of the last [`Self::prepare`].
    #[must_use]
    pub fn rows(&self) -> &[ReaderRow] {
        &self.rows
    }

    /// How the pane is divided.
    #[must_use]
    pub const fn column(&self) -> Column {
        self.column
    }

    /// Opens an article at a byte of its text, or at its top.
    pub fn open(&mut self, article: &Arc<Article>, position: Option<usize>) {
        self.furniture = false;
        self.page_end = None;
        self.gap = false;
        self.marks = MarkSet::new(article);
        let mut document = Document::new(article, self.setting());
        self.anchor = place_kept(position);
        self.top = match self.anchor {
            Place::Text(_) => document.spot_of(self.anchor),
            Place::Title(_) => document.first(),
        };
        self.document = Some(document);
        self.settle();
    }

    /// Takes an article anew after its analysis changed; nothing moves.
    pub fn refresh(&mut self, article: &Arc<Article>) {
        self.marks.refresh(article);
        self.document = Some(Document::new(article, self.setting()));
        self.go_to(self.anchor);
    }

    /// Closes the article.
    pub fn close(&mut self) {
        self.document = None;
        self.marks = MarkSet::default();
        self.rows.clear();
    }

    /// Fits the pane to an area; the first visible byte stays on top.
    pub fn resize(&mut self, column: Column, meta: bool) {
        if column == self.column && meta == self.meta {
            return;
        }
        self.column = column;
        self.meta = meta;
        self.reset();
    }

    /// Shows or folds page furniture; the first visible byte stays on top.
    pub fn toggle_furniture(&mut self) {
        self.furniture = !self.furniture;
        self.reset();
    }

    /// Whether page furniture is shown.
    #[must_use]
    pub const fn shows_furniture(&self) -> bool {
        self.furniture
    }

    /// Scrolls by rows: down, or up if negative. Whether anything moved.
    pub fn scroll(&mut self, rows: isize) -> bool {
        let top = self.top;
        if let Some(document) = &mut self.document {
            self.top = document.moved(self.top, rows);
        }
        self.moved();
        self.top != top
    }

    /// Turns pages: on, or back if negative. Whether anything moved.
    pub fn page(&mut self, pages: isize) -> bool {
        let overlap = if self.column.rows < column::GLOSS_FROM {
            1
        } else {
            2
        };
        let step = self.column.rows.saturating_sub(overlap).max(1);
        let step = isize::try_from(step).unwrap_or(isize::MAX);
        let last = self.last_row();
        let moved = self.scroll(step.saturating_mul(pages));
        if moved && pages > 0 {
            self.page_end = last;
        }
        moved
    }

    /// Scrolls half a page: down, or up if negative.
    pub fn half_page(&mut self, halves: isize) -> bool {
        let step = isize::try_from(self.column.rows / 2).unwrap_or(isize::MAX);
        self.scroll(step.max(1).saturating_mul(halves))
    }

    /// Goes to the first row.
    pub fn to_top(&mut self) {
        self.top = Spot::default();
        self.moved();
    }

    /// Goes to where the last row stands at the bottom.
    pub fn to_bottom(&mut self) {
        if let Some(document) = &mut self.document {
            self.top = document.last();
        }
        self.moved();
    }

    /// Goes to the next or the previous paragraph.
    pub fn to_paragraph(&mut self, forward: bool) {
        if let Some(document) = &mut self.document
            && let Some(spot) = document.paragraph(self.top, forward)
        {
            self.top = spot;
            self.moved();
        }
    }

    /// Scrolls as little as brings a place into the middle three fifths.
    pub fn reveal(&mut self, place: Place) {
        let rows = self.column.rows;
        let Some(document) = &mut self.document else {
            return;
        };
        let spot = document.spot_of(place);
        let edge = rows / 5;
        let below = document.rows_after(self.top, rows.saturating_sub(edge + 1));
        let lowest = document.moved(self.top, isize::try_from(below).unwrap_or(0));
        let highest = if self.top == Spot::default() {
            self.top
        } else {
            document.moved(self.top, isize::try_from(edge).unwrap_or(0))
        };
        if spot < highest || spot > lowest {
            let above = isize::try_from(rows / 3).unwrap_or(0);
            self.top = document.moved(spot, -above);
            self.moved();
        }
    }

    /// The byte of the text to come back to: 0 at the top.
    #[must_use]
    pub const fn position(&self) -> usize {
        match self.anchor {
            Place::Title(_) => 0,
            Place::Text(byte) => byte,
        }
    }

    /// The first visible place.
    #[must_use]
    pub const fn first_place(&self) -> Place {
        self.anchor
    }

    /// Goes back to where the article was left last.
    pub fn back_to_kept(&mut self, position: Option<usize>) {
        self.anchor = place_kept(position);
        self.page_end = None;
        self.go_to(self.anchor);
    }

    /// Whether the last row is in sight.
    #[must_use]
    pub fn at_end(&mut self) -> bool {
        let rows = self.column.rows;
        let top = self.top;
        self.document
            .as_mut()
            .is_none_or(|document| document.rows_after(top, rows) < rows)
    }

    /// Whether the first row is in sight.
    #[must_use]
    pub fn at_top(&self) -> bool {
        self.top == Spot::default()
    }

    /// How much of the text stands above the last visible row, in percent.
    #[must_use]
    pub fn percent(&mut self) -> usize {
        let rows = isize::try_from(self.column.rows).unwrap_or(0);
        let top = self.top;
        let Some(document) = &mut self.document else {
            return 0;
        };
        let last = document.moved(top, rows - 1);
        let byte = match document.place_of(last) {
            Place::Title(_) => 0,
            Place::Text(byte) => byte,
        };
        byte * 100 / document.article().text.len().max(1)
    }

    /// Lays out the rows in sight.
    pub fn prepare(&mut self) {
        self.rows.clear();
        let Some(document) = &mut self.document else {
            return;
        };
        let mut spot = Some(self.top);
        while let Some(at) = spot
            && self.rows.len() < self.column.rows
        {
            let ended = !self.marks.hides_page_end && self.page_end == Some(at);
            self.rows.push(row::row(document, at, &self.marks, ended));
            spot = document.next(at);
        }
    }

    /// The place under a cell of the pane, counted from the pane's corner.
    #[must_use]
    pub fn place_at(&self, column: usize, row: usize) -> Option<Place> {
        self.rows
            .get(row)?
            .place_at(column.checked_sub(self.column.left)?, self.column.measure)
    }

    fn last_row(&mut self) -> Option<Spot> {
        let rows = isize::try_from(self.column.rows).ok()?;
        let top = self.top;
        Some(self.document.as_mut()?.moved(top, rows - 1))
    }

    fn setting(&self) -> Setting {
        Setting {
            columns: self.column.measure,
            compact: self.column.compact,
            furniture: self.furniture,
            meta: self.meta,
            in_logical_order: self.column.in_logical_order,
        }
    }

    fn reset(&mut self) {
        self.page_end = None;
        if let Some(document) = self.document.take() {
            self.document = Some(Document::new(document.article(), self.setting()));
            self.go_to(self.anchor);
        }
    }

    /// After a movement: no empty rows below the end, and the anchor follows.
    fn moved(&mut self) {
        self.page_end = None;
        self.settle();
        let top = self.top;
        self.anchor = match &mut self.document {
            Some(document) if top != Spot::default() => document.place_of(top),
            _ => Place::Title(0),
        };
        self.gap = self
            .document
            .as_ref()
            .is_some_and(|document| document.kind(top) == BlockKind::Gap);
    }

    fn go_to(&mut self, place: Place) {
        if let Some(document) = &mut self.document {
            self.top = match place {
                Place::Title(0) => document.first(),
                _ => document.spot_of(place),
            };
            if self.gap
                && let Some(above) = document.previous(self.top)
                && document.kind(above) == BlockKind::Gap
            {
                self.top = above;
            }
        }
        self.settle();
    }

    /// Moves the top up so far that no row stands empty below the last one.
    fn settle(&mut self) {
        let rows = self.column.rows;
        if let Some(document) = &mut self.document
            && rows > 0
        {
            let after = document.rows_after(self.top, rows - 1);
            let missing = isize::try_from(rows - 1 - after).unwrap_or(0);
            self.top = document.moved(self.top, -missing);
        }
    }
}

/// The place of a stored position; 0 is the top.
fn place_kept(position: Option<usize>) -> Place {
    match position {
        Some(byte) if byte > 0 => Place::Text(byte),
        _ => Place::Title(0),
    }
}
