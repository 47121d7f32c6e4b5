//! Search: the first query of a corpus, which folds it, and those after it.

use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};

use divan::counter::BytesCount;
use nashra::analysis::language::KnownLanguages;
use nashra::corpus::{Article, Marks, Query};
use nashra::ingest::Input;
use nashra::store::{FoldCache, Found, Import, ImportEvent, Respelling, Search, Vocabulary};

fn main() {
    divan::main();
}

/// The sample corpus over and over: about 10 MB of text in all its languages.
static ARTICLES: LazyLock<Vec<Arc<Article>>> = LazyLock::new(|| {
    let mut sample = Vec::new();
    Import::new(vec![Input::Sample]).run(&mut |event| {
        if let ImportEvent::Articles(batch) = event {
            sample.extend(batch);
        }
        ControlFlow::Continue(())
    });
    let bytes: usize = sample.iter().map(|article| article.text.len()).sum();
    let copies = (10 << 20) / bytes.max(1) + 1;
    (0..copies).flat_map(|_| sample.iter().cloned()).collect()
});

const QUERIES: [&str; 6] = [
    "s",
    "ship",
    "\"world cup\" -eclipse",
    "قناة السويس",
    "lang:de mond",
    "zebra",
];

#[divan::bench(sample_count = 10)]
fn first_query(bencher: divan::Bencher) {
    let bytes: usize = ARTICLES.iter().map(|article| article.text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(FoldCache::new)
        .bench_local_refs(|cache| search("ship", cache));
}

#[divan::bench(args = QUERIES)]
fn next_query(bencher: divan::Bencher, query: &str) {
    let mut cache = FoldCache::new();
    search("ship", &mut cache);
    bencher.bench_local(|| search(query, &mut cache));
}

#[divan::bench(sample_count = 10)]
fn first_respelling(bencher: divan::Bencher) {
    let mut cache = FoldCache::new();
    search("ship", &mut cache);
    bencher
        .with_inputs(Vocabulary::new)
        .bench_local_refs(|vocabulary| respell(vocabulary, &cache));
}

#[divan::bench]
fn next_respelling(bencher: divan::Bencher) {
    let mut cache = FoldCache::new();
    search("ship", &mut cache);
    let mut vocabulary = Vocabulary::new();
    respell(&mut vocabulary, &cache);
    bencher.bench_local(|| respell(&mut vocabulary, &cache));
}

fn respell(vocabulary: &mut Vocabulary, cache: &FoldCache) -> Option<Vec<Respelling>> {
    let (query, _) = Query::parse("minsiter", &KnownLanguages { interface: "en" });
    vocabulary.respellings(&query, &ARTICLES, cache, &|| false)
}

fn search(query: &str, cache: &mut FoldCache) -> Option<Vec<Found>> {
    let (query, _) = Query::parse(query, &KnownLanguages { interface: "en" });
    let marks = |_: &Article| Marks::default();
    Search::new(query).run(&ARTICLES, cache, &marks, &|| false)
}
