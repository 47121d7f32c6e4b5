//! What holds for the layout of any text whatever. Used by the property tests,
//! the hostile texts and the fuzz targets.

use std::ops::Range;
use std::sync::Arc;

use nashra::text::width::{cluster_width, logical_width, text_width};
use nashra::text::{Cell, Line, LineSpan, Paragraph, ParagraphStyle, Wrap, paragraphs};
use unicode_segmentation::UnicodeSegmentation;

/// Fails with what was expected.
macro_rules! holds {
    ($condition:expr, $($told:tt)+) => {
        if !$condition {
            return Err(format!($($told)+));
        }
    };
}

/// Checks everything about a text, wrapped and fitted for some columns.
pub fn check_text(text: &str, style: &ParagraphStyle, columns: usize) -> Result<(), String> {
    let text: Arc<str> = Arc::from(text);
    let mut end = 0;
    for bytes in paragraphs(&text) {
        let between = text.get(end..bytes.start);
        holds!(
            between.is_some_and(|between| between.chars().all(is_separator)),
            "no paragraph holds {end}..{}",
            bytes.start
        );
        let inside = text.get(bytes.clone());
        holds!(
            inside.is_some_and(|inside| !inside.contains(is_separator)),
            "paragraph {bytes:?} cuts a character or holds a separator"
        );
        end = bytes.end;
        check_paragraph(&text, bytes, style, columns)?;
    }
    holds!(
        text.get(end..)
            .is_some_and(|rest| rest.chars().all(is_separator)),
        "no paragraph holds the end from {end}"
    );
    Ok(())
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Checks a paragraph, all its lines for some columns, and its cut to them.
pub fn check_paragraph(
    text: &Arc<str>,
    bytes: Range<usize>,
    style: &ParagraphStyle,
    columns: usize,
) -> Result<(), String> {
    let paragraph = Paragraph::new(text, bytes.clone(), style);
    holds!(
        paragraph.bytes() == bytes,
        "paragraph has {:?}",
        paragraph.bytes()
    );
    holds!(
        paragraph.direction().is_rtl() == (paragraph.level() % 2 == 1) && paragraph.level() <= 1,
        "base level {}",
        paragraph.level()
    );
    for hyphenate in [false, true] {
        let wrap = Wrap { columns, hyphenate };
        let spans: Vec<LineSpan> = paragraph.wrap(bytes.start, &wrap).collect();
        check_spans(text, &bytes, &spans)?;
        // A reader that scrolls starts to wrap at any line.
        if let Some(middle) = spans.get(spans.len() / 2) {
            let rest: Vec<LineSpan> = paragraph.wrap(middle.bytes.start, &wrap).take(2).collect();
            let known: Vec<LineSpan> = spans
                .iter()
                .skip(spans.len() / 2)
                .take(2)
                .cloned()
                .collect();
            holds!(
                rest == known,
                "wrapped from {middle:?}: {rest:?}, at first {known:?}"
            );
        }
        for span in &spans {
            let line = paragraph.line(span);
            check_line(text, span, &line).map_err(|fault| format!("{span:?}: {fault}"))?;
            if style.in_logical_order {
                check_logical(text, &line).map_err(|fault| format!("{span:?}: {fault}"))?;
            }
            holds!(
                line.level() == paragraph.level(),
                "{span:?} has level {}",
                line.level()
            );
            holds!(
                columns < 2 || line.width() <= columns,
                "{span:?} takes {} of {columns} columns",
                line.width()
            );
        }
    }
    check_fit(text, &paragraph, columns, style.in_logical_order)
}

/// Lines follow each other and hold the whole paragraph; only white space hangs.
fn check_spans(text: &str, bytes: &Range<usize>, spans: &[LineSpan]) -> Result<(), String> {
    let mut end = bytes.start;
    for span in spans {
        holds!(
            span.bytes.start == end,
            "line {span:?} does not start at {end}"
        );
        holds!(
            span.bytes.end > span.bytes.start || bytes.is_empty(),
            "empty line {span:?}"
        );
        let hanging = span
            .bytes
            .end
            .checked_sub(span.hang)
            .and_then(|from| text.get(from..span.bytes.end));
        holds!(
            hanging.is_some_and(|hanging| hanging
                .chars()
                .all(|c| c.is_whitespace() || is_undrawn(c) || is_tone(c))),
            "hangs more than white space: {span:?}"
        );
        holds!(
            text.is_char_boundary(span.bytes.end),
            "{span:?} cuts a character"
        );
        end = span.bytes.end;
    }
    holds!(end == bytes.end, "lines end at {end}, not {}", bytes.end);
    holds!(!spans.is_empty(), "no line");
    Ok(())
}

/// Cells stand side by side, hold every byte once, and can be found from their
/// columns and their bytes.
pub fn check_line(text: &str, span: &LineSpan, line: &Line) -> Result<(), String> {
    holds!(line.bytes() == span.bytes, "line has {:?}", line.bytes());
    let cells: Vec<Cell<'_>> = line.cells().collect();
    let mut column = 0;
    // A cell is found in time linear in the line: of many cells, some are looked for.
    let stride = cells.len() / 8 + 1;
    for (index, cell) in cells.iter().enumerate() {
        holds!(cell.column == column, "{cell:?} stands not at {column}");
        holds!(
            matches!(cell.width, 1 | 2),
            "{cell:?} has width {}",
            cell.width
        );
        column += usize::from(cell.width);
        if index % stride == span.bytes.start % stride {
            check_cell(text, line, cell).map_err(|fault| format!("{cell:?}: {fault}"))?;
        }
    }
    holds!(
        line.width() == column,
        "width {}, cells take {column}",
        line.width()
    );
    holds!(
        line.cell_at(column).is_none(),
        "a cell behind the line's end"
    );
    let glyphs: String = cells.iter().map(|cell| cell.glyph).collect();
    holds!(
        line.shaped() == glyphs,
        "shaped {:?}, cells {glyphs:?}",
        line.shaped()
    );
    let everything = line.columns_of(span.bytes.clone());
    let added = cells.iter().any(|cell| cell.bytes.is_empty());
    holds!(
        added
            || cells.is_empty()
            || everything.first() == Some(&(0..column)) && everything.len() == 1,
        "the line's bytes are at {everything:?}"
    );
    check_bytes(text, span.bytes.start, span.bytes.end - span.hang, &cells)?;
    check_visual(text, line, &cells)
}

fn check_cell(text: &str, line: &Line, cell: &Cell<'_>) -> Result<(), String> {
    let end = cell.column + usize::from(cell.width);
    for column in cell.column..end {
        holds!(
            line.cell_at(column).as_ref() == Some(cell),
            "not found at {column}"
        );
        holds!(
            line.byte_at(column) == Some(cell.bytes.start),
            "another byte at {column}"
        );
    }
    holds!(!cell.glyph.is_empty(), "no glyph");
    let emoji = cell.glyph.graphemes(true).count() == 1 && cluster_width(cell.glyph) == 2;
    let bad = cell
        .glyph
        .chars()
        .find(|c| c.is_control() || (is_undrawn(*c) && !emoji) || is_bidi_control(*c));
    holds!(bad.is_none(), "{bad:?} would reach the terminal");
    holds!(text.get(cell.bytes.clone()).is_some(), "cuts a character");
    holds!(
        line.bytes().start <= cell.bytes.start && cell.bytes.end <= line.bytes().end,
        "lies outside the line {:?}",
        line.bytes()
    );
    if !cell.bytes.is_empty() {
        let columns = line.columns_of(cell.bytes.clone());
        holds!(
            columns.first() == Some(&(cell.column..end)) && columns.len() == 1,
            "its bytes are at {columns:?}"
        );
    }
    Ok(())
}

/// In logical order bytes ascend, and every letter is the one that is written.
fn check_logical(text: &str, line: &Line) -> Result<(), String> {
    let mut end = 0;
    for cell in line.cells().filter(|cell| !cell.bytes.is_empty()) {
        holds!(cell.bytes.start >= end, "{cell:?} stands before {end}");
        end = cell.bytes.end;
        let part = text.get(cell.bytes.clone()).unwrap_or_default();
        let made = |c: &char| !part.contains(*c) && !matches!(c, ' ' | '\u{25CC}' | '-');
        let made = cell.glyph.chars().find(made);
        holds!(made.is_none(), "{made:?} is not written in {part:?}");
    }
    Ok(())
}

/// No byte is in two cells, and from `start` to `end` all that are in none
/// belong to characters that are never drawn.
fn check_bytes(text: &str, start: usize, end: usize, cells: &[Cell<'_>]) -> Result<(), String> {
    let mut held: Vec<Range<usize>> = cells
        .iter()
        .map(|cell| cell.bytes.clone())
        .filter(|bytes| !bytes.is_empty())
        .collect();
    held.sort_by_key(|bytes| bytes.start);
    held.push(end..end);
    let mut last = start;
    for bytes in held {
        let between = text.get(last..bytes.start);
        holds!(
            between.is_some_and(|between| between.chars().all(|c| is_undrawn(c) || is_tone(c))),
            "bytes {last}..{} are in no cell or in two",
            bytes.start
        );
        last = bytes.end;
    }
    Ok(())
}

/// The visual code points are those of the cells, in the cells' order, each
/// from a byte of its own.
fn check_visual(text: &str, line: &Line, cells: &[Cell<'_>]) -> Result<(), String> {
    let visual = line.visual();
    let mut seen: Vec<usize> = visual.iter().map(|(_, at)| *at).collect();
    seen.sort_unstable();
    let count = seen.len();
    seen.dedup();
    holds!(seen.len() == count, "a byte is shown twice: {visual:?}");
    let mut place = 0;
    for (c, at) in visual {
        holds!(
            text.is_char_boundary(at),
            "{c:?} from the middle of a character, {at}"
        );
        while cells
            .get(place)
            .is_some_and(|cell| !cell.bytes.contains(&at))
        {
            place += 1;
        }
        holds!(
            place < cells.len(),
            "{c:?} from {at} is not in the cells' order"
        );
    }
    Ok(())
}

/// A paragraph cut to some columns is no wider, holds the start of the
/// paragraph, and has its ellipsis at the logical end.
fn check_fit(
    text: &Arc<str>,
    paragraph: &Paragraph,
    columns: usize,
    is_logical: bool,
) -> Result<(), String> {
    let text_width = if is_logical {
        logical_width
    } else {
        text_width
    };
    let bytes = paragraph.bytes();
    let line = paragraph.fit(columns, "…");
    holds!(
        line.width() <= columns,
        "fitted to {columns}: {} wide",
        line.width()
    );
    let whole = text.get(bytes.clone()).unwrap_or_default();
    let shown = whole.trim_end_matches(|c: char| c.is_whitespace() || is_undrawn(c));
    let ellipses: Vec<Cell<'_>> = line.cells().filter(|cell| cell.bytes.is_empty()).collect();
    if text_width(shown) <= columns && ellipses.is_empty() {
        // White space at the end may stand, hang or be left out.
        let held = line.bytes();
        let rest = text.get(held.end..bytes.end).unwrap_or_default();
        holds!(
            held.start == bytes.start && rest.chars().all(|c| c.is_whitespace() || is_undrawn(c)),
            "fitted to {columns}: holds {held:?} of {bytes:?}"
        );
        let end = line.cells().map(|cell| cell.bytes.end).max();
        let span = LineSpan {
            hang: held.end - end.unwrap_or(held.start),
            bytes: held,
            hyphen: false,
        };
        check_spans(text, &span.bytes, std::slice::from_ref(&span))?;
        return check_line(text, &span, &line).map_err(|fault| format!("fitted: {fault}"));
    }
    holds!(
        text_width(whole) > columns,
        "cut though it fits {columns}: {:?}",
        line.shaped()
    );
    if columns == 0 {
        return Ok(());
    }
    let [ellipsis] = &ellipses[..] else {
        return Err(format!(
            "fitted to {columns}: {} ellipses in {:?}",
            ellipses.len(),
            line.shaped()
        ));
    };
    let end = ellipsis.column + usize::from(ellipsis.width);
    let outside = if paragraph.direction().is_rtl() {
        ellipsis.column == 0
    } else {
        end == line.width()
    };
    holds!(
        outside && ellipsis.glyph == "…",
        "the ellipsis is in the text: {:?}",
        line.shaped()
    );
    let cells: Vec<Cell<'_>> = line.cells().collect();
    let end = cells.iter().map(|cell| cell.bytes.end).max();
    let end = end.unwrap_or(bytes.start);
    holds!(end <= bytes.end, "fitted beyond the paragraph");
    check_bytes(text, bytes.start, end, &cells)
        .map_err(|fault| format!("fitted to {columns}: {fault}"))
}

/// Skin tones, which are drawn only where they stand alone.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Characters that are drawn nowhere but inside an emoji: those that Unicode
/// calls Default_Ignorable_Code_Point, annotation, and controls but white space.
fn is_undrawn(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    ) || (c.is_control() && !c.is_whitespace())
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
