//! Reading corpora: formats, dirt, and everything that can be wrong with a file.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot write its files has failed"
)]

use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use nashra::corpus::{Article, TitleOrigin};
use nashra::ingest::{Assembler, Event, Input, Problem, RawArticle, Reason, read};
use proptest::prelude::*;
use tempfile::TempDir;

const RECORDS: &str = include_str!("corpus/ingest/records.jsonl");

#[derive(Default)]
struct Read {
    articles: Vec<RawArticle>,
    problems: Vec<Problem>,
    progress: Vec<(u64, u64)>,
}

fn read_all(inputs: &[Input]) -> Read {
    let mut all = Read::default();
    read(inputs, &mut |event| {
        match event {
            Event::Article(article) => all.articles.push(*article),
            Event::Problem(problem) => all.problems.push(problem),
            Event::Progress {
                bytes_done,
                bytes_total,
            } => all.progress.push((bytes_done, bytes_total)),
        }
        ControlFlow::Continue(())
    });
    all
}

fn read_path(path: impl Into<PathBuf>) -> Read {
    read_all(&[Input::Path(path.into())])
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn ids(read: &Read) -> Vec<&str> {
    read.articles.iter().map(|article| &*article.id).collect()
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn corpus(name: &str) -> Article {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/ingest");
    let mut read = read_path(path.join(name));
    assert!(read.problems.is_empty());
    Assembler::new().article(read.articles.remove(0))
}

#[test]
fn a_folder_is_read_in_the_order_of_names() {
    let folder = folder(&[
        ("b.txt", b"Second\n\nBody of the second."),
        ("a/z.txt", b"First\n\nBody of the first."),
        ("a/2.v1.TXT", b"Zeroth\n\nBody of the zeroth."),
        (".hidden.txt", b"Not this one"),
        (".git/x.txt", b"Nor this one"),
        ("photo.png", b"\x89PNG\0\0\0"),
        ("1234", b"No extension\n\nAs in some collections."),
    ]);
    let read = read_path(folder.path());
    assert_eq!(ids(&read), ["1234", "a/2.v1", "a/z", "b"]);
    assert!(read.problems.is_empty());
    let ranks: Vec<u64> = read.articles.iter().map(|article| article.rank).collect();
    assert_eq!(ranks, [0, 1, 2, 3]);
    let (done, total) = *read.progress.last().unwrap();
    assert_eq!(done, total);
}

#[test]
fn a_single_file_is_named_by_its_stem() {
    let folder = folder(&[("deep/article.txt", b"Title\n\nBody.")]);
    let read = read_path(folder.path().join("deep/article.txt"));
    assert_eq!(ids(&read), ["article"]);
}

#[test]
fn records_of_json_lines() {
    for (name, content) in [
        ("records.jsonl", RECORDS.as_bytes().to_vec()),
        ("records.ndjson", RECORDS.as_bytes().to_vec()),
        ("records.json", RECORDS.as_bytes().to_vec()),
        ("records.jsonl.gz", gzip(RECORDS.as_bytes())),
        ("records", RECORDS.as_bytes().to_vec()),
        ("records", gzip(RECORDS.as_bytes())),
    ] {
        let folder = folder(&[(name, &content)]);
        let read = read_path(folder.path());
        assert_eq!(ids(&read), ["a", "a#2", "records:7"], "{name}");
        let lines: Vec<_> = read.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(2), Some(4), Some(6)]);
        let first = &read.articles[0];
        assert_eq!(first.title.as_deref(), Some("A whole record"));
        assert_eq!(first.language.as_deref(), Some("eng_Latn"));
        assert_eq!(first.date.unwrap().rfc3339(), "2024-05-08T17:30:00Z");
        assert_eq!(first.source.as_deref(), Some("example.org"));
        assert_eq!(first.metadata["section"], "tests");
        assert_eq!(first.origin.line, Some(1));
        assert_eq!(read.articles[1].text, "One paragraph.\nAnother one.");
    }
}

#[test]
fn ids_stay_unique_whatever_the_records_call_themselves() {
    let lines = ["x", "x#2", "x", "x", "x#2"]
        .map(|id| format!("{{\"id\":\"{id}\",\"text\":\"Text of a record.\"}}"))
        .join("\n");
    let folder = folder(&[("a.jsonl", lines.as_bytes())]);
    let read = read_path(folder.path());
    let mut found = ids(&read);
    assert_eq!(found[..3], ["x", "x#2", "x#3"]);
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), 5);
}

#[test]
fn all_members_of_a_gzip_file_are_read() {
    let mut content = gzip(b"{\"text\":\"The first member.\"}\n");
    content.extend(gzip(b"{\"text\":\"The second member.\"}\n"));
    let folder = folder(&[("a.jsonl.gz", &content)]);
    let read = read_path(folder.path());
    assert_eq!(ids(&read), ["a:1", "a:2"]);
    assert!(read.problems.is_empty());
}

#[test]
fn each_bad_file_is_named_and_the_rest_opens() {
    let records = (0..2000)
        .map(|n| format!("{{\"text\":\"Record number {n} of many, to be cut short.\"}}\n"))
        .collect::<String>();
    let whole = gzip(records.as_bytes());
    let folder = folder(&[
        ("1-zeros.txt", &[0; 5000]),
        ("2-empty.txt", b""),
        ("3-blank.txt", b" \n\xC2\xA0\t\n"),
        ("4-latin1.txt", b"Caf\xE9 closed\n\nThe caf\xE9 has closed."),
        ("5-utf16.txt", b"\xFF\xFEA\0b\0c\0"),
        (
            "6-binary",
            b"\x7FELF\x02\x01\x01\0\0\0\0\0\xFF\xFE\xFD\0\0\0",
        ),
        ("7-zeros.jsonl", &[0; 5000]),
        ("8-array.json", b"[\n{\"text\":\"a\"}\n]"),
        ("9-cut.jsonl.gz", &whole[..whole.len() / 2]),
        (
            "A-broken.jsonl.gz",
            b"\x1F\x8B nothing that was ever compressed",
        ),
        ("B-cut.txt.gz", &whole[..whole.len() / 2]),
        ("B-empty.jsonl", b""),
        ("C-good.txt", b"\xEF\xBB\xBFGood news\n\nThe rest opens."),
    ]);
    std::os::unix::fs::symlink("nowhere.txt", folder.path().join("D-link.txt")).unwrap();
    let read = read_path(folder.path());
    let text = |reason: &Reason| reason.to_string();
    let found: Vec<(String, String)> = read
        .problems
        .iter()
        .map(|problem| {
            let name = problem.path.as_ref().unwrap().file_name().unwrap();
            (name.to_string_lossy().into_owned(), text(&problem.reason))
        })
        .collect();
    let expected = [
        ("D-link.txt", Reason::NotFound),
        ("1-zeros.txt", Reason::Binary),
        ("2-empty.txt", Reason::EmptyFile),
        ("3-blank.txt", Reason::EmptyFile),
        ("4-latin1.txt", Reason::NotUtf8 { offset: 3 }),
        ("5-utf16.txt", Reason::NotUtf8 { offset: 0 }),
        ("6-binary", Reason::Binary),
        ("7-zeros.jsonl", Reason::Binary),
        ("8-array.json", Reason::NotJsonLines),
        ("9-cut.jsonl.gz", Reason::BrokenGzip),
        ("A-broken.jsonl.gz", Reason::BrokenGzip),
        ("B-cut.txt.gz", Reason::BrokenGzip),
        ("B-empty.jsonl", Reason::EmptyFile),
    ]
    .map(|(name, reason)| (name.to_owned(), text(&reason)));
    assert_eq!(found, expected);
    let last = read.articles.last().unwrap();
    assert_eq!(&*last.id, "C-good");
    assert_eq!(last.text, "Good news\n\nThe rest opens.");
    assert!(
        read.articles.len() > 100,
        "what stands before the cut is kept"
    );
}

#[test]
fn paths_that_cannot_be_opened_are_named() {
    let folder = folder(&[("notes.rs", b"fn main() {}")]);
    let read = read_all(&[
        Input::Path("/no/such\u{1b}[31mplace".into()),
        Input::Path(folder.path().into()),
        Input::Path(folder.path().join(".")),
        Input::Sample,
    ]);
    assert_eq!(read.problems.len(), 2, "a folder named twice is read once");
    assert!(matches!(read.problems[0].reason, Reason::NotFound));
    let message = read.problems[0].to_string();
    assert!(!message.chars().any(char::is_control), "{message:?}");
    assert!(message.contains("no such file"), "{message}");
    assert!(matches!(read.problems[1].reason, Reason::EmptyFolder));
    assert!(read.articles.len() >= 36, "the sample opens all the same");
}

#[test]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("closed/a.txt", b"Secret"), ("open.txt", b"Open\n\nBody.")]);
    let closed = folder.path().join("closed");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let is_root = fs::read_dir(&closed).is_ok();
    let read = read_path(folder.path());
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(ids(&read).contains(&"open"));
    if !is_root {
        assert_eq!(read.problems.len(), 1);
        assert!(matches!(read.problems[0].reason, Reason::PermissionDenied));
    }
}

#[test]
fn links_that_go_round_end() {
    let folder = folder(&[("a/one.txt", b"One\n\nBody.")]);
    std::os::unix::fs::symlink("..", folder.path().join("a/up")).unwrap();
    std::os::unix::fs::symlink("a", folder.path().join("b")).unwrap();
    let read = read_path(folder.path());
    assert_eq!(ids(&read), ["a/one"]);
    assert!(read.problems.is_empty());
}

#[test]
fn many_broken_lines_are_counted_not_listed() {
    let content = format!(
        "{{\"text\":\"The only good one.\"}}\n{}",
        "{broken\n".repeat(5000)
    );
    let folder = folder(&[("a.jsonl", content.as_bytes())]);
    let read = read_path(folder.path());
    assert_eq!(read.articles.len(), 1);
    assert_eq!(read.problems.len(), 21);
    let last = &read.problems.last().unwrap().reason;
    assert!(matches!(last, Reason::MoreLines(4980)), "{last}");
}

#[test]
fn a_break_ends_the_reading() {
    let mut seen = 0;
    read(&[Input::Sample, Input::Sample], &mut |_| {
        seen += 1;
        ControlFlow::Break(())
    });
    assert_eq!(seen, 1);
}

#[test]
fn nothing_from_outside_is_raw() {
    let article = corpus("escapes.txt");
    assert!(article.title.contains("red"));
    let is_raw = |c: char| c.is_control() && c != '\n';
    assert!(!article.title.chars().any(|c| c.is_control()));
    assert!(!article.text.chars().any(is_raw), "{:?}", article.text);
    let overrides = article.text.matches('\u{202e}').count();
    assert_eq!(overrides, article.text.matches('\u{202c}').count());
}

#[test]
fn articles_are_assembled() {
    let article = corpus("navigation.txt");
    assert_eq!(article.title, "Lighthouse Keeper Retires After Forty Years");
    assert_eq!(article.title_origin, TitleOrigin::Line);
    let bytes = article.title_bytes.clone().unwrap();
    assert_eq!(article.text.get(bytes), Some(article.title.as_str()));
    assert_eq!(article.language.as_str(), "en");
    assert_eq!(article.script.code(), "Latn");
    assert_eq!(article.furniture.len(), 6);
    assert!(article.words > 60, "{}", article.words);

    let article = corpus("no-title.txt");
    assert_eq!(article.title_origin, TitleOrigin::Sentence);
    assert_eq!(article.language.as_str(), "de");
    assert_eq!(article.title_bytes, None);
}

#[test]
fn chinese_texts_have_titles_too() {
    let folder = folder(&[(
        "a.txt",
        "灯塔看守人退休\n\n北角灯塔的看守人上周五退休，邻居们说会怀念这个不爱说话的老人。"
            .as_bytes(),
    )]);
    let article = Assembler::new().article(read_path(folder.path()).articles.remove(0));
    assert_eq!(article.title, "灯塔看守人退休");
    assert_eq!(article.script.code(), "Hans");
    assert!(article.furniture.is_empty());
}

#[test]
fn a_title_field_that_the_text_repeats_is_shown_once() {
    let content = "{\"title\":\"The  headline\",\"text\":\"\\n The headline \\nThe body.\",\"lang\":\"en\"}\n\
                   {\"title\":\"Only a headline of the agency\"}\n{\"text\":\"12 %\"}";
    let folder = folder(&[("a.jsonl", content.as_bytes())]);
    let articles: Vec<Article> = read_path(folder.path())
        .articles
        .into_iter()
        .map(|raw| Assembler::new().article(raw))
        .collect();
    let bytes = articles[0].title_bytes.clone().unwrap();
    assert_eq!(articles[0].text.get(bytes).unwrap().trim(), "The headline");
    assert_eq!(articles[1].text.len(), 0);
    assert_eq!(articles[1].title, "Only a headline of the agency");
    assert_eq!(articles[2].title_origin, TitleOrigin::FileName);
    assert_eq!(articles[2].title, "a:3");
}

#[test]
fn the_sample_is_whole() {
    let read = read_all(&[Input::Sample]);
    assert!(read.problems.is_empty());
    for raw in read.articles {
        let declared = raw.language.clone().unwrap();
        let without = RawArticle {
            language: None,
            ..raw.clone()
        };
        let assembler = Assembler::new();
        assert_eq!(assembler.article(raw).language.as_str(), declared);
        let article = assembler.article(without);
        assert_eq!(article.language.as_str(), declared, "{}", article.id);
        assert!(article.date.is_some() && article.source.is_some());
        assert!(article.furniture.is_empty(), "{}", article.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_a_reader_panic(
        bytes in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..400),
            "(?s).{0,200}".prop_map(String::into_bytes),
            r#"(\{"(text|title|id|date|url|lang)":("[^"]{0,9}"|\[1\]|-?[0-9]{1,30}|null)\}?,?\n?){0,9}"#.prop_map(String::into_bytes),
            proptest::collection::vec(any::<u8>(), 0..99).prop_map(|bytes| gzip(&bytes)),
        ],
        name in prop_oneof!["a\\.txt", "a\\.jsonl", "a\\.jsonl\\.gz", "a\\.json", "a"],
    ) {
        let folder = folder(&[(&name, &bytes)]);
        let read = read_path(folder.path());
        prop_assert!(!read.articles.is_empty() || !read.problems.is_empty());
        for problem in &read.problems {
            prop_assert!(!problem.to_string().chars().any(char::is_control));
        }
        for raw in read.articles {
            let article = Assembler::new().article(raw);
            prop_assert!(!article.title.is_empty());
            prop_assert!(!article.title.chars().any(char::is_control));
        }
    }
}
