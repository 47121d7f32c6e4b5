//! When an article was published, in the forms that sources write.

use serde_json::Value;

use crate::corpus::{Date, Timestamp};

/// Sources that count seconds or milliseconds mean a day between these: 1980 and
/// 2100. What lies outside is a default (1970) or another unit.
const PLAUSIBLE: std::ops::Range<i64> = 315_532_800..4_102_444_800;

/// The moment that a field of a record names: RFC 3339 or RFC 5322 (RFC 822)
/// text, or seconds, milliseconds or microseconds since 1970 as a number or as
/// digits. A time without a zone is taken as UTC. `None` for everything else.
pub(super) fn parse(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Number(number) => epoch(number.as_f64()?),
        Value::String(text) => {
            let text = text.trim();
            iso(text)
                .or_else(|| mail(text))
                .or_else(|| epoch(text.parse().ok()?))
        }
        // `["2024-05-08", …]`
        Value::Array(values) => parse(values.first()?),
        _ => None,
    }
}

fn epoch(number: f64) -> Option<Timestamp> {
    [1.0, 1e3, 1e6]
        .iter()
        .map(|unit| (number / unit).floor())
        .find(|seconds| (PLAUSIBLE.start as f64..PLAUSIBLE.end as f64).contains(seconds))
        .map(|seconds| Timestamp(seconds as i64))
}

/// ISO 8601 as RFC 3339 narrows it, and its usual dialects: a space for the T,
/// slashes or nothing between the parts of the day, no zone, no time.
fn iso(text: &str) -> Option<Timestamp> {
    let (year, rest) = digits(text, 4)?;
    let (separator, rest) = match rest.strip_prefix(['-', '/']) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let (month, rest) = digits(rest, 2)?;
    let rest = if separator {
        rest.strip_prefix(['-', '/'])?
    } else {
        rest
    };
    let (day, rest) = digits(rest, 2)?;
    let midnight = day_start(i64::from(year), month, day)?;
    let Some(time) = rest.strip_prefix(['T', 't', ' ', '_']) else {
        return rest.is_empty().then_some(Timestamp(midnight));
    };
    let (seconds, zone) = clock(time)?;
    Some(Timestamp(midnight + seconds - zone_offset(zone.trim())?))
}

/// RFC 5322, section 3.3: `Wed, 08 May 2024 17:30:00 +0300`. The day of the week,
/// the time and the zone may be missing; month names in English, also in full.
fn mail(text: &str) -> Option<Timestamp> {
    let text = text.split_once(',').map_or(text, |(weekday, rest)| {
        let is_weekday = weekday.trim().bytes().all(|b| b.is_ascii_alphabetic());
        if is_weekday { rest } else { text }
    });
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let second = words.next()?;
    // `May 8, 2024` as well.
    let (day, month) = if first.starts_with(|c: char| c.is_ascii_digit()) {
        (first, second)
    } else {
        (second, first)
    };
    let day: u32 = day.trim_end_matches([',', '.']).parse().ok()?;
    let month = month_number(month)?;
    let year: i64 = match words.next()? {
        year if year.len() == 4 => year.parse().ok()?,
        // RFC 5322, section 4.3: two digits below 50 are of this century.
        year if year.len() == 2 => {
            let year: i64 = year.parse().ok()?;
            if year < 50 { 2000 + year } else { 1900 + year }
        }
        _ => return None,
    };
    let midnight = day_start(year, month, day)?;
    let Some(time) = words.next() else {
        return Some(Timestamp(midnight));
    };
    let (seconds, rest) = clock(time)?;
    let zone = if rest.is_empty() {
        words.next().unwrap_or_default()
    } else {
        rest
    };
    Some(Timestamp(midnight + seconds - zone_offset(zone)?))
}

fn month_number(name: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = name.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == start)?;
    u32::try_from(at + 1).ok()
}

/// Seconds since midnight of `HH:MM`, `HH:MM:SS`, `HH:MM:SS.fff` or `HHMMSS`, and
/// what follows.
fn clock(text: &str) -> Option<(i64, &str)> {
    let (hour, rest) = digits(text, 2)?;
    let colon = rest.starts_with(':');
    let part = |rest| -> Option<(u32, &str)> {
        let rest: &str = rest;
        digits(if colon { rest.strip_prefix(':')? } else { rest }, 2)
    };
    let (minute, rest) = part(rest)?;
    let (second, rest) = part(rest).unwrap_or((0, rest));
    let rest = rest.strip_prefix(['.', ',']).map_or(rest, |fraction| {
        fraction.trim_start_matches(|c: char| c.is_ascii_digit())
    });
    // A leap second is the first of the next minute here.
    let exists = hour < 24 && minute < 60 && second <= 60;
    exists.then(|| (i64::from(hour * 3600 + minute * 60 + second), rest))
}

/// Seconds east of Greenwich: `Z`, `+03:00`, `-0500`, `+03`, `GMT`, `EST`, nothing.
fn zone_offset(zone: &str) -> Option<i64> {
    // The names of RFC 5322, section 4.3.
    let hours = match zone.to_ascii_uppercase().as_str() {
        "" | "Z" | "UT" | "UTC" | "GMT" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        numeric => {
            let sign = match numeric.bytes().next()? {
                b'+' => 1,
                b'-' => -1,
                _ => return None,
            };
            let (hours, rest) = digits(numeric.get(1..)?, 2)?;
            let rest = rest.strip_prefix(':').unwrap_or(rest);
            let minutes = if rest.is_empty() {
                0
            } else {
                digits(rest, 2)?.0
            };
            return (hours <= 14 && minutes < 60)
                .then(|| sign * i64::from(hours * 3600 + minutes * 60));
        }
    };
    Some(hours * 3600)
}

/// A number of exactly so many digits, and what follows.
fn digits(text: &str, count: usize) -> Option<(u32, &str)> {
    let (number, rest) = text.split_at_checked(count)?;
    let all = number.bytes().all(|b| b.is_ascii_digit());
    all.then(|| number.parse().ok())
        .flatten()
        .map(|n| (n, rest))
}

fn day_start(year: i64, month: u32, day: u32) -> Option<i64> {
    let date = Date {
        year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    };
    // A date of 1970-01-01 to the second is an empty field, not news.
    Timestamp::from_date(date).map(|t| t.0).filter(|&t| t != 0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn shown(value: Value) -> String {
        parse(&value).map_or_else(|| "none".to_owned(), Timestamp::rfc3339)
    }

    #[test]
    fn the_forms_that_sources_write() {
        for (value, moment) in [
            (json!("2024-05-08T17:30:00Z"), "2024-05-08T17:30:00Z"),
            (
                json!("2024-05-08T17:30:00.123+03:00"),
                "2024-05-08T14:30:00Z",
            ),
            (json!("2024-05-08 17:30:00"), "2024-05-08T17:30:00Z"),
            (json!("2024-05-08 17:30:00 +0000"), "2024-05-08T17:30:00Z"),
            (json!("2024-05-08T17:30-05:00"), "2024-05-08T22:30:00Z"),
            (json!("2024-05-08"), "2024-05-08"),
            (json!("2024/05/08"), "2024-05-08"),
            (json!("20240508"), "2024-05-08"),
            (json!("20240508T173000Z"), "2024-05-08T17:30:00Z"),
            (
                json!("Wed, 08 May 2024 17:30:00 GMT"),
                "2024-05-08T17:30:00Z",
            ),
            (json!("8 May 24 17:30 -0700"), "2024-05-09T00:30:00Z"),
            (json!("May 8, 2024"), "2024-05-08"),
            (json!(1_715_189_400), "2024-05-08T17:30:00Z"),
            (json!(1_715_189_400_000_i64), "2024-05-08T17:30:00Z"),
            (json!("1715189400"), "2024-05-08T17:30:00Z"),
            (json!(1_715_189_400.75), "2024-05-08T17:30:00Z"),
            (json!(["2024-05-08"]), "2024-05-08"),
        ] {
            assert_eq!(shown(value.clone()), moment, "{value}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in [
            json!(0),
            json!("1970-01-01T00:00:00Z"),
            json!(-5),
            json!(1e300),
            json!(12),
            json!(""),
            json!("yesterday"),
            json!("2024-02-30"),
            json!("2024-05-08T25:00:00Z"),
            json!("2024-05-08T17:30:00+99:00"),
            json!("32 May 2024"),
            json!("٢٠٢٤-٠٥-٠٨"),
            json!(null),
            json!([]),
            json!({}),
        ] {
            assert_eq!(parse(&value), None, "{value}");
        }
    }
}
