//! Everything that a text mentions: names, and dates and amounts beside them.

use super::entities::Recogniser;
use super::quantities::quantities;
use crate::corpus::{LanguageTag, Mention, Quantity};

/// The names in a text, and its dates and amounts: each in order, in bytes of the
/// text, none overlapping another.
///
/// A whole article belongs in one call, as [`Recogniser::mentions`] says.
#[must_use]
pub fn mentions(
    recogniser: &Recogniser,
    text: &str,
    language: &LanguageTag,
) -> (Vec<Mention>, Vec<Quantity>) {
    let mut names = recogniser.mentions(text, language);
    let mut quantities = quantities(text, language);
    part(&mut names, &mut quantities, text);
    (names, quantities)
}

/// Makes names and quantities of one text not overlap: a name that holds a digit
/// (`Boeing 747`) is a name, and so is one that lies across the end of a quantity;
/// one inside a quantity (`5 million US dollars`) is a part of that. Both are in
/// order before and after.
fn part(names: &mut Vec<Mention>, quantities: &mut Vec<Quantity>, text: &str) {
    let has_digit = |name: &Mention| {
        let written = text.get(name.bytes.clone()).unwrap_or_default();
        written.chars().any(char::is_numeric)
    };
    let mut first = 0;
    quantities.retain(|quantity| {
        let bytes = &quantity.bytes;
        while names
            .get(first)
            .is_some_and(|name| name.bytes.end <= bytes.start)
        {
            first += 1;
        }
        let others = names.iter().skip(first);
        !others
            .take_while(|name| name.bytes.start < bytes.end)
            .any(|name| {
                has_digit(name) || name.bytes.start < bytes.start || name.bytes.end > bytes.end
            })
    });
    let mut rest = quantities.iter().peekable();
    names.retain(|name| {
        while rest
            .next_if(|quantity| quantity.bytes.end <= name.bytes.start)
            .is_some()
        {}
        rest.peek()
            .is_none_or(|quantity| quantity.bytes.start >= name.bytes.end)
    });
}

#[cfg(test)]
mod tests {
    use super::mentions;
    use crate::analysis::entities::Recogniser;
    use crate::corpus::LanguageTag;

    #[test]
    fn names_and_amounts_do_not_overlap() {
        let text = "In May 2024 Japan paid 5 million US dollars to Tokyo, 120 km away.";
        let (names, amounts) = mentions(Recogniser::embedded(), text, &LanguageTag::new("en"));
        let names: Vec<_> = names
            .iter()
            .map(|name| text.get(name.bytes.clone()).unwrap())
            .collect();
        let amounts: Vec<_> = amounts
            .iter()
            .map(|amount| text.get(amount.bytes.clone()).unwrap())
            .collect();
        assert_eq!(names, ["Japan", "Tokyo"]);
        assert_eq!(amounts, ["May 2024", "5 million US dollars", "120 km"]);
    }

    #[test]
    fn a_name_that_holds_a_digit_is_a_name() {
        let text = "The G20 met on 9 May 2024.";
        let (names, amounts) = mentions(Recogniser::embedded(), text, &LanguageTag::new("en"));
        assert_eq!(names.len(), 1);
        assert_eq!(text.get(names[0].bytes.clone()), Some("G20"));
        assert_eq!(amounts.len(), 1);
    }
}
