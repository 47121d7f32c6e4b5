//! What a frame is beside its cells: the panes, the cursor, where cells lead to.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::config::terminal::TerminalMode;

/// The longest address that terminals keep, in bytes ("Hyperlinks in terminal emulators").
const LONGEST_ADDRESS: usize = 2083;

/// What a frame is beside its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Where the cursor stands after the frame, for whoever follows it: magnifiers,
    /// Braille displays. `None` leaves it wherever it is.
    pub cursor: Option<Position>,
    /// Whether it shows there.
    pub shows_cursor: bool,
    /// Whether the cells of a row stand in the order of reading: they are sent as they
    /// are, whatever the mode, and a row that changed is sent whole, to be read out.
    pub in_logical_order: bool,
    /// The panes: areas whose texts have nothing to do with each other, and whose
    /// rows may move together.
    pub fields: Vec<Rect>,
    /// Rows that are sent in a mode of their own, whatever the screen's is.
    pub samples: Vec<(u16, TerminalMode)>,
    /// Cells of one row each that lead to an address; in the order of the rows.
    pub links: Vec<(Rect, String)>,
}

impl Frame {
    /// The mode of its own in which a row is sent.
    pub(super) fn sample_in(&self, y: u16) -> Option<TerminalMode> {
        let sample = self.samples.iter().find(|(row, _)| *row == y);
        sample.map(|(_, mode)| *mode)
    }

    /// The columns of the panes that a row crosses.
    pub(super) fn columns_in(&self, y: u16) -> Vec<Range<usize>> {
        let crossed = self
            .fields
            .iter()
            .filter(|field| (field.top()..field.bottom()).contains(&y) && field.width > 0);
        crossed.map(columns).collect()
    }

    /// The columns of a row that lead to an address which a terminal takes.
    pub(super) fn links_in(&self, y: u16) -> impl Iterator<Item = (Range<usize>, &str)> {
        let links = self.links.iter().filter(move |(area, _)| area.y == y);
        links
            .filter(|(_, address)| is_sendable(address))
            .map(|(area, address)| (columns(area), address.as_str()))
    }
}

fn columns(area: &Rect) -> Range<usize> {
    usize::from(area.left())..usize::from(area.right())
}

/// Whether a terminal takes an address: printable ASCII, and not too long.
fn is_sendable(address: &str) -> bool {
    address.len() <= LONGEST_ADDRESS && address.bytes().all(|byte| matches!(byte, b'!'..=b'~'))
}
