//! The reader without a screen: articles as plain text, printed where nobody sits at
//! a terminal, a page at a time at one that understands lines of text alone.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use super::arguments::CharacterOrder;
use super::exit::Outcome;
use super::lines::{self, Lines};
use super::open::Corpus;
use super::{list, show};
use crate::corpus::{Article, Marks};

/// Rows of a page on a terminal that does not say how many it has.
const ROWS: usize = 24;
/// What parts one article from the next in print.
const RULE: &str = "\n----\n\n";

/// Prints every article whole, in logical order.
///
/// # Errors
/// The articles cannot be read, or the output cannot be written.
pub fn print(paths: &[PathBuf], output: &mut dyn Write) -> anyhow::Result<Outcome> {
    let corpus = Corpus::open(paths)?;
    let lines = Lines::new(CharacterOrder::Logical, None);
    for (place, article) in corpus.catalog.articles().iter().enumerate() {
        if place > 0 {
            output.write_all(RULE.as_bytes())?;
        }
        show::plain(article, lines, None, output)?;
    }
    output.flush()?;
    Ok(Outcome::of(corpus.catalog.len()))
}

/// Lists the articles a page at a time, and shows those whose number is typed.
///
/// # Errors
/// The articles cannot be read, the answers not be read, or the output not be written.
pub fn turn(
    paths: &[PathBuf],
    answers: &mut dyn BufRead,
    output: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let corpus = Corpus::open(paths)?;
    let size = lines::terminal_size();
    let lines = Lines::new(CharacterOrder::Logical, size);
    let rows = size.map_or(ROWS, |(_, rows)| usize::from(rows).max(4));
    let mut book = Book {
        answers,
        output,
        page: rows - 2,
    };
    let articles = corpus.catalog.articles();
    let entries: Vec<(&Article, Marks)> = articles
        .iter()
        .map(|article| (&**article, corpus.marks(article)))
        .collect();
    let mut listed = Vec::new();
    let number = articles.len().to_string().len() + 1;
    let beside = Lines {
        columns: lines.columns.map(|columns| columns.saturating_sub(number)),
        ..lines
    };
    list::plain(&entries, beside, &mut listed)?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let numbered: Vec<String> = listed
        .lines()
        .zip(1..)
        .map(|(line, place)| format!("{place:<number$}{line}"))
        .collect();
    let mut from = 0;
    loop {
        match book.show(&numbered, from)? {
            Turn::On(next) if next < numbered.len() => from = next,
            Turn::On(_) => from = 0,
            Turn::Leave => break,
            Turn::To(number) => {
                let article = number.checked_sub(1).and_then(|place| articles.get(place));
                let Some(article) = article else {
                    writeln!(book.output, "there are articles 1 to {}", articles.len())?;
                    continue;
                };
                let mut text = Vec::new();
                show::plain(article, lines, None, &mut text)?;
                if book.read(&String::from_utf8_lossy(&text))? == Turn::Leave {
                    break;
                }
            }
        }
    }
    Ok(Outcome::of(articles.len()))
}

/// What somebody answers to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// The next page, from this line.
    On(usize),
    /// The article of this number.
    To(usize),
    /// The end.
    Leave,
}

struct Book<'a> {
    answers: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    /// Lines of a page.
    page: usize,
}

impl Book<'_> {
    /// Shows a page of the list and asks.
    fn show(&mut self, list: &[String], from: usize) -> io::Result<Turn> {
        let to = (from + self.page).min(list.len());
        for line in list.get(from..to).unwrap_or_default() {
            writeln!(self.output, "{line}")?;
        }
        let last = to == list.len();
        let more = if last { "from the top" } else { "more" };
        let answer = self.ask(&format!("number: read it, Enter: {more}, q: leave "))?;
        Ok(match answer.as_deref() {
            None | Some("q") => Turn::Leave,
            Some(answer) => answer.parse().map_or(Turn::On(to), Turn::To),
        })
    }

    /// Shows an article page by page; [`Turn::Leave`] where all is to end.
    fn read(&mut self, text: &str) -> io::Result<Turn> {
        let all: Vec<&str> = text.lines().collect();
        let mut pages = all.chunks(self.page).peekable();
        while let Some(page) = pages.next() {
            for line in page {
                writeln!(self.output, "{line}")?;
            }
            let question = if pages.peek().is_some() {
                "Enter: more, l: list, q: leave "
            } else {
                "Enter: list, q: leave "
            };
            match self.ask(question)?.as_deref() {
                None | Some("q") => return Ok(Turn::Leave),
                Some("l") => break,
                Some(_) => {}
            }
        }
        Ok(Turn::On(0))
    }

    /// Asks for a line; `None` at the end of all lines.
    fn ask(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.output, "-- {question}")?;
        self.output.flush()?;
        let mut answer = String::new();
        if self.answers.read_line(&mut answer)? == 0 {
            writeln!(self.output)?;
            return Ok(None);
        }
        Ok(Some(answer.trim().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(answers: &str) -> (Outcome, String) {
        let mut output = Vec::new();
        let outcome = turn(&[], &mut answers.as_bytes(), &mut output).unwrap();
        (outcome, String::from_utf8(output).unwrap())
    }

    #[test]
    fn an_article_is_read_by_its_number() {
        let (outcome, text) = turned("\n1\n\nq\n");
        assert_eq!(outcome, Outcome::Found);
        assert!(text.contains("1 ") && text.contains("-- number: read it, Enter: more"));
        assert!(text.contains(" words · "), "{text}");
        assert!(!text.contains('\u{1b}'), "no escapes");
    }

    #[test]
    fn any_answer_is_survived() {
        for answers in [
            "",
            "999\nq\n",
            "0\nq\n",
            "x\n\n\n\nq\n",
            "1\nl\nq\n",
            "-1\nq",
        ] {
            assert_eq!(turned(answers).0, Outcome::Found, "{answers:?}");
        }
    }
}
