//! The rows of the sheets that tell all about one thing: an entity, an article.

use std::collections::BTreeMap;

use super::super::View;
use super::super::names;
use super::super::reader::role;
use super::super::sheet::SheetRow;
use super::super::stamp::Stamps;
use crate::config::strings::Value;
use crate::config::theme::Role;
use crate::corpus::{Article, LanguageTag, Rule, TitleOrigin};
use crate::text::sanitize::sanitize_line;

/// Months that a card tells of.
const MONTHS: usize = 6;

impl View {
    pub(super) fn card_rows(&self, canon: &str) -> Vec<SheetRow> {
        let Some(entity) = self.names_of.entity(canon) else {
            return Vec::new();
        };
        let mut rows = Vec::new();
        let kind = self
            .strings
            .text(super::super::captions::kind_id(entity.kind()));
        rows.push(SheetRow {
            text: kind.into_owned(),
            role: Some(role(entity.kind())),
            ..SheetRow::default()
        });
        if let Some(about) = entity.about() {
            rows.push(SheetRow::plain(about));
        }
        let mut forms: BTreeMap<LanguageTag, (Vec<String>, usize)> = BTreeMap::new();
        for article in self.articles_with(canon) {
            for (text, mentions) in [
                (article.title.as_str(), &article.title_mentions),
                (&*article.text, &article.mentions),
            ] {
                for mention in mentions.iter().filter(|mention| &*mention.canon == canon) {
                    let (known, count) = forms.entry(article.language.clone()).or_default();
                    *count += 1;
                    let form = text.get(mention.bytes.clone()).unwrap_or_default();
                    let form = sanitize_line(form);
                    if !known.iter().any(|known| *known == form) {
                        known.push(form.into_owned());
                    }
                }
            }
        }
        let articles = self.browse.articles_with(canon).len();
        rows.push(SheetRow::default());
        for (language, (forms, count)) in forms {
            rows.push(SheetRow {
                key: language.to_string(),
                text: forms.join(" · "),
                note: self
                    .strings
                    .number(i64::try_from(count).unwrap_or(i64::MAX)),
                ..SheetRow::default()
            });
        }
        rows.push(SheetRow::default());
        rows.push(SheetRow::plain(
            &self
                .strings
                .format("articles", &[("count", Value::from(articles))]),
        ));
        let facts = [
            ("card-per-month", self.per_month(canon)),
            ("card-often-with", self.often_with(canon)),
            ("card-found-by", self.found_by(canon)),
        ];
        for (label, fact) in facts {
            if !fact.is_empty() {
                let label = self.strings.text(label);
                rows.push(SheetRow::plain(&format!("{label}: {fact}")));
            }
        }
        rows
    }

    /// In how many articles of each month an entity is mentioned, the newest last.
    fn per_month(&self, canon: &str) -> String {
        let mut months: BTreeMap<(i64, u8), usize> = BTreeMap::new();
        for date in self.articles_with(canon).filter_map(|article| article.date) {
            let day = date.date();
            *months.entry((day.year, day.month)).or_default() += 1;
        }
        let late = months.len().saturating_sub(MONTHS);
        let told = months.iter().skip(late).map(|((year, month), count)| {
            let count = self
                .strings
                .number(i64::try_from(*count).unwrap_or(i64::MAX));
            format!("\u{2068}{year:04}-{month:02}\u{2069} {count}")
        });
        told.collect::<Vec<_>>().join(" · ")
    }

    /// By which rules mentions of an entity were found, and whether all are certain.
    fn found_by(&self, canon: &str) -> String {
        let mut rules: Vec<Rule> = Vec::new();
        let mut certain = true;
        for article in self.articles_with(canon) {
            let mentions = article.title_mentions.iter().chain(&article.mentions);
            for mention in mentions.filter(|mention| &*mention.canon == canon) {
                certain &= mention.is_certain();
                if !rules.contains(&mention.rule) {
                    rules.push(mention.rule);
                }
            }
        }
        let rules = rules.into_iter().map(|rule| match rule {
            Rule::Gazetteer => "rule-full-name",
            Rule::Proclitic => "rule-proclitic",
            Rule::Suffix => "rule-suffix",
            Rule::Surname => "rule-surname",
        });
        let certainty = if certain {
            "card-certain"
        } else {
            "card-uncertain"
        };
        let told = rules.chain(std::iter::once(certainty));
        let told: Vec<_> = told.map(|id| self.strings.text(id)).collect();
        told.join(" · ")
    }

    fn articles_with(&self, canon: &str) -> impl Iterator<Item = &Article> {
        let numbers = self.browse.articles_with(canon).iter();
        numbers.filter_map(|number| self.browse.article(*number).map(AsRef::as_ref))
    }

    /// The entities most often in one article with another.
    fn often_with(&self, canon: &str) -> String {
        let together = self
            .articles_with(canon)
            .flat_map(|article| names::count(article.mentions.iter()))
            .map(|(mention, _)| mention)
            .filter(|mention| &*mention.canon != canon);
        let mut counted = names::count(together);
        counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counted.truncate(5);
        let named: Vec<String> = counted
            .iter()
            .map(|(mention, count)| {
                format!("{} {count}", self.name_of(&mention.canon, &mention.name))
            })
            .collect();
        named.join(" · ")
    }

    pub(super) fn info_rows(&self) -> Vec<SheetRow> {
        match self
            .subject()
            .and_then(|number| Some((number, self.browse.article(number)?)))
        {
            Some((number, article)) => self.article_rows(number, article),
            None => vec![SheetRow::plain(&self.strings.text("reader-empty"))],
        }
    }

    fn article_rows(&self, number: u32, article: &Article) -> Vec<SheetRow> {
        let stamps = Stamps {
            strings: &self.strings,
            now: self.now,
        };
        let label = |id: &str| self.strings.text(id).into_owned();
        let yes_no = |yes: bool| label(if yes { "info-yes" } else { "info-no" });
        let percent = Value::Number((f64::from(article.language_confidence) * 100.0) as i64);
        let confidence = self
            .strings
            .format("info-confidence", &[("percent", percent)]);
        let (endonym, name) = self.language_names(&article.language);
        let origin = label(match article.title_origin {
            TitleOrigin::Field => "info-title-field",
            TitleOrigin::Line => "info-title-line",
            TitleOrigin::Sentence => "info-title-sentence",
            TitleOrigin::FileName => "info-title-file",
        });
        let state = self.browse.state(number);
        let path = article
            .origin
            .path
            .as_ref()
            .map(|path| sanitize_line(&path.to_string_lossy()).into_owned());
        let file = match (path, article.origin.line) {
            (Some(path), Some(line)) => Some(self.strings.format(
                "info-line",
                &[
                    ("file", Value::from(&path)),
                    (
                        "line",
                        Value::Number(i64::try_from(line).unwrap_or(i64::MAX)),
                    ),
                ],
            )),
            (path, _) => path,
        };
        let tags = self.browse.tags_of(number);
        let tags: Vec<String> = tags.map(|tag| format!("\u{2068}{tag}\u{2069}")).collect();
        let words = i64::try_from(article.words).unwrap_or(i64::MAX);
        let mut facts = vec![
            (
                "info-title",
                Some(format!("\u{2068}{}\u{2069} ({origin})", article.title)),
            ),
            (
                "info-language",
                Some(format!(
                    "{name} · \u{2068}{endonym}\u{2069} · \u{2068}{}\u{2069} · {confidence}",
                    article.language
                )),
            ),
            ("info-script", Some(article.script.to_string())),
            ("info-source", article.source.clone()),
            ("info-date", article.date.map(|date| stamps.long(date))),
            ("info-words", Some(self.strings.number(words))),
            ("info-address", article.url.clone()),
            ("info-file", file),
            ("info-id", Some(article.id.to_string())),
            ("info-read", Some(yes_no(state.read))),
            ("info-starred", Some(yes_no(state.starred))),
            ("info-tags", (!tags.is_empty()).then(|| tags.join(" · "))),
        ];
        facts.retain(|(_, value)| value.is_some());
        let mut rows: Vec<SheetRow> = facts
            .into_iter()
            .map(|(id, value)| SheetRow {
                key: label(id),
                text: value.unwrap_or_default(),
                ..SheetRow::default()
            })
            .collect();
        for (name, value) in &article.metadata {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), ToOwned::to_owned);
            rows.push(SheetRow {
                key: sanitize_line(name).into_owned(),
                text: sanitize_line(&value).into_owned(),
                role: Some(Role::Muted),
                ..SheetRow::default()
            });
        }
        rows
    }
}
