//! nginx: serves the files of the directory that its site names, logs as the real one does, and stops
//! at SIGQUIT and SIGTERM.

use std::net::Ipv4Addr;
use std::rc::Rc;

use chrono::DateTime;

use crate::coreutils::net::serve::{Asked, asked};
use crate::kernel::{Disposition, Fd, Kernel, LocalFuture, Proc, Program, Signal};
use crate::vfs::{Cred, Errno, Stat, text};

/// How a moment stands in a header.
const DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";

/// Makes nginx known.
pub fn register(kernel: &Kernel) {
    let main = Rc::new(|p: Proc| -> LocalFuture<i32> { Box::pin(main(p)) });
    kernel.register("nginx", Program { main, restartable: |_| true });
}

/// What the first site of the configuration says.
struct Site {
    port: u16,
    root: String,
    index: Vec<String>,
}

async fn say(p: &Proc, line: &str) {
    let stamp = clock(p, "%Y/%m/%d %H:%M:%S");
    let _ = p.write_all(2, format!("{stamp} {line}\n").as_bytes()).await;
}

fn clock(p: &Proc, format: &str) -> String {
    DateTime::from_timestamp_nanos(p.now()).format(format).to_string()
}

async fn main(p: Proc) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    if args.iter().any(|a| a == "-v") {
        let _ = p.write_all(2, b"nginx version: nginx/1.29.3\n").await;
        return 0;
    }
    let site = site(&p);
    if args.iter().any(|a| a == "-t") {
        let text = "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n\
                    nginx: configuration file /etc/nginx/nginx.conf test is successful\n";
        let _ = p.write_all(2, text.as_bytes()).await;
        return 0;
    }
    for signal in [Signal::QUIT, Signal::TERM, Signal::INT, Signal::HUP] {
        let _ = p.signal(signal, Disposition::Handle);
    }
    let listener = match p.listen(None, site.port) {
        Ok((fd, _)) => fd,
        Err(e) => {
            let line = format!(
                "[emerg] {0}#{0}: bind() to 0.0.0.0:{1} failed ({2}: {e})",
                p.pid(),
                site.port,
                e.number()
            );
            say(&p, &line).await;
            return 1;
        }
    };
    let _ = p.write_file("/run/nginx.pid", format!("{}\n", p.pid()).as_bytes(), 0o644);
    let notice = |text: &str| format!("[notice] {0}#{0}: {text}", p.pid());
    say(&p, &notice("using the \"epoll\" event method")).await;
    say(&p, &notice("nginx/1.29.3")).await;
    say(&p, &notice("start worker processes")).await;
    loop {
        match p.accept(listener).await {
            Ok((fd, peer)) => {
                serve(&p, &site, fd, peer).await;
                let _ = p.close(fd);
            }
            Err(Errno::EINTR) => {}
            Err(_) => return 1,
        }
        match p.take_signal() {
            Some(Signal::HUP) => {
                say(&p, &notice("signal 1 (SIGHUP) received, reconfiguring")).await
            }
            Some(s) => {
                let what = if s == Signal::QUIT { "shutting down" } else { "exiting" };
                say(&p, &notice(&format!("signal {} ({s}) received, {what}", s.number()))).await;
                say(&p, &notice("exit")).await;
                let _ = p.unlink("/run/nginx.pid");
                return 0;
            }
            None => {}
        }
    }
}

/// Reads the first `*.conf` of conf.d, as far as `listen`, `root` and `index` go.
fn site(p: &Proc) -> Site {
    let mut site = Site {
        port: 80,
        root: "/usr/share/nginx/html".to_string(),
        index: vec!["index.html".to_string(), "index.htm".to_string()],
    };
    let dir = "/etc/nginx/conf.d";
    let entries = p.readdir(dir).unwrap_or_default();
    let Some(file) = entries.iter().find(|e| e.name.ends_with(".conf")) else { return site };
    let conf = p.read_file(&format!("{dir}/{}", file.name)).unwrap_or_default();
    let conf = text::decode_owned(conf);
    let (mut port, mut root, mut index) = (false, false, false);
    for statement in conf.split([';', '{', '}']) {
        let mut words = statement.split_whitespace();
        match words.next() {
            Some("listen") if !port => {
                let value = words.next().unwrap_or_default();
                if let Ok(n) = value.rsplit(':').next().unwrap_or_default().parse() {
                    (site.port, port) = (n, true);
                }
            }
            Some("root") if !root => {
                if let Some(dir) = words.next() {
                    (site.root, root) = (dir.to_string(), true);
                }
            }
            Some("index") if !index => {
                (site.index, index) = (words.map(str::to_string).collect(), true);
            }
            _ => {}
        }
    }
    site
}

/// An answer: its status, its headers besides those that all have, and what it holds.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

async fn serve(p: &Proc, site: &Site, fd: Fd, peer: Ipv4Addr) {
    let Some(asked) = asked(p, fd).await else { return };
    let request = &asked.line;
    let answer = match asked.method.as_str() {
        "GET" | "HEAD" => match find(p, site, &asked) {
            Ok(answer) => answer,
            Err((status, why)) => {
                if let Some(why) = why {
                    let host = asked.header("Host").map(|h| format!(", host: \"{h}\""));
                    let line = format!(
                        "[error] {0}#{0}: *1 {why}, client: {peer}, server: localhost, request: \"{request}\"{1}",
                        p.pid(),
                        host.unwrap_or_default()
                    );
                    say(p, &line).await;
                }
                page(status)
            }
        },
        _ => page(405),
    };
    let Answer { status, headers, body } = answer;
    let keep = asked.header("Connection").is_none_or(|c| !c.eq_ignore_ascii_case("close"));
    let mut head = format!(
        "HTTP/1.1 {status} {}\r\nServer: nginx/1.29.3\r\nDate: {}\r\n",
        reason(status),
        clock(p, DATE)
    );
    let (first, last): (Vec<_>, Vec<_>) = headers
        .into_iter()
        .partition(|(name, _)| !matches!(*name, "ETag" | "Accept-Ranges" | "Content-Range"));
    let connection = ("Connection", if keep { "keep-alive" } else { "close" }.to_string());
    for (name, value) in first.into_iter().chain([connection]).chain(last) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let sent = if asked.method == "HEAD" { 0 } else { body.len() };
    let _ = p.write_all(fd, head.as_bytes()).await;
    let _ = p.write_all(fd, &body[..sent]).await;
    let line = format!(
        "{peer} - - [{}] \"{request}\" {status} {sent} \"-\" \"{}\" \"-\"\n",
        clock(p, "%d/%b/%Y:%H:%M:%S +0000"),
        asked.header("User-Agent").unwrap_or("-")
    );
    let _ = p.write_all(1, line.as_bytes()).await;
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Not Allowed",
        _ => "Internal Server Error",
    }
}

fn typed(kind: &str, body: &[u8]) -> Vec<(&'static str, String)> {
    vec![("Content-Type", kind.to_string()), ("Content-Length", body.len().to_string())]
}

fn page(status: u16) -> Answer {
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
fn find(p: &Proc, site: &Site, asked: &Asked) -> Result<Answer, Refused> {
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
    let host = host.split(':').next().unwrap_or_default();
    let port = if site.port == 80 { String::new() } else { format!(":{}", site.port) };
    let query = asked.target.strip_prefix(asked.path()).unwrap_or_default();
    let mut answer = page(301);
    answer.headers.push(("Location", format!("http://{host}{port}{path}/{query}")));
    answer
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
    let range = asked.header("Range").and_then(|r| part(r, body.len()));
    let (status, range, body) = match range {
        Some((from, to)) => {
            let shown = format!("bytes {from}-{}/{}", to - 1, body.len());
            (206, ("Content-Range", shown), body[from..to].to_vec())
        }
        None => (200, ("Accept-Ranges", "bytes".to_string()), body),
    };
    let mut headers = typed(kind_of(file), &body);
    headers.extend([("Last-Modified", changed), ("ETag", tag), range]);
    Answer { status, headers, body }
}

/// `bytes=FROM-TO` as a range of so many bytes.
fn part(range: &str, size: usize) -> Option<(usize, usize)> {
    let (from, to) = range.strip_prefix("bytes=")?.split_once('-')?;
    let (from, to) = match (from.parse::<usize>(), to.parse::<usize>()) {
        (Ok(from), Ok(to)) => (from, to.saturating_add(1).min(size)),
        (Ok(from), Err(_)) if to.is_empty() => (from, size),
        (Err(_), Ok(last)) if from.is_empty() => (size.saturating_sub(last), size),
        _ => return None,
    };
    (from < to).then_some((from, to))
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
    use super::{normal, part};

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
        assert_eq!(part("bytes=0-1", 5), Some((0, 2)));
        assert_eq!(part("bytes=3-", 5), Some((3, 5)));
        assert_eq!(part("bytes=-2", 5), Some((3, 5)));
        assert_eq!(part("bytes=9-", 5), None);
    }
}
