//! `nashra show`: one article, laid out or as its record.

use std::io::{self, Write};
use std::sync::Arc;

use super::lines::{self, Lines};
use crate::analysis::language;
use crate::config::signs::Sign;
use crate::corpus::{Article, FullRecord, Marks};
use crate::text::ParagraphStyle;
use crate::text::width::text_width;

/// The cells of a line for a script that has no measure of its own.
const MEASURE: usize = 74;

/// Writes the record of an article as one JSON object on one line.
///
/// # Errors
/// When the output cannot be written.
pub fn json(article: &Article, marks: Marks, output: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, &FullRecord::new(article, marks))?;
    output.write_all(b"\n")
}

/// Writes an article for people: headline, what is known of it, its paragraphs
/// with an empty line between.
///
/// # Errors
/// When the output cannot be written.
pub fn plain(
    article: &Article,
    lines: Lines,
    width: Option<u16>,
    output: &mut dyn Write,
) -> io::Result<()> {
    let columns = width.map_or_else(|| comfortable(article, lines), usize::from);
    let style = lines::style(article);
    let title: Arc<str> = Arc::from(article.title.as_str());
    for line in lines.wrap(&title, 0..title.len(), columns, &style) {
        writeln!(output, "{line}")?;
    }
    let about: Arc<str> = Arc::from(about(article, lines));
    let at_right = lines.visual && article.direction.is_rtl();
    for line in lines.wrap(&about, 0..about.len(), columns, &ParagraphStyle::default()) {
        let indent = if at_right {
            columns.saturating_sub(text_width(&line))
        } else {
            0
        };
        writeln!(output, "{:indent$}{line}", "")?;
    }
    let furniture = format!("{} ", lines.sign(Sign::Furniture));
    let mut in_furniture = false;
    for part in article.parts() {
        // Lines of furniture stand together; a paragraph stands alone.
        if !(part.furniture && in_furniture) {
            writeln!(output)?;
        }
        in_furniture = part.furniture;
        let (mark, columns) = if part.furniture {
            (furniture.as_str(), columns.saturating_sub(2).max(1))
        } else {
            ("", columns)
        };
        for line in lines.wrap(&article.text, part.bytes, columns, &style) {
            writeln!(output, "{mark}{line}")?;
        }
    }
    Ok(())
}

/// The measure of the article's script, at most the terminal's width.
fn comfortable(article: &Article, lines: Lines) -> usize {
    let info = language::script_info(article.script);
    let measure = info.map_or(MEASURE, |info| usize::from(info.measure));
    lines
        .columns
        .map_or(measure, |columns| measure.min(columns))
}

/// `source · day · language · words · id`, without what is not known.
fn about(article: &Article, lines: Lines) -> String {
    let language = language::info(article.language.as_str());
    let words = match article.words {
        1 => "1 word".to_owned(),
        words => format!("{words} words"),
    };
    let items = [
        article.source.clone(),
        article.date.map(|date| date.rfc3339()),
        language.map(|info| info.english.clone()),
        Some(words),
        Some(article.id.to_string()),
    ];
    let between = format!(" {} ", lines.sign(Sign::Dot));
    let items: Vec<String> = items.into_iter().flatten().collect();
    items.join(&between)
}
