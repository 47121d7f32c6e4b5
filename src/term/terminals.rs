//! Which terminal it is, and what it needs: `assets/terminals.toml` against what the
//! terminal answered and what the environment says.

use std::sync::LazyLock;

use serde::Deserialize;

use super::probe::Answers;
use super::probe::is_there;
use super::surroundings::Surroundings;
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
    since: Option<String>,
    #[serde(default)]
    secondary: Vec<String>,
    #[serde(default)]
    tertiary: Vec<String>,
    #[serde(default)]
    explicit: bool,
    #[serde(default)]
    term: Vec<String>,
    #[serde(default)]
    program: Vec<String>,
    #[serde(default)]
    variable: Vec<String>,
    pub mode: TerminalMode,
    pub through: Option<TerminalMode>,
    pub switch: Option<Switch>,
    #[serde(default = "yes")]
    pub mirrors: bool,
    #[serde(default)]
    pub boxes_left: bool,
    #[serde(default)]
    pub hides: Vec<Mark>,
    #[serde(default)]
    pub feeds: bool,
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

static TABLE: LazyLock<Vec<Terminal>> = LazyLock::new(|| {
    let text = include_str!("../../assets/terminals.toml");
    // A test reads the table; a program without it knows no terminal.
    toml::from_str::<Table>(text).map_or_else(|_| Vec::new(), |table| table.terminal)
});

/// By what a terminal was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// What it answered.
    Answer,
    /// `TERM`, which travels with the connection.
    Term,
    /// Another variable of the environment, where the terminal is on this machine.
    Environment,
}

/// The terminal that answers and environment describe.
pub(super) fn find(
    answers: &Answers,
    surroundings: &Surroundings,
) -> Option<(&'static Terminal, Evidence)> {
    let by_answer = TABLE.iter().find(|row| row.fits_answers(answers));
    if let Some(row) = by_answer {
        return Some((row, Evidence::Answer));
    }
    // Behind a multiplexer the environment is that of where it was started.
    if surroundings.multiplexer.is_some() {
        return None;
    }
    let by_term = TABLE.iter().find(|row| row.fits_term(&surroundings.term));
    if let Some(row) = by_term {
        return Some((row, Evidence::Term));
    }
    // A terminal that has answered to its own name is no other.
    if surroundings.is_remote || answers.version.is_some() {
        return None;
    }
    let fits = |row: &&Terminal| {
        let program = surroundings.program.as_deref();
        program.is_some_and(|program| row.program.iter().any(|name| name == program))
            || row
                .variable
                .iter()
                .any(|name| surroundings.variables.contains(name))
    };
    TABLE
        .iter()
        .find(|row| row.since.is_none() && fits(row))
        .map(|row| (row, Evidence::Environment))
}

/// The terminal outside a multiplexer, by what that says of it.
pub(super) fn find_outer(version: &str, term: &str) -> Option<&'static Terminal> {
    let answers = Answers {
        version: Some(version.to_owned()).filter(|version| !version.is_empty()),
        ..Answers::default()
    };
    let row = TABLE.iter().find(|row| row.fits_answers(&answers));
    row.or_else(|| TABLE.iter().find(|row| row.fits_term(term)))
        .filter(|row| !row.multiplexer)
}

/// The variables that tell a terminal.
pub(super) fn variables() -> impl Iterator<Item = &'static str> {
    TABLE
        .iter()
        .flat_map(|row| row.variable.iter().map(String::as_str))
}

impl Terminal {
    fn fits_answers(&self, answers: &Answers) -> bool {
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

    fn fits_term(&self, term: &str) -> bool {
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

    fn name(answers: &Answers, surroundings: &Surroundings) -> Option<String> {
        find(answers, surroundings).map(|(row, _)| format!("{} {}", row.name, row.mode))
    }

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
    fn terminals_are_known_by_what_they_answer() {
        let text = |text: &str| Some(text.to_owned());
        let nothing = Surroundings::default();
        let of = |version: Option<String>, secondary: &str, tertiary: Option<String>, explicit| {
            let answers = Answers {
                version,
                secondary: text(secondary).filter(|answer| !answer.is_empty()),
                tertiary,
                explicit,
                ..Answers::default()
            };
            name(&answers, &nothing).unwrap_or_default()
        };
        // As measured: version, DA2, DA3, DECRQM 8.
        assert_eq!(
            of(text("XTerm(379)"), "41;379;0", text("00000000"), Some(0)),
            "xterm visual"
        );
        assert_eq!(
            of(None, "65;7006;1", text("7E565445"), Some(1)),
            "VTE explicit"
        );
        assert_eq!(
            of(text("VTE(8001)"), "61;8001;1", text("7E565445"), Some(1)),
            "VTE explicit"
        );
        assert_eq!(
            of(text("Konsole 22.12.3"), "1;115;0", text("7E4B4445"), None),
            "Konsole inverse"
        );
        assert_eq!(
            of(None, "24;279;0", text("000000"), Some(0)),
            "mlterm explicit"
        );
        assert_eq!(
            of(text("kitty(0.26.5)"), "1;4000;26", None, Some(0)),
            "kitty kitty-word"
        );
        assert_eq!(
            of(text("kitty(0.41.1)"), "1;4000;41", None, Some(0)),
            "kitty kitty"
        );
        assert_eq!(of(None, "0;1700;1", None, None), "Alacritty visual");
        assert_eq!(
            of(text("foot(1.13.1)"), "1;011301;0", text("464F4F54"), None),
            "foot visual"
        );
        assert_eq!(of(None, "85;95;0", None, None), "urxvt visual");
        assert_eq!(of(None, "0;136;0", None, None), "PuTTY inverse");
        assert_eq!(of(text("tmux 3.3a"), "84;0;0", None, None), "tmux visual");
        assert_eq!(of(None, "83;40900;0", None, None), "GNU screen visual");
        assert_eq!(of(None, "0;10;1", None, None), "Windows Terminal visual");
        assert_eq!(
            of(None, "99;1;0", None, Some(2)),
            "a terminal with explicit mode explicit"
        );
        assert_eq!(of(None, "99;1;0", None, Some(0)), "");
        assert_eq!(
            of(text("ghostty 1.1.3"), "1;10;0", None, None),
            "Ghostty visual"
        );
    }

    #[test]
    fn the_environment_tells_where_it_can_be_trusted() {
        let environment = |term: &str, variable: &str| Surroundings {
            term: term.to_owned(),
            variables: vec![variable.to_owned()],
            ..Surroundings::default()
        };
        let nothing = Answers::default();
        let vte = environment("xterm-256color", "VTE_VERSION");
        assert_eq!(name(&nothing, &vte).as_deref(), Some("VTE explicit"));
        let remote = Surroundings {
            is_remote: true,
            ..vte.clone()
        };
        assert_eq!(name(&nothing, &remote), None);
        let behind = Surroundings {
            multiplexer: Some("tmux"),
            ..vte.clone()
        };
        assert_eq!(name(&nothing, &behind), None);
        let unknown = Answers {
            version: Some("NewTerm 1".to_owned()),
            ..Answers::default()
        };
        assert_eq!(name(&unknown, &vte), None);
        assert_eq!(
            name(&nothing, &environment("foot", "KITTY_WINDOW_ID")).as_deref(),
            Some("foot visual")
        );
        let outer = |version, term| find_outer(version, term).map(|row| row.name.as_str());
        assert_eq!(outer("Konsole 22.12.3", "xterm-256color"), Some("Konsole"));
        assert_eq!(outer("", "mlterm"), Some("mlterm"));
        assert_eq!(outer("", "xterm-256color"), None);
        assert_eq!(outer("tmux 3.3a", "tmux-256color"), None);
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
