//! A view of a small corpus, driven by keys, and its screen as text.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use nashra::analysis::entities::Recogniser;
use nashra::analysis::language;
use nashra::analysis::mentions::mentions;
use nashra::config::key::KeyChord;
use nashra::config::keymap::Keymap;
use nashra::config::settings::Settings;
use nashra::config::strings::Locale;
use nashra::config::theme::ThemeName;
use nashra::corpus::{Article, LanguageTag, Origin, Timestamp, TitleOrigin};
use nashra::store::{CorpusState, FoldCache, Search, Vocabulary};
use nashra::term::Frame;
use nashra::ui;
use nashra::view::message::{Effect, Message, Millis};
use nashra::view::{Automatic, Setup, View};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// A view and the buffer it is painted into.
pub struct Fixture {
    pub view: View,
    pub effects: Vec<Effect>,
    /// Whether searches and timers wait for [`Self::answer`].
    pub hold: bool,
    held: Vec<Effect>,
    columns: u16,
    rows: u16,
    now: Millis,
}

/// An article of the fixture's corpus.
pub fn article(id: &str, language: &str, title: &str, text: &str) -> Arc<Article> {
    let info = language::info(language).expect("a language of the table");
    let tag = LanguageTag::new(language);
    let recogniser = Recogniser::embedded();
    let (title_mentions, title_quantities) = mentions(recogniser, title, &tag);
    let (mentions, quantities) = mentions(recogniser, text, &tag);
    Arc::new(Article {
        id: Arc::from(id),
        title: title.to_owned(),
        title_origin: TitleOrigin::Field,
        text: Arc::from(text),
        title_bytes: None,
        furniture: Vec::new(),
        language_confidence: 0.99,
        script: info.script,
        direction: info.direction,
        date: None,
        source: Some("fixture".to_owned()),
        url: None,
        words: text.split_whitespace().count(),
        title_mentions,
        mentions,
        title_quantities,
        quantities,
        language: tag,
        origin: Origin {
            path: None,
            line: None,
        },
        metadata: serde_json::Map::new(),
    })
}

/// Five articles in four languages and two directions.
pub fn corpus() -> Vec<Arc<Article>> {
    static CORPUS: LazyLock<Vec<Arc<Article>>> = LazyLock::new(write_corpus);
    CORPUS.clone()
}

fn write_corpus() -> Vec<Arc<Article>> {
    let long =
        "The canal stayed closed for six days. Ships waited at both ends of it.\n\n".repeat(30);
    vec![
        article(
            "canal-ar",
            "ar",
            "سفينة ضخمة تسد قناة السويس وتوقف الملاحة في الاتجاهين",
            "جنحت السفينة (Ever Given) في 23 مارس 2021 وسدّت قناة السويس.\n\nوقالت مصر إن 300 سفينة تنتظر.",
        ),
        article(
            "canal-en",
            "en",
            "A ship blocks the Suez Canal",
            &format!(
                "A container ship ran aground in Egypt.\n\n{long}The Suez Canal Authority freed her."
            ),
        ),
        article(
            "canal-de",
            "de",
            "Containerschiff versperrt den Suezkanal",
            "In Ägypten ist ein Schiff auf Grund gelaufen.\n\nDie Ursache war zunächst unklar.",
        ),
        article(
            "nobel-en",
            "en",
            "Prize for mRNA research",
            "Two researchers shared the prize in Stockholm.\n\nSweden celebrates in December.",
        ),
        article(
            "canal-vi",
            "vi",
            "Tàu container mắc kẹt ở kênh đào Suez",
            "Con tàu dài 400 mét mắc kẹt.\n\nAi Cập tạm dừng lưu thông.",
        ),
    ]
}

impl Fixture {
    /// A view of the corpus, everything read in, on a screen of a size.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self::of(corpus(), columns, rows, "en", CorpusState::default())
    }

    /// The same for a person who set something.
    pub fn set(columns: u16, rows: u16, settings: Settings) -> Self {
        let state = CorpusState::default();
        Self::open_with(corpus(), columns, rows, "en", state, settings)
    }

    pub fn of(
        articles: Vec<Arc<Article>>,
        columns: u16,
        rows: u16,
        interface: &str,
        state: CorpusState,
    ) -> Self {
        let settings = Settings::default();
        Self::open_with(articles, columns, rows, interface, state, settings)
    }

    pub fn open_with(
        articles: Vec<Arc<Article>>,
        columns: u16,
        rows: u16,
        interface: &str,
        state: CorpusState,
        settings: Settings,
    ) -> Self {
        let mut fixture = Self::importing(columns, rows, interface, state, settings);
        if !articles.is_empty() {
            fixture.tell(Message::Articles(articles, 0));
        }
        let now = fixture.now;
        fixture.tell(Message::Imported(now));
        // The notice of the import goes with the first key after a second.
        fixture.now += 5_000;
        fixture
    }

    /// A view into which nothing was read yet.
    pub fn importing(
        columns: u16,
        rows: u16,
        interface: &str,
        state: CorpusState,
        settings: Settings,
    ) -> Self {
        let keymap = Keymap::builtin().clone();
        Self::begin(columns, rows, interface, state, settings, keymap)
    }

    /// The corpus for a person with keys of their own.
    pub fn with_keys(columns: u16, rows: u16, keys: &str) -> Self {
        let (keymap, problems) = Keymap::builtin().with_user("keys.toml", keys.as_bytes());
        assert_eq!(problems, []);
        let (state, settings) = (CorpusState::default(), Settings::default());
        let mut fixture = Self::begin(columns, rows, "en", state, settings, keymap);
        fixture.tell(Message::Articles(corpus(), 0));
        fixture.tell(Message::Imported(0));
        fixture
    }

    /// The sample, whose articles are those of the corpus here.
    pub fn sample(columns: u16, rows: u16, interface: &str) -> Self {
        let keymap = Keymap::builtin().clone();
        let (state, settings) = (CorpusState::default(), Settings::default());
        let mut fixture = Self::begin_at(None, columns, rows, interface, state, settings, keymap);
        fixture.tell(Message::Articles(corpus(), 0));
        fixture.tell(Message::Imported(0));
        fixture
    }

    fn begin(
        columns: u16,
        rows: u16,
        interface: &str,
        state: CorpusState,
        settings: Settings,
        keymap: Keymap,
    ) -> Self {
        let place = Some("corpus");
        Self::begin_at(place, columns, rows, interface, state, settings, keymap)
    }

    fn begin_at(
        place: Option<&str>,
        columns: u16,
        rows: u16,
        interface: &str,
        state: CorpusState,
        settings: Settings,
        keymap: Keymap,
    ) -> Self {
        let locale = Locale::of(interface).expect("a language of the interface");
        let view = View::new(Setup {
            place: place.map(str::to_owned),
            settings,
            automatic: Automatic {
                theme: ThemeName::Dark,
                locale,
            },
            keymap,
            follow_after: 120,
            is_remote: false,
            now: Timestamp(1_700_000_000),
            state,
        });
        let mut fixture = Self {
            view,
            effects: Vec::new(),
            hold: false,
            held: Vec::new(),
            columns,
            rows,
            now: 10_000,
        };
        fixture.tell(Message::Resize(columns, rows));
        fixture
    }

    /// Tells the view something, and answers what it asks for at once.
    pub fn tell(&mut self, message: Message) {
        let mut waiting = vec![message];
        while let Some(message) = waiting.pop() {
            for effect in self.view.update(message) {
                self.effects.push(effect.clone());
                if self.hold {
                    self.held.push(effect);
                } else {
                    waiting.extend(self.answer_to(&effect));
                }
            }
        }
        self.view.prepare();
    }

    /// Answers what was asked for and held back until now, in that order.
    pub fn answer(&mut self) {
        for effect in std::mem::take(&mut self.held) {
            if let Some(message) = self.answer_to(&effect) {
                self.tell(message);
            }
        }
    }

    /// What comes of an effect: the answer to a search, the end of a timer.
    fn answer_to(&self, effect: &Effect) -> Option<Message> {
        match effect {
            Effect::Search { generation, query } => {
                let articles = self.view.browse().catalog().articles();
                let found = Search::new(query.clone())
                    .run(
                        articles,
                        &mut FoldCache::new(),
                        &|_| Default::default(),
                        &|| false,
                    )
                    .expect("nobody cancels");
                let ranking: HashMap<u32, f32> = found
                    .iter()
                    .map(|found| (u32::try_from(found.number).unwrap(), found.score))
                    .collect();
                Some(Message::Found {
                    generation: *generation,
                    ranking: Arc::new(ranking),
                    percent: 100,
                })
            }
            Effect::Respell { generation, query } => {
                let articles = self.view.browse().catalog().articles();
                let words = Vocabulary::new()
                    .respellings(query, articles, &FoldCache::new(), &|| false)
                    .expect("nobody cancels");
                Some(Message::Respelled(*generation, words))
            }
            Effect::After(_, timer) => Some(Message::Timer(*timer)),
            _ => None,
        }
    }

    /// Presses keys as the keymap writes them, two seconds apart.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            let chord: KeyChord = key.parse().expect("a key");
            self.now += 2_000;
            self.tell(Message::Key(chord, self.now));
        }
        self
    }

    /// Types text, a key a character.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            let key = if character == ' ' {
                "space".to_owned()
            } else {
                character.to_string()
            };
            self.press(&key);
        }
        self
    }

    /// Gives the screen another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.columns = columns;
        self.rows = rows;
        self.tell(Message::Resize(columns, rows));
        self
    }

    /// The terminal is on another machine from now on, the same corpus open.
    pub fn be_remote(&mut self) {
        let articles = self.view.browse().catalog().articles().to_vec();
        self.view = View::new(Setup {
            place: Some("corpus".to_owned()),
            settings: Settings::default(),
            automatic: Automatic {
                theme: ThemeName::Dark,
                locale: Locale::ENGLISH,
            },
            keymap: Keymap::builtin().clone(),
            follow_after: 300,
            is_remote: true,
            now: Timestamp(1_700_000_000),
            state: CorpusState::default(),
        });
        self.tell(Message::Resize(self.columns, self.rows));
        self.tell(Message::Articles(articles, 0));
    }

    /// The screen in cells.
    pub fn buffer(&mut self) -> Buffer {
        self.view.prepare();
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.columns, self.rows));
        ui::draw(&mut self.view, &mut buffer);
        buffer
    }

    /// Where the cursor shows.
    pub fn cursor(&mut self) -> Option<Position> {
        let frame = self.frame();
        frame.cursor.filter(|_| frame.shows_cursor)
    }

    /// Where the cursor stands, and the text of that row.
    pub fn parked(&mut self) -> (Position, String) {
        let cursor = self.frame().cursor.expect("a place for the cursor");
        let screen = self.screen();
        let row = screen.lines().nth(usize::from(cursor.y));
        (cursor, row.unwrap_or_default().to_owned())
    }

    /// What a frame is beside its cells.
    pub fn frame(&mut self) -> Frame {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.columns, self.rows));
        ui::draw(&mut self.view, &mut buffer)
    }

    /// The screen as text, without blanks at the ends of lines.
    pub fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let mut screen = String::new();
        for y in 0..self.rows {
            let mut line = String::new();
            let mut x = 0;
            while x < self.columns {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += u16::try_from(nashra::text::width::cluster_width(symbol))
                    .unwrap()
                    .max(1);
            }
            screen.push_str(line.trim_end());
            screen.push('\n');
        }
        screen
    }

    /// The bottom line of the screen.
    pub fn bottom(&mut self) -> String {
        self.screen()
            .lines()
            .last()
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// The id of the article in the reader.
    pub fn open(&self) -> Option<String> {
        self.view
            .reader()
            .article()
            .map(|article| article.id.to_string())
    }

    /// The ids of the articles in the list.
    pub fn listed(&self) -> Vec<String> {
        let browse = self.view.browse();
        let rows = browse
            .rows()
            .iter()
            .filter_map(|number| browse.article(*number));
        rows.map(|article| article.id.to_string()).collect()
    }

    /// The id of the article under the list's cursor.
    pub fn under_cursor(&self) -> Option<String> {
        self.listed().get(self.view.list().cursor()).cloned()
    }

    /// Whether an article is read.
    pub fn is_read(&self, id: &str) -> bool {
        let states = self.view.browse().states();
        states.get(id).is_some_and(|state| state.read)
    }
}
