//! What a person set is what the screen does.

use nashra::config::settings::{ListCursor, Settings};
use ratatui::style::Modifier;

use super::fixture::Fixture;

/// The cells of the row under the list's cursor that are reversed.
fn reversed(fixture: &mut Fixture) -> usize {
    let list = fixture.view.geometry().list.expect("a list");
    let buffer = fixture.buffer();
    (list.x..list.x + list.width)
        .filter(|&x| buffer[(x, list.y)].modifier.contains(Modifier::REVERSED))
        .count()
}

#[test]
fn the_cursor_of_the_list_is_a_handle_or_the_whole_row() {
    let mut handle = Fixture::new(120, 30);
    let mut row = Fixture::set(
        120,
        30,
        Settings {
            list_cursor: ListCursor::Row,
            ..Settings::default()
        },
    );
    let width = usize::from(row.view.geometry().list.unwrap().width);
    assert!((1..width).contains(&reversed(&mut handle)));
    assert_eq!(reversed(&mut row), width);
}

#[test]
fn the_keys_in_the_bottom_line_can_be_left_out_but_not_those_of_a_menu() {
    let mut fixture = Fixture::set(
        120,
        30,
        Settings {
            hints: false,
            ..Settings::default()
        },
    );
    fixture.press("j");
    assert!(!fixture.bottom().contains("keys"), "{}", fixture.bottom());
    fixture.press(",");
    assert!(fixture.bottom().contains("date"), "{}", fixture.bottom());
}

#[test]
fn a_measure_is_that_of_every_script() {
    let mut fixture = Fixture::set(
        160,
        30,
        Settings {
            measure: Some(40),
            ..Settings::default()
        },
    );
    for _ in 0..5 {
        assert_eq!(fixture.view.reader().column().measure, 40);
        fixture.press("j");
    }
}
