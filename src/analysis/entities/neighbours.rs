//! The words beside a name, which may tell that it is only part of a longer
//! one (Milan Kundera, Real Madrid, Boston Bruins) or no name of a place (the
//! Russian language, in the languages that say it with the country's name).

use std::ops::Range;

use super::script::{Writing, writing};
use super::spelling::is_title_cased;
use crate::text::fold::fold_key;

/// The starts of folded words that stand beside a name without being part of
/// it though they have a capital: titles and offices.
const TITLES: &[&str] = &[
    // Latin
    "presid",
    "prasid",
    "prezid",
    "minist",
    "premi",
    "prime",
    "chancel",
    "kanzl",
    "secret",
    "sekret",
    "general",
    "senat",
    "gov",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "sir",
    "lord",
    "lady",
    "king",
    "queen",
    "prince",
    "konig",
    "papst",
    "pope",
    "papa",
    "papiez",
    "foreign",
    "defen",
    "vice",
    "deputy",
    "former",
    "ex",
    "leader",
    "chief",
    "lider",
    "mayor",
    "judge",
    "justice",
    "sheikh",
    "ayatollah",
    "imam",
    "rep",
    "sen",
    "spokes",
    "ambassad",
    "embassy",
    "envoy",
    "army",
    "police",
    "parliament",
    "tong",
    "herr",
    "frau",
    "monsieur",
    "madame",
    "signor",
    "senor",
    "don",
    "dona",
    "baskan",
    "cumhur",
    // Cyrillic
    "президент",
    "премьер",
    "прем'",
    "министр",
    "министер",
    "міністр",
    "глава",
    "лидер",
    "лідер",
    "канцлер",
    "король",
    "папа",
    "господин",
    "пан",
    "г",
    "сенатор",
    "генерал",
    // Greek, Armenian
    "προεδρ",
    "πρωθυπουργ",
    "υπουργ",
    "κ",
    "նախագահ",
    "վարչապետ",
    "նախարար",
];

/// Words before a place, folded, with which it is part of an organisation's
/// name: University of Copenhagen, جامعة القاهرة, Dinamo București. A `*` stands
/// for any rest.
const INSTITUTIONS: &[&str] = &[
    "universi*",
    "institut*",
    "associa*",
    "asocia*",
    "academ*",
    "akadem*",
    "accadem*",
    "party",
    "partei",
    "partij",
    "partito",
    "partido",
    "partidul",
    "partia",
    "parti",
    "stranka",
    "stranke",
    "society",
    "bank",
    "banka",
    "banke",
    "banco",
    "banca",
    "liberation",
    "fc",
    "cf",
    "ac",
    "cska",
    "dinamo",
    "dynamo",
    "steaua",
    "borussia",
    "atletico",
    "sporting",
    "real",
    "جامعه",
    "نادي",
    "حزب",
    "جريده",
    "صحيفه",
    "شركه",
    "بنك",
    "مصرف",
    "صوت",
    "اتلتيكو",
    "ريال",
    "دانشگاه",
    "باشگاه",
    "بانك",
    "روزنامه",
    "אוניברסיטת",
    "בנק",
    "מכבי",
    "הפועל",
    "университет*",
    "институт*",
    "банк*",
    "партии",
    "партия",
];

/// Prepositions and articles between such a word and the place, folded.
const LINKS: &[&str] = &[
    "of", "the", "de", "del", "di", "da", "do", "du", "des", "della", "dello", "van", "von", "der",
    "av", "of", "i", "din", "la", "el", "os", "l", "d",
];

/// Words behind which the name of a country is that of its language or people.
const BEFORE: &[(&str, &[&str])] = &[
    ("vi", &["tieng", "nguoi", "goc", "dan"]),
    ("id", &["bahasa", "orang", "warga", "aksara"]),
    ("ms", &["bahasa", "orang", "warga"]),
    ("jv", &["basa"]),
    ("su", &["basa"]),
    ("th", &["ภาษา", "ชาว", "คน"]),
    ("lo", &["ພາສາ", "ຄົນ", "ຊາວ"]),
    ("km", &["ភាសា", "ជនជាតិ"]),
    ("my", &[]),
];

/// What follows the name of a country to make its language or people of it.
const AFTER: &[(&str, &[&str])] = &[
    ("zh", &["语", "語", "文", "裔", "籍"]),
    ("ja", &["語", "人", "系"]),
    ("my", &["ဘာသာ", "လူမျိုး"]),
];

/// Whether the language writes common nouns with a capital, so that one beside
/// a name tells nothing.
fn capitalises_nouns(language: &str) -> bool {
    matches!(language, "de" | "lb" | "nds" | "bar" | "als")
}

/// What is known of a mention when its neighbours are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sides {
    /// Whether another mention ends where the word before it does.
    pub named_before: bool,
    /// Whether another mention begins where the word behind it does.
    pub named_after: bool,
    /// Whether the mention is in a case that only names in a sentence have.
    pub declined: bool,
}

/// Whether a place is part of a longer name that is not known, or stands for a
/// language or a people.
pub(super) fn belong_together(
    text: &str,
    place: &Range<usize>,
    language: &str,
    sides: Sides,
) -> bool {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    let name = text.get(place.clone()).unwrap_or_default();
    if makes_language(before, after, language) || names_institution(before) {
        return true;
    }
    if capitalises_nouns(language) || !name.starts_with(char::is_uppercase) {
        return false;
    }
    if is_title_cased(line_around(text, place)) {
        return false;
    }
    let name_before = !sides.named_before
        && word_before(before).is_some_and(|word| is_name(word, language, name));
    let name_after = !sides.named_after
        && !sides.declined
        && word_after(after).is_some_and(|word| is_name(word, language, name));
    name_before || name_after
}

/// Whether the word before a surname is the first name of somebody else.
pub(super) fn names_another(text: &str, surname: &Range<usize>, language: &str) -> bool {
    let before = text.get(..surname.start).unwrap_or_default();
    !capitalises_nouns(language)
        && !is_title_cased(line_around(text, surname))
        && word_before(before).is_some_and(|word| is_name(word, language, ""))
}

/// Whether a capitalised word beside `name` can be part of its name.
fn is_name(word: &str, language: &str, name: &str) -> bool {
    // Of a compound with a hyphen the last part tells: MM-kisoissa is no name.
    let last = word.rsplit('-').next().unwrap_or(word);
    if !word.starts_with(char::is_uppercase) || !last.starts_with(char::is_uppercase) {
        return false;
    }
    let folded = fold_key(word);
    if language == "vi" {
        // Names of one syllable are parts of Vietnamese names; a foreign word beside one is not.
        return !name.contains(' ') && is_syllable(&folded);
    }
    !TITLES.iter().any(|title| {
        folded
            .strip_prefix(title)
            .is_some_and(|rest| title.chars().count() > 3 || rest.is_empty())
    })
}

/// Whether a folded word can be a syllable of Vietnamese: one run of vowels.
fn is_syllable(folded: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut runs = 0;
    let mut inside = false;
    for c in folded.chars() {
        runs += usize::from(vowel(c) && !inside);
        inside = vowel(c);
    }
    runs == 1
        && folded.ends_with(|c| vowel(c) || "chmngpt".contains(c))
        && !folded.contains(['f', 'j', 'w', 'z'])
}

/// The word before a name, one space away, unless it begins a sentence.
fn word_before(before: &str) -> Option<&str> {
    let rest = before.strip_suffix(' ')?;
    let start = rest
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic() || *c == '-' || *c == '\'' || *c == '’')
        .last()
        .map(|(at, _)| at)?;
    let sentence = rest.get(..start)?.trim_end_matches(' ');
    let begins = sentence.is_empty()
        || sentence.ends_with([
            '.', '!', '?', ':', ';', '\n', '"', '“', '„', '«', '(', '–', '—', '-', '…', '։', '՝',
            '`',
        ])
        || rest.get(..start).is_some_and(|text| !text.ends_with(' '));
    // A genitive is no part of the name behind it: Armenia’s Syunik.
    let word = rest
        .get(start..)
        .filter(|word| !word.ends_with("'s") && !word.ends_with("’s"))?;
    (!begins).then_some(word)
}

/// The word behind a name, one space away.
fn word_after(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(' ')?;
    let end = rest
        .char_indices()
        .find(|(_, c)| !c.is_alphabetic())
        .map_or(rest.len(), |(at, _)| at);
    rest.get(..end).filter(|word| !word.is_empty())
}

/// Whether the words before a place make an organisation's name of it.
fn names_institution(before: &str) -> bool {
    let mut words = before.rsplit([' ', '\'', '’']);
    if words.next() != Some("") {
        return false;
    }
    let found = words.by_ref().take(MOST_LINKS + 1).find_map(|word| {
        let key = (word.len() < LONGEST_WORD).then(|| fold_key(word))?;
        (!LINKS.contains(&key.as_str())).then_some((word, key))
    });
    found.is_some_and(|(word, key)| {
        !word.starts_with(char::is_lowercase)
            && INSTITUTIONS
                .iter()
                .any(|known| match known.strip_suffix('*') {
                    Some(start) => key.starts_with(start),
                    None => key == *known,
                })
    })
}

/// The most [`LINKS`] between an institution and its place.
const MOST_LINKS: usize = 2;
/// The longest word that is compared with the lists, in bytes.
const LONGEST_WORD: usize = 48;

/// Whether the words of the language beside a country's name make a language
/// or a people of it.
fn makes_language(before: &str, after: &str, language: &str) -> bool {
    let list = |table: &'static [(&str, &[&'static str])]| {
        table
            .iter()
            .find(|(tag, _)| *tag == language)
            .map_or(&[][..], |(_, words)| words)
    };
    let behind = list(AFTER).iter().any(|word| after.starts_with(word));
    let words = list(BEFORE);
    behind
        || words
            .iter()
            .any(|word| match word.chars().next().map(writing) {
                Some(Writing::UnspacedWithSigns) => before.ends_with(word),
                _ => {
                    let last = before
                        .strip_suffix(' ')
                        .and_then(|rest| rest.rsplit([' ', '\n']).next());
                    last.is_some_and(|last| last.len() < 16 && fold_key(last) == *word)
                }
            })
}

/// How much of a line is looked at on each side of a name, in bytes.
const LINE_BYTES: usize = 200;

/// The line that a name stands in, or the part of a long one around it.
fn line_around<'t>(text: &'t str, name: &Range<usize>) -> &'t str {
    let mut start = name.start.saturating_sub(LINE_BYTES);
    let mut end = text.len().min(name.end + LINE_BYTES);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text
        .get(start..name.start)
        .and_then(|before| before.rfind('\n'));
    let after = text.get(name.end..end).and_then(|after| after.find('\n'));
    let start = before.map_or(start, |at| start + at + 1);
    let end = after.map_or(end, |at| name.end + at);
    text.get(start..end).unwrap_or_default()
}
