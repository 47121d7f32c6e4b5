//! Signals of the system, as events.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::Sender;

use super::event::Event;
use crate::term::end_soon;

/// Whether a command has the terminal at present.
static LENT: AtomicBool = AtomicBool::new(false);

/// Says whether a command has the terminal: what interrupts that does not end the
/// program then.
pub(super) fn set_lent(lent: bool) {
    LENT.store(lent, Ordering::SeqCst);
}

/// Turns the signals that end, stop or continue a program, or tell of another size, into
/// events.
///
/// # Errors
/// The system does not let the handlers be set.
#[cfg(unix)]
pub(super) fn start(events: Sender<Event>) -> io::Result<SignalGuard> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::event::Signal;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let guard = SignalGuard(signals.handle());
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let signal = match signal {
                SIGTSTP => Signal::Stop,
                SIGCONT => Signal::Continued,
                SIGWINCH => Signal::Resized,
                // It is for the command that has the terminal.
                SIGINT if LENT.load(Ordering::SeqCst) => continue,
                _ => {
                    end_soon(1);
                    Signal::End
                }
            };
            if events.send(Event::Signal(signal)).is_err() {
                return;
            }
        }
    });
    Ok(guard)
}

/// Signals are received for as long as it is there.
#[cfg(unix)]
pub(super) struct SignalGuard(signal_hook::iterator::Handle);

#[cfg(unix)]
impl Drop for SignalGuard {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// There are no signals here.
#[cfg(not(unix))]
pub(super) fn start(_events: Sender<Event>) -> io::Result<SignalGuard> {
    Ok(SignalGuard)
}

/// There are none.
#[cfg(not(unix))]
pub(super) struct SignalGuard;
