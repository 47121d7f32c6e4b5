//! The base direction of a paragraph: UAX 9, P2 and P3, and what they cannot know.

use super::bidi::{self, Class};
use super::{BaseDirection, Direction, ParagraphStyle};

/// How many bytes of a paragraph are read when its strong letters are counted.
const COUNTED: usize = 64 * 1024;

/// The base direction of a paragraph.
///
/// With [`BaseDirection::Auto`] it is that of the first strong letter outside
/// isolates. Where the language's direction is known it corrects that: a
/// paragraph in which over half of the strong letters are of the language's
/// side is of that side, as an Arabic line may begin with a Latin name; so is
/// one without strong letters. Without a language it is then left to right.
pub(super) fn base_direction(text: &str, style: &ParagraphStyle) -> Direction {
    let first = match style.base {
        BaseDirection::Ltr => return Direction::Ltr,
        BaseDirection::Rtl => return Direction::Rtl,
        BaseDirection::Auto => first_strong(text),
    };
    match (first, style.context) {
        (None, context) => context.unwrap_or_default(),
        (Some(first), Some(context)) if first != context && prevails(context, text) => context,
        (Some(first), _) => first,
    }
}

/// The direction of a strong class.
fn strong(class: Class) -> Option<Direction> {
    match class {
        Class::L => Some(Direction::Ltr),
        Class::R | Class::AL => Some(Direction::Rtl),
        _ => None,
    }
}

/// P2: the first strong letter that is in no isolate.
fn first_strong(text: &str) -> Option<Direction> {
    let mut isolates = 0usize;
    for c in text.chars() {
        match bidi::class(c) {
            Class::LRI | Class::RLI | Class::FSI => isolates += 1,
            Class::PDI => isolates = isolates.saturating_sub(1),
            class if isolates == 0 => {
                if let Some(direction) = strong(class) {
                    return Some(direction);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether over half of the strong letters, counted in the first 64 KB, have this direction.
fn prevails(direction: Direction, text: &str) -> bool {
    let mut balance = 0isize;
    for (at, c) in text.char_indices() {
        if at >= COUNTED {
            break;
        }
        if let Some(found) = strong(bidi::class(c)) {
            balance += if found == direction { 1 } else { -1 };
        }
    }
    balance > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn direction(text: &str, base: BaseDirection, context: Option<Direction>) -> Direction {
        let style = ParagraphStyle {
            base,
            context,
            language: None,
            in_logical_order: false,
        };
        base_direction(text, &style)
    }

    #[test]
    fn first_strong_letter_decides() {
        let auto = |text| direction(text, BaseDirection::Auto, None);
        assert_eq!(auto("«12» بيروت"), Direction::Rtl);
        assert_eq!(auto("12 - Beirut"), Direction::Ltr);
        assert_eq!(auto("\u{2067}بيروت\u{2069} Beirut"), Direction::Ltr);
        assert_eq!(auto("\u{2069}\u{2069}בית"), Direction::Rtl);
        assert_eq!(auto("2024 ..."), Direction::Ltr);
        assert_eq!(auto(""), Direction::Ltr);
    }

    #[test]
    fn language_corrects_a_foreign_first_word() {
        let auto = |text, context| direction(text, BaseDirection::Auto, Some(context));
        assert_eq!(
            auto("NASA: هبط المسبار اليوم", Direction::Rtl),
            Direction::Rtl
        );
        assert_eq!(
            auto("NASA landed, (هبط) they say", Direction::Rtl),
            Direction::Ltr
        );
        assert_eq!(
            auto("بيت is Arabic for a house", Direction::Ltr),
            Direction::Ltr
        );
        assert_eq!(
            auto("ab אב", Direction::Rtl),
            Direction::Ltr,
            "half is not over half"
        );
        assert_eq!(auto("2024/5/3", Direction::Rtl), Direction::Rtl);
    }

    #[test]
    fn what_is_asked_for_is_given() {
        let ltr = direction("بيروت", BaseDirection::Ltr, Some(Direction::Rtl));
        assert_eq!(ltr, Direction::Ltr);
        let rtl = direction("Beirut", BaseDirection::Rtl, Some(Direction::Ltr));
        assert_eq!(rtl, Direction::Rtl);
    }
}
