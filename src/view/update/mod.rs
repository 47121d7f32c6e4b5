//! What each message changes. Never blocks, reads a file or asks the time.

mod articles;
mod cards;
mod keys;
mod listings;
mod marking;
mod mouse;
mod naming;
mod panes;
mod query_line;
mod searching;
mod sheets;
mod terminal;

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
            Message::Theme(theme) => self.theme = theme,
            Message::Articles(articles, at) => self.add(articles, at),
            Message::Furniture(changes) => self.learn_furniture(changes),
            Message::Problem(problem) => self.problems.push(problem),
            Message::Progress(done, total) => self.progress = Some((done, total)),
            Message::Imported(at) => self.imported(at),
            Message::Found {
                generation,
                ranking,
                percent,
            } => self.found(generation, ranking, percent),
            Message::Timer(Timer::Follow(generation)) => {
                if generation == self.generation {
                    self.follow();
                }
            }
            Message::Timer(Timer::Search(generation)) => self.search_rested(generation),
            Message::Terminal { mode, is_guess } => {
                self.terminal_mode = mode;
                self.mode_is_guess = is_guess;
            }
            Message::SlowLine(at) => self.slow_line(at),
            Message::Failed(text, at) => self.notices.show(text, Weight::Problem, at),
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

    /// Asks for a change to be saved, and with it the hotkeys where those are new:
    /// they alone are no reason to make a library.
    pub(super) fn save(&mut self, change: StateChange) {
        if !change.is_empty() {
            let change = self.with_hotkeys(change);
            self.ask(Effect::Save(change));
        }
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
