//! From a text to its mentions.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

use super::boundary::Text;
use super::candidate::{Candidate, Scan};
use super::fit::Fit;
use super::gazetteer::{Entity, EntityId, Gazetteer};
use super::neighbours::{Sides, belong_together, names_another};
use crate::corpus::{EntityKind, LanguageTag, Mention, Rule};
use crate::text::fold::fold;

/// Finds names in texts.
#[derive(Debug)]
pub struct Recogniser {
    gazetteer: Gazetteer,
    /// The id and the English name of each entity, made when it is first mentioned.
    names: Box<[OnceLock<Names>]>,
}

/// The id and the English name of an entity, shared by all its mentions.
type Names = (Arc<str>, Arc<str>);

static EMBEDDED: LazyLock<Recogniser> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../assets/entities/gazetteer.bin");
    #[expect(
        clippy::expect_used,
        reason = "embedded with the program; a test opens it"
    )]
    Recogniser::new(Gazetteer::open(bytes).expect("the embedded gazetteer is whole"))
});

impl Recogniser {
    /// A recogniser of the names in a gazetteer.
    #[must_use]
    pub fn new(gazetteer: Gazetteer) -> Self {
        let names = (0..gazetteer.len()).map(|_| OnceLock::new()).collect();
        Self { gazetteer, names }
    }

    /// The recogniser of the names that the program brings, which are read in
    /// place: nothing is unpacked.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// The names that it knows.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The entity with the canonical id `canon`, if it is known.
    #[must_use]
    pub fn entity(&self, canon: &str) -> Option<Entity<'_>> {
        self.gazetteer.entity(canon)
    }

    /// The mentions in `text`: in order, not overlapping, in bytes of `text`,
    /// never inside a grapheme cluster.
    ///
    /// `language` is the language of the text; a stretch in another script is
    /// taken to be in the language that the script is best known for. A whole
    /// article belongs in one call, since a surname is led to a person whom the
    /// text names in full elsewhere.
    #[must_use]
    pub fn mentions(&self, text: &str, language: &LanguageTag) -> Vec<Mention> {
        let folded = fold(text);
        let text = Text {
            source: text,
            folded: &folded,
        };
        let mut scan = Scan::new(&self.gazetteer, text, language.base());
        let mut chosen = without_overlaps(scan.candidates());
        self.drop_parts_of_names(text.source, &mut chosen);
        let named: HashSet<EntityId> = chosen.iter().filter_map(|found| found.named).collect();
        chosen
            .iter()
            .filter_map(|candidate| self.mention(text.source, candidate, &named))
            .collect()
    }

    /// Takes places that are parts of longer names for no places.
    fn drop_parts_of_names(&self, text: &str, chosen: &mut [Candidate<'_>]) {
        for i in 0..chosen.len() {
            let before = i
                .checked_sub(1)
                .and_then(|i| chosen.get(i))
                .map(|other| other.bytes.end);
            let after = chosen.get(i + 1).map(|other| other.bytes.start);
            let Some(candidate) = chosen.get_mut(i) else {
                return;
            };
            let Range { start, end } = candidate.bytes;
            let sides = Sides {
                named_before: before.is_some_and(|other| other + 1 == start),
                named_after: after == Some(end + 1),
                declined: candidate.rule == Rule::Suffix,
            };
            let place = candidate
                .named
                .is_some_and(|entity| self.gazetteer.by_id(entity).kind() == EntityKind::Place);
            if place && belong_together(text, &candidate.bytes, candidate.language, sides) {
                candidate.named = None;
            }
        }
    }

    /// The mention that a candidate turns out to be where the text names the
    /// entities `named` in full.
    fn mention(
        &self,
        text: &str,
        candidate: &Candidate<'_>,
        named: &HashSet<EntityId>,
    ) -> Option<Mention> {
        let mut surname = candidate.surname.iter();
        let (entity, rule, confidence) = if let Some(person) = surname.find(|p| named.contains(p)) {
            (*person, Rule::Surname, 0.9)
        } else if let Some(entity) = candidate.named {
            (entity, candidate.rule, confidence(candidate))
        } else if let [person] = candidate.surname[..]
            && !names_another(text, &candidate.bytes, candidate.language)
        {
            (person, Rule::Surname, 0.75)
        } else {
            return None;
        };
        let (canon, name) = self.names(entity)?;
        Some(Mention {
            bytes: candidate.bytes.clone(),
            kind: self.gazetteer.by_id(entity).kind(),
            canon,
            name,
            confidence,
            rule,
        })
    }

    /// The id and the English name of an entity, shared by all its mentions.
    fn names(&self, entity: EntityId) -> Option<Names> {
        let names = self.names.get(entity.index())?.get_or_init(|| {
            let entity = self.gazetteer.by_id(entity);
            (Arc::from(entity.id()), Arc::from(entity.name()))
        });
        Some(names.clone())
    }
}

/// How sure a whole name is: by the language of the form, less for a name that
/// several have and for one that needed letters to be taken off.
fn confidence(candidate: &Candidate<'_>) -> f32 {
    let by_language = match candidate.fit {
        Fit::Own => 0.95,
        Fit::Related => 0.85,
        Fit::Untold => 0.8,
        Fit::Foreign => 0.75,
    };
    let by_rule = match candidate.rule {
        Rule::Gazetteer | Rule::Surname => 0.0,
        Rule::Proclitic | Rule::Suffix => 0.05,
    };
    by_language - by_rule - if candidate.shared { 0.1 } else { 0.0 }
}

/// Of candidates that overlap the longest, of equally long ones the first; in order.
fn without_overlaps(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    candidates.sort_by_key(|c| (std::cmp::Reverse(c.bytes.len()), c.bytes.start));
    let mut chosen: BTreeMap<usize, Candidate<'_>> = BTreeMap::new();
    for candidate in candidates {
        let before = chosen.range(..candidate.bytes.end).next_back();
        if before.is_none_or(|(_, other)| other.bytes.end <= candidate.bytes.start) {
            chosen.insert(candidate.bytes.start, candidate);
        }
    }
    chosen.into_values().collect()
}
