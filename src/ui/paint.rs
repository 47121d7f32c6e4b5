//! The one door to the cells: laid-out lines, labels and marks.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::style::{Color as CellColor, Modifier, Style as CellStyle};

use crate::config::theme::{Color, Role, Style, Theme};
use crate::text::{BaseDirection, Direction, Line, Paragraph, ParagraphStyle, Wrap};
use crate::view::geometry::{Area, starting};
use crate::view::reader::Span;

/// Paints into a buffer with a theme, for an interface of a direction.
pub(super) struct Painter<'b> {
    buffer: &'b mut Buffer,
    theme: &'static Theme,
    direction: Direction,
}

/// A label laid out on one line.
pub(super) fn layout(text: &str, direction: Direction, columns: usize) -> Line {
    let text: Arc<str> = Arc::from(text);
    Paragraph::new(&text, 0..text.len(), &label_style(direction)).fit(columns, "…")
}

/// How the interface's own text is laid out.
fn label_style(direction: Direction) -> ParagraphStyle {
    ParagraphStyle {
        base: match direction {
            Direction::Ltr => BaseDirection::Ltr,
            Direction::Rtl => BaseDirection::Rtl,
        },
        ..ParagraphStyle::default()
    }
}

/// A text from outside laid out on one line, in its own direction.
fn layout_text(text: &str, columns: usize) -> Line {
    let text: Arc<str> = Arc::from(text);
    Paragraph::new(&text, 0..text.len(), &ParagraphStyle::default()).fit(columns, "…")
}

/// How many cells a label takes.
pub(super) fn width(text: &str, direction: Direction) -> u16 {
    u16::try_from(layout(text, direction, usize::MAX).width()).unwrap_or(u16::MAX)
}

impl<'b> Painter<'b> {
    pub(super) const fn new(
        buffer: &'b mut Buffer,
        theme: &'static Theme,
        direction: Direction,
    ) -> Self {
        Self {
            buffer,
            theme,
            direction,
        }
    }

    /// Paints for an interface of another direction from now on.
    pub(super) const fn turn(&mut self, direction: Direction) {
        self.direction = direction;
    }

    /// The direction of the interface.
    pub(super) const fn direction(&self) -> Direction {
        self.direction
    }

    /// A label at the start side of an area's first row. The cells it takes.
    pub(super) fn label(&mut self, area: Area, text: &str, role: Role) -> u16 {
        self.sided(area, text, role, false)
    }

    /// A label at the end side of an area's first row. The cells it takes.
    pub(super) fn label_at_end(&mut self, area: Area, text: &str, role: Role) -> u16 {
        self.sided(area, text, role, true)
    }

    /// A sentence of the interface on as many rows of an area as it takes. The
    /// rows it took.
    pub(super) fn sentence(&mut self, area: Area, text: &str, role: Role) -> u16 {
        let text: Arc<str> = Arc::from(text);
        let paragraph = Paragraph::new(&text, 0..text.len(), &label_style(self.direction));
        let wrap = Wrap {
            columns: usize::from(area.width).max(1),
            hyphenate: false,
        };
        let mut rows = 0;
        for span in paragraph.wrap(0, &wrap).take(usize::from(area.height)) {
            let line = paragraph.line(&span);
            let cells = u16::try_from(line.width()).unwrap_or(area.width);
            let row = Area {
                y: area.y + rows,
                ..area
            };
            self.line(starting(row, self.direction, cells), &line, &[role], &[]);
            rows += 1;
        }
        rows
    }

    /// A text from outside at the start side of an area's first row, cut at its own
    /// logical end.
    pub(super) fn text(&mut self, area: Area, text: &str, roles: &[Role]) {
        let line = layout_text(text, usize::from(area.width));
        let cells = u16::try_from(line.width()).unwrap_or(area.width);
        self.line(starting(area, self.direction, cells), &line, roles, &[]);
    }

    fn sided(&mut self, area: Area, text: &str, role: Role, end: bool) -> u16 {
        let line = layout(text, self.direction, usize::from(area.width));
        let width = u16::try_from(line.width()).unwrap_or(area.width);
        let x = if end == self.direction.is_rtl() {
            area.x
        } else {
            area.x + area.width.saturating_sub(width)
        };
        self.line(Area { x, width, ..area }, &line, &[role], &[]);
        width
    }

    /// A line from the left edge of an area; roles lie over one another in their
    /// order, and the spans' over them.
    pub(super) fn line(&mut self, area: Area, line: &Line, roles: &[Role], spans: &[Span]) {
        let base = roles.iter().fold(Style::default(), |style, role| {
            self.theme.style(*role).over(style)
        });
        for cell in line.cells() {
            let end = cell.column + usize::from(cell.width);
            if end > usize::from(area.width) {
                break;
            }
            let column = u16::try_from(cell.column).unwrap_or(u16::MAX);
            let style = spans
                .iter()
                .filter(|span| {
                    span.bytes.start < cell.bytes.end && cell.bytes.start < span.bytes.end
                })
                .fold(base, |style, span| self.theme.style(span.role).over(style));
            self.cell(
                area.x.saturating_add(column),
                area.y,
                cell.glyph,
                u16::from(cell.width),
                style,
            );
        }
    }

    /// One cell of the interface's own.
    pub(super) fn symbol(&mut self, x: u16, y: u16, symbol: &str, role: Role) {
        let style = self.theme.style(role);
        self.cell(x, y, symbol, 1, style);
    }

    /// Empties the first row of an area.
    pub(super) fn clear_row(&mut self, area: Area) {
        for x in area.x..area.x.saturating_add(area.width) {
            self.cell(x, area.y, " ", 1, Style::default());
        }
    }

    /// Lays the style of a role over cells that are painted already.
    pub(super) fn overlay(&mut self, area: Area, role: Role) {
        let style = cell_style(self.theme.style(role));
        for y in area.y..area.y.saturating_add(area.height) {
            for x in area.x..area.x.saturating_add(area.width) {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.set_style(style);
                }
            }
        }
    }

    fn cell(&mut self, x: u16, y: u16, symbol: &str, width: u16, style: Style) {
        let Some(cell) = self.buffer.cell_mut((x, y)) else {
            return;
        };
        cell.reset();
        cell.set_symbol(symbol).set_style(cell_style(style));
        for covered in 1..width {
            if let Some(cell) = self.buffer.cell_mut((x.saturating_add(covered), y)) {
                cell.reset();
                // Not a blank: that it is covered is what tells a wide cluster.
                cell.set_symbol("").set_style(cell_style(style));
            }
        }
    }
}

/// A theme's style as ratatui has it.
fn cell_style(style: Style) -> CellStyle {
    let mut modifier = Modifier::empty();
    modifier.set(Modifier::BOLD, style.bold);
    modifier.set(Modifier::ITALIC, style.italic);
    modifier.set(Modifier::UNDERLINED, style.underline);
    modifier.set(Modifier::REVERSED, style.reverse);
    let mut cell = CellStyle::new().add_modifier(modifier);
    cell.fg = style.fg.map(color);
    cell.bg = style.bg.map(color);
    cell
}

const fn color(color: Color) -> CellColor {
    match color {
        Color::Ansi(0) => CellColor::Black,
        Color::Ansi(1) => CellColor::Red,
        Color::Ansi(2) => CellColor::Green,
        Color::Ansi(3) => CellColor::Yellow,
        Color::Ansi(4) => CellColor::Blue,
        Color::Ansi(5) => CellColor::Magenta,
        Color::Ansi(6) => CellColor::Cyan,
        Color::Ansi(7) => CellColor::Gray,
        Color::Ansi(8) => CellColor::DarkGray,
        Color::Ansi(9) => CellColor::LightRed,
        Color::Ansi(10) => CellColor::LightGreen,
        Color::Ansi(11) => CellColor::LightYellow,
        Color::Ansi(12) => CellColor::LightBlue,
        Color::Ansi(13) => CellColor::LightMagenta,
        Color::Ansi(14) => CellColor::LightCyan,
        Color::Ansi(15) => CellColor::White,
        Color::Ansi(index) | Color::Indexed(index) => CellColor::Indexed(index),
        Color::Rgb(red, green, blue) => CellColor::Rgb(red, green, blue),
    }
}
