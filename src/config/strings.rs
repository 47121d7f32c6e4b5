//! What the program says, in the language of the person: `assets/locales/*.ftl`.
//!
//! The files are [Project Fluent](https://projectfluent.org)'s, plurals follow CLDR,
//! and every variable is wrapped in FSI and PDI (UAX 9), so that a title of the other
//! direction cannot disturb the sentence it stands in.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_plurals::{PluralCategory, PluralRules};
use unic_langid::LanguageIdentifier;

use super::number::{self, Digits};

/// A language the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47 tag, and the name of its file.
    pub tag: &'static str,
    /// Whether the interface runs from right to left in it.
    pub right_to_left: bool,
    /// The language's name in itself.
    pub name: &'static str,
    source: &'static str,
}

impl Locale {
    /// English, which every other falls back to, line by line.
    pub const ENGLISH: Self = Self {
        tag: "en",
        right_to_left: false,
        name: "English",
        source: include_str!("../../assets/locales/en.ftl"),
    };

    /// Every language there is.
    pub const ALL: &[Self] = &[
        Self::ENGLISH,
        Self {
            tag: "ar",
            right_to_left: true,
            name: "العربية",
            source: include_str!("../../assets/locales/ar.ftl"),
        },
        Self {
            tag: "de",
            right_to_left: false,
            name: "Deutsch",
            source: include_str!("../../assets/locales/de.ftl"),
        },
    ];

    /// The language of a BCP 47 tag or a POSIX locale (`de`, `de-AT`, `ar_EG.UTF-8`);
    /// `None` where the interface does not speak it.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let base = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        let base = if matches!(base, "C" | "POSIX") {
            "en"
        } else {
            base
        };
        Self::ALL
            .iter()
            .copied()
            .find(|locale| locale.tag.eq_ignore_ascii_case(base))
    }

    /// The language to speak: the one asked for, else that of the environment, where
    /// `LC_ALL` goes before `LC_MESSAGES` and that before `LANG` (POSIX, empty is
    /// unset), else English.
    #[must_use]
    pub fn choose(asked: Option<&str>, environment: impl Fn(&str) -> Option<String>) -> Self {
        if let Some(locale) = asked.and_then(Self::of) {
            return locale;
        }
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(environment)
            .find(|value| !value.is_empty())
            .and_then(|value| Self::of(&value))
            .unwrap_or(Self::ENGLISH)
    }
}

/// A value for a variable of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text, put in as it is.
    Text(&'a str),
    /// A number: chooses the plural, and is written as the language writes it.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The strings of one language, with English behind them.
pub struct Strings {
    locale: Locale,
    digits: Digits,
    /// The language first, then English where it is another.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Strings {
    /// The strings of a language, with its digits or Latin ones.
    #[must_use]
    pub fn new(locale: Locale, digits: Digits) -> Self {
        let mut bundles = vec![bundle(locale, digits)];
        if locale.tag != Locale::ENGLISH.tag {
            bundles.push(bundle(Locale::ENGLISH, digits));
        }
        Self {
            locale,
            digits,
            bundles,
        }
    }

    /// English for shells, pages and programs: Latin digits, nothing isolated.
    #[must_use]
    pub fn for_shells() -> &'static Self {
        static STRINGS: LazyLock<Strings> = LazyLock::new(|| {
            let mut strings = Strings::new(Locale::ENGLISH, Digits::Latin);
            for bundle in &mut strings.bundles {
                bundle.set_use_isolating(false);
            }
            strings
        });
        &STRINGS
    }

    /// The language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether the interface runs from right to left.
    #[must_use]
    pub const fn is_right_to_left(&self) -> bool {
        self.locale.right_to_left
    }

    /// A string without variables. Where no file has the id, the id itself.
    #[must_use]
    pub fn text(&self, id: &str) -> Cow<'_, str> {
        self.say(id, None)
    }

    /// A string with its variables put in. Where no file has the id, the id itself; a
    /// variable that is not given shows as its name in braces.
    #[must_use]
    pub fn format(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for &(name, value) in values {
            match value {
                Value::Text(text) => args.set(name, FluentValue::from(text)),
                Value::Number(number) => args.set(name, FluentValue::from(number)),
            }
        }
        self.say(id, Some(&args)).into_owned()
    }

    /// Whether a file has a string of that id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(id))
    }

    fn say(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let found = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some((bundle, pattern))
        });
        let Some((bundle, pattern)) = found else {
            return Cow::Owned(id.to_owned());
        };
        let mut text = String::new();
        // The errors are variables not given, which the text shows; a String takes all.
        let mut errors = Vec::new();
        let _ = bundle.write_pattern(&mut text, pattern, args, &mut errors);
        Cow::Owned(text)
    }

    /// A number as the language writes it: `68,204`, `68.204`, `٦٨٬٢٠٤`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        number::written(number, self.locale.tag, self.digits)
    }

    /// A number in at most four cells up to 999,999: `999`, `41k`.
    #[must_use]
    pub fn short_number(&self, number: i64) -> String {
        if number < 1000 {
            return self.number(number);
        }
        let thousands = Value::Number(number / 1000);
        self.format("number-thousands", &[("count", thousands)])
    }

    /// A day of the Gregorian calendar: `9 May 2024`. A month outside 1 to 12 stands
    /// as its number.
    #[must_use]
    pub fn date(&self, year: i32, month: u8, day: u8) -> String {
        let plain = |number: i64| number::digits(number, self.locale.tag, self.digits);
        let name = if (1..=12).contains(&month) {
            self.text(&format!("month-{month}"))
        } else {
            Cow::Owned(plain(i64::from(month)))
        };
        self.format(
            "date-day",
            &[
                ("day", Value::Text(&plain(i64::from(day)))),
                ("month", Value::Text(&name)),
                ("year", Value::Text(&plain(i64::from(year)))),
            ],
        )
    }
}

/// The plural category of a number, by its CLDR name. Fluent's own rules lose the
/// modulus of every range (103 is "few" in Arabic, 22 in Russian), so the files ask for
/// `PLURAL($count)` instead. Finding the rules is a look into a table, and keeping them
/// would bind the strings to one thread.
fn plural(locale: Locale, value: Option<&FluentValue<'_>>) -> FluentValue<'static> {
    let language: Option<icu_locale_core::Locale> = locale.tag.parse().ok();
    let rules = language.and_then(|tag| PluralRules::try_new_cardinal(tag.into()).ok());
    let (Some(rules), Some(FluentValue::Number(number))) = (rules, value) else {
        return FluentValue::Error;
    };
    // Every number of the interface was an `i64`; the cast back saturates.
    let category = rules.category_for((number.value as i64).unsigned_abs());
    FluentValue::from(match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    })
}

fn bundle(locale: Locale, digits: Digits) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_formatter(Some(number::formatter(locale.tag, digits)));
    // Fails only where the name is taken, and the bundle is new.
    let _ = bundle.add_function("PLURAL", move |arguments, _| {
        plural(locale, arguments.first())
    });
    // Lines that cannot be read are left out, and the line of English stands there; a
    // test finds them.
    let resource =
        FluentResource::try_new(locale.source.to_owned()).unwrap_or_else(|(rest, _)| rest);
    bundle.add_resource_overriding(resource);
    bundle
}
