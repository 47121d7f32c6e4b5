//! The reader itself: what it opens, and with which settings.

use std::io::{self, BufWriter, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::arguments::ReaderArguments;
use super::exit::{Outcome, report};
use super::locale::encoding;
use super::open::{STDIN, inputs};
use super::pages;
use super::set::Set;
use crate::app::{self, Next, Options};
use crate::config::paths::data_dir;
use crate::config::strings::{Locale, Strings, Value};
use crate::config::theme::ColorDepth;
use crate::store::{CorpusKey, Library};
use crate::term::Surroundings;
use crate::view::Automatic;

/// Opens the reader on what was named; without a path on the corpus that was
/// open last, at first on the sample.
///
/// # Errors
/// There is no terminal, standard input is to be read, a setting cannot have its value, or the terminal fails.
pub fn run(arguments: &ReaderArguments) -> anyhow::Result<Outcome> {
    if arguments.paths.iter().any(|path| path == Path::new(STDIN)) {
        bail!("-: standard input is where the keys come from; save the articles to a file first");
    }
    if let Some(path) = arguments.paths.first()
        && arguments.paths.iter().all(|path| !path.exists())
    {
        let path = path.display();
        bail!(
            "{path}: there is no such file, folder or command; `nashra --help` lists the commands"
        );
    }
    let environment = |name: &str| std::env::var(name).ok();
    let surroundings = Surroundings::new(environment);
    let folder = data_dir(|name| std::env::var_os(name));
    let paths = if arguments.paths.is_empty() {
        last_opened(folder.as_deref())
    } else {
        arguments.paths.clone()
    };
    let set = Set::with_arguments(&arguments.settings)?;
    if !io::stdout().is_terminal() {
        set.problems().for_each(|problem| report(problem));
        report(
            &"standard output is no terminal: all articles follow as plain text; `nashra list` and `nashra show` print some",
        );
        return pages::print(&paths, &mut BufWriter::new(io::stdout().lock()));
    }
    if !io::stdin().is_terminal() {
        bail!(
            "the reader takes its keys from standard input, which is no terminal: `nashra list` and `nashra show` print without one"
        );
    }
    let depth = ColorDepth::from_environment(environment);
    let settings = set.layers.settings.clone();
    let automatic = Automatic {
        theme: settings.suited_theme(depth, light_page(environment)),
        locale: Locale::choose(None, environment),
    };
    let locale = settings.ui_lang.unwrap_or(automatic.locale);
    let strings = Strings::new(locale, settings.digits);
    if surroundings.is_dumb() {
        set.problems().for_each(|problem| report(problem));
        report(&strings.text("pages-told"));
        let (mut answers, mut output) = (io::stdin().lock(), io::stdout().lock());
        return pages::turn(&paths, &strings, &mut answers, &mut output);
    }
    let encoding_warning = match encoding(environment) {
        (_, true) => None,
        (name, false) => {
            let name = name.unwrap_or_else(|| "C".to_owned());
            Some(strings.format("locale-encoding", &[("name", Value::from(&name))]))
        }
    };
    let themes = (
        settings.suited_theme(depth, false),
        settings.suited_theme(depth, true),
    );
    let bright_is_bold = ColorDepth::has_eight_colors(environment);
    let problems: Vec<String> = set
        .problems()
        .map(|problem| problem.said(&strings))
        .collect();
    let mut warnings: Vec<String> = problems.into_iter().chain(encoding_warning).collect();
    let mut next = Some(Next { paths, settings });
    while let Some(Next { paths, settings }) = next {
        next = app::run(Options {
            inputs: inputs(&paths),
            key: if paths.is_empty() {
                CorpusKey::sample()
            } else {
                CorpusKey::of_paths(&paths)
            },
            folder: folder.clone(),
            automatic,
            by_page: (themes.0 != themes.1).then_some(themes),
            settings,
            keymap: set.keymap.clone(),
            surroundings: surroundings.clone(),
            bright_is_bold,
            warnings: std::mem::take(&mut warnings),
        })?;
    }
    Ok(Outcome::Found)
}

/// The paths of the corpus that was open last; none where that was the sample,
/// where there was none yet, or where its files are gone.
fn last_opened(folder: Option<&Path>) -> Vec<PathBuf> {
    let Some(folder) = folder.filter(|folder| Library::exists(folder)) else {
        return Vec::new();
    };
    // A library that cannot be read is told of when it is opened for good.
    let last = Library::open(folder).and_then(|library| library.recent(1));
    match last.ok().and_then(|mut recent| recent.pop()) {
        Some(corpus) if corpus.roots.iter().any(|root| root.exists()) => corpus.roots,
        _ => Vec::new(),
    }
}

/// Whether the terminal says that its page is light (COLORFGBG: `0;15`).
fn light_page(environment: impl Fn(&str) -> Option<String>) -> bool {
    environment("COLORFGBG")
        .and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok())
        .is_some_and(|background| background == 7 || background >= 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_light_where_its_background_is() {
        assert!(light_page(|_| Some("0;15".to_owned())));
        assert!(!light_page(|_| Some("15;0".to_owned())));
        assert!(!light_page(|_| Some("15;default;0".to_owned())));
        assert!(!light_page(|_| None));
    }
}
