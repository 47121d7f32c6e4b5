//! Where the program keeps its things.

use std::ffi::OsString;
use std::path::PathBuf;

use directories::ProjectDirs;

/// The variable that names the folder of the library, for tests and for people who
/// keep it elsewhere.
pub const DATA_DIR_VARIABLE: &str = "NASHRA_DATA_DIR";

/// The folder of the library: what [`DATA_DIR_VARIABLE`] says, else the platform's
/// (`$XDG_DATA_HOME/nashra`, `~/.local/share/nashra`). Nothing is made on disk.
///
/// `None` where the person has no home folder: then there is no library, and what one
/// does is kept in memory only.
#[must_use]
pub fn data_dir(environment: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    match environment(DATA_DIR_VARIABLE) {
        Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
        _ => ProjectDirs::from("", "", "nashra").map(|dirs| dirs.data_dir().to_path_buf()),
    }
}

/// The variable that names the folder of [`SETTINGS_FILE`] and [`KEYS_FILE`], for tests
/// and for people who keep them elsewhere.
pub const CONFIG_DIR_VARIABLE: &str = "NASHRA_CONFIG_DIR";
/// The file of the settings.
pub const SETTINGS_FILE: &str = "config.toml";
/// The file of the keys.
pub const KEYS_FILE: &str = "keys.toml";

/// The folder of the settings: what [`CONFIG_DIR_VARIABLE`] says, else the platform's
/// (`$XDG_CONFIG_HOME/nashra`, `~/.config/nashra`). Nothing is made on disk.
///
/// `None` where the person has no home folder: then there are no such files.
#[must_use]
pub fn config_dir(environment: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    match environment(CONFIG_DIR_VARIABLE) {
        Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
        _ => ProjectDirs::from("", "", "nashra").map(|dirs| dirs.config_dir().to_path_buf()),
    }
}
