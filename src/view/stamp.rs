//! Dates as the list and the line below a headline show them.

use crate::config::strings::{Strings, Value};
use crate::corpus::Timestamp;

/// Writes dates, relative to the day the program started.
pub struct Stamps<'a> {
    /// The strings of the interface.
    pub strings: &'a Strings,
    /// The day today.
    pub now: Timestamp,
}

impl Stamps<'_> {
    /// A date for the list's column: the time today, the day this year, else the
    /// month. No word that would change while nobody types.
    #[must_use]
    pub fn column(&self, date: Option<Timestamp>) -> String {
        let Some(date) = date else {
            return String::new();
        };
        let (day, today) = (date.date(), self.now.date());
        if day == today {
            let seconds = date.0.rem_euclid(86_400);
            if seconds > 0 {
                return format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
            }
        }
        if day.year == today.year {
            let month = self.strings.text(&format!("month-short-{}", day.month));
            return self.strings.format(
                "date-short",
                &[
                    ("day", Value::Text(&format!("{:02}", day.day))),
                    ("month", Value::Text(&month)),
                ],
            );
        }
        format!("{:04}-{:02}", day.year, day.month)
    }

    /// A whole date: `9 May 2024`.
    #[must_use]
    pub fn long(&self, date: Timestamp) -> String {
        let day = date.date();
        let year = i32::try_from(day.year).unwrap_or_default();
        self.strings.date(year, day.month, day.day)
    }
}
