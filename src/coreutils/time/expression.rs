//! What `date -d` and `touch -d` understand: ISO 8601, dates with names of months and days, times,
//! zones, `@SECONDS`, and relative items such as `2 days ago` and `next monday` (GNU's "Date input
//! formats"). Written from that description.

use super::grammar::Parser;
use super::names::unit;
use super::{Civil, SECOND, Zone, days_from_civil, split};

/// Seconds before and after the epoch beyond which no year can be written.
const FARTHEST: i64 = 67_767_976_233_532_799;

/// What has been found so far.
#[derive(Default)]
pub(super) struct Found {
    pub(super) date: Option<(Option<i64>, i64, i64)>,
    pub(super) time: Option<(i64, i64, i64, i64)>,
    pub(super) offset: Option<i64>,
    pub(super) weekday: Option<(i64, i64)>,
    pub(super) relative: Relative,
}

#[derive(Default)]
pub(super) struct Relative {
    pub(super) months: i64,
    pub(super) days: i64,
    pub(super) seconds: i64,
    pub(super) nanos: i64,
    pub(super) any: bool,
}

/// The moment that an expression means, in nanoseconds since the epoch; `None` where it means
/// nothing. `now` is what relative items count from.
pub fn parse(text: &str, now: i64, zone: &Zone) -> Option<i64> {
    let (secs, nanos) = parse_wide(text, now, zone)?;
    secs.checked_mul(SECOND)?.checked_add(nanos.into())
}

/// As [`parse`], for times that nanoseconds do not reach: seconds since the epoch, and nanoseconds.
pub fn parse_wide(text: &str, now: i64, zone: &Zone) -> Option<(i64, u32)> {
    let text = text.trim();
    // TZ="..." at the start sets the zone.
    if let Some(rest) = text.strip_prefix("TZ=\"") {
        let (tz, rest) = rest.split_once('"')?;
        return parse_wide(rest, now, &Zone::parse(tz));
    }
    if let Some(seconds) = text.strip_prefix('@') {
        return epoch(seconds);
    }
    Parser::read(text)?.moment(now, zone)
}

/// `@SECONDS[.FRACTION]`.
fn epoch(s: &str) -> Option<(i64, u32)> {
    let (whole, fraction) = s.split_once(['.', ',']).unwrap_or((s, ""));
    let secs: i64 = whole.parse().ok()?;
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let nanos: i64 = format!("{fraction:0<9}")[..9].parse().ok()?;
    if secs.abs() > FARTHEST {
        return None;
    }
    let back = whole.starts_with('-') && nanos > 0;
    Some(if back { (secs - 1, (SECOND - nanos) as u32) } else { (secs, nanos as u32) })
}

impl Relative {
    pub(super) fn add(&mut self, word: &str, n: i64) -> Option<()> {
        let (months, days, seconds) = unit(word)?;
        self.any = true;
        self.months = self.months.checked_add(months.checked_mul(n)?)?;
        self.days = self.days.checked_add(days.checked_mul(n)?)?;
        self.seconds = self.seconds.checked_add(seconds.checked_mul(n)?)?;
        Some(())
    }

    pub(super) fn negate(&mut self) -> Option<()> {
        (self.months, self.days, self.seconds, self.nanos) =
            (-self.months, -self.days, -self.seconds, -self.nanos);
        self.any.then_some(())
    }
}

impl Found {
    fn moment(self, now: i64, zone: &Zone) -> Option<(i64, u32)> {
        let zone = self.offset.map_or_else(|| zone.clone(), Zone::fixed);
        let (secs, nanos) = split(now);
        let today = zone.civil(secs, nanos);
        let given = self.date.is_some() || self.weekday.is_some() || self.offset.is_some();
        let whole_day = given || (!self.relative.any && self.time.is_none());
        let Civil { year, month, day, .. } = today;
        let (y, m, d) = match self.date {
            Some((y, m, d)) => (y.unwrap_or(year), m, d),
            None => (year, i64::from(month), i64::from(day)),
        };
        if y.abs() > 2_000_000_000 {
            return None;
        }
        let (hour, minute, second, ns) = match self.time {
            Some(time) => time,
            None if whole_day => (0, 0, 0, 0),
            None => (today.hour.into(), today.minute.into(), today.second.into(), i64::from(nanos)),
        };
        let r = &self.relative;
        let months = (y * 12 + m - 1).checked_add(r.months)?;
        if months.abs() > 25_000_000_000 || r.days.abs() > 700_000_000_000 {
            return None;
        }
        let mut days = days_from_civil(months.div_euclid(12), months.rem_euclid(12) + 1, d);
        if let Some((nth, want)) = self.weekday
            && self.date.is_none()
        {
            let have = (days + 4).rem_euclid(7);
            let ahead = (want - have).rem_euclid(7);
            days += ahead + 7 * (nth - i64::from(nth > 0 && have != want));
        }
        days += r.days;
        let local = days.checked_mul(86_400)? + hour * 3_600 + minute * 60 + second;
        let secs = zone.to_utc(local).checked_add(r.seconds)?;
        (secs.abs() <= FARTHEST).then_some((secs, ns as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Zone, strftime};
    use super::parse;

    /// Expressions and what GNU date makes of them on Friday, 2024-03-01 10:20:30 UTC.
    #[test]
    fn expressions() {
        let now = 1_709_288_430_000_000_000;
        for (text, want) in [
            ("2024-01-02", "2024-01-02 00:00:00"),
            ("2024-01-02 03:04:05", "2024-01-02 03:04:05"),
            ("2024-01-02T03:04:05Z", "2024-01-02 03:04:05"),
            ("2024-01-02T03:04:05+02:00", "2024-01-02 01:04:05"),
            ("2024-01-02 03:04 -0500", "2024-01-02 08:04:00"),
            ("20240102", "2024-01-02 00:00:00"),
            ("20240102 0304", "2024-01-02 03:04:00"),
            ("1/2/2024", "2024-01-02 00:00:00"),
            ("2 Jan 2024", "2024-01-02 00:00:00"),
            ("Jan 2, 2024 3pm", "2024-01-02 15:00:00"),
            ("2-feb-2024", "2024-02-02 00:00:00"),
            ("Tue, 02 Jan 2024 03:04:05 +0100", "2024-01-02 02:04:05"),
            ("Tue Jan  2 03:04:05 UTC 2024", "2024-01-02 03:04:05"),
            ("now", "2024-03-01 10:20:30"),
            ("today", "2024-03-01 10:20:30"),
            ("yesterday", "2024-02-29 10:20:30"),
            ("tomorrow 08:00", "2024-03-02 08:00:00"),
            ("2 days ago", "2024-02-28 10:20:30"),
            ("-1 week", "2024-02-23 10:20:30"),
            ("+90 minutes", "2024-03-01 11:50:30"),
            ("1 month ago", "2024-02-01 10:20:30"),
            ("next year", "2025-03-01 10:20:30"),
            ("last month", "2024-02-01 10:20:30"),
            ("next monday", "2024-03-04 00:00:00"),
            ("friday", "2024-03-01 00:00:00"),
            ("last friday", "2024-02-23 00:00:00"),
            ("2024-01-02 12:00 A", "2024-01-02 11:00:00"),
            ("2024-01-02 12:00 + 2 hours", "2024-01-02 11:00:00"),
            ("2024-01-31 +1 month", "2024-03-02 00:00:00"),
            ("2024-01-02 03:04:05 2 hours ago", "2024-01-02 01:04:05"),
            ("@86400", "1970-01-02 00:00:00"),
            ("12:30", "2024-03-01 12:30:00"),
            ("", "2024-03-01 00:00:00"),
            ("TZ=\"Europe/Berlin\" 2024-01-02 12:00", "2024-01-02 11:00:00"),
        ] {
            let got = parse(text, now, &Zone::utc());
            let got = got.map(|ns| strftime("%F %T", ns, &Zone::utc(), true));
            assert_eq!(got.as_deref(), Some(want), "{text:?}");
        }
        for bad in ["foo", "2024-13-01", "2024-02-30", "25:00", "1 2 3 4", "12:60", "noon"] {
            assert_eq!(parse(bad, now, &Zone::utc()), None, "{bad:?}");
        }
    }
}
