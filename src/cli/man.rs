//! `nashra man`: the manual page, from the tables of arguments and settings and the keymap.

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::arguments::{Arguments, EXAMPLES, EXIT_STATUS, QUERIES, variables};
use crate::config::keymap::Keymap;
use crate::config::settings::Setting;
use crate::config::strings::Strings;

/// Writes the manual page in man's own language (`man(7)`).
///
/// # Errors
/// When the output cannot be written.
pub fn write(keymap: &Keymap, output: &mut dyn Write) -> io::Result<()> {
    let mut command = Arguments::command();
    command.build();
    let page = Man::new(command.clone());
    page.render_title(output)?;
    page.render_name_section(output)?;
    writeln!(output, ".SH SYNOPSIS")?;
    usage(&mut command, output)?;
    page.render_description_section(output)?;
    page.render_options_section(output)?;
    writeln!(output, ".SH COMMANDS")?;
    for subcommand in command.get_subcommands_mut() {
        section(subcommand, output)?;
    }
    rows("EXAMPLES", EXAMPLES, output)?;
    rows("QUERIES", QUERIES, output)?;
    keys(keymap, output)?;
    rows("SETTINGS", &settings(), output)?;
    rows("ENVIRONMENT", &variables(), output)?;
    rows("EXIT STATUS", EXIT_STATUS, output)?;
    page.render_version_section(output)
}

/// The lines that can be typed, each on its own.
fn usage(command: &mut Command, output: &mut dyn Write) -> io::Result<()> {
    let usage = command.render_usage().to_string();
    for line in usage.trim_start_matches("Usage:").lines() {
        writeln!(output, "{}\n.br", escaped(line.trim()))?;
    }
    Ok(())
}

/// The part of one command.
fn section(command: &mut Command, output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, ".SS \"nashra {}\"", command.get_name())?;
    usage(command, output)?;
    writeln!(output, ".PP")?;
    let page = Man::new(command.clone());
    // Each comes with a heading of the first order, which would end this part.
    let mut parts = Vec::new();
    page.render_description_section(&mut parts)?;
    page.render_options_section(&mut parts)?;
    for line in String::from_utf8_lossy(&parts).lines() {
        if !line.starts_with(".SH") {
            writeln!(output, "{line}")?;
        }
    }
    Ok(())
}

/// A section of things to type and what they do.
fn rows<T: AsRef<str>>(title: &str, rows: &[(T, T)], output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, ".SH \"{title}\"")?;
    for (typed, what) in rows {
        row(typed.as_ref(), what.as_ref(), output)?;
    }
    Ok(())
}

fn row(typed: &str, what: &str, output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, ".TP\n\\fB{}\\fR\n{}", escaped(typed), escaped(what))
}

/// The settings of `config.toml`, each with all that is to say about it.
fn settings() -> Vec<(String, String)> {
    let row = |setting: &Setting| {
        let what = format!(
            "{}. It can be {}; the default is {}.",
            setting.about(),
            setting.values,
            setting.default_value()
        );
        (setting.name.to_owned(), what)
    };
    Setting::ALL.iter().map(row).collect()
}

/// The keys of the reader, by the place where they hold.
fn keys(keymap: &Keymap, output: &mut dyn Write) -> io::Result<()> {
    let strings = Strings::for_shells();
    let mut place = None;
    writeln!(output, ".SH KEYS")?;
    for line in keymap.all_lines() {
        if place != Some(line.context) {
            place = Some(line.context);
            let title = strings.text(line.context.title());
            writeln!(output, ".SS \"{title}\"")?;
        }
        row(&line.keys, &strings.text(&line.text), output)?;
    }
    Ok(())
}

/// Text in which nothing is a request: dots, quotes, hyphens and backslashes stand
/// for themselves.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
}
