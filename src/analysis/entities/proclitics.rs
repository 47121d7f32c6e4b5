//! Words of a letter or two that Arabic, Hebrew and Ethiopic writing join to
//! the next word: والصين "and China", לרוסיה "to Russia", በኬንያ "in Kenya".

use smallvec::SmallVec;

/// A place in a word at which a name may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    /// Bytes of the folded word before the mention.
    pub skip: usize,
    /// Bytes of the mention that the index is not asked for.
    pub replaced: usize,
    /// What it is asked for in their place.
    pub key: &'static str,
    /// Whether they are an article that the name is known without.
    pub article: bool,
}

/// The openings of a word, the whole word first.
pub(super) type Openings = SmallVec<[Opening; 8]>;

impl Opening {
    /// The whole word.
    pub(super) const WHOLE: Self = Self::behind(0);

    const fn behind(skip: usize) -> Self {
        Self {
            skip,
            replaced: 0,
            key: "",
            article: false,
        }
    }

    /// Whether something of the word is taken off.
    pub(super) fn is_proclitic(&self) -> bool {
        *self != Self::WHOLE
    }
}

/// Every opening of a folded word.
pub(super) fn openings(word: &str) -> Openings {
    let mut found = Openings::new();
    found.push(Opening::WHOLE);
    match word.chars().next() {
        Some('\u{620}'..='\u{6FF}') => arabic(word, &mut found),
        Some('\u{5D0}'..='\u{5EA}') => hebrew(word, &mut found),
        Some('\u{1200}'..='\u{137F}') => ethiopic(word, &mut found),
        _ => {}
    }
    found
}

/// Openings behind a conjunction (و ف), a preposition (ب ل ك) and the future
/// particle (س), which stay outside the mention; لل is ل and the article, whose
/// alef is not written.
fn arabic(word: &str, found: &mut Openings) {
    const ARTICLE: &str = "ال";
    let conjunction = word.strip_prefix(['و', 'ف']);
    for rest in [Some(word), conjunction].into_iter().flatten() {
        let skip = word.len() - rest.len();
        if skip > 0 {
            found.push(Opening::behind(skip));
        }
        let article = |rest: &str| Opening {
            replaced: ARTICLE.len(),
            article: true,
            ..Opening::behind(word.len() - rest.len())
        };
        if rest.starts_with(ARTICLE) {
            found.push(article(rest));
        }
        if let Some(name) = rest.strip_prefix(['ب', 'ل', 'ك', 'س']) {
            let opening = Opening::behind(word.len() - name.len());
            found.push(opening);
            if name.starts_with(ARTICLE) {
                found.push(article(name));
            }
            if rest.starts_with("لل") {
                let replaced = 'ل'.len_utf8();
                found.push(Opening {
                    replaced,
                    key: ARTICLE,
                    ..opening
                });
                found.push(Opening {
                    replaced,
                    article: true,
                    ..opening
                });
            }
        }
    }
    found.sort_by_key(|opening| opening.skip);
}

/// Openings behind the letters of Hebrew, which stay outside the mention, in
/// the order in which they join: "and" ו, "that" ש with כ or מ before it, then
/// one of "in, to, as, from, the".
fn hebrew(word: &str, found: &mut Openings) {
    let conjunction = word.strip_prefix('ו');
    for rest in [Some(word), conjunction].into_iter().flatten() {
        let that = ["כש", "מש", "ש"]
            .iter()
            .find_map(|that| rest.strip_prefix(*that));
        for rest in [Some(rest), that].into_iter().flatten() {
            let preposition = rest.strip_prefix(['ב', 'ל', 'כ', 'מ', 'ה']);
            for rest in [Some(rest), preposition].into_iter().flatten() {
                let opening = Opening::behind(word.len() - rest.len());
                if !found.contains(&opening) {
                    found.push(opening);
                }
            }
        }
    }
    found.sort_by_key(|opening| opening.skip);
}

/// Openings behind the prepositions of Ethiopic writing, which its readers take
/// for part of the word: they stay inside the mention.
fn ethiopic(word: &str, found: &mut Openings) {
    for preposition in ["የ", "በ", "ከ", "ለ", "ስለ", "እንደ", "እስከ", "ወደ"] {
        if word.starts_with(preposition) {
            found.push(Opening {
                replaced: preposition.len(),
                ..Opening::WHOLE
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::openings;

    /// What the index is asked for, and how many bytes stay outside.
    fn asked(word: &str) -> Vec<(String, usize)> {
        let found = openings(word);
        found
            .iter()
            .map(|o| {
                (
                    format!("{}{}", o.key, word.get(o.skip + o.replaced..).unwrap()),
                    o.skip,
                )
            })
            .collect()
    }

    #[test]
    fn arabic_letters_come_off_in_their_order() {
        assert!(asked("والصين").contains(&("الصين".into(), 2)));
        assert!(asked("للصين").contains(&("الصين".into(), 2)));
        assert!(asked("وبروسيا").contains(&("روسيا".into(), 4)));
        assert!(!asked("بوروسيا").contains(&("روسيا".into(), 4)));
    }

    #[test]
    fn hebrew_letters_come_off_in_their_order() {
        assert!(asked("ושבגרמניה").contains(&("גרמניה".into(), 6)));
        assert!(!asked("מכיוון").contains(&("יוון".into(), 4)));
    }

    #[test]
    fn ethiopic_prepositions_stay_inside() {
        assert!(asked("በኬንያ").contains(&("ኬንያ".into(), 0)));
    }
}
