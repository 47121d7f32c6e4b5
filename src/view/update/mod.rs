//! What each message changes. Never blocks, reads a file or asks the time.

mod arriving;
mod articles;
mod asking;
mod cards;
mod commands;
mod keys;
mod listings;
mod marking;
mod matching;
mod mouse;
mod naming;
mod panes;
mod problems;
mod query_line;
mod range;
mod respelling;
mod searching;
mod setting;
mod sheets;
mod taking;
mod terminal;
mod views;

use super::View;
use super::message::{Effect, Message, Millis, Timer};
use super::notices::Weight;
use crate::config::strings::Value;
use crate::store::StateChange;

impl View {
    pub(super) fn take(&mut self, message: Message) {
        match message {
            Message::Key(chord, at) => self.key(chord, at),
            Message::Paste(text, at) => self.paste(&text, at),
            Message::Mouse(mouse, at) => self.mouse(mouse, at),
            Message::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.fill_sheet();
                self.arrange();
            }
            Message::Theme(theme) => {
                self.automatic.theme = theme;
                self.theme = self.automatic.theme(&self.settings);
            }
            Message::Articles(articles, at) => self.add(articles, at),
            Message::Furniture(changes) => self.learn_furniture(changes),
            Message::Problem(text, place) => self.problems.push((text, place)),
            Message::Progress(done, total, at) => self.import_goes_on(done, total, at),
            Message::Imported(at) => self.imported(at),
            Message::Found {
                generation,
                ranking,
                percent,
            } => self.found(generation, ranking, percent),
            Message::Respelled(generation, words) => self.respelled(generation, words),
            Message::Timer(Timer::Follow(generation)) => {
                if generation == self.generation {
                    self.follow();
                }
            }
            Message::Timer(Timer::Search(generation)) => self.search_rested(generation),
            Message::Timer(Timer::Rest) => self.scrolling = false,
            Message::Terminal { mode, is_guess } => {
                self.terminal_mode = mode;
                self.mode_is_guess = is_guess;
            }
            Message::SlowLine(at) => self.slow_line(at),
            Message::Failed(text, at) => self.notices.show(text, Weight::Problem, at),
            Message::Unsaved(problem, at) => self.note_unsaved(problem, at),
            Message::Copied {
                what,
                way,
                is_sure,
                at,
            } => self.copied(&what, way, is_sure, at),
            Message::Written(path, at) => self.written(&path, at),
            Message::FileExists(path, text) => self.file_exists(path, text),
            Message::WriteFailed { path, reason, at } => {
                self.complain(at, "error-write", &[("path", &path), ("reason", &reason)]);
            }
            Message::NoSuchPath(path, at) => {
                self.complain(at, "error-no-path", &[("path", &path)]);
            }
            Message::LinkFailed { link, reason, at } => {
                self.complain(
                    at,
                    "error-open-link",
                    &[("link", &link), ("reason", &reason)],
                );
            }
            Message::Piped(command, status, at) => self.piped(&command, status, at),
            Message::LinksOpened(count, at) => self.links_opened(count, at),
            Message::Raw(lines) => self.show_raw(lines),
            Message::Refreshed(found, at) => self.refreshed(found, at),
            Message::Warnings(texts, at) => self.warn(texts, at),
        }
    }

    /// A number by which the answers to what was asked before are told apart.
    pub(super) const fn next_generation(&mut self) -> u64 {
        self.generation += 1;
        self.generation
    }

    /// Shows a notice.
    pub(super) fn notify(&mut self, at: Millis, id: &str, values: &[(&str, Value<'_>)]) {
        let text = self
            .keymap
            .sentence(self.context(), &self.strings, id, values);
        self.notices.show(text, Weight::Done, at);
    }

    /// Says that something went wrong.
    fn complain(&mut self, at: Millis, id: &str, texts: &[(&str, &str)]) {
        let values = texts.iter().map(|(name, text)| (*name, Value::from(*text)));
        let values: Vec<(&str, Value<'_>)> = values.collect();
        let text = self
            .keymap
            .sentence(self.context(), &self.strings, id, &values);
        self.notices.show(text, Weight::Problem, at);
    }

    /// Shows what is wrong at the start: one problem itself, several as their number.
    fn warn(&mut self, texts: Vec<String>, at: Millis) {
        let count = [("count", Value::from(texts.len()))];
        let summary =
            self.keymap
                .sentence(self.context(), &self.strings, "problems-at-start", &count);
        self.notices.show_all(texts, summary, at);
    }

    /// Asks for a change to be saved, and with it the hotkeys where those are new:
    /// they alone are no reason to make a library.
    pub(super) fn save(&mut self, change: StateChange) {
        if !change.is_empty() {
            let change = self.with_hotkeys(change);
            self.ask(Effect::Save(change));
        }
    }

    /// What is done cannot be saved, or can again: the first is told until then.
    fn note_unsaved(&mut self, problem: Option<String>, at: Millis) {
        match &problem {
            Some(text) if self.unsaved.is_none() => {
                self.notices.show(text.clone(), Weight::Problem, at);
            }
            None if self.unsaved.is_some() => self.notify(at, "saved-again", &[]),
            _ => {}
        }
        self.unsaved = problem;
    }

    /// Asks for the hotkeys to be saved, where they are new.
    pub(super) fn save_hotkeys(&mut self) {
        let change = self.with_hotkeys(StateChange::default());
        if !change.is_empty() {
            self.ask(Effect::Save(change));
        }
    }

    fn with_hotkeys(&mut self, mut change: StateChange) -> StateChange {
        let hotkeys = self.browse.lens.hotkeys();
        change.append(std::mem::take(&mut self.unsaved_habits));
        if self.browse.lens.is_frozen() && hotkeys != self.saved_hotkeys {
            change.languages = Some(hotkeys.iter().map(ToString::to_string).collect());
            self.saved_hotkeys = hotkeys;
        }
        change
    }

    /// Something was done: from now on the cursor does not move by itself.
    pub(super) const fn touch(&mut self) {
        self.touched = true;
    }

    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
}
