//! Regenerates nashra's tables and assets from their sources: `cargo xtask COMMAND ...`.

mod cldr;
mod gazetteer;
mod language_names;
mod quantities;
mod readme;
mod screenshot;
mod tables;

use std::process::ExitCode;

/// One command: its name, its arguments and purpose for the usage text, and what it runs.
struct Command {
    name: &'static str,
    usage: &'static str,
    run: fn(&[String]) -> anyhow::Result<()>,
}

/// Every command, each in a module of its own.
const COMMANDS: &[Command] = &[
    Command {
        name: "gazetteer",
        usage: gazetteer::USAGE,
        run: gazetteer::run,
    },
    Command {
        name: "language-names",
        usage: language_names::USAGE,
        run: language_names::run,
    },
    Command {
        name: "quantities",
        usage: quantities::USAGE,
        run: quantities::run,
    },
    Command {
        name: "readme",
        usage: readme::USAGE,
        run: readme::run,
    },
    Command {
        name: "screenshot",
        usage: screenshot::USAGE,
        run: screenshot::run,
    },
    Command {
        name: "tables",
        usage: "--ucd DIR    src/text/tables.rs from the Unicode data files in DIR",
        run: tables::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        eprint!("{}", usage());
        return ExitCode::from(2);
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("xtask: there is no command `{name}`\n{}", usage());
        return ExitCode::from(2);
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The usage text, one line a command.
fn usage() -> String {
    let mut text = String::from("usage: cargo xtask COMMAND\n");
    for command in COMMANDS {
        text.push_str(&format!("  {} {}\n", command.name, command.usage));
    }
    text
}
