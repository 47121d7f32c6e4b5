//! Which terminal it is: the table of terminals against what one answered and what the
//! environment says.

use super::probe::Answers;
use super::surroundings::Surroundings;
use super::terminals::{TABLE, Terminal};
use crate::config::terminal::TerminalMode;

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

/// Whether the terminal, as far as the environment tells, reorders what is printed.
#[must_use]
pub fn is_reordered(surroundings: &Surroundings) -> bool {
    let found = find(&Answers::default(), surroundings);
    found.is_some_and(|(row, _)| matches!(row.mode, TerminalMode::Explicit | TerminalMode::Inverse))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(answers: &Answers, surroundings: &Surroundings) -> Option<String> {
        find(answers, surroundings).map(|(row, _)| format!("{} {}", row.name, row.mode))
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
        assert!(is_reordered(&vte));
        assert!(!is_reordered(&environment("foot", "VTE_VERSION")));
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
}
