//! The languages and scripts of `assets/languages.toml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::display_names::named;
use super::script::{HANI, JPAN};
use crate::corpus::{LanguageTag, Script};
use crate::text::Direction;

/// What is known of a language.
#[derive(Debug, PartialEq, Eq)]
pub struct LanguageInfo {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its own name for itself, in its own script.
    pub endonym: String,
    /// Its English name.
    pub english: String,
    /// Its names in other languages of the interface, by their tags, where CLDR has none.
    pub names: BTreeMap<String, String>,
    /// The scripts it is written in, the main one first.
    pub scripts: Vec<Script>,
    /// The main script.
    pub script: Script,
    /// The direction of the main script.
    pub direction: Direction,
}

impl LanguageInfo {
    /// Whether texts of the language may be in this script. A Japanese text may
    /// show hardly any kana.
    #[must_use]
    pub fn is_written_in(&self, script: Script) -> bool {
        self.scripts.contains(&script) || script == HANI && self.script == JPAN
    }
}

/// What is known of a script.
#[derive(Debug, PartialEq, Eq)]
pub struct ScriptInfo {
    /// Its ISO 15924 code.
    pub script: Script,
    /// Its English name.
    pub english: String,
    /// Its direction.
    pub direction: Direction,
    /// Cells of a line of text that is comfortable to read.
    pub measure: u16,
}

/// The language of a tag, in any case, also by one of its other codes (`arb`,
/// `nb`, `de-AT`).
#[must_use]
pub fn info(tag: &str) -> Option<&'static LanguageInfo> {
    TABLE.language(tag).or_else(|| {
        let tag = normalise(tag);
        TABLE.language(tag.as_str())
    })
}

/// Every language of the table, in the order of its tags.
pub fn languages() -> impl ExactSizeIterator<Item = &'static LanguageInfo> + Clone {
    TABLE.languages.iter()
}

/// A script of the table.
#[must_use]
pub fn script_info(script: Script) -> Option<&'static ScriptInfo> {
    TABLE.scripts.iter().find(|info| info.script == script)
}

/// The direction of a script; left to right for a script that is not known.
#[must_use]
pub fn script_direction(script: Script) -> Direction {
    script_info(script).map_or(Direction::Ltr, |info| info.direction)
}

/// The language that some source names, as a tag of the table where it has one.
///
/// Takes BCP 47 tags and POSIX locales in any case, ISO 639-3 and 639-2/B codes,
/// with script and region (`arb_Arab`, `pt-BR`, `zh_TW.UTF-8`), and the name of a
/// language in itself or in a language of the interface. Script and region are left
/// out. A code that is well formed and not in the table is kept; everything else is
/// unknown.
#[must_use]
pub fn normalise(raw: &str) -> LanguageTag {
    let raw = raw.trim();
    if raw.len() > 64 {
        return LanguageTag::unknown();
    }
    let lower = raw.to_lowercase();
    let mut subtags = lower.split(['-', '_', '.', '@']);
    let primary = match (subtags.next(), subtags.next()) {
        // An extended language subtag is a language of its own: `zh-yue`.
        (Some(_), Some(second)) if second.len() == 3 && TABLE.language(second).is_some() => second,
        (Some(first), _) => first,
        (None, _) => "",
    };
    let primary = TABLE.aliases.get(primary).map_or(primary, String::as_str);
    if TABLE.language(primary).is_some() {
        return LanguageTag::new(primary);
    }
    if let Some(info) = named(raw) {
        return LanguageTag::new(base(&info.tag));
    }
    let is_code = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    if is_code && !matches!(primary, "und" | "mul" | "mis" | "zxx") {
        LanguageTag::new(primary)
    } else {
        LanguageTag::unknown()
    }
}

fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

struct Table {
    languages: Vec<LanguageInfo>,
    /// From the tag in lower case to the place in `languages`.
    by_tag: HashMap<String, usize>,
    scripts: Vec<ScriptInfo>,
    /// From another code to the tag.
    aliases: HashMap<String, String>,
}

impl Table {
    fn language(&self, tag: &str) -> Option<&LanguageInfo> {
        let at = match self.by_tag.get(tag) {
            Some(at) => at,
            None => self.by_tag.get(&tag.to_ascii_lowercase())?,
        };
        self.languages.get(*at)
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let source = include_str!("../../../assets/languages.toml");
    // The file is part of the program and a test reads it.
    let file = toml::from_str(source).unwrap_or_else(|e| unreachable!("languages.toml: {e}"));
    build(file)
});

#[derive(Deserialize)]
struct File {
    language: Vec<LanguageRow>,
    script: Vec<ScriptRow>,
    aliases: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct LanguageRow {
    tag: String,
    endonym: String,
    english: String,
    #[serde(default)]
    names: BTreeMap<String, String>,
    scripts: Vec<String>,
}

#[derive(Deserialize)]
struct ScriptRow {
    code: String,
    english: String,
    direction: Direction,
    measure: u16,
}

fn build(file: File) -> Table {
    let scripts: Vec<ScriptInfo> = file
        .script
        .into_iter()
        .map(|row| ScriptInfo {
            script: script_of(&row.code),
            english: row.english,
            direction: row.direction,
            measure: row.measure,
        })
        .collect();
    let languages: Vec<LanguageInfo> = file
        .language
        .into_iter()
        .map(|row| {
            let written: Vec<Script> = row.scripts.iter().map(|code| script_of(code)).collect();
            let script = written.first().copied().unwrap_or_default();
            let direction = scripts.iter().find(|info| info.script == script);
            LanguageInfo {
                tag: row.tag,
                endonym: row.endonym,
                english: row.english,
                names: row.names,
                scripts: written,
                script,
                direction: direction.map_or(Direction::Ltr, |info| info.direction),
            }
        })
        .collect();
    Table {
        by_tag: languages
            .iter()
            .enumerate()
            .map(|(at, info)| (info.tag.to_ascii_lowercase(), at))
            .collect(),
        languages,
        scripts,
        aliases: file
            .aliases
            .into_iter()
            .flat_map(|(tag, codes)| codes.into_iter().map(move |code| (code, tag.clone())))
            .collect(),
    }
}

fn script_of(code: &str) -> Script {
    code.as_bytes()
        .try_into()
        .map_or(Script::COMMON, Script::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert!(languages().len() >= 110);
        assert_eq!(
            TABLE.by_tag.len(),
            TABLE.languages.len(),
            "a tag stands twice"
        );
        for language in languages() {
            assert!(!language.endonym.is_empty() && !language.english.is_empty());
            assert!(!language.scripts.is_empty(), "{}", language.tag);
            for &script in &language.scripts {
                assert!(
                    script_info(script).is_some(),
                    "{} in {script}",
                    language.tag
                );
            }
        }
        for (code, tag) in &TABLE.aliases {
            assert!(TABLE.language(tag).is_some(), "{code} = {tag}");
            assert!(
                TABLE.language(code).is_none(),
                "{code} is a tag and an alias"
            );
        }
    }

    #[test]
    fn other_codes_are_normalised() {
        for (raw, tag) in [
            ("arb_Arab", "ar"),
            ("PES", "fa"),
            ("cmn", "zh"),
            ("zh-Hant-TW", "zh"),
            ("zh-yue", "yue"),
            ("nb", "no"),
            ("als", "sq"),
            ("iw", "he"),
            ("tgl", "fil"),
            ("pt_BR.UTF-8", "pt"),
            (" en ", "en"),
            ("Tiếng Việt", "vi"),
            ("German", "de"),
            ("xx", "xx"),
            ("und", "?"),
            ("", "?"),
            ("Klingon of the north", "?"),
        ] {
            assert_eq!(normalise(raw).as_str(), tag, "{raw}");
        }
    }

    #[test]
    fn a_language_knows_its_name_and_direction() {
        let arabic = info("arb").unwrap();
        assert_eq!(arabic.endonym, "العربية");
        assert!(arabic.direction.is_rtl());
        assert_eq!(info("zh-hant").unwrap().endonym, "繁體中文");
        assert_eq!(info("de-AT").unwrap().endonym, "Deutsch");
        assert!(info("x").is_none());
    }
}
