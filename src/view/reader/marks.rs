//! What is marked in an article: mentions, dates and amounts, and search hits.

use std::ops::Range;
use std::sync::Arc;

use super::block::Place;
use super::span::Span;
use crate::config::theme::Role;
use crate::corpus::{Article, EntityKind, Mention};
use crate::store::Hits;

/// Which way a cursor walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// On.
    Next,
    /// Back.
    Previous,
}

/// What the text shows of what it mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Highlights {
    /// Names in their colours.
    #[default]
    Names,
    /// The same, and dates and amounts underlined.
    All,
    /// Nothing.
    Off,
}

impl Highlights {
    /// What comes next when they are changed.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Names => Self::All,
            Self::All => Self::Off,
            Self::Off => Self::Names,
        }
    }

    /// The id of the string that tells them.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Names => "highlights-names",
            Self::All => "highlights-all",
            Self::Off => "highlights-off",
        }
    }
}

/// The mentions and hits of the open article, with a cursor on each.
#[derive(Default)]
pub struct MarkSet {
    mentions: Vec<(Place, Mention)>,
    /// Dates and amounts; no cursor walks them.
    quantities: Vec<(Place, Range<usize>)>,
    hits: Vec<(Place, Range<usize>)>,
    mention: Option<usize>,
    hit: Option<usize>,
    /// The entity whose mentions are emphasised everywhere.
    pub emphasis: Option<Arc<str>>,
    /// What shows of mentions, dates and amounts.
    pub highlights: Highlights,
    /// Whether the line with which the last page ended has no mark.
    pub hides_page_end: bool,
}

impl MarkSet {
    /// The mentions of an article, none of them under the cursor.
    #[must_use]
    pub fn new(article: &Arc<Article>) -> Self {
        Self {
            mentions: mentions(article),
            quantities: quantities(article),
            hides_page_end: false,
            ..Self::default()
        }
    }

    /// Takes the mentions anew; the cursor stays on the same bytes.
    pub fn refresh(&mut self, article: &Arc<Article>) {
        let at = self.mention.and_then(|index| self.mentions.get(index));
        let place = at.map(|(place, _)| *place);
        self.mentions = mentions(article);
        self.quantities = quantities(article);
        self.mention = self.mentions.iter().position(|(at, _)| Some(*at) == place);
    }

    /// All mentions, the headline's first.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().map(|(_, mention)| mention)
    }

    /// Number of dates and amounts.
    #[must_use]
    pub const fn quantities(&self) -> usize {
        self.quantities.len()
    }

    /// The mention under the cursor.
    #[must_use]
    pub fn mention(&self) -> Option<&Mention> {
        self.mentions.get(self.mention?).map(|(_, mention)| mention)
    }

    /// Whether the mention under the cursor stands in the headline.
    #[must_use]
    pub fn mention_in_title(&self) -> bool {
        self.mention
            .and_then(|index| self.mentions.get(index))
            .is_some_and(|(place, _)| matches!(place, Place::Title(_)))
    }

    /// Where the mention under the cursor stands, else the current hit.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let mention = self.mention.and_then(|index| self.mentions.get(index));
        let hit = || self.hit.and_then(|index| self.hits.get(index));
        mention
            .map(|(place, _)| *place)
            .or_else(|| hit().map(|(place, _)| *place))
    }

    /// Takes the cursor off the mentions.
    pub fn drop_mention(&mut self) {
        self.mention = None;
        self.emphasis = None;
    }

    /// Puts the cursor on the mention at a place, if there is one.
    pub fn mention_at(&mut self, place: Place) -> bool {
        let found = self
            .mentions
            .iter()
            .position(|(at, mention)| covers(*at, &mention.bytes, place));
        if found.is_some() {
            self.set_mention(found);
        }
        found.is_some()
    }

    /// Walks to the next or previous mention, of one entity where one is given.
    ///
    /// Without a cursor yet it begins at `from`. Returns where the mention is.
    pub fn walk_mentions(&mut self, walk: Walk, canon: Option<&str>, from: Place) -> Option<Place> {
        let found = step(&self.mentions, self.mention, walk, from, |mention| {
            canon.is_none_or(|canon| &*mention.canon == canon)
        })?;
        self.set_mention(Some(found));
        self.mentions.get(found).map(|(place, _)| *place)
    }

    /// The hits of a search, in the order of the article.
    pub fn set_hits(&mut self, hits: Hits) {
        let title = hits
            .title
            .into_iter()
            .map(|hit| (Place::Title(hit.start), hit));
        let text = hits
            .text
            .into_iter()
            .map(|hit| (Place::Text(hit.start), hit));
        self.hits = title.chain(text).collect();
        self.hit = None;
    }

    /// Number of hits, and the current one counted from 1.
    #[must_use]
    pub fn hits(&self) -> (usize, Option<usize>) {
        (self.hits.len(), self.hit.map(|hit| hit + 1))
    }

    /// Walks to the next or previous hit; where it is and whether the walk
    /// began again at the other end.
    pub fn walk_hits(&mut self, walk: Walk, from: Place) -> Option<(Place, bool)> {
        let before = self.hit;
        let found = step(&self.hits, self.hit, walk, from, |_| true)?;
        self.hit = Some(found);
        let wrapped = before.is_some_and(|before| match walk {
            Walk::Next => found <= before,
            Walk::Previous => found >= before,
        });
        self.hits.get(found).map(|(place, _)| (*place, wrapped))
    }

    /// The spans of the headline or of the text that touch a range of bytes,
    /// from the weakest to the strongest.
    #[must_use]
    pub fn spans(&self, title: bool, bytes: &Range<usize>) -> Vec<Span> {
        let mut spans = Vec::new();
        if self.highlights == Highlights::All {
            let amounts = within(&self.quantities, title, bytes, |amount| amount);
            spans.extend(amounts.map(|(_, (_, amount))| Span::new(amount, Role::Quantity)));
        }
        let unnamed = spans.len();
        for (index, (_, mention)) in within(&self.mentions, title, bytes, |mention| &mention.bytes)
        {
            let same = self.emphasis.as_deref() == Some(&*mention.canon);
            if self.highlights != Highlights::Off || same {
                spans.push(Span::new(&mention.bytes, role(mention.kind)));
            }
            if same {
                spans.push(Span::new(&mention.bytes, Role::MentionSame));
            }
            if self.mention == Some(index) {
                spans.push(Span::new(&mention.bytes, cursor_role(mention.kind)));
            }
        }
        let named = spans.len();
        for (index, (_, hit)) in within(&self.hits, title, bytes, |hit| hit) {
            let in_name = spans
                .iter()
                .take(named)
                .skip(unnamed)
                .any(|span| span.bytes.start < hit.end && hit.start < span.bytes.end);
            let role = match (self.hit == Some(index), in_name) {
                (true, _) => Role::CurrentHit,
                (false, true) => Role::HitName,
                (false, false) => Role::Hit,
            };
            spans.push(Span::new(hit, role));
        }
        spans
    }

    fn set_mention(&mut self, index: Option<usize>) {
        self.mention = index;
        self.emphasis = self.mention().map(|mention| Arc::clone(&mention.canon));
    }
}

/// The role in which mentions of a kind are shown.
#[must_use]
pub const fn role(kind: EntityKind) -> Role {
    match kind {
        EntityKind::Person => Role::Person,
        EntityKind::Place => Role::Place,
        EntityKind::Organisation => Role::Organisation,
    }
}

/// The role of the mention of a kind that is under the cursor.
const fn cursor_role(kind: EntityKind) -> Role {
    match kind {
        EntityKind::Person => Role::PersonCursor,
        EntityKind::Place => Role::PlaceCursor,
        EntityKind::Organisation => Role::OrganisationCursor,
    }
}

fn mentions(article: &Article) -> Vec<(Place, Mention)> {
    let headline = article.title_bytes.clone().unwrap_or(0..0);
    let title = article
        .title_mentions
        .iter()
        .map(|mention| (Place::Title(mention.bytes.start), mention.clone()));
    let text = article
        .mentions
        .iter()
        .filter(|mention| {
            mention.bytes.end <= headline.start || mention.bytes.start >= headline.end
        })
        .map(|mention| (Place::Text(mention.bytes.start), mention.clone()));
    title.chain(text).collect()
}

/// Where the dates and amounts of an article stand, the headline's first.
fn quantities(article: &Article) -> Vec<(Place, Range<usize>)> {
    let headline = article.title_bytes.clone().unwrap_or(0..0);
    let title = article.title_quantities.iter().map(|quantity| {
        let bytes = quantity.bytes.clone();
        (Place::Title(bytes.start), bytes)
    });
    let text = article
        .quantities
        .iter()
        .map(|quantity| quantity.bytes.clone())
        .filter(|bytes| bytes.end <= headline.start || bytes.start >= headline.end)
        .map(|bytes| (Place::Text(bytes.start), bytes));
    title.chain(text).collect()
}

fn covers(at: Place, bytes: &Range<usize>, place: Place) -> bool {
    match (at, place) {
        (Place::Title(_), Place::Title(byte)) | (Place::Text(_), Place::Text(byte)) => {
            bytes.contains(&byte)
        }
        _ => false,
    }
}

/// The marks of one side (headline or text) that overlap a range, with their index.
fn within<'a, T>(
    marks: &'a [(Place, T)],
    title: bool,
    bytes: &Range<usize>,
    range: impl Fn(&T) -> &Range<usize>,
) -> impl Iterator<Item = (usize, &'a (Place, T))> {
    let at = |byte| {
        if title {
            Place::Title(byte)
        } else {
            Place::Text(byte)
        }
    };
    let end = marks.partition_point(|(place, _)| *place < at(bytes.end));
    let start = marks.get(..end).map_or(0, |before| {
        // Marks do not overlap, so their ends are in order too.
        before.partition_point(|(place, mark)| {
            matches!(place, Place::Title(_)) && !title || {
                matches!(place, Place::Title(_)) == title && range(mark).end <= bytes.start
            }
        })
    });
    marks.iter().enumerate().take(end).skip(start)
}

/// The index to which a walk goes, round the ends where it must.
fn step<T>(
    marks: &[(Place, T)],
    at: Option<usize>,
    walk: Walk,
    from: Place,
    wanted: impl Fn(&T) -> bool,
) -> Option<usize> {
    let count = marks.len();
    let good = |index: &usize| marks.get(*index).is_some_and(|(_, mark)| wanted(mark));
    let first_below = marks.partition_point(|(place, _)| *place < from);
    match walk {
        Walk::Next => {
            let start = at.map_or(first_below, |at| at + 1);
            (start..count).chain(0..start.min(count)).find(good)
        }
        Walk::Previous => {
            let start = at.unwrap_or(first_below).min(count);
            (0..start).rev().chain((start..count).rev()).find(good)
        }
    }
}
