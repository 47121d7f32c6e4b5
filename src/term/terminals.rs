//! The table of terminals, `assets/terminals.toml`: by what each is known, and what it
//! needs.

use std::sync::LazyLock;

use serde::Deserialize;

use super::probe::Answers;
use super::probe::is_there;
use crate::config::terminal::TerminalMode;

/// How a terminal is told to reorder nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    /// BDSM, `CSI 8 l` (terminal-wg, "BiDi in terminal emulators").
    Bdsm,
    /// `OSC 5379 ; use_ctl=false`.
    Mlterm,
    /// BDSM, and `CSI ? 77096 h`.
    Mintty,
}

/// Marks that a terminal puts beside their letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Mark {
    /// The vowel marks of Arabic.
    Harakat,
    /// The points of Hebrew.
    Niqqud,
}

/// A row of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Terminal {
    pub name: String,
    #[serde(default)]
    version: Vec<String>,
    pub since: Option<String>,
    #[serde(default)]
    secondary: Vec<String>,
    #[serde(default)]
    tertiary: Vec<String>,
    #[serde(default)]
    explicit: bool,
    #[serde(default)]
    term: Vec<String>,
    #[serde(default)]
    pub program: Vec<String>,
    #[serde(default)]
    pub variable: Vec<String>,
    pub mode: TerminalMode,
    pub through: Option<TerminalMode>,
    pub switch: Option<Switch>,
    #[serde(default = "yes")]
    pub mirrors: bool,
    #[serde(default)]
    pub boxes_left: bool,
    #[serde(default)]
    pub parts_at_blanks: bool,
    #[serde(default)]
    pub hides: Vec<Mark>,
    #[serde(default)]
    pub feeds: bool,
    pub clipboard: Option<bool>,
    #[serde(default)]
    pub multiplexer: bool,
    #[serde(default)]
    pub measured: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct Table {
    terminal: Vec<Terminal>,
}

pub(super) static TABLE: LazyLock<Vec<Terminal>> = LazyLock::new(|| {
    let text = include_str!("../../assets/terminals.toml");
    // A test reads the table; a program without it knows no terminal.
    toml::from_str::<Table>(text).map_or_else(|_| Vec::new(), |table| table.terminal)
});

/// The variables that tell a terminal.
pub(super) fn variables() -> impl Iterator<Item = &'static str> {
    TABLE
        .iter()
        .flat_map(|row| row.variable.iter().map(String::as_str))
}

impl Terminal {
    /// Whether it answered like this row.
    pub(super) fn fits_answers(&self, answers: &Answers) -> bool {
        let fits = |patterns: &[String], answer: &Option<String>| {
            let answer = answer.as_deref();
            answer.is_some_and(|answer| patterns.iter().any(|pattern| matches(pattern, answer)))
        };
        if self.explicit && is_there(answers.explicit) {
            return true;
        }
        let named = fits(&self.version, &answers.version);
        match (&self.since, &answers.version) {
            (Some(since), Some(version)) => named && number(version) >= number(since),
            (Some(_), None) => false,
            // One that says its name is not taken for another by its numbers.
            (None, Some(_)) => named,
            (None, None) => {
                named
                    || fits(&self.secondary, &answers.secondary)
                    || fits(&self.tertiary, &answers.tertiary)
            }
        }
    }

    /// Whether `TERM` says this row.
    pub(super) fn fits_term(&self, term: &str) -> bool {
        self.term.iter().any(|pattern| matches(pattern, term))
    }
}

/// Whether a text fits a pattern in which `*` stands for anything.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, mut rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut text) = text.strip_prefix(start) else {
        return false;
    };
    while let Some((middle, after)) = rest.split_once('*') {
        let Some((_, later)) = text.split_once(middle) else {
            return false;
        };
        (text, rest) = (later, after);
    }
    text.ends_with(rest)
}

/// The first number with dots in a text, as numbers: `kitty(0.41.1)` is 0, 41, 1.
fn number(text: &str) -> Vec<u32> {
    let from = text.find(|c: char| c.is_ascii_digit());
    let text = from.and_then(|from| text.get(from..)).unwrap_or_default();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    text.split('.')
        .map_while(|part| part.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_read() {
        assert!(TABLE.len() > 20);
        let text = include_str!("../../assets/terminals.toml");
        assert!(toml::from_str::<Table>(text).is_ok());
        for row in TABLE.iter() {
            let needs_switch = row.mode == TerminalMode::Explicit;
            assert_eq!(row.switch.is_some(), needs_switch, "{}", row.name);
        }
    }

    #[test]
    fn patterns_and_versions_are_compared() {
        assert!(matches("0;*;1", "0;1700;1"));
        assert!(!matches("0;*;1", "0;136;0"));
        assert!(matches("a*b*c", "axxbyyc"));
        assert!(!matches("a*b*c", "axxc"));
        assert!(number("kitty(0.41.1)") >= number("0.40"));
        assert!(number("kitty(0.26.5)") < number("0.40"));
        assert!(number("none").is_empty());
    }
}
