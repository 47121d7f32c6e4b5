//! Asking the terminal outside the reader, and waiting for what it says.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use super::probe::{Answers, Questions};
use super::reply::Reply;
use super::sequence::{Sequences, Token};
use super::surroundings::Surroundings;

/// How long a terminal on this machine may take to answer.
const NEAR: Duration = Duration::from_millis(300);
/// How long one at the other end of a line may.
const FAR: Duration = Duration::from_millis(1500);

/// What came of asking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interview {
    /// What was asked, by name.
    pub asked: Vec<&'static str>,
    /// What was answered.
    pub answers: Answers,
    /// How long it took, where everything was answered.
    pub took: Option<Duration>,
}

/// Asks the controlling terminal, on its alternate screen, and waits for the answers:
/// for 300 ms, over SSH for 1.5 s.
///
/// # Errors
/// There is no controlling terminal, or it cannot be read or written.
#[cfg(unix)]
pub fn interview(surroundings: &Surroundings) -> io::Result<Interview> {
    use rustix::termios::{QueueSelector, tcflush};

    let mut tty = OpenOptions::new().write(true).open("/dev/tty")?;
    let (_, rows) = crossterm::terminal::size()?;
    let questions = if surroundings.is_console() {
        Questions::Console
    } else {
        Questions::All { rows }
    };
    crossterm::terminal::enable_raw_mode()?;
    let answered = ask(&mut tty, questions, surroundings.is_remote);
    if matches!(answered, Ok((_, None))) {
        // What comes late is not to be typed into the shell.
        let _ = tcflush(io::stdin(), QueueSelector::IFlush);
    }
    let restored = crossterm::terminal::disable_raw_mode();
    let (answers, took) = answered?;
    restored?;
    Ok(Interview {
        asked: questions.names(),
        answers,
        took,
    })
}

/// There is no terminal of that kind here.
#[cfg(not(unix))]
pub fn interview(_surroundings: &Surroundings) -> io::Result<Interview> {
    Err(io::Error::other("terminals are not asked on this system"))
}

#[cfg(unix)]
fn ask(
    tty: &mut std::fs::File,
    questions: Questions,
    is_remote: bool,
) -> io::Result<(Answers, Option<Duration>)> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};

    let began = Instant::now();
    let until = began + if is_remote { FAR } else { NEAR };
    tty.write_all(b"\x1b[?1049h")?;
    tty.write_all(&questions.bytes())?;
    tty.write_all(b"\x1b[?1049l")?;
    let mut sequences = Sequences::default();
    let mut answers = Answers::default();
    let mut bytes = [0; 1024];
    while !answers.is_complete() {
        let left = until.saturating_duration_since(Instant::now());
        let Ok(left) = Timespec::try_from(left) else {
            break;
        };
        // Not /dev/tty: some systems cannot poll it.
        let input = io::stdin();
        let mut watched = [PollFd::new(&input, PollFlags::IN)];
        match poll(&mut watched, Some(&left)) {
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
            Ok(0) => return Ok((answers, None)),
            Ok(_) => {}
        }
        let [ready] = watched;
        if !ready.revents().contains(PollFlags::IN) {
            return Ok((answers, None));
        }
        let count = match read(&input, &mut bytes) {
            Err(Errno::INTR | Errno::AGAIN) => continue,
            Err(error) => return Err(error.into()),
            Ok(0) => return Ok((answers, None)),
            Ok(count) => count,
        };
        sequences.feed(bytes.get(..count).unwrap_or_default(), |token| {
            if let Token::Sequence(sequence) = token
                && let Some(reply) = Reply::parse(sequence)
            {
                answers.take(reply);
            }
        });
    }
    Ok((answers, Some(began.elapsed())))
}
