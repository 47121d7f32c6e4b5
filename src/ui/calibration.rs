//! The lines by which right-to-left text is settled, each sent in its own way.

use ratatui::layout::Rect;

use super::paint::Painter;
use crate::config::number::Digits;
use crate::config::signs::Sign;
use crate::config::strings::{Locale, Strings};
use crate::config::terminal::TerminalMode;
use crate::config::theme::Role;
use crate::term::Frame;
use crate::text::Direction;
use crate::view::View;
use crate::view::calibration::Calibration;
use crate::view::geometry::Area;

/// Under so many rows there is room for the lines and little else.
const FEW_ROWS: u16 = 14;
/// Cells between the number of a line and its letters, and around the bars.
const GAP: u16 = 2;

/// Draws the lines, and says in which way each is to be sent.
pub(super) fn draw(view: &View, calibration: Calibration, painter: &mut Painter<'_>) -> Frame {
    let pattern = calibration.pattern();
    let strings = view.strings();
    let (columns, rows) = view.size();
    let is_low = rows < FEW_ROWS;
    let mut page = Page {
        rest: Area {
            x: 1,
            y: u16::from(!is_low),
            width: columns.saturating_sub(2),
            height: rows.saturating_sub(2 * u16::from(!is_low)),
        },
        frame: Frame::default(),
    };
    if !is_low {
        page.sentence(painter, &strings.text("calibrate-title"), Role::Heading);
    }
    if calibration.is_hebrew && !is_low {
        page.sentence(painter, &strings.text("calibrate-fonts"), Role::Text);
    }
    page.sentence(painter, &strings.text("calibrate-question"), Role::Text);
    // What is to be settled may keep a sentence that runs right to left from being read.
    let english = (view.direction().is_rtl() && !is_low)
        .then(|| Strings::new(Locale::ENGLISH, Digits::Latin));
    painter.turn(Direction::Ltr);
    if let Some(english) = &english {
        page.sentence(painter, &english.text("calibrate-question"), Role::Text);
    }
    page.line(painter, "", pattern.wanted, None);
    page.blank();
    for (number, way) in (1..).zip(calibration.ways) {
        let number = format!("{number}");
        page.line(painter, &number, pattern.letters, Some(way));
    }
    page.blank();
    let answer = if is_low {
        "calibrate-answer-short"
    } else {
        "calibrate-answer"
    };
    if let Some(english) = &english {
        page.sentence(painter, &view.sentence(english, answer), Role::Text);
    }
    painter.turn(view.direction());
    page.sentence(painter, &view.sentence(strings, answer), Role::Text);
    page.frame
}

/// What is left of the page, and what was said of it.
struct Page {
    rest: Area,
    frame: Frame,
}

impl Page {
    fn sentence(&mut self, painter: &mut Painter<'_>, text: &str, role: Role) {
        let used = painter.sentence(self.rest, text, role);
        let area = Area {
            height: used,
            ..self.rest
        };
        self.field(area);
        self.advance(used);
    }

    /// A row is kept free where there is room for it.
    fn blank(&mut self) {
        if self.rest.height > 7 {
            self.advance(1);
        }
    }

    fn advance(&mut self, rows: u16) {
        let rows = rows.min(self.rest.height);
        self.rest.y += rows;
        self.rest.height -= rows;
    }

    fn field(&mut self, area: Area) {
        let field = Rect::new(area.x, area.y, area.width, area.height);
        self.frame.fields.push(field);
    }

    /// The letters twice, each before a bar. Every cell stands where it is to be seen.
    fn line(
        &mut self,
        painter: &mut Painter<'_>,
        number: &str,
        letters: &str,
        way: Option<TerminalMode>,
    ) {
        if self.rest.height == 0 {
            return;
        }
        let y = self.rest.y;
        let start = Area {
            x: 0,
            height: 1,
            ..self.rest
        };
        painter.label(Area { x: 2, ..start }, number, Role::Key);
        let mut x = 5;
        let end = self.rest.x + self.rest.width;
        for side in 0..2 {
            let from = if side == 0 { 0 } else { x };
            x += GAP * side;
            for letter in letters.chars() {
                if x < end {
                    painter.symbol(x, y, letter.encode_utf8(&mut [0; 4]), Role::Text);
                }
                x += 1;
            }
            x += GAP;
            self.field(Area {
                x: from,
                y,
                width: x - from,
                height: 1,
            });
            if x < end {
                painter.sign(x, y, Sign::Separator, Role::Text);
            }
            x += 1;
        }
        if let Some(way) = way {
            self.frame.samples.push((y, way));
        }
        self.advance(1);
    }
}
