//! What terminals answer to what they are asked.

use super::page::is_page_light;

/// An answer of a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// DA1, `CSI ? ... c`: what stands between. Every terminal gives it.
    Primary(String),
    /// DA2, `CSI > ... c`: what stands between.
    Secondary(String),
    /// DA3, `DCS ! | ... ST`: hexadecimal digits.
    Tertiary(String),
    /// XTVERSION, `DCS > | ... ST`: name and version.
    Version(String),
    /// DECRPM: the state of a mode, 0 where there is none, 1 or 3 set, 2 or 4 reset.
    Mode {
        /// Whether it is one of DEC's own (`?`).
        is_private: bool,
        /// Its number.
        mode: u16,
        /// Its state.
        state: u8,
    },
    /// OSC 11: whether the page is light.
    Page(bool),
    /// The flags of kitty's keyboard protocol that are set, `CSI ? ... u`.
    Keyboard(u8),
    /// CPR: the place of the cursor, from 1.
    Position {
        /// The row.
        row: u16,
        /// The column.
        column: u16,
    },
    /// DSR: the terminal has seen everything up to the question.
    Alive,
}

impl Reply {
    /// The answer that a sequence is. `None` where it is none: a key, then.
    #[must_use]
    pub fn parse(sequence: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(sequence).ok()?.strip_prefix('\x1b')?;
        if let Some(control) = text.strip_prefix('[') {
            return Self::control(control);
        }
        let content = text
            .strip_suffix("\x1b\\")
            .or_else(|| text.strip_suffix('\x07'))?;
        if let Some(version) = content.strip_prefix("P>|") {
            return Some(Self::Version(clean(version)));
        }
        if let Some(unit) = content.strip_prefix("P!|") {
            return Some(Self::Tertiary(clean(unit)));
        }
        is_page_light(content.strip_prefix(']')?).map(Self::Page)
    }

    fn control(control: &str) -> Option<Self> {
        if control == "0n" {
            return Some(Self::Alive);
        }
        if let Some(flags) = control.strip_suffix('u') {
            return Some(Self::Keyboard(flags.strip_prefix('?')?.parse().ok()?));
        }
        if let Some(attributes) = control.strip_suffix('c') {
            return match attributes.split_at_checked(1)? {
                ("?", primary) => Some(Self::Primary(clean(primary))),
                (">", secondary) => Some(Self::Secondary(clean(secondary))),
                _ => None,
            };
        }
        if let Some(report) = control.strip_suffix("$y") {
            let (is_private, report) = match report.strip_prefix('?') {
                Some(report) => (true, report),
                None => (false, report),
            };
            let (mode, state) = report.split_once(';')?;
            return Some(Self::Mode {
                is_private,
                mode: mode.parse().ok()?,
                state: state.parse().ok()?,
            });
        }
        let (row, column) = control.strip_suffix('R')?.split_once(';')?;
        Some(Self::Position {
            row: row.parse().ok()?,
            column: column.parse().ok()?,
        })
    }
}

/// A name as a terminal gives it, as far as it can be shown.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, ' '..='~'))
        .take(80)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_keys() {
        let text = |text: &str| text.to_owned();
        for (sequence, reply) in [
            ("\x1b[?64;1;2c", Reply::Primary(text("64;1;2"))),
            ("\x1b[>65;7006;1c", Reply::Secondary(text("65;7006;1"))),
            ("\x1bP!|7E565445\x1b\\", Reply::Tertiary(text("7E565445"))),
            (
                "\x1bP>|XTerm(379)\x1b\\",
                Reply::Version(text("XTerm(379)")),
            ),
            ("\x1b]11;rgb:ffff/ffff/ffff\x07", Reply::Page(true)),
            ("\x1b[24;7R", Reply::Position { row: 24, column: 7 }),
            ("\x1b[0n", Reply::Alive),
            ("\x1b[?0u", Reply::Keyboard(0)),
        ] {
            assert_eq!(
                Reply::parse(sequence.as_bytes()),
                Some(reply),
                "{sequence:?}"
            );
        }
        let mode = |is_private, mode, state| {
            Some(Reply::Mode {
                is_private,
                mode,
                state,
            })
        };
        assert_eq!(Reply::parse(b"\x1b[8;1$y"), mode(false, 8, 1));
        assert_eq!(Reply::parse(b"\x1b[?2026;2$y"), mode(true, 2026, 2));
        for key in [
            "\x1b[A",
            "j",
            "\x1b",
            "\x1bOR",
            "\x1b[1;5C",
            "\x1b[c",
            "\x1b]11;?\x07",
            "\x1bPx",
            "\x1b[27u",
            "\x1b[99;5u",
        ] {
            assert_eq!(Reply::parse(key.as_bytes()), None, "{key:?}");
        }
    }
}
