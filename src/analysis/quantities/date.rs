//! Dates in words: 9 May 2024, 3 إلى 5 مايو, 2024年5月9日.

use super::calendar::Day;
use super::found::Found;
use super::lexicon::Meaning;
use super::parts::{Part, YEARS};
use super::text::Text;
use crate::corpus::{QuantityKind, QuantityRule};

impl Text<'_> {
    /// The date in words that begins at a place.
    pub(super) fn date(&self, at: usize) -> Option<Found> {
        if self.digits(at).is_some() && self.is_tail(at) {
            return None;
        }
        let start = self.weekday(at);
        if start > at && self.digits(start).is_none() && self.meanings(start).is_empty() {
            return None;
        }
        let between = self.begins_range(at);
        let (mut days, mut next) = self.days(start, between)?;
        if start > at && days.0.day.is_none() {
            return None;
        }
        if days.1.is_none()
            && let Some(from) = self.range(next, between)
            && let Some((other, end)) = self.other_end(from, days.0)
        {
            days.0.year = days.0.year.or(other.year);
            (days.1, next) = (Some(other), end);
        }
        next = self.weekday_behind(next);
        let (first, last) = days;
        // A preposition is no part of a date.
        let at = at + usize::from(self.means(at, Meaning::InYear));
        if !first.exists() || last.is_some_and(|last| !last.exists()) {
            return None;
        }
        let value = first.value_to(last);
        let year_alone = first.month.is_none();
        let by_month = first.month.is_some() && (first.day.is_some() || first.year.is_some());
        (by_month || year_alone).then_some(())?;
        Some(Found {
            places: at..next,
            kind: QuantityKind::Date,
            value,
            confidence: if year_alone || first.year.is_none() {
                0.85
            } else {
                0.95
            },
            rule: if year_alone {
                QuantityRule::Year
            } else {
                QuantityRule::CalendarWords
            },
        })
    }

    /// The place behind a day of the week and a comma, where they stand at a place.
    fn weekday(&self, at: usize) -> usize {
        if !self.means(at, Meaning::Weekday) {
            return at;
        }
        at + 1 + usize::from(self.is_sign(at + 1, ",.،"))
    }

    /// The place behind a day of the week in brackets: 9日(木).
    fn weekday_behind(&self, at: usize) -> usize {
        let inside = self.is_sign(at, "(") && self.is_sign(at + 2, ")");
        let short =
            self.written(at + 1).chars().count() == 1 || self.means(at + 1, Meaning::Weekday);
        let day = self.means(at + 1, Meaning::Weekday)
            || matches!(
                self.written(at + 1),
                "月" | "火" | "水" | "木" | "金" | "土" | "日"
            );
        at + if inside && short && day { 3 } else { 0 }
    }

    /// One date or the two ends of 3-5 May, at a place.
    fn days(&self, at: usize, between: bool) -> Part<(Day, Option<Day>)> {
        let one = |(day, next)| ((day, None), next);
        self.day_month_year(at, between)
            .or_else(|| self.by_signs_of_units(at).map(one))
            .or_else(|| self.month_day_year(at))
            .or_else(|| self.year_month_day(at).map(one))
            .or_else(|| self.month_year(at).map(one))
            .or_else(|| self.year_alone(at).map(one))
    }

    /// What a range that begins with a date ends with: a date, or a day of its month.
    fn other_end(&self, at: usize, first: Day) -> Part<Day> {
        let start = self.weekday(at);
        if let Some(((day, None), next)) = self.days(start, false)
            && day.month.is_some() == first.month.is_some()
            && day.day.is_some() == first.day.is_some()
            && day.jalali == first.jalali
        {
            return Some((day, next));
        }
        // 5月3日至5日
        let (day, next) = self.day(at)?;
        first.day?;
        let behind = self.skip(next, Meaning::DayAfter);
        (behind > next).then_some((
            Day {
                day: Some(day),
                ..first
            },
            behind,
        ))
    }

    /// 9 May 2024; 3-5 May; ngày 9 tháng 5 năm 2024.
    fn day_month_year(&self, at: usize, between: bool) -> Part<(Day, Option<Day>)> {
        let at = self.skip(at, Meaning::DayBefore);
        let (first, mut next) = self.day(at)?;
        let mut last = None;
        if let Some(from) = self.range(next, between)
            && let Some((day, end)) = self.day(from)
        {
            (last, next) = (Some(day), end);
        }
        next = self.skip(next, Meaning::Of);
        let (month, behind) = self.month(next)?;
        let year = self.year(behind, month);
        // A short name alone is no month: "5 mar".
        let told = self.written(behind - 1).ends_with('.') || self.has_capitals();
        if month.short && year.is_none() && !told || self.goes_on(behind) && year.is_none() {
            return None;
        }
        let (year, next) = year.map_or((None, behind), |(year, next)| (Some(year), next));
        let day = |day| Day {
            year,
            month: Some(month.number),
            day: Some(day),
            jalali: month.jalali,
        };
        Some(match last {
            None => ((day(first), None), next),
            Some(last) => ((day(first), Some(day(last))), next),
        })
    }

    /// May 9, 2024; May 3-5, in languages that put the month first.
    fn month_day_year(&self, at: usize) -> Part<(Day, Option<Day>)> {
        self.lexicon()?.month_first.then_some(())?;
        let (month, next) = self.month(at).filter(|(month, _)| !month.by_number)?;
        let (first, mut next) = self.day(next)?;
        let mut last = None;
        if self.is_sign(next, "-")
            && let Some((day, end)) = self.day(next + 1)
            && self.month(end).is_none()
        {
            (last, next) = (Some(day), end);
        }
        next = self.skip(next, Meaning::DayAfter);
        // "In May 5 million people": the number counts something.
        let counts = self.meanings(next).iter().any(|meaning| {
            matches!(
                meaning,
                Meaning::Scale(_)
                    | Meaning::ShortScale(_)
                    | Meaning::Percent
                    | Meaning::Currency(_)
                    | Meaning::Unit(_)
                    | Meaning::Symbol(..)
            )
        });
        if counts || self.goes_on(next) {
            return None;
        }
        let (year, next) = match self.year(next, month) {
            Some((year, next)) => (Some(year), next),
            None => (None, next),
        };
        let day = |day| Day {
            year,
            month: Some(month.number),
            day: Some(day),
            jalali: false,
        };
        Some(((day(first), last.map(day)), next))
    }

    /// 2024. május 9.; 2024年五月9日.
    fn year_month_day(&self, at: usize) -> Part<Day> {
        self.lexicon()?.month_first.then_some(())?;
        let year = self
            .number_of(at, 4..=4)
            .filter(|year| YEARS.contains(year))?;
        let next = self.skip(at + 1, Meaning::YearAfter);
        let next = next + usize::from(self.is_glued_sign(next, ".,") && next == at + 1);
        let (month, behind) = self.month(next).filter(|(month, _)| !month.by_number)?;
        let date = |day| Day {
            year: Some(year),
            month: Some(month.number),
            day,
            jalali: false,
        };
        match self.day(behind) {
            Some((day, next)) => Some((date(Some(day)), self.skip(next, Meaning::DayAfter))),
            None => Some((date(None), behind)),
        }
    }

    /// May 2024, mayo de 2024, tháng 5/2024.
    fn month_year(&self, at: usize) -> Part<Day> {
        let (month, next) = self.month(at)?;
        let (year, next) = match self.year(next, month) {
            Some((year, next)) => (Some(year), next),
            // April-June 2024: the end of the range has the year.
            None if self
                .range(next, false)
                .is_some_and(|next| self.month(next).is_some()) =>
            {
                (None, next)
            }
            None => return None,
        };
        let day = Day {
            year,
            month: Some(month.number),
            day: None,
            jalali: month.jalali,
        };
        Some((day, next))
    }

    /// 2024年5月9日, 5월 9일, 2024年5月.
    fn by_signs_of_units(&self, at: usize) -> Part<Day> {
        let mut next = at;
        let mut date = Day::default();
        let era = self.meanings(at).iter().find_map(|meaning| match meaning {
            Meaning::Era(before) => Some(*before),
            _ => None,
        });
        if let Some(before) = era
            && let Some(year) = self.number_of(at + 1, 1..=2)
            && self.means(at + 2, Meaning::YearAfter)
        {
            date.year = Some(before + year);
            next += 3;
        } else if let Some(year) = self.number_of(next, 4..=4)
            && YEARS.contains(&year)
            && self.means(next + 1, Meaning::YearAfter)
        {
            date.year = Some(year);
            next += 2;
        }
        if let Some(month) = self.number_of(next, 1..=2)
            && (1..=12).contains(&month)
            && self.means(next + 1, Meaning::MonthAfter)
        {
            date.month = u8::try_from(month).ok();
            next += 2;
            if let Some((day, behind)) = self.day(next) {
                // 5月3～5日: the sign stands behind the last day.
                let last = self.range(behind, false).and_then(|next| self.day(next));
                if self.means(behind, Meaning::DayAfter) {
                    (date.day, next) = (Some(day), behind + 1);
                } else if last.is_some_and(|(_, end)| self.means(end, Meaning::DayAfter)) {
                    (date.day, next) = (Some(day), behind);
                }
            }
        }
        let told = era.is_some() && date.year.is_some()
            || date.month.is_some() && (date.year.is_some() || date.day.is_some());
        told.then_some((date, next))
    }

    /// A year that a word calls one: عام 2024, 2024 год, 2024年.
    fn year_alone(&self, at: usize) -> Part<Day> {
        let date = |year| Day {
            year: Some(self.common(year)),
            ..Day::default()
        };
        let years = |year: &u32| YEARS.contains(year) && !self.is_of_other_era(*year);
        if let Some(year) = self.number_of(at, 4..=4).filter(years) {
            let named = self.means(at + 1, Meaning::YearAfter);
            return named.then_some((date(year), at + 2));
        }
        let named = self.means(at, Meaning::YearBefore);
        if !named && !self.means(at, Meaning::InYear) {
            return None;
        }
        let year = self.number_of(at + 1, 4..=4).filter(years)?;
        let next = at + 2;
        let ends = match self.tokens.get(next) {
            None => true,
            Some(_) => self.is_glued_sign(next, ".,;:!?)،؛。，") && !self.goes_on(next),
        };
        let ends = ends || named && !self.goes_on(next) && !self.is_glued(next);
        let next = self.skip(next, Meaning::YearAfter);
        (ends && (named || (1800..=2099).contains(&year))).then_some((date(year), next))
    }
}
