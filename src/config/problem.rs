//! What is wrong with something a person set: where, what, and what it can be.

use std::fmt;

use super::key::KeyError;
use super::keymap::KeymapProblem;
use super::strings::{Strings, Value};

pub use super::person_file::FileFault;

/// Something a person set that cannot be taken. Everything else they set holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// Where something was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file.
    File(String),
    /// A line of a file, counted from 1.
    Line(String, usize),
    /// A variable of the environment.
    Variable(String),
    /// An argument of the command line: `--theme`.
    Flag(String),
    /// The command `:set`.
    Typed,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A setting.
    Setting(SettingFault),
    /// A row of keys.
    Keys(KeymapProblem),
    /// The file, or a line of it.
    File(FileFault),
}

/// What is wrong with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// No setting is called that.
    Unknown {
        /// What was given.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
    /// The setting cannot have that value.
    Value {
        /// The setting.
        name: &'static str,
        /// What was given.
        value: String,
        /// What was probably meant.
        nearest: Option<String>,
        /// What it can be.
        values: &'static str,
    },
}

impl Problem {
    /// The problem in one line, in the language of the strings. What was given stands
    /// in it as it came, but for control characters.
    #[must_use]
    pub fn said(&self, strings: &Strings) -> String {
        let said = match &self.fault {
            Fault::Setting(fault) => fault.said(strings),
            Fault::Keys(fault) => fault.said(strings),
            Fault::File(fault) => said_of_file(fault, strings),
        };
        let place = match &self.place {
            Place::Typed => return said,
            Place::File(name) | Place::Variable(name) | Place::Flag(name) => name.clone(),
            Place::Line(file, line) => {
                let line = line.to_string();
                strings.format(
                    "info-line",
                    &[("file", Value::from(file)), ("line", Value::from(&line))],
                )
            }
        };
        format!("{place}: {said}")
    }
}

impl fmt::Display for Problem {
    /// The problem in English, for shells.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Strings::for_shells()))
    }
}

impl std::error::Error for Problem {}

impl SettingFault {
    fn said(&self, strings: &Strings) -> String {
        match self {
            Self::Unknown { name, nearest } => {
                let names: Vec<&str> = super::settings::Setting::names().collect();
                let what = strings.format("problem-setting", &[("name", (&shown(name)).into())]);
                clauses([
                    Some(what),
                    did_you_mean(*nearest, strings),
                    Some(there_are(&names, strings)),
                ])
            }
            Self::Value {
                name,
                value,
                nearest,
                values,
            } => {
                let value = shown(value);
                let given = [("name", Value::from(*name)), ("value", (&value).into())];
                let can_be = [("values", Value::from(*values))];
                clauses([
                    Some(strings.format("problem-value", &given)),
                    did_you_mean(nearest.as_deref(), strings),
                    Some(strings.format("problem-can-be", &can_be)),
                ])
            }
        }
    }
}

impl KeymapProblem {
    /// What is wrong, in the language of the strings.
    #[must_use]
    pub fn said(&self, strings: &Strings) -> String {
        match self {
            Self::Format(reason) => {
                strings.format("problem-toml", &[("reason", (&shown(reason)).into())])
            }
            Self::Key(error) => said_of_key(error, strings),
            Self::Context { name, nearest } => {
                let what = strings.format("problem-context", &[("name", (&shown(name)).into())]);
                let names = super::keymap::Context::ALL.map(super::keymap::Context::name);
                clauses([
                    Some(what),
                    did_you_mean(*nearest, strings),
                    Some(there_are(&names, strings)),
                ])
            }
            Self::Action { name, nearest } => {
                let what = strings.format("problem-action", &[("name", (&shown(name)).into())]);
                let list = strings.text("problem-actions").into_owned();
                clauses([Some(what), did_you_mean(*nearest, strings), Some(list)])
            }
            Self::Conflict {
                keys,
                context,
                first,
                second,
            } => strings.format(
                "problem-bound",
                &[
                    ("keys", (&keys.to_string()).into()),
                    ("first", first.into()),
                    ("second", second.into()),
                    ("context", context.name().into()),
                ],
            ),
            Self::Prefix {
                short,
                long,
                context,
            } => strings.format(
                "problem-start",
                &[
                    ("short", (&short.to_string()).into()),
                    ("long", (&long.to_string()).into()),
                    ("context", context.name().into()),
                ],
            ),
            Self::NoTable(name) => {
                strings.format("problem-no-table", &[("name", (&shown(name)).into())])
            }
        }
    }
}

impl fmt::Display for KeymapProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Strings::for_shells()))
    }
}

fn said_of_key(error: &KeyError, strings: &Strings) -> String {
    match error {
        KeyError::Empty => strings.text("problem-key-empty").into_owned(),
        KeyError::Unknown(name) => {
            strings.format("problem-key", &[("name", (&shown(name)).into())])
        }
        KeyError::Ambiguous(name, other) => strings.format(
            "problem-key-same",
            &[
                ("name", (&shown(name)).into()),
                ("other", Value::from(*other)),
            ],
        ),
    }
}

fn said_of_file(fault: &FileFault, strings: &Strings) -> String {
    match fault {
        FileFault::Unreadable(reason) => {
            strings.format("problem-unreadable", &[("reason", (&shown(reason)).into())])
        }
        FileFault::TooLarge(bytes) => {
            let kibibytes = usize::try_from(bytes >> 10).unwrap_or(usize::MAX);
            strings.format("problem-too-large", &[("count", kibibytes.into())])
        }
        FileFault::Encoding => strings.text("problem-encoding").into_owned(),
        FileFault::Format { reason, more } => {
            let what = strings.format("problem-toml", &[("reason", (&shown(reason)).into())]);
            let more = (*more > 0)
                .then(|| strings.format("problem-more-lines", &[("count", (*more).into())]));
            clauses([Some(what), more, None])
        }
        FileFault::Unquoted(value) => {
            strings.format("problem-unquoted", &[("value", (&shown(value)).into())])
        }
        FileFault::Twice(name) => {
            strings.format("problem-twice", &[("name", (&shown(name)).into())])
        }
    }
}

fn did_you_mean(nearest: Option<&str>, strings: &Strings) -> Option<String> {
    nearest.map(|nearest| strings.format("problem-nearest", &[("name", nearest.into())]))
}

fn there_are(names: &[&str], strings: &Strings) -> String {
    let names = names.join(", ");
    strings.format("problem-there-are", &[("names", (&names).into())])
}

/// Clauses side by side, each a sentence of its own.
fn clauses(clauses: [Option<String>; 3]) -> String {
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    clauses.join(" · ")
}

/// Text from a file without control characters, and no longer than a line.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text
        .chars()
        .map(|c| if c.is_control() { '\u{FFFD}' } else { c })
        .take(MOST)
        .collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
