//! Keys that hold everywhere, in prompts as well.

use nashra::view::message::Effect;

use super::{Proof, proof, searching};

pub(super) const PROOFS: &[Proof] = &[
    proof(
        "redraw",
        || searching("suez"),
        |f| assert!(f.effects.contains(&Effect::Redraw)),
    ),
    proof(
        "suspend",
        || searching("suez"),
        |f| assert!(f.effects.contains(&Effect::Suspend)),
    ),
];
