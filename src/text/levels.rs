//! Embedding levels (UAX 9, X1 to I2) of a paragraph, resolved as far as they
//! are asked for.
//!
//! A long paragraph is resolved in stretches that start at strong letters
//! where nothing is open: no isolate, no embedding, no bracket. What is before
//! such a letter cannot change by what is after it, and the letter hides from
//! what is after it all that is before.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use smallvec::SmallVec;

use super::bidi::{self, Class, OPEN_BRACKETS};
use super::properties::{Joining, Properties};

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
    stretch: usize,
    resolved: Mutex<Vec<Stretch>>,
}

/// Resolved levels up to `end`, from where the stretch before it ends.
#[derive(Debug)]
struct Stretch {
    end: usize,
    /// One level for each byte; `None` if all are the base level.
    levels: Option<Box<[u8]>>,
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
        Levels::with_stretch(base, STRETCH)
    }

    fn with_stretch(base: u8, stretch: usize) -> Levels {
        Levels {
            base,
            stretch,
            resolved: Mutex::new(Vec::new()),
        }
    }

    /// The levels of a range of the paragraph's bytes. `text` is the whole
    /// paragraph, the same at every call.
    pub(super) fn slice(&self, text: &str, range: Range<usize>) -> Slice {
        let end = range.end.min(text.len());
        let mut resolved = self.resolved.lock().unwrap_or_else(PoisonError::into_inner);
        let mut done = resolved.last().map_or(0, |stretch| stretch.end);
        while done < end {
            let stretch = self.resolve(text, done);
            done = stretch.end;
            resolved.push(stretch);
        }
        let first = resolved.partition_point(|stretch| stretch.end <= range.start);
        let mut start = match first.checked_sub(1).and_then(|before| resolved.get(before)) {
            Some(stretch) => stretch.end,
            None => 0,
        };
        let mut each = Vec::new();
        let mut is_base = true;
        for stretch in resolved.iter().skip(first) {
            let from = range.start.max(start);
            let to = end.min(stretch.end);
            if from >= to {
                break;
            }
            match &stretch.levels {
                None => each.resize(each.len() + (to - from), self.base),
                Some(levels) => {
                    is_base = false;
                    each.extend_from_slice(
                        levels.get(from - start..to - start).unwrap_or_default(),
                    );
                }
            }
            start = stretch.end;
        }
        if is_base {
            Slice::Base
        } else {
            Slice::Each(each)
        }
    }

    /// Resolves the stretch that starts at `start`.
    fn resolve(&self, text: &str, start: usize) -> Stretch {
        let rest = text.get(start..).unwrap_or_default();
        let mut open = Open::default();
        let mut before = Properties::of('\n');
        for (at, c) in rest.char_indices() {
            let class = bidi::class(c);
            let is_strong = matches!(class, Class::L | Class::R | Class::AL);
            let properties = Properties::of(c);
            if at >= self.stretch && is_strong && open.is_nothing() && parts(before, properties) {
                let levels = self.levels(rest, at, at + c.len_utf8(), &open);
                let end = start + at;
                return Stretch { end, levels };
            }
            open.see(c, class, self.base);
            before = properties;
        }
        Stretch {
            end: text.len(),
            levels: self.levels(rest, rest.len(), rest.len(), &open),
        }
    }

    /// The levels of the first `end` bytes of `text`, resolved as far as `seen`.
    fn levels(&self, text: &str, end: usize, seen: usize, open: &Open) -> Option<Box<[u8]>> {
        if !open.is_mixed {
            return None;
        }
        let mut levels = bidi::levels(text.get(..seen).unwrap_or_default(), self.base).into_vec();
        levels.truncate(end);
        Some(levels.into_boxed_slice())
    }
}

/// Whether neither a cluster nor a join can reach over the place between two characters.
fn parts(before: Properties, after: Properties) -> bool {
    before.is_alone()
        && after.is_alone()
        && (before.joining() == Joining::None || after.joining() == Joining::None)
}

/// What is open at a place in a stretch, and whether the stretch has more than one level.
#[derive(Default)]
struct Open {
    isolates: usize,
    brackets: SmallVec<[char; 8]>,
    /// An embedding, an override or a paragraph separator came, or too many
    /// brackets: nothing after it is taken to be closed.
    is_stuck: bool,
    is_mixed: bool,
}

impl Open {
    fn is_nothing(&self) -> bool {
        self.isolates == 0 && self.brackets.is_empty() && !self.is_stuck
    }

    fn see(&mut self, c: char, class: Class, base: u8) {
        use Class::{AL, AN, B, EN, FSI, L, LRE, LRI, LRO, ON, PDF, PDI, R, RLE, RLI, RLO};
        match class {
            R | AL => self.is_mixed |= base == 0,
            L | EN => self.is_mixed |= base == 1,
            AN => self.is_mixed = true,
            LRE | RLE | LRO | RLO | PDF | B => {
                self.is_stuck = true;
                self.is_mixed = true;
            }
            LRI | RLI | FSI => {
                self.isolates += 1;
                self.is_mixed = true;
            }
            PDI => self.isolates = self.isolates.saturating_sub(1),
            ON if self.isolates == 0 => self.see_bracket(c),
            _ => {}
        }
    }

    /// BD16, in the paragraph's own isolating run sequence.
    fn see_bracket(&mut self, c: char) {
        let Some(bracket) = bidi::bracket(c) else {
            return;
        };
        if bracket.is_open {
            self.is_stuck |= self.brackets.len() >= OPEN_BRACKETS;
            if !self.is_stuck {
                self.brackets.push(bracket.opening);
            }
        } else if let Some(place) = self
            .brackets
            .iter()
            .rposition(|&open| open == bracket.opening)
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
        let levels = Levels::with_stretch(base, stretch);
        let mut all = Vec::new();
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
