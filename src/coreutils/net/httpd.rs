//! httpd: BusyBox's web server. It serves the files below a directory; it runs no CGI programs, and says so.

use std::net::Ipv4Addr;

use crate::coreutils::Cx;
use crate::coreutils::time::{Zone, strftime};
use crate::kernel::{Disposition, Fd, Proc, Signal};
use crate::vfs::{Errno, OpenFlags, text};

use super::serve::{Asked, asked};

/// Types by a file name's end, as BusyBox has them built in.
const KINDS: &[(&[&str], &str)] = &[
    (&["htm", "html"], "text/html"),
    (&["jpg", "jpeg"], "image/jpeg"),
    (&["gif"], "image/gif"),
    (&["png"], "image/png"),
    (&["svg"], "image/svg+xml"),
    (&["txt", "h", "c", "cc", "cpp"], "text/plain"),
    (&["css"], "text/css"),
    (&["js"], "application/javascript"),
    (&["wav"], "audio/wav"),
    (&["avi"], "video/x-msvideo"),
    (&["qt", "mov"], "video/quicktime"),
    (&["mpe", "mpeg"], "video/mpeg"),
    (&["mid", "midi"], "audio/midi"),
    (&["mp3"], "audio/mpeg"),
];

/// How loudly to serve, and with whose name on errors.
#[derive(Clone, Copy)]
struct Server {
    listener: Fd,
    /// `-v`: the status of every answer; `-vv`: also what was asked for.
    verbose: usize,
}

/// `httpd`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("c:d:h:e:r:m:u:p:ifvM:K:", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(coded) = parsed.value('d') {
        let plain = decoded(coded, true).unwrap_or_else(|| coded.to_string());
        cx.puts(&plain);
        return 0;
    }
    if let Some(plain) = parsed.value('e') {
        let safe = |c: char| match c.is_ascii_alphanumeric() {
            true => c.to_string(),
            false => format!("&#{};", u32::from(c)),
        };
        cx.puts(&plain.chars().map(safe).collect::<String>());
        return 0;
    }
    for (letter, what) in
        [('m', "passwords"), ('i', "inetd"), ('r', "passwords"), ('c', "configuration files")]
    {
        if parsed.has(letter) {
            cx.err(format!("Drydock's httpd does not simulate {what}")).await;
            return 1;
        }
    }
    let (addr, port) = match place(parsed.value('p').unwrap_or("80")) {
        Some(place) => place,
        None => {
            cx.err(format!("bad address '{}'", parsed.value('p').unwrap_or_default())).await;
            return 1;
        }
    };
    if let Some(home) = parsed.value('h')
        && let Err(e) = cx.p.chdir(home)
    {
        cx.err(format!("can't change directory to '{home}': {e}")).await;
        return 1;
    }
    let listener = match cx.p.listen(addr, port) {
        Ok((fd, _)) => fd,
        Err(e) => {
            cx.err(format!("bind: {e}")).await;
            return 1;
        }
    };
    let verbose = parsed.options.iter().filter(|(letter, _)| *letter == 'v').count();
    let server = Server { listener, verbose };
    if parsed.has('f') {
        return serve(&cx.p, server).await;
    }
    let daemon = cx.p.fork(move |p| async move {
        // A child leads no process group yet.
        let _ = p.setsid();
        if let Ok(null) = p.open("/dev/null", OpenFlags::READ | OpenFlags::WRITE, 0) {
            for fd in 0..3 {
                // Where /dev/null was opened, descriptors can be had.
                let _ = p.dup2(null, fd);
            }
        }
        serve(&p, server).await
    });
    match daemon {
        Ok(_) => 0,
        Err(e) => {
            cx.err(format!("fork: {e}")).await;
            1
        }
    }
}

/// `-p [IP:]PORT`.
fn place(text: &str) -> Option<(Option<Ipv4Addr>, u16)> {
    match text.rsplit_once(':') {
        Some((ip, port)) => Some((Some(ip.parse().ok()?), port.parse().ok()?)),
        None => Some((None, text.parse().ok()?)),
    }
}

async fn serve(p: &Proc, server: Server) -> i32 {
    // Children leave no zombies; the disposition can be set.
    let _ = p.signal(Signal::CHLD, Disposition::Ignore);
    loop {
        match p.accept(server.listener).await {
            Ok((fd, peer)) => {
                let child = p.fork(move |p| async move {
                    let _ = p.close(server.listener);
                    answer(&p, fd, peer, server.verbose).await;
                    0
                });
                if child.is_err() {
                    answer(p, fd, peer, server.verbose).await;
                }
                let _ = p.close(fd);
            }
            Err(Errno::EINTR) => {}
            Err(_) => return 1,
        }
    }
}

/// A status with what it says, and the sentence on its page.
fn page(status: u16) -> (&'static str, &'static str) {
    match status {
        302 => ("Found", ""),
        400 => ("Bad Request", "Unsupported method"),
        403 => ("Forbidden", ""),
        404 => ("Not Found", "The requested URL was not found"),
        501 => ("Not Implemented", "The requested method is not recognized"),
        _ => ("Internal Server Error", "Internal Server Error"),
    }
}

/// What is sent for a request.
struct Answer {
    status: u16,
    /// Header lines beyond those that every answer has.
    headers: String,
    body: Vec<u8>,
}

impl Answer {
    fn page(status: u16) -> Answer {
        let (title, text) = page(status);
        let body = match text {
            "" => String::new(),
            _ => format!(
                "<HTML><HEAD><TITLE>{status} {title}</TITLE></HEAD>\n\
                 <BODY><H1>{status} {title}</H1>\n{text}\n</BODY></HTML>\n"
            ),
        };
        let headers = "Content-type: text/html\r\n".to_string();
        Answer { status, headers, body: body.into_bytes() }
    }
}

async fn answer(p: &Proc, fd: Fd, peer: Ipv4Addr, verbose: usize) {
    let Some(asked) = asked(p, fd).await else { return };
    let say = |text: String| format!("[::ffff:{peer}]: {text}\n");
    if verbose > 1 {
        let _ = p.write_all(2, say(format!("url:{}", asked.path())).as_bytes()).await;
    }
    let answer = find(p, &asked);
    let title = match answer.status {
        200 => "OK",
        206 => "Partial Content",
        status => page(status).0,
    };
    let head = format!(
        "HTTP/1.1 {} {title}\r\nDate: {}\r\nConnection: close\r\n{}\r\n",
        answer.status,
        stamp(p.now()),
        answer.headers
    );
    // A client that has gone needs no answer.
    let _ = p.write_all(fd, head.as_bytes()).await;
    let _ = p.write_all(fd, &answer.body).await;
    if verbose > 0 {
        let _ = p.write_all(2, say(format!("response:{}", answer.status)).as_bytes()).await;
    }
}

fn stamp(ns: i64) -> String {
    strftime("%a, %d %b %Y %H:%M:%S GMT", ns, &Zone::utc(), false)
}

/// Percent signs taken out; `None` where what follows one is no byte. `plus`: `+` is a space.
fn decoded(coded: &str, plus: bool) -> Option<String> {
    let bytes = text::encode(coded);
    let mut out = Vec::new();
    let mut rest = &bytes[..];
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            b'+' if plus => out.push(b' '),
            b'%' => {
                let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
                out.push(u8::from_str_radix(digits, 16).ok().filter(|b| *b != 0)?);
                rest = &tail[2..];
            }
            other => out.push(*other),
        }
    }
    Some(text::decode_owned(out))
}

/// The names of a path one below the other, without `.`; `None` where it leads out.
fn names(path: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()?),
            name => names.push(name),
        }
    }
    Some(names)
}

fn find(p: &Proc, asked: &Asked) -> Answer {
    let path = decoded(asked.path(), false);
    let path = path.filter(|t| t.starts_with('/') && asked.version.starts_with("HTTP/"));
    let known = matches!(asked.method.as_str(), "GET" | "HEAD" | "POST");
    let Some(path) = path.filter(|_| known) else { return Answer::page(400) };
    let Some(names) = names(&path) else { return Answer::page(400) };
    if asked.method == "POST" || names.first() == Some(&"cgi-bin") {
        return Answer::page(501);
    }
    let mut file = format!("./{}", names.join("/"));
    if p.stat(&file).is_ok_and(|s| s.is_dir()) {
        if !path.ends_with('/') {
            let headers = format!("Content-type: text/html\r\nLocation: {path}/\r\n");
            return Answer { status: 302, headers, body: Vec::new() };
        }
        file = format!("{}/index.html", file.trim_end_matches('/'));
    }
    let (Ok(stat), Ok(body)) = (p.stat(&file), p.read_file(&file)) else {
        return Answer::page(404);
    };
    part(asked, &file, stat.mtime, body)
}

/// A file, or the part of it that a Range header asks for.
fn part(asked: &Asked, file: &str, mtime: i64, body: Vec<u8>) -> Answer {
    let whole = body.len();
    let range = asked.header("Range").and_then(|r| range(r, whole));
    let end = file.rsplit('.').next().unwrap_or_default();
    let kind = KINDS.iter().find(|(ends, _)| ends.contains(&end)).map(|(_, kind)| *kind);
    // Parts go without the file's own type.
    let kind = if range.is_some() { Some("text/html") } else { kind };
    let mut headers = kind.map_or(String::new(), |k| format!("Content-type: {k}\r\n"));
    let (status, body) = match range {
        Some((from, to)) => {
            headers += &format!("Content-Range: bytes {from}-{}/{whole}\r\n", to - 1);
            (206, body[from..to].to_vec())
        }
        None => (200, body),
    };
    headers += &format!(
        "Accept-Ranges: bytes\r\nLast-Modified: {}\r\nETag: \"{:x}-{whole:x}\"\r\nContent-Length: {}\r\n",
        stamp(mtime),
        mtime.div_euclid(1_000_000_000),
        body.len()
    );
    Answer { status, headers, body }
}

/// `bytes=FROM-[TO]` as a half-open range within `whole` bytes.
fn range(text: &str, whole: usize) -> Option<(usize, usize)> {
    let (from, to) = text.strip_prefix("bytes=")?.split_once('-')?;
    let from: usize = from.parse().ok()?;
    let last = if to.is_empty() { whole.checked_sub(1)? } else { to.parse().ok()? };
    let to = last.checked_add(1)?.min(whole);
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::{decoded, names, place, range};

    #[test]
    fn paths() {
        assert_eq!(decoded("/a%20b+c", false).as_deref(), Some("/a b+c"));
        assert_eq!(decoded("%zz", false), None);
        assert_eq!(decoded("%", false), None);
        assert_eq!(names("/a/./b/../c"), Some(vec!["a", "c"]));
        assert_eq!(names("/../x"), None);
    }

    #[test]
    fn numbers() {
        assert_eq!(range("bytes=1-2", 4), Some((1, 3)));
        assert_eq!(range("bytes=1-", 4), Some((1, 4)));
        assert_eq!(range("bytes=9-", 4), None);
        assert_eq!(range("bytes=0-", 0), None);
        assert_eq!(
            place("127.0.0.1:80"),
            Some(([127, 0, 0, 1].into(), 80)).map(|(a, p): (std::net::Ipv4Addr, u16)| (Some(a), p))
        );
        assert_eq!(place("x"), None);
    }
}
