//! What the view asks for, done.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::files::path_of;
use super::jobs::Jobs;
use super::search::Searcher;
use super::terminal::TerminalScreen;
use super::timers::Timers;
use crate::config::strings::{Strings, Value};
use crate::config::terminal::TerminalMode;
use crate::corpus::Marks;
use crate::store::{Keeper, StateChange, StoreError};
use crate::term::{Answers, ClipboardRoute, Surroundings};
use crate::text::sanitize::sanitize_line;
use crate::view::View;
use crate::view::message::{CopyWay, Effect, Message, Millis};

/// What came of an effect.
pub(super) enum Outcome {
    /// It was done, or is under way.
    Done,
    /// The view is to know of something.
    Tell(Message),
    /// The terminal is to be given to a command that gets a text.
    Lend {
        /// The command.
        command: String,
        /// The text.
        text: String,
    },
    /// The terminal was given back and the process told to stop.
    Suspended,
    /// The program is to end.
    Leave,
    /// The corpus of these paths is to be opened in place of this one; none are the sample.
    Open(Vec<PathBuf>),
}

/// Does what the view asks for.
pub(super) struct Doer {
    keeper: Keeper,
    searcher: Searcher,
    jobs: Jobs,
    /// Whether the view knows that nothing can be saved.
    said: bool,
}

impl Doer {
    /// Saves with `keeper`, searches with `searcher`, does the rest beside the loop with
    /// `jobs`.
    pub(super) const fn new(keeper: Keeper, searcher: Searcher, jobs: Jobs) -> Self {
        Self {
            keeper,
            searcher,
            jobs,
            said: false,
        }
    }

    /// Tries a last time to save what could not be saved before.
    ///
    /// # Errors
    /// It still cannot be, and is lost.
    pub(super) fn close(self) -> Result<(), StoreError> {
        self.keeper.close()
    }

    /// Does one effect before anything else happens.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn perform(
        &mut self,
        effect: Effect,
        view: &View,
        screen: &mut TerminalScreen,
        timers: &mut Timers,
        now: Millis,
    ) -> anyhow::Result<Outcome> {
        match effect {
            Effect::Save(change) => return Ok(self.saved(change, view.strings(), now)),
            Effect::Search { generation, query } => {
                let articles = view.browse().catalog().articles().to_vec();
                let marks = if query.asks_for_marks() {
                    marks(view)
                } else {
                    HashMap::new()
                };
                self.searcher.search(generation, query, articles, marks);
            }
            Effect::Respell { generation, query } => self.searcher.respell(generation, query),
            Effect::StopSearch => self.searcher.stop(),
            Effect::After(millis, timer) => {
                timers.start(Duration::from_millis(millis), timer, Instant::now());
            }
            Effect::SetMouse(mouse) => screen.set_mouse(mouse)?,
            Effect::SetTerminalMode(mode) => {
                screen.choose(mode)?;
                return Ok(self.keep_choice(screen, view.strings(), now));
            }
            Effect::Copy { text, what } => return self.copy(text, what, screen, now),
            Effect::Write {
                path,
                text,
                replace,
            } => self.jobs.write(path, text, replace),
            Effect::Pipe { command, text } => return Ok(Outcome::Lend { command, text }),
            Effect::OpenLinks(links) => self.jobs.open_links(links),
            Effect::ReadRaw(place) => self.jobs.read_raw(place),
            Effect::OpenCorpus(None) => return Ok(Outcome::Open(Vec::new())),
            Effect::OpenCorpus(Some(typed)) => {
                let path = path_of(&typed);
                return Ok(if path.exists() {
                    Outcome::Open(vec![path])
                } else {
                    let typed = sanitize_line(&typed).into_owned();
                    Outcome::Tell(Message::NoSuchPath(typed, now))
                });
            }
            Effect::Refresh => {
                let known = view.browse().catalog().articles().to_vec();
                self.jobs.refresh(known, view.known_problems());
            }
            Effect::SetAlternateScreen(alternate) => screen.set_alternate(alternate)?,
            Effect::SetPlain(plain, mode) => screen.wish_mode(plain_mode(plain).or(mode))?,
            Effect::SetVowelMarks(marks) => screen.set_vowel_marks(marks)?,
            Effect::Redraw => screen.repaint(),
            Effect::Suspend => {
                screen.suspend()?;
                return Ok(Outcome::Suspended);
            }
            Effect::Quit => return Ok(Outcome::Leave),
        }
        Ok(Outcome::Done)
    }

    /// Hands a text to the clipboard.
    fn copy(
        &self,
        text: String,
        what: String,
        screen: &TerminalScreen,
        now: Millis,
    ) -> anyhow::Result<Outcome> {
        let clipboard = screen.decision().clipboard;
        if clipboard.route == ClipboardRoute::Tmux {
            let accepts = clipboard.accepts == Some(true);
            self.jobs.copy_to_tmux(text, what, accepts);
            return Ok(Outcome::Done);
        }
        screen.write(&clipboard.bytes(&text))?;
        Ok(Outcome::Tell(Message::Copied {
            what,
            way: CopyWay::Terminal,
            is_sure: clipboard.is_sure_of(&text),
            at: now,
        }))
    }

    /// What the terminal answered that was last met in these surroundings.
    pub(super) fn recall(&self, surroundings: &Surroundings) -> Answers {
        let kept = self.keeper.terminal_answers(&surroundings.key());
        // What cannot be read is asked for anew.
        let answers = kept.ok().flatten();
        answers
            .and_then(|answers| serde_json::from_str(&answers).ok())
            .unwrap_or_default()
    }

    /// The mode a person chose for a terminal.
    pub(super) fn choice(&self, fingerprint: &str) -> Option<TerminalMode> {
        // A library that cannot be read is told of where marks are saved.
        let choice = self.keeper.terminal_choice(fingerprint).ok().flatten();
        choice.and_then(|mode| mode.parse().ok())
    }

    /// Remembers what the terminal answered, for the next start.
    pub(super) fn remember(&mut self, screen: &TerminalScreen) {
        if let Ok(answers) = serde_json::to_string(screen.answers()) {
            let key = screen.surroundings().key();
            // The next start asks again.
            let _ = self.keeper.save_terminal_answers(&key, &answers);
        }
    }

    /// Remembers the mode a person chose for the terminal, as it is known by now.
    pub(super) fn keep_choice(
        &mut self,
        screen: &TerminalScreen,
        strings: &Strings,
        now: Millis,
    ) -> Outcome {
        let Some(choice) = screen.choice() else {
            return Outcome::Done;
        };
        let mode = choice.map(TerminalMode::name);
        let fingerprint = &screen.decision().fingerprint;
        let saved = self.keeper.save_terminal_choice(fingerprint, mode);
        self.note(saved, strings, now)
    }

    /// Saves a change. What cannot be saved is kept, said once, and tried again.
    fn saved(&mut self, change: StateChange, strings: &Strings, now: Millis) -> Outcome {
        let saved = self.keeper.save(change);
        self.note(saved, strings, now)
    }

    /// Tells the view where saving begins to fail, and where it works again.
    fn note(&mut self, saved: Result<(), StoreError>, strings: &Strings, now: Millis) -> Outcome {
        let before = std::mem::replace(&mut self.said, saved.is_err());
        match (saved, before) {
            (Ok(()), true) => Outcome::Tell(Message::Unsaved(None, now)),
            (Err(problem), false) => {
                let problem = not_saved(&problem, strings);
                Outcome::Tell(Message::Unsaved(Some(problem), now))
            }
            _ => Outcome::Done,
        }
    }

    /// What the view is to know of a library that could not be opened.
    pub(super) fn note_problem(&mut self, problem: &StoreError, strings: &Strings) -> Message {
        self.said = true;
        Message::Unsaved(Some(not_saved(problem, strings)), 0)
    }
}

/// The sentence that says why nothing is saved.
fn not_saved(problem: &StoreError, strings: &Strings) -> String {
    let path = problem.path().map(Path::to_string_lossy);
    let path = sanitize_line(path.as_deref().unwrap_or_default());
    let reason = match problem {
        StoreError::InputOutput { reason, .. } => sanitize_line(reason),
        _ => Cow::Borrowed(""),
    };
    let values = [
        ("path", Value::from(&*path)),
        ("reason", Value::from(&*reason)),
    ];
    let problem = strings.format(problem.string_id(), &values);
    strings.format("error-store", &[("problem", Value::from(&problem))])
}

/// What a query may ask of each article with which something was done.
fn marks(view: &View) -> HashMap<Arc<str>, Marks> {
    let browse = view.browse();
    let ids = browse.states().keys().chain(browse.tags().keys());
    ids.map(|id| {
        let state = browse.states().get(id).copied().unwrap_or_default();
        let tags = browse.tags().get(id).into_iter().flatten();
        let marks = Marks {
            read: state.read,
            starred: state.starred,
            tags: tags.cloned().collect(),
        };
        (Arc::clone(id), marks)
    })
    .collect()
}

/// The mode of a plain screen: it is in logical order already, and the terminal's own
/// order is wanted.
pub(super) fn plain_mode(plain: bool) -> Option<TerminalMode> {
    plain.then_some(TerminalMode::Logical)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::number::Digits;
    use crate::config::strings::Locale;

    #[test]
    fn why_nothing_is_saved_is_said_in_every_language_and_safely() {
        let path = || std::path::PathBuf::from("/a\u{1b}[31m/library.sqlite");
        let problems = [
            StoreError::NoFolder,
            StoreError::Locked { path: path() },
            StoreError::Full { path: path() },
            StoreError::ReadOnly { path: path() },
            StoreError::Corrupt { path: path() },
            StoreError::Foreign { path: path() },
            StoreError::Newer {
                path: path(),
                found: 9,
                known: 1,
            },
            StoreError::InputOutput {
                path: path(),
                reason: "odd\nthings".to_owned(),
            },
        ];
        for locale in Locale::ALL {
            let strings = Strings::new(*locale, Digits::Language);
            for problem in &problems {
                let said = not_saved(problem, &strings);
                assert!(!said.contains(['{', '\u{1b}', '\n']), "{said:?}");
                assert!(!said.contains(problem.string_id()), "{said:?}");
            }
        }
    }
}
