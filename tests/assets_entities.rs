//! The curated entities of `assets/entities`: their form, and that no name stands for two of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use nashra::corpus::EntityKind;
use serde::Deserialize;
use unicode_normalization::is_nfc;

/// Least number of entities in all files.
const ENTITIES: usize = 370;
/// Least number of languages that an entity has its names in.
const LANGUAGES: usize = 12;
/// Names that two entities share on purpose.
const SHARED: &[&str] = &[];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    entity: Vec<Entity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entity {
    id: String,
    kind: EntityKind,
    name: String,
    about: String,
    #[serde(default)]
    wikidata: Option<String>,
    #[serde(default)]
    surnames: BTreeMap<String, Vec<String>>,
    forms: BTreeMap<String, Vec<String>>,
}

impl Entity {
    /// Every form and surname with its language.
    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let lists = self.forms.iter().chain(&self.surnames);
        lists
            .flat_map(|(language, list)| list.iter().map(|text| (language.as_str(), text.as_str())))
    }
}

fn read(file: &str) -> Vec<Entity> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("assets/entities")
        .join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    toml::from_str::<List>(&text)
        .unwrap_or_else(|error| panic!("{file}: {error}"))
        .entity
}

fn all() -> Vec<Entity> {
    ["people.toml", "organisations.toml", "regions.toml"]
        .into_iter()
        .flat_map(read)
        .collect()
}

/// The alphabets whose letters look alike, so that one typed for another goes unseen.
fn alphabet(letter: char) -> Option<&'static str> {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some("Latin"),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some("Greek"),
        '\u{400}'..='\u{52f}' => Some("Cyrillic"),
        '\u{530}'..='\u{58f}' => Some("Armenian"),
        '\u{10a0}'..='\u{10ff}' => Some("Georgian"),
        _ => None,
    }
}

#[test]
fn each_file_holds_its_kind() {
    for (file, kind) in [
        ("people.toml", EntityKind::Person),
        ("organisations.toml", EntityKind::Organisation),
        ("regions.toml", EntityKind::Place),
    ] {
        for entity in read(file) {
            assert_eq!(entity.kind, kind, "{file}: {}", entity.id);
        }
    }
}

#[test]
fn ids_are_unique_slugs() {
    let entities = all();
    assert!(entities.len() >= ENTITIES, "{} entities", entities.len());
    let mut ids = BTreeSet::new();
    let mut items = BTreeSet::new();
    for entity in &entities {
        let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(
            !entity.id.is_empty() && entity.id.chars().all(slug),
            "id `{}`",
            entity.id
        );
        assert!(ids.insert(&entity.id), "id `{}` twice", entity.id);
        if let Some(item) = &entity.wikidata {
            let digits = item.strip_prefix('Q').unwrap_or_default();
            assert!(
                digits.parse::<u64>().is_ok(),
                "{}: wikidata `{item}`",
                entity.id
            );
            assert!(items.insert(item), "{item} twice");
        }
    }
}

#[test]
fn names_are_well_formed() {
    for entity in all() {
        let id = &entity.id;
        let english = entity
            .forms
            .get("en")
            .map(Vec::as_slice)
            .unwrap_or_default();
        assert!(
            english.contains(&entity.name),
            "{id}: `{}` is no English form",
            entity.name
        );
        assert!(
            !entity.about.is_empty() && !entity.about.contains('\n'),
            "{id}: about"
        );
        for (language, text) in entity.texts() {
            assert!(is_nfc(text), "{id}, {language}: `{text}` is not NFC");
            assert!(
                !text.is_empty() && text.trim() == text,
                "{id}, {language}: white space in `{text}`"
            );
            // Persian writes a zero width non-joiner inside names; marks of direction have no place.
            let stray = |c: char| {
                c.is_control()
                    || matches!(c, '\u{200b}' | '\u{200d}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
            };
            assert!(
                !text.contains(stray),
                "{id}, {language}: hidden character in {text:?}"
            );
            for word in text.split(|c: char| !c.is_alphabetic()) {
                let alphabets: BTreeSet<_> = word.chars().filter_map(alphabet).collect();
                assert!(
                    alphabets.len() < 2,
                    "{id}, {language}: `{word}` is of {alphabets:?}"
                );
            }
        }
    }
}

#[test]
fn each_entity_is_named_in_many_languages() {
    for entity in all() {
        let id = &entity.id;
        assert!(
            entity.forms.len() >= LANGUAGES,
            "{id}: {} languages",
            entity.forms.len()
        );
        for (language, list) in entity.forms.iter().chain(&entity.surnames) {
            assert!(!list.is_empty(), "{id}, {language}: no form");
            let distinct: BTreeSet<_> = list.iter().collect();
            assert_eq!(distinct.len(), list.len(), "{id}, {language}: a form twice");
        }
        for language in entity.surnames.keys() {
            assert_eq!(
                entity.kind,
                EntityKind::Person,
                "{id}: only people have surnames"
            );
            assert!(
                entity.forms.contains_key(language),
                "{id}, {language}: surname without a name"
            );
        }
    }
}

#[test]
fn no_name_stands_for_two_entities() {
    let entities = all();
    let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entity in &entities {
        for (_, text) in entity.texts() {
            owners.entry(text).or_default().insert(&entity.id);
        }
    }
    for (text, ids) in owners {
        assert!(
            ids.len() == 1 || SHARED.contains(&text),
            "`{text}` stands for {ids:?}"
        );
    }
}
