//! Arabic presentation forms: the glyph of a letter by what it joins to.

use super::tables::{FIRST_FORM, FORMS, LAM_ALEF};

/// The letter that makes one glyph with an alef after it.
pub(super) const LAM: char = '\u{0644}';

/// The presentation form of a letter; the letter itself where it is isolated
/// or has no form of its own, as the terminal's font then draws it right.
pub(super) fn form(letter: char, joins_before: bool, joins_after: bool) -> char {
    let place = match (joins_before, joins_after) {
        (false, false) => return letter,
        (true, false) => 1,
        (false, true) => 2,
        (true, true) => 3,
    };
    let Some(row) = (letter as u32).checked_sub(FIRST_FORM) else {
        return letter;
    };
    let form = FORMS.get(row as usize).map_or(0, |forms| forms[place]);
    match char::from_u32(form.into()) {
        Some(form) if form != '\0' => form,
        _ => letter,
    }
}

/// Whether lam makes one glyph with this letter.
pub(super) fn is_ligating_alef(letter: char) -> bool {
    ligature(letter, false).is_some()
}

/// The one glyph of lam and this letter; `None` if they make none.
pub(super) fn ligature(alef: char, joins_before: bool) -> Option<char> {
    let [_, isolated, last] = LAM_ALEF
        .iter()
        .find(|[letter, ..]| u32::from(*letter) == alef as u32)?;
    char::from_u32(u32::from(if joins_before { *last } else { *isolated }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_take_their_forms() {
        assert_eq!(form('ب', false, false), 'ب');
        assert_eq!(form('ب', false, true), '\u{FE91}');
        assert_eq!(form('ب', true, true), '\u{FE92}');
        assert_eq!(form('ب', true, false), '\u{FE90}');
        assert_eq!(form('ی', true, false), '\u{FBFD}');
    }

    #[test]
    fn letters_without_forms_stay() {
        for letter in ['ټ', 'ښ', 'ڕ', 'ڵ', 'ڠ', 'a', 'א'] {
            assert_eq!(form(letter, true, false), letter);
        }
        assert_eq!(form('\u{06D5}', true, false), '\u{FEEA}');
        assert_eq!(form('\u{06D5}', false, false), '\u{06D5}');
    }

    #[test]
    fn lam_takes_four_alefs() {
        assert_eq!(ligature('ا', false), Some('\u{FEFB}'));
        assert_eq!(ligature('ا', true), Some('\u{FEFC}'));
        assert_eq!(ligature('آ', true), Some('\u{FEF6}'));
        assert_eq!(ligature('\u{0671}', true), None);
    }
}
