//! Where the panes stand on a screen of a given size.
//!
//! Pure: the same size, focus and direction give the same rectangles. The
//! widths never depend on what the panes hold, so nothing jumps.

use crate::text::Direction;

pub use super::area::{Area, ends, inner, starting};

/// The three panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list of articles.
    #[default]
    List,
    /// The article.
    Reader,
    /// The names (entities) of the article or of the view.
    Names,
}

impl Pane {
    /// The panes in their order from the start side of the interface.
    pub const ALL: [Self; 3] = [Self::List, Self::Reader, Self::Names];
}

/// How the panes share the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// List, reader and names side by side.
    Three,
    /// List (or names, in its place) beside the reader.
    Two,
    /// List (or names) above the reader, both at full width.
    Stacked,
    /// One pane at a time.
    One,
    /// The reader without bars: the screen is under 40x10.
    ReaderOnly,
    /// Under 20x4: one line that says so.
    TooSmall,
}

/// A vertical line between two panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separator {
    /// Its column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Rows.
    pub height: u16,
    /// Whether one of the panes beside it has the focus.
    pub focused: bool,
}

/// The screen, divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// How the panes share it.
    pub arrangement: Arrangement,
    /// The line at the top: place and languages.
    pub bar: Option<Area>,
    /// The list, where it is shown.
    pub list: Option<Area>,
    /// The line above a stacked reader.
    pub head: Option<Area>,
    /// The reader, where it is shown.
    pub reader: Option<Area>,
    /// The names, where they are shown.
    pub names: Option<Area>,
    /// The lines between panes.
    pub separators: Vec<Separator>,
    /// The line at the bottom: where one is, state, keys.
    pub bottom: Area,
}

impl Geometry {
    /// Divides a screen of `columns` x `rows` cells.
    ///
    /// `focus` decides which pane shows where not all fit, `zen` shows the
    /// reader alone, and a right-to-left interface mirrors the panes.
    #[must_use]
    pub fn new(columns: u16, rows: u16, focus: Pane, zen: bool, direction: Direction) -> Self {
        let arrangement = arrangement(columns, rows, zen);
        Self::divided(columns, rows, arrangement, focus, zen, direction)
    }

    /// The same with the names only where they have the focus, so that less is sent.
    #[must_use]
    pub fn frugal(columns: u16, rows: u16, focus: Pane, zen: bool, direction: Direction) -> Self {
        let arrangement = match arrangement(columns, rows, zen) {
            Arrangement::Three if focus != Pane::Names => Arrangement::Two,
            arrangement => arrangement,
        };
        Self::divided(columns, rows, arrangement, focus, zen, direction)
    }

    /// One pane at a time at any size, with nothing drawn between panes.
    #[must_use]
    pub fn plain(columns: u16, rows: u16, focus: Pane, zen: bool, direction: Direction) -> Self {
        let arrangement = match arrangement(columns, rows, zen) {
            small @ (Arrangement::ReaderOnly | Arrangement::TooSmall) => small,
            _ => Arrangement::One,
        };
        Self::divided(columns, rows, arrangement, focus, zen, direction)
    }

    fn divided(
        columns: u16,
        rows: u16,
        arrangement: Arrangement,
        focus: Pane,
        zen: bool,
        direction: Direction,
    ) -> Self {
        let mut geometry = Self::bare(columns, rows, arrangement);
        let body = Area {
            x: 0,
            y: 1,
            width: columns,
            height: rows.saturating_sub(2),
        };
        match arrangement {
            Arrangement::TooSmall => {}
            Arrangement::ReaderOnly => {
                geometry.bar = None;
                geometry.reader = Some(Area {
                    x: 0,
                    y: 0,
                    width: columns,
                    height: rows,
                });
            }
            Arrangement::One => {
                let shown = if zen { Pane::Reader } else { focus };
                geometry.place(shown, body);
            }
            Arrangement::Stacked => geometry.stack(body, focus),
            Arrangement::Two => {
                let start = if focus == Pane::Names {
                    Pane::Names
                } else {
                    Pane::List
                };
                geometry.beside(body, &[(start, 36)], focus);
            }
            Arrangement::Three => {
                let list = (36 + columns.saturating_sub(120) / 4).min(56);
                let names = (24 + columns.saturating_sub(120) / 10).min(30);
                geometry.beside(body, &[(Pane::List, list), (Pane::Names, names)], focus);
            }
        }
        if direction.is_rtl() {
            geometry.mirror(columns);
        }
        geometry
    }

    /// The area of a pane, where it is shown.
    #[must_use]
    pub const fn area(&self, pane: Pane) -> Option<Area> {
        match pane {
            Pane::List => self.list,
            Pane::Reader => self.reader,
            Pane::Names => self.names,
        }
    }

    /// The pane under a cell.
    #[must_use]
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        Pane::ALL.into_iter().find(|pane| {
            self.area(*pane)
                .is_some_and(|area| area.contains(column, row))
        })
    }

    fn bare(columns: u16, rows: u16, arrangement: Arrangement) -> Self {
        Self {
            arrangement,
            bar: Some(Area {
                x: 0,
                y: 0,
                width: columns,
                height: 1,
            }),
            list: None,
            head: None,
            reader: None,
            names: None,
            separators: Vec::new(),
            bottom: Area {
                x: 0,
                y: rows.saturating_sub(1),
                width: columns,
                height: 1.min(rows),
            },
        }
    }

    fn place(&mut self, pane: Pane, area: Area) {
        match pane {
            Pane::List => self.list = Some(area),
            Pane::Reader => self.reader = Some(area),
            Pane::Names => self.names = Some(area),
        }
    }

    /// List or names over the reader, with the reader's head line between.
    fn stack(&mut self, body: Area, focus: Pane) {
        let upper = if focus == Pane::Names {
            Pane::Names
        } else {
            Pane::List
        };
        let height = ((body.height + 2) / 4).max(5);
        self.place(upper, Area { height, ..body });
        self.head = Some(Area {
            y: body.y + height,
            height: 1,
            ..body
        });
        self.reader = Some(Area {
            y: body.y + height + 1,
            height: body.height.saturating_sub(height + 1),
            ..body
        });
    }

    /// Fixed panes at the start (the first) and at the end (the second), the
    /// reader in what is left, a column of separator between neighbours.
    fn beside(&mut self, body: Area, fixed: &[(Pane, u16)], focus: Pane) {
        let mut x = body.x;
        let mut width = body.width;
        if let Some(&(pane, cells)) = fixed.first() {
            self.place(
                pane,
                Area {
                    width: cells,
                    ..body
                },
            );
            self.separate(body, cells, focus == pane || focus == Pane::Reader);
            x += cells + 1;
            width = width.saturating_sub(cells + 1);
        }
        if let Some(&(pane, cells)) = fixed.get(1) {
            width = width.saturating_sub(cells + 1);
            self.separate(body, x + width, focus == pane || focus == Pane::Reader);
            self.place(
                pane,
                Area {
                    x: x + width + 1,
                    width: cells,
                    ..body
                },
            );
        }
        self.reader = Some(Area { x, width, ..body });
    }

    fn separate(&mut self, body: Area, x: u16, focused: bool) {
        self.separators.push(Separator {
            x,
            y: body.y,
            height: body.height,
            focused,
        });
    }

    fn mirror(&mut self, columns: u16) {
        let flip = |area: &mut Area| area.x = columns.saturating_sub(area.x + area.width);
        for area in [
            &mut self.bar,
            &mut self.list,
            &mut self.head,
            &mut self.reader,
            &mut self.names,
        ]
        .into_iter()
        .flatten()
        {
            flip(area);
        }
        for separator in &mut self.separators {
            separator.x = columns.saturating_sub(separator.x + 1);
        }
    }
}

fn arrangement(columns: u16, rows: u16, zen: bool) -> Arrangement {
    if columns < 20 || rows < 4 {
        Arrangement::TooSmall
    } else if columns < 40 || rows < 10 {
        Arrangement::ReaderOnly
    } else if zen {
        Arrangement::One
    } else if columns >= 120 && rows >= 16 {
        Arrangement::Three
    } else if columns >= 96 && rows >= 12 {
        Arrangement::Two
    } else if (60..96).contains(&columns) && rows >= 20 {
        Arrangement::Stacked
    } else {
        Arrangement::One
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(columns: u16, rows: u16) -> Vec<u16> {
        let geometry = Geometry::new(columns, rows, Pane::List, false, Direction::Ltr);
        Pane::ALL
            .into_iter()
            .filter_map(|pane| geometry.area(pane))
            .map(|area| area.width)
            .collect()
    }

    #[test]
    fn widths_are_those_of_the_design() {
        assert_eq!(widths(160, 45), [46, 84, 28]);
        assert_eq!(widths(120, 30), [36, 58, 24]);
        assert_eq!(widths(100, 30), [36, 63]);
        assert_eq!(widths(200, 14), [36, 163]);
        assert_eq!(widths(40, 10), [40]);
        assert_eq!(widths(300, 80), [56, 212, 30]);
    }

    #[test]
    fn stacked_divides_eighty_by_twenty_four() {
        let geometry = Geometry::new(80, 24, Pane::List, false, Direction::Ltr);
        assert_eq!(geometry.arrangement, Arrangement::Stacked);
        assert_eq!(geometry.list.map(|area| area.height), Some(6));
        assert_eq!(geometry.reader.map(|area| area.height), Some(15));
    }

    #[test]
    fn every_size_covers_the_screen_without_overlap() {
        for direction in [Direction::Ltr, Direction::Rtl] {
            for focus in Pane::ALL {
                for zen in [false, true] {
                    for columns in (1..=310).step_by(3) {
                        for rows in [1, 4, 5, 9, 10, 11, 12, 15, 16, 20, 24, 80] {
                            let geometry = Geometry::new(columns, rows, focus, zen, direction);
                            let mut seen = vec![0u8; usize::from(columns) * usize::from(rows)];
                            let areas = Pane::ALL
                                .into_iter()
                                .filter_map(|pane| geometry.area(pane))
                                .chain(geometry.bar)
                                .chain(geometry.head);
                            for area in areas {
                                for y in area.y..area.y + area.height {
                                    for x in area.x..area.x + area.width {
                                        seen[usize::from(y) * usize::from(columns)
                                            + usize::from(x)] += 1;
                                    }
                                }
                            }
                            assert!(seen.iter().all(|&n| n <= 1), "{columns}x{rows} {focus:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_right_to_left_interface_mirrors_the_panes() {
        let geometry = Geometry::new(120, 30, Pane::List, false, Direction::Rtl);
        assert_eq!(geometry.list.map(|area| area.x), Some(84));
        assert_eq!(geometry.names.map(|area| area.x), Some(0));
    }
}
