//! The library on disk: it keeps what a person did, beside other processes, after a
//! kill, and says plainly when it cannot.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use nashra::corpus::Timestamp;
use nashra::store::{
    ArticleChange, ArticleState, CorpusKey, Keeper, Library, StateChange, StoreError,
};
use rusqlite::Connection;

const NOW: Timestamp = Timestamp(1_715_212_800);

fn id(name: &str) -> Arc<str> {
    Arc::from(name)
}

fn read(name: &str) -> StateChange {
    let change = ArticleChange {
        read: Some(true),
        ..ArticleChange::default()
    };
    StateChange::article(&id(name), change)
}

fn database(folder: &Path) -> PathBuf {
    folder.join("library.sqlite")
}

/// A keeper of the sample corpus, and what went wrong.
fn keeper(folder: &Path) -> (Keeper, Option<StoreError>) {
    let folder = Some(folder.to_path_buf());
    let (keeper, _, problem) = Keeper::open(folder, CorpusKey::sample(), NOW);
    (keeper, problem)
}

/// The articles of the sample corpus that the library of a folder knows.
fn articles(folder: &Path) -> Vec<Arc<str>> {
    let folder = Some(folder.to_path_buf());
    let (_, state, problem) = Keeper::open(folder, CorpusKey::sample(), NOW);
    assert!(problem.is_none(), "{problem:?}");
    state.articles.into_keys().collect()
}

#[test]
fn a_change_is_there_at_the_next_start_and_touches_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let key = CorpusKey::of_paths(&[folder.path().to_path_buf()]);
    let other = CorpusKey::sample();
    {
        let mut library = Library::open(folder.path()).unwrap();
        let corpus = library.corpus(&key, NOW).unwrap();
        let beside = library.corpus(&other, NOW).unwrap();
        library.save(corpus, &read("a")).unwrap();
        let starred = ArticleChange {
            starred: Some(true),
            position: Some(4096),
            last_opened: Some(NOW),
            ..ArticleChange::default()
        };
        library
            .save(corpus, &StateChange::article(&id("a"), starred))
            .unwrap();
        library.save(beside, &read("b")).unwrap();
        let unread = ArticleChange {
            read: Some(false),
            ..ArticleChange::default()
        };
        library
            .save(beside, &StateChange::article(&id("b"), unread))
            .unwrap();
    }
    let mut library = Library::open(folder.path()).unwrap();
    let corpus = library.corpus(&key, NOW).unwrap();
    let state = library.load(corpus).unwrap();
    assert_eq!(state.articles.len(), 1);
    assert_eq!(
        state.articles.get("a"),
        Some(&ArticleState {
            read: true,
            starred: true,
            position: Some(4096),
            last_opened: Some(NOW),
        })
    );
    let beside = library.corpus(&other, NOW).unwrap();
    let beside = library.load(beside).unwrap();
    assert_eq!(beside.articles.get("b"), Some(&ArticleState::default()));
}

#[test]
fn hotkeys_stay_as_they_were_given_and_the_last_article_is_known() {
    let mut library = Library::in_memory().unwrap();
    let corpus = library.corpus(&CorpusKey::sample(), NOW).unwrap();
    let change = |languages: &[&str]| StateChange {
        languages: Some(languages.iter().map(|tag| (*tag).to_owned()).collect()),
        last_article: Some(id("second")),
        ..StateChange::default()
    };
    library.save(corpus, &change(&["ar", "de", "?"])).unwrap();
    // A hotkey was moved and a language came.
    library
        .save(corpus, &change(&["de", "ar", "?", "zh"]))
        .unwrap();
    let state = library.load(corpus).unwrap();
    assert_eq!(state.languages, ["de", "ar", "?", "zh"]);
    assert_eq!(state.last_article.as_deref(), Some("second"));
}

#[test]
fn the_last_corpus_comes_back_with_its_paths() {
    let folder = tempfile::tempdir().unwrap();
    let roots = [folder.path().join("b"), folder.path().join("a")];
    for root in &roots {
        std::fs::create_dir(root).unwrap();
    }
    let mut library = Library::open(folder.path()).unwrap();
    assert_eq!(library.recent(1).unwrap().pop(), None);
    library.corpus(&CorpusKey::sample(), NOW).unwrap();
    let key = CorpusKey::of_paths(&roots);
    library.corpus(&key, Timestamp(NOW.0 + 1)).unwrap();
    let last = library.recent(1).unwrap().pop().unwrap();
    assert_eq!(last.name, "b");
    assert_eq!(last.roots, key.roots());
    assert_eq!(last.opened_at, Timestamp(NOW.0 + 1));
    // Opened again, the older one is the last.
    library
        .corpus(&CorpusKey::sample(), Timestamp(NOW.0 + 2))
        .unwrap();
    let last = library.recent(1).unwrap().pop().unwrap();
    assert_eq!((last.name.as_str(), last.roots.len()), ("sample", 0));
}

#[test]
fn a_corpus_is_the_same_however_it_is_reached() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    std::fs::create_dir(&a).unwrap();
    std::fs::create_dir(&b).unwrap();
    let around = b.join("..").join("a");
    let key = CorpusKey::of_paths(std::slice::from_ref(&a));
    assert_eq!(key, CorpusKey::of_paths(&[around.clone(), a.clone()]));
    assert_ne!(key, CorpusKey::of_paths(std::slice::from_ref(&b)));
    assert_ne!(key, CorpusKey::of_paths(&[a, b]));
    assert_eq!(key.name(), "a");
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_unicode_is_kept() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let root = PathBuf::from(OsStr::from_bytes(b"/nowhere/\xff\xfe"));
    let mut library = Library::in_memory().unwrap();
    library
        .corpus(&CorpusKey::of_paths(std::slice::from_ref(&root)), NOW)
        .unwrap();
    assert_eq!(library.recent(1).unwrap().pop().unwrap().roots, [root]);
}

#[test]
fn two_at_once_both_save() {
    let folder = tempfile::tempdir().unwrap();
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let folder = folder.path().to_path_buf();
            std::thread::spawn(move || {
                let (mut keeper, _, _) = Keeper::open(Some(folder), CorpusKey::sample(), NOW);
                for article in 0..50 {
                    // Busy now and then: kept, and saved with the next.
                    let _ = keeper.save(read(&format!("{writer}-{article}")));
                }
                keeper.close().unwrap();
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(articles(folder.path()).len(), 200);
}

#[test]
fn a_locked_library_is_named_and_saved_to_later() {
    let folder = tempfile::tempdir().unwrap();
    let (mut keeper, problem) = keeper(folder.path());
    assert!(problem.is_none());
    let other = Connection::open(database(folder.path())).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(matches!(
        keeper.save(read("a")),
        Err(StoreError::Locked { .. })
    ));
    assert!(keeper.is_behind());
    other.execute_batch("ROLLBACK").unwrap();
    keeper.save(read("b")).unwrap();
    assert!(!keeper.is_behind());
    let mut ids: Vec<_> = articles(folder.path());
    ids.sort();
    assert_eq!(ids, [id("a"), id("b")]);
}

/// In the process that is killed: saves, says so, and hangs.
fn save_and_hang(folder: &Path) {
    let (mut keeper, _) = keeper(folder);
    for article in 0..20 {
        assert!(keeper.save(read(&format!("{article}"))).is_ok());
    }
    println!("saved");
    std::thread::sleep(std::time::Duration::from_secs(60));
}

#[test]
fn what_was_saved_survives_a_kill() {
    use std::io::{BufRead, BufReader};
    // This test starts itself a second time, to have a process to kill.
    const FOLDER: &str = "NASHRA_TEST_FOLDER";
    if let Some(folder) = std::env::var_os(FOLDER) {
        save_and_hang(Path::new(&folder));
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "what_was_saved_survives_a_kill", "--nocapture"])
        .env(FOLDER, folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("saved")));
    // SIGKILL on Unix: no destructor runs, no connection is closed.
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(articles(folder.path()).len(), 20);
}

#[test]
fn what_is_no_library_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = database(folder.path());
    let garbage = b"this was once a library\n".repeat(100);
    std::fs::write(&file, &garbage).unwrap();
    assert!(matches!(
        Library::open(folder.path()),
        Err(StoreError::Corrupt { .. })
    ));
    assert_eq!(std::fs::read(&file).unwrap(), garbage);

    std::fs::remove_file(&file).unwrap();
    let other = Connection::open(&file).unwrap();
    other
        .execute_batch("CREATE TABLE bookmarks (url TEXT)")
        .unwrap();
    drop(other);
    assert!(matches!(
        Library::open(folder.path()),
        Err(StoreError::Foreign { .. })
    ));
}

#[test]
fn a_page_in_the_middle_that_is_damaged_is_named() {
    let folder = tempfile::tempdir().unwrap();
    {
        let mut library = Library::open(folder.path()).unwrap();
        let corpus = library.corpus(&CorpusKey::sample(), NOW).unwrap();
        library.save(corpus, &read("a")).unwrap();
    }
    let file = database(folder.path());
    let mut bytes = std::fs::read(&file).unwrap();
    for byte in bytes.iter_mut().skip(4096) {
        *byte = 0xff;
    }
    std::fs::write(&file, &bytes).unwrap();
    let outcome = Library::open(folder.path()).and_then(|mut library| {
        let corpus = library.corpus(&CorpusKey::sample(), NOW)?;
        library.load(corpus)
    });
    assert!(
        matches!(outcome, Err(StoreError::Corrupt { .. })),
        "{outcome:?}"
    );
}

#[test]
fn a_newer_library_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(Library::open(folder.path()).unwrap());
    let newer = Connection::open(database(folder.path())).unwrap();
    newer.pragma_update(None, "user_version", 1000).unwrap();
    drop(newer);
    let error = Library::open(folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found: 1000, .. }));
    assert!(error.to_string().contains("newer nashra"));
}

#[test]
fn a_folder_that_cannot_be_had_costs_only_the_saving() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("library");
    // A file where the folder should be.
    std::fs::write(&place, "").unwrap();
    let (mut keeper, problem) = keeper(&place);
    assert!(problem.is_some());
    assert!(keeper.save(read("a")).is_err());
    assert!(keeper.is_behind());
    // Mended while the program runs.
    std::fs::remove_file(&place).unwrap();
    keeper.save(read("b")).unwrap();
    assert_eq!(articles(&place).len(), 2);
}

#[test]
fn nothing_is_made_before_there_is_something_to_remember() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("library");
    let (mut keeper, problem) = keeper(&place);
    assert!(problem.is_none());
    assert!(!place.exists());
    keeper.save(read("a")).unwrap();
    assert!(Library::exists(&place));
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(folder.path().join("probe"), "").is_ok() {
        // The superuser may write anywhere, so there is nothing to see.
        return;
    }
    assert!(matches!(
        Library::open(folder.path()),
        Err(StoreError::ReadOnly { .. })
    ));
}

#[test]
fn without_a_folder_everything_stays_in_memory() {
    let (mut keeper, _, problem) = Keeper::open(None, CorpusKey::sample(), NOW);
    assert!(matches!(problem, Some(StoreError::NoFolder)));
    assert!(keeper.save(read("a")).is_err());
    assert!(keeper.is_behind());
    assert!(keeper.close().is_err());
}

#[test]
fn later_changes_win_and_the_rest_stays() {
    let mut change = read("a");
    change.append(StateChange::article(
        &id("a"),
        ArticleChange {
            position: Some(7),
            ..ArticleChange::default()
        },
    ));
    change.append(StateChange::article(
        &id("a"),
        ArticleChange {
            read: Some(false),
            ..ArticleChange::default()
        },
    ));
    let a = change.articles.get("a").unwrap();
    assert_eq!(
        (a.read, a.position, a.starred),
        (Some(false), Some(7), None)
    );
}

#[test]
fn a_glance_sees_what_was_done_and_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("data");
    let key = CorpusKey::of_paths(&[folder.path().to_path_buf()]);
    assert!(Library::glance(&home, &key).unwrap().articles.is_empty());
    assert!(!home.exists());

    let mut library = Library::open(&home).unwrap();
    let corpus = library.corpus(&CorpusKey::sample(), NOW).unwrap();
    library.save(corpus, &read("a")).unwrap();
    let seen = Library::glance(&home, &CorpusKey::sample()).unwrap();
    assert!(seen.articles[&id("a")].read);
    assert!(Library::glance(&home, &key).unwrap().articles.is_empty());
    assert_eq!(library.recent(1).unwrap().pop().unwrap().name, "sample");
}
