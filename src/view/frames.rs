//! The views as a stack: library › search › name; back and forward again.

use std::collections::HashMap;
use std::sync::Arc;

use crate::corpus::Query;

/// What a view shows of the one below it.
#[derive(Clone, Debug, PartialEq)]
pub enum Narrowing {
    /// The articles that answer a search.
    Search {
        /// The query as typed.
        typed: String,
        /// The same, understood.
        query: Query,
    },
    /// The articles that mention an entity, or (`without`) those that do not.
    Name {
        /// Canonical id of the entity.
        canon: Arc<str>,
        /// Its name in the interface's language.
        name: String,
        /// Whether the articles that mention it are left out.
        without: bool,
    },
}

/// The answer to a search: the articles by index, with their score.
pub type Ranking = Arc<HashMap<u32, f32>>;

/// Another search that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The word in which it differs.
    pub word: String,
    /// The query as it would be typed.
    pub query: String,
}

/// One view over the one below it.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What it shows.
    pub narrowing: Narrowing,
    /// For a search: what was found so far.
    pub ranking: Option<Ranking>,
    /// For a search that shows nothing: what may have been meant, once that was asked.
    pub meant: Option<Vec<Meant>>,
    /// The article under the cursor when the view was left.
    pub cursor: Option<u32>,
}

/// The views that are open, the library below them all.
#[derive(Debug, Default)]
pub struct Frames {
    open: Vec<Frame>,
    left: Vec<Frame>,
    /// The article under the library's cursor when a view was opened over it.
    base_cursor: Option<u32>,
}

impl Frames {
    /// The open views over the library, the lowest first.
    #[must_use]
    pub fn open(&self) -> &[Frame] {
        &self.open
    }

    /// The view on top, if one lies over the library.
    #[must_use]
    pub fn top(&self) -> Option<&Frame> {
        self.open.last()
    }

    /// The same, to be changed.
    pub fn top_mut(&mut self) -> Option<&mut Frame> {
        self.open.last_mut()
    }

    /// The search that is on, if one is: the topmost.
    #[must_use]
    pub fn search(&self) -> Option<&Frame> {
        self.open
            .iter()
            .rev()
            .find(|frame| matches!(frame.narrowing, Narrowing::Search { .. }))
    }

    /// The same, to be changed.
    pub fn search_mut(&mut self) -> Option<&mut Frame> {
        self.open
            .iter_mut()
            .rev()
            .find(|frame| matches!(frame.narrowing, Narrowing::Search { .. }))
    }

    /// Opens a view over the present one, whose cursor is kept.
    pub fn push(&mut self, narrowing: Narrowing, cursor: Option<u32>) {
        self.keep_cursor(cursor);
        self.left.clear();
        self.open.push(Frame {
            narrowing,
            ranking: None,
            meant: None,
            cursor: None,
        });
    }

    /// Leaves the view on top. The cursor of the view below, if any was left.
    pub fn pop(&mut self, cursor: Option<u32>) -> Option<Option<u32>> {
        let mut frame = self.open.pop()?;
        frame.cursor = cursor;
        self.left.push(frame);
        Some(match self.open.last() {
            Some(below) => below.cursor,
            None => self.base_cursor,
        })
    }

    /// Goes forward into the view left last. Its cursor, if there is one.
    pub fn again(&mut self, cursor: Option<u32>) -> Option<Option<u32>> {
        let frame = self.left.pop()?;
        self.keep_cursor(cursor);
        let inside = frame.cursor;
        self.open.push(frame);
        Some(inside)
    }

    /// Drops the view on top for good: it came to nothing.
    pub fn discard(&mut self) {
        self.open.pop();
    }

    fn keep_cursor(&mut self, cursor: Option<u32>) {
        match self.open.last_mut() {
            Some(frame) => frame.cursor = cursor,
            None => self.base_cursor = cursor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(canon: &str) -> Narrowing {
        Narrowing::Name {
            canon: Arc::from(canon),
            name: canon.to_owned(),
            without: false,
        }
    }

    #[test]
    fn back_and_forward_keep_each_cursor() {
        let mut frames = Frames::default();
        frames.push(name("a"), Some(7));
        frames.push(name("b"), Some(3));
        assert_eq!(frames.pop(Some(5)), Some(Some(3)));
        assert_eq!(frames.pop(Some(3)), Some(Some(7)));
        assert_eq!(frames.pop(Some(7)), None);
        assert_eq!(frames.again(Some(7)), Some(Some(3)));
        assert_eq!(frames.again(Some(3)), Some(Some(5)));
        assert_eq!(frames.again(None), None);
    }
}
