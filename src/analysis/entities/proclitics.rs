//! Words of one letter that Arabic, Hebrew and Ethiopic writing join to the
//! next word: والصين "and China", לרוסיה "to Russia". They are no part of a
//! name.

use smallvec::SmallVec;

/// The most letters that are taken off a word.
const MOST: usize = 3;

/// A place in a word at which a name may begin, behind proclitics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    /// Bytes of the folded word before the mention.
    pub skip: usize,
    /// Bytes of the word that the index is not asked for, because `key` stands for them.
    pub replaced: usize,
    /// What the index is asked for in their place: the article that the
    /// spelling لل hides, or nothing.
    pub key: &'static str,
}

impl Opening {
    /// The whole word.
    pub(super) const WHOLE: Self = Self {
        skip: 0,
        replaced: 0,
        key: "",
    };

    /// Whether the word has an article that the name is known without.
    pub(super) fn adds_article(&self) -> bool {
        self.replaced > 0 && self.key.is_empty()
    }
}

/// Every opening of a folded word, the whole word first.
pub(super) fn openings(word: &str) -> SmallVec<[Opening; 8]> {
    let mut found = SmallVec::new();
    found.push(Opening::WHOLE);
    match word.chars().next() {
        Some('\u{620}'..='\u{6FF}') => arabic(word, &mut found),
        Some('\u{5D0}'..='\u{5EA}') => {
            letters(word, &['ו', 'ב', 'ל', 'כ', 'מ', 'ש', 'ה'], &mut found)
        }
        Some('\u{1200}'..='\u{137F}') => {
            letters(word, &['የ', 'በ', 'ከ', 'ለ', 'ስ', 'እ', 'ና', 'ን'], &mut found)
        }
        _ => {}
    }
    found
}

/// Openings behind one to [`MOST`] of `proclitics` in any order.
fn letters(word: &str, proclitics: &[char], found: &mut SmallVec<[Opening; 8]>) {
    let mut skip = 0;
    for c in word.chars().take(MOST) {
        if !proclitics.contains(&c) {
            return;
        }
        skip += c.len_utf8();
        found.push(Opening {
            skip,
            replaced: 0,
            key: "",
        });
    }
}

/// Openings behind a conjunction (و ف), a preposition (ب ل ك) and the future
/// particle (س); لل is ل and the article, whose alef is not written. A name
/// that is known without its article may have one here.
fn arabic(word: &str, found: &mut SmallVec<[Opening; 8]>) {
    const ARTICLE: &str = "ال";
    let conjunction = word.chars().next().filter(|c| matches!(c, 'و' | 'ف'));
    let after = conjunction.map_or(0, char::len_utf8);
    for skip in [0, after] {
        let rest = word.get(skip..).unwrap_or_default();
        if skip > 0 {
            found.push(Opening {
                skip,
                replaced: 0,
                key: "",
            });
        }
        if let Some(preposition) = rest
            .chars()
            .next()
            .filter(|c| matches!(c, 'ب' | 'ل' | 'ك' | 'س'))
        {
            let skip = skip + preposition.len_utf8();
            found.push(Opening {
                skip,
                replaced: 0,
                key: "",
            });
            if rest.starts_with("لل") {
                found.push(Opening {
                    skip,
                    replaced: 'ل'.len_utf8(),
                    key: ARTICLE,
                });
                found.push(Opening {
                    skip,
                    replaced: 'ل'.len_utf8(),
                    key: "",
                });
            }
            if rest
                .get(preposition.len_utf8()..)
                .is_some_and(|rest| rest.starts_with(ARTICLE))
            {
                found.push(Opening {
                    skip,
                    replaced: ARTICLE.len(),
                    key: "",
                });
            }
        }
        if rest.starts_with(ARTICLE) {
            found.push(Opening {
                skip,
                replaced: ARTICLE.len(),
                key: "",
            });
        }
        if after == 0 {
            break;
        }
    }
    // The whole word with its article stands before the openings behind letters.
    found.sort_by_key(|opening| (opening.skip, opening.replaced));
}
