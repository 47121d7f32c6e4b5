//! The program's own screens in terminals that reorder: every row of lists,
//! articles, names, sheets and prompts is to be shown as it was painted.

use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};

use nashra::config::terminal::TerminalMode;
use nashra::corpus::Article;
use nashra::ingest::Input;
use nashra::store::{CorpusState, Import, ImportEvent};
use nashra::term::{Manner, Reordering, Screen};
use nashra::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::cells::painted;
use super::fixture::Fixture;
use super::frames::Pipe;
use super::limits::{Case, Census};
use super::model::Terminal;

const SIZES: [(u16, u16); 5] = [(160, 45), (100, 30), (80, 24), (60, 20), (40, 10)];

/// What is pressed, one after the other; what is typed stands alone.
const WALK: [&str; 22] = [
    "j",
    "j",
    "enter",
    "j",
    "space",
    "G",
    "tab",
    "j",
    "/",
    "السويس",
    "enter",
    "n",
    "esc",
    "J",
    "J",
    "E",
    "q",
    "?",
    "j",
    "q",
    "i",
    "q",
];

/// The sample's articles that run right to left, and some beside them.
static ARTICLES: LazyLock<Vec<Arc<Article>>> = LazyLock::new(|| {
    let mut articles = Vec::new();
    Import::new(vec![Input::Sample]).run(&mut |event| {
        if let ImportEvent::Articles(batch) = event {
            articles.extend(batch);
        }
        ControlFlow::Continue(())
    });
    let (rtl, ltr): (Vec<_>, Vec<_>) = articles
        .into_iter()
        .partition(|article: &Arc<Article>| article.direction.is_rtl());
    assert!(
        rtl.len() > 3,
        "the sample has articles in Arabic and Hebrew"
    );
    rtl.into_iter().chain(ltr.into_iter().take(6)).collect()
});

/// A terminal of a kind, and what the program sends to it.
struct Shown {
    screen: Screen<Pipe>,
    terminal: Terminal,
    reordering: Reordering,
}

impl Shown {
    fn new(columns: u16, rows: u16, mirrors: bool) -> Self {
        let mut screen = Screen::new(Pipe::default(), Size::new(columns, rows));
        let reordering = Reordering {
            mirrors,
            boxes_are_left: !mirrors,
            ..Reordering::default()
        };
        screen.set_manner(Manner {
            mode: TerminalMode::Inverse,
            reordering,
            ..Manner::default()
        });
        Self {
            screen,
            terminal: Terminal::new(columns, rows),
            reordering,
        }
    }

    fn judge(&mut self, fixture: &mut Fixture, census: &mut Census) {
        let size = self.screen.size();
        let mut buffer = Buffer::empty(Rect::from(size));
        let frame = ui::draw(&mut fixture.view, &mut buffer);
        self.screen
            .draw(|next| {
                next.clone_from(&buffer);
                frame.clone()
            })
            .unwrap();
        let bytes = std::mem::take(self.screen.output()).bytes;
        self.terminal.feed_bytes(&bytes);
        for (y, stored) in (0..).zip(&self.terminal.rows) {
            census.judge(&Case {
                mode: TerminalMode::Inverse,
                reordering: self.reordering,
                stored,
                wanted: &painted(&buffer, y),
                fields: &frame.fields,
                y,
            });
        }
    }
}

fn walk(interface: &str) {
    let mut census = Census::default();
    for (columns, rows) in SIZES {
        let articles = ARTICLES.clone();
        let state = CorpusState::default();
        let mut fixture = Fixture::of(articles, columns, rows, interface, state);
        let mut terminals = [true, false].map(|mirrors| Shown::new(columns, rows, mirrors));
        for keys in WALK {
            if keys.is_ascii() {
                fixture.press(keys);
            } else {
                fixture.type_text(keys);
            }
            for terminal in &mut terminals {
                terminal.judge(&mut fixture, &mut census);
            }
        }
    }
    census.close();
}

#[test]
fn an_interface_in_english_is_shown() {
    walk("en");
}

#[test]
fn an_interface_in_arabic_is_shown() {
    walk("ar");
}
