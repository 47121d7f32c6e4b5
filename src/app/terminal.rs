//! The terminal in use: what it is found to be, and the frames that go out to it.

use std::io::{self, Stdout};
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::flow::Flow;
use crate::config::terminal::TerminalMode;
use crate::term::{
    Answers, Decision, Manner, Outer, Questions, Reply, Screen, Sent, Session, Surroundings,
    Wishes, suspend_process_group,
};
use crate::ui;
use crate::view::View;

/// An answer that takes so long comes over a slow line.
const SLOW: Duration = Duration::from_millis(200);

/// What an answer of the terminal changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// Nothing that matters yet.
    Part,
    /// It has seen the frames so far.
    Frame,
    /// All that was asked is answered.
    All,
}

/// The terminal in use.
pub(super) struct TerminalScreen {
    screen: Screen<Stdout>,
    session: Session,
    surroundings: Surroundings,
    wishes: Wishes,
    /// What it answered, this time or the last.
    answers: Answers,
    /// What it has answered so far to what it was asked now.
    answering: Answers,
    asked: Option<Instant>,
    decision: Decision,
    bright_is_bold: bool,
    flow: Flow,
}

/// What is known before the terminal is asked.
pub(super) struct Known {
    /// What surrounds it.
    pub surroundings: Surroundings,
    /// What it answered the last time.
    pub answers: Answers,
    /// What people decided.
    pub wishes: Wishes,
    /// Whether it has eight colours.
    pub bright_is_bold: bool,
}

impl TerminalScreen {
    /// Takes the terminal over, as what it is known to be so far.
    ///
    /// # Errors
    /// It cannot be set up or written to.
    pub(super) fn open(mouse: bool, known: Known) -> io::Result<Self> {
        let (columns, rows) = crossterm::terminal::size()?;
        let session = Session::enter(mouse)?;
        let decision = Decision::new(&known.answers, &known.surroundings, known.wishes);
        let mut screen = Self {
            screen: Screen::new(io::stdout(), Size::new(columns, rows)),
            session,
            surroundings: known.surroundings,
            wishes: known.wishes,
            answers: known.answers,
            answering: Answers::default(),
            asked: None,
            decision,
            bright_is_bold: known.bright_is_bold,
            flow: Flow::default(),
        };
        screen.ask(true)?;
        screen.follow_decision()?;
        Ok(screen)
    }

    /// Asks the terminal what it is; with `widths` also how wide it shows signs, which
    /// is seen on the screen until the next frame.
    fn ask(&mut self, widths: bool) -> io::Result<()> {
        let questions = if self.surroundings.is_console() {
            Questions::Console
        } else if widths {
            Questions::All {
                rows: self.screen.size().height,
            }
        } else {
            Questions::Identity
        };
        self.answering = Answers::default();
        self.asked = Some(Instant::now());
        self.session.write(&questions.bytes())
    }

    /// Takes an answer of the terminal's.
    pub(super) fn answered(&mut self, reply: Reply, now: Instant) -> Answered {
        if self.asked.is_none() {
            if reply == Reply::Alive {
                self.flow.answered(now);
                return Answered::Frame;
            }
            return Answered::Part;
        }
        if !self.answering.take(reply) {
            return Answered::Part;
        }
        let asked = self.asked.take();
        let mut answers = std::mem::take(&mut self.answering);
        if answers.widths.is_empty() {
            answers.widths = std::mem::take(&mut self.answers.widths);
        }
        self.answers = answers;
        if self.surroundings.is_remote
            && asked.is_some_and(|asked| now.duration_since(asked) > SLOW)
        {
            self.flow.found_slow();
        }
        Answered::All
    }

    /// tmux told what the terminal outside is.
    pub(super) fn set_outer(&mut self, outer: Outer) {
        self.surroundings.outer = Some(outer);
    }

    /// Decides anew by all that is known, and by what a person chose for the terminal
    /// of a fingerprint.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn decide(
        &mut self,
        chosen: impl FnOnce(&str) -> Option<TerminalMode>,
    ) -> io::Result<()> {
        let decide = |wishes| Decision::new(&self.answers, &self.surroundings, wishes);
        self.wishes.chosen = chosen(&decide(self.wishes).fingerprint);
        self.decision = decide(self.wishes);
        self.follow_decision()
    }

    /// A person wants this mode now.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn choose(&mut self, mode: TerminalMode) -> io::Result<()> {
        self.wishes.set = None;
        self.decide(|_| Some(mode))
    }

    fn follow_decision(&mut self) -> io::Result<()> {
        let explicit = self.decision.mode == TerminalMode::Explicit;
        let switching = explicit.then_some(self.decision.switching);
        if self.session.set_explicit(switching)? {
            self.screen.forget();
        }
        self.screen.set_manner(Manner {
            bright_is_bold: self.bright_is_bold,
            ..self.decision.manner.clone()
        });
        Ok(())
    }

    /// What the terminal is taken for.
    pub(super) const fn decision(&self) -> &Decision {
        &self.decision
    }

    /// What it answered.
    pub(super) const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What surrounds it.
    pub(super) const fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    /// Columns and rows.
    pub(super) const fn size(&self) -> (u16, u16) {
        let size = self.screen.size();
        (size.width, size.height)
    }

    /// Looks for the size the terminal has now; the next frame paints everything anew
    /// where it is another.
    ///
    /// # Errors
    /// The terminal cannot be asked.
    pub(super) fn measure(&mut self) -> io::Result<(u16, u16)> {
        let (columns, rows) = crossterm::terminal::size()?;
        self.screen.resized(Size::new(columns, rows));
        Ok((columns, rows))
    }

    /// When the next frame may be drawn, if not now.
    pub(super) fn until(&self) -> Option<Instant> {
        self.flow.until()
    }

    /// Whether the line has just proved slow; `true` once.
    pub(super) const fn turns_slow(&mut self) -> bool {
        self.flow.turns_slow()
    }

    /// Paints what changed.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn draw(&mut self, view: &mut View) -> io::Result<()> {
        view.prepare();
        let began = Instant::now();
        let sent: Sent = self.screen.draw(|buffer| ui::draw(view, buffer))?;
        self.flow.sent(sent, began, Instant::now());
        Ok(())
    }

    /// Paints everything anew with the next frame.
    pub(super) const fn repaint(&mut self) {
        self.screen.forget();
    }

    /// Turns the reporting of the mouse on or off.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.session.set_mouse(mouse)
    }

    /// Gives the terminal back and stops the process group.
    ///
    /// # Errors
    /// The terminal cannot be written to, or the system refuses the signal.
    pub(super) fn suspend(&self) -> io::Result<()> {
        self.session.pause()?;
        suspend_process_group()
    }

    /// Takes the terminal over again, which may be another by now; its size then.
    ///
    /// # Errors
    /// It cannot be set up or written to.
    pub(super) fn resume(&mut self) -> io::Result<(u16, u16)> {
        self.session.resume()?;
        self.ask(false)?;
        self.measure()
    }
}
