//! Taking the terminal over, and giving it back as it was whatever happens.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once};
use std::time::Duration;
use std::{panic, process, thread};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture};
use crossterm::event::{EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, queue, terminal};

use super::explicit::Switching;

/// Whether the terminal is ours at present, so that it is given back once only.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What takes back what the terminal was told.
static TAKES_BACK: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Whether Esc comes as a sequence of its own.
static TELLS_KEYS_APART: AtomicBool = AtomicBool::new(false);

/// Has a terminal tell Esc and other keys apart, and takes that back (kitty's keyboard
/// protocol, flag 1).
const KEYBOARD: (&[u8], &[u8]) = (b"\x1b[>1u", b"\x1b[<u");

/// Ends whatever a frame that was cut off may have left open: a text (ST), a
/// synchronized update, margins.
const UNDO_FRAME: &[u8] = b"\x1b\\\x1b[?2026l\x1b[?69l\x1b[r";

/// The row below all that is shown on the main screen.
const BELOW: &[u8] = b"\x1b[9999H\r\n";

/// What a Rust program that panics exits with.
const PANICKED: i32 = 101;
/// How long a program that was told to end may take for it.
const END_WITHIN: Duration = Duration::from_millis(1500);
/// How long giving the terminal back may take then.
const GIVEN_BACK_WITHIN: Duration = Duration::from_millis(200);

/// Whether the terminal is on its alternate screen, which is left with what it shows.
static ALTERNATE: AtomicBool = AtomicBool::new(true);

/// The terminal in raw mode, given back when dropped.
#[derive(Debug)]
pub struct Session {
    mouse: bool,
    alternate: bool,
    explicit: Option<Switching>,
    keyboard: bool,
}

impl Session {
    /// Takes the terminal over: its alternate screen, or the main one, where what was
    /// there scrolls away and what is shown stays.
    ///
    /// # Errors
    /// The terminal cannot be set to raw mode or written to.
    pub fn enter(mouse: bool, alternate: bool) -> io::Result<Self> {
        let session = Self {
            mouse,
            alternate,
            explicit: None,
            keyboard: false,
        };
        session.take()?;
        Ok(session)
    }

    /// Whether it is on the main screen, with what can be scrolled back to.
    #[must_use]
    pub const fn has_scrollback(&self) -> bool {
        !self.alternate
    }

    /// Turns the reporting of the mouse on or off.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        let mut out = io::stdout().lock();
        if mouse {
            queue!(out, EnableMouseCapture)?;
        } else {
            queue!(out, DisableMouseCapture)?;
        }
        out.flush()
    }

    /// Uses the alternate screen from now on, or the main one. What the terminal shows is
    /// not known then.
    ///
    /// # Errors
    /// The terminal cannot be set up or written to.
    pub fn set_alternate(&mut self, alternate: bool) -> io::Result<()> {
        if alternate == self.alternate {
            return Ok(());
        }
        give_back()?;
        self.alternate = alternate;
        self.take()
    }

    /// Tells the terminal to reorder nothing, or takes that back; and to tell keys apart
    /// (`keyboard`), where it can. Whether it was told something of the first: what it
    /// shows is not known then.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn tell(&mut self, explicit: Option<Switching>, keyboard: bool) -> io::Result<bool> {
        if (self.explicit, self.keyboard) == (explicit, keyboard) {
            return Ok(false);
        }
        let reorders = self.explicit != explicit;
        (self.explicit, self.keyboard) = (explicit, keyboard);
        let mut out = io::stdout().lock();
        out.write_all(&taken_back())?;
        out.write_all(&self.told())?;
        out.flush()?;
        Ok(reorders)
    }

    /// The bytes that tell the terminal what it is told; they are taken back at the end.
    fn told(&self) -> Vec<u8> {
        let (mut on, mut off) = self
            .explicit
            .map_or_else(Default::default, Switching::bytes);
        if self.keyboard {
            on.extend_from_slice(KEYBOARD.0);
            off.extend_from_slice(KEYBOARD.1);
        }
        TELLS_KEYS_APART.store(self.keyboard, Ordering::SeqCst);
        if let Ok(mut kept) = TAKES_BACK.lock() {
            *kept = off;
        }
        on
    }

    /// Writes bytes to the terminal.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// Gives the terminal back for a while.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn pause(&self) -> io::Result<()> {
        give_back()
    }

    /// Takes the terminal over again. What it shows is not known then.
    ///
    /// # Errors
    /// The terminal cannot be set to raw mode or written to.
    pub fn resume(&self) -> io::Result<()> {
        // After a stop that nothing could foresee (SIGSTOP) the shell has set its own
        // mode, and ours counts as set.
        terminal::disable_raw_mode()?;
        self.take()
    }

    fn take(&self) -> io::Result<()> {
        TAKEN.store(true, Ordering::SeqCst);
        // Told already, where it was not given back: a stop that nothing could foresee.
        let before = taken_back();
        terminal::enable_raw_mode()?;
        ALTERNATE.store(self.alternate, Ordering::SeqCst);
        let mut out = io::stdout().lock();
        if self.alternate {
            queue!(out, EnterAlternateScreen)?;
        } else {
            let (_, rows) = terminal::size()?;
            out.write_all(&scrolled_away(rows))?;
        }
        queue!(
            out,
            cursor::Hide,
            // A cluster that is wider there than here must not go on in the next row.
            DisableLineWrap,
            EnableBracketedPaste
        )?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        out.write_all(&before)?;
        out.write_all(&self.told())?;
        out.flush()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // There is nobody left to tell: the terminal may be gone.
        let _ = give_back();
    }
}

/// How the system treats what is typed at the terminal and written to it, to be set
/// again after somebody else had it, who may have ended without doing so.
#[derive(Debug)]
pub struct LineModes {
    #[cfg(unix)]
    kept: Option<rustix::termios::Termios>,
}

impl LineModes {
    /// The modes as they are. Where they cannot be asked for, none are set later.
    #[must_use]
    pub fn of_input() -> Self {
        Self {
            #[cfg(unix)]
            kept: rustix::termios::tcgetattr(io::stdin()).ok(),
        }
    }

    /// Sets them again.
    pub fn set_again(&self) {
        #[cfg(unix)]
        if let Some(kept) = &self.kept {
            use rustix::termios::{OptionalActions, tcsetattr};
            // A terminal that is gone is noticed where it is taken over again.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, kept);
        }
    }
}

/// Gives the terminal back before a panic says what happened. A panic on another
/// thread than this one ends the program too: it would go on without a terminal.
pub fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(set_hook);
}

fn set_hook() {
    let report = panic::take_hook();
    let main = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        let elsewhere = thread::current().id() != main;
        let ends = elsewhere && TAKEN.load(Ordering::SeqCst);
        if ends {
            // The thread that draws may hold the terminal, and wait for it in vain.
            end_soon(PANICKED);
        }
        // Held to the end: no frame is drawn any more.
        let _held = ends.then(|| io::stdout().lock());
        let _ = give_back();
        report(info);
        if ends {
            process::exit(PANICKED);
        }
    }));
}

/// Stops the process group, as the terminal's own Ctrl-Z does: the shell that started
/// it takes over. In a group that no shell made for a job nothing happens: it would
/// never be continued (POSIX, orphaned process groups).
///
/// # Errors
/// The system refuses the signal, or has no job control.
pub fn suspend_process_group() -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Signal, kill_current_process_group};
        // rustix takes no number of 0, which is a session led from outside of this
        // namespace of processes.
        let leader = nix::unistd::getsid(None)?;
        // Whoever leads the session is the shell, or what a terminal runs in its place.
        if nix::unistd::getpgrp() != leader {
            // Not SIGTSTP, which is caught here: others may send it.
            kill_current_process_group(Signal::STOP)?;
        }
        Ok(())
    }
    #[cfg(not(unix))]
    Err(io::Error::other("this system has no job control"))
}

/// What brings the rows above the cursor out of a screen of so many rows, into what can
/// be scrolled back to.
fn scrolled_away(rows: u16) -> Vec<u8> {
    let mut bytes = vec![b'\n'; usize::from(rows.saturating_sub(1))];
    bytes.push(b'\r');
    bytes
}

/// Takes back what the terminal was told, once.
fn taken_back() -> Vec<u8> {
    TELLS_KEYS_APART.store(false, Ordering::SeqCst);
    TAKES_BACK
        .lock()
        .map_or_else(|_| Vec::new(), |mut off| std::mem::take(&mut *off))
}

/// Whether the key Esc comes as a sequence: a lone escape is the beginning of one then.
#[must_use]
pub fn tells_keys_apart() -> bool {
    TELLS_KEYS_APART.load(Ordering::SeqCst)
}

/// Ends the program, which was told to end, with an exit code, if it does not do so by
/// itself within 1.5 s: it may be writing to a terminal that takes nothing. What a
/// person did is saved by then.
pub fn end_soon(code: i32) {
    thread::spawn(move || {
        thread::sleep(END_WITHIN);
        // Who holds the terminal may never let it go.
        thread::spawn(give_back);
        thread::sleep(GIVEN_BACK_WITHIN);
        let _ = terminal::disable_raw_mode();
        process::exit(code);
    });
}

fn give_back() -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    let undone = out.write_all(UNDO_FRAME);
    let written = undone.and_then(|()| out.write_all(&taken_back()));
    let written = written.and_then(|()| {
        queue!(
            out,
            DisableMouseCapture,
            DisableBracketedPaste,
            ResetColor,
            EnableLineWrap
        )
    });
    let written = written.and_then(|()| {
        if ALTERNATE.load(Ordering::SeqCst) {
            queue!(out, LeaveAlternateScreen)
        } else {
            out.write_all(BELOW)
        }
    });
    let written = written.and_then(|()| queue!(out, cursor::Show));
    let written = written.and_then(|()| out.flush());
    terminal::disable_raw_mode().and(written)
}
