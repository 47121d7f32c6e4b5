//! The top line: the place, and the languages with their hotkeys and counts.

use super::paint::{Painter, ends, inner, width};
use crate::config::strings::Value;
use crate::config::theme::Role;
use crate::view::geometry::Area;
use crate::view::{Chip, View};

/// Cells between two chips.
const GAP: u16 = 2;
/// Under so many columns the words at the end are left out.
const NARROW: u16 = 60;

pub(super) fn draw(view: &View, painter: &mut Painter<'_>) {
    let Some(area) = view.geometry().bar else {
        return;
    };
    let direction = painter.direction();
    let crumbs = crumbs(view, area.width / 2);
    let used = painter.label(inner(area, direction, 1), &crumbs, Role::Status);
    let rest = inner(area, direction, 1 + used + GAP);
    let all = if area.width < NARROW {
        "0".to_owned()
    } else {
        format!("0 {}", view.strings().text("chip-all"))
    };
    let rest = ends(rest, direction, 1);
    let used = painter.label_at_end(rest, &all, Role::Status);
    draw_chips(view, ends(rest, direction, used + GAP), painter);
}

/// The crumbs of the place on so many cells: the first ones go when there is no room.
fn crumbs(view: &View, cells: u16) -> String {
    let arrow = if view.direction().is_rtl() {
        " ‹ "
    } else {
        " › "
    };
    let mut parts = vec!["nashra".to_owned()];
    parts.extend(view.crumbs());
    loop {
        let text = parts.join(arrow);
        if parts.len() <= 1 || width(&text, view.direction()) <= cells {
            return text;
        }
        parts.remove(0);
    }
}

/// How chips are written, from the longest to the shortest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Full,
    ShortCount,
    Tag,
}

fn draw_chips(view: &View, area: Area, painter: &mut Painter<'_>) {
    let mut chips = view.chips();
    let others = view.language_count() - chips.len();
    let (form, fitting) = [Form::Full, Form::ShortCount, Form::Tag]
        .into_iter()
        .map(|form| (form, fit(view, &chips, form, area.width, others)))
        .find(|(form, fitting)| *fitting == chips.len() || *form == Form::Tag)
        .unwrap_or((Form::Tag, 0));
    // A chosen language is never cut away: it takes the place of one that shows.
    if fitting < chips.len() {
        chips.sort_by_key(|chip| !chip.chosen);
        let shown = chips.get_mut(..fitting).unwrap_or_default();
        shown.sort_by_key(|chip| chip.hotkey);
    }
    let more = chips.len() - fitting + others;
    let mut rest = area;
    for chip in chips.iter().take(fitting) {
        let role = if chip.chosen {
            Role::ChipChosen
        } else if chip.count == 0 || chip.left_out {
            Role::Muted
        } else {
            Role::Chip
        };
        let used = painter.label(rest, &text(view, chip, form), role);
        rest = inner(rest, painter.direction(), used + GAP);
    }
    if more > 0 {
        painter.label(rest, &more_label(view, more), Role::Muted);
    }
}

/// How many chips fit, with the sign for the others behind them.
fn fit(view: &View, chips: &[Chip], form: Form, room: u16, others: usize) -> usize {
    let direction = view.direction();
    let widths: Vec<u16> = chips
        .iter()
        .map(|chip| width(&text(view, chip, form), direction) + GAP)
        .collect();
    let total: u16 = widths.iter().sum();
    let sign = |count: usize| match count {
        0 => 0,
        count => width(&more_label(view, count), direction) + GAP,
    };
    if total + sign(others) <= room + GAP {
        return chips.len();
    }
    let sign = sign(others + chips.len());
    let mut used = sign;
    widths
        .iter()
        .take_while(|width| {
            used += **width;
            used <= room + GAP
        })
        .count()
}

fn text(view: &View, chip: &Chip, form: Form) -> String {
    let number = i64::try_from(chip.count).unwrap_or(i64::MAX);
    let strings = view.strings();
    let count = match form {
        Form::Full => strings.number(number),
        Form::ShortCount | Form::Tag => strings.short_number(number),
    };
    // Each part is isolated: a name of the other direction moves neither number.
    let text = match form {
        Form::Tag => format!("{}{} {count}", chip.hotkey, chip.tag),
        Form::Full | Form::ShortCount => {
            format!(
                "{} \u{2068}{}\u{2069} \u{2068}{count}\u{2069}",
                chip.hotkey, chip.name
            )
        }
    };
    match (chip.chosen, chip.left_out) {
        (true, _) => format!("[{text}]"),
        (_, true) => format!("-{text}"),
        _ => text,
    }
}

fn more_label(view: &View, more: usize) -> String {
    view.strings()
        .format("chip-more", &[("count", Value::from(more))])
}
