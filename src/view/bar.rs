//! The top line as a model: the place, and the languages with hotkeys and counts.

use super::View;
use super::geometry::{Area, ends, inner, starting};
use crate::config::action::Action;
use crate::config::keymap::Context;
use crate::config::strings::Value;
use crate::config::theme::Role;
use crate::corpus::LanguageTag;
use crate::text::Direction;
use crate::text::width::{logical_width, text_width};

use super::lens::Choice;

/// Cells between two chips.
const GAP: u16 = 2;
/// Under so many columns the words at the end are left out.
const NARROW: u16 = 60;

/// What a click on a piece of the top line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BarTarget {
    /// Shows or hides a language.
    Language(LanguageTag),
    /// Opens the list of languages.
    Languages,
    /// Shows all languages.
    All,
}

/// A piece of the top line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarPiece {
    /// Where it stands.
    pub area: Area,
    /// What it says.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// What a click on it does.
    pub target: Option<BarTarget>,
}

/// A language in the top line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its hotkey, if it has one.
    pub hotkey: Option<u8>,
    /// The language.
    pub language: LanguageTag,
    /// Its name in its own script.
    pub name: String,
    /// Its articles in the view.
    pub count: usize,
    /// What the lens does with it.
    pub choice: Choice,
}

/// How chips are written, from the longest to the shortest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Full,
    ShortCount,
    Tag,
}

/// Hands out the cells of the line from its start side.
struct Cells {
    rest: Area,
    direction: Direction,
    pieces: Vec<BarPiece>,
}

impl Cells {
    fn push(&mut self, text: String, cells: u16, role: Role, target: Option<BarTarget>) {
        let cells = cells.min(self.rest.width);
        self.pieces.push(BarPiece {
            area: starting(self.rest, self.direction, cells),
            text,
            role,
            target,
        });
        self.rest = inner(self.rest, self.direction, cells + GAP);
    }
}

impl View {
    /// The languages that have hotkeys, and those that were chosen without.
    #[must_use]
    pub fn chips(&self) -> Vec<Chip> {
        let languages = self.browse.lens.languages().iter();
        languages
            .filter(|known| known.hotkey.is_some() || known.choice == Choice::Chosen)
            .map(|known| Chip {
                hotkey: known.hotkey,
                language: known.language.clone(),
                name: self.language_names(&known.language).0,
                count: known.count,
                choice: known.choice,
            })
            .collect()
    }

    /// The pieces of the top line, where it shows.
    #[must_use]
    pub fn bar(&self) -> Vec<BarPiece> {
        let Some(area) = self.geometry.bar else {
            return Vec::new();
        };
        let direction = self.direction();
        let mut line = Cells {
            rest: ends(inner(area, direction, 1), direction, 1),
            direction,
            pieces: Vec::new(),
        };
        let crumbs = self.written_crumbs(area.width / 2);
        let width = self.cells(&crumbs);
        line.push(crumbs, width, Role::Status, None);
        // Without a key a click still shows them.
        let key = self.keymap.key_for(Context::Global, Action::LangAll);
        let key = key.unwrap_or_default();
        let all = if area.width < NARROW && !key.is_empty() {
            key
        } else {
            format!("{key} {}", self.strings.text("chip-all"))
        };
        let all = all.trim_start().to_owned();
        let width = self.cells(&all);
        let before = line.rest.width.saturating_sub(width);
        let at_end = inner(line.rest, direction, before);
        line.rest = ends(line.rest, direction, width + GAP);
        self.add_chips(&mut line);
        line.pieces.push(BarPiece {
            area: at_end,
            text: all,
            role: Role::Status,
            target: Some(BarTarget::All),
        });
        line.pieces
    }

    /// The crumbs of the place on so many cells: the first go when there is no room.
    fn written_crumbs(&self, room: u16) -> String {
        // Each part is isolated, and the arrow is mirrored with the interface (L4).
        let own = (self.size.0 >= NARROW).then(|| "nashra".to_owned());
        let mut parts: Vec<String> = own
            .into_iter()
            .chain(self.crumbs())
            .map(|crumb| format!("\u{2068}{crumb}\u{2069}"))
            .collect();
        loop {
            let text = parts.join(" › ");
            if parts.len() <= 1 || self.cells(&text) <= room {
                return text;
            }
            parts.remove(0);
        }
    }

    fn add_chips(&self, line: &mut Cells) {
        let mut chips = self.chips();
        let others = self.browse.lens.languages().len() - chips.len();
        let room = line.rest.width;
        // A chosen language is never cut away: it takes the place of one that shows.
        chips.sort_by_key(|chip| chip.choice != Choice::Chosen);
        let (form, fitting) = [Form::Full, Form::ShortCount, Form::Tag]
            .into_iter()
            .map(|form| (form, self.fitting(&chips, form, room, others)))
            .find(|(form, fitting)| *fitting == chips.len() || *form == Form::Tag)
            .unwrap_or((Form::Tag, 0));
        let shown = chips.get_mut(..fitting).unwrap_or_default();
        shown.sort_by_key(|chip| chip.hotkey.unwrap_or(u8::MAX));
        let more = chips.len() - fitting + others;
        for chip in chips.iter().take(fitting) {
            let role = match chip.choice {
                Choice::Chosen => Role::ChipChosen,
                Choice::LeftOut => Role::Muted,
                Choice::Open if chip.count == 0 => Role::Muted,
                Choice::Open => Role::Chip,
            };
            let target = BarTarget::Language(chip.language.clone());
            let text = self.chip_text(chip, form);
            let width = self.cells(&text);
            line.push(text, width, role, Some(target));
        }
        if more > 0 {
            let text = self.more(more);
            let width = self.cells(&text);
            line.push(text, width, Role::Muted, Some(BarTarget::Languages));
        }
    }

    /// How many chips fit, with the sign for the others behind them.
    fn fitting(&self, chips: &[Chip], form: Form, room: u16, others: usize) -> usize {
        let widths: Vec<u16> = chips
            .iter()
            .map(|chip| self.cells(&self.chip_text(chip, form)) + GAP)
            .collect();
        let sign = |count: usize| match count {
            0 => 0,
            count => self.cells(&self.more(count)) + GAP,
        };
        let total: u16 = widths.iter().sum();
        if total + sign(others) <= room + GAP {
            return chips.len();
        }
        let mut used = sign(others + chips.len());
        widths
            .iter()
            .take_while(|width| {
                used += **width;
                used <= room + GAP
            })
            .count()
    }

    fn chip_text(&self, chip: &Chip, form: Form) -> String {
        let number = i64::try_from(chip.count).unwrap_or(i64::MAX);
        let count = match form {
            Form::Full => self.strings.number(number),
            Form::ShortCount | Form::Tag => self.strings.short_number(number),
        };
        let hotkey = chip.hotkey.map_or_else(String::new, |key| key.to_string());
        // Each part is isolated: a name of the other direction moves neither number.
        let text = match form {
            Form::Tag => format!("{hotkey}{} {count}", chip.language),
            Form::Full | Form::ShortCount => format!(
                "{hotkey} \u{2068}{}\u{2069} \u{2068}{count}\u{2069}",
                chip.name
            ),
        };
        let text = text.trim_start();
        match chip.choice {
            Choice::Chosen => format!("[{text}]"),
            Choice::LeftOut => format!("-{text}"),
            Choice::Open => text.to_owned(),
        }
    }

    fn more(&self, count: usize) -> String {
        self.strings
            .format("chip-more", &[("count", Value::from(count))])
    }

    /// The cells that a text takes here.
    fn cells(&self, text: &str) -> u16 {
        let width = if self.plain {
            logical_width(text)
        } else {
            text_width(text)
        };
        u16::try_from(width).unwrap_or(u16::MAX)
    }
}
