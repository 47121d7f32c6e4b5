//! The parts of a date in words: its day, its month, its year.

use super::lexicon::Meaning;
use super::text::Text;

/// Years of the common era that news speaks of by four digits.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1000..=2999;
/// Years of the Iranian calendar.
const JALALI_YEARS: std::ops::RangeInclusive<u32> = 1244..=1499;

/// A part of a date and the place behind it.
pub(super) type Part<T> = Option<(T, usize)>;

/// A month: its number, whether it is of the Iranian calendar, whether its name is
/// a short one that may be another word.
#[derive(Clone, Copy)]
pub(super) struct Month {
    pub number: u8,
    pub jalali: bool,
    pub short: bool,
    /// Whether a number tells it.
    pub by_number: bool,
}

impl Text<'_> {
    /// A day of the month, with the mark of an ordinal number.
    pub(super) fn day(&self, at: usize) -> Part<u8> {
        let day = self
            .number_of(at, 1..=2)
            .filter(|day| (1..=31).contains(day))?;
        let mut next = at + 1;
        let ordinal = self.is_glued(next) && self.means(next, Meaning::Ordinal);
        let stop = self.is_glued_sign(next, ".")
            && (!self.is_glued(next + 1) || self.is_sign(next + 1, "-"));
        next += usize::from(ordinal || stop);
        Some((u8::try_from(day).ok()?, next))
    }

    /// A month by its name, its two names, or a number behind the word for it.
    pub(super) fn month(&self, at: usize) -> Part<Month> {
        if self.means(at, Meaning::MonthBefore) {
            let number = self.number_of(at + 1, 1..=2)?;
            let month = Month {
                number: u8::try_from(number).ok().filter(|n| (1..=12).contains(n))?,
                jalali: false,
                short: false,
                by_number: true,
            };
            return Some((month, at + 2));
        }
        let month = self.named_month(at)?;
        let other = |at| {
            self.named_month(at)
                .is_some_and(|other| other.number == month.number)
        };
        // أيار/مايو, فبراير (شباط)
        let next = if self.is_sign(at + 1, "/-") && other(at + 2) {
            at + 3
        } else if self.is_sign(at + 1, "(") && other(at + 2) && self.is_sign(at + 3, ")") {
            at + 4
        } else {
            at + 1
        };
        // Sept. 11
        let stop = month.short && self.is_glued_sign(next, ".") && self.digits(next + 1).is_some();
        Some((month, next + usize::from(stop)))
    }

    pub(super) fn named_month(&self, at: usize) -> Option<Month> {
        let month = self.meanings(at).iter().find_map(|meaning| {
            let (number, jalali, short) = match meaning {
                Meaning::Month(number) => (*number, false, false),
                Meaning::ShortMonth(number) => (*number, false, true),
                Meaning::Jalali(number) => (*number, true, false),
                _ => return None,
            };
            Some(Month {
                number,
                jalali,
                short,
                by_number: false,
            })
        })?;
        // "may" and "march" are other words.
        let capital = self.written(at).starts_with(char::is_uppercase);
        (capital || !self.has_capitals()).then_some(month)
    }

    /// Whether the language writes months with capitals.
    pub(super) fn has_capitals(&self) -> bool {
        matches!(self.language, "en" | "de")
    }

    /// The year of a date, with what may stand before it.
    pub(super) fn year(&self, at: usize, month: Month) -> Part<u32> {
        let mut next = at + usize::from(self.is_glued_sign(at, ",،፣"));
        if month.by_number && self.is_glued_sign(at, "/-") {
            next = at + 1;
        }
        next = self.skip(next, Meaning::Of);
        next = self.skip(next, Meaning::YearBefore);
        let years = if month.jalali { JALALI_YEARS } else { YEARS };
        let year = self
            .number_of(next, 4..=4)
            .filter(|year| years.contains(year))?;
        if self.goes_on(next + 1) {
            return None;
        }
        Some((self.common(year), self.skip(next + 1, Meaning::YearAfter)))
    }

    /// The year of the common era; Thailand counts from the death of the Buddha.
    pub(super) fn common(&self, year: u32) -> u32 {
        if self.language == "th" && year >= 2400 {
            year - 543
        } else {
            year
        }
    }

    /// Whether a year may be one of the Iranian calendar or of the Hijra.
    pub(super) fn is_of_other_era(&self, year: u32) -> bool {
        match self.language {
            "fa" => JALALI_YEARS.contains(&year),
            "ar" | "ur" => (1380..1450).contains(&year),
            _ => false,
        }
    }
}
