//! `nashra doctor`: what the program finds around itself, for a person who
//! wonders why something looks as it does, and for reports of faults.

mod terminal;

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use terminal::{Abilities, Asked, Findings, RightToLeft, Terminal};

use super::locale::encoding;
use super::set::Set;
use crate::config::paths::{KEYS_FILE, SETTINGS_FILE, data_dir};
use crate::config::problem::{Place, Problem};
use crate::config::settings::Settings;
use crate::config::strings::Locale;
use crate::config::theme::ColorDepth;
use crate::store::{CorpusKey, Library};
use crate::term::{self, ClipboardRoute};
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
    asked: Asked,
    right_to_left: RightToLeft,
    abilities: Abilities,
    colors: Colors,
    clipboard: Clipboard,
    locale: LocaleReport,
    library: LibraryReport,
    settings: FileReport,
    keys: FileReport,
    widths: Vec<Width>,
    problems: Vec<String>,
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

/// A file that the person may have written.
#[derive(Serialize)]
struct FileReport {
    path: Option<String>,
    state: &'static str,
}

impl FileReport {
    fn new(set: &Set, file: &str, problems: &[Problem]) -> Self {
        let path = set.path(file);
        let is_there = path.as_deref().is_some_and(Path::exists);
        let is_wrong = problems.iter().any(|problem| match &problem.place {
            Place::File(name) | Place::Line(name, _) => name == file,
            _ => false,
        });
        let state = match (&path, is_there, is_wrong) {
            (None, ..) => "no home folder; set NASHRA_CONFIG_DIR to a folder",
            (_, _, true) => "has problems, told below",
            (_, true, false) => "read",
            (_, false, false) => "not there",
        };
        Self {
            path: path.map(|path| clean(&path.to_string_lossy())),
            state,
        }
    }

    fn line(&self) -> String {
        match &self.path {
            Some(path) => format!("{path}: {}", self.state),
            None => self.state.to_owned(),
        }
    }
}

#[derive(Serialize)]
struct Width {
    text: &'static str,
    what: &'static str,
    cells: usize,
}

impl Report {
    /// Looks around and asks the terminal; what is kept is not changed.
    pub fn new(environment: impl Fn(&str) -> Option<String> + Copy) -> Self {
        let set = Set::read();
        let settings = &set.layers.settings;
        let Findings {
            terminal,
            asked,
            right_to_left,
            abilities,
            clipboard,
        } = Findings::new(environment, settings);
        let depth = ColorDepth::from_environment(environment);
        Self {
            version: env!("CARGO_PKG_VERSION"),
            terminal,
            asked,
            right_to_left,
            abilities,
            colors: Colors {
                depth: match depth {
                    ColorDepth::Mono => "none",
                    ColorDepth::Ansi16 => "16",
                    ColorDepth::Indexed256 => "256",
                },
                theme: settings.theme_for(depth, false).name(),
            },
            clipboard: Clipboard::of(clipboard),
            locale: locale(environment, settings),
            library: library(),
            widths: WIDTHS
                .iter()
                .map(|(text, what)| Width {
                    text,
                    what,
                    cells: text_width(text),
                })
                .collect(),
            settings: FileReport::new(&set, SETTINGS_FILE, &set.layers.problems),
            keys: FileReport::new(&set, KEYS_FILE, &set.key_problems),
            problems: set
                .problems()
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
        let between = match (self.terminal.multiplexer.as_deref(), self.terminal.ssh) {
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
            ("terminal", unknown(self.terminal.name.as_deref())),
            ("TERM", self.terminal.term.clone()),
            ("size", size),
            ("between", between),
            ("right to left", self.right_to_left.line()),
            ("asked", self.asked.line()),
            ("answered", self.asked.answered()),
            ("abilities", self.abilities.line()),
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
            ("settings", self.settings.line()),
            ("keys", self.keys.line()),
        ];
        for (name, value) in rows {
            writeln!(output, "{name:14} {value}")?;
        }
        writeln!(output, "widths")?;
        for width in &self.widths {
            writeln!(output, "  {} {} ({})", width.cells, width.what, width.text)?;
        }
        let mut measured = self.asked.answers.measured().peekable();
        if measured.peek().is_some() {
            writeln!(output, "measured here")?;
        }
        for (text, cells) in measured {
            writeln!(output, "  {cells} {text}")?;
        }
        for problem in &self.problems {
            writeln!(output, "problem        {problem}")?;
        }
        Ok(())
    }
}

impl Clipboard {
    fn of(clipboard: term::Clipboard) -> Self {
        Self {
            method: match clipboard.route {
                ClipboardRoute::Terminal => "OSC 52",
                ClipboardRoute::Tmux => "tmux load-buffer",
                ClipboardRoute::Screen => "OSC 52 through screen",
            },
            reason: match clipboard.accepts {
                Some(true) => "the terminal takes texts",
                Some(false) => "the terminal takes none as it is delivered; look in its settings",
                None => "not known whether the terminal takes texts",
            },
        }
    }
}

fn locale(environment: impl Fn(&str) -> Option<String>, settings: &Settings) -> LocaleReport {
    let interface = settings
        .ui_lang
        .unwrap_or_else(|| Locale::choose(None, &environment));
    let (name, is_utf8) = encoding(&environment);
    LocaleReport {
        is_utf8,
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
