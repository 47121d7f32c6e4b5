//! Names in sentences of many languages: found whole, bounded as the language
//! bounds words, led to one id.

#![allow(clippy::unwrap_used, reason = "a test fails where it unwraps nothing")]

use std::collections::{BTreeMap, HashSet};

use nashra::analysis::entities::{Recogniser, asset, key};
use nashra::corpus::{EntityKind, LanguageTag, Mention, Rule};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn mentions(language: &str, text: &str) -> Vec<Mention> {
    Recogniser::embedded().mentions(text, &LanguageTag::new(language))
}

/// Each mention as it is written, with its id.
fn found<'t>(language: &str, text: &'t str) -> Vec<(&'t str, String)> {
    let mentions = mentions(language, text).into_iter();
    mentions
        .map(|m| (text.get(m.bytes).unwrap(), m.canon.to_string()))
        .collect()
}

/// Holds that exactly these names are found.
#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    let found = found(language, text);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(name, id)| (*name, id.as_str()))
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn names_in_many_languages_have_one_id() {
    check(
        "en",
        "Talks in Moscow ended; Vladimir Putin left for Yerevan.",
        &[
            ("Moscow", "moscow"),
            ("Vladimir Putin", "vladimir-putin"),
            ("Yerevan", "yerevan"),
        ],
    );
    check(
        "de",
        "In Moskau sprach Wladimir Putin über Armenien.",
        &[
            ("Moskau", "moscow"),
            ("Wladimir Putin", "vladimir-putin"),
            ("Armenien", "armenia"),
        ],
    );
    check(
        "fr",
        "À Moscou, Vladimir Poutine a parlé de l’Arménie.",
        &[
            ("Moscou", "moscow"),
            ("Vladimir Poutine", "vladimir-putin"),
            ("Arménie", "armenia"),
        ],
    );
    check(
        "vi",
        "Ông Vladimir Putin rời Moscow đến Việt Nam.",
        &[
            ("Vladimir Putin", "vladimir-putin"),
            ("Moscow", "moscow"),
            ("Việt Nam", "vietnam"),
        ],
    );
    check(
        "zh",
        "普京周二在莫斯科谈到了亚美尼亚。",
        &[
            ("普京", "vladimir-putin"),
            ("莫斯科", "moscow"),
            ("亚美尼亚", "armenia"),
        ],
    );
    check(
        "ja",
        "プーチン大統領はモスクワでアルメニアについて語った。",
        &[
            ("プーチン", "vladimir-putin"),
            ("モスクワ", "moscow"),
            ("アルメニア", "armenia"),
        ],
    );
    check(
        "ko",
        "푸틴은 모스크바에서 아르메니아를 언급했다.",
        &[
            ("푸틴", "vladimir-putin"),
            ("모스크바", "moscow"),
            ("아르메니아", "armenia"),
        ],
    );
    check(
        "th",
        "ปูตินเดินทางจากมอสโกไปอาร์เมเนีย",
        &[
            ("ปูติน", "vladimir-putin"),
            ("มอสโก", "moscow"),
            ("อาร์เมเนีย", "armenia"),
        ],
    );
    check(
        "hi",
        "पुतिन ने मॉस्को में आर्मेनिया के बारे में बात की।",
        &[
            ("पुतिन", "vladimir-putin"),
            ("मॉस्को", "moscow"),
            ("आर्मेनिया", "armenia"),
        ],
    );
    check(
        "fa",
        "ولادیمیر پوتین از مسکو به تهران رفت.",
        &[
            ("ولادیمیر پوتین", "vladimir-putin"),
            ("مسکو", "moscow"),
            ("تهران", "tehran"),
        ],
    );
    check(
        "ka",
        "პუტინი მოსკოვში იყო.",
        &[("პუტინი", "vladimir-putin"), ("მოსკოვში", "moscow")],
    );
}

#[test]
fn proclitics_stay_outside() {
    check(
        "ar",
        "وصل بوتين إلى الصين، والتقى وفداً من روسيا وأرمينيا.",
        &[
            ("بوتين", "vladimir-putin"),
            ("الصين", "china"),
            ("روسيا", "russia"),
            ("أرمينيا", "armenia"),
        ],
    );
    // The lam of the preposition is outside, the article behind it inside.
    check(
        "ar",
        "زيارة للصين وباريس",
        &[("لصين", "china"), ("باريس", "paris")],
    );
    check(
        "ar",
        "سافر بالأمس إلى لندن وبكين ولبنان",
        &[
            ("لندن", "london"),
            ("بكين", "beijing"),
            ("لبنان", "lebanon"),
        ],
    );
    check(
        "he",
        "הנשיא נסע מרוסיה לצרפת ולאיטליה, ושבגרמניה",
        &[
            ("רוסיה", "russia"),
            ("צרפת", "france"),
            ("איטליה", "italy"),
            ("גרמניה", "germany"),
        ],
    );
    let found = mentions("he", "הוא נסע לצרפת");
    assert_eq!(found[0].rule, Rule::Proclitic);
}

#[test]
fn adjectives_and_words_that_hold_a_name_are_no_mentions() {
    check(
        "en",
        "Russian and Armenian officials met; the Moscowite spoke German.",
        &[],
    );
    check("ar", "الرئيس الروسي والوزير الأرميني والصينيون", &[]);
    check("ru", "российский и армянский лидеры", &[]);
    check("de", "die russischen und chinesischen Truppen", &[]);
    check("vi", "Cuốn sách bằng tiếng Nga và tiếng Pháp.", &[]);
    check("ja", "ロシア語と中国人", &[]);
}

#[test]
fn case_endings_are_part_of_the_mention() {
    check(
        "hy",
        "Ռուսաստանի նախագահը Երևանում է։",
        &[("Ռուսաստանի", "russia"), ("Երևանում", "yerevan")],
    );
    check(
        "ru",
        "Встреча Владимира Путина в Москве, отношения с Южной Кореей и Китаем.",
        &[
            ("Владимира Путина", "vladimir-putin"),
            ("Москве", "moscow"),
            ("Южной Кореей", "south-korea"),
            ("Китаем", "china"),
        ],
    );
    check(
        "uk",
        "У Києві говорили про Росію та Єгипет.",
        &[("Києві", "kyiv"), ("Росію", "russia"), ("Єгипет", "egypt")],
    );
    check(
        "fi",
        "Presidentti lensi Moskovasta Helsinkiin ja Kiinaan.",
        &[
            ("Moskovasta", "moscow"),
            ("Helsinkiin", "helsinki"),
            ("Kiinaan", "china"),
        ],
    );
    check(
        "hu",
        "A tárgyalás Moszkvában és Oroszországban folyt.",
        &[("Moszkvában", "moscow"), ("Oroszországban", "russia")],
    );
    check(
        "pl",
        "Rozmowy w Warszawie dotyczyły Rosji i Polski.",
        &[
            ("Warszawie", "warsaw"),
            ("Rosji", "russia"),
            ("Polski", "poland"),
        ],
    );
    check(
        "de",
        "Russlands Hauptstadt und Putins Pläne",
        &[("Russlands", "russia"), ("Putins", "vladimir-putin")],
    );
    check(
        "el",
        "Η κυβέρνηση της Ρωσίας και της Κίνας",
        &[("Ρωσίας", "russia"), ("Κίνας", "china")],
    );
}

#[test]
fn the_english_genitive_and_the_turkish_apostrophe_are_outside() {
    check(
        "en",
        "Russia’s economy and China's trade",
        &[("Russia", "russia"), ("China", "china")],
    );
    check(
        "tr",
        "Rusya'nın başkenti ve Türkiye’de",
        &[("Rusya", "russia"), ("Türkiye", "turkiye")],
    );
    check("ko", "러시아의 수도에서", &[("러시아", "russia")]);
}

#[test]
fn the_longest_name_wins() {
    check(
        "en",
        "The Eurasian Economic Union and South Korea",
        &[
            ("Eurasian Economic Union", "eurasian-economic-union"),
            ("South Korea", "south-korea"),
        ],
    );
}

#[test]
fn capitals_marks_and_kana_tell_names_from_words() {
    check("en", "They told us that turkey is a dish", &[]);
    check(
        "en",
        "The US and the EU met.",
        &[("US", "united-states"), ("EU", "european-union")],
    );
    check("vi", "Hình ảnh và anh em", &[]);
    check("ja", "雨が弱まり、気温が上がった", &[]);
    check("ja", "マリの首都", &[("マリ", "mali")]);
}

#[test]
fn words_of_the_language_are_stopped() {
    check("et", "Juba on hilja.", &[]);
    check("en", "The road to Juba", &[("Juba", "juba")]);
    check("ar", "زار المدينة القديمة", &[]);
    check("uk", "Нас чекали в НАСА.", &[("НАСА", "nasa")]);
}

#[test]
fn signs_of_administration_belong_to_the_name() {
    check(
        "ja",
        "東京都と北海道",
        &[("東京都", "tokyo"), ("北海道", "hokkaido")],
    );
    check("ja", "東京市場の動き", &[("東京", "tokyo")]);
}

#[test]
fn a_ministry_with_its_country_is_one_organisation() {
    let ministry = "foreign-ministry-armenia";
    check(
        "de",
        "Das Außenministerium Armeniens schwieg.",
        &[("Außenministerium Armeniens", ministry)],
    );
    check(
        "vi",
        "Bộ Ngoại giao Armenia thông báo",
        &[("Bộ Ngoại giao Armenia", ministry)],
    );
    check("ru", "сообщил МИД Армении", &[("МИД Армении", ministry)]);
    check(
        "ar",
        "وزارة الخارجية الأرمينية",
        &[("وزارة الخارجية الأرمينية", ministry)],
    );
}

#[test]
fn addresses_and_handles_are_left_alone() {
    check(
        "en",
        "See https://www.example.com/Russia or write to China@example.com, @Russia",
        &[],
    );
}

#[test]
fn part_of_a_longer_name_is_no_place() {
    check(
        "en",
        "He plays for Manchester Wanderers in the league.",
        &[],
    );
    check("en", "The writer Milan Kundrata read from his book.", &[]);
    // In a headline every word has a capital.
    check(
        "en",
        "Storm Hits Portugal Coast After Weeks Without Rain",
        &[("Portugal", "portugal")],
    );
}

#[test]
fn a_surname_is_led_to_the_person_named_in_full() {
    let text = "Nikol Pashinyan spoke first. Later Pashinyan left.";
    let found = mentions("en", text);
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].canon, found[0].canon);
    assert_eq!(found[0].rule, Rule::Gazetteer);
    assert_eq!(found[1].rule, Rule::Surname);
    let alone = mentions("en", "Later Pashinyan left.");
    assert!(alone[0].confidence < found[1].confidence);
    check("en", "The farmer Ivan Putin sold a cow.", &[]);
}

#[test]
fn a_line_of_another_script_is_read_by_its_own_rules() {
    check(
        "en",
        "Ռուսաստանի news from Moscow",
        &[("Ռուսաստանի", "russia"), ("Moscow", "moscow")],
    );
}

#[test]
fn an_entity_tells_its_names() {
    let recogniser = Recogniser::embedded();
    let russia = recogniser.entity("russia").unwrap();
    assert_eq!(russia.kind(), EntityKind::Place);
    assert_eq!(russia.name(), "Russia");
    assert_eq!(russia.name_in(&LanguageTag::new("ar")), Some("روسيا"));
    assert_eq!(russia.name_in(&LanguageTag::new("de-AT")), Some("Russland"));
    assert_eq!(russia.name_in(&LanguageTag::unknown()), None);
    assert!(
        russia
            .forms()
            .any(|form| form.text() == "Росія" && form.languages().any(|l| l == "uk"))
    );
    let putin = recogniser.entity("vladimir-putin").unwrap();
    assert_eq!(putin.wikidata(), Some(7747));
    assert!(putin.about().is_some());
    assert!(putin.forms().any(|form| form.is_surname()));
    assert!(recogniser.entity("nobody-at-all").is_none());
}

/// The asset and the folding of this build belong together: were the folding
/// changed without a new asset, names would no longer be found.
#[test]
fn every_entity_is_found_by_its_own_names() {
    let recogniser = Recogniser::embedded();
    let gazetteer = recogniser.gazetteer();
    assert!(gazetteer.len() > 2_000);
    let mut ids: Vec<&str> = gazetteer.entities().map(|entity| entity.id()).collect();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
    assert!(ids.is_sorted());
    let (mut asked, mut missed) = (0, Vec::new());
    for entity in gazetteer
        .entities()
        .filter(|entity| entity.kind() != EntityKind::Place)
    {
        for form in entity.forms().filter(|form| !form.is_surname()) {
            let Some(language) = form.languages().find(|l| *l != asset::ANY_LANGUAGE) else {
                continue;
            };
            asked += 1;
            let text = form.text();
            let whole = mentions(language, text).into_iter().any(|m| {
                *m.canon == *entity.id() && text.get(m.bytes).is_some_and(|t| key(t) == key(text))
            });
            if !whole {
                missed.push(format!("{} {language} {text}", entity.id()));
            }
        }
    }
    let share = missed.len() * 100 / asked;
    assert!(
        share < 2,
        "{} of {asked} are missed: {missed:?}",
        missed.len()
    );
}

/// Who changes a list has to build the asset again.
#[test]
fn the_asset_holds_what_the_lists_say() {
    #[derive(serde::Deserialize)]
    struct List {
        entity: Vec<Row>,
    }
    #[derive(serde::Deserialize)]
    struct Row {
        id: String,
        kind: EntityKind,
        #[serde(default)]
        forms: BTreeMap<String, Vec<String>>,
        #[serde(default)]
        surnames: BTreeMap<String, Vec<String>>,
    }
    let recogniser = Recogniser::embedded();
    for list in ["people", "organisations", "regions", "countries", "minor"] {
        let path = format!("{}/assets/entities/{list}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        for row in toml::from_str::<List>(&text).unwrap().entity {
            let entity = recogniser.entity(&row.id);
            let entity =
                entity.unwrap_or_else(|| panic!("{list}.toml: {} is not in gazetteer.bin", row.id));
            assert_eq!(entity.kind(), row.kind, "{}", row.id);
            let known: HashSet<&str> = entity.forms().map(|form| form.text()).collect();
            for form in row.forms.values().chain(row.surnames.values()).flatten() {
                assert!(
                    known.contains(form.as_str()),
                    "{list}.toml: {}: {form} is not in gazetteer.bin",
                    row.id
                );
            }
        }
    }
}

#[test]
fn hostile_texts_are_survived() {
    let long = "Москва".repeat(2_000) + &"\u{301}".repeat(10_000);
    for text in [
        "",
        " ",
        "\u{0}",
        "\u{FEFF}",
        "\u{200D}\u{200C}\u{202E}",
        "A",
        "ال",
        "و",
        "לבמשהו",
        "。",
        "ー",
        &long,
    ] {
        for language in ["ar", "he", "ru", "ja", "th", "vi", "?", ""] {
            let _ = mentions(language, text);
        }
    }
    let capitals = "RUSSIA ".repeat(20_000);
    assert_eq!(mentions("en", &capitals).len(), 20_000);
}

/// Texts of names, parts of names and noise in many scripts.
fn texts() -> impl Strategy<Value = String> {
    let names = [
        "Putin",
        "بوتين",
        "وال",
        "لل",
        "صين",
        "Москв",
        "ой",
        "Երևան",
        "ում",
        "ロシア",
        "語",
        "中国",
        "東京",
        "都",
        "ประเทศ",
        "ไทย",
        "러시아",
        "에서",
        "ישראל",
        "בל",
        "New",
        "York",
        "Anh",
        "ảnh",
        "-",
        " ",
        "\n",
        ". ",
        "'",
        "’s",
        "\u{200C}",
        "\u{301}",
        "\u{64E}",
        "\u{600}",
        "\u{200D}",
        "\u{640}",
        "@",
        "https://",
        "ß",
        "İ",
        "ﷺ",
        "👩‍👩‍👧",
    ];
    let part = prop_oneof![
        prop::sample::select(names.to_vec()).prop_map(str::to_owned),
        "\\PC{0,4}"
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn mentions_are_in_order_and_whole(text in texts(), language in "(ar|he|ru|ja|zh|th|ko|vi|de|en|fa|hy|\\?)") {
        let mut end = 0;
        for mention in mentions(&language, &text) {
            prop_assert!(mention.bytes.start >= end);
            prop_assert!(mention.bytes.start < mention.bytes.end);
            prop_assert!(text.get(mention.bytes.clone()).is_some());
            let clusters: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            prop_assert!(clusters.contains(&mention.bytes.start));
            prop_assert!(mention.bytes.end == text.len() || clusters.contains(&mention.bytes.end));
            prop_assert!(mention.confidence > 0.0 && mention.confidence <= 1.0);
            prop_assert!(Recogniser::embedded().entity(&mention.canon).is_some());
            end = mention.bytes.end;
        }
    }
}
