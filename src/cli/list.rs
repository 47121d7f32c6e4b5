//! `nashra list`: a line an article.

use std::io::{self, Write};

use super::lines::{self, Lines};
use crate::config::signs::Sign;
use crate::corpus::{Article, Marks, Record};
use crate::text::width::text_width;

/// Cells of a column that longer values may pass, so that one of them does not
/// push all others away.
const WIDEST: usize = 32;

/// Writes a JSON object for each article.
///
/// # Errors
/// When the output cannot be written.
pub fn json(articles: &[(&Article, Marks)], output: &mut dyn Write) -> io::Result<()> {
    for (article, marks) in articles {
        serde_json::to_writer(&mut *output, &Record::new(article, marks.clone()))?;
        output.write_all(b"\n")?;
    }
    Ok(())
}

/// Writes a line for each article in aligned columns: id, what was done with it
/// (`●` unread, `★` starred), language, day, source, title. A column in which
/// nothing stands is left out.
///
/// # Errors
/// When the output cannot be written.
pub fn plain(
    articles: &[(&Article, Marks)],
    lines: Lines,
    output: &mut dyn Write,
) -> io::Result<()> {
    let rows: Vec<[String; 5]> = articles
        .iter()
        .map(|(article, marks)| cells(article, marks))
        .collect();
    let mut widths = [0; 5];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = text_width(cell).min(WIDEST).max(*width);
        }
    }
    for (row, (article, _)) in rows.iter().zip(articles) {
        let mut used = 0;
        for (cell, width) in row.iter().zip(widths) {
            if width == 0 {
                continue;
            }
            let cells = text_width(cell);
            let gap = width.saturating_sub(cells) + 2;
            write!(output, "{cell}{:gap$}", "")?;
            used += cells + gap;
        }
        let title = lines.one(&article.title, used, &lines::style(article));
        writeln!(output, "{title}")?;
    }
    Ok(())
}

/// The columns before the title.
fn cells(article: &Article, marks: &Marks) -> [String; 5] {
    let mark = |is_so: bool, sign: Sign| if is_so { sign.drawn() } else { " " };
    let unread = mark(!marks.read, Sign::Unread);
    let starred = mark(marks.starred, Sign::Star);
    [
        article.id.to_string(),
        format!("{unread}{starred}"),
        article.language.to_string(),
        article.date.map_or_else(String::new, |date| {
            date.rfc3339().chars().take(10).collect()
        }),
        article.source.clone().unwrap_or_default(),
    ]
}
