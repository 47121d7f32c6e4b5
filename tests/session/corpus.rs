//! What the program is opened on.

use super::pty::{Session, Terminal};

/// A folder with an Arabic article and an English one, and a library beside it.
pub struct Corpus {
    pub articles: tempfile::TempDir,
    pub library: tempfile::TempDir,
}

impl Corpus {
    pub fn new() -> Self {
        let articles = tempfile::tempdir().unwrap();
        let arabic = "سفينة تسد القناة\n\nوقالت مصر إن 300 سفينة (على الأقل) تنتظر.";
        std::fs::write(articles.path().join("a.txt"), arabic).unwrap();
        let english = "A ship blocks the canal\n\nShips waited at both ends of it in Egypt.";
        std::fs::write(articles.path().join("b.txt"), english).unwrap();
        Self {
            articles,
            library: tempfile::tempdir().unwrap(),
        }
    }

    pub fn open(
        &self,
        terminal: Terminal,
        options: &[&str],
        environment: &[(&str, &str)],
    ) -> Session {
        let mut arguments = vec![self.articles.path().to_str().unwrap()];
        arguments.extend(options);
        Session::in_terminal(terminal, self.library.path(), &arguments, environment)
    }
}
