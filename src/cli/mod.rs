//! The command line: arguments and the batch commands, one file each.

mod arguments;
mod completions;
mod config;
pub mod detect;
mod doctor;
pub mod entities;
mod exit;
pub mod json_lines;
pub mod layout;
mod lines;
mod list;
mod locale;
mod man;
mod open;
mod pages;
mod read;
mod search;
mod set;
mod show;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::bail;
use clap::Parser;

use arguments::{Arguments, CharacterOrder, Command, Shown};
use arguments::{ListArguments, SearchArguments, ShowArguments};
use exit::{Outcome, report};
use lines::Lines;
use open::Corpus;
use search::Answers;
use set::Set;

use crate::corpus::{Article, Marks};
use crate::term::{Surroundings, is_reordered};

/// Runs the program with its arguments, its name first, and returns what the
/// process exits with: 0 found, 1 nothing found, 2 an error.
///
/// A reader of standard output that has seen enough (`nashra list | head`) is
/// a success.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => exit::code(match arguments.command {
            Some(batch) => command(batch),
            None => read::run(&arguments.reader),
        }),
        Err(error) => exit::usage(&error),
    }
}

fn command(command: Command) -> anyhow::Result<Outcome> {
    let mut output = BufWriter::new(io::stdout().lock());
    let outcome = match command {
        Command::List(arguments) => list(&arguments, &mut output)?,
        Command::Show(arguments) => show(&arguments, &mut output)?,
        Command::Search(arguments) => search(&arguments, &mut output)?,
        Command::Doctor { json } => {
            let report = doctor::Report::new(|name| std::env::var(name).ok());
            if json {
                report.json(&mut output)?;
            } else {
                report.plain(&mut output)?;
            }
            Outcome::Found
        }
        Command::Detect => detect::run(io::stdin().lock(), &mut output)?.into(),
        Command::Entities => entities::run(io::stdin().lock(), &mut output)?.into(),
        Command::Layout => layout::run(io::stdin().lock(), &mut output)?.into(),
        Command::Config(arguments) => {
            let set = Set::with_arguments(&arguments.settings)?;
            if arguments.json {
                config::json(&set, &mut output)?;
            } else {
                set.problems().for_each(|problem| report(problem));
                if arguments.path {
                    config::paths(&set, &mut output)?;
                } else {
                    config::print(&set, &mut output)?;
                }
            }
            Outcome::Found
        }
        Command::Completions { shell } => {
            completions::completions(shell, &mut output)?;
            Outcome::Found
        }
        Command::Man => {
            let set = Set::read();
            set.problems().for_each(|problem| report(problem));
            man::write(&set.keymap, &mut output)?;
            Outcome::Found
        }
    };
    output.flush()?;
    Ok(outcome)
}

fn list(arguments: &ListArguments, output: &mut dyn Write) -> anyhow::Result<Outcome> {
    let mut query = search::parse(arguments.query.as_deref().unwrap_or_default());
    query.filters.extend(search::languages(&arguments.lang)?);
    let corpus = Corpus::open(&arguments.corpus.paths)?;
    // A list keeps the order of the corpus, whatever answers best.
    let mut numbers: Vec<usize> = if query.is_empty() {
        (0..corpus.catalog.len()).collect()
    } else {
        let found = Answers::new(query, &corpus).found;
        found.iter().map(|found| found.number).collect()
    };
    numbers.sort_unstable();
    let articles: Vec<(&Article, Marks)> = numbers
        .iter()
        .filter_map(|number| corpus.catalog.get(*number))
        .map(|article| (&**article, corpus.marks(article)))
        .collect();
    if arguments.json {
        list::json(&articles, output)?;
    } else {
        list::plain(&articles, lines(arguments.shown), output)?;
    }
    Ok(Outcome::of(articles.len()))
}

fn show(arguments: &ShowArguments, output: &mut dyn Write) -> anyhow::Result<Outcome> {
    let corpus = Corpus::open(&arguments.corpus.paths)?;
    let Some(article) = corpus.find(&arguments.id)? else {
        let id = &arguments.id;
        report(&format_args!(
            "--id {id}: no such article: `nashra list` shows the ids"
        ));
        return Ok(Outcome::Nothing);
    };
    if arguments.json {
        show::json(article, corpus.marks(article), output)?;
    } else {
        show::plain(article, lines(arguments.shown), arguments.width, output)?;
    }
    Ok(Outcome::Found)
}

fn search(arguments: &SearchArguments, output: &mut dyn Write) -> anyhow::Result<Outcome> {
    let query = search::parse(&arguments.query);
    if query.is_empty() {
        bail!("query: nothing to look for: give a word or a filter like lang:ar");
    }
    let corpus = Corpus::open(&arguments.corpus.paths)?;
    let answers = Answers::new(query, &corpus);
    if arguments.json {
        answers.json(&corpus, output)?;
    } else {
        answers.plain(&corpus, lines(arguments.shown), output)?;
    }
    if answers.found.is_empty() {
        let words = answers.respellings(&corpus);
        let words: Vec<&str> = words.iter().map(|meant| &*meant.word).collect();
        if !words.is_empty() {
            report(&format_args!("did you mean {}?", words.join(", ")));
        }
    }
    Ok(Outcome::of(answers.found.len()))
}

/// How lines are written to standard output. A terminal that reorders rows by itself
/// gets them in reading order.
fn lines(shown: Shown) -> Lines {
    let surroundings = Surroundings::new(|name| std::env::var(name).ok());
    let order = match shown.order {
        CharacterOrder::Auto if is_reordered(&surroundings) => CharacterOrder::Logical,
        order => order,
    };
    Lines::new(order, lines::terminal_size())
}
