//! The kinds of flag values: their names in help, their checks, what counts as an empty default.

use super::check;
use crate::golang::{duration, strconv, units};

/// Looks at one value; what it returns is what is kept.
pub type Check = fn(&str) -> Result<String, String>;

/// What a flag's values are.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A switch: no value needed.
    Bool,
    /// Any text; the last one counts.
    Text,
    /// A whole number.
    Int,
    /// A whole number, said to be an `int` in help as well.
    Int64,
    /// A whole number from 0 on.
    Uint,
    /// A whole number from 0 to 65535.
    Uint16,
    /// May be given many times.
    List(Check),
    /// Like a list, with the `[]` that Docker shows as its default.
    Devices(Check),
    /// Comma separated, and may be given many times.
    Strings,
    /// `key=value`, many times.
    Map(Check),
    /// `key=value` pairs, comma separated.
    Pairs,
    /// A length of time.
    Duration,
    /// A size in bytes with an optional unit.
    Bytes,
    /// The same, or -1 for no limit.
    SwapBytes,
    /// A number of CPUs.
    Decimal,
    /// `name=soft[:hard]`.
    Ulimit,
    /// `--mount`'s comma separated fields.
    Mount,
    /// A network, plain or with options.
    Network,
    /// A request for GPUs.
    Gpus,
    /// `name=value`.
    Filter,
}

impl Kind {
    /// The word for the value in help; empty for a switch.
    pub fn value_name(&self) -> &'static str {
        match self {
            Kind::Bool => "",
            Kind::Text => "string",
            Kind::Int | Kind::Int64 => "int",
            Kind::Uint => "uint",
            Kind::Uint16 => "uint16",
            Kind::List(_) | Kind::Devices(_) => "list",
            Kind::Strings => "strings",
            Kind::Map(_) => "map",
            Kind::Pairs => "stringToString",
            Kind::Duration => "duration",
            Kind::Bytes | Kind::SwapBytes => "bytes",
            Kind::Decimal => "decimal",
            Kind::Ulimit => "ulimit",
            Kind::Mount => "mount",
            Kind::Network => "network",
            Kind::Gpus => "gpu-request",
            Kind::Filter => "filter",
        }
    }

    /// Whether a later value replaces an earlier one.
    pub fn single(&self) -> bool {
        matches!(
            self,
            Kind::Bool
                | Kind::Text
                | Kind::Int
                | Kind::Int64
                | Kind::Uint
                | Kind::Uint16
                | Kind::Duration
                | Kind::Bytes
                | Kind::SwapBytes
                | Kind::Decimal
        )
    }

    /// The ` (default ...)` of help, or nothing. pflag leaves out what it takes for a zero value.
    pub fn shown_default(&self, default: &str) -> String {
        let shown = match self {
            Kind::Text if !default.is_empty() => format!("{default:?}"),
            Kind::Ulimit | Kind::Devices(_) | Kind::Pairs => "[]".to_string(),
            Kind::Map(_) => "map[]".to_string(),
            Kind::Uint16 => default.to_string(),
            Kind::Duration => "0s".to_string(),
            Kind::Bool if default == "true" => default.to_string(),
            Kind::Int | Kind::Int64 if default != "0" => default.to_string(),
            _ => return String::new(),
        };
        format!(" (default {shown})")
    }

    /// The values that a given text stands for, checked.
    pub fn read(&self, value: &str) -> Result<Vec<String>, String> {
        let number = |function, result: Result<String, strconv::NumError>| {
            result.map_err(|e| strconv::told(function, value, e)).map(|v| vec![v])
        };
        match self {
            Kind::Bool => strconv::parse_bool(value).map(|b| vec![b.to_string()]),
            Kind::Text => Ok(vec![value.to_string()]),
            Kind::Int | Kind::Int64 => {
                number("ParseInt", strconv::parse_int(value, 0).map(|n| n.to_string()))
            }
            Kind::Uint => number("ParseUint", strconv::parse_uint(value, 0).map(|n| n.to_string())),
            Kind::Uint16 => number(
                "ParseUint",
                strconv::parse_uint(value, 0).and_then(|n| match u16::try_from(n) {
                    Ok(n) => Ok(n.to_string()),
                    Err(_) => Err(strconv::NumError::Range),
                }),
            ),
            Kind::List(check) | Kind::Devices(check) | Kind::Map(check) => Ok(vec![check(value)?]),
            Kind::Strings if value.is_empty() => Ok(Vec::new()),
            Kind::Strings => crate::golang::csv::record(value),
            Kind::Pairs if value.is_empty() => Err(" must be formatted as key=value".to_string()),
            Kind::Pairs => {
                let fields = crate::golang::csv::record(value)?;
                match fields.iter().find(|f| !f.contains('=')) {
                    Some(bad) => Err(format!("{bad} must be formatted as key=value")),
                    None => Ok(fields),
                }
            }
            Kind::Duration => duration::parse(value).map(|d| vec![d.to_string()]),
            Kind::Bytes => units::ram_bytes(value).map(|b| vec![b.to_string()]),
            Kind::SwapBytes if value == "-1" => Ok(vec!["-1".to_string()]),
            Kind::SwapBytes => units::ram_bytes(value).map(|b| vec![b.to_string()]),
            Kind::Decimal => check::nano_cpus(value).map(|n| vec![n.to_string()]),
            Kind::Ulimit => check::ulimit(value).map(|_| vec![value.to_string()]),
            Kind::Mount => {
                crate::docker::opts::mount::parse(value).map(|_| vec![value.to_string()])
            }
            Kind::Network => {
                crate::docker::opts::network::parse(value).map(|_| vec![value.to_string()])
            }
            Kind::Gpus => check::gpus(value).map(|()| vec![value.to_string()]),
            Kind::Filter => check::filter(value),
        }
    }
}
