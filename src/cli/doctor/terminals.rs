//! Terminals by what the environment says of them, and what each does with
//! right-to-left text.

/// A terminal that a program can tell from its environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Its name.
    pub name: &'static str,
    /// Whether it shows cells where they are written, so that text in visual
    /// order with presentation forms reads right.
    pub keeps_cells: bool,
}

const fn keeps(name: &'static str) -> Terminal {
    Terminal {
        name,
        keeps_cells: true,
    }
}

const fn reorders(name: &'static str) -> Terminal {
    Terminal {
        name,
        keeps_cells: false,
    }
}

/// By the beginning of `TERM`, which the terminal itself sets.
const BY_TERM: [(&str, Terminal); 10] = [
    ("alacritty", keeps("Alacritty")),
    ("foot", keeps("foot")),
    ("linux", keeps("the Linux console")),
    ("mlterm", reorders("mlterm")),
    ("putty", reorders("PuTTY")),
    ("rxvt-unicode", keeps("urxvt")),
    ("st-", keeps("st")),
    ("wezterm", keeps("WezTerm")),
    ("xterm-ghostty", keeps("Ghostty")),
    ("xterm-kitty", reorders("kitty")),
];

/// By `TERM_PROGRAM`.
const BY_PROGRAM: [(&str, Terminal); 7] = [
    ("Apple_Terminal", reorders("Terminal.app")),
    ("WarpTerminal", keeps("Warp")),
    ("WezTerm", keeps("WezTerm")),
    ("ghostty", keeps("Ghostty")),
    ("iTerm.app", keeps("iTerm2")),
    ("mintty", reorders("mintty")),
    ("vscode", keeps("Visual Studio Code")),
];

/// By a variable of the terminal's own. A program started from another terminal
/// inherits that one's, so these come last.
const BY_VARIABLE: [(&str, Terminal); 8] = [
    (
        "VTE_VERSION",
        reorders("a VTE terminal (GNOME Terminal, Xfce Terminal ...)"),
    ),
    ("KONSOLE_VERSION", reorders("Konsole")),
    ("KITTY_WINDOW_ID", reorders("kitty")),
    ("MLTERM", reorders("mlterm")),
    ("WT_SESSION", keeps("Windows Terminal")),
    ("ALACRITTY_WINDOW_ID", keeps("Alacritty")),
    ("WEZTERM_PANE", keeps("WezTerm")),
    ("XTERM_VERSION", keeps("xterm")),
];

/// The terminal that the environment describes.
pub fn terminal(environment: impl Fn(&str) -> Option<String>) -> Option<Terminal> {
    let term = environment("TERM").unwrap_or_default();
    let program = environment("TERM_PROGRAM").unwrap_or_default();
    let by_term = BY_TERM.iter().find(|(start, _)| term.starts_with(start));
    let by_program = || BY_PROGRAM.iter().find(|(name, _)| program == *name);
    let by_variable = || {
        BY_VARIABLE
            .iter()
            .find(|(variable, _)| environment(variable).is_some())
    };
    by_term
        .or_else(by_program)
        .or_else(by_variable)
        .map(|(_, terminal)| *terminal)
}

/// The program between nashra and the terminal, which answers in its place.
pub fn multiplexer(environment: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
    [("TMUX", "tmux"), ("STY", "screen"), ("ZELLIJ", "zellij")]
        .into_iter()
        .find(|(variable, _)| environment(variable).is_some_and(|value| !value.is_empty()))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(variables: &[(&str, &str)]) -> Option<&'static str> {
        let found = terminal(|name| {
            let variable = variables.iter().find(|(known, _)| *known == name);
            variable.map(|(_, value)| (*value).to_owned())
        });
        found.map(|terminal| terminal.name)
    }

    #[test]
    fn what_the_terminal_set_itself_goes_before_what_it_inherited() {
        assert_eq!(name(&[]), None);
        assert_eq!(name(&[("TERM", "xterm-256color")]), None);
        assert_eq!(
            name(&[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(379)")]),
            Some("xterm")
        );
        assert_eq!(
            name(&[("TERM", "foot"), ("KITTY_WINDOW_ID", "1")]),
            Some("foot")
        );
        assert_eq!(
            name(&[
                ("TERM", "xterm-256color"),
                ("TERM_PROGRAM", "vscode"),
                ("VTE_VERSION", "7006")
            ]),
            Some("Visual Studio Code")
        );
    }
}
