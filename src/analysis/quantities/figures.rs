//! Dates in figures: 9.5.2024, 2024-05-09, 5/9/2024 where one can tell.

use super::calendar::Day;
use super::found::Found;
use super::lexicon::Meaning;
use super::text::Text;
use crate::corpus::{QuantityKind, QuantityRule};

/// Two digits from here on are years of the century before.
const PIVOT: u32 = 70;

impl Text<'_> {
    /// The date in figures that begins at a place.
    pub(super) fn figures(&self, at: usize) -> Option<Found> {
        let start = self.skip(at, Meaning::DayBefore);
        if self.is_tail(start) {
            return None;
        }
        let (first, last, next) = self
            .three_figures(start)
            .map(|(day, next)| (day, None, next))
            .or_else(|| self.day_range(start))
            .or_else(|| {
                self.spaced_figures(start)
                    .map(|(day, next)| (day, None, next))
            })
            .or_else(|| {
                let day = (start > at).then(|| self.two_figures(start)).flatten();
                day.map(|(day, next)| (day, None, next))
            })?;
        let last_exists = last.is_none_or(|last: Day| last.exists());
        if !first.exists() || !last_exists || self.goes_on(next) {
            return None;
        }
        let value = first.value_to(last);
        Some(Found {
            places: at..self.skip(next, Meaning::YearAfter),
            kind: QuantityKind::Date,
            value,
            confidence: 0.9,
            rule: QuantityRule::CalendarDigits,
        })
    }

    /// Day, month and year with the same sign between them.
    fn three_figures(&self, at: usize) -> Option<(Day, usize)> {
        let (a, b, c) = (self.digits(at)?, self.digits(at + 2)?, self.digits(at + 4)?);
        let sign = self.folded(at + 1);
        let glued = (at + 1..at + 5).all(|at| self.is_glued(at));
        if !glued || !self.is_sign(at + 1, "./-") || self.folded(at + 3) != sign {
            return None;
        }
        let number = |digits: &str| digits.parse::<u32>().ok();
        let (year, month, day) = match (a.len(), b.len(), c.len()) {
            (4, 1..=2, 1..=2) => (number(a)?, number(b)?, number(c)?),
            (1..=2, 1..=2, 4) => {
                let (month, day) = self.month_and_day(number(a)?, number(b)?, sign)?;
                (number(c)?, month, day)
            }
            (2, 2, 2) if sign == "." && self.lexicon()?.order.starts_with("dM") => {
                let year = number(c)?;
                let century = if year < PIVOT { 2000 } else { 1900 };
                (century + year, number(b)?, number(a)?)
            }
            _ => return None,
        };
        let jalali = self.language == "fa" && (1244..=1499).contains(&year);
        let day = Day {
            year: Some(year).filter(|year| (1000..=2999).contains(year)),
            month: u8::try_from(month)
                .ok()
                .filter(|month| (1..=12).contains(month)),
            day: u8::try_from(day).ok().filter(|day| (1..=31).contains(day)),
            jalali,
        };
        let told = day.year.is_some() && day.month.is_some() && day.day.is_some();
        told.then_some((day, at + 5))
    }

    /// Which of two numbers before a year is the month, and which the day.
    fn month_and_day(&self, a: u32, b: u32, sign: &str) -> Option<(u32, u32)> {
        let order = self.lexicon()?.order;
        if sign == "." || order.starts_with("dM") && !order.ends_with('?') {
            return Some((b, a));
        }
        if a == b || a > 12 {
            return Some((b, a));
        }
        if b > 12 {
            return Some((a, b));
        }
        // Either may be the month: languages that put the year first tell neither.
        order.starts_with("Md").then_some((a, b))
    }

    /// 3.-5.5.2024 and 3-5/5/2024.
    fn day_range(&self, at: usize) -> Option<(Day, Option<Day>, usize)> {
        let first = self.number_of(at, 1..=2)?;
        let dash = at + 1 + usize::from(self.is_glued_sign(at + 1, "."));
        if !self.is_glued_sign(dash, "-") || !self.is_glued(dash + 1) {
            return None;
        }
        let (last, next) = self.three_figures(dash + 1)?;
        let first = Day {
            day: u8::try_from(first).ok(),
            ..last
        };
        (self.folded(dash + 2) != "-").then_some((first, Some(last), next))
    }

    /// 2024. 5. 9., as Korean has it.
    fn spaced_figures(&self, at: usize) -> Option<(Day, usize)> {
        let stops = self.is_glued_sign(at + 1, ".") && self.is_glued_sign(at + 3, ".");
        if self.language != "ko" || !stops {
            return None;
        }
        let part = |at| u8::try_from(self.number_of(at, 1..=2)?).ok();
        let day = Day {
            year: self.number_of(at, 4..=4),
            month: Some(part(at + 2)?),
            day: Some(part(at + 4)?),
            jalali: false,
        };
        day.year?;
        Some((day, at + 5 + usize::from(self.is_glued_sign(at + 5, "."))))
    }

    /// 9/5 behind the word for day: ngày 9/5.
    fn two_figures(&self, at: usize) -> Option<(Day, usize)> {
        let (day, month) = (self.number_of(at, 1..=2)?, self.number_of(at + 2, 1..=2)?);
        if !self.is_glued_sign(at + 1, "/-") || !self.is_glued(at + 2) {
            return None;
        }
        let day = Day {
            year: None,
            month: u8::try_from(month).ok(),
            day: u8::try_from(day).ok(),
            jalali: false,
        };
        Some((day, at + 3))
    }
}
