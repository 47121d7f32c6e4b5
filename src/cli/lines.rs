//! Articles as lines of text for people, on a terminal or in a pipe.

use std::io::{self, IsTerminal};
use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;

use super::arguments::CharacterOrder;
use crate::config::signs::Sign;
use crate::corpus::Article;
use crate::text::{Direction, Paragraph, ParagraphStyle, Wrap};

/// The columns and rows of standard output where that is a terminal.
pub fn terminal_size() -> Option<(u16, u16)> {
    let size = || crossterm::terminal::size().ok();
    io::stdout().is_terminal().then(size)?
}

/// How lines are written.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    /// Whether characters stand as they look, from left to right, joined.
    pub visual: bool,
    /// The cells of a line; `None` leaves titles whole.
    pub columns: Option<usize>,
    /// Whether our own signs are ASCII.
    pub ascii: bool,
}

impl Lines {
    /// Lines for standard output, which is a terminal of so many columns and rows, or none.
    pub fn new(order: CharacterOrder, terminal: Option<(u16, u16)>) -> Self {
        Self {
            visual: match order {
                CharacterOrder::Auto => terminal.is_some(),
                CharacterOrder::Logical => false,
                CharacterOrder::Visual => true,
            },
            columns: terminal.map(|(columns, _)| usize::from(columns)),
            ascii: false,
        }
    }

    /// One of our signs as it is written.
    pub const fn sign(self, sign: Sign) -> &'static str {
        if self.ascii {
            sign.ascii()
        } else {
            sign.drawn()
        }
    }

    /// A text on one line, cut to what is left of the columns behind `used` cells.
    pub fn one(self, text: &str, used: usize, style: &ParagraphStyle) -> String {
        let text: Arc<str> = Arc::from(text);
        if let Some(columns) = self.columns {
            let ellipsis = self.sign(Sign::Ellipsis);
            let style = ParagraphStyle {
                in_logical_order: !self.visual,
                ..style.clone()
            };
            let paragraph = Paragraph::new(&text, 0..text.len(), &style);
            let line = paragraph.fit(columns.saturating_sub(used).max(1), ellipsis);
            if self.visual {
                return line.shaped();
            }
            let kept = text.get(line.bytes()).unwrap_or_default();
            let cut = if kept.len() < text.len() {
                ellipsis
            } else {
                ""
            };
            return format!("{kept}{cut}");
        }
        if self.visual {
            let paragraph = Paragraph::new(&text, 0..text.len(), style);
            return paragraph.fit(usize::MAX, "").shaped();
        }
        text.to_string()
    }

    /// The lines of one paragraph, `bytes` of `text`, wrapped to `columns` cells;
    /// a visual line of a right-to-left paragraph stands at the right.
    pub fn wrap(
        self,
        text: &Arc<str>,
        bytes: Range<usize>,
        columns: usize,
        style: &ParagraphStyle,
    ) -> Vec<String> {
        let start = bytes.start;
        let paragraph = Paragraph::new(text, bytes, style);
        let wrap = Wrap {
            columns,
            hyphenate: false,
        };
        let lines = paragraph.wrap(start, &wrap);
        if !self.visual {
            let visible = |span: crate::text::LineSpan| {
                let end = span.bytes.end.saturating_sub(span.hang);
                text.get(span.bytes.start..end)
                    .unwrap_or_default()
                    .to_owned()
            };
            return lines.map(visible).collect();
        }
        lines
            .map(|span| {
                let line = paragraph.line(&span);
                let indent = match line.direction() {
                    Direction::Ltr => 0,
                    Direction::Rtl => columns.saturating_sub(line.width()),
                };
                format!("{:indent$}{}", "", line.shaped())
            })
            .collect()
    }
}

/// How the paragraphs of an article are laid out.
pub fn style(article: &Article) -> ParagraphStyle {
    ParagraphStyle {
        context: Some(article.direction),
        language: article
            .language
            .is_known()
            .then(|| CompactString::from(article.language.base())),
        ..ParagraphStyle::default()
    }
}
