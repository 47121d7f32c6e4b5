use unicode_normalization::UnicodeNormalization;

use super::{Needle, fold, fold_key};

#[track_caller]
fn folds(texts: &[&str], key: &str) {
    for text in texts {
        assert_eq!(fold_key(text), key, "{text:?} ({})", text.escape_unicode());
    }
}

/// The parts of the text that a phrase finds.
fn hits<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
    let found = Needle::new(query).find_in(&fold(text));
    found
        .into_iter()
        .map(|range| text.get(range).unwrap())
        .collect()
}

#[test]
fn folds_latin_greek_and_cyrillic() {
    folds(
        &[
            "Tiếng Việt",
            "TIẾNG VIỆT",
            "tie\u{302}\u{301}ng vie\u{323}\u{302}t",
        ],
        "tieng viet",
    );
    folds(&["Đà Nẵng", "đa nang"], "da nang");
    folds(&["Straße", "STRASSE", "STRAẞE"], "strasse");
    folds(&["Łódź", "łodz"], "lodz");
    folds(
        &["İstanbul", "ISTANBUL", "ıstanbul", "i\u{307}stanbul"],
        "istanbul",
    );
    folds(&["Ærøskøbing"], "aeroskobing");
    folds(&["ὈΔΥΣΣΕΎΣ", "Ὀδυσσεύς", "οδυσσευς"], "οδυσσευσ");
    folds(&["Ёлки", "елки", "е\u{308}лки"], "елки");
    folds(&["ﬁn ﬂow Ⅳ ½ ｆｕｌｌ ℃"], "fin flow iv 1⁄2 full °c");
    folds(
        &["Եւրոպա", "Եվրոպա".replace('վ', "ւ").as_str(), "ևրոպա"],
        "եւրոպա",
    );
}

#[test]
fn folds_arabic_of_every_language() {
    folds(&["أحمد", "إحمد", "آحمد", "ٱحمد", "اَحْمَد"], "احمد");
    folds(&["مستشفى", "مستشفی", "مستشفي", "مســتشفی"], "مستشفي");
    folds(&["مكتبة", "مکتبه", "مكتبہ", "ﻣﻜﺘﺒﺔ"], "مكتبه");
    folds(&["مسؤول"], "مسوول");
    folds(&["السَّلَامُ", "السلام", "ﺍﻟﺴﻼﻡ"], "السلام");
    folds(&["می\u{200c}خواهم", "میخواهم"], "ميخواهم");
    folds(&["۱۹۹۸", "١٩٩٨", "1998"], "1998");
    folds(&["كوردستانێ"], "كوردستاني");
    folds(&["پښتو"], "پښتو");
}

#[test]
fn folds_hebrew() {
    folds(&["שָׁלוֹם", "שלום", "ﬠ".replace('ﬠ', "שלום").as_str()], "שלומ");
    folds(&["צה״ל", "צה\"ל"], "צה\"ל");
    folds(&["תל־אביב", "תל-אביב"], "תל-אביב");
}

#[test]
fn keeps_vowels_of_scripts_where_marks_are_letters() {
    folds(&["नरेंद्र मोदी"], "नरेंद्र मोदी");
    folds(&["สวัสดี"], "สวัสดี");
    assert_ne!(fold_key("मोदी"), fold_key("मद"));
    // A nukta is the same letter, composed or not.
    folds(&["\u{958}", "\u{915}\u{93C}"], "\u{915}\u{93C}");
    // Marks in another order than the canonical one are the same text.
    folds(
        &["\u{e01}\u{e48}\u{e38}x", "\u{e01}\u{e38}\u{e48}x"],
        "\u{e01}\u{e38}\u{e48}x",
    );
    folds(&["≠"], "=\u{338}");
}

#[test]
fn folds_east_asian_text() {
    folds(&["プーチン", "ﾌﾟｰﾁﾝ", "フ\u{309A}ーチン"], "ぷーちん");
    folds(&["ガ", "か\u{3099}", "が"], "が");
    folds(&["カ\u{301}\u{3099}", "ガ\u{301}"], "が\u{301}");
    assert_ne!(fold_key("か"), fold_key("が"));
    folds(
        &["한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"],
        "한국",
    );
    folds(&["２０２４年"], "2024年");
}

#[test]
fn folds_spaces_quotes_and_what_cannot_be_seen() {
    folds(
        &[
            "a \t\n\u{a0} b",
            "a\u{3000}b",
            " a b\n",
            "\u{200f}a \u{ad} b",
        ],
        "a b",
    );
    folds(&["l’Ukraine", "l'Ukraine", "lʼUkraine"], "l'ukraine");
    folds(&["“x” – «y»"], "\"x\" - \"y\"");
    folds(&["", "\u{200b}\u{feff}\u{640}", " \n "], "");
    folds(&["✈\u{fe0f}", "✈"], "✈");
}

/// The source of each folded character.
fn map(text: &str) -> Vec<(char, &str)> {
    let folded = fold(text);
    let chars = folded.text.char_indices();
    chars
        .map(|(at, c)| (c, text.get(folded.source(at..at + c.len_utf8())).unwrap()))
        .collect()
}

#[test]
fn maps_every_letter_to_its_source() {
    assert_eq!(
        map("Cafe\u{301}\u{ad}!"),
        [
            ('c', "C"),
            ('a', "a"),
            ('f', "f"),
            ('e', "e\u{301}\u{ad}"),
            ('!', "!")
        ]
    );
    assert_eq!(map("ßX"), [('s', "ß"), ('s', "ß"), ('x', "X")]);
    assert_eq!(map("ȺȾ"), [('ⱥ', "Ⱥ"), ('ⱦ', "Ⱦ")]);
    assert_eq!(
        map("\u{feff}é  \u{a0}b"),
        [('e', "é"), (' ', "  \u{a0}"), ('b', "b")]
    );
    assert_eq!(map("ﻻ١ب"), [('ل', "ﻻ"), ('ا', "ﻻ"), ('1', "١"), ('ب', "ب")]);
    assert_eq!(
        map("ガｶﾞカ\u{3099}"),
        [('が', "ガ"), ('が', "ｶﾞ"), ('が', "カ\u{3099}")]
    );
}

#[test]
fn maps_ranges_and_costs_nothing_where_lengths_agree() {
    for (text, pieces) in [
        ("Plain ASCII", 0),
        ("Владимир Путин", 0),
        ("فلادیمیر", 0),
        ("naïve x", 1),
    ] {
        assert_eq!(fold(text).map.pieces(), pieces, "{text}");
    }
    let folded = fold("aßb");
    assert_eq!(folded.source(0..4), 0..4);
    assert_eq!(folded.source(1..1), 1..1);
    assert_eq!(folded.source(2..2), 1..1);
    assert_eq!(folded.source(4..90), 4..4);
    assert_eq!(folded.source(2..3), 1..3);
}

#[test]
fn finds_german_either_way() {
    assert_eq!(
        hits("müller", "Müller, Mueller, Muller, Mu\u{308}ller"),
        ["Müller", "Mueller", "Muller", "Mu\u{308}ller"]
    );
    assert_eq!(
        hits("mueller", "Müller, Mueller, Muller"),
        ["Müller", "Mueller"]
    );
    assert_eq!(
        hits("muller", "Müller, Mueller, Muller"),
        ["Müller", "Muller"]
    );
    assert_eq!(hits("Goethe", "Göthe goethe gothe"), ["Göthe", "goethe"]);
    assert_eq!(hits("ueber", "Über über uber"), ["Über", "über"]);
    assert_eq!(
        hits("Jørgensen", "Joergensen Jorgensen"),
        ["Joergensen", "Jorgensen"]
    );
    assert_eq!(hits("aarhus", "Århus Aarhus"), ["Århus", "Aarhus"]);
    assert_eq!(hits("strasse", "Straße STRASSE"), ["Straße", "STRASSE"]);
    assert_eq!(hits("neue", "neue neü neu"), ["neue", "neü"]);
    assert_eq!(hits("s", "aß"), ["ß"]);
    assert_eq!(hits("ras", "Straße"), ["raß"]);
    assert_eq!(hits("aeae", "äe äae aeä"), ["äae", "aeä"]);
}

#[test]
fn finds_whole_clusters() {
    assert_eq!(hits("محمد", "مُحَمَّدٌ ومحمد"), ["مُحَمَّدٌ", "محمد"]);
    assert_eq!(hits("मोद", "नरेंद्र मोदी"), ["मोदी"]);
    assert_eq!(hits("\u{93f}", "कि"), ["कि"]);
    assert_eq!(hits("👍", "👍🏽👍"), ["👍🏽", "👍"]);
    assert_eq!(hits("new york", "New\n  York"), ["New\n  York"]);
    assert_eq!(hits("  putin\t", "Putin"), ["Putin"]);
    assert_eq!(hits("aa", "aaaaa"), ["aa", "aa"]);
    assert_eq!(hits("x", "y"), Vec::<&str>::new());
}

#[test]
fn looks_for_nothing_without_letters() {
    for query in ["", " ", "\u{200b}", "ـ"] {
        assert!(Needle::new(query).is_empty());
        assert_eq!(hits(query, "text ـ"), Vec::<&str>::new());
    }
}

#[test]
fn folds_every_character_to_itself_and_both_cases_to_one() {
    // Beyond: ideographs, their compatibility forms, and nothing yet.
    let chars = ('\0'..='\u{1FFFF}').chain('\u{2F800}'..='\u{2FA1F}');
    for c in chars.filter(|c| !c.is_whitespace()) {
        let key = fold_key(&c.to_string());
        assert_eq!(fold_key(&key), key, "{:04X}", u32::from(c));
        // An iota below falls away as the mark it is; its capital is a letter.
        let iota = c.nfkd().any(|part| part == '\u{345}');
        let capital: String = c.to_uppercase().collect();
        assert!(
            iota || fold_key(&capital) == key,
            "{:04X} {key} {capital}",
            u32::from(c)
        );
        for form in [c.nfc().collect::<String>(), c.nfd().collect()] {
            assert_eq!(fold_key(&form), key, "{:04X}", u32::from(c));
        }
    }
}

#[test]
fn survives_hostile_text() {
    let marks = format!("x{}", "\u{301}\u{323}".repeat(50_000));
    assert_eq!(fold_key(&marks), "x");
    let kept = format!("ก{}", "\u{e48}\u{e38}".repeat(50_000));
    assert_eq!(fold(&kept).text.len(), kept.len());
    assert_eq!(hits("ก", &kept), [kept.as_str()]);
    assert_eq!(hits("\u{e48}", &kept), [kept.as_str()]);
    assert_eq!(hits(&"ueü".repeat(3_000), &"ü".repeat(20_000)).len(), 0);
    assert_eq!(hits(&"aa".repeat(40), &"å".repeat(800)).len(), 10);
}
