//! Rows that move in a pane beside another, in every manner there is to move them.

use nashra::term::{Frame, Manner, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;

use super::cells::{painted, text};
use super::frames::Pipe;
use super::model::Terminal;

const COLUMNS: u16 = 60;
const ROWS: u16 = 12;

/// Two panes of numbered rows, from a number of each on.
fn paint(buffer: &mut Buffer, tops: [usize; 2]) -> Frame {
    let panes = [Rect::new(0, 0, 29, ROWS), Rect::new(30, 0, 30, ROWS)];
    for (pane, top) in panes.iter().zip(tops) {
        for y in 0..ROWS {
            // Rows that have little in common: else nothing is cheaper by moving.
            let number = 1 + top + usize::from(y) + usize::from(pane.x);
            let row = format!(" {:025b}", number.wrapping_mul(0x9e37_79b9) & 0x1ff_ffff);
            for (x, c) in (pane.x..).zip(row.chars()) {
                buffer[(x, y)].set_char(c);
            }
            buffer[(29, y)].set_char('│');
        }
    }
    Frame {
        fields: panes.to_vec(),
        ..Frame::default()
    }
}

#[test]
fn rows_move_in_one_pane() {
    for has_margins in [false, true] {
        for scrolls_by_feeds in [false, true] {
            let mut screen = Screen::new(Pipe::default(), Size::new(COLUMNS, ROWS));
            screen.set_manner(Manner {
                has_margins,
                scrolls_by_feeds,
                ..Manner::default()
            });
            let mut terminal = Terminal::new(COLUMNS, ROWS);
            for tops in [[0, 0], [0, 2], [3, 2], [3, 1], [1, 1], [0, 0]] {
                screen.draw(|buffer| paint(buffer, tops)).unwrap();
                terminal.feed_bytes(&std::mem::take(screen.output()).bytes);
                let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
                paint(&mut buffer, tops);
                for (y, row) in (0..).zip(&terminal.rows) {
                    assert_eq!(
                        text(row),
                        text(&painted(&buffer, y)),
                        "{tops:?} with margins {has_margins}, feeds {scrolls_by_feeds}"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_is_erased_with_a_line_under_it() {
    let mut screen = Screen::new(Pipe::default(), Size::new(20, 1));
    let mut terminal = Terminal::new(20, 1);
    for row in ["underlined then not", "UNDERLINED"] {
        let paint = |buffer: &mut Buffer| {
            for (x, c) in (0..).zip(row.chars()) {
                let style = Style::new();
                let style = if x < 10 { style.underlined() } else { style };
                buffer[(x, 0)].set_char(c).set_style(style);
            }
            Frame::default()
        };
        screen.draw(paint).unwrap();
        terminal.feed_bytes(&std::mem::take(screen.output()).bytes);
        assert_eq!(text(&terminal.rows[0]).trim_end(), row);
    }
}

#[test]
fn parts_of_an_emoji_leave_nothing_behind() {
    // Terminals that know no joined emoji put its parts side by side.
    let mut screen = Screen::new(Pipe::default(), Size::new(20, 1));
    let mut terminal = Terminal::new(20, 1);
    let paint = |buffer: &mut Buffer| {
        buffer[(1, 0)].set_symbol("👩\u{200d}👩\u{200d}👧");
        buffer[(2, 0)].set_symbol("");
        Frame::default()
    };
    screen.draw(paint).unwrap();
    terminal.feed_bytes(&screen.output().bytes);
    assert_eq!(text(&terminal.rows[0][3..]).trim_end(), "");
}
