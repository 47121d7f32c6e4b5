//! A key: which action it is in the place where it was pressed, and what that does.

use super::super::View;
use super::super::geometry::{Arrangement, Pane};
use super::super::history::Mark;
use super::super::message::{Effect, Millis};
use super::super::order::SortKey;
use super::super::prompt::Edit;
use super::super::reader::Walk;
use super::super::sheet::SheetKind;
use crate::config::action::Action;
use crate::config::key::{KeyChord, KeyCode};
use crate::config::keymap::{Context, Lookup};
use crate::config::strings::Value;

impl View {
    /// The place in which a key is pressed.
    #[must_use]
    pub fn context(&self) -> Context {
        match &self.sheet {
            Some(sheet) => match sheet.kind {
                SheetKind::Languages => Context::LangPicker,
                SheetKind::Views => Context::ViewPicker,
                SheetKind::Palette | SheetKind::Links(_) => Context::Picker,
                SheetKind::Calibration(_) => Context::Calibration,
                _ if sheet.filter.is_some() => Context::Prompt,
                _ => Context::Help,
            },
            None if self.confirming.is_some() => Context::Confirm,
            None if self.asking.is_some() || self.search.is_some() => Context::Prompt,
            None => match self.pane() {
                Pane::List => Context::List,
                Pane::Reader => Context::Reader,
                Pane::Names => Context::Names,
            },
        }
    }

    /// The keys of a sequence that is not complete yet.
    #[must_use]
    pub fn pressed(&self) -> &[KeyChord] {
        &self.pressed
    }

    /// The pane that keys are for: the one in focus, where that shows.
    pub(in crate::view) fn pane(&self) -> Pane {
        match self.geometry.arrangement {
            Arrangement::ReaderOnly => Pane::Reader,
            _ => self.focus,
        }
    }

    pub(super) fn key(&mut self, chord: KeyChord, at: Millis) {
        self.notices.key(at);
        self.touch();
        self.doubt_mode(at);
        let in_menu = !self.pressed.is_empty();
        if in_menu && chord == KeyChord::plain(KeyCode::Esc) {
            self.pressed.clear();
            return;
        }
        self.pressed.push(chord);
        let answer = self.keymap.lookup(self.context(), &self.pressed);
        if let Lookup::Action(action) = answer {
            self.used(action);
        }
        if !matches!(answer, Lookup::Action(_)) {
            self.stay();
        }
        if matches!(answer, Lookup::Menu(_)) {
            return;
        }
        self.pressed.clear();
        match answer {
            Lookup::Action(action) => self.act(action, at),
            Lookup::Hint(id) => self.notify(at, &id, &[]),
            Lookup::None | Lookup::Menu(_) => {
                if !in_menu && let Some(typed) = chord.text() {
                    self.type_text(typed.encode_utf8(&mut [0; 4]), at);
                }
            }
        }
    }

    /// Text for the line being typed, if one is.
    fn type_text(&mut self, text: &str, at: Millis) {
        if let Some(sheet) = &mut self.sheet {
            if let Some(filter) = &mut sheet.filter {
                filter.insert(text);
                self.fill_sheet();
            }
        } else if let Some(ask) = &mut self.asking {
            ask.type_text(text);
        } else if let Some(prompt) = &mut self.search {
            prompt.edit.insert(text);
            self.search_typed(at);
        }
    }

    /// Something else came between: the key that would have left begins anew.
    pub(super) const fn stay(&mut self) {
        self.leaving = false;
        self.interrupted = false;
    }

    pub(super) fn paste(&mut self, text: &str, at: Millis) {
        self.stay();
        let typing = match &self.sheet {
            Some(sheet) => sheet.filter.is_some(),
            None => self.asking.is_some() || self.search.is_some(),
        };
        if typing {
            self.type_text(&crate::text::sanitize::sanitize_line(text), at);
        } else {
            self.notify(at, "paste-ignored", &[]);
        }
    }

    /// Does what an action says.
    pub(super) fn act(&mut self, action: Action, at: Millis) {
        let leaving = std::mem::take(&mut self.leaving);
        if leaving && action != Action::Back {
            self.notices.dismiss();
        }
        let interrupted = std::mem::take(&mut self.interrupted);
        if !matches!(action, Action::PageDown | Action::ReadOn) {
            self.at_end = false;
        }
        match action {
            Action::Quit => self.ask(Effect::Quit),
            Action::Interrupt if interrupted => self.ask(Effect::Quit),
            Action::Interrupt => {
                self.interrupted = true;
                if self.stop_search() {
                    self.notify(at, "stopped", &[]);
                } else {
                    self.notify(at, "interrupt-leaves", &[]);
                }
            }
            Action::Redraw => self.ask(Effect::Redraw),
            Action::Suspend => self.ask(Effect::Suspend),
            _ if self.sheet.is_some() => self.act_on_sheet(action, at),
            _ if self.confirming.is_some() => self.act_on_confirmation(action, at),
            _ if self.asking.is_some() => self.act_on_ask(action, at),
            _ if self.search.is_some() => self.act_on_search(action, at),
            Action::Back => self.back(leaving, at),
            Action::Cancel if self.searched.is_some() => {
                self.stop_search();
                self.notify(at, "stopped", &[]);
            }
            Action::Cancel => self.cancel(),
            Action::Again => self.again(at),
            _ => self.act_on_view(action, at),
        }
    }

    fn act_on_view(&mut self, action: Action, at: Millis) {
        match action {
            Action::Help => self.open_sheet(SheetKind::Help(self.context())),
            Action::Palette => self.open_sheet(SheetKind::Palette),
            Action::LangPicker => self.open_sheet(SheetKind::Languages),
            Action::Info => self.open_sheet(SheetKind::Info),
            Action::Messages => self.open_sheet(SheetKind::Messages),
            Action::Problems => self.open_problems(at),
            Action::Views => self.open_sheet(SheetKind::Views),
            Action::SaveView => self.ask_for_view_name(),
            Action::Refresh => self.refresh(at),
            Action::Search => self.open_search(),
            Action::NextHit => self.next_hit(Walk::Next, at),
            Action::PrevHit => self.next_hit(Walk::Previous, at),
            Action::LangToggle(hotkey) => {
                if let Some(language) = self.browse.lens.by_hotkey(hotkey.digit()).cloned() {
                    self.browse.lens.toggle(&language);
                    self.rebuild_and_follow();
                }
            }
            Action::LangAll => {
                self.browse.lens.open();
                self.rebuild_and_follow();
            }
            Action::PaneNext => self.focus_by(1),
            Action::PanePrev => self.focus_by(-1),
            Action::PaneLeft => self.focus_side(false),
            Action::PaneRight => self.focus_side(true),
            Action::NextArticle => self.read_neighbour(1, at),
            Action::PrevArticle => self.read_neighbour(-1, at),
            Action::ToggleRead => self.toggle(Mark::Read, at),
            Action::ToggleStar => self.toggle(Mark::Star, at),
            Action::Tag => self.ask_for_tags(),
            Action::ViewRead => self.mark_view_read(at),
            Action::Undo => self.undo(at),
            Action::Redo => self.redo(at),
            Action::SortDate => self.sort(SortKey::Date),
            Action::SortTitle => self.sort(SortKey::Title),
            Action::SortSource => self.sort(SortKey::Source),
            Action::SortLanguage => self.sort(SortKey::Language),
            Action::SortWords => self.sort(SortKey::Words),
            Action::SortRelevance => self.sort(SortKey::Relevance),
            Action::UnreadOnly => {
                let only = !self.browse.is_unread_only();
                self.browse.set_unread_only(only);
                self.rebuild_and_follow();
            }
            Action::Highlights => {
                self.highlights = self.highlights.next();
                self.dress_reader();
                self.notify(at, self.highlights.id(), &[]);
            }
            Action::NamesView => self.toggle_names_scope(),
            Action::Zen => {
                self.zen = !self.zen;
                if self.zen {
                    self.focus = Pane::Reader;
                }
            }
            Action::ThemeNext => {
                self.theme = self.theme.next();
                self.settings.theme = Some(self.theme);
                let theme = self.theme.name();
                self.notify(at, "theme-now", &[("theme", Value::from(theme))]);
            }
            Action::TermMode => self.next_terminal_mode(at),
            Action::TermModeAuto => self.leave_terminal_mode(at),
            Action::Calibrate => self.open_calibration(at),
            Action::LowBandwidth => self.toggle_low_bandwidth(at),
            Action::MouseToggle => {
                let mouse = !self.settings.mouse;
                self.settings.mouse = mouse;
                self.ask(Effect::SetMouse(mouse));
                let id = if mouse { "mouse-on" } else { "mouse-off" };
                self.notify(at, id, &[]);
            }
            _ if self.take_along(action, at) => {}
            _ => match self.pane() {
                Pane::List => self.act_on_list(action, at),
                Pane::Reader => self.act_on_reader(action, at),
                Pane::Names => self.act_on_names(action, at),
            },
        }
    }

    fn sort(&mut self, key: SortKey) {
        self.browse.order = self.browse.order.chosen(key);
        self.rebuild_and_follow();
    }

    /// One step out: zen, the pane, the view; at the top once more leaves.
    fn back(&mut self, leaving: bool, at: Millis) {
        if leaving {
            self.ask(Effect::Quit);
        } else if self.zen {
            self.zen = false;
        } else if self.focus != Pane::List && self.geometry.arrangement != Arrangement::ReaderOnly {
            self.reader.marks.drop_mention();
            self.focus = Pane::List;
        } else if !self.leave_view() {
            self.leaving = true;
            self.notify(at, "again-leaves", &[]);
        }
    }

    /// Drops what is pending, the nearest first; never leaves.
    fn cancel(&mut self) {
        if self.end_range() {
            return;
        }
        if self.reader.marks.mention().is_some() || self.reader.marks.emphasis.is_some() {
            self.reader.marks.drop_mention();
        } else if self.zen {
            self.zen = false;
        } else {
            self.drop_search();
        }
    }
}

/// The edit of a line that an action stands for.
pub(super) const fn edit_of(action: Action, right_to_left: bool) -> Option<Edit> {
    Some(match action {
        Action::CaretStart => Edit::Home,
        Action::CaretEnd => Edit::End,
        Action::CaretLeft => {
            if right_to_left {
                Edit::Right
            } else {
                Edit::Left
            }
        }
        Action::CaretRight => {
            if right_to_left {
                Edit::Left
            } else {
                Edit::Right
            }
        }
        Action::DeleteBefore => Edit::Backspace,
        Action::DeleteAfter => Edit::Delete,
        Action::DeleteWord => Edit::WordBack,
        Action::DeleteToStart => Edit::ToStart,
        Action::DeleteToEnd => Edit::ToEnd,
        _ => return None,
    })
}
