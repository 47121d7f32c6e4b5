//! Keys of the list of languages.

use nashra::corpus::LanguageTag;

use super::{Proof, after, proof, sheet};

pub(super) const PROOFS: &[Proof] = &[
    proof(
        "pick-toggle",
        || after("L down"),
        |f| {
            assert_eq!(f.listed(), ["canal-ar"]);
            assert!(sheet(f).is_some(), "more can be chosen");
        },
    ),
    proof(
        "leave-out",
        || after("L"),
        |f| {
            assert_eq!(f.listed(), ["canal-ar", "canal-de", "canal-vi"]);
        },
    ),
    proof(
        "set-key-1",
        || after("L down"),
        |f| {
            let hotkeys = f.view.browse().lens.hotkeys();
            assert_eq!(hotkeys.first(), Some(&LanguageTag::new("ar")));
        },
    ),
];
