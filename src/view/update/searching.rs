//! Searching: typing a query, what it finds, and walking from hit to hit.

use super::super::View;
use super::super::frames::{Narrowing, Ranking};
use super::super::geometry::Pane;
use super::super::message::{Effect, Millis, Timer};
use super::super::reader::Walk;
use super::super::search::{SearchPrompt, SearchScope};
use super::keys::edit_of;
use crate::config::action::Action;
use crate::config::strings::Value;
use crate::corpus::Query;

/// How long typing rests on a slow line before what was typed is searched for, in ms.
const SEARCH_REST: Millis = 400;
/// Searches that can be called back.
const REMEMBERED: usize = 100;

impl View {
    /// Opens the line in which a search is typed.
    pub(super) fn open_search(&mut self) {
        let scope = if self.pane() == Pane::Reader && self.open.is_some() {
            SearchScope::Article
        } else {
            SearchScope::View
        };
        self.search = Some(SearchPrompt::new(scope, self.under_cursor(), self.focus));
        if scope == SearchScope::View {
            self.open_search_view();
        }
    }

    pub(super) fn act_on_search(&mut self, action: Action, at: Millis) {
        let right_to_left = self.direction().is_rtl();
        match action {
            Action::Accept => self.accept_search(at),
            // What came so far is kept; the next Esc goes back.
            Action::Cancel if self.searched.is_some() => {
                self.stop_search();
            }
            Action::Cancel => self.cancel_search(),
            Action::Scope => self.change_scope(at),
            Action::ResultNext => self.next_result(Walk::Next, at),
            Action::ResultPrev => self.next_result(Walk::Previous, at),
            Action::HistoryPrev => self.recall(1, at),
            Action::HistoryNext => self.recall(-1, at),
            Action::Complete => self.complete(at),
            _ => {
                if let (Some(edit), Some(prompt)) =
                    (edit_of(action, right_to_left), &mut self.search)
                    && prompt.edit.edit(edit)
                {
                    self.search_typed(at);
                }
            }
        }
    }

    /// The query was changed: searches anew.
    pub(super) fn search_typed(&mut self, _at: Millis) {
        let Some(prompt) = &self.search else {
            return;
        };
        let typed = prompt.edit.text().to_owned();
        let scope = prompt.scope;
        let (query, problems) = Query::parse(&typed, &self.known_languages());
        let faults = problems
            .iter()
            .map(|problem| self.fault(&typed, problem))
            .collect();
        let found = match scope {
            SearchScope::Article => self.search_article(&query),
            SearchScope::View => {
                self.search_view(typed, query);
                None
            }
        };
        if let Some(prompt) = &mut self.search {
            prompt.faults = faults;
            prompt.found = found;
        }
    }

    /// What is found so far of a search.
    pub(super) fn found(&mut self, generation: u64, ranking: Ranking, percent: u8) {
        if self.search_generation != generation {
            return;
        }
        self.searching = percent < 100;
        self.searched = self.searching.then_some(percent);
        if let Some(frame) = self.browse.frames.search_mut() {
            frame.ranking = Some(ranking);
        }
        self.rebuild();
        let found = self.browse.rows().len();
        if let Some(prompt) = &mut self.search
            && prompt.scope == SearchScope::View
        {
            prompt.found = Some(found);
        }
        // What is being read stays, whatever else was found.
        if self.pane() == Pane::List {
            self.follow_later();
        }
        if !self.searching && self.search_behind {
            self.search_again();
        }
    }

    /// Searches again, since there are more articles: at once, or when the search
    /// that runs has ended, so that it does end.
    pub(super) fn search_again(&mut self) {
        if self.searching {
            self.search_behind = true;
        } else if let Some(Narrowing::Search { query, .. }) =
            self.browse.frames.search().map(|frame| &frame.narrowing)
            && !query.is_empty()
        {
            let query = query.clone();
            self.start_search(query);
        }
    }

    /// Stops the search that runs; what it found so far stays. Whether one ran.
    pub(super) fn stop_search(&mut self) -> bool {
        let ran = std::mem::take(&mut self.searching);
        self.waiting_search = None;
        self.searched = None;
        if ran {
            // The answer may be on its way.
            self.search_generation += 1;
            self.ask(Effect::StopSearch);
        }
        ran
    }

    /// The query whose hits are marked: the one being typed, else the one that is on.
    pub(super) fn active_query(&self) -> Option<&Query> {
        if let Some(query) = &self.article_query {
            return Some(query);
        }
        match &self.browse.frames.search()?.narrowing {
            Narrowing::Search { query, .. } => Some(query),
            Narrowing::Name { .. } => None,
        }
    }

    /// Next or previous hit; where no search is on, next or previous unread.
    pub(super) fn next_hit(&mut self, walk: Walk, at: Millis) {
        if self
            .active_query()
            .is_none_or(|query| query.terms.is_empty())
        {
            self.go_to_unread(walk == Walk::Next, at);
            return;
        }
        let from = self.reader.first_place();
        let Some((place, wrapped)) = self.reader.marks.walk_hits(walk, from) else {
            self.notify(at, "search-no-more", &[]);
            return;
        };
        self.reader.reveal(place);
        self.keep_position();
        if wrapped {
            let id = match walk {
                Walk::Next => "search-wrapped-down",
                Walk::Previous => "search-wrapped-up",
            };
            self.notify(at, id, &[]);
        }
    }

    /// Drops the search that is on, in the article or over the view.
    pub(super) fn drop_search(&mut self) {
        if self.article_query.take().is_some() {
            self.mark_hits();
        } else if matches!(
            self.browse.frames.top().map(|frame| &frame.narrowing),
            Some(Narrowing::Search { .. })
        ) {
            self.leave_view();
        }
    }

    fn open_search_view(&mut self) {
        let cursor = self.under_cursor();
        let narrowing = Narrowing::Search {
            typed: String::new(),
            query: Query::default(),
        };
        self.stop_search();
        self.article_query = None;
        self.browse.frames.push(narrowing, cursor);
        self.browse.left_view();
    }

    pub(super) fn search_view(&mut self, typed: String, query: Query) {
        if let Some(frame) = self.browse.frames.top_mut() {
            frame.narrowing = Narrowing::Search {
                typed,
                query: query.clone(),
            };
            if query.is_empty() {
                frame.ranking = None;
                frame.meant = None;
            }
        }
        if query.is_empty() {
            self.stop_search();
            self.rebuild_and_follow();
        } else {
            self.start_search(query);
        }
        self.mark_hits();
    }

    fn start_search(&mut self, query: Query) {
        self.search_generation += 1;
        self.searching = true;
        self.searched = None;
        self.search_behind = false;
        self.forget_what_was_meant();
        self.waiting_search = Some(query);
        if self.low_bandwidth && self.search.is_some() {
            // On a slow line every list costs: typing comes to rest first.
            let timer = Timer::Search(self.search_generation);
            self.ask(Effect::After(SEARCH_REST, timer));
        } else {
            self.send_search();
        }
    }

    /// Typing has come to rest.
    pub(super) fn search_rested(&mut self, generation: u64) {
        if generation == self.search_generation {
            self.send_search();
        }
    }

    /// Asks for the search that waits, if one does.
    fn send_search(&mut self) {
        if let Some(query) = self.waiting_search.take() {
            self.ask(Effect::Search {
                generation: self.search_generation,
                query,
            });
        }
    }

    /// Drops the view of the search that is being typed.
    fn discard_search_view(&mut self) {
        self.stop_search();
        self.browse.frames.discard();
        self.rebuild();
        self.search_again();
    }

    /// Marks the query's hits in the article and goes to the first from here on.
    fn search_article(&mut self, query: &Query) -> Option<usize> {
        self.article_query = (!query.terms.is_empty()).then(|| query.clone());
        self.mark_hits();
        self.reader_to_kept();
        let (found, _) = self.reader.marks.hits();
        let from = self.reader.first_place();
        if let Some((place, _)) = self.reader.marks.walk_hits(Walk::Next, from) {
            self.reader.reveal(place);
        }
        (!query.terms.is_empty()).then_some(found)
    }

    pub(super) fn accept_search(&mut self, at: Millis) {
        let Some(prompt) = self.search.take() else {
            return;
        };
        self.send_search();
        let typed = prompt.edit.text().trim().to_owned();
        if typed.is_empty() {
            if prompt.scope == SearchScope::View {
                self.discard_search_view();
            }
            return;
        }
        self.remember_search(typed);
        match prompt.scope {
            SearchScope::Article => {
                self.keep_position();
                if prompt.found == Some(0) {
                    self.notify(at, "search-found", &[("count", Value::Number(0))]);
                }
            }
            SearchScope::View => self.set_focus(Pane::List),
        }
    }

    /// Keeps a search, to be called back.
    pub(super) fn remember_search(&mut self, typed: String) {
        self.searches.retain(|search| *search != typed);
        self.searches.push(typed);
        if self.searches.len() > REMEMBERED {
            self.searches.remove(0);
        }
    }

    /// Back to where one was before the search.
    fn cancel_search(&mut self) {
        let Some(prompt) = self.search.take() else {
            return;
        };
        if self.focus != prompt.focus {
            self.set_focus(prompt.focus);
        }
        match prompt.scope {
            SearchScope::Article => {
                self.article_query = None;
                self.reader_to_kept();
            }
            SearchScope::View => {
                self.discard_search_view();
                if let Some(row) = prompt.origin.and_then(|number| self.browse.row_of(number)) {
                    self.go_to_row(row);
                }
                self.follow_later();
            }
        }
        self.mark_hits();
    }

    /// Back to where the article stood before it was searched.
    fn reader_to_kept(&mut self) {
        self.reader
            .back_to_kept(self.open.and_then(|open| self.browse.state(open).position));
    }

    /// This article, or the whole view.
    fn change_scope(&mut self, at: Millis) {
        let has_article = self.open.is_some();
        let Some(prompt) = &mut self.search else {
            return;
        };
        match prompt.scope {
            SearchScope::Article => {
                prompt.scope = SearchScope::View;
                self.reader_to_kept();
                self.open_search_view();
                // What is found shows in the list.
                self.set_focus(Pane::List);
            }
            SearchScope::View if has_article => {
                prompt.scope = SearchScope::Article;
                self.discard_search_view();
                self.set_focus(Pane::Reader);
            }
            SearchScope::View => {}
        }
        self.search_typed(at);
    }

    fn next_result(&mut self, walk: Walk, at: Millis) {
        match self.search.as_ref().map(|prompt| prompt.scope) {
            Some(SearchScope::View) => {
                let by = if walk == Walk::Next { 1 } else { -1 };
                let row = self.list.cursor().saturating_add_signed(by);
                self.move_list_to(row);
            }
            Some(SearchScope::Article) => self.next_hit(walk, at),
            None => {}
        }
    }
}
