//! What of a cell a terminal can show: marks that it would put elsewhere, and
//! signs that it gives two cells, are replaced before anything is sent.

use std::borrow::Cow;

use crate::config::signs::Sign;

/// What a terminal can show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glyphs {
    /// Whether the vowel marks of Arabic are left out.
    pub hide_harakat: bool,
    /// Whether the points of Hebrew are left out.
    pub hide_niqqud: bool,
    /// Signs of the interface that do not take one cell there. Where there are any, all
    /// signs are ASCII: one way of drawing for all of the screen.
    pub wide_signs: Vec<char>,
    /// Whether nothing but ASCII is understood: the terminal does not read UTF-8.
    pub ascii: bool,
}

impl Glyphs {
    /// What to show of a glyph that takes so many cells.
    pub(in crate::term) fn shown<'a>(&self, glyph: &'a str, width: u8) -> Cow<'a, str> {
        if glyph.is_ascii() || *self == Self::default() {
            return Cow::Borrowed(glyph);
        }
        if (self.ascii || !self.wide_signs.is_empty())
            && let Some(sign) = Sign::of(glyph)
        {
            return Cow::Borrowed(sign.ascii());
        }
        if self.ascii {
            return Cow::Owned(in_ascii(glyph, width));
        }
        let hidden =
            |c: char| (self.hide_harakat && is_haraka(c)) || (self.hide_niqqud && is_niqqud(c));
        // A mark without its letter stays: the cell would be empty.
        if glyph.chars().skip(1).any(hidden) {
            let mut kept = String::with_capacity(glyph.len());
            kept.extend(glyph.chars().take(1));
            kept.extend(glyph.chars().skip(1).filter(|c| !hidden(*c)));
            return Cow::Owned(kept);
        }
        Cow::Borrowed(glyph)
    }
}

/// A glyph without what ASCII lacks: the letter without its accents, or `?`.
fn in_ascii(glyph: &str, width: u8) -> String {
    use unicode_normalization::UnicodeNormalization;

    let plain = glyph.nfkd().next().filter(char::is_ascii_graphic);
    let mut shown = plain.unwrap_or('?').to_string();
    while shown.len() < usize::from(width) {
        shown.push('?');
    }
    shown
}

/// The vowel marks of Arabic and what is written like them.
const fn is_haraka(c: char) -> bool {
    matches!(
        c,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
            | '\u{8ca}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}'
    )
}

/// The points and accents of Hebrew.
const fn is_niqqud(c: char) -> bool {
    matches!(
        c,
        '\u{591}'
            ..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_where_they_would_be_misplaced() {
        let hide = Glyphs {
            hide_harakat: true,
            ..Glyphs::default()
        };
        assert_eq!(hide.shown("ﺑ\u{64e}\u{651}", 1), "ﺑ");
        assert_eq!(hide.shown("ש\u{5c1}", 1), "ש\u{5c1}");
        assert_eq!(hide.shown("\u{64e}", 1), "\u{64e}");
        let niqqud = Glyphs {
            hide_niqqud: true,
            ..Glyphs::default()
        };
        assert_eq!(niqqud.shown("ש\u{5c1}\u{5b8}", 1), "ש");
        assert_eq!(Glyphs::default().shown("ﺑ\u{64e}", 1), "ﺑ\u{64e}");
    }

    #[test]
    fn signs_have_a_form_in_ascii() {
        let wide = Glyphs {
            wide_signs: vec!['●'],
            ..Glyphs::default()
        };
        assert_eq!(wide.shown("●", 1), "N");
        assert_eq!(wide.shown("★", 1), "*", "all of them, where one is wide");
        assert_eq!(wide.shown("é", 1), "é");
        let ascii = Glyphs {
            ascii: true,
            ..Glyphs::default()
        };
        for (text, width, shown) in [("★", 1, "*"), ("é", 1, "e"), ("船", 2, "??"), ("ب", 1, "?")]
        {
            assert_eq!(ascii.shown(text, width), shown);
        }
    }
}
