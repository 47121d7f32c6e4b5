//! Keys that are bound to nothing: those of other programs are answered with one
//! sentence, all others with silence.

use nashra::config::key::{KeyChord, KeyCode};
use nashra::config::keymap::{Context, Hint, Keymap, Lookup};
use nashra::view::message::Effect;

use super::{Fixture, after};

/// A state of each context in which keys can be bound to nothing.
fn places() -> [(Context, fn() -> Fixture); 5] {
    [
        (Context::List, || after("j")),
        (Context::Reader, || after("j enter")),
        (Context::Names, || after("tab tab")),
        (Context::Help, || after("?")),
        (Context::Calibration, || after("f3")),
    ]
}

/// What keys may change: the screen but for its bottom line, and what was asked for.
fn state(fixture: &mut Fixture) -> (String, Context, usize) {
    let screen = fixture.screen();
    let (body, _) = screen.trim_end().rsplit_once('\n').unwrap_or_default();
    let context = fixture.view.context();
    (body.to_owned(), context, fixture.view.list().cursor())
}

fn pressed(fixture: &mut Fixture, keys: &str) -> Vec<Effect> {
    fixture.effects.clear();
    fixture.press(keys);
    std::mem::take(&mut fixture.effects)
}

fn holds(hint: &Hint, context: Context) -> bool {
    let places = context.chain();
    hint.contexts.iter().any(|place| places.contains(place))
}

#[test]
fn a_key_of_another_program_is_answered_with_one_sentence_and_does_nothing() {
    let mut answered = 0;
    for hint in Keymap::builtin().hints() {
        for (context, place) in places() {
            for keys in hint.keys.iter().filter(|_| holds(hint, context)) {
                let found = Keymap::builtin().lookup(context, keys.chords());
                if found != Lookup::Hint(hint.text.clone()) {
                    continue;
                }
                let mut fixture = place();
                let before = state(&mut fixture);
                let told = fixture.view.status().notice;
                assert_eq!(told, None);
                let effects = pressed(&mut fixture, &keys.to_string());
                assert_eq!(effects, [], "{context}: {keys}");
                assert_eq!(state(&mut fixture), before, "{context}: {keys}");
                let strings = fixture.view.strings();
                let said = Keymap::builtin().sentence(context, strings, &hint.text, &[]);
                let notice = fixture.view.status().notice;
                assert_eq!(notice, Some((said, false)), "{context}: {keys}");
                // It goes with the next key, which does its work.
                pressed(&mut fixture, "f12");
                assert_eq!(fixture.view.status().notice, None);
                answered += 1;
            }
        }
    }
    assert!(answered >= Keymap::builtin().hints().len());
}

#[test]
fn every_other_key_does_nothing_and_says_nothing() {
    for (context, place) in places() {
        let mut fixture = place();
        let before = state(&mut fixture);
        let mut silent = 0;
        for chord in chords() {
            if Keymap::builtin().lookup(context, &[chord]) != Lookup::None {
                continue;
            }
            let effects = pressed(&mut fixture, &chord.to_string());
            assert_eq!(effects, [], "{context}: {chord}");
            assert_eq!(fixture.view.status().notice, None, "{context}: {chord}");
            assert_eq!(fixture.view.context(), before.1, "{context}: {chord}");
            silent += 1;
        }
        assert_eq!(state(&mut fixture), before, "{context}");
        assert!(silent > 20, "{context}");
    }
}

/// What is on a keyboard: characters, letters with control and alt, and the other keys.
fn chords() -> Vec<KeyChord> {
    let with = |control, alt| {
        ('a'..='z').map(move |letter| KeyChord::new(KeyCode::Char(letter), control, alt, false))
    };
    let characters = ('!'..='~').map(KeyCode::Char);
    let others = [KeyCode::Insert, KeyCode::Delete];
    let plain = characters.chain((1..=24).map(KeyCode::F)).chain(others);
    plain
        .map(KeyChord::plain)
        .chain(with(true, false))
        .chain(with(false, true))
        .filter(|chord| chord.to_string().parse() == Ok(*chord))
        .collect()
}
