//! Languages and scripts as tags.

use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// A BCP 47 language tag in its canonical case (`ar`, `zh`, `ckb`), or `?` where
/// the language is not known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LanguageTag(CompactString);

impl LanguageTag {
    /// The tag of a text whose language is not known.
    pub const UNKNOWN: &'static str = "?";

    /// A tag from its text, taken as it is.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        Self(CompactString::from(tag))
    }

    /// The tag for a text of unknown language.
    #[must_use]
    pub fn unknown() -> Self {
        Self::new(Self::UNKNOWN)
    }

    /// Whether the language is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.0 != Self::UNKNOWN
    }

    /// The tag's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag: `zh` of `zh-Hant`.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl Default for LanguageTag {
    fn default() -> Self {
        Self::unknown()
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A script by its ISO 15924 code: `Arab`, `Latn`, `Hani`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Script([u8; 4]);

impl Script {
    /// No letters at all, or none of a script (`Zyyy`, Common).
    pub const COMMON: Self = Self(*b"Zyyy");

    /// A script from its four-letter code.
    #[must_use]
    pub const fn new(code: [u8; 4]) -> Self {
        Self(code)
    }

    /// The four-letter code.
    #[must_use]
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("Zyyy")
    }
}

impl Default for Script {
    fn default() -> Self {
        Self::COMMON
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Script {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
