//! A sheet over the panes: its heading, its rows, the line it is narrowed by.

use ratatui::layout::{Position, Rect};

use super::paint::Painter;
use super::typed::Typed;
use crate::config::signs::Sign;
use crate::config::theme::Role;
use crate::view::View;
use crate::view::geometry::{Area, ends, inner, starting};
use crate::view::sheet::{Sheet, SheetKind, SheetRow, Target};

/// Draws the sheet that is open; where the cursor is to show, if it is narrowed.
pub(super) fn draw(view: &View, painter: &mut Painter<'_>) -> Option<Position> {
    let sheet = view.sheet()?;
    let body = body(view);
    let head = Area { y: 1, ..body };
    let caret = heading(view, sheet, head, painter);
    let columns = [sheet.mark_width(), sheet.key_width()];
    let columns = columns.map(|cells| u16::try_from(cells).unwrap_or(0));
    for ((chosen, row), y) in sheet.visible().zip(body.y..body.y + body.height) {
        let place = Area {
            y,
            height: 1,
            ..body
        };
        draw_row(view, (row, chosen), columns, place, painter);
    }
    if sheet.more() && body.height > 0 {
        let last = Area {
            y: body.y + body.height - 1,
            ..body
        };
        painter.label_at_end(last, Sign::More.drawn(), Role::Muted);
    }
    caret
}

/// The rows that lead to an address, which a terminal can open by itself.
pub(super) fn links(view: &View) -> Vec<(Rect, String)> {
    let body = body(view);
    let rows = view.sheet().into_iter().flat_map(Sheet::visible);
    rows.zip(body.y..body.y + body.height)
        .filter_map(|((_, row), y)| match &row.target {
            Some(Target::Link(link)) => {
                let area = Rect::new(body.x, y, body.width, 1);
                Some((area, in_ascii(link)))
            }
            _ => None,
        })
        .collect()
}

/// An address in ASCII: other letters as the bytes of UTF-8 (RFC 3987, 3.1).
fn in_ascii(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii() {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

/// Where the rows of a sheet stand.
pub(super) fn body(view: &View) -> Area {
    let (columns, rows) = view.size();
    let direction = view.direction();
    let margin = u16::from(!view.is_plain());
    let area = Area {
        x: 0,
        y: 2,
        width: columns,
        height: rows.saturating_sub(3),
    };
    ends(inner(area, direction, margin), direction, margin)
}

fn heading(view: &View, sheet: &Sheet, area: Area, painter: &mut Painter<'_>) -> Option<Position> {
    let direction = painter.direction();
    let palette = sheet.kind == SheetKind::Palette;
    let title = if palette { ":" } else { &sheet.title };
    let used = painter.label(area, title, Role::Heading);
    let filter = sheet.filter.as_ref()?;
    let mut place = inner(area, direction, used + 1);
    if !palette {
        let hint = format!("· {}:", view.strings().text("languages-narrow"));
        let used = painter.label(place, &hint, Role::Muted);
        place = inner(place, direction, used + 1);
    }
    let typed = Typed::draw(filter, place, painter);
    Some(Position::new(typed.caret, area.y))
}

/// Draws a row, whose columns follow the interface, each text in its own direction.
/// `columns` are the cells of the marks and of the keys.
fn draw_row(
    view: &View,
    (row, chosen): (&SheetRow, bool),
    columns: [u16; 2],
    area: Area,
    painter: &mut Painter<'_>,
) {
    let direction = painter.direction();
    let inside = inner(area, direction, 2);
    let used = painter.label_at_end(ends(inside, direction, 2), &row.note, Role::Muted);
    let [mark, key] = columns;
    painter.label(starting(inside, direction, mark), &row.mark, Role::Key);
    let keys = inner(inside, direction, after(mark));
    painter.text(starting(keys, direction, key), &row.key, &[Role::Key]);
    let start = match row.role {
        Some(Role::Heading) => 0,
        _ => after(mark) + after(key),
    };
    let text = ends(inner(inside, direction, start), direction, used + 3);
    let words = painter.written(&row.text).into_owned();
    painter.value(text, &words, &[row.role.unwrap_or(Role::Text)]);
    if chosen {
        let mark = starting(area, direction, 1);
        painter.sign(mark.x, area.y, Sign::Cursor, Role::Text);
        // What is read out stays as it is when the cursor goes.
        let marked = if view.is_plain() { mark } else { area };
        painter.overlay(marked, Role::Cursor);
    }
}

/// The cells of a column with the gap after it; a column without texts takes none.
const fn after(cells: u16) -> u16 {
    if cells == 0 { 0 } else { cells + 2 }
}
