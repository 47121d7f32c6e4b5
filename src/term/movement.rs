//! Moving a cursor in the fewest bytes.

use super::number::{digits, write_number};

/// One movement of a cursor. Columns and rows count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// To a column of a row (CUP).
    Place(u16, u16),
    /// To a row (VPA).
    Row(u16),
    /// To a column (CHA).
    Column(u16),
    /// To the first column (CR).
    Start,
    /// Rows down, in their column (LF: the terminal is in raw mode).
    Feeds(u16),
    /// Columns left (BS).
    Backspaces(u16),
    /// So many rows or columns: CUU, CUD, CUF, CUB.
    Steps(u16, u8),
}

impl Move {
    /// The shortest way from row to row.
    pub(super) fn to_row(from: u16, to: u16) -> Self {
        if to > from {
            let rows = to - from;
            shortest([Self::Row(to), Self::Feeds(rows), Self::Steps(rows, b'B')])
        } else {
            let rows = from - to;
            shortest([Self::Row(to), Self::Steps(rows, b'A'), Self::Row(to)])
        }
    }

    /// The shortest way from column to column; without `from` where it is not known.
    pub(super) fn to_column(from: Option<u16>, to: u16) -> Self {
        let there = if to == 0 {
            Self::Start
        } else {
            Self::Column(to)
        };
        match from {
            None => there,
            Some(from) if to > from => shortest([there, Self::Steps(to - from, b'C'), there]),
            Some(from) => {
                let columns = from - to;
                shortest([there, Self::Steps(columns, b'D'), Self::Backspaces(columns)])
            }
        }
    }

    /// The bytes it takes.
    pub(super) fn length(self) -> usize {
        let number = |number: u16| digits(number.saturating_add(1));
        match self {
            Self::Place(0, 0) => 3,
            Self::Place(0, row) => 3 + number(row),
            Self::Place(column, row) => 4 + number(row) + number(column),
            Self::Row(place) | Self::Column(place) => 3 + number(place),
            Self::Start => 1,
            Self::Feeds(count) | Self::Backspaces(count) => usize::from(count),
            Self::Steps(1, _) => 3,
            Self::Steps(count, _) => 3 + digits(count),
        }
    }

    /// Writes it.
    pub(super) fn write(self, bytes: &mut Vec<u8>) {
        match self {
            Self::Place(column, row) => {
                bytes.extend_from_slice(b"\x1b[");
                if (column, row) != (0, 0) {
                    write_number(row.saturating_add(1), bytes);
                }
                if column > 0 {
                    bytes.push(b';');
                    write_number(column.saturating_add(1), bytes);
                }
                bytes.push(b'H');
            }
            Self::Row(row) => counted(row.saturating_add(1), b'd', bytes),
            Self::Column(column) => counted(column.saturating_add(1), b'G', bytes),
            Self::Start => bytes.push(b'\r'),
            Self::Feeds(count) => bytes.extend((0..count).map(|_| b'\n')),
            Self::Backspaces(count) => bytes.extend((0..count).map(|_| 8)),
            Self::Steps(1, last) => bytes.extend_from_slice(&[0x1b, b'[', last]),
            Self::Steps(count, last) => counted(count, last, bytes),
        }
    }
}

/// The bytes of a way in two steps.
pub(super) fn length(steps: &[Option<Move>; 2]) -> usize {
    steps.iter().flatten().map(|step| step.length()).sum()
}

fn counted(count: u16, last: u8, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(b"\x1b[");
    write_number(count, bytes);
    bytes.push(last);
}

/// The shortest of three ways, the first of those that are equal.
fn shortest(ways: [Move; 3]) -> Move {
    let [first, second, third] = ways;
    let mut best = first;
    for way in [second, third] {
        if way.length() < best.length() {
            best = way;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_the_bytes() {
        let places = [0, 1, 8, 9, 10, 98, 99, 100, 999];
        for a in places {
            for b in places {
                for way in [
                    Move::Place(a, b),
                    Move::to_row(a, b),
                    Move::to_column(Some(a), b),
                    Move::to_column(None, b),
                ] {
                    let mut bytes = Vec::new();
                    way.write(&mut bytes);
                    assert_eq!(bytes.len(), way.length(), "{way:?}");
                }
            }
        }
    }
}
