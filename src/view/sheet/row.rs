//! One row of a sheet: what it says, and what choosing it does.

use std::sync::Arc;

use crate::config::action::Action;
use crate::config::theme::Role;
use crate::corpus::LanguageTag;
use crate::text::width::{logical_width, text_width};
use crate::text::{Paragraph, ParagraphStyle, Wrap};

/// Text is not wrapped to fewer cells than this.
const NARROWEST: usize = 12;

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Runs an action.
    Action(Action),
    /// Shows or hides a language.
    Language(LanguageTag),
    /// Shows what stands at the place of a problem.
    Problem(usize),
    /// Opens or copies a link.
    Link(Arc<str>),
    /// Goes to a saved view.
    View(String),
    /// Saves the present view.
    SaveView,
    /// Puts this into the line of the palette, to be gone on with.
    Line(String),
    /// Runs this line of the palette.
    Run(String),
}

/// One row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Before all else: what was chosen, and the key for it.
    pub mark: String,
    /// At the start: a key, a name, a label.
    pub key: String,
    /// What it says.
    pub text: String,
    /// At the end: a count, a key.
    pub note: String,
    /// The role of the text, where it has one of its own.
    pub role: Option<Role>,
    /// What choosing it does; without one the cursor passes over it.
    pub target: Option<Target>,
}

impl SheetRow {
    /// A row that only says something.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// A row as rows of so many columns for its key and for its text: what is too long goes
    /// on below, the first row can be chosen. A row with a note stays one, and so does one
    /// that is chosen where rows are read out.
    pub(super) fn wrapped(
        self,
        key_columns: usize,
        columns: usize,
        in_logical_order: bool,
    ) -> Vec<Self> {
        let fits = text_width(&self.key) <= key_columns && logical_width(&self.text) <= columns;
        let is_one = !self.note.is_empty() || in_logical_order && self.target.is_some();
        if fits || is_one || columns < NARROWEST {
            return vec![self];
        }
        let style = ParagraphStyle {
            in_logical_order,
            ..ParagraphStyle::default()
        };
        let keys = lines(&self.key, key_columns.max(1), &style);
        let texts = lines(&self.text, columns, &style);
        let rows = keys.len().max(texts.len());
        let mut keys = keys.into_iter();
        let mut texts = texts.into_iter();
        let mut mark = self.mark;
        let mut target = self.target;
        (0..rows)
            .map(|_| Self {
                mark: std::mem::take(&mut mark),
                key: keys.next().unwrap_or_default(),
                text: texts.next().unwrap_or_default(),
                note: String::new(),
                role: self.role,
                target: target.take(),
            })
            .collect()
    }
}

/// A text in lines of so many columns.
fn lines(text: &str, columns: usize, style: &ParagraphStyle) -> Vec<String> {
    let text: Arc<str> = Arc::from(text);
    let paragraph = Paragraph::new(&text, 0..text.len(), style);
    let wrap = Wrap {
        columns,
        hyphenate: false,
    };
    paragraph
        .wrap(0, &wrap)
        .map(|span| {
            let line = text.get(span.bytes).unwrap_or_default();
            line.trim_end().to_owned()
        })
        .collect()
}
