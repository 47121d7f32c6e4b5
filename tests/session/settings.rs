//! A person's own settings and keys, and what is wrong with them.

use super::pty::Session;

#[test]
fn the_screen_can_be_changed_while_it_runs() {
    let library = tempfile::tempdir().unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("24 languages");
    assert!(session.screen.screen().alternate_screen());
    session.press(":set alt-screen off\r");
    session.wait_for_text("alt-screen: off");
    assert!(!session.screen.screen().alternate_screen());
    session.press(":set plain on\r");
    session.wait_for_text("plain: on");
    session.wait_for_text("1 of 52");
    session.press(":set plain off\r");
    session.wait_for("panes again", |screen| screen.contains('┃'));
    session.press(":set alt-screen on\r");
    session.wait_for_text("alt-screen: on");
    assert!(session.screen.screen().alternate_screen());
    session.press("Q");
    assert!(session.end());
    assert!(session.is_given_back());
}

#[test]
fn the_files_of_a_person_are_read_and_their_faults_are_one_notice() {
    let library = tempfile::tempdir().unwrap();
    let config = library.path().join("config");
    std::fs::create_dir(&config).unwrap();
    let settings = "ui-lang = \"de\"\nmeasure = 9000\nthme = \"dark\"\n";
    let keys = "[global]\n\"ctrl-x\" = \"help\"\n\"?\" = \"none\"\n[list]\nx = \"toggle-sta\"\nv = \"toggle-star\"\n";
    std::fs::write(config.join("config.toml"), settings).unwrap();
    std::fs::write(config.join("keys.toml"), keys).unwrap();
    let mut session = Session::start(library.path(), &[]);
    session.wait_for_text("! 3 Probleme beim Start");
    session.settle();
    session.press("v");
    session.wait_for("a star by its own key", |screen| screen.contains('★'));
    session.press("\u{18}");
    session.wait_for_text("Tasten · Liste");
    session.press("/ctrl-x");
    session.wait_for_text("Ctrl-X F1");
    session.press("\u{1b}");
    session.wait_for_text("gespeicherte Ansichten");
    session.press("q");
    session.wait_for("the sheet is closed", |screen| {
        !screen.contains("Ctrl-X F1")
    });
    session.press(":messages\r");
    session.wait_for_text("config.toml, Zeile 2");
    session.wait_for_text("config.toml, Zeile 3");
    session.wait_for_text("keys.toml, Zeile 5");
    session.press("\u{1b}");
    session.wait_for("the sheet is closed", |screen| {
        !screen.contains("keys.toml")
    });
    session.press(":set ui-lang en\r");
    session.wait_for_text("ui-lang: en");
    session.press("\u{18}");
    session.wait_for_text("Keys · list");
    session.press("qqq");
    assert!(session.end());
    assert!(session.is_given_back());
    let kept = [settings, keys];
    for (file, text) in ["config.toml", "keys.toml"].into_iter().zip(kept) {
        assert_eq!(std::fs::read_to_string(config.join(file)).unwrap(), text);
    }
}
