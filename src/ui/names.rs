//! The names pane: people, places, organisations, with counts.

use super::paint::Painter;
use crate::config::signs::Sign;
use crate::config::strings::Value;
use crate::config::theme::Role;
use crate::view::geometry::{Area, Pane, ends, inner, starting};
use crate::view::names::{NameEntry, NameRow};
use crate::view::reader::role;
use crate::view::{View, heading_id};

/// Cells of the cursor's handle.
const HANDLE: u16 = 3;

pub(super) fn draw(view: &View, area: Area, painter: &mut Painter<'_>) {
    let direction = painter.direction();
    let names = view.names();
    if names.entries().is_empty() {
        let text = view.strings().text("names-none");
        let place = ends(inner(area, direction, 1), direction, 1);
        painter.sentence(place, &text, Role::Muted);
        // The sentence takes at most three rows of the narrowest pane.
        if names.amounts() > 0 && area.height > 3 {
            let place = Area {
                y: area.y + 3,
                height: 1,
                ..area
            };
            draw_amounts(view, place, painter);
        }
        return;
    }
    for (row, y) in names.visible().iter().zip(area.y..area.y + area.height) {
        let place = Area {
            y,
            height: 1,
            ..area
        };
        match row {
            NameRow::Heading(kind) => {
                let text = view.strings().text(heading_id(*kind));
                painter.label(inner(place, direction, 1), &text, Role::Heading);
            }
            NameRow::Entry(index) => {
                if let Some(entry) = names.entries().get(*index) {
                    draw_entry(view, entry, *index == names.cursor(), place, painter);
                }
            }
            NameRow::Amounts => draw_amounts(view, place, painter),
            NameRow::Local(index) => {
                let entry = names.entries().get(*index);
                if let Some(local) = entry.and_then(|entry| entry.local.as_deref()) {
                    let place = ends(inner(place, direction, HANDLE + 2), direction, 1);
                    painter.text(place, local, &[Role::Muted]);
                }
            }
        }
    }
}

/// How many dates and amounts the article has.
fn draw_amounts(view: &View, area: Area, painter: &mut Painter<'_>) {
    let direction = painter.direction();
    let amounts = view.names().amounts();
    if view.is_plain() {
        let count = Value::from(amounts);
        let said = view.strings().format("amounts-said", &[("count", count)]);
        painter.text(inner(area, direction, 2), &said, &[Role::Muted]);
        return;
    }
    let inside = ends(area, direction, 1);
    let count = i64::try_from(amounts).unwrap_or(i64::MAX);
    let used = painter.label_at_end(inside, &view.strings().number(count), Role::Muted);
    let place = ends(inner(inside, direction, 1), direction, used + 1);
    painter.label(place, &view.strings().text("amounts"), Role::Muted);
}

fn draw_entry(view: &View, entry: &NameEntry, cursor: bool, area: Area, painter: &mut Painter<'_>) {
    let direction = painter.direction();
    let same = view.reader().marks.emphasis.as_deref() == Some(&*entry.canon);
    let roles: &[Role] = if same {
        &[role(entry.kind), Role::MentionSame]
    } else {
        &[role(entry.kind)]
    };
    if view.is_plain() {
        if cursor {
            painter.sign(area.x, area.y, Sign::Cursor, Role::Cursor);
        }
        let words = inner(area, direction, 2);
        painter.text(words, &view.name_said(entry), roles);
        return;
    }
    let count = i64::try_from(entry.count).unwrap_or(i64::MAX);
    let inside = ends(area, direction, 1);
    let used = painter.label_at_end(inside, &view.strings().number(count), Role::Muted);
    let place = ends(inner(inside, direction, HANDLE), direction, used + 1);
    painter.text(place, &entry.name, roles);
    if cursor {
        let mark = starting(inner(area, direction, 1), direction, 1);
        painter.sign(mark.x, area.y, Sign::Cursor, Role::Text);
        if view.focus() == Pane::Names {
            painter.overlay(starting(area, direction, HANDLE), Role::Cursor);
        }
    }
}
