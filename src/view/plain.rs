//! A plain screen, for voices, Braille displays and bare terminals: what its rows say,
//! in sentences.

use super::View;
use super::list::Columns;
use super::names::{NameEntry, Scope};
use super::sheet::SheetRow;
use super::stamp::Stamps;
use crate::analysis::language;
use crate::config::strings::{Strings, Value};
use crate::corpus::LanguageTag;
use crate::text::width::logical_width;
use crate::text::{Paragraph, ParagraphStyle};

/// A source is cut to so many cells.
const WIDEST_SOURCE: usize = 24;

/// What a row of the list says before the title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowFacts<'a> {
    /// The row and the number of rows, from 1; not said where there is no room.
    pub place: Option<(usize, usize)>,
    /// Whether it is unread.
    pub unread: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// The name of its language.
    pub language: &'a str,
    /// Its date as the list has it, or nothing.
    pub date: &'a str,
    /// Its source, or nothing.
    pub source: &'a str,
}

impl RowFacts<'_> {
    /// The words, up to where the title begins.
    #[must_use]
    pub fn words(&self, strings: &Strings) -> String {
        let place = self.place.map(|(row, count)| {
            let values = [("row", Value::from(row)), ("count", Value::from(count))];
            strings.format("plain-place", &values)
        });
        let said = |id: &str, is_so: bool| is_so.then(|| strings.text(id).into_owned());
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let source = (!self.source.is_empty()).then(|| cut(self.source, WIDEST_SOURCE));
        let facts = [
            place,
            said("plain-unread", self.unread),
            said("plain-starred", self.starred),
            given(self.language),
            given(self.date),
            source,
        ];
        let facts = joined(strings, facts.into_iter().flatten());
        strings.format("plain-before-title", &[("facts", Value::from(&facts))])
    }
}

/// The name of a language in that of the interface.
#[must_use]
pub fn language_said(strings: &Strings, tag: &LanguageTag) -> String {
    match language::info(tag.as_str()) {
        Some(info) => info.name_in(strings.locale().tag).to_owned(),
        None if tag.is_known() => tag.to_string(),
        None => strings.text("language-unknown").into_owned(),
    }
}

/// Parts of a sentence with the commas of a language between them.
#[must_use]
pub fn joined(strings: &Strings, parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    parts.join(&strings.text("plain-comma"))
}

/// A text on at most so many cells, in logical order.
fn cut(text: &str, columns: usize) -> String {
    if logical_width(text) <= columns {
        return text.to_owned();
    }
    let style = ParagraphStyle {
        in_logical_order: true,
        ..ParagraphStyle::default()
    };
    let line = Paragraph::new(&text.into(), 0..text.len(), &style);
    line.fit(columns, "~").shaped()
}

impl View {
    /// Whether the screen is plain: one pane at a time, in sentences, in logical order,
    /// with nothing drawn.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.plain
    }

    /// What a row of the list says before the title, on a list of such columns.
    pub(super) fn words_before(&self, row: usize, columns: Columns) -> String {
        let Some((number, article)) = self.browse.at_row(row) else {
            return String::new();
        };
        let state = self.browse.state(number);
        let stamps = Stamps {
            strings: &self.strings,
            now: self.now,
        };
        let date = Some(stamps.column(article.date)).filter(|_| columns.date > 0);
        let source = article.source.as_deref().filter(|_| columns.source > 0);
        RowFacts {
            place: (columns.date > 0).then(|| (row + 1, self.browse.rows().len())),
            unread: !state.read,
            starred: state.starred,
            language: &language_said(&self.strings, &article.language),
            date: &date.unwrap_or_default(),
            source: source.unwrap_or_default(),
        }
        .words(&self.strings)
    }

    /// What a row of the names says: the name, and how often it is there.
    #[must_use]
    pub fn name_said(&self, entry: &NameEntry) -> String {
        let id = match self.names.scope {
            Scope::Article => "gloss-here",
            Scope::View => "articles",
        };
        let count = self
            .strings
            .format(id, &[("count", Value::from(entry.count))]);
        joined(&self.strings, [entry.name.clone(), count].into_iter())
    }

    /// What the bottom line of a plain screen says: what happened, then where one is, at
    /// last the way to the help or the keys that go on.
    #[must_use]
    pub fn announcement(&mut self) -> Vec<String> {
        let status = self.status();
        let happened = status.notice.map(|(text, is_problem)| {
            if is_problem {
                format!("! {text}")
            } else {
                text
            }
        });
        let key = |(key, label): &(String, String)| format!("{key} {label}");
        let mut said: Vec<String> = happened.into_iter().collect();
        let question = self.confirmation();
        if self.in_menu() || question.is_some() {
            said.extend(question);
            said.extend(self.menu_title());
            said.extend(status.hints.iter().map(key));
            return said;
        }
        if let Some(sheet) = &self.sheet {
            said.extend(sheet.visible().find(|(chosen, _)| *chosen).map(row_said));
        } else {
            let mut states = status.states.into_iter();
            let place = states.next().unwrap_or_default();
            said.push(format!("{} {place}", status.pane));
            said.extend(states);
        }
        // One key alone: the line is read out whenever it changes.
        said.extend(status.hints.last().map(key));
        said
    }
}

/// The words of a row of a sheet.
fn row_said((_, row): (bool, &SheetRow)) -> String {
    let words = [&row.mark, &row.key, &row.text, &row.note].map(|words| words.trim());
    let words: Vec<&str> = words
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    words.join(" ")
}
