//! HTTP/1.1 as curl and wget speak it: a URL, a request, an answer. What is shown of it is theirs.

use std::net::Ipv4Addr;

use crate::kernel::{Fd, Proc};
use crate::vfs::Errno;

/// Bytes of an answer that are taken at most.
const LIMIT: usize = 256 << 20;

/// A URL taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    /// `http` or `https`, lower case.
    pub scheme: String,
    /// Name and password before `@`.
    pub user: Option<String>,
    /// The host.
    pub host: String,
    /// The port.
    pub port: u16,
    /// Path and query.
    pub path: String,
}

impl Url {
    /// Takes a URL apart; `http` where it names no scheme. `None` where it is none.
    pub fn parse(s: &str) -> Option<Url> {
        let (scheme, rest) = match s.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => ("http".to_string(), s),
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let path = path.split('#').next().unwrap_or_default();
        let (user, authority) = match authority.rsplit_once('@') {
            Some((user, rest)) => (Some(user.to_string()), rest),
            None => (None, authority),
        };
        let usual = if scheme == "https" { 443 } else { 80 };
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) => (host, if port.is_empty() { usual } else { port.parse().ok()? }),
            None => (authority, usual),
        };
        if host.is_empty() || host.contains(char::is_whitespace) {
            return None;
        }
        let slash = if path.starts_with('/') { "" } else { "/" };
        Some(Url { scheme, user, host: host.to_string(), port, path: format!("{slash}{path}") })
    }

    /// The value of the Host header.
    pub fn authority(&self) -> String {
        let usual = if self.scheme == "https" { 443 } else { 80 };
        if self.port == usual { self.host.clone() } else { format!("{}:{}", self.host, self.port) }
    }

    /// The last part of the path, as a file's name.
    pub fn file_name(&self) -> &str {
        let path = self.path.split('?').next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default()
    }

    /// Where a Location header leads from here.
    pub fn join(&self, location: &str) -> Option<Url> {
        if location.contains("://") {
            return Url::parse(location);
        }
        let path = match location.strip_prefix('/') {
            Some(rest) => format!("/{rest}"),
            None => {
                let dir = self.path.split('?').next().unwrap_or_default();
                let dir = dir.rsplit_once('/').map_or("", |d| d.0);
                format!("{dir}/{location}")
            }
        };
        Some(Url { path, ..self.clone() })
    }
}

/// What is asked of a server.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// `GET` and the like.
    pub method: String,
    /// Headers, `Host` among them.
    pub headers: Vec<(String, String)>,
    /// What is sent with it.
    pub body: Vec<u8>,
    /// Speaks HTTP/1.0.
    pub old: bool,
}

/// What a server answers.
#[derive(Clone, Debug, Default)]
pub struct Response {
    /// The head as it came, without the empty line that ends it.
    pub head: String,
    /// The status.
    pub status: u16,
    /// The words behind the status.
    pub reason: String,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// What was sent with it.
    pub body: Vec<u8>,
}

impl Response {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name));
        found.map(|(_, v)| v.as_str())
    }
}

/// What kept an answer from coming.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The name is not known.
    Unknown,
    /// There was no connection.
    Connect(Ipv4Addr, Errno),
    /// The server said nothing.
    Empty,
    /// The server did not speak HTTP.
    Nonsense,
    /// The connection broke.
    Broken(Errno),
}

/// A connection to a URL's host.
pub async fn connect(p: &Proc, url: &Url) -> Result<(Fd, Ipv4Addr), Trouble> {
    let addrs = p.resolve_host(&url.host);
    let mut last = Trouble::Unknown;
    for addr in addrs {
        match p.connect(addr, url.port).await {
            Ok(fd) => return Ok((fd, addr)),
            Err(e) => last = Trouble::Connect(addr, e),
        }
    }
    Err(last)
}

/// The request as it is sent.
pub fn head_text(url: &Url, r: &Request) -> String {
    let version = if r.old { "1.0" } else { "1.1" };
    let mut text = format!("{} {} HTTP/{version}\r\n", r.method, url.path);
    for (name, value) in &r.headers {
        text += &format!("{name}: {value}\r\n");
    }
    text + "\r\n"
}

/// Sends a request over a connection and reads the answer; closes the connection.
pub async fn exchange(p: &Proc, fd: Fd, url: &Url, r: &Request) -> Result<Response, Trouble> {
    let out = async {
        p.write_all(fd, head_text(url, r).as_bytes()).await?;
        p.write_all(fd, &r.body).await
    };
    let sent = out.await;
    let answer = match sent {
        Ok(()) | Err(Errno::EPIPE) => receive(p, fd, r.method == "HEAD").await,
        Err(e) => Err(Trouble::Broken(e)),
    };
    let _ = p.close(fd);
    answer
}

/// Where the head ends, and where the body begins.
fn head_end(data: &[u8]) -> Option<(usize, usize)> {
    let find = |pattern: &[u8]| data.windows(pattern.len()).position(|w| w == pattern);
    match (find(b"\r\n\r\n"), find(b"\n\n")) {
        (Some(a), Some(b)) if b < a => Some((b, b + 2)),
        (Some(a), _) => Some((a, a + 4)),
        (None, Some(b)) => Some((b, b + 2)),
        (None, None) => None,
    }
}

async fn receive(p: &Proc, fd: Fd, head_only: bool) -> Result<Response, Trouble> {
    let mut data = Vec::new();
    let mut response: Option<(Response, usize)> = None;
    loop {
        if response.is_none()
            && let Some((end, body)) = head_end(&data)
        {
            let parsed = parse_head(&data[..end])?;
            // 100 Continue is followed by the answer proper.
            if parsed.status == 100 {
                data.drain(..body);
                continue;
            }
            response = Some((parsed, body));
        }
        if let Some((r, at)) = &response
            && let Some(body) = whole_body(r, &data[*at..], head_only, false)
        {
            return Ok(Response { body, ..r.clone() });
        }
        match p.read(fd, 1 << 16).await {
            Ok(piece) if piece.is_empty() => break,
            Ok(piece) => data.extend(piece),
            Err(Errno::EINTR) => {}
            Err(e) => return Err(Trouble::Broken(e)),
        }
        if data.len() > LIMIT {
            break;
        }
    }
    match response {
        Some((r, at)) => {
            let body = whole_body(&r, &data[at..], head_only, true).unwrap_or_default();
            Ok(Response { body, ..r })
        }
        None if data.is_empty() => Err(Trouble::Empty),
        None => Err(Trouble::Nonsense),
    }
}

fn parse_head(head: &[u8]) -> Result<Response, Trouble> {
    let text = crate::vfs::text::decode(head).replace("\r\n", "\n");
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let mut words = first.splitn(3, ' ');
    if !words.next().is_some_and(|w| w.starts_with("HTTP/")) {
        return Err(Trouble::Nonsense);
    }
    let status = words.next().and_then(|s| s.parse().ok()).ok_or(Trouble::Nonsense)?;
    let reason = words.next().unwrap_or_default().to_string();
    let header = |l: &str| l.split_once(':').map(|(n, v)| (n.to_string(), v.trim().to_string()));
    let headers = lines.filter_map(header).collect();
    Ok(Response { head: text.clone(), status, reason, headers, body: Vec::new() })
}

/// The body, once all of it is there; `ended`: nothing more will come.
fn whole_body(r: &Response, data: &[u8], head_only: bool, ended: bool) -> Option<Vec<u8>> {
    if head_only || matches!(r.status, 204 | 304) {
        return Some(Vec::new());
    }
    if r.header("Transfer-Encoding").is_some_and(|t| t.eq_ignore_ascii_case("chunked")) {
        return dechunk(data, ended);
    }
    match r.header("Content-Length").and_then(|n| n.parse::<usize>().ok()) {
        Some(n) if data.len() >= n => Some(data[..n].to_vec()),
        _ if ended => Some(data.to_vec()),
        _ => None,
    }
}

fn dechunk(mut data: &[u8], ended: bool) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    loop {
        let Some(end) = data.windows(2).position(|w| w == b"\r\n") else {
            return ended.then_some(out);
        };
        let size = std::str::from_utf8(&data[..end]).ok();
        let size = size.map(|s| s.split(';').next().unwrap_or_default().trim());
        let size = size.and_then(|s| usize::from_str_radix(s, 16).ok()).unwrap_or(0);
        if size == 0 {
            return Some(out);
        }
        let from = end + 2;
        let Some(to) = from.checked_add(size).filter(|to| to + 2 <= data.len()) else {
            return ended.then_some(out);
        };
        out.extend_from_slice(&data[from..to]);
        data = &data[to + 2..];
    }
}

/// Bytes in base 64, for a header.
pub fn base64(data: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in data.chunks(3) {
        let n = chunk.iter().fold(0u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let digit = ALPHABET[(n >> (18 - 6 * i) & 63) as usize] as char;
            out.push(if i <= chunk.len() { digit } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Url, base64, dechunk, head_end, parse_head, whole_body};

    #[test]
    fn urls() {
        let u = Url::parse("http://me:pw@web:8080/a/b?c=d#e").unwrap();
        assert_eq!((u.host.as_str(), u.port, u.path.as_str()), ("web", 8080, "/a/b?c=d"));
        assert_eq!(u.user.as_deref(), Some("me:pw"));
        assert_eq!(u.file_name(), "b");
        assert_eq!(u.join("x").unwrap().path, "/a/x");
        assert_eq!(u.join("/x").unwrap().authority(), "web:8080");
        assert_eq!(Url::parse("localhost").unwrap().path, "/");
        assert_eq!(Url::parse("http://"), None);
        assert_eq!(Url::parse("http://x:99999/"), None);
    }

    #[test]
    fn answers() {
        let data = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcd";
        let (end, at) = head_end(data).unwrap();
        let r = parse_head(&data[..end]).unwrap();
        assert_eq!(r.status, 200);
        assert_eq!(whole_body(&r, &data[at..], false, false).unwrap(), b"abc");
        assert_eq!(whole_body(&r, b"ab", false, false), None);
        assert_eq!(dechunk(b"3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n", false).unwrap(), b"abcd");
        assert_eq!(dechunk(b"3\r\nab", false), None);
        assert_eq!(base64(b"me:pw"), "bWU6cHc=");
    }
}
