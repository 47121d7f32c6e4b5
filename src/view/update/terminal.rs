//! What the terminal is sent: the mode of right-to-left text, and how much.

use super::super::View;
use super::super::calibration::Judgement;
use super::super::message::{Effect, Millis};
use super::super::sheet::SheetKind;
use crate::config::settings::ListCursor;
use crate::config::strings::Value;
use crate::config::terminal::{LowBandwidth, TerminalMode};

impl View {
    /// The next mode, from now on.
    pub(super) fn next_terminal_mode(&mut self, at: Millis) {
        self.set_terminal_mode(self.terminal_mode.next());
        let mode = self.terminal_mode;
        let place = format!("{}/{}", mode.index() + 1, TerminalMode::ALL.len());
        let values = [
            ("mode", Value::from(mode.name())),
            ("place", Value::from(&place)),
        ];
        self.notify(at, "terminal-mode-now", &values);
    }

    fn set_terminal_mode(&mut self, mode: TerminalMode) {
        self.terminal_mode = mode;
        self.mode_is_guess = false;
        self.ask(Effect::SetTerminalMode(mode));
    }

    /// What a person answers in the calibration.
    pub(super) fn judge(&mut self, digit: u8, at: Millis) {
        match self.judgement(digit) {
            Some(Judgement::Fits(mode)) => {
                self.sheet = None;
                self.set_terminal_mode(mode);
                let mode = Value::from(mode.name());
                self.notify(at, "calibrate-done", &[("mode", mode)]);
            }
            Some(Judgement::NoLetters) => {
                self.open_sheet(SheetKind::Calibration { hebrew: true });
            }
            Some(Judgement::None) => {
                self.sheet = None;
                self.set_terminal_mode(TerminalMode::Visual);
                self.notify(at, "calibrate-none", &[]);
            }
            None => {}
        }
    }

    /// A word about a mode that is a guess, once, when it matters.
    pub(super) fn doubt_mode(&mut self, at: Millis) {
        if self.mode_is_guess && !self.told_guess && self.shows_right_to_left() {
            self.told_guess = true;
            self.notify(at, "terminal-guess", &[]);
        }
    }

    /// Whether right-to-left text is in sight.
    pub(in crate::view) fn shows_right_to_left(&self) -> bool {
        let article = self.reader.article();
        let in_reader = self.geometry.reader.is_some()
            && article.is_some_and(|article| article.direction.is_rtl());
        let rows = self.list.rows();
        let in_list =
            self.geometry.list.is_some() && rows.iter().any(|row| row.title.direction().is_rtl());
        in_reader || in_list
    }

    /// The line has proved slow: less is sent, unless a person wants it otherwise.
    pub(super) fn slow_line(&mut self, at: Millis) {
        if self.bandwidth_wish == LowBandwidth::Auto && !self.low_bandwidth {
            self.set_low_bandwidth(true);
            self.notify(at, "slow-line", &[]);
        }
    }

    pub(super) fn toggle_low_bandwidth(&mut self, at: Millis) {
        self.set_low_bandwidth(!self.low_bandwidth);
        self.bandwidth_wish = if self.low_bandwidth {
            LowBandwidth::On
        } else {
            LowBandwidth::Off
        };
        let id = if self.low_bandwidth {
            "low-bandwidth-on"
        } else {
            "low-bandwidth-off"
        };
        self.notify(at, id, &[]);
    }

    /// Sends less, or no less than is pleasant: without colours in the text, a bar
    /// over the row, marks in the margin, or a pane that nobody asked for.
    pub(in crate::view) fn set_low_bandwidth(&mut self, low: bool) {
        self.low_bandwidth = low;
        self.highlights = !low;
        self.reader.marks.coloured = !low;
        self.reader.marks.hides_page_end = low;
        if low {
            self.list_cursor = ListCursor::Handle;
        }
        self.arrange();
    }
}
