//! The program: parse, run, print an error with its hint, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    nashra::cli::run(std::env::args_os())
}
