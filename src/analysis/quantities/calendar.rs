//! Days, months and years, and what they come to.

use std::fmt;

use crate::corpus::{Date, Timestamp};

/// A day, a month or a year, as far as it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Day {
    pub year: Option<u32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// Whether it is of the Iranian calendar.
    pub jalali: bool,
}

impl Day {
    /// Whether the calendar has it; a day of February may be one of a leap year.
    pub(super) fn exists(&self) -> bool {
        if self.jalali {
            let last = if self.month.is_some_and(|month| month <= 6) {
                31
            } else {
                30
            };
            return self.day.is_none_or(|day| (1..=last).contains(&day));
        }
        let date = Date {
            year: i64::from(self.year.unwrap_or(2000)),
            month: self.month.unwrap_or(1),
            day: self.day.unwrap_or(1),
        };
        Timestamp::from_date(date).is_some()
    }

    /// The same, or the time from it to a last day, as ISO 8601 has it.
    pub(super) fn value_to(&self, last: Option<Self>) -> Option<String> {
        match last {
            None => self.value(),
            Some(last) => Some(format!("{}/{}", self.value()?, last.value()?)),
        }
    }

    /// The same as ISO 8601 has it, or `None` where it has no name for it.
    pub(super) fn value(&self) -> Option<String> {
        let day = if self.jalali {
            self.gregorian()?
        } else {
            *self
        };
        day.is_told().then(|| day.to_string())
    }

    fn is_told(&self) -> bool {
        matches!(
            (self.year, self.month, self.day),
            (Some(_), _, None) | (_, Some(_), Some(_))
        )
    }

    /// The day of the Gregorian calendar on which one of the Iranian calendar falls;
    /// a month or a year of it falls on parts of two.
    fn gregorian(&self) -> Option<Self> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        // Of 33 years, eight are leap years; 1403 began on 20 March 2024.
        let leap_days = |before: i64| (8 * (before - 1) + 29).div_euclid(33);
        let year = i64::from(year);
        let months = i64::from(month) - 1;
        let days = (year - 1403) * 365 + leap_days(year) - leap_days(1403)
            + months * 30
            + months.min(6)
            + i64::from(day)
            - 1;
        let first = Timestamp::from_date(Date {
            year: 2024,
            month: 3,
            day: 20,
        })?;
        let date = Timestamp(first.0 + days * 86_400).date();
        Some(Self {
            year: u32::try_from(date.year).ok(),
            month: Some(date.month),
            day: Some(date.day),
            jalali: false,
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    fn day(year: Option<u32>, month: Option<u8>, day: Option<u8>, jalali: bool) -> Day {
        Day {
            year,
            month,
            day,
            jalali,
        }
    }

    #[test]
    fn days_are_told_as_iso_8601_has_them() {
        for (told, value) in [
            ((Some(2024), Some(5), Some(9)), Some("2024-05-09")),
            ((Some(2024), Some(5), None), Some("2024-05")),
            ((Some(2024), None, None), Some("2024")),
            ((None, Some(5), Some(9)), Some("--05-09")),
            ((None, Some(5), None), None),
        ] {
            assert_eq!(day(told.0, told.1, told.2, false).value().as_deref(), value);
        }
        assert!(day(None, Some(2), Some(29), false).exists());
        assert!(!day(Some(2023), Some(2), Some(29), false).exists());
        assert!(!day(Some(2023), Some(4), Some(31), false).exists());
    }

    #[test]
    fn days_of_the_iranian_calendar_are_led_to_the_gregorian() {
        // New year's days and their eves, as the calendar of Iran has them.
        for ((year, month, number), value) in [
            ((1357, 11, 22), "1979-02-11"),
            ((1399, 12, 30), "2021-03-20"),
            ((1400, 1, 1), "2021-03-21"),
            ((1402, 12, 29), "2024-03-19"),
            ((1403, 1, 1), "2024-03-20"),
            ((1403, 2, 20), "2024-05-09"),
            ((1403, 12, 30), "2025-03-20"),
            ((1404, 1, 1), "2025-03-21"),
        ] {
            let told = day(Some(year), Some(month), Some(number), true);
            assert_eq!(
                told.value().as_deref(),
                Some(value),
                "{year}-{month}-{number}"
            );
        }
        assert_eq!(day(None, Some(1), Some(1), true).value(), None);
    }
}
