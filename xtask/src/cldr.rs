//! Files of Unicode's locale data, as its npm packages have them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// The version of the data.
pub fn version(folder: &Path) -> Result<String> {
    let package = read(&folder.join("cldr-core/package.json"))?;
    Ok(package["version"]
        .as_str()
        .context("cldr-core/package.json has no version")?
        .to_owned())
}

/// A file of CLDR.
pub fn read(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("in {}", path.display()))
}
