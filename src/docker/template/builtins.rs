//! The functions that every template knows: printing, logic, escaping. Docker's own are in `docker`,
//! comparing in `compare`, indexing in `collections`.

use super::print::{sprint_all, sprintf, sprintln};
use super::value::Val;
use super::{collections, compare, docker};

/// Why a call failed.
pub enum Wrong {
    /// Too many or too few arguments.
    Count(String),
    /// This argument has the wrong type; the one it should have, and the complaint.
    Type(usize, &'static str, String),
    /// The function itself says so.
    Call(String),
}

/// Whether Go's template package has this function.
pub fn known(name: &str) -> bool {
    NAMES.contains(&name)
}

const NAMES: [&str; 19] = [
    "and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or",
    "print", "printf", "println", "slice", "urlquery",
];

/// Stands for what was to be called, which only the caller can name.
pub const CALLED: &str = "\u{0}";

/// Calls a function.
pub fn call(name: &str, args: &[Val], headings: bool) -> Result<Val, Wrong> {
    let count = |ok: bool, want: &str| match ok {
        true => Ok(()),
        false => Err(Wrong::Count(format!(
            "wrong number of args for {name}: want {want} got {}",
            args.len()
        ))),
    };
    match name {
        "and" | "or" => {
            count(!args.is_empty(), "at least 1")?;
            let stop = args.iter().find(|v| v.truth() == (name == "or"));
            Ok(stop.or(args.last()).cloned().unwrap_or(Val::Missing))
        }
        "not" => {
            count(args.len() == 1, "1")?;
            Ok(Val::Bool(!args[0].truth()))
        }
        "len" => {
            count(args.len() == 1, "1")?;
            collections::len(&args[0]).map(Val::Int).map_err(Wrong::Call)
        }
        "index" => {
            count(!args.is_empty(), "at least 1")?;
            collections::index(&args[0], &args[1..]).map_err(Wrong::Call)
        }
        "slice" => {
            count(!args.is_empty(), "at least 1")?;
            collections::slice(&args[0], &args[1..]).map_err(Wrong::Call)
        }
        "print" => Ok(Val::text(sprint_all(args))),
        "println" => Ok(Val::text(sprintln(args))),
        "printf" => {
            count(!args.is_empty(), "at least 1")?;
            let format = text(args, 0)?;
            Ok(Val::text(sprintf(format, &args[1..])))
        }
        "html" => Ok(Val::text(html(&joined(args)))),
        "js" => Ok(Val::text(js(&joined(args)))),
        "urlquery" => Ok(Val::text(query(&joined(args)))),
        "eq" => {
            count(!args.is_empty(), "at least 1")?;
            compare::eq(&args[0], &args[1..]).map(Val::Bool).map_err(Wrong::Call)
        }
        "ne" | "lt" | "le" | "gt" | "ge" => {
            count(args.len() == 2, "2")?;
            compare::order(name, &args[0], &args[1]).map(Val::Bool).map_err(Wrong::Call)
        }
        "call" => {
            count(!args.is_empty(), "at least 1")?;
            // No value of a template is a function.
            Err(Wrong::Call(match &args[0] {
                Val::Missing | Val::Nil(_) => "call of nil".to_string(),
                other => format!("non-function {} of type {}", CALLED, other.type_name()),
            }))
        }
        _ => docker::call(name, args, headings),
    }
}

/// An argument that has to be a string.
pub fn text(args: &[Val], i: usize) -> Result<&str, Wrong> {
    match args.get(i) {
        Some(Val::Text(s)) => Ok(s),
        Some(Val::Missing) => {
            Err(Wrong::Type(i, "string", "invalid value; expected string".to_string()))
        }
        Some(other) => Err(Wrong::Type(
            i,
            "string",
            format!("wrong type for value; expected string; got {}", other.type_name()),
        )),
        None => Ok(""),
    }
}

fn joined(args: &[Val]) -> String {
    match args {
        [Val::Text(one)] => one.to_string(),
        _ => sprint_all(args),
    }
}

fn html(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\0' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

fn js(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '"' => out.push_str("\\\""),
            '<' | '>' | '&' | '=' => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c if c < ' ' => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out
}

fn query(text: &str) -> String {
    let mut out = String::new();
    for b in text.bytes() {
        match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(b))
            }
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}
