//! Times and durations as the API writes them. Everywhere else a time is nanoseconds since the epoch.

use chrono::{DateTime, Utc};

const NS: i64 = 1_000_000_000;

fn utc(ns: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_nanos(ns)
}

/// `2006-01-02T15:04:05.999999999Z`: trailing zeros of the fraction left off, as Go's RFC3339Nano.
pub fn rfc3339_nano(ns: i64) -> String {
    let base = utc(ns).format("%Y-%m-%dT%H:%M:%S").to_string();
    let fraction = format!("{:09}", ns.rem_euclid(NS));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{base}Z") } else { format!("{base}.{fraction}Z") }
}

/// The same with all nine digits, as log timestamps are.
pub fn rfc3339_fixed(ns: i64) -> String {
    format!("{}.{:09}Z", utc(ns).format("%Y-%m-%dT%H:%M:%S"), ns.rem_euclid(NS))
}

/// Whole seconds.
pub fn rfc3339(ns: i64) -> String {
    utc(ns).format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The API's way to say never.
pub const NEVER: &str = "0001-01-01T00:00:00Z";

/// A time that may not have come.
pub fn maybe(ns: Option<i64>) -> String {
    ns.map_or_else(|| NEVER.to_string(), rfc3339_nano)
}

/// Reads what [`rfc3339_nano`] writes.
pub fn parse(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok()?.timestamp_nanos_opt()
}

/// A length of time in words, as `docker ps` has it.
pub fn human(ns: i64) -> String {
    let seconds = ns.max(0) / NS;
    let minutes = seconds / 60;
    // Docker rounds hours.
    let hours = (seconds + 1800) / 3600;
    match seconds {
        0 => "Less than a second".to_string(),
        1 => "1 second".to_string(),
        _ if seconds < 60 => format!("{seconds} seconds"),
        _ if minutes == 1 => "About a minute".to_string(),
        _ if minutes < 60 => format!("{minutes} minutes"),
        _ if hours == 1 => "About an hour".to_string(),
        _ if hours < 48 => format!("{hours} hours"),
        _ if hours < 24 * 7 * 2 => format!("{} days", hours / 24),
        _ if hours < 24 * 30 * 2 => format!("{} weeks", hours / 24 / 7),
        _ if hours < 24 * 365 * 2 => format!("{} months", hours / 24 / 30),
        _ => format!("{} years", hours / 24 / 365),
    }
}

/// Hours and minutes of the day.
pub fn clock(ns: i64) -> String {
    utc(ns).format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        let t = 1_700_000_000 * NS;
        assert_eq!(rfc3339_nano(t), "2023-11-14T22:13:20Z");
        assert_eq!(rfc3339_nano(t + 120_000_000), "2023-11-14T22:13:20.12Z");
        assert_eq!(rfc3339_fixed(t + 5), "2023-11-14T22:13:20.000000005Z");
        assert_eq!(parse(&rfc3339_nano(t + 7)), Some(t + 7));
        assert_eq!(human(90 * NS), "About a minute");
        assert_eq!(human(49 * 3600 * NS), "2 days");
    }
}
