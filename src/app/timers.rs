//! Timers of the view: what to send back, and when.

use std::time::{Duration, Instant};

use crate::view::message::Timer;

/// Timers that run, the newest of each kind alone.
#[derive(Debug, Default)]
pub(super) struct Timers {
    running: Vec<(Instant, Timer)>,
}

impl Timers {
    /// Starts a timer; one of its kind that runs means nothing any more.
    pub(super) fn start(&mut self, after: Duration, timer: Timer, now: Instant) {
        let kind = std::mem::discriminant(&timer);
        self.running
            .retain(|(_, other)| std::mem::discriminant(other) != kind);
        self.running.push((now + after, timer));
    }

    /// When the next one runs out.
    pub(super) fn next(&self) -> Option<Instant> {
        self.running.iter().map(|(at, _)| *at).min()
    }

    /// Takes out one that has run out.
    pub(super) fn take(&mut self, now: Instant) -> Option<Timer> {
        let due = self.running.iter().position(|(at, _)| *at <= now)?;
        Some(self.running.swap_remove(due).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_of_a_kind_counts() {
        let now = Instant::now();
        let mut timers = Timers::default();
        timers.start(Duration::from_millis(5), Timer::Follow(1), now);
        timers.start(Duration::from_millis(9), Timer::Follow(2), now);
        let due = timers.next().unwrap();
        assert_eq!(timers.take(now), None);
        assert_eq!(timers.take(due), Some(Timer::Follow(2)));
        assert_eq!(timers.next(), None);
    }
}
