//! What dates and amounts are made of: numbers, signs and known words.

use super::lexicon::{Lexicon, Meaning, lexicon};
use crate::analysis::entities::script::{
    Writing, default_language, is_sign, is_word, writes, writing,
};
use crate::text::fold::Folded;

/// The longest ending that a word may have, in bytes.
const LONGEST_ENDING: usize = 8;
/// The least bytes of a word that may have an ending.
const LEAST_STEM: usize = 4;

/// The number of blocks of letters of which is remembered whose words count.
const KNOWN: usize = 64;

/// A piece of the folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its first byte in the folded text.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    pub kind: Kind,
}

/// What a piece is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// A run of decimal digits.
    Digits,
    /// A punctuation mark or another sign.
    Sign(char),
    /// A phrase of the lexicon.
    Phrase(&'static [Meaning]),
    /// Anything else, a word or many.
    Other,
    /// An empty line.
    Break,
}

/// Takes a text to pieces.
pub(super) struct Tokeniser<'a> {
    source: &'a str,
    folded: &'a Folded,
    language: &'a str,
    own: Option<&'static Lexicon>,
    /// The words that count for letters of blocks that were asked for.
    known: [Option<(u32, Option<&'static Lexicon>)>; KNOWN],
    tokens: Vec<Token>,
}

impl<'a> Tokeniser<'a> {
    /// A tokeniser of a text in a language given by its base tag.
    pub(super) fn new(source: &'a str, folded: &'a Folded, language: &'a str) -> Self {
        Self {
            source,
            folded,
            language,
            own: lexicon(language),
            known: [None; KNOWN],
            tokens: Vec::new(),
        }
    }

    /// The pieces of the text in order; what means nothing here is put together.
    pub(super) fn tokens(mut self) -> Vec<Token> {
        let text = self.folded.text.as_str();
        let mut at = 0;
        let mut before = ' ';
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let end = match c {
                ' ' => at + 1,
                '0'..='9' => self.digits(at),
                _ => self.piece(at, c, before),
            };
            before = text
                .get(at..end)
                .and_then(|piece| piece.chars().next_back())
                .unwrap_or(' ');
            at = end;
        }
        self.tokens
    }

    /// Takes a run of digits; its end.
    fn digits(&mut self, at: usize) -> usize {
        let rest = self.folded.text.as_bytes().get(at..).unwrap_or_default();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + digits;
        let written = self.source.get(self.folded.source(at..end));
        // Folding makes digits of raised ones and of those in circles, which are notes.
        let raised = |c: char| c.is_numeric() && !c.is_ascii() && is_note(c);
        let kind = match written {
            Some(written) if !written.contains(raised) => Kind::Digits,
            _ => Kind::Other,
        };
        self.push(at, end, kind);
        end
    }

    /// Takes a phrase, a word or a sign; its end.
    fn piece(&mut self, at: usize, c: char, before: char) -> usize {
        let text = self.folded.text.as_str();
        let rest = text.get(at..).unwrap_or_default();
        let starts = !is_word(before)
            || before.is_ascii_digit()
            || !is_word(c)
            || writing(before) != Writing::Spaced
            || writing(c) != Writing::Spaced
            || is_hangul(before);
        if starts && let Some(lexicon) = self.lexicon(c) {
            let ends = |end: usize| may_end(rest, end, lexicon.suffixes);
            if let Some(phrase) = lexicon.longest(rest, ends) {
                let end = at + phrase.end;
                self.push(at, end, Kind::Phrase(phrase.meanings));
                return end;
            }
            // "And", "in", "for" of Arabic are letters before the word.
            let inner = at + c.len_utf8();
            let rest = text.get(inner..).unwrap_or_default();
            let ends = |end: usize| may_end(rest, end, false);
            if matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك')
                && let Some(phrase) = lexicon.longest(rest, ends)
            {
                self.push(at, inner, Kind::Other);
                self.push(inner, inner + phrase.end, Kind::Phrase(phrase.meanings));
                return inner + phrase.end;
            }
        }
        if !is_word(c) {
            self.push(at, at + c.len_utf8(), Kind::Sign(c));
            return at + c.len_utf8();
        }
        let end = at + word_len(rest);
        self.push(at, end, Kind::Other);
        end
    }

    /// The words that count for a letter.
    fn lexicon(&mut self, c: char) -> Option<&'static Lexicon> {
        if self.own.is_some() && c.is_ascii() && !c.is_ascii_alphabetic() {
            return self.own;
        }
        // Scripts begin and end between blocks of sixteen letters; two are large.
        let block = match c {
            '\u{3400}'..='\u{9FFF}' => 0x340,
            '\u{AC00}'..='\u{D7A3}' => 0xAC0,
            c => u32::from(c) >> 4,
        };
        let place = block as usize % KNOWN;
        if let Some(Some((known, lexicon))) = self.known.get(place)
            && *known == block
        {
            return *lexicon;
        }
        let found = match self.own {
            Some(own) if writes(self.language, c) => Some(own),
            _ => lexicon(default_language(c)),
        };
        if let Some(known) = self.known.get_mut(place) {
            *known = Some((block, found));
        }
        found
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        let last = self.tokens.last_mut();
        if let (Kind::Other, Some(last)) = (kind, last)
            && matches!(last.kind, Kind::Other)
        {
            last.end = end;
            return;
        }
        if let Some(last) = self.tokens.last().copied()
            && last.end < start
            && !matches!((last.kind, kind), (Kind::Other, _) | (_, Kind::Other))
        {
            let gap = self.source.get(self.folded.source(last.end..start));
            // Folding makes a space of an empty line too.
            if gap.is_none_or(|gap| gap.matches('\n').count() > 1) {
                self.tokens.push(Token {
                    start: last.end,
                    end: start,
                    kind: Kind::Break,
                });
            }
        }
        self.tokens.push(Token { start, end, kind });
    }
}

/// Whether a phrase may end at a byte of the text that begins with it.
fn may_end(text: &str, end: usize, suffixes: bool) -> bool {
    let Some((phrase, rest)) = text.split_at_checked(end) else {
        return false;
    };
    let (Some(last), Some(next)) = (phrase.chars().next_back(), rest.chars().next()) else {
        return true;
    };
    if !is_word(last) || !is_word(next) || next.is_ascii_digit() {
        return true;
    }
    if is_sign(next) {
        return false;
    }
    if writing(last) != Writing::Spaced || writing(next) != Writing::Spaced || is_hangul(last) {
        return true;
    }
    suffixes && phrase.len() >= LEAST_STEM && {
        let ending = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        ending <= LONGEST_ENDING
    }
}

/// The length of the word at the start of a text: to the digits in it where the
/// script writes them against words, else with them.
fn word_len(text: &str) -> usize {
    let mut end = 0;
    let cased = text.starts_with(char::is_lowercase);
    for c in text.chars() {
        let joins = c.is_ascii_alphanumeric() || is_word(c) && writing(c) == Writing::Spaced;
        if end > 0 && (!joins || c.is_ascii_digit() && !cased) {
            break;
        }
        end += c.len_utf8();
        if !joins {
            break;
        }
    }
    end
}

/// Whether a digit is no part of a number: raised, lowered, in a
/// circle, or a fraction.
fn is_note(c: char) -> bool {
    matches!(u32::from(c), 0xB2 | 0xB3 | 0xB9 | 0xBC..=0xBE | 0x2150..=0x215F | 0x2070..=0x209F | 0x2460..=0x24FF | 0x2776..=0x2793)
}

/// Whether a character is a syllable of Korean, whose particles join any word.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}
