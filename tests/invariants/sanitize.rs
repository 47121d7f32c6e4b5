//! What holds for the sanitizing of any text whatever. Used by the property
//! tests and the fuzz targets.

use std::borrow::Cow;

use nashra::text::sanitize::{sanitize, sanitize_line};

/// Fails with what was expected.
macro_rules! holds {
    ($condition:expr, $($told:tt)+) => {
        if !$condition {
            return Err(format!($($told)+));
        }
    };
}

/// Checks that a text comes out harmless, and stays as it comes out.
pub fn check_sanitized(text: &str) -> Result<(), String> {
    let clean = sanitize(text);
    holds!(
        matches!(sanitize(&clean), Cow::Borrowed(same) if same == clean),
        "not stable: {clean:?}, then {:?}",
        sanitize(&clean)
    );
    let bad = clean
        .chars()
        .find(|c| is_harmful(*c) && !matches!(c, '\t' | '\n'));
    holds!(bad.is_none(), "{bad:?} is left in {clean:?}");
    for line in clean.split('\n') {
        holds!(
            is_balanced(line),
            "bidi controls without an end in {line:?}"
        );
    }
    let line = sanitize_line(text);
    holds!(
        matches!(sanitize_line(&line), Cow::Borrowed(same) if same == line),
        "line not stable: {line:?}, then {:?}",
        sanitize_line(&line)
    );
    let bad = line.chars().find(|c| is_harmful(*c) || is_bidi_control(*c));
    holds!(bad.is_none(), "{bad:?} is left in the line {line:?}");
    let spaces: Vec<char> = line.chars().collect();
    holds!(
        line.trim() == line
            && !spaces
                .windows(2)
                .any(|pair| pair.iter().all(|c| c.is_whitespace())),
        "white space runs in the line {line:?}"
    );
    Ok(())
}

fn is_harmful(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || code & 0xFFFE == 0xFFFE
        || (0xFDD0..=0xFDEF).contains(&code)
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{E0001}' | '\u{FE8D}' | '\u{FEFB}'
        )
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether every opener has its own closer, no deeper than 62.
fn is_balanced(line: &str) -> bool {
    let mut open = Vec::new();
    for c in line.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202C}' | '\u{2069}' if open.pop() != Some(c) => return false,
            _ => {}
        }
        if open.len() > 62 {
            return false;
        }
    }
    open.is_empty()
}
