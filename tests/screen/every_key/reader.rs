//! Keys of the reader.

use std::sync::Arc;

use nashra::store::CorpusState;
use nashra::view::sheet::SheetKind;

use super::{Fixture, Proof, after, article, lines, proof, scrolled, sheet};

fn lines_after(keys: &str) -> Fixture {
    let mut fixture = lines();
    fixture.press(keys);
    fixture
}

/// Rows of the reader.
fn height(fixture: &Fixture) -> usize {
    fixture.view.reader().rows().len()
}

/// The Arabic article, whose headline names a canal and whose text that and a country.
fn reading() -> Fixture {
    after("enter")
}

fn reading_after(keys: &str) -> Fixture {
    let mut fixture = reading();
    fixture.press(keys);
    fixture
}

/// The name under the cursor, and whether it stands in the headline.
fn mention(fixture: &Fixture) -> Option<(&str, bool)> {
    let marks = &fixture.view.reader().marks;
    Some((&*marks.mention()?.canon, marks.mention_in_title()))
}

/// A reader that is wider than its text.
fn wide() -> Fixture {
    let mut fixture = lines();
    fixture.resize(160, 45);
    fixture
}

fn measure(fixture: &Fixture) -> usize {
    fixture.view.reader().column().measure
}

fn with_furniture() -> Fixture {
    let text = "Home\nNews\n\nThe text of the article stands here.";
    let mut with = Arc::unwrap_or_clone(article("menu", "en", "Headline", text));
    with.furniture = vec![0..5, 5..10];
    let mut fixture = Fixture::of(vec![Arc::new(with)], 120, 30, "en", CorpusState::default());
    fixture.press("enter");
    fixture
}

pub(super) const PROOFS: &[Proof] = &[
    proof("down", lines, |f| assert_eq!(scrolled(f), 1)),
    proof("up", || lines_after("j j"), |f| assert_eq!(scrolled(f), 1)),
    // Two rows stay in sight.
    proof("page-down", lines, |f| {
        assert_eq!(scrolled(f), height(f) - 2)
    }),
    proof(
        "page-up",
        || lines_after("space space"),
        |f| {
            assert_eq!(scrolled(f), height(f) - 2);
        },
    ),
    proof("half-down", lines, |f| {
        assert_eq!(scrolled(f), height(f) / 2)
    }),
    proof(
        "half-up",
        || lines_after("space"),
        |f| {
            assert_eq!(scrolled(f), height(f) - 2 - height(f) / 2);
        },
    ),
    proof("top", || lines_after("G"), |f| assert_eq!(scrolled(f), 0)),
    proof("bottom", lines, |f| {
        assert!(f.screen().contains("Line 99."));
        assert!(f.bottom().contains("end"), "{}", f.bottom());
    }),
    proof("para-next", lines, |f| assert_eq!(scrolled(f), 3)),
    proof(
        "para-prev",
        || lines_after("} } }"),
        |f| {
            assert_eq!(scrolled(f), 5);
        },
    ),
    proof("furniture", with_furniture, |f| {
        assert!(f.screen().contains("Home"), "{}", f.screen());
    }),
    proof("wider", wide, |f| assert_eq!(measure(f), 78)),
    proof("narrower", wide, |f| assert_eq!(measure(f), 70)),
    proof(
        "measure-reset",
        || {
            let mut fixture = wide();
            fixture.press("- - -");
            fixture
        },
        |f| assert_eq!(measure(f), 74),
    ),
    proof("mention-next", reading, |f| {
        assert_eq!(mention(f), Some(("suez-canal", true)));
    }),
    proof(
        "mention-prev",
        || reading_after("] ]"),
        |f| {
            assert_eq!(mention(f), Some(("suez-canal", true)));
        },
    ),
    proof(
        "same-next",
        || reading_after("]"),
        |f| {
            assert_eq!(mention(f), Some(("suez-canal", false)));
        },
    ),
    proof(
        "same-prev",
        || reading_after("] *"),
        |f| {
            assert_eq!(mention(f), Some(("suez-canal", true)));
        },
    ),
    proof(
        "card-or-line",
        || reading_after("]"),
        |f| {
            assert!(matches!(sheet(f), Some(SheetKind::Card(canon)) if &**canon == "suez-canal"));
            // Where no name is under the cursor it is a line down.
            let mut plain = lines_after("enter");
            plain.screen();
            assert_eq!(scrolled(&plain), 1);
        },
    ),
];
