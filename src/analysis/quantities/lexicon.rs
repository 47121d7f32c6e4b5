//! The words of dates and amounts of each language, from the asset.

use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, OnceLock};

use fst::Map;
use fst::raw::{Node, Output};
use smallvec::SmallVec;

use crate::text::fold::fold_key;

/// What a word or sign of a language means in dates and amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The name of a month of the Gregorian calendar, 1 to 12.
    Month(u8),
    /// A short name of one, which may be another word too.
    ShortMonth(u8),
    /// A month of the Iranian calendar, 1 to 12.
    Jalali(u8),
    /// A day of the week.
    Weekday,
    /// So many zeros.
    Scale(u8),
    /// So many zeros, in a form that counts beside a currency or a unit only.
    ShortScale(u8),
    /// The name of a currency, by its code.
    Currency(&'static str),
    /// A sign for a currency.
    Sign(&'static str),
    /// The code of a currency, which is written in capitals.
    Code(&'static str),
    /// Ten of a currency.
    Tenfold(&'static str),
    /// The name of a currency that several countries have.
    VagueCurrency,
    /// The sign of such a currency.
    VagueSign,
    /// A unit of measure, by CLDR's name.
    Unit(&'static str),
    /// The sign of one, as it is written.
    Symbol(&'static str, &'static str),
    /// Hundredths, behind the number.
    Percent,
    /// Hundredths, before the number.
    PercentBefore,
    /// Before noon, after noon; at night, which may be either.
    Am,
    Pm,
    Night,
    /// Universal time.
    Utc,
    /// The word for year, before and behind the number.
    YearBefore,
    YearAfter,
    /// A word after which a number of four digits is a year.
    InYear,
    DayBefore,
    DayAfter,
    MonthBefore,
    MonthAfter,
    /// What stands between day, month and year.
    Of,
    /// What stands between the ends of a range: 3 to 5; between 3 and 5.
    To,
    And,
    From,
    /// What stands before an hour.
    At,
    /// The word for hours of the clock: behind the number, before it, between
    /// hours and minutes.
    Clock,
    ClockBefore,
    ClockMid,
    /// The word for minutes of the clock.
    Minute,
    /// The ending of an ordinal number.
    Ordinal,
    /// Half an hour more.
    HalfHour,
    /// The name of an era, by the year before its first.
    Era(u32),
    /// A longer word that is none of these.
    Other,
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: Map<Vec<u8>>,
    starts: Starts,
    meanings: Vec<SmallVec<[Meaning; 2]>>,
    /// The decimal separator.
    pub decimal: char,
    /// The order of day, month and year: their letters.
    pub order: &'static str,
    /// Whether a month stands before its day.
    pub month_first: bool,
    /// Whether words take endings.
    pub suffixes: bool,
}

/// The beginnings of phrases, as a filter that seldom lets another text pass (Bloom):
/// most words of a text mean nothing here, and this is far quicker than a walk.
#[derive(Debug)]
struct Starts(Box<[u64; Self::WORDS]>);

impl Starts {
    const WORDS: usize = 1024;

    fn of<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let mut starts = Self(Box::new([0; Self::WORDS]));
        for phrase in phrases {
            if let Some(hash) = hashes(phrase).last() {
                starts.0[hash.0] |= hash.1;
            }
        }
        starts
    }

    /// Whether a phrase may stand at the start of a text.
    fn may_begin(&self, text: &str) -> bool {
        hashes(text).any(|(word, bit)| self.0[word] & bit != 0)
    }
}

/// The places of the first character, the first two and the first three in the filter.
fn hashes(text: &str) -> impl Iterator<Item = (usize, u64)> {
    text.chars().take(3).scan(0_u32, |hash, c| {
        // Fibonacci hashing.
        *hash = (hash.rotate_left(5) ^ u32::from(c)).wrapping_mul(0x9E37_79B1);
        let word = (*hash >> 22) as usize % Starts::WORDS;
        Some((word, 1 << ((*hash >> 16) & 63)))
    })
}

/// A phrase found in a text.
pub(super) struct Phrase {
    /// The folded byte behind it.
    pub end: usize,
    /// What it means.
    pub meanings: &'static [Meaning],
}

/// The lines of the asset that belong to each language, and what became of them.
static SECTIONS: LazyLock<HashMap<&'static str, (&'static str, OnceLock<Lexicon>)>> =
    LazyLock::new(|| {
        let asset = include_str!("../../../assets/quantities/lexicon.tsv");
        let sections = asset.split("\n[").skip(1);
        sections
            .filter_map(|section| {
                let (tag, lines) = section.split_once("]\n")?;
                Some((tag, (lines, OnceLock::new())))
            })
            .collect()
    });

/// The words of a language by its base tag, if there are any.
pub(super) fn lexicon(language: &str) -> Option<&'static Lexicon> {
    let (lines, lexicon) = SECTIONS.get(language)?;
    let every = SECTIONS.get("every").map_or("", |(lines, _)| lines);
    Some(lexicon.get_or_init(|| Lexicon::read(&[every, lines])))
}

impl Lexicon {
    fn read(sections: &[&'static str]) -> Self {
        let mut words: BTreeMap<String, SmallVec<[Meaning; 2]>> = BTreeMap::new();
        let (mut decimal, mut order, mut month_first, mut suffixes) = ('.', "dMy", false, false);
        for line in sections.iter().flat_map(|lines| lines.lines()) {
            let Some((meaning, phrases)) = line.split_once('\t') else {
                continue;
            };
            match meaning {
                "decimal" => decimal = phrases.chars().next().unwrap_or(decimal),
                "order" => order = phrases,
                "month-first" => month_first = true,
                "suffixes" => suffixes = true,
                _ => {
                    for phrase in phrases.split('|') {
                        let known = words.entry(fold_key(phrase)).or_default();
                        let meaning = Meaning::read(meaning, phrase);
                        known.extend(meaning.filter(|meaning| !known.contains(meaning)));
                    }
                }
            }
        }
        let (keys, meanings): (Vec<_>, Vec<_>) = words
            .into_iter()
            .filter(|(key, meanings)| !key.is_empty() && !meanings.is_empty())
            .unzip();
        let map = Map::from_iter(keys.iter().zip(0..));
        Self {
            // The keys come from an ordered map, which is all that can go wrong.
            words: map.unwrap_or_default(),
            starts: Starts::of(keys.iter().map(String::as_str)),
            meanings,
            decimal,
            order,
            month_first,
            suffixes,
        }
    }

    /// The longest phrase at the start of a folded text that may end where it does.
    pub(super) fn longest(
        &'static self,
        text: &str,
        may_end: impl Fn(usize) -> bool,
    ) -> Option<Phrase> {
        if !self.starts.may_begin(text) {
            return None;
        }
        let fst = self.words.as_fst();
        let mut node: Node<'_> = fst.root();
        let mut output = Output::zero();
        let mut best = None;
        for (at, byte) in text.bytes().enumerate() {
            let Some(found) = node.find_input(byte) else {
                break;
            };
            let transition = node.transition(found);
            output = output.cat(transition.out);
            node = fst.node(transition.addr);
            if node.is_final() && may_end(at + 1) {
                best = Some((at + 1, output.cat(node.final_output()).value()));
            }
        }
        let (end, index) = best?;
        let meanings = self.meanings.get(usize::try_from(index).ok()?)?;
        Some(Phrase { end, meanings })
    }
}

impl Meaning {
    /// The meaning of a phrase in a line of the asset.
    fn read(meaning: &'static str, phrase: &'static str) -> Option<Self> {
        let (name, value) = meaning.split_once(' ').unwrap_or((meaning, ""));
        let number = || value.parse().ok();
        Some(match name {
            "month" => Self::Month(number()?),
            "short-month" => Self::ShortMonth(number()?),
            "jalali" => Self::Jalali(number()?),
            "weekday" => Self::Weekday,
            "scale" => Self::Scale(number()?),
            "short-scale" => Self::ShortScale(number()?),
            "currency" => Self::Currency(value),
            "sign" => Self::Sign(value),
            "code" => Self::Code(phrase),
            "tenfold" => Self::Tenfold(value),
            "vague-currency" => Self::VagueCurrency,
            "vague-sign" => Self::VagueSign,
            "unit" => Self::Unit(value),
            "symbol" => Self::Symbol(value, phrase),
            "percent" => Self::Percent,
            "percent-before" => Self::PercentBefore,
            "am" => Self::Am,
            "pm" => Self::Pm,
            "night" => Self::Night,
            "utc" => Self::Utc,
            "year-before" => Self::YearBefore,
            "year-after" => Self::YearAfter,
            "in-year" => Self::InYear,
            "day-before" => Self::DayBefore,
            "day-after" => Self::DayAfter,
            "month-before" => Self::MonthBefore,
            "month-after" => Self::MonthAfter,
            "of" => Self::Of,
            "to" => Self::To,
            "and" => Self::And,
            "from" => Self::From,
            "at" => Self::At,
            "clock" => Self::Clock,
            "clock-before" => Self::ClockBefore,
            "clock-mid" => Self::ClockMid,
            "minute" => Self::Minute,
            "ordinal" => Self::Ordinal,
            "half-hour" => Self::HalfHour,
            "era" => Self::Era(value.parse().ok()?),
            "other" => Self::Other,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Meaning, SECTIONS, lexicon};

    #[test]
    fn every_line_of_the_asset_means_something() {
        for (tag, (lines, _)) in SECTIONS.iter() {
            for line in lines.lines().filter(|line| !line.is_empty()) {
                let (meaning, phrases) = line.split_once('\t').unwrap();
                let is_setting = ["decimal", "order", "month-first", "suffixes"].contains(&meaning);
                let phrase = phrases.split('|').next().unwrap();
                assert!(
                    is_setting || Meaning::read(meaning, phrase).is_some(),
                    "{tag}: {line}"
                );
            }
            let lexicon = lexicon(tag).unwrap();
            assert_eq!(lexicon.words.len(), lexicon.meanings.len(), "{tag}");
            assert!(!lexicon.words.is_empty(), "{tag}");
        }
        assert!(SECTIONS.len() > 80);
    }

    #[test]
    fn the_longest_phrase_counts_that_may_end_there() {
        let english = lexicon("en").unwrap();
        let phrase = english.longest("square miles", |_| true).unwrap();
        assert_eq!(phrase.end, 12);
        assert!(phrase.meanings.contains(&Meaning::Unit("square-mile")));
        assert!(english.longest("square", |_| true).is_none());
    }
}
