//! Clusters: every case of Unicode's GraphemeBreakTest, through our own
//! paragraphs and lines.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read its file has failed"
)]

#[path = "unicode/files.rs"]
mod files;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use nashra::text::width::cluster_width;
use nashra::text::{LineSpan, Paragraph, ParagraphStyle, Wrap};

/// One line of a test file: characters with `÷` where a boundary is and `×`
/// where none is.
struct Case {
    text: Arc<str>,
    /// Byte offsets of the boundaries but the first, the end included.
    boundaries: Vec<usize>,
}

fn case(line: &str) -> Case {
    let mut text = String::new();
    let mut boundaries = Vec::new();
    for token in line.split_whitespace() {
        match token {
            "÷" => boundaries.push(text.len()),
            "×" => {}
            code => text.push(files::character(code)),
        }
    }
    boundaries.retain(|at| *at > 0);
    Case {
        text: Arc::from(text),
        boundaries,
    }
}

fn paragraph(text: &Arc<str>) -> Paragraph {
    Paragraph::new(text, 0..text.len(), &ParagraphStyle::default())
}

/// What is wrong with the clusters of a case, if anything.
fn check_clusters(case: &Case) -> Option<String> {
    let paragraph = paragraph(&case.text);
    let line = paragraph.line(&LineSpan {
        bytes: 0..case.text.len(),
        hang: 0,
        hyphen: false,
    });
    let mut starts = vec![0];
    starts.extend(&case.boundaries);
    let clusters: Vec<Range<usize>> = starts.windows(2).map(|pair| pair[0]..pair[1]).collect();
    let drawn = |cluster: &&Range<usize>| {
        let text = case.text.get((*cluster).clone()).unwrap();
        cluster_width(text) > 0
    };
    // Every cluster that is drawn has cells of its own; what is not drawn may
    // belong to any neighbour.
    let mut owners = BTreeSet::new();
    for cell in line.cells() {
        let inside: Vec<usize> = (0..clusters.len())
            .filter(|index| drawn(&&clusters[*index]))
            .filter(|index| {
                let cluster = &clusters[*index];
                cluster.start < cell.bytes.end && cell.bytes.start < cluster.end
            })
            .collect();
        if inside.len() != 1 {
            return Some(format!(
                "cell {:?} holds {} clusters",
                cell.bytes,
                inside.len()
            ));
        }
        owners.extend(inside);
    }
    let wanted = clusters.iter().filter(drawn).count();
    if owners.len() != wanted {
        return Some(format!(
            "{} clusters have cells, not {wanted}",
            owners.len()
        ));
    }
    // A line that can hold the widest cluster ends between clusters.
    let widths = clusters
        .iter()
        .map(|cluster| cluster_width(case.text.get(cluster.clone()).unwrap()));
    let wrap = Wrap {
        columns: widths.max().unwrap_or(1),
        hyphenate: false,
    };
    paragraph
        .wrap(0, &wrap)
        .map(|span| span.bytes.end)
        .find(|end| !case.boundaries.contains(end))
        .map(|end| format!("a line ends inside a cluster, at {end}"))
}

#[test]
fn clusters_are_extended_grapheme_clusters() {
    let file = files::read("GraphemeBreakTest.txt.gz");
    let mut count = 0;
    for line in files::lines(&file) {
        count += 1;
        let fault = check_clusters(&case(line));
        assert!(fault.is_none(), "{line}: {}", fault.unwrap_or_default());
    }
    assert_eq!(count, 766, "cases were lost");
}
