//! The bottom line: where one is, what is on, what happened, which keys there are.

use ratatui::layout::Position;

use super::paint::Painter;
use super::typed::Typed;
use crate::config::strings::Value;
use crate::config::theme::Role;
use crate::view::ask::Ask;
use crate::view::geometry::{Area, ends, inner, starting};
use crate::view::{SearchPrompt, SearchScope, Status, View};

/// Under so many columns a notice has the whole line.
const NARROW: u16 = 60;
/// Cells between the keys, and between the states and what stands at the end.
const GAP: u16 = 2;

/// Draws the line; where the cursor is to show, if a search is being typed.
pub(super) fn draw(view: &mut View, painter: &mut Painter<'_>) -> Option<Position> {
    let direction = painter.direction();
    let area = view.geometry().bottom;
    let area = ends(inner(area, direction, 1), direction, 1);
    let sheet = view.sheet().is_some();
    if !sheet && let Some(prompt) = view.search() {
        return Some(draw_search(view, prompt, area, painter));
    }
    if !sheet && let Some(ask) = view.asking() {
        return Some(draw_ask(view, ask, area, painter));
    }
    if view.is_plain() {
        announce(&mut view.announcement(), view.geometry().bottom, painter);
        return None;
    }
    let status = view.status();
    if let Some(question) = view.confirmation() {
        let used = painter.label(area, &question, Role::PaneName);
        hints(&status.hints, inner(area, direction, used + 2), painter);
        return None;
    }
    if view.in_menu() {
        draw_menu(view, &status.hints, area, painter);
        return None;
    }
    let notice = status.notice.as_ref().map(|(text, problem)| match problem {
        true => (format!("! {text}"), Role::Error),
        false => (text.clone(), Role::Notice),
    });
    match notice {
        Some((text, role)) => {
            // A notice is read as a whole; for where one is there is the next key.
            let keep = painter.width(&text);
            let rest = match sheet || area.width < NARROW {
                true => area,
                false => states(&status, area, keep, painter),
            };
            // The way to the help stands beside it where nothing else has to go.
            let help = status.hints.last().filter(|_| !sheet);
            let help = help.map_or(0, |(key, label)| painter.width(&hint(key, label)) + GAP);
            let rest = match rest.width >= keep.saturating_add(help) {
                true => {
                    let last = status.hints.len().saturating_sub(1);
                    hints(status.hints.get(last..).unwrap_or_default(), rest, painter);
                    ends(rest, direction, help)
                }
                false => rest,
            };
            painter.label_at_end(rest, &text, role);
        }
        None if sheet => {
            hints(&status.hints, area, painter);
        }
        None => {
            let help = status.hints.last();
            let keep = help.map_or(0, |(key, label)| painter.width(&hint(key, label)));
            let rest = states(&status, area, keep, painter);
            coach_and_hints(&status, rest, keep, painter);
        }
    }
    None
}

/// What is to be said on a plain screen; the last of it goes when there is no room.
fn announce(said: &mut Vec<String>, area: Area, painter: &mut Painter<'_>) {
    let mut text = said.join(" · ");
    while said.len() > 1 && painter.width(&text) > area.width {
        said.pop();
        text = said.join(" · ");
    }
    let role = if text.starts_with('!') {
        Role::Error
    } else {
        Role::Status
    };
    painter.label(area, &text, role);
}

/// The pane's name and as many states as leave so many cells for what stands at the
/// end. What is left; all of the line, where not even the name has room.
fn states(status: &Status, area: Area, keep: u16, painter: &mut Painter<'_>) -> Area {
    let direction = painter.direction();
    let pane = painter.width(&status.pane);
    if pane + GAP + keep > area.width && status.notice.is_some() {
        return area;
    }
    painter.label(area, &status.pane, Role::PaneName);
    let mut used = pane;
    for (index, state) in status.states.iter().enumerate() {
        let text = if index == 0 {
            state.clone()
        } else {
            format!("· {state}")
        };
        let cells = used + 1 + painter.width(&text);
        // The row one is in goes before the keys, and a notice before both.
        let asked = index > 0 || status.notice.is_some();
        if asked && cells + GAP + keep > area.width {
            break;
        }
        let role = if state.starts_with('!') {
            Role::Error
        } else {
            Role::Status
        };
        painter.label(inner(area, direction, used + 1), &text, role);
        used = cells;
    }
    inner(area, direction, used.saturating_add(GAP))
}

/// A key and what it does.
fn hint(key: &str, label: &str) -> String {
    // A key stands as it is printed, whatever the direction: LRI and PDI.
    format!("\u{2066}{key}\u{2069} {label}")
}

/// The sentence about a key, and as many hints as fit beside it; the way to the help,
/// which takes so many cells, is among them.
fn coach_and_hints(status: &Status, area: Area, help: u16, painter: &mut Painter<'_>) {
    let direction = painter.direction();
    let Some(coach) = &status.coach else {
        hints(&status.hints, area, painter);
        return;
    };
    let cells = painter.width(coach);
    if cells + GAP + help > area.width {
        hints(&status.hints, area, painter);
        return;
    }
    let beside = inner(area, direction, cells + GAP);
    let used = hints(&status.hints, beside, painter);
    painter.label_at_end(ends(area, direction, used + GAP), coach, Role::Notice);
}

/// A question, what was typed in answer, and what it is about.
fn draw_ask(view: &View, ask: &Ask, area: Area, painter: &mut Painter<'_>) -> Position {
    let direction = painter.direction();
    painter.clear_row(area);
    let label = view.strings().text(ask.question.label());
    let used = painter.label(area, &label, Role::Key) + 1;
    let mut place = inner(area, direction, used);
    if place.width >= 2 * painter.width(&ask.note) {
        let note = painter.label_at_end(place, &ask.note, Role::Muted);
        place = ends(place, direction, note + 1);
    }
    let typed = Typed::draw(&ask.edit, place, painter);
    if ask.is_proposal {
        // What is typed takes its place.
        painter.overlay(typed.written, Role::Cursor);
    }
    Position::new(typed.caret, area.y)
}

/// What the menu is about whose keys follow. What is left.
fn menu(view: &View, area: Area, painter: &mut Painter<'_>) -> Area {
    let direction = painter.direction();
    let used = match view.menu_title() {
        Some(title) => painter.label(area, &title, Role::PaneName),
        None => 0,
    };
    inner(area, direction, used + 1)
}

/// The keys of a menu, on as many rows as they take: the last is the bottom line.
fn draw_menu(view: &View, keys: &[(String, String)], area: Area, painter: &mut Painter<'_>) {
    let title = view.menu_title().map_or(0, |title| painter.width(&title));
    let mut rows: Vec<(usize, usize)> = vec![(0, 0)];
    let mut used = title + 1;
    for (index, (key, label)) in keys.iter().enumerate() {
        let cells = painter.width(&hint(key, label));
        if used + cells > area.width && index > 0 {
            rows.push((index, index));
            used = 0;
        }
        used += cells + GAP;
        if let Some(row) = rows.last_mut() {
            row.1 = index + 1;
        }
    }
    for (above, &(first, end)) in rows.iter().rev().enumerate() {
        let above = u16::try_from(above).unwrap_or(u16::MAX);
        let line = Area {
            y: area.y.saturating_sub(above),
            ..area
        };
        if above > 0 {
            painter.clear_row(line);
        }
        let place = match first {
            0 => menu(view, line, painter),
            _ => line,
        };
        hints(keys.get(first..end).unwrap_or_default(), place, painter);
    }
}

/// Keys with what they do, at the end side; the last ones go when there is no room.
/// The cells they take.
fn hints(hints: &[(String, String)], area: Area, painter: &mut Painter<'_>) -> u16 {
    let direction = painter.direction();
    let written: Vec<(String, u16, u16)> = hints
        .iter()
        .map(|(key, label)| {
            let text = hint(key, label);
            let cells = painter.width(&text);
            (text, cells, painter.width(key))
        })
        .collect();
    // The last one is the way to the help: it stays longest, at the end.
    let mut room = area.width.saturating_add(GAP);
    let mut fits = |cells: u16| {
        let left = room.checked_sub(cells.saturating_add(GAP));
        room = left.unwrap_or(0);
        left.is_some()
    };
    let Some(((text, cells, key), others)) = written.split_last() else {
        return 0;
    };
    if *cells > area.width {
        return 0;
    }
    fits(*cells);
    let shown = others.iter().take_while(|(_, cells, _)| fits(*cells));
    let shown: Vec<_> = shown.map(|(text, cells, key)| (text, cells, key)).collect();
    let mut rest = area;
    let mut used = 0;
    for (text, cells, key) in std::iter::once((text, cells, key)).chain(shown.into_iter().rev()) {
        painter.label_at_end(rest, text, Role::Status);
        let written = inner(rest, direction, rest.width - cells);
        painter.overlay(starting(written, direction, *key), Role::Key);
        rest = ends(rest, direction, cells + GAP);
        used += cells + GAP;
    }
    used - GAP
}

/// The query, its first fault under it, and what was found.
fn draw_search(
    view: &View,
    prompt: &SearchPrompt,
    area: Area,
    painter: &mut Painter<'_>,
) -> Position {
    let direction = painter.direction();
    let fault = prompt.faults.first().filter(|_| area.y > 1);
    let line = match fault {
        Some(_) => Area {
            y: area.y - 1,
            ..area
        },
        None => area,
    };
    painter.clear_row(line);
    let sides = found(view, prompt);
    let side = sides
        .iter()
        .find(|side| area.width >= 2 * painter.width(side));
    let used = side.map_or(0, |side| painter.label_at_end(line, side, Role::Muted));
    let prefix = painter.label(line, "/", Role::Key) + 1;
    let place = ends(inner(line, direction, prefix), direction, used + 1);
    let typed = Typed::draw(&prompt.edit, place, painter);
    let written = typed.written;
    if let Some(fault) = fault {
        painter.clear_row(area);
        let mut after = prefix;
        for column in typed.columns_of(&fault.bytes) {
            painter.symbol(written.x.saturating_add(column), area.y, "~", Role::Error);
            let from_start = if direction.is_rtl() {
                written.width.saturating_sub(column)
            } else {
                column + 1
            };
            after = after.max(prefix + from_start);
        }
        painter.label(inner(area, direction, after + 1), &fault.text, Role::Error);
    }
    Position::new(typed.caret, line.y)
}

/// What was found and where it is looked for, from the longest to the shortest.
fn found(view: &View, prompt: &SearchPrompt) -> Vec<String> {
    let strings = view.strings();
    let (scope, id) = match prompt.scope {
        SearchScope::Article => ("search-in-article", "search-hits"),
        SearchScope::View => ("search-in-view", "search-found"),
    };
    let scope = match view.read_so_far() {
        Some(percent) if prompt.scope == SearchScope::View => {
            let percent = [("percent", Value::Number(percent))];
            strings.format("search-in-part", &percent).into()
        }
        _ => strings.text(scope),
    };
    match prompt.found {
        Some(count) => {
            let mut count = strings.format(id, &[("count", Value::from(count))]);
            if let Some(percent) = view.searched() {
                let percent = [("percent", Value::Number(percent.into()))];
                let percent = strings.format("state-searching", &percent);
                count = format!("{count} {percent}");
            }
            vec![format!("{count} · {scope}"), count]
        }
        None => vec![scope.into_owned()],
    }
}
