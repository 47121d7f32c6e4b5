//! What holds for any text: generated from an alphabet of everything that has
//! ever broken a text layout.

#[path = "invariants/fold.rs"]
mod fold;
#[path = "invariants/layout.rs"]
mod layout;
#[path = "invariants/sanitize.rs"]
mod sanitize;

use nashra::text::{BaseDirection, Direction, ParagraphStyle};
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces of text that mean trouble, by kind.
const PIECES: &[&[&str]] = &[
    // letters that join, and lam with its alefs
    &[
        "ل", "ا", "أ", "آ", "ٱ", "ب", "د", "ه", "ی", "ہ", "ە", "ښ", "ڵ", "ء", "ـ", "ﻻ", "ﺍ", "ﷺ",
        "﷽",
    ],
    // letters of other scripts
    &[
        "a", "W", "ß", "ü", "é", "ﬁ", "א", "ש", "я", "Ω", "ı", "İ", "ა", "Ж",
    ],
    // clusters that are wide, tall or long
    &[
        "漢", "字", "ｱ", "が", "カ", "ﾞ", "한", "\u{1112}", "\u{1161}", "\u{11ab}", "क", "्", "ष",
        "ि", "नी", "ก", "ำ", "ื", "่", "நி", "ក", "្", "ꀀ", "𐎀", "𞤀",
    ],
    // digits and signs
    &[
        "1", "23", "٤", "۵", "%", "$", "-", "+", ".", ",", ":", "/", "#", "…", "،", "؟", "।",
    ],
    // what has a partner
    &[
        "(", ")", "[", "]", "{", "}", "<", ">", "«", "»", "“", "”", "\"", "'", "⟨", "⟩", "（", "）",
    ],
    // white space
    &[
        " ", "  ", "\t", "\u{a0}", "\u{2009}", "\u{202f}", "\u{3000}", "\u{2003}",
    ],
    // line ends
    &[
        "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{1c}", "\u{b}", "\u{c}",
    ],
    // marks
    &[
        "\u{301}", "\u{308}", "\u{30a}", "\u{323}", "َ", "ّ", "ٔ", "ٓ", "ָ", "ּ", "\u{20e3}", "\u{3099}",
        "\u{345}", "\u{34f}",
    ],
    // bidi controls
    &[
        "\u{202a}", "\u{202b}", "\u{202c}", "\u{202d}", "\u{202e}", "\u{2066}", "\u{2067}",
        "\u{2068}", "\u{2069}", "\u{200e}", "\u{200f}", "\u{61c}",
    ],
    // other invisible characters
    &[
        "\u{200b}",
        "\u{200c}",
        "\u{200d}",
        "\u{ad}",
        "\u{2060}",
        "\u{feff}",
        "\u{fe0e}",
        "\u{fe0f}",
        "\u{180b}",
        "\u{e0001}",
        "\u{e0067}",
        "\u{e007f}",
        "\u{fff9}",
        "\u{115f}",
        "\u{3164}",
        "\u{600}",
    ],
    // emoji and their parts
    &[
        "👍",
        "🏽",
        "👨",
        "👩\u{200d}",
        "❤\u{fe0f}",
        "🇦",
        "🇲",
        "🏴",
        "✈",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        "👨\u{200d}👩\u{200d}👧",
        "1\u{fe0f}\u{20e3}",
        "⌚",
    ],
    // controls and what is no character
    &[
        "\0",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{9b}",
        "\u{7}",
        "\u{fffe}",
        "\u{fdd0}",
        "\u{10ffff}",
        "\u{fffd}",
        "\u{e000}",
        "\u{fffc}",
    ],
    // words that are divided, and words that cannot be
    &[
        "Donaudampfschifffahrt ",
        "internationalization ",
        "والمستشفيات ",
        "https://example.org/a?b=c ",
        "ประเทศไทย",
        "wwwwwwwwwwwwwwwwwwwwwwww",
    ],
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => select(PIECES).prop_flat_map(select).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(piece(), 0..40),
        1 => prop::collection::vec(piece(), 100..300),
    ]
    .prop_map(|pieces| pieces.concat())
}

fn style() -> impl Strategy<Value = ParagraphStyle> {
    (
        select(vec![
            BaseDirection::Auto,
            BaseDirection::Ltr,
            BaseDirection::Rtl,
        ]),
        select(vec![None, Some(Direction::Ltr), Some(Direction::Rtl)]),
        select(vec![None, Some("de"), Some("ar"), Some("th"), Some("en")]),
        prop::bool::weighted(0.2),
    )
        .prop_map(
            |(base, context, language, in_logical_order)| ParagraphStyle {
                base,
                context,
                language: language.map(Into::into),
                in_logical_order,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(3_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn layout_holds_for_any_text(text in text(), style in style(), columns in prop_oneof![8 => 2usize..30, 1 => 0usize..2, 1 => 80usize..200]) {
        let checked = layout::check_text(&text, &style, columns);
        prop_assert_eq!(checked, Ok(()));
    }

    #[test]
    fn what_comes_out_of_sanitize_is_harmless_and_stable(text in text()) {
        prop_assert_eq!(sanitize::check_sanitized(&text), Ok(()));
    }

    #[test]
    fn folding_maps_back_in_order(text in text()) {
        prop_assert_eq!(fold::check_folded(&text), Ok(()));
    }
}
