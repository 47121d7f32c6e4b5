//! The order of the list.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::corpus::{Article, LanguageTag, Timestamp};
use crate::text::fold::fold_key;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SortKey {
    /// Date, the newest first; articles without one follow in corpus order.
    #[default]
    Date,
    /// Title.
    Title,
    /// Source.
    Source,
    /// Language.
    Language,
    /// Length, the longest first.
    Words,
    /// How well an article answers the search; without one, as by date.
    Relevance,
}

/// A sort key and whether it runs backwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// What to sort by.
    pub key: SortKey,
    /// Whether the order is turned round.
    pub reversed: bool,
}

/// What an article is sorted by where only the article itself is asked.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place<'a> {
    Date(Newest),
    Title(String),
    Source(Option<&'a str>, Newest),
    Language(&'a LanguageTag, Newest),
    Words(Reverse<usize>),
}

/// The newest first, no date last.
type Newest = Reverse<Option<Timestamp>>;

impl Order {
    /// Chooses a key; the same key again turns the order round.
    #[must_use]
    pub fn chosen(self, key: SortKey) -> Self {
        Self {
            key,
            reversed: self.key == key && !self.reversed,
        }
    }

    /// A comparison, turned round where the order is.
    pub(super) const fn turned(self, comparison: Ordering) -> Ordering {
        if self.reversed {
            comparison.reverse()
        } else {
            comparison
        }
    }

    fn place(self, article: &Article) -> Place<'_> {
        let newest = Reverse(article.date);
        match self.key {
            SortKey::Date | SortKey::Relevance => Place::Date(newest),
            // A headline in quotes stands at its first letter.
            SortKey::Title => Place::Title(
                fold_key(&article.title)
                    .trim_start_matches(|c: char| !c.is_alphanumeric())
                    .to_owned(),
            ),
            SortKey::Source => Place::Source(article.source.as_deref(), newest),
            SortKey::Language => Place::Language(&article.language, newest),
            SortKey::Words => Place::Words(Reverse(article.words)),
        }
    }
}

/// Every article of a catalog in an order, by number. Those that are equal in it
/// keep the order of the catalog.
///
/// It is kept from one list to the next: a language, a search or a few articles
/// more never cost sorting all of them.
#[derive(Debug, Default)]
pub struct Sorted {
    order: Order,
    numbers: Vec<u32>,
}

impl Sorted {
    /// The numbers of the articles, as of the last [`Self::update`].
    #[must_use]
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// Takes in the articles that were added to a catalog since the last time, or
    /// all of them where the order is another.
    pub fn update(&mut self, articles: &[Arc<Article>], order: Order) {
        if order != self.order {
            self.order = order;
            self.numbers.clear();
        }
        let mut added: Vec<(Place<'_>, u32)> = (0u32..)
            .zip(articles)
            .skip(self.numbers.len())
            .map(|(number, article)| (order.place(article), number))
            .collect();
        if added.is_empty() {
            return;
        }
        added.sort_by(|(a, _), (b, _)| order.turned(a.cmp(b)));
        let place = |number: u32| {
            let article = articles.get(usize::try_from(number).ok()?)?;
            Some(order.place(article))
        };
        let mut merged = Vec::with_capacity(articles.len());
        let mut rest = self.numbers.as_slice();
        for (added, number) in added {
            let before = rest.partition_point(|old| {
                place(*old).is_none_or(|old| order.turned(old.cmp(&added)).is_le())
            });
            let (first, behind) = rest.split_at(before);
            merged.extend_from_slice(first);
            merged.push(number);
            rest = behind;
        }
        merged.extend_from_slice(rest);
        self.numbers = merged;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Origin, TitleOrigin};

    fn article(date: Option<i64>, title: &str, words: usize) -> Arc<Article> {
        Arc::new(Article {
            id: Arc::from(title),
            title: title.to_owned(),
            title_origin: TitleOrigin::Field,
            text: Arc::from(""),
            title_bytes: None,
            furniture: Vec::new(),
            language: LanguageTag::default(),
            language_confidence: 0.0,
            script: crate::corpus::Script::default(),
            direction: crate::text::Direction::Ltr,
            date: date.map(Timestamp),
            source: None,
            url: None,
            words,
            title_mentions: Vec::new(),
            title_quantities: Vec::new(),
            quantities: Vec::new(),
            mentions: Vec::new(),
            origin: Origin {
                path: None,
                line: None,
            },
            metadata: serde_json::Map::new(),
        })
    }

    fn order(key: SortKey, reversed: bool) -> Order {
        Order { key, reversed }
    }

    #[test]
    fn articles_added_later_stand_where_sorting_all_puts_them() {
        let articles: Vec<_> = (0..60)
            .map(|n: i64| {
                let date = (n % 7 > 0).then_some(n * 37 % 11);
                article(
                    date,
                    &format!("Title {}", n * 29 % 13),
                    (n * 5 % 9) as usize,
                )
            })
            .collect();
        for key in [
            SortKey::Date,
            SortKey::Title,
            SortKey::Source,
            SortKey::Language,
            SortKey::Words,
            SortKey::Relevance,
        ] {
            for reversed in [false, true] {
                let mut whole = Sorted::default();
                whole.update(&articles, order(key, reversed));
                let mut grown = Sorted::default();
                for count in [0, 1, 2, 20, 21, 60] {
                    grown.update(&articles[..count], order(key, reversed));
                }
                assert_eq!(grown.numbers(), whole.numbers(), "{key:?} {reversed}");
                assert_eq!(whole.numbers().len(), 60);
            }
        }
    }

    #[test]
    fn equal_articles_keep_the_order_of_the_corpus() {
        let dates = [Some(1), None, Some(2), Some(1), None];
        let articles: Vec<_> = dates.iter().map(|date| article(*date, "a", 0)).collect();
        let mut sorted = Sorted::default();
        sorted.update(&articles, order(SortKey::Date, false));
        assert_eq!(sorted.numbers(), [2, 0, 3, 1, 4]);
        sorted.update(&articles, order(SortKey::Words, false));
        assert_eq!(sorted.numbers(), [0, 1, 2, 3, 4]);
    }
}
