//! One pass over a text, character by character.

use unicode_normalization::char::{canonical_combining_class, compose, is_combining_mark};

use super::letters::{Folding, expand, folding, second_letter};
use super::map::SourceMap;
use super::{Folded, Umlaut};

/// Folds a text, with its map.
pub(super) fn fold(text: &str) -> Folded {
    let text = if text.len() <= SourceMap::MAX_SOURCE {
        text
    } else {
        let ends = (0..=SourceMap::MAX_SOURCE).rev();
        ends.take(4)
            .find_map(|end| text.get(..end))
            .unwrap_or_default()
    };
    let mut folder = Folder::default();
    folder.folded.text.reserve(text.len());
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = folder.plain_len(rest.as_bytes());
        if plain > 0 {
            folder.push_plain(rest.get(..plain).unwrap_or_default(), at);
            at += plain;
        } else if let Some(c) = rest.chars().next() {
            folder.push(c, at);
            at += c.len_utf8();
        }
    }
    folder.finish(text.len())
}

/// Marks that stay, one after another, whose canonical order may differ from
/// the order they came in.
struct MarkRun {
    folded: usize,
    source: usize,
    /// Canonical combining class of the last one.
    class: u8,
    sorted: bool,
}

#[derive(Default)]
struct Folder {
    folded: Folded,
    /// Whether marks fall away after what came last.
    drops_marks: bool,
    /// Whether white space came last.
    spaced: bool,
    /// Whether what is pushed is one of several characters of one source character.
    expanding: bool,
    marks: Option<MarkRun>,
}

impl Folder {
    /// Bytes at the start of a text that fold by case alone: ASCII, with single
    /// spaces as its only white space.
    fn plain_len(&self, bytes: &[u8]) -> usize {
        let mut spaced = self.spaced;
        bytes
            .iter()
            .position(|byte| {
                let space = *byte == b' ';
                let plain = byte.is_ascii_graphic() && *byte != b'`' || space && !spaced;
                spaced = space;
                !plain
            })
            .unwrap_or(bytes.len())
    }

    fn push_plain(&mut self, text: &str, source: usize) {
        self.end_marks();
        let start = self.folded.text.len();
        self.folded.map.note(start, source);
        self.folded.text.push_str(text);
        if let Some(tail) = self.folded.text.get_mut(start..) {
            tail.make_ascii_lowercase();
        }
        let last = text.as_bytes().last();
        self.drops_marks = last.is_some_and(u8::is_ascii_alphabetic);
        self.spaced = last == Some(&b' ');
    }

    fn push(&mut self, c: char, source: usize) {
        match folding(c) {
            Folding::Letter(letter) => self.push_starter(letter, source, true),
            Folding::Umlaut(letter, second) => {
                self.push_starter(letter, source, true);
                self.note_umlaut(second);
            }
            Folding::Other(other) => self.push_starter(other, source, false),
            Folding::Mark(mark) => self.push_mark(mark, source),
            Folding::Joining(part) => self.join(part, source),
            Folding::Space if self.spaced => self.drops_marks = false,
            Folding::Space => {
                self.push_starter(' ', source, false);
                self.spaced = true;
            }
            // A tatweel carries the marks of no letter, which are Arabic all the same.
            Folding::Nothing => self.drops_marks |= c == '\u{640}',
            Folding::Expand => {
                let nested = std::mem::replace(&mut self.expanding, true);
                expand(c, |part| {
                    // No character stands for itself and others.
                    if part != c {
                        self.push(part, source);
                    }
                });
                self.expanding = nested;
            }
        }
    }

    fn push_starter(&mut self, c: char, source: usize, drops_marks: bool) {
        self.end_marks();
        self.write(c, source);
        self.drops_marks = drops_marks;
        self.spaced = false;
    }

    fn write(&mut self, c: char, source: usize) {
        let at = self.folded.text.len();
        if self.expanding {
            self.folded.map.note_shared(at, source);
        } else {
            self.folded.map.note(at, source);
        }
        self.folded.text.push(c);
    }

    fn push_mark(&mut self, mark: char, source: usize) {
        if self.drops_marks {
            let last = self.folded.text.chars().next_back();
            if let Some(second) = last.and_then(|letter| second_letter(letter, mark)) {
                self.note_umlaut(second);
            }
            return;
        }
        self.spaced = false;
        let class = canonical_combining_class(mark);
        match &mut self.marks {
            Some(run) if class > 0 => {
                run.sorted &= run.class <= class;
                run.class = class;
            }
            _ => {
                self.end_marks();
                let folded = self.folded.text.len();
                self.marks = (class > 0).then_some(MarkRun {
                    folded,
                    source,
                    class,
                    sorted: true,
                });
            }
        }
        self.write(mark, source);
    }

    /// Writes a voicing mark or a Hangul vowel or final, composed if it can be.
    fn join(&mut self, part: char, source: usize) {
        if self.compose(part) {
            return;
        }
        if is_combining_mark(part) {
            self.push_mark(part, source);
        } else {
            self.push_starter(part, source, false);
        }
    }

    /// Composes a part that joins with what came last, if there is a composed form.
    fn compose(&mut self, part: char) -> bool {
        let last = self.folded.text.chars().next_back();
        let joins = matches!(folding(part), Folding::Joining(_));
        let whole = last.filter(|_| joins).and_then(|last| compose(last, part));
        if let Some(whole) = whole {
            self.folded.text.pop();
            self.folded.text.push(whole);
        }
        whole.is_some()
    }

    /// Records that the last letter has a mark that a second letter can stand for.
    fn note_umlaut(&mut self, second: u8) {
        let Ok(at) = u32::try_from(self.folded.text.len() - 1) else {
            return;
        };
        if self.folded.umlauts.last().is_none_or(|last| last.at < at) {
            self.folded.umlauts.push(Umlaut { at, second });
        }
    }

    /// Puts a run of marks into canonical order (Unicode, 3.11), if it is not.
    fn end_marks(&mut self) {
        let Some(run) = self.marks.take().filter(|run| !run.sorted) else {
            return;
        };
        let Some(tail) = self.folded.text.get(run.folded..) else {
            return;
        };
        let mut marks: Vec<char> = tail.chars().collect();
        marks.sort_by_key(|mark| canonical_combining_class(*mark));
        self.folded.text.truncate(run.folded);
        self.folded.map.forget(run.folded);
        for mark in marks {
            if self.compose(mark) {
                continue;
            }
            let at = self.folded.text.len();
            self.folded.map.note_shared(at, run.source);
            self.folded.text.push(mark);
        }
    }

    fn finish(mut self, source_len: usize) -> Folded {
        self.end_marks();
        self.folded.map.finish(source_len);
        self.folded.text.shrink_to_fit();
        self.folded.umlauts.shrink_to_fit();
        self.folded
    }
}
