//! A raw article becomes an article: language, title, furniture, words.

use std::ops::Range;
use std::sync::Arc;

use super::raw::RawArticle;
use crate::analysis::boilerplate::{Title, furniture, title};
use crate::analysis::language::Detector;
use crate::analysis::words;
use crate::corpus::{Article, TitleOrigin};
use crate::text::sanitize::sanitize_line;

/// Analyses raw articles. Shared between threads; one for a corpus is enough.
#[derive(Clone, Copy, Debug, Default)]
pub struct Assembler {
    detector: Detector,
}

impl Assembler {
    /// An assembler.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            detector: Detector::new(),
        }
    }

    /// Analyses one article. Its mentions are left empty.
    #[must_use]
    pub fn article(&self, raw: RawArticle) -> Article {
        let declared = raw.language.as_deref();
        let field = raw.title.unwrap_or_default();
        let found = self.detector.detect(&field, &raw.text, declared);
        let title = if field.is_empty() {
            title(&raw.text, found.script, raw.source.as_deref(), None)
        } else {
            Some(Title {
                bytes: first_line_equal_to(&raw.text, &field),
                text: field,
                origin: TitleOrigin::Field,
            })
        };
        let title = title.unwrap_or_else(|| Title {
            text: raw.id.to_string(),
            origin: TitleOrigin::FileName,
            bytes: None,
        });
        let mut article = Article {
            id: raw.id,
            title: title.text,
            title_origin: title.origin,
            text: Arc::from(raw.text),
            title_bytes: title.bytes,
            furniture: Vec::new(),
            language: found.language,
            language_confidence: found.confidence,
            script: found.script,
            direction: found.direction,
            date: raw.date,
            source: raw.source,
            url: raw.url,
            words: 0,
            title_mentions: Vec::new(),
            title_quantities: Vec::new(),
            quantities: Vec::new(),
            mentions: Vec::new(),
            origin: raw.origin,
            metadata: raw.metadata,
        };
        article.words = words::count(&article.text, article.script);
        article.furniture = furniture(
            &article.text,
            article.title_bytes.as_ref(),
            article.script,
            article.source.as_deref(),
            None,
        );
        article
    }
}

/// The first line of a text, if it is the headline once more.
fn first_line_equal_to(text: &str, headline: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let line = text.get(start..)?.lines().next()?;
    (sanitize_line(line) == headline).then(|| start..start + line.len())
}
