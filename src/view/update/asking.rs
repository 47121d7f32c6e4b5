//! A line that is asked for: typed, called back, completed, answered; and a yes or no.

use super::super::View;
use super::super::ask::{Ask, Confirmation, Question};
use super::super::message::{Effect, Millis};
use super::super::prompt::LineEdit;
use super::keys::edit_of;
use crate::config::action::Action;
use crate::config::strings::Value;
use crate::text::sanitize::sanitize_line;

/// Answers to one question that can be called back.
const REMEMBERED: usize = 50;

impl View {
    /// Asks for a line, with what it is to hold already.
    pub(super) fn ask_for(&mut self, question: Question, text: &str) {
        let note = self.asked_about(question);
        self.asking = Some(Ask::new(question, text, note));
    }

    /// What an answer is about, in words.
    fn asked_about(&self, question: Question) -> String {
        if question == Question::ViewName {
            return String::new();
        }
        let subjects = self.subjects();
        let mut tags: Vec<String> = match (question, subjects.as_slice()) {
            (Question::Tags, [only]) => {
                let tags = self.browse.tags_of(*only);
                tags.map(|tag| format!("#{tag}")).collect()
            }
            _ => Vec::new(),
        };
        if tags.is_empty() {
            let count = Value::from(subjects.len());
            tags.push(self.strings.format("articles", &[("count", count)]));
        }
        tags.join(" ")
    }

    pub(super) fn act_on_ask(&mut self, action: Action, at: Millis) {
        let right_to_left = self.direction().is_rtl();
        match action {
            Action::Accept => self.answer(at),
            Action::Cancel => self.asking = None,
            Action::HistoryPrev | Action::ResultPrev => self.recall_answer(true),
            Action::HistoryNext | Action::ResultNext => self.recall_answer(false),
            Action::Complete => self.complete_answer(),
            _ => {
                if let (Some(edit), Some(ask)) = (edit_of(action, right_to_left), &mut self.asking)
                {
                    ask.edit(edit);
                }
            }
        }
    }

    /// What was typed is the answer.
    fn answer(&mut self, at: Millis) {
        let Some(ask) = self.asking.take() else {
            return;
        };
        let typed = match ask.question {
            // They show in many places.
            Question::Tags | Question::ViewName => sanitize_line(ask.edit.text()).into_owned(),
            Question::File | Question::Command => ask.edit.text().trim().to_owned(),
        };
        if typed.is_empty() {
            return;
        }
        let answers = self.answers.entry(ask.question).or_default();
        answers.retain(|answer| *answer != typed);
        answers.push(typed.clone());
        if answers.len() > REMEMBERED {
            answers.remove(0);
        }
        match ask.question {
            Question::Tags => self.tag(&typed, at),
            Question::File => self.write_to(typed),
            Question::Command => self.pipe_to(typed),
            Question::ViewName => self.save_view(&typed, at),
        }
    }

    fn recall_answer(&mut self, older: bool) {
        let Some(ask) = &mut self.asking else {
            return;
        };
        let answers = self.answers.get(&ask.question);
        let answers = answers.map_or(&[][..], Vec::as_slice);
        let next = match (ask.recalled, older) {
            (None, true) => Some(0),
            (None | Some(0), false) => None,
            (Some(back), true) => Some((back + 1).min(answers.len().saturating_sub(1))),
            (Some(back), false) => Some(back - 1),
        };
        let text = match next {
            None => "",
            Some(back) => match answers.iter().rev().nth(back) {
                Some(answer) => answer,
                None => return,
            },
        };
        ask.edit = LineEdit::new(text);
        ask.recalled = next;
    }

    /// Completes the last word: a tag that is known, a name of a saved view.
    fn complete_answer(&mut self) {
        let Some(ask) = &mut self.asking else {
            return;
        };
        let typed = ask.edit.text();
        let rest = match ask.question {
            Question::Tags => {
                let word = typed.rsplit([' ', ',']).next().unwrap_or_default();
                let word = word.trim_start_matches(['-', '#']);
                let tags = self.browse.known_tags();
                let mut rests = tags.iter().filter_map(|tag| tag.strip_prefix(word));
                let rest = rests.find(|rest| !rest.is_empty() && !word.is_empty());
                rest.map(str::to_owned)
            }
            Question::ViewName => {
                let mut rests = self
                    .views
                    .keys()
                    .filter_map(|name| name.strip_prefix(typed));
                let rest = rests.find(|rest| !rest.is_empty() && !typed.is_empty());
                rest.map(str::to_owned)
            }
            Question::File | Question::Command => None,
        };
        if let Some(rest) = rest {
            ask.edit.edit(super::super::prompt::Edit::End);
            ask.edit.insert(&rest);
        }
    }

    /// A yes or a no; anything but a yes is a no.
    pub(super) fn act_on_confirmation(&mut self, action: Action, at: Millis) {
        let Some(confirmation) = self.confirming.take() else {
            return;
        };
        match (action, confirmation) {
            (Action::Yes, Confirmation::WriteOver { path, text }) => {
                self.ask(Effect::Write {
                    path,
                    text,
                    replace: true,
                });
            }
            (Action::Yes, Confirmation::OpenLinks(links)) => self.ask(Effect::OpenLinks(links)),
            (Action::Cancel, _) => self.notify(at, "not-done", &[]),
            (_, confirmation) => self.confirming = Some(confirmation),
        }
    }
}
