//! A sheet over the panes: its heading, its rows, the line it is narrowed by.

use ratatui::layout::Position;

use super::paint::Painter;
use super::typed::Typed;
use crate::config::theme::Role;
use crate::view::View;
use crate::view::geometry::{Area, ends, inner, starting};
use crate::view::sheet::{Sheet, SheetKind, SheetRow};

/// Draws the sheet that is open; where the cursor is to show, if it is narrowed.
pub(super) fn draw(view: &View, painter: &mut Painter<'_>) -> Option<Position> {
    let sheet = view.sheet()?;
    let (columns, rows) = view.size();
    let direction = painter.direction();
    let area = Area {
        x: 0,
        y: 1,
        width: columns,
        height: rows.saturating_sub(2),
    };
    let area = ends(inner(area, direction, 1), direction, 1);
    let cursor = heading(view, sheet, area, painter);
    let body = Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let key = u16::try_from(sheet.key_width()).unwrap_or(0);
    for ((chosen, row), y) in sheet.visible().zip(body.y..body.y + body.height) {
        let place = Area {
            y,
            height: 1,
            ..body
        };
        draw_row(row, chosen, key, place, painter);
    }
    if sheet.more() && body.height > 0 {
        let last = Area {
            y: body.y + body.height - 1,
            ..body
        };
        painter.label_at_end(last, "⋯", Role::Muted);
    }
    cursor
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

fn draw_row(row: &SheetRow, chosen: bool, key: u16, area: Area, painter: &mut Painter<'_>) {
    let direction = painter.direction();
    let inside = inner(area, direction, 2);
    let used = painter.label_at_end(ends(inside, direction, 2), &row.note, Role::Muted);
    painter.text(starting(inside, direction, key), &row.key, &[Role::Key]);
    let start = if key == 0 || row.role == Some(Role::Heading) {
        0
    } else {
        key + 2
    };
    let text = ends(inner(inside, direction, start), direction, used + 3);
    painter.text(text, &row.text, &[row.role.unwrap_or(Role::Text)]);
    if chosen {
        let mark = starting(area, direction, 1);
        painter.symbol(mark.x, area.y, "▌", Role::Text);
        painter.overlay(area, Role::Cursor);
    }
}
