//! The terminal in use: what it is found to be, and the frames that go out to it.

use std::io::{self, Stdout};
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::flow::Flow;
use crate::config::terminal::{TerminalMode, VowelMarks};
use crate::term::{
    Answers, Decision, Manner, Outer, Questions, Reply, Screen, Sent, Session, Surroundings,
    Wishes, suspend_process_group,
};
use crate::ui;
use crate::view::View;

/// An answer that takes so long comes over a slow line.
const SLOW: Duration = Duration::from_millis(200);
/// An answer that takes longer never comes.
const LOST: Duration = Duration::from_secs(10);

/// Columns and rows that no screen has more of: a terminal that says so would cost all
/// memory.
const LARGEST: (u16, u16) = (2048, 1024);

/// The size of the terminal.
fn size() -> io::Result<(u16, u16)> {
    let (columns, rows) = crossterm::terminal::size()?;
    Ok((columns.min(LARGEST.0), rows.min(LARGEST.1)))
}

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
    asked: Option<(Questions, Instant)>,
    /// Whether it answered before in this run: then what it says of explicit mode is
    /// what it was told here.
    has_answered: bool,
    /// What a person chose while it runs; the inner `None` leaves it to nashra.
    choice: Option<Option<TerminalMode>>,
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
    pub(super) fn open(mouse: bool, alternate: bool, known: Known) -> io::Result<Self> {
        let (columns, rows) = size()?;
        let session = Session::enter(mouse, alternate)?;
        let decision = Decision::new(&known.answers, &known.surroundings, known.wishes);
        let mut screen = Self {
            screen: Screen::new(io::stdout(), Size::new(columns, rows)),
            session,
            surroundings: known.surroundings,
            wishes: known.wishes,
            answers: known.answers,
            answering: Answers::default(),
            asked: None,
            has_answered: false,
            choice: None,
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
        } else if widths && self.screen.size().height > 1 {
            Questions::All {
                rows: self.screen.size().height,
            }
        } else {
            Questions::Identity
        };
        self.answering = Answers::default();
        self.asked = Some((questions, Instant::now()));
        self.session.write(&questions.bytes())
    }

    /// Takes an answer of the terminal's.
    pub(super) fn answered(&mut self, reply: Reply, now: Instant) -> Answered {
        let asked = self.asked.filter(|(_, at)| now.duration_since(*at) < LOST);
        let Some((questions, at)) = asked else {
            self.asked = None;
            if reply == Reply::Alive {
                self.flow.answered(now);
                return Answered::Frame;
            }
            return Answered::Part;
        };
        if reply == Reply::Alive && self.answering.acknowledges {
            self.flow.answered(now);
            return Answered::Frame;
        }
        if !self.answering.take(reply) {
            return Answered::Part;
        }
        self.asked = None;
        let mut answers = std::mem::take(&mut self.answering);
        if questions == Questions::Identity {
            answers.widths = std::mem::take(&mut self.answers.widths);
        }
        if self.has_answered {
            answers.explicit = self.answers.explicit;
        }
        self.has_answered = true;
        self.answers = answers;
        if self.surroundings.is_remote && now.duration_since(at) > SLOW {
            self.flow.found_slow();
        }
        Answered::All
    }

    /// Whether the terminal has something to say yet, which would else be typed into
    /// whatever comes after.
    pub(super) fn is_answering(&self, now: Instant) -> bool {
        let asked = self
            .asked
            .is_some_and(|(_, at)| now.duration_since(at) < LOST);
        asked || self.flow.is_waiting()
    }

    /// tmux told what the terminal outside is. Whether that is news.
    pub(super) fn set_outer(&mut self, outer: Outer) -> bool {
        let is_news = self.surroundings.outer.as_ref() != Some(&outer);
        self.surroundings.outer = Some(outer);
        is_news
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
        self.wishes.chosen = match self.choice {
            Some(choice) => choice,
            None => chosen(&decide(self.wishes).fingerprint),
        };
        self.decision = decide(self.wishes);
        self.follow_decision()
    }

    /// A person wants this mode from now on; `None` leaves it to nashra.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn choose(&mut self, mode: Option<TerminalMode>) -> io::Result<()> {
        self.wishes.set = None;
        self.choice = Some(mode);
        self.decide(|_| None)
    }

    /// The mode that is set from now on, kept for no terminal; `None` leaves it to what is
    /// found.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn wish_mode(&mut self, mode: Option<TerminalMode>) -> io::Result<()> {
        self.wishes.set = mode;
        self.decision = Decision::new(&self.answers, &self.surroundings, self.wishes);
        self.follow_decision()
    }

    /// Uses the alternate screen from now on, or the main one.
    ///
    /// # Errors
    /// The terminal cannot be set up or written to.
    pub(super) fn set_alternate(&mut self, alternate: bool) -> io::Result<()> {
        self.session.set_alternate(alternate)?;
        self.screen.forget();
        Ok(())
    }

    /// Vowel marks are sent, or not, from now on.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn set_vowel_marks(&mut self, marks: VowelMarks) -> io::Result<()> {
        self.wishes.marks = marks;
        self.decision = Decision::new(&self.answers, &self.surroundings, self.wishes);
        self.follow_decision()
    }

    /// What a person chose while it runs, if anything.
    pub(super) const fn choice(&self) -> Option<Option<TerminalMode>> {
        self.choice
    }

    fn follow_decision(&mut self) -> io::Result<()> {
        let explicit = self.decision.mode == TerminalMode::Explicit;
        let switching = explicit.then_some(self.decision.switching);
        let keyboard = self.answers.keyboard.is_some();
        if self.session.tell(switching, keyboard)? {
            self.screen.forget();
        }
        self.screen.set_manner(Manner {
            bright_is_bold: self.bright_is_bold,
            has_scrollback: self.session.has_scrollback(),
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

    /// Looks for the size the terminal has now; the next frame paints everything anew.
    ///
    /// # Errors
    /// The terminal cannot be asked.
    pub(super) fn measure(&mut self) -> io::Result<(u16, u16)> {
        let (columns, rows) = size()?;
        if (columns, rows) == self.size() {
            // A terminal may have moved its text about on the way to its old size.
            self.screen.forget();
        } else {
            self.screen.resized(Size::new(columns, rows));
        }
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

    /// Writes bytes that change nothing on the screen.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.session.write(bytes)
    }

    /// Gives the terminal back for a while.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn lend(&self) -> io::Result<()> {
        self.session.pause()
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
