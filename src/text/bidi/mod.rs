//! The bidirectional algorithm, UAX 9, from X1 to I2: the embedding level of
//! every character of a paragraph.
//!
//! Classes and brackets come from `unicode-bidi`. The rules are our own since
//! its version 0.3.18 takes the first strong letter of an earlier run for the
//! last one when it resolves a bracket after an isolate (N0), and since these
//! run several times as fast.

mod explicit;
mod implicit;

use std::sync::LazyLock;

use unicode_bidi::data_source::BidiMatchedOpeningBracket;
use unicode_bidi::{BidiDataSource, HardcodedBidiData};

pub(super) use unicode_bidi::BidiClass as Class;

/// Latin to Arabic; beyond it classes are searched for.
static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
    ('\0'..'\u{900}')
        .map(|c| HardcodedBidiData.bidi_class(c))
        .collect()
});

/// `Bidi_Class`.
pub(super) fn class(c: char) -> Class {
    match CLASSES.get(c as usize) {
        Some(class) => *class,
        None => HardcodedBidiData.bidi_class(c),
    }
}

/// Whether a character of class ON is a bracket, and if it opens; brackets
/// that pair have the same `opening` (BD14 to BD16).
pub(super) fn bracket(c: char) -> Option<BidiMatchedOpeningBracket> {
    if matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '\u{F3A}'..) {
        HardcodedBidiData.bidi_matched_opening_bracket(c)
    } else {
        None
    }
}

/// The depth of the stack of open brackets (BD16).
pub(super) const OPEN_BRACKETS: usize = 63;

/// The characters of a paragraph that X9 keeps, in order.
#[derive(Default)]
struct Kept {
    /// The class of each, as the rules change it.
    classes: Vec<Class>,
    /// The level of each.
    levels: Vec<u8>,
    /// The brackets among them, by place.
    brackets: Vec<Bracket>,
    /// The places of those that were nonspacing marks at first.
    marks: Vec<usize>,
}

/// A bracket of class ON.
#[derive(Clone, Copy)]
struct Bracket {
    place: usize,
    opening: char,
    is_open: bool,
}

/// The level of each byte of a text, in a paragraph whose level is `base`, 0
/// or 1. Characters that X9 removes have the level of the one before them.
pub(super) fn levels(text: &str, base: u8) -> Box<[u8]> {
    let mut kept = Kept::default();
    kept.classes.reserve(text.len() / 2);
    kept.levels.reserve(text.len() / 2);
    let sequences = explicit::resolve(text, base, &mut kept);
    implicit::resolve(&sequences, base, &mut kept);
    let mut levels = Vec::with_capacity(text.len());
    let mut level = base;
    let mut next = kept.levels.iter();
    for c in text.chars() {
        if !is_removed(class(c)) {
            level = next.next().copied().unwrap_or(base);
        }
        for _ in 0..c.len_utf8() {
            levels.push(level);
        }
    }
    levels.into_boxed_slice()
}

/// Whether X9 removes characters of this class.
pub(super) const fn is_removed(class: Class) -> bool {
    use Class::{BN, LRE, LRO, PDF, RLE, RLO};
    matches!(class, RLE | LRE | RLO | LRO | PDF | BN)
}

/// Whether a class begins an isolate.
const fn is_isolate_initiator(class: Class) -> bool {
    matches!(class, Class::LRI | Class::RLI | Class::FSI)
}

/// The class that makes text of a level.
const fn direction(level: u8) -> Class {
    if level % 2 == 1 { Class::R } else { Class::L }
}
