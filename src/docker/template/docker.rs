//! The functions that Docker adds to templates.

use super::builtins::{Wrong, text};
use super::value::Val;
use crate::docker::format::indent;

const NAMES: [&str; 8] = ["join", "json", "lower", "pad", "split", "title", "truncate", "upper"];

/// Whether Docker adds this function.
pub fn known(name: &str) -> bool {
    NAMES.contains(&name)
}

/// How many arguments one takes.
pub fn arity(name: &str) -> Option<usize> {
    match name {
        "json" | "lower" | "upper" | "title" => Some(1),
        "pad" => Some(3),
        name if known(name) => Some(2),
        _ => None,
    }
}

/// Calls one. For a table's headings all but `pad` give the heading back as it is.
pub fn call(name: &str, args: &[Val], headings: bool) -> Result<Val, Wrong> {
    let want = arity(name).unwrap_or(2);
    if args.len() != want {
        return Err(Wrong::Count(format!(
            "wrong number of args for {name}: want {want} got {}",
            args.len()
        )));
    }
    if headings && name != "pad" {
        return Ok(args[0].clone());
    }
    match name {
        "json" => {
            let html = matches!(&args[0], Val::Struct(s) if s.html);
            Ok(Val::text(indent::compact(&args[0].json(), html)))
        }
        "lower" => Ok(Val::text(text(args, 0)?.to_lowercase())),
        "upper" => Ok(Val::text(text(args, 0)?.to_uppercase())),
        "title" => Ok(Val::text(title(text(args, 0)?))),
        "split" => {
            let (whole, separator) = (text(args, 0)?, text(args, 1)?);
            Ok(match separator {
                "" => Val::strings(whole.chars().map(String::from)),
                _ => Val::strings(whole.split(separator)),
            })
        }
        "join" => {
            let items: Vec<&str> = match &args[0] {
                Val::List(items, t) if &**t == "[]string" || &**t == "strslice.StrSlice" => {
                    items.iter().filter_map(Val::as_text).collect()
                }
                Val::Nil(t) if &**t == "[]string" || &**t == "strslice.StrSlice" => Vec::new(),
                other => {
                    let got = other.type_name();
                    return Err(Wrong::Type(
                        0,
                        "[]string",
                        format!("wrong type for value; expected []string; got {got}"),
                    ));
                }
            };
            Ok(Val::text(items.join(text(args, 1)?)))
        }
        "pad" => {
            let source = text(args, 0)?;
            if source.is_empty() {
                return Ok(args[0].clone());
            }
            let spaces = |i| match number(args, i)? {
                n if n < 0 => Err(Wrong::Call("strings: negative Repeat count".to_string())),
                n => Ok(" ".repeat(n.min(4096) as usize)),
            };
            Ok(Val::text(format!("{}{source}{}", spaces(1)?, spaces(2)?)))
        }
        _ => {
            let (source, length) = (text(args, 0)?, number(args, 1)?);
            let length = usize::try_from(length).map_err(|_| {
                Wrong::Call(format!("runtime error: slice bounds out of range [:{length}]"))
            })?;
            if source.len() < length {
                return Ok(args[0].clone());
            }
            Ok(Val::text(String::from_utf8_lossy(&source.as_bytes()[..length])))
        }
    }
}

fn number(args: &[Val], i: usize) -> Result<i64, Wrong> {
    match &args[i] {
        Val::Int(n) => Ok(*n),
        other => Err(Wrong::Type(
            i,
            "int",
            format!("wrong type for value; expected int; got {}", other.type_name()),
        )),
    }
}

/// Go's `strings.Title`: every letter after something that is no letter becomes a capital.
fn title(text: &str) -> String {
    let mut out = String::new();
    let mut start = true;
    for c in text.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        start = !(c.is_alphanumeric() || c == '_' || c == '\'');
    }
    out
}
