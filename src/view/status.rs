//! The words of the top and bottom lines, of the reader's head and its gloss.

use super::View;
use super::ask::Confirmation;
use super::frames::Narrowing;
use super::geometry::Pane;
use super::names::Scope;
use super::notices::Weight;
use super::order::SortKey;
use super::progress::Importing;
use super::sheet::SheetKind;
use super::stamp::Stamps;
use crate::config::action::Action;
use crate::config::keymap::Lookup;
use crate::config::strings::Value;
use crate::text::sanitize::sanitize_line;

/// What the bottom line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The pane that has the focus.
    pub pane: String,
    /// Where one is and what is on, the most important first.
    pub states: Vec<String>,
    /// What happened last, and whether it went wrong.
    pub notice: Option<(String, bool)>,
    /// A sentence about a key that was not used yet.
    pub coach: Option<String>,
    /// Keys and what they do, the first to be left out last.
    pub hints: Vec<(String, String)>,
}

impl View {
    /// The crumbs of the top line: the place and the views over it.
    #[must_use]
    pub fn crumbs(&self) -> Vec<String> {
        let frames = self.browse.frames.open().iter();
        let views = frames.map(|frame| match &frame.narrowing {
            Narrowing::Search { typed, .. } if typed.is_empty() => {
                self.strings.text("crumb-search").into_owned()
            }
            Narrowing::Search { typed, .. } => self
                .strings
                .format("crumb-search-for", &[("query", Value::from(typed))]),
            Narrowing::Name {
                canon,
                name,
                without,
            } => {
                let name = self.name_of(canon, name);
                if *without {
                    self.strings
                        .format("without-name", &[("name", Value::from(&name))])
                } else {
                    name
                }
            }
        });
        let place = self.place.clone();
        let place = place.unwrap_or_else(|| self.strings.text("crumb-sample").into_owned());
        std::iter::once(place).chain(views).collect()
    }

    /// What the bottom line says.
    #[must_use]
    pub fn status(&mut self) -> Status {
        let pane = match self.focus {
            Pane::List => "pane-list",
            Pane::Reader => "pane-reader",
            Pane::Names => "pane-names",
        };
        let notice = self
            .notices
            .current()
            .map(|notice| (notice.text.clone(), notice.weight == Weight::Problem));
        Status {
            pane: self.strings.text(pane).into_owned(),
            states: self.states(),
            notice,
            coach: self.coach(),
            hints: self.hints(),
        }
    }

    fn states(&mut self) -> Vec<String> {
        let mut states = Vec::new();
        let number = |count: usize| {
            self.strings
                .number(i64::try_from(count).unwrap_or(i64::MAX))
        };
        let count = self.browse.rows().len();
        let row = |row: usize| format!("{}/{}", number(row), number(count));
        match self.focus {
            Pane::List if count == 0 => states.push(row(0)),
            Pane::List => states.push(row(self.list.cursor() + 1)),
            Pane::Reader | Pane::Names => {
                if self.focus == Pane::Names {
                    let entries = self.names.entries().len();
                    let at = if entries == 0 {
                        0
                    } else {
                        self.names.cursor() + 1
                    };
                    states.push(format!("{}/{}", number(at), number(entries)));
                }
                let at = self.open.and_then(|open| self.browse.row_of(open));
                if let Some(at) = at {
                    // One value: two isolated ones would change sides in Arabic.
                    let place = row(at + 1);
                    states.push(
                        self.strings
                            .format("state-article", &[("place", Value::from(&place))]),
                    );
                }
            }
        }
        if let Some(unsaved) = &self.unsaved {
            states.push(format!("! {unsaved}"));
        }
        states.extend(self.importing.map(|importing| self.import_state(importing)));
        if let Some(percent) = self.searched {
            let percent = [("percent", Value::Number(percent.into()))];
            states.push(self.strings.format("state-searching", &percent));
        }
        if self.problems.len() > self.problems_seen {
            let count = Value::from(self.problems.len());
            let skipped = self.strings.format("skipped", &[("count", count)]);
            states.push(format!("! {skipped} :problems"));
        }
        let unread = Value::from(self.browse.unread());
        states.push(self.strings.format("state-unread", &[("count", unread)]));
        if self.focus == Pane::List {
            states.extend(self.left_out());
            states.extend(self.ranged().map(|rows| {
                let count = Value::from(rows.len());
                self.strings.format("state-range", &[("count", count)])
            }));
        }
        if self.focus == Pane::Names && self.names.scope == Scope::View {
            states.push(self.strings.text("names-of-view").into_owned());
        }
        if self.browse.is_unread_only() {
            states.push(self.strings.text("chip-unread-only").into_owned());
        }
        states.extend(self.sorted_by());
        let (hits, at) = self.reader.marks.hits();
        if hits > 0 && self.focus == Pane::Reader {
            let hits = number(hits);
            states.push(match at {
                Some(at) => {
                    let place = format!("{}/{hits}", number(at));
                    self.strings
                        .format("state-hit", &[("place", Value::from(&place))])
                }
                None => self
                    .strings
                    .format("state-hits", &[("total", Value::from(&hits))]),
            });
        }
        if self.focus == Pane::Reader && !self.low_bandwidth {
            states.push(self.progress_text());
        }
        if self.low_bandwidth {
            states.push(self.strings.text("state-low-bandwidth").into_owned());
        }
        if self.mode_is_guess && self.shows_right_to_left() {
            states.push(format!("{}?", self.terminal_mode));
        }
        states
    }

    /// What the columns of the list have no room for, of the row under the cursor: once
    /// that rests and the reader has followed, so that a step costs no words.
    fn left_out(&self) -> Vec<String> {
        let columns = self.list.columns();
        let followed = self
            .open
            .filter(|open| !self.low_bandwidth || self.under_cursor() == Some(*open));
        let Some(article) = followed.and_then(|open| self.browse.article(open)) else {
            return Vec::new();
        };
        let stamps = Stamps {
            strings: &self.strings,
            now: self.now,
        };
        let date = article.date.filter(|_| columns.date == 0);
        let source = article.source.clone().filter(|_| columns.source == 0);
        date.map(|date| stamps.column(Some(date)))
            .into_iter()
            .chain(source)
            .collect()
    }

    /// How many percent of the corpus were read, while it is read.
    #[must_use]
    pub fn read_so_far(&self) -> Option<i64> {
        let Importing { done, total, .. } = self.importing?;
        Some(i64::try_from(done.saturating_mul(100) / total).unwrap_or(100))
    }

    fn sorted_by(&self) -> Option<String> {
        let order = self.browse.order;
        let key = match order.key {
            SortKey::Date if !order.reversed => return None,
            SortKey::Date => "bar-sort-date",
            SortKey::Title => "bar-sort-title",
            SortKey::Source => "bar-sort-source",
            SortKey::Language => "bar-sort-language",
            SortKey::Words => "bar-sort-words",
            SortKey::Relevance => "bar-sort-relevance",
        };
        let id = if order.reversed {
            "state-sorted-reversed"
        } else {
            "state-sorted"
        };
        let key = self.strings.text(key);
        Some(self.strings.format(id, &[("key", Value::Text(&key))]))
    }

    /// The keys of the bottom line, or those that complete a sequence.
    fn hints(&self) -> Vec<(String, String)> {
        let context = self.context();
        if let Lookup::Menu(rows) = self.keymap.lookup(context, &self.pressed) {
            return rows
                .into_iter()
                .map(|row| {
                    let label = row.action.map(|action| self.menu_label(action));
                    // A sequence that goes on is of a person's own keys.
                    (row.key.label(), label.unwrap_or_else(|| "…".to_owned()))
                })
                .collect();
        }
        if !self.settings.hints {
            return Vec::new();
        }
        let rows = self.keymap.bar(context).into_iter();
        rows.filter_map(|(keys, row)| {
            let label = self.strings.text(self.bar_label(row.action)?).into_owned();
            Some((keys.label(), label))
        })
        .collect()
    }

    /// What a menu calls an action: briefly, where there is a word for it.
    fn menu_label(&self, action: Action) -> String {
        let brief = action.bar_label();
        let id = if self.strings.has(brief) {
            brief
        } else {
            action.description()
        };
        self.strings.text(id).into_owned()
    }

    /// What the bottom line calls an action: in a sheet what it does there, `None`
    /// where that is nothing.
    fn bar_label(&self, action: Action) -> Option<&'static str> {
        use SheetKind::{Card, Help, Info, Links, Messages, Palette, Problems, Raw, Views};
        let kind = self.sheet.as_ref().map(|sheet| &sheet.kind);
        match (kind, action) {
            (Some(Help(_) | Palette), Action::Accept) => Some("bar-run"),
            (Some(Links(_)), Action::Accept) if self.is_remote => Some("bar-copy"),
            (Some(Links(_) | Views), Action::Accept) => Some("bar-open-it"),
            (Some(Problems), Action::Accept) => Some("bar-look"),
            (None, Action::Accept) if self.asking.is_some() => Some("bar-done"),
            (None, Action::Scope) if self.asking.is_some() => None,
            (None, Action::Cancel) if self.confirming.is_some() => Some("bar-no"),
            (Some(Card(_)), Action::Accept) => Some("bar-only"),
            (Some(Info | Messages | Raw(_)), Action::Accept)
            | (Some(Card(_) | Info | Messages | Problems | Raw(_)), Action::Filter)
            | (Some(_), Action::Scope) => None,
            (Some(Help(_) | Card(_) | Info | Messages | Problems | Raw(_)), Action::Cancel) => {
                Some("bar-close")
            }
            _ => Some(action.bar_label()),
        }
    }

    /// What the keys that complete a sequence are about.
    #[must_use]
    pub fn menu_title(&self) -> Option<String> {
        let Lookup::Menu(rows) = self.keymap.lookup(self.context(), &self.pressed) else {
            return None;
        };
        let leads_to = |wanted: Action| rows.iter().any(|row| row.action == Some(wanted));
        let id = if leads_to(Action::SortDate) {
            "menu-sort"
        } else if leads_to(Action::CopyLink) {
            "menu-copy"
        } else {
            return None;
        };
        Some(self.strings.text(id).into_owned())
    }

    /// The question that waits for a yes.
    #[must_use]
    pub fn confirmation(&self) -> Option<String> {
        let text = match self.confirming.as_ref()? {
            Confirmation::WriteOver { path, .. } => {
                let path = sanitize_line(path);
                self.strings
                    .format("confirm-write-over", &[("path", Value::from(&*path))])
            }
            Confirmation::OpenLinks(links) => {
                let count = Value::from(links.len());
                self.strings
                    .format("confirm-open-links", &[("count", count)])
            }
        };
        Some(text)
    }

    /// Whether something that happened is being told.
    #[must_use]
    pub fn has_notice(&self) -> bool {
        self.notices.current().is_some()
    }

    /// Whether the bottom line shows the keys that complete a sequence.
    #[must_use]
    pub fn in_menu(&self) -> bool {
        !self.pressed.is_empty()
    }
}
