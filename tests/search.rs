//! The articles in memory: their catalog, and searching it.

#![allow(
    clippy::unwrap_used,
    reason = "a search that gives nothing has failed the test"
)]
#![allow(
    clippy::single_range_in_vec_init,
    reason = "the ranges are hits, not their numbers"
)]

use std::sync::Arc;

use proptest::prelude::*;

use nashra::corpus::{
    Article, Date, LanguageNames, LanguageTag, Marks, Origin, Query, Script, Timestamp, TitleOrigin,
};
use nashra::store::{Catalog, FoldCache, FoldedArticle, Found, Search, Vocabulary, snippet};
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
        title_quantities: Vec::new(),
        quantities: Vec::new(),
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

/// No language has a name here.
struct Nameless;

impl LanguageNames for Nameless {
    fn find(&self, name: &str) -> Option<LanguageTag> {
        Some(LanguageTag::new(name))
    }

    fn nearest(&self, _: &str) -> Option<(String, LanguageTag)> {
        None
    }
}

fn search(query: &str) -> Search {
    Search::new(Query::parse(query, &Nameless).0)
}

fn run(articles: &[Arc<Article>], query: &str) -> Vec<Found> {
    let marks = |article: &Article| Marks {
        tags: Vec::new(),
        read: &*article.id == "read",
        starred: false,
    };
    search(query)
        .run(articles, &mut FoldCache::new(), &marks, &|| false)
        .unwrap()
}

/// The ids of what a query finds, the best first.
fn found(articles: &[Arc<Article>], query: &str) -> Vec<String> {
    run(articles, query)
        .iter()
        .map(|found| articles[found.number].id.to_string())
        .collect()
}

/// What a query hits in an article: in the headline, and in the text.
fn hits(article: &Article, query: &str) -> (Vec<String>, Vec<String>) {
    let hits = search(query).hits(article, &FoldedArticle::new(article));
    let cut = |text: &str, ranges: Vec<std::ops::Range<usize>>| {
        ranges
            .into_iter()
            .map(|range| text.get(range).unwrap().to_owned())
            .collect()
    };
    (
        cut(&article.title, hits.title),
        cut(&article.text, hits.text),
    )
}

fn articles(rows: &[(&str, &str, &str)]) -> Vec<Arc<Article>> {
    rows.iter()
        .map(|(id, title, text)| Arc::new(article(id, title, text, 1)))
        .collect()
}

#[test]
fn every_term_is_wanted_but_those_left_out() {
    let all = articles(&[
        ("a", "Ships", "A ship left the harbour of Genoa."),
        ("b", "Trains", "A train left the station of Genoa."),
        ("c", "Harbour", "No ship came."),
    ]);
    assert_eq!(found(&all, "genoa left"), ["a", "b"]);
    assert_eq!(found(&all, "genoa -train"), ["a"]);
    assert_eq!(found(&all, "title:harbour"), ["c"]);
    assert_eq!(found(&all, "\"the station\""), ["b"]);
    assert_eq!(found(&all, "genoa harbour zebra"), [""; 0]);
    assert_eq!(found(&all, "").len(), 3);
}

#[test]
fn filters_narrow_what_is_looked_at() {
    let mut all = articles(&[("read", "One", "word"), ("b", "Two", "word")]);
    Arc::make_mut(&mut all[1]).language = LanguageTag::new("de");
    Arc::make_mut(&mut all[1]).source = Some("News.example".to_owned());
    assert_eq!(found(&all, "is:unread word"), ["b"]);
    assert_eq!(found(&all, "is:read"), ["read"]);
    assert_eq!(found(&all, "lang:de"), ["b"]);
    assert_eq!(found(&all, "-lang:de word"), ["read"]);
    assert_eq!(found(&all, "source:news"), ["b"]);
    assert_eq!(found(&all, "entity:Q1"), [""; 0]);
}

#[test]
fn folding_finds_more_and_what_was_typed_comes_first() {
    let all = articles(&[
        (
            "folded",
            "Müller",
            "Müller und noch einmal Müller, dazu Müller.",
        ),
        (
            "typed",
            "Elections",
            "A long text about many things, and Muller, once.",
        ),
    ]);
    assert_eq!(found(&all, "muller"), ["typed", "folded"]);
    assert_eq!(found(&all, "müller"), ["folded", "typed"]);
    assert_eq!(found(&all, "MULLER"), ["typed", "folded"]);
}

#[test]
fn headlines_words_starts_and_rare_words_weigh_more() {
    let filler = "The day was long and the sea was calm, they said. ".repeat(4);
    let text = |word: &str| format!("{filler}{word} {filler}");
    let all = articles(&[
        ("inside", "One", &text("administer")),
        ("start", "Two", &text("minister")),
        ("word", "Three", &text("mini")),
        ("title", "Mini", &text("cars")),
    ]);
    assert_eq!(found(&all, "mini"), ["title", "word", "start", "inside"]);
    assert_eq!(found(&all, "\"mini\""), ["title", "word"]);
}

#[test]
fn equals_come_from_the_newest_to_the_oldest_then_by_id() {
    let rows = [("b", 3), ("a", 3), ("d", 9), ("c", 1)];
    let all: Vec<_> = rows
        .iter()
        .map(|(id, day)| Arc::new(article(id, "Same", "same words", *day)))
        .collect();
    assert_eq!(found(&all, "same"), ["d", "a", "b", "c"]);
    assert_eq!(found(&all, "lang:en"), ["d", "a", "b", "c"]);
}

#[test]
fn many_articles_on_many_threads_give_what_one_gives() {
    let all: Vec<_> = (0..500)
        .map(|n| {
            let text = format!("number {n} {}", "word ".repeat(n % 9));
            Arc::new(article(&format!("{n:03}"), "Title", &text, 1))
        })
        .collect();
    let whole = found(&all, "word");
    assert_eq!(whole.len(), 500 - 500_usize.div_ceil(9));
    assert_eq!(whole, found(&all, "word"));
    let mut cache = FoldCache::new();
    let nothing = |_: &Article| Marks::default();
    let first = search("word").run(&all, &mut cache, &nothing, &|| false);
    let again = search("word").run(&all, &mut cache, &nothing, &|| false);
    assert_eq!(first, again);
    assert_eq!(
        search("word").run(&all, &mut cache, &nothing, &|| true),
        None
    );
}

#[test]
fn hits_are_bytes_of_the_source() {
    let arabic = article("a", "وبوتين في موسكو", "قال بُوتِين إن موسكو", 1);
    let (title, text) = hits(&arabic, "بوتين موسكو");
    assert_eq!(title, ["بوتين", "موسكو"]);
    assert_eq!(text, ["بُوتِين", "موسكو"]);
    let english = article("b", "Ab", "abab abc bc", 1);
    assert_eq!(
        hits(&english, "ab bc -x title:zz").1,
        ["ab", "ab", "abc", "bc"]
    );
    assert_eq!(hits(&english, "\"ab\"").1, [""; 0]);
}

#[test]
fn a_snippet_shows_whole_words_around_the_best_hit() {
    let filler = "The day was long and the sea was calm, they said.\n\n".repeat(20);
    let text = format!("Harbour news\n{filler}A harbour and a ship in it. {filler}");
    let long = article("a", "Harbour news", &text, 1);
    let of = |query: &str| {
        snippet(
            &long,
            &search(query).hits(&long, &FoldedArticle::new(&long)).text,
        )
    };
    let shown = of("harbour ship");
    assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
    assert!(shown.contains("A harbour and a ship in it."), "{shown}");
    let count = shown.chars().count();
    assert!((120..=170).contains(&count), "{count}: {shown}");
    for word in shown.trim_matches('…').split(' ') {
        assert!(text.split_whitespace().any(|known| known == word), "{word}");
    }
    assert!(
        of("zebra").starts_with("Harbour news The day"),
        "{}",
        of("zebra")
    );

    let short = article("b", "x", "one two", 1);
    assert_eq!(snippet(&short, &[4..7]), "one two");
    assert_eq!(snippet(&article("c", "x", "", 1), &[]), "");
}

#[test]
fn a_snippet_of_hostile_text_is_short() {
    for text in [
        "a".repeat(100_000),
        format!("e{}", "\u{301}".repeat(100_000)),
        "漢".repeat(10_000),
        "\n ".repeat(10_000),
    ] {
        let hostile = article("a", "x", &text, 1);
        for hits in [vec![], vec![0..text.len()], vec![text.len()..text.len()]] {
            assert!(snippet(&hostile, &hits).chars().count() <= 330);
        }
    }
}

proptest! {
    #[test]
    fn any_query_in_any_text_gives_hits_and_a_snippet_of_it(
        text in "([a-cA-Cäßءأيوبن\u{64e}\u{301}漢ไ \n,.\u{200d}]|\\PC){0,200}",
        query in "([a-cäئأيوب\\-\" ]|\\PC){0,12}",
    ) {
        let article = article("a", "Some title", &text, 1);
        let search = search(&query);
        let hits = search.hits(&article, &FoldedArticle::new(&article)).text;
        let mut end = 0;
        for hit in &hits {
            prop_assert!(hit.start >= end && article.text.get(hit.clone()).is_some());
            end = hit.end;
        }
        prop_assert!(snippet(&article, &hits).chars().count() <= 330);
        let all = [Arc::new(article)];
        let marks = |_: &Article| Marks::default();
        let found = search.run(&all, &mut FoldCache::new(), &marks, &|| false).unwrap();
        prop_assert!(found.iter().all(|found| found.score.is_finite() && found.score >= 0.0));
    }
}

/// The words that a vocabulary of some texts suggests for a query.
fn suggested(vocabulary: &mut Vocabulary, texts: &[&str], query: &str) -> Vec<String> {
    let articles: Vec<Arc<Article>> = texts
        .iter()
        .map(|text| Arc::new(article(text, "", text, 1)))
        .collect();
    let (query, _) = Query::parse(query, &Nameless);
    let cache = FoldCache::new();
    let words = vocabulary.respellings(&query, &articles, &cache, &|| false);
    words.unwrap().into_iter().map(|meant| meant.word).collect()
}

#[test]
fn words_near_what_was_typed_are_suggested_the_nearest_and_most_frequent_first() {
    let texts = [
        "Ministre, Ministry, ministry; minstrel. Monster, monster, monster!",
        "The Ministry of the sea. الاقليمي وقال Đường",
    ];
    for (query, words) in [
        // One edit before two, then by how often they stand there.
        ("minstry", vec!["Ministry", "Ministre", "minstrel"]),
        ("miinstry", vec!["Ministry", "Ministre"]),
        // Up to five letters one edit.
        ("sae", vec!["sea"]),
        ("eas", vec![]),
        ("duonk", vec!["Đường"]),
        ("الاقليمى", vec![]),
        ("الاقلمي", vec!["الاقليمي"]),
        // What stands there is not wrong, and phrases and what is left out are not guessed.
        ("sea ministry", vec![]),
        // Longer words that hold it were found by it.
        ("minister", vec!["Ministre", "Ministry", "Monster"]),
        ("ministr", vec![]),
        ("sea ministyr", vec!["Ministry", "Ministre"]),
        ("\"ministyr\"", vec![]),
        ("-ministyr", vec![]),
        ("title:ministyr", vec!["Ministry", "Ministre"]),
        ("of", vec![]),
        ("", vec![]),
    ] {
        let found = suggested(&mut Vocabulary::new(), &texts, query);
        assert_eq!(found, words, "{query}");
    }
}

#[test]
fn a_vocabulary_grows_with_its_articles_and_can_be_given_up() {
    let mut vocabulary = Vocabulary::new();
    let texts = ["a ship", "a storm"];
    assert_eq!(suggested(&mut vocabulary, &texts[..1], "strom"), [""; 0]);
    assert_eq!(suggested(&mut vocabulary, &texts, "strom"), ["storm"]);
    let articles = [Arc::new(article("a", "", "a ship", 1))];
    let (query, _) = Query::parse("shop", &Nameless);
    let given_up = Vocabulary::new().respellings(&query, &articles, &FoldCache::new(), &|| true);
    assert_eq!(given_up, None);
}

#[test]
fn a_vocabulary_follows_articles_that_are_written_anew() {
    let mut vocabulary = Vocabulary::new();
    let texts = ["a storm", "a ship"];
    assert_eq!(suggested(&mut vocabulary, &texts, "strom"), ["storm"]);
    let texts = ["calm", "a ship"];
    assert_eq!(suggested(&mut vocabulary, &texts, "strom"), [""; 0]);
    assert_eq!(suggested(&mut vocabulary, &texts, "clam"), ["calm"]);
}

#[test]
fn clauses_of_scripts_without_spaces_are_no_words() {
    let mut chinese = article("zh", "", "巨型货轮堵塞 OPEC", 1);
    chinese.script = Script::new(*b"Hans");
    let articles = [Arc::new(chinese)];
    for (typed, words) in [("巨型货轮堵", vec![]), ("OPCE", vec!["OPEC"])] {
        let (query, _) = Query::parse(typed, &Nameless);
        let found = Vocabulary::new().respellings(&query, &articles, &FoldCache::new(), &|| false);
        let found: Vec<String> = found.unwrap().into_iter().map(|meant| meant.word).collect();
        assert_eq!(found, words, "{typed}");
    }
}

#[test]
fn a_long_search_tells_what_it_found_so_far() {
    let all: Vec<Arc<Article>> = (0..10_000)
        .map(|n| {
            Arc::new(article(
                &format!("{n:05}"),
                "one",
                if n % 100 == 0 { "word" } else { "other" },
                1,
            ))
        })
        .collect();
    let mut told = Vec::new();
    let nothing = |_: &Article| Marks::default();
    let found = search("word")
        .run_telling(
            &all,
            &mut FoldCache::new(),
            &nothing,
            &|| false,
            &mut |percent, found| {
                told.push((percent, found().len()));
            },
        )
        .unwrap();
    assert_eq!(told, [(40, 41), (81, 82)]);
    assert_eq!(found.len(), 100);
    let whole = search("word").run(&all, &mut FoldCache::new(), &nothing, &|| false);
    assert_eq!(whole.unwrap(), found);
}

#[test]
fn an_article_that_is_written_anew_is_searched_as_it_is_now() {
    let mut all = vec![Arc::new(article("a", "one", "old words", 1))];
    let mut cache = FoldCache::new();
    let nothing = |_: &Article| Marks::default();
    let count = |all: &[Arc<Article>], cache: &mut FoldCache, query: &str| {
        search(query)
            .run(all, cache, &nothing, &|| false)
            .unwrap()
            .len()
    };
    assert_eq!(count(&all, &mut cache, "old"), 1);
    all[0] = Arc::new(article("a", "one", "new words", 1));
    assert_eq!(count(&all, &mut cache, "old"), 0);
    assert_eq!(count(&all, &mut cache, "new"), 1);
}
