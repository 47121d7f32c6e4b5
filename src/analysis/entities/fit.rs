//! Whether a form's language fits that of the text.

use smallvec::SmallVec;

use super::asset::ANY_LANGUAGE;
use super::gazetteer::{Entity, Form, Gazetteer, LanguageId};
use super::related::related;

/// How well the language of a form fits the text's; the better ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The text's own language.
    Own,
    /// One whose names it borrows, or English.
    Related,
    /// The source does not tell the language.
    Untold,
    /// Any other: counts for the whole name of a person.
    Foreign,
}

/// The languages whose forms count in a stretch of text.
pub(super) struct Languages<'a> {
    /// The language of the stretch, by its base tag.
    pub tag: &'a str,
    own: SmallVec<[LanguageId; 2]>,
    related: SmallVec<[LanguageId; 6]>,
    untold: Option<LanguageId>,
}

impl<'a> Languages<'a> {
    /// The languages that count in a text in `tag`.
    pub(super) fn new(gazetteer: &Gazetteer, tag: &'a str) -> Self {
        let own = gazetteer.language(tag).into_iter().collect();
        let others = related(tag).iter().copied().chain(["en"]);
        Self {
            tag,
            own,
            related: others.filter_map(|tag| gazetteer.language(tag)).collect(),
            untold: gazetteer.language(ANY_LANGUAGE),
        }
    }

    /// How well a form fits.
    pub(super) fn fit(&self, form: &Form<'_>) -> Fit {
        if self.own.iter().any(|language| form.is_in(*language)) {
            Fit::Own
        } else if self.related.iter().any(|language| form.is_in(*language)) {
            Fit::Related
        } else if self.untold.is_some_and(|language| form.is_in(language)) {
            Fit::Untold
        } else {
            Fit::Foreign
        }
    }

    /// Whether the gazetteer knows what the language itself calls an entity.
    pub(super) fn have_name_of(&self, entity: &Entity<'_>) -> bool {
        entity
            .forms()
            .any(|form| self.own.iter().any(|language| form.is_in(*language)))
    }
}
