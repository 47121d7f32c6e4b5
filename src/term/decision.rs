//! From what is known of a terminal to what it is sent.

use super::clipboard::Clipboard;
use super::emission::Reordering;
use super::explicit::Switching;
use super::probe::{Answers, is_there};
use super::recognition::{Evidence, find, find_outer};
use super::screen::Manner;
use super::surroundings::Surroundings;
use super::terminals::{Mark, Terminal};
use crate::config::terminal::{TerminalMode, VowelMarks};

/// What a terminal is taken for, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its name; behind a multiplexer the name of the terminal outside.
    pub terminal: Option<String>,
    /// The multiplexer that stands between.
    pub multiplexer: Option<String>,
    /// How right-to-left text is sent to it.
    pub mode: TerminalMode,
    /// Whether the mode is no more than what suits most terminals.
    pub is_guess: bool,
    /// Why it is that mode.
    pub reason: Reason,
    /// Whether somebody looked at a terminal of this name.
    pub is_measured: bool,
    /// How explicit mode is turned on.
    pub switching: Switching,
    /// What it is sent, and what it can do.
    pub manner: Manner,
    /// Its clipboard.
    pub clipboard: Clipboard,
    /// What the choice of a person for this terminal is remembered under.
    pub fingerprint: String,
}

/// Why a mode was decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A person chose it for this terminal.
    Chosen,
    /// A setting says so.
    Set,
    /// What the terminal answered.
    Answer,
    /// `TERM`.
    Term,
    /// Other variables of the environment.
    Environment,
    /// What the multiplexer says of the terminal outside.
    Outer,
    /// The multiplexer does not say what is outside.
    Hidden,
    /// Nothing is known of the terminal.
    Unknown,
}

/// What people decided themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The mode that is set.
    pub set: Option<TerminalMode>,
    /// The mode that was chosen for this terminal.
    pub chosen: Option<TerminalMode>,
    /// Whether vowel marks are sent.
    pub marks: VowelMarks,
}

impl Decision {
    /// Decides by all that is known.
    #[must_use]
    pub fn new(answers: &Answers, surroundings: &Surroundings, wishes: Wishes) -> Self {
        let found = find(answers, surroundings);
        let between = found.map(|(row, _)| row).filter(|row| row.multiplexer);
        // tmux and screen pass no question on: a terminal that answered itself has none
        // around it, whatever the environment has kept of one.
        let answered = matches!(found, Some((row, Evidence::Answer)) if !row.multiplexer);
        let around = surroundings
            .multiplexer
            .filter(|name| !(answered && matches!(*name, "tmux" | "screen")));
        let multiplexer = between
            .map(|row| row.name.clone())
            .or_else(|| around.map(ToOwned::to_owned));
        let outer = surroundings
            .outer
            .as_ref()
            .filter(|_| multiplexer.is_some())
            .and_then(|outer| find_outer(&outer.version, &outer.term));
        let (row, reason) = match (&multiplexer, outer, found) {
            (Some(_), Some(outer), _) => (Some(outer), Reason::Outer),
            (Some(_), None, _) => (None, Reason::Hidden),
            (None, _, Some((row, evidence))) => (Some(row), Reason::of(evidence)),
            (None, _, None) => (None, Reason::Unknown),
        };
        let is_behind = multiplexer.is_some();
        let decided = row.map_or(TerminalMode::Visual, |row| {
            let through = row.through.filter(|_| is_behind);
            through.unwrap_or(row.mode)
        });
        let (mode, reason) = match wishes {
            Wishes {
                set: Some(mode), ..
            } => (mode, Reason::Set),
            Wishes {
                chosen: Some(mode), ..
            } => (mode, Reason::Chosen),
            _ => (decided, reason),
        };
        Self {
            terminal: row.map(|row| row.name.clone()),
            is_guess: matches!(reason, Reason::Hidden | Reason::Unknown),
            reason,
            is_measured: row.is_some_and(|row| row.measured),
            switching: Switching {
                switch: row.and_then(|row| row.switch),
                was_on: answers.explicit == Some(2),
                through_tmux: multiplexer.as_deref() == Some("tmux"),
            },
            clipboard: Clipboard::new(row, answers, multiplexer.as_deref()),
            manner: manner(mode, row, answers, surroundings, wishes.marks),
            fingerprint: fingerprint(answers, surroundings, multiplexer.as_deref()),
            multiplexer,
            mode,
        }
    }
}

impl Reason {
    const fn of(evidence: Evidence) -> Self {
        match evidence {
            Evidence::Answer => Self::Answer,
            Evidence::Term => Self::Term,
            Evidence::Environment => Self::Environment,
        }
    }
}

fn manner(
    mode: TerminalMode,
    row: Option<&Terminal>,
    answers: &Answers,
    surroundings: &Surroundings,
    marks: VowelMarks,
) -> Manner {
    let mut glyphs = answers.glyphs();
    let hides = |mark| {
        let auto = mode == TerminalMode::KittyWord
            || row.is_some_and(|row| row.hides.contains(&mark) && mode == row.mode);
        match marks {
            VowelMarks::Auto => auto,
            VowelMarks::Show => false,
            VowelMarks::Hide => true,
        }
    };
    glyphs.hide_harakat = hides(Mark::Harakat);
    glyphs.hide_niqqud = hides(Mark::Niqqud);
    Manner {
        mode,
        reordering: Reordering {
            mirrors: row.is_none_or(|row| row.mirrors),
            boxes_are_left: row.is_some_and(|row| row.boxes_left),
            parts_at_blanks: row.is_some_and(|row| row.parts_at_blanks),
        },
        glyphs,
        has_margins: is_there(answers.margins),
        scrolls_by_feeds: row.is_some_and(|row| row.feeds) || surroundings.is_console(),
        synchronizes: !matches!(answers.synchronized, Some(0 | 4)),
        acknowledges: answers.acknowledges,
        bright_is_bold: false,
        has_scrollback: false,
    }
}

/// What tells a terminal from others, as it would be met again.
fn fingerprint(
    answers: &Answers,
    surroundings: &Surroundings,
    multiplexer: Option<&str>,
) -> String {
    let outer = surroundings.outer.as_ref();
    let or_empty = |answer: &Option<String>| answer.clone().unwrap_or_default();
    [
        or_empty(&answers.version),
        or_empty(&answers.secondary),
        or_empty(&answers.tertiary),
        surroundings.term.clone(),
        multiplexer.unwrap_or_default().to_owned(),
        outer.map_or_else(String::new, |outer| outer.version.clone()),
        outer.map_or_else(String::new, |outer| outer.term.clone()),
    ]
    .join("|")
}

#[cfg(test)]
mod tests {
    use super::super::surroundings::Outer;
    use super::*;

    fn answers(version: &str, secondary: &str) -> Answers {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Answers {
            version: text(version),
            secondary: text(secondary),
            ..Answers::default()
        }
    }

    #[test]
    fn nothing_known_is_a_guess() {
        let decision = Decision::new(
            &Answers::default(),
            &Surroundings::default(),
            Wishes::default(),
        );
        assert_eq!(decision.mode, TerminalMode::Visual);
        assert!(decision.is_guess);
        assert_eq!(decision.reason, Reason::Unknown);
        assert_eq!(decision.terminal, None);
    }

    #[test]
    fn behind_tmux_the_terminal_outside_counts() {
        let tmux = answers("tmux 3.3a", "84;0;0");
        let mut surroundings = Surroundings::default();
        let hidden = Decision::new(&tmux, &surroundings, Wishes::default());
        assert!(hidden.is_guess);
        assert_eq!(hidden.multiplexer.as_deref(), Some("tmux"));
        assert_eq!(hidden.reason, Reason::Hidden);
        for (version, term, mode) in [
            ("Konsole 22.12.3", "xterm-256color", TerminalMode::Inverse),
            ("VTE(8001)", "xterm-256color", TerminalMode::Inverse),
            ("", "mlterm", TerminalMode::Inverse),
            ("kitty(0.41.1)", "xterm-kitty", TerminalMode::KittyWord),
            ("XTerm(379)", "xterm-256color", TerminalMode::Visual),
        ] {
            surroundings.outer = Some(Outer {
                version: version.to_owned(),
                term: term.to_owned(),
            });
            let decision = Decision::new(&tmux, &surroundings, Wishes::default());
            assert_eq!(decision.mode, mode, "{version} {term}");
            assert!(!decision.is_guess);
            assert_ne!(decision.fingerprint, hidden.fingerprint);
        }
    }

    #[test]
    fn a_variable_that_a_multiplexer_left_behind_means_nothing() {
        let surroundings = Surroundings {
            multiplexer: Some("tmux"),
            ..Surroundings::default()
        };
        let konsole = answers("Konsole 22.12.3", "1;115;0");
        let decision = Decision::new(&konsole, &surroundings, Wishes::default());
        assert_eq!(decision.terminal.as_deref(), Some("Konsole"));
        assert_eq!(decision.multiplexer, None);
    }

    #[test]
    fn people_decide_over_tables() {
        let konsole = answers("Konsole 22.12.3", "1;115;0");
        let surroundings = Surroundings::default();
        let chosen = Wishes {
            chosen: Some(TerminalMode::Visual),
            ..Wishes::default()
        };
        let decision = Decision::new(&konsole, &surroundings, chosen);
        assert_eq!(
            (decision.mode, decision.reason),
            (TerminalMode::Visual, Reason::Chosen)
        );
        let set = Wishes {
            set: Some(TerminalMode::Lro),
            ..chosen
        };
        let decision = Decision::new(&konsole, &surroundings, set);
        assert_eq!(
            (decision.mode, decision.reason),
            (TerminalMode::Lro, Reason::Set)
        );
        assert!(!decision.manner.reordering.mirrors);
    }

    #[test]
    fn marks_are_hidden_where_the_terminal_misplaces_them() {
        let alacritty = answers("", "0;1700;1");
        let of = |marks| {
            let wishes = Wishes {
                marks,
                ..Wishes::default()
            };
            let decision = Decision::new(&alacritty, &Surroundings::default(), wishes);
            decision.manner.glyphs.hide_harakat
        };
        assert!(of(VowelMarks::Auto));
        assert!(of(VowelMarks::Hide));
        assert!(!of(VowelMarks::Show));
    }
}
