//! Functions of texts.

use std::rc::Rc;

use crate::coreutils::regex::{Flavor, Options, Regex};

use super::super::error::{PgError, Res};
use super::super::sql::ident;
use super::numeric::Num;
use super::types::{Span, Type, Value};

/// A regular expression of PostgreSQL's extended kind.
pub fn regex(pattern: &str, icase: bool) -> Res<Regex> {
    let mut opts = Options::new(Flavor::GrepExtended, true);
    opts.icase = icase;
    Regex::new(pattern.as_bytes(), &opts)
        .map_err(|_| PgError::new("2201B", format!("invalid regular expression: {pattern}")))
}

/// Functions of any number of arguments, NULLs among them.
pub fn many(name: &str, a: &[Value], types: &[Type]) -> Res<Value> {
    let shown = |i: usize| super::text::output(&a[i], types.get(i).unwrap_or(&Type::Text));
    Ok(match name {
        "concat" => Value::text((0..a.len()).filter_map(shown).collect::<String>()),
        "concat_ws" => {
            let Some(sep) = shown(0) else { return Ok(Value::Null) };
            Value::text((1..a.len()).filter_map(shown).collect::<Vec<_>>().join(&sep))
        }
        "format" => {
            let Some(format) = shown(0) else { return Ok(Value::Null) };
            let mut out = String::new();
            let mut chars = format.chars();
            let mut next = 1;
            while let Some(c) = chars.next() {
                if c != '%' {
                    out.push(c);
                    continue;
                }
                let kind = chars.next();
                if kind == Some('%') {
                    out.push('%');
                    continue;
                }
                if next >= a.len() {
                    return Err(PgError::new("22023", "too few arguments for format()"));
                }
                let value = shown(next);
                next += 1;
                match kind {
                    Some('s') => out.push_str(&value.unwrap_or_default()),
                    Some('I') => out.push_str(&ident(&value.unwrap_or_default())),
                    Some('L') => out.push_str(&value.map_or("NULL".into(), |v| quote(&v))),
                    _ => return Err(PgError::new("22023", "unrecognized format() type specifier")),
                }
            }
            Value::text(out)
        }
        _ => {
            let mut map = serde_json::Map::new();
            for i in (0..a.len()).step_by(2) {
                let v = a.get(i + 1).map_or(serde_json::Value::Null, |v| {
                    super::func::to_json(v, types.get(i + 1).unwrap_or(&Type::Text))
                });
                map.insert(shown(i).unwrap_or_default(), v);
            }
            let v = serde_json::Value::Object(map);
            if name == "jsonb_build_object" {
                Value::text(super::json::show(&v))
            } else {
                let serde_json::Value::Object(map) = &v else { return Ok(Value::Null) };
                let all: Vec<String> = map
                    .iter()
                    .map(|(k, v)| {
                        format!(
                            "{} : {}",
                            serde_json::Value::from(k.as_str()),
                            super::json::show(v)
                        )
                    })
                    .collect();
                Value::text(format!("{{{}}}", all.join(", ")))
            }
        }
    })
}

/// A text as a literal.
pub fn quote(s: &str) -> String {
    format!("'{}'", s.replace('\'', "''"))
}

/// A field of a span.
pub fn span_field(unit: &str, s: &Span) -> Option<f64> {
    Some(match unit {
        "year" => f64::from(s.months / 12),
        "month" => f64::from(s.months % 12),
        "day" => f64::from(s.days),
        "hour" => (s.us / 3_600_000_000) as f64,
        "minute" => (s.us / 60_000_000 % 60) as f64,
        "second" => (s.us % 60_000_000) as f64 / 1e6,
        _ => return None,
    })
}

/// A number by a pattern of `to_char`: 9, 0, point, comma and FM.
pub fn number(n: &Num, pattern: &str) -> Res<String> {
    let (fm, pattern) = pattern.strip_prefix("FM").map_or((false, pattern), |p| (true, p));
    if !pattern.chars().all(|c| "90.,DG".contains(c)) {
        return Err(PgError::gap("to_char of numbers with this pattern"));
    }
    let (whole, fraction) = pattern.split_once(['.', 'D']).unwrap_or((pattern, ""));
    let text = n.rounded(fraction.len() as u16)?.abs().to_string();
    let (iw, fw) = text.split_once('.').unwrap_or((&text, ""));
    let iw = iw.trim_start_matches('0');
    let places = whole.chars().filter(|c| "90".contains(*c)).count();
    if iw.len() > places {
        return Ok(format!(" {}", pattern.replace(['9', '0'], "#")));
    }
    let mut digits = iw.chars().rev();
    let mut out = Vec::new();
    let mut pending = whole.chars().filter(|c| "90".contains(*c)).count();
    let zeros =
        whole.find('0').map_or(0, |i| whole[i..].chars().filter(|c| "90".contains(*c)).count());
    for c in whole.chars().rev() {
        if ",G".contains(c) {
            let more = digits.clone().next().is_some() || zeros > places - pending;
            out.push(if more { ',' } else { ' ' });
            continue;
        }
        let done = places - pending;
        pending -= 1;
        out.push(match digits.next() {
            Some(d) => d,
            None if done < zeros || (done == 0 && fraction.is_empty()) => '0',
            None => ' ',
        });
    }
    let body: String = out.into_iter().rev().collect();
    let lead = body.len() - body.trim_start().len();
    let sign = if n.sign() < 0 { "-" } else { " " };
    let mut s = format!("{}{sign}{}", " ".repeat(lead), body.trim_start());
    if !fraction.is_empty() {
        s.push('.');
        s.push_str(fw);
    }
    if fm {
        s = s.trim_start().to_string();
    }
    Ok(s)
}

fn slice(s: &str, from: i64, count: Option<i64>) -> Res<String> {
    if count.is_some_and(|c| c < 0) {
        return Err(PgError::new("22011", "negative substring length not allowed"));
    }
    let end = count.map_or(i64::MAX, |c| from.saturating_add(c));
    Ok(s.chars().zip(1i64..).filter(|(_, i)| *i >= from && *i < end).map(|(c, _)| c).collect())
}

/// Functions whose arguments are there; `None` where the name is none of them.
pub fn call(name: &str, a: &[Value], types: &[Type]) -> Res<Option<Value>> {
    let s = a.first().map_or("", Value::str);
    // A character's blanks at the end do not count.
    let s = if matches!(types.first(), Some(Type::Char(_))) { s.trim_end_matches(' ') } else { s };
    let t = a.get(1).map_or("", Value::str);
    let n = a.get(1).map_or(0, Value::int);
    let count = |s: &str| s.chars().count() as i64;
    let set: Vec<char> = if a.len() > 1 { t.chars().collect() } else { vec![' '] };
    Ok(Some(match name {
        "upper" => Value::text(s.to_uppercase()),
        "lower" => Value::text(s.to_lowercase()),
        "initcap" => {
            let mut start = true;
            let f = |c: char| {
                let out: String =
                    if start { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
                start = !c.is_alphanumeric();
                out
            };
            Value::text(s.chars().map(f).collect::<String>())
        }
        "length" | "char_length" | "character_length" => Value::Int(count(s)),
        "octet_length" => Value::Int(s.len() as i64),
        "btrim" => Value::text(s.trim_matches(&set[..])),
        "ltrim" => Value::text(s.trim_start_matches(&set[..])),
        "rtrim" => Value::text(s.trim_end_matches(&set[..])),
        "substr" | "substring" if a.len() == 2 && matches!(a[1], Value::Text(_)) => {
            let re = regex(t, false)?;
            match re.find_at(s.as_bytes(), 0) {
                Ok(Some((from, to))) => Value::text(s.get(from..to).unwrap_or_default()),
                _ => Value::Null,
            }
        }
        "substr" | "substring" => Value::text(slice(s, n, a.get(2).map(Value::int))?),
        "left" => {
            let keep = if n < 0 { count(s) + n } else { n };
            Value::text(slice(s, 1, Some(keep.max(0)))?)
        }
        "right" => {
            let skip = if n < 0 { -n } else { (count(s) - n).max(0) };
            Value::text(slice(s, skip + 1, None)?)
        }
        "position" => Value::Int(place(s, t)),
        "strpos" => Value::Int(place(t, s)),
        "replace" => {
            Value::text(if t.is_empty() { s.to_string() } else { s.replace(t, a[2].str()) })
        }
        "translate" => {
            let to: Vec<char> = a[2].str().chars().collect();
            let f = |c: char| match set.iter().position(|x| *x == c) {
                Some(i) => to.get(i).copied(),
                None => Some(c),
            };
            Value::text(s.chars().filter_map(f).collect::<String>())
        }
        "reverse" => Value::text(s.chars().rev().collect::<String>()),
        "repeat" => {
            let times = usize::try_from(n).unwrap_or(0);
            if s.len().saturating_mul(times) > 16 << 20 {
                return Err(PgError::new("54000", "requested length too large"));
            }
            Value::text(s.repeat(times))
        }
        "lpad" | "rpad" => {
            let fill: Vec<char> = a.get(2).map_or(" ", Value::str).chars().collect();
            let n = n.clamp(0, 1 << 20);
            let missing = (n - count(s)).max(0) as usize;
            let pad: String =
                fill.iter().cycle().take(if fill.is_empty() { 0 } else { missing }).collect();
            let text = if name == "lpad" { format!("{pad}{s}") } else { format!("{s}{pad}") };
            Value::text(if count(s) > n { slice(s, 1, Some(n))? } else { text })
        }
        "split_part" => {
            let parts: Vec<&str> = if t.is_empty() { vec![s] } else { s.split(t).collect() };
            let i = a[2].int();
            let i = if i < 0 { parts.len() as i64 + i } else { i - 1 };
            Value::text(
                usize::try_from(i).ok().and_then(|i| parts.get(i)).copied().unwrap_or_default(),
            )
        }
        "ascii" => Value::Int(s.chars().next().map_or(0, |c| i64::from(u32::from(c)))),
        "chr" => {
            Value::text(char::from_u32(a[0].int() as u32).map(String::from).unwrap_or_default())
        }
        "to_hex" => Value::text(format!("{:x}", a[0].int())),
        "md5" => {
            use md5::Digest;
            let hash = md5::Md5::digest(s.as_bytes());
            Value::text(hash.iter().map(|b| format!("{b:02x}")).collect::<String>())
        }
        "starts_with" => Value::Bool(s.starts_with(t)),
        "quote_ident" => Value::text(ident(s)),
        "quote_literal" => Value::text(quote(s)),
        "regexp_replace" => {
            let flags = a.get(3).map_or("", Value::str);
            let re = regex(t, flags.contains('i'))?;
            let (mut at, mut out, hay) = (0, Vec::new(), s.as_bytes());
            while let Ok(Some((from, to))) = re.find_at(hay, at) {
                out.extend_from_slice(&hay[at..from]);
                out.extend_from_slice(a[2].str().as_bytes());
                if to == from {
                    out.extend(hay.get(to));
                }
                at = to.max(from + 1).min(hay.len());
                if !flags.contains('g') || at >= hay.len() {
                    at = if to == from { at } else { to };
                    break;
                }
            }
            out.extend_from_slice(&hay[at.min(hay.len())..]);
            Value::text(crate::vfs::text::decode_owned(out))
        }
        "string_to_array" => {
            let parts: Vec<Value> =
                if s.is_empty() { Vec::new() } else { s.split(t).map(Value::text).collect() };
            Value::Array(Rc::new(parts))
        }
        "array_to_string" => match &a[0] {
            Value::Array(all) => {
                let of = match types.first() {
                    Some(Type::Array(of)) => (**of).clone(),
                    _ => Type::Text,
                };
                let all: Vec<String> =
                    all.iter().filter_map(|v| super::text::output(v, &of)).collect();
                Value::text(all.join(t))
            }
            _ => Value::Null,
        },
        "jsonb_pretty" => {
            let v: serde_json::Value = serde_json::from_str(s).unwrap_or(serde_json::Value::Null);
            let text = serde_json::to_string_pretty(&v).unwrap_or_default();
            let wide = |l: &str| format!("{}{}", " ".repeat(l.len() - l.trim_start().len()), l);
            Value::text(text.lines().map(wide).collect::<Vec<_>>().join("\n"))
        }
        _ => return Ok(None),
    }))
}

fn place(what: &str, within: &str) -> i64 {
    within.find(what).map_or(0, |i| within[..i].chars().count() as i64 + 1)
}
