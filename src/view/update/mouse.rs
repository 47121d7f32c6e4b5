//! The mouse: the wheel scrolls what is under it, a click goes there.

use super::super::View;
use super::super::bar::BarTarget;
use super::super::geometry::{Area, Pane};
use super::super::message::{Millis, Mouse, MouseKind};
use super::super::sheet::SheetKind;
use crate::config::action::Action;

/// Rows that one step of the wheel scrolls.
const WHEEL: isize = 3;

impl View {
    pub(super) fn mouse(&mut self, mouse: Mouse, at: Millis) {
        self.notices.key(at);
        self.touch();
        self.stay();
        match mouse.kind {
            MouseKind::WheelDown => self.wheel(WHEEL, mouse),
            MouseKind::WheelUp => self.wheel(-WHEEL, mouse),
            MouseKind::Press => self.press(mouse, at),
            MouseKind::Drag => {
                if !std::mem::replace(&mut self.dragged, true) {
                    self.notify(at, "mouse-drag", &[]);
                }
            }
        }
    }

    fn wheel(&mut self, rows: isize, mouse: Mouse) {
        if let Some(sheet) = &mut self.sheet {
            sheet.scroll(rows);
            return;
        }
        match self.geometry.pane_at(mouse.column, mouse.row) {
            Some(Pane::List) => {
                let count = self.browse.rows().len();
                let before = self.list.cursor();
                self.list.scroll(rows, count);
                if self.list.cursor() != before {
                    self.follow_later();
                }
            }
            Some(Pane::Reader) => {
                self.scroll_reader(|reader| reader.scroll(rows));
            }
            Some(Pane::Names) => {
                let height = self
                    .geometry
                    .names
                    .map_or(0, |area| usize::from(area.height));
                self.names.scroll(rows, height);
            }
            None => {}
        }
    }

    fn press(&mut self, mouse: Mouse, at: Millis) {
        if let Some(sheet) = &mut self.sheet {
            // The heading of the sheet stands on the first row under the bar.
            let row = usize::from(mouse.row).checked_sub(2);
            if row.is_some_and(|row| sheet.click(row)) {
                self.act_on_sheet(Action::Accept, at);
            }
            return;
        }
        if self
            .geometry
            .bar
            .is_some_and(|bar| bar.contains(mouse.column, mouse.row))
        {
            self.press_bar(mouse, at);
            return;
        }
        let Some(pane) = self.geometry.pane_at(mouse.column, mouse.row) else {
            return;
        };
        let Some((column, row)) = self
            .geometry
            .area(pane)
            .and_then(|area| within(area, mouse))
        else {
            return;
        };
        if self.search.is_some() {
            self.accept_search(at);
        }
        match pane {
            Pane::List => {
                let clicked = self.list.row_at(row);
                if clicked >= self.browse.rows().len() {
                    return;
                }
                let again = clicked == self.list.cursor() && self.focus == Pane::List;
                self.set_focus(Pane::List);
                if again {
                    self.read();
                } else {
                    self.move_list_to(clicked);
                }
            }
            Pane::Reader => {
                self.set_focus(Pane::Reader);
                if let Some(place) = self.reader.place_at(column, row) {
                    self.point_at(place);
                }
            }
            Pane::Names => {
                let before = self.names.cursor();
                let focused = self.focus == Pane::Names;
                if !self.names.click(row) {
                    return;
                }
                self.set_focus(Pane::Names);
                if focused
                    && self.names.cursor() == before
                    && let Some(entry) = self.names.current()
                {
                    let canon = std::sync::Arc::clone(&entry.canon);
                    self.open_sheet(SheetKind::Card(canon));
                }
            }
        }
    }

    /// A click on the top line: a language, all of them, or their list.
    fn press_bar(&mut self, mouse: Mouse, at: Millis) {
        let pieces = self.bar().into_iter();
        let target = pieces
            .filter(|piece| piece.area.contains(mouse.column, mouse.row))
            .find_map(|piece| piece.target);
        match target {
            Some(BarTarget::Language(language)) => {
                self.browse.lens.toggle(&language);
                self.rebuild_and_follow();
            }
            Some(BarTarget::Languages) => self.act(Action::LangPicker, at),
            Some(BarTarget::All) => self.act(Action::LangAll, at),
            None => {}
        }
    }
}

/// Column and row within an area.
fn within(area: Area, mouse: Mouse) -> Option<(usize, usize)> {
    Some((
        usize::from(mouse.column.checked_sub(area.x)?),
        usize::from(mouse.row.checked_sub(area.y)?),
    ))
}
