//! Text made to break a layout, or to make it slow: each must be laid out
//! rightly, and soon.

#[path = "invariants/layout.rs"]
mod layout;

use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use nashra::text::fold::{Needle, fold};
use nashra::text::sanitize::sanitize;
use nashra::text::{BaseDirection, LineSpan, Paragraph, ParagraphStyle, Wrap, paragraphs};

/// Far beyond what any of these takes, far below what anything quadratic takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs a check aside, and fails if it panics, fails or does not end.
#[track_caller]
fn soon(name: &str, check: impl FnOnce() -> Result<(), String> + Send + 'static) {
    let (sender, receiver) = mpsc::channel();
    let worker = std::thread::spawn(move || sender.send(check()));
    match receiver.recv_timeout(PATIENCE) {
        Ok(result) => assert_eq!(result, Ok(()), "{name}"),
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("{name}: not done in {PATIENCE:?}"),
        Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{name}: {:?}", worker.join().is_err()),
    }
}

fn styles() -> [ParagraphStyle; 3] {
    [BaseDirection::Auto, BaseDirection::Ltr, BaseDirection::Rtl].map(|base| ParagraphStyle {
        base,
        ..ParagraphStyle::default()
    })
}

/// Everything about a text, in each base direction, at three widths; of a long
/// one, in one direction at one width each; and that it can be sanitized,
/// folded and searched.
#[track_caller]
fn survives(name: &str, text: impl Into<String>) {
    let text: String = text.into();
    let start: String = text.chars().take(12).collect();
    soon(&format!("{name}, {}", start.escape_unicode()), move || {
        for (style, wide) in styles().iter().zip([7, 80, 2]) {
            let all = [2, 7, 80];
            let columns = if text.len() > 5_000 {
                &[wide]
            } else {
                &all[..]
            };
            for columns in columns {
                layout::check_text(&text, style, *columns)?;
            }
        }
        let clean = sanitize(&text);
        let _ = Needle::new("a").find_in(&fold(&clean));
        Ok(())
    });
}

#[test]
fn nested_isolates_and_embeddings() {
    for opener in ['\u{2066}', '\u{2067}', '\u{2068}'] {
        let open = opener.to_string().repeat(200);
        survives("isolates that never end", format!("{open}a1"));
        survives(
            "isolates that end",
            format!("{open}אa1{}b", "\u{2069}".repeat(200)),
        );
        survives(
            "isolates, each with a letter",
            format!("{opener}אa").repeat(200),
        );
    }
    // The deepest level, 125, and a number at 126.
    for count in [60, 61, 62, 63, 124, 125, 126, 140] {
        survives("deep numbers", format!("{}12", "\u{2067}".repeat(count)));
        survives(
            "deep embeddings",
            format!("{}12 a", "\u{202b}\u{202a}".repeat(count)),
        );
    }
    survives("100,000 isolates", "\u{2067}".repeat(100_000) + "a");
    survives("100,000 ends", "\u{2069}\u{202c}".repeat(50_000) + "a");
}

#[test]
fn lines_at_the_deepest_level() {
    let deep = "\u{2067}".repeat(140);
    let text: Arc<str> = Arc::from(format!("{deep}12"));
    let style = ParagraphStyle {
        base: BaseDirection::Rtl,
        ..ParagraphStyle::default()
    };
    let paragraph = Paragraph::new(&text, 0..text.len(), &style);
    let span = LineSpan {
        bytes: deep.len()..text.len(),
        hang: 0,
        hyphen: false,
    };
    assert_eq!(paragraph.line(&span).shaped(), "12");
}

#[test]
fn piles_of_marks() {
    survives("100,000 marks", format!("a{}", "\u{301}".repeat(100_000)));
    survives("100,000 marks", format!("لا{}لا", "\u{64b}".repeat(100_000)));
    for base in ["ب", "ש", "क", "漢", "👍", " ", "", "\u{200d}", "لا"] {
        survives("marks", format!("{base}{}x", "\u{301}".repeat(5_000)));
        survives(
            "Arabic marks",
            format!("x{base}{}لا", "\u{64b}".repeat(5_000)),
        );
    }
    survives("marks and joiners", "\u{301}\u{200d}".repeat(30_000));
    survives("viramas", "क्".repeat(10_000));
    survives("vowel signs", format!("क{}", "ा".repeat(20_000)));
    survives("prepended signs", "\u{600}".repeat(10_000) + "1");
}

#[test]
fn lone_and_unpaired_characters() {
    let lone = [
        "\u{200d}",
        "\u{200c}",
        "\u{ad}",
        "\u{feff}",
        "\u{fe0f}",
        "\u{202c}",
        "\u{2069}",
        "\u{202e}",
        "\u{2066}",
        "\u{301}",
        "\u{64e}",
        "\u{1f3fb}",
        "\u{1f1e6}",
        "\u{20e3}",
        "\u{e0001}",
        "\u{e007f}",
        "\u{1160}",
        "\u{11a8}",
        "\u{94d}",
        "\u{600}",
        "(",
        ")",
        "«",
        "”",
        "ل",
        "ا",
        "ـ",
        "\t",
        " ",
        "\u{3000}",
        "\u{1b}",
        "\0",
        "\u{85}",
        "\u{2028}",
        "\u{10ffff}",
        "\u{fdfd}",
        "\u{a9c5}",
        "\u{12031}",
    ];
    for one in lone {
        survives("alone", one);
        for other in lone {
            survives("two", format!("{one}{other}"));
            survives("around a letter", format!("{one}ب{other}"));
            survives("in a row", format!("a{one}{other}{one}א{other}"));
        }
    }
}

#[test]
fn controls_without_an_end() {
    survives("RLO", "\u{202e}abc def (ghi) 123");
    survives("RLO over lines", "\u{202e}abc\ndef\u{202c}\nghi");
    survives("LRO in Arabic", "سلام \u{202d}سلام (1) سلام");
    survives("brackets", "([{<«".repeat(4_000));
    survives("closing brackets", ")]}>»".repeat(4_000));
    survives("brackets that cross", "([)]א".repeat(4_000));
}

#[test]
fn broken_emoji() {
    survives("half flags", "\u{1f1e6}".repeat(10_001));
    survives("dangling joiners", "👩\u{200d}".repeat(5_000));
    survives(
        "one endless family",
        format!("👩{}", "\u{200d}👩".repeat(5_000)),
    );
    survives("tones", "🏽".repeat(5_000));
    survives("keycaps", "\u{20e3}".repeat(5_000));
    survives("tags", format!("🏴{}", "\u{e0061}".repeat(20_000)));
    survives(
        "selectors",
        format!("❤{}", "\u{fe0f}\u{fe0e}".repeat(10_000)),
    );
}

#[test]
fn long_words_and_long_paragraphs() {
    survives("one word", "w".repeat(50_000));
    survives("one Arabic word", "بلا".repeat(15_000));
    survives("directions in turn", "aא".repeat(15_000));
    survives("spaces", " ".repeat(100_000));
    survives("tabs and spaces", "\t ".repeat(20_000));
    survives("soft hyphens", "a\u{ad}".repeat(10_000));
    survives("lines", "\n".repeat(50_000));
    survives("Thai without a space", "ประเทศไทย".repeat(2_000));
    survives("lam", "ل".repeat(20_000));
}

/// What is on screen of a paragraph of ten megabytes costs what is on screen.
#[test]
fn the_first_lines_of_a_huge_paragraph() {
    for (name, part) in [
        ("Latin", "The quick brown fox jumps over the lazy dog. "),
        ("Arabic", "نص عربي (with Latin) طويل جدا 123 "),
        ("one word", "w"),
        ("Thai", "ประเทศไทย"),
        ("isolates", "\u{2067}א"),
    ] {
        let text: Arc<str> = Arc::from(part.repeat(10_000_000 / part.len()));
        soon(name, move || {
            let paragraph = Paragraph::new(&text, 0..text.len(), &ParagraphStyle::default());
            let wrap = Wrap {
                columns: 80,
                hyphenate: true,
            };
            for span in paragraph.wrap(0, &wrap).take(50) {
                layout::check_line(&text, &span, &paragraph.line(&span))?;
            }
            let title = paragraph.fit(40, "…");
            (title.width() <= 40)
                .then_some(())
                .ok_or_else(|| format!("fitted to {}", title.width()))
        });
    }
}

#[test]
fn ranges_that_make_no_sense() {
    let text: Arc<str> = Arc::from("aבé漢\u{301}لا 👩\u{200d}👧\n");
    let past = text.len() + 3;
    for start in 0..past {
        for end in 0..past {
            let paragraph = Paragraph::new(&text, start..end, &ParagraphStyle::default());
            let bytes = paragraph.bytes();
            assert!(
                text.get(bytes.clone()).is_some(),
                "{start}..{end} became {bytes:?}"
            );
            for columns in [0, 1, 2, usize::MAX] {
                assert!(paragraph.fit(columns, "…").width() <= columns);
                assert!(paragraph.fit(columns, "").width() <= columns);
                let wrap = Wrap {
                    columns,
                    hyphenate: true,
                };
                for from in [0, 1, 4, past, usize::MAX] {
                    assert!(paragraph.wrap(from, &wrap).count() <= text.len() + 1);
                }
            }
            for hang in [0, 1, usize::MAX] {
                let span = LineSpan {
                    bytes: end..start,
                    hang,
                    hyphen: true,
                };
                let line = paragraph.line(&span);
                let _ = line.visual();
                let _ = line.columns_of(start..end);
                let _ = line.columns_of(0..usize::MAX);
                assert!(line.cell_at(usize::MAX).is_none() && line.byte_at(past).is_none());
            }
        }
    }
    assert_eq!(
        paragraphs("").collect::<Vec<_>>().len(),
        paragraphs("").count()
    );
}
