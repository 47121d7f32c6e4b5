//! A line in which a person types: search, command, narrowing a picker.

use unicode_segmentation::GraphemeCursor;

/// A line of text with a caret. Offsets are bytes, on cluster boundaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    caret: usize,
}

/// An edit of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Removes the cluster before the caret.
    Backspace,
    /// Removes the cluster after the caret.
    Delete,
    /// Removes the word before the caret.
    WordBack,
    /// Removes all before the caret.
    ToStart,
    /// Removes all after the caret.
    ToEnd,
    /// Moves the caret to the cluster before.
    Left,
    /// Moves the caret past the cluster after.
    Right,
    /// Moves the caret to the start.
    Home,
    /// Moves the caret to the end.
    End,
}

impl LineEdit {
    /// A line that holds a text, the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            caret: text.len(),
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the caret stands, in bytes.
    #[must_use]
    pub const fn caret(&self) -> usize {
        self.caret
    }

    /// Types text at the caret.
    pub fn insert(&mut self, text: &str) {
        if self.text.is_char_boundary(self.caret) {
            self.text.insert_str(self.caret, text);
            self.caret += text.len();
        }
    }

    /// Edits the line. Whether its text changed.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let before = self.text.len();
        match edit {
            Edit::Backspace => self.cut(self.cluster_before(), self.caret),
            Edit::Delete => self.cut(self.caret, self.cluster_after()),
            Edit::WordBack => self.cut(self.word_before(), self.caret),
            Edit::ToStart => self.cut(0, self.caret),
            Edit::ToEnd => self.cut(self.caret, self.text.len()),
            Edit::Left => self.caret = self.cluster_before(),
            Edit::Right => self.caret = self.cluster_after(),
            Edit::Home => self.caret = 0,
            Edit::End => self.caret = self.text.len(),
        }
        self.text.len() != before
    }

    fn cut(&mut self, start: usize, end: usize) {
        if self.text.get(start..end).is_some() {
            self.text.replace_range(start..end, "");
            self.caret = start;
        }
    }

    fn cluster_before(&self) -> usize {
        GraphemeCursor::new(self.caret, self.text.len(), true)
            .prev_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(0)
    }

    fn cluster_after(&self) -> usize {
        GraphemeCursor::new(self.caret, self.text.len(), true)
            .next_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(self.text.len())
    }

    fn word_before(&self) -> usize {
        let before = self.text.get(..self.caret).unwrap_or_default().trim_end();
        before
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_go_by_cluster_and_word() {
        let mut line = LineEdit::new("بَو thủ");
        line.edit(Edit::WordBack);
        assert_eq!(line.text(), "بَو ");
        line.edit(Edit::Backspace);
        line.edit(Edit::Backspace);
        assert_eq!(line.text(), "بَ");
        line.edit(Edit::Backspace);
        assert_eq!((line.text(), line.caret()), ("", 0));
        assert!(!line.edit(Edit::Backspace));
        line.insert("ab");
        line.edit(Edit::Left);
        line.insert("x");
        assert_eq!(line.text(), "axb");
        line.edit(Edit::ToEnd);
        assert_eq!(line.text(), "ax");
    }
}
