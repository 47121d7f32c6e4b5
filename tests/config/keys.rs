//! The keymap: every key does one thing, every action can be reached and is described.

use nashra::config::action::{Action, Hotkey};
use nashra::config::key::{KeyChord, KeyCode, KeyError, KeySequence};
use nashra::config::keymap::{Context, Keymap, Keys, Lookup};
use nashra::config::number::Digits;
use nashra::config::strings::{Locale, Strings};

fn pressed(keys: &str) -> Vec<KeyChord> {
    keys.parse::<KeySequence>().unwrap().chords().to_vec()
}

fn lookup(context: Context, keys: &str) -> Lookup {
    Keymap::builtin().lookup(context, &pressed(keys))
}

fn english() -> Strings {
    Strings::new(Locale::ENGLISH, Digits::Language)
}

#[test]
fn names_of_actions_are_read_back() {
    for &action in Action::ALL {
        assert_eq!(Action::from_name(action.name()), Some(action));
        let json = serde_json::to_string(&action).unwrap();
        assert_eq!(serde_json::from_str::<Action>(&json).unwrap(), action);
    }
    let third = Action::LangToggle(Hotkey::new(3).unwrap());
    assert_eq!(third.name(), "lang-toggle-3");
    assert_eq!(third.description(), "action-lang-toggle");
    assert_eq!((Hotkey::new(0), Hotkey::new(10)), (None, None));
    assert_eq!(Hotkey::all().count(), Hotkey::COUNT);
    for name in ["", "lang-toggle", "lang-toggle-0", "Help", "lang-toggle-10"] {
        assert_eq!(Action::from_name(name), None, "{name}");
    }
    assert!(serde_json::from_str::<Action>("\"fly\"").is_err());
}

#[test]
fn keys_are_read_back() {
    for text in [
        "j",
        "G",
        "ctrl-d",
        "f1",
        "f24",
        "shift-tab",
        "space",
        "enter",
        "esc",
        "pgdn",
        "-",
        "ctrl--",
        "alt-x",
        "ctrl-alt-up",
        "'",
        ",",
        "#",
        "ت",
        "y l",
        ", d",
    ] {
        assert_eq!(text.parse::<KeySequence>().unwrap().to_string(), text);
    }
    for text in [
        "", "ctrl-", "foo", "f0", "f25", "shift-g", "ctrl", " ", "j\u{7}",
    ] {
        assert!(text.parse::<KeySequence>().is_err(), "{text:?}");
    }
    assert_eq!(
        "ctrl-i".parse::<KeyChord>(),
        Err(KeyError::Ambiguous("ctrl-i".to_owned(), "tab"))
    );
}

#[test]
fn equal_presses_are_equal_however_they_are_reported() {
    let capital: KeyChord = "G".parse().unwrap();
    for (character, shift) in [('G', false), ('G', true), ('g', true)] {
        assert_eq!(
            KeyChord::new(KeyCode::Char(character), false, false, shift),
            capital
        );
    }
    let control: KeyChord = "ctrl-d".parse().unwrap();
    assert_eq!(
        KeyChord::new(KeyCode::Char('D'), true, false, true),
        control
    );
    assert_eq!(control.label(), "Ctrl-D");
    assert_eq!(control.text(), None);
    assert_eq!(capital.text(), Some('G'));
    let sharp = KeyChord::new(KeyCode::Char('ß'), false, false, true);
    assert_eq!(sharp.text(), Some('ß'));
}

#[test]
fn keys_that_every_finger_knows() {
    use Context::{Help, List, Names, Prompt, Reader};
    for (context, keys, action) in [
        (List, "j", Action::Down),
        (List, "G", Action::Bottom),
        (List, "space", Action::ReadOn),
        (List, "q", Action::Back),
        (List, "?", Action::Help),
        (List, ", d", Action::SortDate),
        (Reader, "space", Action::PageDown),
        (Reader, "]", Action::MentionNext),
        (Reader, "enter", Action::CardOrLine),
        (Reader, "n", Action::NextHit),
        (Reader, "2", Action::LangToggle(Hotkey::new(2).unwrap())),
        (Names, "enter", Action::Only),
        (Names, "i", Action::Card),
        (Reader, "i", Action::Info),
        (Prompt, "ctrl-c", Action::Cancel),
        (Prompt, "ctrl-l", Action::Redraw),
        (
            Context::LangPicker,
            "3",
            Action::SetKey(Hotkey::new(3).unwrap()),
        ),
        (Context::LangPicker, "enter", Action::Accept),
        (Help, "q", Action::Cancel),
    ] {
        assert_eq!(
            lookup(context, keys),
            Lookup::Action(action),
            "{context} {keys}"
        );
    }
}

#[test]
fn letters_are_text_where_text_is_typed() {
    for context in [Context::Prompt, Context::Picker] {
        for character in (' '..='~').skip(1) {
            let chord = KeyChord::plain(KeyCode::Char(character));
            let found = Keymap::builtin().lookup(context, &[chord]);
            assert_eq!(found, Lookup::None, "{context} {character}");
        }
    }
}

#[test]
fn keys_work_with_a_layout_of_another_script_on() {
    for (keys, action) in [
        ("ت", Action::Down),
        ("о", Action::Down),
        ("О", Action::NextArticle),
        ("٢", Action::LangToggle(Hotkey::new(2).unwrap())),
        ("و ي", Action::SortDate),
    ] {
        assert_eq!(
            lookup(Context::List, keys),
            Lookup::Action(action),
            "{keys}"
        );
    }
    assert_eq!(lookup(Context::Prompt, "ت"), Lookup::None);
    assert_eq!(lookup(Context::List, "中"), Lookup::None);
    // A key bound to the character itself goes before its position.
    let bound =
        "binding = [{ context = \"list\", group = \"move\", keys = [\"ت\"], action = \"up\" }]";
    let keymap = Keymap::parse("mine.toml", bound).unwrap();
    assert_eq!(
        keymap.lookup(Context::List, &pressed("ت")),
        Lookup::Action(Action::Up)
    );
}

#[test]
fn a_menu_stays_until_it_is_answered() {
    let Lookup::Menu(rows) = lookup(Context::Reader, ",") else {
        panic!("the comma opens a menu");
    };
    let keys: String = rows.iter().filter_map(|row| row.key.text()).collect();
    assert_eq!(keys, "dtslwr");
    let first = rows.first().unwrap();
    assert_eq!(first.action, Some(Action::SortDate));
    assert_eq!(lookup(Context::Reader, ", z"), Lookup::None);
    assert_eq!(Keymap::builtin().lookup(Context::List, &[]), Lookup::None);
}

#[test]
fn keys_of_other_programs_get_a_sentence() {
    for keys in ["d", "A", "C", "p", "F", "R", "S"] {
        assert!(
            matches!(lookup(Context::List, keys), Lookup::Hint(_)),
            "{keys}"
        );
    }
    assert_eq!(lookup(Context::List, "B"), Lookup::None);
    let said = Keymap::builtin().sentence(Context::List, &english(), "hint-half-page", &[]);
    assert_eq!(without_isolates(&said), "half a page is Ctrl-D; read is m");
}

#[test]
fn a_hint_never_hides_behind_a_key_that_is_bound() {
    let keymap = Keymap::builtin();
    for hint in keymap.hints() {
        for &context in &hint.contexts {
            for keys in &hint.keys {
                let found = keymap.lookup(context, keys.chords());
                assert_eq!(found, Lookup::Hint(hint.text.clone()), "{context} {keys}");
            }
        }
    }
}

#[test]
fn every_action_has_a_key() {
    let keymap = Keymap::builtin();
    for &action in Action::ALL {
        let bound = Context::ALL.iter().any(|&context| {
            keymap.rows_in(context).any(|(_, row)| {
                row.action == action
                    || (row.keys.contains(&Keys::Digits)
                        && row.action.description() == action.description())
            })
        });
        assert!(bound, "{action} is bound nowhere");
    }
}

#[test]
fn every_row_of_the_bottom_line_has_another_place() {
    for context in Context::ALL {
        let places: Vec<_> = Keymap::builtin()
            .bar(context)
            .iter()
            .map(|(_, row)| row.bar)
            .collect();
        assert!(places.is_sorted_by(|a, b| a < b), "{context}: {places:?}");
        assert!(places.len() <= 7, "{context}");
    }
}

#[test]
fn a_bad_keymap_is_named_with_its_line() {
    let row = |keys: &str, action: &str, context: &str| {
        format!(
            "binding = [\n  {{ context = \"{context}\", group = \"move\", keys = [\"j\"], action = \"down\" }},\n  \
             {{ context = \"{context}\", group = \"move\", keys = [{keys}], action = \"{action}\" }},\n]"
        )
    };
    for (text, line, said) in [
        (
            row("\"j\"", "up", "list"),
            3,
            "j is bound to down and to up in list",
        ),
        (row("\"j k\"", "up", "list"), 3, "j is the start of j k"),
        (row("\"jk\"", "up", "list"), 3, "no key “jk”"),
        (row("\"k\"", "fly", "list"), 3, "no action “fly”"),
        (row("\"1-9\"", "up", "list"), 3, "no action “up-1”"),
        (row("\"k\"", "up", "lists"), 2, "no place “lists”"),
        (row("\"k\"", "up", ""), 2, "no place"),
        (
            row("\"k\"", "up", "list").replace("group", "gruop"),
            2,
            "gruop",
        ),
        ("binding = [".to_owned(), 1, ""),
        ("bindings = []".to_owned(), 1, "bindings"),
    ] {
        let error = Keymap::parse("mine.toml", &text).unwrap_err();
        let message = error.to_string();
        assert_eq!(error.line, line, "{message}");
        assert!(message.contains(said), "{message}");
    }
    assert!(Keymap::parse("empty.toml", "").unwrap().rows().is_empty());
}

#[test]
fn the_help_says_the_keys_of_the_place_first_and_none_that_do_not_hold() {
    let lines = Keymap::builtin().help(Context::List);
    let first = lines.first().unwrap();
    assert_eq!(
        (first.context, first.keys.as_str()),
        (Context::List, "j k Down Up Ctrl-N Ctrl-P")
    );
    assert_eq!(first.actions, [Action::Down, Action::Up]);
    let of = |lines: &[nashra::config::help::HelpLine], text: &str| {
        lines
            .iter()
            .find(|line| line.text == text)
            .map(|line| line.keys.clone())
    };
    assert_eq!(of(&lines, "keys-lang").as_deref(), Some("1-9 0"));
    assert_eq!(
        of(&lines, "keys-sort").as_deref(),
        Some(",d ,t ,s ,l ,w ,r")
    );
    // In the names pane `i` is the card, so the article's own line is gone.
    let names = Keymap::builtin().help(Context::Names);
    assert_eq!(of(&names, "action-card").as_deref(), Some("i"));
    assert_eq!(of(&names, "action-info"), None);
    // In a list of languages a hyphen leaves out and Enter is the picker's.
    let languages = Keymap::builtin().help(Context::LangPicker);
    assert_eq!(of(&languages, "action-leave-out").as_deref(), Some("-"));
    assert_eq!(of(&languages, "action-accept").as_deref(), Some("Enter"));
}

#[test]
fn the_table_has_a_line_for_every_row() {
    let table = Keymap::builtin().markdown_table(&english());
    assert!(
        table.contains("| reader | `x` | show or fold page furniture |"),
        "{table}"
    );
    assert!(table.contains("| list | `Enter` | read it |"));
    for line in table.lines() {
        assert_eq!(
            line.matches('|').count() - line.matches("\\|").count(),
            4,
            "{line}"
        );
    }
}

pub fn without_isolates(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
