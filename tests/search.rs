//! The articles in memory: their catalog, and searching it.

use std::sync::Arc;

use nashra::corpus::{Article, Date, LanguageTag, Origin, Script, Timestamp, TitleOrigin};
use nashra::store::Catalog;
use nashra::text::Direction;

/// An English article of a day in May 2024.
fn article(id: &str, title: &str, text: &str, day: u8) -> Article {
    Article {
        id: Arc::from(id),
        title: title.to_owned(),
        title_origin: TitleOrigin::Field,
        text: Arc::from(text),
        title_bytes: None,
        furniture: Vec::new(),
        language: LanguageTag::new("en"),
        language_confidence: 1.0,
        script: Script::new(*b"Latn"),
        direction: Direction::Ltr,
        date: Timestamp::from_date(Date {
            year: 2024,
            month: 5,
            day,
        }),
        source: None,
        url: None,
        words: text.split_whitespace().count(),
        title_mentions: Vec::new(),
        mentions: Vec::new(),
        origin: Origin {
            path: None,
            line: None,
        },
        metadata: serde_json::Map::new(),
    }
}

#[test]
fn an_id_that_is_taken_gets_a_number_and_both_articles_stay() {
    let mut catalog = Catalog::new();
    let ids = ["a", "a", "a#2", "a", "b"];
    let batch = ids.map(|id| Arc::new(article(id, id, "", 1)));
    assert_eq!(catalog.add(batch), 0..5);
    let unique: Vec<&str> = catalog.articles().iter().map(|a| &*a.id).collect();
    assert_eq!(unique, ["a", "a#2", "a#2#2", "a#3", "b"]);
    for (number, id) in unique.iter().enumerate() {
        assert_eq!(catalog.number(id), Some(number));
    }
    assert_eq!(catalog.number("c"), None);
}

#[test]
fn numbers_stay_while_batches_arrive() {
    let mut catalog = Catalog::new();
    assert!(catalog.is_empty());
    catalog.add([Arc::new(article("x", "x", "", 1))]);
    let kept = Arc::clone(catalog.get(0).unwrap());
    assert_eq!(
        catalog.add([Arc::new(article("y", "y", "one\ntwo", 1))]),
        1..2
    );
    let furniture = vec![0..3, 4..7];
    catalog.set_furniture(1, furniture.clone());
    catalog.set_furniture(7, furniture.clone());
    assert_eq!(catalog.get(1).unwrap().furniture, furniture);
    assert!(Arc::ptr_eq(&kept, catalog.get(0).unwrap()));
    assert_eq!(catalog.len(), 2);
}
