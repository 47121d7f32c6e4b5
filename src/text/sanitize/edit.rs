//! A text under edit, copied only from its first change on.

use std::borrow::Cow;
use std::ops::Range;

/// Changes to a text, made from its start to its end.
pub(super) struct Edit<'a> {
    source: &'a str,
    /// Bytes of the source that `out` stands for.
    done: usize,
    out: String,
}

impl<'a> Edit<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            done: 0,
            out: String::new(),
        }
    }

    fn copy_to(&mut self, at: usize) {
        if self.done == 0 {
            self.out.reserve(self.source.len());
        }
        self.out
            .push_str(self.source.get(self.done..at).unwrap_or_default());
        self.done = at;
    }

    /// Puts a character in the place of source bytes.
    pub(super) fn replace(&mut self, bytes: Range<usize>, with: char) {
        self.replace_with(bytes, std::iter::once(with));
    }

    /// Puts characters in the place of source bytes.
    pub(super) fn replace_with(&mut self, bytes: Range<usize>, with: impl Iterator<Item = char>) {
        self.copy_to(bytes.start);
        self.out.extend(with);
        self.done = bytes.end;
    }

    /// Drops source bytes.
    pub(super) fn remove(&mut self, bytes: Range<usize>) {
        self.replace_with(bytes, std::iter::empty());
    }

    /// Puts a character before a source byte other than the first.
    pub(super) fn insert(&mut self, at: usize, c: char) {
        self.replace(at..at, c);
    }

    /// The last character of the outcome before a source byte.
    pub(super) fn last(&self, before: usize) -> Option<char> {
        let pending = self.source.get(self.done..before).unwrap_or_default();
        pending
            .chars()
            .next_back()
            .or_else(|| self.out.chars().next_back())
    }

    /// The outcome; the source itself when there was no change.
    pub(super) fn finish(mut self) -> Cow<'a, str> {
        if self.done == 0 {
            return Cow::Borrowed(self.source);
        }
        self.copy_to(self.source.len());
        Cow::Owned(self.out)
    }
}
