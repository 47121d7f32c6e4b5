//! How fast frames may follow each other: a terminal that lags is waited for, so that
//! what is drawn is the newest state and nothing queues up on the line.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::term::Sent;

/// How long an answer is waited for before the next frame.
const PATIENCE: Duration = Duration::from_millis(300);
/// An answer that takes longer says that the line is slow.
const SLOW_ANSWER: Duration = Duration::from_millis(200);
/// A frame that takes longer to write says so too.
const SLOW_FRAME: Duration = Duration::from_millis(400);
/// So many in a row are needed: a busy machine may lag once.
const IN_A_ROW: u8 = 3;
/// So many answers that never came: this terminal gives none.
const MUTE: usize = 4;

/// What is on its way to the terminal.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// When the answers that are due were asked for, the oldest first.
    asked: VecDeque<Instant>,
    /// Whether the terminal has given no answer for so long that none is waited for.
    is_mute: bool,
    /// Answers in a row that took long.
    slow_answers: u8,
    /// Frames in a row that took long to write.
    slow_frames: u8,
    /// Whether it was told that it is.
    told: bool,
}

impl Flow {
    /// When the next frame may be drawn, if not now.
    pub(super) fn until(&self) -> Option<Instant> {
        let asked = self.asked.back().filter(|_| !self.is_mute)?;
        Some(*asked + PATIENCE)
    }

    /// Whether an answer is still to come.
    pub(super) fn is_waiting(&self) -> bool {
        !self.is_mute && !self.asked.is_empty()
    }

    /// A frame was written, which began at `began`.
    pub(super) fn sent(&mut self, sent: Sent, began: Instant, now: Instant) {
        if sent.asked {
            if self.asked.len() >= MUTE {
                self.asked.clear();
                self.is_mute = true;
            }
            self.asked.push_back(now);
        }
        if sent.bytes > 0 {
            let is_slow = now.duration_since(began) > SLOW_FRAME;
            self.slow_frames = in_a_row(self.slow_frames, is_slow);
        }
    }

    /// The terminal has seen what was sent up to the oldest question.
    pub(super) fn answered(&mut self, now: Instant) {
        self.is_mute = false;
        if let Some(asked) = self.asked.pop_front() {
            let is_slow = now.duration_since(asked) > SLOW_ANSWER;
            self.slow_answers = in_a_row(self.slow_answers, is_slow);
        }
    }

    /// The line is known to be slow.
    pub(super) const fn found_slow(&mut self) {
        self.slow_answers = IN_A_ROW;
    }

    /// Whether the line has just proved slow; `true` once.
    pub(super) const fn turns_slow(&mut self) -> bool {
        if self.told || (self.slow_answers < IN_A_ROW && self.slow_frames < IN_A_ROW) {
            return false;
        }
        self.told = true;
        true
    }
}

/// How often something has happened in a row, after it did or did not once more.
const fn in_a_row(count: u8, once_more: bool) -> u8 {
    if once_more {
        count.saturating_add(1)
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: Sent = Sent {
        bytes: 2000,
        asked: true,
    };

    #[test]
    fn one_frame_is_under_way_and_an_answer_lets_the_next_go() {
        let start = Instant::now();
        let mut flow = Flow::default();
        assert_eq!(flow.until(), None);
        flow.sent(ASKED, start, start);
        assert_eq!(flow.until(), Some(start + PATIENCE));
        flow.answered(start + Duration::from_millis(50));
        assert_eq!(flow.until(), None);
        assert!(!flow.turns_slow());
    }

    #[test]
    fn a_terminal_that_never_answers_is_not_waited_for() {
        let mut now = Instant::now();
        let mut flow = Flow::default();
        for _ in 0..=MUTE {
            flow.sent(ASKED, now, now);
            now += PATIENCE;
        }
        assert_eq!(flow.until(), None);
        flow.answered(now);
        flow.sent(ASKED, now, now);
        assert!(flow.until().is_some());
    }

    #[test]
    fn a_late_answer_is_that_of_its_question() {
        let start = Instant::now();
        let mut flow = Flow::default();
        let late = Duration::from_millis(400);
        flow.sent(ASKED, start, start);
        flow.sent(ASKED, start + PATIENCE, start + PATIENCE);
        flow.answered(start + late);
        assert_eq!(flow.until(), Some(start + PATIENCE + PATIENCE));
        assert!(flow.is_waiting());
        flow.answered(start + PATIENCE + late);
        assert_eq!(flow.until(), None);
        assert_eq!(flow.slow_answers, 2);
    }

    #[test]
    fn a_line_proves_slow_by_several_signs() {
        let mut now = Instant::now();
        let mut flow = Flow::default();
        for round in 1..=IN_A_ROW {
            flow.sent(ASKED, now, now);
            now += Duration::from_millis(250);
            flow.answered(now);
            assert_eq!(flow.turns_slow(), round == IN_A_ROW);
        }
        assert!(!flow.turns_slow(), "it is told once");
    }
}
