//! Saved views: kept under a name, gone to, given up.

use super::super::View;
use super::super::ask::Question;
use super::super::history::Step;
use super::super::lens::Choice;
use super::super::message::Millis;
use super::super::saved::{Over, SavedView};
use super::super::sheet::{SheetRow, Target};
use super::matching::matches;
use crate::config::strings::Value;
use crate::corpus::LanguageTag;
use crate::text::fold::fold_key;

impl View {
    /// Asks for the name under which to keep the present view.
    pub(super) fn ask_for_view_name(&mut self) {
        self.sheet = None;
        self.ask_for(Question::ViewName, "");
    }

    /// Keeps the present view under a name.
    pub(super) fn save_view(&mut self, name: &str, at: Millis) {
        let Ok(definition) = serde_json::to_string(&self.present_view()) else {
            return;
        };
        let step = Step::View {
            name: name.to_owned(),
            before: self.views.get(name).cloned(),
            after: Some(definition),
        };
        self.perform(&step);
        self.history.done(step);
        self.notify(at, "view-saved", &[("name", Value::from(name))]);
    }

    /// Gives up the saved view under the picker's cursor.
    pub(super) fn remove_view(&mut self, at: Millis) {
        let target = self
            .sheet
            .as_ref()
            .and_then(|sheet| sheet.target().cloned());
        let Some(Target::View(name)) = target else {
            return;
        };
        let step = Step::View {
            before: self.views.get(&name).cloned(),
            after: None,
            name: name.clone(),
        };
        self.perform(&step);
        self.history.done(step);
        self.notify(at, "view-removed", &[("name", Value::from(&name))]);
    }

    fn present_view(&self) -> SavedView {
        let languages = self.browse.lens.languages();
        let with = |choice: Choice| -> Vec<LanguageTag> {
            let those = languages.iter().filter(|known| known.choice == choice);
            those.map(|known| known.language.clone()).collect()
        };
        let frames = self.browse.frames.open().iter();
        let (mut over, searches): (Vec<Over>, Vec<Over>) = frames
            .map(|frame| Over::from(&frame.narrowing))
            .partition(|over| matches!(over, Over::Name { .. }));
        // Searches over one another find what one for all their words does.
        let typed = searches.iter().filter_map(|over| match over {
            Over::Search(typed) => Some(closed(typed.trim())),
            Over::Name { .. } => None,
        });
        let typed = typed.collect::<Vec<_>>().join(" ");
        if !typed.is_empty() {
            over.push(Over::Search(typed));
        }
        SavedView {
            over,
            languages: with(Choice::Chosen),
            without_languages: with(Choice::LeftOut),
            unread_only: self.browse.is_unread_only(),
            sort: self.browse.order.key,
            reversed: self.browse.order.reversed,
        }
    }

    /// Goes to a saved view, over the library.
    pub(super) fn go_to_view(&mut self, name: &str, at: Millis) {
        let kept = self.views.get(name);
        let view = kept.and_then(|kept| serde_json::from_str::<SavedView>(kept).ok());
        let Some(view) = view else {
            self.notify(at, "view-unknown", &[("name", Value::from(name))]);
            return;
        };
        self.pop_all_views();
        self.browse.lens.open();
        for language in &view.languages {
            self.browse.lens.toggle(language);
        }
        for language in &view.without_languages {
            self.browse.lens.leave_out(language);
        }
        self.browse.set_unread_only(view.unread_only);
        self.browse.order = view.order();
        for over in view.over {
            let cursor = self.under_cursor();
            self.browse.frames.push(over.into(), cursor);
        }
        self.show_view(None);
    }

    pub(super) fn view_rows(&self, typed: &str) -> Vec<SheetRow> {
        let typed = fold_key(typed);
        let save = SheetRow {
            text: self.strings.text("view-save-this").into_owned(),
            target: Some(Target::SaveView),
            ..SheetRow::default()
        };
        let named = self.views.iter().map(|(name, kept)| SheetRow {
            text: format!("\u{2068}{name}\u{2069}"),
            note: self.view_in_words(kept),
            target: Some(Target::View(name.clone())),
            ..SheetRow::default()
        });
        let named = named.filter(|row| matches(&typed, &[&row.text]));
        let mut rows: Vec<SheetRow> = named.collect();
        if typed.is_empty() || rows.is_empty() {
            rows.push(save);
        }
        rows
    }

    /// What a saved view shows, in a few words.
    fn view_in_words(&self, kept: &str) -> String {
        let view = serde_json::from_str::<SavedView>(kept).unwrap_or_default();
        let mut words: Vec<String> = view.languages.iter().map(ToString::to_string).collect();
        let left_out = view.without_languages.iter();
        words.extend(left_out.map(|language| format!("-{language}")));
        words.extend(view.over.into_iter().map(|over| {
            match over {
                Over::Search(typed) => format!("\u{2068}{typed}\u{2069}"),
                Over::Name { name, without, .. } if without => self
                    .strings
                    .format("without-name", &[("name", Value::from(&name))]),
                Over::Name { name, .. } => format!("\u{2068}{name}\u{2069}"),
            }
        }));
        if view.unread_only {
            words.push(self.strings.text("chip-unread-only").into_owned());
        }
        words.join(" · ")
    }
}

/// A search whose last phrase is closed, so that another can follow it.
fn closed(typed: &str) -> String {
    let is_open = typed.matches('"').count() % 2 == 1;
    format!("{typed}{}", if is_open { "\"" } else { "" })
}
