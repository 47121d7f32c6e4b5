//! The settings in force: defaults, the file over them, the environment over that, and
//! the command line over all; with where each comes from and what cannot be taken.

use std::fmt;

use super::{Setting, Settings};
use crate::config::person_file::{self, Written};
use crate::config::problem::{Fault, Place, Problem};

/// Where the value of a setting comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nobody set it.
    #[default]
    Default,
    /// A line of the file, counted from 1.
    File(String, usize),
    /// A variable of the environment.
    Variable(String),
    /// An argument of the command line.
    Flag(String),
}

impl fmt::Display for Source {
    /// `default`, `config.toml:3`, `NASHRA_THEME`, `--theme`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(file, line) => write!(f, "{file}:{line}"),
            Self::Variable(name) | Self::Flag(name) => f.write_str(name),
        }
    }
}

/// Settings put together layer by layer: call the methods in the order of the layers.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    /// The settings in force so far.
    pub settings: Settings,
    /// What of the layers could not be taken.
    pub problems: Vec<Problem>,
    /// Where settings come from that somebody set.
    sources: Vec<(&'static str, Source)>,
}

impl Layers {
    /// Takes what stands in the file of the settings; `file` is its name for problems.
    pub fn file(&mut self, file: &str, bytes: &[u8]) {
        let (entries, faults) = person_file::read(bytes);
        let mut problems: Vec<(usize, Problem)> = Vec::new();
        let at = |line| Place::Line(file.to_owned(), line);
        for (line, fault) in faults {
            let (place, fault) = (at(line), Fault::File(fault));
            problems.push((line, Problem { place, fault }));
        }
        for entry in entries {
            let (Written::Text(value) | Written::Plain(value) | Written::Other(value)) =
                entry.value;
            let source = Source::File(file.to_owned(), entry.line);
            let name = entry.names.join(".");
            if let Err(problem) = self.set(&name, &value, at(entry.line), source) {
                problems.push((entry.line, problem));
            }
        }
        problems.sort_by_key(|(line, _)| *line);
        let problems = problems.into_iter().map(|(_, problem)| problem);
        self.problems.extend(problems);
    }

    /// Takes what the environment says; an empty variable is unset. `NO_COLOR`
    /// (<https://no-color.org>) counts too.
    pub fn environment(&mut self, environment: impl Fn(&str) -> Option<String>) {
        self.settings.color = environment("NO_COLOR").is_none_or(|value| value.is_empty());
        for setting in Setting::ALL {
            let variable = setting.variable();
            let Some(value) = environment(&variable).filter(|value| !value.is_empty()) else {
                continue;
            };
            let place = Place::Variable(variable.clone());
            let outcome = self.set(setting.name, &value, place, Source::Variable(variable));
            self.problems.extend(outcome.err());
        }
    }

    /// Takes an argument of the command line: the setting and the value that `flag`
    /// (`--no-mouse`) means.
    ///
    /// # Errors
    /// The setting cannot have that value.
    pub fn flag(&mut self, flag: &str, name: &str, value: &str) -> Result<(), Problem> {
        let (place, source) = (Place::Flag(flag.to_owned()), Source::Flag(flag.to_owned()));
        self.set(name, value, place, source)
    }

    fn set(
        &mut self,
        name: &str,
        value: &str,
        place: Place,
        source: Source,
    ) -> Result<(), Problem> {
        self.settings.set(name, value, place)?;
        if let Some(setting) = Setting::of(name) {
            self.sources.retain(|(set, _)| *set != setting.name);
            self.sources.push((setting.name, source));
        }
        Ok(())
    }

    /// Where the value of a setting comes from.
    #[must_use]
    pub fn source(&self, setting: &Setting) -> Source {
        let mut sources = self.sources.iter();
        let found = sources.find(|(name, _)| *name == setting.name);
        found.map(|(_, source)| source.clone()).unwrap_or_default()
    }
}
