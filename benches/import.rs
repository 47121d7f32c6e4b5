//! Import: reading and analysing the sample corpus, as often as it takes to fill a file.

#![allow(
    clippy::unwrap_used,
    reason = "a bench that cannot write its file has failed"
)]

use std::fs;
use std::ops::ControlFlow;

use divan::counter::BytesCount;
use nashra::ingest::Input;
use nashra::store::{Import, ImportEvent};

fn main() {
    divan::main();
}

const SAMPLE: &str = include_str!("../assets/sample/sample.jsonl");

/// Articles of all languages of the sample, about 4 MB of them.
#[divan::bench(sample_count = 10)]
fn json_lines(bencher: divan::Bencher) {
    let copies = (4 << 20) / SAMPLE.len() + 1;
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("many.jsonl");
    fs::write(&path, SAMPLE.repeat(copies)).unwrap();
    bencher
        .counter(BytesCount::new(SAMPLE.len() * copies))
        .bench_local(|| import(Input::Path(path.clone())));
}

/// From nothing to the last article of the sample.
#[divan::bench]
fn sample(bencher: divan::Bencher) {
    bencher
        .counter(BytesCount::new(SAMPLE.len()))
        .bench_local(|| import(Input::Sample));
}

fn import(input: Input) -> usize {
    let mut articles = 0;
    Import::new(vec![input]).run(&mut |event| {
        if let ImportEvent::Done(summary) = event {
            articles = summary.articles;
        }
        ControlFlow::Continue(())
    });
    articles
}
