//! Taking the terminal over, and giving it back as it was whatever happens.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, process, thread};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture};
use crossterm::event::{EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, queue, terminal};

/// Whether the terminal is ours at present, so that it is given back once only.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What a Rust program that panics exits with.
const PANICKED: i32 = 101;

/// The terminal in raw mode on its alternate screen, given back when dropped.
#[derive(Debug)]
pub struct Session {
    mouse: bool,
}

impl Session {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// The terminal cannot be set to raw mode or written to.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let session = Self { mouse };
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
        self.take()
    }

    fn take(&self) -> io::Result<()> {
        TAKEN.store(true, Ordering::SeqCst);
        terminal::enable_raw_mode()?;
        let mut out = io::stdout().lock();
        queue!(
            out,
            EnterAlternateScreen,
            cursor::Hide,
            // A cluster that is wider there than here must not go on in the next row.
            DisableLineWrap,
            EnableBracketedPaste
        )?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
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
        // Held to the end: no frame is drawn any more.
        let _held = ends.then(|| io::stdout().lock());
        let _ = give_back();
        report(info);
        if ends {
            process::exit(PANICKED);
        }
    }));
}

/// Stops the process group as the terminal's own Ctrl-Z does: the shell that
/// started it takes over. In a group that nobody watches nothing happens.
///
/// # Errors
/// The system refuses the signal, or has no job control.
pub fn suspend_process_group() -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Signal, kill_current_process_group};
        Ok(kill_current_process_group(Signal::TSTP)?)
    }
    #[cfg(not(unix))]
    Err(io::Error::other("this system has no job control"))
}

fn give_back() -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    let written = queue!(
        out,
        DisableMouseCapture,
        DisableBracketedPaste,
        ResetColor,
        EnableLineWrap,
        LeaveAlternateScreen,
        cursor::Show
    )
    .and_then(|()| out.flush());
    terminal::disable_raw_mode().and(written)
}
