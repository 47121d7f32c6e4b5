//! Following the index of keys along a text, from one place on.

use fst::raw::{Fst, Node, Output};
use smallvec::{SmallVec, smallvec};

use super::asset::DECLINED;
use super::boundary::Text;
use super::endings::{self, Place};
use super::key::joins_words;
use super::paradigms;

/// The most characters that may stand between two words of a name: a space and
/// a hyphen, a line's end and an indent.
const WIDEST_GAP: usize = 3;

/// How a name was found to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// As it stands in the index.
    None,
    /// At least one word of it in another case.
    Declined,
    /// With letters after it that are, or are not, part of the mention.
    Added(Place),
}

/// A name that ends where a name may end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Byte of the folded text at which the mention ends.
    pub end: usize,
    /// Byte at which the name as the index has it ends, before an added ending.
    pub stem: usize,
    /// What the index has for it.
    pub value: u64,
    /// How it ends.
    pub ending: Ending,
}

/// Where a walk stands.
#[derive(Clone, Copy)]
struct State<'k> {
    node: Node<'k>,
    at: usize,
    output: Output,
    declined: bool,
}

/// Reports every name of `keys` that begins with `prefix` and goes on in
/// the folded text from byte `from`, in no order.
///
/// `language` is the language whose endings count.
pub(super) fn walk(
    keys: &Fst<&'static [u8]>,
    text: Text<'_>,
    from: usize,
    prefix: &str,
    language: &str,
    mut found: impl FnMut(Found),
) {
    let root = State {
        node: keys.root(),
        at: from,
        output: Output::zero(),
        declined: false,
    };
    let Some(start) = feed(keys, root, prefix.as_bytes(), from) else {
        return;
    };
    let mut open: SmallVec<[State<'_>; 4]> = smallvec![start];
    while let Some(mut state) = open.pop() {
        loop {
            if state.node.is_final()
                && let Some((end, ending)) = end_of_name(text, state, language)
            {
                let value = state.output.cat(state.node.final_output()).value();
                found(Found {
                    end,
                    stem: state.at,
                    value,
                    ending,
                });
            }
            decline(keys, text, state, language, &mut open);
            match step(keys, text, state) {
                Some(next) => state = next,
                None => break,
            }
        }
    }
}

/// Takes `bytes` of the index; the walk then stands at `at`.
fn feed<'k>(
    keys: &'k Fst<&'static [u8]>,
    mut state: State<'k>,
    bytes: &[u8],
    at: usize,
) -> Option<State<'k>> {
    for byte in bytes {
        let transition = state.node.transition(state.node.find_input(*byte)?);
        state.output = state.output.cat(transition.out);
        state.node = keys.node(transition.addr);
    }
    state.at = at;
    Some(state)
}

/// Takes the next character of the text, or the gap between two words as one space.
fn step<'k>(keys: &'k Fst<&'static [u8]>, text: Text<'_>, state: State<'k>) -> Option<State<'k>> {
    let rest = text.from(state.at);
    let c = rest.chars().next()?;
    if !joins_words(c) {
        let mut bytes = [0; 4];
        return feed(
            keys,
            state,
            c.encode_utf8(&mut bytes).as_bytes(),
            state.at + c.len_utf8(),
        );
    }
    let gap = rest
        .chars()
        .take_while(|c| joins_words(*c))
        .take(WIDEST_GAP + 1);
    let (count, bytes) = gap.fold((0, 0), |(n, bytes), c| (n + 1, bytes + c.len_utf8()));
    if count > WIDEST_GAP || state.node.find_input(b' ').is_none() {
        return None;
    }
    // Folding makes a space of a line's end; a name does not go on behind an empty line.
    let end = state.at + bytes;
    if text.written(state.at..end).matches('\n').count() > 1 {
        return None;
    }
    feed(keys, state, b" ", end)
}

/// Where the name ends, if one may end where the walk stands.
fn end_of_name(text: Text<'_>, state: State<'_>, language: &str) -> Option<(usize, Ending)> {
    let plain = if state.declined {
        Ending::Declined
    } else {
        Ending::None
    };
    if text.is_boundary(state.at) {
        return Some((state.at, plain));
    }
    let rest = text.rest_of_word(state.at)?;
    match endings::ending(rest, language)? {
        Place::Inside => Some((state.at + rest.len(), Ending::Added(Place::Inside))),
        Place::Outside => Some((state.at, Ending::Added(Place::Outside))),
    }
}

/// Opens a walk behind every ending that the paradigms of the index allow here.
fn decline<'k>(
    keys: &'k Fst<&'static [u8]>,
    text: Text<'_>,
    state: State<'k>,
    language: &str,
    open: &mut SmallVec<[State<'k>; 4]>,
) {
    let Some(mark) = state.node.find_input(DECLINED) else {
        return;
    };
    let Some(rest) = text.rest_of_word(state.at) else {
        return;
    };
    let mark = state.node.transition(mark);
    let node = keys.node(mark.addr);
    for transition in node.transitions() {
        if paradigms::is_ending(rest, transition.inp, language) {
            open.push(State {
                node: keys.node(transition.addr),
                at: state.at + rest.len(),
                output: state.output.cat(mark.out).cat(transition.out),
                declined: true,
            });
        }
    }
}
