//! The pages say what is there.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::Path;

use nashra::config::keymap::Keymap;
use nashra::config::number::Digits;
use nashra::config::paths::DATA_DIR_VARIABLE;
use nashra::config::settings::Setting;
use nashra::config::strings::{Locale, Strings};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

#[test]
fn the_keys_are_those_of_the_keymap() {
    let readme = readme();
    let (_, rest) = readme
        .split_once("<!-- keys: written by `cargo xtask readme` -->\n")
        .unwrap();
    let (table, _) = rest.split_once("<!-- end of keys -->\n").unwrap();
    let strings = Strings::new(Locale::ENGLISH, Digits::Latin);
    let expected = Keymap::builtin().markdown_table(&strings);
    assert_eq!(table.trim(), expected.trim(), "run `cargo xtask readme`");
}

#[test]
fn every_setting_is_named_with_its_values() {
    let readme = readme();
    for setting in Setting::ALL {
        let row = format!("| `{}` | {} |", setting.variable(), setting.values);
        assert!(readme.contains(&row), "{row}");
    }
    assert!(readme.contains(DATA_DIR_VARIABLE) && readme.contains("NO_COLOR"));
    for locale in Locale::ALL {
        assert!(readme.contains(locale.name), "{}", locale.name);
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
