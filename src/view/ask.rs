//! Lines that are asked for, and what is confirmed before it is done.

use super::prompt::LineEdit;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Tags to give, or with a `-` to take away.
    Tags,
    /// The file to write to.
    File,
    /// The command that gets the text.
    Command,
    /// The name under which the view is saved.
    ViewName,
}

impl Question {
    /// The id of the string that stands before the line.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Tags => "ask-tags",
            Self::File => "ask-file",
            Self::Command => "ask-command",
            Self::ViewName => "ask-view-name",
        }
    }
}

/// A line that is being typed in answer to a question.
#[derive(Clone, Debug)]
pub struct Ask {
    /// What is asked for.
    pub question: Question,
    /// What was typed.
    pub edit: LineEdit,
    /// What is at the end of the line: what the answer is about.
    pub note: String,
    /// The earlier answer that is shown, counted from the newest.
    pub(super) recalled: Option<usize>,
}

impl Ask {
    /// A question with what stands in the line already.
    #[must_use]
    pub(super) fn new(question: Question, text: &str, note: String) -> Self {
        Self {
            question,
            edit: LineEdit::new(text),
            note,
            recalled: None,
        }
    }
}

/// What is done only after a yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// Writes over a file.
    WriteOver {
        /// The file, as typed.
        path: String,
        /// What is written.
        text: String,
    },
    /// Opens many links at once.
    OpenLinks(Vec<String>),
}
