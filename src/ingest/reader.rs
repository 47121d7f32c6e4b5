//! Opens what was named and hands out its articles.

use std::cell::Cell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::{self, File};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;

use super::format::{self, Format};
use super::jsonl::{self, Item};
use super::problem::{Problem, Reason};
use super::raw::RawArticle;
use super::record::Record;
use super::text_file;
use super::walk::{Found, Walk};
use crate::corpus::Origin;
use crate::text::sanitize::sanitize_line;

/// The articles that come with the program.
const SAMPLE: &[u8] = include_bytes!("../../assets/sample/sample.jsonl");

/// Bytes that are read at once: enough to see the format of a stream.
const BUFFER: usize = 64 << 10;

/// Bytes between two [`Event::Progress`].
const PROGRESS_STEP: u64 = 256 << 10;

/// Where articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A folder, or a file of any readable format.
    Path(PathBuf),
    /// Standard input, of any readable format.
    Stdin,
    /// The sample corpus inside the program.
    Sample,
}

/// What happens while reading.
#[derive(Debug)]
pub enum Event {
    /// An article was read.
    Article(Box<RawArticle>),
    /// Something could not be read; reading goes on.
    Problem(Problem),
    /// How far reading is, in bytes of the files as they lie on disk.
    Progress {
        /// Bytes read so far.
        bytes_done: u64,
        /// Bytes of all files found so far; 0 where that is not known.
        bytes_total: u64,
    },
}

/// Reads every article of the inputs, in order: inputs as given, folders by name.
/// The sink stops it with `Break`.
pub fn read(inputs: &[Input], sink: &mut dyn FnMut(Event) -> ControlFlow<()>) {
    let mut reading = Reading {
        sink,
        ids: HashMap::default(),
        rank: 0,
        walk: Walk::default(),
        done: Rc::default(),
        total: 0,
        told: 0,
    };
    // A break has done its work by coming here.
    let _: ControlFlow<()> = inputs.iter().try_for_each(|input| reading.input(input));
}

struct Reading<'a> {
    sink: &'a mut dyn FnMut(Event) -> ControlFlow<()>,
    /// How often an id was met, by its hash: a million ids would be too many to
    /// keep. A collision costs an article a suffix, no more.
    ids: HashMap<u64, u32, BuildHasherDefault<DefaultHasher>>,
    rank: u64,
    walk: Walk,
    done: Rc<Cell<u64>>,
    total: u64,
    /// What `done` was when progress was last told.
    told: u64,
}

impl Reading<'_> {
    fn input(&mut self, input: &Input) -> ControlFlow<()> {
        match input {
            Input::Path(path) => self.path(path),
            Input::Stdin => self.stream(Box::new(io::stdin()), None, Path::new("stdin")),
            Input::Sample => self.stream(Box::new(SAMPLE), None, Path::new("sample")),
        }
    }

    fn path(&mut self, path: &Path) -> ControlFlow<()> {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => return self.problem(Problem::new(path, error.into())),
        };
        if !metadata.is_dir() {
            self.total += metadata.len();
            let name = path.file_name().map_or_else(PathBuf::new, PathBuf::from);
            return self.file(path, &name);
        }
        let (found, problems) = self.walk.folder(path);
        for problem in problems {
            self.problem(problem)?;
        }
        self.total += found.iter().map(|file| file.bytes).sum::<u64>();
        for Found { path, name, .. } in found {
            self.file(&path, &name)?;
        }
        ControlFlow::Continue(())
    }

    fn file(&mut self, path: &Path, name: &Path) -> ControlFlow<()> {
        match File::open(path) {
            Ok(file) => self.stream(Box::new(file), Some(path), name)?,
            Err(error) => self.problem(Problem::new(path, error.into()))?,
        }
        self.progress(true)
    }

    /// Reads one stream, compressed or not. `path` is where it lies, `name` what
    /// the ids of its articles are made of.
    fn stream(
        &mut self,
        stream: Box<dyn Read>,
        path: Option<&Path>,
        name: &Path,
    ) -> ControlFlow<()> {
        let count = Rc::clone(&self.done);
        let problem = |reason, line| Problem {
            path: path.map(Path::to_owned),
            line,
            reason,
        };
        let stem = id_of(&format::stem(name));
        match open(Box::new(Counted { stream, count }), name) {
            Ok((mut stream, Format::Text)) => match text_file::read(&mut stream) {
                Ok(text) => self.article(Record::from_text(text), stem, path, None),
                Err(reason) => self.problem(problem(reason, None)),
            },
            Ok((mut stream, Format::JsonLines)) => {
                jsonl::read(&mut stream, &mut |item| match item {
                    Item::Record(mut record, line) => {
                        let id = record.id.take();
                        let id = id.unwrap_or_else(|| format!("{stem}:{line}"));
                        self.article(*record, id, path, Some(line))?;
                        self.progress(false)
                    }
                    Item::Problem(reason, line) => self.problem(problem(reason, line)),
                })
            }
            Err(reason) => self.problem(problem(reason, None)),
        }
    }

    fn article(
        &mut self,
        record: Record,
        id: String,
        path: Option<&Path>,
        line: Option<u64>,
    ) -> ControlFlow<()> {
        let article = RawArticle {
            id: self.unique(&id).into(),
            title: record.title,
            text: record.text,
            language: record.language,
            date: record.date,
            source: record.source,
            url: record.url,
            origin: Origin {
                path: path.map(Path::to_owned),
                line,
            },
            metadata: record.metadata,
            rank: self.rank,
        };
        self.rank += 1;
        (self.sink)(Event::Article(Box::new(article)))
    }

    /// An id that no article has had: the wanted one, or with the next free number.
    fn unique(&mut self, wanted: &str) -> String {
        let wanted_hash = self.ids.hasher().hash_one(wanted);
        let mut id = wanted.to_owned();
        loop {
            let hash = self.ids.hasher().hash_one(id.as_str());
            if let Entry::Vacant(entry) = self.ids.entry(hash) {
                entry.insert(1);
                return id;
            }
            let count = self.ids.entry(wanted_hash).or_default();
            *count = count.saturating_add(1);
            id = format!("{wanted}#{count}");
        }
    }

    fn problem(&mut self, problem: Problem) -> ControlFlow<()> {
        (self.sink)(Event::Problem(problem))
    }

    fn progress(&mut self, whole_file: bool) -> ControlFlow<()> {
        let done = self.done.get();
        let finished = whole_file && done >= self.total;
        if done == self.told || (!finished && done - self.told < PROGRESS_STEP) {
            return ControlFlow::Continue(());
        }
        self.told = done;
        (self.sink)(Event::Progress {
            bytes_done: done,
            bytes_total: self.total,
        })
    }
}

/// Begins to read a stream: decompressed, and of which format.
fn open(stream: Box<dyn Read>, name: &Path) -> Result<(Box<dyn BufRead>, Format), Reason> {
    let mut stream: Box<dyn BufRead> = Box::new(BufReader::with_capacity(BUFFER, stream));
    if stream.fill_buf()?.starts_with(b"\x1F\x8B") {
        let decoder = MultiGzDecoder::new(stream);
        stream = Box::new(BufReader::with_capacity(BUFFER, decoder));
    }
    let format = format::sniff(stream.fill_buf()?, format::by_name(name))?;
    Ok((stream, format))
}

/// A path as an id: with `/` on every system, sanitized.
fn id_of(stem: &Path) -> String {
    let parts: Vec<_> = stem.iter().map(|part| part.to_string_lossy()).collect();
    sanitize_line(&parts.join("/")).into_owned()
}

/// Counts the bytes that are read through it.
struct Counted {
    stream: Box<dyn Read>,
    count: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        let read_bytes = u64::try_from(read).unwrap_or_default();
        self.count.set(self.count.get().saturating_add(read_bytes));
        Ok(read)
    }
}
