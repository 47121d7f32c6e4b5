//! Clusters: what stays together when text is wrapped, ordered and drawn.
//!
//! They are extended grapheme clusters (UAX 29), with two changes: lam and an
//! alef after it are one, and code points that are never drawn belong to the
//! cluster before them (the first of a line to the one after).

use std::ops::Range;

use super::joining::{LAM, is_ligating_alef};
use super::properties::Properties;
use super::width::{self, MAX_MARKS, char_width};

/// One cluster. Offsets are bytes of the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// All its bytes, with what is not drawn before and after it.
    pub bytes: Range<usize>,
    /// The bytes that are drawn; empty if nothing is.
    pub core: Range<usize>,
    /// Cells.
    pub width: usize,
    /// How its glyph is made.
    pub kind: Kind,
}

/// How the glyph of a cluster is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The core is the glyph, of one piece (before joining and mirroring).
    Verbatim,
    /// Lam and alef, with their marks.
    LamAlef,
    /// The core has to be taken apart: see [`width::pieces`].
    Composed,
    /// Nothing is drawn.
    Empty,
}

/// The clusters of a range of text.
#[derive(Clone, Debug)]
pub(super) struct Clusters<'t> {
    text: &'t str,
    at: usize,
    /// Whether lam and alef are one.
    ligates: bool,
}

impl<'t> Clusters<'t> {
    /// The clusters of `range`, which is cut to the text's end and must lie on
    /// character boundaries; else there are none.
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Clusters<'t> {
        let end = range.end.min(text.len());
        match text.get(..end) {
            Some(text) if text.is_char_boundary(range.start) => Clusters {
                text,
                at: range.start,
                ligates: true,
            },
            _ => Clusters {
                text,
                at: text.len(),
                ligates: true,
            },
        }
    }

    /// The same with lam and alef apart, where `is_apart`.
    pub(super) fn apart(self, is_apart: bool) -> Clusters<'t> {
        Clusters {
            ligates: !is_apart,
            ..self
        }
    }

    fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The cluster at `at` if it is of the common kind: one character that
    /// stands alone, perhaps with marks, and another such after it.
    fn fast(&self, at: usize) -> Option<Cluster> {
        let plain = |at: usize| match self.text.as_bytes().get(at) {
            Some(byte) => matches!(byte, b' '..=b'~'),
            None => true,
        };
        if plain(at) && plain(at + 1) {
            return Some(Cluster {
                bytes: at..at + 1,
                core: at..at + 1,
                width: 1,
                kind: Kind::Verbatim,
            });
        }
        let mut chars = self.rest(at).chars();
        let base = chars
            .next()
            .filter(|&c| c != LAM && Properties::of(c).is_alone())?;
        let mut end = at + base.len_utf8();
        let mut marks = 0;
        let mut has_hidden = false;
        for c in chars {
            let properties = Properties::of(c);
            if properties.is_alone() {
                break;
            }
            if !properties.is_mark() {
                return None;
            }
            end += c.len_utf8();
            marks += 1;
            has_hidden |= properties.is_dropped();
        }
        Some(Cluster {
            bytes: at..end,
            core: at..end,
            width: usize::from(char_width(base)),
            kind: match marks > MAX_MARKS || has_hidden {
                true => Kind::Composed,
                false => Kind::Verbatim,
            },
        })
    }

    /// The grapheme cluster at `at`: its end, its width, and whether it is drawn as it is.
    fn grapheme(&self, at: usize) -> (usize, usize, bool) {
        let cluster = width::first_cluster(self.rest(at));
        let mut pieces = width::pieces(cluster);
        let Some(first) = pieces.next() else {
            return (at + cluster.len(), 0, true);
        };
        let more: usize = pieces.map(|piece| usize::from(piece.width)).sum();
        (
            at + cluster.len(),
            usize::from(first.width) + more,
            first.is_verbatim && more == 0,
        )
    }

    /// The end of the clusters at `at` that are not drawn.
    fn skip_dropped(&self, mut at: usize) -> usize {
        while self
            .rest(at)
            .chars()
            .next()
            .is_some_and(|c| Properties::of(c).is_dropped())
        {
            let cluster = width::first_cluster(self.rest(at));
            if !cluster.chars().all(|c| Properties::of(c).is_dropped()) {
                break;
            }
            at += cluster.len();
        }
        at
    }

    /// Whether an alef at `at` makes one glyph with a lam that begins at
    /// `lam`: nothing between them may change the level or part the letters.
    fn takes_alef(&self, lam: usize, at: usize) -> bool {
        self.rest(at).chars().next().is_some_and(is_ligating_alef)
            && self
                .text
                .get(lam..at)
                .is_some_and(|between| !between.contains(parts_lam_from_alef))
    }
}

/// Joining controls, controls of direction, and what a line may end after.
fn parts_lam_from_alef(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

impl Iterator for Clusters<'_> {
    type Item = Cluster;

    fn next(&mut self) -> Option<Cluster> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        if let Some(cluster) = self.fast(start) {
            self.at = cluster.bytes.end;
            return Some(cluster);
        }
        let first = self.skip_dropped(start);
        if first >= self.text.len() {
            self.at = first;
            return Some(Cluster {
                bytes: start..first,
                core: first..first,
                width: 0,
                kind: Kind::Empty,
            });
        }
        let (mut core_end, width, is_verbatim) = self.grapheme(first);
        let mut end = self.skip_dropped(core_end);
        let mut kind = if is_verbatim {
            Kind::Verbatim
        } else {
            Kind::Composed
        };
        if self.ligates && self.rest(first).starts_with(LAM) && self.takes_alef(first, end) {
            (core_end, _, _) = self.grapheme(end);
            end = self.skip_dropped(core_end);
            kind = Kind::LamAlef;
        }
        self.at = end;
        Some(Cluster {
            bytes: start..end,
            core: first..core_end,
            width,
            kind,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn cores(text: &str) -> Vec<&str> {
        Clusters::new(text, 0..text.len())
            .map(|cluster| &text.as_bytes()[cluster.core])
            .map(|core| std::str::from_utf8(core).unwrap())
            .collect()
    }

    #[test]
    fn the_two_flags_mean_what_they_say() {
        for c in '\0'..=char::MAX {
            let properties = Properties::of(c);
            if properties.is_alone() {
                for other in ["a", "ل", "中", "ก", "\u{1F1E6}", "👍", "क"] {
                    if Properties::of(other.chars().next().unwrap()).is_alone() {
                        assert_eq!(format!("{other}{c}").graphemes(true).count(), 2, "{c:?}");
                    }
                    assert_eq!(format!("{c}{other}").graphemes(true).count(), 2, "{c:?}");
                }
            }
            if properties.is_mark() {
                for other in ["a", "ل", "中", "ก"] {
                    assert_eq!(format!("{other}{c}").graphemes(true).count(), 1, "{c:?}");
                    assert_eq!(
                        format!("{other}{c}{other}").graphemes(true).count(),
                        2,
                        "{c:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn lam_takes_its_alef() {
        assert_eq!(cores("سلام"), ["س", "لا", "م"]);
        assert_eq!(cores("لَاً ل"), ["لَاً", " ", "ل"]);
        assert_eq!(cores("ل\u{200D}ا"), ["ل\u{200D}", "ا"]);
        assert_eq!(cores("ل\u{200C}ا").len(), 2);
        assert_eq!(cores("لٱ").len(), 2);
        assert_eq!(cores("ل\u{202E}ا").len(), 2);
        assert_eq!(cores("ل\u{200E}ا").len(), 2);
        assert_eq!(cores("ل\u{2060}ا"), ["ل\u{2060}ا"]);
    }

    #[test]
    fn lam_and_alef_can_stay_apart() {
        let text = "سلام";
        let all: Vec<_> = Clusters::new(text, 0..text.len()).apart(true).collect();
        assert_eq!(all.len(), 4);
        assert!(all.iter().all(|cluster| cluster.width == 1));
    }

    #[test]
    fn what_is_not_drawn_has_a_neighbour() {
        let all: Vec<_> = Clusters::new("\u{200F}a\u{200B}\u{2067}b", 0..11).collect();
        assert_eq!(all[0].bytes, 0..10);
        assert_eq!(all[0].core, 3..4);
        assert_eq!(all[1].bytes, 10..11);
        let all: Vec<_> = Clusters::new("\u{AD}\u{7}", 0..3).collect();
        assert_eq!(all[0].kind, Kind::Empty);
        assert_eq!(all.len(), 1);
        assert_eq!(Clusters::new("", 0..0).count(), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn clusters_are_graphemes_that_share_no_byte(
            text in "[abל\u{5B0}بَ\u{200D}\u{200C}\u{AD}\u{202E} क्षิ中각\u{1161}👍🏽🇦🇲\u{FE0F}\u{20E3}\u{600}\t\r\n]{0,24}"
        ) {
            let mut graphemes: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            graphemes.push(text.len());
            let mut end = 0;
            for cluster in Clusters::new(&text, 0..text.len()) {
                prop_assert_eq!(cluster.bytes.start, end);
                for at in [cluster.bytes.start, cluster.core.start, cluster.core.end, cluster.bytes.end] {
                    prop_assert!(graphemes.contains(&at));
                }
                if cluster.kind != Kind::Empty {
                    let core = std::str::from_utf8(&text.as_bytes()[cluster.core]).unwrap();
                    prop_assert_eq!(core.graphemes(true).count(), 1);
                    prop_assert_eq!(cluster.width, width::cluster_width(core));
                }
                end = cluster.bytes.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
