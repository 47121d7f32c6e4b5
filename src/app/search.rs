//! Searching, on a thread of its own: the newest query wins.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::event::Event;
use crate::corpus::{Article, Marks, Query};
use crate::store::{FoldCache, Found, Search, Vocabulary};
use crate::view::frames::Ranking;
use crate::view::message::Message;

/// From when on a search tells what it found so far.
const LONG: Duration = Duration::from_millis(300);
/// How soon it tells again.
const AGAIN: Duration = Duration::from_millis(500);

/// What is asked of the searching thread.
struct Job {
    generation: u64,
    query: Query,
    asked: Asked,
}

/// What is to be found of a query.
enum Asked {
    /// The articles that answer it, among these with these marks.
    Articles(Vec<Arc<Article>>, HashMap<Arc<str>, Marks>),
    /// The words that may have been meant, in the articles searched last.
    Respellings,
}

/// The searching thread as the program holds it.
pub(super) struct Searcher {
    jobs: Sender<Job>,
    /// The generation that is wanted; others are given up.
    wanted: Arc<AtomicU64>,
}

impl Searcher {
    /// Starts the thread.
    pub(super) fn start(events: Sender<Event>) -> Self {
        let (jobs, waiting) = unbounded();
        let wanted = Arc::new(AtomicU64::new(0));
        let shared = Arc::clone(&wanted);
        thread::spawn(move || work(&waiting, &shared, &events));
        Self { jobs, wanted }
    }

    /// Asks for a search; one that runs is given up.
    pub(super) fn search(
        &self,
        generation: u64,
        query: Query,
        articles: Vec<Arc<Article>>,
        marks: HashMap<Arc<str>, Marks>,
    ) {
        self.ask(generation, query, Asked::Articles(articles, marks));
    }

    /// Asks which words may have been meant by a query that found nothing, after the
    /// search for it.
    pub(super) fn respell(&self, generation: u64, query: Query) {
        self.ask(generation, query, Asked::Respellings);
    }

    fn ask(&self, generation: u64, query: Query, asked: Asked) {
        self.wanted.store(generation, Ordering::Release);
        let job = Job {
            generation,
            query,
            asked,
        };
        // The thread lives as long as this end of the channel.
        let _ = self.jobs.send(job);
    }

    /// Gives up the search that runs.
    pub(super) fn stop(&self) {
        self.wanted.store(0, Ordering::Release);
    }
}

fn work(waiting: &Receiver<Job>, wanted: &AtomicU64, events: &Sender<Event>) {
    let mut cache = FoldCache::new();
    let mut vocabulary = Vocabulary::new();
    let mut articles = Vec::new();
    for job in waiting {
        let cancelled = || wanted.load(Ordering::Acquire) != job.generation;
        if cancelled() {
            continue;
        }
        let event = match job.asked {
            Asked::Articles(all, marks) => {
                articles = all;
                let marks = |article: &Article| marks.get(&article.id).cloned().unwrap_or_default();
                let search = Search::new(job.query);
                let mut told = Told::new(job.generation, events);
                let found =
                    search.run_telling(&articles, &mut cache, &marks, &cancelled, &mut told.tell());
                found.map(|found| Event::Found(job.generation, ranking(&found), 100))
            }
            Asked::Respellings => vocabulary
                .respellings(&job.query, &articles, &cache, &cancelled)
                .map(|words| Event::Told(Box::new(Message::Respelled(job.generation, words)))),
        };
        if let Some(event) = event
            && events.send(event).is_err()
        {
            return;
        }
    }
}

/// A search that takes long tells what it found so far.
struct Told<'a> {
    generation: u64,
    events: &'a Sender<Event>,
    /// When it is told next.
    next: Instant,
}

impl<'a> Told<'a> {
    fn new(generation: u64, events: &'a Sender<Event>) -> Self {
        Self {
            generation,
            events,
            next: Instant::now() + LONG,
        }
    }

    fn tell(&mut self) -> impl FnMut(u8, &dyn Fn() -> Vec<Found>) {
        |percent, found| {
            if Instant::now() < self.next {
                return;
            }
            self.next = Instant::now() + AGAIN;
            let found = ranking(&found());
            // Who receives it may have ended before.
            let _ = self
                .events
                .send(Event::Found(self.generation, found, percent));
        }
    }
}

/// What was found, as the view takes it.
fn ranking(found: &[Found]) -> Ranking {
    let ranking = found
        .iter()
        .filter_map(|found| Some((u32::try_from(found.number).ok()?, found.score)));
    Arc::new(ranking.collect())
}
