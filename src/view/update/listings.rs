//! The rows of the sheets that list: keys, commands, languages, messages.

use super::super::View;
use super::super::lens::Choice;
use super::super::message::Millis;
use super::super::notices::Weight;
use super::super::plain::language_said;
use super::super::sheet::{SheetRow, Target};
use super::commands::{Command, command_rows};
use super::matching::{fuzzy, matches};
use crate::analysis::language;
use crate::config::keymap::{Context, Group};
use crate::config::theme::Role;
use crate::corpus::LanguageTag;
use crate::text::fold::fold_key;

impl View {
    pub(super) fn help_rows(&self, context: Context, typed: &str) -> Vec<SheetRow> {
        let typed = fold_key(typed);
        let lines = self.keymap.help(context);
        let mut rows = Vec::new();
        for group in Group::ALL {
            let heading = self.strings.text(group.title()).into_owned();
            let mut body: Vec<SheetRow> = lines
                .iter()
                .filter(|line| line.group == group)
                .map(|line| SheetRow {
                    key: line.keys.clone(),
                    text: self.strings.text(&line.text).into_owned(),
                    target: line.actions.first().copied().map(Target::Action),
                    ..SheetRow::default()
                })
                .filter(|row| matches(&typed, &[&row.key, &row.text, &heading]))
                .collect();
            if !body.is_empty() {
                rows.push(titled(heading));
                rows.append(&mut body);
            }
        }
        self.or_none(rows, "help-none")
    }

    pub(super) fn palette_rows(&self, typed: &str) -> Vec<SheetRow> {
        if let Some((command, argument)) = Command::of(typed) {
            return command.rows(self, argument);
        }
        let typed = fold_key(typed.trim());
        let context = match self.pane() {
            super::super::geometry::Pane::List => Context::List,
            super::super::geometry::Pane::Reader => Context::Reader,
            super::super::geometry::Pane::Names => Context::Names,
        };
        let mut found: Vec<(u32, SheetRow)> = Vec::new();
        for (_, row) in self.keymap.rows_in(context) {
            let text = self.strings.text(row.action.description()).into_owned();
            let names = std::iter::once(row.action.name())
                .chain(row.aliases.iter().map(String::as_str))
                .chain(std::iter::once(text.as_str()));
            let Some(rank) = names
                .filter_map(|name| fuzzy(&typed, &fold_key(name)))
                .min()
            else {
                continue;
            };
            // A key stands as it is printed, whatever the direction: LRI and PDI.
            let key = self.keymap.key_for(context, row.action);
            let key = key.map(|key| format!("\u{2066}{key}\u{2069}"));
            let row = SheetRow {
                key: row.action.name().to_owned(),
                text,
                note: key.unwrap_or_default(),
                target: Some(Target::Action(row.action)),
                ..SheetRow::default()
            };
            if found.iter().all(|(_, other)| other.target != row.target) {
                found.push((rank, row));
            }
        }
        let commands = command_rows(self, &typed);
        // What has a name of its own goes before what is called that elsewhere.
        let at = if typed.is_empty() { found.len() } else { 0 };
        found.splice(at..at, commands);
        found.sort_by_key(|(rank, _)| *rank);
        let rows = found.into_iter().map(|(_, row)| row).collect();
        self.or_none(rows, "palette-none")
    }

    pub(super) fn language_rows(&self, typed: &str) -> Vec<SheetRow> {
        let typed = fold_key(typed);
        let rows = self
            .browse
            .lens
            .languages()
            .iter()
            .filter_map(|known| {
                let tag = known.language.as_str();
                let (endonym, name) = self.language_names(&known.language);
                if !matches(&typed, &[tag, &endonym, &name]) {
                    return None;
                }
                let mark = match known.choice {
                    Choice::Open => "[ ]",
                    Choice::Chosen => "[x]",
                    Choice::LeftOut => "[-]",
                };
                let hotkey = known.hotkey.map_or(' ', |key| char::from(b'0' + key));
                let count = i64::try_from(known.count).unwrap_or(i64::MAX);
                Some(SheetRow {
                    mark: format!("{mark} {hotkey}"),
                    key: endonym,
                    text: name,
                    note: self.strings.number(count),
                    role: (known.count == 0).then_some(Role::Muted),
                    target: Some(Target::Language(known.language.clone())),
                })
            })
            .collect();
        self.or_none(rows, "languages-none")
    }

    /// A language's name in itself and in the language of the interface.
    pub(in crate::view) fn language_names(&self, tag: &LanguageTag) -> (String, String) {
        let own = match language::info(tag.as_str()) {
            Some(info) => info.endonym.clone(),
            None => tag.to_string(),
        };
        (own, language_said(&self.strings, tag))
    }

    pub(super) fn message_rows(&self) -> Vec<SheetRow> {
        let notices = self.notices.all().iter().rev();
        notices
            .map(|notice| SheetRow {
                key: minutes(notice.at),
                text: notice.text.clone(),
                role: (notice.weight == Weight::Problem).then_some(Role::Error),
                ..SheetRow::default()
            })
            .collect()
    }

    pub(super) fn or_none(&self, rows: Vec<SheetRow>, id: &str) -> Vec<SheetRow> {
        if rows.is_empty() {
            vec![SheetRow::plain(&self.strings.text(id))]
        } else {
            rows
        }
    }
}

/// Minutes and seconds since the start: `2:05`.
fn minutes(at: Millis) -> String {
    let seconds = at / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn titled(text: String) -> SheetRow {
    SheetRow {
        text,
        role: Some(Role::Heading),
        ..SheetRow::default()
    }
}
