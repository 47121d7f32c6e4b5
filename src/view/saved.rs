//! A view under a name: what it shows, as it is kept.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::frames::Narrowing;
use super::order::{Order, SortKey};
use crate::analysis::language::KnownLanguages;
use crate::corpus::{LanguageTag, Query};

/// What a view shows: enough to show it again on a corpus that has grown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct SavedView {
    /// The views over the library, the lowest first.
    pub over: Vec<Over>,
    /// The languages that were chosen.
    pub languages: Vec<LanguageTag>,
    /// The languages that were left out.
    pub without_languages: Vec<LanguageTag>,
    /// Whether only unread articles show.
    pub unread_only: bool,
    /// What the list is sorted by.
    pub sort: SortKey,
    /// Whether the order is turned round.
    pub reversed: bool,
}

/// One of the views over the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Over {
    /// A search, as typed.
    Search(String),
    /// The articles that mention an entity, or do not.
    Name {
        /// Its canonical id.
        canon: Arc<str>,
        /// Its name.
        name: String,
        /// Whether the articles that mention it are left out.
        without: bool,
    },
}

impl SavedView {
    /// The order of the list.
    #[must_use]
    pub const fn order(&self) -> Order {
        Order {
            key: self.sort,
            reversed: self.reversed,
        }
    }
}

impl From<&Narrowing> for Over {
    fn from(narrowing: &Narrowing) -> Self {
        match narrowing {
            Narrowing::Search { typed, .. } => Self::Search(typed.clone()),
            Narrowing::Name {
                canon,
                name,
                without,
            } => Self::Name {
                canon: Arc::clone(canon),
                name: name.clone(),
                without: *without,
            },
        }
    }
}

impl From<Over> for Narrowing {
    fn from(over: Over) -> Self {
        match over {
            Over::Search(typed) => {
                let (query, _) = Query::parse(&typed, &KnownLanguages::default());
                Self::Search { typed, query }
            }
            Over::Name {
                canon,
                name,
                without,
            } => Self::Name {
                canon,
                name,
                without,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_kept_whole_and_an_odd_one_is_none() {
        let view = SavedView {
            over: vec![
                Over::Search("\"مجلس\" is:unread".to_owned()),
                Over::Name {
                    canon: Arc::from("q7747"),
                    name: "Putin".to_owned(),
                    without: true,
                },
            ],
            languages: vec![LanguageTag::new("ar")],
            unread_only: true,
            sort: SortKey::Words,
            reversed: true,
            ..SavedView::default()
        };
        let kept = serde_json::to_string(&view).unwrap();
        assert_eq!(serde_json::from_str::<SavedView>(&kept).unwrap(), view);
        assert!(serde_json::from_str::<SavedView>("{\"sort\":\"odd\"}").is_err());
        let older: SavedView = serde_json::from_str("{}").unwrap();
        assert_eq!(older, SavedView::default());
    }
}
