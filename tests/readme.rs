//! The pages say what is there.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::Path;

use nashra::config::keymap::{Context, Keymap};
use nashra::config::paths::{CONFIG_DIR_VARIABLE, DATA_DIR_VARIABLE};
use nashra::config::settings::{self, Layers};
use nashra::config::strings::{Locale, Strings};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// What stands between the marks of a table.
fn table(name: &str) -> String {
    let readme = readme();
    let start = format!("<!-- {name}: written by `cargo xtask readme` -->\n");
    let (_, rest) = readme.split_once(&start).unwrap();
    let (table, _) = rest
        .split_once(&format!("<!-- end of {name} -->\n"))
        .unwrap();
    table.trim().to_owned()
}

#[test]
fn the_keys_are_those_of_the_keymap() {
    let expected = Keymap::builtin().markdown_table(Strings::for_shells());
    assert_eq!(table("keys"), expected.trim(), "run `cargo xtask readme`");
}

#[test]
fn the_settings_are_those_of_the_table() {
    let expected = settings::markdown_table();
    assert_eq!(
        table("settings"),
        expected.trim(),
        "run `cargo xtask readme`"
    );
    let readme = readme();
    for name in [DATA_DIR_VARIABLE, CONFIG_DIR_VARIABLE, "NO_COLOR"] {
        assert!(readme.contains(name), "{name}");
    }
    for locale in Locale::ALL {
        assert!(readme.contains(locale.name), "{}", locale.name);
    }
}

/// The examples of the page, each between its fences.
#[test]
fn the_examples_of_the_files_can_be_taken() {
    let readme = readme();
    let examples: Vec<&str> = readme
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split_once("```").unwrap().0)
        .collect();
    let [keys, settings] = examples[..] else {
        panic!("an example of each file");
    };
    let (_, problems) = Keymap::builtin().with_user("keys.toml", keys.as_bytes());
    assert_eq!(problems, []);
    let mut layers = Layers::default();
    layers.file("config.toml", settings.as_bytes());
    assert_eq!(layers.problems, []);
    for context in Context::ALL {
        assert!(readme.contains(&format!("`{context}`")), "{context}");
    }
}

#[test]
fn every_page_and_picture_it_leads_to_is_there() {
    for page in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    ] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split_once(')'))
        {
            let target = link.0.split('#').next().unwrap();
            let elsewhere = target.is_empty() || target.contains("://");
            assert!(
                elsewhere || root().join(target).exists(),
                "{page}: {target}"
            );
        }
    }
}

/// Whether a path is there, of the repository or of the house: `src/text/width.rs`
/// and `src/text/width/` are both `text::width`.
fn is_there(name: &str) -> bool {
    let path = root().join(name);
    let (module, file) = (root().join("src").join(name), format!("src/{name}.rs"));
    path.exists() || module.exists() || root().join(file).exists()
}

#[test]
fn every_file_and_module_that_the_architecture_names_is_there() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut named = 0;
    for name in text.split('`').skip(1).step_by(2) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_/.:".contains(c);
        let is_path = name.contains('/') || name.contains("::");
        if is_path && name.chars().all(plain) {
            assert!(is_there(&name.replace("::", "/")), "{name}");
            named += 1;
        }
    }
    assert!(named > 20, "the names are not found any more");
}
