//! Keys of the list of keys, and of the other sheets that are read.

use nashra::config::action::Action;
use nashra::config::keymap::{Context, Group, Keymap};
use nashra::view::sheet::Target;

use super::{Fixture, Proof, after, proof, sheet};

/// Rows that half a page of the sheet moves by: the heading is no row of it.
const HALF: usize = 27 / 2;

/// The row under the cursor, counted among those that can be run.
fn row(fixture: &Fixture) -> usize {
    let lines = Keymap::builtin().help(Context::List);
    let groups = Group::ALL.iter().flat_map(|group| {
        let lines = lines.iter().filter(move |line| line.group == *group);
        lines.filter_map(|line| line.actions.first())
    });
    let actions: Vec<Action> = groups.copied().collect();
    let Some(Target::Action(action)) = fixture.view.sheet().and_then(|sheet| sheet.target()) else {
        panic!("no row is under the cursor");
    };
    actions.iter().position(|known| known == action).unwrap()
}

fn last() -> usize {
    Keymap::builtin().help(Context::List).len() - 1
}

pub(super) const PROOFS: &[Proof] = &[
    proof("down", || after("?"), |f| assert_eq!(row(f), 1)),
    proof("up", || after("? j j"), |f| assert_eq!(row(f), 1)),
    proof("page-down", || after("?"), |f| assert_eq!(row(f), 2 * HALF)),
    proof("page-up", || after("? pgdn j"), |f| assert_eq!(row(f), 1)),
    proof("half-down", || after("?"), |f| assert_eq!(row(f), HALF)),
    proof("half-up", || after("? pgdn"), |f| assert_eq!(row(f), HALF)),
    proof("top", || after("? G"), |f| assert_eq!(row(f), 0)),
    proof("bottom", || after("?"), |f| assert_eq!(row(f), last())),
    proof(
        "filter",
        || after("?"),
        |f| {
            f.type_text("star");
            assert!(f.screen().contains("star"), "{}", f.screen());
            assert!(!f.screen().contains("half a page"), "{}", f.screen());
        },
    ),
    // The first row is that of moving down.
    proof(
        "accept",
        || after("?"),
        |f| {
            assert_eq!(sheet(f), None);
            assert_eq!(f.view.list().cursor(), 1);
        },
    ),
    proof(
        "cancel",
        || after("?"),
        |f| {
            assert_eq!(sheet(f), None);
            assert_eq!(f.effects, []);
        },
    ),
];
