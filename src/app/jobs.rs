//! What takes its time and is done beside the loop: files, other programs, reading again.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use crossbeam_channel::Sender;

use super::event::Event;
use super::{files, raw};
use crate::corpus::Article;
use crate::ingest::Input;
use crate::store::{Catalog, Import, ImportEvent};
use crate::term::copy_to_tmux;
use crate::text::sanitize::sanitize_line;
use crate::view::message::{CopyWay, Message, Millis, ProblemPlace};

/// Starts jobs, each on a thread of its own; what comes of one is an event.
#[derive(Clone)]
pub(super) struct Jobs {
    events: Sender<Event>,
    start: Instant,
    /// What the corpus is read from.
    inputs: Vec<Input>,
}

impl Jobs {
    /// Jobs that count time from `start`.
    pub(super) const fn new(events: Sender<Event>, start: Instant, inputs: Vec<Input>) -> Self {
        Self {
            events,
            start,
            inputs,
        }
    }

    fn run(&self, job: impl FnOnce(&dyn Fn() -> Millis) -> Message + Send + 'static) {
        let (events, start) = (self.events.clone(), self.start);
        thread::spawn(move || {
            let now = || u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
            // Who receives it may have ended before.
            let _ = events.send(Event::Told(Box::new(job(&now))));
        });
    }

    /// Hands a text to tmux.
    pub(super) fn copy_to_tmux(&self, text: String, what: String, accepts: bool) {
        self.run(move |now| match copy_to_tmux(&text) {
            Ok(handed_on) => Message::Copied {
                what,
                way: CopyWay::Tmux,
                is_sure: handed_on && accepts,
                at: now(),
            },
            Err(error) => Message::Failed(line(&error.to_string()), now()),
        });
    }

    /// Writes a file.
    pub(super) fn write(&self, path: String, text: String, replace: bool) {
        self.run(move |now| match files::write(&path, &text, replace) {
            Ok(written) => Message::Written(line(&written.to_string_lossy()), now()),
            Err(files::WriteError::Exists) => Message::FileExists(path, text),
            Err(files::WriteError::Failed(error)) => Message::WriteFailed {
                path: line(&path),
                reason: line(&error.to_string()),
                at: now(),
            },
        });
    }

    /// Opens addresses with what the system opens them with.
    pub(super) fn open_links(&self, links: Vec<String>) {
        self.run(move |now| {
            for link in &links {
                if let Err(error) = open::that_detached(link) {
                    return Message::LinkFailed {
                        link: line(link),
                        reason: line(&error.to_string()),
                        at: now(),
                    };
                }
            }
            Message::LinksOpened(links.len(), now())
        });
    }

    /// Looks at what stands at a place.
    pub(super) fn read_raw(&self, place: ProblemPlace) {
        self.run(move |now| match raw::lines(&place) {
            Ok(lines) => Message::Raw(lines),
            Err(error) => {
                let path = place.path.to_string_lossy();
                let text = format!("{path}: {error}");
                Message::Failed(line(&text), now())
            }
        });
    }

    /// Reads the corpus again and tells what is not among the articles that are known.
    pub(super) fn refresh(&self, known: Vec<Arc<Article>>, told: HashSet<String>) {
        let inputs = self.inputs.clone();
        let events = self.events.clone();
        self.run(move |now| {
            let mut catalog = Catalog::new();
            Import::new(inputs).run(&mut |event| {
                match event {
                    ImportEvent::Articles(batch) => {
                        catalog.add(batch);
                    }
                    ImportEvent::Furniture(found) => {
                        for (number, furniture) in found {
                            catalog.set_furniture(number, furniture);
                        }
                    }
                    ImportEvent::Problem(problem) => {
                        let message = super::import::problem_message(&problem);
                        let is_new =
                            matches!(&message, Message::Problem(text, _) if !told.contains(text));
                        if is_new && events.send(Event::Told(Box::new(message))).is_err() {
                            return ControlFlow::Break(());
                        }
                    }
                    ImportEvent::Progress { .. } | ImportEvent::Done(_) => {}
                }
                ControlFlow::Continue(())
            });
            Message::Refreshed(news(catalog.articles(), &known), now())
        });
    }
}

/// A text on one line, safe to be shown.
fn line(text: &str) -> String {
    sanitize_line(text).into_owned()
}

/// The articles that are not among the known ones, or are written otherwise there: those
/// with the number of the one they replace.
fn news(found: &[Arc<Article>], known: &[Arc<Article>]) -> Vec<(Option<u32>, Arc<Article>)> {
    let known: HashMap<&str, (u32, &Arc<Article>)> = (0..)
        .zip(known)
        .map(|(number, article)| (&*article.id, (number, article)))
        .collect();
    let news = found
        .iter()
        .filter_map(|article| match known.get(&*article.id) {
            None => Some((None, Arc::clone(article))),
            Some((_, old)) if old.text == article.text && old.title == article.title => None,
            Some((number, _)) => Some((Some(*number), Arc::clone(article))),
        });
    news.collect()
}
