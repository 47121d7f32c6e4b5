//! The corpus of a batch command: read whole, problems told as they come.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::exit::report;
use crate::config::paths::data_dir;
use crate::corpus::{Article, Marks};
use crate::ingest::{Input, Reason};
use crate::store::{Catalog, CorpusKey, CorpusState, Import, ImportEvent, Library};

/// The path that stands for standard input.
pub const STDIN: &str = "-";

/// A corpus and what was done with it.
pub struct Corpus {
    /// Its articles.
    pub catalog: Catalog,
    state: CorpusState,
}

impl Corpus {
    /// Reads everything that was named, or the sample corpus when nothing was.
    /// What cannot be read is reported and the rest is used.
    ///
    /// # Errors
    /// Nothing at all could be read, and not for want of articles.
    pub fn open(paths: &[PathBuf]) -> anyhow::Result<Self> {
        let mut catalog = Catalog::new();
        let mut unreadable = 0_usize;
        Import::new(inputs(paths)).run(&mut |event| {
            match event {
                ImportEvent::Articles(batch) => {
                    catalog.add(batch);
                }
                ImportEvent::Problem(problem) => {
                    report(&problem);
                    let is_empty =
                        matches!(problem.reason, Reason::EmptyFolder | Reason::EmptyFile);
                    unreadable += usize::from(!is_empty);
                }
                ImportEvent::Furniture(found) => {
                    for (number, furniture) in found {
                        catalog.set_furniture(number, furniture);
                    }
                }
                ImportEvent::Progress { .. } | ImportEvent::Done(_) => {}
            }
            ControlFlow::Continue(())
        });
        if catalog.is_empty() && unreadable > 0 {
            bail!("no articles: nothing that was named could be read");
        }
        let state = if catalog.is_empty() {
            CorpusState::default()
        } else {
            state(paths)
        };
        Ok(Self { catalog, state })
    }

    /// The article with an id, or the only one whose id begins with it.
    ///
    /// # Errors
    /// Several ids begin with it and none is equal.
    pub fn find(&self, id: &str) -> anyhow::Result<Option<&Article>> {
        if let Some(article) = self.catalog.number(id).and_then(|n| self.catalog.get(n)) {
            return Ok(Some(article));
        }
        let articles = self.catalog.articles();
        let mut beginning = articles.iter().filter(|article| article.id.starts_with(id));
        match (beginning.next(), beginning.next()) {
            (Some(first), Some(second)) => bail!(
                "--id {id}: several articles: {} and {} begin with it",
                first.id,
                second.id
            ),
            (only, _) => Ok(only.map(|article| &**article)),
        }
    }

    /// What was done with an article.
    pub fn marks(&self, article: &Article) -> Marks {
        let state = self.state.articles.get(&article.id).copied();
        let state = state.unwrap_or_default();
        let tags = self.state.tags.get(&article.id).into_iter().flatten();
        Marks {
            read: state.read,
            starred: state.starred,
            tags: tags.cloned().collect(),
        }
    }
}

pub(super) fn inputs(paths: &[PathBuf]) -> Vec<Input> {
    if paths.is_empty() {
        return vec![Input::Sample];
    }
    let input = |path: &PathBuf| {
        if path == Path::new(STDIN) {
            Input::Stdin
        } else {
            Input::Path(path.clone())
        }
    };
    paths.iter().map(input).collect()
}

/// What the library knows of a corpus. A library that cannot be read is reported
/// and counts as one that knows nothing.
fn state(paths: &[PathBuf]) -> CorpusState {
    let key = if paths.is_empty() {
        CorpusKey::sample()
    } else {
        CorpusKey::of_paths(paths)
    };
    let Some(folder) = data_dir(|name| std::env::var_os(name)) else {
        return CorpusState::default();
    };
    Library::glance(&folder, &key).unwrap_or_else(|error| {
        report(&format_args!("read and starred are not known: {error}"));
        CorpusState::default()
    })
}
