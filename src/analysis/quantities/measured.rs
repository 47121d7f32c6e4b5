//! Money, percentages and quantities with a unit.

use super::decimal::Decimal;
use super::found::Found;
use super::lexicon::Meaning;
use super::number::Amount;
use super::text::Text;
use crate::corpus::{QuantityKind, QuantityRule};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// Money, by the code of the currency where that is known, and by the power of
    /// ten in which it is counted.
    Money(Option<&'static str>, u8),
    /// Hundredths.
    Percent,
    /// A unit, by CLDR's name.
    Unit(&'static str),
}

/// So much of something.
#[derive(Clone, Copy, Debug)]
struct Measured {
    what: What,
    rule: QuantityRule,
    low: Decimal,
    high: Option<Decimal>,
    /// The place behind it.
    next: usize,
}

impl Text<'_> {
    /// The money, the percentage or the quantity that begins at a place.
    pub(super) fn measured(&self, at: usize) -> Option<Found> {
        if self.digits(at).is_some() && self.is_tail(at) {
            return None;
        }
        let between = self.begins_range(at);
        let mut measured = self.single(at, between)?;
        if measured.high.is_none()
            && let Some(next) = self.range(measured.next, between)
            && let Some(other) = self.single(next, false)
            && other.what == measured.what
            && other.high.is_none()
        {
            measured.high = Some(other.low);
            measured.next = other.next;
        }
        Some(measured.found(at))
    }

    /// So much of something at a place, or from so much to so much.
    fn single(&self, at: usize, between: bool) -> Option<Measured> {
        if let Some((what, rule)) = self.before(at) {
            let (low, high, amount) = self.amounts(at + 1, between)?;
            let mut next = amount.next;
            // The same currency again: $5 million USD.
            let again = |(other, _)| matches!((what, other), (What::Money(a, _), What::Money(b, _)) if a == b);
            next += usize::from(self.behind(next).is_some_and(again));
            if self.goes_on(next) {
                return None;
            }
            return Some(Measured {
                what,
                rule,
                low,
                high,
                next,
            });
        }
        let negative = self.is_sign(at, "-") && self.is_glued(at + 1) && !self.is_glued(at);
        let (low, high, amount) = self.amounts(at + usize::from(negative), between)?;
        let sign = |value: Decimal| if negative { value.negated() } else { value };
        // "5 m" may be metres as well as millions.
        let plain = amount.letter || amount.is_bare();
        let bare = plain.then(|| self.unit(amount.number.next)).flatten();
        let (what, rule, next, value) = match bare {
            Some((what, rule)) => (what, rule, amount.number.next + 1, amount.number.value),
            None => {
                let (what, rule) = self.behind(amount.next)?;
                if amount.letter && !matches!(what, What::Money(..)) {
                    return None;
                }
                (what, rule, amount.next + 1, amount.value)
            }
        };
        let (low, high) = match high {
            Some(_) => (low, Some(value)),
            None => (value, None),
        };
        Some(Measured {
            what,
            rule,
            low: sign(low),
            high,
            next,
        })
    }

    /// One amount at a place or two, of which the second says how large the first is:
    /// 3-5 million. The last is that behind which the unit stands.
    fn amounts(&self, at: usize, between: bool) -> Option<(Decimal, Option<Decimal>, Amount)> {
        let first = self.amount(at)?;
        let second = self.range(first.next, between).and_then(|next| {
            let next = next + usize::from(self.before(next).is_some());
            self.amount(next)
        });
        let Some(second) = second else {
            return Some((first.value, None, first));
        };
        // The unit of the first, if it has one, makes a range of its own.
        let low = if first.is_bare() {
            first.value.scaled(second.places)
        } else {
            first.value
        };
        Some((low, Some(second.value), second))
    }

    /// What a sign or a code before the number tells to be counted.
    fn before(&self, at: usize) -> Option<(What, QuantityRule)> {
        let money = |code| (What::Money(code, 0), QuantityRule::CurrencySign);
        self.meanings(at).iter().find_map(|meaning| match meaning {
            Meaning::Sign(code) => Some(money(Some(*code))),
            Meaning::Code(code) if self.written(at) == *code => Some(money(Some(*code))),
            Meaning::VagueSign => Some(money(self.vague())),
            Meaning::PercentBefore => Some((What::Percent, QuantityRule::Percent)),
            _ => None,
        })
    }

    /// What a word or a sign behind the number tells to be counted.
    fn behind(&self, at: usize) -> Option<(What, QuantityRule)> {
        let money = |code| (What::Money(code, 0), QuantityRule::CurrencyName);
        // A sign that stands before the next number counts that.
        let next = self.is_glued(at + 1) && self.digits(at + 1).is_some() && !self.is_glued(at);
        let found = self.meanings(at).iter().find_map(|meaning| match meaning {
            Meaning::Currency(code) => Some(money(Some(*code))),
            Meaning::Tenfold(code) => {
                Some((What::Money(Some(*code), 1), QuantityRule::CurrencyName))
            }
            Meaning::Percent => Some((What::Percent, QuantityRule::Percent)),
            _ => None,
        });
        found
            .or_else(|| {
                self.before(at)
                    .filter(|(what, _)| !next && *what != What::Percent)
            })
            .or_else(|| self.unit(at))
            .or_else(|| self.means(at, Meaning::VagueCurrency).then(|| money(None)))
    }

    /// The unit of measure at a place.
    fn unit(&self, at: usize) -> Option<(What, QuantityRule)> {
        // A part of a unit that is not known: km/s.
        if self.is_glued_sign(at + 1, "/") && self.is_glued(at + 2) {
            return None;
        }
        self.meanings(at).iter().find_map(|meaning| match meaning {
            Meaning::Unit(unit) => Some((What::Unit(unit), QuantityRule::Unit)),
            Meaning::Symbol(unit, sign) if is_same(self.written(at), sign) => {
                Some((What::Unit(unit), QuantityRule::Unit))
            }
            _ => None,
        })
    }

    /// The currency of a sign that two countries have.
    fn vague(&self) -> Option<&'static str> {
        match self.language {
            "ja" => Some("JPY"),
            "zh" | "yue" => Some("CNY"),
            _ => None,
        }
    }
}

impl Measured {
    fn found(&self, at: usize) -> Found {
        let value = |number: Decimal| match self.what {
            What::Money(None, _) => None,
            What::Money(Some(code), places) => Some(format!("{code} {}", number.scaled(places))),
            What::Percent => Some(number.to_string()),
            What::Unit(unit) => Some(format!("{number} {unit}")),
        };
        let low = value(self.low);
        let value = match self.high {
            None => low,
            Some(high) => low
                .zip(value(high))
                .map(|(low, high)| format!("{low}/{high}")),
        };
        let kind = match self.what {
            What::Money(..) => QuantityKind::Money,
            What::Percent => QuantityKind::Percent,
            What::Unit(_) => QuantityKind::Measure,
        };
        let confidence = match self.rule {
            QuantityRule::Percent => 0.95,
            _ if value.is_none() => 0.8,
            _ => 0.9,
        };
        Found {
            places: at..self.next,
            kind,
            value,
            confidence,
            rule: self.rule,
        }
    }
}

/// Whether a sign is written as the list has it; raised digits may be plain ones.
fn is_same(written: &str, sign: &str) -> bool {
    let plain = |c| match c {
        '²' => '2',
        '³' => '3',
        c => c,
    };
    let letters = |text: &str| text.chars().map(plain).collect::<Vec<_>>();
    written == sign || letters(written) == letters(sign)
}
