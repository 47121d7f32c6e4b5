//! Keys of the line in which a search is typed.

use nashra::view::SearchScope;
use nashra::view::geometry::Pane;

use super::{Fixture, Proof, after, proof, searched, searching};

fn typing(typed: &str, keys: &str) -> Fixture {
    let mut fixture = searching(typed);
    fixture.press(keys);
    fixture
}

/// What is typed, and the byte of the caret.
fn line(fixture: &Fixture) -> (&str, usize) {
    let edit = &fixture.view.search().expect("a search is typed").edit;
    (edit.text(), edit.caret())
}

/// A new search after one that was kept.
fn again() -> Fixture {
    let mut fixture = searched("suez");
    fixture.press("esc /");
    fixture
}

pub(super) const PROOFS: &[Proof] = &[
    proof(
        "accept",
        || searching("suez"),
        |f| {
            assert!(f.view.search().is_none());
            assert_eq!(f.view.focus(), Pane::List);
            assert_eq!(f.listed(), ["canal-en", "canal-de", "canal-vi"]);
        },
    ),
    proof(
        "cancel",
        || searching("suez"),
        |f| {
            assert!(f.view.search().is_none());
            assert_eq!(f.listed().len(), 5);
        },
    ),
    proof(
        "result-prev",
        || typing("suez", "down down"),
        |f| {
            assert_eq!(f.view.list().cursor(), 1);
        },
    ),
    proof(
        "result-next",
        || searching("suez"),
        |f| {
            assert_eq!(f.view.list().cursor(), 1);
            assert_eq!(line(f).0, "suez");
        },
    ),
    proof("history-prev", again, |f| assert_eq!(line(f).0, "suez")),
    proof(
        "history-next",
        || {
            let mut fixture = again();
            fixture.press("ctrl-p");
            fixture
        },
        |f| assert_eq!(line(f).0, ""),
    ),
    proof(
        "complete",
        || searching("la"),
        |f| assert_eq!(line(f).0, "lang:"),
    ),
    proof(
        "scope",
        || after("enter /"),
        |f| {
            let scope = f.view.search().map(|prompt| prompt.scope);
            assert_eq!(scope, Some(SearchScope::View));
        },
    ),
    proof(
        "caret-start",
        || searching("ship"),
        |f| assert_eq!(line(f), ("ship", 0)),
    ),
    proof(
        "caret-end",
        || typing("ship", "home"),
        |f| {
            assert_eq!(line(f), ("ship", 4));
        },
    ),
    proof(
        "caret-left",
        || searching("ship"),
        |f| assert_eq!(line(f), ("ship", 3)),
    ),
    proof(
        "caret-right",
        || typing("ship", "home"),
        |f| {
            assert_eq!(line(f), ("ship", 1));
        },
    ),
    proof(
        "delete-before",
        || searching("ship"),
        |f| assert_eq!(line(f).0, "shi"),
    ),
    proof(
        "delete-after",
        || typing("ship", "home"),
        |f| {
            assert_eq!(line(f).0, "hip");
        },
    ),
    proof(
        "delete-word",
        || searching("one two"),
        |f| assert_eq!(line(f).0, "one "),
    ),
    proof(
        "delete-to-start",
        || typing("ship", "left"),
        |f| {
            assert_eq!(line(f), ("p", 0));
        },
    ),
    proof(
        "delete-to-end",
        || typing("ship", "home right"),
        |f| {
            assert_eq!(line(f), ("s", 1));
        },
    ),
];
