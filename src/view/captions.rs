//! Words about an article and the names in it, and about there being none.

use super::View;
use super::lens::Choice;
use super::plain::language_said;
use super::stamp::Stamps;
use crate::config::keymap::Context;
use crate::config::strings::{Strings, Value};
use crate::corpus::{Article, EntityKind};
use crate::text::Direction;
use crate::text::sanitize::sanitize_line;

impl View {
    /// The line below a headline, or of the head of a stacked reader: where the
    /// article is from, when, its language and its length; each an own field.
    #[must_use]
    pub fn meta(&self, article: &Article) -> Vec<String> {
        let stamps = Stamps {
            strings: &self.strings,
            now: self.now,
        };
        let language = language_said(&self.strings, &article.language);
        let words = Value::from(article.words);
        // Our own words run as the interface does, also where no letter says so; what
        // came with the article has its own direction.
        let own_words = |text: String| match self.direction() {
            Direction::Ltr => format!("\u{2066}{text}\u{2069}"),
            Direction::Rtl => format!("\u{2067}{text}\u{2069}"),
        };
        let theirs = |text: &String| format!("\u{2068}{text}\u{2069}");
        [
            article.source.as_ref().map(theirs),
            article.date.map(|date| own_words(stamps.long(date))),
            Some(theirs(&language)),
            Some(own_words(self.strings.format("words", &[("count", words)]))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What is known of the name under the cursor: its name in the interface's
    /// language, the form it has here with `?` where it is in doubt, its type, a line
    /// about it and counts.
    #[must_use]
    pub fn gloss(&self) -> Option<String> {
        let mention = self.reader.marks.mention()?;
        let article = self.reader.article()?;
        let name = self.name_of(&mention.canon, &mention.name);
        let text: &str = if self.reader.marks.mention_in_title() {
            &article.title
        } else {
            &article.text
        };
        // A name may go on in the next line of the text.
        let form = sanitize_line(text.get(mention.bytes.clone()).unwrap_or_default());
        let here = self
            .reader
            .marks
            .mentions()
            .filter(|other| other.canon == mention.canon)
            .count();
        let doubt = if mention.is_certain() { "" } else { "?" };
        let mut fields = vec![if form == name {
            format!("{name}{doubt}")
        } else {
            // FSI and PDI: the form keeps its own direction.
            format!("{name} = \u{2068}{form}\u{2069}{doubt}")
        }];
        fields.push(self.strings.text(kind_id(mention.kind)).into_owned());
        fields.extend(
            self.names_of
                .entity(&mention.canon)
                .and_then(|entity| entity.about().map(ToOwned::to_owned)),
        );
        fields.push(
            self.strings
                .format("gloss-here", &[("count", Value::from(here))]),
        );
        let articles = Value::from(self.browse.articles_with(&mention.canon).len());
        fields.push(self.strings.format("articles", &[("count", articles)]));
        Some(fields.join(" · "))
    }

    /// A string that names keys, with those of the place where one is.
    #[must_use]
    pub fn sentence(&self, strings: &Strings, id: &str) -> String {
        self.keymap.sentence(self.context(), strings, id, &[])
    }

    /// The sign that stands for folded page furniture.
    #[must_use]
    pub fn folded(&self, lines: usize) -> String {
        let count = Value::from(lines);
        self.keymap.sentence(
            Context::Reader,
            &self.strings,
            "furniture-folded",
            &[("count", count)],
        )
    }

    /// What an empty list says: why, and the ways out.
    #[must_use]
    pub fn empty_list(&self) -> Vec<String> {
        let sentence = |id: &str, values: &[(&str, Value<'_>)]| {
            self.keymap
                .sentence(Context::List, &self.strings, id, values)
        };
        let mut lines = Vec::new();
        if self.browse.catalog().is_empty() {
            if self.imported {
                lines.push(sentence("empty-corpus", &[]));
                lines.extend(self.problems.iter().take(8).map(|(text, _)| text.clone()));
                lines.push(sentence("empty-corpus-sample", &[]));
            } else {
                lines.push(sentence("reading", &[]));
            }
            return lines;
        }
        let hidden = self.browse.hidden_by_lens();
        if hidden > 0 {
            let mut languages = self.browse.lens.languages().iter();
            let chosen = languages.find(|known| known.choice == Choice::Chosen);
            lines.push(match chosen {
                Some(known) => {
                    let (_, name) = self.language_names(&known.language);
                    sentence("empty-language", &[("language", Value::from(&name))])
                }
                None => sentence("empty-view", &[]),
            });
            lines.push(sentence(
                "empty-elsewhere",
                &[("count", Value::from(hidden))],
            ));
            lines.push(sentence("empty-all-languages", &[]));
        } else if self.browse.is_unread_only() {
            lines.push(sentence("empty-unread", &[]));
            lines.push(sentence("empty-all-read", &[]));
        } else {
            lines.push(sentence("empty-view", &[]));
        }
        lines.extend(self.did_you_mean());
        if self.browse.frames.search().is_some() {
            lines.push(sentence("empty-back", &[]));
        }
        lines
    }

    /// What a search that shows nothing may have meant, and the key that takes the first.
    fn did_you_mean(&self) -> Vec<String> {
        let words: Vec<&str> = self.meant().iter().map(|meant| &*meant.word).collect();
        let (first, id) = match *words {
            [] => return Vec::new(),
            [first] => (first, "empty-meant-one"),
            [first, _] => (first, "empty-meant-two"),
            [first, ..] => (first, "empty-meant-three"),
        };
        let names = ["first", "second", "third"];
        let values: Vec<(&str, Value<'_>)> = names
            .into_iter()
            .zip(words.into_iter().map(Value::from))
            .collect();
        let (context, take) = match &self.search {
            Some(_) => (Context::Prompt, "empty-meant-complete"),
            None => (Context::List, "empty-meant-open"),
        };
        let first = [("first", Value::from(first))];
        vec![
            self.strings.format(id, &values),
            self.keymap.sentence(context, &self.strings, take, &first),
        ]
    }
}

/// The id of the string that names a type of entity.
pub(super) const fn kind_id(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "kind-person",
        EntityKind::Place => "kind-place",
        EntityKind::Organisation => "kind-organisation",
    }
}

/// The id of the string that heads the entities of a type.
#[must_use]
pub const fn heading_id(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "heading-people",
        EntityKind::Place => "heading-places",
        EntityKind::Organisation => "heading-organisations",
    }
}
