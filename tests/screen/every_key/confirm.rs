//! Keys of a question that wants a yes.

use nashra::view::message::Effect;

use super::{Fixture, Proof, linked, proof};

/// The question whether to open seven links.
fn asked() -> Fixture {
    let mut fixture = linked();
    fixture.press("v G o");
    assert!(fixture.view.confirming().is_some());
    fixture
}

fn opened(fixture: &Fixture) -> usize {
    let effects = fixture.effects.iter();
    let links = effects.map(|effect| match effect {
        Effect::OpenLinks(links) => links.len(),
        _ => 0,
    });
    links.sum()
}

pub(super) const PROOFS: &[Proof] = &[
    proof("yes", asked, |f| {
        assert_eq!(opened(f), 7);
        assert!(f.view.confirming().is_none());
    }),
    proof("cancel", asked, |f| {
        assert_eq!(opened(f), 0);
        assert!(f.view.confirming().is_none());
    }),
];
