//! The keys under which a form is found.

use std::collections::BTreeSet;

use nashra::analysis::entities::{asset::DECLINED, decline, key};

use super::catalogue::Form;

/// The most ways of declining one name that are written down.
const MOST: usize = 24;

/// The key of a form, and one for each way of declining its words in the
/// languages that use it. Abbreviations are not declined: НАСА has no Нас.
pub fn of(form: &Form) -> BTreeSet<Vec<u8>> {
    let plain = key(&form.text);
    let mut keys = BTreeSet::from([plain.clone().into_bytes()]);
    if !form.text.contains(char::is_lowercase) && form.text.contains(char::is_uppercase) {
        return keys;
    }
    for language in &form.known {
        let mut ways: Vec<Vec<u8>> = vec![Vec::new()];
        let mut declined = false;
        for word in plain.split(' ') {
            let mut words = Vec::new();
            for (stem, paradigm) in decline(word, language) {
                words.push([&word.as_bytes()[..stem], &[DECLINED, paradigm]].concat());
                declined = true;
            }
            if words.is_empty() {
                words.push(word.as_bytes().to_vec());
            }
            ways = ways
                .iter()
                .flat_map(|way| {
                    words
                        .iter()
                        .map(|word| [way, &b" "[..usize::from(!way.is_empty())], word].concat())
                })
                .take(MOST)
                .collect();
        }
        if declined {
            keys.extend(ways);
        }
    }
    keys
}
