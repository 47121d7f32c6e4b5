//! How far two words are apart, for guessing which one was meant.

use smallvec::{SmallVec, smallvec};

/// Letters to insert, delete, replace or exchange with their neighbour to make one word
/// of the other, no stretch edited twice (optimal string alignment, Damerau 1964);
/// `None` where that takes more than `most`.
#[must_use]
pub fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: SmallVec<[usize; 40]> = smallvec![0; b.len() + 1];
    let mut last: SmallVec<[usize; 40]> = (0..=b.len()).collect();
    let mut row = before.clone();
    for (i, left) in a.iter().enumerate() {
        set(&mut row, 0, i + 1);
        let mut least = i + 1;
        for (j, right) in b.iter().enumerate() {
            let replaced = at(&last, j) + usize::from(left != right);
            let mut edits = replaced.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let exchanged = i > 0 && j > 0 && a.get(i - 1) == Some(right);
            if exchanged && b.get(j - 1) == Some(left) {
                edits = edits.min(at(&before, j - 1) + 1);
            }
            set(&mut row, j + 1, edits);
            least = least.min(edits);
        }
        if least > most {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().filter(|edits| *edits <= most)
}

fn at(row: &[usize], column: usize) -> usize {
    row.get(column).copied().unwrap_or(usize::MAX - 1)
}

fn set(row: &mut [usize], column: usize, edits: usize) {
    if let Some(cell) = row.get_mut(column) {
        *cell = edits;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(a: &str, b: &str, most: usize) -> Option<usize> {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let forth = distance(&chars(a), &chars(b), most);
        assert_eq!(forth, distance(&chars(b), &chars(a), most), "{a} {b}");
        forth
    }

    #[test]
    fn edits_are_counted() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("ab", "ba", 1),
            ("minsiter", "minister", 1),
            // No stretch is edited twice.
            ("ca", "abc", 3),
            ("سفينه", "سفنية", 2),
        ] {
            assert_eq!(edits(a, b, 9), Some(expected), "{a} {b}");
        }
    }

    #[test]
    fn what_is_farther_away_is_not_measured() {
        assert_eq!(edits("kitten", "sitting", 3), Some(3));
        assert_eq!(edits("kitten", "sitting", 2), None);
        assert_eq!(edits("a", "abcd", 2), None);
        assert_eq!(edits("abcdefgh", "ijklmnop", 2), None);
    }
}
