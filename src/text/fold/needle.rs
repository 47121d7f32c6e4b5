//! A phrase looked for in folded text.

use std::ops::Range;

use memchr::memmem::Finder;
use smallvec::{SmallVec, smallvec};
use unicode_normalization::char::is_combining_mark;

use super::{Folded, fold};

/// Most letters of one phrase for which both spellings of an umlaut are tried.
const MAX_VARIANTS: usize = 16;

/// A letter of a phrase that texts spell in two ways.
#[derive(Clone, Copy, Debug)]
enum Variant {
    /// The phrase has the mark: the second letter may follow in the text.
    Marked { at: usize, second: u8 },
    /// The phrase has both letters: the text may have the mark instead.
    Spelled { at: usize, second: u8 },
}

impl Variant {
    fn at(self) -> usize {
        let (Self::Marked { at, .. } | Self::Spelled { at, .. }) = self;
        at
    }
}

/// One phrase to look for. It is folded as the text is, so that it finds what a
/// reader takes for the same; and an umlaut finds its spelling with two letters
/// (`müller` finds Mueller), the two letters find the umlaut (`mueller` finds
/// Müller), and the bare letter finds all but the two letters (`muller`).
#[derive(Clone, Debug)]
pub struct Needle {
    letters: Vec<u8>,
    variants: SmallVec<[Variant; 2]>,
    /// Looks for all letters, for texts where no variant can differ.
    whole: Finder<'static>,
    /// Looks for the letters up to the first variant, its first letter included.
    start: Finder<'static>,
}

impl Needle {
    /// A phrase as a reader typed it; white space around it does not count.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let folded = fold(query.trim());
        let letters = folded.text.trim().as_bytes().to_vec();
        let before = folded.text.len() - folded.text.trim_start().len();
        let variants: SmallVec<[Variant; 2]> = (0..letters.len())
            .filter_map(|at| match folded.second_letter(before + at) {
                Some(second) => Some(Variant::Marked { at, second }),
                None => match letters.get(at..at + 2)? {
                    b"ae" | b"oe" | b"ue" => Some(Variant::Spelled { at, second: b'e' }),
                    b"aa" => Some(Variant::Spelled { at, second: b'a' }),
                    _ => None,
                },
            })
            .take(MAX_VARIANTS)
            .collect();
        let sure = variants
            .first()
            .map_or(letters.len(), |first| first.at() + 1);
        Self {
            whole: Finder::new(&letters).into_owned(),
            start: Finder::new(letters.get(..sure).unwrap_or_default()).into_owned(),
            letters,
            variants,
        }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The bytes of the source text where the phrase stands, in order, without
    /// overlap: whole characters, with the marks that belong to them.
    #[must_use]
    pub fn find_in(&self, text: &Folded) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if self.is_empty() {
            return found;
        }
        let finder = self.finder(text);
        let bytes = text.text.as_bytes();
        let (mut from, mut free) = (0, 0);
        while let Some(skip) = bytes.get(from..).and_then(|rest| finder.find(rest)) {
            let start = from + skip;
            let Some(end) = self.end_at(text, start) else {
                from = start + 1;
                continue;
            };
            let cluster = with_marks(&text.text, start..end, free);
            from = cluster.end;
            free = cluster.end;
            let source = text.source(cluster);
            match found.last_mut() {
                // Two characters of one source character, as the two s of ß.
                Some(last) if source.start < last.end => last.end = last.end.max(source.end),
                _ => found.push(source),
            }
        }
        found
    }

    /// The search that misses nothing in a text and stops least.
    fn finder(&self, text: &Folded) -> &Finder<'static> {
        let marked = |variant: &Variant| matches!(variant, Variant::Marked { .. });
        if text.umlauts.is_empty() && !self.variants.iter().any(marked) {
            &self.whole
        } else {
            &self.start
        }
    }

    /// Where the phrase that starts at an offset ends, if it stands there; the
    /// longest of several spellings.
    fn end_at(&self, text: &Folded, start: usize) -> Option<usize> {
        let bytes = text.text.as_bytes();
        // Ends in the text of the letters so far, of one more, of two more.
        let mut ends: SmallVec<[usize; 4]> = smallvec![start];
        let mut next: SmallVec<[usize; 4]> = SmallVec::new();
        let mut after: SmallVec<[usize; 4]> = SmallVec::new();
        let mut variants = self.variants.iter().copied().peekable();
        for (at, letter) in self.letters.iter().enumerate() {
            let variant = variants.next_if(|variant| variant.at() == at);
            for end in ends.drain(..) {
                if bytes.get(end) != Some(letter) {
                    continue;
                }
                next.push(end + 1);
                match variant {
                    Some(Variant::Marked { second, .. }) if bytes.get(end + 1) == Some(&second) => {
                        next.push(end + 2);
                    }
                    Some(Variant::Spelled { second, .. })
                        if text.second_letter(end) == Some(second) =>
                    {
                        after.push(end + 1);
                    }
                    _ => {}
                }
            }
            next.sort_unstable();
            next.dedup();
            std::mem::swap(&mut ends, &mut next);
            std::mem::swap(&mut next, &mut after);
            if ends.is_empty() && next.is_empty() {
                return None;
            }
        }
        ends.last().copied()
    }
}

/// Widens a range by the marks that follow it, and, where it starts in the
/// middle of marks, back to their letter; not before `free`.
fn with_marks(text: &str, range: Range<usize>, free: usize) -> Range<usize> {
    let mut start = range.start;
    while text.get(start..).is_some_and(starts_with_mark) {
        let before = text
            .get(free..start)
            .and_then(|before| before.chars().next_back());
        let Some(before) = before else { break };
        start -= before.len_utf8();
    }
    let marks = text.get(range.end..).unwrap_or_default().chars();
    let end = range.end
        + marks
            .take_while(|c| is_mark(*c))
            .map(char::len_utf8)
            .sum::<usize>();
    start..end
}

fn starts_with_mark(text: &str) -> bool {
    text.chars().next().is_some_and(is_mark)
}

/// Combining marks, and the skin tones, which modify the emoji before them.
fn is_mark(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}
