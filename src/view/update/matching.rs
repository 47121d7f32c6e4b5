//! How well names answer what was typed.

use crate::text::fold::fold_key;

/// Whether one of some texts holds what was typed (folded already).
pub(super) fn matches(typed: &str, texts: &[&str]) -> bool {
    typed.is_empty() || texts.iter().any(|text| fold_key(text).contains(typed))
}

/// The rank of a name that only has the letters in order.
pub(super) const LETTERS: u32 = 2;

/// How well a name answers what was typed, lower is better: at its start, inside
/// it, or with its letters in order.
pub(super) fn fuzzy(typed: &str, name: &str) -> Option<u32> {
    if let Some(at) = name.find(typed) {
        return Some(if at == 0 { 0 } else { 1 });
    }
    let mut letters = name.chars();
    typed
        .chars()
        .filter(|c| !c.is_whitespace())
        .all(|wanted| letters.any(|letter| letter == wanted))
        .then_some(LETTERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_start_part_and_letters() {
        assert_eq!(fuzzy("mark", "mark-all-read"), Some(0));
        assert_eq!(fuzzy("all", "mark-all-read"), Some(1));
        assert_eq!(fuzzy("mar", "mark-all-read"), Some(0));
        assert_eq!(fuzzy("mkrd", "mark-all-read"), Some(2));
        assert_eq!(fuzzy("zz", "mark-all-read"), None);
    }
}
