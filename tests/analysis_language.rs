//! Language identification: the model against another implementation, damaged
//! models, and the rules around it.

use nashra::analysis::language::Detector;
use nashra::analysis::language::lid::Model;
use proptest::prelude::*;

const MODEL: &[u8] = include_bytes!("../assets/langid/lid.176.ftz");

/// Sentences with the three most probable labels and their probabilities, as the
/// crate fasttext-pure-rs 0.1.0 gives them for the same file.
const GOLDEN: &str = include_str!("langid/lid176.tsv");

#[test]
fn the_model_answers_as_another_implementation_does() {
    let model = Model::parse(MODEL).unwrap();
    let labels: Vec<&str> = model.labels().collect();
    assert_eq!(labels.len(), 176);
    let mut languages = std::collections::BTreeSet::new();
    for line in GOLDEN.lines() {
        let (expected, sentence) = line.split_once('\t').unwrap();
        let probabilities = model.probabilities(sentence).unwrap();
        let mut ranked: Vec<usize> = (0..labels.len()).collect();
        ranked.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
        for (rank, answer) in expected.split(' ').enumerate() {
            let (label, probability) = answer.split_once('=').unwrap();
            let probability: f32 = probability.parse().unwrap();
            let place = labels.iter().position(|l| *l == label).unwrap();
            let difference = (probabilities[place] - probability).abs();
            assert!(difference < 1e-3, "{sentence}: {label} off by {difference}");
            if rank == 0 {
                assert_eq!(labels[ranked[0]], label, "{sentence}");
                languages.insert(label.to_owned());
            }
        }
    }
    assert!(languages.len() >= 40, "{} languages", languages.len());
}

#[test]
fn a_text_without_words_has_no_probabilities() {
    let model = Model::parse(MODEL).unwrap();
    assert!(model.probabilities("").is_none());
    assert!(model.probabilities(" \n\t\u{3000} ").is_none());
}

#[test]
fn a_model_cut_short_is_refused() {
    for end in (0..4096).chain((4096..MODEL.len()).step_by(9973)) {
        assert!(Model::parse(&MODEL[..end]).is_err(), "cut at {end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The beginning holds the sizes: whatever they become, nothing is read that
    /// is not there.
    #[test]
    fn a_damaged_model_does_not_panic(
        at in prop_oneof![0usize..120, 190_000usize..220_000, 0usize..938_013],
        bytes in proptest::collection::vec(any::<u8>(), 1..16),
    ) {
        let mut damaged = MODEL.to_vec();
        for (place, byte) in damaged[at..].iter_mut().zip(&bytes) {
            *place = *byte;
        }
        if let Ok(model) = Model::parse(&damaged) {
            let _ = model.probabilities("any words at all, даже такие");
        }
    }

    #[test]
    fn no_text_makes_the_detector_panic(title in ".*", body in "(?s).{0,400}", declared in ".{0,12}") {
        let found = Detector::new().detect(&title, &body, Some(&declared));
        prop_assert!((0.0..=1.0).contains(&found.confidence));
    }
}

fn detected(text: &str) -> String {
    Detector::new().detect("", text, None).language.to_string()
}

#[test]
fn a_script_with_one_main_language_decides_alone() {
    for (text, language) in [
        ("Լավ լուր", "hy"),
        ("კარგი ამბავი", "ka"),
        ("Καλά νέα", "el"),
        ("ข่าวดี", "th"),
        ("ຂ່າວດີ", "lo"),
        ("ដំណឹងល្អ", "km"),
        ("သတင်းကောင်း", "my"),
        ("좋은 소식", "ko"),
        ("良いお知らせ", "ja"),
        ("સારા સમાચાર", "gu"),
        ("ਚੰਗੀ ਖ਼ਬਰ", "pa"),
        ("நல்ல செய்தி", "ta"),
        ("మంచి వార్త", "te"),
        ("ಒಳ್ಳೆಯ ಸುದ್ದಿ", "kn"),
        ("നല്ല വാർത്ത", "ml"),
        ("හොඳ ආරංචියක්", "si"),
    ] {
        assert_eq!(detected(text), language, "{text}");
    }
}

#[test]
fn close_relatives_are_told_apart() {
    for (text, language) in [
        (
            "Vlada je jučer na sjednici raspravljala o cijeni vode, tko će je platiti i gdje.",
            "hr",
        ),
        (
            "Vlada je juče na sednici raspravljala o ceni vode, ko će je platiti i gde.",
            "sr",
        ),
        (
            "Влада је јуче на седници расправљала о цени воде и о томе ко ће је платити.",
            "sr",
        ),
        (
            "Vlada je včeraj na seji razpravljala o ceni vode in kdo jo bo plačal.",
            "sl",
        ),
        (
            "Vláda včera na schůzi jednala o ceně vody a kdo ji zaplatí.",
            "cs",
        ),
        (
            "Vláda včera na schôdzi rokovala o cene vody a kto ju zaplatí.",
            "sk",
        ),
        (
            "Regeringen drøftede i går prisen på vand, og hvem der skal betale den.",
            "da",
        ),
        (
            "Regjeringen drøftet i går prisen på vann, og hvem som skal betale den.",
            "no",
        ),
        (
            "Regjeringa drøfta i går prisen på vatn, og kven som skal betale han.",
            "nn",
        ),
        (
            "Regeringen diskuterade i går priset på vatten och vem som ska betala det.",
            "sv",
        ),
        (
            "Pemerintah kemarin membahas harga air dan siapa yang akan membayarnya karena mahal.",
            "id",
        ),
        (
            "Kerajaan semalam membincangkan harga air dan siapa yang akan membayarnya kerana mahal.",
            "ms",
        ),
        (
            "Правителството вчера обсъди цената на водата и кой ще я плати.",
            "bg",
        ),
        (
            "Владата вчера расправаше за цената на водата и кој ќе ја плати.",
            "mk",
        ),
        ("Уряд учора обговорив ціну на воду і хто її сплатить.", "uk"),
        (
            "Урад учора абмеркаваў цану на ваду і хто яе заплаціць.",
            "be",
        ),
        ("الحكومة ناقشت أمس سعر الماء ومن الذي سيدفعه", "ar"),
        (
            "دولت دیروز درباره قیمت آب و اینکه چه کسی آن را می‌پردازد گفتگو کرد",
            "fa",
        ),
        (
            "حکومت نے کل پانی کی قیمت پر بات کی کہ اسے کون ادا کرے گا",
            "ur",
        ),
        ("መንግሥት ትናንት ስለ ውሃ ዋጋ እና ማን እንደሚከፍል ተወያይቷል ።", "am"),
        ("መንግስቲ ትማሊ ብዛዕባ ዋጋ ማይን መን ከም ዝኸፍሎን ኣብ ኣኼባ ተዛቲዩ እዩ", "ti"),
    ] {
        assert_eq!(detected(text), language, "{text}");
    }
}

#[test]
fn languages_the_model_was_not_trained_on() {
    for (text, language) in [
        (
            "Gwamnatin jihar ta ce za ta gina sabuwar kasuwa a cikin gari domin mutane.",
            "ha",
        ),
        (
            "Uhulumeni uthe izolo uzokwakha isikole esisha kule ndawo ukuze abantwana bafunde.",
            "zu",
        ),
        (
            "Urhulumente uthe izolo uza kwakha isikolo esitsha kule ndawo ukuze abantwana bafunde.",
            "xh",
        ),
        (
            "Hurumende yakati ichavaka chikoro chitsva munharaunda iyi kuti vana vadzidze zvakanaka.",
            "sn",
        ),
        (
            "Govment tok say dem go build new market for di town wey pipol dey.",
            "pcm",
        ),
        (
            "Ìjọba sọ pé àwọn yóò kọ́ ilé ìwé tuntun sí ìlú náà fún àwọn ọmọ.",
            "yo",
        ),
    ] {
        assert_eq!(detected(text), language, "{text}");
    }
}

#[test]
fn a_foreign_line_does_not_decide() {
    let found = Detector::new().detect(
        "",
        "Մատչելիության հղումներ և այլ տողեր կայքից\n\nThe bridge over the river will stay closed until the \
         engineers have finished their inspection, the council said on Monday.",
        None,
    );
    assert_eq!(found.language.as_str(), "en");
    assert_eq!(found.script.code(), "Latn");
}

#[test]
fn capitals_and_decomposed_letters_change_nothing() {
    use unicode_normalization::UnicodeNormalization;
    for (text, language) in [
        (
            "Die Regierung will das Gesetz über den Strom noch in diesem Jahr ändern",
            "de",
        ),
        (
            "Правительство хочет изменить закон о реках ещё в этом году",
            "ru",
        ),
        ("Chính phủ muốn sửa đổi luật về điện trong năm nay", "vi"),
        ("Η κυβέρνηση θέλει να αλλάξει τον νόμο", "el"),
        ("Vláda chce ještě letos změnit zákon o řekách", "cs"),
    ] {
        assert_eq!(detected(text), language);
        assert_eq!(
            detected(&text.to_uppercase()),
            language,
            "in capitals: {text}"
        );
        assert_eq!(
            detected(&text.nfd().collect::<String>()),
            language,
            "decomposed: {text}"
        );
    }
}

#[test]
fn what_says_too_little_is_unknown() {
    for text in ["", "12 345", "Ok", "https://example.org/a/b", "XS\nSM\nMD"] {
        assert_eq!(detected(text), "?", "{text}");
    }
}

#[test]
fn a_declared_language_wins_if_the_script_agrees() {
    let detector = Detector::new();
    let text = "The bridge over the river will stay closed until spring.";
    let declared = |language| {
        detector
            .detect("", text, Some(language))
            .language
            .to_string()
    };
    assert_eq!(declared("gle"), "ga");
    assert_eq!(declared("ar"), "en");
    assert_eq!(declared("no idea"), "en");
    assert_eq!(declared("und"), "en");
}

#[test]
fn chinese_tells_its_script_where_it_is_sure() {
    let detector = Detector::new();
    for (text, language, script) in [
        (
            "市政府昨天讨论了水价问题，并决定从明年开始调整。",
            "zh",
            "Hans",
        ),
        (
            "市政府昨天討論了水價問題，並決定從明年開始調整。",
            "zh",
            "Hant",
        ),
        ("他在日本", "zh", "Hani"),
        ("市政府昨日の会議で水の値段が話し合われた。", "ja", "Jpan"),
        ("佢哋話今日唔會開會，聽日先至講水價嘅事。", "yue", "Hant"),
    ] {
        let found = detector.detect("", text, None);
        assert_eq!(found.language.as_str(), language, "{text}");
        assert_eq!(found.script.code(), script, "{text}");
    }
}
