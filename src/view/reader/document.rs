//! An article as blocks that are laid out when they come into sight.
//!
//! A block is the headline, the line below it, a paragraph, a gap or the sign
//! of folded page furniture. Only the blocks that are asked for are analysed
//! and wrapped, and a block only as far as it is asked for, so a huge article
//! costs what is on the screen.

use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;

use crate::corpus::{Article, Part};
use crate::text::{BaseDirection, LineSpan, Paragraph, ParagraphStyle};

use super::block::{Block, BlockKind, BlockLayout, INDENT, Place, Setting, Spot};

/// An article, set for a width.
pub struct Document {
    article: Arc<Article>,
    title: Arc<str>,
    setting: Setting,
    blocks: Vec<Block>,
}

impl Document {
    /// Cuts an article into blocks; lays nothing out yet.
    #[must_use]
    pub fn new(article: &Arc<Article>, setting: Setting) -> Self {
        let mut document = Self {
            article: Arc::clone(article),
            title: Arc::from(article.title.as_str()),
            setting,
            blocks: Vec::new(),
        };
        document.cut();
        document
    }

    /// The article.
    #[must_use]
    pub const fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// How it is set.
    #[must_use]
    pub const fn setting(&self) -> Setting {
        self.setting
    }

    /// The kind of a block.
    #[must_use]
    pub fn kind(&self, spot: Spot) -> BlockKind {
        self.blocks
            .get(spot.block)
            .map_or(BlockKind::Gap, |block| block.kind)
    }

    /// The first row.
    #[must_use]
    pub const fn first(&self) -> Spot {
        Spot { block: 0, line: 0 }
    }

    /// The last row.
    #[must_use]
    pub fn last(&mut self) -> Spot {
        let block = self.blocks.len().saturating_sub(1);
        let lines = self.lines(block, usize::MAX);
        Spot {
            block,
            line: lines.saturating_sub(1),
        }
    }

    /// The row below, if there is one.
    #[must_use]
    pub fn next(&mut self, spot: Spot) -> Option<Spot> {
        if self.lines(spot.block, spot.line.saturating_add(2)) > spot.line + 1 {
            return Some(Spot {
                line: spot.line + 1,
                ..spot
            });
        }
        (spot.block + 1 < self.blocks.len()).then_some(Spot {
            block: spot.block + 1,
            line: 0,
        })
    }

    /// The row above, if there is one.
    #[must_use]
    pub fn previous(&mut self, spot: Spot) -> Option<Spot> {
        if spot.line > 0 {
            return Some(Spot {
                line: spot.line - 1,
                ..spot
            });
        }
        let block = spot.block.checked_sub(1)?;
        let lines = self.lines(block, usize::MAX);
        Some(Spot {
            block,
            line: lines.saturating_sub(1),
        })
    }

    /// Goes `rows` down (or up, if negative), as far as there are rows.
    #[must_use]
    pub fn moved(&mut self, mut spot: Spot, rows: isize) -> Spot {
        for _ in 0..rows.unsigned_abs() {
            let step = if rows > 0 {
                self.next(spot)
            } else {
                self.previous(spot)
            };
            match step {
                Some(there) => spot = there,
                None => break,
            }
        }
        spot
    }

    /// How many rows follow `spot`, counted no further than `most`.
    #[must_use]
    pub fn rows_after(&mut self, spot: Spot, most: usize) -> usize {
        let mut at = spot;
        for rows in 0..most {
            match self.next(at) {
                Some(there) => at = there,
                None => return rows,
            }
        }
        most
    }

    /// The row that holds a byte of the article, or the nearest one.
    #[must_use]
    pub fn spot_of(&mut self, place: Place) -> Spot {
        let found = self.blocks.iter().position(|block| match place {
            Place::Title(_) => block.kind == BlockKind::Headline,
            Place::Text(byte) => block.is_text() && block.bytes.end >= byte,
        });
        let Some(block) = found else {
            return match place {
                Place::Title(_) => self.first(),
                Place::Text(_) => self.last(),
            };
        };
        let byte = match place {
            Place::Title(byte) | Place::Text(byte) => byte,
        };
        Spot {
            block,
            line: self.line_of(block, byte),
        }
    }

    /// The place that keeps a row on top through a change of width.
    #[must_use]
    pub fn place_of(&mut self, spot: Spot) -> Place {
        let bytes = self.span(spot).map(|span| span.bytes.start);
        match (self.blocks.get(spot.block).map(|block| block.kind), bytes) {
            (Some(BlockKind::Headline), Some(byte)) => Place::Title(byte),
            (Some(BlockKind::Body | BlockKind::Furniture), Some(byte)) => Place::Text(byte),
            _ => {
                let next = self
                    .blocks
                    .iter()
                    .skip(spot.block)
                    .find(|block| block.is_text());
                Place::Text(next.map_or(self.article.text.len(), |block| block.bytes.start))
            }
        }
    }

    /// The bytes of a row's line and its paragraph, where it holds text.
    #[must_use]
    pub fn line(&mut self, spot: Spot) -> Option<(&Paragraph, LineSpan)> {
        let span = self.span(spot)?;
        let layout = self.blocks.get(spot.block)?.layout.as_ref()?;
        Some((&layout.paragraph, span))
    }

    /// The cells by which a row is indented at its start side.
    #[must_use]
    pub fn indent(&self, spot: Spot) -> usize {
        let body = matches!(self.kind(spot), BlockKind::Body | BlockKind::Furniture);
        if body && self.setting.compact && spot.line == 0 {
            INDENT
        } else {
            0
        }
    }

    /// The first row of the next (or the current, or the previous) paragraph.
    #[must_use]
    pub fn paragraph(&self, spot: Spot, forward: bool) -> Option<Spot> {
        let at = |block| Spot { block, line: 0 };
        if forward {
            (spot.block + 1..self.blocks.len())
                .find(|&block| self.blocks.get(block).is_some_and(Block::is_text))
                .map(at)
        } else {
            let end = if spot.line > 0 {
                spot.block + 1
            } else {
                spot.block
            };
            (0..end)
                .rev()
                .find(|&block| self.blocks.get(block).is_some_and(Block::is_paragraph))
                .map(at)
        }
    }

    fn span(&mut self, spot: Spot) -> Option<LineSpan> {
        self.lines(spot.block, spot.line.saturating_add(1));
        let layout = self.blocks.get(spot.block)?.layout.as_ref()?;
        layout.spans.get(spot.line).cloned()
    }

    /// The line of a block that holds a byte.
    fn line_of(&mut self, block: usize, byte: usize) -> usize {
        let mut want = 64usize;
        loop {
            let lines = self.lines(block, want);
            let Some(layout) = self
                .blocks
                .get(block)
                .and_then(|block| block.layout.as_ref())
            else {
                return 0;
            };
            let reached = layout
                .spans
                .last()
                .is_some_and(|span| span.bytes.end > byte);
            if reached || layout.complete {
                let after = layout
                    .spans
                    .partition_point(|span| span.bytes.start <= byte);
                return after.saturating_sub(1).min(lines.saturating_sub(1));
            }
            want = want.saturating_mul(2);
        }
    }

    /// Lays a block out until it has `want` lines or ends; how many it has then.
    fn lines(&mut self, block: usize, want: usize) -> usize {
        let setting = self.setting;
        let article = &self.article;
        let title = &self.title;
        let Some(block) = self.blocks.get_mut(block) else {
            return 0;
        };
        if !block.is_paragraph() {
            return 1;
        }
        let text = if block.kind == BlockKind::Headline {
            title
        } else {
            &article.text
        };
        let layout = block.layout.get_or_insert_with(|| BlockLayout {
            paragraph: Paragraph::new(text, block.bytes.clone(), &style(article, &setting)),
            spans: Vec::new(),
            complete: false,
        });
        let indent = if block.kind != BlockKind::Headline && setting.compact {
            INDENT
        } else {
            0
        };
        layout.grow(&setting, indent, want);
        layout.spans.len()
    }

    fn cut(&mut self) {
        let setting = self.setting;
        let article = Arc::clone(&self.article);
        self.push(BlockKind::Headline, 0..self.title.len());
        if setting.meta {
            self.push(BlockKind::Meta, 0..0);
        }
        let parts: Vec<Part> = article.parts().collect();
        let only_furniture = parts.iter().all(|part| part.furniture);
        let mut folded: Option<(usize, Range<usize>)> = None;
        for Part { bytes, furniture } in parts {
            let furniture = furniture && !only_furniture;
            if furniture && !setting.furniture {
                let (lines, range) = folded.get_or_insert((0, bytes.clone()));
                *lines += 1;
                range.end = bytes.end;
                continue;
            }
            if let Some((lines, range)) = folded.take() {
                self.block(BlockKind::Folded(lines), range);
            }
            self.block(
                if furniture {
                    BlockKind::Furniture
                } else {
                    BlockKind::Body
                },
                bytes,
            );
        }
        if let Some((lines, range)) = folded.take() {
            self.block(BlockKind::Folded(lines), range);
        }
    }

    /// A block of the text, with a gap above it where gaps are set.
    fn block(&mut self, kind: BlockKind, bytes: Range<usize>) {
        let after_heading = matches!(
            self.blocks.last().map(|block| block.kind),
            Some(BlockKind::Headline | BlockKind::Meta)
        );
        if !self.setting.compact || after_heading {
            self.push(BlockKind::Gap, bytes.start..bytes.start);
        }
        self.push(kind, bytes);
    }

    fn push(&mut self, kind: BlockKind, bytes: Range<usize>) {
        self.blocks.push(Block {
            kind,
            bytes,
            layout: None,
        });
    }
}

/// How the paragraphs of an article are analysed.
fn style(article: &Article, setting: &Setting) -> ParagraphStyle {
    ParagraphStyle {
        base: BaseDirection::Auto,
        context: article.language.is_known().then_some(article.direction),
        language: article
            .language
            .is_known()
            .then(|| CompactString::from(article.language.base())),
        in_logical_order: setting.in_logical_order,
    }
}
