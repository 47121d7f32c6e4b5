//! Keys that hold in every pane: taking along, tags, saved views, looking for changes.

use nashra::view::message::{Effect, Message};
use nashra::view::sheet::SheetKind;

use super::{Fixture, Proof, proof, sheet, varied};

fn varied_after(keys: &str) -> Fixture {
    let mut fixture = varied();
    fixture.press(keys);
    fixture
}

/// The Arabic article under the cursor.
fn arabic() -> Fixture {
    varied_after("G")
}

/// What was handed to the clipboard.
fn copied(fixture: &Fixture) -> &str {
    let mut effects = fixture.effects.iter();
    let text = effects.find_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text.as_str()),
        _ => None,
    });
    text.expect("something is copied")
}

/// What the bottom line asks for.
fn asks(fixture: &mut Fixture, question: &str) {
    let bottom = fixture.bottom();
    assert!(bottom.starts_with(question), "{bottom}");
}

fn with_problem() -> Fixture {
    let mut fixture = varied();
    fixture.tell(Message::Problem("dump.jsonl:3: no JSON".to_owned(), None));
    fixture
}

const TITLE: &str = "سفينة ضخمة تسد قناة السويس وتوقف الملاحة في الاتجاهين";
const LINK: &str = "https://example.org/canal-ar";

pub(super) const PROOFS: &[Proof] = &[
    proof("copy-link", arabic, |f| assert_eq!(copied(f), LINK)),
    proof("copy-title", arabic, |f| assert_eq!(copied(f), TITLE)),
    proof(
        "copy-paragraph",
        || varied_after("G enter"),
        |f| {
            assert!(copied(f).starts_with("جنحت"), "{}", copied(f));
            assert!(!copied(f).contains("وقالت"), "{}", copied(f));
        },
    ),
    proof("copy-article", arabic, |f| {
        assert!(copied(f).starts_with(TITLE), "{}", copied(f));
        assert!(copied(f).contains("وقالت مصر"), "{}", copied(f));
    }),
    proof(
        "copy-name",
        || varied_after("G enter ]"),
        |f| {
            assert!(copied(f).contains("قناة السويس"), "{}", copied(f));
        },
    ),
    proof("copy-citation", arabic, |f| {
        for part in [TITLE, "2020", LINK] {
            assert!(copied(f).contains(part), "{}", copied(f));
        }
    }),
    proof("open-link", arabic, |f| {
        let opened = Effect::OpenLinks(vec![LINK.to_owned()]);
        assert!(f.effects.contains(&opened));
    }),
    proof("link-picker", arabic, |f| {
        assert!(matches!(sheet(f), Some(SheetKind::Links(_))));
    }),
    proof("pipe", varied, |f| asks(f, "pipe to:")),
    proof("write", varied, |f| asks(f, "write to:")),
    proof("tag", varied, |f| {
        asks(f, "tags");
        f.type_text("canal").press("enter");
        assert!(f.bottom().contains("tagged"), "{}", f.bottom());
        let saved = |effect: &Effect| matches!(effect, Effect::Save(_));
        assert!(f.effects.iter().any(saved));
    }),
    proof("views", varied, |f| {
        assert_eq!(sheet(f), Some(&SheetKind::Views))
    }),
    proof("save-view", varied, |f| asks(f, "save this view")),
    proof("refresh", varied, |f| {
        assert!(f.effects.contains(&Effect::Refresh));
    }),
    proof("messages", varied, |f| {
        assert_eq!(sheet(f), Some(&SheetKind::Messages));
    }),
    proof("problems", with_problem, |f| {
        assert_eq!(sheet(f), Some(&SheetKind::Problems));
        assert!(f.screen().contains("no JSON"), "{}", f.screen());
    }),
];
