//! Replies as people or programs want them: with signs and numbers, raw, as CSV or JSON.

use super::super::resp::quoted;
use super::reply::Got;
use crate::vfs::text;

/// How replies are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For people.
    Pretty,
    /// As they are.
    Raw,
    /// `--csv`.
    Csv,
    /// `--json`.
    Json,
}

/// A reply, ready to be written. `between` stands between the members of raw lists.
pub fn show(got: &Got, style: Style, between: &[u8]) -> Vec<u8> {
    let mut out = match style {
        Style::Pretty => return pretty(got, "").into_bytes(),
        Style::Raw => raw(got, between),
        Style::Csv => text::encode(&csv(got)).into_owned(),
        Style::Json => text::encode(&json(got)).into_owned(),
    };
    if style != Style::Raw {
        out.push(b'\n');
    }
    out
}

fn pretty(got: &Got, indent: &str) -> String {
    match got {
        Got::Status(s) => format!("{s}\n"),
        Got::Error(s) => format!("(error) {s}\n"),
        Got::Int(n) => format!("(integer) {n}\n"),
        Got::Double(s) => format!("(double) {s}\n"),
        Got::Bool(b) => if *b { "(true)\n" } else { "(false)\n" }.to_string(),
        Got::Bulk(b) => format!("{}\n", quoted(b)),
        Got::Text(b) => {
            let text = text::decode(b).into_owned();
            if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
        }
        Got::Nil => "(nil)\n".to_string(),
        Got::Array(items) | Got::Push(items) if items.is_empty() => "(empty array)\n".to_string(),
        Got::Set(items) if items.is_empty() => "(empty set)\n".to_string(),
        Got::Map(pairs) if pairs.is_empty() => "(empty hash)\n".to_string(),
        Got::Array(items) | Got::Push(items) => {
            numbered(items.iter().map(|i| (i, None)), ')', indent)
        }
        Got::Set(items) => numbered(items.iter().map(|i| (i, None)), '~', indent),
        Got::Map(pairs) => numbered(pairs.iter().map(|(k, v)| (k, Some(v))), '#', indent),
    }
}

/// Members with their numbers; those behind the first begin under it.
fn numbered<'a>(
    items: impl ExactSizeIterator<Item = (&'a Got, Option<&'a Got>)>,
    sign: char,
    indent: &str,
) -> String {
    let width = items.len().to_string().len();
    let inner = format!("{indent}{}", " ".repeat(width + 2));
    let mut out = String::new();
    for (i, (item, value)) in items.enumerate() {
        if i > 0 {
            out += indent;
        }
        out += &format!("{:>width$}{sign} ", i + 1);
        match value {
            None => out += &pretty(item, &inner),
            Some(value) => {
                out += pretty(item, &inner).trim_end_matches('\n');
                out += " => ";
                if matches!(value, Got::Array(i) | Got::Set(i) if !i.is_empty())
                    || matches!(value, Got::Map(p) if !p.is_empty())
                {
                    out += &format!("\n{inner}");
                }
                out += &pretty(value, &inner);
            }
        }
    }
    out
}

fn raw(got: &Got, between: &[u8]) -> Vec<u8> {
    match got {
        Got::Status(s) | Got::Double(s) => s.clone().into_bytes(),
        Got::Error(s) => [&text::encode(s)[..], b"\n"].concat(),
        Got::Int(n) => n.to_string().into_bytes(),
        Got::Bool(b) => if *b { "(true)" } else { "(false)" }.as_bytes().to_vec(),
        Got::Bulk(b) | Got::Text(b) => b.clone(),
        Got::Nil => Vec::new(),
        Got::Array(items) | Got::Set(items) | Got::Push(items) => {
            items.iter().map(|i| raw(i, between)).collect::<Vec<_>>().join(between)
        }
        Got::Map(pairs) => {
            let one = |(k, v): &(Got, Got)| [raw(k, between), raw(v, between)].join(&b" "[..]);
            pairs.iter().map(one).collect::<Vec<_>>().join(between)
        }
    }
}

fn csv(got: &Got) -> String {
    match got {
        Got::Error(s) => format!("ERROR,{}", quoted(s.as_bytes())),
        Got::Status(s) => quoted(s.as_bytes()),
        Got::Int(n) => n.to_string(),
        Got::Double(s) => s.clone(),
        Got::Bool(b) => b.to_string(),
        Got::Bulk(b) | Got::Text(b) => quoted(b),
        Got::Nil => "NULL".to_string(),
        Got::Array(items) | Got::Set(items) | Got::Push(items) => {
            items.iter().map(csv).collect::<Vec<_>>().join(",")
        }
        Got::Map(pairs) => {
            let one = |(k, v): &(Got, Got)| format!("{},{}", csv(k), csv(v));
            pairs.iter().map(one).collect::<Vec<_>>().join(",")
        }
    }
}

fn json(got: &Got) -> String {
    let string = |b: &[u8]| serde_json::Value::from(text::decode(b).into_owned()).to_string();
    match got {
        Got::Error(s) => format!("error:{}", string(s.as_bytes())),
        Got::Status(s) => string(s.as_bytes()),
        Got::Int(n) => n.to_string(),
        Got::Double(s) => s.clone(),
        Got::Bool(b) => b.to_string(),
        Got::Bulk(b) | Got::Text(b) => string(b),
        Got::Nil => "null".to_string(),
        Got::Array(items) | Got::Set(items) | Got::Push(items) => {
            format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(","))
        }
        Got::Map(pairs) => {
            let key = |k: &Got| match k {
                Got::Bulk(_) | Got::Status(_) => json(k),
                other => string(json(other).as_bytes()),
            };
            let one = |(k, v): &(Got, Got)| format!("{}:{}", key(k), json(v));
            format!("{{{}}}", pairs.iter().map(one).collect::<Vec<_>>().join(","))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::reply::parse;
    use super::{Style, show};

    fn shown(wire: &str, style: Style) -> String {
        let (got, n) = parse(wire.as_bytes()).unwrap().unwrap();
        assert_eq!(n, wire.len());
        String::from_utf8(show(&got, style, b"\n")).unwrap()
    }

    #[test]
    fn for_people() {
        let show = |wire| shown(wire, Style::Pretty);
        assert_eq!(show(":1\r\n"), "(integer) 1\n");
        assert_eq!(show("$3\r\na\"b\r\n"), "\"a\\\"b\"\n");
        assert_eq!(
            show("*2\r\n$1\r\na\r\n*2\r\n:1\r\n$-1\r\n"),
            "1) \"a\"\n2) 1) (integer) 1\n   2) (nil)\n"
        );
        assert_eq!(show("%1\r\n+a\r\n*0\r\n"), "1# a => (empty array)\n");
        assert_eq!(show("*0\r\n"), "(empty array)\n");
    }

    #[test]
    fn for_programs() {
        assert_eq!(shown("*2\r\n$1\r\na\r\n:2\r\n", Style::Raw), "a\n2");
        assert_eq!(shown("*2\r\n$1\r\na\r\n$-1\r\n", Style::Csv), "\"a\",NULL\n");
        assert_eq!(shown("%1\r\n$1\r\na\r\n:2\r\n", Style::Json), "{\"a\":2}\n");
        assert_eq!(shown("-ERR x\r\n", Style::Raw), "ERR x\n");
    }

    #[test]
    fn what_is_no_reply() {
        assert_eq!(parse(b"$5\r\nab"), Ok(None));
        assert_eq!(parse(b"x\r\n"), Err(()));
        assert_eq!(parse(&b"*1\r\n".repeat(100)), Err(()));
        assert_eq!(parse(b"$99999999999999999999\r\n"), Err(()));
    }
}
