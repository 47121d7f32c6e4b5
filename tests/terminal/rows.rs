//! Single rows, and what is shown of them: where a fault was found, its
//! smallest row stays here.

use nashra::config::terminal::TerminalMode;
use nashra::term::{Frame, Manner, Reordering, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::cells::{Cell, painted, split, text};
use super::frames::Pipe;
use super::limits::terminals;
use super::model::Terminal;

/// Paints a row; the signs `│` part its fields.
fn paint(row: &str, buffer: &mut Buffer) -> Frame {
    let mut frame = Frame::default();
    let (mut x, mut start) = (0, 0);
    for (glyph, width) in split(row) {
        buffer[(x, 0)].set_symbol(&glyph);
        if width == 2 {
            buffer[(x + 1, 0)].set_symbol("");
        }
        if glyph == "│" {
            frame.fields.push(Rect::new(start, 0, x - start, 1));
            start = x + 1;
        }
        x += u16::from(width);
    }
    frame.fields.push(Rect::new(start, 0, x - start, 1));
    frame
}

/// Checks that the terminals of a mode show a row as it is to be seen.
fn check(row: &str, mode: TerminalMode, mirrors: bool) {
    let columns = split(row).iter().map(|(_, width)| u16::from(*width)).sum();
    let size = Size::new(columns, 1);
    let mut screen = Screen::new(Pipe::default(), size);
    let reordering = Reordering {
        mirrors,
        boxes_are_left: !mirrors,
        ..Reordering::default()
    };
    screen.set_manner(Manner {
        mode,
        reordering,
        ..Manner::default()
    });
    screen.draw(|buffer| paint(row, buffer)).unwrap();
    let mut terminal = Terminal::new(columns, 1);
    terminal.feed_bytes(&screen.output().bytes);
    let mut buffer = Buffer::empty(Rect::from(size));
    paint(row, &mut buffer);
    let wanted: Vec<Cell> = painted(&buffer, 0);
    let stored = &terminal.rows[0];
    for by in terminals(mode, reordering) {
        let shown = by.shown(stored);
        let (stored, shown) = (text(stored), text(&shown));
        assert_eq!(shown, text(&wanted), "{by:?} in {mode} from {stored:?}");
    }
}

#[test]
fn rows_of_every_kind_are_shown() {
    for row in [
        " abc ",
        " a אב (1) b ",
        " ﺎﺑ 12 ﺎﺑ │ b אב ",
        " (אב) [12] 船 אב │ אב 船 ",
        " אב12 אב, 3.5% אב │ ٢٠٢١ אב ",
    ] {
        for mode in TerminalMode::ALL {
            for mirrors in [true, false] {
                check(row, mode, mirrors);
            }
        }
    }
}

#[test]
fn a_persian_decimal_is_one_number() {
    check(" ﺖﻔﮔ۴٫۵ ﺖﻔﮔ ۴٫۵ ", TerminalMode::Inverse, true);
}

#[test]
fn what_a_pane_needs_is_not_asked_of_another() {
    check(" ﺖﻔﮔ12 ﺖﻔﮔ │ ﺖﻔﮔ ۴٫۵ ", TerminalMode::Inverse, true);
}

#[test]
fn what_a_stretch_needs_is_not_asked_of_another() {
    // Konsole: the first is to be cut at its bracket, the last at no blank.
    check(" [א] אב a אב12 אב ", TerminalMode::Inverse, false);
    check(" [א]אב a אב12 אב ", TerminalMode::Inverse, false);
    // W5 asks for European digits: the percent sign belongs to none here.
    check(" אב٪٥٠ אב$5 אב ", TerminalMode::Inverse, true);
}

#[test]
fn drawn_signs_are_letters_for_konsole() {
    check(" תיש − ● םולש ", TerminalMode::Inverse, false);
}

#[test]
fn brackets_pair_where_they_are_not_mirrored() {
    check(" (ﻲﻓ)־ה ", TerminalMode::Inverse, false);
}
