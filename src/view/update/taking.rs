//! Taking along: copies, files, commands that get the text, links.

use std::sync::Arc;

use super::super::View;
use super::super::ask::{Confirmation, Question};
use super::super::excerpt::{Excerpt, FileForm};
use super::super::message::{CopyWay, Effect, Millis};
use super::super::sheet::{SheetKind, SheetRow, Target};
use super::matching::matches;
use crate::analysis::links::{is_link, links};
use crate::analysis::words;
use crate::config::action::Action;
use crate::config::strings::Value;
use crate::text::fold::fold_key;
use crate::text::sanitize::sanitize_line;

/// More links than this are opened after a yes alone.
const MANY_LINKS: usize = 5;
/// Bytes that go to a clipboard at most: it may lie behind a slow line.
const LONGEST_COPY: usize = 1 << 20;

impl View {
    /// Does an action that takes something along; whether it is one.
    pub(super) fn take_along(&mut self, action: Action, at: Millis) -> bool {
        match action {
            Action::CopyLink => self.copy(Excerpt::Link, at),
            Action::CopyTitle => self.copy(Excerpt::Title, at),
            Action::CopyParagraph => self.copy(Excerpt::Paragraph, at),
            Action::CopyArticle => self.copy(Excerpt::Article, at),
            Action::CopyName => self.copy(Excerpt::Name, at),
            Action::CopyCitation => self.copy(Excerpt::Citation, at),
            Action::OpenLink => self.open_links(at),
            Action::LinkPicker => self.pick_link(at),
            Action::Pipe => self.ask_for_command(),
            Action::Write => self.ask_for_file(),
            _ => return false,
        }
        true
    }

    /// Copies a piece of the articles at hand to the terminal's clipboard.
    fn copy(&mut self, excerpt: Excerpt, at: Millis) {
        let subjects = self.subjects();
        let pieces = subjects.iter();
        let pieces: Vec<String> = pieces
            .filter_map(|number| self.excerpt(excerpt, *number))
            .collect();
        if pieces.is_empty() {
            let id = match excerpt {
                Excerpt::Link => "copy-no-link",
                Excerpt::Name => "name-none-under-cursor",
                _ => "copy-nothing",
            };
            self.notify(at, id, &[]);
            return;
        }
        let between = if excerpt == Excerpt::Article {
            "\n----\n\n"
        } else {
            "\n"
        };
        let text = pieces.join(between);
        if text.len() > LONGEST_COPY {
            self.notify(at, "copy-too-long", &[]);
            return;
        }
        let script = subjects
            .first()
            .and_then(|number| self.browse.article(*number))
            .map_or_else(Default::default, |article| article.script);
        let what = match excerpt {
            Excerpt::Link => self.strings.text("copied-link").into_owned(),
            _ => {
                let count = Value::from(words::count(&text, script));
                self.strings.format("words", &[("count", count)])
            }
        };
        self.end_range();
        self.ask(Effect::Copy { text, what });
    }

    /// Says what became of a copy.
    pub(super) fn copied(&mut self, what: &str, way: CopyWay, is_sure: bool, at: Millis) {
        let values = [("what", Value::from(what))];
        if !is_sure && !std::mem::replace(&mut self.doubted_clipboard, true) {
            let id = match way {
                CopyWay::Terminal => "copied-perhaps",
                CopyWay::Tmux => "copied-tmux-perhaps",
            };
            self.notify(at, id, &values);
            return;
        }
        let id = match way {
            CopyWay::Terminal => "copied",
            CopyWay::Tmux => "copied-tmux",
        };
        self.notify(at, id, &values);
    }

    /// Asks for the file to write the articles at hand to.
    fn ask_for_file(&mut self) {
        let subjects = self.subjects();
        if !subjects.is_empty() {
            let name = self.file_name(&subjects);
            self.ask_for(Question::File, &name);
        }
    }

    pub(super) fn write_to(&mut self, path: String) {
        let text = self.file(&self.subjects(), FileForm::of(&path));
        self.end_range();
        self.ask(Effect::Write {
            path,
            text,
            replace: false,
        });
    }

    /// There is a file of that name.
    pub(super) fn file_exists(&mut self, path: String, text: String) {
        self.confirming = Some(Confirmation::WriteOver { path, text });
    }

    pub(super) fn written(&mut self, path: &str, at: Millis) {
        self.notify(at, "written", &[("path", Value::from(path))]);
    }

    /// Asks for the command that gets the text of the articles at hand.
    fn ask_for_command(&mut self) {
        if !self.subjects().is_empty() {
            self.ask_for(Question::Command, "");
        }
    }

    pub(super) fn pipe_to(&mut self, command: String) {
        let text = self.file(&self.subjects(), FileForm::Text);
        self.end_range();
        self.ask(Effect::Pipe { command, text });
    }

    pub(super) fn piped(&mut self, command: &str, status: Option<i32>, at: Millis) {
        let command = sanitize_line(command);
        let values = [
            ("command", Value::from(&*command)),
            (
                "status",
                Value::from(usize::try_from(status.unwrap_or(0)).unwrap_or(0)),
            ),
        ];
        let id = match status {
            Some(0) => "piped",
            Some(_) => "piped-failed",
            None => "piped-killed",
        };
        self.notify(at, id, &values);
    }

    /// The links of an article: its own address first, then those in its text.
    pub(super) fn links_of(&self, number: u32) -> Vec<String> {
        let Some(article) = self.browse.article(number) else {
            return Vec::new();
        };
        let own = article.url.clone().filter(|address| is_link(address));
        let others = links(&article.text).into_iter();
        let others = others.filter(|link| own.as_ref() != Some(link));
        own.iter().cloned().chain(others).collect()
    }

    /// Opens the first link of each article at hand; where the terminal is on another
    /// machine, shows the links to be opened there.
    fn open_links(&mut self, at: Millis) {
        if self.is_remote {
            self.pick_link(at);
            return;
        }
        let subjects = self.subjects();
        let firsts = subjects.iter();
        let firsts: Vec<String> = firsts
            .filter_map(|number| self.links_of(*number).into_iter().next())
            .collect();
        self.end_range();
        match firsts.len() {
            0 => self.notify(at, "links-none", &[]),
            1..=MANY_LINKS => self.ask(Effect::OpenLinks(firsts)),
            _ => self.confirming = Some(Confirmation::OpenLinks(firsts)),
        }
    }

    /// Lists the links of the article at hand.
    fn pick_link(&mut self, at: Millis) {
        let Some(number) = self.subject() else {
            return;
        };
        if self.links_of(number).is_empty() {
            self.notify(at, "links-none", &[]);
        } else {
            self.open_sheet(SheetKind::Links(number));
        }
    }

    pub(super) fn link_rows(&self, number: u32, typed: &str) -> Vec<SheetRow> {
        let links = self.links_of(number).into_iter();
        let links = links.filter(|link| matches(&fold_key(typed), &[link]));
        links
            .map(|link| SheetRow {
                text: link.clone(),
                target: Some(Target::Link(Arc::from(link))),
                ..SheetRow::default()
            })
            .collect()
    }

    /// A link was chosen: it is opened here, or copied where here is elsewhere.
    pub(super) fn follow_link(&mut self, link: &Arc<str>) {
        let link = link.to_string();
        if self.is_remote {
            let what = self.strings.text("copied-link").into_owned();
            self.ask(Effect::Copy { text: link, what });
        } else {
            self.ask(Effect::OpenLinks(vec![link]));
        }
    }

    pub(super) fn links_opened(&mut self, count: usize, at: Millis) {
        self.notify(at, "links-opened", &[("count", Value::from(count))]);
    }
}
