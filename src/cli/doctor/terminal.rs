//! What the terminal is, what it was asked, what it answered, and what follows.

use std::io::{self, IsTerminal};

use serde::Serialize;

use crate::cli::lines;
use crate::config::paths::data_dir;
use crate::config::settings::Settings;
use crate::config::terminal::TerminalMode;
use crate::store::Library;
use crate::term::{Answers, Clipboard, Decision, Interview, Reason, Surroundings, Wishes};
use crate::term::{ask_tmux, interview};

/// The terminal, and what stands between.
#[derive(Serialize)]
pub(super) struct Terminal {
    pub name: Option<String>,
    pub term: String,
    pub is_terminal: bool,
    pub columns: Option<u16>,
    pub rows: Option<u16>,
    pub multiplexer: Option<String>,
    /// What the multiplexer says of the terminal outside.
    pub outer: Option<String>,
    pub ssh: bool,
    /// Whether it was looked at, and not only read about.
    pub measured: bool,
}

/// What it was asked and what it answered.
#[derive(Serialize)]
pub(super) struct Asked {
    pub questions: Vec<&'static str>,
    pub milliseconds: Option<u128>,
    pub answers: Answers,
    /// Why nothing was asked.
    pub not_asked: Option<String>,
}

/// How right-to-left text is sent.
#[derive(Serialize)]
pub(super) struct RightToLeft {
    pub mode: &'static str,
    pub guess: bool,
    pub reason: String,
    /// What is done so that it reads right.
    pub means: &'static str,
    pub hides: Vec<&'static str>,
}

/// What else the terminal can do.
#[derive(Serialize)]
pub(super) struct Abilities {
    pub margins: bool,
    pub synchronized_updates: bool,
    pub acknowledges: bool,
    pub utf_8: bool,
    /// Signs that it gives more or less than one cell: others stand for them.
    pub wide_signs: Vec<char>,
}

/// All of it.
pub(super) struct Findings {
    pub terminal: Terminal,
    pub asked: Asked,
    pub right_to_left: RightToLeft,
    pub abilities: Abilities,
    pub clipboard: Clipboard,
}

impl Findings {
    /// Asks the terminal, where there is one, and decides as the reader would.
    pub(super) fn new(
        environment: impl Fn(&str) -> Option<String> + Copy,
        settings: &Settings,
    ) -> Self {
        let mut surroundings = Surroundings::new(environment);
        let asked = asked(&surroundings);
        if surroundings.multiplexer == Some("tmux") {
            surroundings.outer = ask_tmux().ok();
        }
        let mut wishes = Wishes {
            set: settings.terminal_mode,
            chosen: None,
            marks: settings.vowel_marks,
        };
        let decide = |wishes| Decision::new(&asked.answers, &surroundings, wishes);
        wishes.chosen = chosen(&decide(wishes).fingerprint);
        let decision = decide(wishes);
        let size = lines::terminal_size();
        let outer = surroundings.outer.as_ref();
        Self {
            clipboard: decision.clipboard,
            terminal: Terminal {
                name: decision.terminal.clone(),
                term: super::clean(&surroundings.term),
                is_terminal: size.is_some(),
                columns: size.map(|(columns, _)| columns),
                rows: size.map(|(_, rows)| rows),
                multiplexer: decision.multiplexer.clone(),
                outer: outer.map(|outer| {
                    let outer = format!("{} {}", outer.version, outer.term);
                    outer.trim().to_owned()
                }),
                ssh: surroundings.is_remote,
                measured: decision.is_measured,
            },
            right_to_left: right_to_left(&decision),
            abilities: Abilities {
                margins: decision.manner.has_margins,
                synchronized_updates: asked.answers.synchronized.is_some()
                    && decision.manner.synchronizes,
                acknowledges: decision.manner.acknowledges,
                utf_8: !decision.manner.glyphs.ascii,
                wide_signs: decision.manner.glyphs.wide_signs.clone(),
            },
            asked,
        }
    }
}

fn asked(surroundings: &Surroundings) -> Asked {
    let not_asked = |why: String| Asked {
        questions: Vec::new(),
        milliseconds: None,
        answers: Answers::default(),
        not_asked: Some(why),
    };
    if !io::stdin().is_terminal() {
        return not_asked("standard input, where answers come, is no terminal".to_owned());
    }
    if surroundings.is_dumb() {
        return not_asked("TERM says that it understands nothing but lines of text".to_owned());
    }
    match interview(surroundings) {
        Err(error) => not_asked(super::clean(&error.to_string())),
        Ok(Interview {
            asked,
            answers,
            took,
        }) => Asked {
            questions: asked,
            milliseconds: took.map(|took| took.as_millis()),
            answers,
            not_asked: None,
        },
    }
}

fn chosen(fingerprint: &str) -> Option<TerminalMode> {
    let folder = data_dir(|name| std::env::var_os(name))?;
    if !Library::exists(&folder) {
        return None;
    }
    // What is wrong with a library is told in its own row.
    let library = Library::open(&folder).ok()?;
    let choice = library.terminal_choice(fingerprint).ok()??;
    choice.parse().ok()
}

fn right_to_left(decision: &Decision) -> RightToLeft {
    let name = decision.terminal.as_deref().unwrap_or("this terminal");
    let between = decision.multiplexer.as_deref().unwrap_or("a multiplexer");
    let reason = match decision.reason {
        Reason::Chosen => "you chose it for this terminal; in the reader F3 settles it anew, and :term-mode-auto forgets it".to_owned(),
        Reason::Set => "a setting says so: --terminal-mode or NASHRA_TERMINAL_MODE".to_owned(),
        Reason::Answer => format!("it is {name}, by what it answered"),
        Reason::Term => format!("it is {name}, by TERM"),
        Reason::Environment => format!("it is {name}, by the environment"),
        Reason::Outer => format!("it is {name}, by what {between} says of it"),
        Reason::Hidden => format!(
            "{between} does not say which terminal is outside, and most need no more; F3 in the reader settles it"
        ),
        Reason::Unknown => {
            "nothing is known of it, and most terminals need no more; F3 in the reader settles it"
                .to_owned()
        }
    };
    let glyphs = &decision.manner.glyphs;
    let hides = [
        ("harakat", glyphs.hide_harakat),
        ("niqqud", glyphs.hide_niqqud),
    ];
    RightToLeft {
        mode: decision.mode.name(),
        guess: decision.is_guess,
        reason,
        means: means(decision.mode),
        hides: hides
            .into_iter()
            .filter(|(_, hidden)| *hidden)
            .map(|(name, _)| name)
            .collect(),
    }
}

/// What a mode does, in a few words.
const fn means(mode: TerminalMode) -> &'static str {
    match mode {
        TerminalMode::Visual => "cells are sent in the order they are seen",
        TerminalMode::Explicit => {
            "the terminal is told to reorder nothing; cells are sent in the order they are seen"
        }
        TerminalMode::Inverse => {
            "the terminal reorders rows; right-to-left stretches are sent in logical order, held apart by blanks"
        }
        TerminalMode::Kitty => "every right-to-left cell is sent as a text of its own (OSC 66)",
        TerminalMode::KittyWord => {
            "words are sent in the order they are seen, their letters in logical order"
        }
        TerminalMode::Lro => "right-to-left stretches are sent between U+202D and U+202C",
        TerminalMode::Logical => "everything is sent in logical order; the terminal does the rest",
    }
}

impl RightToLeft {
    /// For people.
    pub(super) fn line(&self) -> String {
        let guess = if self.guess { " (a guess)" } else { "" };
        let hides = if self.hides.is_empty() {
            String::new()
        } else {
            format!("; without {}, which it misplaces", self.hides.join(" and "))
        };
        let Self {
            mode,
            reason,
            means,
            ..
        } = self;
        format!("{mode}{guess}: {reason}. {means}{hides}")
    }
}

impl Asked {
    /// What was asked, for people.
    pub(super) fn line(&self) -> String {
        match (&self.not_asked, self.milliseconds) {
            (Some(why), _) => format!("nothing: {why}"),
            (None, Some(took)) => {
                format!(
                    "{}; the last answer after {took} ms",
                    self.questions.join(", ")
                )
            }
            (None, None) => format!(
                "{}; the last was not answered in time",
                self.questions.join(", ")
            ),
        }
    }

    /// What was answered, for people.
    pub(super) fn answered(&self) -> String {
        let answers = &self.answers;
        let text = |name: &str, answer: &Option<String>| {
            answer.as_ref().map(|answer| format!("{name} {answer}"))
        };
        let state = |name: &str, state: Option<u8>| state.map(|state| format!("{name} {state}"));
        let page = answers.light_page.map(|light| {
            let page = if light { "light" } else { "dark" };
            format!("page {page}")
        });
        let all: Vec<String> = [
            text("XTVERSION", &answers.version),
            text("DA1", &answers.primary),
            text("DA2", &answers.secondary),
            text("DA3", &answers.tertiary),
            state("DECRQM 8", answers.explicit),
            state("DECRQM ?69", answers.margins),
            state("DECRQM ?2026", answers.synchronized),
            page,
        ]
        .into_iter()
        .flatten()
        .collect();
        if all.is_empty() {
            "nothing".to_owned()
        } else {
            all.join(", ")
        }
    }
}

impl Abilities {
    /// For people.
    pub(super) fn line(&self) -> String {
        let has = |name: &str, has: bool| format!("{name} {}", if has { "yes" } else { "no" });
        let mut all = vec![
            has("margins", self.margins),
            has("synchronized updates", self.synchronized_updates),
            has("acknowledgement", self.acknowledges),
            has("UTF-8", self.utf_8),
        ];
        if !self.wide_signs.is_empty() {
            let signs: String = self.wide_signs.iter().collect();
            all.push(format!("ASCII in place of {signs}"));
        }
        all.join(", ")
    }
}
