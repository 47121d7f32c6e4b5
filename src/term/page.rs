//! Whether the terminal's page is light, by the colour it answers to OSC 11:
//! `OSC 11 ; rgb:RRRR/GGGG/BBBB`, ended by ST or BEL.

/// Whether the page is light, from the answer between the `OSC` and its end;
/// `None` where this is no such answer.
pub(super) fn is_page_light(answer: &str) -> Option<bool> {
    let colour = answer.strip_prefix("11;")?;
    let colour = colour
        .strip_prefix("rgb:")
        .or_else(|| colour.strip_prefix("rgba:"))?;
    let mut channels = colour.split('/').map(|channel| {
        let digits = u32::try_from(channel.len()).ok()?;
        let value = u32::from_str_radix(channel, 16).ok()?;
        let most = 16_u32.checked_pow(digits)?.checked_sub(1)?;
        Some(f64::from(value) / f64::from(most.max(1)))
    });
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    // Luma as ITU-R BT.601 weighs the channels.
    Some(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_light_or_dark() {
        assert_eq!(is_page_light("11;rgb:ffff/ffff/ffff"), Some(true));
        assert_eq!(is_page_light("11;rgb:fd/f6/e3"), Some(true));
        assert_eq!(is_page_light("11;rgb:0000/2b2b/3636"), Some(false));
        assert_eq!(is_page_light("11;rgba:1e1e/1e1e/1e1e/ffff"), Some(false));
        for answer in [
            "",
            "11;?",
            "10;rgb:ff/ff/ff",
            "11;rgb:ff/ff",
            "11;rgb:xyz/0/0",
            "11;rgb:///",
        ] {
            assert_eq!(is_page_light(answer), None, "{answer}");
        }
    }
}
