//! Where the terminal's cursor stands when nothing is being typed: at the row or the
//! name one is on. Magnifiers and Braille displays go there.

use ratatui::layout::Position;

use super::sheet;
use crate::config::theme::Role;
use crate::view::View;
use crate::view::geometry::{Area, Pane, starting};
use crate::view::names::NameRow;
use crate::view::reader::ReaderRow;

/// The place, where anything is shown that one can be on.
pub(super) fn parked(view: &View) -> Option<Position> {
    if view.sheet().is_some() {
        return in_sheet(view);
    }
    let geometry = view.geometry();
    match view.focus() {
        Pane::List if geometry.list.is_some() => {
            let row = view.list().rows().iter().position(|row| row.cursor);
            at_row(view, geometry.list?, row)
        }
        Pane::Names if geometry.names.is_some() => {
            let cursor = NameRow::Entry(view.names().cursor());
            let row = view.names().visible().iter().position(|row| *row == cursor);
            at_row(view, geometry.names?, row)
        }
        _ => in_reader(view, geometry.reader?),
    }
}

/// The start of a row of an area; of the first, where it is none.
fn at_row(view: &View, area: Area, row: Option<usize>) -> Option<Position> {
    let row = u16::try_from(row.unwrap_or(0)).ok()?;
    let start = starting(area, view.direction(), 1);
    (row < area.height).then(|| Position::new(start.x, area.y.saturating_add(row)))
}

fn in_sheet(view: &View) -> Option<Position> {
    let chosen = view.sheet()?.visible().position(|(chosen, _)| chosen);
    at_row(view, sheet::body(view), chosen)
}

/// The name or the hit one is on, where it is in sight; else the first row.
fn in_reader(view: &View, area: Area) -> Option<Position> {
    let column = view.reader().column();
    let left = area
        .x
        .saturating_add(u16::try_from(column.left).unwrap_or(0));
    let mut rows = view.reader().rows().iter().zip(area.y..);
    let found = rows.find_map(|(row, y)| {
        let place = u16::try_from(place_in(row, column.measure)?).ok()?;
        Some(Position::new(left.saturating_add(place), y))
    });
    found.or_else(|| (area.height > 0).then(|| Position::new(left, area.y)))
}

/// The column in a row at which the name under the cursor begins, or the current hit.
fn place_in(row: &ReaderRow, measure: usize) -> Option<usize> {
    let text = row.text.as_ref()?;
    let span = text.spans.iter().find(|span| is_current(span.role))?;
    // A name that began in the row above goes on where this one begins.
    let start = span.bytes.start.max(text.line.bytes().start);
    let columns = text.line.columns_of(start..start + 1);
    Some(text.offset(measure) + columns.first()?.start)
}

const fn is_current(role: Role) -> bool {
    matches!(
        role,
        Role::PersonCursor
            | Role::PlaceCursor
            | Role::OrganisationCursor
            | Role::QuantityCursor
            | Role::CurrentHit
    )
}
