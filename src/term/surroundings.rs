//! What the environment says of the terminal, and what stands between.

use super::terminals::variables;

/// What surrounds the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `TERM`, the one variable that travels with a connection.
    pub term: String,
    /// `TERM_PROGRAM`.
    pub program: Option<String>,
    /// Variables that are set and by which terminals are known.
    pub variables: Vec<String>,
    /// Whether the terminal is on another machine (`SSH_CONNECTION`).
    pub is_remote: bool,
    /// From where, if that is so.
    pub client: Option<String>,
    /// The multiplexer that set its own variable: tmux, screen, zellij.
    pub multiplexer: Option<&'static str>,
    /// What the multiplexer says of the terminal outside.
    pub outer: Option<Outer>,
}

/// A terminal as a multiplexer knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outer {
    /// What it answered to XTVERSION; empty where it did not.
    pub version: String,
    /// Its `TERM`.
    pub term: String,
}

/// Variables by which multiplexers are known.
const MULTIPLEXERS: [(&str, &str); 3] = [("TMUX", "tmux"), ("STY", "screen"), ("ZELLIJ", "zellij")];

impl Surroundings {
    /// What an environment says.
    #[must_use]
    pub fn new(environment: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| environment(name).filter(|value| !value.is_empty());
        let connection = set("SSH_CONNECTION");
        let client = connection
            .as_deref()
            .and_then(|connection| connection.split(' ').next())
            .map(ToOwned::to_owned);
        let multiplexer = MULTIPLEXERS
            .into_iter()
            .find(|(variable, _)| set(variable).is_some());
        Self {
            term: set("TERM").unwrap_or_default(),
            program: set("TERM_PROGRAM"),
            variables: variables()
                .filter(|name| set(name).is_some())
                .map(ToOwned::to_owned)
                .collect(),
            is_remote: connection.is_some() || set("SSH_TTY").is_some(),
            client,
            multiplexer: multiplexer.map(|(_, name)| name),
            outer: None,
        }
    }

    /// A name for these surroundings, under which what a terminal answered is
    /// remembered: the same terminal, most likely, is met in the same ones.
    #[must_use]
    pub fn key(&self) -> String {
        let trusted = self.multiplexer.is_none() && !self.is_remote;
        let variables = if trusted {
            self.variables.join(" ")
        } else {
            String::new()
        };
        let program = self.program.as_deref().filter(|_| trusted);
        [
            &*self.term,
            program.unwrap_or_default(),
            &variables,
            self.client.as_deref().unwrap_or_default(),
            self.multiplexer.unwrap_or_default(),
        ]
        .join("|")
    }

    /// Whether nothing but lines of text is understood.
    #[must_use]
    pub fn is_dumb(&self) -> bool {
        self.term == "dumb"
    }

    /// Whether it is the Linux console, which prints what it does not understand.
    #[must_use]
    pub fn is_console(&self) -> bool {
        self.term.starts_with("linux")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surroundings(variables: &[(&str, &str)]) -> Surroundings {
        Surroundings::new(|name| {
            let variable = variables.iter().find(|(known, _)| *known == name);
            variable.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_is_read() {
        let found = surroundings(&[
            ("TERM", "xterm-256color"),
            ("VTE_VERSION", "7006"),
            ("SSH_CONNECTION", "10.0.0.7 50000 10.0.0.1 22"),
            ("TMUX", "/run/tmux-0/default,1,0"),
        ]);
        assert_eq!(found.variables, ["VTE_VERSION"]);
        assert!(found.is_remote);
        assert_eq!(found.client.as_deref(), Some("10.0.0.7"));
        assert_eq!(found.multiplexer, Some("tmux"));
        assert_eq!(found.key(), "xterm-256color|||10.0.0.7|tmux");
        assert!(surroundings(&[("TERM", "dumb")]).is_dumb());
        assert!(surroundings(&[("TERM", "linux")]).is_console());
    }

    #[test]
    fn another_terminal_has_another_key() {
        let vte = surroundings(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")]);
        let konsole = surroundings(&[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "221203")]);
        assert_ne!(vte.key(), konsole.key());
    }
}
