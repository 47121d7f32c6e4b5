//! Keys and the mouse out of complete sequences.

use terminput::{
    Event as TerminalEvent, KeyCode as TerminalKey, KeyEvent, KeyEventKind, KeyModifiers,
    MouseButton, MouseEvent, MouseEventKind, ScrollDirection,
};

use super::event::Event;
use crate::config::key::{KeyChord, KeyCode};
use crate::view::message::{Mouse, MouseKind};

/// What a sequence means; `None` for what does not matter here.
pub(super) fn event(sequence: &[u8]) -> Option<Event> {
    if is_nowhere(sequence) {
        return None;
    }
    match TerminalEvent::parse_from(sequence).ok()?? {
        TerminalEvent::Key(key) => chord(key).map(Event::Key),
        TerminalEvent::Mouse(mouse) => self::mouse(mouse).map(Event::Mouse),
        _ => None,
    }
}

/// Whether a report of the mouse names column or row 0, which there is none; the
/// parser would count down from it.
fn is_nowhere(sequence: &[u8]) -> bool {
    let report = sequence.strip_prefix(b"\x1b[").unwrap_or_default();
    let Some((b'M' | b'm', report)) = report.split_last() else {
        return false;
    };
    let numbers = report.split(|byte| *byte == b';').skip(1);
    numbers
        .into_iter()
        .any(|number| number.iter().all(|digit| *digit == b'0'))
}

fn chord(key: KeyEvent) -> Option<KeyChord> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let code = match key.code {
        TerminalKey::Char(character) => KeyCode::Char(character),
        TerminalKey::F(number) => KeyCode::F(number),
        TerminalKey::Enter => KeyCode::Enter,
        TerminalKey::Esc => KeyCode::Esc,
        TerminalKey::Tab => KeyCode::Tab,
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
    let held = |modifier| key.modifiers.contains(modifier);
    // A terminal that tells keys apart knows keys that others cannot have: Ctrl-[ is Esc.
    let (code, ctrl) = match code {
        KeyCode::Char(character) if held(KeyModifiers::CTRL) => {
            KeyCode::of_control(character).map_or((code, true), |of_control| (of_control, false))
        }
        code => (code, held(KeyModifiers::CTRL)),
    };
    Some(KeyChord::new(
        code,
        ctrl,
        held(KeyModifiers::ALT),
        held(KeyModifiers::SHIFT),
    ))
}

fn mouse(mouse: MouseEvent) -> Option<Mouse> {
    let kind = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Scroll(ScrollDirection::Down) => MouseKind::WheelDown,
        MouseEventKind::Scroll(ScrollDirection::Up) => MouseKind::WheelUp,
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
    use proptest::prelude::*;

    fn key(sequence: &str) -> Option<String> {
        match event(sequence.as_bytes())? {
            Event::Key(chord) => Some(chord.to_string()),
            _ => None,
        }
    }

    #[test]
    fn keys_have_the_names_of_the_keymap() {
        for (sequence, name) in [
            ("j", "j"),
            ("G", "G"),
            ("ب", "ب"),
            ("\u{4}", "ctrl-d"),
            ("\x1b[Z", "shift-tab"),
            ("\x1b[A", "up"),
            ("\x1bOB", "down"),
            ("\x1b[5~", "pgup"),
            ("\x1bOQ", "f2"),
            ("\x1b[13~", "f3"),
            ("\x1b[[B", "f2"),
            ("\x1bj", "alt-j"),
            ("\x1b", "esc"),
            ("\r", "enter"),
            ("\x7f", "backspace"),
            ("\x1b[1;2R", "shift-f3"),
            ("\x1b[27u", "esc"),
            ("\x1b[99;5u", "ctrl-c"),
            ("\x1b[91;5u", "esc"),
            ("\x1b[109;5u", "enter"),
            ("\x1b[1;5A", "ctrl-up"),
            ("\x1b[1074;5u", "ctrl-в"),
        ] {
            assert_eq!(key(sequence).as_deref(), Some(name), "{sequence:?}");
        }
        assert_eq!(key("\x1b[106;1:3u"), None, "a key that is let go");
        assert_eq!(key("\x1b[?62;22c"), None);
    }

    #[test]
    fn the_wheel_turns() {
        let event = event(b"\x1b[<65;3;4M");
        let Some(Event::Mouse(mouse)) = event else {
            panic!("{event:?}");
        };
        assert_eq!(mouse.kind, MouseKind::WheelDown);
        assert_eq!((mouse.column, mouse.row), (2, 3));
        for nowhere in [
            "\x1b[<0;0;4M",
            "\x1b[<0;3;0M",
            "\x1b[<0;0;0m",
            "\x1b[32;0;1M",
        ] {
            assert!(super::event(nowhere.as_bytes()).is_none(), "{nowhere:?}");
        }
    }

    proptest! {
        #[test]
        fn no_sequence_is_too_odd(sequence in prop::collection::vec(any::<u8>(), 0..24)) {
            let _ = event(&sequence);
            let _ = event(&[b"\x1b[".as_slice(), &sequence].concat());
            let _ = event(&[b"\x1b[<".as_slice(), &sequence].concat());
            let _ = event(&[b"\x1b[M".as_slice(), &sequence].concat());
        }
    }
}
