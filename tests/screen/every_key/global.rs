//! Keys that hold in every pane.

use nashra::config::terminal::TerminalMode;
use nashra::config::theme::ThemeName;
use nashra::view::geometry::{Arrangement, Pane};
use nashra::view::message::Effect;
use nashra::view::names::Scope;
use nashra::view::reader::Highlights;
use nashra::view::sheet::SheetKind;

use super::{Fixture, Proof, after, list, proof, searched, sheet, varied};

fn starred(fixture: &Fixture) -> bool {
    let states = fixture.view.browse().states();
    states.get("canal-ar").is_some_and(|state| state.starred)
}

/// The list in another order than the one asked for.
fn sorted(keys: &str) -> Fixture {
    let mut fixture = varied();
    fixture.press(keys);
    fixture
}

fn left_search() -> Fixture {
    let mut fixture = searched("suez");
    fixture.press("q");
    fixture
}

fn found() -> Fixture {
    let mut fixture = searched("suez");
    fixture.press(", t");
    fixture
}

pub(super) const PROOFS: &[Proof] = &[
    // Going from pane to pane, out and back.
    proof("pane-next", list, |f| {
        assert_eq!(f.view.focus(), Pane::Reader)
    }),
    proof("pane-prev", list, |f| {
        assert_eq!(f.view.focus(), Pane::Names)
    }),
    proof(
        "pane-left",
        || after("tab tab"),
        |f| {
            assert_eq!(f.view.focus(), Pane::Reader);
        },
    ),
    proof("pane-right", list, |f| {
        assert_eq!(f.view.focus(), Pane::Reader)
    }),
    proof(
        "back",
        || searched("suez"),
        |f| {
            assert_eq!(f.listed().len(), 5);
            assert!(!f.effects.contains(&Effect::Quit));
        },
    ),
    proof("again", left_search, |f| assert_eq!(f.listed().len(), 3)),
    proof(
        "cancel",
        || searched("suez"),
        |f| assert_eq!(f.listed().len(), 5),
    ),
    // Reading, and what is marked.
    proof("next-article", list, |f| {
        assert_eq!(f.open().as_deref(), Some("canal-en"));
        assert!(f.is_read("canal-en"));
    }),
    proof(
        "prev-article",
        || after("G"),
        |f| {
            assert_eq!(f.open().as_deref(), Some("nobel-en"));
            assert!(f.is_read("nobel-en"));
        },
    ),
    proof(
        "next-hit",
        || after("j m k"),
        |f| {
            assert_eq!(
                f.under_cursor().as_deref(),
                Some("canal-de"),
                "the next unread"
            );
            let mut hits = searched("canal");
            hits.press("enter n n");
            assert!(hits.bottom().contains("hit 2/"), "{}", hits.bottom());
        },
    ),
    proof(
        "prev-hit",
        || after("G k m j"),
        |f| {
            assert_eq!(
                f.under_cursor().as_deref(),
                Some("canal-de"),
                "the unread before"
            );
        },
    ),
    proof("toggle-read", list, |f| assert!(f.is_read("canal-ar"))),
    proof("view-read", list, |f| {
        assert_eq!(f.view.browse().unread(), 0)
    }),
    proof("toggle-star", list, |f| assert!(starred(f))),
    proof("undo", || after("s"), |f| assert!(!starred(f))),
    proof("redo", || after("s u"), |f| assert!(starred(f))),
    proof("zen", list, |f| {
        assert_eq!(f.view.geometry().arrangement, Arrangement::One);
        assert!(f.view.geometry().list.is_none());
    }),
    proof("info", list, |f| {
        assert_eq!(sheet(f), Some(&SheetKind::Info))
    }),
    // Searching, languages, order.
    proof("search", list, |f| assert!(f.view.search().is_some())),
    proof("lang-toggle-1", list, |f| {
        assert_eq!(f.listed(), ["canal-en", "nobel-en"]);
    }),
    proof(
        "lang-all",
        || after("1"),
        |f| assert_eq!(f.listed().len(), 5),
    ),
    proof("lang-picker", list, |f| {
        assert_eq!(sheet(f), Some(&SheetKind::Languages));
    }),
    proof(
        "unread-only",
        || after("m j"),
        |f| {
            assert_eq!(f.listed(), ["canal-en", "canal-de", "nobel-en", "canal-vi"]);
        },
    ),
    proof(
        "sort-date",
        || sorted(", t"),
        |f| {
            let newest = ["canal-vi", "nobel-en", "canal-de", "canal-en", "canal-ar"];
            assert_eq!(f.listed(), newest);
        },
    ),
    proof("sort-title", varied, |f| {
        let titles = ["canal-en", "canal-de", "nobel-en", "canal-vi", "canal-ar"];
        assert_eq!(f.listed(), titles);
    }),
    proof("sort-source", varied, |f| {
        let sources = ["canal-en", "nobel-en", "canal-ar", "canal-vi", "canal-de"];
        assert_eq!(f.listed(), sources);
    }),
    proof("sort-language", varied, |f| {
        let listed = f.listed();
        let languages = listed.iter().filter_map(|id| id.rsplit('-').next());
        assert!(languages.eq(["ar", "de", "en", "en", "vi"]), "{listed:?}");
    }),
    proof("sort-words", varied, |f| {
        assert_eq!(f.listed().first().map(String::as_str), Some("canal-en"));
    }),
    proof("sort-relevance", found, |f| {
        // The shorter the text, the more a word in it counts.
        assert_eq!(f.listed(), ["canal-vi", "canal-de", "canal-en"]);
        assert_ne!(found().listed(), f.listed(), "that was another order");
    }),
    // Names.
    proof("highlights", list, |f| {
        assert!(f.bottom().contains("amounts underlined"), "{}", f.bottom());
        assert_eq!(f.view.reader().marks.highlights, Highlights::All);
    }),
    proof("names-view", list, |f| {
        assert_eq!(f.view.names().scope, Scope::View)
    }),
    // The program.
    proof("help", list, |f| {
        assert!(matches!(sheet(f), Some(SheetKind::Help(_))))
    }),
    proof("palette", list, |f| {
        assert_eq!(sheet(f), Some(&SheetKind::Palette))
    }),
    proof("term-mode", list, |f| {
        let next = Effect::SetTerminalMode(Some(TerminalMode::Explicit));
        assert!(f.effects.contains(&next));
    }),
    proof("calibrate", list, |f| {
        assert!(matches!(sheet(f), Some(SheetKind::Calibration(_))));
    }),
    proof("term-mode-auto", list, |f| {
        assert!(f.effects.contains(&Effect::SetTerminalMode(None)));
    }),
    proof("low-bandwidth", list, |f| {
        assert!(f.bottom().contains("low bandwidth on"), "{}", f.bottom());
    }),
    proof("mouse-toggle", list, |f| {
        assert!(
            f.effects
                .iter()
                .any(|effect| matches!(effect, Effect::SetMouse(_)))
        );
    }),
    proof("theme-next", list, |f| {
        assert_eq!(f.view.theme(), ThemeName::Dark.next());
    }),
    proof("quit", list, |f| assert!(f.effects.contains(&Effect::Quit))),
    proof("interrupt", list, |f| {
        assert!(!f.effects.contains(&Effect::Quit));
        f.press("ctrl-c");
        assert!(f.effects.contains(&Effect::Quit), "twice leaves");
    }),
];
