//! What folding makes of each character.

use std::sync::OnceLock;

use smallvec::SmallVec;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_script::{Script, UnicodeScript};

/// What folding makes of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folding {
    /// A letter whose marks fall away.
    Letter(char),
    /// Such a letter, the second letter that can stand for its mark (ASCII).
    Umlaut(char, u8),
    /// Any other character that starts a cluster.
    Other(char),
    /// A combining mark.
    Mark(char),
    /// A character that joins the one before it, if both have a composed form.
    Joining(char),
    /// White space.
    Space,
    /// Nothing.
    Nothing,
    /// Several characters: those of [`expand`], each folded.
    Expand,
}

type Page = [Folding; 256];

/// The answers for the Basic Multilingual Plane, by 256, each worked out when it
/// is first asked for.
static PAGES: [OnceLock<Box<Page>>; 256] = [const { OnceLock::new() }; 256];

/// What folding makes of a character.
pub(super) fn folding(c: char) -> Folding {
    if matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}') {
        return Folding::Other(c);
    }
    let [high, low] = (u32::from(c) as u16).to_be_bytes();
    match PAGES.get(usize::from(high)) {
        Some(page) if u32::from(c) < 0x1_0000 => {
            page.get_or_init(|| fold_page(high))[usize::from(low)]
        }
        _ => fold_char(c),
    }
}

fn fold_page(high: u8) -> Box<Page> {
    let mut page = Box::new([Folding::Nothing; 256]);
    for (low, folding) in (0..).zip(page.iter_mut()) {
        if let Some(c) = char::from_u32(u32::from(high) << 8 | low) {
            *folding = fold_char(c);
        }
    }
    page
}

/// Calls `each` for the characters that stand for one that folds to several.
pub(super) fn expand(c: char, mut each: impl FnMut(char)) {
    if let Some(letters) = spelled(c) {
        return letters.chars().for_each(each);
    }
    // The spacing form of a mark decomposes to a space and the mark; it is no space.
    let mut first = true;
    decompose_compatible(c, |part| {
        if !(first && part == ' ') {
            each(part);
        }
        first = false;
    });
}

fn fold_char(c: char) -> Folding {
    if c.is_whitespace() {
        return Folding::Space;
    }
    if c == '\u{640}' || is_default_ignorable(c) {
        return Folding::Nothing;
    }
    if let Some(kana) = hiragana(c) {
        return Folding::Other(kana);
    }
    if matches!(c, '\u{3099}' | '\u{309A}' | '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}') {
        return Folding::Joining(c);
    }
    if spelled(c).is_some() {
        return Folding::Expand;
    }
    if let Some(digit) = digit(c) {
        return Folding::Other(digit);
    }
    let lower = lowercase(c);
    if lower == 'ø' {
        return Folding::Umlaut('o', b'e');
    }
    let same = family(lower);
    if same != lower {
        return starter(same);
    }
    let mut parts = SmallVec::<[char; 18]>::new();
    decompose_compatible(c, |part| parts.push(part));
    match parts.as_slice() {
        [only] if *only == c && is_combining_mark(c) => Folding::Mark(c),
        [only] if *only == c => starter(lower),
        [other] => fold_char(*other),
        [base, marks @ ..] => match fold_char(*base) {
            Folding::Letter(letter) if marks.iter().all(|mark| is_combining_mark(*mark)) => marks
                .iter()
                .find_map(|mark| second_letter(letter, *mark))
                .map_or(Folding::Letter(letter), |second| {
                    Folding::Umlaut(letter, second)
                }),
            _ => Folding::Expand,
        },
        [] => Folding::Nothing,
    }
}

/// The letter that can stand for a mark on a letter where it cannot be typed.
pub(super) fn second_letter(letter: char, mark: char) -> Option<u8> {
    match (letter, mark) {
        ('a' | 'o' | 'u', '\u{308}') => Some(b'e'),
        ('a', '\u{30A}') => Some(b'a'),
        _ => None,
    }
}

/// A character that starts a cluster, by what happens to marks on it.
fn starter(c: char) -> Folding {
    match c.script() {
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Arabic | Script::Hebrew => {
            Folding::Letter(c)
        }
        _ => Folding::Other(c),
    }
}

/// Simple case folding: the small letter of the capital, which makes one of
/// `σ ς` and of the small letters that differ by style only.
fn lowercase(c: char) -> char {
    let capital = only(c.to_uppercase()).unwrap_or(c);
    only(capital.to_lowercase()).unwrap_or(c)
}

fn only(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}

/// Letters that stand for others: full case folding's `ß`, and ligatures of
/// living spelling.
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'և' => "եւ",
        _ => return None,
    })
}

/// The letter that stands for a family of look-alikes, in lower case.
fn family(c: char) -> char {
    match c {
        // Latin letters with a stroke or a hook, and the dotless i
        'đ' | 'ð' | 'ɗ' => 'd',
        'ħ' => 'h',
        'ł' => 'l',
        'ŧ' => 't',
        'ı' => 'i',
        'ɓ' => 'b',
        'ƙ' => 'k',
        'ƴ' => 'y',
        // ya: alef maksura, Farsi, Pashto and Kurdish, Urdu's final, Kashmiri
        'ى' | 'ی' | 'ې' | 'ۍ' | 'ێ' | 'ے' | 'ؠ' => 'ي',
        'ک' | 'ڪ' => 'ك',
        // heh: ta marbuta, Urdu's two, Kurdish and Uyghur ae
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ٱ' => 'ا',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        '‘' | '’' | '‚' | '‛' | 'ʻ' | 'ʼ' | 'ʹ' | '′' | '`' | '´' | '\u{1FFD}' | '׳' => {
            '\''
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '״' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '־' => '-',
        _ => c,
    }
}

/// Katakana as hiragana; composed hiragana as it is.
fn hiragana(c: char) -> Option<char> {
    match c {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => Some(c),
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60),
        _ => None,
    }
}

/// The ASCII digit of a decimal digit (general category Nd) without a decomposition.
fn digit(c: char) -> Option<char> {
    let index = ZEROS.partition_point(|zero| *zero <= c);
    let zero = *ZEROS.get(index.checked_sub(1)?)?;
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The zeros of all sets of decimal digits that compatibility leaves alone
/// (Unicode 17); the other nine follow each.
#[rustfmt::skip]
const ZEROS: [char; 67] = [
    '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}',
    '\u{BE6}', '\u{C66}', '\u{CE6}', '\u{D66}', '\u{DE6}', '\u{E50}', '\u{ED0}', '\u{F20}',
    '\u{1040}', '\u{1090}', '\u{17E0}', '\u{1810}', '\u{1946}', '\u{19D0}', '\u{1A80}', '\u{1A90}',
    '\u{1B50}', '\u{1BB0}', '\u{1C40}', '\u{1C50}', '\u{A620}', '\u{A8D0}', '\u{A900}', '\u{A9D0}',
    '\u{A9F0}', '\u{AA50}', '\u{ABF0}', '\u{104A0}', '\u{10D30}', '\u{10D40}', '\u{11066}',
    '\u{110F0}', '\u{11136}', '\u{111D0}', '\u{112F0}', '\u{11450}', '\u{114D0}', '\u{11650}',
    '\u{116C0}', '\u{116D0}', '\u{116DA}', '\u{11730}', '\u{118E0}', '\u{11950}', '\u{11BF0}',
    '\u{11C50}', '\u{11D50}', '\u{11DA0}', '\u{11DE0}', '\u{11F50}', '\u{16A60}', '\u{16AC0}',
    '\u{16B50}', '\u{16D70}', '\u{1E140}', '\u{1E2F0}', '\u{1E4F0}', '\u{1E5F1}', '\u{1E950}',
];

/// Unicode's Default_Ignorable_Code_Point.
fn is_default_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}
