//! Keyboards without Latin letters: which key a character stands on.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    digits: Vec<String>,
    layout: Vec<Layout>,
}

#[derive(Deserialize)]
struct Layout {
    plain: String,
    shift: String,
}

/// What the key of a character types on the layout of the United States: `j` for the
/// Arabic teh, `q` for the Russian short i, `2` for the digits that mean it. `None` for
/// ASCII, which is what it says, and for characters on none of the known layouts.
#[must_use]
pub fn latin_key(character: char) -> Option<char> {
    static KEYS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        read(include_str!("../../assets/layouts.toml")).expect("a test reads the embedded layouts")
    });
    KEYS.get(&character).copied()
}

fn read(text: &str) -> Result<HashMap<char, char>, toml::de::Error> {
    let file: File = toml::from_str(text)?;
    let mut keys = HashMap::new();
    let Some((latin, others)) = file.layout.split_first() else {
        return Ok(keys);
    };
    let digits = file
        .digits
        .iter()
        .flat_map(|row| row.chars().zip('0'..='9'));
    let letters = others.iter().flat_map(|layout| {
        let plain = layout.plain.chars().zip(latin.plain.chars());
        plain.chain(layout.shift.chars().zip(latin.shift.chars()))
    });
    for (character, key) in digits.chain(letters) {
        if !character.is_ascii() {
            keys.entry(character).or_insert(key);
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_every_key() {
        let text = include_str!("../../assets/layouts.toml");
        let file: File = toml::from_str(text).unwrap();
        assert_eq!(file.layout.len(), 12);
        for layout in &file.layout {
            for row in [&layout.plain, &layout.shift] {
                assert_eq!(row.chars().count(), 47, "{row}");
            }
        }
        for digits in &file.digits {
            assert_eq!(digits.chars().count(), 10);
        }
    }

    #[test]
    fn keys_are_where_the_layouts_have_them() {
        for (character, key) in [
            ('ت', 'j'),
            ('ن', 'k'),
            ('ض', 'q'),
            ('й', 'q'),
            ('О', 'J'),
            ('ח', 'j'),
            ('ξ', 'j'),
            ('ㅓ', 'j'),
            ('่', 'j'),
            ('٢', '2'),
            ('۲', '2'),
            ('२', '2'),
            ('؟', '?'),
        ] {
            assert_eq!(latin_key(character), Some(key), "{character}");
        }
        for character in ['j', '/', 'é', '中', '\u{7f}'] {
            assert_eq!(latin_key(character), None, "{character}");
        }
    }
}
