//! What a person did, out of the database and into it.

use std::sync::Arc;

use rusqlite::{Transaction, TransactionBehavior, params};

use super::state::measure_name;
use super::{ArticleState, CorpusId, CorpusState, Habits, Library, StateChange, StoreError};
use crate::corpus::Timestamp;

/// Corpora that are remembered as opened before.
const RECENT: usize = 20;

impl Library {
    /// Everything a person did with a corpus.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn load(&self, corpus: CorpusId) -> Result<CorpusState, StoreError> {
        self.read_corpus(corpus)
            .map_err(|error| self.failed(&error))
    }

    fn read_corpus(&self, corpus: CorpusId) -> rusqlite::Result<CorpusState> {
        let mut state = CorpusState {
            habits: self.read_habits()?,
            recent: self.read_recent(RECENT)?,
            ..CorpusState::default()
        };
        state.articles = self
            .connection
            .prepare_cached(
                "SELECT article, read, starred, position, last_opened
                 FROM article_state WHERE corpus = ?1",
            )?
            .query_map([corpus.0], |row| {
                let state = ArticleState {
                    read: row.get(1)?,
                    starred: row.get(2)?,
                    position: row
                        .get::<_, Option<i64>>(3)?
                        .and_then(|byte| usize::try_from(byte).ok()),
                    last_opened: row.get::<_, Option<i64>>(4)?.map(Timestamp),
                };
                Ok((row.get::<_, Arc<str>>(0)?, state))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut tags = self
            .connection
            .prepare_cached("SELECT article, tag FROM article_tag WHERE corpus = ?1")?;
        let tags = tags.query_map([corpus.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for row in tags {
            let (article, tag): (Arc<str>, Arc<str>) = row?;
            state.tags.entry(article).or_default().insert(tag);
        }
        state.languages = self
            .connection
            .prepare_cached(
                "SELECT language FROM corpus_language WHERE corpus = ?1 ORDER BY place",
            )?
            .query_map([corpus.0], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        state.views = self
            .connection
            .prepare_cached("SELECT name, definition FROM saved_view WHERE corpus = ?1")?
            .query_map([corpus.0], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        state.last_article = self.connection.query_row(
            "SELECT last_article FROM corpus WHERE id = ?1",
            [corpus.0],
            |row| row.get(0),
        )?;
        Ok(state)
    }

    fn read_habits(&self) -> rusqlite::Result<Habits> {
        let mut habits = Habits {
            used: self
                .connection
                .prepare_cached("SELECT action FROM habit")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?,
            ..Habits::default()
        };
        let mut preferences = self
            .connection
            .prepare_cached("SELECT name, value FROM preference")?;
        let preferences = preferences.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for row in preferences {
            let (name, value): (String, i64) = row?;
            if name == "sessions" {
                habits.sessions = u32::try_from(value).unwrap_or(u32::MAX);
            } else if let (Some(class), Ok(cells)) =
                (name.strip_prefix("measure."), u16::try_from(value))
            {
                habits.measures.insert(class.to_owned(), cells);
            }
        }
        Ok(habits)
    }

    /// Saves a change, all of it or nothing. On return it survives the process.
    ///
    /// # Errors
    /// The library cannot be written; nothing of the change was.
    pub fn save(&mut self, corpus: CorpusId, change: &StateChange) -> Result<(), StoreError> {
        self.write(corpus, change)
            .map_err(|error| self.failed(&error))
    }

    fn write(&mut self, corpus: CorpusId, change: &StateChange) -> rusqlite::Result<()> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        write_articles(&transaction, corpus, change)?;
        write_languages(&transaction, corpus, change)?;
        write_views(&transaction, corpus, change)?;
        write_habits(&transaction, change)?;
        if let Some(id) = &change.last_article {
            transaction
                .prepare_cached("UPDATE corpus SET last_article = ?2 WHERE id = ?1")?
                .execute(params![corpus.0, id])?;
        }
        transaction.commit()
    }
}

fn write_articles(
    transaction: &Transaction<'_>,
    corpus: CorpusId,
    change: &StateChange,
) -> rusqlite::Result<()> {
    let mut article = transaction.prepare_cached(
        "INSERT INTO article_state
             (corpus, article, read, starred, position, last_opened)
         VALUES (?1, ?2, coalesce(?3, 0), coalesce(?4, 0), ?5, ?6)
         ON CONFLICT DO UPDATE SET
             read = coalesce(?3, read),
             starred = coalesce(?4, starred),
             position = coalesce(?5, position),
             last_opened = coalesce(?6, last_opened)",
    )?;
    for (id, change) in &change.articles {
        let opened = change.last_opened.map(|time| time.0);
        let position = change.position.and_then(|byte| i64::try_from(byte).ok());
        article.execute(params![
            corpus.0,
            id,
            change.read,
            change.starred,
            position,
            opened
        ])?;
    }
    for ((id, tag), is_set) in &change.tags {
        let statement = if *is_set {
            "INSERT INTO article_tag (corpus, article, tag) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM article_tag WHERE corpus = ?1 AND article = ?2 AND tag = ?3"
        };
        transaction
            .prepare_cached(statement)?
            .execute(params![corpus.0, id, tag])?;
    }
    Ok(())
}

fn write_languages(
    transaction: &Transaction<'_>,
    corpus: CorpusId,
    change: &StateChange,
) -> rusqlite::Result<()> {
    let Some(languages) = &change.languages else {
        return Ok(());
    };
    transaction
        .prepare_cached("DELETE FROM corpus_language WHERE corpus = ?1")?
        .execute([corpus.0])?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO corpus_language (corpus, place, language) VALUES (?1, ?2, ?3)",
    )?;
    for (language, place) in languages.iter().zip(1_i64..) {
        insert.execute(params![corpus.0, place, language])?;
    }
    Ok(())
}

fn write_views(
    transaction: &Transaction<'_>,
    corpus: CorpusId,
    change: &StateChange,
) -> rusqlite::Result<()> {
    for (name, definition) in &change.views {
        match definition {
            Some(definition) => transaction
                .prepare_cached(
                    "INSERT INTO saved_view (corpus, name, definition) VALUES (?1, ?2, ?3)
                     ON CONFLICT DO UPDATE SET definition = ?3",
                )?
                .execute(params![corpus.0, name, definition])?,
            None => transaction
                .prepare_cached("DELETE FROM saved_view WHERE corpus = ?1 AND name = ?2")?
                .execute(params![corpus.0, name])?,
        };
    }
    Ok(())
}

fn write_habits(transaction: &Transaction<'_>, change: &StateChange) -> rusqlite::Result<()> {
    for action in &change.used {
        transaction
            .prepare_cached("INSERT INTO habit (action) VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([action])?;
    }
    for (class, cells) in &change.measures {
        let name = measure_name(class);
        match cells {
            Some(cells) => transaction
                .prepare_cached(
                    "INSERT INTO preference (name, value) VALUES (?1, ?2)
                     ON CONFLICT DO UPDATE SET value = ?2",
                )?
                .execute(params![name, cells])?,
            None => transaction
                .prepare_cached("DELETE FROM preference WHERE name = ?1")?
                .execute([name])?,
        };
    }
    Ok(())
}
