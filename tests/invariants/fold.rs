//! What holds for the folding of any text whatever. Used by the property tests
//! and the fuzz targets.

use nashra::text::fold::{Needle, fold, fold_key};

/// Fails with what was expected.
macro_rules! holds {
    ($condition:expr, $($told:tt)+) => {
        if !$condition {
            return Err(format!($($told)+));
        }
    };
}

/// Checks that a folded text maps back in order, to whole characters, and that
/// what was folded finds itself.
pub fn check_folded(text: &str) -> Result<(), String> {
    let folded = fold(text);
    let mut last = 0..0;
    for (at, c) in folded.text.char_indices() {
        let source = folded.source(at..at + c.len_utf8());
        holds!(
            text.get(source.clone())
                .is_some_and(|source| !source.is_empty()),
            "{c:?} at {at} comes from {source:?}, no characters"
        );
        holds!(
            source.start >= last.end || source == last,
            "{c:?} at {at} comes from {source:?}, after {last:?}"
        );
        holds!(
            folded.source(at..at).is_empty(),
            "an empty range at {at} has a source"
        );
        last = source;
    }
    holds!(
        folded.text.is_empty() || last.end == text.len(),
        "the end comes from {last:?}"
    );
    holds!(
        folded.text.is_empty() || folded.source(0..folded.text.len()).end == text.len(),
        "the whole ends early"
    );
    let key = fold_key(text);
    holds!(
        fold_key(&key) == key,
        "key {key:?} folds to {:?}",
        fold_key(&key)
    );
    holds!(
        folded.text.trim() == key,
        "key {key:?} of {:?}",
        folded.text
    );
    let needle = Needle::new(text);
    holds!(needle.is_empty() == key.is_empty(), "a needle of {key:?}");
    let found = needle.find_in(&folded);
    holds!(
        found.is_empty() == key.is_empty(),
        "{text:?} does not find itself"
    );
    for pair in found.windows(2) {
        holds!(pair[0].end <= pair[1].start, "hits overlap: {pair:?}");
    }
    for hit in found {
        holds!(
            text.get(hit.clone()).is_some(),
            "hit {hit:?} cuts a character"
        );
    }
    Ok(())
}
