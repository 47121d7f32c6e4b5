//! Keys of the lines by which right-to-left text is settled.

use nashra::config::terminal::TerminalMode;
use nashra::view::message::Effect;

use super::{Proof, after, proof, sheet};

pub(super) const PROOFS: &[Proof] = &[
    proof(
        "fits-1",
        || after("f3"),
        |f| {
            let visual = Effect::SetTerminalMode(Some(TerminalMode::Visual));
            assert!(f.effects.contains(&visual));
            assert_eq!(sheet(f), None);
        },
    ),
    proof(
        "cancel",
        || after("f3"),
        |f| {
            assert_eq!(sheet(f), None);
            assert_eq!(f.effects, []);
        },
    ),
];
