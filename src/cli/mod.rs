//! The command line: arguments and the batch commands, one file each.

mod arguments;
mod completions;
pub mod detect;
mod exit;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use exit::Outcome;

/// Runs the program with its arguments, its name first, and returns what the
/// process exits with: 0 found, 1 nothing found, 2 an error.
///
/// A reader of standard output that has seen enough (`nashra list | head`) is
/// a success.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => exit::code(command(arguments.command)),
        Err(error) => exit::usage(&error),
    }
}

fn command(command: Command) -> anyhow::Result<Outcome> {
    let mut output = BufWriter::new(io::stdout().lock());
    let outcome = match command {
        Command::Detect => detect::run(io::stdin().lock(), &mut output)?.into(),
        Command::Completions { shell } => {
            completions::completions(shell, &mut output)?;
            Outcome::Found
        }
        Command::Man => {
            completions::man(&mut output)?;
            Outcome::Found
        }
    };
    output.flush()?;
    Ok(outcome)
}
