//! Texts such as news have, of every direction and mixed.

use std::ops::Range;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

/// Words by script, and last what stands between words of any.
const POOLS: [&[&str]; 7] = [
    &["Suez", "the", "Ever", "naïve", "cafe\u{301}", "A", "x-ray"],
    &["السفينة", "في", "لا", "وقال", "مَرْحَبًا", "الإسلام", "بـ", "٢٠٢١"],
    &["שלום", "של", "בְּרֵאשִׁית", "ה־", "צה״ל", "אב"],
    &["کشتی", "می\u{200c}شود", "گفت", "پژوهش", "۱۲۳", "۴٫۵"],
    &["船", "運河", "スエズ", "「", "」", "（", "）"],
    &["เรือ", "น้ำ", "ก็", "🚢", "😀", "❤", "★", "●", "−"],
    &[
        "12", "2021", "3.5", "1,000", "50%", "٪٥٠", "+7", "-3", "$5", "€20", "12:30", "1/2", "٣٫٥",
        "#1", "(", ")", "[", "]", "{", "}", "<", ">", "«", "»", "(12)", "(في)", "[א]", "“", "”",
        "\"", "'", "’", "„", ".", ",", ":", "،", "؟", "!", "—", "-", "…", "·", "/", "≤", "\u{a0}",
    ],
];

/// What parts two words, mostly a space.
const GLUE: [&str; 8] = [" ", " ", " ", " ", " ", "", "", ", "];

/// A text with places that are to look otherwise.
#[derive(Clone, Debug)]
pub struct Text {
    pub text: Arc<str>,
    /// Bytes, and the number of a look.
    pub marks: Vec<(Range<usize>, usize)>,
    /// The look of the rest.
    pub look: usize,
}

/// The looks there are to choose from.
pub const LOOKS: usize = 10;

fn look() -> impl Strategy<Value = usize> {
    prop_oneof![3 => Just(0), 2 => 0..LOOKS]
}

pub fn text(words: Range<usize>) -> impl Strategy<Value = Text> {
    let word = (0..10_u8, 0..64_usize, 0..GLUE.len());
    let mark = (0..80_usize, 0..20_usize, 0..LOOKS);
    (0..6_usize, vec(word, words), vec(mark, 0..3), look()).prop_map(
        |(main, words, marks, look)| {
            let mut text = String::new();
            for (kind, piece, glue) in words {
                let pool = match kind {
                    0..=5 => POOLS[main],
                    6..=7 => POOLS[6],
                    other => POOLS[(main + usize::from(other)) % 6],
                };
                text.push_str(pool[piece % pool.len()]);
                text.push_str(GLUE[glue]);
            }
            let marks = marks.into_iter().map(|(at, length, look)| {
                let start = at * text.len() / 80;
                (start..start + 1 + length, look)
            });
            Text {
                marks: marks.collect(),
                text: Arc::from(text),
                look,
            }
        },
    )
}
