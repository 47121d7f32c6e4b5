//! Dates and amounts that a text mentions.

use std::ops::Range;

use serde::Serialize;

/// The type of a date or an amount, under the labels the named-entity field uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum QuantityKind {
    /// A day, a month or a year, or some from one to another (`DATE`).
    #[serde(rename = "DATE")]
    Date,
    /// A time of the day (`TIME`).
    #[serde(rename = "TIME")]
    Time,
    /// An amount of money (`MONEY`).
    #[serde(rename = "MONEY")]
    Money,
    /// So many of a hundred (`PERCENT`).
    #[serde(rename = "PERCENT")]
    Percent,
    /// A number with a unit of measure, a stretch of time too (`QUANTITY`).
    #[serde(rename = "QUANTITY")]
    Measure,
}

/// Which rule found a date or an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuantityRule {
    /// A month by its name, or the words for day, month and year.
    CalendarWords,
    /// Day, month and year as numbers with signs between them.
    CalendarDigits,
    /// A year that a word calls one.
    Year,
    /// Hours and minutes.
    Clock,
    /// A number with the sign of a currency or its code.
    CurrencySign,
    /// A number with the name of a currency.
    CurrencyName,
    /// A number with a word or sign for hundredths.
    Percent,
    /// A number with a unit of measure.
    Unit,
}

/// A date or an amount in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its bytes in the text it was found in.
    pub bytes: Range<usize>,
    /// Its type.
    pub kind: QuantityKind,
    /// What it comes to, the same in every language, where the text tells it.
    ///
    /// - dates and times as ISO 8601 has them: `2024-05-09`, `2024-05`, `2024`,
    ///   `--05-09` for a day without a year, `T14:30`;
    /// - money as its ISO 4217 code and a decimal: `USD 7000000000`;
    /// - percentages as a decimal: `3.5`;
    /// - other quantities as a decimal and CLDR's name of the unit: `120 kilometer`.
    ///
    /// From one to another is `A/B`. Without a value are pesos of an unknown
    /// country, a half past eight that may be in the evening, and the like.
    pub value: Option<Box<str>>,
    /// How sure the recogniser is, from 0 to 1.
    pub confidence: f32,
    /// What found it.
    pub rule: QuantityRule,
}
