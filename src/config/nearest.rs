//! The name that was probably meant.

/// Longer names are not compared: nobody mistypes those.
const LONGEST: usize = 64;

/// Of `names` the one that a mistyped name is nearest to: by slips of the finger (a
/// letter left out, put in, exchanged, or two that changed places; at most one in three
/// letters), or because one begins with the other. Case and `_` for `-` are no slip.
/// `None` where nothing is near.
pub(super) fn nearest<'a>(
    typed: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let plain = |name: &str| name.to_lowercase().replace('_', "-");
    let typed = plain(typed.trim());
    let count = typed.chars().count();
    if count == 0 || count > LONGEST {
        return None;
    }
    let near = |name: &'a str| {
        let other = plain(name);
        let slips = slips(&typed, &other);
        let shorter = count.min(other.chars().count());
        let begins = shorter > 1 && (typed.starts_with(&other) || other.starts_with(&typed));
        let most = count.max(other.chars().count()).div_ceil(3);
        // Two letters that share one are not the same word.
        let is_slip = slips <= most && slips < shorter.max(1);
        (is_slip || begins || slips == 0).then_some(((slips, !begins), name))
    };
    names
        .into_iter()
        .filter_map(near)
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, name)| name)
}

/// How many slips make one name of another (optimal string alignment).
fn slips(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, &letter) in from.iter().enumerate() {
        let mut here = vec![row + 1];
        for (column, &other) in to.iter().enumerate() {
            let cost = |costs: &[usize], at: usize| costs.get(at).copied().unwrap_or(usize::MAX);
            let exchanged = cost(&last, column) + usize::from(letter != other);
            let left_out = cost(&last, column + 1) + 1;
            let put_in = cost(&here, column) + 1;
            let mut least = exchanged.min(left_out).min(put_in);
            let crossed = row > 0
                && column > 0
                && from.get(row - 1) == Some(&other)
                && to.get(column - 1) == Some(&letter);
            if crossed {
                least = least.min(cost(&before, column - 1).saturating_add(1));
            }
            here.push(least);
        }
        before = std::mem::replace(&mut last, here);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (from, to, count) in [
            ("", "", 0),
            ("theme", "", 5),
            ("thme", "theme", 1),
            ("tehme", "theme", 1),
            ("thene", "theme", 1),
            ("theeme", "theme", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(slips(from, to), count, "{from} {to}");
            assert_eq!(slips(to, from), count, "{to} {from}");
        }
    }

    #[test]
    fn the_nearest_name_is_found_and_nothing_far_away() {
        let names = ["theme", "ui-lang", "measure", "low-bandwidth", "on", "off"];
        for (typed, expected) in [
            ("Theme", Some("theme")),
            ("thmee", Some("theme")),
            ("low_bandwith", Some("low-bandwidth")),
            ("low", Some("low-bandwidth")),
            ("measures", Some("measure")),
            ("of", Some("off")),
            ("colour", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(typed, names), expected, "{typed}");
        }
        assert_eq!(nearest(&"theme".repeat(1000), names), None);
    }
}
