//! jq's dates: seconds since 1970, broken down times, ISO 8601 text.

use chrono::{DateTime, Datelike, NaiveDate, Timelike};

use super::builtins::shown;
use super::eval::{Res, fail};
use super::json::J;

fn seconds(v: &J) -> Res<i64> {
    match v {
        J::Num(n) => Ok(n.floor() as i64),
        J::Arr(a) if a.len() >= 6 => {
            let n = |i: usize| if let J::Num(n) = &a[i] { *n as i64 } else { 0 };
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

/// `todate`, `fromdate`, `strftime`, `gmtime`, `mktime`
pub fn call(name: &str, v: &J, arg: &J) -> Res<J> {
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
        "gmtime" => {
            let frac = if let J::Num(n) = v { n - n.floor() } else { 0.0 };
            let n = |x: u32| J::Num(f64::from(x));
            J::arr(vec![
                J::Num(f64::from(t.year())),
                n(t.month0()),
                n(t.day()),
                n(t.hour()),
                n(t.minute()),
                J::Num(f64::from(t.second()) + frac),
                n(t.weekday().num_days_from_sunday()),
                n(t.ordinal0()),
            ])
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
