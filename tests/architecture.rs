//! The house rules, held by reading `src/`: which floor may import which, and
//! which file alone may name what. `ARCHITECTURE.md` tells why.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the sources has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The floors. A module imports from lower floors only, never from its own
/// floor's neighbours.
const FLOORS: [(&str, u8); 11] = [
    ("cli", 8),
    ("app", 7),
    ("ui", 6),
    ("view", 5),
    ("store", 4),
    ("ingest", 3),
    ("analysis", 2),
    ("corpus", 1),
    ("term", 1),
    ("config", 0),
    ("text", 0),
];

/// Names that only some places may use: the places (path prefixes below
/// `src/`; a leading `!` means everywhere but there), the names, the reason.
const RESERVED: &[(&[&str], &[&str], &str)] = &[
    (
        &["text/width.rs"],
        &["unicode_width"],
        "one file knows how wide a cluster is",
    ),
    (
        &["text/"],
        &["unicode_bidi"],
        "order and levels are the text floor's",
    ),
    (
        &["ui/", "term/", "app/"],
        &["ratatui"],
        "floors below ui know no screen",
    ),
    (
        &["term/", "app/", "cli/"],
        &["crossterm"],
        "who lays text out is told how wide it is",
    ),
    (
        &["store/"],
        &["rusqlite"],
        "the library's rows are the store's",
    ),
    (
        &["!ui/", "!app/", "!view/", "!cli/", "ui/paint.rs"],
        &["set_symbol", "append_symbol", "set_char", "cell_mut"],
        "one file writes into cells",
    ),
    (
        &[
            "!text/",
            "!corpus/",
            "!analysis/",
            "!config/",
            "!view/",
            "!ui/",
        ],
        &["SystemTime", "Instant"],
        "these floors do not ask the time",
    ),
    (
        &[],
        &["unsafe", "todo", "unimplemented", "dbg"],
        "nowhere in the house",
    ),
    (
        &["cli/", "main.rs"],
        &["println", "eprintln", "print", "eprint"],
        "a line printed into the screen breaks it",
    ),
];

/// Modules of `std` that only some places may use, as in [`RESERVED`].
const RESERVED_STD: &[(&[&str], &[&str], &str)] = &[
    (
        &[
            "!text/",
            "!corpus/",
            "!analysis/",
            "!config/",
            "!view/",
            "!ui/",
        ],
        &["fs", "net", "thread"],
        "this floor is pure",
    ),
    (
        &["cli/", "main.rs"],
        &["env"],
        "the command line hands in what the environment says",
    ),
    (
        &[
            "cli/",
            "main.rs",
            "term/session.rs",
            "term/multiplexer.rs",
            "app/lending.rs",
            "app/files.rs",
        ],
        &["process"],
        "tmux and a person's own command are started, and only who holds the terminal ends the program",
    ),
];

/// The most lines a file may have.
const MAX_LINES: usize = 400;

/// Files that are tables, and may be longer.
const TABLES: [&str; 1] = ["text/tables.rs"];

/// Names that say nothing about what a file is for.
const EMPTY_NAMES: [&str; 6] = ["util", "utils", "helper", "helpers", "common", "manager"];

/// A piece of Rust source, without comments and literals.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'a> {
    Name(&'a str),
    PathSeparator,
    Other(char),
}

/// The tokens of `source`, each with its line.
fn tokens(source: &str) -> Vec<(Token<'_>, usize)> {
    let bytes = source.as_bytes();
    let at = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let (mut found, mut line, mut i) = (Vec::new(), 1, 0);
    while i < bytes.len() {
        let start = i;
        match at(i) {
            b'/' if at(i + 1) == b'/' => {
                while i < bytes.len() && at(i) != b'\n' {
                    i += 1;
                }
            }
            b'/' if at(i + 1) == b'*' => {
                let mut depth = 0;
                while i < bytes.len() {
                    match (at(i), at(i + 1)) {
                        (b'/', b'*') => (depth, i) = (depth + 1, i + 2),
                        (b'*', b'/') => (depth, i) = (depth - 1, i + 2),
                        _ => i += 1,
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
            b'"' => i = string_end(bytes, i),
            b'r' | b'b' | b'c' if literal_prefix(bytes, i).is_some() => {
                i = literal_prefix(bytes, i).unwrap();
            }
            b'\'' if at(i + 1) == b'\\' => {
                i += 3;
                while i < bytes.len() && at(i) != b'\'' {
                    i += 1;
                }
                i += 1;
            }
            b'\'' => {
                let letter = source.get(i + 1..).and_then(|rest| rest.chars().next());
                let after = i + 1 + letter.map_or(0, char::len_utf8);
                i = if at(after) == b'\'' { after + 1 } else { i + 1 };
            }
            b':' if at(i + 1) == b':' => {
                found.push((Token::PathSeparator, line));
                i += 2;
            }
            c if c.is_ascii_alphabetic() || c == b'_' => {
                while at(i).is_ascii_alphanumeric() || at(i) == b'_' {
                    i += 1;
                }
                found.push((Token::Name(source.get(start..i).unwrap()), line));
            }
            c => {
                if !c.is_ascii_whitespace() {
                    found.push((Token::Other(char::from(c)), line));
                }
                i += 1;
            }
        }
        line += bytes[start..i.min(bytes.len())]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
    }
    found
}

/// The end of the string literal whose quote is at `i`.
fn string_end(bytes: &[u8], mut i: usize) -> usize {
    i += 1;
    while i < bytes.len() && bytes[i] != b'"' {
        i += if bytes[i] == b'\\' { 2 } else { 1 };
    }
    i + 1
}

/// The end of a prefixed literal (`r"..."`, `br#"..."#`, `b"..."`) at `i`, if one is there.
fn literal_prefix(bytes: &[u8], i: usize) -> Option<usize> {
    let rest = bytes.get(i..)?;
    let letters = rest.iter().take_while(|b| b"rbc".contains(b)).count();
    let hashes = rest[letters..].iter().take_while(|b| **b == b'#').count();
    let open = i + letters + hashes;
    if i > 0 && (bytes[i - 1].is_ascii_alphanumeric() || bytes[i - 1] == b'_') {
        return None;
    }
    if bytes.get(open) != Some(&b'"') {
        return None;
    }
    if !rest[..letters].contains(&b'r') {
        return Some(string_end(bytes, open));
    }
    let close: Vec<u8> = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
    let body = bytes.get(open + 1..)?;
    let end = body.windows(close.len()).position(|w| w == close)?;
    Some(open + 1 + end + close.len())
}

/// The module path of a file below `src/`: `["ui", "list"]` of `ui/list.rs`
/// and of `ui/list/mod.rs`; none of `lib.rs` and `main.rs`.
fn module_of(file: &str) -> Vec<&str> {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    let mut path: Vec<&str> = stem.split('/').collect();
    if matches!(path.last(), Some(&"mod" | &"lib" | &"main")) {
        path.pop();
    }
    path
}

/// Every module that `source` names with a path from the root, as (the module
/// of the house, line): `crate::ui::x`, `super::super::ui`, `nashra::{ui, text}`.
fn imports<'a>(file: &'a str, source: &'a str) -> Vec<(&'a str, usize)> {
    let tokens = tokens(source);
    let (mut found, mut inline, mut depth, mut i) = (Vec::new(), Vec::new(), 0_usize, 0);
    while let Some((token, _)) = tokens.get(i) {
        match token {
            Token::Other('{') => depth += 1,
            Token::Other('}') => {
                depth = depth.saturating_sub(1);
                inline.retain(|(_, opened)| *opened < depth);
            }
            Token::Name("mod") => {
                if let [(Token::Name(name), _), (Token::Other('{'), _), ..] = tokens[i + 1..] {
                    inline.push((name, depth));
                }
            }
            Token::Name("crate" | "super" | "nashra")
                if matches!(tokens.get(i + 1), Some((Token::PathSeparator, _)))
                    && (i == 0 || tokens[i - 1].0 != Token::PathSeparator) =>
            {
                let mut base = module_of(file);
                base.extend(inline.iter().map(|(name, _)| *name));
                i = walk(&tokens, i, base, &mut found);
                continue;
            }
            _ => {}
        }
        i += 1;
    }
    found
}

/// Follows one path or `use` tree from token `i` in module `base`; returns the token after it.
fn walk<'a>(
    tokens: &[(Token<'a>, usize)],
    mut i: usize,
    mut base: Vec<&'a str>,
    found: &mut Vec<(&'a str, usize)>,
) -> usize {
    while let Some((token, line)) = tokens.get(i) {
        match token {
            Token::Other('{') => {
                i += 1;
                while !matches!(tokens.get(i), None | Some((Token::Other('}'), _))) {
                    i = walk(tokens, i, base.clone(), found).max(i + 1);
                }
                return i + 1;
            }
            Token::Other('*') => {
                found.push((base.first().copied().unwrap_or("*"), *line));
                return i + 1;
            }
            Token::Name("crate" | "nashra") if base.is_empty() || !is_inside(tokens, i) => {
                base.clear();
            }
            Token::Name("super") => {
                base.pop();
            }
            Token::Name("self") => {}
            Token::Name(name) => {
                base.push(name);
                if let [module] = base[..] {
                    found.push((module, *line));
                }
            }
            _ => return i,
        }
        i += 1;
        match tokens.get(i) {
            Some((Token::PathSeparator, _)) => i += 1,
            _ => return i,
        }
    }
    i
}

/// Whether token `i` continues a path.
fn is_inside(tokens: &[(Token<'_>, usize)], i: usize) -> bool {
    i > 0 && tokens[i - 1].0 == Token::PathSeparator
}

/// What is wrong with the imports of one file.
fn import_faults(file: &str, source: &str) -> Vec<String> {
    let rank = |module: &str| FLOORS.iter().find(|(name, _)| *name == module).map(|f| f.1);
    let home = module_of(file).first().copied();
    let mut faults = Vec::new();
    for (module, line) in imports(file, source) {
        let fault = match (home, home.and_then(rank), rank(module)) {
            (Some(home), _, _) if home == module => continue,
            (None, _, _) => continue,
            (Some(home), None, _) => format!("{home} is on no floor"),
            (_, _, None) => format!("{module} is no module of the house"),
            (_, Some(own), Some(other)) if other < own => continue,
            (Some(home), _, _) => format!("{home} may not know {module}"),
        };
        faults.push(format!("src/{file}:{line}: {fault}"));
    }
    faults
}

/// Whether `file` is one of `places`.
fn is_allowed(file: &str, places: &[&str]) -> bool {
    let under = |place: &str| file.starts_with(place);
    if places.iter().any(|p| !p.starts_with('!') && under(p)) {
        return true;
    }
    let mut barred = places.iter().filter_map(|p| p.strip_prefix('!')).peekable();
    barred.peek().is_some() && !barred.any(under)
}

/// The names one file uses and may not.
fn name_faults(file: &str, source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let mut faults = Vec::new();
    for (i, (token, line)) in tokens.iter().enumerate() {
        let Token::Name(name) = token else { continue };
        for (places, names, why) in RESERVED {
            if names.contains(name) && !is_allowed(file, places) {
                faults.push(format!("src/{file}:{line}: {name}: {why}"));
            }
        }
        let is_std = *name == "std" && !is_inside(&tokens, i);
        if is_std && matches!(tokens.get(i + 1), Some((Token::PathSeparator, _))) {
            let mut used = Vec::new();
            walk(&tokens, i + 2, Vec::new(), &mut used);
            for (module, line) in used {
                for (places, modules, why) in RESERVED_STD {
                    if modules.contains(&module) && !is_allowed(file, places) {
                        faults.push(format!("src/{file}:{line}: std::{module}: {why}"));
                    }
                }
            }
        }
    }
    faults
}

/// Every file below `src/`, by its path there.
fn sources() -> Vec<(String, String)> {
    fn visit(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, files);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    visit(&root, &mut files);
    files.sort();
    let name = |path: &PathBuf| {
        path.strip_prefix(&root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    };
    files
        .iter()
        .map(|path| (name(path), fs::read_to_string(path).unwrap()))
        .collect()
}

/// Fails with every fault that `check` finds in `src/`.
fn holds(check: impl Fn(&str, &str) -> Vec<String>) {
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|(file, source)| check(file, source))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn imports_run_downwards() {
    holds(import_faults);
}

#[test]
fn reserved_names_stay_where_they_belong() {
    holds(name_faults);
}

#[test]
fn files_are_short_and_named_for_one_idea() {
    holds(|file, source| {
        let mut faults = Vec::new();
        let lines = source.lines().count();
        if lines > MAX_LINES && !TABLES.contains(&file) {
            faults.push(format!("src/{file}: {lines} lines, more than {MAX_LINES}"));
        }
        if module_of(file)
            .iter()
            .any(|name| EMPTY_NAMES.contains(name))
        {
            faults.push(format!("src/{file}: the name says nothing"));
        }
        faults
    });
}

#[test]
fn the_checker_sees_what_runs_up_or_sideways() {
    let cases = [
        ("text/wrap.rs", "use crate::ui::paint;", 1),
        ("text/wrap.rs", "use crate::{text::width, view::List};", 1),
        ("text/wrap.rs", "fn f() { crate::term::size() }", 1),
        ("text/mod.rs", "use super::config;", 1),
        (
            "corpus/query/parse.rs",
            "use super::super::super::{term::Size, text};",
            1,
        ),
        (
            "corpus/query.rs",
            "mod tests { use super::super::super::store; }",
            1,
        ),
        (
            "corpus/query.rs",
            "mod tests { use super::*; } use super::super::app;",
            1,
        ),
        (
            "view/list/row.rs",
            "use super::super::{super::ui, list};",
            1,
        ),
        ("view/list.rs", "use crate::{self, Widget};", 1),
        ("view/list.rs", "use crate::*;", 1),
        ("misc/list.rs", "use crate::text;", 1),
        (
            "ui/paint.rs",
            "use crate::{text::{width, fold}, view}; use super::theme;",
            0,
        ),
        (
            "ui/paint.rs",
            "// crate::app\n/* crate::cli */ \"crate::app\"; r#\"\"crate::app\"#; '\"';",
            0,
        ),
        ("ui/paint.rs", "fn f<'a>(x: &'a str) {} use crate::app;", 1),
        ("main.rs", "use nashra::{cli, app};", 0),
    ];
    for (file, source, faults) in cases {
        let found = import_faults(file, source);
        assert_eq!(found.len(), faults, "{file}: {source}: {found:?}");
    }
    let found = import_faults("text/a.rs", "/*\n*/\n\"\n\";\nuse crate::ui;");
    assert_eq!(found, ["src/text/a.rs:5: text may not know ui"]);
}

#[test]
fn the_checker_sees_names_out_of_place() {
    let cases = [
        ("text/order.rs", "use unicode_width::UnicodeWidthChar;", 1),
        ("text/width.rs", "use unicode_width::UnicodeWidthChar;", 0),
        (
            "view/list.rs",
            "use ratatui::buffer::Buffer; use rusqlite::Row;",
            2,
        ),
        ("ui/list.rs", "buf[(0, 0)].set_symbol(\"x\")", 1),
        ("ui/paint.rs", "buf[(0, 0)].set_symbol(\"x\")", 0),
        ("term/grid.rs", "cell.set_symbol(\"x\")", 0),
        (
            "analysis/a.rs",
            "use std::fs; fn f() { std::thread::sleep(x) }",
            2,
        ),
        ("view/a.rs", "use std::{env, sync::Arc, time::Duration};", 1),
        ("ui/a.rs", "use std::{io, fs::File};", 1),
        ("config/a.rs", "fn f() { std::env::var(x) }", 1),
        ("store/a.rs", "std::process::Command::new(x)", 1),
        ("cli/a.rs", "use std::{env, process::ExitCode};", 0),
        ("view/a.rs", "use crate::std::fs;", 0),
        ("store/a.rs", "use std::fs; unsafe { println!() }", 2),
        ("view/a.rs", "let now = Instant::now();", 1),
        ("app/a.rs", "let now = Instant::now();", 0),
    ];
    for (file, source, faults) in cases {
        let found = name_faults(file, source);
        assert_eq!(found.len(), faults, "{file}: {source}: {found:?}");
    }
}
