//! No string is longer than the place it stands in on a screen of 80 columns, in any
//! language of the interface.

use std::collections::BTreeSet;

use nashra::analysis::language;
use nashra::config::action::Action;
use nashra::config::keymap::{Context, Keymap, Keys, Lookup};
use nashra::config::number::Digits;
use nashra::config::strings::{Locale, Strings, Value};
use nashra::text::width::text_width;

use crate::strings::messages;

/// Cells of a line between its two margins.
const LINE: usize = 78;
/// Cells of a sheet's row besides its key, its text and its note.
const SHEET_MARGINS: usize = 9;
/// The widest column of keys in the help.
const HELP_KEYS: usize = 28;

/// Where strings stand, by the start of their ids, and the cells there. The first that
/// fits counts; what is not named is a notice, and has a line.
const PLACES: &[(&str, usize)] = &[
    // Labels of the bottom line; all those of a place are measured together below.
    ("bar-", 20),
    ("menu-", 20),
    ("pane-", 16),
    // The states of the bottom line.
    ("progress-", 8),
    ("state-sorted", 32),
    ("state-importing", 36),
    ("state-", 24),
    ("chip-more", 12),
    ("chip-all", 6),
    ("chip-", 20),
    ("names-of-view", 20),
    ("crumb-search-for", 24),
    ("crumb-", 12),
    // Headings: of the help, and of the names in the narrowest pane.
    ("context-", 32),
    ("group-", 20),
    ("heading-", 22),
    ("kind-", 22),
    // The heading of a sheet, with what is typed behind it.
    ("languages-narrow", 24),
    ("languages-title", 16),
    ("help-title", 16),
    // Labels of the card of an article, and what stands behind a value.
    ("info-title-", 60),
    ("info-line", LINE),
    ("info-confidence", 24),
    ("info-", 14),
    // The line of page furniture, in the reader of a screen of 120 columns.
    ("furniture-folded", 56),
    // Beside the query, of which it takes half the line at most.
    ("search-found", 20),
    ("search-hits", 20),
    ("search-in-", 20),
    // In a column of the list: seven cells and a blank.
    ("date-short", 7),
    // Behind the list of names under the cursor.
    ("gloss-here", 12),
    ("number-thousands", 10),
    // A mark stands before what went wrong.
    ("error-", LINE - 2),
    // These go on below where they are long.
    ("empty-", 3 * LINE),
    ("names-none", 3 * LINE),
    ("reader-empty", 3 * LINE),
    ("calibrate-title", LINE),
    ("calibrate-", 3 * LINE),
    // Notices where there is one alone; the list of messages wraps them.
    ("problem-", 3 * LINE),
    ("setting-now", LINE),
    // Rows of the palette, between the name and the value.
    ("setting-", 80 - SHEET_MARGINS - 13 - 10),
    // One line of the help or two; those of the palette are measured below.
    ("keys-", 2 * (80 - SHEET_MARGINS - HELP_KEYS)),
    ("action-", LINE),
];

/// A value of usual length for a variable.
fn usual<'a>(variable: &str, strings: &'a Strings, language: &'a str) -> Value<'a> {
    Value::Text(match variable {
        "count" => return Value::Number(68_204),
        "percent" | "columns" | "row" | "rows" | "changed" | "status" => return Value::Number(42),
        "line" => return Value::Number(1_204),
        "language" | "meaning" => language,
        "place" | "total" => "1,204/68,204",
        "title" => "Pashinyan meets Putin in Moscow",
        "name" => "Pashinyan",
        "what" => "1,204 words",
        "facts" => "2 of 5, unread, starred, Vietnamese, 2024-05",
        "link" => "https://example.org/a",
        "command" => "less",
        "bar" => "[#####.....]",
        "time" => "12:10",
        "query" => "prime minister",
        "first" | "second" | "third" => "Ministerium",
        "problem" => return Value::Text(full(strings)),
        "value" => "kitty-word",
        "values" => "auto, visual, explicit, inverse, kitty, kitty-word, lro, logical",
        "names" => "theme, ui-lang, digits, measure, hints, mouse, list.cursor",
        "keys" | "short" | "long" | "other" => "ctrl-d",
        "context" => "lang-picker",
        "least" => "30",
        "most" => "90",
        "path" => "library.sqlite",
        "reason" => "Permission denied",
        "mode" => "kitty-word",
        "theme" => "light16",
        "file" => "dump.jsonl.gz",
        "text" => "lang:vi",
        "key" => "7",
        "day" => "28",
        "month" => "Sep",
        "year" => "2024",
        other => panic!("give the variable {other} a usual value"),
    })
}

/// The problem that is told when the disk is full; the strings outlive the test.
fn full(strings: &Strings) -> &'static str {
    Box::leak(strings.text("store-full").into_owned().into_boxed_str())
}

fn interfaces() -> impl Iterator<Item = (Locale, Strings)> {
    let locales = Locale::ALL.iter();
    locales.map(|locale| (*locale, Strings::new(*locale, Digits::Language)))
}

#[test]
fn every_string_fits_where_it_stands() {
    let keymap = Keymap::builtin();
    let mut too_long = Vec::new();
    for (locale, strings) in interfaces() {
        let vietnamese = language::info("vi").unwrap().name_in(locale.tag);
        for (id, variables) in messages(locale.tag) {
            let place = PLACES.iter().find(|(start, _)| id.starts_with(start));
            let cells = place.map_or(LINE, |(_, cells)| *cells);
            let values: Vec<(&str, Value<'_>)> = variables
                .iter()
                .filter(|name| Action::from_name(name).is_none())
                .map(|name| (name.as_str(), usual(name, &strings, vietnamese)))
                .collect();
            let said = keymap.sentence(Context::List, &strings, &id, &values);
            let width = text_width(&said);
            if width > cells {
                too_long.push(format!("{}: {id}: {width} > {cells}: {said}", locale.tag));
            }
        }
    }
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
}

#[test]
fn no_place_is_named_for_strings_that_are_gone() {
    let english = messages("en");
    for (start, _) in PLACES {
        assert!(english.keys().any(|id| id.starts_with(start)), "{start}");
    }
}

/// A key and its label, with the gap before the next.
fn hint(strings: &Strings, key: &str, label: &str) -> usize {
    text_width(key) + 1 + text_width(&strings.text(label)) + 2
}

#[test]
fn the_way_to_the_help_and_one_key_more_stand_beside_where_one_is() {
    let keymap = Keymap::builtin();
    let panes = [
        (Context::List, "pane-list", false),
        (Context::Reader, "pane-reader", true),
        (Context::Names, "pane-names", true),
    ];
    for (locale, strings) in interfaces() {
        for (context, pane, article) in panes {
            let place = [("place", Value::Text("1,204/68,204"))];
            let place = if article {
                strings.format("state-article", &place)
            } else {
                "1,204/68,204".to_owned()
            };
            let mut cells = text_width(&strings.text(pane)) + 1 + text_width(&place);
            let rows = keymap.bar(context);
            let shown = [rows.first().unwrap(), rows.last().unwrap()];
            for (keys, row) in shown {
                let key = keys.label();
                cells += hint(&strings, &key, row.action.bar_label());
            }
            assert!(cells <= LINE, "{}: {context}: {cells}", locale.tag);
        }
    }
}

#[test]
fn all_keys_of_a_sheet_and_of_a_menu_stand_in_one_line() {
    let keymap = Keymap::builtin();
    for (locale, strings) in interfaces() {
        for context in [Context::Picker, Context::LangPicker, Context::Help] {
            let rows = keymap.bar(context).into_iter();
            let cells: usize = rows
                .map(|(keys, row)| {
                    let key = keys.label();
                    hint(&strings, &key, row.action.bar_label())
                })
                .sum();
            assert!(cells <= LINE, "{}: {context}: {cells}", locale.tag);
        }
        let menus: BTreeSet<_> = keymap
            .rows()
            .iter()
            .flat_map(|row| &row.keys)
            .filter_map(|keys| match keys {
                Keys::Sequence(sequence) if sequence.chords().len() > 1 => {
                    sequence.chords().first().copied()
                }
                _ => None,
            })
            .collect();
        assert!(!menus.is_empty());
        for first in menus {
            for context in [Context::List, Context::Reader, Context::Names] {
                let Lookup::Menu(rows) = keymap.lookup(context, &[first]) else {
                    continue;
                };
                let titles = ["menu-sort", "menu-copy"];
                let title = titles.map(|id| text_width(&strings.text(id)));
                let title = title.into_iter().max().unwrap();
                let cells: usize = rows
                    .iter()
                    .filter_map(|row| {
                        Some(hint(&strings, &row.key.label(), row.action?.bar_label()))
                    })
                    .sum();
                assert!(
                    title + 1 + cells <= LINE + 2,
                    "{}: {first:?}: {cells}",
                    locale.tag
                );
            }
        }
    }
}

#[test]
fn every_command_is_described_in_its_row_of_the_palette() {
    let keymap = Keymap::builtin();
    let panes = [Context::List, Context::Reader, Context::Names];
    let rows = || panes.into_iter().flat_map(|pane| keymap.rows_in(pane));
    let names = rows()
        .map(|(_, row)| row.action.name().len())
        .max()
        .unwrap();
    let mut too_long = Vec::new();
    for (locale, strings) in interfaces() {
        for (_, row) in rows() {
            let key = row.keys.first().map(|keys| text_width(&keys.label()));
            let room = 80 - SHEET_MARGINS - names - key.unwrap_or(0);
            let text = strings.text(row.action.description());
            let cells = text_width(&text);
            if cells > room {
                too_long.push(format!("{}: {}: {cells} > {room}", locale.tag, row.action));
            }
        }
    }
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
}
