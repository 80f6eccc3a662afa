//! What nginx answers: a file of the site, a part of it, where a directory is, or a page that says what is wrong.

use super::VERSION;
use super::site::Scope;
use crate::coreutils::net::serve::Asked;
use crate::kernel::Proc;
use crate::vfs::{Cred, Errno, Stat, text};
use chrono::DateTime;
use std::borrow::Cow;

/// How a moment stands in a header.
pub(super) const DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";

/// An answer: its status, its headers besides those that all have, and what it holds.
pub(super) struct Answer {
    /// The status.
    pub status: u16,
    /// Its own headers.
    pub headers: Vec<(Cow<'static, str>, String)>,
    /// What it holds.
    pub body: Vec<u8>,
}

/// The words of a status.
pub(super) fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        302 => "Moved Temporarily",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Not Allowed",
        410 => "Gone",
        416 => "Requested Range Not Satisfiable",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Temporarily Unavailable",
        504 => "Gateway Time-out",
        _ => "",
    }
}

/// The headers of what is of a kind.
pub(super) fn typed(kind: &str, body: &[u8]) -> Vec<(Cow<'static, str>, String)> {
    let length = ("Content-Length".into(), body.len().to_string());
    vec![("Content-Type".into(), kind.to_string()), length]
}

/// A page that says nothing but its status.
pub(super) fn page(status: u16) -> Answer {
    let title = format!("{status} {}", reason(status)).trim_end().to_string();
    let body = format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
         <hr><center>nginx/{VERSION}</center>\r\n</body>\r\n</html>\r\n"
    );
    let body = body.into_bytes();
    Answer { status, headers: typed("text/html", &body), body }
}

/// A path of a request without escapes, empty and dotted parts; none that leads out of the site.
pub(super) fn normal(path: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let [first, more @ ..] = rest {
        let code = more.get(..2).and_then(|c| std::str::from_utf8(c).ok());
        match code.filter(|_| *first == b'%').map(|c| u8::from_str_radix(c, 16)) {
            Some(Ok(byte)) => {
                bytes.push(byte);
                rest = &more[2..];
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    let path = text::decode_owned(bytes);
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let open = path.ends_with('/') || path.ends_with("/.") || path.ends_with("/..");
    let end = if open && !parts.is_empty() { "/" } else { "" };
    Some(format!("/{}{end}", parts.join("/")))
}

/// Looks at a file with the rights of a worker, which is the user nginx.
fn look(p: &Proc, file: &str, want: u32) -> Result<Stat, Errno> {
    let worker = p
        .user_by_name("nginx")
        .map_or_else(|| Cred::user(0, 0, Vec::new()), |u| Cred::user(u.uid, u.gid, vec![u.gid]));
    for (at, _) in file.match_indices('/').skip(1) {
        let dir = p.stat(&file[..at])?;
        if !dir.is_dir() {
            return Err(Errno::ENOTDIR);
        }
        if !worker.may(&dir, 1) {
            return Err(Errno::EACCES);
        }
    }
    let stat = p.stat(file)?;
    if worker.may(&stat, want) { Ok(stat) } else { Err(Errno::EACCES) }
}

/// A status, and what the log says of it.
pub(super) type Refused = (u16, Option<Complaint>);

/// A line for the log of errors.
pub(super) struct Complaint {
    /// What is wrong.
    pub why: String,
    /// The URL of the server behind that it is about.
    pub upstream: Option<String>,
}

impl Complaint {
    /// One that is about no server behind.
    pub fn of(why: String) -> Complaint {
        Complaint { why, upstream: None }
    }
}

fn refused(what: &str, file: &str, e: Errno) -> Refused {
    let status = match e {
        Errno::EACCES => 403,
        Errno::ENOENT | Errno::ENOTDIR | Errno::ENAMETOOLONG => 404,
        _ => 500,
    };
    (status, Some(Complaint::of(format!("{what} \"{file}\" failed ({}: {e})", e.number()))))
}

/// What a path means in a place of the configuration; `cut` is how much of it an alias takes the place of.
pub(super) fn place(scope: &Scope, path: &str, cut: usize) -> String {
    match &scope.alias {
        Some(alias) => format!("{alias}{}", path.get(cut..).unwrap_or_default()),
        None => format!("{}{path}", scope.root.trim_end_matches('/')),
    }
}

/// Whether there is a file, or a directory where the path ends in a slash, that a worker may look at.
pub(super) fn is_there(p: &Proc, file: &str) -> bool {
    look(p, file.trim_end_matches('/'), 0).is_ok_and(|s| s.is_dir() == file.ends_with('/'))
}

/// The file that is shown of a directory, where there is one.
pub(super) fn index(p: &Proc, scope: &Scope, dir: &str) -> Result<Option<String>, Refused> {
    for name in &scope.index {
        let file = match name.starts_with('/') {
            true => place(scope, name, 0),
            false => format!("{dir}{name}"),
        };
        match look(p, &file, 0) {
            Ok(_) => return Ok(Some(name.clone())),
            Err(Errno::ENOENT | Errno::ENOTDIR) => {}
            Err(e) => return Err(refused("stat()", &file, e)),
        }
    }
    look(p, dir, 0).map_err(|e| refused("open()", dir, e))?;
    Ok(None)
}

/// The file at a place; `moved` is where a directory is that was asked for without a slash.
pub(super) fn find(
    p: &Proc,
    scope: &Scope,
    asked: &Asked,
    file: &str,
    moved: impl FnOnce() -> String,
) -> Result<Answer, Refused> {
    let stat = look(p, file, 4).map_err(|e| refused("open()", file, e))?;
    if stat.is_dir() {
        let mut answer = page(301);
        answer.headers.push(("Location".into(), moved()));
        return Ok(answer);
    }
    let body = p.read_file(file).map_err(|e| refused("open()", file, e))?;
    let kind = kind_of(file).unwrap_or(&scope.default_type);
    Ok(whole_or_part(asked, kind, &stat, body))
}

/// A path as a header may hold it: nginx writes all but what a URI allows as `%XX`.
pub(super) fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for &byte in text::encode(path).iter() {
        match byte {
            b'!' | b'$'..=b'>' | b'@'..=b'~' if byte != b'%' => out.push(char::from(byte)),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

/// A file, or as much of it as is asked for.
fn whole_or_part(asked: &Asked, kind: &str, stat: &Stat, body: Vec<u8>) -> Answer {
    let changed = DateTime::from_timestamp_nanos(stat.mtime).format(DATE).to_string();
    let tag = format!("\"{:x}-{:x}\"", stat.mtime.div_euclid(1_000_000_000), body.len());
    if asked.header("If-None-Match").is_some_and(|t| t == tag)
        || asked.header("If-Modified-Since").is_some_and(|t| t == changed)
    {
        let headers = vec![("Last-Modified".into(), changed), ("ETag".into(), tag)];
        return Answer { status: 304, headers, body: Vec::new() };
    }
    let range = asked.header("Range").map_or(Part::Whole, |r| part(r, body.len() as u64));
    let (status, range, body) = match range {
        Part::Some(from, to) => {
            let shown = format!("bytes {from}-{}/{}", to - 1, body.len());
            let body = body.into_iter().skip(from as usize).take((to - from) as usize).collect();
            (206, ("Content-Range".into(), shown), body)
        }
        Part::None => {
            let mut answer = page(416);
            answer.headers.push(("Content-Range".into(), format!("bytes */{}", body.len())));
            return answer;
        }
        Part::Whole => (200, ("Accept-Ranges".into(), "bytes".to_string()), body),
    };
    let mut headers = typed(kind, &body);
    headers.extend([("Last-Modified".into(), changed), ("ETag".into(), tag), range]);
    Answer { status, headers, body }
}

/// How much of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// All of it.
    Whole,
    /// Bytes from the first to before the second.
    Some(u64, u64),
    /// Bytes that it does not have.
    None,
}

/// `bytes=FROM-TO` of so many bytes. Several ranges at once are answered with the whole.
fn part(range: &str, size: u64) -> Part {
    let Some((from, to)) = range.strip_prefix("bytes=").and_then(|r| r.split_once('-')) else {
        return Part::Whole;
    };
    let (from, to) = match (from.trim().parse::<u64>(), to.trim().parse::<u64>()) {
        (Ok(from), Ok(to)) => (from, to.saturating_add(1).min(size)),
        (Ok(from), Err(_)) if to.is_empty() => (from, size),
        (Err(_), Ok(last)) if from.is_empty() => (size.saturating_sub(last), size),
        _ if to.contains(',') => return Part::Whole,
        _ => return Part::None,
    };
    if from < to { Part::Some(from, to) } else { Part::None }
}

/// The kind that `mime.types` gives a file by its name.
fn kind_of(file: &str) -> Option<&'static str> {
    let name = file.rsplit('/').next().unwrap_or_default();
    Some(match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "html" | "htm" | "shtml" => "text/html",
        "css" => "text/css",
        "xml" => "text/xml",
        "gif" => "image/gif",
        "jpeg" | "jpg" => "image/jpeg",
        "js" => "application/javascript",
        "txt" => "text/plain",
        "png" => "image/png",
        "svg" | "svgz" => "image/svg+xml",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "wasm" => "application/wasm",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Part, escaped, normal, part};

    #[test]
    fn paths() {
        for (path, want) in [
            ("/", Some("/")),
            ("/a//b/", Some("/a/b/")),
            ("/%69ndex.html", Some("/index.html")),
            ("/a/../b", Some("/b")),
            ("/../b", None),
            ("/100%", Some("/100%")),
        ] {
            assert_eq!(normal(path).as_deref(), want, "{path}");
        }
    }

    #[test]
    fn ranges() {
        assert_eq!(part("bytes=0-1", 5), Part::Some(0, 2));
        assert_eq!(part("bytes=3-", 5), Part::Some(3, 5));
        assert_eq!(part("bytes=-2", 5), Part::Some(3, 5));
        for none in ["bytes=9-", "bytes=4-2", "bytes=-0"] {
            assert_eq!(part(none, 5), Part::None, "{none}");
        }
        assert_eq!(part("bytes=0-0,2-3", 5), Part::Whole);
        assert_eq!(part("lines=1-2", 5), Part::Whole);
    }

    #[test]
    fn places_of_directories() {
        assert_eq!(escaped("/a b"), "/a%20b");
        assert_eq!(escaped("/x\r\nSet-Cookie: 1%"), "/x%0D%0ASet-Cookie:%201%25");
        assert_eq!(escaped("/é~/q?"), "/%C3%A9~/q%3F");
    }
}
