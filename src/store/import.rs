//! Import: leads articles from what a person named through reading and analysis.

use std::collections::HashMap;
use std::ops::{ControlFlow, Range};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};

use crate::analysis::boilerplate::{LineCounts, furniture};
use crate::analysis::entities::Recogniser;
use crate::analysis::mentions::mentions;
use crate::corpus::Article;
use crate::ingest::{self, Assembler, Event, Input, Problem};

/// Articles that may wait between two threads: enough to keep all of them busy,
/// few enough that huge ones do not fill the memory.
const WAITING: usize = 32;

/// The longest that analysed articles wait for company.
const BATCH_TIME: Duration = Duration::from_millis(100);

/// Articles whose furniture is told at once.
const FURNITURE_BATCH: usize = 1024;

/// Threads beyond this do not pay: one thread reads.
const MOST_WORKERS: usize = 8;

/// What parts a headline from its text: no name runs across it.
const HEADLINE_END: &str = "\n\n";

/// What happens while a corpus is imported.
#[derive(Debug)]
pub enum ImportEvent {
    /// Articles, analysed, in the order of reading. The first comes alone and at once.
    Articles(Vec<Arc<Article>>),
    /// Something could not be read; the rest goes on.
    Problem(Problem),
    /// How far reading is.
    Progress {
        /// Bytes read so far.
        bytes_done: u64,
        /// Bytes of all files found so far; 0 where that is not known.
        bytes_total: u64,
    },
    /// Page furniture that only the whole corpus could teach: the place of an
    /// article in the order of reading, from 0, and its furniture as it now is.
    Furniture(Vec<(usize, Vec<Range<usize>>)>),
    /// Everything was read; the last event.
    Done(ImportSummary),
}

/// What came of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// Articles delivered.
    pub articles: usize,
    /// Files, folders and lines that could not be read.
    pub problems: usize,
}

/// One reading of a corpus, from its inputs to analysed articles.
#[derive(Clone, Debug)]
pub struct Import {
    inputs: Vec<Input>,
}

impl Import {
    /// An import of these inputs, in their order.
    #[must_use]
    pub fn new(inputs: Vec<Input>) -> Self {
        Self { inputs }
    }

    /// Reads and analyses everything, on several threads; the events arrive on
    /// this one, in the same order every time. Returns after the last event, or
    /// soon after the sink breaks.
    pub fn run(&self, sink: &mut dyn FnMut(ImportEvent) -> ControlFlow<()>) {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let (to_analyse, raw) = bounded::<Step<Event>>(WAITING);
        let (to_deliver, analysed) = bounded::<Step<Analysed>>(WAITING);
        thread::scope(|scope| {
            scope.spawn(move || read(&self.inputs, &to_analyse));
            for _ in 0..workers.min(MOST_WORKERS) {
                let (raw, to_deliver) = (raw.clone(), to_deliver.clone());
                scope.spawn(move || analyse(&raw, &to_deliver));
            }
            drop((raw, to_deliver));
            // A break drops the receiver, which stops the workers and then the reader.
            let _: ControlFlow<()> = Delivery::new(sink).run(analysed);
        });
    }
}

/// Something in the order of reading.
struct Step<T> {
    /// Its place in that order, from 0.
    place: u64,
    what: T,
}

/// A step behind the analysis.
enum Analysed {
    Article(Arc<Article>),
    Problem(Problem),
    Progress { bytes_done: u64, bytes_total: u64 },
}

/// Reads the inputs until all are read or nobody listens.
fn read(inputs: &[Input], to_analyse: &Sender<Step<Event>>) {
    let mut place = 0;
    ingest::read(inputs, &mut |what| {
        let sent = to_analyse.send(Step { place, what });
        place += 1;
        sent.map_or(ControlFlow::Break(()), ControlFlow::Continue)
    });
}

/// Analyses what comes until nothing more comes or nobody listens.
fn analyse(raw: &Receiver<Step<Event>>, to_deliver: &Sender<Step<Analysed>>) {
    let assembler = Assembler::new();
    let recogniser = Recogniser::embedded();
    for Step { place, what } in raw {
        let what = match what {
            Event::Article(raw) => {
                let mut article = assembler.article(*raw);
                find_mentions(&mut article, recogniser);
                Analysed::Article(Arc::new(article))
            }
            Event::Problem(problem) => Analysed::Problem(problem),
            Event::Progress {
                bytes_done,
                bytes_total,
            } => Analysed::Progress {
                bytes_done,
                bytes_total,
            },
        };
        if to_deliver.send(Step { place, what }).is_err() {
            return;
        }
    }
}

/// Fills in an article's mentions, and its dates and amounts.
///
/// A headline that is not a line of the text is read in front of it, so that
/// the text's surnames are known from the full names of the headline.
fn find_mentions(article: &mut Article, recogniser: &Recogniser) {
    if article.title_bytes.is_some() {
        let language = &article.language;
        (article.title_mentions, article.title_quantities) =
            mentions(recogniser, &article.title, language);
        (article.mentions, article.quantities) = mentions(recogniser, &article.text, language);
        return;
    }
    let whole = format!("{}{HEADLINE_END}{}", article.title, article.text);
    let text_start = article.title.len() + HEADLINE_END.len();
    let (names, quantities) = mentions(recogniser, &whole, &article.language);
    for mut name in names {
        if name.bytes.end <= article.title.len() {
            article.title_mentions.push(name);
        } else if let Some(bytes) = behind(&name.bytes, text_start) {
            name.bytes = bytes;
            article.mentions.push(name);
        }
    }
    for mut quantity in quantities {
        if quantity.bytes.end <= article.title.len() {
            article.title_quantities.push(quantity);
        } else if let Some(bytes) = behind(&quantity.bytes, text_start) {
            quantity.bytes = bytes;
            article.quantities.push(quantity);
        }
    }
}

/// Bytes counted from `start`, if they lie behind it.
fn behind(bytes: &Range<usize>, start: usize) -> Option<Range<usize>> {
    Some(bytes.start.checked_sub(start)?..bytes.end.checked_sub(start)?)
}

/// Puts the steps back in order and hands them out.
struct Delivery<'a> {
    sink: &'a mut dyn FnMut(ImportEvent) -> ControlFlow<()>,
    /// Articles not handed out yet.
    batch: Vec<Arc<Article>>,
    /// When articles were handed out last.
    delivered: Option<Instant>,
    /// Every article, for the furniture at the end; they share their texts with
    /// whoever took them.
    articles: Vec<Arc<Article>>,
    counts: LineCounts,
    problems: usize,
}

impl<'a> Delivery<'a> {
    fn new(sink: &'a mut dyn FnMut(ImportEvent) -> ControlFlow<()>) -> Self {
        Self {
            sink,
            batch: Vec::new(),
            delivered: None,
            articles: Vec::new(),
            counts: LineCounts::default(),
            problems: 0,
        }
    }

    fn run(mut self, analysed: Receiver<Step<Analysed>>) -> ControlFlow<()> {
        let mut early = HashMap::new();
        let mut next = 0;
        loop {
            match self.receive(&analysed) {
                Ok(step) => {
                    early.insert(step.place, step.what);
                }
                Err(RecvTimeoutError::Timeout) => self.flush()?,
                Err(RecvTimeoutError::Disconnected) => break,
            }
            while let Some(what) = early.remove(&next) {
                next += 1;
                self.take(what)?;
            }
        }
        self.flush()?;
        self.furniture()?;
        (self.sink)(ImportEvent::Done(ImportSummary {
            articles: self.articles.len(),
            problems: self.problems,
        }))
    }

    /// The next step, waited for no longer than the batch may wait.
    fn receive(
        &self,
        analysed: &Receiver<Step<Analysed>>,
    ) -> Result<Step<Analysed>, RecvTimeoutError> {
        match self.delivered {
            Some(delivered) if !self.batch.is_empty() => {
                analysed.recv_deadline(delivered + BATCH_TIME)
            }
            _ => analysed.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn take(&mut self, what: Analysed) -> ControlFlow<()> {
        match what {
            Analysed::Article(article) => {
                self.counts.add(article.source.as_deref(), &article.text);
                self.articles.push(Arc::clone(&article));
                self.batch.push(article);
                match self.delivered {
                    Some(delivered) if delivered.elapsed() < BATCH_TIME => {
                        ControlFlow::Continue(())
                    }
                    _ => self.flush(),
                }
            }
            Analysed::Problem(problem) => {
                self.problems += 1;
                (self.sink)(ImportEvent::Problem(problem))
            }
            Analysed::Progress {
                bytes_done,
                bytes_total,
            } => (self.sink)(ImportEvent::Progress {
                bytes_done,
                bytes_total,
            }),
        }
    }

    /// Hands out the articles that wait.
    fn flush(&mut self) -> ControlFlow<()> {
        self.delivered = Some(Instant::now());
        if self.batch.is_empty() {
            return ControlFlow::Continue(());
        }
        (self.sink)(ImportEvent::Articles(std::mem::take(&mut self.batch)))
    }

    /// Tells where the lines of the whole corpus say more about an article's
    /// furniture than the article alone did.
    fn furniture(&mut self) -> ControlFlow<()> {
        for (chunk, articles) in self.articles.chunks(FURNITURE_BATCH).enumerate() {
            let changed: Vec<_> = articles
                .iter()
                .zip(chunk * FURNITURE_BATCH..)
                .filter_map(|(article, place)| {
                    let found = furniture(
                        &article.text,
                        article.title_bytes.as_ref(),
                        article.script,
                        article.source.as_deref(),
                        Some(&self.counts),
                    );
                    (found != article.furniture).then_some((place, found))
                })
                .collect();
            if !changed.is_empty() {
                (self.sink)(ImportEvent::Furniture(changed))?;
            }
        }
        ControlFlow::Continue(())
    }
}
