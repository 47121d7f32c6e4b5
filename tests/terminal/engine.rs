//! The same frames judged by an emulator that others wrote, the crate `vt100`.
//!
//! It has no side margins and no texts of their own size, and gives each character
//! the width that `unicode-width` does; the scenes hold no clusters of emoji, whose
//! parts it would put side by side.

use std::num::NonZero;

use nashra::config::terminal::TerminalMode;
use nashra::term::{Manner, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::cells::{Cell, Colour, Pen, painted, text};
use super::frames::{Pipe, journeys};
use super::scenes::{Scene, Step};

fn parser(scene: &Scene) -> vt100::Parser {
    let of = |cells| NonZero::new(cells).unwrap();
    let mut parser = vt100::Parser::new(of(scene.rows), of(scene.columns), 0);
    parser.process("\x1b[1;35m船e\u{301}#".repeat(400).as_bytes());
    parser
}

/// A row as the emulator has it.
fn row(screen: &vt100::Screen, y: u16, columns: u16) -> Vec<Cell> {
    let cells = (0..columns).map(|x| screen.cell(y, x).unwrap());
    cells.map(cell).collect()
}

fn cell(cell: &vt100::Cell) -> Cell {
    let pen = Pen {
        fg: colour(cell.fgcolor()),
        bg: colour(cell.bgcolor()),
        bold: cell.bold(),
        italic: cell.italic(),
        underline: cell.underline(),
        reverse: cell.inverse(),
    };
    if cell.is_wide_continuation() {
        return Cell::covered(Pen::default());
    }
    let glyph = match cell.contents() {
        "" => " ",
        glyph => glyph,
    };
    Cell::of(glyph, pen, if cell.is_wide() { 2 } else { 1 }).seen()
}

const fn colour(colour: vt100::Color) -> Colour {
    match colour {
        vt100::Color::Default => Colour::Page,
        vt100::Color::Idx(index) => Colour::Index(index),
        vt100::Color::Rgb(red, green, blue) => Colour::Rgb(red, green, blue),
    }
}

/// A row without the pens of covered cells, which the emulator does not keep.
fn wanted(buffer: &Buffer, y: u16) -> Vec<Cell> {
    let mut row = painted(buffer, y);
    for cell in row.iter_mut().filter(|cell| cell.width == 0) {
        cell.pen = Pen::default();
    }
    row
}

#[test]
fn another_emulator_has_the_frame_too() {
    journeys(120, |mut scene, manner, steps| {
        let mut screen = Screen::new(Pipe::default(), Size::new(scene.columns, scene.rows));
        screen.set_manner(Manner {
            mode: TerminalMode::Visual,
            has_margins: false,
            ..manner
        });
        let mut parser = parser(&scene);
        scene.apply(&Step::Sample(None));
        for step in [Step::Same].iter().chain(&steps) {
            let is_resized = matches!(step, Step::Resize(..));
            if !matches!(step, Step::Sample(_)) {
                scene.apply(step);
            }
            if is_resized {
                screen.resized(Size::new(scene.columns, scene.rows));
            }
            if is_resized || matches!(step, Step::Forget) {
                screen.forget();
                parser = self::parser(&scene);
            }
            screen.draw(|buffer| scene.paint(buffer)).unwrap();
            parser.process(&std::mem::take(screen.output()).bytes);
            let mut buffer = Buffer::empty(Rect::new(0, 0, scene.columns, scene.rows));
            let frame = scene.paint(&mut buffer);
            for y in 0..scene.rows {
                let row = self::row(parser.screen(), y, scene.columns);
                let wanted = wanted(&buffer, y);
                for (x, (shown, wanted)) in row.iter().zip(&wanted).enumerate() {
                    assert_eq!(shown, wanted, "column {x} of {:?}", text(&row));
                }
            }
            assert_eq!(parser.screen().hide_cursor(), !frame.shows_cursor);
            if let Some(cursor) = frame.cursor {
                assert_eq!(parser.screen().cursor_position(), (cursor.y, cursor.x));
            }
        }
    });
}
