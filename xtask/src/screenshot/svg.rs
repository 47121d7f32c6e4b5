//! A screen in cells as SVG: what a terminal with a dark page shows.
//!
//! A viewer of SVG orders and joins text by itself. So every cell that is not ASCII is
//! a text of its own at its own place, stretched to the width of its cell, and holds
//! the form of the letter that the program chose.

use std::fmt::Write as _;

use nashra::config::theme::Color as ThemeColor;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The width and height of a cell, in pixels.
const CELL: (u16, u16) = (9, 20);
/// From the top of a cell to the baseline, in pixels.
const BASELINE: u16 = 15;
/// Around the screen, in pixels.
const MARGIN: u16 = 12;
/// The terminal's own colours.
const FOREGROUND: &str = "#d8d8d8";
const BACKGROUND: &str = "#16181d";
/// Fonts with Arabic presentation forms go first.
const FONTS: &str = "'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,\
                     'Noto Sans Mono CJK SC',monospace";

/// How a cell is written.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    color: String,
    background: Option<String>,
    bold: bool,
    italic: bool,
    underline: bool,
}

/// The screen as an SVG document.
pub fn picture(screen: &Buffer) -> String {
    let area = screen.area;
    let width = area.width * CELL.0 + 2 * MARGIN;
    let height = area.height * CELL.1 + 2 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\">\n\
         <title>nashra: a list of articles, one open, the names in it</title>\n\
         <style>text{{font:15px {FONTS};fill:{FOREGROUND}}}\
         .b{{font-weight:bold}}.i{{font-style:italic}}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for row in 0..area.height {
        let y = MARGIN + row * CELL.1;
        let cells: Vec<&Cell> = (0..area.width)
            .map(|column| &screen[(column, row)])
            .collect();
        write_row(&mut svg, &cells, y);
    }
    svg.push_str("</svg>\n");
    svg
}

/// One row, its top at `y`: what is behind the letters, then the letters.
fn write_row(svg: &mut String, cells: &[&Cell], y: u16) {
    let looks: Vec<Look> = cells.iter().map(|cell| look(cell)).collect();
    for (start, end) in runs(&looks, |a, b| a.background == b.background) {
        if let Some(color) = &looks[start].background {
            block(svg, left(start), y, left(end) - left(start), CELL.1, color);
        }
    }
    for (start, end) in runs(&looks, |a, b| {
        (a.underline, &a.color) == (b.underline, &b.color)
    }) {
        if looks[start].underline {
            let color = &looks[start].color;
            block(
                svg,
                left(start),
                y + BASELINE + 2,
                left(end) - left(start),
                1,
                color,
            );
        }
    }
    let mut column = 0;
    while let Some(cell) = cells.get(column) {
        let look = &looks[column];
        let mut end = column + 1;
        if is_word(cell) {
            while end < cells.len() && is_word(cells[end]) && looks[end] == *look {
                end += 1;
            }
        } else {
            // A wide cluster has covered cells behind it.
            while end < cells.len() && cells[end].symbol().is_empty() {
                end += 1;
            }
        }
        write_cells(svg, &cells[column..end], look, column, y);
        column = end;
    }
}

/// Cells that make one text: ASCII of one look, or a single cluster.
fn write_cells(svg: &mut String, cells: &[&Cell], look: &Look, column: usize, y: u16) {
    let text: String = cells.iter().map(|cell| cell.symbol()).collect();
    let x = left(column);
    // Lines of a frame are drawn, so that they meet from row to row in any font.
    match text.as_str() {
        "" | " " => return,
        "│" => return block(svg, x + CELL.0 / 2, y, 1, CELL.1, &look.color),
        "┃" => return block(svg, x + CELL.0 / 2 - 1, y, 3, CELL.1, &look.color),
        "▌" => return block(svg, x, y, CELL.0 / 2, CELL.1, &look.color),
        _ => {}
    }
    let mut attributes = String::new();
    let classes = match (look.bold, look.italic) {
        (false, false) => "",
        (true, false) => " class=\"b\"",
        (false, true) => " class=\"i\"",
        (true, true) => " class=\"b i\"",
    };
    attributes.push_str(classes);
    if look.color != FOREGROUND {
        // A presentation attribute would lose to the style sheet.
        let _ = write!(attributes, " style=\"fill:{}\"", look.color);
    }
    if cells.len() > 1 || !text.is_ascii() {
        let length = left(column + cells.len()) - x;
        let _ = write!(
            attributes,
            " textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\""
        );
    }
    let text = escaped(&text);
    let baseline = y + BASELINE;
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{baseline}\"{attributes}>{text}</text>"
    );
}

fn block(svg: &mut String, x: u16, y: u16, width: u16, height: u16, color: &str) {
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>"
    );
}

/// The left edge of a column, in pixels.
fn left(column: usize) -> u16 {
    MARGIN + u16::try_from(column).unwrap_or(u16::MAX / CELL.0 / 2) * CELL.0
}

/// Whether a cell may share a text with its neighbours: nothing reorders ASCII.
fn is_word(cell: &Cell) -> bool {
    matches!(cell.symbol().as_bytes(), [byte] if byte.is_ascii_graphic())
}

/// The longest runs of neighbours that are alike, as (start, end).
fn runs(looks: &[Look], alike: impl Fn(&Look, &Look) -> bool) -> Vec<(usize, usize)> {
    let mut start = 0;
    let chunks = looks.chunk_by(|a, b| alike(a, b));
    chunks
        .map(|chunk| {
            let run = (start, start + chunk.len());
            start = run.1;
            run
        })
        .collect()
}

fn look(cell: &Cell) -> Look {
    let foreground = color(cell.fg);
    let background = color(cell.bg);
    let has = |modifier| cell.modifier.contains(modifier);
    let (color, background) = if has(Modifier::REVERSED) {
        (
            background.unwrap_or_else(|| BACKGROUND.to_owned()),
            Some(foreground.unwrap_or_else(|| FOREGROUND.to_owned())),
        )
    } else {
        (
            foreground.unwrap_or_else(|| FOREGROUND.to_owned()),
            background,
        )
    };
    Look {
        color,
        background,
        bold: has(Modifier::BOLD),
        italic: has(Modifier::ITALIC),
        underline: has(Modifier::UNDERLINED),
    }
}

/// A colour as SVG has it; `None` for the terminal's own. The dark theme uses none of
/// the 16 colours that each terminal has its own of.
fn color(color: Color) -> Option<String> {
    let [red, green, blue] = match color {
        Color::Indexed(index) => ThemeColor::Indexed(index).rgb()?,
        Color::Rgb(red, green, blue) => [red, green, blue],
        _ => return None,
    };
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn texts(svg: &str) -> Vec<&str> {
        svg.lines()
            .filter(|line| line.starts_with("<text"))
            .collect()
    }

    #[test]
    fn a_word_is_one_text_and_an_arabic_cell_its_own() {
        let mut screen = Buffer::empty(Rect::new(0, 0, 8, 1));
        for (x, symbol) in ["a", "<", " ", "ﺮ", "ﺼ", "│"].into_iter().enumerate() {
            screen[(u16::try_from(x).unwrap(), 0)].set_symbol(symbol);
        }
        let svg = picture(&screen);
        let texts = texts(&svg);
        assert_eq!(texts.len(), 3, "{svg}");
        assert!(texts[0].starts_with("<text x=\"12\" ") && texts[0].contains(">a&lt;<"));
        assert!(texts[1].starts_with("<text x=\"39\" ") && texts[1].contains(">ﺮ<"));
        assert!(texts[2].contains("textLength=\"9\""));
        assert!(
            svg.contains("<rect x=\"61\" y=\"12\" width=\"1\" height=\"20\""),
            "{svg}"
        );
    }

    #[test]
    fn a_wide_cluster_takes_its_cells_and_reversing_swaps_colours() {
        let mut screen = Buffer::empty(Rect::new(0, 0, 3, 1));
        screen[(0, 0)].set_symbol("河").set_style(
            Style::new()
                .fg(Color::Indexed(75))
                .add_modifier(Modifier::REVERSED),
        );
        screen[(1, 0)].set_symbol("");
        let svg = picture(&screen);
        assert!(texts(&svg)[0].contains("textLength=\"18\""), "{svg}");
        assert!(texts(&svg)[0].contains(BACKGROUND));
        assert!(svg.contains("height=\"20\" fill=\"#5fafff\""), "{svg}");
    }
}
