//! Commands by name: actions, places to go to, and commands that take an argument.

use std::borrow::Cow;

use super::super::View;
use super::super::message::{Effect, Millis};
use super::super::prompt::LineEdit;
use super::super::sheet::{Sheet, SheetRow, Target};
use super::matching::{LETTERS, fuzzy};
use crate::config::settings::Setting;
use crate::config::strings::Value;
use crate::text::fold::fold_key;
use crate::text::sanitize::sanitize_line;

/// A command that takes an argument: `set theme light`.
pub(super) struct Command {
    /// Its name, and the id of the string that says what it does: `command-NAME`.
    pub name: &'static str,
    /// That id.
    pub text: &'static str,
    /// The rows to choose from by what was typed of the argument.
    rows: fn(&View, &str) -> Vec<SheetRow>,
    /// Does it with an argument, trimmed and never empty.
    run: fn(&mut View, &str, Millis),
}

/// Every command that takes an argument.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "open",
        text: "command-open",
        rows: corpus_rows,
        run: open,
    },
    Command {
        name: "set",
        text: "command-set",
        rows: setting_rows,
        run: set,
    },
];

impl Command {
    /// The command of a line, and what was typed of its argument; `None` before there is
    /// a blank behind its name.
    pub(super) fn of(typed: &str) -> Option<(&'static Self, &str)> {
        let (name, argument) = typed.trim_start().split_once(char::is_whitespace)?;
        let command = COMMANDS.iter().find(|command| command.name == name)?;
        Some((command, argument.trim_start()))
    }

    /// The rows to choose from.
    pub(super) fn rows(&self, view: &View, argument: &str) -> Vec<SheetRow> {
        (self.rows)(view, argument)
    }
}

impl View {
    /// Runs what the palette holds: an action or a command by name, a row (`120`), a
    /// share (`50%`). The palette stays where its line is to be gone on with.
    pub(super) fn run_command(&mut self, palette: Sheet, at: Millis) {
        let typed = palette.typed().trim().to_owned();
        let target = palette.target().cloned();
        if let Some(row) = self.row_typed(&typed) {
            self.move_list_to(row);
            return;
        }
        match target {
            Some(Target::Line(line)) if !is_whole(&typed, &line) => self.go_on(palette, &line),
            Some(Target::Run(line)) => self.run_line(&line, at),
            Some(Target::Action(action)) => self.act(action, at),
            _ => self.run_line(&typed, at),
        }
    }

    /// Puts the row under the cursor into the palette's line, where that goes on.
    pub(super) fn complete_command(&mut self) {
        if let Some(sheet) = self.sheet.take() {
            match sheet.target().cloned() {
                Some(Target::Line(line) | Target::Run(line)) => self.go_on(sheet, &line),
                Some(Target::Action(action)) => self.go_on(sheet, action.name()),
                _ => self.sheet = Some(sheet),
            }
        }
    }

    /// The palette with another line.
    fn go_on(&mut self, mut palette: Sheet, line: &str) {
        palette.filter = Some(LineEdit::new(line));
        self.sheet = Some(palette);
        self.fill_sheet();
    }

    /// Runs a command with its argument.
    fn run_line(&mut self, line: &str, at: Millis) {
        match Command::of(line) {
            Some((command, argument)) if !argument.is_empty() => {
                (command.run)(self, argument.trim_end(), at);
            }
            _ => self.notify(at, "unknown-command", &[("name", Value::from(line))]),
        }
    }

    fn row_typed(&self, typed: &str) -> Option<usize> {
        let count = self.browse.rows().len();
        if let Some(percent) = typed.strip_suffix('%') {
            let percent: usize = percent.trim().parse().ok()?;
            return Some(count.saturating_sub(1) * percent.min(100) / 100);
        }
        let row: usize = typed.parse().ok()?;
        Some(row.saturating_sub(1))
    }
}

/// Whether what was typed is a whole command that only its argument's value is missing
/// of: `set theme`, which says the value. `set` alone goes on.
fn is_whole(typed: &str, line: &str) -> bool {
    let name = |line: &str| Command::of(line).map(|(_, argument)| argument.trim_end().to_owned());
    name(typed).is_some_and(|typed| !typed.is_empty() && name(line) == Some(typed))
}

/// The name of a setting, and the value behind it, of an argument such as `theme light`,
/// `theme=light` or `theme = "light"`. Without anything behind the name no value.
fn assignment(argument: &str) -> (&str, Option<&str>) {
    let argument = argument.trim();
    let end = argument.find(|c: char| c == '=' || c.is_whitespace());
    let (name, rest) = end
        .and_then(|end| argument.split_at_checked(end))
        .unwrap_or((argument, ""));
    let value = rest.trim_start();
    let value = value.strip_prefix('=').unwrap_or(value).trim();
    let quoted = ['"', '\''].into_iter().find_map(|quote| {
        let inside = value.strip_prefix(quote)?;
        inside.strip_suffix(quote)
    });
    let value = quoted.unwrap_or(value);
    (name, (!value.is_empty()).then_some(value))
}

/// The word that stands for the sample corpus.
const SAMPLE: &str = "sample";

fn open(view: &mut View, argument: &str, _at: Millis) {
    view.ask(Effect::OpenCorpus(
        (argument != SAMPLE).then(|| argument.to_owned()),
    ));
}

/// The corpora that were open before, the newest first, and the sample.
fn corpus_rows(view: &View, argument: &str) -> Vec<SheetRow> {
    let row = |name: &str, path: &str| SheetRow {
        key: sanitize_line(name).into_owned(),
        text: sanitize_line(path).into_owned(),
        target: Some(Target::Run(format!("open {path}"))),
        ..SheetRow::default()
    };
    let mut rows: Vec<SheetRow> = view
        .recent
        .iter()
        .filter_map(|corpus| match corpus.roots.as_slice() {
            [root] => Some((corpus.name.as_str(), root.to_str()?)),
            _ => None,
        })
        .filter(|(_, path)| path.contains(argument))
        .map(|(name, path)| row(name, path))
        .collect();
    if SAMPLE.starts_with(argument) {
        rows.push(SheetRow {
            text: view.strings.text("command-open-sample").into_owned(),
            ..row(SAMPLE, SAMPLE)
        });
    }
    if rows.is_empty() {
        rows.push(SheetRow::plain(&view.strings.text("command-open-path")));
    }
    rows
}

fn set(view: &mut View, argument: &str, at: Millis) {
    match assignment(argument) {
        (name, Some(value)) => view.set_setting(name, value, at),
        (name, None) => view.say_setting(name, at),
    }
}

/// The settings with their values; behind the name of one, the values it can have.
fn setting_rows(view: &View, argument: &str) -> Vec<SheetRow> {
    let (name, value) = assignment(argument);
    let goes_on = argument.len() > name.len();
    if goes_on && let Some(setting) = Setting::of(name) {
        return value_rows(view, setting, value.unwrap_or_default());
    }
    let typed = fold_key(argument.trim());
    let mut found: Vec<(u32, SheetRow)> = Vec::new();
    for setting in Setting::ALL {
        let text = view.strings.text(&setting.text()).into_owned();
        // Letters in order are in almost every sentence.
        let said = fuzzy(&typed, &fold_key(&text)).filter(|rank| *rank < LETTERS);
        let named = fuzzy(&typed, &fold_key(setting.name));
        if let Some(rank) = named.into_iter().chain(said).min() {
            let row = SheetRow {
                key: setting.name.to_owned(),
                note: setting.value(&view.settings),
                target: Some(Target::Line(format!("set {} ", setting.name))),
                text,
                ..SheetRow::default()
            };
            found.push((rank, row));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let rows = found.into_iter().map(|(_, row)| row).collect();
    view.or_none(rows, "palette-none")
}

fn value_rows(view: &View, setting: &Setting, typed: &str) -> Vec<SheetRow> {
    let now = setting.value(&view.settings);
    let named = setting.values().filter(|value| !value.contains(' '));
    let mut rows: Vec<SheetRow> = named
        .filter(|value| value.starts_with(typed))
        .map(|value| SheetRow {
            key: format!("{} {value}", if value == now { "[x]" } else { "[ ]" }),
            target: Some(Target::Run(format!("set {} {value}", setting.name))),
            ..SheetRow::default()
        })
        .collect();
    let is_number = typed.is_empty() || typed.parse::<u64>().is_ok();
    if let Some((least, most)) = setting.range().filter(|_| is_number) {
        let (least, most) = (least.to_string(), most.to_string());
        let range = [("least", Value::from(&least)), ("most", Value::from(&most))];
        rows.push(SheetRow::plain(
            &view.strings.format("setting-number", &range),
        ));
    }
    view.or_none(rows, "palette-none")
}

/// The rows of the commands that take an argument, by what was typed of their names.
pub(super) fn command_rows(view: &View, typed: &str) -> Vec<(u32, SheetRow)> {
    let row = |command: &Command| {
        let text: Cow<'_, str> = view.strings.text(command.text);
        let ranks = [command.name, &text].map(|name| fuzzy(typed, &fold_key(name)));
        let rank = ranks.into_iter().flatten().min()?;
        let row = SheetRow {
            key: command.name.to_owned(),
            text: text.into_owned(),
            target: Some(Target::Line(format!("{} ", command.name))),
            ..SheetRow::default()
        };
        Some((rank, row))
    };
    COMMANDS.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_may_stand_behind_a_blank_or_a_sign() {
        for argument in [
            "theme light",
            "theme=light",
            " theme = light ",
            "theme =\"light\"",
            "theme 'light'",
        ] {
            assert_eq!(assignment(argument), ("theme", Some("light")), "{argument}");
        }
        for argument in ["theme", "theme ", "theme =", "theme=\"\""] {
            assert_eq!(assignment(argument), ("theme", None), "{argument}");
        }
        assert_eq!(assignment(""), ("", None));
        assert_eq!(assignment("=x"), ("", Some("x")));
        assert_eq!(assignment("a \""), ("a", Some("\"")));
    }

    #[test]
    fn a_line_is_a_command_behind_a_blank() {
        let of = |line| Command::of(line).map(|(command, argument)| (command.name, argument));
        assert_eq!(of("set theme "), Some(("set", "theme ")));
        assert_eq!(of(" set "), Some(("set", "")));
        for line in ["", "set", "setx theme", "theme light"] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
