//! What an article says of when and how much: dates, times, money, percentages
//! and quantities with a unit, each with its value.
//!
//! A text is folded with a byte map and taken to pieces (`token`): digits, signs,
//! and the words of its language that mean something here (`lexicon`). Rules look
//! at a bounded number of pieces from each on: dates in words (`date`) and in
//! figures (`figures`), times (`clock`), and amounts (`measured`) of numbers with
//! their separators and their millions (`number`). The longest counts. What may be
//! something else as well, a bare number or a bare year, is left out.

mod calendar;
mod clock;
mod date;
mod decimal;
mod figures;
mod found;
mod lexicon;
mod measured;
mod number;
mod parts;
mod text;
mod token;

use crate::corpus::{LanguageTag, Quantity};
use crate::text::fold::fold;
use found::Found;
use text::Text;
use token::{Kind, Tokeniser};

/// The dates and amounts in `text`: in order, not overlapping, in bytes of `text`.
///
/// `language` is the language of the text; a stretch in another script is taken to
/// be in the language that the script is best known for.
#[must_use]
pub fn quantities(text: &str, language: &LanguageTag) -> Vec<Quantity> {
    let folded = fold(text);
    let language = language.base();
    let text = Text {
        source: text,
        folded: &folded,
        tokens: Tokeniser::new(text, &folded, language).tokens(),
        language,
    };
    let mut quantities = Vec::new();
    let mut at = 0;
    while let Some(token) = text.tokens.get(at) {
        let found = match token.kind {
            Kind::Other | Kind::Break => None,
            Kind::Sign(c) if c != '-' => None,
            _ => text.longest(at),
        };
        match found {
            Some(found) => {
                at = found.places.end.max(at + 1);
                quantities.extend(text.quantity(found));
            }
            None => at = text.behind_number(at),
        }
    }
    quantities
}

impl Text<'_> {
    /// The longest of what the rules find at a place; of two as long the first.
    fn longest(&self, at: usize) -> Option<Found> {
        let found = [
            self.date(at),
            self.figures(at),
            self.clock(at),
            self.measured(at),
        ];
        found.into_iter().flatten().reduce(|best, other| {
            if other.places.end > best.places.end {
                other
            } else {
                best
            }
        })
    }

    /// The place behind a number of which nothing was found: no part of it is one.
    fn behind_number(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.digits(at).is_none() {
            return next;
        }
        while self.is_glued_sign(next, ".,:/'٫٬،")
            && self.is_glued(next + 1)
            && self.digits(next + 1).is_some()
        {
            next += 2;
        }
        next
    }

    /// What was found, in bytes of the text.
    fn quantity(&self, found: Found) -> Option<Quantity> {
        let first = self.tokens.get(found.places.start)?;
        let last = self.tokens.get(found.places.end.checked_sub(1)?)?;
        let bytes = self.folded.source(first.start..last.end);
        let written = self.source.get(bytes.clone())?;
        let start = bytes.start + (written.len() - written.trim_start().len());
        let end = bytes.start + written.trim_end().len();
        (start < end).then(|| Quantity {
            bytes: start..end,
            kind: found.kind,
            value: found.value.map(String::into_boxed_str),
            confidence: found.confidence,
            rule: found.rule,
        })
    }
}
