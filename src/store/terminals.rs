//! What is remembered of terminals: what each answered, and what a person chose for it.
//!
//! Both are texts of whoever knows terminals; here they are kept under a key.

use rusqlite::{OptionalExtension, params};

use super::{Library, StoreError};

impl Library {
    /// What the terminal answered that was last met in these surroundings.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn terminal_answers(&self, surroundings: &str) -> Result<Option<String>, StoreError> {
        self.text_of(
            "SELECT answers FROM terminal_answers WHERE surroundings = ?1",
            surroundings,
        )
    }

    /// What a person chose for the terminal of a fingerprint.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn terminal_choice(&self, fingerprint: &str) -> Result<Option<String>, StoreError> {
        self.text_of(
            "SELECT mode FROM terminal_choice WHERE fingerprint = ?1",
            fingerprint,
        )
    }

    /// Remembers what a terminal answered in surroundings.
    ///
    /// # Errors
    /// The library cannot be written.
    pub fn save_terminal_answers(
        &mut self,
        surroundings: &str,
        answers: &str,
    ) -> Result<(), StoreError> {
        self.put(
            "INSERT INTO terminal_answers (surroundings, answers) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET answers = ?2",
            surroundings,
            answers,
        )
    }

    /// Remembers what a person chose for a terminal; `None` forgets it.
    ///
    /// # Errors
    /// The library cannot be written.
    pub fn save_terminal_choice(
        &mut self,
        fingerprint: &str,
        mode: Option<&str>,
    ) -> Result<(), StoreError> {
        let Some(mode) = mode else {
            let query = "DELETE FROM terminal_choice WHERE fingerprint = ?1";
            let forgotten = self.connection().execute(query, [fingerprint]);
            return forgotten.map(|_| ()).map_err(|error| self.failed(&error));
        };
        self.put(
            "INSERT INTO terminal_choice (fingerprint, mode) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET mode = ?2",
            fingerprint,
            mode,
        )
    }

    fn text_of(&self, query: &str, key: &str) -> Result<Option<String>, StoreError> {
        self.connection()
            .prepare_cached(query)
            .and_then(|mut query| query.query_row([key], |row| row.get(0)).optional())
            .map_err(|error| self.failed(&error))
    }

    fn put(&self, query: &str, key: &str, value: &str) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(query)
            .and_then(|mut query| query.execute(params![key, value]))
            .map(|_| ())
            .map_err(|error| self.failed(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_remembered_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        assert_eq!(library.terminal_choice("a|b").unwrap(), None);
        library.save_terminal_choice("a|b", Some("visual")).unwrap();
        library
            .save_terminal_choice("a|b", Some("inverse"))
            .unwrap();
        library.save_terminal_choice("c|d", Some("lro")).unwrap();
        library.save_terminal_choice("c|d", None).unwrap();
        assert_eq!(library.terminal_choice("c|d").unwrap(), None);
        library.save_terminal_answers("xterm", "{}").unwrap();
        drop(library);
        let library = Library::open(folder.path()).unwrap();
        assert_eq!(
            library.terminal_choice("a|b").unwrap().as_deref(),
            Some("inverse")
        );
        assert_eq!(
            library.terminal_answers("xterm").unwrap().as_deref(),
            Some("{}")
        );
        assert_eq!(library.terminal_answers("other").unwrap(), None);
    }
}
