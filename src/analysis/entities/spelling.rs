//! What folding takes away and a name is still told apart by: capitals, and
//! the marks of Latin letters.

use unicode_normalization::UnicodeNormalization;

/// How a text uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Casing {
    /// Names can be told by their capitals.
    Mixed,
    /// No letter is a capital: nothing can be told.
    Lower,
}

impl Casing {
    /// The casing of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut lower = false;
        for c in text.chars() {
            if c.is_uppercase() {
                return Self::Mixed;
            }
            lower |= c.is_lowercase();
        }
        if lower { Self::Lower } else { Self::Mixed }
    }
}

/// The most letters of an abbreviation that must be written in capitals.
const SHORT: usize = 3;

/// Whether `source` has the capitals that `form` has: one at its start, and
/// all of them where the form is an abbreviation, of which a longer one may be
/// written like a word (NATO, Nato; but never Us for US).
pub(super) fn has_capitals(form: &str, source: &str, casing: Casing) -> bool {
    let first = |text: &str| text.chars().find(|c| c.is_alphabetic());
    let (Some(expected), Some(actual)) = (first(form), first(source)) else {
        return true;
    };
    if !expected.is_uppercase() {
        return true;
    }
    let count = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let letters = count(form);
    if casing == Casing::Lower {
        return letters > SHORT;
    }
    let shouted = |text: &str| !text.chars().any(char::is_lowercase);
    if !shouted(form) {
        // XI is a number, Xi a name.
        return actual.is_uppercase() && (letters > SHORT || !shouted(source));
    }
    if letters > 1 && letters <= SHORT {
        // Endings are in small letters behind an abbreviation: USAs.
        let mut capitals = source.chars().filter(|c| c.is_alphabetic()).take(letters);
        return capitals.all(char::is_uppercase);
    }
    actual.is_uppercase()
}

/// The share of words with a capital, in hundredths, from which a line is a
/// headline in title case.
const TITLE_CASE: usize = 65;
/// The fewest words that tell.
const TITLE_WORDS: usize = 4;

/// Whether a line has capitals on most of its longer words, as headlines in
/// English have.
pub(super) fn is_title_cased(line: &str) -> bool {
    let words = line
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().nth(3).is_some());
    let (all, capital) = words.fold((0_usize, 0_usize), |(all, capital), word| {
        (
            all + 1,
            capital + usize::from(word.starts_with(char::is_uppercase)),
        )
    });
    all >= TITLE_WORDS && capital * 100 >= all * TITLE_CASE
}

/// Whether `source` is written in katakana if `form` is: まり is not Mali.
pub(super) fn has_kana(form: &str, source: &str) -> bool {
    let katakana = |text: &str| text.contains(|c| matches!(c, '\u{30A1}'..='\u{30FA}'));
    let hiragana = |text: &str| text.contains(|c| matches!(c, '\u{3041}'..='\u{3096}'));
    hiragana(form) || !hiragana(source) || !katakana(form)
}

/// Whether the marks of `source` are those of `form`, or fewer: Zurich is
/// Zürich, but ảnh "picture" is not Anh "England". Only Latin letters are
/// compared; other scripts keep what tells words apart when they are folded.
///
/// With `strict` fewer marks are no match: in Vietnamese they make another word.
pub(super) fn has_marks(form: &str, source: &str, strict: bool) -> bool {
    let latin =
        |c: char| c.is_alphabetic() && u32::from(c) < 0x250 || matches!(c, '\u{1E00}'..='\u{1EFF}');
    if source.is_ascii() && (form.is_ascii() || !strict) || !form.contains(latin) {
        return true;
    }
    let mut expected = marks(form);
    if strict {
        return expected.eq(marks(source));
    }
    marks(source).all(|mark| expected.any(|e| e == mark))
}

/// The marks of the letters of a text, in their order; the stroke of đ is one.
fn marks(text: &str) -> impl Iterator<Item = char> {
    text.nfd().filter_map(|c| match c {
        'đ' | 'Đ' => Some('đ'),
        '\u{300}'..='\u{36F}' => Some(c),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals() {
        assert!(has_capitals("Moskau", "Moskaus", Casing::Mixed));
        assert!(!has_capitals("Nice", "nice", Casing::Mixed));
        assert!(has_capitals("Nice", "nice", Casing::Lower));
        assert!(!has_capitals("US", "us", Casing::Mixed));
        assert!(!has_capitals("US", "Us", Casing::Mixed));
        assert!(!has_capitals("US", "us", Casing::Lower));
        assert!(has_capitals("NATO", "Nato", Casing::Mixed));
        assert!(has_capitals("al-Shabaab", "al-Shabaab", Casing::Mixed));
        assert!(has_capitals("روسيا", "روسيا", Casing::Mixed));
    }

    #[test]
    fn marks_are_compared() {
        assert!(has_marks("Zürich", "Zurich", false));
        assert!(has_marks("Zürich", "Zürich", false));
        assert!(!has_marks("Anh", "ảnh", false));
        assert!(!has_marks("Đức", "Duc", true));
        assert!(!has_marks("Đức", "đục", true));
        assert!(has_marks("Đức", "Đức", true));
    }
}
