//! Explicit levels, and the isolating run sequences that follow: X1 to X10.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::{Bracket, Class, Kept, bracket, class, is_isolate_initiator};

/// `max_depth` (BD2).
const MAX_DEPTH: u8 = 125;

/// An isolating run sequence (BD13): its level runs, as places among the kept characters.
pub(super) struct Sequence {
    pub runs: SmallVec<[Range<usize>; 1]>,
    /// Whether it ends with an isolate that is never closed.
    pub is_open: bool,
}

/// An entry of the directional status stack.
#[derive(Clone, Copy)]
struct Status {
    level: u8,
    overrides: Option<Class>,
    is_isolate: bool,
}

/// Finds what X9 keeps with its explicit levels, and the sequences it forms.
pub(super) fn resolve(text: &str, base: u8, kept: &mut Kept) -> Vec<Sequence> {
    let mut walk = Walk {
        stack: smallvec![Status {
            level: base,
            overrides: None,
            is_isolate: false,
        }],
        overflowing_isolates: 0,
        overflowing_embeddings: 0,
        valid_isolates: 0,
        base,
    };
    let mut first_strong = FirstStrong::of(text);
    let mut joints = Vec::new();
    for c in text.chars() {
        let original = class(c);
        let place = kept.classes.len();
        match original {
            Class::BN => {}
            Class::RLE | Class::LRE | Class::RLO | Class::LRO => walk.embed(original),
            Class::PDF => walk.pop_embedding(),
            Class::RLI | Class::LRI | Class::FSI => {
                let status = walk.keep(original, kept);
                let is_rtl = match original {
                    Class::RLI => true,
                    Class::FSI => first_strong.next(),
                    _ => false,
                };
                if walk.isolate(status.level, is_rtl) {
                    joints.push(Joint { place, opens: true });
                }
            }
            Class::PDI => {
                if walk.pop_isolate() {
                    joints.push(Joint {
                        place,
                        opens: false,
                    });
                }
                walk.keep(original, kept);
            }
            Class::B => {
                kept.classes.push(original);
                kept.levels.push(base);
            }
            Class::NSM => {
                kept.marks.push(place);
                walk.keep(original, kept);
            }
            _ => {
                walk.keep(original, kept);
                let is_neutral = original == Class::ON && kept.classes.last() == Some(&Class::ON);
                if let Some(found) = is_neutral.then(|| bracket(c)).flatten() {
                    kept.brackets.push(Bracket {
                        place,
                        opening: found.opening,
                        is_open: found.is_open,
                    });
                }
            }
        }
    }
    sequences(&kept.levels, &joints)
}

/// An isolate that opens at a place, or is closed there.
struct Joint {
    place: usize,
    opens: bool,
}

/// X10: level runs joined over isolates.
fn sequences(levels: &[u8], joints: &[Joint]) -> Vec<Sequence> {
    let mut joints = joints.iter().peekable();
    let mut open: Vec<Sequence> = Vec::new();
    let mut done = Vec::new();
    let mut start = 0;
    for run in levels.chunk_by(|a, b| a == b) {
        let end = start + run.len();
        let mut closes = false;
        let mut opens = false;
        while let Some(joint) = joints.next_if(|joint| joint.place < end) {
            closes |= !joint.opens && joint.place == start;
            opens |= joint.opens && joint.place + 1 == end;
        }
        let before = if closes { open.pop() } else { None };
        let mut sequence = before.unwrap_or(Sequence {
            runs: SmallVec::new(),
            is_open: true,
        });
        sequence.runs.push(start..end);
        if opens {
            open.push(sequence);
        } else {
            sequence.is_open = false;
            done.push(sequence);
        }
        start = end;
    }
    done.append(&mut open);
    done
}

/// The state of X1 to X8.
struct Walk {
    stack: SmallVec<[Status; 8]>,
    overflowing_isolates: usize,
    overflowing_embeddings: usize,
    valid_isolates: usize,
    base: u8,
}

impl Walk {
    fn top(&self) -> Status {
        self.stack.last().copied().unwrap_or(Status {
            level: self.base,
            overrides: None,
            is_isolate: false,
        })
    }

    /// X5a to X6: the character has the level on top, and the override's class.
    fn keep(&self, original: Class, kept: &mut Kept) -> Status {
        let status = self.top();
        kept.classes.push(status.overrides.unwrap_or(original));
        kept.levels.push(status.level);
        status
    }

    /// The next odd or even level above another; `None` where it overflows.
    fn above(&self, level: u8, is_rtl: bool) -> Option<u8> {
        let next = if is_rtl {
            (level + 1) | 1
        } else {
            (level + 2) & !1
        };
        let overflows = self.overflowing_isolates > 0 || self.overflowing_embeddings > 0;
        (next <= MAX_DEPTH && !overflows).then_some(next)
    }

    /// X2 to X5.
    fn embed(&mut self, control: Class) {
        let is_rtl = matches!(control, Class::RLE | Class::RLO);
        match self.above(self.top().level, is_rtl) {
            Some(level) => self.stack.push(Status {
                level,
                overrides: match control {
                    Class::RLO => Some(Class::R),
                    Class::LRO => Some(Class::L),
                    _ => None,
                },
                is_isolate: false,
            }),
            None if self.overflowing_isolates == 0 => self.overflowing_embeddings += 1,
            None => {}
        }
    }

    /// X5a to X5c: whether the isolate is valid.
    fn isolate(&mut self, level: u8, is_rtl: bool) -> bool {
        let above = self.above(level, is_rtl);
        match above {
            Some(level) => {
                self.valid_isolates += 1;
                self.stack.push(Status {
                    level,
                    overrides: None,
                    is_isolate: true,
                });
            }
            None => self.overflowing_isolates += 1,
        }
        above.is_some()
    }

    /// X6a: whether it closes a valid isolate.
    fn pop_isolate(&mut self) -> bool {
        if self.overflowing_isolates > 0 {
            self.overflowing_isolates -= 1;
            return false;
        }
        if self.valid_isolates == 0 {
            return false;
        }
        self.overflowing_embeddings = 0;
        while self.stack.pop().is_some_and(|status| !status.is_isolate) {}
        self.valid_isolates -= 1;
        true
    }

    /// X7.
    fn pop_embedding(&mut self) {
        if self.overflowing_isolates > 0 {
            return;
        }
        if self.overflowing_embeddings > 0 {
            self.overflowing_embeddings -= 1;
        } else if !self.top().is_isolate && self.stack.len() >= 2 {
            self.stack.pop();
        }
    }
}

/// X5c: whether each FSI isolates right-to-left text (P2 and P3 up to its PDI),
/// found for all of them in one pass, as hostile text nests thousands.
struct FirstStrong(std::vec::IntoIter<bool>);

impl FirstStrong {
    fn of(text: &str) -> FirstStrong {
        let mut found = Vec::new();
        if text.contains('\u{2068}') {
            // The open isolates: which FSI each is, while it awaits its first strong letter.
            let mut open: Vec<Option<usize>> = Vec::new();
            for c in text.chars() {
                let class = class(c);
                if is_isolate_initiator(class) {
                    open.push((class == Class::FSI).then_some(found.len()));
                    if class == Class::FSI {
                        found.push(false);
                    }
                } else if class == Class::PDI {
                    open.pop();
                } else if matches!(class, Class::L | Class::R | Class::AL) {
                    let waiting = open.last_mut().and_then(Option::take);
                    if let Some(is_rtl) = waiting.and_then(|place| found.get_mut(place)) {
                        *is_rtl = class != Class::L;
                    }
                }
            }
        }
        FirstStrong(found.into_iter())
    }

    fn next(&mut self) -> bool {
        self.0.next().unwrap_or(false)
    }
}
