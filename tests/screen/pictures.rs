//! Every screen at five sizes, in an interface of each direction.

use nashra::config::settings::Settings;
use nashra::store::CorpusState;
use nashra::view::message::{Message, ProblemPlace};

use super::fixture::{Fixture, corpus};
use super::looks::snapshot;

const SIZES: [(u16, u16); 5] = [(160, 45), (100, 30), (80, 24), (60, 20), (40, 10)];

/// How a screen comes about: what is pressed, typed and told on the way.
type Scene = fn(&mut Fixture);

const SCENES: &[(&str, Scene)] = &[
    ("reader", |fixture| {
        fixture.press("j enter space ]");
    }),
    ("names", |fixture| {
        fixture.press("j tab tab j");
    }),
    ("names-of-view", |fixture| {
        fixture.press("E");
    }),
    ("search", |fixture| {
        fixture.press("/").type_text("lang:vn suez");
    }),
    ("search-in-article", |fixture| {
        fixture.press("j enter /").type_text("canal");
    }),
    ("no-match", |fixture| {
        fixture.press("1 /").type_text("stockholn").press("enter");
    }),
    ("range", |fixture| {
        fixture.press("v j j");
    }),
    ("menu", |fixture| {
        fixture.press("y");
    }),
    ("ask", |fixture| {
        fixture.press("t").type_text("suez");
    }),
    ("confirm", |fixture| {
        fixture.tell(Message::FileExists(
            "notes/سفينة.md".to_owned(),
            String::new(),
        ));
    }),
    ("palette", |fixture| {
        fixture.press(":").type_text("mark");
    }),
    ("card", |fixture| {
        fixture.press("j enter ] enter");
    }),
    ("info", |fixture| {
        fixture.press("i");
    }),
    ("views", |fixture| {
        fixture
            .press("1 ' enter")
            .type_text("English")
            .press("enter '");
    }),
    ("messages", |fixture| {
        fixture.press("M u :").type_text("messages").press("enter");
    }),
    ("problems", |fixture| {
        let place = ProblemPlace {
            path: "dump.jsonl".into(),
            line: Some(7),
        };
        let text = "dump.jsonl:7: not JSON: a comma is missing".to_owned();
        fixture.tell(Message::Problem(text, Some(place)));
        fixture.press(":").type_text("problems").press("enter");
    }),
    ("unsaved", |fixture| {
        let problem = "cannot save: the disk is full".to_owned();
        fixture.tell(Message::Unsaved(Some(problem), 20_000));
        fixture.press("j");
    }),
    ("calibration", |fixture| {
        fixture.press("f3");
    }),
];

#[test]
fn every_screen_has_its_pictures() {
    for interface in ["en", "ar"] {
        for (name, scene) in SCENES {
            let mut pictures = String::new();
            for (columns, rows) in SIZES {
                let state = CorpusState::default();
                let mut fixture = Fixture::of(corpus(), columns, rows, interface, state);
                scene(&mut fixture);
                pictures.push_str(&format!("-- {columns}x{rows}\n{}", fixture.screen()));
            }
            snapshot(&format!("{name}-{interface}"), &pictures);
        }
    }
}

#[test]
fn an_import_and_an_empty_corpus_have_their_pictures() {
    for interface in ["en", "ar"] {
        let mut pictures = [String::new(), String::new()];
        for (columns, rows) in SIZES {
            let (state, settings) = (CorpusState::default(), Settings::default());
            let mut fixture = Fixture::importing(columns, rows, interface, state, settings);
            fixture.tell(Message::Articles(corpus(), 200));
            fixture.tell(Message::Progress(31 << 20, 100 << 20, 58_000));
            fixture.tell(Message::Problem(
                "zeros.txt: not a text file".to_owned(),
                None,
            ));
            let importing = fixture.screen();
            let state = CorpusState::default();
            let empty = Fixture::of(Vec::new(), columns, rows, interface, state).screen();
            for (picture, screen) in pictures.iter_mut().zip([importing, empty]) {
                picture.push_str(&format!("-- {columns}x{rows}\n{screen}"));
            }
        }
        let [importing, empty] = pictures;
        snapshot(&format!("importing-{interface}"), &importing);
        snapshot(&format!("empty-{interface}"), &empty);
    }
}
