//! The curated lists.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use nashra::corpus::EntityKind;
use serde::Deserialize;

use super::catalogue::{Catalogue, Entity, Origin};

const FILES: [&str; 5] = [
    "countries.toml",
    "regions.toml",
    "organisations.toml",
    "people.toml",
    "minor.toml",
];
/// How likely a curated entity is meant where a name is shared: before towns, after countries.
const RANK: u8 = 240;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    entity: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    kind: EntityKind,
    name: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    wikidata: String,
    #[serde(default)]
    surnames: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    forms: BTreeMap<String, Vec<String>>,
}

/// Adds the curated entities to those of the same id, or as new ones.
pub fn read(folder: &Path, catalogue: &mut Catalogue) -> Result<()> {
    for file in FILES {
        let path = folder.join(file);
        let text =
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let list: List = toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
        for row in list.entity {
            add(&row, catalogue)
                .with_context(|| format!("in {}, entity `{}`", path.display(), row.id))?;
        }
    }
    Ok(())
}

fn add(row: &Row, catalogue: &mut Catalogue) -> Result<()> {
    if !row.surnames.is_empty() && row.kind != EntityKind::Person {
        bail!("only people have surnames");
    }
    if catalogue
        .entities
        .get(&row.id)
        .is_some_and(|known| known.kind != row.kind)
    {
        bail!("another entity with this id is of another kind");
    }
    let entity = catalogue.entry(Entity::new(
        &row.id,
        row.kind,
        &row.name,
        RANK,
        Origin::Curated,
    ));
    entity.rank = entity.rank.max(RANK);
    entity.about.clone_from(&row.about);
    if let Some(item) = row.wikidata.strip_prefix('Q') {
        entity.wikidata = item.parse().context("wikidata is no Q and a number")?;
    } else if !row.wikidata.is_empty() {
        bail!("wikidata is no Q and a number");
    }
    let surnames = row.surnames.iter().map(|list| (list, true));
    for ((language, texts), surname) in row.forms.iter().map(|list| (list, false)).chain(surnames) {
        for text in texts {
            entity.add(text, tag(language), surname);
        }
    }
    Ok(())
}

/// The tag that the program has for a language.
fn tag(language: &str) -> &str {
    match language {
        "nb" => "no",
        "tl" => "fil",
        other => other,
    }
}
