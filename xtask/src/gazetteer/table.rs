//! The asset's bytes, as `nashra::analysis::entities::asset` lays them out.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result, ensure};
use nashra::analysis::entities::asset::{
    ANY_LANGUAGE, HEADER_BYTES, MAGIC, STOPPED, SURNAME, Section,
};
use nashra::corpus::EntityKind;

use super::catalogue::Catalogue;
use super::keys;
use super::stop::Stopped;

/// Strings, each written once.
#[derive(Default)]
struct Strings {
    bytes: Vec<u8>,
    at: HashMap<String, u32>,
}

impl Strings {
    fn add(&mut self, text: &str) -> Result<u32> {
        if let Some(at) = self.at.get(text) {
            return Ok(*at);
        }
        let at = u32::try_from(self.bytes.len())?;
        push_string(&mut self.bytes, text)?;
        self.at.insert(text.to_owned(), at);
        Ok(at)
    }
}

fn push_string(bytes: &mut Vec<u8>, text: &str) -> Result<()> {
    let length = u16::try_from(text.len()).with_context(|| format!("too long: {text}"))?;
    bytes.extend(length.to_le_bytes());
    bytes.extend(text.as_bytes());
    Ok(())
}

/// The whole asset.
pub fn build(catalogue: &Catalogue, stopped: &Stopped) -> Result<Vec<u8>> {
    let mut tags: BTreeSet<&str> = BTreeSet::new();
    for form in catalogue.entities.values().flat_map(|entity| &entity.forms) {
        tags.extend(form.known.iter().map(String::as_str));
    }
    tags.remove(ANY_LANGUAGE);
    let tags: Vec<&str> = std::iter::once(ANY_LANGUAGE).chain(tags).collect();
    ensure!(tags.len() <= 256, "more than 256 languages");
    let mut languages = Vec::new();
    for tag in &tags {
        push_string(&mut languages, tag)?;
    }

    let mut text = Strings::default();
    text.add("")?;
    let mut sets: BTreeMap<Vec<u8>, u16> = BTreeMap::new();
    let mut set_list: Vec<Vec<u8>> = Vec::new();
    let mut set_of = |known: &BTreeSet<String>| -> Result<u16> {
        let mut set: Vec<u8> = known
            .iter()
            .filter_map(|tag| tags.iter().position(|t| t == tag))
            .map(|i| i as u8)
            .collect();
        set.sort_unstable();
        if let Some(id) = sets.get(&set) {
            return Ok(*id);
        }
        let id = u16::try_from(set_list.len()).context("more than 65,536 sets of languages")?;
        sets.insert(set.clone(), id);
        set_list.push(set);
        Ok(id)
    };

    let (mut entities, mut forms) = (Vec::new(), Vec::new());
    let mut index: BTreeMap<Vec<u8>, Vec<u32>> = BTreeMap::new();
    let mut form_number = 0_u32;
    for (number, entity) in catalogue.entities.values().enumerate() {
        let number = u16::try_from(number).context("more than 65,536 entities")?;
        let kind = EntityKind::ALL
            .iter()
            .position(|kind| *kind == entity.kind)
            .unwrap_or(0);
        entities.extend([kind as u8, entity.rank, 0, 0]);
        for value in [
            text.add(&entity.id)?,
            text.add(&entity.name)?,
            text.add(&entity.about)?,
            entity.wikidata,
            form_number,
        ] {
            entities.extend(value.to_le_bytes());
        }
        for form in &entity.forms {
            forms.extend(text.add(&form.text)?.to_le_bytes());
            forms.extend(number.to_le_bytes());
            forms.extend(set_of(&form.known)?.to_le_bytes());
            forms.extend(set_of(&form.named)?.to_le_bytes());
            forms.extend([if form.surname { SURNAME } else { 0 }, 0]);
            for key in keys::of(form) {
                index.entry(key).or_default().push(form_number);
            }
            form_number += 1;
        }
    }
    entities.extend([0; 20]);
    entities.extend(form_number.to_le_bytes());

    for (language, key) in stopped {
        let mark = &[STOPPED][..];
        index.insert(
            [mark, language.as_bytes(), mark, key.as_bytes()].concat(),
            vec![0],
        );
    }

    let mut postings = Vec::new();
    let mut map = fst::MapBuilder::memory();
    for (key, numbers) in &index {
        let value = if let [single] = numbers[..] {
            u64::from(single) << 1
        } else {
            let at = postings.len() as u64;
            postings.extend(u16::try_from(numbers.len())?.to_le_bytes());
            for number in numbers {
                postings.extend(number.to_le_bytes());
            }
            at << 1 | 1
        };
        map.insert(key, value)?;
    }

    let start = u32::try_from(4 * (set_list.len() + 1))?;
    let (mut offsets, mut members) = (Vec::new(), Vec::<u8>::new());
    for set in &set_list {
        offsets.extend((start + members.len() as u32).to_le_bytes());
        members.extend(set);
    }
    offsets.extend((start + members.len() as u32).to_le_bytes());
    offsets.extend(members);

    let mut sections = HashMap::from([
        (Section::Keys as u8, map.into_inner()?),
        (Section::Postings as u8, postings),
        (Section::Entities as u8, entities),
        (Section::Forms as u8, forms),
        (Section::Sets as u8, offsets),
        (Section::Languages as u8, languages),
        (Section::Text as u8, text.bytes),
    ]);
    let (mut header, mut body) = (MAGIC.to_vec(), Vec::new());
    for section in Section::ALL {
        let bytes = sections
            .remove(&(section as u8))
            .context("a section was not built")?;
        header.extend(u32::try_from(HEADER_BYTES + body.len())?.to_le_bytes());
        header.extend(u32::try_from(bytes.len())?.to_le_bytes());
        body.extend(bytes);
    }
    header.extend(body);
    Ok(header)
}
