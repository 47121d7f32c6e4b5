//! Units: what one line draws, each in one place, with the glyph it takes
//! from its neighbours.

use std::ops::Range;

use super::bidi;
use super::cluster::{Cluster, Clusters, Kind};
use super::joining::{self, is_ligating_alef};
use super::levels::Slice;
use super::order::mirrored;
use super::properties::{Joining, Properties};
use super::width::{self, MAX_MARKS, char_width, is_skin_tone, is_white_control};

/// What carries a mark that has no base.
const MARK_CARRIER: char = '\u{25CC}';

/// One or two cells of a line; or none, for what only has a place in its order.
#[derive(Clone, Debug)]
pub(super) struct Unit<'t> {
    /// The text that is drawn.
    core: &'t str,
    /// Where that begins in the text.
    at: usize,
    /// The bytes it stands for.
    pub bytes: Range<usize>,
    /// 1 or 2; 0 if it is not drawn.
    pub width: u8,
    pub level: u8,
    kind: Kind,
    joins_before: bool,
    joins_after: bool,
}

/// A letter outside a line that one inside may join.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbour {
    pub joining: Joining,
    pub level: u8,
}

/// The units of a text in logical order, joined to their neighbours.
///
/// `levels` are those of `range` after L1, `base` the paragraph's; lam and alef stay
/// apart where `is_apart`.
pub(super) fn units<'t>(
    text: &'t str,
    range: Range<usize>,
    levels: &Slice,
    base: u8,
    is_apart: bool,
) -> Vec<Unit<'t>> {
    let mut units = Vec::with_capacity(range.len() / 2 + 1);
    for cluster in Clusters::new(text, range.clone()).apart(is_apart) {
        let Slice::Each(levels) = levels else {
            push(&mut units, text, cluster, base);
            continue;
        };
        let level_at = |at: usize| levels.get(at - range.start).copied().unwrap_or(base);
        let level = level_at(cluster.core.start);
        let (start, core, end) = (cluster.bytes.start, cluster.core.clone(), cluster.bytes.end);
        push_hidden(&mut units, text, start..core.start, level_at);
        push(&mut units, text, cluster, level);
        push_hidden(&mut units, text, core.end..end, level_at);
    }
    units
}

/// Adds what is not drawn but has a place in the order (L2): marks of
/// direction and isolates. What X9 removes has none.
fn push_hidden<'t>(
    units: &mut Vec<Unit<'t>>,
    text: &'t str,
    range: Range<usize>,
    level_at: impl Fn(usize) -> u8,
) {
    for (place, c) in text.get(range.clone()).unwrap_or_default().char_indices() {
        if !bidi::is_removed(bidi::class(c)) {
            let at = range.start + place;
            units.push(Unit {
                core: "",
                at,
                bytes: at..at,
                width: 0,
                level: level_at(at),
                kind: Kind::Empty,
                joins_before: false,
                joins_after: false,
            });
        }
    }
}

/// Adds the units of a cluster.
fn push<'t>(units: &mut Vec<Unit<'t>>, text: &'t str, cluster: Cluster, level: u8) {
    let core = text.get(cluster.core.clone()).unwrap_or_default();
    let whole = Unit {
        core,
        at: cluster.core.start,
        bytes: cluster.bytes.clone(),
        width: 0,
        level,
        kind: cluster.kind,
        joins_before: false,
        joins_after: false,
    };
    match cluster.kind {
        Kind::Empty => {}
        Kind::Verbatim | Kind::LamAlef => units.push(Unit {
            width: u8::try_from(cluster.width).unwrap_or(2),
            ..whole
        }),
        Kind::Composed => {
            let mut start = cluster.bytes.start;
            for piece in width::pieces(core) {
                let end = cluster.core.start + piece.bytes.end;
                units.push(Unit {
                    at: cluster.core.start + piece.bytes.start,
                    core: core.get(piece.bytes).unwrap_or_default(),
                    bytes: start..end,
                    width: piece.width,
                    ..whole.clone()
                });
                start = end;
            }
            if let Some(last) = units.last_mut() {
                last.bytes.end = cluster.bytes.end;
            }
        }
    }
}

/// Adds text that layout puts at the logical end, all of it standing for `bytes`.
pub(super) fn append<'t>(
    units: &mut Vec<Unit<'t>>,
    sign: &'t str,
    bytes: &Range<usize>,
    level: u8,
) {
    let from = units.len();
    for cluster in Clusters::new(sign, 0..sign.len()) {
        push(units, sign, cluster, level);
    }
    for unit in units.iter_mut().skip(from) {
        unit.bytes = bytes.clone();
        unit.at = bytes.end;
    }
}

/// Finds which letters join: over marks and other transparent code points, but
/// not between letters that run in opposite directions. `before` and `after`
/// are the letters around the line.
pub(super) fn join(
    units: &mut [Unit<'_>],
    text: &str,
    before: Option<Neighbour>,
    after: Option<Neighbour>,
) {
    let mut last = Last {
        letter: before,
        owner: None,
    };
    for place in 0..units.len() {
        let Some(unit) = units.get(place) else { break };
        let (start, at, end) = (unit.bytes.start, unit.at, unit.bytes.end);
        let (level, kind) = (unit.level, unit.kind);
        let Some(base) = unit.core.chars().next() else {
            continue;
        };
        if start < at {
            last.see_hidden(text.get(start..at).unwrap_or_default(), level, units);
        }
        let joining = Properties::of(base).joining();
        if joining != Joining::Transparent {
            let is_joined = last.see(Neighbour { joining, level }, Some(place), units);
            if let Some(unit) = units.get_mut(place) {
                unit.joins_before = is_joined;
            }
        }
        let mut rest = text.get(at + base.len_utf8()..end).unwrap_or_default();
        if kind == Kind::LamAlef {
            let mut letters = rest.splitn(2, is_ligating_alef);
            rest = letters.nth(1).unwrap_or_default();
            let joining = Joining::Right;
            last.letter = Some(Neighbour { joining, level });
        }
        last.see_hidden(rest, level, units);
    }
    if let Some(after) = after {
        last.see(after, None, units);
    }
}

/// The last letter or joining control on the way through a line.
struct Last {
    letter: Option<Neighbour>,
    /// The unit whose glyph it decides.
    owner: Option<usize>,
}

impl Last {
    /// Goes on to the next letter; whether the two join.
    fn see(&mut self, next: Neighbour, owner: Option<usize>, units: &mut [Unit<'_>]) -> bool {
        let is_joined = self.letter.is_some_and(|last| joins(last, next));
        if is_joined && let Some(unit) = self.owner.and_then(|place| units.get_mut(place)) {
            unit.joins_after = true;
        }
        self.letter = Some(next);
        self.owner = owner;
        is_joined
    }

    /// Goes over marks and controls: ZWJ makes letters join, ZWNJ and isolates part them.
    fn see_hidden(&mut self, hidden: &str, level: u8, units: &mut [Unit<'_>]) {
        for c in hidden.chars() {
            let joining = Properties::of(c).joining();
            if joining != Joining::Transparent {
                self.see(Neighbour { joining, level }, None, units);
            }
        }
    }
}

/// Whether two letters, the second after the first, join.
fn joins(first: Neighbour, second: Neighbour) -> bool {
    first.joining.reaches_on()
        && second.joining.reaches_back()
        && (first.level % 2 == second.level % 2
            || first.joining == Joining::Causing
            || second.joining == Joining::Causing)
}

impl Unit<'_> {
    /// Writes what is drawn.
    pub(super) fn write_glyph(&self, glyphs: &mut String) {
        let shape = |c| {
            if self.joins_before || self.joins_after {
                joining::form(c, self.joins_before, self.joins_after)
            } else if self.level % 2 == 1 {
                mirrored(c)
            } else {
                c
            }
        };
        let mut chars = self.core.chars();
        match self.kind {
            Kind::Empty => {}
            Kind::Verbatim => {
                if let Some(base) = chars.next() {
                    glyphs.push(shape(base));
                    glyphs.push_str(chars.as_str());
                }
            }
            Kind::LamAlef => {
                let alef = chars.clone().find(|&c| is_ligating_alef(c));
                let ligature = alef.and_then(|alef| joining::ligature(alef, self.joins_before));
                glyphs.extend(ligature);
                let marks =
                    chars.filter(|&c| char_width(c) == 0 && !Properties::of(c).is_dropped());
                glyphs.extend(marks.take(MAX_MARKS));
            }
            Kind::Composed => {
                if width::is_emoji_sequence(self.core) {
                    glyphs.push_str(self.core);
                } else {
                    self.compose(glyphs, shape);
                }
            }
        }
    }

    /// The base and its marks, without what is hidden.
    fn compose(&self, glyphs: &mut String, shape: impl Fn(char) -> char) {
        let mut has_base = false;
        let mut marks = 0;
        for c in self.core.chars() {
            if Properties::of(c).is_dropped() || (has_base && is_skin_tone(c)) {
                continue;
            }
            if is_white_control(c) {
                if !has_base {
                    glyphs.push(' ');
                    has_base = true;
                }
            } else if char_width(c) > 0 {
                glyphs.push(shape(c));
                has_base = true;
            } else if marks < MAX_MARKS {
                if !has_base {
                    glyphs.push(MARK_CARRIER);
                    has_base = true;
                }
                glyphs.push(c);
                marks += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::text::{LineSpan, Paragraph, ParagraphStyle};

    /// The glyphs of a text on one line, from its logical start in right-to-left text.
    fn glyphs(text: &str) -> Vec<String> {
        let text: Arc<str> = text.into();
        let paragraph = Paragraph::new(&text, 0..text.len(), &ParagraphStyle::default());
        let line = paragraph.line(&LineSpan {
            bytes: 0..text.len(),
            hang: 0,
            hyphen: false,
        });
        let mut glyphs: Vec<String> = line.cells().map(|cell| cell.glyph.to_owned()).collect();
        if paragraph.level() == 1 {
            glyphs.reverse();
        }
        glyphs
    }

    #[test]
    fn letters_join_over_marks_and_invisible_controls() {
        assert_eq!(glyphs("بِب"), ["\u{FE91}\u{650}", "\u{FE90}"]);
        assert_eq!(glyphs("ب\u{AD}\u{200F}ب"), ["\u{FE91}", "\u{FE90}"]);
        assert_eq!(glyphs("ب\u{200C}ب"), ["ب", "ب"]);
        assert_eq!(glyphs("ب\u{2067}ب\u{2069}"), ["ب", "ب"]);
        assert_eq!(glyphs("ب\u{200D} ب"), ["\u{FE91}", " ", "ب"]);
        assert_eq!(glyphs("\u{200D}ب"), ["\u{FE90}"]);
        assert_eq!(glyphs("هـ\u{200D} لا"), ["\u{FEEB}", "ـ", " ", "\u{FEFB}"]);
    }

    #[test]
    fn letters_do_not_join_where_the_direction_turns() {
        let all = glyphs("ب\u{202D}ب\u{202C}");
        assert_eq!(all, ["ب", "ب"]);
    }

    #[test]
    fn neighbours_of_letters_without_forms_join() {
        // Uyghur and Kurdish.
        assert_eq!(
            glyphs("کوردستان"),
            [
                "\u{FB90}", "\u{FEEE}", "ر", "د", "\u{FEB3}", "\u{FE98}", "\u{FE8E}", "ن"
            ]
        );
        assert_eq!(glyphs("بەڵێ"), ["\u{FE91}", "\u{FEEA}", "ڵ", "ێ"]);
        assert_eq!(glyphs("بڵب"), ["\u{FE91}", "ڵ", "\u{FE90}"]);
    }

    #[test]
    fn lam_alef_keeps_the_marks_of_both() {
        assert_eq!(glyphs("ألَاً"), ["أ", "\u{FEFB}\u{64E}\u{64B}"]);
        assert_eq!(glyphs("بلّأ"), ["\u{FE91}", "\u{FEF8}\u{651}"]);
    }

    #[test]
    fn the_rest_is_drawn_without_what_nobody_sees() {
        assert_eq!(glyphs("❤\u{FE0F}👍🏽"), ["❤", "👍"]);
        assert_eq!(glyphs("👩\u{200D}🚀!"), ["👩\u{200D}🚀", "!"]);
        assert_eq!(
            glyphs("\u{301}a\t\u{1B}[b"),
            ["\u{25CC}\u{301}", "a", " ", "[", "b"]
        );
        assert_eq!(
            glyphs(&format!("e{}", "\u{301}".repeat(20))),
            [format!("e{}", "\u{301}".repeat(8))]
        );
        assert_eq!(glyphs("क्षि"), ["क्", "षि"]);
        assert_eq!(glyphs("(א)"), [")", "א", "("]);
        assert!(glyphs("\u{200E}\u{2067}\u{AD}").is_empty());
    }
}
