//! The signs that the interface draws with, each with what stands for it in ASCII.
//!
//! They take one cell in most terminals, and two where East Asian letters are at home
//! (East Asian Width A). No private-use character is among them.

use std::borrow::Cow;

/// Makes the enum and its table from one list: what is drawn, and its ASCII.
macro_rules! signs {
    ($($(#[$doc:meta])* $variant:ident = $drawn:literal, $ascii:literal;)+) => {
        /// A sign of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign {
            $($(#[$doc])* $variant,)+
        }

        impl Sign {
            /// Every sign, in the order in which terminals are asked for their widths.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The sign itself: one character.
            #[must_use]
            pub const fn drawn(self) -> &'static str {
                match self { $(Self::$variant => $drawn,)+ }
            }

            /// What stands for it in ASCII: one character.
            #[must_use]
            pub const fn ascii(self) -> &'static str {
                match self { $(Self::$variant => $ascii,)+ }
            }

            /// The sign that a character is.
            #[must_use]
            pub fn of(character: &str) -> Option<Self> {
                match character { $($drawn => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

signs! {
    /// An unread article.
    Unread = "●", "N";
    /// A starred article.
    Star = "★", "*";
    /// The row under the cursor.
    Cursor = "▌", ">";
    /// Between two panes.
    Separator = "│", "|";
    /// The same beside the pane that has the focus.
    SeparatorFocused = "┃", "#";
    /// Above a reader that stands below the list.
    Rule = "─", "-";
    /// Text that was cut.
    Ellipsis = "…", "~";
    /// What is not shown.
    More = "⋯", "~";
    /// The line of the current hit, beside text that runs left to right.
    Hit = "▸", ">";
    /// The same beside text that runs right to left.
    HitRtl = "◂", "<";
    /// Where the last page ended, beside text that runs left to right; between crumbs.
    PageEnd = "›", ">";
    /// The same beside text that runs right to left.
    PageEndRtl = "‹", "<";
    /// Page furniture.
    Furniture = "¦", ":";
    /// Between two fields of a line.
    Dot = "·", ".";
}

/// A text of the interface with ASCII for its signs.
#[must_use]
pub fn in_ascii(text: &str) -> Cow<'_, str> {
    let is_sign = |c: char| Sign::of(c.encode_utf8(&mut [0; 4])).is_some();
    if text.is_ascii() || !text.contains(is_sign) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    for character in text.chars() {
        match Sign::of(character.encode_utf8(&mut [0; 4])) {
            Some(sign) => written.push_str(sign.ascii()),
            None => written.push(character),
        }
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_one_character_and_so_is_its_ascii() {
        for sign in Sign::ALL {
            assert_eq!(sign.drawn().chars().count(), 1);
            assert!(sign.ascii().len() == 1 && sign.ascii().is_ascii());
            assert_eq!(Sign::of(sign.drawn()), Some(*sign));
            let private = |c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
            assert!(!sign.drawn().contains(private));
        }
    }

    #[test]
    fn letters_stay_as_they_are() {
        assert_eq!(in_ascii("List 2/5 · unread 3"), "List 2/5 . unread 3");
        assert_eq!(in_ascii("سفينة …"), "سفينة ~");
        assert!(matches!(in_ascii("Ägypten"), Cow::Borrowed("Ägypten")));
    }
}
