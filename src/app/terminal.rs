//! The screen: frames go out, and the terminal is taken over and given back.

use std::io::{self, Stdout, Write};

use ratatui::Terminal;
use ratatui::layout::{Position, Size};

use crate::term::{PAGE_QUERY, Screen, Session, suspend_process_group};
use crate::ui;
use crate::view::View;

/// The terminal in use.
pub(super) struct TerminalScreen {
    terminal: Terminal<Screen<Stdout>>,
    session: Session,
    size: (u16, u16),
}

impl TerminalScreen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// It cannot be set up or written to.
    pub(super) fn open(mouse: bool) -> io::Result<Self> {
        let (columns, rows) = crossterm::terminal::size()?;
        let session = Session::enter(mouse)?;
        let size = Size::new(columns, rows);
        let terminal = Terminal::new(Screen::new(io::stdout(), size))?;
        Ok(Self {
            terminal,
            session,
            size: (columns, rows),
        })
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
        self.size
    }

    /// The terminal has another size now: the next frame paints everything anew.
    pub(super) fn resized(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
        self.terminal
            .backend_mut()
            .resized(Size::new(columns, rows));
    }

    /// Paints what changed.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn draw(&mut self, view: &mut View) -> io::Result<()> {
        view.prepare();
        self.terminal.draw(|frame| {
            let cursor: Option<Position> = ui::draw(view, frame.buffer_mut());
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Paints everything anew with the next frame.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub(super) fn repaint(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().forget();
        self.terminal.clear()
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
        self.repaint()?;
        Ok((columns, rows))
    }
}
