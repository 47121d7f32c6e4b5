//! Keys of the names pane.

use nashra::view::sheet::SheetKind;

use super::{Fixture, Proof, after, many_names, proof, sheet};

fn cursor(fixture: &Fixture) -> usize {
    fixture.view.names().cursor()
}

/// Names that half a page moves by.
fn half(fixture: &Fixture) -> usize {
    let area = fixture.view.geometry().names.expect("the pane shows");
    usize::from(area.height) / 2
}

fn many_after(keys: &str) -> Fixture {
    let mut fixture = many_names();
    fixture.press(keys);
    fixture
}

/// The names of the Arabic article: a canal, and a country.
fn names() -> Fixture {
    after("tab tab")
}

fn mentioned(fixture: &Fixture) -> Option<&str> {
    let mention = fixture.view.reader().marks.mention()?;
    Some(&*mention.canon)
}

pub(super) const PROOFS: &[Proof] = &[
    proof("down", many_names, |f| assert_eq!(cursor(f), 1)),
    proof("up", || many_after("j j"), |f| assert_eq!(cursor(f), 1)),
    proof("page-down", many_names, |f| {
        assert_eq!(cursor(f), 2 * half(f))
    }),
    proof(
        "page-up",
        || many_after("pgdn pgdn"),
        |f| {
            assert_eq!(cursor(f), 2 * half(f));
        },
    ),
    proof("half-down", many_names, |f| assert_eq!(cursor(f), half(f))),
    proof(
        "half-up",
        || many_after("pgdn"),
        |f| assert_eq!(cursor(f), half(f)),
    ),
    proof("top", || many_after("G"), |f| assert_eq!(cursor(f), 0)),
    proof("bottom", many_names, |f| {
        assert_eq!(cursor(f), f.view.names().entries().len() - 1);
    }),
    proof("only", names, |f| {
        assert_eq!(f.listed(), ["canal-ar", "canal-en", "canal-de", "canal-vi"]);
    }),
    proof(
        "add",
        || {
            let mut fixture = names();
            fixture.press("enter tab tab j");
            fixture
        },
        |f| {
            // The canal, and the country with it.
            assert_eq!(f.view.crumbs().len(), 3, "{:?}", f.view.crumbs());
            assert_eq!(f.listed(), ["canal-ar", "canal-en", "canal-de", "canal-vi"]);
        },
    ),
    proof("leave-out", names, |f| assert_eq!(f.listed(), ["nobel-en"])),
    proof("mention-next", names, |f| {
        assert_eq!(mentioned(f), Some("suez-canal"));
        assert!(f.view.reader().marks.mention_in_title());
    }),
    proof("mention-prev", names, |f| {
        assert_eq!(mentioned(f), Some("suez-canal"));
        assert!(!f.view.reader().marks.mention_in_title());
    }),
    proof("card", names, |f| {
        assert!(matches!(sheet(f), Some(SheetKind::Card(canon)) if &**canon == "suez-canal"));
    }),
];
