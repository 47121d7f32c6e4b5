//! The one door to the cells: laid-out lines, labels and marks.

use std::borrow::Cow;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::style::{Color as CellColor, Modifier, Style as CellStyle};

use crate::config::signs::{Sign, in_ascii};
use crate::config::theme::{Color, Role, Style, Theme};
use crate::text::{BaseDirection, Direction, Line, Paragraph, ParagraphStyle, Wrap};
use crate::view::geometry::{Area, starting};
use crate::view::reader::Span;

/// Cells that no screen has in a row.
const WIDEST: u16 = 1 << 13;

/// Paints into a buffer with a theme, for an interface of a direction.
pub(super) struct Painter<'b> {
    buffer: &'b mut Buffer,
    theme: &'static Theme,
    direction: Direction,
    /// Whether text stays in logical order, and signs are ASCII.
    plain: bool,
}

impl<'b> Painter<'b> {
    pub(super) const fn new(
        buffer: &'b mut Buffer,
        theme: &'static Theme,
        direction: Direction,
        plain: bool,
    ) -> Self {
        Self {
            buffer,
            theme,
            direction,
            plain,
        }
    }

    /// A sign as it is drawn here.
    const fn drawn(&self, sign: Sign) -> &'static str {
        if self.plain {
            sign.ascii()
        } else {
            sign.drawn()
        }
    }

    /// The interface's own words as they are written here.
    pub(super) fn written<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.plain {
            in_ascii(text)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// How the interface's own text is laid out.
    fn label_style(&self) -> ParagraphStyle {
        ParagraphStyle {
            base: match self.direction {
                Direction::Ltr => BaseDirection::Ltr,
                Direction::Rtl => BaseDirection::Rtl,
            },
            in_logical_order: self.plain,
            ..ParagraphStyle::default()
        }
    }

    /// A label laid out on one line.
    pub(super) fn layout(&self, text: &str, columns: usize) -> Line {
        self.fitted(&self.written(text), &self.label_style(), columns)
    }

    /// What is typed, laid out on one line as a label is.
    pub(super) fn layout_typed(&self, text: &str, columns: usize) -> Line {
        self.fitted(text, &self.label_style(), columns)
    }

    /// A text from outside laid out on one line, in its own direction.
    fn layout_text(&self, text: &str, columns: usize, context: Option<Direction>) -> Line {
        let style = ParagraphStyle {
            context,
            in_logical_order: self.plain,
            ..ParagraphStyle::default()
        };
        self.fitted(text, &style, columns)
    }

    fn fitted(&self, text: &str, style: &ParagraphStyle, columns: usize) -> Line {
        let text: Arc<str> = Arc::from(text);
        let ellipsis = self.drawn(Sign::Ellipsis);
        Paragraph::new(&text, 0..text.len(), style).fit(columns, ellipsis)
    }

    /// How many cells a label takes; of one that is wider than any screen, so many that
    /// a few such widths can be added.
    pub(super) fn width(&self, text: &str) -> u16 {
        let cells = self.layout(text, usize::from(WIDEST)).width();
        u16::try_from(cells).unwrap_or(WIDEST)
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
        let text: Arc<str> = Arc::from(&*self.written(text));
        let paragraph = Paragraph::new(&text, 0..text.len(), &self.label_style());
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
        self.directed(area, text, roles, None);
    }

    /// The same, in the direction of the interface where the text has none of its own:
    /// a date is digits and isolated words.
    pub(super) fn value(&mut self, area: Area, text: &str, roles: &[Role]) {
        self.directed(area, text, roles, Some(self.direction));
    }

    fn directed(&mut self, area: Area, text: &str, roles: &[Role], context: Option<Direction>) {
        let line = self.layout_text(text, usize::from(area.width), context);
        let cells = u16::try_from(line.width()).unwrap_or(area.width);
        self.line(starting(area, self.direction, cells), &line, roles, &[]);
    }

    fn sided(&mut self, area: Area, text: &str, role: Role, end: bool) -> u16 {
        let line = self.layout(text, usize::from(area.width));
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

    /// A sign of the interface.
    pub(super) fn sign(&mut self, x: u16, y: u16, sign: Sign, role: Role) {
        self.symbol(x, y, self.drawn(sign), role);
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
