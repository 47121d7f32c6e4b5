//! The pieces of a text as the rules look at them.

use super::lexicon::{Lexicon, Meaning, lexicon};
use super::token::{Kind, Token};
use crate::text::fold::Folded;

/// A text in pieces. Places in it are numbers of pieces; there is nothing at a
/// place behind the last.
pub(super) struct Text<'a> {
    pub source: &'a str,
    pub folded: &'a Folded,
    pub tokens: Vec<Token>,
    /// The base tag of its language.
    pub language: &'a str,
}

impl Text<'_> {
    /// What the piece at a place is.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether no space stands before the piece at a place.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        match (before, self.tokens.get(at)) {
            (Some(before), Some(token)) => before.end == token.start,
            _ => false,
        }
    }

    /// The folded text of the piece at a place.
    pub(super) fn folded(&self, at: usize) -> &str {
        let token = self.tokens.get(at);
        token
            .and_then(|token| self.folded.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    /// The piece at a place as it is written.
    pub(super) fn written(&self, at: usize) -> &str {
        let token = self.tokens.get(at);
        token
            .and_then(|token| self.source.get(self.folded.source(token.start..token.end)))
            .unwrap_or_default()
    }

    /// The digits at a place.
    pub(super) fn digits(&self, at: usize) -> Option<&str> {
        matches!(self.kind(at)?, Kind::Digits).then(|| self.folded(at))
    }

    /// The number at a place, if it has so many digits, at most nine.
    pub(super) fn number_of(
        &self,
        at: usize,
        digits: std::ops::RangeInclusive<usize>,
    ) -> Option<u32> {
        let written = self.digits(at)?;
        digits.contains(&written.len()).then_some(())?;
        written.parse().ok()
    }

    /// Whether a sign stands at a place.
    pub(super) fn is_sign(&self, at: usize, signs: &str) -> bool {
        matches!(self.kind(at), Some(Kind::Sign(c)) if signs.contains(c))
    }

    /// Whether a sign stands at a place with no space before it.
    pub(super) fn is_glued_sign(&self, at: usize, signs: &str) -> bool {
        self.is_glued(at) && self.is_sign(at, signs)
    }

    /// What the phrase at a place may mean.
    pub(super) fn meanings(&self, at: usize) -> &'static [Meaning] {
        match self.kind(at) {
            Some(Kind::Phrase(meanings)) => meanings,
            _ => &[],
        }
    }

    /// Whether the phrase at a place may mean this.
    pub(super) fn means(&self, at: usize, meaning: Meaning) -> bool {
        self.meanings(at).contains(&meaning)
    }

    /// The place behind the one given if the phrase there may mean this, else the same.
    pub(super) fn skip(&self, at: usize, meaning: Meaning) -> usize {
        at + usize::from(self.means(at, meaning))
    }

    /// Whether letters follow the digits before a place, or more digits behind a
    /// sign, so that these are a part of something else.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        if !self.is_glued(at) {
            return false;
        }
        match self.kind(at) {
            Some(Kind::Other) => self.folded(at).starts_with(char::is_lowercase),
            Some(Kind::Sign(c)) => {
                // Not the full-width comma, which parts numbers in Chinese.
                self.written(at).is_ascii()
                    && ".,:/'_".contains(c)
                    && self.is_glued(at + 1)
                    && self.digits(at + 1).is_some()
            }
            _ => false,
        }
    }

    /// Whether the digits at a place are the end of something else: `covid-19`,
    /// `v1.2`, `#5`.
    pub(super) fn is_tail(&self, at: usize) -> bool {
        let Some(sign) = at.checked_sub(1).filter(|_| self.is_glued(at)) else {
            return false;
        };
        match self.kind(sign) {
            Some(Kind::Sign('#' | '@')) => true,
            Some(Kind::Other) => self
                .folded(sign)
                .ends_with(|c: char| c == '_' || c.is_lowercase()),
            Some(Kind::Sign('.' | ',' | ':' | '/' | '-' | '&' | '=' | '\'' | '٫' | '٬')) => {
                // Hebrew writes its prepositions so: ב-5.
                let before = self
                    .tokens
                    .get(sign)
                    .and_then(|token| self.folded.text.get(..token.start)?.chars().next_back());
                before.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
            }
            _ => false,
        }
    }

    /// The place behind what parts the ends of a range, if that stands at a place.
    /// `between` tells whether a word before the first end makes a range of "and".
    pub(super) fn range(&self, at: usize, between: bool) -> Option<usize> {
        let parts = self.is_sign(at, "-~")
            || self.means(at, Meaning::To)
            || between && self.means(at, Meaning::And);
        parts.then_some(at + 1)
    }

    /// Whether a word stands before a place that begins a range.
    pub(super) fn begins_range(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.means(before, Meaning::From))
    }

    /// The words of the text's language, of English for want of any.
    pub(super) fn lexicon(&self) -> Option<&'static Lexicon> {
        lexicon(self.language).or_else(|| lexicon("en"))
    }
}
