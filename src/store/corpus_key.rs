//! Which corpus a piece of state belongs to.

use std::path::{Path, PathBuf};

/// The identity of a corpus: the files and folders it is read from.
///
/// Two starts with the same paths, in any order, are the same corpus. The paths are
/// canonical, so a folder is the same however it is reached; a corpus that is moved
/// is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusKey {
    key: String,
    name: String,
    roots: Vec<PathBuf>,
}

impl CorpusKey {
    /// The sample corpus inside the program.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            key: "sample".to_owned(),
            name: "sample".to_owned(),
            roots: Vec::new(),
        }
    }

    /// The corpus of these paths. One that does not exist counts as it is written.
    #[must_use]
    pub fn of_paths(paths: &[PathBuf]) -> Self {
        let mut roots: Vec<PathBuf> = paths.iter().map(|path| canonical(path)).collect();
        let name = roots
            .first()
            .map(|root| root.file_name().unwrap_or(root.as_os_str()))
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        roots.sort();
        roots.dedup();
        let mut hash = FNV_OFFSET;
        for root in &roots {
            let bytes = root.as_os_str().as_encoded_bytes();
            // A path holds no zero byte, so it can part them.
            for byte in bytes.iter().chain(&[0]) {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(FNV_PRIME);
            }
        }
        Self {
            key: format!("{name}-{hash:016x}"),
            name,
            roots,
        }
    }

    /// The key in the library's table.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.key
    }

    /// What to call the corpus: the last part of its first path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The canonical paths, in order; none for the sample.
    #[must_use]
    pub fn roots(&self) -> &[PathBuf] {
        &self.roots
    }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same in every version of Rust, which the
/// standard library's hasher does not promise.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn canonical(path: &Path) -> PathBuf {
    std::fs::canonicalize(path)
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_path_buf())
}
