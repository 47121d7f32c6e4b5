//! Reads a keymap's file, naming what is wrong by its line.

use std::ops::Range;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

use super::{Binding, Context, DIGITS, Group, Hint, Keymap, Keys, Row};
use crate::config::action::{Action, Hotkey};
use crate::config::key::{KeyChord, KeyCode, KeyError, KeySequence};

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
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeymapProblem {
    /// Not TOML, or not the fields of a keymap.
    #[error("{0}")]
    Format(String),
    /// A key that cannot be read.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A context that does not exist.
    #[error("there is no context {0:?}; there are {all}", all = context_names())]
    Context(String),
    /// An action that does not exist.
    #[error("there is no action {0:?}; `nashra man` lists them")]
    Action(String),
    /// Keys that are bound twice in one context.
    #[error("{keys} is bound to {first} and to {second} in {context}; take one away")]
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
    #[error("{short} is the start of {long} in {context}: the longer one can never be reached")]
    Prefix {
        /// The keys that act at once.
        short: KeySequence,
        /// The keys that need more.
        long: KeySequence,
        /// Where.
        context: Context,
    },
}

fn context_names() -> String {
    Context::ALL.map(Context::name).join(", ")
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
                    let digit = char::from(b'0'.saturating_add(hotkey.digit()));
                    let chord = KeyChord::plain(KeyCode::Char(digit));
                    let action = reader.action(&row.action, &format!("{name}-{digit}"))?;
                    self.bind(reader, &key.span(), &contexts, chord.into(), action)?;
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
            for other in self.bindings.iter().filter(|b| b.context == context) {
                let (short, long) = if keys.chords().len() <= other.keys.chords().len() {
                    (&keys, &other.keys)
                } else {
                    (&other.keys, &keys)
                };
                if keys == other.keys {
                    return Err(reader.error(
                        at,
                        KeymapProblem::Conflict {
                            keys,
                            context,
                            first: other.action.to_string(),
                            second: action.to_string(),
                        },
                    ));
                }
                if long.chords().starts_with(short.chords()) {
                    return Err(reader.error(
                        at,
                        KeymapProblem::Prefix {
                            short: short.clone(),
                            long: long.clone(),
                            context,
                        },
                    ));
                }
            }
            self.bindings.push(Binding {
                context,
                keys: keys.clone(),
                action,
            });
        }
        Ok(())
    }
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
        let unknown =
            |name: &str| self.error(&names.span(), KeymapProblem::Context(name.to_owned()));
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
            .map_err(|error: KeyError| self.error(&keys.span(), error.into()))
    }

    fn action(&self, at: &Spanned<String>, name: &str) -> Result<Action, KeymapError> {
        Action::from_name(name)
            .ok_or_else(|| self.error(&at.span(), KeymapProblem::Action(name.to_owned())))
    }
}
