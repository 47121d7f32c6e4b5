use std::borrow::Cow;

use super::{sanitize, sanitize_line};

/// Asserts both outcomes, that each is stable, and prints what differs readably.
#[track_caller]
fn becomes(source: &str, text: &str) {
    let got = sanitize(source);
    assert_eq!(
        got.escape_debug().to_string(),
        text.escape_debug().to_string()
    );
    assert!(
        matches!(sanitize(&got), Cow::Borrowed(_)),
        "not stable: {text:?}"
    );
}

#[track_caller]
fn line_becomes(source: &str, line: &str) {
    let got = sanitize_line(source);
    assert_eq!(
        got.escape_debug().to_string(),
        line.escape_debug().to_string()
    );
    assert!(
        matches!(sanitize_line(&got), Cow::Borrowed(_)),
        "not stable: {line:?}"
    );
}

#[test]
fn leaves_text_as_it_is() {
    for text in [
        "",
        "plain\n\ttabbed\n",
        "«Qu’est-ce\u{a0}?» — “naïve”, e\u{301}",
        "می\u{200c}خواهم، Wirt\u{ad}schaft\u{200b}",
        "\u{fd3e}قرآن\u{fd3f} ﷽",
        "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f} 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 🇦🇲",
        "C\u{200e} \u{2067}שלום \u{202a}abc\u{202c}\u{2069}!",
        "漢字、ｶﾅ，",
    ] {
        assert!(
            matches!(sanitize(text), Cow::Borrowed(same) if same == text),
            "{text:?}"
        );
    }
}

#[test]
fn shows_controls_instead_of_obeying_them() {
    becomes("\u{1b}[31mred\u{7}\0\u{7f}", "␛[31mred␇␀␡");
    becomes("\u{9b}31m\u{80}", "\u{fffd}31m\u{fffd}");
    becomes("\u{b}\u{c}\u{1c}", "␋␌␜");
}

#[test]
fn knows_every_line_end() {
    becomes(
        "a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\r\r\n\n",
        "a\nb\nc\nd\ne\nf\n\n\n",
    );
}

#[test]
fn drops_what_hides() {
    becomes("\u{feff}a\u{feff}b\u{fff9}c\u{fffa}d\u{fffb}", "abcd");
    becomes("a\u{e0001}\u{e0068}\u{e0069}\u{e007f}b", "ab");
    becomes("🏴\u{e0067}\u{e0062}", "🏴");
    becomes(
        "🏴\u{e0067}\u{feff}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        "🏴",
    );
    let message: String = std::iter::repeat_n('\u{e0061}', 40).collect();
    becomes(&format!("🏴{message}\u{e007f}"), "🏴");
    becomes(
        "\u{ffff}\u{fdd0}\u{1fffe}\u{10ffff}",
        "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
    );
}

#[test]
fn keeps_bidi_controls_in_pairs_within_the_line() {
    becomes("\u{202e}abc\nd\u{202c}", "\u{202e}abc\u{202c}\nd");
    becomes(
        "\u{2067}\u{202b}a\r\nb",
        "\u{2067}\u{202b}a\u{202c}\u{2069}\nb",
    );
    becomes("a\u{2069}b\u{202c}", "ab");
    becomes("\u{2066}a\u{202c}\u{2069}", "\u{2066}a\u{2069}");
    becomes(
        "\u{2068}\u{202d}a\u{2069}b",
        "\u{2068}\u{202d}a\u{202c}\u{2069}b",
    );
}

#[test]
fn nests_no_deeper_than_levels_go() {
    let open = "\u{2067}".repeat(200);
    let close = "\u{2069}".repeat(200);
    let kept = ("\u{2067}".repeat(62), "\u{2069}".repeat(62));
    becomes(
        &format!("{open}a{close}b"),
        &format!("{}a{}b", kept.0, kept.1),
    );
    becomes(&open, &format!("{}{}", kept.0, kept.1));
}

#[test]
fn gives_presentation_forms_their_letters_back() {
    becomes("ﺍﻟﺴﻼﻡ", "السلام");
    becomes("ﻵ ﷲ", "لآ الله");
    becomes("ﮐﮯ ﭘﭽﮔ", "کے پچگ");
    // A lone vowel sign keeps its space, one in a word must not cut the word.
    becomes("أيضﹰا ﹰ", "أيض\u{64b}ا  \u{64b}");
    becomes("ﻗﹻ", "قـ\u{650}");
}

#[test]
fn makes_one_line() {
    line_becomes(
        "  a \t\r\n b\u{a0}c\u{a0} d\u{3000}e ",
        "a b\u{a0}c d\u{3000}e",
    );
    line_becomes(
        "evil\u{202e}txt.exe\u{2066}\u{61c}\u{200e} \u{200f} x",
        "eviltxt.exe x",
    );
    line_becomes("\u{1b}]0;title\u{7}", "␛]0;title␇");
    line_becomes("\n \u{feff} \u{2028}", "");
    line_becomes("اخبار", "اخبار");
    assert!(matches!(
        sanitize_line(" اخبار اليوم\n"),
        Cow::Borrowed("اخبار اليوم")
    ));
}
