//! Simplified or traditional Chinese, by the characters that only one of them has.

use std::sync::LazyLock;

use serde::Deserialize;

use super::script::{HANI, HANS, HANT};
use crate::corpus::Script;

/// Characters of one kind below which a text says nothing.
const ENOUGH: usize = 2;
/// How many times one kind must outnumber the other, which names and quotes bring.
const MAJORITY: usize = 4;

/// `Hans` or `Hant` where the text is clearly one of them, else `Hani`.
#[must_use]
pub fn variant(text: &str) -> Script {
    let (mut simplified, mut traditional) = (0, 0);
    for c in text.chars().filter(|&c| c >= '\u{4E00}') {
        if CHARACTERS.simplified.binary_search(&c).is_ok() {
            simplified += 1;
        } else if CHARACTERS.traditional.binary_search(&c).is_ok() {
            traditional += 1;
        }
    }
    if simplified >= ENOUGH && simplified > traditional * MAJORITY {
        HANS
    } else if traditional >= ENOUGH && traditional > simplified * MAJORITY {
        HANT
    } else {
        HANI
    }
}

struct Characters {
    simplified: Vec<char>,
    traditional: Vec<char>,
}

static CHARACTERS: LazyLock<Characters> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        simplified: String,
        traditional: String,
    }
    // The file is part of the program, and the tests read it.
    let file: File = toml::from_str(include_str!("../../../assets/langid/han.toml"))
        .unwrap_or_else(|e| unreachable!("han.toml: {e}"));
    let sorted = |text: &str| {
        let mut characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        characters.sort_unstable();
        characters
    };
    Characters {
        simplified: sorted(&file.simplified),
        traditional: sorted(&file.traditional),
    }
});
