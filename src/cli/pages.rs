//! The reader without a screen: articles as plain text, printed where nobody sits at
//! a terminal, a page at a time at one that understands lines of text alone.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use super::arguments::CharacterOrder;
use super::exit::Outcome;
use super::lines::{self, Lines};
use super::open::Corpus;
use super::show;
use crate::config::strings::{Strings, Value};
use crate::corpus::{Article, Marks};
use crate::text::width::logical_width;
use crate::view::plain::{RowFacts, language_said};

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
    strings: &Strings,
    answers: &mut dyn BufRead,
    output: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let corpus = Corpus::open(paths)?;
    let size = lines::terminal_size();
    let lines = Lines {
        ascii: true,
        ..Lines::new(CharacterOrder::Logical, size)
    };
    let rows = size.map_or(ROWS, |(_, rows)| usize::from(rows).max(4));
    let articles = corpus.catalog.articles();
    let listed: Vec<String> = articles
        .iter()
        .enumerate()
        .map(|(row, article)| {
            let place = (row + 1, articles.len());
            sentence(article, &corpus.marks(article), place, lines, strings)
        })
        .collect();
    let mut book = Book {
        answers,
        output,
        page: rows - 2,
        strings,
    };
    let mut from = 0;
    loop {
        match book.show(&listed, from)? {
            Turn::On(next) if next < listed.len() => from = next,
            Turn::On(_) => from = 0,
            Turn::Leave => break,
            Turn::To(number) => {
                let article = number.checked_sub(1).and_then(|place| articles.get(place));
                let Some(article) = article else {
                    let count = Value::from(articles.len());
                    let told = strings.format("pages-numbers", &[("count", count)]);
                    writeln!(book.output, "{}", without_isolates(&told))?;
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

/// An article in the list: its number, what was done with it, its language, day and
/// source, and its title.
fn sentence(
    article: &Article,
    marks: &Marks,
    place: (usize, usize),
    lines: Lines,
    strings: &Strings,
) -> String {
    let day: Option<String> = article
        .date
        .map(|date| date.rfc3339().chars().take(10).collect());
    let language = language_said(strings, &article.language);
    let facts = RowFacts {
        place: Some(place),
        unread: !marks.read,
        starred: marks.starred,
        language: &language,
        date: day.as_deref().unwrap_or_default(),
        source: article.source.as_deref().unwrap_or_default(),
    };
    let words = without_isolates(&facts.words(strings));
    let title = lines.one(
        &article.title,
        logical_width(&words),
        &lines::style(article),
    );
    format!("{words}{title}")
}

/// A text without what keeps directions apart, which a voice has no use for.
fn without_isolates(text: &str) -> String {
    text.replace(|c| matches!(c, '\u{2066}'..='\u{2069}'), "")
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
    strings: &'a Strings,
}

impl Book<'_> {
    /// Shows a page of the list and asks.
    fn show(&mut self, list: &[String], from: usize) -> io::Result<Turn> {
        let to = (from + self.page).min(list.len());
        for line in list.get(from..to).unwrap_or_default() {
            writeln!(self.output, "{line}")?;
        }
        let last = to == list.len();
        let question = if last {
            "pages-list-last"
        } else {
            "pages-list"
        };
        let answer = self.ask(question)?;
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
                "pages-article"
            } else {
                "pages-article-last"
            };
            match self.ask(question)?.as_deref() {
                None | Some("q") => return Ok(Turn::Leave),
                Some("l") => break,
                Some(_) => {}
            }
        }
        Ok(Turn::On(0))
    }

    /// Asks for a line by a string; `None` at the end of all lines.
    fn ask(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.output, "-- {} ", self.strings.text(question))?;
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
    use crate::config::number::Digits;
    use crate::config::strings::Locale;

    fn turned(answers: &str) -> (Outcome, String) {
        let mut output = Vec::new();
        let strings = Strings::new(Locale::ENGLISH, Digits::Language);
        let outcome = turn(&[], &strings, &mut answers.as_bytes(), &mut output).unwrap();
        (outcome, String::from_utf8(output).unwrap())
    }

    #[test]
    fn an_article_is_read_by_its_number() {
        let (outcome, text) = turned("\n1\n\nq\n");
        assert_eq!(outcome, Outcome::Found);
        assert!(text.starts_with("1 of ") && text.contains(", unread, "));
        assert!(text.contains("-- number: read it, Enter: more"));
        assert!(text.contains(" words . "), "{text}");
        let drawn =
            |c| matches!(c, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}' | '●' | '★' | '¦');
        assert!(!text.contains(drawn));
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
