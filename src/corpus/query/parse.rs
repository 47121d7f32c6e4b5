//! The query's parser: any text is a query, and what cannot be used is reported.

use std::ops::Range;

use super::{
    Condition, Filter, LanguageNames, ProblemKind, Query, QueryProblem, Scope, State, Suggestion,
    Term,
};

/// The fields a query knows.
const FIELDS: [&str; 6] = ["lang", "is", "entity", "source", "tag", "title"];

/// The states `is:` knows.
const STATES: [(&str, State); 3] = [
    ("unread", State::Unread),
    ("read", State::Read),
    ("starred", State::Starred),
];

/// Quotation marks that open a phrase at the start of a word, each with what closes it.
const QUOTES: [(char, char); 5] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」')];

/// Commas and colons as the keyboards of the world have them.
const COMMAS: [char; 4] = [',', '،', '，', '、'];
const COLONS: [char; 2] = [':', '：'];

impl Query {
    /// Parses `text`, of which every string is a query.
    ///
    /// A word that cannot be used (a language nobody knows, a field without a
    /// value) is left out and reported with its byte range. A quote that is
    /// never closed runs to the end, so that a query can be searched for while
    /// it is typed.
    #[must_use]
    pub fn parse(text: &str, languages: &dyn LanguageNames) -> (Self, Vec<QueryProblem>) {
        let mut parser = Parser {
            languages,
            query: Self::default(),
            problems: Vec::new(),
        };
        let mut position = 0;
        while let Some(token) = next_token(text, position) {
            position = token.bytes.end;
            parser.take(token);
        }
        (parser.query, parser.problems)
    }
}

/// One white-space separated piece of a query.
struct Token<'a> {
    /// Its bytes in the query.
    bytes: Range<usize>,
    /// Whether a `-` stood before it.
    excluded: bool,
    /// The name before the colon.
    field: Option<&'a str>,
    /// The rest, without quotes.
    value: &'a str,
    /// Whether the value stood in quotes.
    quoted: bool,
}

/// The first token of `text` at or after byte `from`.
fn next_token(text: &str, from: usize) -> Option<Token<'_>> {
    let rest = text.get(from..)?;
    let trimmed = rest.trim_start();
    if trimmed.is_empty() {
        return None;
    }
    let start = from + (rest.len() - trimmed.len());
    let (excluded, body) = match trimmed.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, trimmed),
    };
    let (field, body) = match split_field(body) {
        Some((name, value)) => (Some(name), value),
        None => (None, body),
    };
    let (value, quoted, after) = split_value(body);
    let end = text.len() - after.len();
    Some(Token {
        bytes: start..end,
        excluded,
        field,
        value,
        quoted,
    })
}

/// Splits `name:value`, where the name is of ASCII letters alone: a colon in a
/// time, or after a word of another script, is just a colon. So is one in an address.
fn split_field(body: &str) -> Option<(&str, &str)> {
    let end = body.find(|c: char| !c.is_ascii_alphabetic())?;
    let (name, rest) = body.split_at_checked(end)?;
    let value = rest.strip_prefix(COLONS)?;
    (!name.is_empty() && !value.starts_with("//")).then_some((name, value))
}

/// Splits a word or a quoted phrase from the front of `body`: its text without
/// quotes, whether it was quoted, and what follows.
///
/// A quote opens at the start of a word only and closes before white space
/// only, so that Hebrew abbreviations (`צה"ל`) stay whole inside and outside.
fn split_value(body: &str) -> (&str, bool, &str) {
    for (open, close) in QUOTES {
        let Some(inside) = body.strip_prefix(open) else {
            continue;
        };
        for (at, _) in inside.match_indices(close) {
            let (Some(phrase), Some(after)) =
                (inside.get(..at), inside.get(at + close.len_utf8()..))
            else {
                continue;
            };
            if after.is_empty() || after.starts_with(char::is_whitespace) {
                return (phrase, true, after);
            }
        }
        return (inside, true, "");
    }
    let end = body.find(char::is_whitespace).unwrap_or(body.len());
    let (word, after) = body.split_at_checked(end).unwrap_or((body, ""));
    (word, false, after)
}

/// A query on its way.
struct Parser<'a> {
    languages: &'a dyn LanguageNames,
    query: Query,
    problems: Vec<QueryProblem>,
}

impl Parser<'_> {
    /// Adds what one token asks for.
    fn take(&mut self, token: Token<'_>) {
        let Some(field) = token.field else {
            return self.term(&token, Scope::Anywhere);
        };
        let field = field.to_ascii_lowercase();
        if !FIELDS.contains(&field.as_str()) {
            let suggestion = nearest(&field, FIELDS).map(|near| Suggestion {
                meaning: None,
                text: format!("{near}:{}", token.value),
            });
            let kind = ProblemKind::UnknownField(field);
            return self.problem(token.bytes, kind, suggestion);
        }
        if token.value.trim_matches(is_separator).is_empty() {
            return self.problem(token.bytes, ProblemKind::NoValue(field), None);
        }
        match field.as_str() {
            "lang" => self.languages(&token),
            "is" => self.state(&token),
            "entity" => self.filter(&token, Condition::Entity(values(&token))),
            "source" => self.filter(&token, Condition::Source(values(&token))),
            "tag" => self.filter(&token, Condition::Tag(values(&token))),
            _ => self.term(&token, Scope::Title),
        }
    }

    /// Adds a word or phrase; a lone sign or an empty pair of quotes is nothing yet.
    fn term(&mut self, token: &Token<'_>, scope: Scope) {
        let text = token.value.trim();
        if !text.is_empty() {
            self.query.terms.push(Term {
                text: text.to_owned(),
                phrase: token.quoted,
                scope,
                excluded: token.excluded,
                bytes: token.bytes.clone(),
            });
        }
    }

    /// Adds a language filter of the languages that are known, and reports the others.
    fn languages(&mut self, token: &Token<'_>) {
        let mut tags = Vec::new();
        for name in values(token) {
            if let Some(tag) = self.languages.find(&name) {
                tags.push(tag);
                continue;
            }
            let suggestion = self
                .languages
                .nearest(&name)
                .map(|(meaning, tag)| Suggestion {
                    meaning: Some(meaning),
                    text: format!("lang:{tag}"),
                });
            let kind = ProblemKind::UnknownLanguage(name);
            self.problem(token.bytes.clone(), kind, suggestion);
        }
        if !tags.is_empty() {
            self.filter(token, Condition::Language(tags));
        }
    }

    /// Adds what `is:` asks for.
    fn state(&mut self, token: &Token<'_>) {
        let name = token.value.to_lowercase();
        if let Some((_, state)) = STATES.iter().find(|(known, _)| *known == name) {
            return self.filter(token, Condition::State(*state));
        }
        let suggestion = nearest(&name, STATES.map(|(known, _)| known)).map(|near| Suggestion {
            meaning: None,
            text: format!("is:{near}"),
        });
        self.problem(
            token.bytes.clone(),
            ProblemKind::UnknownState(name),
            suggestion,
        );
    }

    fn filter(&mut self, token: &Token<'_>, condition: Condition) {
        self.query.filters.push(Filter {
            condition,
            excluded: token.excluded,
            bytes: token.bytes.clone(),
        });
    }

    fn problem(&mut self, bytes: Range<usize>, kind: ProblemKind, suggestion: Option<Suggestion>) {
        self.problems.push(QueryProblem {
            bytes,
            kind,
            suggestion,
        });
    }
}

fn is_separator(c: char) -> bool {
    COMMAS.contains(&c) || c.is_whitespace()
}

/// The values of a field, which commas separate unless they are quoted.
fn values(token: &Token<'_>) -> Vec<String> {
    if token.quoted {
        return vec![token.value.trim().to_owned()];
    }
    token
        .value
        .split(COMMAS)
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The known word that `typed` begins, or that begins `typed`.
fn nearest<const N: usize>(typed: &str, known: [&'static str; N]) -> Option<&'static str> {
    known
        .into_iter()
        .find(|known| !typed.is_empty() && (known.starts_with(typed) || typed.starts_with(known)))
}
