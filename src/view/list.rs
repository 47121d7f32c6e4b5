//! The list pane: a cursor over the rows, and the rows in sight as models.

use std::ops::Range;
use std::sync::Arc;

use super::browse::Browse;
use super::reader::Span;
use super::stamp::Stamps;
use crate::config::signs::Sign;
use crate::config::theme::Role;
use crate::corpus::{Article, LanguageTag};
use crate::store::Search;
use crate::text::{BaseDirection, Line, Paragraph, ParagraphStyle};

/// Rows kept in sight above and below the cursor.
const MARGIN: usize = 3;
/// In lists of fewer rows only one is kept.
const SMALL: usize = 8;

/// The columns of a row that show at a width, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Whether the star has a cell of its own.
    pub star: bool,
    /// The date, with the blank after it.
    pub date: usize,
    /// The title.
    pub title: usize,
    /// The source, with a blank before it.
    pub source: usize,
    /// The number of words, with a blank before it.
    pub words: usize,
}

/// Cells of the cursor and the unread mark.
const MARKS: usize = 2;
/// Cells of the language tag with a blank on each side.
const TAG: usize = 5;
/// Titles grow no wider than this.
const WIDEST_TITLE: usize = 72;

impl Columns {
    /// Divides a list of a width: words go first when it is narrow, then the
    /// source, the star's own cell and the date, never language and title. Where no
    /// article has a date (`dated`) there is no column of dates.
    #[must_use]
    pub fn new(width: usize, dated: bool) -> Self {
        let star = width >= 44;
        let date = if dated && width >= 36 { 8 } else { 0 };
        let source = match width {
            110.. => 24 + 1,
            70.. => 15 + 1,
            _ => 0,
        };
        let words = if width >= 100 { 7 + 1 } else { 0 };
        let fixed = MARKS + usize::from(star) + TAG + date + source + words;
        // One blank cell follows the title.
        let title = width.saturating_sub(fixed + 1).min(WIDEST_TITLE);
        Self {
            star,
            date,
            title,
            source,
            words,
        }
    }

    /// The columns of a row of a plain list, which is a sentence: what of date and source
    /// it has room to say.
    #[must_use]
    pub fn plain(width: usize) -> Self {
        Self {
            star: true,
            date: if width >= 60 { 8 } else { 0 },
            title: width.saturating_sub(MARKS),
            source: if width >= 80 { 24 } else { 0 },
            words: 0,
        }
    }

    /// Cells of the cursor's handle: from the cursor to the language tag.
    #[must_use]
    pub fn handle(&self) -> usize {
        MARKS + usize::from(self.star) + TAG - 1
    }
}

/// What stands before the title of a row.
pub type Before<'a> = &'a dyn Fn(usize) -> String;

/// A visible row of the list.
#[derive(Clone, Debug)]
pub struct ListRow {
    /// Whether the cursor stands on it.
    pub cursor: bool,
    /// Whether it belongs to the range.
    pub ranged: bool,
    /// Whether it is unread.
    pub unread: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// Its language.
    pub language: LanguageTag,
    /// Its date as the column has it.
    pub date: String,
    /// Its title, laid out for the column.
    pub title: Line,
    /// The spans of the title, from the weakest to the strongest.
    pub spans: Vec<Span>,
    /// Its source.
    pub source: String,
    /// Its number of words.
    pub words: usize,
}

/// What is marked in the list.
#[derive(Default)]
pub struct Marked<'a> {
    /// The entity whose mentions stand out.
    pub emphasis: Option<&'a str>,
    /// The search whose hits are marked.
    pub search: Option<&'a Search>,
    /// The rows of the range.
    pub range: Option<Range<usize>>,
    /// What stands before a title in its row, where rows are sentences.
    pub before: Option<Before<'a>>,
}

/// The list pane.
#[derive(Debug, Default)]
pub struct List {
    cursor: usize,
    top: usize,
    height: usize,
    columns: Columns,
    rows: Vec<ListRow>,
}

impl List {
    /// The row under the cursor.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// The rows in sight, as of the last [`Self::prepare`].
    #[must_use]
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// The columns, as of the last [`Self::resize`].
    #[must_use]
    pub const fn columns(&self) -> Columns {
        self.columns
    }

    /// Rows in sight.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// Fits the list to some rows with some columns.
    pub const fn resize(&mut self, columns: Columns, height: usize) {
        self.columns = columns;
        self.height = height;
    }

    /// Puts the cursor on a row of `count`.
    pub fn go_to(&mut self, row: usize, count: usize) {
        self.cursor = row.min(count.saturating_sub(1));
        let margin = if self.height < SMALL { 1 } else { MARGIN };
        let margin = margin.min(self.height.saturating_sub(1) / 2);
        let lowest = (self.cursor + margin + 1).min(count);
        self.top = self
            .top
            .max(lowest.saturating_sub(self.height))
            .min(self.cursor.saturating_sub(margin))
            .min(count.saturating_sub(self.height));
    }

    /// The row under the cursor is another of `count` now, as rows came or went: it
    /// stays where it is on the screen.
    pub fn carry_to(&mut self, row: usize, count: usize) {
        let seen = self.cursor.saturating_sub(self.top);
        self.cursor = row.min(count.saturating_sub(1));
        self.top = self
            .cursor
            .saturating_sub(seen)
            .min(count.saturating_sub(self.height));
    }

    /// Scrolls by rows; the cursor stays where it is unless it would leave sight.
    pub fn scroll(&mut self, by: isize, count: usize) {
        let most = count.saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(by).min(most);
        let last = (self.top + self.height).min(count).saturating_sub(1);
        self.cursor = self.cursor.clamp(self.top, last.max(self.top));
    }

    /// The row of the list at a visible row.
    #[must_use]
    pub const fn row_at(&self, visible: usize) -> usize {
        self.top + visible
    }

    /// Lays out the rows in sight.
    pub fn prepare(&mut self, browse: &Browse, stamps: &Stamps<'_>, marked: &Marked<'_>) {
        let columns = self.columns;
        let visible = self.top..(self.top + self.height).min(browse.rows().len());
        self.rows = visible
            .filter_map(|row| {
                let (number, article) = browse.at_row(row)?;
                let state = browse.state(number);
                let spans = spans(article, marked.emphasis, marked.search);
                let (title, spans) = match marked.before {
                    Some(before) => sentence(&before(row), article, spans, columns.title),
                    None => (title(article, columns.title), spans),
                };
                Some(ListRow {
                    cursor: row == self.cursor,
                    ranged: marked
                        .range
                        .as_ref()
                        .is_some_and(|range| range.contains(&row)),
                    unread: !state.read,
                    starred: state.starred,
                    language: article.language.clone(),
                    date: stamps.column(article.date),
                    title,
                    spans,
                    source: article.source.clone().unwrap_or_default(),
                    words: article.words,
                })
            })
            .collect();
    }
}

/// An article's title on one line of at most so many cells.
#[must_use]
pub fn title(article: &Article, columns: usize) -> Line {
    let text: Arc<str> = Arc::from(article.title.as_str());
    let style = ParagraphStyle {
        base: BaseDirection::Auto,
        context: article.language.is_known().then_some(article.direction),
        language: None,
        in_logical_order: false,
    };
    Paragraph::new(&text, 0..text.len(), &style).fit(columns, Sign::Ellipsis.drawn())
}

/// An article's title behind other words on one line of at most so many cells, in
/// logical order, and the spans of the title there.
fn sentence(
    before: &str,
    article: &Article,
    mut spans: Vec<Span>,
    columns: usize,
) -> (Line, Vec<Span>) {
    let text: Arc<str> = format!("{before}{}", article.title).into();
    let style = ParagraphStyle {
        in_logical_order: true,
        ..ParagraphStyle::default()
    };
    for span in &mut spans {
        span.bytes.start += before.len();
        span.bytes.end += before.len();
    }
    let line = Paragraph::new(&text, 0..text.len(), &style).fit(columns, Sign::Ellipsis.ascii());
    (line, spans)
}

fn spans(article: &Article, emphasis: Option<&str>, search: Option<&Search>) -> Vec<Span> {
    let same = article
        .title_mentions
        .iter()
        .filter(|mention| Some(&*mention.canon) == emphasis)
        .map(|mention| Span::new(&mention.bytes, Role::MentionSame));
    let hits = search.map_or_else(Vec::new, |search| search.title_hits(&article.title));
    same.chain(hits.iter().map(|hit| Span::new(hit, Role::Hit)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_in_their_order() {
        assert_eq!(Columns::new(24, true).title, 24 - 2 - 5 - 1);
        let at = Columns::new(36, true);
        assert_eq!((at.star, at.date, at.title), (false, 8, 20));
        let undated = Columns::new(36, false);
        assert_eq!((undated.date, undated.title), (0, 28));
        let at = Columns::new(46, true);
        assert_eq!((at.star, at.date, at.title), (true, 8, 29));
        assert_eq!(Columns::new(80, true).source, 16);
        assert_eq!(Columns::new(120, true).words, 8);
        assert_eq!(Columns::new(300, true).title, WIDEST_TITLE);
    }

    #[test]
    fn the_cursor_keeps_rows_around_it() {
        let mut list = List::default();
        list.resize(Columns::new(40, true), 10);
        list.go_to(8, 100);
        assert_eq!(list.top, 2);
        list.go_to(4, 100);
        assert_eq!(list.top, 1);
        list.go_to(1000, 100);
        assert_eq!((list.cursor, list.top), (99, 90));
        list.go_to(5, 0);
        assert_eq!((list.cursor, list.top), (0, 0));
    }

    #[test]
    fn scrolling_takes_the_cursor_along() {
        let mut list = List::default();
        list.resize(Columns::new(40, true), 10);
        list.scroll(3, 100);
        assert_eq!((list.cursor, list.top), (3, 3));
        list.scroll(-3, 100);
        assert_eq!((list.cursor, list.top), (3, 0));
    }
}
