//! Weak and neutral classes and implicit levels of isolating run sequences: W1 to I2.

use std::ops::Range;

use super::explicit::Sequence;
use super::{Bracket, Class, Kept, OPEN_BRACKETS, direction, is_isolate_initiator};

/// Resolves every sequence.
pub(super) fn resolve(sequences: &[Sequence], base: u8, kept: &mut Kept) {
    for sequence in sequences {
        let (Some(first), Some(last)) = (sequence.runs.first(), sequence.runs.last()) else {
            continue;
        };
        let level_at =
            |place: Option<usize>| place.and_then(|place| kept.levels.get(place)).copied();
        let level = level_at(Some(first.start)).unwrap_or(base);
        let before = level_at(first.start.checked_sub(1)).unwrap_or(base);
        let after = match sequence.is_open {
            true => base,
            false => level_at(Some(last.end)).unwrap_or(base),
        };
        let edges = Edges {
            level,
            start: direction(level.max(before)),
            end: direction(level.max(after)),
        };
        if let [run] = sequence.runs.as_slice() {
            let brackets = within(&kept.brackets, run, |bracket| bracket.place);
            let marks = within(&kept.marks, run, |mark| *mark);
            if let Some(classes) = kept.classes.get_mut(run.clone()) {
                edges.resolve(classes, run.start, brackets, marks);
            }
        } else {
            resolve_joined(sequence, &edges, kept);
        }
    }
    // Only now: the levels around a sequence are the explicit ones.
    for (level, class) in kept.levels.iter_mut().zip(&kept.classes) {
        *level += match (class, *level % 2) {
            (Class::L, 1) | (Class::R, 0) => 1,
            (Class::EN | Class::AN, 1) => 1,
            (Class::EN | Class::AN, _) => 2,
            _ => 0,
        };
    }
}

/// Resolves a sequence of several runs in a copy that has them side by side.
fn resolve_joined(sequence: &Sequence, edges: &Edges, kept: &mut Kept) {
    let mut classes = Vec::new();
    let mut brackets = Vec::new();
    let mut marks = Vec::new();
    for run in &sequence.runs {
        let from = classes.len();
        classes.extend_from_slice(kept.classes.get(run.clone()).unwrap_or_default());
        for bracket in within(&kept.brackets, run, |bracket| bracket.place) {
            let place = bracket.place - run.start + from;
            brackets.push(Bracket { place, ..*bracket });
        }
        for mark in within(&kept.marks, run, |mark| *mark) {
            marks.push(mark - run.start + from);
        }
    }
    edges.resolve(&mut classes, 0, &brackets, &marks);
    let mut resolved = classes.into_iter();
    for run in &sequence.runs {
        let places = kept.classes.get_mut(run.clone()).unwrap_or_default();
        for (place, class) in places.iter_mut().zip(&mut resolved) {
            *place = class;
        }
    }
}

/// The items of a list in the order of their places that lie in a run.
fn within<'a, T>(items: &'a [T], run: &Range<usize>, place: impl Fn(&T) -> usize) -> &'a [T] {
    let from = items.partition_point(|item| place(item) < run.start);
    let to = items.partition_point(|item| place(item) < run.end);
    items.get(from..to).unwrap_or_default()
}

/// The level of a sequence and the directions at its ends, `sos` and `eos`.
struct Edges {
    level: u8,
    start: Class,
    end: Class,
}

impl Edges {
    /// W1 to N2. Places of brackets and marks count from `origin`.
    fn resolve(&self, classes: &mut [Class], origin: usize, brackets: &[Bracket], marks: &[usize]) {
        self.resolve_numbers(classes);
        self.resolve_separators(classes);
        if brackets.len() > 1 {
            self.resolve_brackets(classes, origin, brackets, marks);
        }
        self.resolve_neutrals(classes);
    }

    /// W1 to W3: marks, Arabic numbers, Arabic letters.
    fn resolve_numbers(&self, classes: &mut [Class]) {
        let mut before = self.start;
        let mut strong = self.start;
        for class in classes {
            if *class == Class::NSM {
                *class = before;
            }
            before = match *class {
                isolate if is_isolate_initiator(isolate) => Class::ON,
                Class::PDI => Class::ON,
                other => other,
            };
            match *class {
                Class::L | Class::R => strong = *class,
                Class::AL => {
                    strong = Class::AL;
                    *class = Class::R;
                }
                Class::EN if strong == Class::AL => *class = Class::AN,
                _ => {}
            }
        }
    }

    /// W4 to W7: separators and terminators of numbers, European numbers after Latin.
    fn resolve_separators(&self, classes: &mut [Class]) {
        let mut strong = self.start;
        let mut before = Class::ON;
        let mut at = 0;
        while let Some(&class) = classes.get(at) {
            let mut to = at + 1;
            let resolved = match class {
                Class::L | Class::R => {
                    strong = class;
                    class
                }
                Class::ES | Class::CS => {
                    let after = classes.get(to).copied();
                    let joins = after == Some(before)
                        && (before == Class::EN || (before == Class::AN && class == Class::CS));
                    if joins { before } else { Class::ON }
                }
                Class::ET => {
                    to += classes.get(to..).map_or(0, |rest| {
                        rest.iter().take_while(|&&next| next == Class::ET).count()
                    });
                    if before == Class::EN || classes.get(to) == Some(&Class::EN) {
                        Class::EN
                    } else {
                        Class::ON
                    }
                }
                other => other,
            };
            // W4 comes before W5: it sees the terminator that was.
            before = if class == Class::ET { class } else { resolved };
            // W7 last: the rules before it see a European number.
            let shown = match resolved {
                Class::EN if strong == Class::L => Class::L,
                other => other,
            };
            classes.get_mut(at..to).unwrap_or_default().fill(shown);
            at = to;
        }
    }

    /// N0: the brackets of a pair take one direction.
    fn resolve_brackets(
        &self,
        classes: &mut [Class],
        origin: usize,
        brackets: &[Bracket],
        marks: &[usize],
    ) {
        let embedding = direction(self.level);
        let mut context = self.start;
        let mut seen = 0;
        for (open, close) in pairs(brackets, origin) {
            let before = classes.get(seen..open).unwrap_or_default();
            context = before
                .iter()
                .rev()
                .find_map(|&class| strong(class))
                .unwrap_or(context);
            seen = open;
            let mut has_opposite = false;
            let inside = classes.get(open + 1..close).unwrap_or_default();
            let has_embedding = inside.iter().any(|&class| {
                let found = strong(class);
                has_opposite |= found.is_some();
                found == Some(embedding)
            });
            let resolved = match (has_embedding, has_opposite) {
                (true, _) => embedding,
                (false, true) => context,
                (false, false) => continue,
            };
            for place in [open, close] {
                if let Some(class) = classes.get_mut(place) {
                    *class = resolved;
                }
                let first = marks.partition_point(|&mark| mark <= place + origin);
                for (next, &mark) in (place + 1..).zip(marks.get(first..).unwrap_or_default()) {
                    match classes.get_mut(next) {
                        Some(class) if mark == next + origin => *class = resolved,
                        _ => break,
                    }
                }
            }
        }
    }

    /// N1 and N2: what is between two of one direction takes it, the rest the embedding's.
    fn resolve_neutrals(&self, classes: &mut [Class]) {
        let mut before = self.start;
        let mut at = 0;
        while let Some(&class) = classes.get(at) {
            if let Some(found) = strong(class) {
                before = found;
                at += 1;
                continue;
            }
            let rest = classes.get_mut(at..).unwrap_or_default();
            let count = rest
                .iter()
                .take_while(|&&class| strong(class).is_none())
                .count();
            let after = rest
                .get(count)
                .and_then(|&class| strong(class))
                .unwrap_or(self.end);
            let resolved = if before == after {
                before
            } else {
                direction(self.level)
            };
            rest.get_mut(..count).unwrap_or_default().fill(resolved);
            at += count;
        }
    }
}

/// The direction a class gives to neutrals beside it; numbers count as R.
const fn strong(class: Class) -> Option<Class> {
    match class {
        Class::L => Some(Class::L),
        Class::R | Class::AL | Class::EN | Class::AN => Some(Class::R),
        _ => None,
    }
}

/// BD16: the pairs of brackets of a sequence, by their opening ones.
fn pairs(brackets: &[Bracket], origin: usize) -> Vec<(usize, usize)> {
    let mut open: Vec<Bracket> = Vec::new();
    let mut pairs = Vec::new();
    for bracket in brackets {
        if bracket.is_open {
            if open.len() >= OPEN_BRACKETS {
                break;
            }
            open.push(*bracket);
        } else if let Some(depth) = open
            .iter()
            .rposition(|other| other.opening == bracket.opening)
        {
            if let Some(opening) = open.get(depth) {
                pairs.push((opening.place - origin, bracket.place - origin));
            }
            open.truncate(depth);
        }
    }
    pairs.sort_unstable();
    pairs
}
