//! The reading pane: headline, the line below it, paragraphs at their own side.

use super::paint::Painter;
use crate::config::signs::Sign;
use crate::config::theme::Role;
use crate::text::{Direction, Line};
use crate::view::View;
use crate::view::geometry::{Area, ends, inner, starting};
use crate::view::list::title as title_line;
use crate::view::reader::{BlockKind, ReaderRow, RowMark};

pub(super) fn draw(view: &View, area: Area, painter: &mut Painter<'_>) {
    let direction = painter.direction();
    let Some(article) = view.reader().article() else {
        if !view.browse().rows().is_empty() && area.height > 1 {
            let text = view.strings().text("reader-empty");
            let place = Area {
                y: area.y + 1,
                height: area.height - 1,
                ..area
            };
            let place = ends(inner(place, direction, 2), direction, 1);
            painter.sentence(place, &text, Role::Muted);
        }
        return;
    };
    let column = view.reader().column();
    let left = u16::try_from(column.left).unwrap_or(0);
    let text = Area {
        x: area.x + left.min(area.width),
        width: u16::try_from(column.measure)
            .unwrap_or(area.width)
            .min(area.width),
        ..area
    };
    for (row, y) in view.reader().rows().iter().zip(area.y..) {
        let place = Area {
            y,
            height: 1,
            ..text
        };
        match row.kind {
            BlockKind::Meta => {
                let side = if view.is_plain() {
                    direction
                } else {
                    title_line(article, usize::MAX).direction()
                };
                let line = fields(&view.meta(article), place.width, painter);
                let width = u16::try_from(line.width()).unwrap_or(place.width);
                painter.line(starting(place, side, width), &line, &[Role::Muted], &[]);
            }
            BlockKind::Folded(lines) => {
                painter.label(place, &view.folded(lines), Role::Furniture);
            }
            _ => draw_text(row, place, painter),
        }
        if let Some(mark) = row.mark {
            draw_mark(row, mark, area, place, painter);
        }
    }
    if column.gloss
        && let Some(gloss) = view.gloss()
    {
        let last = Area {
            y: area.y + area.height - 1,
            height: 1,
            ..area
        };
        painter.label(
            ends(inner(last, direction, 1), direction, 1),
            &gloss,
            Role::Gloss,
        );
    }
}

/// The line above a stacked reader: what the article is, and how far one is.
pub(super) fn head(view: &mut View, area: Area, painter: &mut Painter<'_>) {
    for x in area.x..area.x + area.width {
        painter.sign(x, area.y, Sign::Rule, Role::Separator);
    }
    let Some(article) = view.reader().article() else {
        return;
    };
    let direction = painter.direction();
    let meta = view.meta(article);
    let inside = ends(inner(area, direction, 2), direction, 2);
    let progress = view.progress_text();
    let cells = painter.width(&progress);
    let end = inner(inside, direction, inside.width.saturating_sub(cells + 2));
    painter.clear_row(end);
    painter.label(inner(end, direction, 1), &progress, Role::Status);
    let place = ends(inside, direction, end.width + 1);
    let line = fields(&meta, place.width.saturating_sub(2), painter);
    let cells = u16::try_from(line.width()).unwrap_or(place.width);
    painter.clear_row(starting(place, direction, cells + 2));
    painter.line(
        starting(inner(place, direction, 1), direction, cells),
        &line,
        &[Role::Muted],
        &[],
    );
}

fn draw_text(row: &ReaderRow, place: Area, painter: &mut Painter<'_>) {
    let Some(text) = &row.text else {
        return;
    };
    let roles: &[Role] = match row.kind {
        BlockKind::Headline => &[Role::Text, Role::Title],
        BlockKind::Furniture => &[Role::Furniture],
        _ => &[Role::Text],
    };
    let offset = u16::try_from(text.offset(usize::from(place.width))).unwrap_or(0);
    let place = inner(place, Direction::Ltr, offset);
    painter.line(place, &text.line, roles, &text.spans);
}

/// Fields parted by dots, in the order of the interface.
fn fields(fields: &[String], columns: u16, painter: &Painter<'_>) -> Line {
    painter.layout(&fields.join(" · "), usize::from(columns))
}

/// The sign in the margin on the side where reading begins.
fn draw_mark(row: &ReaderRow, mark: RowMark, area: Area, text: Area, painter: &mut Painter<'_>) {
    let direction = row
        .text
        .as_ref()
        .map_or_else(|| painter.direction(), |text| text.line.direction());
    let (sign, role) = match (mark, direction) {
        (RowMark::PageEnd, Direction::Ltr) => (Sign::PageEnd, Role::Muted),
        (RowMark::PageEnd, Direction::Rtl) => (Sign::PageEndRtl, Role::Muted),
        (RowMark::Hit, Direction::Ltr) => (Sign::Hit, Role::CurrentHit),
        (RowMark::Hit, Direction::Rtl) => (Sign::HitRtl, Role::CurrentHit),
        (RowMark::Furniture, _) => (Sign::Furniture, Role::Furniture),
    };
    let x = match direction {
        Direction::Ltr => text.x.saturating_sub(1).max(area.x),
        Direction::Rtl => (text.x + text.width).min(area.x + area.width - 1),
    };
    painter.sign(x, text.y, sign, role);
}
