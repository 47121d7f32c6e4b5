//! The list and the reader: what an action does there, and going from pane to pane.

use std::sync::Arc;

use super::super::View;
use super::super::geometry::{Arrangement, Pane};
use super::super::message::Millis;
use super::super::reader::{Reader, Walk};
use super::super::sheet::SheetKind;
use crate::config::action::Action;
use crate::config::strings::Value;
use crate::store::StateChange;

impl View {
    pub(super) fn act_on_list(&mut self, action: Action, at: Millis) {
        let page = isize::try_from(self.list.height().saturating_sub(1))
            .unwrap_or(1)
            .max(1);
        let last = self.browse.rows().len().saturating_sub(1);
        let by = match action {
            Action::Down => 1,
            Action::Up => -1,
            Action::PageDown => page,
            Action::PageUp => -page,
            Action::HalfDown => (page / 2).max(1),
            Action::HalfUp => -(page / 2).max(1),
            Action::Top => return self.move_list_to(0),
            Action::Bottom => return self.move_list_to(last),
            Action::Open if self.search_for_meant() => return,
            Action::Open => return self.read(),
            Action::ReadOn => return self.read_on(at),
            Action::Range => return self.toggle_range(),
            Action::MentionNext | Action::MentionPrev | Action::Furniture => {
                return self.act_on_reader(action, at);
            }
            _ => return,
        };
        let row = self.list.cursor().saturating_add_signed(by).min(last);
        self.move_list_to(row);
    }

    pub(super) fn move_list_to(&mut self, row: usize) {
        let before = self.list.cursor();
        self.go_to_row(row);
        if self.list.cursor() != before {
            self.follow_later();
        }
    }

    /// Space in the list: reads, and once the article is open pages on.
    fn read_on(&mut self, at: Millis) {
        let reading = self.open == self.under_cursor() && self.open.is_some();
        let seen = self.open.is_some_and(|open| self.browse.state(open).read);
        if reading && seen && self.geometry.reader.is_some() {
            self.focus = Pane::Reader;
            self.page_or_next(at);
        } else {
            self.read();
        }
    }

    pub(super) fn act_on_reader(&mut self, action: Action, at: Millis) {
        match action {
            Action::Down => {
                self.scroll_reader(|reader| reader.scroll(1));
            }
            Action::Up => {
                self.scroll_reader(|reader| reader.scroll(-1));
            }
            Action::PageDown | Action::ReadOn => self.page_or_next(at),
            Action::PageUp => {
                self.scroll_reader(|reader| reader.page(-1));
            }
            Action::HalfDown => {
                self.scroll_reader(|reader| reader.half_page(1));
            }
            Action::HalfUp => {
                self.scroll_reader(|reader| reader.half_page(-1));
            }
            Action::Top => self.place_reader(Reader::to_top),
            Action::Bottom => self.place_reader(Reader::to_bottom),
            Action::ParaNext => self.place_reader(|reader| reader.to_paragraph(true)),
            Action::ParaPrev => self.place_reader(|reader| reader.to_paragraph(false)),
            Action::MentionNext => self.walk_mentions(Walk::Next, false, at),
            Action::MentionPrev => self.walk_mentions(Walk::Previous, false, at),
            Action::SameNext => self.walk_mentions(Walk::Next, true, at),
            Action::SamePrev => self.walk_mentions(Walk::Previous, true, at),
            Action::CardOrLine => match self.reader.marks.mention() {
                Some(mention) => {
                    let canon = Arc::clone(&mention.canon);
                    self.open_sheet(SheetKind::Card(canon));
                }
                None => {
                    self.scroll_reader(|reader| reader.scroll(1));
                }
            },
            Action::Furniture => self.toggle_furniture(at),
            Action::Wider => self.change_measure(Some(1), at),
            Action::Narrower => self.change_measure(Some(-1), at),
            Action::MeasureReset => self.change_measure(None, at),
            _ => {}
        }
    }

    /// Moves the reader and stores where it stands then.
    fn place_reader(&mut self, go: impl FnOnce(&mut Reader)) {
        go(&mut self.reader);
        self.scrolled();
    }

    fn toggle_furniture(&mut self, at: Millis) {
        let any = self
            .reader
            .article()
            .is_some_and(|article| !article.furniture.is_empty());
        if any {
            self.reader.toggle_furniture();
        } else {
            self.notify(at, "furniture-none", &[]);
        }
    }

    fn change_measure(&mut self, steps: Option<isize>, at: Millis) {
        let Some(script) = self.reader.article().map(|article| article.script) else {
            return;
        };
        match steps {
            Some(steps) => self.measures.change(script, steps),
            None => self.measures.reset(script),
        }
        let (class, cells) = self.measures.chosen(script);
        self.save(StateChange {
            measures: [(class.to_owned(), cells)].into(),
            ..StateChange::default()
        });
        let columns = Value::from(self.measures.get(script));
        self.notify(at, "measure-now", &[("columns", columns)]);
    }

    pub(super) fn focus_by(&mut self, by: isize) {
        let count = Pane::ALL.len();
        let at = Pane::ALL
            .iter()
            .position(|pane| *pane == self.focus)
            .unwrap_or(0);
        let next = at.saturating_add_signed(by.rem_euclid(3)) % count;
        self.set_focus(Pane::ALL.get(next).copied().unwrap_or_default());
    }

    /// The pane at the left or the right, as the eye sees them; where one pane
    /// shows at a time, out and in.
    pub(super) fn focus_side(&mut self, right: bool) {
        let on = right != self.direction().is_rtl();
        let panes: &[Pane] = match self.geometry.arrangement {
            Arrangement::Two | Arrangement::Stacked if self.focus == Pane::Names => {
                &[Pane::Names, Pane::Reader]
            }
            Arrangement::Two | Arrangement::Stacked => &[Pane::List, Pane::Reader],
            _ => &Pane::ALL,
        };
        let at = panes
            .iter()
            .position(|pane| *pane == self.focus)
            .unwrap_or(0);
        let next = if on { at + 1 } else { at.wrapping_sub(1) };
        let Some(pane) = panes.get(next).copied() else {
            return;
        };
        let single = matches!(
            self.geometry.arrangement,
            Arrangement::One | Arrangement::ReaderOnly
        );
        if single && pane == Pane::Reader && self.focus == Pane::List {
            self.read();
        } else {
            self.set_focus(pane);
        }
    }

    pub(super) fn set_focus(&mut self, pane: Pane) {
        self.zen = self.zen && pane == Pane::Reader;
        self.focus = pane;
    }
}
