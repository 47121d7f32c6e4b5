//! Keys of lists that are narrowed by typing: commands, and languages as well.

use nashra::config::action::Action;
use nashra::view::prompt::LineEdit;
use nashra::view::sheet::{SheetKind, Target};

use super::{Fixture, Proof, after, proof, sheet};

fn typing(typed: &str, keys: &str) -> Fixture {
    let mut fixture = after(":");
    fixture.type_text(typed);
    for key in keys.split_whitespace() {
        fixture.press(key);
    }
    fixture
}

/// What is typed, and the byte of the caret.
fn line(fixture: &Fixture) -> (&str, usize) {
    let sheet = fixture.view.sheet().expect("a list is open");
    let filter = sheet.filter.as_ref().expect("it is narrowed by typing");
    (LineEdit::text(filter), filter.caret())
}

fn action(fixture: &Fixture) -> Option<Action> {
    match fixture.view.sheet()?.target()? {
        Target::Action(action) => Some(*action),
        _ => None,
    }
}

pub(super) const PROOFS: &[Proof] = &[
    proof(
        "down",
        || after(":"),
        |f| assert_eq!(action(f), Some(Action::Up)),
    ),
    proof(
        "up",
        || after(": down"),
        |f| assert_eq!(action(f), Some(Action::Down)),
    ),
    proof(
        "page-down",
        || after(":"),
        |f| {
            let there = action(f);
            f.press("up");
            assert_ne!(action(f), there, "the cursor moved");
            assert_ne!(action(f), Some(Action::Down), "by more than a row");
        },
    ),
    proof(
        "page-up",
        || after(": pgdn"),
        |f| {
            assert_eq!(action(f), Some(Action::Down));
        },
    ),
    proof(
        "accept",
        || typing("view-read", ""),
        |f| {
            assert_eq!(f.view.browse().unread(), 0);
            assert_eq!(sheet(f), None);
        },
    ),
    proof(
        "cancel",
        || typing("view-read", ""),
        |f| {
            assert_eq!(f.view.browse().unread(), 5);
            assert_eq!(sheet(f), None);
        },
    ),
    proof(
        "caret-start",
        || typing("help", ""),
        |f| assert_eq!(line(f), ("help", 0)),
    ),
    proof(
        "caret-end",
        || typing("help", "home"),
        |f| assert_eq!(line(f), ("help", 4)),
    ),
    proof(
        "caret-left",
        || typing("help", ""),
        |f| assert_eq!(line(f), ("help", 3)),
    ),
    proof(
        "caret-right",
        || typing("help", "home"),
        |f| {
            assert_eq!(line(f), ("help", 1));
        },
    ),
    proof(
        "complete",
        || typing("set mea", ""),
        |f| assert_eq!(line(f), ("set measure ", 12)),
    ),
    proof(
        "delete-before",
        || typing("help", ""),
        |f| {
            assert_eq!(line(f).0, "hel");
            assert_eq!(sheet(f), Some(&SheetKind::Palette));
        },
    ),
    proof(
        "delete-after",
        || typing("help", "home"),
        |f| assert_eq!(line(f).0, "elp"),
    ),
    proof(
        "delete-word",
        || typing("sort by", ""),
        |f| assert_eq!(line(f).0, "sort "),
    ),
    proof(
        "delete-to-start",
        || typing("help", "left"),
        |f| {
            assert_eq!(line(f), ("p", 0));
        },
    ),
    proof(
        "delete-to-end",
        || typing("help", "home right"),
        |f| {
            assert_eq!(line(f), ("h", 1));
        },
    ),
];
