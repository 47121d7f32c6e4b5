//! The loop: take in all that happened, then draw, at most once in 16 ms.

use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use crossbeam_channel::{Receiver, RecvTimeoutError, unbounded};

use super::effects::{Doer, Outcome, plain_mode};
use super::event::{Event, Signal};
use super::input::InputGate;
use super::jobs::Jobs;
use super::outer::OuterTerminal;
use super::search::Searcher;
use super::terminal::{Known, TerminalScreen};
use super::timers::Timers;
use super::{Options, import, signals};
use crate::config::settings::Settings;
use crate::config::theme::ThemeName;
use crate::corpus::Timestamp;
use crate::store::Keeper;
use crate::term::{Decision, Wishes, restore_on_panic};
use crate::text::sanitize::sanitize_line;
use crate::view::message::{Effect, Message, Millis};
use crate::view::{Setup, View};

/// The shortest time between two frames.
const FRAME: Duration = Duration::from_millis(16);
/// The same while nothing but reading in goes on, once there is a screen to read.
const UNWATCHED: Duration = Duration::from_millis(500);
/// The same on a slow line.
const UNWATCHED_SLOW: Duration = Duration::from_secs(10);
/// How long events are taken in before a frame, at most.
const DRAIN: Duration = Duration::from_millis(8);
/// How long the first frame waits for as many articles as there is room for.
const FIRST: Duration = Duration::from_millis(8);
/// How long the end waits for answers of the terminal that are due.
const HEARD_OUT: Duration = Duration::from_millis(300);
/// How long after a suspension a signal about it may come.
pub(super) const SETTLED: Duration = Duration::from_millis(200);
/// How long the list's cursor rests before the reader follows, in ms.
const FOLLOW: Millis = 120;
/// The same over SSH, where a frame costs more.
const FOLLOW_REMOTE: Millis = 300;

/// Opens the reader and runs it until the person leaves. Where that is for another
/// corpus, that one and the settings by then.
///
/// # Errors
/// The terminal cannot be set up, or is lost, or what a person did could not be
/// saved in the end.
pub fn run(options: Options) -> anyhow::Result<Option<Next>> {
    let start = Instant::now();
    let (sender, events) = unbounded();
    import::start(options.inputs.clone(), sender.clone());
    let now = Timestamp(seconds_since_epoch());
    let is_sample = options.key.roots().is_empty();
    let place = (!is_sample).then(|| sanitize_line(options.key.name()).into_owned());
    let (keeper, state, problem) = Keeper::open(options.folder, options.key, now);
    let jobs = Jobs::new(sender.clone(), start, options.inputs);
    let doer = Doer::new(keeper, Searcher::start(sender.clone()), jobs);
    let mouse = options.settings.mouse;
    let remote = options.surroundings.is_remote;
    let answers = doer.recall(&options.surroundings);
    let plain = plain_mode(options.settings.plain);
    let alternate = options.settings.alternate_screen;
    let mut wishes = Wishes {
        set: plain.or(options.settings.terminal_mode),
        chosen: None,
        marks: options.settings.vowel_marks,
    };
    let decision = Decision::new(&answers, &options.surroundings, wishes);
    wishes.chosen = doer.choice(&decision.fingerprint);
    let known = Known {
        answers,
        wishes,
        surroundings: options.surroundings,
        bright_is_bold: options.bright_is_bold,
    };
    let mut view = View::new(Setup {
        place,
        settings: options.settings,
        automatic: options.automatic,
        keymap: options.keymap,
        follow_after: if remote { FOLLOW_REMOTE } else { FOLLOW },
        is_remote: remote,
        now,
        state,
    });
    restore_on_panic();
    // Before the terminal is taken over: a signal is to give it back.
    let signals =
        signals::start(sender.clone()).context("the signals of the system cannot be received")?;
    let screen =
        TerminalScreen::open(mouse, alternate, known).context("the terminal cannot be set up")?;
    let (columns, rows) = screen.size();
    view.update(Message::Resize(columns, rows));
    let input = InputGate::open(sender.clone(), remote);
    let mut outer = OuterTerminal::new(sender);
    outer.ask(screen.surroundings());
    let mut program = Program {
        start,
        view,
        screen,
        doer,
        timers: Timers::default(),
        input,
        outer,
        events,
        by_page: options.by_page,
        resumed: None,
        waiting: Vec::new(),
        is_watched: true,
        next: None,
        running: true,
        stopped: false,
    };
    let warnings = options.warnings.iter();
    let warnings = warnings.map(|warning| sanitize_line(warning).into_owned());
    program.tell(Message::Warnings(warnings.collect(), 0))?;
    let problem = problem.map(|problem| {
        let Program { doer, view, .. } = &mut program;
        doer.note_problem(&problem, view.strings())
    });
    if let Some(problem) = problem {
        program.tell(problem)?;
    }
    program.follow_terminal()?;
    let outcome = program.run();
    program.hear_out();
    let next = program.next.take().map(|paths| Next {
        paths,
        settings: program.view.settings().clone(),
    });
    let Program {
        doer,
        screen,
        input,
        ..
    } = program;
    // Who comes next reads the keys and gets the signals.
    drop(input);
    drop(signals);
    drop(screen);
    let saved = doer.close().context("what you did last could not be saved");
    outcome.and(saved)?;
    Ok(next)
}

/// What is opened after a corpus.
pub struct Next {
    /// The paths it is read from; none are the sample.
    pub paths: Vec<PathBuf>,
    /// The settings as they were by then.
    pub settings: Settings,
}

/// The program while it runs.
pub(super) struct Program {
    start: Instant,
    pub(super) view: View,
    pub(super) screen: TerminalScreen,
    pub(super) doer: Doer,
    timers: Timers,
    /// What keys come through.
    pub(super) input: InputGate,
    pub(super) outer: OuterTerminal,
    /// When the terminal was last taken over again.
    pub(super) resumed: Option<Instant>,
    pub(super) events: Receiver<Event>,
    /// The themes for a dark and for a light page, where they are not the same.
    pub(super) by_page: Option<(ThemeName, ThemeName)>,
    /// What happened while a command had the terminal.
    pub(super) waiting: Vec<Event>,
    /// Whether something happened since the last frame that somebody waits to see.
    pub(super) is_watched: bool,
    /// The corpus to be opened after this one.
    next: Option<Vec<PathBuf>>,
    pub(super) running: bool,
    /// Whether the terminal was given back for a suspension.
    stopped: bool,
}

impl Program {
    fn run(&mut self) -> anyhow::Result<()> {
        let mut last_frame = None;
        let first = Instant::now() + FIRST;
        while self.running {
            let frame_due = match last_frame {
                // The first frame shows what there is room for, if that comes soon.
                None if self.fills_no_screen() => first,
                None => Instant::now(),
                Some(last) => last + self.between_frames(),
            };
            // The terminal sees one frame before the next is drawn.
            let frame_due = self
                .screen
                .until()
                .map_or(frame_due, |until| until.max(frame_due));
            self.wait(self.view.changed().then_some(frame_due))?;
            if self.running && self.view.changed() && Instant::now() >= frame_due {
                self.draw()?;
                self.is_watched = false;
                last_frame = Some(Instant::now());
            }
        }
        Ok(())
    }

    /// Whether there is room on the screen for more articles than there are yet.
    fn fills_no_screen(&self) -> bool {
        let rows = usize::from(self.screen.size().1);
        !self.view.is_imported() && self.view.browse().rows().len() < rows
    }

    /// The shortest time until the next frame.
    fn between_frames(&self) -> Duration {
        let rows = usize::from(self.screen.size().1);
        if self.is_watched || self.view.browse().rows().len() <= rows {
            FRAME
        } else if self.view.is_low_bandwidth() {
            UNWATCHED_SLOW
        } else {
            UNWATCHED
        }
    }

    /// Takes in what happens until something did, then all that is there, for a
    /// short time; but no longer than until a frame or a timer is due.
    fn wait(&mut self, frame: Option<Instant>) -> anyhow::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if !waiting.is_empty() {
            // They have happened: what is due next is another question now.
            return waiting.into_iter().try_for_each(|event| self.take(event));
        }
        let until = [frame, self.timers.next()].into_iter().flatten().min();
        let event = match until {
            Some(until) => match self.events.recv_deadline(until) {
                Ok(event) => Some(event),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Event::InputLost),
            },
            None => Some(self.events.recv().unwrap_or(Event::InputLost)),
        };
        let enough = Instant::now() + DRAIN;
        if let Some(event) = event {
            self.take(event)?;
        }
        while self.running
            && Instant::now() < enough
            && let Ok(event) = self.events.try_recv()
        {
            self.take(event)?;
        }
        while let Some(timer) = self.timers.take(Instant::now()) {
            self.is_watched = true;
            self.tell(Message::Timer(timer))?;
        }
        Ok(())
    }

    /// Waits for what the terminal has yet to answer, so that it is not typed into the
    /// shell; no longer than a person would notice.
    fn hear_out(&mut self) {
        let until = Instant::now() + HEARD_OUT;
        while self.screen.is_answering(Instant::now())
            && let Ok(event) = self.events.recv_deadline(until)
        {
            match event {
                Event::Reply(reply) => {
                    self.screen.answered(reply, Instant::now());
                }
                Event::InputLost | Event::Signal(Signal::End) => return,
                _ => {}
            }
        }
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        self.screen.draw(&mut self.view).context(WRITTEN)?;
        self.look_at_line()
    }

    /// Sends less from now on, where the line has proved slow.
    pub(super) fn look_at_line(&mut self) -> anyhow::Result<()> {
        if self.screen.turns_slow() {
            self.tell(Message::SlowLine(self.now()))?;
        }
        Ok(())
    }

    pub(super) fn now(&self) -> Millis {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Tells the view, and does at once what it asks for.
    pub(super) fn tell(&mut self, message: Message) -> anyhow::Result<()> {
        let now = self.now();
        for effect in self.view.update(message) {
            let sets_mode = matches!(effect, Effect::SetTerminalMode(_) | Effect::SetPlain(..));
            match self
                .doer
                .perform(effect, &self.view, &mut self.screen, &mut self.timers, now)?
            {
                Outcome::Done => {}
                Outcome::Tell(message) => {
                    self.view.update(message);
                }
                Outcome::Lend { command, text } => self.lend(command, text)?,
                Outcome::Suspended => self.stopped = true,
                Outcome::Leave => self.running = false,
                Outcome::Open(paths) => {
                    self.next = Some(paths);
                    self.running = false;
                }
            }
            if sets_mode {
                // Left to the program, the mode is what it finds.
                self.view.update(self.terminal());
            }
        }
        if std::mem::take(&mut self.stopped) {
            self.wake()?;
        }
        Ok(())
    }

    /// Goes on after the group was told to stop: when it is continued, or at once
    /// where nobody watches it.
    pub(super) fn wake(&mut self) -> anyhow::Result<()> {
        // The signal that stops the group may take a moment to arrive.
        std::thread::sleep(Duration::from_millis(50));
        self.resume()
    }

    /// After a suspension: takes the terminal over again and paints everything.
    pub(super) fn resume(&mut self) -> anyhow::Result<()> {
        self.resumed = Some(Instant::now());
        let (columns, rows) = self
            .screen
            .resume()
            .context("the terminal cannot be set up again")?;
        self.tell(Message::Resize(columns, rows))
    }
}

/// What went wrong when a frame could not be sent.
pub(super) const WRITTEN: &str = "the terminal cannot be written to";

fn seconds_since_epoch() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH);
    elapsed.map_or(0, |elapsed| i64::try_from(elapsed.as_secs()).unwrap_or(0))
}
