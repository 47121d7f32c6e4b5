//! Sets of languages, as bits.

use std::ops::{BitAnd, BitOrAssign, Not};

/// A set of languages, by their place in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LanguageSet([u64; 4]);

impl LanguageSet {
    /// Every language.
    pub(super) const ALL: Self = Self([u64::MAX; 4]);

    /// The languages at these places of the table.
    pub(super) fn at(places: impl Iterator<Item = usize>) -> Self {
        let mut set = Self::default();
        places.for_each(|place| set.insert(place));
        set
    }

    /// Adds one.
    pub(super) fn insert(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    /// The places of its languages.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(at, mut word)| {
            std::iter::from_fn(move || {
                let bit = word.trailing_zeros() as usize;
                word &= word.checked_sub(1)?;
                Some(at * 64 + bit)
            })
        })
    }
}

impl Not for LanguageSet {
    type Output = Self;

    fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }
}

impl BitAnd for LanguageSet {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        let mut both = self;
        for (word, other) in both.0.iter_mut().zip(other.0) {
            *word &= other;
        }
        both
    }
}

impl BitOrAssign for LanguageSet {
    fn bitor_assign(&mut self, other: Self) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word |= other;
        }
    }
}

impl BitOrAssign<Option<&LanguageSet>> for LanguageSet {
    fn bitor_assign(&mut self, other: Option<&LanguageSet>) {
        if let Some(&other) = other {
            *self |= other;
        }
    }
}
