//! `nashra config`: every setting, its value, and where that comes from.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::set::Set;
use crate::config::paths::{KEYS_FILE, SETTINGS_FILE};
use crate::config::settings::Setting;
use crate::text::sanitize::sanitize_line;

#[derive(Serialize)]
struct Report {
    config: Option<String>,
    keys: Option<String>,
    settings: Vec<Row>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct Row {
    name: &'static str,
    about: String,
    values: &'static str,
    default: String,
    value: String,
    source: String,
    variable: String,
    flag: Option<&'static str>,
}

/// Writes the settings as a `config.toml` with comments.
///
/// # Errors
/// When the output cannot be written.
pub fn print(set: &Set, output: &mut dyn Write) -> io::Result<()> {
    let place = shown(set.path(SETTINGS_FILE)).unwrap_or_else(|| SETTINGS_FILE.to_owned());
    writeln!(output, "# The settings of nashra; its file is {place}")?;
    writeln!(
        output,
        "# A variable goes before the file, an argument before both; `:set NAME VALUE` changes one while nashra runs."
    )?;
    output.write_all(set.layers.written().as_bytes())
}

/// Writes the paths of the two files, a line each.
///
/// # Errors
/// When the output cannot be written, or there is no folder for them.
pub fn paths(set: &Set, output: &mut dyn Write) -> io::Result<()> {
    for file in [SETTINGS_FILE, KEYS_FILE] {
        let Some(path) = shown(set.path(file)) else {
            let reason = "there is no home folder; set NASHRA_CONFIG_DIR to a folder";
            return Err(io::Error::new(io::ErrorKind::NotFound, reason));
        };
        writeln!(output, "{path}")?;
    }
    Ok(())
}

/// Writes everything as one JSON object on one line.
///
/// # Errors
/// When the output cannot be written.
pub fn json(set: &Set, output: &mut dyn Write) -> io::Result<()> {
    let row = |setting: &Setting| Row {
        name: setting.name,
        about: setting.about(),
        values: setting.values,
        default: setting.default_value(),
        value: setting.value(&set.layers.settings),
        source: set.layers.source(setting).to_string(),
        variable: setting.variable(),
        flag: setting.flag,
    };
    let report = Report {
        config: shown(set.path(SETTINGS_FILE)),
        keys: shown(set.path(KEYS_FILE)),
        settings: Setting::ALL.iter().map(row).collect(),
        problems: set
            .problems()
            .map(|problem| sanitize_line(&problem.to_string()).into_owned())
            .collect(),
    };
    serde_json::to_writer(&mut *output, &report)?;
    output.write_all(b"\n")
}

fn shown(path: Option<PathBuf>) -> Option<String> {
    path.map(|path| sanitize_line(&path.to_string_lossy()).into_owned())
}
