//! What can be typed: the one table that help, completions and the man page
//! are made from.

use clap::{Parser, Subcommand};
use clap_complete::Shell;

/// A terminal reader for news in every language and every script.
#[derive(Debug, Parser)]
#[command(
    name = "nashra",
    version,
    about = "A terminal reader for news in every language",
    after_help = "nashra COMMAND --help tells more about a command.",
    after_long_help = EXAMPLES,
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  nashra detect < texts.jsonl    which language each text is in

Exit status: 0 something found, 1 nothing found, 2 an error.";

/// A batch command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell the language of texts on standard input
    #[command(long_about = DETECT)]
    Detect,
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

const DETECT: &str = "\
Tell the language of texts on standard input.

Reads JSON Lines {\"id\",\"text\"} and writes {\"id\",\"lang\",\"confidence\",\"script\"} for each: a BCP 47 tag \
(? where it is not known), a number from 0 to 1, an ISO 15924 code.";
