//! Text from outside made harmless, before anything else sees it.
//!
//! What a terminal would obey instead of show (ECMA-48 controls), what would
//! reorder its surroundings (UAX 9 controls without an end) and what hides text
//! (tag characters) is replaced by something visible, bounded or dropped. What
//! carries meaning stays: joiners, soft hyphens, variation selectors, every
//! kind of space, and the form of normalization the text came in.

mod controls;
mod edit;

use std::borrow::Cow;
use std::iter::once;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use controls::{Openers, Verdict, is_bidi_control};
use edit::Edit;

/// Makes a text of several lines harmless.
///
/// - CRLF, a lone CR, NEL, U+2028 and U+2029 become LF; TAB and LF stay.
/// - Every other C0 control and DEL becomes its control picture (U+2400 block),
///   every other C1 control and every noncharacter U+FFFD.
/// - U+FEFF, the annotation controls U+FFF9 to U+FFFB, and tag characters
///   outside the flag of a subdivision are dropped.
/// - Bidi embeddings, overrides and isolates end with their line: those left
///   open are closed, closers of nothing and what nests deeper than UAX 9 can
///   follow are dropped. Marks (LRM, RLM, ALM) stay.
/// - Arabic presentation forms become their letters (NFKC, of these blocks only),
///   so that joining and searching see letters.
///
/// Borrows when nothing changes. Applying it twice is applying it once.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    neutralise(text, BidiControls::Balance)
}

/// Makes a title, a name, a file name or a message harmless, on one line.
///
/// As [`sanitize`], and besides: bidi controls are removed, white space at both
/// ends too, and every run of white space becomes one space. A single space of
/// another kind (no-break, ideographic) stays as it is.
#[must_use]
pub fn sanitize_line(text: &str) -> Cow<'_, str> {
    match neutralise(text, BidiControls::Remove) {
        Cow::Borrowed(text) => collapse_spaces(text),
        Cow::Owned(text) => Cow::Owned(collapse_spaces(&text).into_owned()),
    }
}

/// What to do with the explicit controls of UAX 9.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BidiControls {
    Balance,
    Remove,
}

/// First bytes of the characters that may have to change. Bytes inside a
/// character are never suspect, so a suspect byte starts one.
const SUSPECTS: [bool; 256] = suspects();

/// As [`SUSPECTS`], with the first byte of U+061C, which begins a quarter of all
/// Arabic letters too.
const LINE_SUSPECTS: [bool; 256] = {
    let mut table = suspects();
    table[0xD8] = true;
    table
};

const fn suspects() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte {
            b if b < 0x20 => b != b'\t' as usize,
            0x7F => true,
            0xC2 => true,        // C1 controls
            0xE2 => true,        // separators and bidi controls
            0xEF => true,        // presentation forms, U+FEFF, noncharacters
            0xF0..=0xF4 => true, // noncharacters, flags, tag characters
            _ => false,
        };
        byte += 1;
    }
    table
}

fn neutralise(text: &str, bidi: BidiControls) -> Cow<'_, str> {
    let table = match bidi {
        BidiControls::Balance => &SUSPECTS,
        BidiControls::Remove => &LINE_SUSPECTS,
    };
    let mut edit = Edit::new(text);
    let mut open = Openers::default();
    let mut at = 0;
    while let Some(skip) = text
        .as_bytes()
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| table[usize::from(*byte)]))
    {
        at += skip;
        let Some(rest) = text.get(at..) else { break };
        let Some(c) = rest.chars().next() else { break };
        let end = at + c.len_utf8();
        match c {
            '\n' => open.close(at, &mut edit),
            '\r' if rest.starts_with("\r\n") => edit.remove(at..end),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                open.close(at, &mut edit);
                edit.replace(at..end, '\n');
            }
            '\0'..='\u{1F}' | '\u{7F}' | '\u{80}'..='\u{9F}' => {
                edit.replace(at..end, picture(c));
            }
            '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => {
                edit.remove(at..end);
            }
            '\u{1F3F4}' => {
                at = end + subdivision_tags(text.get(end..).unwrap_or_default());
                continue;
            }
            _ if is_bidi_control(c) => {
                let verdict = match bidi {
                    BidiControls::Balance => open.verdict(c),
                    BidiControls::Remove => Verdict::Drop,
                };
                match verdict {
                    Verdict::Keep => {}
                    Verdict::Drop => edit.remove(at..end),
                    Verdict::CloseFirst(embeddings) => {
                        for _ in 0..embeddings {
                            edit.insert(at, controls::PDF);
                        }
                    }
                }
            }
            _ if is_noncharacter(c) => edit.replace(at..end, char::REPLACEMENT_CHARACTER),
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => letters(c, at..end, &mut edit),
            _ => {}
        }
        at = end;
    }
    open.close(text.len(), &mut edit);
    edit.finish()
}

/// The visible stand-in of a control character: the control pictures show C0
/// and DEL; C1 has no pictures.
fn picture(control: char) -> char {
    let code = u32::from(control);
    match code {
        0..=0x1F => char::from_u32(0x2400 + code),
        0x7F => Some('\u{2421}'),
        _ => None,
    }
    .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The 66 code points that Unicode reserves for a program's own use.
fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

/// Bytes of the tag characters after a black flag (U+1F3F4) that name a
/// subdivision, their terminator included (UTS 51, ED-14a; CLDR's subdivision
/// codes have 3 to 7 letters and digits); 0 where they do not.
fn subdivision_tags(text: &str) -> usize {
    let mut bytes = 0;
    for (count, c) in text.chars().take(8).enumerate() {
        bytes += c.len_utf8();
        match c {
            '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}' => {}
            '\u{E007F}' if count >= 3 => return bytes,
            _ => return 0,
        }
    }
    0
}

/// Replaces an Arabic presentation form by its letters. A vowel sign's form
/// decomposes into a space and the sign; after a letter the space would cut the
/// word, so there the sign comes alone.
fn letters(form: char, bytes: Range<usize>, edit: &mut Edit<'_>) {
    let mut decomposed = once(form).nfkc().peekable();
    if decomposed.peek() == Some(&form) {
        return;
    }
    if decomposed.peek() == Some(&' ') && edit.last(bytes.start).is_some_and(is_arabic) {
        decomposed.next();
    }
    edit.replace_with(bytes, decomposed);
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6EF}' | '\u{6FA}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{870}'..='\u{8FF}')
}

/// Trims, and makes every run of white space one space.
fn collapse_spaces(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let mut edit = Edit::new(text);
    let mut run = 0..0;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if run.end != at {
                run.start = at;
            }
            run.end = at + c.len_utf8();
        } else if run.end == at && at > 0 {
            one_space(text, run.clone(), &mut edit);
        }
    }
    edit.finish()
}

/// Replaces a run of white space by a space, unless it is one that may stay.
fn one_space(text: &str, run: Range<usize>, edit: &mut Edit<'_>) {
    let mut spaces = text.get(run.clone()).unwrap_or_default().chars();
    let stays = spaces.next().is_some_and(|c| !c.is_control()) && spaces.next().is_none();
    if !stays {
        edit.replace(run, ' ');
    }
}

#[cfg(test)]
mod tests;
