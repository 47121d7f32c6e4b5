//! What can be typed: the one table that help, completions and the man page
//! are made from.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::config::paths::{CONFIG_DIR_VARIABLE, DATA_DIR_VARIABLE};
use crate::config::settings::Setting;

/// A terminal reader for news in every language and every script.
#[derive(Debug, Parser)]
#[command(
    name = "nashra",
    version,
    about = "A terminal reader for news in every language",
    after_help = after_help(),
    after_long_help = after_long_help(),
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub struct Arguments {
    /// What to do; without a command the reader opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The reader.
    #[command(flatten)]
    pub reader: ReaderArguments,
}

/// The reader.
#[derive(Args, Debug)]
pub struct ReaderArguments {
    /// Files and folders of articles [default: what was open last, at first the sample corpus]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub settings: SettingArguments,
}

/// Settings of the command line, which go before all others.
#[derive(Args, Debug)]
#[command(next_help_heading = "Settings")]
pub struct SettingArguments {
    /// Colours: dark, light, dark16, light16, mono
    #[arg(long, hide_short_help = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// Language of the interface: en, ar, de
    #[arg(long, hide_short_help = true, value_name = "TAG")]
    pub ui_lang: Option<String>,
    /// How right-to-left text is sent
    ///
    /// One of visual, explicit, inverse, kitty, kitty-word, lro, logical. `nashra doctor` tells
    /// which it takes by itself, and F2 and F3 settle it in the reader.
    #[arg(long, hide_short_help = true, value_name = "MODE")]
    pub terminal_mode: Option<String>,
    /// Send as little as possible
    #[arg(long, hide_short_help = true)]
    pub low_bandwidth: bool,
    /// Leave the mouse to the terminal
    #[arg(long, hide_short_help = true)]
    pub no_mouse: bool,
    /// For screen readers, Braille displays and bare terminals
    ///
    /// One pane at a time, list rows as sentences, text in logical order, marks in ASCII, nothing
    /// drawn; the cursor stands at the row, the name or the caret.
    #[arg(long, hide_short_help = true)]
    pub plain: bool,
    /// Stay on the main screen: what is shown last stays, and so does what was there before
    #[arg(long, hide_short_help = true)]
    pub no_alt_screen: bool,
}

impl SettingArguments {
    /// What was given: the argument, the setting, its value.
    pub fn given(&self) -> Vec<(&'static str, &'static str, &str)> {
        let named = [
            ("--theme", "theme", &self.theme),
            ("--ui-lang", "ui-lang", &self.ui_lang),
            ("--terminal-mode", "terminal-mode", &self.terminal_mode),
        ];
        let switches = [
            ("--low-bandwidth", "low-bandwidth", self.low_bandwidth, "on"),
            ("--no-mouse", "mouse", self.no_mouse, "off"),
            ("--plain", "plain", self.plain, "on"),
            ("--no-alt-screen", "alt-screen", self.no_alt_screen, "off"),
        ];
        let named = named
            .into_iter()
            .filter_map(|(flag, name, value)| Some((flag, name, value.as_deref()?)));
        let switches = switches
            .into_iter()
            .filter(|(_, _, is_given, _)| *is_given)
            .map(|(flag, name, _, value)| (flag, name, value));
        named.chain(switches).collect()
    }
}

/// What is typed, for what.
pub const EXAMPLES: &[(&str, &str)] = &[
    ("nashra", "what was open last, at first the sample"),
    ("nashra articles/", "read a folder of texts"),
    (
        "nashra list articles/ --lang ar,fa",
        "Arabic and Persian articles",
    ),
    (
        "nashra list dump.jsonl.gz --json",
        "a dump, a JSON object an article",
    ),
    (
        "nashra search 'lang:de \"James Webb\"'",
        "a phrase, in German articles",
    ),
    ("nashra show articles/ --id 003", "one article, laid out"),
    (
        "nashra detect < texts.jsonl",
        "which language each text is in",
    ),
    (
        "nashra entities < texts.jsonl",
        "who and where each text is about",
    ),
];

/// What a query can hold.
pub const QUERIES: &[(&str, &str)] = &[
    ("word other", "both words"),
    ("\"a phrase\"", "these words, side by side"),
    ("-word", "without this word; - goes before filters too"),
    ("title:word", "in the headline"),
    ("lang:ar,de", "in one of these languages"),
    ("is:unread", "also is:read, is:starred"),
    ("source:name", "from sources whose name holds this"),
    ("tag:name", "that have this tag"),
    ("entity:ID", "that name this entity, in any language"),
];

/// Variables of the environment beside those of the settings.
pub const VARIABLES: &[(&str, &str)] = &[
    (DATA_DIR_VARIABLE, "the folder of the library"),
    (
        CONFIG_DIR_VARIABLE,
        "the folder of config.toml and keys.toml",
    ),
    ("NO_COLOR", "anything: no colours"),
];

/// What the process exits with.
pub const EXIT_STATUS: &[(&str, &str)] = &[
    ("0", "something was found"),
    ("1", "nothing was found"),
    ("2", "an error, told on standard error"),
];

/// The variables of the environment, each with what it is and can be.
pub fn variables() -> Vec<(String, String)> {
    let settings = Setting::ALL.iter().map(|setting| {
        let what = format!("{}: {}", setting.about(), setting.values);
        (setting.variable(), what)
    });
    let others = VARIABLES
        .iter()
        .map(|(name, what)| ((*name).to_owned(), (*what).to_owned()));
    settings.chain(others).collect()
}

/// The settings by name alone: what each is, the long help tells.
fn after_help() -> String {
    let flags = Setting::ALL.iter().filter_map(|setting| setting.flag);
    let names: Vec<&str> = flags.filter_map(|flag| flag.split(' ').next()).collect();
    format!(
        "Settings: {}\n\nnashra --help tells all, nashra COMMAND --help more about a command.",
        names.join(", ")
    )
}

fn after_long_help() -> String {
    let tables = [
        table("Examples", EXAMPLES),
        table("Queries", QUERIES),
        table("Environment", &variables()),
        table("Exit status", EXIT_STATUS),
    ];
    tables.join("\n\n")
}

/// Things to type and what they do, in two columns below a title.
fn table<T: AsRef<str>>(title: &str, rows: &[(T, T)]) -> String {
    let widest = rows.iter().map(|(typed, _)| typed.as_ref().len()).max();
    let width = widest.unwrap_or_default();
    let lines = rows.iter().map(|(typed, what)| {
        let (typed, what) = (typed.as_ref(), what.as_ref());
        format!("\n  {typed:width$}  {what}")
    });
    format!("{title}:{}", lines.collect::<String>())
}

/// A batch command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List articles
    List(ListArguments),
    /// Show one article, or its record
    Show(ShowArguments),
    /// Find articles by their words
    Search(SearchArguments),
    /// Tell the language of texts on standard input
    #[command(long_about = DETECT)]
    Detect,
    /// Name the people, places and organisations in texts on standard input
    #[command(long_about = ENTITIES)]
    Entities,
    /// Lay texts on standard input out in visual order
    #[command(long_about = LAYOUT)]
    Layout,
    /// Say what this terminal is, and which colours, language and library are used
    Doctor {
        /// Write one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Show every setting, its value and where that comes from
    #[command(long_about = CONFIG)]
    Config(ConfigArguments),
    /// Print the completions for a shell
    Completions {
        /// The shell they are for
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

const DETECT: &str = "\
Tell the language of texts on standard input.

Reads JSON Lines {\"id\", \"text\"} and writes {\"id\", \"lang\", \"confidence\", \"script\"} for each: a BCP 47 tag \
(? where it is not known), a number from 0 to 1, an ISO 15924 code.";

const ENTITIES: &str = "\
Find the people, places, organisations, dates and amounts in texts on standard input.

Reads JSON Lines {\"id\", \"text\"}, with a BCP 47 \"lang\" where it is known, and writes \
{\"id\", \"lang\", \"entities\": [{\"start\", \"end\", \"type\", \"canon\", \"name\", \"confidence\", \"rule\"}]} for each. Offsets count \
Unicode scalar values and the end is the place behind the name; types are PER, LOC and ORG; canon is one id in all \
languages.

Dates and amounts stand among them in the order of the text, with \"value\" in place of canon and name: DATE and TIME \
in ISO 8601 (2024-05-09, 2024-05, --05-09 without a year, T14:30), MONEY as ISO 4217 and a decimal (USD 7000000000), \
PERCENT as a decimal (3.5), QUANTITY as a decimal and the unit (120 kilometer), ranges as A/B. Where the text does not \
tell it, as with pesos of an unknown country, there is no value.";

const LAYOUT: &str = "\
Lay texts on standard input out in visual order.

Reads JSON Lines {\"id\", \"text\", \"base_dir\": \"auto\" | \"ltr\" | \"rtl\", \"width\": N | null, \
\"lines\": [[start, end] ...]} and writes {\"id\", \"para_level\", \"lines\": [{\"bytes\": [start, end], \
\"visual\", \"shaped\", \"map\"}]} for each. Offsets count bytes; visual is mirrored but not joined, and map has the \
byte of each of its code points. With lines given, those ranges are the lines.";

const CONFIG: &str = "\
Show every setting, its value and where that comes from.

Writes a config.toml with every setting: what it is, what it can be, its default, and the value in force. What was set \
stands there, the rest behind #. The file is only read, never written: keep the output under another name first, the \
shell empties what it writes to before nashra reads it.";

/// `nashra config`.
#[derive(Args, Debug)]
pub struct ConfigArguments {
    /// Write a commented config.toml (this is the default)
    #[arg(long, conflicts_with_all = ["path", "json"])]
    pub print: bool,
    /// Write where config.toml and keys.toml are looked for, a line each
    #[arg(long, conflicts_with = "json")]
    pub path: bool,
    /// Write one JSON object
    ///
    /// Its fields: config and keys (the paths, or null), settings (each with name, about,
    /// values, default, value, source, variable, flag), problems.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub settings: SettingArguments,
}

/// What to open.
#[derive(Args, Debug)]
pub struct Corpus {
    /// Files and folders of articles, - for standard input [default: the sample corpus]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// `nashra list`.
#[derive(Args, Debug)]
pub struct ListArguments {
    #[command(flatten)]
    pub corpus: Corpus,
    /// Only articles in this language, by tag or name; may be given again
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',')]
    pub lang: Vec<String>,
    /// Only articles that a query finds
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true, long_help = QUERY)]
    pub query: Option<String>,
    #[command(flatten)]
    pub shown: Shown,
    /// Write JSON Lines, an object an article
    ///
    /// Its fields: id, title, lang, lang_confidence, script, direction, date (RFC 3339,
    /// or null), source (or null), words, read, starred, and tags where there are some.
    #[arg(long)]
    pub json: bool,
}

/// `nashra show`.
#[derive(Args, Debug)]
pub struct ShowArguments {
    #[command(flatten)]
    pub corpus: Corpus,
    /// The article's id as `list` prints it, or its beginning
    #[arg(long, value_name = "ID")]
    pub id: String,
    /// Columns of a line [default: what is comfortable to read, at most the terminal's]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(1..))]
    pub width: Option<u16>,
    #[command(flatten)]
    pub shown: Shown,
    /// Write the article's record as one JSON object
    ///
    /// The fields of `list --json`, then text, boilerplate ([start, end] byte ranges of page
    /// furniture in text) and entities (of text: start, end, type, canon, name, confidence, rule,
    /// and value for dates and amounts; offsets are Unicode scalar values, as in `nashra entities`).
    #[arg(long)]
    pub json: bool,
}

/// How lines for people are written.
#[derive(Args, Clone, Copy, Debug)]
pub struct Shown {
    /// The order of the characters in a line
    #[arg(long, value_name = "ORDER", default_value = "auto")]
    pub order: CharacterOrder,
}

/// The order of the characters in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CharacterOrder {
    /// Visual on a terminal, logical elsewhere and on one that is known to reorder rows itself
    Auto,
    /// In reading order, as files have it: for programs, and terminals that do bidi themselves
    Logical,
    /// From left to right as it looks, letters joined: for terminals
    Visual,
}

/// `nashra search`.
#[derive(Args, Debug)]
pub struct SearchArguments {
    /// What to look for
    #[arg(long_help = QUERY)]
    pub query: String,
    #[command(flatten)]
    pub corpus: Corpus,
    /// Write JSON Lines, an object an article, the best first
    ///
    /// Its fields: id, title, lang, score, hits (byte ranges start, end
    /// in the text), snippet.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub shown: Shown,
}

const QUERY: &str = "\
What to look for.

All words are wanted, \"a phrase\" with its words side by side, and -word leaves out. title:word looks at headlines \
alone; lang:ar,de, is:unread, is:read, is:starred, source:name, tag:name and entity:ID are filters, and - before them turns \
them round. Case, accents, Arabic vowel marks and the like make no difference; what matches as typed comes first.";
