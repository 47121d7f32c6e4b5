//! Telling a terminal to show cells where they are written, and taking it back.

use super::multiplexer::passed_through_tmux;
use super::terminals::Switch;

/// How a terminal is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switching {
    /// The way it understands; `None` where it is not known.
    pub switch: Option<Switch>,
    /// Whether the terminal reordered nothing before it was told so (DECRQM 8 says 2).
    pub was_on: bool,
    /// Whether tmux has to pass it on.
    pub through_tmux: bool,
}

/// BDSM off; the row's direction left to right, not found by its text, no boxes
/// mirrored; arrow keys as they are (terminal-wg, "BiDi in terminal emulators").
const BDSM: (&[u8], &[u8]) = (
    b"\x1b[8l\x1b[1 k\x1b[?2501l\x1b[?2500l\x1b[?1243l",
    b"\x1b[8h\x1b[0 k\x1b[?1243h",
);
/// The same without SCP, which some other terminals take for a movement.
const BDSM_BLINDLY: (&[u8], &[u8]) = (b"\x1b[8l\x1b[?2501l", b"\x1b[8h");
/// mlterm's own (doc/en/PROTOCOL). What was set before cannot be asked for.
const MLTERM: (&[u8], &[u8]) = (
    b"\x1b]5379;use_ctl=false\x07",
    b"\x1b]5379;use_ctl=true\x07",
);
/// mintty's own, over BDSM (its wiki, CtrlSeqs).
const MINTTY: (&[u8], &[u8]) = (b"\x1b[8l\x1b[?77096h", b"\x1b[8h\x1b[?77096l");

impl Switching {
    /// The bytes that turn explicit mode on, and those that turn it off again.
    #[must_use]
    pub fn bytes(self) -> (Vec<u8>, Vec<u8>) {
        let ways: &[(&[u8], &[u8])] = match self.switch {
            Some(Switch::Bdsm) if self.through_tmux => &[BDSM_BLINDLY],
            Some(Switch::Bdsm) => &[BDSM],
            Some(Switch::Mlterm) => &[MLTERM],
            Some(Switch::Mintty) => &[MINTTY],
            // Somebody asked for it in a terminal that is not known to have it.
            None => &[BDSM_BLINDLY, MLTERM],
        };
        let on: Vec<u8> = ways.iter().flat_map(|(on, _)| on.iter().copied()).collect();
        let off: Vec<u8> = if self.was_on {
            Vec::new()
        } else {
            let off = ways.iter().flat_map(|(_, off)| off.iter().copied());
            off.collect()
        };
        if self.through_tmux {
            (passed_through_tmux(&on), passed_through_tmux(&off))
        } else {
            (on, off)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_turned_on_is_turned_off() {
        let bytes = |switch, through_tmux| {
            let switching = Switching {
                switch,
                was_on: false,
                through_tmux,
            };
            let (on, off) = switching.bytes();
            let text = |bytes| String::from_utf8(bytes).unwrap();
            (text(on), text(off))
        };
        let (on, off) = bytes(Some(Switch::Bdsm), false);
        assert!(on.starts_with("\x1b[8l\x1b[1 k") && off.starts_with("\x1b[8h\x1b[0 k"));
        let (on, off) = bytes(Some(Switch::Mlterm), false);
        assert!(on.contains("use_ctl=false") && off.contains("use_ctl=true"));
        let (on, off) = bytes(None, true);
        assert!(
            on.starts_with("\x1bPtmux;\x1b\x1b[8l") && off.starts_with("\x1bPtmux;\x1b\x1b[8h")
        );
        assert!(!on.contains(" k"), "SCP only where BDSM answered");
        let kept = Switching {
            switch: Some(Switch::Bdsm),
            was_on: true,
            through_tmux: false,
        };
        assert!(kept.bytes().1.is_empty(), "it stays as it was");
    }
}
