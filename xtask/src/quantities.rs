//! `cargo xtask quantities`: the words that dates, times, money, percentages and
//! quantities are told by, from CLDR and a list written by hand.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use nashra::analysis::language;
use serde_json::Value;

use crate::cldr;

/// Arguments and purpose, for the usage text.
pub const USAGE: &str = "--cldr DIR
      assets/quantities/lexicon.tsv, the words of dates and amounts.
      --cldr      folder with the unpacked npm packages cldr-core, cldr-dates-full,
                  cldr-numbers-full and cldr-units-full, each in a folder of its name";

const HEADER: &str = "\
# The words that dates, times, money, percentages and quantities are told by.
#
# Written by `cargo xtask quantities` from `words.toml` and Unicode CLDR VERSION; see
# `README.md`. A line a meaning: its name, a tab, its phrases parted by `|`.
";

/// The units whose names are taken, by CLDR's identifiers with their types.
const UNITS: &str = "length-kilometer length-meter length-centimeter length-millimeter \
    length-mile length-foot length-yard length-inch length-nautical-mile length-light-year area-square-kilometer \
    area-square-meter area-square-mile area-square-foot area-hectare area-acre mass-tonne \
    mass-ton mass-kilogram mass-gram mass-milligram mass-ounce volume-cubic-kilometer \
    volume-cubic-meter volume-liter volume-milliliter volume-gallon volume-barrel \
    speed-kilometer-per-hour speed-mile-per-hour speed-meter-per-second speed-knot \
    temperature-celsius temperature-fahrenheit power-watt power-kilowatt power-megawatt \
    power-gigawatt power-horsepower energy-kilowatt-hour energy-kilocalorie electric-volt \
    frequency-hertz frequency-kilohertz frequency-megahertz frequency-gigahertz digital-kilobyte \
    digital-megabyte digital-gigabyte digital-terabyte duration-second duration-minute \
    duration-hour duration-day duration-week duration-month duration-year duration-decade \
    duration-century";

/// The units whose short forms are taken.
const SYMBOLS: &str = "kilometer centimeter millimeter square-kilometer square-meter hectare tonne \
    kilogram milligram cubic-meter milliliter kilometer-per-hour meter-per-second celsius \
    fahrenheit kilowatt megawatt gigawatt kilowatt-hour hertz kilohertz megahertz gigahertz \
    kilobyte megabyte gigabyte terabyte";

/// The currencies whose names are taken.
const CURRENCIES: &str = "AED AFN AMD ARS AUD AZN BDT BGN BHD BRL BYN CAD CHF CLP CNY COP CZK DKK \
    DZD EGP ETB EUR GBP GEL HKD HUF IDR ILS INR IQD IRR ISK JOD JPY KES KGS KHR KRW KWD KZT LAK \
    LBP LKR LYD MAD MDL MMK MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SDG \
    SEK SGD SYP THB TND TRY TWD TZS UAH UGX USD UZS VND YER ZAR";

/// Phrases by meaning.
type Words = BTreeMap<String, Vec<String>>;

/// Writes the asset.
///
/// # Errors
/// A wrong argument, a source that cannot be read, an asset that cannot be written.
pub fn run(arguments: &[String]) -> Result<()> {
    let [option, folder] = arguments else {
        bail!("usage: cargo xtask quantities {USAGE}");
    };
    ensure!(
        option == "--cldr",
        "there is no option {option}\nusage: cargo xtask quantities {USAGE}"
    );
    let folder = PathBuf::from(folder);
    let curated = fs::read_to_string("assets/quantities/words.toml")?;
    let mut curated: BTreeMap<String, Words> = toml::from_str(&curated)?;
    let mut asset = HEADER.replace("VERSION", &cldr::version(&folder)?);
    let every = curated
        .remove("every")
        .context("words.toml has no [every]")?;
    section(&mut asset, "every", &every)?;
    for info in language::languages() {
        let own = curated.remove(&info.tag).unwrap_or_default();
        let mut words = of_cldr(&folder, &info.tag)?;
        apply(&mut words, own);
        if !words.is_empty() {
            section(&mut asset, &info.tag, &words)?;
        }
    }
    let unknown: Vec<_> = curated.into_keys().collect();
    ensure!(
        unknown.is_empty(),
        "words.toml: no such language: {unknown:?}"
    );
    fs::write(Path::new("assets/quantities/lexicon.tsv"), asset)?;
    Ok(())
}

/// Adds the words written by hand; `drop` takes words of CLDR away, and
/// `month-prefix` puts letters before every month.
fn apply(words: &mut Words, mut own: Words) {
    let dropped = own.remove("drop").unwrap_or_default();
    for phrases in words.values_mut() {
        phrases.retain(|phrase| !dropped.contains(phrase));
    }
    let prefixes = own.remove("month-prefix").unwrap_or_default();
    for (meaning, phrases) in own {
        // What stands in the list means that alone, whatever else CLDR calls so.
        if let Some((kind, _)) = meaning.split_once(' ') {
            let others = words
                .iter_mut()
                .filter(|(other, _)| other.starts_with(kind));
            others.for_each(|(_, known)| known.retain(|known| !phrases.contains(known)));
        }
        let known = words.entry(meaning.clone()).or_default();
        if matches!(meaning.as_str(), "decimal" | "order" | "month-first") {
            known.clear();
        }
        for phrase in phrases {
            add(known, &phrase);
        }
    }
    for (meaning, phrases) in words.iter_mut() {
        if meaning.starts_with("month ") {
            let plain = phrases.clone();
            for prefix in &prefixes {
                phrases.extend(plain.iter().map(|month| format!("{prefix}{month}")));
            }
        }
    }
    words.retain(|_, phrases| !phrases.is_empty());
}

fn section(asset: &mut String, tag: &str, words: &Words) -> Result<()> {
    writeln!(asset, "\n[{tag}]")?;
    for (meaning, phrases) in words {
        let bad = phrases
            .iter()
            .find(|phrase| phrase.contains(['\t', '|', '\n']));
        ensure!(bad.is_none(), "{tag}, {meaning}: {bad:?} cannot be written");
        writeln!(asset, "{meaning}\t{}", phrases.join("|"))?;
    }
    Ok(())
}

/// What CLDR has for a language.
fn of_cldr(folder: &Path, tag: &str) -> Result<Words> {
    let mut words = Words::new();
    let file = |package: &str, name: &str| -> Result<Option<Value>> {
        let path = folder.join(format!("cldr-{package}-full/main/{tag}/{name}.json"));
        if !path.exists() {
            return Ok(None);
        }
        Ok(Some(cldr::read(&path)?["main"][tag].take()))
    };
    if let Some(dates) = file("dates", "ca-gregorian")? {
        calendar(&dates["dates"]["calendars"]["gregorian"], &mut words);
    }
    if let Some(numbers) = file("numbers", "numbers")? {
        scales(&numbers["numbers"], &mut words);
    }
    if let Some(currencies) = file("numbers", "currencies")? {
        money(&currencies["numbers"]["currencies"], &mut words);
    }
    if let Some(found) = file("units", "units")? {
        units(&found["units"], &mut words);
    }
    Ok(words)
}

/// Months, days of the week, halves of the day, and the order of a date.
fn calendar(calendar: &Value, words: &mut Words) {
    let mut wide = Vec::new();
    for width in ["wide", "abbreviated"] {
        for form in ["format", "stand-alone"] {
            for (number, name) in strings(&calendar["months"][form][width]) {
                // Where CLDR has no name it has `M05`; a number is no name.
                let named = name.chars().filter(|c| c.is_alphabetic()).count() > 1;
                if !named || name.contains(|c: char| c.is_numeric()) {
                    continue;
                }
                let kind = if width == "wide" || wide.contains(&name) {
                    wide.push(name.clone());
                    "month"
                } else {
                    "short-month"
                };
                add(words.entry(format!("{kind} {number}")).or_default(), &name);
            }
            for (_, name) in strings(&calendar["days"][form][width]) {
                if name.chars().count() > 1 {
                    add(words.entry("weekday".to_owned()).or_default(), &name);
                }
            }
        }
    }
    for half in ["am", "pm"] {
        for width in ["wide", "abbreviated"] {
            if let Some(name) = calendar["dayPeriods"]["format"][width][half].as_str() {
                add(words.entry(half.to_owned()).or_default(), name);
            }
        }
    }
    if let Some(pattern) = calendar["dateFormats"]["short"].as_str() {
        let order: String = pattern
            .chars()
            .filter(|c| matches!(c, 'd' | 'M' | 'y'))
            .fold(String::new(), |mut order, c| {
                if !order.ends_with(c) {
                    order.push(c);
                }
                order
            });
        add(words.entry("order".to_owned()).or_default(), &order);
    }
    let pattern = calendar["dateTimeFormats"]["availableFormats"]["MMMMd"].as_str();
    if pattern.is_some_and(|pattern| pattern.starts_with('M')) {
        add(words.entry("month-first".to_owned()).or_default(), "yes");
    }
}

/// Words for thousands, millions and more, and the decimal separator.
fn scales(numbers: &Value, words: &mut Words) {
    if let Some(decimal) = numbers["symbols-numberSystem-latn"]["decimal"].as_str() {
        add(words.entry("decimal".to_owned()).or_default(), decimal);
    }
    for (width, kind) in [("long", "scale"), ("short", "short-scale")] {
        let formats = &numbers["decimalFormats-numberSystem-latn"][width]["decimalFormat"];
        for (key, pattern) in strings(formats) {
            let Some(digits) = key.split('-').next().map(str::len) else {
                continue;
            };
            let places = pattern.matches('0').count();
            let name = pattern.replace(['0', '\''], "");
            if places == 0 || name.trim().is_empty() || digits <= places {
                continue;
            }
            let meaning = format!("{kind} {}", digits - places);
            add(words.entry(meaning).or_default(), &name);
        }
    }
}

/// Names of currencies in their plural forms.
fn money(currencies: &Value, words: &mut Words) {
    for code in CURRENCIES.split_whitespace() {
        for (key, name) in strings(&currencies[code]) {
            let is_code = name == code;
            if key.starts_with("displayName") && !is_code {
                add(words.entry(format!("currency {code}")).or_default(), &name);
            }
        }
    }
}

/// Names of units in their plural forms and cases, and their short forms.
fn units(units: &Value, words: &mut Words) {
    for unit in UNITS.split_whitespace() {
        let Some((_, id)) = unit.split_once('-') else {
            continue;
        };
        for (width, kind) in [("long", "unit"), ("short", "symbol")] {
            for (key, pattern) in strings(&units[width][unit]) {
                let Some(name) = pattern.strip_prefix("{0}") else {
                    continue;
                };
                // A single letter is too many things to tell a unit by.
                let tells = name.trim().chars().count() > 1;
                let counts = kind == "unit" || SYMBOLS.split_whitespace().any(|other| other == id);
                if key.contains("-count-") && tells && counts {
                    add(words.entry(format!("{kind} {id}")).or_default(), name);
                }
            }
        }
    }
}

/// The strings of an object.
fn strings(object: &Value) -> Vec<(String, String)> {
    let fields = object.as_object().into_iter().flatten();
    fields
        .filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())))
        .collect()
}

/// Adds a phrase, and the same without a full stop at its end.
fn add(phrases: &mut Vec<String>, phrase: &str) {
    let phrase = phrase.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
    });
    let bare = phrase
        .strip_suffix('.')
        .filter(|bare| bare.chars().count() > 1);
    for phrase in [Some(phrase), bare].into_iter().flatten() {
        if !phrase.is_empty() && !phrases.iter().any(|known| known == phrase) {
            phrases.push(phrase.to_owned());
        }
    }
}
