//! Time zones: TZ as POSIX has it (`CET-1CEST,M3.5.0,M10.5.0/3`), and the present rules of some places, by
//! name and as zone files (RFC 9636).

use crate::kernel::Proc;

use super::{Civil, days_from_civil, month_days};

/// Places and their present rules.
const PLACES: &[(&str, &str)] = &[
    ("Africa/Cairo", "EET-2EEST,M4.5.5/0,M10.5.4/24"),
    ("Africa/Johannesburg", "SAST-2"),
    ("Africa/Lagos", "WAT-1"),
    ("Africa/Nairobi", "EAT-3"),
    ("America/Chicago", "CST6CDT,M3.2.0,M11.1.0"),
    ("America/Denver", "MST7MDT,M3.2.0,M11.1.0"),
    ("America/Los_Angeles", "PST8PDT,M3.2.0,M11.1.0"),
    ("America/Mexico_City", "CST6"),
    ("America/New_York", "EST5EDT,M3.2.0,M11.1.0"),
    ("America/Sao_Paulo", "<-03>3"),
    ("America/Toronto", "EST5EDT,M3.2.0,M11.1.0"),
    ("Asia/Dubai", "<+04>-4"),
    ("Asia/Hong_Kong", "HKT-8"),
    ("Asia/Jakarta", "WIB-7"),
    ("Asia/Kolkata", "IST-5:30"),
    ("Asia/Seoul", "KST-9"),
    ("Asia/Shanghai", "CST-8"),
    ("Asia/Singapore", "<+08>-8"),
    ("Asia/Tokyo", "JST-9"),
    ("Australia/Melbourne", "AEST-10AEDT,M10.1.0,M4.1.0/3"),
    ("Australia/Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3"),
    ("Europe/Amsterdam", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Istanbul", "<+03>-3"),
    ("Europe/Kyiv", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("Europe/Lisbon", "WET0WEST,M3.5.0/1,M10.5.0"),
    ("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("Europe/Madrid", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Moscow", "MSK-3"),
    ("Europe/Paris", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Rome", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Warsaw", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Zurich", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Etc/GMT", "GMT0"),
    ("Etc/UTC", "UTC0"),
    ("GMT", "GMT0"),
    ("Pacific/Auckland", "NZST-12NZDT,M9.5.0,M4.1.0/3"),
];

/// When summer time begins or ends: the n-th weekday of a month, 5 being the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    month: u32,
    week: u32,
    weekday: u32,
    /// Seconds after midnight, by the time that ends.
    at: i64,
}

/// A time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    name: String,
    /// Seconds east of Greenwich.
    offset: i64,
    summer: Option<(String, i64, Turn, Turn)>,
}

impl Zone {
    /// Universal time.
    pub fn utc() -> Zone {
        Zone { name: "UTC".to_string(), offset: 0, summer: None }
    }

    /// The zone of a process: by TZ, else by the machine's file, else universal time. What is not
    /// understood is universal time by another name, as glibc has it.
    pub fn of(p: &Proc) -> Zone {
        match p.env("TZ") {
            Some(tz) => Zone::parse(&tz),
            None => {
                p.read_file("/etc/localtime").ok().and_then(|b| read(&b)).unwrap_or_else(Zone::utc)
            }
        }
    }

    /// The zone that a value of TZ means.
    pub fn parse(tz: &str) -> Zone {
        let tz = tz.strip_prefix(':').unwrap_or(tz);
        let tz = tz.strip_prefix("/usr/share/zoneinfo/").unwrap_or(tz);
        if matches!(tz, "" | "UTC" | "Etc/UTC" | "Universal" | "Zulu") {
            return Zone::utc();
        }
        let rule = PLACES.iter().find(|(place, _)| *place == tz).map_or(tz, |(_, rule)| rule);
        posix(rule).unwrap_or_else(|| {
            let letters = tz.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
            Zone { name: letters, offset: 0, summer: None }
        })
    }

    /// A fixed distance from Greenwich, in seconds.
    pub fn fixed(offset: i64) -> Zone {
        Zone { name: String::new(), offset, summer: None }
    }

    /// Seconds east of Greenwich at a moment, and the zone's name then.
    pub fn at(&self, secs: i64) -> (i64, &str) {
        if let Some((name, offset, begin, end)) = &self.summer {
            let year = Civil::from_secs(secs.saturating_add(self.offset), 0).year;
            let begin = moment(year, begin) - self.offset;
            let end = moment(year, end) - offset;
            let inside =
                if begin < end { secs >= begin && secs < end } else { secs >= begin || secs < end };
            if inside {
                return (*offset, name);
            }
        }
        (self.offset, &self.name)
    }

    /// The moment at which this zone's clocks show so many seconds since the epoch.
    pub fn to_utc(&self, local: i64) -> i64 {
        let guess = local.saturating_sub(self.at(local.saturating_sub(self.offset)).0);
        local.saturating_sub(self.at(guess).0)
    }

    /// Calendar date and time here at a moment.
    pub fn civil(&self, secs: i64, nanos: u32) -> Civil {
        Civil::from_secs(secs.saturating_add(self.at(secs).0), nanos)
    }
}

/// Local seconds since the epoch at which a turn happens in a year.
fn moment(year: i64, turn: &Turn) -> i64 {
    let first = days_from_civil(year, i64::from(turn.month), 1);
    let weekday = (first + 4).rem_euclid(7);
    let mut day =
        (i64::from(turn.weekday) - weekday).rem_euclid(7) + 7 * (i64::from(turn.week) - 1);
    if day >= i64::from(month_days(year, turn.month)) {
        day -= 7;
    }
    (first + day) * 86_400 + turn.at
}

/// A rule as POSIX writes it.
/// The zone files that there are: their places below /usr/share/zoneinfo, and what is in them.
pub fn files() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    PLACES.iter().filter_map(|(place, rule)| Some((*place, file(rule)?)))
}

/// A zone file of a rule that holds at all times: one type of local time, no transitions, and the rule
/// itself behind them.
fn file(rule: &str) -> Option<Vec<u8>> {
    let zone = posix(rule)?;
    let name = [zone.name.as_bytes(), b"\0"].concat();
    let mut block = b"TZif2".to_vec();
    block.extend([0; 15]);
    for count in [0, 0, 0, 0, 1, name.len()] {
        block.extend(u32::try_from(count).ok()?.to_be_bytes());
    }
    block.extend(i32::try_from(zone.offset).ok()?.to_be_bytes());
    block.extend([0, 0]);
    block.extend(name);
    Some([&block[..], &block, b"\n", rule.as_bytes(), b"\n"].concat())
}

/// The rule at the end of a zone file.
fn read(bytes: &[u8]) -> Option<Zone> {
    let rest = bytes.strip_prefix(b"TZif").and(bytes.strip_suffix(b"\n"))?;
    let from = rest.iter().rposition(|b| *b == b'\n')? + 1;
    posix(std::str::from_utf8(&rest[from..]).ok()?)
}

fn posix(rule: &str) -> Option<Zone> {
    let (name, rest) = zone_name(rule)?;
    let (west, rest) = hours(rest)?;
    let mut zone = Zone { name, offset: -west, summer: None };
    if rest.is_empty() {
        return Some(zone);
    }
    let (summer, rest) = zone_name(rest)?;
    let (offset, rest) = match hours(rest) {
        Some((west, rest)) => (-west, rest),
        None => (zone.offset + 3_600, rest),
    };
    let mut turns = rest.split(',').skip(1).map(turn);
    let (begin, end) = match (turns.next(), turns.next()) {
        (None, _) => (turn("M3.2.0")?, turn("M11.1.0")?),
        (begin, end) => (begin??, end??),
    };
    zone.summer = Some((summer, offset, begin, end));
    Some(zone)
}

fn zone_name(s: &str) -> Option<(String, &str)> {
    if let Some(rest) = s.strip_prefix('<') {
        let (name, rest) = rest.split_once('>')?;
        return Some((name.to_string(), rest));
    }
    let end = s.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(s.len());
    (end >= 3).then(|| (s[..end].to_string(), &s[end..]))
}

/// `[+-]H[H[H]][:MM[:SS]]` as seconds, and the rest.
fn hours(s: &str) -> Option<(i64, &str)> {
    let (sign, body) = match s.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, s.strip_prefix('+').unwrap_or(s)),
    };
    let end = body.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(body.len());
    let mut total = 0;
    for (part, unit) in body[..end].split(':').zip([3_600, 60, 1]) {
        total += part.parse::<i64>().ok().filter(|n| *n < 200)? * unit;
    }
    Some((sign * total, &body[end..]))
}

fn turn(s: &str) -> Option<Turn> {
    let (day, time) = s.split_once('/').unwrap_or((s, "2"));
    let mut n = day.strip_prefix('M')?.split('.').map(|n| n.parse::<u32>().ok());
    let (month, week, weekday) = (n.next()??, n.next()??, n.next()??);
    let well = (1..=12).contains(&month) && (1..=5).contains(&week) && weekday < 7;
    well.then_some(())?;
    Some(Turn { month, week, weekday, at: hours(time)?.0 })
}

#[cfg(test)]
mod tests {
    use super::Zone;

    #[test]
    fn summer_and_winter() {
        let berlin = Zone::parse("Europe/Berlin");
        assert_eq!(berlin.at(1_767_600_000), (3_600, "CET"));
        assert_eq!(berlin.at(1_782_000_000), (7_200, "CEST"));
        assert_eq!(berlin.at(1_774_746_000), (7_200, "CEST"), "from 01:00 UTC on 2026-03-29");
        assert_eq!(berlin.at(1_774_745_999), (3_600, "CET"));
        assert_eq!(Zone::parse("Australia/Sydney").at(1_767_600_000), (39_600, "AEDT"));
        assert_eq!(Zone::parse("EST5").at(0), (-18_000, "EST"));
        assert_eq!(Zone::parse("<+05>-5:30").at(0), (19_800, "+05"));
        assert_eq!(Zone::parse("Nowhere/Else").at(0), (0, "Nowhere"));
        assert_eq!(berlin.to_utc(1_782_007_200), 1_782_000_000);
    }
}
