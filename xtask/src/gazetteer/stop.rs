//! The stop list: forms that are also common words.

use std::collections::HashSet;
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

/// Takes the forms of `stop.toml` out; returns how many.
///
/// In the languages named the form goes from every entity; without languages
/// only from those that no person wrote into a list.
pub fn apply(folder: &Path, catalogue: &mut Catalogue) -> Result<usize> {
    let path = folder.join("stop.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let list: List = toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    let mut count = 0;
    for row in list.stop {
        let keys: HashSet<String> = row.forms.iter().map(|form| key(form)).collect();
        for entity in catalogue.entities.values_mut() {
            for form in entity
                .forms
                .iter_mut()
                .filter(|form| keys.contains(&key(&form.text)))
            {
                let before = form.known.len();
                if row.languages.is_empty() {
                    if entity.origin != Origin::Curated {
                        form.known.clear();
                    }
                } else {
                    form.known.retain(|known| !row.languages.contains(known));
                }
                count += usize::from(form.known.len() < before);
            }
        }
    }
    Ok(count)
}
