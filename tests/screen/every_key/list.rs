//! Keys of the list.

use nashra::view::geometry::Pane;

use super::{Fixture, Proof, list, many, proof};

fn cursor(fixture: &Fixture) -> usize {
    fixture.view.list().cursor()
}

/// Rows that a page moves by: one stays in sight.
fn page(fixture: &Fixture) -> usize {
    fixture.view.list().height() - 1
}

fn many_after(keys: &str) -> Fixture {
    let mut fixture = many();
    fixture.press(keys);
    fixture
}

pub(super) const PROOFS: &[Proof] = &[
    proof("down", many, |f| assert_eq!(cursor(f), 1)),
    proof("up", || many_after("j j"), |f| assert_eq!(cursor(f), 1)),
    proof("page-down", many, |f| assert_eq!(cursor(f), page(f))),
    proof(
        "page-up",
        || many_after("pgdn pgdn"),
        |f| {
            assert_eq!(cursor(f), page(f));
        },
    ),
    proof("half-down", many, |f| assert_eq!(cursor(f), page(f) / 2)),
    proof(
        "half-up",
        || many_after("pgdn"),
        |f| {
            assert_eq!(cursor(f), page(f) - page(f) / 2);
        },
    ),
    proof("top", || many_after("G"), |f| assert_eq!(cursor(f), 0)),
    proof("bottom", many, |f| assert_eq!(cursor(f), 199)),
    proof("range", list, |f| {
        f.press("j m");
        assert!(f.is_read("canal-ar") && f.is_read("canal-en"));
        assert!(!f.is_read("canal-de"));
    }),
    proof("open", list, |f| {
        assert_eq!(f.view.focus(), Pane::Reader);
        assert!(f.is_read("canal-ar"));
    }),
    proof("read-on", list, |f| {
        assert!(f.is_read("canal-ar"));
        // And then it pages, and at the end offers the next unread.
        f.press("space");
        assert!(f.bottom().contains("next unread: A ship"), "{}", f.bottom());
        f.press("space");
        assert_eq!(f.open().as_deref(), Some("canal-en"));
    }),
];
