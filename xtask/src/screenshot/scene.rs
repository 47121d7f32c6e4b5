//! A moment of reading: the sample corpus, keys pressed, the screen in cells.

use std::ops::ControlFlow;

use anyhow::ensure;
use nashra::config::keymap::Keymap;
use nashra::config::settings::Settings;
use nashra::config::strings::Locale;
use nashra::config::theme::ThemeName;
use nashra::corpus::Timestamp;
use nashra::ingest::Input;
use nashra::store::{CorpusState, Import, ImportEvent};
use nashra::ui;
use nashra::view::message::{Effect, Message, Millis, Timer};
use nashra::view::{Automatic, Setup, View};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The columns and rows of the screen.
const SIZE: (u16, u16) = (130, 34);
/// The day of the picture, 10 December 2024: when the newest article was news.
const TODAY: Timestamp = Timestamp(1_733_788_800);
/// The article that is read.
const ARTICLE: &str = "world-cup-ar";
/// Between two keys, in ms: longer than a notice stays.
const PAUSE: Millis = 2_000;

/// The screen with an Arabic article open and one of its names under the cursor.
///
/// # Errors
/// The article is not in the sample.
pub fn reading() -> anyhow::Result<Buffer> {
    let mut reader = Reader::open();
    // Something read and something starred, as after a while of reading.
    reader.press("m j j s j m");
    for _ in 0..reader.view.browse().rows().len() {
        if reader.article() == Some(ARTICLE) {
            break;
        }
        reader.press("j");
    }
    ensure!(
        reader.article() == Some(ARTICLE),
        "the sample has no {ARTICLE}"
    );
    reader.press("enter ] ] ]");
    Ok(reader.screen())
}

/// The view, driven by keys.
struct Reader {
    view: View,
    now: Millis,
}

impl Reader {
    /// The reader on the sample, everything read in.
    fn open() -> Self {
        let view = View::new(Setup {
            place: None,
            settings: Settings::default(),
            automatic: Automatic {
                theme: ThemeName::Dark,
                locale: Locale::ENGLISH,
            },
            keymap: Keymap::builtin().clone(),
            follow_after: 0,
            is_remote: false,
            now: TODAY,
            state: CorpusState::default(),
        });
        let mut reader = Self { view, now: 0 };
        reader.tell(Message::Resize(SIZE.0, SIZE.1));
        Import::new(vec![Input::Sample]).run(&mut |event| {
            match event {
                ImportEvent::Articles(articles) => reader.tell(Message::Articles(articles, 0)),
                ImportEvent::Furniture(changes) => reader.tell(Message::Furniture(changes)),
                ImportEvent::Done(_) => reader.tell(Message::Imported(0)),
                ImportEvent::Problem(_) | ImportEvent::Progress { .. } => {}
            }
            ControlFlow::Continue(())
        });
        reader
    }

    /// Tells the view something; its timers run out at once.
    fn tell(&mut self, message: Message) {
        let mut waiting = vec![message];
        while let Some(message) = waiting.pop() {
            for effect in self.view.update(message) {
                if let Effect::After(_, Timer::Follow(generation)) = effect {
                    waiting.push(Message::Timer(Timer::Follow(generation)));
                }
            }
        }
        self.view.prepare();
    }

    /// Presses keys as the keymap writes them.
    fn press(&mut self, keys: &str) {
        for key in keys.split(' ') {
            self.now += PAUSE;
            let chord = key.parse().expect("the scene's keys are keys");
            self.tell(Message::Key(chord, self.now));
        }
    }

    /// The id of the article in the reading pane.
    fn article(&self) -> Option<&str> {
        self.view.reader().article().map(|article| &*article.id)
    }

    fn screen(&mut self) -> Buffer {
        self.view.prepare();
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        ui::draw(&mut self.view, &mut buffer);
        buffer
    }
}
