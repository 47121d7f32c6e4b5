//! The entities of every source, merged.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use nashra::analysis::entities::{asset::ANY_LANGUAGE, key};
use nashra::corpus::EntityKind;

/// Where an entity was first found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Territory,
    City,
    Curated,
    Town,
}

/// One entity with its names.
#[derive(Clone, Debug)]
pub struct Entity {
    pub id: String,
    pub kind: EntityKind,
    pub name: String,
    pub about: String,
    pub wikidata: u32,
    pub rank: u8,
    pub origin: Origin,
    pub forms: Vec<Form>,
}

/// One way of writing a name.
#[derive(Clone, Debug)]
pub struct Form {
    pub text: String,
    pub surname: bool,
    /// Tags of the languages that use it.
    pub known: BTreeSet<String>,
    /// Those of them whose first form it is.
    pub named: BTreeSet<String>,
}

impl Entity {
    /// An entity without forms.
    pub fn new(id: &str, kind: EntityKind, name: &str, rank: u8, origin: Origin) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            name: name.to_owned(),
            about: String::new(),
            wikidata: 0,
            rank,
            origin,
            forms: Vec::new(),
        }
    }

    /// Adds a form in a language; the first one of a language is its name there.
    pub fn add(&mut self, text: &str, language: &str, surname: bool) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if key(&text).is_empty() {
            return;
        }
        let first = !surname
            && language != ANY_LANGUAGE
            && !self.forms.iter().any(|form| form.named.contains(language));
        let known = self
            .forms
            .iter()
            .position(|f| f.text == text && f.surname == surname);
        let at = known.unwrap_or_else(|| {
            let (known, named) = (BTreeSet::new(), BTreeSet::new());
            self.forms.push(Form {
                text,
                surname,
                known,
                named,
            });
            self.forms.len() - 1
        });
        self.forms[at].known.insert(language.to_owned());
        if first {
            self.forms[at].named.insert(language.to_owned());
        }
    }
}

/// Every entity by its id.
#[derive(Debug, Default)]
pub struct Catalogue {
    pub entities: BTreeMap<String, Entity>,
    /// The entities of the towns that another source names, by GeoNames id.
    pub towns: HashMap<u64, String>,
    /// The id of the place with an English name, by the key of that name.
    places: HashMap<String, String>,
}

impl Catalogue {
    /// The entity to which more forms are to be added: the one with the same
    /// id and kind, or the place of the same English name, or a new one.
    pub fn entry(&mut self, new: Entity) -> &mut Entity {
        let same_name = (new.kind == EntityKind::Place)
            .then(|| self.places.get(&key(&new.name)))
            .flatten();
        let known = self
            .entities
            .get(&new.id)
            .is_some_and(|entity| entity.kind == new.kind);
        let id = match same_name {
            Some(id) if !known => id.clone(),
            _ => new.id.clone(),
        };
        if new.kind == EntityKind::Place {
            self.places
                .entry(key(&new.name))
                .or_insert_with(|| id.clone());
        }
        self.entities.entry(id).or_insert(new)
    }

    /// Number of forms.
    pub fn forms(&self) -> usize {
        self.entities
            .values()
            .map(|entity| entity.forms.len())
            .sum()
    }

    /// Drops the entities that a stop list left without any form.
    pub fn settle(&mut self) {
        self.entities.retain(|_, entity| !entity.forms.is_empty());
    }
}

/// An id out of an English name: its letters and digits in lower case, words
/// joined by hyphens.
pub fn slug(name: &str) -> String {
    let folded = key(name);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
