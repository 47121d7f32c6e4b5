//! Keys of the list of saved views.

use super::{Fixture, Proof, after, proof};

/// The list with a view of English alone that was saved.
fn saved() -> Fixture {
    let mut fixture = after("1 :");
    fixture.type_text("save-view").press("enter");
    fixture.type_text("mine").press("enter '");
    assert!(fixture.screen().contains("mine"), "{}", fixture.screen());
    fixture
}

pub(super) const PROOFS: &[Proof] = &[proof("remove-view", saved, |f| {
    assert!(f.bottom().contains("takes it back"), "{}", f.bottom());
    f.press("esc '");
    assert!(!f.screen().contains("mine"), "{}", f.screen());
})];
