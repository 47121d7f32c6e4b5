//! `cargo xtask readme`: the tables of keys and settings in the README.

use std::fs;
use std::path::Path;

use anyhow::Context;
use nashra::config::keymap::Keymap;
use nashra::config::settings;
use nashra::config::strings::Strings;

/// Arguments and purpose, for the usage text.
pub const USAGE: &str = "      the tables of keys and settings in README.md";

/// Writes the tables into the README.
///
/// # Errors
/// An argument, a README that cannot be read or written, or one without the marks.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    anyhow::ensure!(arguments.is_empty(), "takes no arguments");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let mut readme = fs::read_to_string(&file).context("README.md")?;
    let tables = [
        (
            "keys",
            Keymap::builtin().markdown_table(Strings::for_shells()),
        ),
        ("settings", settings::markdown_table()),
    ];
    for (name, table) in tables {
        readme = with_table(&readme, name, &table)
            .with_context(|| format!("README.md has not both marks of the {name}"))?;
    }
    fs::write(file, readme)?;
    Ok(())
}

/// The page with another table between its marks, which `tests/readme.rs` looks for too;
/// `None` where they are not there.
fn with_table(readme: &str, name: &str, table: &str) -> Option<String> {
    let start = format!("<!-- {name}: written by `cargo xtask readme` -->\n");
    let end = format!("<!-- end of {name} -->\n");
    let (before, rest) = readme.split_once(&start)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{start}\n{table}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let marks = |inside: &str| {
            format!(
                "a\n<!-- keys: written by `cargo xtask readme` -->\n{inside}<!-- end of keys -->\nb\n"
            )
        };
        let written = with_table(&marks("old\n"), "keys", "|new|\n").unwrap();
        assert_eq!(written, marks("\n|new|\n\n"));
        assert_eq!(with_table(&written, "keys", "|new|\n").unwrap(), written);
        assert_eq!(with_table(&written, "settings", "|new|\n"), None);
    }
}
