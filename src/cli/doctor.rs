//! `nashra doctor`: what the program finds around itself, for a person who
//! wonders why something looks as it does, and for reports of faults.

mod terminals;

use std::io::{self, Write};

use serde::Serialize;

use super::lines;
use crate::config::paths::data_dir;
use crate::config::settings::Settings;
use crate::config::strings::Locale;
use crate::config::theme::ColorDepth;
use crate::store::{CorpusKey, Library};
use crate::text::sanitize::sanitize_line;
use crate::text::width::text_width;

/// Texts whose widths terminals disagree about, each with what it is.
const WIDTHS: [(&str, &str); 8] = [
    ("لا", "lam and alef, one ligature"),
    ("بَّ", "beh with two vowel marks"),
    ("शि", "Devanagari sha with its vowel sign"),
    ("ni\u{303}", "n, i with a combining tilde"),
    ("漢字", "two Han characters"),
    ("👩\u{200D}🚀", "an emoji joined of two"),
    ("🇦🇲", "a flag"),
    ("❤\u{FE0F}", "a heart in emoji style"),
];

/// What was found. The order of the fields is that of the output.
#[derive(Serialize)]
pub struct Report {
    version: &'static str,
    terminal: Terminal,
    right_to_left: RightToLeft,
    colors: Colors,
    clipboard: Clipboard,
    locale: LocaleReport,
    library: LibraryReport,
    widths: Vec<Width>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct Terminal {
    /// What the environment says it is.
    name: Option<&'static str>,
    term: String,
    is_terminal: bool,
    columns: Option<u16>,
    rows: Option<u16>,
    multiplexer: Option<&'static str>,
    ssh: bool,
}

#[derive(Serialize)]
struct RightToLeft {
    mode: &'static str,
    reason: String,
}

#[derive(Serialize)]
struct Colors {
    depth: &'static str,
    theme: &'static str,
}

#[derive(Serialize)]
struct Clipboard {
    method: &'static str,
    reason: &'static str,
}

#[derive(Serialize)]
struct LocaleReport {
    name: Option<String>,
    is_utf8: bool,
    interface: &'static str,
}

#[derive(Serialize)]
struct LibraryReport {
    folder: Option<String>,
    state: String,
}

#[derive(Serialize)]
struct Width {
    text: &'static str,
    what: &'static str,
    cells: usize,
}

impl Report {
    /// Looks around, writing nothing anywhere.
    pub fn new(environment: impl Fn(&str) -> Option<String> + Copy) -> Self {
        let (settings, problems) = Settings::from_environment(environment);
        let size = lines::terminal_size();
        let terminal = Terminal {
            name: terminals::terminal(environment).map(|terminal| terminal.name),
            term: clean(&environment("TERM").unwrap_or_default()),
            is_terminal: size.is_some(),
            columns: size.map(|(columns, _)| columns),
            rows: size.map(|(_, rows)| rows),
            multiplexer: terminals::multiplexer(environment),
            ssh: environment("SSH_CONNECTION").is_some_and(|value| !value.is_empty()),
        };
        let depth = ColorDepth::from_environment(environment);
        Self {
            version: env!("CARGO_PKG_VERSION"),
            right_to_left: right_to_left(environment, &terminal),
            terminal,
            colors: Colors {
                depth: match depth {
                    ColorDepth::Mono => "none",
                    ColorDepth::Ansi16 => "16",
                    ColorDepth::Indexed256 => "256",
                },
                theme: settings.theme_for(depth, false).name(),
            },
            clipboard: Clipboard {
                method: "none",
                reason: "copying is not in this version",
            },
            locale: locale(environment, &settings),
            library: library(),
            widths: WIDTHS
                .iter()
                .map(|(text, what)| Width {
                    text,
                    what,
                    cells: text_width(text),
                })
                .collect(),
            problems: problems
                .iter()
                .map(|problem| clean(&problem.to_string()))
                .collect(),
        }
    }

    /// Writes the report as one JSON object on one line.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn json(&self, output: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *output, self)?;
        output.write_all(b"\n")
    }

    /// Writes the report for people.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn plain(&self, output: &mut dyn Write) -> io::Result<()> {
        let unknown = |value: Option<&str>| value.unwrap_or("not known").to_owned();
        let size = match (self.terminal.columns, self.terminal.rows) {
            (Some(columns), Some(rows)) => format!("{columns}x{rows}"),
            _ => "standard output is no terminal".to_owned(),
        };
        let between = match (self.terminal.multiplexer, self.terminal.ssh) {
            (Some(multiplexer), true) => format!("{multiplexer}, SSH"),
            (Some(multiplexer), false) => multiplexer.to_owned(),
            (None, true) => "SSH".to_owned(),
            (None, false) => "nothing".to_owned(),
        };
        let encoding = if self.locale.is_utf8 {
            "UTF-8"
        } else {
            "not UTF-8"
        };
        let locale = unknown(self.locale.name.as_deref());
        let rows = [
            ("version", self.version.to_owned()),
            ("terminal", unknown(self.terminal.name)),
            ("TERM", self.terminal.term.clone()),
            ("size", size),
            ("between", between),
            (
                "right to left",
                format!("{}: {}", self.right_to_left.mode, self.right_to_left.reason),
            ),
            (
                "colours",
                format!("{}, theme {}", self.colors.depth, self.colors.theme),
            ),
            (
                "clipboard",
                format!("{}: {}", self.clipboard.method, self.clipboard.reason),
            ),
            (
                "locale",
                format!("{locale}, {encoding}, interface {}", self.locale.interface),
            ),
            (
                "library",
                format!(
                    "{}: {}",
                    unknown(self.library.folder.as_deref()),
                    self.library.state
                ),
            ),
        ];
        for (name, value) in rows {
            writeln!(output, "{name:14} {value}")?;
        }
        writeln!(output, "widths")?;
        for width in &self.widths {
            writeln!(output, "  {} {} ({})", width.cells, width.what, width.text)?;
        }
        for problem in &self.problems {
            writeln!(output, "problem        {problem}")?;
        }
        Ok(())
    }
}

/// The way right-to-left text is written, and whether that suits the terminal.
fn right_to_left(environment: impl Fn(&str) -> Option<String>, terminal: &Terminal) -> RightToLeft {
    let reason = match terminals::terminal(environment) {
        Some(known) if known.keeps_cells => {
            format!("{} shows cells where they are written", known.name)
        }
        Some(known) => format!(
            "the only mode of this version; {} reorders text itself, so Arabic and Hebrew \
             come out wrong: use xterm, foot, Alacritty, st or urxvt",
            known.name
        ),
        None if terminal.multiplexer.is_some() => {
            "the only mode of this version; right if the terminal outside reorders nothing".into()
        }
        None => "the only mode of this version; right in terminals that reorder nothing".into(),
    };
    RightToLeft {
        mode: "visual",
        reason,
    }
}

fn locale(environment: impl Fn(&str) -> Option<String>, settings: &Settings) -> LocaleReport {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    let interface = settings
        .ui_lang
        .unwrap_or_else(|| Locale::choose(None, &environment));
    // POSIX: the encoding is LC_CTYPE's.
    let name = set("LC_ALL")
        .or_else(|| set("LC_CTYPE"))
        .or_else(|| set("LANG"));
    let encoding = name.as_deref().unwrap_or_default().to_ascii_lowercase();
    LocaleReport {
        is_utf8: encoding.contains("utf-8") || encoding.contains("utf8"),
        name: name.as_deref().map(clean),
        interface: interface.tag,
    }
}

fn library() -> LibraryReport {
    let Some(folder) = data_dir(|name| std::env::var_os(name)) else {
        return LibraryReport {
            folder: None,
            state: "no home folder; set NASHRA_DATA_DIR to a folder".to_owned(),
        };
    };
    let state = match Library::glance(&folder, &CorpusKey::sample()) {
        Ok(_) if !folder.exists() => "made when something is marked".to_owned(),
        Ok(_) => "can be read".to_owned(),
        Err(error) => clean(&error.to_string()),
    };
    LibraryReport {
        folder: Some(clean(&folder.to_string_lossy())),
        state,
    }
}

fn clean(text: &str) -> String {
    sanitize_line(text).into_owned()
}
