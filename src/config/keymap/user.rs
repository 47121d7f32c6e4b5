//! A person's own keys: a table for each context, before the built-in rows.
//!
//! ```toml
//! [list]
//! "x" = "toggle-star"
//! "g g" = "top"       # the built-in "g" gives way
//! "ctrl-x" = "none"   # does nothing here
//! ```

use super::read::{Bound, KeymapProblem, clash};
use super::{Binding, Context, DIGITS, Keymap, Keys, NONE, Row, digits_where};
use crate::config::action::{Action, Hotkey};
use crate::config::key::{KeyChord, KeySequence};
use crate::config::person_file::{self, Entry, Written};
use crate::config::problem::{Fault, Place, Problem};

/// A row of the file that can be taken.
struct UserRow {
    context: Context,
    keys: KeySequence,
    action: Option<Action>,
}

impl Keymap {
    /// This keymap with a person's rows before its own, and what of their file cannot be
    /// taken; `file` is its name for problems. Built-in keys that a row uses, begins or
    /// goes on give way in its context.
    #[must_use]
    pub fn with_user(&self, file: &str, bytes: &[u8]) -> (Self, Vec<Problem>) {
        let (entries, faults) = person_file::read(bytes);
        let mut problems: Vec<(usize, Fault)> = faults
            .into_iter()
            .map(|(line, fault)| (line, Fault::File(fault)))
            .collect();
        let mut rows: Vec<UserRow> = Vec::new();
        let mut no_contexts: Vec<String> = Vec::new();
        for entry in entries {
            let line = entry.line;
            let outcome = read(&entry).and_then(|new| taken(&mut rows, new));
            match outcome {
                Err(KeymapProblem::Context { name, .. }) if no_contexts.contains(&name) => {}
                Err(problem) => {
                    if let KeymapProblem::Context { name, .. } = &problem {
                        no_contexts.push(name.clone());
                    }
                    problems.push((line, Fault::Keys(problem)));
                }
                Ok(()) => {}
            }
        }
        problems.sort_by_key(|(line, _)| *line);
        let problems = problems
            .into_iter()
            .map(|(line, fault)| Problem {
                place: Place::Line(file.to_owned(), line),
                fault,
            })
            .collect();
        let mut keymap = self.clone();
        if !rows.is_empty() {
            keymap.labels = Default::default();
            keymap.part_contexts();
            keymap.take(rows);
        }
        (keymap, problems)
    }

    /// Makes of every row one for each of its contexts.
    fn part_contexts(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        for row in rows {
            for &context in &row.contexts {
                self.rows.push(Row {
                    contexts: vec![context],
                    ..row.clone()
                });
            }
        }
    }

    fn take(&mut self, rows: Vec<UserRow>) {
        for UserRow { context, keys, .. } in &rows {
            self.bindings
                .retain(|binding| binding.context != *context || !binding.keys.collides(keys));
            for row in self.rows.iter_mut().filter(|r| r.contexts == [*context]) {
                give_way(row, keys);
            }
        }
        let mut first: Vec<Row> = Vec::new();
        // The last row is put in first, so that the first comes to stand before it.
        for UserRow {
            context,
            keys,
            action,
        } in rows.into_iter().rev()
        {
            if let Some(action) = action {
                let keys = Keys::Sequence(keys.clone());
                let own = |row: &&mut Row| row.contexts == [context] && is_row_of(row, action);
                match first.iter_mut().chain(&mut self.rows).find(own) {
                    Some(row) => row.keys.insert(0, keys),
                    None => first.insert(0, self.row_like(context, keys, action)),
                }
            }
            self.bindings.insert(
                0,
                Binding {
                    context,
                    keys,
                    action,
                },
            );
        }
        self.rows.splice(0..0, first);
    }

    /// A row for an action that has none in a context, as those of other contexts are.
    fn row_like(&self, context: Context, keys: Keys, action: Action) -> Row {
        let same = |row: &&Row| row.action.description() == action.description();
        let behind = self.rows_in(context).map(|(_, row)| row).find(same);
        let like = behind.or_else(|| self.rows.iter().find(same));
        Row {
            contexts: vec![context],
            group: like.map_or(super::Group::Program, |row| row.group),
            keys: vec![keys],
            action,
            text: action.description().to_owned(),
            aliases: like.map(|row| row.aliases.clone()).unwrap_or_default(),
            bar: behind.and_then(|row| row.bar),
        }
    }
}

/// Whether a row is that of an action, and of it alone.
fn is_row_of(row: &Row, action: Action) -> bool {
    row.action == action && !row.keys.contains(&Keys::Digits)
}

/// Takes keys away from a row, with all that begin with them or that they begin with.
fn give_way(row: &mut Row, keys: &KeySequence) {
    let before = std::mem::take(&mut row.keys);
    for own in before {
        match own {
            Keys::Sequence(sequence) if sequence.collides(keys) => {}
            Keys::Sequence(sequence) => row.keys.push(Keys::Sequence(sequence)),
            Keys::Digits => row.keys.extend(digits_where(|digit| !digit.collides(keys))),
        }
    }
}

/// The rows that an entry of the file is: one, or nine.
fn read(entry: &Entry) -> Result<Vec<UserRow>, KeymapProblem> {
    let (table, keys) = match &entry.names[..] {
        [table, keys @ ..] if !keys.is_empty() => (table, keys.join(".")),
        names => return Err(KeymapProblem::NoTable(names.join("."))),
    };
    let context = Context::ALL
        .into_iter()
        .find(|context| context.name() == table)
        .ok_or_else(|| KeymapProblem::no_context(table))?;
    let (Written::Text(name) | Written::Plain(name) | Written::Other(name)) = &entry.value;
    let action = |name: &str| match name {
        NONE => Ok(None),
        name => Action::from_name(name)
            .map(Some)
            .ok_or_else(|| KeymapProblem::no_action(name)),
    };
    if keys == DIGITS {
        let rows = Hotkey::all().map(|hotkey| {
            let member = format!("{name}-{}", hotkey.digit());
            Ok(UserRow {
                context,
                keys: KeyChord::digit(hotkey).into(),
                action: action(if name == NONE { NONE } else { &member })?,
            })
        });
        let rows: Result<_, KeymapProblem> = rows.collect();
        return rows.map_err(|_| KeymapProblem::no_action(name));
    }
    let row = UserRow {
        context,
        keys: keys.parse().map_err(KeymapProblem::Key)?,
        action: action(name)?,
    };
    Ok(vec![row])
}

/// Takes rows among those of a file, if none of them is in the way.
fn taken(rows: &mut Vec<UserRow>, new: Vec<UserRow>) -> Result<(), KeymapProblem> {
    for row in &new {
        let here = rows.iter().filter(|other| other.context == row.context);
        for other in here {
            let first = Bound::new(&other.keys, other.action);
            let clash = clash(row.context, first, Bound::new(&row.keys, row.action));
            if let Some(problem) = clash {
                return Err(problem);
            }
        }
    }
    rows.extend(new);
    Ok(())
}
