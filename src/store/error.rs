//! What can go wrong with the library.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why the library could not be opened, read or written.
///
/// Each says what to do. None is a reason to stop: what a person did is kept in memory
/// and saved once it works again, see [`Keeper`](super::Keeper).
#[derive(Debug, Error)]
pub enum StoreError {
    /// The person has no home folder and named none.
    #[error("there is no home folder to keep the library in; set NASHRA_DATA_DIR to a folder")]
    NoFolder,
    /// Another process holds the library's lock.
    #[error("{path} is in use by another nashra; it works again when that one is done")]
    Locked {
        /// The database's file.
        path: PathBuf,
    },
    /// No room left.
    #[error("the disk of {path} is full; make room on it")]
    Full {
        /// The database's file.
        path: PathBuf,
    },
    /// The file or its folder cannot be written.
    #[error("{path} cannot be written; allow it, or set NASHRA_DATA_DIR to another folder")]
    ReadOnly {
        /// The database's file, or its folder where there is none.
        path: PathBuf,
    },
    /// The file is damaged, or not a database at all.
    #[error("{path} is damaged; move it away and a new library is made")]
    Corrupt {
        /// The database's file.
        path: PathBuf,
    },
    /// A database, but not one of nashra's.
    #[error("{path} is a database of another program; move it away or set NASHRA_DATA_DIR")]
    Foreign {
        /// The database's file.
        path: PathBuf,
    },
    /// Written by a nashra that knows more.
    #[error(
        "{path} was written by a newer nashra (version {found} of its tables, this one knows {known}); use that one"
    )]
    Newer {
        /// The database's file.
        path: PathBuf,
        /// The version in the file.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// Anything else the file system or SQLite reports.
    #[error("{path} cannot be used: {reason}")]
    InputOutput {
        /// The database's file, or its folder where there is none.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
}

impl StoreError {
    /// The id of the interface string that says it in a few words; its variables are
    /// `path` and, for [`Self::InputOutput`], `reason`.
    #[must_use]
    pub const fn string_id(&self) -> &'static str {
        match self {
            Self::NoFolder => "error-no-home",
            Self::Locked { .. } => "store-locked",
            Self::Full { .. } => "store-full",
            Self::ReadOnly { .. } => "store-read-only",
            Self::Corrupt { .. } => "store-corrupt",
            Self::Foreign { .. } => "store-foreign",
            Self::Newer { .. } => "store-newer",
            Self::InputOutput { .. } => "store-input-output",
        }
    }

    /// The file or folder it is about.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NoFolder => None,
            Self::Locked { path }
            | Self::Full { path }
            | Self::ReadOnly { path }
            | Self::Corrupt { path }
            | Self::Foreign { path }
            | Self::Newer { path, .. }
            | Self::InputOutput { path, .. } => Some(path),
        }
    }

    /// What SQLite reported, for the database at `path`.
    pub(super) fn sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly { path }
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Corrupt { path },
            _ => Self::InputOutput {
                path,
                reason: error.to_string(),
            },
        }
    }

    /// What the file system reported, for the folder at `path`.
    pub(super) fn folder(path: &Path, error: &std::io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path }
            }
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::Full { path }
            }
            _ => Self::InputOutput {
                path,
                reason: error.to_string(),
            },
        }
    }
}
