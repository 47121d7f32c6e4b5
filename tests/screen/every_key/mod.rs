//! The proof of the keymap: for every row of `assets/keymap.toml` in each of its
//! contexts a state, and what holds once a key of that row was pressed there.
//!
//! A file a context. Every key of a row is pressed; where a row has none, its action is
//! run by name. A row without a proof fails the test, and so does a proof without a row.

mod always;
mod calibration;
mod confirm;
mod global;
mod help;
mod hints;
mod lang_picker;
mod list;
mod names;
mod picker;
mod prompt;
mod reader;
mod taking;
mod view_picker;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use nashra::config::keymap::{Context, Keymap, Keys, Lookup, Row};
use nashra::corpus::Article;
use nashra::store::CorpusState;
use nashra::view::sheet::SheetKind;

use super::fixture::{Fixture, article, corpus};

/// What one row of the keymap does in one context.
struct Proof {
    /// The action as the keymap names it; of a family the member for `1`.
    action: &'static str,
    /// The state in which the key is pressed.
    start: fn() -> Fixture,
    /// What holds afterwards.
    holds: fn(&mut Fixture),
}

/// A row of a table of proofs.
const fn proof(action: &'static str, start: fn() -> Fixture, holds: fn(&mut Fixture)) -> Proof {
    Proof {
        action,
        start,
        holds,
    }
}

/// The proofs of every context.
const PROOFS: &[(Context, &[Proof])] = &[
    (Context::Always, always::PROOFS),
    (Context::Global, global::PROOFS),
    (Context::Global, taking::PROOFS),
    (Context::List, list::PROOFS),
    (Context::Reader, reader::PROOFS),
    (Context::Names, names::PROOFS),
    (Context::Prompt, prompt::PROOFS),
    (Context::Picker, picker::PROOFS),
    (Context::LangPicker, lang_picker::PROOFS),
    (Context::ViewPicker, view_picker::PROOFS),
    (Context::Confirm, confirm::PROOFS),
    (Context::Help, help::PROOFS),
    (Context::Calibration, calibration::PROOFS),
];

fn find(context: Context, action: &str) -> Option<&'static Proof> {
    let proofs = PROOFS.iter().filter(|(place, _)| *place == context);
    let mut proofs = proofs.flat_map(|(_, proofs)| proofs.iter());
    proofs.find(|proof| proof.action == action)
}

#[test]
fn every_row_of_the_keymap_has_a_proof() {
    let rows = Keymap::builtin().rows().iter();
    let missing: Vec<String> = rows
        .flat_map(|row| {
            row.contexts
                .iter()
                .map(move |context| (*context, row.action))
        })
        .filter(|(context, action)| find(*context, action.name()).is_none())
        .map(|(context, action)| format!("{context}: {action}"))
        .collect();
    assert!(missing.is_empty(), "not proved: {}", missing.join(", "));
}

#[test]
fn every_proof_has_its_row_and_stands_once() {
    let rows: Vec<(Context, &str)> = Keymap::builtin()
        .rows()
        .iter()
        .flat_map(|row| {
            row.contexts
                .iter()
                .map(|context| (*context, row.action.name()))
        })
        .collect();
    let mut seen = BTreeSet::new();
    for (context, proofs) in PROOFS {
        for proof in *proofs {
            let row = (*context, proof.action);
            assert!(rows.contains(&row), "no row: {context} {}", proof.action);
            assert!(seen.insert(row), "twice: {context} {}", proof.action);
        }
    }
}

#[test]
fn every_key_of_every_row_does_what_its_proof_says() {
    for row in Keymap::builtin().rows() {
        for context in &row.contexts {
            let proof = find(*context, row.action.name()).expect("another test names it");
            for press in presses(row) {
                // Shown where the proof fails.
                println!("{context}: {press:?} does {}", row.action);
                let mut fixture = (proof.start)();
                let place = fixture.view.context();
                assert!(place.chain().contains(context), "that is in {place}");
                fixture.effects.clear();
                match press {
                    Press::Keys(keys) => fixture.press(&keys),
                    Press::Name(name) => fixture.press(":").type_text(name).press("enter"),
                };
                (proof.holds)(&mut fixture);
            }
        }
    }
}

/// How a row is reached.
#[derive(Debug)]
enum Press {
    Keys(String),
    Name(&'static str),
}

fn presses(row: &Row) -> Vec<Press> {
    if row.keys.is_empty() {
        return vec![Press::Name(row.action.name())];
    }
    let keys = row.keys.iter();
    keys.map(|keys| match keys {
        Keys::Sequence(sequence) => Press::Keys(sequence.to_string()),
        Keys::Digits => Press::Keys("1".to_owned()),
    })
    .collect()
}

#[test]
fn the_nine_digits_of_a_family_carry_their_own() {
    for row in Keymap::builtin().rows() {
        if !row.keys.contains(&Keys::Digits) {
            continue;
        }
        let stem = row.action.name().trim_end_matches('1');
        for context in &row.contexts {
            for digit in 1..=9 {
                let key = digit.to_string().parse().unwrap();
                let Lookup::Action(action) = Keymap::builtin().lookup(*context, &[key]) else {
                    panic!("{context}: {digit} does nothing");
                };
                assert_eq!(action.name(), format!("{stem}{digit}"));
            }
        }
    }
}

/// The list of five articles in four languages, the names and the reader beside it.
fn list() -> Fixture {
    Fixture::new(120, 30)
}

/// The list after some keys.
fn after(keys: &str) -> Fixture {
    let mut fixture = list();
    fixture.press(keys);
    fixture
}

/// A search that is being typed, from the list.
fn searching(typed: &str) -> Fixture {
    let mut fixture = after("/");
    fixture.type_text(typed);
    fixture
}

/// A search that was kept.
fn searched(typed: &str) -> Fixture {
    let mut fixture = searching(typed);
    fixture.press("enter");
    fixture
}

/// The reader with an article of a hundred lines, a blank row between each two.
fn lines() -> Fixture {
    let lines: Vec<String> = (0..100).map(|line| format!("Line {line}.")).collect();
    let long = article("long", "en", "A headline", &lines.join("\n\n"));
    let mut fixture = Fixture::of(vec![long], 120, 30, "en", CorpusState::default());
    fixture.press("enter");
    fixture
}

/// Rows of that article above the reader's first.
fn scrolled(fixture: &Fixture) -> usize {
    let rows = fixture.view.reader().rows().iter().enumerate();
    let mut numbered = rows.filter_map(|(row, content)| {
        let text = content.text.as_ref()?.line.shaped();
        let number: usize = text
            .strip_prefix("Line ")?
            .trim_end_matches('.')
            .parse()
            .ok()?;
        // Headline, the line below it and a blank stand before line 0.
        Some(3 + 2 * number - row)
    });
    numbered.next().expect("a line is in sight")
}

/// Two hundred articles.
fn many() -> Fixture {
    static MANY: LazyLock<Vec<Arc<Article>>> = LazyLock::new(|| {
        let ids = (0..200).map(|number| number.to_string());
        ids.map(|id| article(&id, "en", "Title", "Text.")).collect()
    });
    Fixture::of(MANY.clone(), 120, 30, "en", CorpusState::default())
}

/// The names pane with more names than two pages hold.
fn many_names() -> Fixture {
    let text = "Egypt, Sweden, Germany, France, Italy, Spain, Poland, Norway, Finland, Denmark, \
                Greece, Iran, Iraq, Syria, Israel, Lebanon, China, Japan, India, Pakistan, Brazil, \
                Mexico, Canada, Australia, Kenya, Ethiopia, Somalia, Sudan, Libya, Tunisia, \
                Algeria, Morocco, Portugal, Ireland, Iceland, Estonia, Latvia, Lithuania, Ukraine, \
                Belarus, Moldova, Romania, Bulgaria, Serbia, Croatia, Slovenia, Hungary, Austria, \
                Switzerland, Belgium, Cuba, Peru, Argentina, Bolivia, Ecuador, Colombia, Nepal, \
                Mongolia, Vietnam, Thailand, Cambodia, Malaysia, Indonesia, Angola, Zambia.";
    let names = article("names", "en", "Countries", text);
    let mut fixture = Fixture::of(vec![names], 120, 30, "en", CorpusState::default());
    fixture.press("tab tab");
    fixture
}

/// Articles that every order puts otherwise.
fn varied() -> Fixture {
    let sources = ["c", "a", "e", "b", "d"];
    let articles = corpus().into_iter().zip(sources).enumerate();
    let articles = articles.map(|(number, (article, source))| {
        let mut article = Arc::unwrap_or_clone(article);
        article.source = Some(source.to_owned());
        article.url = Some(format!("https://example.org/{}", article.id));
        let day = i64::try_from(number).unwrap();
        article.date = Some(nashra::corpus::Timestamp(1_600_000_000 + day * 86_400));
        Arc::new(article)
    });
    Fixture::of(articles.collect(), 120, 30, "en", CorpusState::default())
}

/// Seven articles with a link each.
fn linked() -> Fixture {
    let articles = (0..7).map(|number| {
        let id = number.to_string();
        let mut article = Arc::unwrap_or_clone(article(&id, "en", "Title", "Text."));
        article.url = Some(format!("https://example.org/{id}"));
        Arc::new(article)
    });
    Fixture::of(articles.collect(), 120, 30, "en", CorpusState::default())
}

/// What the sheet that is open shows.
fn sheet(fixture: &Fixture) -> Option<&SheetKind> {
    fixture.view.sheet().map(|sheet| &sheet.kind)
}
