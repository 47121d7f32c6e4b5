//! View-models become cells here, and nowhere below.
//!
//! [`draw`] paints a prepared [`View`] into a buffer. Only `paint` writes cells.

mod bar;
mod bottom;
mod calibration;
mod cursor;
mod list;
mod names;
mod paint;
mod reader;
mod sheet;
mod typed;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::config::signs::Sign;
use crate::config::strings::Value;
use crate::config::theme::{Role, Theme};
use crate::term::Frame;
use crate::view::View;
use crate::view::geometry::{Area, Arrangement};
use crate::view::sheet::SheetKind;

use paint::Painter;

/// Paints a prepared view. Returns what a terminal has to know beside the cells. The
/// cursor stands in a line that is being typed, else at the row or the name one is on;
/// it shows in the line, and on a plain screen everywhere.
pub fn draw(view: &mut View, buffer: &mut Buffer) -> Frame {
    let theme = Theme::builtin(view.theme());
    let mut painter = Painter::new(buffer, theme, view.direction(), view.is_plain());
    let calibration = match view.sheet().map(|sheet| &sheet.kind) {
        Some(SheetKind::Calibration(calibration)) => Some(*calibration),
        _ => None,
    };
    if let Some(calibration) = calibration {
        return calibration::draw(view, calibration, &mut painter);
    }
    let caret = match view.geometry().arrangement {
        Arrangement::TooSmall => {
            too_small(view, &mut painter);
            None
        }
        Arrangement::ReaderOnly => reader_only(view, &mut painter),
        _ => {
            bar::draw(view, &mut painter);
            let caret = if view.sheet().is_some() {
                sheet::draw(view, &mut painter)
            } else {
                panes(view, &mut painter);
                None
            };
            bottom::draw(view, &mut painter).or(caret)
        }
    };
    Frame {
        cursor: caret.or_else(|| cursor::parked(view)),
        shows_cursor: caret.is_some() || view.is_plain(),
        in_logical_order: view.is_plain(),
        fields: fields(view),
        samples: Vec::new(),
        links: sheet::links(view),
    }
}

/// The areas whose texts have nothing to do with each other.
fn fields(view: &View) -> Vec<Rect> {
    let geometry = view.geometry();
    let (columns, rows) = view.size();
    let sheet = view.sheet().map(|_| Area {
        x: 0,
        y: 1,
        width: columns,
        height: rows.saturating_sub(2),
    });
    let over = match sheet {
        Some(sheet) => [Some(sheet), None, None, None],
        None => [
            geometry.list,
            geometry.head,
            geometry.reader,
            geometry.names,
        ],
    };
    [geometry.bar, Some(geometry.bottom)]
        .into_iter()
        .chain(over)
        .flatten()
        .map(|area| Rect::new(area.x, area.y, area.width, area.height))
        .collect()
}

fn panes(view: &mut View, painter: &mut Painter<'_>) {
    let geometry = view.geometry().clone();
    if let Some(area) = geometry.list {
        list::draw(view, area, painter);
    }
    if let Some(area) = geometry.head {
        reader::head(view, area, painter);
    }
    if let Some(area) = geometry.reader {
        reader::draw(view, area, painter);
    }
    if let Some(area) = geometry.names {
        names::draw(view, area, painter);
    }
    for separator in &geometry.separators {
        let (sign, role) = if separator.focused {
            (Sign::SeparatorFocused, Role::SeparatorFocused)
        } else {
            (Sign::Separator, Role::Separator)
        };
        for y in separator.y..separator.y + separator.height {
            painter.sign(separator.x, y, sign, role);
        }
    }
}

/// Under 40x10 the reader has the whole screen; a sheet covers it, and what is
/// being typed or was told its last row.
fn reader_only(view: &mut View, painter: &mut Painter<'_>) -> Option<Position> {
    if view.sheet().is_some() {
        return sheet::draw(view, painter);
    }
    if let Some(area) = view.geometry().reader {
        reader::draw(view, area, painter);
    }
    if view.search().is_some()
        || view.asking().is_some()
        || view.confirming().is_some()
        || view.in_menu()
        || view.has_notice()
    {
        painter.clear_row(view.geometry().bottom);
        return bottom::draw(view, painter);
    }
    None
}

fn too_small(view: &View, painter: &mut Painter<'_>) {
    let (width, _) = view.size();
    let area = Area {
        x: 0,
        y: 0,
        width,
        height: 1,
    };
    let text = view.strings().format(
        "too-small",
        &[("columns", Value::Number(20)), ("rows", Value::Number(4))],
    );
    painter.label(area, &text, Role::Text);
}
