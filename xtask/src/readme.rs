//! `cargo xtask readme`: the table of keys in the README, from the keymap.

use std::fs;
use std::path::Path;

use anyhow::Context;
use nashra::config::keymap::Keymap;
use nashra::config::number::Digits;
use nashra::config::strings::{Locale, Strings};

/// Arguments and purpose, for the usage text.
pub const USAGE: &str = "      the table of keys in README.md";

/// What stands around the table; `tests/readme.rs` looks for the same.
const START: &str = "<!-- keys: written by `cargo xtask readme` -->\n";
const END: &str = "<!-- end of keys -->\n";

/// Writes the table into the README.
///
/// # Errors
/// An argument, a README that cannot be read or written, or one without the marks.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    anyhow::ensure!(arguments.is_empty(), "takes no arguments");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = fs::read_to_string(&file).context("README.md")?;
    let strings = Strings::new(Locale::ENGLISH, Digits::Latin);
    let table = Keymap::builtin().markdown_table(&strings);
    let written = with_keys(&readme, &table).context("README.md has not both marks of the keys")?;
    fs::write(file, written)?;
    Ok(())
}

/// The page with another table between the marks; `None` where they are not there.
fn with_keys(readme: &str, table: &str) -> Option<String> {
    let (before, rest) = readme.split_once(START)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{START}\n{table}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let page = format!("a\n{START}old\n{END}b\n");
        let written = with_keys(&page, "|new|\n").unwrap();
        assert_eq!(written, format!("a\n{START}\n|new|\n\n{END}b\n"));
        assert_eq!(with_keys(&written, "|new|\n").unwrap(), written);
        assert_eq!(with_keys("no marks", "|new|\n"), None);
    }
}
