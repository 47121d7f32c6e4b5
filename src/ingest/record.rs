//! A JSON object of some corpus, taken as an article.
//!
//! Corpora name the same things differently. For each thing the first field of
//! its list that holds something usable is taken; dots lead into nested objects
//! unless a field has the dotted name itself. The rest stays as metadata.

use serde_json::{Map, Value};

use super::date;
use crate::corpus::Timestamp;
use crate::text::sanitize::{sanitize, sanitize_line};

/// Where the text is.
pub(super) const TEXT: [&str; 9] = [
    "text",
    "content",
    "body",
    "article",
    "maintext",
    "content_text",
    "raw_content",
    "meta.text",
    "metadata.text",
];
const TITLE: [&str; 6] = [
    "title",
    "headline",
    "subject",
    "meta.title",
    "metadata.title",
    "metadata.headline",
];
const LANGUAGE: [&str; 9] = [
    "language",
    "lang",
    "inLanguage",
    "meta.identification.label",
    "metadata.identification.label",
    "meta.language",
    "metadata.language",
    "metadata.passport.language",
    "warc_headers.warc-identified-content-language",
];
const DATE: [&str; 14] = [
    "date",
    "published",
    "date_published",
    "datePublished",
    "publish_date",
    "date_publish",
    "pubDate",
    "published_at",
    "timestamp",
    "ts",
    "meta.date",
    "metadata.date",
    "warc_headers.warc-date",
    "meta.warc_headers.warc-date",
];
const URL: [&str; 9] = [
    "url",
    "link",
    "u",
    "source_url",
    "canonical_url",
    "meta.url",
    "metadata.url",
    "warc_headers.warc-target-uri",
    "meta.warc_headers.warc-target-uri",
];
const SOURCE: [&str; 7] = [
    "source",
    "publisher",
    "source_domain",
    "sitename",
    "domain",
    "meta.source",
    "metadata.source",
];
const ID: [&str; 7] = [
    "id",
    "_id",
    "uuid",
    "guid",
    "warc_headers.warc-record-id",
    "meta.warc_headers.warc-record-id",
    "metadata.id",
];

/// The fields of an article, sanitized.
#[derive(Debug)]
pub(super) struct Record {
    pub id: Option<String>,
    pub title: Option<String>,
    pub text: String,
    pub language: Option<String>,
    pub date: Option<Timestamp>,
    pub source: Option<String>,
    pub url: Option<String>,
    pub metadata: Map<String, Value>,
}

impl Record {
    /// A text and nothing besides; it must be sanitized.
    pub(super) fn from_text(text: String) -> Self {
        Self {
            id: None,
            title: None,
            text,
            language: None,
            date: None,
            source: None,
            url: None,
            metadata: Map::new(),
        }
    }

    /// Takes an object; `None` where it holds neither a text nor a title.
    pub(super) fn from_object(mut object: Map<String, Value>) -> Option<Self> {
        let text = take(&mut object, &TEXT, body);
        let title = take(&mut object, &TITLE, line);
        if text.is_none() && title.is_none() {
            return None;
        }
        let url = take(&mut object, &URL, line);
        let source = take(&mut object, &SOURCE, name).or_else(|| url.as_deref().and_then(host));
        Some(Self {
            id: take(&mut object, &ID, line),
            title,
            text: text.unwrap_or_default(),
            language: take(&mut object, &LANGUAGE, first_code),
            date: take(&mut object, &DATE, date::parse),
            source,
            url,
            metadata: {
                object.values_mut().for_each(sanitize_value);
                object
            },
        })
    }
}

/// The first field of a list that `read` can make something of; a field of the
/// object itself is taken out.
fn take<T>(
    object: &mut Map<String, Value>,
    names: &[&str],
    read: impl Fn(&Value) -> Option<T>,
) -> Option<T> {
    names.iter().find_map(|name| {
        if let Some(value) = object.get(*name) {
            let taken = read(value)?;
            object.shift_remove(*name);
            return Some(taken);
        }
        let mut path = name.split('.');
        let mut value = object.get(path.next()?)?;
        for step in path {
            value = value.get(step)?;
        }
        read(value)
    })
}

/// A text, or paragraphs in a list.
fn body(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => sanitize(text).into_owned(),
        Value::Array(parts) => {
            let parts: Option<Vec<&str>> = parts.iter().map(Value::as_str).collect();
            sanitize(&parts?.join("\n")).into_owned()
        }
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// A short text on one line, or a number.
fn line(value: &Value) -> Option<String> {
    let line = match value {
        Value::String(text) => sanitize_line(text).into_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!line.is_empty()).then_some(line)
}

/// A name, also where it is the name of an object (`{"name": …}`).
fn name(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => ["name", "title", "domain"]
            .iter()
            .find_map(|field| line(object.get(*field)?)),
        other => line(other),
    }
}

/// A language code, the first where there are several (`["en", "fr"]`, `eng,fra`).
fn first_code(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => first_code(values.first()?),
        Value::String(text) => line(&Value::from(text.split(',').next()?)),
        _ => None,
    }
}

/// The host of an address, without `www.`, in lower case.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = match host.strip_prefix('[') {
        Some(address) => address.split(']').next()?,
        None => host.split(':').next()?,
    };
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// Metadata may be shown as well.
fn sanitize_value(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let std::borrow::Cow::Owned(clean) = sanitize(text) {
                *text = clean;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(sanitize_value),
        Value::Object(object) => object.values_mut().for_each(sanitize_value),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn record(value: Value) -> Record {
        let Value::Object(object) = value else {
            panic!("no object");
        };
        Record::from_object(object).unwrap()
    }

    #[test]
    fn corpora_name_things_differently() {
        let oscar = record(json!({
            "content": "Ein Satz.",
            "warc_headers": {
                "warc-record-id": "<urn:uuid:1>",
                "warc-target-uri": "https://www.Example.org:8080/a?b",
                "warc-date": "2023-01-02T03:04:05Z"
            },
            "metadata": { "identification": { "label": "de", "prob": 0.9 } }
        }));
        assert_eq!(oscar.id.as_deref(), Some("<urn:uuid:1>"));
        assert_eq!(oscar.language.as_deref(), Some("de"));
        assert_eq!(oscar.source.as_deref(), Some("example.org"));
        assert_eq!(oscar.date.unwrap().rfc3339(), "2023-01-02T03:04:05Z");
        assert!(oscar.metadata.contains_key("warc_headers"));

        let listed = record(json!({
            "id": 17, "headline": " A\ttitle ", "body": ["One.", "Two."], "lang": ["eng", "fra"],
            "source": { "id": null, "name": "Herald" }, "timestamp": 0, "tags": ["x"]
        }));
        assert_eq!(listed.id.as_deref(), Some("17"));
        assert_eq!(listed.title.as_deref(), Some("A title"));
        assert_eq!(listed.text, "One.\nTwo.");
        assert_eq!(listed.language.as_deref(), Some("eng"));
        assert_eq!(listed.source.as_deref(), Some("Herald"));
        assert_eq!(listed.date, None);
        assert_eq!(
            listed.metadata.keys().collect::<Vec<_>>(),
            ["timestamp", "tags"]
        );
    }

    #[test]
    fn the_next_field_stands_in_for_an_empty_one() {
        let raw = record(json!({ "text": "  ", "content": null, "body": "Here.", "title": "" }));
        assert_eq!(raw.text, "Here.");
        assert_eq!(raw.title, None);
        assert!(Record::from_object(Map::new()).is_none());
    }

    #[test]
    fn escapes_do_not_pass() {
        let raw = record(json!({
            "title": "a\u{1b}]0;x\u{7}b", "text": "c\u{9b}31md", "x": { "y": ["\u{1b}[2J"] }
        }));
        let all = format!("{raw:?}");
        assert!(!all.chars().any(char::is_control), "{all}");
    }

    #[test]
    fn hosts() {
        for (url, expected) in [
            ("https://www.example.com/a", Some("example.com")),
            ("http://user:pw@news.example:80", Some("news.example")),
            ("http://[::1]:80/x", Some("::1")),
            ("https://пример.рф/новости", Some("пример.рф")),
            ("example.com", None),
            ("https:///", None),
        ] {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
    }
}
