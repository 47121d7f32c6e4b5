//! Which keys do what, where: the rows of `assets/keymap.toml` with a person's own before
//! them, and what a key press means by them.

mod context;
mod read;
mod user;

use std::sync::{LazyLock, OnceLock};

pub use context::{Context, Group};
pub use read::{KeymapError, KeymapProblem};

use super::action::{Action, Hotkey};
use super::key::{KeyChord, KeyCode, KeySequence};
use super::keyboard::latin_key;

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

/// Which keys do what, where.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<Row>,
    hints: Vec<Hint>,
    bindings: Vec<Binding>,
    /// By place, the key to show for each action; found when it is first asked for.
    pub(super) labels: [OnceLock<Vec<(&'static str, String)>>; Context::ALL.len()],
}

#[derive(Clone, Debug)]
struct Binding {
    context: Context,
    keys: KeySequence,
    /// `None` where a person took the keys away: then they do nothing in this context,
    /// whatever those behind it say.
    action: Option<Action>,
}

/// What the file writes for any digit from 1 to 9.
const DIGITS: &str = "1-9";
/// What a person writes for keys that are to do nothing.
const NONE: &str = "none";

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

    /// What the keys pressed so far do in a place. The nearest context of
    /// [`Context::chain`] that knows them answers; bound keys go before hints. Where no
    /// text is typed, a character of another script that is bound nowhere counts as the
    /// key it stands on ([`latin_key`]).
    #[must_use]
    pub fn lookup(&self, context: Context, pressed: &[KeyChord]) -> Lookup {
        let found = self.lookup_exact(context, pressed);
        // With Ctrl a key is no text, whatever the layout.
        let is_text = pressed.iter().any(|chord| chord.text().is_some());
        if found != Lookup::None || (context.takes_text() && is_text) {
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
        let mut menu: Vec<MenuRow> = Vec::new();
        for &place in context.chain() {
            let nearer = menu.len();
            for binding in self.bindings.iter().filter(|b| b.context == place) {
                let Some(rest) = binding.keys.chords().strip_prefix(pressed) else {
                    continue;
                };
                match rest {
                    // A longer sequence of a nearer context goes before.
                    [] if nearer > 0 => break,
                    [] => return binding.action.map_or(Lookup::None, Lookup::Action),
                    [key, more @ ..] => {
                        if menu.iter().all(|row| row.key != *key) {
                            menu.push(MenuRow {
                                key: *key,
                                action: binding.action.filter(|_| more.is_empty()),
                            });
                        }
                    }
                }
            }
        }
        if !menu.is_empty() {
            return Lookup::Menu(menu);
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

    /// The rows of a place that belong in the bottom line, each with its key, the most
    /// important first.
    #[must_use]
    pub fn bar(&self, context: Context) -> Vec<(Keys, &Row)> {
        let mut rows: Vec<(Keys, &Row)> = Vec::new();
        for (place, row) in self.rows_in(context).filter(|(_, row)| row.bar.is_some()) {
            let is_new = rows.iter().all(|(_, other)| other.action != row.action);
            if is_new && let Some(keys) = self.keys_in(context, place, row).into_iter().next() {
                rows.push((keys, row));
            }
        }
        rows.sort_by_key(|(_, row)| row.bar);
        rows
    }

    /// The key to show for an action in a place: the first that does it there.
    #[must_use]
    pub fn key_for(&self, context: Context, action: Action) -> Option<String> {
        self.rows_in(context)
            .filter(|(_, row)| row.action == action)
            .flat_map(|(place, row)| self.keys_in(context, place, row))
            .find(|keys| match keys {
                // A digit that is left of a row of all nine does something else.
                Keys::Sequence(sequence) => {
                    self.lookup_exact(context, sequence.chords()) == Lookup::Action(action)
                }
                Keys::Digits => true,
            })
            .map(|keys| keys.label())
    }

    /// The keys of a row of `place` that do what it says when they are pressed in
    /// `context`: those that no nearer context knows.
    #[must_use]
    pub fn keys_in(&self, context: Context, place: Context, row: &Row) -> Vec<Keys> {
        let nearer: Vec<&KeySequence> = context
            .chain()
            .iter()
            .take_while(|near| **near != place)
            .flat_map(|near| self.bindings.iter().filter(move |b| b.context == *near))
            .map(|binding| &binding.keys)
            .collect();
        let is_free = |keys: &KeySequence| !nearer.iter().any(|other| other.collides(keys));
        let mut holding = Vec::with_capacity(row.keys.len());
        for keys in &row.keys {
            match keys {
                Keys::Sequence(sequence) if is_free(sequence) => holding.push(keys.clone()),
                Keys::Sequence(_) => {}
                Keys::Digits => holding.extend(digits_where(is_free)),
            }
        }
        holding
    }
}

/// The digits that fulfil a condition: all nine as one, else one by one.
fn digits_where(holds: impl Fn(&KeySequence) -> bool) -> Vec<Keys> {
    let digits = Hotkey::all().map(|hotkey| KeySequence::from(KeyChord::digit(hotkey)));
    let digits: Vec<Keys> = digits.filter(holds).map(Keys::Sequence).collect();
    if digits.len() == Hotkey::COUNT {
        vec![Keys::Digits]
    } else {
        digits
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
fn labels(chords: &[KeyChord]) -> String {
    let labels: Vec<String> = chords.iter().map(|chord| chord.label()).collect();
    labels.join(" ")
}
