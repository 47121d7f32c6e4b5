//! Ministries, written out for each country from `ministries.toml`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use nashra::analysis::entities::key;
use nashra::corpus::EntityKind;
use serde::Deserialize;

use super::catalogue::{Catalogue, Entity, Origin};

/// How likely a ministry is meant where its name is shared: as other curated entities.
const RANK: u8 = 240;
/// The most words of a country's name that a ministry is called by.
const MOST_WORDS: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    ministry: Vec<Ministry>,
    /// By the country's id, then by language.
    adjectives: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ministry {
    id: String,
    name: String,
    forms: BTreeMap<String, Vec<String>>,
}

/// Adds each ministry of each country that has adjectives. A form that another
/// entity has stays with that one: the Pentagon is nobody's defence ministry.
pub fn add(folder: &Path, catalogue: &mut Catalogue) -> Result<()> {
    let path = folder.join("ministries.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let list: List = toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    let forms = catalogue.entities.values().flat_map(|entity| &entity.forms);
    let taken: HashSet<String> = forms.map(|form| key(&form.text)).collect();
    for (country, adjectives) in &list.adjectives {
        let place = catalogue.entities.get(country);
        let place = place
            .with_context(|| format!("in {}: no country {country}", path.display()))?
            .clone();
        for ministry in &list.ministry {
            let name = ministry.name.replace("{}", &place.name);
            let id = format!("{}-{country}", ministry.id);
            let entity = catalogue.entry(Entity::new(
                &id,
                EntityKind::Organisation,
                &name,
                RANK,
                Origin::Curated,
            ));
            for (language, templates) in &ministry.forms {
                for form in templates
                    .iter()
                    .flat_map(|template| written(template, language, &place, adjectives))
                {
                    if !taken.contains(&key(&form)) {
                        entity.add(&form, language, false);
                    }
                }
            }
        }
    }
    Ok(())
}

/// A template with each of the country's names, or with its adjective.
fn written(
    template: &str,
    language: &str,
    place: &Entity,
    adjectives: &BTreeMap<String, String>,
) -> Vec<String> {
    if template.contains("{adj}") {
        return adjectives
            .get(language)
            .map(|adjective| template.replace("{adj}", adjective))
            .into_iter()
            .collect();
    }
    let names = place
        .forms
        .iter()
        .filter(|form| form.known.contains(language));
    let short = names.filter(|form| form.text.split(' ').count() <= MOST_WORDS);
    short
        .map(|form| template.replace("{}", &form.text))
        .collect()
}
