//! The protocol between client and server: requests read from bytes, replies written to them (RESP2 and
//! RESP3), and words split as an inline command or a configuration line has them.

use super::value::Bytes;

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// `+OK` and the like.
    Status(&'static str),
    /// An error, its code in front.
    Error(String),
    /// A whole number.
    Int(i64),
    /// A string.
    Bulk(Bytes),
    /// Nothing there.
    Nil,
    /// No list there.
    NilArray,
    /// A list.
    Array(Vec<Reply>),
    /// Pairs: a list in RESP2.
    Map(Vec<(Reply, Reply)>),
    /// A set: a list in RESP2.
    Set(Vec<Reply>),
    /// A floating number: a string in RESP2.
    Double(f64),
    /// Text for people: a string in RESP2.
    Verbatim(String),
    /// What comes unasked for: a list in RESP2.
    Push(Vec<Reply>),
    /// Several replies to one command.
    Many(Vec<Reply>),
}

impl Reply {
    /// `+OK`.
    pub const OK: Reply = Reply::Status("OK");

    /// A string.
    pub fn text(text: impl AsRef<[u8]>) -> Reply {
        Reply::Bulk(text.as_ref().to_vec())
    }

    /// A count.
    pub fn count(n: usize) -> Reply {
        Reply::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A string, or nothing.
    pub fn maybe(bytes: Option<Bytes>) -> Reply {
        bytes.map_or(Reply::Nil, Reply::Bulk)
    }

    /// A list of strings.
    pub fn list(items: impl IntoIterator<Item = Bytes>) -> Reply {
        Reply::Array(items.into_iter().map(Reply::Bulk).collect())
    }

    /// An error.
    pub fn error(text: impl Into<String>) -> Reply {
        Reply::Error(text.into())
    }

    /// Writes it.
    pub fn write(&self, resp3: bool, out: &mut Vec<u8>) {
        let head = |out: &mut Vec<u8>, sign: char, n: usize| {
            out.extend_from_slice(format!("{sign}{n}\r\n").as_bytes());
        };
        let bulk = |out: &mut Vec<u8>, bytes: &[u8]| {
            head(out, '$', bytes.len());
            out.extend_from_slice(bytes);
            out.extend_from_slice(b"\r\n");
        };
        match self {
            Reply::Status(s) => out.extend_from_slice(format!("+{s}\r\n").as_bytes()),
            Reply::Error(s) => {
                out.push(b'-');
                out.extend_from_slice(&crate::vfs::text::encode(s));
                out.extend_from_slice(b"\r\n");
            }
            Reply::Int(n) => out.extend_from_slice(format!(":{n}\r\n").as_bytes()),
            Reply::Bulk(b) => bulk(out, b),
            Reply::Nil if resp3 => out.extend_from_slice(b"_\r\n"),
            Reply::Nil => out.extend_from_slice(b"$-1\r\n"),
            Reply::NilArray if resp3 => out.extend_from_slice(b"_\r\n"),
            Reply::NilArray => out.extend_from_slice(b"*-1\r\n"),
            Reply::Array(items) | Reply::Set(items) | Reply::Push(items) => {
                let sign = match self {
                    Reply::Set(_) if resp3 => '~',
                    Reply::Push(_) if resp3 => '>',
                    _ => '*',
                };
                head(out, sign, items.len());
                items.iter().for_each(|i| i.write(resp3, out));
            }
            Reply::Map(pairs) => {
                if resp3 {
                    head(out, '%', pairs.len());
                } else {
                    head(out, '*', pairs.len() * 2);
                }
                for (k, v) in pairs {
                    k.write(resp3, out);
                    v.write(resp3, out);
                }
            }
            Reply::Double(f) if resp3 => {
                out.extend_from_slice(format!(",{}\r\n", super::number::show(*f)).as_bytes());
            }
            Reply::Double(f) => bulk(out, super::number::show(*f).as_bytes()),
            Reply::Verbatim(t) if resp3 => {
                head(out, '=', t.len() + 4);
                out.extend_from_slice(format!("txt:{t}\r\n").as_bytes());
            }
            Reply::Verbatim(t) => bulk(out, t.as_bytes()),
            Reply::Many(all) => all.iter().for_each(|r| r.write(resp3, out)),
        }
    }
}

/// What stands at the beginning of what a client has sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Not all of it has come.
    Partial,
    /// A command (empty for an empty line) and how many bytes it takes.
    Command(Vec<Bytes>, usize),
    /// Nothing that could be a command; the connection ends.
    Wrong(String),
}

fn line(buf: &[u8]) -> Option<(&[u8], usize)> {
    let end = buf.iter().position(|b| *b == b'\n')?;
    let text = &buf[..end];
    Some((text.strip_suffix(b"\r").unwrap_or(text), end + 1))
}

fn length(text: &[u8]) -> Option<i64> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// Reads a request.
pub fn parse(buf: &[u8]) -> Request {
    const MOST: usize = 64 * 1024;
    let wrong = |t: &str| Request::Wrong(format!("ERR Protocol error: {t}"));
    if buf.first() != Some(&b'*') {
        return match line(buf) {
            None if buf.len() > MOST => wrong("too big inline request"),
            None => Request::Partial,
            Some((text, n)) => match split(text) {
                Some(words) => Request::Command(words, n),
                None => wrong("unbalanced quotes in request"),
            },
        };
    }
    let Some((head, mut at)) = line(buf) else {
        return if buf.len() > MOST {
            wrong("too big mbulk count string")
        } else {
            Request::Partial
        };
    };
    let count = match length(&head[1..]) {
        Some(n) if n <= 1024 * 1024 => n,
        _ => return wrong("invalid multibulk length"),
    };
    let mut words = Vec::new();
    for _ in 0..count {
        let rest = &buf[at..];
        let Some(&first) = rest.first() else { return Request::Partial };
        if first != b'$' {
            return wrong(&format!("expected '$', got '{}'", char::from(first)));
        }
        let Some((head, n)) = line(rest) else { return Request::Partial };
        let size = match length(&head[1..]) {
            Some(n @ 0..=0x2000_0000) => n as usize,
            _ => return wrong("invalid bulk length"),
        };
        at += n;
        let Some(word) = buf.get(at..at + size) else { return Request::Partial };
        if buf.len() < at + size + 2 {
            return Request::Partial;
        }
        words.push(word.to_vec());
        at += size + 2;
    }
    Request::Command(words, at)
}

/// Splits a line into words: double quotes with escapes, single quotes, spaces between. `None` where
/// quotes are left open or run into a word.
pub fn split(text: &[u8]) -> Option<Vec<Bytes>> {
    let mut words = Vec::new();
    let mut i = 0;
    loop {
        while text.get(i).is_some_and(u8::is_ascii_whitespace) {
            i += 1;
        }
        if i >= text.len() {
            return Some(words);
        }
        let mut word = Vec::new();
        let mut quote = None;
        loop {
            let Some(&b) = text.get(i) else {
                if quote.is_some() {
                    return None;
                }
                break;
            };
            i += 1;
            match (quote, b) {
                (Some(b'"'), b'\\') => {
                    let hex = text.get(i + 1..i + 3).filter(|_| text[i] == b'x');
                    let hex = hex.and_then(|h| std::str::from_utf8(h).ok());
                    if let Some(n) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
                        word.push(n);
                        i += 3;
                        continue;
                    }
                    let escaped = *text.get(i)?;
                    i += 1;
                    word.push(match escaped {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'a' => 7,
                        other => other,
                    });
                }
                (Some(b'\''), b'\\') if text.get(i) == Some(&b'\'') => {
                    word.push(b'\'');
                    i += 1;
                }
                (Some(q), b) if q == b => {
                    if text.get(i).is_some_and(|c| !c.is_ascii_whitespace()) {
                        return None;
                    }
                    break;
                }
                (Some(_), b) => word.push(b),
                (None, b'"' | b'\'') => quote = Some(b),
                (None, b) if b.is_ascii_whitespace() || b == 0 => break,
                (None, b) => word.push(b),
            }
        }
        words.push(word);
    }
}

/// A string with quotes and escapes, as it is shown to people.
pub fn quoted(bytes: &[u8]) -> String {
    let mut out = String::from("\"");
    for &b in bytes {
        match b {
            b'\\' | b'"' => {
                out.push('\\');
                out.push(char::from(b));
            }
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            7 => out.push_str("\\a"),
            8 => out.push_str("\\b"),
            b' '..=b'~' => out.push(char::from(b)),
            _ => out.push_str(&format!("\\x{b:02x}")),
        }
    }
    out.push('"');
    out
}

/// A command as it stands in the log of changes.
pub fn command(words: &[Bytes]) -> Vec<u8> {
    let mut out = Vec::new();
    Reply::list(words.to_vec()).write(false, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{Request, parse, split};

    #[test]
    fn requests() {
        let words = |w: &[&str]| w.iter().map(|s| s.as_bytes().to_vec()).collect::<Vec<_>>();
        assert_eq!(
            parse(b"*2\r\n$3\r\nget\r\n$1\r\na\r\nrest"),
            Request::Command(words(&["get", "a"]), 20)
        );
        assert_eq!(parse(b"*2\r\n$3\r\nget\r\n$1\r\n"), Request::Partial);
        assert_eq!(parse(b"get a\r\n"), Request::Command(words(&["get", "a"]), 7));
        assert!(
            matches!(parse(b"*1\r\nfoo\r\n"), Request::Wrong(t) if t.ends_with("expected '$', got 'f'"))
        );
        assert!(matches!(parse(b"*x\r\n"), Request::Wrong(_)));
        assert_eq!(split(b"a \"b c\\x41\\n\" 'd e'"), Some(words(&["a", "b cA\n", "d e"])));
        assert_eq!(split(b"a \"b"), None);
        assert_eq!(split(b"\"a\"b"), None);
        assert_eq!(split(b""), Some(Vec::new()));
    }
}
