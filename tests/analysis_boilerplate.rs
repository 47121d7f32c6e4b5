//! Titles of texts that have none, and the furniture of pages.

#![allow(
    clippy::unwrap_used,
    reason = "a range outside of its text has failed the test"
)]

use nashra::analysis::boilerplate::{LineCounts, furniture, title};
use nashra::corpus::{Script, TitleOrigin};
use proptest::prelude::*;

const LATN: Script = Script::new(*b"Latn");

fn titled(text: &str) -> (String, TitleOrigin) {
    let found = title(text, LATN, None, None).unwrap();
    if let Some(bytes) = found.bytes {
        assert_eq!(text.get(bytes).unwrap().trim(), found.text);
    }
    (found.text, found.origin)
}

fn folded<'a>(text: &'a str, counts: Option<&LineCounts>) -> Vec<&'a str> {
    let title = title(text, LATN, None, counts).and_then(|title| title.bytes);
    furniture(text, title.as_ref(), LATN, None, counts)
        .into_iter()
        .map(|bytes| text.get(bytes).unwrap())
        .collect()
}

#[test]
fn the_first_line_is_the_title() {
    let body = "\n\nThe ferry left at noon. It came back at night.";
    for headline in [
        "Ferry leaves at noon",
        "Ferry",
        "Euro 2024 begins",
        "(Video) – A dog on the ferry",
        "Ferry – the long way home",
        "Will the U.S. buy a ferry? Nobody knows.",
    ] {
        let text = format!("{headline}{body}");
        assert_eq!(titled(&text), (headline.to_owned(), TitleOrigin::Line));
    }
}

#[test]
fn what_cannot_be_a_title_is_passed_over() {
    for above in [
        "Перейти к содержанию",
        "إعلان",
        "XS",
        "https://www.example.org/news/ferry",
        "2024-05-08",
        "8 May 2024, 17:30",
        "---",
        "Home",
        "ADVERTISEMENT\n\nMenu",
    ] {
        let text =
            format!("{above}\n\nFerry leaves at noon\n\nThe ferry left at noon, as it does.");
        assert_eq!(titled(&text).0, "Ferry leaves at noon", "{above}");
    }
}

#[test]
fn a_paragraph_gives_its_first_sentence() {
    for dateline in [
        "",
        "(Agency) – ",
        "(Agency) –   ",
        "HARBOUR TOWN (AP) — ",
        "PARIS, 8 May - ",
    ] {
        let text = format!(
            "{dateline}The old ferry, which has crossed the bay for eighty years and more, left at noon for the \
             last time under the eyes of the whole town, and of many who had come from far away. It came back at night."
        );
        let (title, origin) = titled(&text);
        assert_eq!(origin, TitleOrigin::Sentence);
        assert_eq!(
            title,
            "The old ferry, which has crossed the bay for eighty years and more, left at noon for the…"
        );
    }
    let short = "The ferry of the U.S. Navy left at noon. It came back at night with the whole crew on \
                 board, and with a cargo of fish that nobody had asked for.";
    assert_eq!(titled(short).0, "The ferry of the U.S. Navy left at noon.");
}

#[test]
fn a_title_is_cut_by_cells_also_where_there_are_no_spaces() {
    let text = "市政府昨天讨论了水价问题".repeat(20);
    let found = title(&text, Script::new(*b"Hani"), None, None).unwrap();
    assert_eq!(found.text.chars().count(), 46);
    assert!(found.text.ends_with('…'));
}

#[test]
fn a_text_without_letters_has_no_title() {
    for text in ["", "\n\n", "123\n---\n", "…"] {
        assert_eq!(title(text, Script::COMMON, None, None), None);
        assert!(furniture(text, None, Script::COMMON, None, None).is_empty());
    }
}

#[test]
fn furniture_is_what_stands_around_the_article() {
    let text = include_str!("corpus/ingest/navigation.txt");
    assert_eq!(
        titled(text).0,
        "Lighthouse Keeper Retires After Forty Years"
    );
    assert_eq!(
        folded(text, None),
        [
            "Անցնել հիմնական բովանդակությանը",
            "Home",
            "The lighthouse at the northern cape has been manned by the same keeper since 1981.",
            "XS",
            "SM",
            "MD"
        ]
    );
}

#[test]
fn the_notice_at_the_end_is_furniture() {
    let text = include_str!("corpus/ingest/no-title.txt");
    let (title, origin) = titled(text);
    assert_eq!(origin, TitleOrigin::Sentence);
    assert!(title.starts_with("Der Leuchtturm am Nordkap"), "{title}");
    let found = folded(text, None);
    assert_eq!(found.len(), 3);
    assert!(found[0].starts_with("Dieser Text wurde"));

    let copyright = "A headline\n\nThe body of the article.\n© 2024 The Harbour Times";
    assert_eq!(folded(copyright, None), ["© 2024 The Harbour Times"]);
}

#[test]
fn an_article_with_a_link_is_not_a_notice() {
    for text in [
        "A headline\n\nThe body.\nThe whole report stands at https://reports.example.org/2024 and it has \
         three hundred pages, which nobody has read so far.\nThe council meets again on Monday, when the \
         members will have had the time to read at least a part of what it says.",
        "https://example.org is the title",
    ] {
        assert!(folded(text, None).is_empty(), "{text}");
    }
}

#[test]
fn the_corpus_teaches_what_repeats() {
    let mut counts = LineCounts::default();
    let article = |number: usize| {
        format!(
            "Today at sea\nArticle {number} has this headline\nIts body tells of ship {number}.\nShare this page with your friends\n"
        )
    };
    for number in 0..5 {
        counts.add(None, &article(number));
    }
    let text = article(3);
    let found = title(&text, LATN, None, Some(&counts)).unwrap();
    assert_eq!(found.text, "Article 3 has this headline");
    assert_eq!(
        folded(&text, Some(&counts)),
        ["Today at sea", "Share this page with your friends"]
    );
}

#[test]
fn copies_of_an_article_are_not_furniture() {
    let mut counts = LineCounts::default();
    let article = "A headline of the agency\nThe first paragraph of the report.\nThe second one.\n";
    for source in 0..9 {
        counts.add(None, &format!("{article}Seen in paper {source}\n"));
    }
    assert!(folded(&format!("{article}Seen in paper 3\n"), Some(&counts)).is_empty());
}

proptest! {
    #[test]
    fn ranges_are_lines_of_the_text(text in "(?s)([a-zа-я©:/. ]{0,30}\n){0,20}.{0,40}") {
        let mut counts = LineCounts::default();
        for end in [text.len(), text.len() / 2, text.len() / 3] {
            counts.add(None, text.get(..end).unwrap_or_default());
        }
        for script in [LATN, Script::new(*b"Cyrl"), Script::COMMON] {
            let title = title(&text, script, None, Some(&counts)).and_then(|title| title.bytes);
            let mut end = 0;
            for bytes in furniture(&text, title.as_ref(), script, None, Some(&counts)) {
                prop_assert!(bytes.start >= end);
                end = bytes.end;
                let line = text.get(bytes.clone());
                prop_assert!(line.is_some_and(|line| !line.contains('\n')));
                prop_assert!(title.as_ref() != Some(&bytes));
            }
        }
    }
}
