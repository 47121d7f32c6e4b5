//! How far things are: the import, the search of a corpus that is still read, the reader.

use super::View;
use super::message::Millis;
use crate::config::strings::Value;

/// How far the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The first row is in sight.
    Top,
    /// So many percent of the text were passed.
    Percent(usize),
    /// The last row is in sight.
    End,
}

/// How far the import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Importing {
    /// Bytes read.
    pub done: u64,
    /// Bytes in all; not 0.
    pub total: u64,
    /// When that was so.
    pub at: Millis,
}

/// Cells of the bar of the import.
const BAR: u64 = 11;
/// Screens narrower than this have no such bar.
const BAR_FROM: u16 = 80;

impl View {
    /// How far the import is, and how long it will take.
    pub(super) fn import_state(&self, importing: Importing) -> String {
        let Importing { done, total, at } = importing;
        let percent = ("percent", Value::Number(self.read_so_far().unwrap_or(100)));
        // At the speed so far: what is left to what is done as the time to come to that gone.
        let left = at.saturating_mul(total - done) / done.max(1) / 1000;
        let time = format!("{}:{:02}", left / 60, left % 60);
        if self.size.0 < BAR_FROM {
            return self.strings.format("state-reading", &[percent]);
        }
        let full = usize::try_from(done.saturating_mul(BAR) / total).unwrap_or(0);
        let bar = format!("[{:.<width$}]", "#".repeat(full), width = BAR as usize);
        let values = [
            percent,
            ("bar", Value::from(&bar)),
            ("time", Value::from(&time)),
        ];
        self.strings.format("state-importing", &values)
    }

    /// How far the reader is; while it is scrolled, how far it was before.
    #[must_use]
    pub fn progress(&mut self) -> Progress {
        if !self.scrolling {
            self.progress = self.progress_now();
        }
        self.progress
    }

    fn progress_now(&mut self) -> Progress {
        if self.reader.at_end() {
            Progress::End
        } else if self.reader.at_top() {
            Progress::Top
        } else {
            Progress::Percent(self.reader.percent())
        }
    }

    /// The same in words.
    #[must_use]
    pub fn progress_text(&mut self) -> String {
        match self.progress() {
            Progress::Top => self.strings.text("progress-top").into_owned(),
            Progress::End => self.strings.text("progress-end").into_owned(),
            Progress::Percent(percent) => self
                .strings
                .format("progress-percent", &[("percent", Value::from(percent))]),
        }
    }
}
