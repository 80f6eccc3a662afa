//! A `time.Time` in a template: the methods that take nothing, and `Format`.

use super::value::Val;
use crate::golang::{format, time};
use chrono::{DateTime, Datelike, Timelike};
use std::rc::Rc;

/// What the zero time is counted as: the first moment of the year 1.
const ZERO: i64 = -62_135_596_800;

/// How Go prints one; none is the zero time.
pub fn text(ns: Option<i64>) -> String {
    ns.map_or_else(|| "0001-01-01 00:00:00 +0000 UTC".to_string(), time::go_string)
}

/// What a method gives.
pub fn method(ns: Option<i64>, name: &str) -> Option<Val> {
    let at = match ns {
        Some(ns) => DateTime::from_timestamp_nanos(ns),
        None => DateTime::from_timestamp(ZERO, 0)?,
    };
    let number = |n: u32| Val::Int(i64::from(n));
    Some(match name {
        "Year" => Val::Int(i64::from(at.year())),
        "Month" => Val::text(at.format("%B").to_string()),
        "Day" => number(at.day()),
        "Hour" => number(at.hour()),
        "Minute" => number(at.minute()),
        "Second" => number(at.second()),
        "Nanosecond" => number(at.nanosecond()),
        "YearDay" => number(at.ordinal()),
        "Weekday" => Val::text(at.format("%A").to_string()),
        "Unix" => Val::Int(at.timestamp()),
        "UnixMilli" => Val::Int(at.timestamp_millis()),
        "UnixMicro" => Val::Int(at.timestamp_micros()),
        "UnixNano" => Val::Int(at.timestamp_nanos_opt()?),
        "IsZero" => Val::Bool(ns.is_none()),
        "UTC" | "Local" => Val::Time(ns),
        "Location" => Val::text("UTC"),
        "String" => Val::text(text(ns)),
        "Format" => Val::Method(Rc::new(move |args| match args {
            [Val::Text(layout)] => Ok(Val::text(format::format(ns.unwrap_or_default(), layout))),
            _ => Err(format!("wrong number of args for Format: want 1 got {}", args.len())),
        })),
        _ => return None,
    })
}
