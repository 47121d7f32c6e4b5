//! Signals of the system, as events.

use std::io;

use crossbeam_channel::Sender;

use super::event::Event;

/// Turns the signals that end or continue a program into events.
///
/// # Errors
/// The system does not let the handlers be set.
#[cfg(unix)]
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    use super::event::Signal;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let signal = if signal == SIGCONT {
                Signal::Continued
            } else {
                Signal::End
            };
            if events.send(Event::Signal(signal)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// There are no signals here.
#[cfg(not(unix))]
pub(super) fn start(_events: Sender<Event>) -> io::Result<()> {
    Ok(())
}
