//! Times of the day: 14:30, 2 p.m., 14 Uhr, 下午2点30分.

use super::found::Found;
use super::lexicon::Meaning;
use super::text::Text;
use crate::corpus::{QuantityKind, QuantityRule};

/// Languages that tell hours from one to twelve, where nothing else says which half
/// of the day is meant.
const HALF_DAYS: &[&str] = &["en", "hi", "ur", "ar", "ko", "bn", "fil"];

/// Which half of the day a word says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
    Night,
}

/// A time, and what shows that it is one.
#[derive(Clone, Copy)]
struct Time {
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    half: Option<Half>,
    utc: bool,
    /// Whether it is one for certain, rather than a number of hours.
    told: bool,
    next: usize,
}

impl Text<'_> {
    /// The time that begins at a place, or the two ends of one.
    pub(super) fn clock(&self, at: usize) -> Option<Found> {
        if self.digits(at).is_some() && self.is_tail(at) {
            return None;
        }
        let between = self.begins_range(at);
        let first = self.time(at);
        let mut times = (first, None);
        if let Some(time) = first.filter(|time| time.told)
            && let Some(next) = self.range(time.next, between)
            && let Some(other) = self.time(next).filter(|other| other.told)
        {
            times.1 = Some(other);
        } else if first.is_none_or(|time| !time.told)
            && let Some(bare) = first.filter(|first| first.half.is_none())
            && let Some(next) = self.range(bare.next, between)
            && let Some(other) = self.time(next).filter(|other| other.told)
        {
            // 10-12 Uhr, 6.30 tot 11.30 uur
            times.0 = (bare.minute.is_some() == other.minute.is_some()).then_some(Time {
                half: other.half,
                utc: other.utc,
                told: true,
                ..bare
            });
            times.1 = Some(other);
        }
        let first = times.0.filter(|time| time.told)?;
        let value = match times.1 {
            None => self.value(first),
            Some(last) => self
                .value(first)
                .zip(self.value(last))
                .map(|(a, b)| format!("{a}/{b}")),
        };
        Some(Found {
            places: at..times.1.unwrap_or(first).next,
            kind: QuantityKind::Time,
            value,
            confidence: 0.85,
            rule: QuantityRule::Clock,
        })
    }

    /// The time at a place.
    fn time(&self, at: usize) -> Option<Time> {
        let mut start = self.skip(at, Meaning::ClockBefore);
        let before = start > at;
        let half_before = self.half(start);
        start += usize::from(half_before.is_some());
        let hour = self.number_of(start, 1..=2).filter(|hour| *hour <= 24)?;
        let mut time = Time {
            hour,
            minute: None,
            second: None,
            half: half_before,
            utc: false,
            told: before,
            next: start + 1,
        };
        let two = |at: usize| self.number_of(at, 2..=2).filter(|minute| *minute < 60);
        let preposition = at
            .checked_sub(1)
            .is_some_and(|before| self.means(before, Meaning::At));
        if self.is_glued_sign(time.next, ":") && self.is_glued(time.next + 1) {
            time.minute = Some(two(time.next + 1)?);
            time.next += 2;
            time.told = true;
            if self.is_glued_sign(time.next, ":")
                && self.is_glued(time.next + 1)
                && let Some(second) = two(time.next + 1)
            {
                time.second = Some(second);
                time.next += 2;
            }
        } else if self.is_glued_sign(time.next, ".")
            && self.is_glued(time.next + 1)
            && let Some(minute) = two(time.next + 1)
        {
            time.minute = Some(minute);
            time.next += 2;
        } else if self.means(time.next, Meaning::ClockMid)
            && let Some(minute) = self.number_of(time.next + 1, 1..=2).filter(|m| *m < 60)
            && (self.is_glued(time.next + 1) || !self.is_counted(time.next + 2))
        {
            time.minute = Some(minute);
            time.told = true;
            time.next = self.skip(time.next + 2, Meaning::Minute);
        } else if self.means(time.next, Meaning::ClockMid) && preposition {
            time.told = true;
            time.next += 1;
        }
        let dotted = time.minute.is_some() && self.is_glued_sign(start + 1, ".");
        if self.means(time.next, Meaning::Clock) {
            time.told = true;
            time.next += 1;
            // 14 Uhr 30
            if time.minute.is_none()
                && let Some(minute) = two(time.next)
                && self.means(time.next + 1, Meaning::Minute)
            {
                time.minute = Some(minute);
                time.next += 2;
            }
            if time.minute.is_none() && self.means(time.next, Meaning::HalfHour) {
                time.minute = Some(30);
                time.next += 1;
            }
        } else if preposition
            && dotted
            && self.lexicon().is_some_and(|lexicon| lexicon.decimal == ',')
            && !self.is_counted(time.next)
        {
            time.told = true;
        } else if self.means(time.next, Meaning::Unit("hour"))
            && (preposition
                || half_before.is_some()
                || self.half(time.next + 1).is_some()
                || dotted && self.lexicon().is_some_and(|lexicon| lexicon.decimal == ','))
        {
            time.told = true;
            time.next += 1;
        }
        // "Saturday, 5 pm": halves stand behind too.
        if time.half.is_none()
            && let Some(half) = self.half(time.next)
        {
            // "3 chiều" is three dimensions, "5 م" may be metres.
            let sure = self.language != "vi" && self.folded(time.next).chars().count() > 1;
            time.half = Some(half);
            time.told |= sure;
            time.next += 1;
        }
        if self.means(time.next, Meaning::Utc) && time.told {
            time.utc = true;
            time.next += 1;
        }
        let counted = before && time.minute.is_none() && self.is_counted(time.next);
        let twelve = time.half.is_none() || time.hour <= 12 || time.minute.is_some();
        let exists = time.hour < 24 || time.minute.unwrap_or(0) == 0;
        let zero = time.half.is_some() && time.hour == 0 && time.minute.is_none();
        (exists && twelve && !zero && !counted && !self.goes_on(time.next)).then_some(time)
    }

    /// Whether what stands at a place makes a number before it one of something.
    fn is_counted(&self, at: usize) -> bool {
        self.meanings(at).iter().any(|meaning| {
            matches!(
                meaning,
                Meaning::Unit(_)
                    | Meaning::Symbol(..)
                    | Meaning::Month(_)
                    | Meaning::Scale(_)
                    | Meaning::Percent
                    | Meaning::Currency(_)
                    | Meaning::Sign(_)
            )
        })
    }

    fn half(&self, at: usize) -> Option<Half> {
        self.meanings(at).iter().find_map(|meaning| match meaning {
            Meaning::Am => Some(Half::Am),
            Meaning::Pm => Some(Half::Pm),
            Meaning::Night => Some(Half::Night),
            _ => None,
        })
    }

    /// The time as ISO 8601 has it, if one can tell which half of the day it is in.
    fn value(&self, time: Time) -> Option<String> {
        let hour = match (time.half, time.hour) {
            (Some(Half::Am), 12) => 0,
            (Some(Half::Pm), hour @ 1..12) => hour + 12,
            (Some(Half::Night), 12) => 0,
            (Some(Half::Night), hour @ 6..12) => hour + 12,
            (None, 1..=12) if !time.utc && HALF_DAYS.contains(&self.language) => return None,
            (_, hour) => hour,
        };
        let zone = if time.utc { "Z" } else { "" };
        let second = time
            .second
            .map_or(String::new(), |second| format!(":{second:02}"));
        Some(format!(
            "T{hour:02}:{:02}{second}{zone}",
            time.minute.unwrap_or(0)
        ))
    }
}
