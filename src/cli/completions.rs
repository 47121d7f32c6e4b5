//! `nashra completions`: made from the table of arguments.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use super::arguments::Arguments;

/// Writes the completions for a shell.
///
/// # Errors
/// When the output cannot be written.
pub fn completions(shell: Shell, output: &mut dyn Write) -> io::Result<()> {
    // The generator panics where it cannot write, so it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "nashra", &mut script);
    output.write_all(&script)
}
