//! Files that a person has written.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file is not there.
#[derive(Debug)]
pub(super) enum WriteError {
    /// There is one of that name, which was not to be replaced.
    Exists,
    /// The system refuses it.
    Failed(io::Error),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::AlreadyExists {
            Self::Exists
        } else {
            Self::Failed(error)
        }
    }
}

/// Writes a file and returns its path; `~/` stands for the home folder. A file that is
/// replaced is whole at every moment, the old one or the new.
pub(super) fn write(typed: &str, text: &str, replace: bool) -> Result<PathBuf, WriteError> {
    let path = path_of(typed);
    if path.is_dir() {
        return Err(WriteError::Failed(io::Error::from(
            io::ErrorKind::IsADirectory,
        )));
    }
    if replace {
        let beside = beside(&path);
        let written = create(&beside, text).and_then(|()| fs::rename(&beside, &path));
        if written.is_err() {
            // What was begun is of no use.
            let _ = fs::remove_file(&beside);
        }
        written.map_err(WriteError::Failed)?;
    } else {
        create(&path, text)?;
    }
    Ok(path)
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A name in the same folder that nobody has.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

/// The path that somebody typed; `~/` stands for the home folder.
pub(super) fn path_of(typed: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_and_replaced_only_where_that_is_wanted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("نص.md");
        let typed = path.to_str().unwrap();
        assert_eq!(write(typed, "one", false).unwrap(), path);
        assert!(matches!(
            write(typed, "two", false),
            Err(WriteError::Exists)
        ));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        write(typed, "two", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_or_a_missing_one_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no/file.md");
        for path in [folder.path(), &missing] {
            for replace in [false, true] {
                let outcome = write(path.to_str().unwrap(), "", replace);
                assert!(matches!(outcome, Err(WriteError::Failed(_))), "{outcome:?}");
            }
        }
    }
}
