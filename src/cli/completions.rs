//! `nashra completions` and `nashra man`: made from the table of arguments.

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

/// Writes the manual page, a section for each command.
///
/// # Errors
/// When the output cannot be written.
pub fn man(output: &mut dyn Write) -> io::Result<()> {
    let mut command = Arguments::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(output)?;
    for subcommand in command.get_subcommands() {
        let name = subcommand.get_name().to_uppercase();
        writeln!(output, ".SH \"NASHRA {name}\"")?;
        let page = clap_mangen::Man::new(subcommand.clone());
        page.render_synopsis_section(output)?;
        page.render_description_section(output)?;
        page.render_options_section(output)?;
    }
    Ok(())
}
