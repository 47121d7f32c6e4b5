//! The screen: frames go out, and the terminal is taken over and given back.

use std::io::{self, Stdout, Write};

use ratatui::layout::Size;

use crate::term::{PAGE_QUERY, Screen, Session, suspend_process_group};
use crate::ui;
use crate::view::View;

/// The terminal in use.
pub(super) struct TerminalScreen {
    screen: Screen<Stdout>,
    session: Session,
}

impl TerminalScreen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// It cannot be set up or written to.
    pub(super) fn open(mouse: bool) -> io::Result<Self> {
        let (columns, rows) = crossterm::terminal::size()?;
        let session = Session::enter(mouse)?;
        let screen = Screen::new(io::stdout(), Size::new(columns, rows));
        Ok(Self { screen, session })
    }

    /// Asks the terminal for the colour of its page; the answer comes with the keys.
    ///
    /// # Errors
    /// It cannot be written to.
    pub(super) fn ask_for_page(&self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(PAGE_QUERY)?;
        out.flush()
    }

    /// Columns and rows.
    pub(super) const fn size(&self) -> (u16, u16) {
        let size = self.screen.size();
        (size.width, size.height)
    }

    /// The terminal has another size now: the next frame paints everything anew.
    pub(super) fn resized(&mut self, columns: u16, rows: u16) {
        self.screen.resized(Size::new(columns, rows));
    }

    /// Paints what changed.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn draw(&mut self, view: &mut View) -> io::Result<()> {
        view.prepare();
        self.screen.draw(|buffer| ui::draw(view, buffer))?;
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

    /// Takes the terminal over again; its size then.
    ///
    /// # Errors
    /// It cannot be set up or written to.
    pub(super) fn resume(&mut self) -> io::Result<(u16, u16)> {
        self.session.resume()?;
        let (columns, rows) = crossterm::terminal::size()?;
        self.resized(columns, rows);
        self.repaint();
        Ok((columns, rows))
    }
}
