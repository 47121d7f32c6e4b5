//! A person's own keys: before the built-in ones, and nothing but the bad row lost.

use nashra::config::action::{Action, Hotkey};
use nashra::config::key::{KeyChord, KeySequence};
use nashra::config::keymap::{Context, Keymap, Lookup};
use nashra::config::strings::Strings;

fn keymap(file: &str) -> (Keymap, Vec<String>) {
    let (keymap, problems) = Keymap::builtin().with_user("keys.toml", file.as_bytes());
    (keymap, problems.iter().map(ToString::to_string).collect())
}

fn good(file: &str) -> Keymap {
    let (keymap, problems) = keymap(file);
    assert_eq!(problems, [""; 0]);
    keymap
}

fn lookup(keymap: &Keymap, context: Context, keys: &str) -> Lookup {
    let pressed: Vec<KeyChord> = keys.parse::<KeySequence>().unwrap().chords().to_vec();
    keymap.lookup(context, &pressed)
}

fn help(keymap: &Keymap, context: Context, text: &str) -> Option<String> {
    let lines = keymap.help(context).into_iter();
    let mut keys = lines.filter(|line| line.text == text).map(|line| line.keys);
    keys.next()
}

#[test]
fn a_row_goes_before_the_built_in_ones_in_its_context_alone() {
    let keymap =
        good("[list]\nx = \"toggle-star\"\nj = \"page-down\"\n[global]\n\"ctrl-x\" = \"quit\"\n");
    assert_eq!(
        lookup(&keymap, Context::List, "x"),
        Lookup::Action(Action::ToggleStar)
    );
    assert_eq!(
        lookup(&keymap, Context::Reader, "x"),
        Lookup::Action(Action::Furniture)
    );
    assert_eq!(
        lookup(&keymap, Context::List, "j"),
        Lookup::Action(Action::PageDown)
    );
    assert_eq!(
        lookup(&keymap, Context::Names, "j"),
        Lookup::Action(Action::Down)
    );
    assert_eq!(
        lookup(&keymap, Context::List, "down"),
        Lookup::Action(Action::Down)
    );
    assert_eq!(
        lookup(&keymap, Context::Names, "ctrl-x"),
        Lookup::Action(Action::Quit)
    );
    assert_eq!(
        keymap.key_for(Context::List, Action::ToggleStar).as_deref(),
        Some("x")
    );
    assert_eq!(
        keymap
            .key_for(Context::Reader, Action::ToggleStar)
            .as_deref(),
        Some("s")
    );
    assert_eq!(
        keymap.key_for(Context::List, Action::Quit).as_deref(),
        Some("Ctrl-X")
    );
}

#[test]
fn help_bottom_line_and_sentences_show_what_holds() {
    let keymap = good(
        "[global]\n\"ctrl-h\" = \"back\"\nf5 = \"help\"\n\"?\" = \"none\"\n"
            .replace("ctrl-h", "ctrl-g")
            .as_str(),
    );
    assert_eq!(
        help(&keymap, Context::List, "action-help").as_deref(),
        Some("F5 F1")
    );
    let bar = keymap.bar(Context::List);
    let (keys, row) = bar.last().unwrap();
    assert_eq!((row.action, keys.label().as_str()), (Action::Help, "F5"));
    let said = keymap.sentence(Context::List, Strings::for_shells(), "again-leaves", &[]);
    assert_eq!(said, "Ctrl-G again leaves");
    let table = keymap.markdown_table(Strings::for_shells());
    assert!(
        table.contains("| all panes | `F5` `F1` | keys of this place |"),
        "{table}"
    );
    // A key that a nearer context uses is not shown for what is behind it.
    let keymap = good("[list]\ns = \"open\"\n\"?\" = \"down\"\n");
    assert_eq!(keymap.key_for(Context::List, Action::ToggleStar), None);
    assert_eq!(help(&keymap, Context::List, "action-toggle-star"), None);
    let bar = keymap.bar(Context::List);
    assert_eq!(bar.last().unwrap().0.label(), "F1");
    assert_eq!(bar.first().unwrap().0.label(), "s");
    assert_eq!(
        keymap
            .key_for(Context::Reader, Action::ToggleStar)
            .as_deref(),
        Some("s")
    );
}

#[test]
fn one_key_after_another_needs_no_time() {
    let keymap = good("[list]\n\"g g\" = \"top\"\n\", x\" = \"quit\"\n\"Z Z Z\" = \"quit\"\n");
    let Lookup::Menu(rows) = lookup(&keymap, Context::List, "g") else {
        panic!("the built-in g gives way");
    };
    assert_eq!(rows.len(), 1);
    assert_eq!(
        lookup(&keymap, Context::List, "g g"),
        Lookup::Action(Action::Top)
    );
    assert_eq!(
        lookup(&keymap, Context::Names, "g"),
        Lookup::Action(Action::Top)
    );
    // The menu of all panes goes on with what the list adds to it.
    let Lookup::Menu(rows) = lookup(&keymap, Context::List, ",") else {
        panic!("the comma opens a menu");
    };
    let keys: String = rows.iter().filter_map(|row| row.key.text()).collect();
    assert_eq!(keys, "xdtslwr");
    assert_eq!(
        lookup(&keymap, Context::List, ", d"),
        Lookup::Action(Action::SortDate)
    );
    let Lookup::Menu(rows) = lookup(&keymap, Context::List, "Z") else {
        panic!("three keys");
    };
    assert_eq!(rows[0].action, None);
    let keymap = good("[global]\n\",\" = \"down\"\n");
    assert_eq!(
        lookup(&keymap, Context::List, ","),
        Lookup::Action(Action::Down)
    );
    assert_eq!(help(&keymap, Context::List, "keys-sort"), None);
}

#[test]
fn a_key_can_be_taken_away() {
    let keymap = good("[list]\nq = \"none\"\n[global]\nz = \"none\"\n\"1\" = \"none\"\n");
    assert_eq!(lookup(&keymap, Context::List, "q"), Lookup::None);
    assert_eq!(
        lookup(&keymap, Context::Reader, "q"),
        Lookup::Action(Action::Back)
    );
    assert_eq!(
        keymap.key_for(Context::List, Action::Back).as_deref(),
        Some("Backspace")
    );
    assert_eq!(lookup(&keymap, Context::Reader, "z"), Lookup::None);
    assert_eq!(help(&keymap, Context::Reader, "action-zen"), None);
    assert_eq!(lookup(&keymap, Context::List, "1"), Lookup::None);
    let second = Action::LangToggle(Hotkey::new(2).unwrap());
    assert_eq!(lookup(&keymap, Context::List, "2"), Lookup::Action(second));
    let keys = help(&keymap, Context::List, "keys-lang").unwrap();
    assert!(keys.starts_with("2 0 3"), "{keys}");
    let first = Action::LangToggle(Hotkey::new(1).unwrap());
    assert_eq!(keymap.key_for(Context::List, first), None);
    let keymap = good("[reader]\n\"1-9\" = \"none\"\n[list]\n\"1-9\" = \"lang-toggle\"\n");
    assert_eq!(lookup(&keymap, Context::Reader, "3"), Lookup::None);
    assert!(matches!(
        lookup(&keymap, Context::List, "9"),
        Lookup::Action(Action::LangToggle(_))
    ));
}

#[test]
fn a_bad_row_is_named_with_its_line_and_lost_alone() {
    let (keymap, problems) = keymap(
        "x = \"quit\"\n[list]\n\"jk\" = \"down\"\ny = \"toggle-sta\"\n\"g g\" = \"top\"\ng = \"top\"\n\
         \"ctrl-d\" = \"down\"\n\"ctrl-D\" = \"up\"\n\"ctrl-i\" = \"up\"\nv = 3\ny = \"undo\"\n\"\" = \"up\"\nw = \"quit\"\n\
         [lists]\na = \"up\"\nb = \"up\"\n[reader]\n? = \"help\"\no = \"help\"\n",
    );
    let starts = [
        "keys.toml, line 1: “x” stands in no table",
        "keys.toml, line 3: there is no key “jk”",
        "keys.toml, line 4: there is no action “toggle-sta” · did you mean “toggle-star”?",
        "keys.toml, line 6: g is the start of g g in list",
        "keys.toml, line 8: ctrl-d is bound to down and to up in list",
        "keys.toml, line 9: a terminal cannot tell “ctrl-i” from another key; write tab",
        "keys.toml, line 10: there is no action “3”",
        "keys.toml, line 11: “y” stands there twice",
        "keys.toml, line 12: a key is missing",
        "keys.toml, line 15: there is no place “lists” for keys · did you mean “list”?",
        "keys.toml, line 18: this is not TOML",
    ];
    assert_eq!(problems.len(), starts.len(), "{problems:#?}");
    for (problem, start) in problems.iter().zip(starts) {
        assert!(problem.starts_with(start), "{problem}");
    }
    assert_eq!(
        lookup(&keymap, Context::List, "w"),
        Lookup::Action(Action::Quit)
    );
    assert_eq!(
        lookup(&keymap, Context::List, "ctrl-d"),
        Lookup::Action(Action::Down)
    );
    assert_eq!(
        lookup(&keymap, Context::List, "g g"),
        Lookup::Action(Action::Top)
    );
    assert_eq!(
        lookup(&keymap, Context::Reader, "o"),
        Lookup::Action(Action::Help)
    );
    assert_eq!(
        lookup(&keymap, Context::Reader, "?"),
        Lookup::Action(Action::Help)
    );
}

#[test]
fn no_file_of_keys_changes_nothing_but_what_it_says() {
    let keymap = good("");
    for context in Context::ALL {
        assert_eq!(keymap.help(context), Keymap::builtin().help(context));
    }
    // With one row all others are as before.
    let keymap = good("[help]\nx = \"cancel\"\n");
    for context in Context::ALL
        .into_iter()
        .filter(|context| *context != Context::Help)
    {
        assert_eq!(
            keymap.help(context),
            Keymap::builtin().help(context),
            "{context}"
        );
    }
    assert_eq!(
        help(&keymap, Context::Help, "bar-close").as_deref(),
        Some("x q ? Esc F1 Backspace Ctrl-C")
    );
}
