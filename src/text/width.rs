//! How many cells a cluster takes. No other file knows.
//!
//! The measure is `wcwidth`'s, which terminals and multiplexers agree on, with
//! `unicode-width`'s tables one code point at a time. It departs from both
//! where terminals disagree among themselves:
//!
//! - Emoji joined by ZWJ, flags and tag sequences take two cells and stay whole.
//! - Variation selectors and skin tones are not drawn and change no width: a
//!   heart with U+FE0F is the heart's own one cell.
//! - A spacing vowel sign takes a cell of its own, in one piece with its letter.
//! - A mark without a base takes one cell.
//! - A tab or another white control takes one cell.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::cluster::Clusters;
use super::properties::Properties;

/// The marks drawn on one base; more are kept in the text but not drawn.
pub(super) const MAX_MARKS: usize = 8;

/// The width in cells of one grapheme cluster (UAX 29); 0 if nothing of it is
/// ever drawn. A conjunct of an Indic script may be wider than two cells.
#[must_use]
pub fn cluster_width(cluster: &str) -> usize {
    pieces(cluster).map(|piece| usize::from(piece.width)).sum()
}

/// The width in cells of a text on one line, as [`super::Paragraph::line`]
/// lays it out: lam and alef take one cell together.
#[must_use]
pub fn text_width(text: &str) -> usize {
    Clusters::new(text, 0..text.len())
        .map(|cluster| cluster.width)
        .sum()
}

/// The same in logical order, where letters do not join and lam and alef take a cell
/// each.
#[must_use]
pub fn logical_width(text: &str) -> usize {
    Clusters::new(text, 0..text.len())
        .apart(true)
        .map(|cluster| cluster.width)
        .sum()
}

/// The cells of one code point: 0, 1 or 2.
pub(super) fn char_width(c: char) -> u8 {
    match c {
        ' '..='~' => 1,
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => 1,
        // Hamza to the last letter of the Arabic alphabet, then Hebrew's.
        '\u{621}'..='\u{64A}' | '\u{5D0}'..='\u{5EA}' => 1,
        // Kana and the unified ideographs.
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' => 2,
        _ => {
            let properties = Properties::of(c);
            if properties.is_dropped() {
                0
            } else if properties.is_spacing_mark() {
                1
            } else {
                // One sign is wider than two there, and one cell in every terminal.
                match c.width() {
                    Some(0) | None => 0,
                    Some(2) => 2,
                    Some(_) => 1,
                }
            }
        }
    }
}

/// What of a cluster is drawn together, in one or two cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The bytes of the cluster.
    pub bytes: Range<usize>,
    /// 0 if nothing is drawn, else 1 or 2.
    pub width: u8,
    /// Whether the glyph is these bytes as they are.
    pub is_verbatim: bool,
}

/// The pieces of a cluster, in logical order: one, but for the conjuncts of
/// Indic scripts, in which terminals give each letter its own cells.
pub(super) fn pieces(cluster: &str) -> impl Iterator<Item = Piece> + '_ {
    let mut from = 0;
    let is_emoji = is_emoji_sequence(cluster);
    std::iter::from_fn(move || {
        let rest = cluster.get(from..).filter(|rest| !rest.is_empty())?;
        let piece = if is_emoji {
            Piece {
                bytes: 0..cluster.len(),
                width: 2,
                is_verbatim: true,
            }
        } else {
            piece(rest, from)
        };
        from = piece.bytes.end;
        Some(piece)
    })
}

/// The first piece of what is left of a cluster, which begins at byte `from`.
fn piece(rest: &str, from: usize) -> Piece {
    let mut end = rest.len();
    let mut width = 0;
    let mut marks = 0;
    let mut is_verbatim = true;
    for (at, c) in rest.char_indices() {
        if Properties::of(c).is_dropped() || (is_skin_tone(c) && width > 0) {
            is_verbatim = false;
            continue;
        }
        if c == '\n' && rest.starts_with('\r') {
            continue;
        }
        match char_width(c) {
            0 => {
                is_verbatim &= width > 0;
                marks += 1;
            }
            wide if width == 0 => {
                is_verbatim &= marks == 0 && !is_white_control(c);
                width = wide;
            }
            1 if width == 1 && Properties::of(c).is_spacing_mark() => width = 2,
            _ => {
                end = at;
                break;
            }
        }
    }
    if width == 0 && marks > 0 {
        width = 1;
    }
    Piece {
        bytes: from..from + end,
        width,
        is_verbatim: is_verbatim && marks <= MAX_MARKS,
    }
}

/// White space that is a control character: drawn as a space.
pub(super) fn is_white_control(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space that takes no cells at a line's end; no-break spaces do.
pub(super) fn is_hanging_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Whether a code point is a skin tone, which is not drawn on a base.
pub(super) fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Whether a cluster is of several code points that draw one emoji: joined by
/// ZWJ, a flag, or followed by tags (UTS 51).
pub(super) fn is_emoji_sequence(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    if is_regional_indicator(first) {
        return chars.next().is_some_and(is_regional_indicator);
    }
    if !Properties::of(first).is_pictographic() {
        return false;
    }
    let mut is_joined = false;
    chars.any(|c| {
        let ends = matches!(c, '\u{E0020}'..='\u{E007F}')
            || (is_joined && Properties::of(c).is_pictographic());
        is_joined = c == '\u{200D}';
        ends
    })
}

/// Whether a cluster draws an emoji, so that its ignorable code points belong
/// to it: one that begins with a pictograph, a flag, or a keycap.
pub(super) fn is_emoji(cluster: &str) -> bool {
    let first = cluster.chars().next();
    first.is_some_and(|c| Properties::of(c).is_pictographic() || is_regional_indicator(c))
        || cluster.ends_with('\u{20E3}')
}

fn is_regional_indicator(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// The grapheme cluster a text begins with.
pub(super) fn first_cluster(text: &str) -> &str {
    text.graphemes(true).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_terminals_agree_on() {
        for (cluster, width) in [
            ("a", 1),
            ("é", 1),
            ("e\u{301}", 1),
            ("中", 2),
            ("한", 2),
            ("\u{1112}\u{1161}\u{11AB}", 2),
            ("ｱ", 1),
            ("—", 1),
            ("“", 1),
            ("…", 1),
            ("\u{FEFB}", 1),
            ("בּ", 1),
            ("กำ", 2),
            ("நி", 2),
            ("லா", 2),
            ("की", 2),
            ("क्षि", 3),
            ("\t", 1),
            ("\r\n", 1),
            ("\u{200B}", 0),
            ("\u{AD}", 0),
            ("\u{FEFF}", 0),
            ("\u{2067}", 0),
            ("\u{1B}", 0),
            ("\u{301}", 1),
        ] {
            assert_eq!(cluster_width(cluster), width, "{cluster:?}");
        }
    }

    #[test]
    fn emoji_are_measured_without_selectors_and_tones() {
        for (cluster, width) in [
            ("👍", 2),
            ("👍🏽", 2),
            ("🏽", 2),
            ("❤", 1),
            ("❤\u{FE0F}", 1),
            ("⌚\u{FE0E}", 2),
            ("1\u{FE0F}\u{20E3}", 1),
            ("🇦🇲", 2),
            ("👩\u{200D}👩\u{200D}👧\u{200D}👦", 2),
            ("❤\u{FE0F}\u{200D}🔥", 2),
            (
                "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
                2,
            ),
        ] {
            assert_eq!(cluster_width(cluster), width, "{cluster:?}");
        }
    }

    #[test]
    fn the_short_cuts_agree_with_the_tables() {
        for c in '\0'..=char::MAX {
            let properties = Properties::of(c);
            if properties.is_alone() && !is_white_control(c) {
                assert_eq!(Some(usize::from(char_width(c))), c.width(), "{c:?}");
            }
        }
    }

    #[test]
    fn conjuncts_fall_into_pieces() {
        let all: Vec<_> = pieces("क्षि")
            .map(|piece| (piece.bytes, piece.width))
            .collect();
        assert_eq!(all, [(0..6, 1), (6..12, 2)]);
    }
}
