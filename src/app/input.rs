//! Keys, the mouse, pasted texts and answers, as the terminal sends them.

use std::io::{self, PipeReader, PipeWriter, Write};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

use super::event::Event;
use super::keys;
use crate::term::{Reply, Sequences, Token, end_soon};

/// Bytes that are taken in at a time.
const CHUNK: usize = 4096;

/// The thread that reads the terminal, as the program holds it.
pub(super) struct InputGate {
    /// A byte here has the thread stop; closed, it goes on.
    stop: Option<PipeWriter>,
    /// It has stopped.
    stopped: Receiver<()>,
    /// It may go on.
    go_on: Sender<()>,
    /// Whether it waits for that.
    is_closed: bool,
}

impl InputGate {
    /// Reads the terminal for as long as there is one. Over a line (`remote`) the parts
    /// of a key may come further apart.
    pub(super) fn open(events: Sender<Event>, remote: bool) -> Self {
        let (told, stopped) = bounded(1);
        let (go_on, going_on) = bounded(1);
        // Without a pipe, for want of memory or of poll, keys are read at any time.
        let (stops, stop) = io::pipe().ok().filter(|_| cfg!(unix)).unzip();
        thread::spawn(move || {
            let mut reader = Reader {
                sequences: Sequences::default(),
                events,
            };
            while let Some(step) = wait(&reader.sequences, remote, stops.as_ref()) {
                let heard = match step {
                    Step::Bytes(bytes) => reader.feed(&bytes),
                    Step::Silence => reader.give_up(),
                    // The program ends where it does not let the thread go on.
                    Step::Stop => told.send(()).is_ok() && going_on.recv().is_ok(),
                };
                if !heard {
                    return;
                }
            }
            end_soon(1);
            // Who receives it may have ended before.
            let _ = reader.events.send(Event::InputLost);
        });
        Self {
            stop,
            stopped,
            go_on,
            is_closed: false,
        }
    }

    /// Leaves the terminal to somebody else: on return no key is read any more. Whether
    /// that can be.
    pub(super) fn close(&mut self) -> bool {
        let asked = self
            .stop
            .as_mut()
            .is_some_and(|stop| stop.write_all(b"s").is_ok());
        self.is_closed = asked && self.stopped.recv().is_ok();
        self.is_closed
    }

    /// Reads keys again.
    pub(super) fn reopen(&mut self) {
        self.is_closed = false;
        // The thread waits for it, or has ended.
        let _ = self.go_on.send(());
    }
}

impl Drop for InputGate {
    /// Ends the thread: another may read the terminal next.
    fn drop(&mut self) {
        // One that has stopped does not say so again.
        if !self.is_closed {
            self.close();
        }
    }
}

/// What came of waiting.
enum Step {
    /// Bytes came.
    Bytes(Vec<u8>),
    /// None came for as long as what is incomplete is worth.
    Silence,
    /// The terminal is to be left to somebody else.
    Stop,
}

/// Waits for bytes; `None` when the terminal is gone. Nothing else watches for that:
/// the signal that tells of it comes only where the terminal is the controlling one.
#[cfg(unix)]
fn wait(sequences: &Sequences, remote: bool, stops: Option<&PipeReader>) -> Option<Step> {
    use std::os::fd::AsFd;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};

    use crate::term::{Patience, tells_keys_apart};

    let limit = match (sequences.patience(), remote) {
        (Patience::None, _) => None,
        // Esc comes whole there, so this is the beginning of something.
        (Patience::Key, _) if tells_keys_apart() => Some(Duration::from_secs(1)),
        (Patience::Key, false) => Some(Duration::from_millis(25)),
        (Patience::Key, true) => Some(Duration::from_millis(100)),
        // Sooner than anybody presses another key after Esc.
        (Patience::Late, _) => Some(Duration::from_millis(100)),
        (Patience::Sequence, _) => Some(Duration::from_secs(1)),
        (Patience::Paste, _) => Some(Duration::from_secs(5)),
    };
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    let input = std::io::stdin();
    let stops = stops.map(AsFd::as_fd);
    loop {
        let mut watched = vec![PollFd::new(&input, PollFlags::IN)];
        watched.extend(
            stops
                .as_ref()
                .map(|stops| PollFd::new(stops, PollFlags::IN)),
        );
        match poll(&mut watched, limit.as_ref()) {
            Err(Errno::INTR) => continue,
            Err(_) => return None,
            Ok(0) => return Some(Step::Silence),
            Ok(_) => {}
        }
        let mut ready = watched.iter().map(PollFd::revents);
        let (keys, stop) = (ready.next(), ready.next());
        if let (Some(stop), Some(stops)) = (stop, stops)
            && stop.contains(PollFlags::IN)
            && read(stops, &mut [0; 1]).is_ok()
        {
            return Some(Step::Stop);
        }
        if !keys.is_some_and(|keys| keys.contains(PollFlags::IN)) {
            return None;
        }
        let mut bytes = vec![0; CHUNK];
        match read(&input, &mut bytes[..]) {
            Err(Errno::INTR | Errno::AGAIN) => {}
            Ok(0) | Err(_) => return None,
            Ok(count) => {
                bytes.truncate(count);
                return Some(Step::Bytes(bytes));
            }
        }
    }
}

/// Where there is no poll, a lone Esc waits for the key after it.
#[cfg(not(unix))]
fn wait(_sequences: &Sequences, _remote: bool, _stops: Option<&PipeReader>) -> Option<Step> {
    use std::io::Read;

    let mut bytes = vec![0; CHUNK];
    match std::io::stdin().read(&mut bytes) {
        Ok(0) | Err(_) => None,
        Ok(count) => {
            bytes.truncate(count);
            Some(Step::Bytes(bytes))
        }
    }
}

/// Turns sequences into events.
struct Reader {
    sequences: Sequences,
    events: Sender<Event>,
}

impl Reader {
    /// Takes bytes in. Whether anybody listens.
    fn feed(&mut self, bytes: &[u8]) -> bool {
        let events = &self.events;
        let mut heard = true;
        self.sequences
            .feed(bytes, |token| heard &= tell(events, &token));
        heard
    }

    /// Nothing more came. Whether anybody listens.
    fn give_up(&mut self) -> bool {
        let events = &self.events;
        let mut heard = true;
        self.sequences
            .give_up(|token| heard &= tell(events, &token));
        heard
    }
}

fn tell(events: &Sender<Event>, token: &Token<'_>) -> bool {
    event(token).is_none_or(|event| events.send(event).is_ok())
}

/// What a token means; `None` for what does not matter.
fn event(token: &Token<'_>) -> Option<Event> {
    match token {
        Token::Paste(text) => Some(Event::Paste(String::from_utf8_lossy(text).into_owned())),
        Token::Sequence(sequence) => match Reply::parse(sequence) {
            // F3 with a modifier looks like a cursor in the first row, which no
            // question asks about.
            Some(Reply::Position { row: 1, .. }) | None => keys::event(sequence),
            Some(reply) => Some(Event::Reply(reply)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel::unbounded;

    /// What bytes mean that come in chunks, a pause after each.
    fn heard(chunks: &[&[u8]]) -> Vec<String> {
        let (events, heard) = unbounded();
        let mut reader = Reader {
            sequences: Sequences::default(),
            events,
        };
        for chunk in chunks {
            assert!(reader.feed(chunk));
        }
        reader.give_up();
        drop(reader);
        heard.iter().map(|event| format!("{event:?}")).collect()
    }

    #[test]
    fn parts_make_the_same_keys_as_the_whole() {
        let typed = "j\x1b[A\x1b[1;5C\x1bOP\x1b[15~\x1b[<0;3;4M\x1b[<64;3;4M\x1bx\x1b[Zو\
                     \x1b[200~pasted\x1b[201~\x1b[?62;22c\x1b[0n\x1b[24;7R\r\t\x7f\x01";
        let whole = heard(&[typed.as_bytes()]);
        assert_eq!(whole.len(), 18, "{whole:#?}");
        let parts: Vec<&[u8]> = typed.as_bytes().chunks(1).collect();
        assert_eq!(heard(&parts), whole);
    }

    #[test]
    fn an_esc_that_stays_alone_is_the_key() {
        let found = heard(&[b"\x1b"]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("Esc"), "{found:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_gate_that_was_closed_can_go() {
        let (ended, end) = bounded(1);
        thread::spawn(move || {
            let (told, stopped) = bounded(1);
            let (go_on, _going_on) = bounded(1);
            let (_stops, stop) = io::pipe().unwrap();
            let mut gate = InputGate {
                stop: Some(stop),
                stopped,
                go_on,
                is_closed: false,
            };
            told.send(()).unwrap();
            assert!(gate.close());
            drop(gate);
            // Whoever reads would be waited for without an end.
            drop(told);
            ended.send(()).unwrap();
        });
        assert!(end.recv_timeout(std::time::Duration::from_secs(5)).is_ok());
    }

    #[test]
    fn f3_is_no_answer() {
        let found = heard(&[b"\x1b[1;2R"]);
        assert!(found[0].contains("F(3)"), "{found:?}");
    }
}
