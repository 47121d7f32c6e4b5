//! The library's tables, and how an older library becomes a newer one.
//!
//! | table | holds | key |
//! |---|---|---|
//! | `corpus` | every corpus that was opened: its key, name, when, the article last open | `id` |
//! | `corpus_root` | the paths a corpus is read from, as the bytes of the platform | corpus, place |
//! | `article_state` | read, star, position in bytes, last opened, of the articles something was done with | corpus, article id |
//! | `article_tag` | the tags a person gave | corpus, article id, tag |
//! | `saved_view` | views under a name: what they show, as JSON | corpus, name |
//! | `habit` | actions that were used, of which no line needs to tell | action |
//! | `preference` | numbers a person came to: measures in cells; how often the library was opened | name |
//! | `terminal_answers` | what a terminal answered, as JSON, for the next start | surroundings |
//! | `terminal_choice` | the right-to-left mode a person chose for a terminal | fingerprint |
//! | `corpus_language` | languages in their frozen order; places 1 to 9 are the hotkeys | corpus, place |
//!
//! Times are seconds since 1970-01-01 00:00 UTC. `PRAGMA application_id` says whose the
//! file is, `PRAGMA user_version` how many of [`MIGRATIONS`] it has seen. A migration is
//! never changed once released; a new one is added at the end.

use rusqlite::{Connection, Transaction, TransactionBehavior};

/// `nash` in ASCII: marks the file as one of nashra's (SQLite's `application_id`).
pub(super) const APPLICATION_ID: i64 = 0x6e61_7368;

/// Each leads from the version of its place to the next.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE corpus (
        id           INTEGER PRIMARY KEY,
        key          TEXT NOT NULL UNIQUE,
        name         TEXT NOT NULL,
        opened_at    INTEGER NOT NULL,
        last_article TEXT
    ) STRICT;
    CREATE TABLE corpus_root (
        corpus INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
        place  INTEGER NOT NULL,
        path   BLOB NOT NULL,
        PRIMARY KEY (corpus, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE article_state (
        corpus      INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
        article     TEXT NOT NULL,
        read        INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
        starred     INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
        position    INTEGER CHECK (position >= 0),
        last_opened INTEGER,
        PRIMARY KEY (corpus, article)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE corpus_language (
        corpus   INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
        place    INTEGER NOT NULL CHECK (place >= 1),
        language TEXT NOT NULL,
        PRIMARY KEY (corpus, place)
    ) STRICT, WITHOUT ROWID;
",
    "
    CREATE TABLE terminal_answers (
        surroundings TEXT PRIMARY KEY,
        answers      TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE terminal_choice (
        fingerprint TEXT PRIMARY KEY,
        mode        TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
",
    "
    CREATE TABLE article_tag (
        corpus  INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
        article TEXT NOT NULL,
        tag     TEXT NOT NULL,
        PRIMARY KEY (corpus, article, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE saved_view (
        corpus     INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
        name       TEXT NOT NULL,
        definition TEXT NOT NULL,
        PRIMARY KEY (corpus, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE habit (
        action TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE preference (
        name  TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
",
];

/// The newest version of the tables.
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// What a database is to this program.
pub(super) enum Kind {
    /// Empty, or a library of this version or an older one.
    Ours {
        /// The version of its tables.
        version: i64,
    },
    /// A library of a version this program does not know.
    Newer {
        /// The version of its tables.
        version: i64,
    },
    /// Something else's.
    Foreign,
}

/// Looks at what a database is, changing nothing.
pub(super) fn kind(connection: &Connection) -> rusqlite::Result<Kind> {
    let number = |pragma: &str| -> rusqlite::Result<i64> {
        connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
    };
    let version = number("user_version")?;
    let application = number("application_id")?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, tables, version) {
        (0, 0, 0) => Kind::Ours { version },
        (APPLICATION_ID, _, 0..=VERSION) => Kind::Ours { version },
        (APPLICATION_ID, _, _) => Kind::Newer { version },
        _ => Kind::Foreign,
    })
}

/// Brings the tables to the newest version, all of it or nothing; other processes wait
/// or find it done.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = Transaction::new(connection, TransactionBehavior::Immediate)?;
    let version: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let done = usize::try_from(version).unwrap_or_default();
    for migration in MIGRATIONS.iter().skip(done) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}
