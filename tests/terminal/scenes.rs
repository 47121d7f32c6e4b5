//! Screens such as the program paints, and how they change.

use nashra::config::terminal::TerminalMode;
use nashra::term::Frame;
use nashra::text::{Line, LineSpan, Paragraph, ParagraphStyle, Wrap};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};

use super::texts::{self, LOOKS, Text};

/// A line of a pane, laid out.
#[derive(Clone, Debug)]
struct Placed {
    line: Line,
    /// Of which text it is.
    text: usize,
}

#[derive(Clone, Debug)]
struct Pane {
    texts: Vec<Text>,
    wraps: bool,
    top: usize,
    cursor: usize,
    lines: Vec<Placed>,
    area: Rect,
}

/// A screen: panes beside or over each other between two bars.
#[derive(Clone, Debug)]
pub struct Scene {
    pub columns: u16,
    pub rows: u16,
    is_stacked: bool,
    panes: Vec<Pane>,
    bar: Text,
    pub cursor: Option<(u16, u16)>,
    sample: Option<(u16, TerminalMode)>,
    /// Whether the cells are to be taken as they are.
    pub is_logical: bool,
}

/// What happens between two frames.
#[derive(Clone, Debug)]
pub enum Step {
    Same,
    Scroll(usize, isize),
    Cursor(usize, usize),
    Replace(usize, usize, Text),
    Bar(Text),
    Clear(usize),
    Place(Option<(u16, u16)>),
    Sample(Option<(u16, TerminalMode)>),
    Logical(bool),
    Resize(u16, u16),
    Mode(TerminalMode),
    Mirrors(bool),
    Margins(bool, bool),
    Forget,
}

pub fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        Just((20, 4)),
        Just((80, 24)),
        (20..=60_u16, 4..=16_u16),
        (20..=120_u16, 4..=40_u16)
    ]
}

pub fn mode() -> impl Strategy<Value = TerminalMode> {
    select(&[
        TerminalMode::Visual,
        TerminalMode::Inverse,
        TerminalMode::Inverse,
        TerminalMode::Explicit,
        TerminalMode::Kitty,
        TerminalMode::KittyWord,
        TerminalMode::Lro,
    ])
}

fn place() -> impl Strategy<Value = (u16, u16)> {
    (0..120_u16, 0..40_u16)
}

pub fn scene() -> impl Strategy<Value = Scene> {
    let pane = (vec(texts::text(1..14), 1..10), any::<bool>(), 0..6_usize);
    let panes = vec(pane, 1..=3);
    (size(), any::<bool>(), panes, texts::text(1..5)).prop_map(
        |((columns, rows), is_stacked, panes, bar)| {
            let pane = |(texts, wraps, cursor)| Pane {
                texts,
                wraps,
                top: 0,
                cursor,
                lines: Vec::new(),
                area: Rect::default(),
            };
            let mut scene = Scene {
                columns,
                rows,
                is_stacked,
                panes: panes.into_iter().map(pane).collect(),
                bar,
                cursor: None,
                sample: None,
                is_logical: false,
            };
            scene.resize(columns, rows);
            scene
        },
    )
}

pub fn step() -> impl Strategy<Value = Step> {
    let by = prop_oneof![select(&[1, -1, 2, -2, 3, -3, 5, -5]), -12..=12_isize];
    prop_oneof![
        1 => Just(Step::Same),
        8 => (0..3_usize, by).prop_map(|(pane, by)| Step::Scroll(pane, by)),
        4 => (0..3_usize, 0..12_usize).prop_map(|(pane, row)| Step::Cursor(pane, row)),
        4 => (0..3_usize, 0..10_usize, texts::text(1..14))
            .prop_map(|(pane, place, text)| Step::Replace(pane, place, text)),
        1 => texts::text(0..5).prop_map(Step::Bar),
        1 => (0..3_usize).prop_map(Step::Clear),
        1 => proptest::option::of(place()).prop_map(Step::Place),
        1 => proptest::option::of((0..24_u16, mode())).prop_map(Step::Sample),
        1 => any::<bool>().prop_map(Step::Logical),
        1 => size().prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        1 => mode().prop_map(Step::Mode),
        1 => any::<bool>().prop_map(Step::Mirrors),
        2 => any::<(bool, bool)>().prop_map(|(sides, feeds)| Step::Margins(sides, feeds)),
        1 => Just(Step::Forget),
    ]
}

impl Scene {
    /// Changes what is painted; what is sent is none of its business.
    pub fn apply(&mut self, step: &Step) {
        let count = self.panes.len();
        match step {
            Step::Scroll(pane, by) => {
                let pane = &mut self.panes[pane % count];
                pane.top = pane.top.saturating_add_signed(*by);
            }
            Step::Cursor(pane, row) => self.panes[pane % count].cursor = *row,
            Step::Replace(pane, place, text) => {
                let pane = &mut self.panes[pane % count];
                let place = place % pane.texts.len();
                pane.texts[place] = text.clone();
                pane.lay_out();
            }
            Step::Bar(text) => self.bar = text.clone(),
            Step::Clear(pane) => self.panes[pane % count].lines.clear(),
            Step::Place(cursor) => self.cursor = *cursor,
            Step::Sample(sample) => self.sample = *sample,
            Step::Logical(is_logical) => self.is_logical = *is_logical,
            Step::Resize(columns, rows) => self.resize(*columns, *rows),
            Step::Same | Step::Mode(_) | Step::Mirrors(_) | Step::Margins(..) | Step::Forget => {}
        }
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        (self.columns, self.rows) = (columns, rows);
        let inside = Rect::new(0, 1, columns, rows - 2);
        let count = u16::try_from(self.panes.len()).unwrap();
        // Stacked panes without a row of their own would be none.
        self.is_stacked &= inside.height >= count;
        for (pane, place) in self.panes.iter_mut().zip(0..) {
            pane.area = if self.is_stacked {
                let height = inside.height / count;
                Rect::new(0, 1 + place * height, columns, height)
            } else {
                let width = (columns + 1) / count;
                Rect::new(place * width, 1, width - 1, inside.height)
            };
            pane.lay_out();
        }
    }

    /// The mode of a row, where the others have `mode`.
    pub fn mode_of(&self, y: u16, mode: TerminalMode) -> TerminalMode {
        match self.sample {
            // Shown by a terminal that does nothing of its own.
            _ if self.is_logical => TerminalMode::Visual,
            Some((row, mode)) if row == y => mode,
            _ => mode,
        }
    }

    /// The areas of the panes and the bars.
    pub fn fields(&self) -> Vec<Rect> {
        let bar = |y| Rect::new(0, y, self.columns, 1);
        let panes = self.panes.iter().map(|pane| pane.area);
        panes.chain([bar(0), bar(self.rows - 1)]).collect()
    }

    /// Whether the cursor shows where it stands.
    pub fn shows_cursor(&self) -> bool {
        self.cursor.is_some_and(|(x, y)| (x ^ y) % 2 == 0)
    }

    pub fn paint(&self, buffer: &mut Buffer) -> Frame {
        let bar = |buffer: &mut Buffer, y| {
            let inside = Rect::new(1, y, self.columns - 2, 1);
            let line = fitted(&self.bar, inside.width);
            paint_line(buffer, inside, &line, &self.bar);
        };
        bar(buffer, 0);
        bar(buffer, self.rows - 1);
        for pane in &self.panes {
            pane.paint(buffer);
            let edge = pane.area.right();
            if edge < self.columns {
                for y in pane.area.top()..pane.area.bottom() {
                    buffer[(edge, y)].set_symbol("│").set_style(style(4));
                }
            }
        }
        let cursor = self.cursor.map(|(x, y)| Position {
            x: x % self.columns,
            y: y % self.rows,
        });
        Frame {
            links: Vec::new(),
            cursor,
            shows_cursor: self.shows_cursor(),
            in_logical_order: self.is_logical,
            fields: self.fields(),
            samples: self.sample.into_iter().collect(),
        }
    }
}

impl Pane {
    /// The columns of the text: a blank one is at either side.
    fn width(&self) -> u16 {
        self.area.width - 2
    }

    fn lay_out(&mut self) {
        let width = self.width();
        self.lines.clear();
        for (place, text) in self.texts.iter().enumerate() {
            let placed = |line| Placed { line, text: place };
            if self.wraps {
                let paragraph = paragraph(text);
                let wrap = Wrap {
                    columns: usize::from(width),
                    hyphenate: false,
                };
                let spans: Vec<LineSpan> = paragraph.wrap(0, &wrap).collect();
                let lines = spans.iter().map(|span| paragraph.line(span)).map(placed);
                self.lines.extend(lines);
            } else {
                self.lines.push(placed(fitted(text, width)));
            }
        }
    }

    fn paint(&self, buffer: &mut Buffer) {
        let lines = self.lines.iter().cycle().skip(self.top % 40);
        for (y, (placed, row)) in (self.area.top()..self.area.bottom()).zip(lines.zip(0..)) {
            let inside = Rect::new(self.area.x + 1, y, self.width(), 1);
            // Gaps between texts, as between articles.
            if (self.top + row) % 5 != 4 {
                paint_line(buffer, inside, &placed.line, &self.texts[placed.text]);
            }
            if row == self.cursor {
                for x in self.area.left()..self.area.right() {
                    buffer[(x, y)].set_style(style(1 + self.cursor % (LOOKS - 1)));
                }
            }
        }
    }
}

fn paragraph(text: &Text) -> Paragraph {
    Paragraph::new(&text.text, 0..text.text.len(), &ParagraphStyle::default())
}

fn fitted(text: &Text, width: u16) -> Line {
    paragraph(text).fit(usize::from(width), "…")
}

/// A line at its own side of an area, as the program paints it.
fn paint_line(buffer: &mut Buffer, area: Rect, line: &Line, text: &Text) {
    let width = u16::try_from(line.width()).unwrap().min(area.width);
    let start = if line.direction().is_rtl() {
        area.right() - width
    } else {
        area.left()
    };
    for cell in line.cells() {
        let x = start + u16::try_from(cell.column).unwrap();
        let end = x + u16::from(cell.width);
        if end > area.right() {
            break;
        }
        let over = text
            .marks
            .iter()
            .filter(|(bytes, _)| bytes.start < cell.bytes.end && cell.bytes.start < bytes.end);
        let style = over.fold(style(text.look), |look, (_, over)| look.patch(style(*over)));
        buffer[(x, area.y)].set_symbol(cell.glyph).set_style(style);
        for x in x + 1..end {
            buffer[(x, area.y)].set_symbol("").set_style(style);
        }
    }
}

/// A look by its number.
fn style(look: usize) -> Style {
    let style = Style::new();
    let looks: [Style; LOOKS] = [
        style,
        style.bold(),
        style.reversed(),
        style.fg(Color::Red),
        style.fg(Color::DarkGray),
        style.underlined().fg(Color::LightBlue),
        style.bg(Color::Indexed(236)),
        style.fg(Color::Rgb(200, 180, 40)).bg(Color::Yellow),
        style.italic().fg(Color::Indexed(75)),
        style.bold().underlined().bg(Color::LightGreen),
    ];
    looks[look]
}
