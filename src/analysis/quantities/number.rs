//! Numbers with their separators, and words for thousands and millions.

use smallvec::SmallVec;

use super::decimal::Decimal;
use super::lexicon::Meaning;
use super::text::Text;

/// The most groups of digits that a number has.
const MOST_GROUPS: usize = 10;
/// The most words for thousands, millions and so on behind one another.
const MOST_SCALES: usize = 3;

/// Languages that part thousands with a space.
const SPACED_GROUPS: &[&str] = &[
    "fr", "ru", "uk", "be", "bg", "pl", "cs", "sk", "sv", "no", "nn", "fi", "et", "lv", "lt", "hu",
    "pt", "es", "kk", "ky", "uz", "tg", "tt", "ka", "hy", "az", "sq", "af", "eo",
];

/// A number in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// The place behind it.
    pub next: usize,
    pub value: Decimal,
}

/// A number with the words that make it larger.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// The place behind it.
    pub next: usize,
    pub value: Decimal,
    /// The place behind the number alone, and what that is.
    pub number: Number,
    /// The zeros that words add to a single number.
    pub places: u8,
    /// Whether a single letter stands for them, which counts beside a currency alone.
    pub letter: bool,
}

impl Amount {
    /// Whether no word makes the number larger.
    pub(super) const fn is_bare(&self) -> bool {
        self.next == self.number.next
    }
}

impl Text<'_> {
    /// The number at a place, with separators as the language has them or as the
    /// number itself shows.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        let mut parts: SmallVec<[&str; 4]> = SmallVec::new();
        let mut separators: SmallVec<[char; 4]> = SmallVec::new();
        parts.push(self.digits(at)?);
        let mut next = at + 1;
        while parts.len() <= MOST_GROUPS {
            let sign = self.folded(next).chars().next().unwrap_or(' ');
            if self.is_glued_sign(next, ".,'٫٬،")
                && self.written(next) != "，"
                && self.is_glued(next + 1)
                && let Some(digits) = self.digits(next + 1)
            {
                parts.push(digits);
                separators.push(sign);
                next += 2;
            } else if self.is_group(next)
                && separators.iter().all(|separator| *separator == ' ')
                && parts.first().is_some_and(|first| first.len() <= 3)
            {
                parts.push(self.folded(next));
                separators.push(' ');
                next += 1;
            } else {
                break;
            }
        }
        if parts.len() > MOST_GROUPS || self.is_glued_sign(next, ":/") && self.goes_on(next) {
            return None;
        }
        let decimals = match self.decimal(&parts, &separators)? {
            true => parts.last()?.len(),
            false => 0,
        };
        let value = Decimal::new(parts.iter().copied(), decimals)?;
        Some(Number { next, value })
    }

    /// Whether the digits at a place are three more of the number before them, behind
    /// a space.
    fn is_group(&self, at: usize) -> bool {
        let (Some(before), Some(token)) = (
            at.checked_sub(1).and_then(|before| self.tokens.get(before)),
            self.tokens.get(at),
        ) else {
            return false;
        };
        let gap = self.source.get(self.folded.source(before.end..token.start));
        self.digits(at).is_some_and(|digits| digits.len() == 3)
            && match gap {
                Some("\u{A0}" | "\u{202F}" | "\u{2009}") => true,
                Some(" ") => SPACED_GROUPS.contains(&self.language),
                _ => false,
            }
    }

    /// Whether the last of the groups stands behind a decimal separator; `None` where
    /// they are no number.
    fn decimal(&self, parts: &[&str], separators: &[char]) -> Option<bool> {
        let Some((last, others)) = separators.split_last() else {
            return Some(false);
        };
        let (tail, whole) = parts.split_last()?;
        if let Some(group) = others.first() {
            if others.iter().any(|other| other != group) || matches!(group, '٫') {
                return None;
            }
            return if last == group {
                are_groups(parts).then_some(false)
            } else {
                are_groups(whole).then_some(true)
            };
        }
        let decimal = self.lexicon().map_or('.', |lexicon| lexicon.decimal);
        let three = tail.len() == 3;
        let first = whole.first()?;
        Some(match last {
            '٫' => true,
            ' ' => false,
            '٬' | '\'' => return three.then_some(false),
            '،' => !three,
            separator => !three || *separator == decimal || first.len() > 3 || *first == "0",
        })
    }

    /// The number at a place with the words for thousands, millions and so on
    /// behind it.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let number = self.number(at)?;
        let mut amount = Amount {
            next: number.next,
            value: number.value,
            number,
            places: 0,
            letter: false,
        };
        if matches!(self.language, "zh" | "ja" | "ko" | "yue") {
            return self.myriads(amount);
        }
        for _ in 0..MOST_SCALES {
            let Some(places) = self.scale(amount.next) else {
                break;
            };
            amount.places = amount.places.saturating_add(places);
            amount.next += 1;
        }
        // A $100-million deal.
        if amount.is_bare()
            && self.is_glued_sign(amount.next, "-")
            && self.is_glued(amount.next + 1)
            && let Some(places) = self.scale(amount.next + 1)
        {
            amount.places = places;
            amount.next += 2;
        }
        if amount.places == 0
            && let Some(places) = self.short_scale(amount.next)
        {
            amount.places = places;
            amount.letter = self.folded(amount.next).chars().count() == 1;
            amount.next += 1;
        }
        amount.value = amount.value.scaled(amount.places);
        Some(amount)
    }

    /// A number in myriads, as East Asia has them: 3億2000万, 1억 2천500만, 5百万.
    fn myriads(&self, mut amount: Amount) -> Option<Amount> {
        let mut total: Option<Decimal> = None;
        let mut section: Option<Decimal> = None;
        let mut value = amount.number.value;
        // Every scale is smaller than the one of its kind before.
        let (mut myriad, mut small) = (u8::MAX, 4);
        let (mut compound, mut zeros) = (false, 0_u8);
        let add = |sum: Option<Decimal>, more: Decimal| match sum {
            None => Some(more),
            Some(sum) => sum.plus(more),
        };
        loop {
            let scale = self.scale(amount.next);
            match scale {
                Some(places) if places < small => {
                    section = Some(add(section, value.scaled(places))?);
                    small = places;
                    zeros += places;
                    amount.next += 1;
                }
                _ => section = Some(add(section, value)?),
            }
            if let Some(places) = self
                .scale(amount.next)
                .filter(|places| (4..myriad).contains(places))
            {
                total = Some(add(total, section.take()?.scaled(places))?);
                (myriad, small) = (places, 4);
                zeros += places;
                amount.next += 1;
            } else if scale.is_none() {
                break;
            }
            amount.places = zeros;
            let number = self.number(amount.next).filter(|number| {
                self.is_glued(amount.next) || self.scale(number.next).is_some_and(|s| s < myriad)
            });
            let Some(number) = number else {
                break;
            };
            (value, amount.next) = (number.value, number.next);
            compound = true;
        }
        if compound {
            amount.places = 0;
        }
        amount.value = match (total, section) {
            (Some(total), Some(section)) => total.plus(section)?,
            (total, section) => total.or(section)?,
        };
        Some(amount)
    }

    fn scale(&self, at: usize) -> Option<u8> {
        self.meanings(at).iter().find_map(|meaning| match meaning {
            Meaning::Scale(places) => Some(*places),
            _ => None,
        })
    }

    fn short_scale(&self, at: usize) -> Option<u8> {
        self.meanings(at).iter().find_map(|meaning| match meaning {
            Meaning::ShortScale(places) => Some(*places),
            _ => None,
        })
    }
}

/// Whether the groups of digits of a whole number are of three each, or as India
/// has them, of two before the last three.
fn are_groups(parts: &[&str]) -> bool {
    let [first, between @ .., last] = parts else {
        return true;
    };
    let size = between.first().map_or(3, |group| group.len());
    (1..=3).contains(&first.len())
        && last.len() == 3
        && matches!(size, 2 | 3)
        && between.iter().all(|group| group.len() == size)
}
