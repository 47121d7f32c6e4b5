//! Articles come in: while the corpus is read, and when it is read again.

use std::ops::Range;
use std::sync::Arc;

use super::super::View;
use super::super::message::{Effect, Millis};
use super::super::progress::Importing;
use crate::config::strings::Value;
use crate::corpus::Article;

/// So long after the start, while nothing is done, the cursor goes to the first
/// article of all and hotkeys go by count, in ms.
const SETTLED: Millis = 1_000;

impl View {
    /// Takes articles in. The row under the cursor and the hotkeys stay where they are;
    /// but as long as nothing was done, for a moment after the start, that is the first
    /// row, and hotkeys go by count.
    pub(super) fn add(&mut self, articles: Vec<Arc<Article>>, at: Millis) {
        let settled = self.touched || at >= SETTLED;
        if settled && !self.browse.lens.languages().is_empty() {
            self.browse.lens.freeze();
        }
        self.browse.add(articles);
        self.rebuild();
        if !settled {
            self.go_to_row(self.first_row());
            self.follow_later();
        }
        self.come_back();
        self.search_again();
        if self.open.is_none() {
            self.follow();
        }
    }

    /// The row to begin with: the newest article, in the sample the newest that is in
    /// the language of the interface.
    fn first_row(&self) -> usize {
        if self.place.is_some() {
            return 0;
        }
        let own = self.strings.locale().tag;
        (0..self.browse.rows().len())
            .find(|&row| {
                self.browse
                    .at_row(row)
                    .is_some_and(|(_, article)| article.language.as_str() == own)
            })
            .unwrap_or(0)
    }

    /// Everything was read: says what there is.
    pub(super) fn imported(&mut self, at: Millis) {
        self.imported = true;
        self.browse.lens.freeze();
        self.importing = None;
        if self.awaited.take().is_some() {
            self.notify(at, "lost-article", &[]);
            return;
        }
        let articles = self.browse.catalog().len();
        if articles == 0 {
            return;
        }
        let languages = self.browse.lens.languages().len();
        let articles = self
            .strings
            .format("opened", &[("count", Value::from(articles))]);
        let languages = self
            .strings
            .format("languages-count", &[("count", Value::from(languages))]);
        let told = format!("{articles} · {languages}");
        self.notices.show_after_problems(told, at);
    }

    /// Takes what the corpus taught of page furniture; nothing on screen moves.
    pub(super) fn learn_furniture(&mut self, changes: Vec<(usize, Vec<Range<usize>>)>) {
        for (number, furniture) in changes {
            self.browse.set_furniture(number, furniture);
            if self.open.and_then(|open| usize::try_from(open).ok()) == Some(number)
                && let Some(article) = self.open.and_then(|open| self.browse.article(open))
            {
                self.reader.refresh(&Arc::clone(article));
            }
        }
    }

    /// Opens the article that was read last, once it was read in, if nothing was
    /// done until then.
    fn come_back(&mut self) {
        if self.touched {
            self.awaited = None;
        }
        let Some(number) = self
            .awaited
            .as_deref()
            .and_then(|id| self.browse.catalog().number(id))
            .and_then(|number| u32::try_from(number).ok())
        else {
            return;
        };
        self.awaited = None;
        if let Some(row) = self.browse.row_of(number) {
            self.touched = true;
            self.go_to_row(row);
            self.show(number);
        }
    }

    /// So many of so many bytes were read.
    pub(super) fn import_goes_on(&mut self, done: u64, total: u64, at: Millis) {
        self.importing = (total > 0 && !self.imported).then_some(Importing {
            done: done.min(total),
            total,
            at,
        });
    }

    /// Looks for what changed in the corpus.
    pub(super) fn refresh(&mut self, at: Millis) {
        if !self.imported || self.refreshing {
            self.notify(at, "refresh-busy", &[]);
            return;
        }
        self.refreshing = true;
        self.browse.left_view();
        self.rebuild_and_follow();
        self.ask(Effect::Refresh);
        self.notify(at, "refreshing", &[]);
    }

    /// The corpus was read again: takes in what is new, and what is written anew. The
    /// row under the cursor and the text that is read stay where they are.
    pub(super) fn refreshed(&mut self, found: Vec<(Option<u32>, Arc<Article>)>, at: Millis) {
        self.refreshing = false;
        let (changed, new): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(number, _)| number.is_some());
        let counts = [
            ("count", Value::from(new.len())),
            ("changed", Value::from(changed.len())),
        ];
        for (number, article) in changed {
            let Some(number) = number else { continue };
            self.browse.replace(number, &article);
            if self.open == Some(number) {
                self.folded = None;
                self.reader.refresh(&article);
                self.mark_hits();
            }
        }
        self.browse
            .add(new.into_iter().map(|(_, article)| article).collect());
        self.rebuild();
        self.search_again();
        self.list_names();
        self.notify(at, "refreshed", &counts);
    }
}
