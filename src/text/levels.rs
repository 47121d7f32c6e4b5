//! Embedding levels (UAX 9, X1 to I2) of a paragraph, resolved where they are
//! asked for.
//!
//! A long paragraph falls into stretches that start at strong letters
//! where nothing is open: no isolate, no embedding, no bracket. What is before
//! such a letter cannot change by what is after it, and the letter hides from
//! what is after it all that is before.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use smallvec::SmallVec;

use super::bidi::{self, Class, OPEN_BRACKETS};

/// The least bytes of a stretch.
const STRETCH: usize = 512;

/// Whether nothing in the text can have a level other than 0 in a
/// left-to-right paragraph: no letter of a right-to-left script, no Arabic
/// number, no control that changes levels.
pub(super) fn is_left_to_right(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(block) = bytes.get(at..) {
        // 32 bytes at a time, which the compiler turns into vector instructions.
        let plain = block
            .chunks_exact(32)
            .take_while(|chunk| chunk.iter().fold(0, |all, &byte| all.max(byte)) < 0xD6)
            .count();
        at += plain * 32;
        let chunk = bytes.get(at..bytes.len().min(at + 32)).unwrap_or_default();
        if chunk.is_empty() {
            break;
        }
        let turns = chunk.iter().enumerate().any(|(i, &lead)| {
            lead >= 0xD6 && {
                let next = |k: usize| bytes.get(at + i + k).copied().unwrap_or(0);
                turns(lead, next(1), next(2))
            }
        });
        if turns {
            return false;
        }
        at += chunk.len();
    }
    true
}

/// Whether the first bytes of a character are those of U+0590 to U+08FF,
/// U+200F, U+202A to U+202E, U+2066 to U+2069, U+FB1D to U+FDFF, U+FE70 to
/// U+FEFF, U+10800 to U+10FFF or U+1E800 to U+1EFFF.
fn turns(lead: u8, second: u8, third: u8) -> bool {
    match lead {
        0xD6 => second >= 0x90,
        0xD7..=0xDF => true,
        0xE0 => (0xA0..=0xA3).contains(&second),
        0xE2 => match second {
            0x80 => matches!(third, 0x8F | 0xAA..=0xAE),
            0x81 => matches!(third, 0xA6..=0xA9),
            _ => false,
        },
        0xEF => matches!(
            (second, third),
            (0xAC, 0x9D..) | (0xAD..=0xB7, _) | (0xB9, 0xB0..) | (0xBA..=0xBB, _)
        ),
        0xF0 => matches!((second, third), (0x90 | 0x9E, 0xA0..)),
        _ => false,
    }
}

/// The levels of a paragraph's bytes.
#[derive(Debug)]
pub(super) struct Levels {
    base: u8,
    /// The least bytes of a stretch.
    least: usize,
    known: Mutex<Known>,
}

/// What is known of a paragraph so far.
#[derive(Debug, Default)]
struct Known {
    stretches: Vec<Stretch>,
    /// Opening brackets that are never closed, found when a stretch did not end.
    unclosed: Vec<usize>,
}

/// A stretch from where the one before it ends.
#[derive(Debug)]
struct Stretch {
    end: usize,
    levels: Resolved,
}

#[derive(Debug)]
enum Resolved {
    /// Nobody has asked yet.
    Not,
    /// All bytes have the paragraph's own level.
    Base,
    /// One level for each byte.
    Each(Box<[u8]>),
}

/// The levels of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Slice {
    /// All bytes have the paragraph's own level.
    Base,
    /// One level for each byte.
    Each(Vec<u8>),
}

impl Levels {
    /// Levels of a paragraph with this base level, none resolved yet.
    pub(super) fn new(base: u8) -> Levels {
        Levels::with_stretches(base, STRETCH)
    }

    fn with_stretches(base: u8, least: usize) -> Levels {
        Levels {
            base,
            least,
            known: Mutex::new(Known::default()),
        }
    }

    /// The levels of a range of the paragraph's bytes. `text` is the whole
    /// paragraph, the same at every call.
    pub(super) fn slice(&self, text: &str, range: Range<usize>) -> Slice {
        let end = range.end.min(text.len());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let Known {
            stretches,
            unclosed,
        } = &mut *known;
        let mut found = stretches.last().map_or(0, |stretch| stretch.end);
        while found < end {
            found = stretch_end(text, found, self.least, unclosed);
            stretches.push(Stretch {
                end: found,
                levels: Resolved::Not,
            });
        }
        let first = stretches.partition_point(|stretch| stretch.end <= range.start);
        let mut start = match first
            .checked_sub(1)
            .and_then(|before| stretches.get(before))
        {
            Some(stretch) => stretch.end,
            None => 0,
        };
        let mut each = Vec::new();
        let mut is_base = true;
        for stretch in stretches.iter_mut().skip(first) {
            let from = range.start.max(start);
            let to = end.min(stretch.end);
            if from >= to {
                break;
            }
            if matches!(stretch.levels, Resolved::Not) {
                stretch.levels = self.resolve(text, start..stretch.end);
            }
            match &stretch.levels {
                Resolved::Each(levels) => {
                    is_base = false;
                    each.extend_from_slice(
                        levels.get(from - start..to - start).unwrap_or_default(),
                    );
                }
                _ => each.resize(each.len() + (to - from), self.base),
            }
            start = stretch.end;
        }
        if is_base {
            Slice::Base
        } else {
            Slice::Each(each)
        }
    }

    /// Resolves a stretch, with the strong letter after it in sight.
    fn resolve(&self, text: &str, stretch: Range<usize>) -> Resolved {
        let part = text.get(stretch.clone()).unwrap_or_default();
        if !part.chars().any(|c| leaves_base(bidi::class(c), self.base)) {
            return Resolved::Base;
        }
        let after = text.get(stretch.end..).and_then(|rest| rest.chars().next());
        let seen = stretch.end + after.map_or(0, char::len_utf8);
        let part = text.get(stretch.start..seen).unwrap_or_default();
        let mut levels = bidi::levels(part, self.base).into_vec();
        levels.truncate(stretch.len());
        Resolved::Each(levels.into_boxed_slice())
    }
}

/// Whether a class can give anything a level other than the paragraph's.
fn leaves_base(class: Class, base: u8) -> bool {
    use Class::{AL, AN, B, EN, FSI, L, LRE, LRI, LRO, R, RLE, RLI, RLO};
    match class {
        R | AL => base == 0,
        L | EN => base == 1,
        AN | LRE | RLE | LRO | RLO | LRI | RLI | FSI | B => true,
        _ => false,
    }
}

/// The end of the stretch that begins at `start`.
fn stretch_end(text: &str, start: usize, least: usize, unclosed: &mut Vec<usize>) -> usize {
    let mut open = Open::default();
    if let Some(end) = next_start(text, start, least, unclosed, &mut open) {
        return end;
    }
    // What is still open at the paragraph's end pairs with nothing, and need not be waited for.
    if open.brackets.is_empty() || open.is_stuck {
        return text.len();
    }
    unclosed.extend(open.brackets.iter().map(|(_, at)| *at));
    next_start(text, start, least, unclosed, &mut Open::default()).unwrap_or(text.len())
}

/// The first place, at least `least` bytes on, where a stretch may begin.
fn next_start(
    text: &str,
    start: usize,
    least: usize,
    unclosed: &[usize],
    open: &mut Open,
) -> Option<usize> {
    let mut at = start;
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        let is_due = at >= start + least && open.is_nothing();
        // Most characters open nothing: no letter of two bytes does, and few of ASCII.
        if !is_due && !OPENS.get(usize::from(byte)).is_none_or(|opens| *opens) {
            at += match byte {
                0xC0.. => 2,
                _ => 1,
            };
            continue;
        }
        let c = text.get(at..)?.chars().next()?;
        let class = bidi::class(c);
        if is_due && matches!(class, Class::L | Class::R | Class::AL) {
            return Some(at);
        }
        if unclosed.binary_search(&at).is_err() {
            open.see(c, class, at);
        }
        at += c.len_utf8();
    }
    None
}

/// The first bytes of characters that may open or close something: ASCII but
/// letters, digits and the like, U+0085, and all of three bytes or more.
static OPENS: [bool; 256] = {
    let mut opens = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        opens[byte] = matches!(byte as u8, 0..=0x1F | b'(' | b')' | b'[' | b']' | b'{' | b'}' | 0xC2 | 0xE0..);
        byte += 1;
    }
    opens
};

/// What is open at a place in a stretch.
#[derive(Default)]
struct Open {
    isolates: usize,
    embeddings: usize,
    brackets: SmallVec<[(char, usize); 8]>,
    /// Something came over which nothing is taken to be closed: a paragraph
    /// separator, too many brackets, an embedding inside brackets.
    is_stuck: bool,
}

impl Open {
    fn is_nothing(&self) -> bool {
        self.isolates == 0 && self.embeddings == 0 && self.brackets.is_empty() && !self.is_stuck
    }

    fn see(&mut self, c: char, class: Class, at: usize) {
        use Class::{B, FSI, LRE, LRI, LRO, ON, PDF, PDI, RLE, RLI, RLO};
        match class {
            B => self.is_stuck = true,
            LRI | RLI | FSI => self.isolates += 1,
            PDI => self.isolates = self.isolates.saturating_sub(1),
            // What an isolate holds is closed with it.
            _ if self.isolates > 0 => {}
            LRE | RLE | LRO | RLO => {
                self.is_stuck |= !self.brackets.is_empty();
                self.embeddings += 1;
            }
            PDF => self.embeddings = self.embeddings.saturating_sub(1),
            ON if self.embeddings == 0 => self.see_bracket(c, at),
            _ => {}
        }
    }

    /// BD16, in the paragraph's own isolating run sequence.
    fn see_bracket(&mut self, c: char, at: usize) {
        let Some(bracket) = bidi::bracket(c) else {
            return;
        };
        if bracket.is_open {
            self.is_stuck |= self.brackets.len() >= OPEN_BRACKETS;
            if !self.is_stuck {
                self.brackets.push((bracket.opening, at));
            }
        } else if let Some(place) = self
            .brackets
            .iter()
            .rposition(|(open, _)| *open == bracket.opening)
        {
            self.brackets.truncate(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_stretches(text: &str, base: u8, stretch: usize, step: usize) -> Vec<u8> {
        let levels = Levels::with_stretches(base, stretch);
        let mut all = Vec::new();
        // From the end first: what is before it is then known, but not resolved.
        levels.slice(text, text.len() / 2..text.len());
        for from in (0..text.len()).step_by(step) {
            let to = text.len().min(from + step);
            match levels.slice(text, from..to) {
                Slice::Base => all.resize(to, base),
                Slice::Each(each) => all.extend_from_slice(&each),
            }
        }
        all
    }

    #[test]
    fn plain_text_is_known_by_its_bytes() {
        for c in '\0'..=char::MAX {
            let class = bidi::class(c);
            use Class::*;
            let turns = matches!(
                class,
                R | AL | AN | LRE | RLE | LRO | RLO | PDF | LRI | RLI | FSI | PDI
            );
            let text = format!("{}{c}", "x".repeat(c as usize % 40));
            assert!(!(turns && is_left_to_right(&text)), "{c:?}");
        }
        assert!(is_left_to_right("Nghị quyết — 中文 ภาษาไทย “ok” 👍🏽 …"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn stretches_are_resolved_as_the_whole(
            text in "[ab1אבغلا٣ ,.+$%()\\[\\]〈〉\u{300}\u{5B0}\u{200E}\u{200F}\u{2067}\u{2066}\u{2068}\u{2069}\u{202B}\u{202C}]{0,60}",
            base in 0u8..2, stretch in 1usize..12, step in 1usize..40,
        ) {
            prop_assert_eq!(by_stretches(&text, base, stretch, step), bidi::levels(&text, base).into_vec());
        }

        #[test]
        fn stretches_without_controls_are_resolved_as_the_whole(
            text in "[ab1אبل٣ ,(){}\u{300}\u{2067}\u{2069}]{0,60}",
            base in 0u8..2, stretch in 1usize..6, step in 1usize..40,
        ) {
            prop_assert_eq!(by_stretches(&text, base, stretch, step), bidi::levels(&text, base).into_vec());
        }
    }
}
