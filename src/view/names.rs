//! The names pane: who and where the article, or the whole view, is about.

use std::collections::HashMap;
use std::sync::Arc;

use crate::corpus::{EntityKind, Mention};

/// An entity as the pane lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameEntry {
    /// Canonical id.
    pub canon: Arc<str>,
    /// Its type.
    pub kind: EntityKind,
    /// Its name in the interface's language.
    pub name: String,
    /// Its name in the article's language, where that differs.
    pub local: Option<String>,
    /// Mentions in the article, or articles of the view.
    pub count: usize,
}

/// A row of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRow {
    /// The heading of a type.
    Heading(EntityKind),
    /// The entity at this index of [`Names::entries`].
    Entry(usize),
    /// The local name of the entity at this index, below it.
    Local(usize),
    /// How many dates and amounts the article has, below all entities.
    Amounts,
}

/// What the pane is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The open article.
    #[default]
    Article,
    /// Every article of the view.
    View,
}

/// The names pane.
#[derive(Debug, Default)]
pub struct Names {
    entries: Vec<NameEntry>,
    rows: Vec<NameRow>,
    cursor: usize,
    top: usize,
    amounts: usize,
    /// What it is about.
    pub scope: Scope,
}

impl Names {
    /// The entities, by type and then by count.
    #[must_use]
    pub fn entries(&self) -> &[NameEntry] {
        &self.entries
    }

    /// The entity under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&NameEntry> {
        self.entries.get(self.cursor)
    }

    /// The index of the entity under the cursor.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// The rows from the first visible one on.
    #[must_use]
    pub fn visible(&self) -> &[NameRow] {
        self.rows.get(self.top..).unwrap_or_default()
    }

    /// How many dates and amounts the article has.
    #[must_use]
    pub const fn amounts(&self) -> usize {
        self.amounts
    }

    /// Takes other entities, and how many dates and amounts there are beside them; the
    /// cursor stays on its entity where it is among them.
    pub fn set(&mut self, mut entries: Vec<NameEntry>, amounts: usize) {
        entries.sort_by(|a, b| {
            (a.kind, b.count, &a.name, &a.canon).cmp(&(b.kind, a.count, &b.name, &b.canon))
        });
        let before = self.current().map(|entry| Arc::clone(&entry.canon));
        self.entries = entries;
        self.amounts = amounts;
        self.cursor = before.and_then(|canon| self.index(&canon)).unwrap_or(0);
        self.rows.clear();
        let mut kind = None;
        for (index, entry) in self.entries.iter().enumerate() {
            if kind != Some(entry.kind) {
                self.rows.push(NameRow::Heading(entry.kind));
                kind = Some(entry.kind);
            }
            self.rows.push(NameRow::Entry(index));
            if entry.local.is_some() {
                self.rows.push(NameRow::Local(index));
            }
        }
        if amounts > 0 {
            self.rows.push(NameRow::Amounts);
        }
        self.top = self.top.min(self.rows.len().saturating_sub(1));
    }

    /// Puts the cursor on an entity, where it is listed.
    pub fn select(&mut self, canon: &str) {
        if let Some(index) = self.index(canon) {
            self.cursor = index;
        }
    }

    /// Moves the cursor by entities.
    pub fn move_by(&mut self, by: isize) {
        let last = self.entries.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Puts the cursor on the first or the last entity.
    pub fn move_to_end(&mut self, last: bool) {
        self.cursor = if last {
            self.entries.len().saturating_sub(1)
        } else {
            0
        };
    }

    /// Puts the cursor on the entity at a visible row; whether there is one.
    pub fn click(&mut self, row: usize) -> bool {
        match self.rows.get(self.top + row) {
            Some(NameRow::Entry(index) | NameRow::Local(index)) => {
                self.cursor = *index;
                true
            }
            _ => false,
        }
    }

    /// Scrolls by rows without moving the cursor out of sight.
    pub fn scroll(&mut self, by: isize, height: usize) {
        let most = self.rows.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(by).min(most);
        let visible = self.top..self.top + height;
        let inside = self
            .rows
            .iter()
            .enumerate()
            .filter_map(|(row, entry)| match entry {
                NameRow::Entry(index) if visible.contains(&row) => Some(*index),
                _ => None,
            });
        let (first, last) = inside.fold((usize::MAX, 0), |(first, last), index| {
            (first.min(index), last.max(index))
        });
        if first <= last {
            self.cursor = self.cursor.clamp(first, last);
        }
    }

    /// Scrolls so far that the cursor and its heading are in sight.
    pub fn prepare(&mut self, height: usize) {
        let Some(row) = self
            .rows
            .iter()
            .position(|row| *row == NameRow::Entry(self.cursor))
        else {
            return;
        };
        let heading = matches!(
            row.checked_sub(1).and_then(|above| self.rows.get(above)),
            Some(NameRow::Heading(_))
        );
        let first = row - usize::from(heading);
        let local = self.rows.get(row + 1) == Some(&NameRow::Local(self.cursor));
        let last = row + usize::from(local);
        let amounts = self.rows.get(last + 1) == Some(&NameRow::Amounts);
        let last = last + usize::from(amounts);
        if first < self.top {
            self.top = first;
        } else if last >= self.top + height {
            self.top = (last + 1).saturating_sub(height).min(first.max(row));
        }
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }

    fn index(&self, canon: &str) -> Option<usize> {
        self.entries.iter().position(|entry| &*entry.canon == canon)
    }
}

/// Counts mentions by entity, in the order in which entities first appear.
pub fn count<'a>(mentions: impl Iterator<Item = &'a Mention>) -> Vec<(&'a Mention, usize)> {
    let mut counted: Vec<(&Mention, usize)> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for mention in mentions {
        let at = *known.entry(&mention.canon).or_insert_with(|| {
            counted.push((mention, 0));
            counted.len() - 1
        });
        if let Some((_, count)) = counted.get_mut(at) {
            *count += 1;
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(canon: &str, kind: EntityKind, count: usize) -> NameEntry {
        NameEntry {
            canon: Arc::from(canon),
            kind,
            name: canon.to_owned(),
            local: (count > 3).then(|| canon.to_owned()),
            count,
        }
    }

    fn names() -> Names {
        let mut names = Names::default();
        names.set(
            vec![
                entry("moscow", EntityKind::Place, 2),
                entry("putin", EntityKind::Person, 4),
                entry("pashinyan", EntityKind::Person, 5),
            ],
            0,
        );
        names
    }

    #[test]
    fn entities_stand_by_type_and_count() {
        let names = names();
        let order: Vec<_> = names.entries().iter().map(|entry| &*entry.canon).collect();
        assert_eq!(order, ["pashinyan", "putin", "moscow"]);
        assert_eq!(names.visible().len(), 7);
    }

    #[test]
    fn the_cursor_stays_on_its_entity_and_in_sight() {
        let mut names = names();
        names.move_to_end(true);
        names.prepare(2);
        assert_eq!(
            names.visible().first(),
            Some(&NameRow::Heading(EntityKind::Place))
        );
        names.set(
            vec![
                entry("moscow", EntityKind::Place, 2),
                entry("kremlin", EntityKind::Place, 9),
            ],
            3,
        );
        assert_eq!(names.visible().last(), Some(&NameRow::Amounts));
        assert_eq!(names.current().map(|entry| &*entry.canon), Some("moscow"));
    }
}
