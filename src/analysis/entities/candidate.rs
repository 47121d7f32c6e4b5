//! What a place in a text may mention, before it is known what the rest of the
//! text names.

use std::cmp::Reverse;
use std::ops::Range;

use smallvec::{SmallVec, smallvec};
use unicode_segmentation::GraphemeCursor;

use super::address::in_address;
use super::boundary::Text;
use super::division::division_after;
use super::endings::Place;
use super::fit::{Fit, Languages};
use super::gazetteer::{EntityId, Form, Gazetteer};
use super::proclitics::{Opening, openings};
use super::script::{Writing, default_language, is_sign, is_word, writes, writing};
use super::spelling::{Casing, has_capitals, has_kana, has_marks};
use super::walk::{Ending, Found, walk};
use crate::corpus::{EntityKind, Rule};

/// What one place in the text may mention: an entity by its name, people by
/// their surname, or either.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    /// Bytes of the text.
    pub bytes: Range<usize>,
    /// The language whose rules count there.
    pub language: &'a str,
    /// What found it.
    pub rule: Rule,
    /// The best fit of the forms that match.
    pub fit: Fit,
    /// The entity of which it is a whole name, the likeliest of several.
    pub named: Option<EntityId>,
    /// Whether it is a whole name of another entity too.
    pub shared: bool,
    /// The people of whom it is the surname.
    pub surname: SmallVec<[EntityId; 2]>,
}

/// One text being looked through.
pub(super) struct Scan<'a> {
    gazetteer: &'a Gazetteer,
    text: Text<'a>,
    language: &'a str,
    casing: Casing,
    languages: Vec<Languages<'a>>,
}

impl<'a> Scan<'a> {
    /// A scan of a text in a language given by its base tag.
    pub(super) fn new(gazetteer: &'a Gazetteer, text: Text<'a>, language: &'a str) -> Self {
        let casing = Casing::of(text.source);
        Self {
            gazetteer,
            text,
            language,
            casing,
            languages: Vec::new(),
        }
    }

    /// Every candidate of the text, at most one from each place on, in order;
    /// they may overlap.
    pub(super) fn candidates(&mut self) -> Vec<Candidate<'a>> {
        let mut candidates = Vec::new();
        for (at, c) in self.text.folded.text.char_indices() {
            if !is_word(c) || !self.text.is_boundary(at) {
                continue;
            }
            if writing(c) != Writing::Spaced {
                if !is_sign(c) {
                    candidates.extend(self.best(at, &[Opening::WHOLE]));
                }
                continue;
            }
            candidates.extend(self.best(at, &openings(self.text.word(at))));
        }
        candidates
    }

    /// The longest candidate from `at` on; of two that end together the one
    /// that leaves fewer proclitics out.
    fn best(&mut self, at: usize, openings: &[Opening]) -> Option<Candidate<'a>> {
        let first = self.text.from(at).chars().next()?;
        let tag = if writes(self.language, first) {
            self.language
        } else {
            default_language(first)
        };
        let languages = self.languages(tag);
        let mut best: Option<(usize, Candidate<'a>)> = None;
        for opening in openings {
            let start = at + opening.skip;
            let from = start + opening.replaced;
            walk(
                self.gazetteer.keys(),
                self.text,
                from,
                opening.key,
                tag,
                |found| {
                    if best.as_ref().is_none_or(|(end, _)| *end < found.end)
                        && let Some(candidate) = self.candidate(start, opening, &found, languages)
                    {
                        best = Some((found.end, candidate));
                    }
                },
            );
        }
        best.map(|(_, candidate)| candidate)
    }

    /// The place in `self.languages` of the languages that count in a text in `tag`.
    fn languages(&mut self, tag: &'a str) -> usize {
        if let Some(known) = self.languages.iter().position(|l| l.tag == tag) {
            return known;
        }
        self.languages.push(Languages::new(self.gazetteer, tag));
        self.languages.len() - 1
    }

    /// What a name found in the index may mention, if its forms fit the text.
    fn candidate(
        &self,
        start: usize,
        opening: &Opening,
        found: &Found,
        languages: usize,
    ) -> Option<Candidate<'a>> {
        let text = self.text.source;
        let bytes = trim(text, self.text.folded.source(start..found.end))?;
        let source = text.get(bytes.clone())?;
        let stem = self.text.written(start..found.stem);
        // An ending may change the mark of the letter before it: Európa, Európában.
        let stem = match found.ending {
            Ending::Added(Place::Inside) => without_last(stem),
            _ => stem,
        };
        let languages = self.languages.get(languages)?;
        let key = self.text.folded.text.get(start..found.end)?;
        if self.gazetteer.is_stopped(key, languages.tag) {
            return None;
        }
        let mut candidate = Candidate {
            language: languages.tag,
            rule: rule(opening, found),
            fit: Fit::Foreign,
            named: None,
            shared: false,
            surname: smallvec![],
            bytes,
        };
        let mut rank = 0;
        for form in self
            .gazetteer
            .postings(found.value)
            .map(|id| self.gazetteer.form(id))
        {
            let (name, entity, fit) = (form.text(), form.entity(), languages.fit(&form));
            let spelled = has_capitals(name, source, self.casing)
                && has_kana(name, source)
                && (found.ending == Ending::Declined
                    || fit == Fit::Untold && languages.tag != "vi"
                    || has_marks(name, stem, languages.tag == "vi"));
            if !spelled || !self.counts(&form, fit, opening, found.ending, languages) {
                continue;
            }
            if form.is_surname() {
                if !candidate.surname.contains(&entity) {
                    candidate.surname.push(entity);
                }
                continue;
            }
            let own_rank = self.gazetteer.by_id(entity).rank();
            candidate.shared |= candidate.named.is_some_and(|named| named != entity);
            if candidate.named.is_none()
                || (fit, Reverse(own_rank)) < (candidate.fit, Reverse(rank))
            {
                (candidate.fit, candidate.named, rank) = (fit, Some(entity), own_rank);
            }
        }
        match candidate.named.map(|entity| self.gazetteer.by_id(entity)) {
            None => candidate.fit = Fit::Own,
            Some(entity) if entity.kind() == EntityKind::Place && !entity.is_country() => {
                let after = text.get(candidate.bytes.end..).unwrap_or_default();
                let end = candidate.bytes.end + division_after(after, languages.tag).unwrap_or(0);
                if begins_cluster(text, end) {
                    candidate.bytes.end = end;
                }
            }
            Some(_) => {}
        }
        let nothing = candidate.named.is_none() && candidate.surname.is_empty();
        (!nothing && !in_address(text, &candidate.bytes)).then_some(candidate)
    }

    /// Whether a form counts in a text that its language fits so.
    fn counts(
        &self,
        form: &Form<'_>,
        fit: Fit,
        opening: &Opening,
        ending: Ending,
        languages: &Languages<'_>,
    ) -> bool {
        let entity = self.gazetteer.by_id(form.entity());
        let letters = form.text().chars().filter(|c| c.is_alphanumeric()).count();
        if opening.article && (fit != Fit::Own || entity.kind() != EntityKind::Organisation) {
            return false;
        }
        if opening.is_proclitic() && (letters < 3 || fit != Fit::Own && letters < LONG) {
            return false;
        }
        if matches!(ending, Ending::Added(_)) && fit == Fit::Untold && letters + 1 < LONG {
            return false;
        }
        match fit {
            Fit::Own => true,
            Fit::Related => !is_abbreviation(form.text()) || letters > 3,
            Fit::Untold => !languages.have_name_of(&entity),
            Fit::Foreign => entity.kind() == EntityKind::Person && form.text().contains(' '),
        }
    }
}

/// From how many letters on a name is no word of another language by chance.
const LONG: usize = 6;

/// Whether a form is all capitals, and so no word that other languages share.
fn is_abbreviation(form: &str) -> bool {
    !form.contains(char::is_lowercase) && form.contains(char::is_uppercase)
}

/// Which rule a name was found by.
fn rule(opening: &Opening, found: &Found) -> Rule {
    if opening.is_proclitic() {
        Rule::Proclitic
    } else if found.ending == Ending::None {
        Rule::Gazetteer
    } else {
        Rule::Suffix
    }
}

/// `bytes` without what folding drops at its end and no reader counts to the
/// name; what belongs to the cluster of the last letter stays. `None` where the
/// name would begin or end inside a cluster (UAX 29).
fn trim(text: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let joiner = |c: char| matches!(c, '\u{200C}' | '\u{200D}');
    let beyond = |c: char| c == '\u{640}' || !is_word(c) && !joiner(c) && !c.is_ascii_punctuation();
    let shown = text.get(bytes.clone())?.trim_end_matches(beyond);
    let end = bytes.start + shown.len();
    let whole = begins_cluster(text, bytes.start) && begins_cluster(text, end);
    (!shown.is_empty() && whole).then_some(bytes.start..end)
}

/// Whether a grapheme cluster begins, or the text ends, at a byte.
fn begins_cluster(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0) == Ok(true)
}

/// A text without its last character.
fn without_last(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next_back();
    chars.as_str()
}
