//! Before a frame: the panes are fitted to the screen, and what is in sight is laid out.

use super::View;
use super::frames::Narrowing;
use super::geometry::Geometry;
use super::list::{Before, Columns, Marked};
use super::reader::Column;
use super::stamp::Stamps;
use crate::store::Search;

impl View {
    /// Lays out what is in sight.
    pub fn prepare(&mut self) {
        self.changed = false;
        self.arrange();
        let emphasis = self.reader.marks.emphasis.clone();
        if self.geometry.list.is_some() {
            let stamps = Stamps {
                strings: &self.strings,
                now: self.now,
            };
            let search = self.browse.frames.search().and_then(|frame| {
                let Narrowing::Search { query, .. } = &frame.narrowing else {
                    return None;
                };
                (!query.terms.is_empty()).then(|| Search::new(query.clone()))
            });
            let range = self.ranged();
            let mut list = std::mem::take(&mut self.list);
            let columns = list.columns();
            let before = |row: usize| self.words_before(row, columns);
            let before: Before<'_> = &before;
            let marked = Marked {
                emphasis: emphasis.as_deref(),
                search: search.as_ref(),
                range,
                before: self.plain.then_some(before),
            };
            list.prepare(&self.browse, &stamps, &marked);
            self.list = list;
        }
        if self.geometry.reader.is_some() {
            self.reader.prepare();
        }
        if let Some(area) = self.geometry.names {
            self.names.prepare(usize::from(area.height));
        }
    }

    /// Fits the panes to the screen.
    pub(super) fn arrange(&mut self) {
        let (columns, rows) = self.size;
        let divide = match (self.plain, self.low_bandwidth) {
            (true, _) => Geometry::plain,
            (false, true) => Geometry::frugal,
            (false, false) => Geometry::new,
        };
        self.geometry = divide(columns, rows, self.focus, self.zen, self.direction());
        if let Some(area) = self.geometry.list {
            let width = usize::from(area.width);
            let columns = if self.plain {
                Columns::plain(width)
            } else {
                Columns::new(width, self.browse.is_dated())
            };
            self.list.resize(columns, usize::from(area.height));
            let (cursor, count) = (self.list.cursor(), self.browse.rows().len());
            self.list.go_to(cursor, count);
        }
        if let Some(area) = self.geometry.reader {
            let script = self
                .reader
                .article()
                .map_or_else(Default::default, |article| article.script);
            let divide = if self.plain {
                Column::plain
            } else {
                Column::new
            };
            let column = divide(area, self.measures.get(script));
            self.reader.resize(column, self.geometry.head.is_none());
        }
        let body = usize::from(rows.saturating_sub(3));
        if let Some(sheet) = &mut self.sheet {
            sheet.resize(body);
        }
    }
}
