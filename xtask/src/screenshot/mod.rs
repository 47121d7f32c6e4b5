//! `cargo xtask screenshot`: the picture in the README, drawn by the program itself.

mod scene;
mod svg;

use std::fs;
use std::path::Path;

/// Arguments and purpose, for the usage text.
pub const USAGE: &str = "             assets/screenshots/reader.svg, drawn by the reader itself";

/// Where the picture stands.
const FILE: &str = "assets/screenshots/reader.svg";

/// Writes the picture.
///
/// # Errors
/// An argument, an article that is not in the sample, or a file that cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    anyhow::ensure!(arguments.is_empty(), "takes no arguments");
    let picture = svg::picture(&scene::reading()?);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(FILE);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, &picture)?;
    println!("{FILE}: {} bytes", picture.len());
    Ok(())
}
