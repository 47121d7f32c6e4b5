//! What the terminal is sent: the mode of right-to-left text, and how much.

use super::super::View;
use super::super::calibration::{Calibration, Judgement};
use super::super::message::{Effect, Millis};
use super::super::reader::Highlights;
use super::super::sheet::SheetKind;
use crate::config::settings::ListCursor;
use crate::config::strings::Value;
use crate::config::terminal::{LowBandwidth, TerminalMode};

impl View {
    /// The next mode, from now on.
    pub(super) fn next_terminal_mode(&mut self, at: Millis) {
        if self.plain {
            return self.notify(at, "plain-order", &[]);
        }
        self.set_terminal_mode(self.terminal_mode.next());
        let mode = self.terminal_mode;
        let number = |count: usize| {
            self.strings
                .number(i64::try_from(count).unwrap_or(i64::MAX))
        };
        let all = number(TerminalMode::ALL.len());
        let place = format!("{}/{all}", number(mode.index() + 1));
        let values = [
            ("mode", Value::from(mode.name())),
            ("place", Value::from(&place)),
        ];
        self.notify(at, "terminal-mode-now", &values);
    }

    fn set_terminal_mode(&mut self, mode: TerminalMode) {
        self.terminal_mode = mode;
        self.mode_is_guess = false;
        self.settings.terminal_mode = Some(mode);
        self.ask(Effect::SetTerminalMode(Some(mode)));
    }

    /// Leaves the mode to what is found of the terminal.
    pub(super) fn leave_terminal_mode(&mut self, at: Millis) {
        if self.plain {
            return self.notify(at, "plain-order", &[]);
        }
        self.settings.terminal_mode = None;
        self.ask(Effect::SetTerminalMode(None));
        self.notify(at, "terminal-mode-auto", &[]);
    }

    pub(super) fn open_calibration(&mut self, at: Millis) {
        if self.plain {
            return self.notify(at, "plain-order", &[]);
        }
        let calibration = Calibration::new(self.terminal_mode);
        self.open_sheet(SheetKind::Calibration(calibration));
    }

    /// What a person answers in the calibration.
    pub(super) fn judge(&mut self, digit: u8, at: Millis) {
        let Some(SheetKind::Calibration(calibration)) =
            self.sheet.as_ref().map(|sheet| sheet.kind.clone())
        else {
            return;
        };
        match calibration.judgement(digit) {
            Some(Judgement::Fits(mode)) => {
                self.sheet = None;
                self.set_terminal_mode(mode);
                let mode = Value::from(mode.name());
                self.notify(at, "calibrate-done", &[("mode", mode)]);
            }
            Some(Judgement::NoLetters) => {
                self.open_sheet(SheetKind::Calibration(Calibration {
                    is_hebrew: true,
                    ..calibration
                }));
            }
            Some(Judgement::None) => {
                self.sheet = None;
                let mode = Value::from(self.terminal_mode.name());
                self.notify(at, "calibrate-none", &[("mode", mode)]);
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
        let mut rows = self.list.rows().iter();
        let in_list =
            self.geometry.list.is_some() && rows.any(|row| row.title.direction().is_rtl());
        in_reader || in_list
    }

    /// The line has proved slow: less is sent, unless a person wants it otherwise.
    pub(super) fn slow_line(&mut self, at: Millis) {
        self.line_is_slow = true;
        if self.settings.low_bandwidth == LowBandwidth::Auto && !self.low_bandwidth {
            self.set_low_bandwidth(true);
            let undo = Value::from(":set low-bandwidth off");
            self.notify(at, "slow-line", &[("command", undo)]);
        }
    }

    pub(super) fn toggle_low_bandwidth(&mut self, at: Millis) {
        self.set_low_bandwidth(!self.low_bandwidth);
        let (wish, id) = if self.low_bandwidth {
            (LowBandwidth::On, "low-bandwidth-on")
        } else {
            (LowBandwidth::Off, "low-bandwidth-off")
        };
        self.settings.low_bandwidth = wish;
        self.notify(at, id, &[]);
    }

    /// Sends less, or no less than is pleasant: no colours in the text until they are
    /// asked for, no bar over a row, no marks in the margin, no pane that nobody asked
    /// for.
    pub(in crate::view) fn set_low_bandwidth(&mut self, low: bool) {
        if low == self.low_bandwidth {
            return;
        }
        self.low_bandwidth = low;
        if low {
            let before = (self.highlights, self.list_cursor);
            self.before_low_bandwidth = Some(before);
            (self.highlights, self.list_cursor) = (Highlights::Off, ListCursor::Handle);
        } else if let Some(before) = self.before_low_bandwidth.take() {
            (self.highlights, self.list_cursor) = before;
        }
        self.dress_reader();
        self.arrange();
    }

    /// How much the reader marks in its text and its margin.
    pub(super) const fn dress_reader(&mut self) {
        self.reader.marks.highlights = self.highlights;
        self.reader.marks.hides_page_end = self.low_bandwidth;
    }
}
