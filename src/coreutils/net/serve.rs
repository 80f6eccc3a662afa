//! The server's half of HTTP: a request, read and taken apart. What is answered is the server's.

use crate::kernel::{Fd, Proc};
use crate::vfs::text;

/// Bytes that a request's head may have.
const HEAD_MAX: usize = 16_384;
/// Bytes that are read of what comes with it.
const BODY_MAX: usize = 64 << 20;

/// What a client asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The first line, as it came.
    pub line: String,
    /// `GET` and the like.
    pub method: String,
    /// The path with its query.
    pub target: String,
    /// `HTTP/1.1`; empty where the line names none.
    pub version: String,
    /// Its headers in the order in which they came.
    pub headers: Vec<(String, String)>,
    /// What came with it, as long as it says that it is.
    pub body: Vec<u8>,
}

impl Asked {
    /// Takes a head apart.
    pub fn parse(head: &str) -> Asked {
        let mut lines = head.lines();
        let line = lines.next().unwrap_or_default().to_string();
        let mut words = line.split(' ').map(str::to_string);
        let mut word = || words.next().unwrap_or_default();
        let (method, target, version) = (word(), word(), word());
        let header = |l: &str| {
            let (name, value) = l.split_once(':')?;
            Some((name.to_string(), value.trim().to_string()))
        };
        let headers = lines.filter_map(header).collect();
        Asked { method, target, version, headers, line, body: Vec::new() }
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name));
        found.map(|(_, v)| v.as_str())
    }

    /// The path without the query.
    pub fn path(&self) -> &str {
        self.target.split(['?', '#']).next().unwrap_or_default()
    }
}

/// Reads a request from a connection; `None` where the client goes away before its end.
pub async fn asked(p: &Proc, fd: Fd) -> Option<Asked> {
    let mut data = Vec::new();
    let end = loop {
        match data.windows(4).position(|w| w == b"\r\n\r\n") {
            Some(end) => break end + 4,
            None if data.len() >= HEAD_MAX => break data.len(),
            None => {}
        }
        more(p, fd, &mut data).await?;
    };
    let mut body = data.split_off(end);
    let mut asked = Asked::parse(&text::decode_owned(data));
    let size = asked.header("Content-Length").and_then(|n| n.parse().ok()).unwrap_or(0);
    while body.len() < size && body.len() < BODY_MAX {
        more(p, fd, &mut body).await?;
    }
    body.truncate(size);
    asked.body = body;
    Some(asked)
}

async fn more(p: &Proc, fd: Fd, data: &mut Vec<u8>) -> Option<()> {
    let piece = p.read(fd, 4096).await.ok().filter(|piece| !piece.is_empty())?;
    data.extend_from_slice(&piece);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn heads() {
        let a = Asked::parse("GET /a?b HTTP/1.1\r\nHost: x\r\nRange:bytes=1-\r\n\r\n");
        assert_eq!((a.method.as_str(), a.path(), a.version.as_str()), ("GET", "/a", "HTTP/1.1"));
        assert_eq!((a.header("host"), a.header("range")), (Some("x"), Some("bytes=1-")));
        assert_eq!(Asked::parse("").method, "");
    }
}
