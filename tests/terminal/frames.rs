//! Random screens that change: what the terminal stores, shows and is sent.

use std::io::{self, Write};

use nashra::config::terminal::TerminalMode;
use nashra::term::{Manner, Reordering, Screen};
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::cells::{Cell, painted};
use super::limits::{Case, Census};
use super::model::Terminal;
use super::scenes::{self, Scene, Step};

/// Frames of fewer bytes than this are sent as they are: another way would be
/// shorter, and no sooner there.
const SHORT: usize = 600;
/// A fence around a frame, a question after it, a cursor that is placed.
const AROUND: usize = 40;

/// Where bytes go, call by call.
#[derive(Debug, Default)]
pub struct Pipe {
    pub bytes: Vec<u8>,
    pub calls: usize,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.calls += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A screen over a terminal, frame by frame.
struct Journey {
    scene: Scene,
    screen: Screen<Pipe>,
    terminal: Terminal,
}

impl Journey {
    fn begin(scene: Scene, manner: Manner) -> Self {
        let size = Size::new(scene.columns, scene.rows);
        let mut screen = Screen::new(Pipe::default(), size);
        screen.set_manner(manner);
        Self {
            terminal: Terminal::new(scene.columns, scene.rows),
            screen,
            scene,
        }
    }

    fn step(&mut self, step: &Step) {
        self.scene.apply(step);
        let mut manner = self.screen.manner().clone();
        match *step {
            Step::Resize(columns, rows) => {
                self.terminal = Terminal::new(columns, rows);
                self.screen.resized(Size::new(columns, rows));
            }
            Step::Forget => {
                self.terminal = Terminal::new(self.scene.columns, self.scene.rows);
                self.screen.forget();
            }
            Step::Mode(mode) => manner.mode = mode,
            Step::Mirrors(mirrors) => {
                manner.reordering = Reordering {
                    mirrors,
                    boxes_are_left: !mirrors,
                    ..Reordering::default()
                }
            }
            Step::Margins(sides, feeds) => {
                manner.has_margins = sides;
                manner.scrolls_by_feeds = feeds;
            }
            _ => {}
        }
        self.screen.set_manner(manner);
    }

    /// Draws, and checks everything but what is shown.
    fn draw(&mut self) {
        let sent = sent(&mut self.screen, &self.scene, &mut self.terminal);
        let again = draw(&mut self.screen, &self.scene);
        assert!(again.0.is_empty(), "again for nothing: {:?}", again.0);

        let size = Size::new(self.scene.columns, self.scene.rows);
        let mut fresh = Screen::new(Pipe::default(), size);
        fresh.set_manner(self.screen.manner().clone());
        let mut whole = Terminal::new(size.width, size.height);
        let least = self::sent(&mut fresh, &self.scene, &mut whole);
        // Where rows are read out, those that did not change are not sent again.
        assert!(
            sent <= least.max(SHORT) + AROUND || self.scene.is_logical,
            "{sent} bytes, and {least} for all of it"
        );
        for (y, (stored, whole)) in self.terminal.rows.iter().zip(&whole.rows).enumerate() {
            let stored = stored.iter().map(Cell::settled);
            let whole = whole.iter().map(Cell::settled);
            for (x, (stored, whole)) in stored.zip(whole).enumerate() {
                assert_eq!(stored, whole, "column {x} of row {y}");
            }
        }
    }

    /// Checks what is shown, and counts what cannot be.
    fn show(&self, census: &mut Census) {
        let (columns, rows) = (self.scene.columns, self.scene.rows);
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let frame = self.scene.paint(&mut buffer);
        let manner = self.screen.manner();
        for y in 0..rows {
            census.judge(&Case {
                mode: self.scene.mode_of(y, manner.mode),
                reordering: manner.reordering,
                stored: &self.terminal.rows[usize::from(y)],
                wanted: &painted(&buffer, y),
                fields: &frame.fields,
                y,
            });
        }
    }
}

/// The bytes of a frame, and in how many calls they came.
fn draw(screen: &mut Screen<Pipe>, scene: &Scene) -> (Vec<u8>, usize) {
    let told = screen.draw(|buffer| scene.paint(buffer)).unwrap();
    let pipe = std::mem::take(screen.output());
    assert_eq!(told.bytes, pipe.bytes.len());
    (pipe.bytes, pipe.calls)
}

/// Sends a frame to a terminal; how many bytes it took.
fn sent(screen: &mut Screen<Pipe>, scene: &Scene, terminal: &mut Terminal) -> usize {
    let (bytes, calls) = draw(screen, scene);
    assert_eq!(calls, usize::from(!bytes.is_empty()), "one call a frame");
    terminal.feed_bytes(&bytes);
    assert_eq!(terminal.is_cursor_shown, Some(scene.shows_cursor()));
    if let Some((x, y)) = scene.cursor {
        let at = (usize::from(x % scene.columns), usize::from(y % scene.rows));
        assert_eq!((terminal.x, terminal.y), at, "the cursor");
        assert!(!terminal.is_at_edge);
    }
    bytes.len()
}

fn manner() -> impl Strategy<Value = Manner> {
    let flags = any::<(bool, bool, bool, bool, bool)>();
    (scenes::mode(), flags).prop_map(|(mode, flags)| Manner {
        mode,
        reordering: Reordering {
            mirrors: flags.0,
            boxes_are_left: !flags.0,
            ..Reordering::default()
        },
        has_margins: flags.1,
        scrolls_by_feeds: flags.2,
        synchronizes: flags.3,
        acknowledges: flags.4,
        has_scrollback: flags.3,
        ..Manner::default()
    })
}

/// Runs as many journeys as there is time for, always the same.
pub fn journeys(cases: u32, mut check: impl FnMut(Scene, Manner, Vec<Step>)) {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let journey = (scenes::scene(), manner(), vec(scenes::step(), 1..8));
    let check = std::cell::RefCell::new(&mut check);
    runner
        .run(&journey, |(scene, manner, steps)| {
            check.borrow_mut()(scene, manner, steps);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_terminal_stores_what_the_screen_believes() {
    journeys(250, |scene, manner, steps| {
        let mut journey = Journey::begin(scene, manner);
        journey.draw();
        for step in &steps {
            journey.step(step);
            journey.draw();
        }
    });
}

#[test]
fn every_terminal_shows_the_frame_in_its_mode() {
    let mut census = Census::default();
    journeys(250, |scene, manner, steps| {
        let mut journey = Journey::begin(scene, manner);
        for step in steps.iter().chain([&Step::Same]) {
            sent(&mut journey.screen, &journey.scene, &mut journey.terminal);
            journey.show(&mut census);
            journey.step(step);
        }
    });
    census.close();
}

#[test]
fn a_frame_that_failed_is_written_anew() {
    struct Torn(bool);
    impl Write for Torn {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 {
                return Err(io::Error::other("torn"));
            }
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut screen = Screen::new(Torn(true), Size::new(10, 2));
    assert!(screen.draw(|_| Default::default()).is_err());
    screen.output().0 = false;
    let whole = screen.draw(|_| Default::default()).unwrap();
    assert!(whole.bytes > 0);
    assert_eq!(screen.draw(|_| Default::default()).unwrap().bytes, 0);
    assert_eq!(screen.manner().mode, TerminalMode::Visual);
}
