//! The sheets: what they list, and what choosing a row does.

use std::sync::Arc;

use super::super::View;
use super::super::history::Step;
use super::super::message::Millis;
use super::super::prompt::LineEdit;
use super::super::sheet::{Sheet, SheetKind, SheetRow, Target};
use super::keys::edit_of;
use crate::config::action::Action;
use crate::config::strings::Value;

impl View {
    pub(super) fn open_sheet(&mut self, kind: SheetKind) {
        let title = match &kind {
            SheetKind::Help(context) => {
                let context = self.strings.text(context.title());
                format!("{} · {context}", self.strings.text("help-title"))
            }
            SheetKind::Palette => String::new(),
            SheetKind::Languages => self.strings.text("languages-title").into_owned(),
            SheetKind::Card(canon) => self.name_of(canon, canon),
            SheetKind::Info => self.strings.text("pane-info").into_owned(),
            SheetKind::Messages => self.strings.text("messages").into_owned(),
            SheetKind::Problems | SheetKind::Raw(_) => self.strings.text("problems").into_owned(),
            SheetKind::Views => self.strings.text("views-title").into_owned(),
            SheetKind::Links(_) => self.strings.text("links-title").into_owned(),
            SheetKind::Calibration(_) => self.strings.text("calibrate-title").into_owned(),
        };
        let typed = matches!(
            kind,
            SheetKind::Palette | SheetKind::Languages | SheetKind::Views | SheetKind::Links(_)
        );
        self.sheet = Some(Sheet::new(kind, title, typed.then(LineEdit::default)));
        self.fill_sheet();
        self.arrange();
    }

    /// Lists the sheet's rows anew.
    pub(super) fn fill_sheet(&mut self) {
        let Some(sheet) = &self.sheet else {
            return;
        };
        let typed = sheet.typed().to_owned();
        let rows = match &sheet.kind {
            SheetKind::Help(context) => self.help_rows(*context, &typed),
            SheetKind::Palette => self.palette_rows(&typed),
            SheetKind::Languages => self.language_rows(&typed),
            SheetKind::Card(canon) => self.card_rows(canon),
            SheetKind::Info => self.info_rows(),
            SheetKind::Messages => self.message_rows(),
            SheetKind::Problems => self.problem_rows(),
            SheetKind::Raw(lines) => lines.iter().map(|line| SheetRow::plain(line)).collect(),
            SheetKind::Views => self.view_rows(&typed),
            SheetKind::Links(number) => self.link_rows(*number, &typed),
            SheetKind::Calibration(_) => Vec::new(),
        };
        let columns = usize::from(self.size.0);
        if let Some(sheet) = &mut self.sheet {
            sheet.set_rows(rows, columns, self.plain);
        }
    }

    pub(super) fn act_on_sheet(&mut self, action: Action, at: Millis) {
        let right_to_left = self.direction().is_rtl();
        let Some(sheet) = &mut self.sheet else {
            return;
        };
        match action {
            Action::Down => sheet.move_by(1),
            Action::Up => sheet.move_by(-1),
            Action::PageDown => sheet.page(2),
            Action::PageUp => sheet.page(-2),
            Action::HalfDown => sheet.page(1),
            Action::HalfUp => sheet.page(-1),
            Action::Top => sheet.move_to_end(false),
            Action::Bottom => sheet.move_to_end(true),
            Action::ResultNext => sheet.move_by(1),
            Action::ResultPrev => sheet.move_by(-1),
            Action::Filter if matches!(sheet.kind, SheetKind::Help(_)) => {
                sheet.filter = Some(LineEdit::default());
            }
            Action::Cancel | Action::Back => self.close_sheet(),
            Action::Accept => self.accept_sheet(at),
            Action::Complete if sheet.kind == SheetKind::Palette => self.complete_command(),
            Action::Fits(digit) => self.judge(digit.digit(), at),
            Action::RemoveView => self.remove_view(at),
            Action::PickToggle | Action::LeaveOut => self.choose(action == Action::LeaveOut),
            Action::SetKey(hotkey) => {
                if let Some(Target::Language(language)) = sheet.target().cloned() {
                    let before = self.browse.lens.hotkeys();
                    self.browse.lens.set_hotkey(&language, hotkey.digit());
                    let after = self.browse.lens.hotkeys();
                    self.history.done(Step::Hotkeys { before, after });
                    self.save_hotkeys();
                    self.fill_sheet();
                    let (_, language) = self.language_names(&language);
                    let key = hotkey.digit().to_string();
                    let values = [
                        ("language", Value::from(&language)),
                        ("key", Value::from(&key)),
                    ];
                    self.notify(at, "languages-key-set", &values);
                }
            }
            _ => {
                if let (Some(edit), Some(filter)) =
                    (edit_of(action, right_to_left), &mut sheet.filter)
                    && filter.edit(edit)
                {
                    self.fill_sheet();
                }
            }
        }
    }

    /// Closes the sheet; in one that is being narrowed, first the narrowing.
    fn close_sheet(&mut self) {
        let narrowed = matches!(
            &self.sheet,
            Some(sheet) if sheet.filter.is_some() && matches!(sheet.kind, SheetKind::Help(_))
        );
        if narrowed {
            if let Some(sheet) = &mut self.sheet {
                sheet.filter = None;
            }
            self.fill_sheet();
        } else {
            self.sheet = None;
        }
    }

    fn accept_sheet(&mut self, at: Millis) {
        let Some(sheet) = self.sheet.take() else {
            return;
        };
        let target = sheet.target().cloned();
        match (&sheet.kind, target) {
            (SheetKind::Palette, _) => self.run_command(sheet, at),
            (SheetKind::Languages, Some(Target::Language(language))) => {
                // Enter on a language of an untouched list chooses that one alone.
                if self.browse.lens.is_open() {
                    self.browse.lens.toggle(&language);
                }
                self.rebuild_and_follow();
            }
            (_, Some(Target::Problem(index))) => self.look_at_problem(index),
            (_, Some(Target::Link(link))) => self.follow_link(&link),
            (_, Some(Target::View(name))) => self.go_to_view(&name, at),
            (_, Some(Target::SaveView)) => self.ask_for_view_name(),
            (SheetKind::Card(canon), _) => {
                let name = self.name_of(canon, canon);
                self.open_name(Arc::clone(canon), name, false, true);
            }
            (_, Some(Target::Action(action))) => self.act(action, at),
            _ => {}
        }
    }

    /// Space in the picker: chooses the language under the cursor, or leaves it out.
    fn choose(&mut self, leave_out: bool) {
        let Some(Target::Language(language)) = self.sheet.as_ref().and_then(Sheet::target).cloned()
        else {
            return;
        };
        if leave_out {
            self.browse.lens.leave_out(&language);
        } else {
            self.browse.lens.toggle(&language);
        }
        self.rebuild_and_follow();
        self.fill_sheet();
    }
}
