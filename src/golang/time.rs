//! Moments as Docker prints and reads them: RFC 3339, Go's `Time.String`, Unix seconds.

use super::quote::quote;
use super::{duration, layout};
use chrono::{DateTime, SecondsFormat, Utc};

fn moment(ns: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_nanos(ns)
}

/// `RFC3339Nano`: no trailing zeros in the fraction, `Z` for UTC.
pub fn rfc3339_nano(ns: i64) -> String {
    let full = moment(ns).to_rfc3339_opts(SecondsFormat::Nanos, true);
    let Some(body) = full.strip_suffix('Z') else { return full };
    let body = body.trim_end_matches('0');
    format!("{}Z", body.strip_suffix('.').unwrap_or(body))
}

/// RFC 3339 to the second.
pub fn rfc3339(ns: i64) -> String {
    moment(ns).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The zero `Time`: what the API says of what has not happened.
pub const NEVER: &str = "0001-01-01T00:00:00Z";

/// `RFC3339Nano` of a time that may not have come.
pub fn maybe(ns: Option<i64>) -> String {
    ns.map_or_else(|| NEVER.to_string(), rfc3339_nano)
}

/// Nine digits of fraction always, as `docker logs -t` and `docker events` print.
pub fn rfc3339_nine(ns: i64) -> String {
    moment(ns).to_rfc3339_opts(SecondsFormat::Nanos, true)
}

/// Go's `Time.String` for UTC: `2006-01-02 15:04:05.5 +0000 UTC`.
pub fn go_string(ns: i64) -> String {
    let text = rfc3339_nano(ns);
    let body = text.strip_suffix('Z').unwrap_or(&text);
    format!("{} +0000 UTC", body.replacen('T', " ", 1))
}

/// Go's ANSI C form: `Mon Jan  2 15:04:05 2006`.
pub fn ansic(ns: i64) -> String {
    moment(ns).format("%a %b %e %H:%M:%S %Y").to_string()
}

/// Hours and minutes of the day: `15:04`.
pub fn clock(ns: i64) -> String {
    moment(ns).format("%H:%M").to_string()
}

/// Nanoseconds since 1970 of an RFC 3339 time; `None` for what is not one or does not fit.
pub fn from_rfc3339(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok()?.timestamp_nanos_opt()
}

/// Docker's `GetTimestamp`: a duration counted back from `now`, a date as far as it is given, or Unix
/// seconds, as nanoseconds since 1970. What comes of a duration is told in whole seconds.
pub fn since(text: &str, now: i64) -> Result<i64, String> {
    // A plain `0` is the beginning of the epoch, and no length of time.
    if text != "0"
        && let Ok(back) = duration::parse(text)
    {
        return Ok(now
            .saturating_sub(back)
            .div_euclid(1_000_000_000)
            .saturating_mul(1_000_000_000));
    }
    match layout::parse(&form(text), text) {
        Ok(ns) => Ok(ns),
        Err(why) if text.contains('-') => Err(why),
        Err(_) => unix(text)
            .ok_or_else(|| format!("failed to parse value as time or duration: {}", quote(text))),
    }
}

/// The layout that a date of this look is read by.
fn form(text: &str) -> String {
    let zulu = text.contains(['z', 'Z']);
    let zoned = zulu || text.contains('+') || text.matches('-').count() == 3;
    let colons = text.matches(':').count();
    // One of them stands in the zone.
    let colons = if zoned && !zulu { colons.saturating_sub(1) } else { colons };
    let bare = match (text.contains('.'), text.contains('T'), colons) {
        (true, ..) => "2006-01-02T15:04:05.999999999",
        (_, false, _) => "2006-01-02",
        (_, _, 0) => "2006-01-02T15",
        (_, _, 1) => "2006-01-02T15:04",
        _ => "2006-01-02T15:04:05",
    };
    format!("{bare}{}", if zoned { "Z07:00" } else { "" })
}

/// Seconds since 1970, with a fraction.
fn unix(text: &str) -> Option<i64> {
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let seconds: i64 = seconds.parse().ok()?;
    let fraction: i64 = format!("{fraction:0<9.9}").parse().ok()?;
    Some(seconds.saturating_mul(1_000_000_000).saturating_add(fraction))
}

#[cfg(test)]
mod tests {
    use super::{from_rfc3339, go_string, rfc3339_nano, rfc3339_nine, since};

    #[test]
    fn times() {
        let t = from_rfc3339("2025-03-04T05:06:07.120Z").unwrap();
        assert_eq!(rfc3339_nano(t), "2025-03-04T05:06:07.12Z");
        assert_eq!(rfc3339_nine(t), "2025-03-04T05:06:07.120000000Z");
        assert_eq!(go_string(t), "2025-03-04 05:06:07.12 +0000 UTC");
        assert_eq!(since("10m", 601_999_999_999), Ok(1_000_000_000));
        assert_eq!(since("5.25", 0), Ok(5_250_000_000));
        assert_eq!(since("1970-01-02", 0), Ok(86_400_000_000_000));
        assert_eq!(since("1970-01-01T1", 0), Ok(3_600_000_000_000));
        let why = "failed to parse value as time or duration: \"soon\"";
        assert_eq!(since("soon", 0), Err(why.to_string()));
    }
}
