//! wget: a file by HTTP from what runs on this machine, in GNU's words and in BusyBox's.

use crate::coreutils::time::{Zone, strftime};
use crate::coreutils::{Arg, Cx, Parsed};
use crate::vfs::text;

use super::http::{self, Request, Response, Trouble, Url};

const LONGS: &[(&str, Arg, char)] = &[
    ("continue", Arg::No, 'c'),
    ("directory-prefix", Arg::Required, 'P'),
    ("header", Arg::Required, 'h'),
    ("no-check-certificate", Arg::No, 'k'),
    ("no-verbose", Arg::No, 'V'),
    ("output-document", Arg::Required, 'O'),
    ("post-data", Arg::Required, 'p'),
    ("quiet", Arg::No, 'q'),
    ("server-response", Arg::No, 'S'),
    ("show-progress", Arg::No, '_'),
    ("spider", Arg::No, 's'),
    ("timeout", Arg::Required, 'T'),
    ("tries", Arg::Required, 't'),
    ("user-agent", Arg::Required, 'U'),
];

/// Asks, redirections followed.
async fn fetch(cx: &mut Cx, parsed: &Parsed, url: &mut Url, loud: bool) -> Result<Response, i32> {
    let mut method = if parsed.has('s') { "HEAD" } else { "GET" };
    let data = parsed.value('p').map(|d| text::encode(d).into_owned());
    if data.is_some() {
        method = "POST";
    }
    for _ in 0..20 {
        let agent = if cx.busybox() { "Wget" } else { "Wget/1.25.0" };
        let agent = parsed.value('U').unwrap_or(agent);
        let mut headers = vec![
            ("Host".to_string(), url.authority()),
            ("User-Agent".to_string(), agent.to_string()),
            ("Accept".to_string(), "*/*".to_string()),
            ("Connection".to_string(), "close".to_string()),
        ];
        for (letter, value) in &parsed.options {
            if let (Some((n, v)), 'h') = (value.as_ref().and_then(|v| v.split_once(':')), letter) {
                headers.push((n.to_string(), v.trim().to_string()));
            }
        }
        if let Some(data) = &data {
            headers.push(("Content-Length".to_string(), data.len().to_string()));
            let form = "application/x-www-form-urlencoded".to_string();
            headers.push(("Content-Type".to_string(), form));
        }
        let request = Request {
            method: method.to_string(),
            headers,
            body: data.clone().unwrap_or_default(),
            old: false,
        };
        let (host, port) = (url.host.clone(), url.port);
        if url.scheme == "https" && !cx.p.resolve_host(&host).is_empty() {
            cx.err("Drydock does not simulate TLS: only http:// is understood").await;
            return Err(5);
        }
        if loud && !cx.busybox() {
            let addrs = cx.p.resolve_host(&host);
            if host.parse::<std::net::Ipv4Addr>().is_err() {
                let found: Vec<String> = addrs.iter().map(ToString::to_string).collect();
                let found = match found.is_empty() {
                    true => "failed: Temporary failure in name resolution.".to_string(),
                    false => found.join(", "),
                };
                cx.say(&format!("Resolving {host} ({host})... {found}\n")).await;
            }
            if let Some(addr) = addrs.first() {
                let name = if host == addr.to_string() {
                    host.clone()
                } else {
                    format!("{host} ({host})|{addr}|")
                };
                cx.say(&format!("Connecting to {name}:{port}... ")).await;
            }
        }
        let (fd, addr) = match http::connect(&cx.p, url).await {
            Ok(done) => done,
            Err(t) => return Err(no_connection(cx, url, t, loud).await),
        };
        if loud {
            let said = if cx.busybox() {
                format!("Connecting to {} ({addr}:{port})\n", url.authority())
            } else {
                "connected.\nHTTP request sent, awaiting response... ".to_string()
            };
            cx.say(&said).await;
        }
        let r = match http::exchange(&cx.p, fd, url, &request).await {
            Ok(r) => r,
            Err(_) => {
                cx.err(if cx.busybox() { "error getting response" } else { "No data received." })
                    .await;
                return Err(if cx.busybox() { 1 } else { 4 });
            }
        };
        if loud && !cx.busybox() {
            cx.say(&format!("{} {}\n", r.status, r.reason)).await;
        }
        if parsed.has('S') {
            let head: String = r.head.lines().map(|l| format!("  {l}\n")).collect();
            cx.say(&head).await;
        }
        let to = r.header("Location").and_then(|l| url.join(l));
        match to.filter(|_| matches!(r.status, 301 | 302 | 303 | 307 | 308)) {
            Some(to) => {
                if loud && !cx.busybox() {
                    let location = r.header("Location").unwrap_or_default().to_string();
                    cx.say(&format!("Location: {location} [following]\n")).await;
                }
                *url = to;
            }
            None => return Ok(r),
        }
    }
    cx.err("too many redirections").await;
    Err(8)
}

async fn no_connection(cx: &mut Cx, url: &Url, t: Trouble, loud: bool) -> i32 {
    let host = &url.host;
    if cx.busybox() {
        let text = match t {
            Trouble::Connect(addr, e) => {
                if loud {
                    cx.say(&format!("Connecting to {} ({addr}:{})\n", url.authority(), url.port))
                        .await;
                }
                format!("can't connect to remote host ({addr}): {e}")
            }
            _ => format!("bad address '{host}'"),
        };
        cx.err(text).await;
        return 1;
    }
    match t {
        Trouble::Connect(_, e) if loud => cx.say(&format!("failed: {e}.\n")).await,
        Trouble::Connect(..) => {}
        _ => cx.err(format!("unable to resolve host address '{host}'")).await,
    }
    4
}

/// `wget`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "cqO:P:T:t:U:Ss" } else { "qO:P:T:t:U:cSs" };
    let parsed = match cx.getopt(spec, LONGS).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.operands.is_empty() {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.say("wget: missing URL\nUsage: wget [OPTION]... [URL]...\n\n").await;
        cx.say("Try `wget --help' for more options.\n").await;
        return 1;
    }
    let mut status = 0;
    for url in &parsed.operands {
        let got = one(cx, &parsed, url).await;
        if got != 0 {
            status = got;
        }
    }
    status
}

async fn one(cx: &mut Cx, parsed: &Parsed, text: &str) -> i32 {
    let Some(mut url) = Url::parse(text) else {
        let none = cx.busybox() && text.ends_with("://");
        let why = if none { "bad address ''".to_string() } else { format!("{text}: Invalid URL") };
        cx.err(why).await;
        return 1;
    };
    let loud = !parsed.has('q') && !parsed.has('V');
    let stamp = |cx: &Cx| strftime("%Y-%m-%d %H:%M:%S", cx.p.now(), &Zone::of(&cx.p), true);
    if loud && !cx.busybox() {
        let now = stamp(cx);
        let shown = format!("{}://{}{}", url.scheme, url.authority(), url.path);
        cx.say(&format!("--{now}--  {shown}\n")).await;
    }
    let r = match fetch(cx, parsed, &mut url, loud).await {
        Ok(r) => r,
        Err(status) => return status,
    };
    if r.status >= 400 || r.status < 200 {
        if cx.busybox() {
            let head = r.head.lines().next().unwrap_or_default().to_string();
            cx.err(format!("server returned error: {head}")).await;
            return 1;
        }
        if loud {
            let now = stamp(cx);
            cx.say(&format!("{now} ERROR {}: {}.\n\n", r.status, r.reason)).await;
        }
        return 8;
    }
    if parsed.has('s') {
        if loud {
            let said =
                if cx.busybox() { "remote file exists\n" } else { "Remote file exists.\n\n" };
            cx.say(said).await;
        }
        return 0;
    }
    save(cx, parsed, &url, &r, loud).await
}

async fn save(cx: &mut Cx, parsed: &Parsed, url: &Url, r: &Response, loud: bool) -> i32 {
    if parsed.value('O') == Some("-") {
        if loud && cx.busybox() {
            cx.say("writing to stdout\n").await;
        }
        cx.put(&r.body);
        return 0;
    }
    let mut name = match url.file_name() {
        "" => "index.html".to_string(),
        name => name.to_string(),
    };
    if let Some(dir) = parsed.value('P') {
        let _ = cx.p.mkdir(dir, 0o777);
        name = format!("{}/{name}", dir.trim_end_matches('/'));
    }
    if let Some(file) = parsed.value('O') {
        name = file.to_string();
    } else if cx.p.exists(&name) {
        if cx.busybox() {
            cx.err(format!("can't open '{name}': File exists")).await;
            return 1;
        }
        name = (1..).map(|n| format!("{name}.{n}")).find(|n| !cx.p.exists(n)).unwrap_or(name);
    }
    if let Err(e) = cx.p.write_file(&name, &r.body, 0o666) {
        if cx.busybox() {
            cx.err(format!("can't open '{name}': {e}")).await;
            return 1;
        }
        cx.say(&format!("{name}: {e}\n")).await;
        return 3;
    }
    let size = r.body.len();
    if loud && cx.busybox() {
        let shown = name.rsplit('/').next().unwrap_or_default();
        let stars = "*".repeat(32);
        cx.say(&format!(
            "saving to '{name}'\n{shown:<20} 100% |{stars}| {size:>5}  0:00:00 ETA\n'{name}' saved\n"
        ))
        .await;
    } else if loud {
        let kind = r.header("Content-Type").unwrap_or("text/plain").to_string();
        let kind = kind.split(';').next().unwrap_or_default().to_string();
        let now = strftime("%Y-%m-%d %H:%M:%S", cx.p.now(), &Zone::of(&cx.p), true);
        cx.say(&format!(
            "Length: {size} [{kind}]\nSaving to: '{name}'\n\n\
             \x20    0K                                                       100% 1.00M=0s\n\n\
             {now} (1.00 MB/s) - '{name}' saved [{size}/{size}]\n\n"
        ))
        .await;
    }
    0
}
