//! Keys and the mouse, as the terminal reports them.

use std::thread;

use crossbeam_channel::Sender;
use crossterm::event::{
    self, Event as TerminalEvent, KeyCode as TerminalKey, KeyEvent, KeyEventKind, KeyModifiers,
    MouseButton, MouseEvent, MouseEventKind,
};

use super::event::Event;
use super::replies::{Replies, Typed};
use crate::config::key::{KeyChord, KeyCode};
use crate::view::message::{Mouse, MouseKind};

/// Reads the terminal for as long as there is one. `asked`: whether an answer
/// about its page is due.
pub(super) fn start(events: Sender<Event>, asked: bool) {
    watch(events.clone());
    thread::spawn(move || {
        let mut replies = Replies::new(asked);
        loop {
            let event = match event::read() {
                Ok(event) => translate(event, &mut replies),
                Err(_) => Some(Event::InputLost),
            };
            let Some(event) = event else {
                continue;
            };
            let last = matches!(event, Event::InputLost);
            if events.send(event).is_err() || last {
                return;
            }
        }
    });
}

/// Tells when the terminal is gone: `event::read` would try on without end, and
/// the signal that says so comes only where the terminal is the controlling one.
#[cfg(unix)]
fn watch(events: Sender<Event>) {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    thread::spawn(move || {
        let input = std::io::stdin();
        // No flags: what is reported all the same is an error or the end.
        let mut watched = [PollFd::new(&input, PollFlags::empty())];
        while matches!(poll(&mut watched, None), Err(Errno::INTR)) {}
        // Who receives it may have ended before.
        let _ = events.send(Event::InputLost);
    });
}

/// Where there are no such terminals, reading tells.
#[cfg(not(unix))]
fn watch(_events: Sender<Event>) {}

/// What an event of the terminal means here; `None` for what does not matter.
fn translate(event: TerminalEvent, replies: &mut Replies) -> Option<Event> {
    match event {
        TerminalEvent::Key(key) => match replies.take(chord(key)?) {
            Typed::Key(chord) => Some(Event::Key(chord)),
            Typed::Page(light) => Some(Event::Page(light)),
            Typed::Answering => None,
        },
        TerminalEvent::Mouse(mouse) => self::mouse(mouse).map(Event::Mouse),
        TerminalEvent::Paste(text) => Some(Event::Paste(text)),
        TerminalEvent::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        TerminalEvent::FocusGained | TerminalEvent::FocusLost => None,
    }
}

fn chord(key: KeyEvent) -> Option<KeyChord> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        TerminalKey::Char(character) => KeyCode::Char(character),
        TerminalKey::F(number) => KeyCode::F(number),
        TerminalKey::Enter => KeyCode::Enter,
        TerminalKey::Esc => KeyCode::Esc,
        TerminalKey::Tab => KeyCode::Tab,
        TerminalKey::BackTab => {
            shift = true;
            KeyCode::Tab
        }
        TerminalKey::Backspace => KeyCode::Backspace,
        TerminalKey::Delete => KeyCode::Delete,
        TerminalKey::Insert => KeyCode::Insert,
        TerminalKey::Home => KeyCode::Home,
        TerminalKey::End => KeyCode::End,
        TerminalKey::PageUp => KeyCode::PageUp,
        TerminalKey::PageDown => KeyCode::PageDown,
        TerminalKey::Up => KeyCode::Up,
        TerminalKey::Down => KeyCode::Down,
        TerminalKey::Left => KeyCode::Left,
        TerminalKey::Right => KeyCode::Right,
        _ => return None,
    };
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    Some(KeyChord::new(code, ctrl, alt, shift))
}

fn mouse(mouse: MouseEvent) -> Option<Mouse> {
    let kind = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        _ => return None,
    };
    Some(Mouse {
        kind,
        column: mouse.column,
        row: mouse.row,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: TerminalKey, modifiers: KeyModifiers) -> Option<String> {
        chord(KeyEvent::new(code, modifiers)).map(|chord| chord.to_string())
    }

    #[test]
    fn keys_have_the_names_of_the_keymap() {
        let none = KeyModifiers::NONE;
        assert_eq!(key(TerminalKey::Char('j'), none).as_deref(), Some("j"));
        assert_eq!(
            key(TerminalKey::Char('G'), KeyModifiers::SHIFT).as_deref(),
            Some("G")
        );
        assert_eq!(
            key(TerminalKey::Char('d'), KeyModifiers::CONTROL).as_deref(),
            Some("ctrl-d")
        );
        assert_eq!(
            key(TerminalKey::BackTab, KeyModifiers::SHIFT).as_deref(),
            Some("shift-tab")
        );
        assert_eq!(key(TerminalKey::CapsLock, none), None);
    }

    #[test]
    fn a_key_that_is_let_go_means_nothing() {
        let mut released = KeyEvent::new(TerminalKey::Enter, KeyModifiers::NONE);
        released.kind = KeyEventKind::Release;
        assert_eq!(chord(released), None);
    }
}
