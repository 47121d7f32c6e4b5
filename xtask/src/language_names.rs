//! `cargo xtask language-names`: the names of the languages in the languages of the
//! interface, from CLDR.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use nashra::analysis::language;
use nashra::config::strings::Locale;

use crate::cldr;

/// Arguments and purpose, for the usage text.
pub const USAGE: &str = "--cldr DIR
      assets/language-names.toml, the names of languages in those of the interface.
      --cldr      folder with the unpacked npm packages cldr-core and
                  cldr-localenames-full, each in a folder of its name";

const HEADER: &str = "\
# The names of the languages of `languages.toml` in the languages of the interface.
# English names stand there, and so do those that CLDR lacks.
#
# Written by `cargo xtask language-names` from Unicode CLDR VERSION (npm package
# cldr-localenames-full; Unicode License v3, which stands in
# `entities/LICENSE-UNICODE`).
";

/// Writes the asset.
///
/// # Errors
/// A wrong argument, a file of CLDR that cannot be read, an asset that cannot be written.
pub fn run(arguments: &[String]) -> Result<()> {
    let [option, folder] = arguments else {
        bail!("usage: cargo xtask language-names {USAGE}");
    };
    if option != "--cldr" {
        bail!("there is no option {option}\nusage: cargo xtask language-names {USAGE}");
    }
    let folder = PathBuf::from(folder);
    let mut asset = HEADER.replace("VERSION", &cldr::version(&folder)?);
    let others = Locale::ALL
        .iter()
        .filter(|locale| **locale != Locale::ENGLISH);
    for locale in others {
        writeln!(asset, "\n[{}]", locale.tag)?;
        asset.push_str(&names(&folder, locale.tag)?);
    }
    fs::write(Path::new("assets/language-names.toml"), asset)?;
    Ok(())
}

/// The names of CLDR in one language of the interface, a line each, without those that
/// `languages.toml` gives.
fn names(folder: &Path, locale: &str) -> Result<String> {
    let file = format!("cldr-localenames-full/main/{locale}/languages.json");
    let json = cldr::read(&folder.join(&file))?;
    let names = json["main"][locale]["localeDisplayNames"]["languages"]
        .as_object()
        .with_context(|| format!("{file} has no languages"))?;
    let mut lines = String::new();
    for info in language::languages() {
        if info.names.contains_key(locale) {
            continue;
        }
        let name = names.get(&info.tag).and_then(|name| name.as_str());
        let name = name.with_context(|| {
            format!(
                "CLDR has no name of {} in {locale}: give one in languages.toml",
                info.tag
            )
        })?;
        ensure!(!name.contains(['"', '\\']), "{name} is no plain string");
        writeln!(lines, "{} = \"{name}\"", info.tag)?;
    }
    Ok(lines)
}
