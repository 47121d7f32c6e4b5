//! Import: from files to analysed articles, in order, whatever lies among them.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot write its files has failed"
)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use nashra::ingest::Input;
use nashra::store::{Catalog, Import, ImportEvent, ImportSummary};

/// Everything an import tells, with the articles in a catalog.
#[derive(Default)]
struct Told {
    catalog: Catalog,
    batches: Vec<usize>,
    problems: Vec<String>,
    done: Option<ImportSummary>,
}

fn import(inputs: Vec<Input>) -> Told {
    let mut told = Told::default();
    Import::new(inputs).run(&mut |event| {
        assert_eq!(told.done, None, "something after the end: {event:?}");
        match event {
            ImportEvent::Articles(batch) => {
                told.batches.push(batch.len());
                told.catalog.add(batch);
            }
            ImportEvent::Problem(problem) => told.problems.push(problem.to_string()),
            ImportEvent::Progress {
                bytes_done,
                bytes_total,
            } => assert!(bytes_done <= bytes_total || bytes_total == 0),
            ImportEvent::Furniture(found) => {
                for (place, furniture) in found {
                    told.catalog.set_furniture(place, furniture);
                }
            }
            ImportEvent::Done(summary) => told.done = Some(summary),
        }
        ControlFlow::Continue(())
    });
    told
}

fn folder(path: &Path) -> Vec<Input> {
    vec![Input::Path(path.to_path_buf())]
}

/// Lines of JSON, one article each, of lengths that take their time differently.
fn lines(count: usize) -> String {
    (0..count)
        .map(|n| {
            let text = "The ship left the harbour early in the morning. ".repeat(1 + n % 7 * 20);
            format!("{{\"id\":\"a{n}\",\"title\":\"Number {n}\",\"text\":\"{text}\"}}\n")
        })
        .collect()
}

#[test]
fn articles_arrive_in_the_order_of_reading_the_first_alone() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("many.jsonl"), lines(400)).unwrap();
    let told = import(folder(home.path()));
    let ids: Vec<&str> = told.catalog.articles().iter().map(|a| &*a.id).collect();
    let expected: Vec<String> = (0..400).map(|n| format!("a{n}")).collect();
    assert_eq!(ids, expected);
    assert_eq!(told.batches.first(), Some(&1));
    let summary = ImportSummary {
        articles: 400,
        problems: 0,
    };
    assert_eq!(told.done, Some(summary));
}

#[test]
fn what_cannot_be_read_is_told_and_stops_nothing() {
    let home = tempfile::tempdir().unwrap();
    fs::write(
        home.path().join("a.txt"),
        "The harbour\nThe ship left early.\n",
    )
    .unwrap();
    fs::write(home.path().join("b.txt"), [0_u8; 4096]).unwrap();
    fs::write(
        home.path().join("c.jsonl"),
        "{\"id\":\"c\",\"text\":\"The ship came back.\"}\n{\"id\":\n",
    )
    .unwrap();
    let mut inputs = vec![Input::Path(home.path().join("missing"))];
    inputs.extend(folder(home.path()));
    let told = import(inputs);
    assert_eq!(told.catalog.len(), 2);
    assert_eq!(told.problems.len(), 3, "{:?}", told.problems);
    for (problem, says) in told.problems.iter().zip(["missing", "b.txt", "c.jsonl:2"]) {
        assert!(problem.contains(says), "{problem}");
    }
    let summary = ImportSummary {
        articles: 2,
        problems: 3,
    };
    assert_eq!(told.done, Some(summary));
}

#[test]
fn the_whole_corpus_teaches_what_is_furniture() {
    let home = tempfile::tempdir().unwrap();
    for n in 0..5 {
        let text = format!(
            "Headline number {n} of the day\n\nThe ship {n} left the harbour early.\n\n\
             Follow us on all channels for more news from the sea\n"
        );
        fs::write(home.path().join(format!("{n}.txt")), text).unwrap();
    }
    let told = import(folder(home.path()));
    assert_eq!(told.catalog.len(), 5);
    for article in told.catalog.articles() {
        let [furniture] = &article.furniture[..] else {
            panic!("{:?}", article.furniture);
        };
        assert!(
            article
                .text
                .get(furniture.clone())
                .unwrap()
                .starts_with("Follow us")
        );
    }
}

#[test]
fn a_break_ends_it() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("many.jsonl"), lines(3000)).unwrap();
    let mut events = 0;
    Import::new(folder(home.path())).run(&mut |_| {
        events += 1;
        ControlFlow::Break(())
    });
    assert_eq!(events, 1);
}

#[test]
fn the_sample_opens_and_nothing_gives_nothing() {
    let told = import(vec![Input::Sample]);
    assert!(told.catalog.len() >= 36);
    assert_eq!(told.problems, Vec::<String>::new());
    assert_eq!(import(Vec::new()).done, Some(ImportSummary::default()));
}

#[test]
fn surnames_are_known_from_the_headline() {
    let home = tempfile::tempdir().unwrap();
    let line = r#"{"id":"a","title":"Vladimir Putin in Yerevan","text":"On Monday Putin met journalists there, his office said."}"#;
    fs::write(home.path().join("a.jsonl"), line).unwrap();
    let told = import(folder(home.path()));
    let article = told.catalog.get(0).unwrap();
    let names = |text: &str, mentions: &[nashra::corpus::Mention]| -> Vec<(String, String)> {
        let name = |mention: &nashra::corpus::Mention| {
            let bytes = text.get(mention.bytes.clone()).unwrap();
            (bytes.to_owned(), mention.name.to_string())
        };
        mentions.iter().map(name).collect()
    };
    let pair = |text: &str, name: &str| (text.to_owned(), name.to_owned());
    let title = names(&article.title, &article.title_mentions);
    assert_eq!(title[0], pair("Vladimir Putin", "Vladimir Putin"));
    let text = names(&article.text, &article.mentions);
    assert_eq!(text, [pair("Putin", "Vladimir Putin")]);
}
