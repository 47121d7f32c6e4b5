//! The nouns: queries as people type them.

use proptest::prelude::*;

use nashra::corpus::{Condition, LanguageNames, LanguageTag, Query, Scope, State};

/// Knows Arabic, German and Vietnamese.
struct Three;

impl LanguageNames for Three {
    fn find(&self, name: &str) -> Option<LanguageTag> {
        match name.to_lowercase().as_str() {
            "ar" | "arabic" => Some(LanguageTag::new("ar")),
            "de" | "german" => Some(LanguageTag::new("de")),
            "vi" => Some(LanguageTag::new("vi")),
            _ => None,
        }
    }

    fn nearest(&self, name: &str) -> Option<(String, LanguageTag)> {
        (name == "vn").then(|| ("Vietnamese".to_owned(), LanguageTag::new("vi")))
    }
}

fn parse(text: &str) -> Query {
    let (query, problems) = Query::parse(text, &Three);
    assert_eq!(problems, [], "{text}");
    query
}

fn words(text: &str) -> Vec<String> {
    parse(text).terms.into_iter().map(|t| t.text).collect()
}

fn messages(text: &str) -> Vec<String> {
    let (_, problems) = Query::parse(text, &Three);
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn words_phrases_and_what_is_left_out() {
    let query = parse("moscow \"prime minister\" -putin title:talks -title:\"a b\"");
    let terms: Vec<_> = query
        .terms
        .iter()
        .map(|t| (t.text.as_str(), t.phrase, t.excluded, t.scope))
        .collect();
    assert_eq!(
        terms,
        [
            ("moscow", false, false, Scope::Anywhere),
            ("prime minister", true, false, Scope::Anywhere),
            ("putin", false, true, Scope::Anywhere),
            ("talks", false, false, Scope::Title),
            ("a b", true, true, Scope::Title),
        ]
    );
    assert_eq!(query.terms[1].bytes, 7..23);
}

#[test]
fn a_query_half_typed_is_a_query() {
    assert_eq!(words("\"prime min"), ["prime min"]);
    assert_eq!(words("- \"\" \" - \""), ["-"]);
    assert_eq!(words("  "), Vec::<String>::new());
    assert_eq!(words("-"), Vec::<String>::new());
}

#[test]
fn quotes_of_the_world_and_of_hebrew_abbreviations() {
    assert_eq!(
        words("«un deux» „eins zwei“ “a b”"),
        ["un deux", "eins zwei", "a b"]
    );
    assert_eq!(words("צה\"ל חיפה"), ["צה\"ל", "חיפה"]);
    assert_eq!(words("\"צה\"ל בחיפה\" עוד"), ["צה\"ל בחיפה", "עוד"]);
}

#[test]
fn a_colon_is_not_always_a_field() {
    assert_eq!(
        words("10:30 https://a.b/c قال:نعم :x"),
        ["10:30", "https://a.b/c", "قال:نعم", ":x"]
    );
}

#[test]
fn filters_by_language_state_entity_and_source() {
    let query = parse("lang:ar,German -LANG:vi is:Unread -is:starred entity:Q1،Q2 source:\"a, b\"");
    let conditions: Vec<_> = query
        .filters
        .into_iter()
        .map(|f| (f.condition, f.excluded))
        .collect();
    let tag = LanguageTag::new;
    assert_eq!(
        conditions,
        [
            (Condition::Language(vec![tag("ar"), tag("de")]), false),
            (Condition::Language(vec![tag("vi")]), true),
            (Condition::State(State::Unread), false),
            (Condition::State(State::Starred), true),
            (Condition::Entity(vec!["Q1".into(), "Q2".into()]), false),
            (Condition::Source(vec!["a, b".into()]), false),
        ]
    );
}

#[test]
fn an_unknown_language_is_named_with_the_one_meant_and_the_rest_works() {
    let (query, problems) = Query::parse("lang:vn pashinyan", &Three);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].bytes, 0..7);
    assert_eq!(
        problems[0].to_string(),
        "no language \"vn\"; ignored. Vietnamese is lang:vi"
    );
    assert_eq!(query.filters, []);
    assert_eq!(query.terms[0].text, "pashinyan");

    let (query, problems) = Query::parse("lang:ar,xx", &Three);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        query.filters[0].condition,
        Condition::Language(vec![LanguageTag::new("ar")])
    );
}

#[test]
fn a_word_that_cannot_be_used_is_mended_as_it_was_typed() {
    for (text, mended) in [
        ("lang:vn", Some("lang:vi")),
        ("LANG:\"vn\"", Some("LANG:\"vi\"")),
        ("-lang:ar,vn,de", Some("-lang:ar,vi,de")),
        ("lang:vn1,vn", Some("lang:vn1,vi")),
        ("-Language:de", Some("-lang:de")),
        ("is:Star", Some("is:starred")),
        ("lang:xx", None),
        ("foo:bar", None),
        ("lang:", None),
    ] {
        let (_, problems) = Query::parse(text, &Three);
        let found = problems.iter().find_map(|problem| problem.mended(text));
        assert_eq!(found.as_deref(), mended, "{text}");
        assert_eq!(problems.first().unwrap().mended(""), None);
    }
}

#[test]
fn other_problems_say_what_to_type() {
    assert_eq!(
        messages("language:de"),
        ["no field \"language:\"; ignored. Try lang:de"]
    );
    assert_eq!(messages("foo:bar"), ["no field \"foo:\"; ignored."]);
    assert_eq!(
        messages("is:star"),
        ["is: does not know \"star\"; ignored. Try is:starred"]
    );
    assert_eq!(messages("lang: x"), ["nothing after \"lang:\"; ignored."]);
    assert_eq!(
        messages("title:\"\""),
        ["nothing after \"title:\"; ignored."]
    );
    assert_eq!(
        messages("entity:,،"),
        ["nothing after \"entity:\"; ignored."]
    );
}

proptest! {
    #[test]
    fn any_text_is_a_query_and_every_range_is_in_it(
        text in "([a-zا-يא-ת\u{300}\\-:\"«»“”„「」,،， \t\u{3000}]|lang:|is:|title:|\\PC){0,40}",
    ) {
        let (query, problems) = Query::parse(&text, &Three);
        let ranges = query.terms.iter().map(|t| &t.bytes)
            .chain(query.filters.iter().map(|f| &f.bytes));
        let mut end = 0;
        let mut sorted: Vec<_> = ranges.cloned().collect();
        sorted.sort_by_key(|r| r.start);
        for range in sorted {
            prop_assert!(range.start >= end && text.get(range.clone()).is_some_and(|t| !t.is_empty()));
            end = range.end;
        }
        for problem in &problems {
            prop_assert!(text.get(problem.bytes.clone()).is_some_and(|t| !t.is_empty()));
        }
        for term in &query.terms {
            prop_assert!(!term.text.trim().is_empty());
            prop_assert!(text.get(term.bytes.clone()).unwrap().contains(&term.text));
        }
    }

    #[test]
    fn words_without_signs_are_the_white_space_separated_words(text in "[a-z0-9 \u{a0}é]{0,40}") {
        let (query, problems) = Query::parse(&text, &Three);
        prop_assert_eq!(problems, []);
        let found: Vec<&str> = query.terms.iter().map(|t| t.text.as_str()).collect();
        prop_assert_eq!(found, text.split_whitespace().collect::<Vec<_>>());
    }
}
