//! The stop list: forms that are also common words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use nashra::analysis::entities::key;
use serde::Deserialize;

use super::catalogue::{Catalogue, Origin};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    stop: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// The languages in whose texts the forms are no names; empty for all.
    languages: Vec<String>,
    /// Why, for whoever mends the list.
    #[allow(dead_code, reason = "written for people")]
    reason: String,
    forms: Vec<String>,
}

/// What names nothing, by language and key.
pub type Stopped = BTreeSet<(String, String)>;

/// Reads `stop.toml`. Forms that are stopped in all languages are taken out of
/// the catalogue, but for those of the curated lists; those that are stopped in
/// some are returned.
pub fn apply(folder: &Path, catalogue: &mut Catalogue) -> Result<Stopped> {
    let path = folder.join("stop.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let list: List = toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    let (here, everywhere): (Vec<Row>, Vec<Row>) = list
        .stop
        .into_iter()
        .partition(|row| !row.languages.is_empty());
    let keys: BTreeSet<String> = everywhere
        .iter()
        .flat_map(|row| &row.forms)
        .map(|form| key(form))
        .collect();
    for entity in catalogue
        .entities
        .values_mut()
        .filter(|entity| entity.origin != Origin::Curated)
    {
        entity.forms.retain(|form| !keys.contains(&key(&form.text)));
    }
    let mut stopped = Stopped::new();
    for row in &here {
        for language in &row.languages {
            stopped.extend(row.forms.iter().map(|form| (language.clone(), key(form))));
        }
    }
    Ok(stopped)
}
