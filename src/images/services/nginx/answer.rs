//! What nginx answers: a file of the site, a part of it, where a directory is, or a page that says what is wrong.

use super::Site;
use crate::coreutils::net::serve::Asked;
use crate::kernel::Proc;
use crate::vfs::{Cred, Errno, Stat, text};
use chrono::DateTime;

/// How a moment stands in a header.
pub(super) const DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";

/// An answer: its status, its headers besides those that all have, and what it holds.
pub(super) struct Answer {
    /// The status.
    pub status: u16,
    /// Its own headers.
    pub headers: Vec<(&'static str, String)>,
    /// What it holds.
    pub body: Vec<u8>,
}

/// The words of a status.
pub(super) fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Not Allowed",
        416 => "Requested Range Not Satisfiable",
        _ => "Internal Server Error",
    }
}

fn typed(kind: &str, body: &[u8]) -> Vec<(&'static str, String)> {
    vec![("Content-Type", kind.to_string()), ("Content-Length", body.len().to_string())]
}

/// A page that says nothing but its status.
pub(super) fn page(status: u16) -> Answer {
    let title = format!("{status} {}", reason(status));
    let body = format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
         <hr><center>nginx/1.29.3</center>\r\n</body>\r\n</html>\r\n"
    );
    let body = body.into_bytes();
    Answer { status, headers: typed("text/html", &body), body }
}

/// A path of a request without escapes, empty and dotted parts; none that leads out of the site.
fn normal(path: &str) -> Option<String> {
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

type Refused = (u16, Option<String>);

fn refused(what: &str, file: &str, e: Errno) -> Refused {
    let status = match e {
        Errno::EACCES => 403,
        Errno::ENOENT | Errno::ENOTDIR | Errno::ENAMETOOLONG => 404,
        _ => 500,
    };
    (status, Some(format!("{what} \"{file}\" failed ({}: {e})", e.number())))
}

/// The file that a request means.
pub(super) fn find(p: &Proc, site: &Site, asked: &Asked) -> Result<Answer, Refused> {
    let path = normal(asked.path()).ok_or((400, None))?;
    let mut file = format!("{}{path}", site.root.trim_end_matches('/'));
    if path.ends_with('/') {
        let mut found = None;
        for index in &site.index {
            let candidate = format!("{file}{index}");
            match look(p, &candidate, 0) {
                Ok(_) => {
                    found = Some(candidate);
                    break;
                }
                Err(Errno::ENOENT | Errno::ENOTDIR) => {}
                Err(e) => return Err(refused("stat()", &candidate, e)),
            }
        }
        file = match found {
            Some(found) => found,
            None => {
                look(p, &file, 0).map_err(|e| refused("open()", &file, e))?;
                return Err((403, Some(format!("directory index of \"{file}\" is forbidden"))));
            }
        };
    }
    let stat = look(p, &file, 4).map_err(|e| refused("open()", &file, e))?;
    if stat.is_dir() {
        return Ok(moved(site, asked, &path));
    }
    let body = p.read_file(&file).map_err(|e| refused("open()", &file, e))?;
    Ok(whole_or_part(asked, &file, &stat, body))
}

/// Where a directory is, which a name without a slash is not.
fn moved(site: &Site, asked: &Asked, path: &str) -> Answer {
    let host = asked.header("Host").unwrap_or("localhost");
    // What stands behind a colon is a port, unless it is within an address of IPv6.
    let end = host.rfind(']').unwrap_or(0);
    let host = host[end..].find(':').map_or(host, |colon| &host[..end + colon]);
    let port = if site.port == 80 { String::new() } else { format!(":{}", site.port) };
    let query = asked.target.strip_prefix(asked.path()).unwrap_or_default();
    let mut answer = page(301);
    answer.headers.push(("Location", format!("http://{host}{port}{}/{query}", escaped(path))));
    answer
}

/// A path as a header may hold it: nginx writes all but what a URI allows as `%XX`.
fn escaped(path: &str) -> String {
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
fn whole_or_part(asked: &Asked, file: &str, stat: &Stat, body: Vec<u8>) -> Answer {
    let changed = DateTime::from_timestamp_nanos(stat.mtime).format(DATE).to_string();
    let tag = format!("\"{:x}-{:x}\"", stat.mtime.div_euclid(1_000_000_000), body.len());
    if asked.header("If-None-Match").is_some_and(|t| t == tag)
        || asked.header("If-Modified-Since").is_some_and(|t| t == changed)
    {
        let headers = vec![("Last-Modified", changed), ("ETag", tag)];
        return Answer { status: 304, headers, body: Vec::new() };
    }
    let range = asked.header("Range").map_or(Part::Whole, |r| part(r, body.len() as u64));
    let (status, range, body) = match range {
        Part::Some(from, to) => {
            let shown = format!("bytes {from}-{}/{}", to - 1, body.len());
            let body = body.into_iter().skip(from as usize).take((to - from) as usize).collect();
            (206, ("Content-Range", shown), body)
        }
        Part::None => {
            let mut answer = page(416);
            answer.headers.push(("Content-Range", format!("bytes */{}", body.len())));
            return answer;
        }
        Part::Whole => (200, ("Accept-Ranges", "bytes".to_string()), body),
    };
    let mut headers = typed(kind_of(file), &body);
    headers.extend([("Last-Modified", changed), ("ETag", tag), range]);
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

fn kind_of(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" | "htm" => "text/html",
        "css" => "text/css",
        "js" => "application/javascript",
        "json" => "application/json",
        "txt" => "text/plain",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
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
