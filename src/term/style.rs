//! A cell's style as SGR (ECMA-48 8.3.117), and the cheapest way between two.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use smallvec::SmallVec;

use super::number::{digits, write_number};

/// The parameters of one SGR.
type Parameters = SmallVec<[u8; 12]>;

/// Colours and attributes as a terminal's pen has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

/// The attributes in use, with the parameters that set and unset them.
const ATTRIBUTES: [(Modifier, u8, u8); 4] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
];

impl Pen {
    /// What a terminal writes with when nothing was set.
    pub(super) const DEFAULT: Self = Self {
        foreground: Color::Reset,
        background: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// The pen that paints a cell.
    pub(super) const fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// The pen that paints a blank alike: ink shows only where it is a background or
    /// a line.
    pub(super) const fn on_blank(self) -> Self {
        if self.modifier.contains(Modifier::REVERSED)
            || self.modifier.contains(Modifier::UNDERLINED)
        {
            return self;
        }
        Self {
            foreground: Color::Reset,
            background: self.background,
            modifier: Modifier::empty(),
        }
    }

    /// The same in another font than some pens, two at most: slanted, bold, or both,
    /// where it is not so already.
    pub(super) fn apart_from(self, others: &[Self]) -> Self {
        let fonts = [
            Modifier::empty(),
            Modifier::ITALIC,
            Modifier::BOLD,
            Modifier::BOLD.union(Modifier::ITALIC),
        ];
        let mut pens = fonts.into_iter().map(|turned| Self {
            modifier: self.modifier.symmetric_difference(turned),
            ..self
        });
        pens.find(|pen| !others.iter().any(|other| pen.has_font_of(*other)))
            .unwrap_or(self)
    }

    /// Whether another pen writes in the same font.
    pub(super) fn has_font_of(self, other: Self) -> bool {
        let font = Modifier::BOLD.union(Modifier::ITALIC);
        self.modifier.intersection(font) == other.modifier.intersection(font)
    }

    /// The same for a terminal of eight colours: a bright one is its colour in bold.
    pub(super) fn in_eight_colours(self) -> Self {
        let (foreground, is_bright) = dark(self.foreground);
        let mut modifier = self.modifier;
        modifier.set(
            Modifier::BOLD,
            is_bright || modifier.contains(Modifier::BOLD),
        );
        Self {
            foreground,
            background: dark(self.background).0,
            modifier,
        }
    }

    /// Whether cells that are erased with this pen look like cells never written.
    pub(super) fn erases_clean(self) -> bool {
        self.background == Color::Reset
            && !self
                .modifier
                .intersects(Modifier::REVERSED.union(Modifier::UNDERLINED))
    }

    /// Writes what turns the pen `before` (`None`: not known) into this one.
    pub(super) fn write(self, before: Option<Self>, frame: &mut Vec<u8>) {
        let before = before.unwrap_or_else(|| {
            frame.extend_from_slice(b"\x1b[m");
            Self::default()
        });
        if self == before {
            return;
        }
        if self == Self::default() {
            frame.extend_from_slice(b"\x1b[m");
            return;
        }
        let changes = self.changes(before);
        let mut fresh = self.changes(Self::DEFAULT);
        // Everything off first may be shorter than taking it back piece by piece.
        fresh.insert(0, 0);
        let cheapest = if length(&fresh) < length(&changes) {
            fresh
        } else {
            changes
        };
        frame.extend_from_slice(b"\x1b[");
        for (place, parameter) in cheapest.iter().enumerate() {
            if place > 0 {
                frame.push(b';');
            }
            write_number(u16::from(*parameter), frame);
        }
        frame.push(b'm');
    }

    fn changes(self, before: Self) -> Parameters {
        let mut parameters = Parameters::new();
        for (attribute, set, unset) in ATTRIBUTES {
            match (
                before.modifier.contains(attribute),
                self.modifier.contains(attribute),
            ) {
                (false, true) => parameters.push(set),
                (true, false) => parameters.push(unset),
                _ => {}
            }
        }
        if self.foreground != before.foreground {
            colour(self.foreground, 30, &mut parameters);
        }
        if self.background != before.background {
            colour(self.background, 40, &mut parameters);
        }
        parameters
    }
}

/// The dark colour of a bright one, and whether it was bright.
const fn dark(colour: Color) -> (Color, bool) {
    match colour {
        Color::DarkGray => (Color::Black, true),
        Color::LightRed => (Color::Red, true),
        Color::LightGreen => (Color::Green, true),
        Color::LightYellow => (Color::Yellow, true),
        Color::LightBlue => (Color::Blue, true),
        Color::LightMagenta => (Color::Magenta, true),
        Color::LightCyan => (Color::Cyan, true),
        Color::White => (Color::Gray, true),
        colour => (colour, false),
    }
}

/// The bytes that parameters take.
fn length(parameters: &[u8]) -> usize {
    let digits = parameters
        .iter()
        .map(|parameter| digits(u16::from(*parameter)));
    digits.map(|digits| digits + 1).sum()
}

/// The parameters of a colour; `base` is 30 for the foreground, 40 for the background.
fn colour(colour: Color, base: u8, parameters: &mut Parameters) {
    let plain = |index: u8| {
        if index < 8 {
            base + index
        } else {
            base + 52 + index
        }
    };
    match colour {
        Color::Reset => parameters.push(base + 9),
        Color::Black => parameters.push(plain(0)),
        Color::Red => parameters.push(plain(1)),
        Color::Green => parameters.push(plain(2)),
        Color::Yellow => parameters.push(plain(3)),
        Color::Blue => parameters.push(plain(4)),
        Color::Magenta => parameters.push(plain(5)),
        Color::Cyan => parameters.push(plain(6)),
        Color::Gray => parameters.push(plain(7)),
        Color::DarkGray => parameters.push(plain(8)),
        Color::LightRed => parameters.push(plain(9)),
        Color::LightGreen => parameters.push(plain(10)),
        Color::LightYellow => parameters.push(plain(11)),
        Color::LightBlue => parameters.push(plain(12)),
        Color::LightMagenta => parameters.push(plain(13)),
        Color::LightCyan => parameters.push(plain(14)),
        Color::White => parameters.push(plain(15)),
        Color::Indexed(index) => parameters.extend([base + 8, 5, index]),
        Color::Rgb(red, green, blue) => parameters.extend([base + 8, 2, red, green, blue]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pen: Pen, before: Pen) -> String {
        let mut frame = Vec::new();
        pen.write(Some(before), &mut frame);
        String::from_utf8(frame).unwrap()
    }

    #[test]
    fn the_cheapest_change_is_taken() {
        let bold = Pen {
            modifier: Modifier::BOLD,
            ..Pen::default()
        };
        let blue = Pen {
            foreground: Color::Indexed(75),
            modifier: Modifier::BOLD,
            ..Pen::default()
        };
        assert_eq!(written(blue, bold), "\x1b[38;5;75m");
        assert_eq!(written(bold, blue), "\x1b[39m");
        assert_eq!(written(Pen::default(), blue), "\x1b[m");
        assert_eq!(written(bold, bold), "");
    }

    #[test]
    fn bright_colours_have_their_own_parameters() {
        let pen = Pen {
            foreground: Color::LightRed,
            background: Color::White,
            ..Pen::default()
        };
        assert_eq!(written(pen, Pen::default()), "\x1b[91;107m");
    }
}
