//! The gazetteer read in place: nothing is copied or unpacked at the start.

use std::fmt;

use fst::raw::Fst;
use thiserror::Error;

use super::asset::{
    ANY_LANGUAGE, COUNTRY_RANK, ENTITY_BYTES, FORM_BYTES, HEADER_BYTES, MAGIC, STOPPED, SURNAME,
    Section,
};
use crate::corpus::{EntityKind, LanguageTag};

/// Why bytes are no gazetteer.
#[derive(Debug, Error)]
pub enum GazetteerError {
    /// The file starts otherwise, or is of another version.
    #[error("not a gazetteer of this version: build it again with `cargo xtask gazetteer`")]
    Magic,
    /// A section reaches beyond the end of the file.
    #[error(
        "the gazetteer is cut short in its section {0:?}: build it again with `cargo xtask gazetteer`"
    )]
    Cut(Section),
    /// The index of the keys cannot be read.
    #[error("the gazetteer's index of keys cannot be read")]
    Keys(#[from] fst::Error),
}

/// Names of people, places and organisations in many languages.
pub struct Gazetteer {
    keys: Fst<&'static [u8]>,
    postings: &'static [u8],
    entities: &'static [u8],
    forms: &'static [u8],
    sets: &'static [u8],
    text: &'static [u8],
    languages: Vec<&'static str>,
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Gazetteer");
        debug.field("entities", &self.len()).finish_non_exhaustive()
    }
}

/// The number of a form in its gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct FormId(u32);

/// The number of an entity in its gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct EntityId(u16);

impl EntityId {
    /// Its place among the entities.
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The number of a language in its gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LanguageId(u8);

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes
        .get(at..at.checked_add(2)?)?
        .try_into()
        .ok()
        .map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..at.checked_add(4)?)?
        .try_into()
        .ok()
        .map(u32::from_le_bytes)
}

fn string_at(bytes: &'static [u8], at: usize) -> Option<&'static str> {
    let start = at.checked_add(2)?;
    let end = start.checked_add(usize::from(u16_at(bytes, at)?))?;
    str::from_utf8(bytes.get(start..end)?).ok()
}

impl Gazetteer {
    /// Reads the header of `bytes`, laid out as [`super::asset`] says.
    ///
    /// # Errors
    /// When the bytes are no gazetteer, or one of another version.
    pub fn open(bytes: &'static [u8]) -> Result<Self, GazetteerError> {
        if !bytes.starts_with(&MAGIC) || bytes.len() < HEADER_BYTES {
            return Err(GazetteerError::Magic);
        }
        let section = |section: Section| {
            let pair = MAGIC.len() + 8 * section as usize;
            let number = |at| u32_at(bytes, at).map(|n| n as usize);
            let slice = || {
                let start = number(pair)?;
                bytes.get(start..start.checked_add(number(pair + 4)?)?)
            };
            slice().ok_or(GazetteerError::Cut(section))
        };
        let list = section(Section::Languages)?;
        let (mut languages, mut at) = (Vec::new(), 0);
        while let Some(tag) = string_at(list, at) {
            languages.push(tag);
            at += 2 + tag.len();
        }
        Ok(Self {
            keys: Fst::new(section(Section::Keys)?)?,
            postings: section(Section::Postings)?,
            entities: section(Section::Entities)?,
            forms: section(Section::Forms)?,
            sets: section(Section::Sets)?,
            text: section(Section::Text)?,
            languages,
        })
    }

    /// Number of entities.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.entities.len() / ENTITY_BYTES).saturating_sub(1)
    }

    /// Whether it holds no entity.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entity with the canonical id `canon`.
    #[must_use]
    pub fn entity(&self, canon: &str) -> Option<Entity<'_>> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            let entity = self.by_id(EntityId(u16::try_from(middle).ok()?));
            match entity.id().cmp(canon) {
                std::cmp::Ordering::Equal => return Some(entity),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Every entity, in the order of the ids.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        (0..self.len()).map_while(|i| Some(self.by_id(EntityId(u16::try_from(i).ok()?))))
    }

    pub(super) fn by_id(&self, id: EntityId) -> Entity<'_> {
        Entity {
            gazetteer: self,
            id,
        }
    }

    /// The index of the keys.
    pub(super) fn keys(&self) -> &Fst<&'static [u8]> {
        &self.keys
    }

    /// The forms that a value of the index stands for.
    pub(super) fn postings(&self, value: u64) -> impl Iterator<Item = FormId> {
        let single = (value & 1 == 0).then(|| u32::try_from(value >> 1).ok().map(FormId));
        let at = usize::try_from(value >> 1).unwrap_or(usize::MAX);
        let count = match single {
            None => u16_at(self.postings, at).unwrap_or(0),
            Some(_) => 0,
        };
        let several = (0..usize::from(count))
            .map_while(move |i| u32_at(self.postings, at.checked_add(2 + 4 * i)?).map(FormId));
        single.flatten().into_iter().chain(several)
    }

    /// A form by its number.
    pub(super) fn form(&self, id: FormId) -> Form<'_> {
        let at = (id.0 as usize).saturating_mul(FORM_BYTES);
        Form {
            gazetteer: self,
            record: self.forms.get(at..).unwrap_or_default(),
        }
    }

    /// Whether a folded word or phrase names nothing in a language, whatever
    /// forms fold to the same.
    pub(super) fn is_stopped(&self, key: &str, language: &str) -> bool {
        let mark = &[STOPPED][..];
        self.keys
            .contains_key([mark, language.as_bytes(), mark, key.as_bytes()].concat())
    }

    /// The number of a language, if any form is in it.
    pub(super) fn language(&self, tag: &str) -> Option<LanguageId> {
        let at = self.languages.iter().position(|known| *known == tag)?;
        u8::try_from(at).ok().map(LanguageId)
    }

    fn set(&self, set: u16) -> &'static [u8] {
        let bound = |i: usize| u32_at(self.sets, 4 * i).map(|n| n as usize);
        let i = usize::from(set);
        match (bound(i), bound(i + 1)) {
            (Some(start), Some(end)) => self.sets.get(start..end).unwrap_or_default(),
            _ => &[],
        }
    }

    fn tag(&self, language: u8) -> &'static str {
        self.languages
            .get(usize::from(language))
            .copied()
            .unwrap_or(ANY_LANGUAGE)
    }

    fn string(&self, at: usize) -> &'static str {
        string_at(self.text, at).unwrap_or_default()
    }
}

/// One person, place or organisation of the gazetteer.
#[derive(Clone, Copy, Debug)]
pub struct Entity<'g> {
    gazetteer: &'g Gazetteer,
    id: EntityId,
}

impl<'g> Entity<'g> {
    fn byte(&self, at: usize) -> u8 {
        let start = usize::from(self.id.0) * ENTITY_BYTES;
        self.gazetteer
            .entities
            .get(start + at)
            .copied()
            .unwrap_or(0)
    }

    fn number(&self, record: usize, at: usize) -> usize {
        let start = (usize::from(self.id.0) + record) * ENTITY_BYTES;
        u32_at(self.gazetteer.entities, start + at).unwrap_or(0) as usize
    }

    /// The canonical id, the same in every language: `vladimir-putin`.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.gazetteer.string(self.number(0, 4))
    }

    /// Its type.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        let kind = EntityKind::ALL.get(usize::from(self.byte(0)));
        kind.copied().unwrap_or(EntityKind::Place)
    }

    /// How likely it is meant where a name is shared, from 0 to 255.
    pub(super) fn rank(&self) -> u8 {
        self.byte(1)
    }

    /// Whether it is a country or a continent, which no sign of administration follows.
    pub(super) fn is_country(&self) -> bool {
        self.rank() == COUNTRY_RANK
    }

    /// The canonical name, in English.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.gazetteer.string(self.number(0, 8))
    }

    /// A line about it in English, where there is one.
    #[must_use]
    pub fn about(&self) -> Option<&'static str> {
        Some(self.gazetteer.string(self.number(0, 12))).filter(|line| !line.is_empty())
    }

    /// The number of its Wikidata item: 7747 of `Q7747`.
    #[must_use]
    pub fn wikidata(&self) -> Option<u32> {
        u32::try_from(self.number(0, 16))
            .ok()
            .filter(|item| *item > 0)
    }

    /// Its name in a language: the tag's own, or that of its base language;
    /// `None` where the gazetteer has none.
    #[must_use]
    pub fn name_in(&self, language: &LanguageTag) -> Option<&'static str> {
        [language.as_str(), language.base()]
            .into_iter()
            .find_map(|tag| {
                let id = self.gazetteer.language(tag)?;
                let mut forms = self.forms();
                forms
                    .find(|form| form.named().contains(&id.0))
                    .map(|form| form.text())
            })
    }

    /// Every form of its name.
    pub fn forms(&self) -> impl Iterator<Item = Form<'g>> + use<'g> {
        let (gazetteer, range) = (self.gazetteer, self.number(0, 20)..self.number(1, 20));
        range.map_while(move |i| Some(gazetteer.form(FormId(u32::try_from(i).ok()?))))
    }
}

/// One form of an entity's name.
#[derive(Clone, Copy, Debug)]
pub struct Form<'g> {
    gazetteer: &'g Gazetteer,
    record: &'static [u8],
}

impl<'g> Form<'g> {
    /// The name as it is written.
    #[must_use]
    pub fn text(&self) -> &'static str {
        let at = u32_at(self.record, 0).unwrap_or(u32::MAX);
        self.gazetteer.string(at as usize)
    }

    /// The languages that use it; [`ANY_LANGUAGE`] where the source does not say.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> + use<'g> {
        let gazetteer = self.gazetteer;
        self.known()
            .iter()
            .map(move |language| gazetteer.tag(*language))
    }

    /// Whether it is a surname, which stands for a person only under conditions.
    #[must_use]
    pub fn is_surname(&self) -> bool {
        self.record
            .get(10)
            .is_some_and(|flags| flags & SURNAME != 0)
    }

    pub(super) fn entity(&self) -> EntityId {
        EntityId(u16_at(self.record, 4).unwrap_or(u16::MAX))
    }

    /// Whether a language uses the form.
    pub(super) fn is_in(&self, language: LanguageId) -> bool {
        self.known().contains(&language.0)
    }

    fn known(&self) -> &'static [u8] {
        self.gazetteer
            .set(u16_at(self.record, 6).unwrap_or(u16::MAX))
    }

    fn named(&self) -> &'static [u8] {
        self.gazetteer
            .set(u16_at(self.record, 8).unwrap_or(u16::MAX))
    }
}
