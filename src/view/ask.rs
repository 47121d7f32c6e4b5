//! Lines that are asked for, and what is confirmed before it is done.

use super::prompt::{Edit, LineEdit};

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
    /// Whether what stands in the line was proposed, and is replaced by what is typed.
    pub is_proposal: bool,
    /// The earlier answer that is shown, counted from the newest.
    pub(super) recalled: Option<usize>,
}

impl Ask {
    /// A question with what is proposed as an answer.
    #[must_use]
    pub(super) fn new(question: Question, text: &str, note: String) -> Self {
        Self {
            question,
            edit: LineEdit::new(text),
            note,
            is_proposal: !text.is_empty(),
            recalled: None,
        }
    }
}

impl Ask {
    /// Types text; what was proposed makes way for it.
    pub(super) fn type_text(&mut self, text: &str) {
        if std::mem::take(&mut self.is_proposal) {
            self.edit = LineEdit::default();
        }
        self.edit.insert(text);
    }

    /// Edits the line, and with it what was proposed.
    pub(super) fn edit(&mut self, edit: Edit) {
        self.is_proposal = false;
        self.edit.edit(edit);
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
