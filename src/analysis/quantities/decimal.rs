//! Exact decimal numbers, as large as news needs them.

use std::fmt;

/// The most digits a number has.
const DIGITS: u32 = 30;

/// A number: a whole number times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// The number written with these digits, of which the last `decimals` stand
    /// behind the decimal separator. `None` for more than thirty digits.
    pub(super) fn new<'a>(parts: impl Iterator<Item = &'a str>, decimals: usize) -> Option<Self> {
        let mut digits: u128 = 0;
        let mut count = 0;
        for byte in parts.flat_map(str::bytes) {
            count += 1;
            if count > DIGITS {
                return None;
            }
            digits = digits * 10 + u128::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
        }
        let exponent = -i32::try_from(decimals).ok()?;
        (count > 0).then_some(Self {
            negative: false,
            digits,
            exponent,
        })
    }

    /// The number times ten to the power of `places`.
    pub(super) const fn scaled(mut self, places: u8) -> Self {
        self.exponent += places as i32;
        self
    }

    /// The number below zero.
    pub(super) const fn negated(mut self) -> Self {
        self.negative = !self.negative;
        self
    }

    /// The sum with another number that is not below zero either; `None` where it
    /// is too large.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let digits = |number: Self| {
            let places = u32::try_from(number.exponent - exponent).ok()?;
            number.digits.checked_mul(10_u128.checked_pow(places)?)
        };
        Some(Self {
            negative: false,
            digits: digits(self)?.checked_add(digits(other)?)?,
            exponent,
        })
    }
}

impl fmt::Display for Decimal {
    /// Without an exponent, and without zeros that say nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative && self.digits > 0 {
            "-"
        } else {
            ""
        };
        let digits = self.digits.to_string();
        let places = usize::try_from(self.exponent.unsigned_abs()).unwrap_or(usize::MAX);
        if self.digits == 0 {
            return f.write_str("0");
        }
        if self.exponent >= 0 {
            return write!(f, "{sign}{digits}{:0<places$}", "");
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded
            .split_at_checked(padded.len() - places)
            .unwrap_or((&padded, ""));
        match fraction.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            fraction => write!(f, "{sign}{whole}.{fraction}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_exact_and_plain() {
        let number = |digits: &str, decimals| Decimal::new([digits].into_iter(), decimals).unwrap();
        assert_eq!(number("350", 2).to_string(), "3.5");
        assert_eq!(number("7", 0).scaled(9).to_string(), "7000000000");
        assert_eq!(number("15", 1).scaled(6).to_string(), "1500000");
        assert_eq!(number("005", 3).to_string(), "0.005");
        assert_eq!(number("000", 2).negated().to_string(), "0");
        assert_eq!(number("40", 0).negated().to_string(), "-40");
        let sum = number("1", 0).scaled(8).plus(number("25", 1).scaled(4));
        assert_eq!(sum.unwrap().to_string(), "100025000");
        assert_eq!(Decimal::new(["1".repeat(31).as_str()].into_iter(), 0), None);
        assert_eq!(number("1", 0).scaled(200).plus(number("1", 0)), None);
    }
}
