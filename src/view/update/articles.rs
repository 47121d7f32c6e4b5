//! Articles are opened, followed and read one after the other.

use std::sync::Arc;

use super::super::View;
use super::super::geometry::Pane;
use super::super::message::{Effect, Millis, Timer};
use super::super::search;
use crate::config::strings::Value;
use crate::store::{ArticleChange, FoldedArticle, Hits};

/// How long scrolling rests before it is told how far the reader is, in ms.
const REST: Millis = 100;

impl View {
    /// Makes the list anew; the cursor stays on its article where it still shows,
    /// else it goes to the first one.
    pub(super) fn rebuild(&mut self) {
        let under = self.under_cursor();
        self.browse.rebuild();
        match under.and_then(|number| self.browse.row_of(number)) {
            Some(row) => self.list.carry_to(row, self.browse.rows().len()),
            None => self.go_to_row(0),
        }
        if self.names.scope == super::super::names::Scope::View {
            self.list_names();
        }
        self.ask_what_was_meant();
    }

    /// The same after the view itself changed: a language, a search, an order.
    pub(super) fn rebuild_and_follow(&mut self) {
        self.rebuild();
        self.follow_later();
    }

    pub(super) fn go_to_row(&mut self, row: usize) {
        let count = self.browse.rows().len();
        self.list.go_to(row, count);
    }

    /// The number of the article under the list's cursor.
    pub(in crate::view) fn under_cursor(&self) -> Option<u32> {
        self.browse.rows().get(self.list.cursor()).copied()
    }

    /// The article that actions are about: the one in the reader where that has
    /// the focus, else the one under the cursor.
    pub(in crate::view) fn subject(&self) -> Option<u32> {
        match self.pane() {
            Pane::List => self.under_cursor(),
            Pane::Reader | Pane::Names => self.open.or_else(|| self.under_cursor()),
        }
    }

    /// The cursor moved: the reader follows once it rests.
    pub(super) fn follow_later(&mut self) {
        // On a slow line the reader shows what is opened.
        if self.low_bandwidth && self.open.is_some() {
            return;
        }
        let generation = self.next_generation();
        self.ask(Effect::After(self.follow_after, Timer::Follow(generation)));
    }

    /// Shows the article under the cursor, without the focus and not as read.
    pub(super) fn follow(&mut self) {
        match self.under_cursor() {
            Some(number) if self.open == Some(number) => {}
            Some(number) => self.show(number),
            None => {
                self.open = None;
                self.reader.close();
                self.list_names();
            }
        }
    }

    /// Puts an article into the reader, where it was left.
    pub(super) fn show(&mut self, number: u32) {
        let Some(article) = self.browse.article(number).map(Arc::clone) else {
            return;
        };
        let position = self.browse.state(number).position;
        self.open = Some(number);
        self.at_end = false;
        // The measure depends on the script: the area is divided before the text is set.
        self.reader.open(&article, position);
        self.arrange();
        self.dress_reader();
        self.mark_hits();
        self.list_names();
    }

    /// Reads the article under the cursor: in the reader, with the focus.
    pub(super) fn read(&mut self) {
        let Some(number) = self.under_cursor() else {
            return;
        };
        // A waiting timer would take the reader back to where the cursor was.
        self.next_generation();
        if self.open != Some(number) {
            self.show(number);
        }
        self.focus = Pane::Reader;
        self.mark_opened(number);
    }

    /// Reads the next or previous article of the view.
    pub(super) fn read_neighbour(&mut self, by: isize, at: Millis) {
        let row = self
            .open
            .filter(|_| self.pane() == Pane::Reader)
            .and_then(|number| self.browse.row_of(number))
            .unwrap_or(self.list.cursor());
        let next = row.checked_add_signed(by);
        match next.filter(|next| *next < self.browse.rows().len()) {
            Some(next) => {
                self.go_to_row(next);
                self.read();
            }
            None if by > 0 => self.notify(at, "last-article", &[]),
            None => self.notify(at, "first-article", &[]),
        }
    }

    /// The row of the next or previous unread article, round the end.
    pub(super) fn unread_row(&self, forward: bool) -> Option<usize> {
        let count = self.browse.rows().len();
        let here = self.list.cursor();
        let unread = |row: &usize| {
            self.browse.at_row(*row).is_some_and(|(number, _)| {
                Some(number) != self.open_and_read() && !self.browse.is_read(number)
            })
        };
        if forward {
            (here + 1..count).chain(0..here.min(count)).find(unread)
        } else {
            (0..here.min(count))
                .rev()
                .chain((here + 1..count).rev())
                .find(unread)
        }
    }

    fn open_and_read(&self) -> Option<u32> {
        self.open.filter(|_| self.pane() == Pane::Reader)
    }

    /// Goes to the next or previous unread article; it is read where the reader
    /// has the focus.
    pub(super) fn go_to_unread(&mut self, forward: bool, at: Millis) {
        let Some(row) = self.unread_row(forward) else {
            self.notify(at, "no-more-unread", &[]);
            return;
        };
        self.go_to_row(row);
        if self.pane() == Pane::Reader {
            self.read();
        } else {
            self.follow_later();
        }
    }

    /// Space in the reader: a page, and at the end first the offer of the next
    /// unread article and then that article.
    pub(super) fn page_or_next(&mut self, at: Millis) {
        if self.scroll_reader(|reader| reader.page(1)) {
            self.at_end = false;
            return;
        }
        if self.at_end {
            self.at_end = false;
            self.go_to_unread(true, at);
            return;
        }
        self.at_end = true;
        let title = self
            .unread_row(true)
            .and_then(|row| self.browse.at_row(row))
            .map(|(_, article)| article.title.clone());
        match title {
            Some(title) => self.notify(at, "end-next-unread", &[("title", Value::from(&title))]),
            None => self.notify(at, "end-no-unread", &[]),
        }
    }

    /// Scrolls the reader and stores where it stands then. Whether it moved.
    pub(super) fn scroll_reader(
        &mut self,
        scroll: impl FnOnce(&mut super::super::reader::Reader) -> bool,
    ) -> bool {
        let moved = scroll(&mut self.reader);
        if moved {
            self.scrolled();
        }
        moved
    }

    /// The reader was scrolled: where it stands is stored, and told once that rests.
    pub(super) fn scrolled(&mut self) {
        self.keep_position();
        self.scrolling = true;
        self.ask(Effect::After(REST, Timer::Rest));
    }

    /// Stores where the open article stands.
    pub(super) fn keep_position(&mut self) {
        let position = Some(self.reader.position());
        let Some(number) = self.open else {
            return;
        };
        if self.browse.state(number).position == position {
            return;
        }
        let change = ArticleChange {
            position,
            ..ArticleChange::default()
        };
        let change = self.browse.change(&[number], change);
        self.save(change);
    }

    /// Marks the hits of the search that is on in the open article.
    pub(super) fn mark_hits(&mut self) {
        let (Some(number), Some(article)) = (self.open, self.reader.article().map(Arc::clone))
        else {
            return;
        };
        let Some(query) = self.active_query().cloned() else {
            self.reader.marks.set_hits(Hits::default());
            return;
        };
        // Folding a long article takes longer than finding in it: once is enough.
        let folded = match self.folded.take() {
            Some((of, folded)) if of == number => folded,
            _ => FoldedArticle::new(&article),
        };
        self.reader
            .marks
            .set_hits(search::hits(&article, &folded, &query));
        self.folded = Some((number, folded));
    }
}
