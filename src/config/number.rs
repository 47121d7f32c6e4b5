//! Whole numbers as languages write them (CLDR: digits and grouping).

use fluent_bundle::FluentValue;

/// Which digits the interface writes in its own sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// Those of the language.
    #[default]
    Language,
    /// 0 to 9.
    Latin,
}

/// How a language writes whole numbers.
#[derive(Clone, Copy)]
struct Form {
    zero: char,
    group: char,
}

const ENGLISH: Form = Form {
    zero: '0',
    group: ',',
};
const GERMAN: Form = Form {
    zero: '0',
    group: '.',
};
const ARABIC: Form = Form {
    zero: '\u{660}',
    group: '\u{66c}',
};

fn form(language: &str, digits: Digits) -> Form {
    match (language, digits) {
        ("de", _) => GERMAN,
        ("ar", Digits::Language) => ARABIC,
        _ => ENGLISH,
    }
}

/// The function by which Fluent writes the numbers of a language. Fluent takes a bare
/// function, so there is one for each form.
pub(super) fn formatter<M>(
    language: &str,
    digits: Digits,
) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match form(language, digits) {
        Form { group: '.', .. } => |value, _| whole(value, GERMAN),
        Form { zero: '0', .. } => |value, _| whole(value, ENGLISH),
        _ => |value, _| whole(value, ARABIC),
    }
}

/// Every number of the interface was an `i64`; the cast back saturates.
fn whole(value: &FluentValue<'_>, form: Form) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(number.value as i64, form)),
        _ => None,
    }
}

/// A number with its groups of three.
pub(super) fn written(number: i64, language: &str, digits: Digits) -> String {
    grouped(number, form(language, digits))
}

/// A number without groups: a year, a day.
pub(super) fn digits(number: i64, language: &str, digits: Digits) -> String {
    let form = form(language, digits);
    number.to_string().chars().map(|c| digit(c, form)).collect()
}

fn grouped(number: i64, form: Form) -> String {
    let plain = number.to_string();
    let count = plain.chars().filter(char::is_ascii_digit).count();
    let mut left = count;
    let mut text = String::with_capacity(2 * plain.len());
    for character in plain.chars() {
        if character.is_ascii_digit() {
            if left < count && left.is_multiple_of(3) {
                text.push(form.group);
            }
            left = left.saturating_sub(1);
        }
        text.push(digit(character, form));
    }
    text
}

fn digit(character: char, form: Form) -> char {
    character
        .to_digit(10)
        .and_then(|value| char::from_u32(u32::from(form.zero).saturating_add(value)))
        .unwrap_or(character)
}
