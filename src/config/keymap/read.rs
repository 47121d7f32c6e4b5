//! Reads a keymap's file, naming what is wrong by its line.

use std::ops::Range;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

use super::{Binding, Context, DIGITS, Group, Hint, Keymap, Keys, NONE, Row};
use crate::config::action::{Action, Hotkey};
use crate::config::key::{KeyChord, KeyError, KeySequence};
use crate::config::nearest::nearest;

/// Why a keymap cannot be used: what, where, in which file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}, line {line}: {problem}")]
pub struct KeymapError {
    /// The file's name, as given.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to write instead.
    pub problem: KeymapProblem,
}

/// What is wrong with a keymap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapProblem {
    /// Not TOML, or not the fields of a keymap.
    Format(String),
    /// A key that cannot be read.
    Key(KeyError),
    /// A context that does not exist.
    Context {
        /// What was given.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
    /// An action that does not exist.
    Action {
        /// What was given.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
    /// Keys that are bound twice in one context.
    Conflict {
        /// The keys.
        keys: KeySequence,
        /// Where.
        context: Context,
        /// What they do already.
        first: String,
        /// What they should do too.
        second: String,
    },
    /// Keys that another row needs as the start of a longer sequence.
    Prefix {
        /// The keys that act at once.
        short: KeySequence,
        /// The keys that need more.
        long: KeySequence,
        /// Where.
        context: Context,
    },
    /// A row of a person's keys that stands in no context.
    NoTable(String),
}

impl std::error::Error for KeymapProblem {}

impl KeymapProblem {
    /// There is no context of that name.
    pub(super) fn no_context(name: &str) -> Self {
        Self::Context {
            name: name.to_owned(),
            nearest: nearest(name, Context::ALL.map(Context::name)),
        }
    }

    /// There is no action of that name.
    pub(super) fn no_action(name: &str) -> Self {
        Self::Action {
            name: name.to_owned(),
            nearest: nearest(name, Action::ALL.iter().map(|action| action.name())),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    binding: Vec<FileRow>,
    #[serde(default)]
    hint: Vec<FileHint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRow {
    context: Spanned<String>,
    group: Group,
    keys: Vec<Spanned<String>>,
    action: Spanned<String>,
    text: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    bar: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileHint {
    context: Spanned<String>,
    keys: Vec<Spanned<String>>,
    text: String,
}

impl Keymap {
    /// Reads a keymap; `file` is its name for errors.
    ///
    /// # Errors
    /// The first thing wrong, with its line: not TOML, a key, context or action that
    /// does not exist, keys bound twice, keys that hide longer ones.
    pub fn parse(file: &str, text: &str) -> Result<Self, KeymapError> {
        let reader = Reader { file, text };
        let parsed: File = toml::from_str(text).map_err(|error| {
            let at = error.span().unwrap_or(0..0);
            reader.error(&at, KeymapProblem::Format(error.message().to_owned()))
        })?;
        let mut keymap = Self {
            rows: Vec::with_capacity(parsed.binding.len()),
            hints: Vec::with_capacity(parsed.hint.len()),
            bindings: Vec::new(),
            labels: Default::default(),
        };
        for row in parsed.binding {
            keymap.add_row(&reader, row)?;
        }
        for hint in parsed.hint {
            keymap.hints.push(Hint {
                contexts: reader.contexts(&hint.context)?,
                keys: hint
                    .keys
                    .iter()
                    .map(|keys| reader.sequence(keys))
                    .collect::<Result<_, _>>()?,
                text: hint.text,
            });
        }
        Ok(keymap)
    }

    fn add_row(&mut self, reader: &Reader<'_>, row: FileRow) -> Result<(), KeymapError> {
        let contexts = reader.contexts(&row.context)?;
        let name = row.action.get_ref();
        let mut keys = Vec::with_capacity(row.keys.len());
        for key in &row.keys {
            if key.get_ref() == DIGITS {
                for hotkey in Hotkey::all() {
                    let member = format!("{name}-{}", hotkey.digit());
                    let action = reader.action(&row.action, &member)?;
                    let keys = KeyChord::digit(hotkey).into();
                    self.bind(reader, &key.span(), &contexts, keys, action)?;
                }
                keys.push(Keys::Digits);
            } else {
                let sequence = reader.sequence(key)?;
                let action = reader.action(&row.action, name)?;
                self.bind(reader, &key.span(), &contexts, sequence.clone(), action)?;
                keys.push(Keys::Sequence(sequence));
            }
        }
        let first = if keys.contains(&Keys::Digits) {
            format!("{name}-1")
        } else {
            name.clone()
        };
        let action = reader.action(&row.action, &first)?;
        self.rows.push(Row {
            contexts,
            group: row.group,
            keys,
            action,
            text: row.text.unwrap_or_else(|| action.description().to_owned()),
            aliases: row.aliases,
            bar: row.bar,
        });
        Ok(())
    }

    fn bind(
        &mut self,
        reader: &Reader<'_>,
        at: &Range<usize>,
        contexts: &[Context],
        keys: KeySequence,
        action: Action,
    ) -> Result<(), KeymapError> {
        for &context in contexts {
            let here = self.bindings.iter().filter(|b| b.context == context);
            let in_the_way = here
                .filter_map(|other| {
                    let first = Bound::new(&other.keys, other.action);
                    clash(context, first, Bound::new(&keys, Some(action)))
                })
                .next();
            if let Some(problem) = in_the_way {
                return Err(reader.error(at, problem));
            }
            self.bindings.push(Binding {
                context,
                keys: keys.clone(),
                action: Some(action),
            });
        }
        Ok(())
    }
}

/// Keys and what they do; nothing where they are taken away.
pub(super) struct Bound<'a> {
    keys: &'a KeySequence,
    action: Option<Action>,
}

impl<'a> Bound<'a> {
    pub(super) const fn new(keys: &'a KeySequence, action: Option<Action>) -> Self {
        Self { keys, action }
    }

    fn name(&self) -> String {
        self.action.map_or(NONE, Action::name).to_owned()
    }
}

/// What is wrong with two rows in one context: the same keys, or keys that the others
/// begin with.
pub(super) fn clash(
    context: Context,
    first: Bound<'_>,
    second: Bound<'_>,
) -> Option<KeymapProblem> {
    if first.keys == second.keys {
        return Some(KeymapProblem::Conflict {
            keys: second.keys.clone(),
            context,
            first: first.name(),
            second: second.name(),
        });
    }
    let (short, long) = if first.keys.chords().len() < second.keys.chords().len() {
        (first.keys, second.keys)
    } else {
        (second.keys, first.keys)
    };
    long.begins_with(short).then(|| KeymapProblem::Prefix {
        short: short.clone(),
        long: long.clone(),
        context,
    })
}

/// The file being read: turns spans into lines and names into values.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
}

impl Reader<'_> {
    fn error(&self, at: &Range<usize>, problem: KeymapProblem) -> KeymapError {
        let before = self.text.as_bytes().get(..at.start).unwrap_or_default();
        KeymapError {
            file: self.file.to_owned(),
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            problem,
        }
    }

    fn contexts(&self, names: &Spanned<String>) -> Result<Vec<Context>, KeymapError> {
        let unknown = |name: &str| self.error(&names.span(), KeymapProblem::no_context(name));
        let contexts: Vec<Context> = names
            .get_ref()
            .split_ascii_whitespace()
            .map(|name| {
                Context::ALL
                    .into_iter()
                    .find(|context| context.name() == name)
                    .ok_or_else(|| unknown(name))
            })
            .collect::<Result<_, _>>()?;
        if contexts.is_empty() {
            return Err(unknown(""));
        }
        Ok(contexts)
    }

    fn sequence(&self, keys: &Spanned<String>) -> Result<KeySequence, KeymapError> {
        keys.get_ref()
            .parse()
            .map_err(|error: KeyError| self.error(&keys.span(), KeymapProblem::Key(error)))
    }

    fn action(&self, at: &Spanned<String>, name: &str) -> Result<Action, KeymapError> {
        Action::from_name(name)
            .ok_or_else(|| self.error(&at.span(), KeymapProblem::no_action(name)))
    }
}
