//! A key press: from the key to the bytes that a terminal gets.

use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use nashra::config::keymap::Keymap;
use nashra::config::settings::Settings;
use nashra::config::strings::Locale;
use nashra::config::theme::ThemeName;
use nashra::corpus::{Article, Timestamp};
use nashra::ingest::Input;
use nashra::store::{CorpusState, Import, ImportEvent};
use nashra::term::Screen;
use nashra::ui;
use nashra::view::message::{Effect, Message, Timer};
use nashra::view::{Automatic, Setup, View};
use ratatui::layout::Size;

fn main() {
    divan::main();
}

static SAMPLE: LazyLock<Vec<Arc<Article>>> = LazyLock::new(|| {
    let mut articles = Vec::new();
    Import::new(vec![Input::Sample]).run(&mut |event| {
        if let ImportEvent::Articles(batch) = event {
            articles.extend(batch);
        }
        ControlFlow::Continue(())
    });
    articles
});

/// The reader on the sample, with the terminal's bytes kept in memory.
struct Reader {
    view: View,
    screen: Screen<Vec<u8>>,
    now: u64,
}

impl Reader {
    fn open(size: Size, articles: &[Arc<Article>]) -> Self {
        let view = View::new(Setup {
            place: None,
            settings: Settings::default(),
            automatic: Automatic {
                theme: ThemeName::Dark,
                locale: Locale::ENGLISH,
            },
            keymap: Keymap::builtin().clone(),
            follow_after: 120,
            is_remote: false,
            now: Timestamp(1_700_000_000),
            state: CorpusState::default(),
        });
        let mut reader = Self {
            view,
            screen: Screen::new(Vec::new(), size),
            now: 0,
        };
        reader.tell(Message::Resize(size.width, size.height));
        reader.tell(Message::Articles(articles.to_vec(), 0));
        reader.tell(Message::Imported(0));
        reader.draw();
        reader
    }

    fn tell(&mut self, message: Message) {
        for effect in self.view.update(message) {
            if let Effect::After(_, Timer::Follow(generation)) = effect {
                self.view.update(Message::Timer(Timer::Follow(generation)));
            }
        }
    }

    /// Presses a key, lets the reader follow, and draws.
    fn press(&mut self, key: &str) {
        self.now += 2_000;
        let chord = key.parse().expect("a key of the keymap");
        self.tell(Message::Key(chord, self.now));
        self.draw();
    }

    fn draw(&mut self) {
        self.view.prepare();
        let view = &mut self.view;
        self.screen
            .draw(|buffer| ui::draw(view, buffer))
            .expect("memory takes every byte");
    }
}

const SIZE: Size = Size::new(160, 45);

#[divan::bench]
fn first_frame(bencher: Bencher) {
    LazyLock::force(&SAMPLE);
    bencher.bench_local(|| Reader::open(SIZE, &SAMPLE));
}

#[divan::bench(args = ["j", "tab", "e"])]
fn key_in_the_list(bencher: Bencher, key: &str) {
    let mut reader = Reader::open(SIZE, &SAMPLE);
    let mut down = false;
    bencher.bench_local(|| {
        // Down and up again, so that the cursor never rests at an end.
        down = !down;
        reader.press(match key {
            "j" if down => "j",
            "j" => "k",
            key => key,
        });
    });
}

#[divan::bench(args = ["j", "]", "space"])]
fn key_in_the_reader(bencher: Bencher, key: &str) {
    let mut reader = Reader::open(SIZE, &SAMPLE);
    reader.press("enter");
    let mut on = false;
    bencher.bench_local(|| {
        on = !on;
        reader.press(match (key, on) {
            (key, true) => key,
            ("j", false) => "k",
            ("]", false) => "[",
            _ => "b",
        });
    });
}

/// One language alone, then all again.
#[divan::bench]
fn language_toggle(bencher: Bencher) {
    let mut reader = Reader::open(SIZE, &SAMPLE);
    bencher.bench_local(|| reader.press("1"));
}
