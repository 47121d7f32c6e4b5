//! What tmux knows of the terminal outside, and what it passes on to it.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::surroundings::Outer;

/// Between the two values that tmux prints: nothing that a terminal's name holds.
const BETWEEN: &str = "\t";

/// Asks tmux for the terminal of the client that is attached. Takes some
/// milliseconds; not for the thread that draws.
///
/// # Errors
/// tmux is not there, fails, or has no client.
pub fn ask_tmux() -> io::Result<Outer> {
    let format = format!("#{{client_termtype}}{BETWEEN}#{{client_termname}}");
    let output = Command::new("tmux")
        .args(["display-message", "-p", &format])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    match said.trim_end_matches('\n').split_once(BETWEEN) {
        Some((version, term)) if output.status.success() => Ok(Outer {
            version: printable(version),
            term: printable(term),
        }),
        _ => Err(io::Error::other("tmux names no terminal")),
    }
}

/// Hands a text to tmux, which keeps it in a buffer and, where it knows how (tmux 3.2),
/// hands it on to the terminal outside. Whether it did that. Takes some milliseconds;
/// not for the thread that draws.
///
/// # Errors
/// tmux is not there, or refuses the text.
pub fn copy_to_tmux(text: &str) -> io::Result<bool> {
    if load_buffer(&["-w"], text)? {
        return Ok(true);
    }
    if load_buffer(&[], text)? {
        return Ok(false);
    }
    Err(io::Error::other("tmux does not take the text"))
}

/// Whether tmux took a text into a new buffer.
fn load_buffer(options: &[&str], text: &str) -> io::Result<bool> {
    let mut child = Command::new("tmux")
        .arg("load-buffer")
        .args(options)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // One that does not know an option ends before it reads.
        let _ = input.write_all(text.as_bytes());
    }
    Ok(child.wait()?.success())
}

fn printable(text: &str) -> String {
    text.chars().filter(|c| matches!(c, ' '..='~')).collect()
}

/// Bytes as tmux passes them on to the terminal outside, where its option
/// `allow-passthrough` is on; elsewhere it drops them.
pub(super) fn passed_through_tmux(bytes: &[u8]) -> Vec<u8> {
    let mut passed = b"\x1bPtmux;".to_vec();
    for byte in bytes {
        if *byte == 0x1b {
            passed.push(0x1b);
        }
        passed.push(*byte);
    }
    passed.extend_from_slice(b"\x1b\\");
    passed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_doubled_on_the_way_through() {
        assert_eq!(
            passed_through_tmux(b"\x1b[8l"),
            b"\x1bPtmux;\x1b\x1b[8l\x1b\\"
        );
    }
}
