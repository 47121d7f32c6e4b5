//! Saving that never stands in the way: on disk where that works, in memory until then.

use std::path::PathBuf;
use std::time::Duration;

use super::{CorpusId, CorpusKey, CorpusState, Library, StateChange, StoreError};
use crate::corpus::Timestamp;

/// How long leaving waits for another process.
const LAST_PATIENCE: Duration = Duration::from_secs(1);

/// Keeps what a person does with one corpus while the program runs.
///
/// Every failure leaves the program able to go on: what could not be saved stays in
/// memory, and each later [`Keeper::save`] tries all of it again, opening the library
/// where it was not open. So a full disk, a lock or a folder without permission costs
/// nothing once it is mended.
#[derive(Debug)]
pub struct Keeper {
    folder: Option<PathBuf>,
    key: CorpusKey,
    opened_at: Timestamp,
    library: Option<(Library, CorpusId)>,
    pending: StateChange,
}

impl Keeper {
    /// Takes up a corpus, opened at `now`, in the library of a folder, and gives what
    /// was done with it before. Nothing is made on disk before there is something to
    /// remember: the first save makes the library.
    ///
    /// With an error, which is to be shown and no reason to stop, the corpus counts as
    /// new, and changes are saved once the library works. Without a folder they never
    /// are.
    #[must_use]
    pub fn open(
        folder: Option<PathBuf>,
        key: CorpusKey,
        now: Timestamp,
    ) -> (Self, CorpusState, Option<StoreError>) {
        let mut keeper = Self {
            folder,
            key,
            opened_at: now,
            library: None,
            pending: StateChange::default(),
        };
        match keeper.load() {
            Ok(state) => (keeper, state, None),
            Err(problem) => (keeper, CorpusState::default(), Some(problem)),
        }
    }

    fn load(&mut self) -> Result<CorpusState, StoreError> {
        let folder = self.folder.as_deref().ok_or(StoreError::NoFolder)?;
        if !Library::exists(folder) {
            return Ok(CorpusState::default());
        }
        let (library, corpus) = self.connect()?;
        library.load(*corpus)
    }

    /// Saves a change, with everything still pending. On `Ok` it is on disk and
    /// survives the process.
    ///
    /// # Errors
    /// It could not be saved: it is kept, and the next save tries again.
    pub fn save(&mut self, change: StateChange) -> Result<(), StoreError> {
        self.pending.append(change);
        self.flush()
    }

    /// Whether something is kept in memory that is not on disk.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Tries what is pending a last time, waiting up to a second for others.
    ///
    /// # Errors
    /// It could not be saved and is lost.
    pub fn close(mut self) -> Result<(), StoreError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        self.connect()?.0.set_patience(LAST_PATIENCE)?;
        self.flush()
    }

    /// What the terminal answered that was last met in these surroundings, where
    /// there is a library.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn terminal_answers(&self, surroundings: &str) -> Result<Option<String>, StoreError> {
        self.library.as_ref().map_or(Ok(None), |(library, _)| {
            library.terminal_answers(surroundings)
        })
    }

    /// What a person chose for the terminal of a fingerprint, where there is a library.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn terminal_choice(&self, fingerprint: &str) -> Result<Option<String>, StoreError> {
        self.library.as_ref().map_or(Ok(None), |(library, _)| {
            library.terminal_choice(fingerprint)
        })
    }

    /// Remembers what a terminal answered. It alone is no reason to make a library.
    ///
    /// # Errors
    /// The library cannot be written.
    pub fn save_terminal_answers(
        &mut self,
        surroundings: &str,
        answers: &str,
    ) -> Result<(), StoreError> {
        self.library.as_mut().map_or(Ok(()), |(library, _)| {
            library.save_terminal_answers(surroundings, answers)
        })
    }

    /// Remembers what a person chose for a terminal; `None` forgets it.
    ///
    /// # Errors
    /// The library cannot be written.
    pub fn save_terminal_choice(
        &mut self,
        fingerprint: &str,
        mode: Option<&str>,
    ) -> Result<(), StoreError> {
        self.connect()?.0.save_terminal_choice(fingerprint, mode)
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        let change = std::mem::take(&mut self.pending);
        let saved = self
            .connect()
            .and_then(|(library, corpus)| library.save(*corpus, &change));
        if saved.is_err() {
            self.pending = change;
        }
        saved
    }

    /// The library, opened now where it was not.
    fn connect(&mut self) -> Result<&mut (Library, CorpusId), StoreError> {
        let open = match self.library.take() {
            Some(open) => open,
            None => {
                let folder = self.folder.as_deref().ok_or(StoreError::NoFolder)?;
                let mut library = Library::open(folder)?;
                let corpus = library.corpus(&self.key, self.opened_at)?;
                (library, corpus)
            }
        };
        Ok(self.library.insert(open))
    }
}
