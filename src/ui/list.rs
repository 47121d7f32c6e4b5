//! The list pane: a row an article, each title on its own side of its column.

use super::paint::Painter;
use crate::config::settings::ListCursor;
use crate::config::signs::Sign;
use crate::config::theme::Role;
use crate::text::Direction;
use crate::view::View;
use crate::view::geometry::{Area, Pane, ends, inner, starting};
use crate::view::list::ListRow;

pub(super) fn draw(view: &View, area: Area, painter: &mut Painter<'_>) {
    if view.list().rows().is_empty() {
        empty(view, area, painter);
        return;
    }
    for (row, y) in view.list().rows().iter().zip(area.y..) {
        let place = Area {
            y,
            height: 1,
            ..area
        };
        if view.is_plain() {
            draw_sentence(row, place, painter);
        } else {
            draw_row(view, row, place, painter);
        }
    }
}

/// A row of a plain list: the cursor, and what is to be said.
fn draw_sentence(row: &ListRow, area: Area, painter: &mut Painter<'_>) {
    if row.cursor {
        painter.sign(area.x, area.y, Sign::Cursor, Role::Cursor);
    } else if row.ranged {
        painter.symbol(area.x, area.y, "+", Role::Key);
    }
    let words = inner(area, painter.direction(), 2);
    painter.line(words, &row.title, &[Role::Text], &row.spans);
}

/// Why there is nothing, and the ways out.
fn empty(view: &View, area: Area, painter: &mut Painter<'_>) {
    let direction = painter.direction();
    let lines = view.empty_list();
    let mut rest = Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    for (index, line) in lines.iter().enumerate() {
        let (indent, role) = if index == 0 {
            (2, Role::Text)
        } else {
            (4, Role::Muted)
        };
        let place = inner(ends(rest, direction, 1), direction, indent);
        let used = painter.sentence(place, line, role);
        rest.y += used;
        rest.height -= used;
    }
}

/// Hands out the cells of a row from its start side.
struct Cells {
    rest: Area,
    direction: Direction,
}

impl Cells {
    fn take(&mut self, count: usize) -> Area {
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        let taken = starting(self.rest, self.direction, count);
        self.rest = inner(self.rest, self.direction, count);
        taken
    }
}

fn draw_row(view: &View, row: &ListRow, area: Area, painter: &mut Painter<'_>) {
    let columns = view.list().columns();
    let direction = painter.direction();
    let mut cells = Cells {
        rest: area,
        direction,
    };
    let cursor = cells.take(1);
    let unread = cells.take(1);
    let star = if columns.star { cells.take(1) } else { unread };
    let tag = cells.take(5);
    let date = cells.take(columns.date);
    let title = cells.take(columns.title);
    cells.take(1);
    let source = cells.take(columns.source);
    let words = cells.take(columns.words);

    if row.cursor {
        painter.sign(cursor.x, area.y, Sign::Cursor, Role::Text);
    } else if row.ranged {
        painter.symbol(cursor.x, area.y, "+", Role::Key);
    }
    if row.unread {
        painter.sign(unread.x, area.y, Sign::Unread, Role::Unread);
    }
    // Where they share a cell, the star goes over the mark of the unread.
    if row.starred {
        painter.sign(star.x, area.y, Sign::Star, Role::Star);
    }
    let has_cursor = row.cursor && view.focus() == Pane::List;
    // One pen for all of the handle: on a slow line every change of it counts.
    let tag_role = if has_cursor { Role::Text } else { Role::Muted };
    painter.label(inner(tag, direction, 1), row.language.base(), tag_role);
    painter.label(ends(date, direction, 1), &row.date, Role::Muted);
    let width = u16::try_from(row.title.width()).unwrap_or(title.width);
    let side = starting(title, row.title.direction(), width);
    let role = if row.unread { Role::Text } else { Role::Muted };
    painter.line(side, &row.title, &[role], &row.spans);
    painter.label(inner(source, direction, 1), &row.source, Role::Muted);
    if words.width > 0 {
        let count = i64::try_from(row.words).unwrap_or(i64::MAX);
        painter.label_at_end(words, &view.strings().number(count), Role::Muted);
    }
    if has_cursor {
        let cells = match view.list_cursor() {
            ListCursor::Handle => u16::try_from(columns.handle()).unwrap_or(area.width),
            ListCursor::Row => area.width,
        };
        painter.overlay(starting(area, direction, cells), Role::Cursor);
    }
}
