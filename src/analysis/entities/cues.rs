//! Words that tell what a name beside them is.
//!
//! All are folded; a `*` at the end stands for any rest of the word.

/// Titles and offices: with a capital they stand beside a name without being
/// part of it.
pub(super) const TITLES: &str = "\
    presid* prasid* prezid* minist* premi* prime chancel* kanzl* secret* sekret* general* senat* \
    gov governor mr mrs ms miss dr prof sir lord lady king queen prince* konig* papst pope papa \
    papiez foreign defen* vice deputy former ex leader* chief* lider* mayor judge justice sheikh \
    ayatollah imam rep sen spokes* ambassad* embassy envoy army police parliament tong herr frau \
    monsieur madame signor* senor* don dona baskan* cumhur* \
    президент* премьер* прем'ер* министр* министер* міністр* глава лидер* лідер* канцлер* король \
    папа господин* пан г сенатор* генерал* \
    προεδρ* πρωθυπουργ* υπουργ* κ \
    նախագահ* վարչապետ* նախարար*";

/// Words before a place with which it is part of an organisation's name:
/// University of Copenhagen, جامعة القاهرة, Dinamo București.
pub(super) const INSTITUTIONS: &str = "\
    universi* institut* associa* asocia* academ* akadem* accadem* party partei partij partito \
    partido partidul partia parti stranka stranke society bank banka banke banco banca liberation \
    fc cf ac cska dinamo dynamo steaua borussia atletico sporting real \
    جامعه نادي حزب جريده صحيفه شركه بنك مصرف صوت اتلتيكو ريال \
    دانشگاه باشگاه بانك روزنامه \
    אוניברסיטת בנק מכבי הפועל \
    университет* институт* банк* партии партия";

/// Prepositions and articles between an institution and its place.
pub(super) const LINKS: &str =
    "of the de del di da do du des della dello van von der av i din la el os l d";

/// Words behind which the name of a country is that of its language or people,
/// by the language of the text.
pub(super) const PEOPLES_BEFORE: &[(&str, &str)] = &[
    ("vi", "tieng nguoi goc dan"),
    ("id", "bahasa orang warga aksara"),
    ("ms", "bahasa orang warga"),
    ("jv", "basa"),
    ("su", "basa"),
    ("th", "ภาษา ชาว คน"),
    ("lo", "ພາສາ ຄົນ ຊາວ"),
    ("km", "ភាសា ជនជាតិ"),
];

/// What follows the name of a country to make its language or people of it.
pub(super) const PEOPLES_AFTER: &[(&str, &str)] = &[
    ("zh", "语 語 文 裔 籍"),
    ("ja", "語 人 系"),
    ("my", "ဘာသာ လူမျိုး"),
];

/// Whether a folded word is one of a list.
pub(super) fn is_one_of(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace()
        .any(|known| match known.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => word == known,
        })
}

/// The words of a table for a language.
pub(super) fn of_language<'t>(
    table: &[(&str, &'t str)],
    language: &str,
) -> impl Iterator<Item = &'t str> {
    let row = table.iter().find(|(tag, _)| *tag == language);
    row.map_or("", |(_, words)| words).split_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold_key;

    #[test]
    fn the_lists_are_folded() {
        let tables = PEOPLES_BEFORE
            .iter()
            .chain(PEOPLES_AFTER)
            .map(|(_, words)| *words);
        for list in [TITLES, INSTITUTIONS, LINKS].into_iter().chain(tables) {
            for word in list.split_ascii_whitespace() {
                let word = word.trim_end_matches('*');
                assert_eq!(fold_key(word), word);
            }
        }
    }

    #[test]
    fn a_star_stands_for_any_rest() {
        assert!(is_one_of("president", TITLES));
        assert!(is_one_of("pope", TITLES) && !is_one_of("popescu", TITLES));
    }
}
