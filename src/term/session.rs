//! Taking the terminal over, and giving it back as it was whatever happens.

use std::io::{self, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
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

/// What takes explicit mode back; empty where it is off.
static EXPLICIT_OFF: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Ends whatever a frame that was cut off may have left open: a text (ST), a
/// synchronized update, margins.
const UNDO_FRAME: &[u8] = b"\x1b\\\x1b[?2026l\x1b[?69l\x1b[r";

/// The row below all that is shown on the main screen.
const BELOW: &[u8] = b"\x1b[9999H\r\n";

/// What a Rust program that panics exits with.
const PANICKED: i32 = 101;
/// How long a program that was told to end may take for it.
const END_WITHIN: Duration = Duration::from_millis(1500);

/// Whether the terminal is on its alternate screen, which is left with what it shows.
static ALTERNATE: AtomicBool = AtomicBool::new(true);

/// The terminal in raw mode, given back when dropped.
#[derive(Debug)]
pub struct Session {
    mouse: bool,
    alternate: bool,
    explicit: Option<Switching>,
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
        };
        session.take()?;
        Ok(session)
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

    /// Tells the terminal to reorder nothing, or takes that back. Whether it was told
    /// something: what it shows is not known then.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn set_explicit(&mut self, explicit: Option<Switching>) -> io::Result<bool> {
        if self.explicit == explicit {
            return Ok(false);
        }
        self.explicit = explicit;
        let mut out = io::stdout().lock();
        out.write_all(&take_explicit_off())?;
        out.write_all(&self.explicit_on())?;
        out.flush()?;
        Ok(true)
    }

    /// The bytes that turn explicit mode on, which are taken back at the end.
    fn explicit_on(&self) -> Vec<u8> {
        let Some(switching) = self.explicit else {
            return Vec::new();
        };
        let (on, off) = switching.bytes();
        if let Ok(mut kept) = EXPLICIT_OFF.lock() {
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
        out.write_all(&self.explicit_on())?;
        out.flush()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // There is nobody left to tell: the terminal may be gone.
        let _ = give_back();
    }
}

/// Gives the terminal back before a panic says what happened. A panic on another
/// thread than this one ends the program too: it would go on without a terminal.
pub fn restore_on_panic() {
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

/// What takes explicit mode back, once.
fn take_explicit_off() -> Vec<u8> {
    EXPLICIT_OFF
        .lock()
        .map_or_else(|_| Vec::new(), |mut off| std::mem::take(&mut *off))
}

/// Ends the program, which was told to end, with an exit code, if it does not do so by
/// itself within 1.5 s: it may be writing to a terminal that takes nothing. What a
/// person did is saved by then.
pub fn end_soon(code: i32) {
    thread::spawn(move || {
        thread::sleep(END_WITHIN);
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
    let written = undone.and_then(|()| out.write_all(&take_explicit_off()));
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
