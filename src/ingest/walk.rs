//! Folders: which files of them are read, and in which order.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::format::is_article_file;
use super::problem::{Problem, Reason};

/// A file that will be read.
#[derive(Debug)]
pub(super) struct Found {
    pub path: PathBuf,
    /// Its name in the folder that was opened: the path below it.
    pub name: PathBuf,
    /// Its size in bytes, as far as the system tells.
    pub bytes: u64,
}

/// Walks folders in the order of names, each folder once however many links lead
/// to it.
#[derive(Default)]
pub(super) struct Walk {
    seen: HashSet<PathBuf>,
}

impl Walk {
    /// The files of a folder and the folders below it, sorted by name. Hidden ones
    /// and files of other formats are passed over. What cannot be listed is a
    /// problem.
    pub(super) fn folder(&mut self, root: &Path) -> (Vec<Found>, Vec<Problem>) {
        let mut found = Vec::new();
        let mut problems = Vec::new();
        // Folders still to list, with their names below the root. An own stack:
        // no depth of folders can overflow it.
        let mut stack = vec![(root.to_owned(), PathBuf::new())];
        let is_seen = self.seen.contains(&real_path(root));
        while let Some((folder, name)) = stack.pop() {
            if !self.seen.insert(real_path(&folder)) {
                continue;
            }
            let listed = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) => {
                    problems.push(Problem::new(folder, error.into()));
                    continue;
                }
            };
            let mut names = Vec::new();
            for entry in listed {
                match entry {
                    Ok(entry) => names.push(entry.file_name()),
                    Err(error) => problems.push(Problem::new(&folder, error.into())),
                }
            }
            // Backwards, for the stack: where two ways lead to one folder, the
            // first by name is taken, whatever order the system lists them in.
            names.sort_unstable_by(|a, b| b.cmp(a));
            for file_name in names {
                if file_name.to_string_lossy().starts_with('.') {
                    continue;
                }
                let path = folder.join(&file_name);
                let name = name.join(&file_name);
                // Follows links; one that leads nowhere is a problem.
                match fs::metadata(&path) {
                    Ok(metadata) if metadata.is_dir() => stack.push((path, name)),
                    Ok(metadata) if metadata.is_file() && is_article_file(&name) => {
                        found.push(Found {
                            path,
                            name,
                            bytes: metadata.len(),
                        });
                    }
                    Ok(_) => {}
                    Err(error) => problems.push(Problem::new(path, error.into())),
                }
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        if found.is_empty() && problems.is_empty() && !is_seen {
            problems.push(Problem::new(root, Reason::EmptyFolder));
        }
        (found, problems)
    }
}

/// The one path of a folder among those that lead to it.
fn real_path(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}
