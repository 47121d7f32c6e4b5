//! Whatever a file holds, it is read to its end, and costs no more than messages.

use nashra::config::keymap::{Context, Keymap};
use nashra::config::problem::{Place, Problem};
use nashra::config::settings::Layers;
use nashra::config::strings::Strings;
use proptest::prelude::*;

/// Lines as people write them, right and wrong.
fn line() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "theme",
        "measure",
        "list.cursor",
        "[list]",
        "[global]",
        "[",
        "]",
        "=",
        " = ",
        "\"",
        "'''",
        "\"g g\"",
        "\"g\"",
        "j",
        "\"1-9\"",
        "\"none\"",
        "\"top\"",
        "\"dark\"",
        "66",
        "off",
        "true",
        "#",
        "{",
        ",",
        "\u{feff}",
        "ت",
        "\u{1b}",
        "\r",
    ]);
    prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
}

fn check(bytes: &[u8]) {
    let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
    let mut layers = Layers::default();
    layers.file("config.toml", bytes);
    let (keymap, problems) = Keymap::builtin().with_user("keys.toml", bytes);
    let strings = Strings::for_shells();
    let said = |problem: &Problem| {
        let Place::Line(_, line) = &problem.place else {
            panic!("a line is named: {problem:?}");
        };
        assert!((1..=lines).contains(line), "{problem}");
        assert!(
            !problem.said(strings).contains(['\n', '\u{1b}']),
            "{problem:?}"
        );
    };
    layers.problems.iter().for_each(said);
    problems.iter().for_each(said);
    for context in Context::ALL {
        assert!(keymap.bar(context).len() <= keymap.rows().len());
        assert!(
            keymap
                .help(context)
                .iter()
                .all(|line| !line.keys.is_empty())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn any_lines_are_read(lines in prop::collection::vec(line(), 0..12)) {
        check(lines.join("\n").as_bytes());
    }
}

#[test]
fn a_name_of_many_parts_is_no_deep_hole() {
    for count in [100, 32_000] {
        let dots = "a.".repeat(count);
        check(format!("{dots}a = 1\nb = 2\n").as_bytes());
        check(format!("[{dots}a]\nb = 2\n").as_bytes());
        check(format!("x = {}\n", "[".repeat(count)).as_bytes());
        check(format!("x = {}\n", "{a = ".repeat(count)).as_bytes());
    }
}

#[test]
fn a_large_file_of_nonsense_is_given_up_with_few_messages() {
    for piece in [
        "a b\n",
        "= 1\n",
        "[[[\n",
        "x = [\n",
        "\0\u{1}",
        "a.a.a.a.a.a = {",
    ] {
        let text = piece.repeat((1 << 16) / piece.len());
        let mut layers = Layers::default();
        layers.file("config.toml", text.as_bytes());
        let count = layers.problems.len();
        assert!((1..=2).contains(&count), "{piece:?}: {count}");
    }
}
