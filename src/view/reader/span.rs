//! Bytes and what they are: how every mark reaches the painter.

use std::ops::Range;

use crate::config::theme::Role;

/// Bytes of a text that have a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The bytes.
    pub bytes: Range<usize>,
    /// What they are.
    pub role: Role,
}

impl Span {
    /// A span of a role.
    #[must_use]
    pub fn new(bytes: &Range<usize>, role: Role) -> Self {
        Self {
            bytes: bytes.clone(),
            role,
        }
    }
}
