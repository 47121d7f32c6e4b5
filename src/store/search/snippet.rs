//! The words around the best hit.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::Article;

/// The scalars of a snippet, about.
const SCALARS: usize = 160;

/// The share of a snippet that stands before the hit.
const BEFORE: usize = 4;

/// The most bytes of a scalar in UTF-8.
const SCALAR_BYTES: usize = 4;

/// A piece of an article's text around its best hit, in logical order, on one
/// line: whole words, about 160 scalars, `…` where it was cut. Without hits it
/// is the beginning of the text.
///
/// The best hit is the one that most others stand near; page furniture and the
/// headline are only taken where nothing else was hit.
#[must_use]
pub fn snippet(article: &Article, hits: &[Range<usize>]) -> String {
    let text = &*article.text;
    let best = best_hit(article, hits).unwrap_or_else(|| {
        let start = article.title_bytes.as_ref().map_or(0, |title| title.end);
        start..start
    });
    around(text, best)
}

/// The hit with most hits within a snippet's length behind it, the first of these.
fn best_hit(article: &Article, hits: &[Range<usize>]) -> Option<Range<usize>> {
    let in_furniture = |hit: &Range<usize>| {
        let next = article.furniture.partition_point(|f| f.end <= hit.start);
        let furniture = article.furniture.get(next);
        furniture.is_some_and(|furniture| furniture.start <= hit.start)
    };
    let in_title = |hit: &Range<usize>| {
        let title = article.title_bytes.as_ref();
        title.is_some_and(|title| title.contains(&hit.start))
    };
    let mut best: Option<(bool, usize, &Range<usize>)> = None;
    let mut end = 0;
    for (index, hit) in hits.iter().enumerate() {
        while hits
            .get(end)
            .is_some_and(|next| next.start < hit.start + SCALARS)
        {
            end += 1;
        }
        let in_article = !in_furniture(hit) && !in_title(hit);
        let near = end - index;
        if best.is_none_or(|(was_in_article, most, _)| (in_article, near) > (was_in_article, most))
        {
            best = Some((in_article, near, hit));
        }
    }
    best.map(|(_, _, hit)| hit.clone())
}

/// The words around a range of a text.
fn around(text: &str, range: Range<usize>) -> String {
    // Words are only looked for in what could be shown, however long the text is.
    let reach = SCALARS * SCALAR_BYTES;
    let start = range.start.saturating_sub(reach).min(text.len());
    let end = range.end.min(range.start.saturating_add(reach));
    let end = end.saturating_add(reach).min(text.len());
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let from = (0..=start).rev().find(is_boundary).unwrap_or(0);
    let to = (end..text.len()).find(is_boundary).unwrap_or(text.len());
    let window = text.get(from..to).unwrap_or_default();
    let words: Vec<(usize, &str)> = window.split_word_bound_indices().collect();
    let hit = words.partition_point(|(at, word)| from + at + word.len() <= range.start);

    let (mut first, mut length) = (hit, 0);
    for (index, (_, word)) in words.iter().enumerate().take(hit).rev() {
        length += word.chars().count();
        // The first word of the window may be the end of a longer one.
        if length > SCALARS / BEFORE || (index == 0 && from > 0) {
            break;
        }
        first = index;
    }
    // A piece begins with a word, not with the comma that stood before it.
    let is_mark = |(_, word): &&(usize, &str)| !word.contains(char::is_alphanumeric);
    if first > 0 || from > 0 {
        let before_hit = words.get(first..hit).unwrap_or_default();
        first += before_hit.iter().take_while(is_mark).count();
    }
    let mut last = first;
    let mut length = 0;
    for (index, (_, word)) in words.iter().enumerate().skip(first) {
        length += word.chars().count();
        if length > SCALARS && index > hit {
            break;
        }
        last = index + 1;
    }
    let shown: String = words
        .get(first..last)
        .unwrap_or_default()
        .iter()
        .map(|(_, word)| *word)
        .collect();
    let shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = shorten(&shown, 2 * SCALARS);
    let is_first = from == 0 && words.get(..first).unwrap_or_default().iter().all(is_blank);
    let is_last = to == text.len() && words.get(last..).unwrap_or_default().iter().all(is_blank);
    let [before, after] = [is_first, is_last && !shown.1].map(|whole| if whole { "" } else { "…" });
    format!("{before}{}{after}", shown.0)
}

fn is_blank((_, word): &(usize, &str)) -> bool {
    word.trim().is_empty()
}

/// A text of at most so many scalars, cut between grapheme clusters, and whether
/// it was cut. A word of a script without spaces, or of nothing but marks, may
/// be as long as it likes.
fn shorten(text: &str, scalars: usize) -> (String, bool) {
    let mut kept = String::new();
    let mut count = 0;
    for cluster in text.graphemes(true) {
        count += cluster.chars().count();
        if count > scalars {
            return (kept, true);
        }
        kept.push_str(cluster);
    }
    (kept, false)
}
