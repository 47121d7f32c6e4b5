//! Countries, continents and cities from Unicode's locale data.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use nashra::analysis::entities::{asset::COUNTRY_RANK, key};
use nashra::corpus::EntityKind;
use serde_json::Value;

use super::Language;
use super::catalogue::{Catalogue, Entity, Origin, slug};
use super::geonames::Town;
use crate::cldr::read;

/// Codes that name no place: the world, unknown and pseudo regions, outlying islands.
const NO_PLACES: [&str; 5] = ["001", "ZZ", "XA", "XB", "QO"];
/// Codes of unions of states, which are organisations.
const UNIONS: [&str; 3] = ["EU", "EZ", "UN"];
/// Codes whose short English name is the usual one.
const SHORT_NAMES: [&str; 4] = ["HK", "MM", "MO", "PS"];
/// Locales that hold a language's names in another script or standard than its own tag does.
const VARIANTS: [(&str, &str); 6] = [
    ("az-Cyrl", "az"),
    ("bs-Cyrl", "bs"),
    ("sr-Latn", "sr"),
    ("uz-Cyrl", "uz"),
    ("zh-Hant", "zh-Hant"),
    ("zh-Hant-HK", "zh-Hant"),
];
/// Zones that CLDR has under an older id than GeoNames.
const RENAMED: [(&str, &str); 12] = [
    ("Africa/Asmera", "Africa/Asmara"),
    ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("America/Cordoba", "America/Argentina/Cordoba"),
    ("America/Godthab", "America/Nuuk"),
    ("America/Indianapolis", "America/Indiana/Indianapolis"),
    ("America/Louisville", "America/Kentucky/Louisville"),
    ("Asia/Calcutta", "Asia/Kolkata"),
    ("Asia/Katmandu", "Asia/Kathmandu"),
    ("Asia/Rangoon", "Asia/Yangon"),
    ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ("Atlantic/Faeroe", "Atlantic/Faroe"),
    ("Europe/Kiev", "Europe/Kyiv"),
];
/// The least people of a city that stands in the list of time zones and is no capital.
const LEAST_PEOPLE: u64 = 100_000;

/// Adds every territory in every language.
pub fn territories(folder: &Path, languages: &[Language], catalogue: &mut Catalogue) -> Result<()> {
    let english = names(folder, "en")?;
    for Locale {
        name: locale,
        language,
        ..
    } in locales(folder, languages)
    {
        let names = if locale == "en" {
            english.clone()
        } else {
            names(folder, &locale)?
        };
        for (code, forms) in &names {
            let Some(own) = english.get(code) else {
                continue;
            };
            let short = SHORT_NAMES.contains(&code.as_str());
            let name = own
                .get(usize::from(short && own.len() > 1))
                .unwrap_or(&own[0]);
            let kind = if UNIONS.contains(&code.as_str()) {
                EntityKind::Organisation
            } else {
                EntityKind::Place
            };
            let continent = code.starts_with(|c: char| c.is_ascii_digit());
            let rank = COUNTRY_RANK - u8::from(continent);
            let entity = Entity::new(&slug(name), kind, name, rank, Origin::Territory);
            let entity = catalogue.entry(entity);
            let order = if short {
                forms.iter().rev().collect::<Vec<_>>()
            } else {
                forms.iter().collect()
            };
            for form in order {
                for spelling in spellings(form, &language) {
                    entity.add(&spelling, &language, false);
                    if language == "th" && kind == EntityKind::Place && !continent {
                        entity.add(&format!("ประเทศ{spelling}"), &language, false);
                    }
                }
            }
        }
    }
    Ok(())
}

/// Adds the cities that stand for time zones and are towns of some size.
///
/// Where a language in Latin letters has no form of its own, CLDR means the one
/// of the zone's id.
pub fn cities(
    folder: &Path,
    languages: &[Language],
    towns: &[Town],
    catalogue: &mut Catalogue,
) -> Result<()> {
    let english = zones(folder, "en")?;
    let mut places = BTreeMap::new();
    for zone in zones(folder, "ru")?.keys() {
        let last = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        let name = english.get(zone).cloned().unwrap_or(last);
        let Some(town) = town_of(zone, &name, towns) else {
            continue;
        };
        let large = town.people >= LEAST_PEOPLE || town.capital;
        let country = catalogue
            .entities
            .get(&slug(&name))
            .is_some_and(|e| e.origin == Origin::Territory);
        if large && !country {
            let entity = Entity::new(
                &slug(&name),
                EntityKind::Place,
                &name,
                town.rank(),
                Origin::City,
            );
            let id = catalogue.entry(entity).id.clone();
            catalogue.towns.insert(town.id, id.clone());
            places.insert(zone.clone(), (id, name));
        }
    }
    for Locale {
        name: locale,
        language,
        latin,
    } in locales(folder, languages)
    {
        let forms = zones(folder, &locale)?;
        for (zone, (id, name)) in &places {
            let form = forms.get(zone).or(latin.then_some(name));
            let (Some(entity), Some(form)) = (catalogue.entities.get_mut(id), form) else {
                continue;
            };
            for spelling in spellings(form, &language) {
                entity.add(&spelling, &language, false);
            }
        }
    }
    Ok(())
}

/// The exemplar cities of one locale by the id of the zone.
fn zones(folder: &Path, locale: &str) -> Result<BTreeMap<String, String>> {
    let path = folder.join(format!("cldr-dates-full/main/{locale}/timeZoneNames.json"));
    let mut found = BTreeMap::new();
    if path.is_file() {
        let json = read(&path)?;
        collect_zones(
            &json["main"][locale]["dates"]["timeZoneNames"]["zone"],
            "",
            &mut found,
        );
    }
    Ok(found)
}

/// The town that a zone is named for: the largest in that zone that has the
/// name.
fn town_of<'t>(zone: &str, name: &str, towns: &'t [Town]) -> Option<&'t Town> {
    let renamed = RENAMED.iter().find(|(old, _)| *old == zone);
    let zone = renamed.map_or(zone, |(_, new)| new);
    let name = key(name);
    let named = towns
        .iter()
        .filter(|town| town.zone == zone && (key(&town.name) == name || town.keys.contains(&name)));
    named.max_by_key(|town| town.people)
}

/// The forms of one locale by territory: the name, then its variants.
fn names(folder: &Path, locale: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let path = folder.join(format!(
        "cldr-localenames-full/main/{locale}/territories.json"
    ));
    let json = read(&path)?;
    let table = json["main"][locale]["localeDisplayNames"]["territories"].as_object();
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (code, name) in table.with_context(|| format!("{} has no territories", path.display()))? {
        let (base, variant) = code.split_once("-alt-").unwrap_or((code, ""));
        let Some(name) = name.as_str().filter(|name| *name != base) else {
            continue;
        };
        if NO_PLACES.contains(&base) {
            continue;
        }
        let forms = names.entry(base.to_owned()).or_default();
        if variant.is_empty() {
            forms.insert(0, name.to_owned())
        } else {
            forms.push(name.to_owned())
        }
    }
    Ok(names)
}

/// The ways to write a name of CLDR in running text: without what stands in
/// brackets, English abbreviations written out.
fn spellings(name: &str, language: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for c in name.chars() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let plain = plain.trim().to_owned();
    if plain.is_empty() || plain.contains('/') {
        return Vec::new();
    }
    let mut spellings = vec![plain.clone()];
    if language == "en" {
        let written = plain.replace(" & ", " and ");
        if written != plain {
            spellings.push(written.clone());
        }
        if let Some(saint) = written.strip_prefix("St. ") {
            spellings.extend([format!("Saint {saint}"), format!("St {saint}")]);
        }
    }
    spellings
}

/// A locale of CLDR and what its names are to the program.
struct Locale {
    name: String,
    language: String,
    /// Whether its names are in Latin letters.
    latin: bool,
}

/// The locales of CLDR that hold names in the program's languages.
fn locales(folder: &Path, languages: &[Language]) -> Vec<Locale> {
    let own = languages
        .iter()
        .filter(|language| language.tag != "zh-Hans")
        .map(|language| Locale {
            name: language.tag.clone(),
            language: language.tag.clone(),
            latin: language
                .scripts
                .first()
                .is_some_and(|script| script == "Latn"),
        });
    let variants = VARIANTS.iter().map(|(locale, tag)| Locale {
        name: (*locale).to_owned(),
        language: (*tag).to_owned(),
        latin: locale.ends_with("Latn"),
    });
    let mut locales: Vec<Locale> = own.chain(variants).collect();
    let file = |locale: &Locale| {
        format!(
            "cldr-localenames-full/main/{}/territories.json",
            locale.name
        )
    };
    locales.retain(|locale| folder.join(file(locale)).is_file());
    locales
}

/// Every exemplar city below a node of the tree of zones, by the zone's id.
fn collect_zones(node: &Value, path: &str, found: &mut BTreeMap<String, String>) {
    let Some(children) = node.as_object() else {
        return;
    };
    if let Some(city) = node["exemplarCity"].as_str() {
        found.insert(path.to_owned(), city.to_owned());
        return;
    }
    for (name, child) in children {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}/{name}")
        };
        collect_zones(child, &path, found);
    }
}
