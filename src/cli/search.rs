//! Searching from the command line: `nashra search`, and the filters of `nashra list`.

use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use anyhow::bail;
use serde::Serialize;

use super::exit::report;
use super::lines::{self, Lines};
use super::open::Corpus;
use crate::analysis::language::KnownLanguages;
use crate::config::strings::Locale;
use crate::corpus::{Article, Condition, Filter, LanguageNames, LanguageTag, Query};
use crate::store::{FoldCache, FoldedArticle, Found, Respelling, Search, Vocabulary, snippet};

/// The languages that can be named; the commands speak English.
const LANGUAGES: KnownLanguages = KnownLanguages {
    interface: Locale::ENGLISH.tag,
};

/// What a snippet is set in by.
const INDENT: &str = "    ";

/// One line of `nashra search --json`.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    title: &'a str,
    lang: &'a LanguageTag,
    score: f32,
    /// Bytes of the text.
    hits: Vec<Hit>,
    snippet: String,
}

#[derive(Serialize)]
struct Hit {
    start: usize,
    end: usize,
}

/// Parses a query; what of it cannot be used is reported and left out.
pub fn parse(text: &str) -> Query {
    let (query, problems) = Query::parse(text, &LANGUAGES);
    for problem in problems {
        let word = text.get(problem.bytes.clone()).unwrap_or_default();
        report(&format_args!("query: {word}: {problem}"));
    }
    query
}

/// The filter of `--lang`, given once or more.
///
/// # Errors
/// A language that is not known.
pub fn languages(names: &[String]) -> anyhow::Result<Option<Filter>> {
    let mut tags = Vec::new();
    for name in names {
        match (LANGUAGES.find(name), LANGUAGES.nearest(name)) {
            (Some(tag), _) => tags.push(tag),
            (None, Some((english, tag))) => {
                bail!("--lang: no language \"{name}\": {english} is --lang {tag}")
            }
            (None, None) => {
                bail!("--lang: no language \"{name}\": use a tag like ar or a name like Arabic")
            }
        }
    }
    Ok((!tags.is_empty()).then_some(Filter {
        condition: Condition::Language(tags),
        excluded: false,
        bytes: 0..0,
    }))
}

/// What a search finds, the best first, with what it needs to show the hits.
pub struct Answers {
    search: Search,
    cache: FoldCache,
    /// The articles found.
    pub found: Vec<Found>,
}

impl Answers {
    /// Searches a corpus.
    pub fn new(query: Query, corpus: &Corpus) -> Self {
        let search = Search::new(query);
        let mut cache = FoldCache::new();
        let marks = |article: &Article| corpus.marks(article);
        let found = search.run(corpus.catalog.articles(), &mut cache, &marks, &|| false);
        Self {
            search,
            cache,
            found: found.unwrap_or_default(),
        }
    }

    /// The words of the corpus that may have been meant by those of the query.
    pub fn respellings(&self, corpus: &Corpus) -> Vec<Respelling> {
        let articles = corpus.catalog.articles();
        let query = self.search.query();
        let words = Vocabulary::new().respellings(query, articles, &self.cache, &|| false);
        words.unwrap_or_default()
    }

    /// Writes a JSON object for each article found.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn json(&self, corpus: &Corpus, output: &mut dyn Write) -> io::Result<()> {
        self.each(corpus, |article, score, hits| {
            let answer = Answer {
                id: &article.id,
                title: &article.title,
                lang: &article.language,
                score,
                snippet: snippet(article, &hits),
                hits: hits
                    .into_iter()
                    .map(|Range { start, end }| Hit { start, end })
                    .collect(),
            };
            serde_json::to_writer(&mut *output, &answer)?;
            output.write_all(b"\n")
        })
    }

    /// Writes id, language and headline of each article found, its snippet below.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn plain(&self, corpus: &Corpus, lines: Lines, output: &mut dyn Write) -> io::Result<()> {
        self.each(corpus, |article, _, hits| {
            let style = lines::style(article);
            let head = format!("{}  {}  ", article.id, article.language);
            let title = lines.one(&article.title, head.chars().count(), &style);
            writeln!(output, "{head}{title}")?;
            let snippet: Arc<str> = Arc::from(snippet(article, &hits));
            // A terminal shows it on as many lines as it takes, a pipe gets one.
            let below = match lines.columns {
                Some(columns) => {
                    let columns = columns.saturating_sub(INDENT.len()).max(1);
                    lines.wrap(&snippet, 0..snippet.len(), columns, &style)
                }
                None => vec![lines.one(&snippet, 0, &style)],
            };
            below
                .iter()
                .try_for_each(|line| writeln!(output, "{INDENT}{line}"))
        })
    }

    fn each(
        &self,
        corpus: &Corpus,
        mut write: impl FnMut(&Article, f32, Vec<Range<usize>>) -> io::Result<()>,
    ) -> io::Result<()> {
        for Found { number, score } in &self.found {
            if let Some(article) = corpus.catalog.get(*number) {
                let folded: &FoldedArticle = &self.cache.get(*number, article);
                write(article, *score, self.search.hits(article, folded).text)?;
            }
        }
        Ok(())
    }
}
