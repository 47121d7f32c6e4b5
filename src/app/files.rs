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
/// replaced is whole at every moment, the old one or the new, and keeps its permissions;
/// of a link to one that is the file it leads to. Only files are replaced, no device and
/// no pipe.
pub(super) fn write(typed: &str, text: &str, replace: bool) -> Result<PathBuf, WriteError> {
    let path = path_of(typed);
    if path.is_dir() {
        return Err(WriteError::Failed(io::Error::from(
            io::ErrorKind::IsADirectory,
        )));
    }
    if replace {
        put_in_place(&path, text).map_err(WriteError::Failed)?;
    } else {
        create(&path, text)?;
    }
    Ok(path)
}

fn put_in_place(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let before = fs::metadata(&path)?;
    if !before.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let beside = beside(&path);
    create(&beside, text)?;
    let put = fs::set_permissions(&beside, before.permissions())
        .and_then(|()| fs::rename(&beside, &path));
    if put.is_err() {
        // What was begun is of no use.
        let _ = fs::remove_file(&beside);
    }
    put
}

/// Makes a file; what cannot be written whole is not left there.
fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        // The first error is the one to be told.
        let _ = fs::remove_file(path);
    }
    written
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
    #[cfg(unix)]
    #[test]
    fn what_is_replaced_keeps_its_permissions_and_its_links() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        let link = folder.path().join("link.md");
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("a.md", &link).unwrap();
        write(link.to_str().unwrap(), "two", true).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_replaced() {
        use std::os::unix::net::UnixListener;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        let _socket = UnixListener::bind(&path).unwrap();
        let typed = path.to_str().unwrap();
        assert!(matches!(write(typed, "", false), Err(WriteError::Exists)));
        assert!(matches!(write(typed, "", true), Err(WriteError::Failed(_))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(!fs::metadata(&path).unwrap().is_file());
    }
}
