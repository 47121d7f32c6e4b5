//! The order of a line: UAX 9, L1 and L2, and the mirror images of L4.

use super::bidi::{self, Class};
use super::tables::MIRRORED;

/// L1 on one line: separators, white space before them and at the line's end
/// take the paragraph's level. `levels` has one level for each byte of `line`.
pub(super) fn reset_white_space(line: &str, levels: &mut [u8], base: u8) {
    let has_separator = line
        .bytes()
        .any(|byte| matches!(byte, b'\t' | b'\n' | 0x0B | b'\r' | 0x1C..=0x1F))
        || line.contains(['\u{85}', '\u{2029}']);
    let mut resets = true;
    for (at, c) in line.char_indices().rev() {
        match bidi::class(c) {
            Class::B | Class::S => resets = true,
            Class::WS | Class::LRI | Class::RLI | Class::FSI | Class::PDI => {}
            class if bidi::is_removed(class) => {}
            _ => {
                resets = false;
                if !has_separator {
                    return;
                }
            }
        }
        if resets {
            levels
                .get_mut(at..at + c.len_utf8())
                .unwrap_or_default()
                .fill(base);
        }
    }
}

/// L2: the places of a line's units in visual order, from left to right, by
/// the level of each unit in logical order. Any level is safe.
#[must_use]
pub fn visual_order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    let lowest_odd = levels.iter().copied().filter(|level| level % 2 == 1).min();
    let Some(lowest_odd) = lowest_odd else {
        return order;
    };
    // A sequence stands at the same places before and after what is inside it turned.
    for level in (lowest_odd..=highest).rev() {
        let mut at = 0;
        while at < levels.len() {
            let count = levels
                .get(at..)
                .unwrap_or_default()
                .iter()
                .take_while(|&&other| other >= level)
                .count();
            order.get_mut(at..at + count).unwrap_or_default().reverse();
            at += count + 1;
        }
    }
    order
}

/// L4: the mirror image of a character; itself if it has none.
pub(super) fn mirrored(c: char) -> char {
    let Ok(code) = u16::try_from(c as u32) else {
        return c;
    };
    match MIRRORED.binary_search_by_key(&code, |[from, _]| *from) {
        Ok(place) => MIRRORED
            .get(place)
            .and_then(|[_, to]| char::from_u32(u32::from(*to)))
            .unwrap_or(c),
        Err(_) => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_turn_from_the_highest_level_down() {
        assert!(visual_order(&[]).is_empty());
        assert_eq!(visual_order(&[0, 0, 2]), [0, 1, 2]);
        assert_eq!(visual_order(&[1, 1, 1]), [2, 1, 0]);
        assert_eq!(visual_order(&[0, 1, 1, 0]), [0, 2, 1, 3]);
        assert_eq!(visual_order(&[1, 2, 2, 1]), [3, 1, 2, 0]);
        assert_eq!(visual_order(&[1, 126, 126, 255]), [1, 2, 3, 0]);
    }

    #[test]
    fn white_space_at_the_end_is_the_paragraphs() {
        let mut levels = [2, 2, 2, 2, 2, 2, 2];
        reset_white_space("a\tb \u{2060}", &mut levels, 1);
        assert_eq!(levels, [2, 1, 2, 1, 1, 1, 1]);
        let mut levels = [1, 1, 1];
        reset_white_space(" a ", &mut levels, 0);
        assert_eq!(levels, [1, 1, 0]);
    }

    #[test]
    fn brackets_have_mirror_images_and_quotes_have_none() {
        assert_eq!(mirrored('('), ')');
        assert_eq!(mirrored('»'), '«');
        assert_eq!(mirrored('≤'), '≥');
        assert_eq!(mirrored('“'), '“');
        assert_eq!(mirrored('a'), 'a');
        assert_eq!(mirrored('😀'), '😀');
    }
}
