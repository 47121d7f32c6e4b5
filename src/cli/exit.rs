//! How the program ends: exit codes, and the one line that an error gets.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use super::json_lines::Answered;
use crate::text::sanitize::{sanitize, sanitize_line};

/// How a command that ran to its end went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It had something to say.
    Found,
    /// It had not, and that is no error.
    Nothing,
}

impl Outcome {
    /// The outcome of so many results.
    pub fn of(results: usize) -> Self {
        if results > 0 {
            Self::Found
        } else {
            Self::Nothing
        }
    }
}

impl From<Answered> for Outcome {
    fn from(answered: Answered) -> Self {
        if answered.texts > 0 {
            Self::Found
        } else {
            Self::Nothing
        }
    }
}

/// The exit code of a command; an error is reported.
pub fn code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report(&format_args!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Answers arguments that could not be parsed, and `--help` and `--version`.
pub fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        // Nothing is left to do when nobody reads the help.
        return error
            .print()
            .map_or(ExitCode::SUCCESS, |()| ExitCode::SUCCESS);
    }
    let message = error.render().to_string();
    tell(&sanitize(&message));
    ExitCode::from(2)
}

/// Writes one line about a problem to standard error, made safe to show.
pub fn report(problem: &dyn Display) {
    tell(&format!(
        "nashra: {}\n",
        sanitize_line(&problem.to_string())
    ));
}

/// Writes to standard error. Where that is gone there is nobody to tell.
fn tell(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
