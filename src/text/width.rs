//! How many cells a cluster takes. No other file knows.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// The width in cells of one grapheme cluster.
#[must_use]
pub fn cluster_width(cluster: &str) -> usize {
    cluster
        .chars()
        .map(|c| c.width().unwrap_or(0))
        .sum::<usize>()
        .min(2)
}

/// The width in cells of a text on one line: the sum over its clusters.
#[must_use]
pub fn text_width(text: &str) -> usize {
    text.graphemes(true).map(cluster_width).sum()
}
