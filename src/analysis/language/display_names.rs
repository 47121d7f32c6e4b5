//! The names of languages in the languages of the interface.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table::{LanguageInfo, languages};
use crate::text::fold::fold_key;

/// By language of the interface, then by the tag of the language named.
type Names = HashMap<String, HashMap<String, String>>;

/// What CLDR has.
static CLDR: LazyLock<Names> = LazyLock::new(|| {
    let source = include_str!("../../../assets/language-names.toml");
    // The file is part of the program and a test reads it.
    toml::from_str(source).unwrap_or_else(|e| unreachable!("language-names.toml: {e}"))
});

/// Every name of every language, folded, with the place of the language in the table.
static BY_NAME: LazyLock<HashMap<String, &'static LanguageInfo>> = LazyLock::new(|| {
    let mut by_name = HashMap::new();
    let others = |info: &'static LanguageInfo| {
        let cldr = CLDR.values().filter_map(|names| names.get(&info.tag));
        cldr.chain(info.names.values())
    };
    // A language's own name goes before what another one is called elsewhere.
    let own = languages().flat_map(|info| [(&info.endonym, info), (&info.english, info)]);
    let others = languages().flat_map(|info| others(info).map(move |name| (name, info)));
    for (name, info) in own.chain(others) {
        by_name.entry(fold_key(name)).or_insert(info);
    }
    by_name
});

impl LanguageInfo {
    /// Its name in a language of the interface, as it stands within a sentence; the
    /// English one where that has none.
    #[must_use]
    pub fn name_in(&self, interface: &str) -> &str {
        let own = self.names.get(interface);
        own.or_else(|| CLDR.get(interface)?.get(&self.tag))
            .unwrap_or(&self.english)
    }
}

/// The language that has a name: its own, or that in a language of the interface, in
/// any case and with or without its marks.
#[must_use]
pub(super) fn named(name: &str) -> Option<&'static LanguageInfo> {
    BY_NAME.get(&fold_key(name)).copied()
}

#[cfg(test)]
mod tests {
    use super::super::info;
    use super::*;
    use crate::config::strings::Locale;

    #[test]
    fn every_language_has_one_name_in_every_language_of_the_interface() {
        for locale in Locale::ALL {
            for info in languages() {
                let own = info.names.get(locale.tag);
                let cldr = CLDR.get(locale.tag).and_then(|names| names.get(&info.tag));
                let names = usize::from(own.is_some()) + usize::from(cldr.is_some());
                let wanted = usize::from(*locale != Locale::ENGLISH);
                assert_eq!(names, wanted, "{} in {}", info.tag, locale.tag);
                assert!(!info.name_in(locale.tag).trim().is_empty());
            }
        }
        for (locale, names) in &*CLDR {
            assert!(Locale::of(locale).is_some(), "{locale}");
            for tag in names.keys() {
                assert!(info(tag).is_some_and(|info| info.tag == *tag), "{tag}");
            }
        }
    }

    #[test]
    fn names_are_those_of_the_interface() {
        let vietnamese = info("vi").unwrap();
        assert_eq!(vietnamese.name_in("en"), "Vietnamese");
        assert_eq!(vietnamese.name_in("de"), "Vietnamesisch");
        assert_eq!(vietnamese.name_in("ar"), "الفيتنامية");
        assert_eq!(vietnamese.name_in("tlh"), "Vietnamese");
        assert_eq!(info("bxr").unwrap().name_in("de"), "Burjatisch");
    }

    #[test]
    fn a_name_finds_its_language_however_it_is_spelt() {
        for (name, tag) in [
            ("Vietnamesisch", "vi"),
            ("FARSCHI", ""),
            ("persisch", "fa"),
            ("الفيتنامية", "vi"),
            ("الايرلندية", "ga"),
            ("tieng viet", "vi"),
            ("Kurdish (Sorani)", "ckb"),
            ("Turkisch", "tr"),
            ("", ""),
        ] {
            let found = named(name).map_or("", |info| info.tag.as_str());
            assert_eq!(found, tag, "{name}");
        }
    }
}
