//! How many colours a terminal has, as far as the environment tells.

use super::theme::ColorDepth;

/// Beginnings of `TERM` that say 256 colours or more without saying so.
const RICH: [&str; 8] = [
    "alacritty",
    "contour",
    "foot",
    "mintty",
    "rio",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
];

/// Names that say eight colours, of which the bold ones are bright.
const EIGHT: [&str; 7] = [
    "ansi",
    "cygwin",
    "eterm-color",
    "pcansi",
    "screen",
    "sun-color",
    "vt220-color",
];

impl ColorDepth {
    /// Whether the terminal that the environment describes has eight colours, and
    /// shows the bright ones as the bold.
    #[must_use]
    pub fn has_eight_colors(environment: impl Fn(&str) -> Option<String>) -> bool {
        let term = environment("TERM").unwrap_or_default();
        Self::from_environment(environment) == Self::Ansi16 && EIGHT.contains(&&*term)
    }

    /// The colours of the terminal that the environment describes: `COLORTERM`
    /// goes before `TERM`; a terminal without a name, a `dumb` one and the DEC
    /// ones (`vt100`) have none; any other that does not say more has 16.
    #[must_use]
    pub fn from_environment(environment: impl Fn(&str) -> Option<String>) -> Self {
        let term = environment("TERM").unwrap_or_default();
        let windows = environment("WT_SESSION").is_some();
        if term == "dumb" || (term.is_empty() && !windows) {
            return Self::Mono;
        }
        let color = environment("COLORTERM").unwrap_or_default();
        let is_rich = RICH.iter().any(|rich| term.starts_with(rich));
        if windows
            || is_rich
            || matches!(color.as_str(), "truecolor" | "24bit")
            || term.contains("256color")
            || term.contains("direct")
        {
            return Self::Indexed256;
        }
        let is_dec = term
            .strip_prefix("vt")
            .is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()));
        if is_dec { Self::Mono } else { Self::Ansi16 }
    }
}

#[cfg(test)]
mod tests {
    use super::ColorDepth::{self, Ansi16, Indexed256, Mono};

    fn depth(variables: &[(&str, &str)]) -> ColorDepth {
        ColorDepth::from_environment(|name| {
            let variable = variables.iter().find(|(known, _)| *known == name);
            variable.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_tells_the_colours() {
        for (variables, expected) in [
            (&[][..], Mono),
            (&[("TERM", "dumb"), ("COLORTERM", "truecolor")], Mono),
            (&[("TERM", "vt220")], Mono),
            (&[("TERM", "vte")], Ansi16),
            (&[("TERM", "xterm")], Ansi16),
            (&[("TERM", "linux")], Ansi16),
            (&[("TERM", "xterm"), ("COLORTERM", "truecolor")], Indexed256),
            (&[("TERM", "xterm"), ("COLORTERM", "")], Ansi16),
            (&[("TERM", "screen-256color")], Indexed256),
            (&[("TERM", "xterm-direct")], Indexed256),
            (&[("TERM", "foot-extra")], Indexed256),
            (&[("WT_SESSION", "1")], Indexed256),
        ] {
            assert_eq!(depth(variables), expected, "{variables:?}");
        }
    }
}
