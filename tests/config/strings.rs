//! The interface strings: complete in every language, used, and right in number and
//! direction.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use nashra::config::action::Action;
use nashra::config::keymap::{Context, Group, Keymap, Lookup};
use nashra::config::number::Digits;
use nashra::config::settings::Setting;
use nashra::config::strings::{Locale, Strings, Value};

use crate::keys::without_isolates;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file_of(tag: &str) -> String {
    std::fs::read_to_string(root().join(format!("assets/locales/{tag}.ftl"))).unwrap()
}

/// The ids of a file, each with the variables of its string.
pub fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in file_of(tag).lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once('=')
            && line.starts_with(|first: char| first.is_ascii_lowercase())
        {
            current = id.trim().to_owned();
            let twice = messages.insert(current.clone(), BTreeSet::new());
            assert!(twice.is_none(), "{tag}.ftl: {current} stands there twice");
        }
        for variable in line.split('$').skip(1) {
            let end = variable.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
            let name = variable.get(..end.unwrap_or(variable.len())).unwrap();
            messages.get_mut(&current).unwrap().insert(name.to_owned());
        }
    }
    messages
}

/// The ids that follow from data: actions, rows of the keymap, months.
fn ids_of_data() -> BTreeSet<String> {
    let keymap = Keymap::builtin();
    let mut ids: BTreeSet<String> = (1..=12)
        .flat_map(|month| [format!("month-{month}"), format!("month-short-{month}")])
        .collect();
    ids.extend(
        Action::ALL
            .iter()
            .map(|action| action.description().to_owned()),
    );
    ids.extend(Context::ALL.map(|context| context.title().to_owned()));
    ids.extend(Setting::ALL.iter().map(Setting::text));
    ids.extend(Group::ALL.map(|group| group.title().to_owned()));
    ids.extend(keymap.hints().iter().map(|hint| hint.text.clone()));
    for row in keymap.rows() {
        ids.insert(row.text.clone());
        if row.bar.is_some() {
            ids.insert(row.action.bar_label().to_owned());
        }
    }
    for first in [",", "y"] {
        let first = first.parse().unwrap();
        if let Lookup::Menu(rows) = keymap.lookup(Context::Global, &[first]) {
            let labels = rows.iter().map(|row| row.action.unwrap().bar_label());
            ids.extend(labels.map(str::to_owned));
        }
    }
    ids
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

fn strings(tag: &str) -> Strings {
    Strings::new(Locale::of(tag).unwrap(), Digits::Language)
}

#[test]
fn every_language_has_every_string_with_the_same_variables() {
    let english = messages("en");
    for locale in Locale::ALL {
        assert!(
            FluentResource::try_new(file_of(locale.tag)).is_ok(),
            "{}",
            locale.tag
        );
        let messages = messages(locale.tag);
        for (id, variables) in &english {
            let found = messages.get(id);
            assert_eq!(found, Some(variables), "{}.ftl: {id}", locale.tag);
        }
        for id in messages.keys() {
            assert!(
                english.contains_key(id),
                "{}.ftl: {id} is not in en.ftl",
                locale.tag
            );
        }
    }
}

#[test]
fn whatever_data_names_has_its_string() {
    let english = messages("en");
    for id in ids_of_data() {
        assert!(english.contains_key(&id), "en.ftl has no {id}");
    }
}

#[test]
fn variables_with_a_hyphen_are_actions() {
    for (id, variables) in messages("en") {
        for variable in variables.iter().filter(|name| name.contains('-')) {
            assert!(Action::from_name(variable).is_some(), "{id}: {variable}");
        }
    }
}

/// Every string is said somewhere: its id stands between quotes in a source file, or
/// follows from data.
#[test]
fn no_string_is_left_over() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let source: String = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect();
    let data = ids_of_data();
    let unused: Vec<String> = messages("en")
        .into_keys()
        .filter(|id| !data.contains(id) && !source.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "said nowhere: {}", unused.join(", "));
}

#[test]
fn every_string_is_said_without_a_hole() {
    for locale in Locale::ALL {
        let strings = strings(locale.tag);
        for (id, variables) in messages(locale.tag) {
            let values: Vec<(&str, Value<'_>)> = variables
                .iter()
                .map(|name| match name.as_str() {
                    "count" | "percent" | "row" | "total" => (name.as_str(), Value::Number(3)),
                    _ => (name.as_str(), Value::Text("x")),
                })
                .collect();
            let said = strings.format(&id, &values);
            assert!(!said.is_empty(), "{}: {id}", locale.tag);
            assert!(
                !said.contains(['{', '}', '$']),
                "{}: {id}: {said}",
                locale.tag
            );
            assert!(!said.contains('\n'), "{}: {id} is not one line", locale.tag);
        }
    }
}

#[test]
fn plurals_follow_each_language() {
    for (tag, count, expected) in [
        ("en", 0, "0 articles"),
        ("en", 1, "1 article"),
        ("en", 1000, "1,000 articles"),
        ("de", 1, "1 Wort"),
        ("de", 68_204, "68.204 Wörter"),
        ("ar", 0, "لا مقالات"),
        ("ar", 1, "مقال واحد"),
        ("ar", 2, "مقالان"),
        ("ar", 3, "٣ مقالات"),
        ("ar", 11, "١١ مقالًا"),
        ("ar", 100, "١٠٠ مقال"),
        ("ar", 102, "١٠٢ مقال"),
        ("ar", 111, "١١١ مقالًا"),
        // The last two digits decide: 4 is few.
        ("ar", 68_204, "٦٨٬٢٠٤ مقالات"),
    ] {
        let id = if tag == "de" { "words" } else { "articles" };
        let said = strings(tag).format(id, &[("count", Value::Number(count))]);
        assert_eq!(without_isolates(&said), expected);
    }
    let none = strings("en").format("search-found", &[("count", Value::Number(0))]);
    assert_eq!(none, "nothing found");
}

#[test]
fn plural_categories_are_asked_of_cldr() {
    for locale in Locale::ALL {
        let mut asked = false;
        for line in file_of(locale.tag).lines() {
            if line.ends_with("->") {
                asked = line.contains("PLURAL($count)");
            }
            let category = ["[zero]", "[one]", "[two]", "[few]", "[many]"]
                .iter()
                .any(|category| line.trim_start().starts_with(category));
            assert!(asked || !category, "{}: {line}", locale.tag);
        }
    }
}

#[test]
fn what_is_put_in_is_isolated() {
    let said = strings("en").format("without-name", &[("name", Value::Text("نيكول"))]);
    assert_eq!(said, "without \u{2068}نيكول\u{2069}");
}

#[test]
fn numbers_and_dates_are_written_as_each_language_does() {
    let latin = Strings::new(Locale::of("ar").unwrap(), Digits::Latin);
    assert_eq!(strings("en").number(-1_234_567), "-1,234,567");
    assert_eq!(strings("de").number(999), "999");
    assert_eq!(strings("ar").number(i64::MIN).chars().count(), 26);
    assert_eq!(latin.number(68_204), "68,204");
    assert_eq!(without_isolates(&strings("en").short_number(41_999)), "41k");
    assert_eq!(strings("en").short_number(999), "999");
    for (tag, expected) in [
        ("en", "9 May 2024"),
        ("de", "9. Mai 2024"),
        ("ar", "٩ مايو ٢٠٢٤"),
    ] {
        assert_eq!(without_isolates(&strings(tag).date(2024, 5, 9)), expected);
    }
    assert_eq!(without_isolates(&latin.date(2024, 5, 9)), "9 مايو 2024");
    assert_eq!(
        without_isolates(&strings("en").date(-44, 13, 0)),
        "0 13 -44"
    );
}

#[test]
fn what_is_missing_shows_itself() {
    assert_eq!(strings("ar").text("no-such-string"), "no-such-string");
    assert_eq!(strings("en").text(""), "");
    assert!(
        strings("en")
            .format("without-name", &[])
            .contains("{$name}")
    );
}

#[test]
fn the_language_is_the_one_asked_for_then_the_environments() {
    let choose = |asked: Option<&str>, variables: &[(&str, &str)]| {
        let environment = |name: &str| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Locale::choose(asked, environment).tag
    };
    assert_eq!(choose(None, &[]), "en");
    assert_eq!(choose(Some("ar"), &[("LC_ALL", "de_DE.UTF-8")]), "ar");
    assert_eq!(choose(Some("DE-at"), &[]), "de");
    assert_eq!(choose(Some("tlh"), &[("LANG", "de_DE")]), "de");
    let both = [("LANG", "ar_EG.UTF-8"), ("LC_MESSAGES", "de_DE@euro")];
    assert_eq!(choose(None, &both), "de");
    assert_eq!(choose(None, &[("LC_ALL", ""), ("LANG", "ar")]), "ar");
    assert_eq!(choose(None, &[("LC_ALL", "C.UTF-8"), ("LANG", "ar")]), "en");
    assert_eq!(choose(None, &[("LANG", "xx_YY")]), "en");
    assert!(strings("ar").is_right_to_left() && !strings("de").is_right_to_left());
}
