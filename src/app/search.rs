//! Searching, on a thread of its own: the newest query wins.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::event::Event;
use crate::corpus::{Article, Marks, Query};
use crate::store::{FoldCache, Search};

/// What is asked of the searching thread.
struct Job {
    generation: u64,
    query: Query,
    articles: Vec<Arc<Article>>,
    marks: HashMap<Arc<str>, Marks>,
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
        self.wanted.store(generation, Ordering::Release);
        let job = Job {
            generation,
            query,
            articles,
            marks,
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
    for job in waiting {
        let cancelled = || wanted.load(Ordering::Acquire) != job.generation;
        if cancelled() {
            continue;
        }
        let marks = |article: &Article| job.marks.get(&article.id).cloned().unwrap_or_default();
        let found = Search::new(job.query).run(&job.articles, &mut cache, &marks, &cancelled);
        let Some(found) = found else {
            continue;
        };
        let ranking = found
            .into_iter()
            .filter_map(|found| Some((u32::try_from(found.number).ok()?, found.score)))
            .collect();
        if events
            .send(Event::Found(job.generation, Arc::new(ranking)))
            .is_err()
        {
            return;
        }
    }
}
