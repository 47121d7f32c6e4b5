//! The keymap as people read it: the lines of the help and the README's table.

use std::fmt::Write as _;

use super::action::Action;
use super::keymap::{Context, Group, Keymap, Keys, Row};
use super::strings::{Strings, Value};

/// One line of the help: the rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// Where the keys hold.
    pub context: Context,
    /// The heading it stands under.
    pub group: Group,
    /// The keys as people read them: `j k Down Up`, `1-9`, `,d ,t ,s`.
    pub keys: String,
    /// The id of the string that describes it.
    pub text: String,
    /// What it does; Enter in the help runs the first.
    pub actions: Vec<Action>,
}

impl Keymap {
    /// The lines of the help for a place: its own first, then those that hold behind
    /// it, each part in the file's order. A key that a nearer context binds is left
    /// out of the farther ones; rows without keys are left out.
    #[must_use]
    pub fn help(&self, context: Context) -> Vec<HelpLine> {
        let rows: Vec<(Context, &Row)> = self.rows_in(context).collect();
        let mut lines = Vec::new();
        for run in rows.chunk_by(|a, b| a.0 == b.0 && a.1.text == b.1.text) {
            let Some((place, first)) = run.first() else {
                continue;
            };
            let keys: Vec<Vec<Keys>> = run
                .iter()
                .map(|(place, row)| self.keys_in(context, *place, row))
                .collect();
            let keys = interleave(&keys);
            if keys.is_empty() {
                continue;
            }
            lines.push(HelpLine {
                context: *place,
                group: first.group,
                keys: joined(&keys),
                text: first.text.clone(),
                actions: run.iter().map(|(_, row)| row.action).collect(),
            });
        }
        lines
    }

    /// A string that names keys, with the keys of a place put in: the variable
    /// `toggle-read` is the first key of that action, `:toggle-read` where it has none.
    /// `values` are the string's other variables.
    #[must_use]
    pub fn sentence(
        &self,
        context: Context,
        strings: &Strings,
        id: &str,
        values: &[(&str, Value<'_>)],
    ) -> String {
        let mut all: Vec<(&str, Value<'_>)> = self
            .labels_in(context)
            .iter()
            .map(|(name, key)| (*name, Value::from(key)))
            .collect();
        all.extend_from_slice(values);
        strings.format(id, &all)
    }

    /// The name of every action with the key to show for it in a place.
    fn labels_in(&self, context: Context) -> &[(&'static str, String)] {
        let find = || {
            let actions = Action::ALL.iter();
            let labels = actions.map(|&action| {
                let key = self.key_for(context, action);
                let key = key.unwrap_or_else(|| format!(":{action}"));
                (action.name(), key)
            });
            labels.collect()
        };
        let place = Context::ALL.iter().position(|place| *place == context);
        place
            .and_then(|place| self.labels.get(place))
            .map_or(&[], |labels| labels.get_or_init(find))
    }

    /// Every line of the help once, in the place where its keys hold: panes first.
    pub fn all_lines(&self) -> impl Iterator<Item = HelpLine> {
        let places = [
            Context::List,
            Context::Reader,
            Context::Names,
            Context::Global,
            Context::Prompt,
            Context::Picker,
            Context::LangPicker,
            Context::ViewPicker,
            Context::Confirm,
            Context::Help,
            Context::Always,
        ];
        places.into_iter().flat_map(|place| {
            self.help(place)
                .into_iter()
                .filter(move |line| line.context == place)
        })
    }

    /// The whole keymap as a Markdown table, one line of the help a row.
    #[must_use]
    pub fn markdown_table(&self, strings: &Strings) -> String {
        let mut table = String::from("| where | keys | what they do |\n|---|---|---|\n");
        for line in self.all_lines() {
            let keys = line
                .keys
                .split(' ')
                .map(|key| format!("`{}`", key.replace('|', "\\|")))
                .collect::<Vec<_>>()
                .join(" ");
            let place = strings.text(line.context.title());
            let text = strings.text(&line.text);
            // Writing to a String cannot fail.
            let _ = writeln!(table, "| {place} | {keys} | {text} |");
        }
        table
    }
}

/// The first key of each row, then the second of each: `j k Down Up`.
fn interleave(rows: &[Vec<Keys>]) -> Vec<&Keys> {
    let longest = rows.iter().map(Vec::len).max().unwrap_or_default();
    (0..longest)
        .flat_map(|place| rows.iter().filter_map(move |row| row.get(place)))
        .collect()
}

/// The keys parted by blanks; those of a sequence stand together: `,d ,t`.
fn joined(keys: &[&Keys]) -> String {
    let labels: Vec<String> = keys
        .iter()
        .map(|keys| keys.label().replace(' ', ""))
        .collect();
    labels.join(" ")
}
