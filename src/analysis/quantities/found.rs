//! What a rule finds.

use std::ops::Range;

use crate::corpus::{QuantityKind, QuantityRule};

/// A date or an amount in a text in pieces.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The places of its pieces.
    pub places: Range<usize>,
    pub kind: QuantityKind,
    pub value: Option<String>,
    pub confidence: f32,
    pub rule: QuantityRule,
}
