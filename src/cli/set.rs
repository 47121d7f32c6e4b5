//! What a person set: the files, the environment and the command line, put together.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::arguments::SettingArguments;
use crate::config::keymap::Keymap;
use crate::config::paths::{KEYS_FILE, SETTINGS_FILE, config_dir};
use crate::config::problem::{Fault, FileFault, Place, Problem};
use crate::config::settings::Layers;

/// A larger file is none of these, in bytes.
const LARGEST: u64 = 1 << 16;

/// What a person set.
pub struct Set {
    /// The folder of the files; `None` without a home folder.
    pub folder: Option<PathBuf>,
    /// The settings.
    pub layers: Layers,
    /// The keys.
    pub keymap: Keymap,
    /// What of the keys cannot be taken.
    pub key_problems: Vec<Problem>,
}

impl Set {
    /// Reads the files and the environment. A file that is not there is nothing.
    pub fn read() -> Self {
        let folder = config_dir(|name| std::env::var_os(name));
        let mut layers = Layers::default();
        match content(folder.as_deref(), SETTINGS_FILE) {
            Ok(Some(bytes)) => layers.file(SETTINGS_FILE, &bytes),
            Ok(None) => {}
            Err(problem) => layers.problems.push(problem),
        }
        layers.environment(|name| std::env::var(name).ok());
        let (keymap, key_problems) = match content(folder.as_deref(), KEYS_FILE) {
            Ok(Some(bytes)) => Keymap::builtin().with_user(KEYS_FILE, &bytes),
            Ok(None) => (Keymap::builtin().clone(), Vec::new()),
            Err(problem) => (Keymap::builtin().clone(), vec![problem]),
        };
        Self {
            folder,
            layers,
            keymap,
            key_problems,
        }
    }

    /// The same with the arguments of the command line over it.
    ///
    /// # Errors
    /// The first argument that a setting cannot have.
    pub fn with_arguments(arguments: &SettingArguments) -> Result<Self, Problem> {
        let mut set = Self::read();
        for (flag, name, value) in arguments.given() {
            set.layers.flag(flag, name, value)?;
        }
        Ok(set)
    }

    /// The path of one of the files.
    pub fn path(&self, file: &str) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(file))
    }

    /// All that cannot be taken.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.layers.problems.iter().chain(&self.key_problems)
    }
}

/// What a file of the folder holds; `None` where there is none.
fn content(folder: Option<&Path>, file: &str) -> Result<Option<Vec<u8>>, Problem> {
    let Some(folder) = folder else {
        return Ok(None);
    };
    match bounded(&folder.join(file)) {
        Ok(Ok(bytes)) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Ok(Err(fault)) => Err(fault),
        Err(error) => Err(FileFault::Unreadable(error.to_string())),
    }
    .map_err(|fault| Problem {
        place: Place::File(file.to_owned()),
        fault: Fault::File(fault),
    })
}

/// The bytes of a file, unless it is no file or too large a one.
fn bounded(path: &Path) -> io::Result<Result<Vec<u8>, FileFault>> {
    // What is no file may never end, or wait for somebody who writes into it.
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > LARGEST {
        return Ok(Err(FileFault::TooLarge(length)));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}
