//! Settings that change while the program runs.

use std::collections::BTreeMap;

use super::super::View;
use super::super::measure::Measures;
use super::super::message::{Effect, Millis};
use crate::config::problem::Place;
use crate::config::settings::Setting;
use crate::config::strings::Value;
use crate::config::terminal::LowBandwidth;

impl View {
    /// Sets one by its name, with effect at once, and says so; or says what is wrong.
    pub(super) fn set_setting(&mut self, name: &str, value: &str, at: Millis) {
        match self.settings.set(name, value, Place::Typed) {
            Ok(()) if name == "terminal-mode" && self.plain => self.notify(at, "plain-order", &[]),
            Ok(()) => {
                self.follow_setting(name);
                self.say_setting(name, at);
            }
            Err(problem) => {
                let said = problem.said(&self.strings);
                self.notices
                    .show(said, super::super::notices::Weight::Problem, at);
            }
        }
    }

    /// Does what the new value of a setting asks for. Those that are looked up with
    /// every frame ask for nothing.
    fn follow_setting(&mut self, name: &str) {
        match name {
            "theme" => self.theme = self.automatic.theme(&self.settings),
            "ui-lang" | "digits" => self.turn_strings(),
            // What was chosen for a script alone gives way until the next start.
            "measure" => self.measures = Measures::new(self.settings.measure, &BTreeMap::new()),
            "mouse" => self.ask(Effect::SetMouse(self.settings.mouse)),
            "list.cursor" => {
                self.list_cursor = self.settings.list_cursor;
                if let Some((_, cursor)) = &mut self.before_low_bandwidth {
                    *cursor = self.settings.list_cursor;
                }
            }
            "terminal-mode" => self.ask(Effect::SetTerminalMode(self.settings.terminal_mode)),
            "plain" => {
                self.plain = self.settings.plain;
                self.theme = self.automatic.theme(&self.settings);
                self.ask(Effect::SetPlain(self.plain, self.settings.terminal_mode));
                self.fill_sheet();
                self.arrange();
            }
            "alt-screen" => {
                self.ask(Effect::SetAlternateScreen(self.settings.alternate_screen));
            }
            "vowel-marks" => self.ask(Effect::SetVowelMarks(self.settings.vowel_marks)),
            "low-bandwidth" => {
                let low = match self.settings.low_bandwidth {
                    LowBandwidth::Auto => self.line_is_slow,
                    LowBandwidth::On => true,
                    LowBandwidth::Off => false,
                };
                self.set_low_bandwidth(low);
            }
            _ => {}
        }
    }

    /// Speaks another language or writes other digits, everywhere at once.
    fn turn_strings(&mut self) {
        self.strings = self.automatic.strings(&self.settings);
        self.list_names();
        self.fill_sheet();
        self.arrange();
    }

    /// Says the value of a setting, and what it comes to where it is left to nashra; or
    /// that there is no such setting.
    pub(super) fn say_setting(&mut self, name: &str, at: Millis) {
        let Some(setting) = Setting::of(name) else {
            // A value is never taken for a name that is none.
            self.set_setting(name, "", at);
            return;
        };
        let value = setting.value(&self.settings);
        let now = self.in_force(name).filter(|now| *now != value);
        let name = Value::from(name);
        match now {
            Some(now) => {
                self.notify(
                    at,
                    "setting-now-auto",
                    &[("name", name), ("value", (&now).into())],
                );
            }
            None => self.notify(
                at,
                "setting-now",
                &[("name", name), ("value", (&value).into())],
            ),
        }
    }

    /// What a setting comes to at present, where that is known.
    fn in_force(&self, name: &str) -> Option<String> {
        Some(match name {
            "theme" => self.theme.name().to_owned(),
            "ui-lang" => self.strings.locale().tag.to_owned(),
            "measure" => {
                let article = self.reader.article()?;
                self.measures.get(article.script).to_string()
            }
            "terminal-mode" if self.settings.terminal_mode.is_none() => {
                self.terminal_mode.name().to_owned()
            }
            "low-bandwidth" => if self.low_bandwidth { "on" } else { "off" }.to_owned(),
            _ => return None,
        })
    }
}
