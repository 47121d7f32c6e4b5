//! Which keys do what, where: `assets/keymap.toml`, read.

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

use super::action::{Action, Hotkey};
use super::key::{KeyChord, KeyCode, KeyError, KeySequence};
use super::keyboard::latin_key;

/// A place where keys have a meaning of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    /// Everywhere, prompts and pickers included.
    Always,
    /// In every pane.
    Global,
    /// The list of articles.
    List,
    /// The reader.
    Reader,
    /// The names pane.
    Names,
    /// A line being typed: search, commands.
    Prompt,
    /// A list that is narrowed by typing: commands by name.
    Picker,
    /// The list of languages.
    LangPicker,
    /// The list of keys.
    Help,
}

impl Context {
    /// Every place.
    pub const ALL: [Self; 9] = [
        Self::Always,
        Self::Global,
        Self::List,
        Self::Reader,
        Self::Names,
        Self::Prompt,
        Self::Picker,
        Self::LangPicker,
        Self::Help,
    ];

    /// The contexts asked for a key pressed here, nearest first. Where text is typed
    /// the global keys are text.
    #[must_use]
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Always => &[Self::Always],
            Self::Global => &[Self::Global, Self::Always],
            Self::List => &[Self::List, Self::Global, Self::Always],
            Self::Reader => &[Self::Reader, Self::Global, Self::Always],
            Self::Names => &[Self::Names, Self::Global, Self::Always],
            Self::Prompt => &[Self::Prompt, Self::Always],
            Self::Picker => &[Self::Picker, Self::Always],
            Self::LangPicker => &[Self::LangPicker, Self::Picker, Self::Always],
            Self::Help => &[Self::Help, Self::Always],
        }
    }

    /// Whether characters are text here where no row binds them.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Prompt | Self::Picker | Self::LangPicker)
    }

    /// The name in `assets/keymap.toml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Global => "global",
            Self::List => "list",
            Self::Reader => "reader",
            Self::Names => "names",
            Self::Prompt => "prompt",
            Self::Picker => "picker",
            Self::LangPicker => "lang-picker",
            Self::Help => "help",
        }
    }

    /// The id of the interface string that names the place.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Always => "context-always",
            Self::Global => "context-global",
            Self::List => "context-list",
            Self::Reader => "context-reader",
            Self::Names => "context-names",
            Self::Prompt => "context-prompt",
            Self::Picker => "context-picker",
            Self::LangPicker => "context-lang-picker",
            Self::Help => "context-help",
        }
    }
}

/// The heading a row stands under in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Moving about.
    Move,
    /// Reading and marking.
    Read,
    /// Choosing what is shown.
    Filter,
    /// Names of people, places, organisations.
    Names,
    /// Copies and exports.
    Take,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 6] = [
        Self::Move,
        Self::Read,
        Self::Filter,
        Self::Names,
        Self::Take,
        Self::Program,
    ];

    /// The id of the interface string that is the heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Read => "group-read",
            Self::Filter => "group-filter",
            Self::Names => "group-names",
            Self::Take => "group-take",
            Self::Program => "group-program",
        }
    }
}

/// What the file says a row is reached by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keys {
    /// These presses.
    Sequence(KeySequence),
    /// Any digit from 1 to 9; the action carries it.
    Digits,
}

/// One row of the keymap: an action and its keys.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where the keys hold.
    pub contexts: Vec<Context>,
    /// The heading in the help.
    pub group: Group,
    /// The keys, the one to show first. Empty: found by name only.
    pub keys: Vec<Keys>,
    /// What they do; the member `1` of a family whose keys are [`Keys::Digits`].
    pub action: Action,
    /// The id of the string that describes the row in the help. Neighbours with the
    /// same one (`down`, `up`) make one line there.
    pub text: String,
    /// Names of the same thing in other programs, for the palette.
    pub aliases: Vec<String>,
    /// The place in the bottom line of its contexts, lowest first and last to go;
    /// `None` stays out of it. The label is [`Action::bar_label`].
    pub bar: Option<u8>,
}

/// One line of a menu: a second key and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MenuRow {
    /// The key still to press.
    pub key: KeyChord,
    /// What it does; its label is [`Action::bar_label`]. `None` where a longer
    /// sequence goes on.
    pub action: Option<Action>,
}

/// The answer to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The keys are complete.
    Action(Action),
    /// More keys are needed; these are possible. Stays until answered or Esc.
    Menu(Vec<MenuRow>),
    /// Not bound, but other programs use it: the id of a sentence that helps.
    Hint(String),
    /// Not bound.
    None,
}

/// A sentence for a key that other programs use and this one does not.
#[derive(Clone, Debug)]
pub struct Hint {
    /// Where it is given.
    pub contexts: Vec<Context>,
    /// The keys.
    pub keys: Vec<KeySequence>,
    /// The id of the sentence.
    pub text: String,
}

/// Why a keymap cannot be used: what, where, in which file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}, line {line}: {problem}")]
pub struct KeymapError {
    /// The file's name, as given.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to write instead.
    pub problem: KeymapProblem,
}

/// What is wrong with a keymap.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeymapProblem {
    /// Not TOML, or not the fields of a keymap.
    #[error("{0}")]
    Format(String),
    /// A key that cannot be read.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A context that does not exist.
    #[error("there is no context \"{0}\"; there are {all}", all = context_names())]
    Context(String),
    /// An action that does not exist.
    #[error("there is no action \"{0}\"; `nashra man` lists them")]
    Action(String),
    /// Keys that are bound twice in one context.
    #[error("{keys} is bound to {first} and to {second} in {context}; take one away")]
    Conflict {
        /// The keys.
        keys: KeySequence,
        /// Where.
        context: Context,
        /// What they do already.
        first: String,
        /// What they should do too.
        second: String,
    },
    /// Keys that another row needs as the start of a longer sequence.
    #[error("{short} is the start of {long} in {context}: the longer one can never be reached")]
    Prefix {
        /// The keys that act at once.
        short: KeySequence,
        /// The keys that need more.
        long: KeySequence,
        /// Where.
        context: Context,
    },
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

fn context_names() -> String {
    Context::ALL.map(Context::name).join(", ")
}

/// Which keys do what, where.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<Row>,
    hints: Vec<Hint>,
    bindings: Vec<Binding>,
}

#[derive(Clone, Debug)]
struct Binding {
    context: Context,
    keys: KeySequence,
    action: Action,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    binding: Vec<FileRow>,
    #[serde(default)]
    hint: Vec<FileHint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRow {
    context: Spanned<String>,
    group: Group,
    keys: Vec<Spanned<String>>,
    action: Spanned<String>,
    text: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    bar: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileHint {
    context: Spanned<String>,
    keys: Vec<Spanned<String>>,
    text: String,
}

/// What the file writes for any digit from 1 to 9.
const DIGITS: &str = "1-9";

impl Keymap {
    /// The keymap that ships with the program.
    ///
    /// # Panics
    /// Never: the file is part of the program and a test reads it.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Keymap> = LazyLock::new(|| {
            let text = include_str!("../../assets/keymap.toml");
            Keymap::parse("assets/keymap.toml", text).expect("a test reads the embedded keymap")
        });
        &BUILTIN
    }

    /// Reads a keymap; `file` is its name for errors.
    ///
    /// # Errors
    /// The first thing wrong, with its line: not TOML, a key, context or action that
    /// does not exist, keys bound twice, keys that hide longer ones.
    pub fn parse(file: &str, text: &str) -> Result<Self, KeymapError> {
        let reader = Reader { file, text };
        let parsed: File = toml::from_str(text).map_err(|error| {
            let at = error.span().unwrap_or(0..0);
            reader.error(&at, KeymapProblem::Format(error.message().to_owned()))
        })?;
        let mut keymap = Self {
            rows: Vec::with_capacity(parsed.binding.len()),
            hints: Vec::with_capacity(parsed.hint.len()),
            bindings: Vec::new(),
        };
        for row in parsed.binding {
            keymap.add_row(&reader, row)?;
        }
        for hint in parsed.hint {
            keymap.hints.push(Hint {
                contexts: reader.contexts(&hint.context)?,
                keys: hint
                    .keys
                    .iter()
                    .map(|keys| reader.sequence(keys))
                    .collect::<Result<_, _>>()?,
                text: hint.text,
            });
        }
        Ok(keymap)
    }

    fn add_row(&mut self, reader: &Reader<'_>, row: FileRow) -> Result<(), KeymapError> {
        let contexts = reader.contexts(&row.context)?;
        let name = row.action.get_ref();
        let mut keys = Vec::with_capacity(row.keys.len());
        for key in &row.keys {
            if key.get_ref() == DIGITS {
                for hotkey in Hotkey::all() {
                    let digit = char::from(b'0'.saturating_add(hotkey.digit()));
                    let chord = KeyChord::plain(KeyCode::Char(digit));
                    let action = reader.action(&row.action, &format!("{name}-{digit}"))?;
                    self.bind(reader, &key.span(), &contexts, chord.into(), action)?;
                }
                keys.push(Keys::Digits);
            } else {
                let sequence = reader.sequence(key)?;
                let action = reader.action(&row.action, name)?;
                self.bind(reader, &key.span(), &contexts, sequence.clone(), action)?;
                keys.push(Keys::Sequence(sequence));
            }
        }
        let first = if keys.contains(&Keys::Digits) {
            format!("{name}-1")
        } else {
            name.clone()
        };
        let action = reader.action(&row.action, &first)?;
        self.rows.push(Row {
            contexts,
            group: row.group,
            keys,
            action,
            text: row.text.unwrap_or_else(|| action.description().to_owned()),
            aliases: row.aliases,
            bar: row.bar,
        });
        Ok(())
    }

    fn bind(
        &mut self,
        reader: &Reader<'_>,
        at: &Range<usize>,
        contexts: &[Context],
        keys: KeySequence,
        action: Action,
    ) -> Result<(), KeymapError> {
        for &context in contexts {
            for other in self.bindings.iter().filter(|b| b.context == context) {
                let (short, long) = if keys.chords().len() <= other.keys.chords().len() {
                    (&keys, &other.keys)
                } else {
                    (&other.keys, &keys)
                };
                if keys == other.keys {
                    return Err(reader.error(
                        at,
                        KeymapProblem::Conflict {
                            keys,
                            context,
                            first: other.action.to_string(),
                            second: action.to_string(),
                        },
                    ));
                }
                if long.chords().starts_with(short.chords()) {
                    return Err(reader.error(
                        at,
                        KeymapProblem::Prefix {
                            short: short.clone(),
                            long: long.clone(),
                            context,
                        },
                    ));
                }
            }
            self.bindings.push(Binding {
                context,
                keys: keys.clone(),
                action,
            });
        }
        Ok(())
    }

    /// What the keys pressed so far do in a place. The nearest context of
    /// [`Context::chain`] that knows them answers; bound keys go before hints. Where no
    /// text is typed, a character of another script that is bound nowhere counts as the
    /// key it stands on ([`latin_key`]).
    #[must_use]
    pub fn lookup(&self, context: Context, pressed: &[KeyChord]) -> Lookup {
        let found = self.lookup_exact(context, pressed);
        if found != Lookup::None || context.takes_text() {
            return found;
        }
        let by_position: Vec<KeyChord> = pressed.iter().map(by_position).collect();
        if by_position == pressed {
            return Lookup::None;
        }
        self.lookup_exact(context, &by_position)
    }

    fn lookup_exact(&self, context: Context, pressed: &[KeyChord]) -> Lookup {
        if pressed.is_empty() {
            return Lookup::None;
        }
        for &place in context.chain() {
            let mut menu: Vec<MenuRow> = Vec::new();
            for binding in self.bindings.iter().filter(|b| b.context == place) {
                let Some(rest) = binding.keys.chords().strip_prefix(pressed) else {
                    continue;
                };
                match rest {
                    [] => return Lookup::Action(binding.action),
                    [key, more @ ..] => {
                        if menu.iter().all(|row| row.key != *key) {
                            menu.push(MenuRow {
                                key: *key,
                                action: more.is_empty().then_some(binding.action),
                            });
                        }
                    }
                }
            }
            if !menu.is_empty() {
                return Lookup::Menu(menu);
            }
        }
        context
            .chain()
            .iter()
            .flat_map(|place| self.hints.iter().filter(|h| h.contexts.contains(place)))
            .find(|hint| hint.keys.iter().any(|keys| keys.chords() == pressed))
            .map_or(Lookup::None, |hint| Lookup::Hint(hint.text.clone()))
    }

    /// Every row, in the file's order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows that hold in a place: its own first, then those of the contexts
    /// behind it.
    pub fn rows_in(&self, context: Context) -> impl Iterator<Item = (Context, &Row)> {
        context.chain().iter().flat_map(|&place| {
            self.rows
                .iter()
                .filter(move |row| row.contexts.contains(&place))
                .map(move |row| (place, row))
        })
    }

    /// Every hint, in the file's order.
    #[must_use]
    pub fn hints(&self) -> &[Hint] {
        &self.hints
    }

    /// The rows of a place that belong in the bottom line, the most important first.
    #[must_use]
    pub fn bar(&self, context: Context) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self
            .rows_in(context)
            .map(|(_, row)| row)
            .filter(|row| row.bar.is_some())
            .collect();
        rows.sort_by_key(|row| row.bar);
        rows
    }

    /// The key to show for an action in a place: the first of its first row there.
    #[must_use]
    pub fn key_for(&self, context: Context, action: Action) -> Option<String> {
        self.rows_in(context)
            .find(|(_, row)| row.action == action)
            .and_then(|(_, row)| row.keys.first())
            .map(Keys::label)
    }
}

impl Keys {
    /// The keys as people read them: `j`, `Ctrl-D`, `1-9`, `, d`.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Digits => DIGITS.to_owned(),
            Self::Sequence(sequence) => labels(sequence.chords()),
        }
    }
}

fn by_position(chord: &KeyChord) -> KeyChord {
    match chord.code {
        KeyCode::Char(character) => KeyChord {
            code: KeyCode::Char(latin_key(character).unwrap_or(character)),
            ..*chord
        },
        _ => *chord,
    }
}

/// The labels of presses, parted by blanks.
pub(super) fn labels(chords: &[KeyChord]) -> String {
    let labels: Vec<String> = chords.iter().map(|chord| chord.label()).collect();
    labels.join(" ")
}

/// The file being read: turns spans into lines and names into values.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
}

impl Reader<'_> {
    fn error(&self, at: &Range<usize>, problem: KeymapProblem) -> KeymapError {
        let before = self.text.as_bytes().get(..at.start).unwrap_or_default();
        KeymapError {
            file: self.file.to_owned(),
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            problem,
        }
    }

    fn contexts(&self, names: &Spanned<String>) -> Result<Vec<Context>, KeymapError> {
        let unknown =
            |name: &str| self.error(&names.span(), KeymapProblem::Context(name.to_owned()));
        let contexts: Vec<Context> = names
            .get_ref()
            .split_ascii_whitespace()
            .map(|name| {
                Context::ALL
                    .into_iter()
                    .find(|context| context.name() == name)
                    .ok_or_else(|| unknown(name))
            })
            .collect::<Result<_, _>>()?;
        if contexts.is_empty() {
            return Err(unknown(""));
        }
        Ok(contexts)
    }

    fn sequence(&self, keys: &Spanned<String>) -> Result<KeySequence, KeymapError> {
        keys.get_ref()
            .parse()
            .map_err(|error: KeyError| self.error(&keys.span(), error.into()))
    }

    fn action(&self, at: &Spanned<String>, name: &str) -> Result<Action, KeymapError> {
        Action::from_name(name)
            .ok_or_else(|| self.error(&at.span(), KeymapProblem::Action(name.to_owned())))
    }
}
