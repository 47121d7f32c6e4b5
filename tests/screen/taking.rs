//! Taking along: what is copied, written, piped and opened, always in logical order.

use nashra::store::CorpusState;
use nashra::view::geometry::Pane;
use nashra::view::message::{CopyWay, Effect, Message};

use super::fixture::{Fixture, corpus};

/// The texts that were copied.
fn copied(fixture: &Fixture) -> Vec<&str> {
    let effects = fixture.effects.iter();
    let copies = effects.filter_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text.as_str()),
        _ => None,
    });
    copies.collect()
}

/// A view of a corpus whose articles have addresses.
fn linked() -> Fixture {
    let mut articles = corpus();
    for article in &mut articles {
        let article = std::sync::Arc::make_mut(article);
        article.url = Some(format!("https://example.org/{}", article.id));
        article.text = format!(
            "{}\n\nMore at http://example.net/{}.",
            article.text, article.id
        )
        .into();
    }
    Fixture::of(articles, 120, 30, "en", CorpusState::default())
}

#[test]
fn a_menu_says_what_can_be_copied_and_waits() {
    let mut fixture = linked();
    fixture.press("y");
    let bottom = fixture.bottom();
    for part in ["copy the", "l link", "p paragraph", "c citation"] {
        assert!(bottom.contains(part), "{bottom}");
    }
    fixture.press("esc");
    assert!(copied(&fixture).is_empty());
    assert!(!fixture.bottom().contains("p paragraph"));
}

#[test]
fn pieces_are_copied_in_logical_order() {
    let mut fixture = linked();
    fixture.press("y l y t y p enter ] y n y c");
    let texts = copied(&fixture);
    assert_eq!(texts[0], "https://example.org/canal-ar");
    assert_eq!(
        texts[1],
        "سفينة ضخمة تسد قناة السويس وتوقف الملاحة في الاتجاهين"
    );
    assert!(
        texts[2].starts_with("جنحت السفينة (Ever Given)"),
        "{}",
        texts[2]
    );
    assert!(corpus()[0].title.contains(texts[3]) || corpus()[0].text.contains(texts[3]));
    assert!(texts[4].starts_with(texts[1]) && texts[4].ends_with(texts[0]));
}

#[test]
fn the_paragraph_is_the_one_of_the_name_under_the_cursor_else_the_topmost() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j enter } } y p");
    assert!(copied(&fixture)[0].starts_with("The canal stayed closed"));
    fixture.press("G ] y p");
    assert_eq!(copied(&fixture)[1], "The Suez Canal Authority freed her.");
}

#[test]
fn a_copy_is_told_and_doubted_once_where_it_may_be_ignored() {
    let mut fixture = linked();
    for _ in 0..2 {
        fixture.press("y t");
        let message = |is_sure| Message::Copied {
            what: "9 words".to_owned(),
            way: CopyWay::Terminal,
            is_sure,
            at: 60_000,
        };
        fixture.tell(message(false));
    }
    assert!(
        fixture
            .bottom()
            .contains("copied 9 words to the terminal's clipboard")
    );
    fixture.press(
        ": messages enter"
            .replace("messages", "m e s s a g e s")
            .as_str(),
    );
    assert!(fixture.screen().contains("this terminal may ignore it"));
}

#[test]
fn what_has_no_address_says_so() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("y l");
    assert!(fixture.bottom().contains("no link"), "{}", fixture.bottom());
    fixture.press("o");
    assert!(fixture.bottom().contains("no links here"));
    fixture.press("O");
    assert!(fixture.view.sheet().is_none());
}

#[test]
fn an_article_is_written_in_the_form_that_the_name_asks_for() {
    let mut fixture = linked();
    fixture.press("w");
    assert!(
        fixture.bottom().starts_with("write to: سفينة-ضخمة") || fixture.bottom().contains(".md")
    );
    for (name, begins) in [
        ("a.md", "# سفينة ضخمة"),
        ("a.json", "{\"id\":\"canal-ar\""),
        ("a", "سفينة ضخمة"),
    ] {
        fixture.press("esc w ctrl-u").type_text(name).press("enter");
        let Some(Effect::Write {
            path,
            text,
            replace: false,
        }) = fixture.effects.last()
        else {
            panic!("{:?}", fixture.effects.last());
        };
        assert_eq!(path, name);
        assert!(text.starts_with(begins), "{text}");
        assert!(text.contains("جنحت السفينة"), "{text}");
    }
}

#[test]
fn a_file_is_written_over_after_a_yes_alone() {
    let mut fixture = linked();
    let exists = || Message::FileExists("a.md".to_owned(), "text".to_owned());
    for no in ["enter", "n", "esc", "q"] {
        fixture.tell(exists());
        assert!(fixture.bottom().contains("write over it?"));
        fixture.press("j");
        assert!(fixture.view.confirming().is_some(), "another key waits");
        fixture.press(no);
        assert!(fixture.view.confirming().is_none());
        assert!(fixture.bottom().contains("left as it is"), "{no}");
    }
    assert!(
        !fixture
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Write { .. }))
    );
    fixture.tell(exists());
    fixture.press("y");
    assert!(matches!(
        fixture.effects.last(),
        Some(Effect::Write { replace: true, .. })
    ));
}

#[test]
fn a_command_gets_the_text() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("j |").type_text("wc -l").press("enter");
    let Some(Effect::Pipe { command, text }) = fixture.effects.last() else {
        panic!("{:?}", fixture.effects.last());
    };
    assert_eq!(command, "wc -l");
    assert!(text.starts_with("A ship blocks the Suez Canal\n"), "{text}");
    fixture.tell(Message::Piped("wc -l".to_owned(), Some(3), 90_000));
    assert!(fixture.bottom().contains("exit status 3"));
    fixture.press("| ctrl-p");
    assert_eq!(fixture.view.asking().unwrap().edit.text(), "wc -l");
    fixture.press("esc");
    assert!(fixture.view.asking().is_none());
}

#[test]
fn links_are_opened_here_and_shown_elsewhere() {
    let mut fixture = linked();
    fixture.press("o");
    assert_eq!(
        fixture.effects.last(),
        Some(&Effect::OpenLinks(vec![
            "https://example.org/canal-ar".to_owned()
        ]))
    );
    fixture.press("O").type_text("net").press("enter");
    assert_eq!(
        fixture.effects.last(),
        Some(&Effect::OpenLinks(vec![
            "http://example.net/canal-ar".to_owned()
        ]))
    );
    fixture.be_remote();
    fixture.press("o");
    assert!(fixture.screen().contains("http://example.net/canal-ar"));
    fixture.press("enter");
    assert!(matches!(
        fixture.effects.last(),
        Some(Effect::Copy { text, .. }) if text == "https://example.org/canal-ar"
    ));
}

#[test]
fn many_links_are_opened_after_a_yes() {
    let mut articles = corpus();
    articles.extend(corpus());
    for (number, article) in articles.iter_mut().enumerate() {
        let article = std::sync::Arc::make_mut(article);
        article.url = Some(format!("https://example.org/{number}"));
    }
    let mut fixture = Fixture::of(articles, 120, 30, "en", CorpusState::default());
    fixture.press("v G o");
    assert!(
        fixture.bottom().contains("open 10 links?"),
        "{}",
        fixture.bottom()
    );
    fixture.press("enter");
    assert!(
        !fixture
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::OpenLinks(_)))
    );
    fixture.press("v g o y");
    assert!(matches!(fixture.effects.last(), Some(Effect::OpenLinks(links)) if links.len() == 10));
}

#[test]
fn a_range_is_marked_tagged_copied_and_ends() {
    let mut fixture = linked();
    fixture.press("v j j");
    assert!(fixture.bottom().contains("range 3"), "{}", fixture.bottom());
    fixture.press("y l");
    assert_eq!(copied(&fixture)[0].lines().count(), 3);
    assert!(!fixture.bottom().contains("range"));
    fixture.press("g v j s");
    let starred = |fixture: &Fixture, id: &str| {
        let states = fixture.view.browse().states();
        states.get(id).is_some_and(|state| state.starred)
    };
    assert!(starred(&fixture, "canal-ar") && starred(&fixture, "canal-en"));
    assert!(!starred(&fixture, "canal-de"));
    fixture.press("u");
    assert!(!starred(&fixture, "canal-ar") && !starred(&fixture, "canal-en"));
    fixture.press("v G m");
    assert_eq!(
        fixture.view.browse().unread(),
        1,
        "from the second row to the last"
    );
    fixture.press("v esc");
    assert!(!fixture.bottom().contains("range"));
    assert_eq!(fixture.view.focus(), Pane::List);
}

#[test]
fn tags_are_given_taken_away_and_searched_for() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("t").type_text("suez, #Ships").press("enter");
    let tags = |fixture: &Fixture, number: u32| -> Vec<String> {
        let tags = fixture.view.browse().tags_of(number);
        tags.map(ToString::to_string).collect()
    };
    assert_eq!(tags(&fixture, 0), ["Ships", "suez"]);
    fixture.press("j t").type_text("SUEZ").press("enter");
    assert_eq!(tags(&fixture, 1), ["suez"], "case makes no other tag");
    fixture.press("t").type_text("Sh").press("tab enter k");
    assert_eq!(tags(&fixture, 1), ["Ships", "suez"]);
    fixture.press("t").type_text("-ships").press("enter");
    assert_eq!(tags(&fixture, 0), ["suez"]);
    fixture.press("u");
    assert_eq!(tags(&fixture, 0), ["Ships", "suez"]);
    fixture.press("U");
    assert_eq!(tags(&fixture, 0), ["suez"]);
    let saved = fixture
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Save(change) if !change.tags.is_empty()));
    assert_eq!(saved.count(), 6);
    fixture.press("i");
    assert!(fixture.screen().contains("suez"));
}

#[test]
fn a_view_is_saved_gone_to_and_given_up() {
    let mut fixture = Fixture::new(120, 30);
    fixture.press("1 /").type_text("suez").press("enter .");
    let shown = fixture.listed();
    assert_eq!(shown, ["canal-en"]);
    fixture
        .press("'")
        .press("enter")
        .type_text("قناة")
        .press("enter");
    assert!(fixture.bottom().contains("saved"), "{}", fixture.bottom());
    fixture.press(". q 0");
    assert_eq!(fixture.listed().len(), 5);
    fixture.press("'");
    assert!(
        fixture.screen().contains("unread only"),
        "{}",
        fixture.screen()
    );
    fixture.press("enter");
    assert_eq!(fixture.listed(), shown);
    assert!(fixture.view.browse().is_unread_only());
    fixture.press("' delete");
    assert!(!fixture.screen().contains("unread only ·"));
    fixture.press("esc u '");
    assert!(
        fixture.screen().contains("suez · unread only"),
        "{}",
        fixture.screen()
    );
}

#[test]
fn hotkeys_are_taken_back() {
    let mut fixture = Fixture::new(120, 30);
    let first = |fixture: &Fixture| fixture.view.browse().lens.by_hotkey(1).cloned().unwrap();
    let before = first(&fixture);
    fixture.press("L down down 1 esc");
    assert_ne!(first(&fixture), before);
    fixture.press("u");
    assert_eq!(first(&fixture), before);
    fixture.press("U");
    assert_ne!(first(&fixture), before);
}

#[test]
fn of_a_tag_that_is_typed_twice_the_last_counts_and_controls_are_none() {
    let mut fixture = Fixture::new(120, 30);
    let tags = |fixture: &Fixture| -> Vec<String> {
        let tags = fixture.view.browse().tags_of(0);
        tags.map(ToString::to_string).collect()
    };
    fixture
        .press("t")
        .type_text("Suez suez b -b")
        .press("enter");
    assert_eq!(tags(&fixture), ["Suez"]);
    fixture.press("t").type_text("-suez suez").press("enter");
    assert_eq!(tags(&fixture), ["Suez"]);
    fixture.press("t").type_text("suez -suez").press("enter");
    assert_eq!(tags(&fixture), [""; 0]);
    fixture
        .press("t")
        .type_text("a\u{202e}b \u{2066}")
        .press("enter");
    assert_eq!(tags(&fixture), ["ab"]);
    fixture
        .press("' enter")
        .type_text("\u{202e}")
        .press("enter");
    assert!(!fixture.screen().contains("saved"), "{}", fixture.screen());
}

#[test]
fn what_is_pasted_may_be_longer_than_any_screen() {
    let long = "long ".repeat(3) + &"سفينة".repeat(14_000);
    for keys in [":", "t", "' enter", "w", "/"] {
        let mut fixture = Fixture::new(80, 24);
        fixture.press(keys);
        fixture.tell(Message::Paste(long.clone(), 1));
        fixture.screen();
        fixture.press("enter");
        fixture.screen();
        fixture.press("esc esc");
        for again in ["t", "'"] {
            fixture.press(again);
            fixture.screen();
        }
    }
}

#[test]
fn what_is_too_long_for_a_line_is_not_copied() {
    let mut articles = corpus();
    let text = "word ".repeat(300_000);
    std::sync::Arc::make_mut(&mut articles[0]).text = text.into();
    let mut fixture = Fixture::of(articles, 100, 30, "en", CorpusState::default());
    fixture.press("y a");
    assert!(copied(&fixture).is_empty());
    assert!(
        fixture.bottom().contains("w writes a file"),
        "{}",
        fixture.bottom()
    );
}
