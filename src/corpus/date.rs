//! Moments and the days of the calendar they fall on.

use serde::Serialize;

/// Seconds in a day.
const DAY: i64 = 86_400;

/// A moment in seconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year; 0 is 1 BC.
    pub year: i64,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl Timestamp {
    /// The start of a day in UTC, or `None` where the calendar has no such day
    /// or the year is not one of four digits.
    #[must_use]
    pub fn from_date(date: Date) -> Option<Self> {
        let Date { year, month, day } = date;
        let exists = (0..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        // Years run from March here, so that the leap day is a year's last.
        exists.then(|| {
            let year = if month <= 2 { year - 1 } else { year };
            let month = (i64::from(month) + 9) % 12;
            let day_of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
            let era = year.div_euclid(400);
            let year_of_era = year.rem_euclid(400);
            let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
            Self((era * 146_097 + day_of_era - 719_468) * DAY)
        })
    }

    /// The day in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
        let days = self.0.div_euclid(DAY) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, late) = if month < 10 {
            (month + 3, 0)
        } else {
            (month - 9, 1)
        };
        Date {
            year: year_of_era + era * 400 + late,
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// The moment as RFC 3339 has it, in UTC: the day alone (`2024-05-09`) at
    /// midnight, which is what a source that names no hour gives, and the time
    /// too otherwise (`2024-05-09T17:30:00Z`).
    #[must_use]
    pub fn rfc3339(self) -> String {
        let Date { year, month, day } = self.date();
        let second = self.0.rem_euclid(DAY);
        let date = format!("{year:04}-{month:02}-{day:02}");
        if second == 0 {
            return date;
        }
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        format!("{date}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

/// The days of a month, 1 to 12.
const fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i64, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }

    #[test]
    fn every_day_of_a_thousand_years_goes_there_and_back() {
        let mut last = Timestamp::from_date(day(1600, 1, 1)).unwrap().0 - DAY;
        for year in 1600..2600 {
            for month in 1..=12 {
                for number in 1..=days_in_month(year, month) {
                    let date = day(year, month, number);
                    let moment = Timestamp::from_date(date).unwrap();
                    assert_eq!(moment.0, last + DAY);
                    assert_eq!(Timestamp(moment.0 + DAY - 1).date(), date);
                    last = moment.0;
                }
            }
        }
    }

    #[test]
    fn known_moments() {
        assert_eq!(Timestamp(0).rfc3339(), "1970-01-01");
        assert_eq!(Timestamp(-1).rfc3339(), "1969-12-31T23:59:59Z");
        assert_eq!(Timestamp(1_715_212_800).rfc3339(), "2024-05-09");
        assert_eq!(Timestamp(951_782_400).date(), day(2000, 2, 29));
        assert_eq!(Timestamp(1_700_000_000).rfc3339(), "2023-11-14T22:13:20Z");
    }

    #[test]
    fn days_that_do_not_exist() {
        assert_eq!(Timestamp::from_date(day(2023, 2, 29)), None);
        assert_eq!(Timestamp::from_date(day(2024, 13, 1)), None);
        assert_eq!(Timestamp::from_date(day(2024, 4, 0)), None);
        assert_eq!(Timestamp::from_date(day(10_000, 1, 1)), None);
    }

    #[test]
    fn no_moment_is_too_far() {
        for seconds in [i64::MIN, i64::MAX] {
            assert!(Timestamp(seconds).rfc3339().contains('-'));
        }
    }
}
