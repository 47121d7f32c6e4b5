//! The database: open, load, save.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior, params};

use super::schema::{self, Kind};
use super::{CorpusKey, CorpusState, StoreError};
use crate::corpus::Timestamp;

/// The database's file in the library's folder.
const FILE: &str = "library.sqlite";

/// How long a lock of another process is waited for: long enough for its saves, short
/// enough that a key press is not lost on it.
const PATIENCE: Duration = Duration::from_millis(50);

/// What a person did, on disk: one SQLite database for all corpora.
///
/// WAL with `synchronous=NORMAL`: what [`Library::save`] has returned from survives the
/// end of the process however it comes; a power cut may take the last few saves, never
/// the library. Several processes may have it open.
#[derive(Debug)]
pub struct Library {
    pub(super) connection: Connection,
    path: PathBuf,
}

/// The number of a corpus in one library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CorpusId(pub(super) i64);

/// A corpus that was opened once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusRecord {
    /// What it is called.
    pub name: String,
    /// The paths it is read from; none for the sample.
    pub roots: Vec<PathBuf>,
    /// When it was opened last.
    pub opened_at: Timestamp,
}

impl Library {
    /// Whether a folder has a library. Where the folder cannot be looked into, it counts
    /// as having one: opening it tells what is wrong.
    #[must_use]
    pub fn exists(folder: &Path) -> bool {
        folder.join(FILE).try_exists().unwrap_or(true)
    }

    /// Opens the library of a folder, making both where they do not exist (the folder
    /// readable by its owner alone).
    ///
    /// # Errors
    /// Any [`StoreError`] but `NoFolder`.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        make_folder(folder).map_err(|error| StoreError::folder(folder, &error))?;
        let path = folder.join(FILE);
        let connection = Connection::open_with_flags(
            &path,
            OpenFlags::SQLITE_OPEN_READ_WRITE
                | OpenFlags::SQLITE_OPEN_CREATE
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )
        .map_err(|error| StoreError::sqlite(&path, &error))?;
        Self::prepare(connection, path)
    }

    /// A library that is gone with the process.
    ///
    /// # Errors
    /// SQLite cannot have the memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = PathBuf::from(":memory:");
        let connection =
            Connection::open_in_memory().map_err(|error| StoreError::sqlite(&path, &error))?;
        Self::prepare(connection, path)
    }

    fn prepare(mut connection: Connection, path: PathBuf) -> Result<Self, StoreError> {
        let failed = |error: &rusqlite::Error| StoreError::sqlite(&path, error);
        connection.busy_timeout(PATIENCE).map_err(|e| failed(&e))?;
        let version = match schema::kind(&connection).map_err(|e| failed(&e))? {
            Kind::Ours { version } => version,
            Kind::Newer { version } => {
                return Err(StoreError::Newer {
                    path,
                    found: version,
                    known: schema::VERSION,
                });
            }
            Kind::Foreign => return Err(StoreError::Foreign { path }),
        };
        set_up(&connection).map_err(|e| failed(&e))?;
        if version < schema::VERSION {
            schema::migrate(&mut connection).map_err(|e| failed(&e))?;
        }
        Ok(Self { connection, path })
    }

    /// The corpus of a key, noted as opened at `now`.
    ///
    /// # Errors
    /// The library cannot be written.
    pub fn corpus(&mut self, key: &CorpusKey, now: Timestamp) -> Result<CorpusId, StoreError> {
        self.note_corpus(key, now)
            .map_err(|error| self.failed(&error))
    }

    fn note_corpus(&mut self, key: &CorpusKey, now: Timestamp) -> rusqlite::Result<CorpusId> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let id = transaction.query_row(
            "INSERT INTO corpus (key, name, opened_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (key) DO UPDATE SET opened_at = ?3
             RETURNING id",
            params![key.as_str(), key.name(), now.0],
            |row| row.get(0),
        )?;
        for (root, place) in key.roots().iter().zip(1_i64..) {
            transaction.execute(
                "INSERT INTO corpus_root (corpus, place, path) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
                params![id, place, path_bytes(root)],
            )?;
        }
        transaction.execute(
            "INSERT INTO preference (name, value) VALUES ('sessions', 1)
             ON CONFLICT DO UPDATE SET value = value + 1",
            [],
        )?;
        transaction.commit()?;
        Ok(CorpusId(id))
    }

    /// What a person did with a corpus, for who only wants to know: nothing is noted,
    /// and neither folder nor library is made. Where there is none, nothing was done.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn glance(folder: &Path, key: &CorpusKey) -> Result<CorpusState, StoreError> {
        if !folder.join(FILE).exists() {
            return Ok(CorpusState::default());
        }
        let library = Self::open(folder)?;
        let known = library
            .connection
            .query_row(
                "SELECT id FROM corpus WHERE key = ?1",
                [key.as_str()],
                |row| row.get(0).map(CorpusId),
            )
            .optional()
            .map_err(|error| library.failed(&error))?;
        known.map_or_else(|| Ok(CorpusState::default()), |id| library.load(id))
    }

    /// The corpora that were opened, at most so many, the newest first.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn recent(&self, most: usize) -> Result<Vec<CorpusRecord>, StoreError> {
        self.read_recent(most).map_err(|error| self.failed(&error))
    }

    pub(super) fn read_recent(&self, most: usize) -> rusqlite::Result<Vec<CorpusRecord>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut corpora = self.connection.prepare(
            "SELECT id, name, opened_at FROM corpus ORDER BY opened_at DESC, id DESC LIMIT ?1",
        )?;
        let corpora = corpora.query_map([most], |row| {
            Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?))
        })?;
        let mut records = Vec::new();
        for corpus in corpora {
            let (id, name, opened_at) = corpus?;
            let roots = self
                .connection
                .prepare_cached("SELECT path FROM corpus_root WHERE corpus = ?1 ORDER BY place")?
                .query_map([id], |row| Ok(path_of(row.get(0)?)))?
                .collect::<rusqlite::Result<_>>()?;
            records.push(CorpusRecord {
                name,
                roots,
                opened_at: Timestamp(opened_at),
            });
        }
        Ok(records)
    }

    /// The database's file; `:memory:` where there is none.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Waits this long for a lock of another process from now on.
    ///
    /// # Errors
    /// SQLite refuses the time.
    pub fn set_patience(&self, patience: Duration) -> Result<(), StoreError> {
        self.connection
            .busy_timeout(patience)
            .map_err(|error| self.failed(&error))
    }

    /// The database.
    pub(super) const fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(super) fn failed(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::sqlite(&self.path, error)
    }
}

/// Turns the journal on. Where the file system has no shared memory (some network
/// ones) SQLite stays with its older journal, which is slower and as safe.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if mode != "wal" {
        connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    }
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(unix)]
fn path_bytes(path: &Path) -> &[u8] {
    std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str())
}

#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes))
}

#[cfg(not(unix))]
fn path_bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::store::{ArticleChange, StateChange};

    #[test]
    fn a_full_disk_is_named_and_takes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        let corpus = library.corpus(&CorpusKey::sample(), Timestamp(0)).unwrap();
        // SQLite's own limit stands for the disk: it gives the same error. The pragma
        // answers with the limit it took.
        let limit = "PRAGMA max_page_count = 1";
        library.connection.query_row(limit, [], |_| Ok(())).unwrap();
        let change = StateChange {
            articles: (0..5000)
                .map(|n| (Arc::from(format!("{n}")), ArticleChange::default()))
                .collect(),
            ..StateChange::default()
        };
        let outcome = library.save(corpus, &change);
        assert!(
            matches!(outcome, Err(StoreError::Full { .. })),
            "{outcome:?}"
        );
        assert!(library.load(corpus).unwrap().articles.is_empty());
    }
}
