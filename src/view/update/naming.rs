//! Names: the pane, the walk over mentions, and views of one name's articles.

use std::sync::Arc;

use super::super::View;
use super::super::frames::Narrowing;
use super::super::geometry::Pane;
use super::super::message::Millis;
use super::super::names::{self, NameEntry, Scope};
use super::super::reader::{Place, Walk};
use super::super::sheet::SheetKind;
use crate::config::action::Action;
use crate::corpus::{LanguageTag, Mention};
use crate::text::fold::fold_key;

impl View {
    pub(super) fn act_on_names(&mut self, action: Action, at: Millis) {
        let height = self
            .geometry
            .names
            .map_or(1, |area| usize::from(area.height));
        let page = isize::try_from(height / 2).unwrap_or(1).max(1);
        let by = match action {
            Action::Down => 1,
            Action::Up => -1,
            Action::PageDown => page * 2,
            Action::PageUp => -page * 2,
            Action::HalfDown => page,
            Action::HalfUp => -page,
            Action::Top => return self.names.move_to_end(false),
            Action::Bottom => return self.names.move_to_end(true),
            Action::Only => return self.narrow_to_name(false, true, at),
            Action::Add => return self.narrow_to_name(false, false, at),
            Action::LeaveOut => return self.narrow_to_name(true, false, at),
            Action::MentionNext => return self.walk_listed(Walk::Next),
            Action::MentionPrev => return self.walk_listed(Walk::Previous),
            Action::Card => {
                if let Some(entry) = self.names.current() {
                    let canon = Arc::clone(&entry.canon);
                    self.open_sheet(SheetKind::Card(canon));
                }
                return;
            }
            _ => return,
        };
        self.names.move_by(by);
    }

    /// Lists the names of the article, or of the view.
    pub(super) fn list_names(&mut self) {
        let counted: Vec<(Mention, usize)> = match self.names.scope {
            Scope::Article => names::count(self.reader.marks.mentions()),
            Scope::View => self.browse.entities_of_view(),
        }
        .into_iter()
        .map(|(mention, count)| (mention.clone(), count))
        .collect();
        let scope = self.names.scope;
        let entries = counted
            .into_iter()
            .map(|(mention, count)| {
                let name = self.name_of(&mention.canon, &mention.name);
                let local = match scope {
                    Scope::Article => self.reader.longest_form(&mention.canon),
                    Scope::View => None,
                }
                .filter(|local| fold_key(local) != fold_key(&name));
                NameEntry {
                    canon: mention.canon,
                    kind: mention.kind,
                    name,
                    local,
                    count,
                }
            })
            .collect();
        let amounts = match scope {
            Scope::Article => self.reader.marks.quantities(),
            Scope::View => 0,
        };
        self.names.set(entries, amounts);
    }

    /// The name of an entity in the interface's language.
    pub(in crate::view) fn name_of(&self, canon: &str, otherwise: &str) -> String {
        let language = LanguageTag::new(self.strings.locale().tag);
        self.names_of.entity(canon).map_or_else(
            || otherwise.to_owned(),
            |entity| {
                entity
                    .name_in(&language)
                    .unwrap_or(entity.name())
                    .to_owned()
            },
        )
    }

    pub(super) fn toggle_names_scope(&mut self) {
        if self.names.scope == Scope::View && self.focus == Pane::Names {
            self.names.scope = Scope::Article;
        } else {
            self.names.scope = Scope::View;
            self.set_focus(Pane::Names);
        }
        self.list_names();
    }

    /// Opens the view of the articles with (or `without`) the name under the
    /// cursor: `only` these of the whole library, else of the present view.
    fn narrow_to_name(&mut self, without: bool, only: bool, at: Millis) {
        match self.names.current() {
            Some(entry) => {
                let (canon, name) = (Arc::clone(&entry.canon), entry.name.clone());
                self.open_name(canon, name, without, only);
            }
            None => self.notify(at, "names-none", &[]),
        }
    }

    /// Opens the view of one name's articles, in all languages.
    pub(super) fn open_name(&mut self, canon: Arc<str>, name: String, without: bool, only: bool) {
        if only {
            self.pop_all_views();
            self.browse.lens.open();
        }
        let cursor = self.under_cursor();
        self.browse.frames.push(
            Narrowing::Name {
                canon: Arc::clone(&canon),
                name,
                without,
            },
            cursor,
        );
        self.browse.left_view();
        self.names.scope = Scope::Article;
        self.set_focus(Pane::List);
        self.rebuild();
        self.follow();
        if !without {
            self.reader.marks.emphasis = Some(canon);
        }
    }

    /// Walks the mentions of the article: all, or those of the name at hand.
    pub(super) fn walk_mentions(&mut self, walk: Walk, same: bool, at: Millis) {
        let canon = match (same, self.reader.marks.emphasis.clone()) {
            (true, None) => {
                self.notify(at, "name-none-under-cursor", &[]);
                return;
            }
            (true, canon) => canon,
            (false, _) => None,
        };
        match self.walk_to(walk, canon.as_deref()) {
            Some(canon) => self.names.select(&canon),
            None => self.notify(at, "name-no-more", &[]),
        }
    }

    /// Walks the mentions of the name under the pane's cursor.
    fn walk_listed(&mut self, walk: Walk) {
        if let Some(entry) = self.names.current() {
            let canon = Arc::clone(&entry.canon);
            self.walk_to(walk, Some(&canon));
        }
    }

    /// Goes to the next or previous mention; its entity.
    fn walk_to(&mut self, walk: Walk, canon: Option<&str>) -> Option<Arc<str>> {
        let from = self.reader.first_place();
        let place = self.reader.marks.walk_mentions(walk, canon, from)?;
        self.reader.reveal(place);
        self.keep_position();
        self.reader.marks.emphasis.clone()
    }

    /// Puts the cursor on the mention at a place; whether there is one.
    pub(super) fn point_at(&mut self, place: Place) -> bool {
        let found = self.reader.marks.mention_at(place);
        if found && let Some(canon) = self.reader.marks.emphasis.clone() {
            self.names.select(&canon);
        }
        found
    }

    /// Leaves the view on top; whether there was one.
    pub(super) fn leave_view(&mut self) -> bool {
        let cursor = self.under_cursor();
        let Some(below) = self.browse.frames.pop(cursor) else {
            return false;
        };
        self.stop_search();
        self.show_view(below);
        true
    }

    /// Leaves every view over the library.
    pub(super) fn pop_all_views(&mut self) {
        self.stop_search();
        self.article_query = None;
        while self.browse.frames.top().is_some() {
            let cursor = self.under_cursor();
            self.browse.frames.pop(cursor);
        }
    }

    /// Goes forward into the view left last.
    pub(super) fn again(&mut self, at: Millis) {
        let cursor = self.under_cursor();
        match self.browse.frames.again(cursor) {
            Some(inside) => self.show_view(inside),
            None => self.notify(at, "again-nothing", &[]),
        }
    }

    pub(super) fn show_view(&mut self, cursor: Option<u32>) {
        self.browse.left_view();
        self.rebuild();
        if let Some(row) = cursor.and_then(|number| self.browse.row_of(number)) {
            self.go_to_row(row);
        }
        // What was found before may be of fewer articles than there are by now.
        self.search_again();
        self.mark_hits();
        self.follow_later();
    }
}
