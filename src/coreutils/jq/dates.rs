//! jq's dates: seconds since 1970, broken down times, ISO 8601 text.

use chrono::format::{Parsed, StrftimeItems, parse};
use chrono::{DateTime, Datelike, NaiveDate, Timelike};

use super::builtins::shown;
use super::eval::{Res, fail};
use super::json::J;

fn seconds(v: &J) -> Res<i64> {
    match v {
        J::Num(n) => Ok(n.floor() as i64),
        J::Arr(a) if a.len() >= 6 => {
            let n = |i: usize| a[i].num().map_or(0, |n| n as i64);
            let day = NaiveDate::from_ymd_opt(n(0) as i32, n(1) as u32 + 1, n(2) as u32);
            let t = day.and_then(|d| d.and_hms_opt(n(3) as u32, n(4) as u32, n(5) as u32));
            match t {
                Some(t) => Ok(t.and_utc().timestamp()),
                None => fail("invalid gmtime representation"),
            }
        }
        v => fail(format!("{} is not a time", shown(v))),
    }
}

/// The broken down time that `gmtime` and `strptime` give.
fn broken<T: Datelike + Timelike>(t: &T, fraction: f64) -> J {
    let n = |x: u32| J::Num(f64::from(x));
    J::arr(vec![
        J::Num(f64::from(t.year())),
        n(t.month0()),
        n(t.day()),
        n(t.hour()),
        n(t.minute()),
        J::Num(f64::from(t.second()) + fraction),
        n(t.weekday().num_days_from_sunday()),
        n(t.ordinal0()),
    ])
}

/// `strptime`: midnight where the format has no time of day.
fn strptime(text: &str, format: &str) -> Res<J> {
    let mut found = Parsed::new();
    let read = parse(&mut found, text, StrftimeItems::new(format));
    match read.and_then(|()| found.to_naive_date()) {
        Ok(day) => {
            let time = found.to_naive_time().unwrap_or_default();
            Ok(broken(&day.and_time(time), 0.0))
        }
        Err(_) => fail(format!("date \"{text}\" does not match format \"{format}\"")),
    }
}

/// `todate`, `fromdate`, `strptime`, `strftime`, `gmtime`, `mktime`; local time is UTC here.
pub fn call(name: &str, v: &J, arg: &J) -> Res<J> {
    if name == "strptime" {
        return match (v, arg) {
            (J::Str(text), J::Str(format)) => strptime(text, format),
            _ => fail("strptime/1 requires string inputs and arguments"),
        };
    }
    if name == "fromdate" {
        let J::Str(s) = v else { return fail("strptime/1 requires string inputs and arguments") };
        return match DateTime::parse_from_rfc3339(s) {
            Ok(t) => Ok(J::Num(t.timestamp() as f64)),
            Err(_) => fail(format!("date \"{s}\" does not match format \"%Y-%m-%dT%H:%M:%SZ\"")),
        };
    }
    let secs = seconds(v)?;
    let Some(t) = DateTime::from_timestamp(secs, 0) else {
        return fail("error converting number of seconds since epoch to datetime");
    };
    Ok(match name {
        "todate" => J::Str(t.format("%Y-%m-%dT%H:%M:%SZ").to_string().into()),
        "mktime" => J::Num(secs as f64),
        "gmtime" | "localtime" => {
            let frac = if let J::Num(n) = v { n - n.floor() } else { 0.0 };
            broken(&t, frac)
        }
        _ => match arg {
            J::Str(f) => {
                let bytes = crate::coreutils::awk::strftime(f.as_bytes(), secs);
                J::Str(String::from_utf8_lossy(&bytes).into())
            }
            _ => return fail("strftime/1 requires a string format"),
        },
    })
}
