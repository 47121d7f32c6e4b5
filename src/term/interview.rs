//! Asking the terminal outside the reader, and waiting for what it says.

use std::fs::OpenOptions;
use std::io::{self, Read, Write};
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
    let mut tty = OpenOptions::new().read(true).write(true).open("/dev/tty")?;
    let (_, rows) = crossterm::terminal::size()?;
    let questions = if surroundings.is_console() {
        Questions::Console
    } else {
        Questions::All { rows }
    };
    crossterm::terminal::enable_raw_mode()?;
    let answered = ask(&mut tty, questions, surroundings.is_remote);
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
        let mut watched = [PollFd::new(&*tty, PollFlags::IN)];
        if poll(&mut watched, Some(&left))? == 0 {
            return Ok((answers, None));
        }
        let count = tty.read(&mut bytes)?;
        if count == 0 {
            return Ok((answers, None));
        }
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
