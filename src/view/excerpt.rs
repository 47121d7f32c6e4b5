//! Pieces of articles as text to take along: always in logical order, never as shown.

use super::View;
use super::reader::Place;
use super::stamp::Stamps;
use crate::corpus::{Article, FullRecord, Marks, Part};

/// What of an article is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excerpt {
    /// Its address.
    Link,
    /// Its headline.
    Title,
    /// The paragraph of the name or the hit under the cursor, else the topmost.
    Paragraph,
    /// All of it, without page furniture.
    Article,
    /// The name under the cursor, as it is written there.
    Name,
    /// What a reference needs: headline, source, date, address.
    Citation,
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// Headline, what is known, paragraphs.
    Text,
    /// The same in Markdown (CommonMark).
    Markdown,
    /// JSON Lines: an object an article, as `nashra show --json` has it.
    Json,
}

impl FileForm {
    /// The form that the name of a file asks for.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let ending = path.rsplit('.').next().unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "json" | "jsonl" | "ndjson" => Self::Json,
            _ => Self::Text,
        }
    }
}

/// What stands between two articles in a file.
const RULES: [(FileForm, &str); 3] = [
    (FileForm::Text, "\n----\n\n"),
    (FileForm::Markdown, "\n---\n\n"),
    (FileForm::Json, ""),
];
/// Letters of a name of a file.
const LONGEST_NAME: usize = 60;

impl View {
    /// A piece of an article; `None` where it has none.
    pub(super) fn excerpt(&self, excerpt: Excerpt, number: u32) -> Option<String> {
        let article = self.browse.article(number)?;
        match excerpt {
            Excerpt::Link => article.url.clone(),
            Excerpt::Title => Some(article.title.clone()),
            Excerpt::Paragraph => self.paragraph(number),
            Excerpt::Article => Some(self.written_out(article)),
            Excerpt::Name => {
                let mention = self.reader.marks.mention()?;
                let text = if self.reader.marks.mention_in_title() {
                    article.title.as_str()
                } else {
                    &article.text
                };
                Some(text.get(mention.bytes.clone())?.to_owned())
            }
            Excerpt::Citation => Some(self.citation(article)),
        }
    }

    /// Articles as the content of a file.
    pub(super) fn file(&self, numbers: &[u32], form: FileForm) -> String {
        let rule = RULES.iter().find(|(of, _)| *of == form);
        let rule = rule.map_or("", |(_, rule)| rule);
        let written = numbers.iter().filter_map(|number| {
            let article = self.browse.article(*number)?;
            Some(match form {
                FileForm::Text => self.written_out(article),
                FileForm::Markdown => self.marked_down(article),
                FileForm::Json => record(article, self.marks_of(*number)),
            })
        });
        written.collect::<Vec<_>>().join(rule)
    }

    /// A name for a file of these articles: of the headline of the only one.
    pub(super) fn file_name(&self, numbers: &[u32]) -> String {
        let title = match numbers {
            [only] => self.browse.article(*only).map(|article| &article.title),
            _ => None,
        };
        let mut name = String::new();
        for letter in title.into_iter().flat_map(|title| title.chars()) {
            if letter.is_alphanumeric() {
                name.extend(letter.to_lowercase());
            } else if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
            if name.chars().count() >= LONGEST_NAME {
                break;
            }
        }
        let name = name.trim_end_matches('-');
        let name = if name.is_empty() { "articles" } else { name };
        format!("{name}.md")
    }

    /// What a query may ask of an article.
    pub(super) fn marks_of(&self, number: u32) -> Marks {
        let state = self.browse.state(number);
        Marks {
            read: state.read,
            starred: state.starred,
            tags: self.browse.tags_of(number).cloned().collect(),
        }
    }

    fn paragraph(&self, number: u32) -> Option<String> {
        let article = self.browse.article(number)?;
        let is_open = self.open == Some(number);
        let place = self.reader.marks.place();
        let place = place.unwrap_or_else(|| self.reader.first_place());
        let byte = match place {
            Place::Text(byte) if is_open => byte,
            Place::Title(_) if is_open && self.reader.marks.place().is_some() => {
                return Some(article.title.clone());
            }
            _ => 0,
        };
        let mut body = body(article).peekable();
        let first = body.peek().cloned();
        let here = body.find(|part| byte < part.bytes.end).or(first)?;
        let text = article.text.get(here.bytes)?;
        Some(text.trim().to_owned())
    }

    /// An article as plain text: headline, what is known of it, its paragraphs.
    fn written_out(&self, article: &Article) -> String {
        let mut text = format!("{}\n", article.title);
        let known = self.known(article);
        if !known.is_empty() {
            text.push_str(&format!("{known}\n"));
        }
        if let Some(address) = &article.url {
            text.push_str(&format!("{address}\n"));
        }
        for part in body(article) {
            let paragraph = article.text.get(part.bytes).unwrap_or_default();
            text.push_str(&format!("\n{}\n", paragraph.trim()));
        }
        text
    }

    fn marked_down(&self, article: &Article) -> String {
        let mut text = format!("# {}\n", escaped(&article.title));
        let known = self.known(article);
        if !known.is_empty() {
            text.push_str(&format!("\n*{}*\n", escaped(&known)));
        }
        if let Some(address) = &article.url {
            text.push_str(&format!("\n<{address}>\n"));
        }
        for part in body(article) {
            let paragraph = article.text.get(part.bytes).unwrap_or_default();
            text.push_str(&format!("\n{}\n", escaped(paragraph.trim())));
        }
        text
    }

    /// Source and day, as far as they are known.
    fn known(&self, article: &Article) -> String {
        let stamps = Stamps {
            strings: &self.strings,
            now: self.now,
        };
        let date = article
            .date
            .map(|date| without_isolates(&stamps.long(date)));
        let fields = article.source.clone().into_iter().chain(date);
        fields.collect::<Vec<_>>().join(" · ")
    }

    fn citation(&self, article: &Article) -> String {
        let known = self.known(article).replace(" · ", ", ");
        let fields = [
            Some(article.title.clone()),
            (!known.is_empty()).then_some(known),
            article.url.clone(),
        ];
        let fields: Vec<String> = fields.into_iter().flatten().collect();
        fields.join(". ")
    }
}

/// The paragraphs that are no page furniture; all of them where there is nothing else.
fn body(article: &Article) -> impl Iterator<Item = Part> + '_ {
    let only_furniture = article.parts().all(|part| part.furniture);
    let parts = article.parts();
    parts.filter(move |part| only_furniture || !part.furniture)
}

fn record(article: &Article, marks: Marks) -> String {
    // A record has nothing that could not be written.
    let mut line = serde_json::to_string(&FullRecord::new(article, marks)).unwrap_or_default();
    line.push('\n');
    line
}

/// Text in which nothing is Markdown: CommonMark's backslash escapes.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    // What stands in the line so far may begin a block: blanks, or the number of a list.
    let (mut starts, mut numbers) = (true, false);
    for letter in text.chars() {
        let is_mark = matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&');
        let begins_block = starts && matches!(letter, '#' | '>' | '-' | '+' | '=' | '~');
        let ends_number = numbers && matches!(letter, '.' | ')');
        if is_mark || begins_block || ends_number {
            written.push('\\');
        }
        written.push(letter);
        numbers = (starts || numbers) && letter.is_ascii_digit();
        starts = letter == '\n' || starts && letter == ' ';
    }
    written
}

/// What goes into files and clipboards needs no isolates around its pieces.
fn without_isolates(text: &str) -> String {
    text.replace(|c| matches!(c, '\u{2066}'..='\u{2069}'), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_says_its_form() {
        assert_eq!(FileForm::of("a.MD"), FileForm::Markdown);
        assert_eq!(FileForm::of("/home/b.jsonl"), FileForm::Json);
        assert_eq!(FileForm::of("~/c"), FileForm::Text);
        assert_eq!(FileForm::of(""), FileForm::Text);
    }

    #[test]
    fn nothing_becomes_markdown_by_accident() {
        assert_eq!(escaped("# 1 *two*\n- [x]"), "\\# 1 \\*two\\*\n\\- \\[x\\]");
        assert_eq!(escaped("a-b # c 1. d"), "a-b # c 1. d");
        assert_eq!(escaped("a\n  # b\n  - c"), "a\n  \\# b\n  \\- c");
        assert_eq!(escaped("12. May\n3) x &lt;"), "12\\. May\n3\\) x \\&lt;");
    }
}
