//! The commands as a shell runs them: output, JSON, exit codes, bad input.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot run the program has failed"
)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use nashra::config::settings::Setting;
use serde_json::Value;
use tempfile::TempDir;

/// The program, with a library of its own in a folder of its own.
fn nashra(home: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nashra"));
    command
        .env("NASHRA_DATA_DIR", home.path().join("data"))
        .env("NASHRA_CONFIG_DIR", home.path().join("config"))
        .current_dir(home.path());
    command
}

fn run(home: &TempDir, arguments: &[&str]) -> Output {
    nashra(home).args(arguments).output().unwrap()
}

/// What a run wrote to standard output, and how it ended.
fn answer(home: &TempDir, arguments: &[&str]) -> (String, i32) {
    let output = run(home, arguments);
    (text(&output.stdout), output.status.code().unwrap())
}

/// What a run wrote to standard error, and how it ended.
fn complaint(home: &TempDir, arguments: &[&str]) -> (String, i32) {
    let output = run(home, arguments);
    (text(&output.stderr), output.status.code().unwrap())
}

fn text(bytes: &[u8]) -> String {
    str::from_utf8(bytes).unwrap().to_owned()
}

fn json(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// A folder with an English, a German and a Persian article.
fn corpus() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    write(
        &home,
        "harbour.txt",
        "Ship leaves harbour\n\nThe ship left the harbour early in the morning, the captain said.\n",
    );
    write(
        &home,
        "more.jsonl",
        concat!(
            r#"{"id":"de1","title":"Schiff verlässt Hafen","text":"Das Schiff hat den Hafen früh am Morgen verlassen, sagte der Kapitän.","date":"2024-05-09","source":"hafen.example"}"#,
            "\n",
            r#"{"id":"fa1","title":"کشتی بندر را ترک کرد","text":"کشتی صبح زود بندر را ترک کرد و ناخدا گفت که هوا خوب است."}"#,
            "\n",
        ),
    );
    home
}

fn write(home: &TempDir, name: &str, content: impl AsRef<[u8]>) {
    fs::write(home.path().join(name), content).unwrap();
}

#[test]
fn list_prints_a_line_an_article() {
    let home = corpus();
    let (lines, code) = answer(&home, &["list", "."]);
    assert_eq!(code, 0);
    let expected = [
        "harbour  ●   en                             Ship leaves harbour",
        "de1      ●   de  2024-05-09  hafen.example  Schiff verlässt Hafen",
        "fa1      ●   fa                             کشتی بندر را ترک کرد",
    ];
    assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn list_has_the_fields_of_its_json_in_order() {
    let home = corpus();
    let (lines, code) = answer(&home, &["list", ".", "--json"]);
    assert_eq!(code, 0);
    let articles = json(&lines);
    assert_eq!(articles.len(), 3);
    let fields = [
        "id",
        "title",
        "lang",
        "lang_confidence",
        "script",
        "direction",
        "date",
        "source",
        "words",
        "read",
        "starred",
    ];
    for article in &articles {
        assert_eq!(keys(article), fields);
        let confidence = article["lang_confidence"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&confidence));
    }
    assert_eq!(articles[0]["date"], Value::Null);
    assert_eq!(articles[1]["date"], "2024-05-09");
    assert_eq!(articles[1]["source"], "hafen.example");
    assert_eq!(articles[2]["direction"], "rtl");
    assert_eq!(articles[2]["script"], "Arab");
    assert_eq!(articles[2]["words"], 14);
    assert_eq!(articles[2]["read"], false);
}

#[test]
fn list_narrows_by_language_and_query() {
    let home = corpus();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let (lines, _) = answer(&home, arguments);
        json(&lines)
            .iter()
            .map(|article| article["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        ids(&["list", ".", "--json", "--lang", "fa", "--lang", "German"]),
        ["de1", "fa1"]
    );
    assert_eq!(ids(&["list", ".", "--json", "--lang", "persisch"]), ["fa1"]);
    assert_eq!(
        ids(&["list", ".", "--json", "--query", "lang:الالمانية"]),
        ["de1"]
    );
    assert_eq!(ids(&["list", ".", "--json", "--query", "kapitan"]), ["de1"]);
    assert_eq!(
        ids(&["list", ".", "--json", "--query", "-lang:de"]),
        ["harbour", "fa1"]
    );

    let (nothing, code) = answer(&home, &["list", ".", "--lang", "ja"]);
    assert_eq!((nothing.as_str(), code), ("", 1));
    let (error, code) = complaint(&home, &["list", ".", "--lang", "jp"]);
    assert_eq!(code, 2);
    assert_eq!(
        error,
        "nashra: --lang: no language \"jp\": Japanese is --lang ja\n"
    );
    let (note, code) = complaint(&home, &["search", "harbor lang:en", "."]);
    assert_eq!(code, 1);
    assert_eq!(note, "nashra: did you mean harbour?\n");
    let (note, code) = complaint(&home, &["search", "qqqqqq", "."]);
    assert_eq!((note.as_str(), code), ("", 1));
    let (note, code) = complaint(&home, &["list", ".", "--query", "lang:vn kapitän"]);
    assert_eq!(code, 0);
    assert!(note.contains("Vietnamese is lang:vi"), "{note}");
}

#[test]
fn show_lays_an_article_out() {
    let home = corpus();
    let (page, code) = answer(&home, &["show", ".", "--id", "harbour", "--width", "30"]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines[0], "Ship leaves harbour");
    assert_eq!(lines[1], "English · 15 words · harbour");
    assert_eq!(lines[2], "");
    assert_eq!(lines[3], "The ship left the harbour");
    assert!(
        lines.iter().all(|line| line.chars().count() <= 30),
        "{page}"
    );

    let (logical, _) = answer(&home, &["show", ".", "--id", "fa"]);
    assert!(logical.starts_with("کشتی بندر را ترک کرد\n"), "{logical}");
    let (visual, _) = answer(
        &home,
        &[
            "show", ".", "--id", "fa", "--order", "visual", "--width", "40",
        ],
    );
    let title = visual.lines().next().unwrap();
    assert!(
        title.starts_with("    ") && title.chars().count() >= 38,
        "{title}"
    );
}

#[test]
fn show_takes_any_width_there_is() {
    let home = corpus();
    for order in ["logical", "visual"] {
        for width in ["1", "2", "7", "65535"] {
            let arguments = [
                "show", ".", "--id", "fa", "--order", order, "--width", width,
            ];
            let (page, code) = answer(&home, &arguments);
            assert_eq!(code, 0, "{order} {width}");
            assert!(!page.is_empty());
        }
    }
    for width in ["0", "-1", "65536", "x"] {
        assert_eq!(
            complaint(&home, &["show", ".", "--id", "fa", "--width", width]).1,
            2
        );
    }
}

#[test]
fn show_gives_the_whole_record() {
    let home = corpus();
    let (line, code) = answer(&home, &["show", ".", "--id", "harbour", "--json"]);
    assert_eq!(code, 0);
    let [article] = &json(&line)[..] else {
        panic!("{line}")
    };
    assert_eq!(keys(article)[11..], ["text", "boilerplate", "entities"]);
    assert!(article["text"].as_str().unwrap().starts_with("Ship leaves"));
    assert!(article["boilerplate"].is_array() && article["entities"].is_array());

    let (error, code) = complaint(&home, &["show", ".", "--id", "zebra"]);
    assert_eq!(code, 1);
    assert_eq!(
        error,
        "nashra: --id zebra: no such article: `nashra list` shows the ids\n"
    );
}

#[test]
fn search_gives_hits_as_bytes_of_the_text_and_a_snippet() {
    let home = corpus();
    let (lines, code) = answer(&home, &["search", "HAFEN kapitan", ".", "--json"]);
    assert_eq!(code, 0);
    let [found] = &json(&lines)[..] else {
        panic!("{lines}")
    };
    assert_eq!(
        keys(found),
        ["id", "title", "lang", "score", "hits", "snippet"]
    );
    assert_eq!(found["id"], "de1");
    assert!(found["score"].as_f64().unwrap() > 0.0);
    let (record, _) = answer(&home, &["show", ".", "--id", "de1", "--json"]);
    let record = &json(&record)[0];
    let article = record["text"].as_str().unwrap();
    let hits: Vec<&str> = found["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| {
            let [start, end] = ["start", "end"].map(|end| hit[end].as_u64().unwrap() as usize);
            article.get(start..end).unwrap()
        })
        .collect();
    assert_eq!(hits, ["Hafen", "Kapitän"]);
    assert!(found["snippet"].as_str().unwrap().contains("Kapitän"));

    let (lines, _) = answer(&home, &["search", "kapitän", "."]);
    assert_eq!(lines.lines().next(), Some("de1  de  Schiff verlässt Hafen"));
    assert_eq!(answer(&home, &["search", "zebra", "."]), (String::new(), 1));
    assert_eq!(complaint(&home, &["search", " ", "."]).1, 2);
}

#[test]
fn without_a_path_the_sample_answers() {
    let home = tempfile::tempdir().unwrap();
    let (lines, code) = answer(&home, &["list", "--json"]);
    assert_eq!(code, 0);
    assert!(json(&lines).len() >= 36);
    assert!(
        !home.path().join("data").exists(),
        "a batch command made a library"
    );
}

#[test]
fn standard_input_is_a_corpus_too() {
    let home = tempfile::tempdir().unwrap();
    let mut child = nashra(&home)
        .args(["list", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = b"{\"id\":\"x\",\"text\":\"The ship left the harbour early.\"}\n";
    child.stdin.take().unwrap().write_all(line).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(json(&text(&output.stdout))[0]["id"], "x");
}

/// What a command answers to lines on standard input.
fn asked(home: &TempDir, command: &str, lines: &str) -> (Vec<Value>, i32) {
    let mut child = nashra(home)
        .arg(command)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    (json(&text(&output.stdout)), output.status.code().unwrap())
}

#[test]
fn detect_answers_each_line() {
    let home = tempfile::tempdir().unwrap();
    let lines = "{\"id\":1,\"text\":\"Das Schiff hat den Hafen verlassen.\"}\n";
    let (answers, code) = asked(&home, "detect", lines);
    assert_eq!(code, 0);
    assert_eq!(keys(&answers[0]), ["id", "lang", "confidence", "script"]);
    assert_eq!(answers[0]["lang"], "de");
    assert_eq!(asked(&home, "detect", "").1, 1);
}

#[test]
fn entities_answers_each_line() {
    let home = tempfile::tempdir().unwrap();
    let lines = "{\"id\":1,\"text\":\"Die Delegation reiste nach Kairo.\",\"lang\":\"de\"}\n";
    let (answers, code) = asked(&home, "entities", lines);
    assert_eq!(code, 0);
    assert_eq!(keys(&answers[0]), ["id", "lang", "entities"]);
    let [name] = &answers[0]["entities"].as_array().unwrap()[..] else {
        panic!("{answers:?}")
    };
    let fields = [
        "start",
        "end",
        "type",
        "canon",
        "name",
        "confidence",
        "rule",
    ];
    assert_eq!(keys(name), fields);
    assert_eq!((&name["start"], &name["end"]), (&27.into(), &32.into()));
    assert_eq!(
        (&name["type"], &name["name"]),
        (&"LOC".into(), &"Cairo".into())
    );

    write(
        &home,
        "k.txt",
        "Reise\n\nDie Delegation reiste nach Kairo, hieß es aus der Stadt.\n",
    );
    let (record, _) = answer(&home, &["show", "k.txt", "--id", "k", "--json"]);
    let record = &json(&record)[0];
    assert_eq!(keys(&record["entities"][0]), fields);
    assert_eq!(record["entities"][0]["start"], 34);
}

#[test]
fn layout_answers_each_line() {
    let home = tempfile::tempdir().unwrap();
    let lines = "{\"id\":\"x\",\"text\":\"a שלום (b)\",\"base_dir\":\"rtl\",\"width\":null}\n";
    let (answers, code) = asked(&home, "layout", lines);
    assert_eq!(code, 0);
    assert_eq!(keys(&answers[0]), ["id", "para_level", "lines"]);
    assert_eq!(answers[0]["para_level"], 1);
    let line = &answers[0]["lines"][0];
    assert_eq!(keys(line), ["bytes", "visual", "shaped", "map"]);
    assert_eq!(line["visual"], "(b) םולש a");
    let map: Vec<u64> = line["map"]
        .as_array()
        .unwrap()
        .iter()
        .map(|byte| byte.as_u64().unwrap())
        .collect();
    assert_eq!(map, [13, 12, 11, 10, 8, 6, 4, 2, 1, 0]);
}

#[test]
fn doctor_says_what_it_finds() {
    let home = tempfile::tempdir().unwrap();
    let mut command = nashra(&home);
    command
        .env("TERM", "foot")
        .env("NASHRA_THEME", "pink")
        .env_remove("COLORTERM");
    let output = command.args(["doctor", "--json"]).output().unwrap();
    let report = &json(&text(&output.stdout))[0];
    assert_eq!(
        keys(report),
        [
            "version",
            "terminal",
            "asked",
            "right_to_left",
            "abilities",
            "colors",
            "clipboard",
            "locale",
            "library",
            "settings",
            "keys",
            "widths",
            "problems",
        ]
    );
    assert_eq!(report["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["terminal"]["name"], "foot");
    assert_eq!(report["terminal"]["is_terminal"], false);
    assert_eq!(report["right_to_left"]["mode"], "visual");
    assert_eq!(report["right_to_left"]["guess"], false);
    assert_eq!(report["right_to_left"]["hides"][0], "harakat");
    assert!(report["asked"]["not_asked"].is_string());
    assert_eq!(report["colors"]["depth"], "256");
    assert!(
        report["problems"][0]
            .as_str()
            .unwrap()
            .contains("NASHRA_THEME")
    );
    assert!(
        report["widths"]
            .as_array()
            .unwrap()
            .iter()
            .any(|width| width["cells"] == 2)
    );
    assert!(!home.path().join("data").exists());

    let output = nashra(&home)
        .env("TERM", "xterm-kitty")
        .arg("doctor")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let page = text(&output.stdout);
    assert!(page.contains("kitty-word: it is kitty, by TERM"), "{page}");
    let output = nashra(&home)
        .env("TERM", "xterm-256color")
        .env("NASHRA_TERMINAL_MODE", "inverse")
        .arg("doctor")
        .output()
        .unwrap();
    let page = text(&output.stdout);
    assert!(page.contains("inverse: a setting says so"), "{page}");
}

#[test]
fn completions_and_manual_name_every_command() {
    let home = tempfile::tempdir().unwrap();
    let (man, code) = answer(&home, &["man"]);
    assert_eq!(code, 0);
    for shell in ["bash", "zsh", "fish"] {
        let (completions, code) = answer(&home, &["completions", shell]);
        assert_eq!(code, 0);
        for command in [
            "list",
            "show",
            "search",
            "detect",
            "entities",
            "layout",
            "doctor",
            "config",
            "completions",
            "man",
        ] {
            assert!(completions.contains(command), "{shell}: {command}");
            let section = format!(".SS \"nashra {command}\"");
            assert!(man.contains(&section), "{section}");
        }
    }
    let (help, code) = answer(&home, &["--help"]);
    assert_eq!(code, 0);
    assert!(help.contains("Examples:") && help.contains("Exit status:"));
    for setting in Setting::ALL {
        let variable = setting.variable();
        assert!(
            help.contains(&variable) && man.contains(&variable),
            "{variable}"
        );
    }
    assert!(man.contains(".SH KEYS") && man.contains("show or fold page furniture"));
    let (short, _) = answer(&home, &["-h"]);
    assert!(short.lines().count() < 30 && short.lines().count() < help.lines().count());
    assert!(short.contains("--plain") && man.contains("plain"));
    assert_eq!(complaint(&home, &["--no-such-option"]).1, 2);
}

#[test]
fn the_reader_leaves_standard_input_to_the_keys() {
    let home = tempfile::tempdir().unwrap();
    let (error, code) = complaint(&home, &["-"]);
    assert_eq!(code, 2);
    assert!(
        error.contains("save the articles to a file first"),
        "{error}"
    );
}

#[test]
fn a_path_that_does_not_exist_is_named_and_the_rest_answers() {
    let home = corpus();
    let (error, code) = complaint(&home, &["list", "missing"]);
    assert_eq!(code, 2);
    assert!(
        error.starts_with("nashra: missing: there is no such file"),
        "{error}"
    );
    let output = run(&home, &["list", "missing", "more.jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout).lines().count(), 2);
    assert_eq!(text(&output.stderr).lines().count(), 1);
}

#[test]
fn a_folder_without_articles_is_named_and_no_error() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("empty")).unwrap();
    let output = run(&home, &["list", "empty"]);
    assert_eq!(output.status.code(), Some(1));
    let note = text(&output.stderr);
    assert!(
        note.starts_with("nashra: empty: the folder holds no articles"),
        "{note}"
    );
    assert_eq!(note.lines().count(), 1);
}

#[test]
fn files_that_are_no_text_are_named_and_the_rest_answers() {
    let home = corpus();
    write(&home, "zeros.txt", [0; 10_000]);
    write(&home, "latin1.txt", b"Caf\xE9 au lait\n");
    write(
        &home,
        "broken.jsonl",
        "{\"id\":\"ok\",\"text\":\"The ship came back.\"}\n{\"id\":\n",
    );
    let output = run(&home, &["list", ".", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(json(&text(&output.stdout)).len(), 4);
    let mut notes: Vec<String> = text(&output.stderr).lines().map(str::to_owned).collect();
    notes.sort();
    assert_eq!(notes.len(), 3, "{notes:?}");
    for (note, says) in
        notes
            .iter()
            .zip(["broken.jsonl:2: ", "latin1.txt: not UTF-8", "zeros.txt: "])
    {
        assert!(
            note.starts_with("nashra: ") && note.contains(says),
            "{note}"
        );
    }
    assert_eq!(complaint(&home, &["list", "zeros.txt"]).1, 2);
}

#[test]
fn a_name_with_an_escape_sequence_comes_out_harmless() {
    let home = tempfile::tempdir().unwrap();
    let (error, code) = complaint(&home, &["list", "\u{1b}]0;title\u{7}x"]);
    assert_eq!(code, 2);
    assert!(!error.contains(['\u{1b}', '\u{7}']), "{error:?}");
    write(
        &home,
        "a.txt",
        "Title \u{1b}[31mred\n\nThe text \u{1b}[2J of it.\n",
    );
    for command in [
        &["list", "."][..],
        &["show", ".", "--id", "a"],
        &["search", "text", "."],
    ] {
        let (page, _) = answer(&home, command);
        assert!(!page.contains('\u{1b}'), "{page:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;

    let home = corpus();
    let secret = home.path().join("secret");
    fs::create_dir(&secret).unwrap();
    fs::write(
        secret.join("s.txt"),
        "A secret\n\nNobody may read this text.\n",
    )
    .unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    let may_read = fs::read_dir(&secret).is_ok();
    let output = run(&home, &["list", ".", "--json"]);
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(output.status.code(), Some(0));
    let (articles, note) = (json(&text(&output.stdout)).len(), text(&output.stderr));
    if may_read {
        // The superuser reads whatever there is.
        assert_eq!((articles, note.as_str()), (4, ""));
    } else {
        assert_eq!(articles, 3);
        assert!(note.contains("secret: no permission"), "{note}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let home = tempfile::tempdir().unwrap();
    let line = "{\"text\":\"The ship left the harbour early in the morning.\"}\n";
    write(&home, "many.jsonl", line.repeat(20_000));
    let mut child = nashra(&home)
        .args(["list", "many.jsonl", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 64];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn what_was_read_and_starred_is_known() {
    use nashra::corpus::Timestamp;
    use nashra::store::{ArticleChange, CorpusKey, Library, StateChange};

    let home = corpus();
    let mut library = Library::open(&home.path().join("data")).unwrap();
    let key = CorpusKey::of_paths(&[Path::new(home.path()).to_path_buf()]);
    let id = library.corpus(&key, Timestamp(0)).unwrap();
    let change = ArticleChange {
        read: Some(true),
        starred: Some(true),
        ..ArticleChange::default()
    };
    library
        .save(id, &StateChange::article(&"de1".into(), change))
        .unwrap();
    drop(library);
    let (lines, _) = answer(&home, &["list", ".", "--json", "--query", "is:starred"]);
    let [article] = &json(&lines)[..] else {
        panic!("{lines}")
    };
    assert_eq!(
        (&article["id"], &article["read"]),
        (&"de1".into(), &true.into())
    );
    assert_eq!(
        json(&answer(&home, &["list", ".", "--json", "--query", "is:unread"]).0).len(),
        2
    );
}

#[test]
fn a_path_that_does_not_exist_opens_no_empty_reader() {
    let home = TempDir::new().unwrap();
    let output = run(&home, &["/no/such/path"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("/no/such/path: there is no such file"),
        "{said}"
    );
}

/// A home whose folder of settings holds two files.
fn configured(settings: &str, keys: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("config")).unwrap();
    write(&home, "config/config.toml", settings);
    write(&home, "config/keys.toml", keys);
    home
}

#[test]
fn config_writes_every_setting_with_its_value_and_source() {
    let home = configured("# mine\nmeasure = 66\n[list]\ncursor = \"row\"\n", "");
    let output = nashra(&home)
        .env("NASHRA_DIGITS", "latn")
        .args(["config", "--theme", "light", "--no-mouse"])
        .output()
        .unwrap();
    assert_eq!(
        (output.status.code(), text(&output.stderr)),
        (Some(0), String::new())
    );
    let page = text(&output.stdout);
    for line in [
        "# now 66, from config.toml:2\nmeasure = 66\n",
        "# now row, from config.toml:4\nlist.cursor = \"row\"\n",
        "# now latn, from NASHRA_DIGITS\ndigits = \"latn\"\n",
        "# now light, from --theme\ntheme = \"light\"\n",
        "# now off, from --no-mouse\nmouse = \"off\"\n",
        "# now on, from default\n# hints = \"on\"\n",
        "can be: auto, 30 to 90; default: auto; also: NASHRA_MEASURE\n",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    for setting in Setting::ALL {
        assert!(
            page.contains(&format!("\n# {}\n", setting.about())),
            "{page}"
        );
    }
    // What it writes is a file that gives the same settings again.
    write(&home, "config/config.toml", &page);
    let (again, code) = answer(&home, &["config", "--json"]);
    let report = &json(&again)[0];
    assert_eq!(code, 0);
    assert_eq!(report["problems"].as_array().unwrap().len(), 0, "{report}");
    assert_eq!(report["settings"][0]["name"], "theme");
    assert_eq!(report["settings"][0]["value"], "light");
    assert!(
        report["settings"][0]["source"]
            .as_str()
            .unwrap()
            .starts_with("config.toml:")
    );
    assert_eq!(
        answer(&home, &["config", "--print"]),
        answer(&home, &["config"])
    );
    let (paths, _) = answer(&home, &["config", "--path"]);
    let config = home.path().join("config");
    let expected = ["config.toml", "keys.toml"].map(|file| config.join(file).display().to_string());
    assert_eq!(paths.lines().collect::<Vec<_>>(), expected);
    assert_eq!(complaint(&home, &["config", "--path", "--json"]).1, 2);
    let (error, code) = complaint(&home, &["config", "--theme", "pink"]);
    assert_eq!(code, 2);
    assert!(error.contains("--theme: theme cannot be “pink”"), "{error}");
}

#[test]
fn what_is_wrong_with_the_files_is_told_by_its_line() {
    let home = configured(
        "thme = \"dark\"\nmeasure = 9\nhints = false\n",
        "[list]\nx = \"undoo\"\nz = \"quit\"\n",
    );
    let starts = [
        "nashra: config.toml, line 1: there is no setting “thme” · did you mean “theme”?",
        "nashra: config.toml, line 2: measure cannot be “9” · did you mean “30”? · it can be auto, 30 to 90",
        "nashra: keys.toml, line 2: there is no action “undoo” · did you mean “undo”?",
    ];
    let output = run(&home, &["config"]);
    assert_eq!(output.status.code(), Some(0));
    let told = text(&output.stderr);
    assert_eq!(told.lines().count(), starts.len(), "{told}");
    for (line, start) in told.lines().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
    assert!(text(&output.stdout).contains("\nhints = \"off\"\n"));
    // The doctor tells the same, and where the files are.
    let (report, _) = answer(&home, &["doctor", "--json"]);
    let report = &json(&report)[0];
    assert_eq!(report["problems"].as_array().unwrap().len(), 3);
    let config = home.path().join("config").display().to_string();
    for (file, name) in [("config.toml", "settings"), ("keys.toml", "keys")] {
        assert_eq!(report[name]["path"], format!("{config}/{file}"));
        assert_eq!(report[name]["state"], "has problems, told below");
    }
    let (page, _) = answer(&home, &["doctor"]);
    assert!(
        page.contains("problem        config.toml, line 1: "),
        "{page}"
    );
    assert!(!fs::exists(home.path().join("data")).unwrap());
}

#[test]
fn files_that_cannot_be_read_are_told_and_missing_ones_are_nothing() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(complaint(&home, &["config"]), (String::new(), 0));
    assert!(
        !fs::exists(home.path().join("config")).unwrap(),
        "nothing is made"
    );
    fs::create_dir_all(home.path().join("config/config.toml")).unwrap();
    write(&home, "config/keys.toml", vec![b'#'; 2 << 20]);
    let (told, code) = complaint(&home, &["config"]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "nashra: config.toml: it cannot be read: it is not a file",
            "nashra: keys.toml: it is too large: 2,048 KiB",
        ]
    );
    fs::remove_dir(home.path().join("config/config.toml")).unwrap();
    write(&home, "config/config.toml", b"# caf\xe9\nhints = false\n");
    let output = run(&home, &["config"]);
    assert!(text(&output.stderr).starts_with("nashra: config.toml, line 1: this is not UTF-8"));
    assert!(text(&output.stdout).contains("from config.toml:2\nhints = \"off\"\n"));
}

#[test]
fn the_manual_page_has_the_persons_keys_and_every_setting() {
    let home = configured(
        "",
        "[list]\n\"ctrl-x\" = \"toggle-star\"\n[global]\n\"?\" = \"none\"\n",
    );
    let (man, _) = answer(&home, &["man"]);
    assert!(man.contains(".TP\n\\fBCtrl\\-X\\fR\nstar\n"), "{man}");
    assert!(
        man.contains(".TP\n\\fBF1\\fR\nkeys of this place\n"),
        "{man}"
    );
    let (_, settings) = man.split_once(".SH \"SETTINGS\"").unwrap();
    for setting in Setting::ALL {
        let name = setting.name.replace('-', "\\-");
        assert!(settings.contains(&format!("\\fB{name}\\fR")), "{name}");
    }
    let (help, _) = answer(&home, &["--help"]);
    assert!(
        help.contains("\nSettings:\n") && help.contains("NASHRA_CONFIG_DIR"),
        "{help}"
    );
    let (short, _) = answer(&home, &["-h"]);
    for flag in Setting::ALL.iter().filter_map(|setting| setting.flag) {
        let flag = flag.split(' ').next().unwrap();
        assert!(help.contains(flag) && short.contains(flag), "{flag}");
    }
}
