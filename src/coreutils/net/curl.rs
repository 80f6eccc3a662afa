//! curl: HTTP to what runs on this machine.

use std::pin::pin;

use futures_util::future::{Either, select};

use crate::coreutils::{Arg, Cx, Parsed};
use crate::vfs::{Errno, OpenFlags, text};

use super::curl_request::{Failure, request, write_out};
use super::http::{self, Request, Response, Trouble, Url};

const LONGS: &[(&str, Arg, char)] = &[
    ("basic", Arg::No, '_'),
    ("compressed", Arg::No, '_'),
    ("connect-timeout", Arg::Required, 'c'),
    ("cookie", Arg::Required, 'b'),
    ("create-dirs", Arg::No, '_'),
    ("data", Arg::Required, 'd'),
    ("data-ascii", Arg::Required, 'd'),
    ("data-binary", Arg::Required, 'B'),
    ("data-raw", Arg::Required, 'R'),
    ("data-urlencode", Arg::Required, 'U'),
    ("fail", Arg::No, 'f'),
    ("fail-with-body", Arg::No, 'F'),
    ("get", Arg::No, 'G'),
    ("head", Arg::No, 'I'),
    ("header", Arg::Required, 'H'),
    ("http1.1", Arg::No, '_'),
    ("include", Arg::No, 'i'),
    ("insecure", Arg::No, 'k'),
    ("ipv4", Arg::No, '4'),
    ("json", Arg::Required, 'J'),
    ("location", Arg::No, 'L'),
    ("max-time", Arg::Required, 'm'),
    ("no-progress-meter", Arg::No, '#'),
    ("output", Arg::Required, 'o'),
    ("remote-name", Arg::No, 'O'),
    ("parallel", Arg::No, 'Z'),
    ("range", Arg::Required, 'r'),
    ("referer", Arg::Required, 'e'),
    ("request", Arg::Required, 'X'),
    ("retry", Arg::Required, 'y'),
    ("retry-connrefused", Arg::No, 'C'),
    ("retry-delay", Arg::Required, 'D'),
    ("retry-all-errors", Arg::No, 'C'),
    ("show-error", Arg::No, 'S'),
    ("silent", Arg::No, 's'),
    ("url", Arg::Required, 'ζ'),
    ("upload-file", Arg::Required, 'T'),
    ("user", Arg::Required, 'u'),
    ("user-agent", Arg::Required, 'A'),
    ("verbose", Arg::No, 'v'),
    ("write-out", Arg::Required, 'w'),
];

fn trouble(url: &Url, t: Trouble, ms: i64) -> Failure {
    let host = &url.host;
    match t {
        Trouble::Unknown => Failure(6, format!("Could not resolve host: {host}")),
        Trouble::Connect(_, Errno::ECONNREFUSED) => Failure(
            7,
            format!(
                "Failed to connect to {host}:{} after {ms} ms: Could not connect to server",
                url.port
            ),
        ),
        Trouble::Connect(_, e) => {
            Failure(7, format!("Failed to connect to {host}:{} after {ms} ms: {e}", url.port))
        }
        Trouble::Empty => Failure(52, "Empty reply from server".to_string()),
        Trouble::Nonsense => Failure(1, "Received HTTP/0.9 when not allowed".to_string()),
        Trouble::Broken(e) => Failure(56, format!("Recv failure: {e}")),
    }
}

/// One exchange, with what `-v` says of it.
async fn once(cx: &mut Cx, url: &Url, r: &Request, verbose: bool) -> Result<Response, Failure> {
    let begun = cx.p.now();
    if url.scheme != "http" {
        if !matches!(url.scheme.as_str(), "https" | "ftp" | "ftps") {
            let text = format!("Protocol \"{}\" not supported", url.scheme);
            return Err(Failure(1, text));
        }
        if cx.p.resolve_host(&url.host).is_empty() {
            return Err(trouble(url, Trouble::Unknown, 0));
        }
        let text = "Drydock does not simulate TLS: only http:// is understood";
        return Err(Failure(35, text.to_string()));
    }
    let connected = http::connect(&cx.p, url).await;
    let ms = (cx.p.now() - begun) / 1_000_000;
    let (fd, addr) = match connected {
        Ok(done) => done,
        Err(t) => return Err(trouble(url, t, ms)),
    };
    if verbose {
        let (host, port) = (&url.host, url.port);
        let mut said =
            format!("*   Trying {addr}:{port}...\n* Connected to {host} ({addr}) port {port}\n");
        for line in http::head_text(url, r).lines() {
            said += &format!("> {line}\n");
        }
        cx.say(&said).await;
    }
    let response = http::exchange(&cx.p, fd, url, r).await.map_err(|t| trouble(url, t, ms))?;
    if verbose {
        let mut said = String::new();
        for line in response.head.lines() {
            said += &format!("< {line}\n");
        }
        cx.say(&format!("{said}< \n")).await;
    }
    Ok(response)
}

/// [`once`], redirections followed and `--max-time` kept.
async fn fetch(
    cx: &mut Cx,
    parsed: &Parsed,
    url: &mut Url,
) -> Result<(Response, Vec<String>), Failure> {
    let mut r = request(cx, parsed, url).await?;
    let limit = parsed.value('m').and_then(|m| m.parse::<f64>().ok()).filter(|m| *m > 0.0);
    let begun = cx.p.now();
    let p = cx.p.clone();
    let mut heads = Vec::new();
    for _ in 0..50 {
        let response = match limit {
            None => once(cx, url, &r, parsed.has('v')).await?,
            Some(limit) => {
                let until = begun.saturating_add((limit * 1e9).min(9e17) as i64);
                let work = pin!(once(cx, url, &r, parsed.has('v')));
                let clock = pin!(p.sleep_until(until));
                match select(work, clock).await {
                    Either::Left((done, _)) => done?,
                    Either::Right(_) => {
                        let ms = (p.now() - begun) / 1_000_000;
                        let text = format!(
                            "Operation timed out after {ms} milliseconds with 0 bytes received"
                        );
                        return Err(Failure(28, text));
                    }
                }
            }
        };
        heads.push(response.head.clone());
        let moved = matches!(response.status, 301 | 302 | 303 | 307 | 308);
        let to = response.header("Location").and_then(|l| url.join(l));
        match to.filter(|_| moved && parsed.has('L')) {
            Some(to) => {
                *url = to;
                if response.status <= 303 && r.method == "POST" {
                    (r.method, r.body) = ("GET".to_string(), Vec::new());
                    r.headers.retain(|(n, _)| !n.starts_with("Content-"));
                }
                if let Some(host) = r.headers.iter_mut().find(|h| h.0 == "Host") {
                    host.1 = url.authority();
                }
            }
            None => return Ok((response, heads)),
        }
    }
    Err(Failure(47, "Maximum (50) redirects followed".to_string()))
}

const METER: &str = "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n\
                     \x20                                Dload  Upload   Total   Spent    Left  Speed\n";

fn version(cx: &mut Cx) -> i32 {
    cx.puts("curl 8.14.1 (simulated)\nProtocols: http\n");
    0
}

/// `curl`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let spec = "sSfLo:OIiX:d:H:vk4w:m:u:A:b:GT:#gNr:Ve:Z";
    let args = cx.args();
    let parsed = match crate::coreutils::getopt::parse(&args, spec, LONGS) {
        Ok(parsed) => parsed,
        Err(crate::coreutils::getopt::Complaint::Help) => {
            cx.help();
            return 0;
        }
        Err(complaint) => {
            if complaint == crate::coreutils::getopt::Complaint::Version {
                return version(cx);
            }
            use crate::coreutils::getopt::Complaint::{
                InvalidShort, NeedsArgLong, NeedsArgShort, Unrecognized,
            };
            let text = match complaint {
                InvalidShort(c) => format!("option -{c}: is unknown"),
                Unrecognized(n) => format!("option --{n}: is unknown"),
                NeedsArgShort(c) => format!("option -{c}: requires parameter"),
                NeedsArgLong(n) => format!("option --{n}: requires parameter"),
                _ => "option: is wrong".to_string(),
            };
            cx.err(text).await;
            cx.say("curl: try 'curl --help' or 'curl --manual' for more information\n").await;
            return 2;
        }
    };
    if parsed.has('V') {
        return version(cx);
    }
    let given = parsed.options.iter().filter(|o| o.0 == 'ζ').filter_map(|o| o.1.clone());
    let mut urls: Vec<String> = given.collect();
    urls.extend(parsed.operands.clone());
    if urls.is_empty() && !args.is_empty() {
        cx.err("(2) no URL specified").await;
    }
    if urls.is_empty() {
        cx.say("curl: try 'curl --help' or 'curl --manual' for more information\n").await;
        return 2;
    }
    let mut status = 0;
    for url in urls {
        if url.is_empty() {
            cx.err("option : blank argument where content is expected").await;
            cx.say("curl: try 'curl --help' or 'curl --manual' for more information\n").await;
            return 2;
        }
        status = transfer(cx, &parsed, &url).await;
    }
    status
}

async fn transfer(cx: &mut Cx, parsed: &Parsed, url: &str) -> i32 {
    let quiet = parsed.has('s') && !parsed.has('S');
    if let Some(path) = url.strip_prefix("file://") {
        return local(cx, parsed, path.strip_prefix("localhost").unwrap_or(path)).await;
    }
    let Some(mut url) = Url::parse(url).filter(|_| !url.contains(' ')) else {
        if !quiet {
            let what = rejected(url);
            cx.err(format!("(3) URL rejected: {what}")).await;
        }
        return 3;
    };
    let begun = cx.p.now();
    let tries = 1 + parsed.value('y').and_then(|n| n.parse::<u32>().ok()).unwrap_or(0);
    let delay = parsed.value('D').and_then(|n| n.parse::<u64>().ok()).filter(|n| *n > 0);
    let mut pause = 1;
    let mut result = fetch(cx, parsed, &mut url).await;
    for left in (1..tries).rev() {
        let again = match &result {
            Ok((r, _)) => matches!(r.status, 408 | 429 | 500 | 502 | 503 | 504),
            Err(Failure(code, _)) => *code == 28 || (*code == 7 && parsed.has('C')),
        };
        if !again {
            break;
        }
        let wait = delay.unwrap_or(pause);
        if !quiet {
            let what = if result.is_ok() { "HTTP error" } else { "connection refused" };
            let s = if wait == 1 { "" } else { "s" };
            let text = format!(
                "Warning: Problem: {what}. Will retry in {wait} second{s}. {left} retries left.\n"
            );
            cx.say(&text).await;
        }
        if cx.p.sleep(wait.saturating_mul(1_000_000_000)).await.is_err() {
            break;
        }
        pause = (pause * 2).min(600);
        result = fetch(cx, parsed, &mut url).await;
    }
    let secs = (cx.p.now() - begun) as f64 / 1e9;
    let mut code = 0;
    match &result {
        Err(Failure(n, text)) => {
            code = *n;
            if !quiet {
                cx.err(format!("({n}) {text}")).await;
            }
        }
        Ok((r, _)) if r.status >= 400 && (parsed.has('f') || parsed.has('F')) => {
            code = 22;
            if !quiet {
                cx.err(format!("(22) The requested URL returned error: {}", r.status)).await;
            }
        }
        Ok(_) => {}
    }
    if let Ok((r, heads)) = &result
        && (code == 0 || parsed.has('F'))
    {
        let mut data = Vec::new();
        if parsed.has('i') || parsed.has('I') {
            for head in heads {
                data.extend(text::encode(&head.replace('\n', "\r\n")).iter());
                data.extend(b"\r\n\r\n");
            }
        }
        data.extend(&r.body);
        let written = output(cx, parsed, &url, &data, secs).await;
        if written != 0 {
            code = written;
        }
    }
    if let Some(form) = parsed.value('w') {
        let text = write_out(form, result.as_ref().ok().map(|r| &r.0), &url, code, secs);
        cx.puts(&text);
    }
    code
}

/// What is wrong with a URL.
fn rejected(url: &str) -> &'static str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if place.is_empty() {
        "No host present"
    } else if url.contains(' ') {
        "Malformed input to a URL function"
    } else {
        "Port number was not a decimal number between 0 and 65535"
    }
}

/// `file://`: a file of this machine.
async fn local(cx: &mut Cx, parsed: &Parsed, path: &str) -> i32 {
    let Some(url) = Url::parse(&format!("http://localhost{path}")) else { return 3 };
    match cx.p.read_file(path) {
        Ok(data) => output(cx, parsed, &url, &data, 0.0).await,
        Err(_) => {
            if !parsed.has('s') || parsed.has('S') {
                cx.err(format!("(37) Could not open file {path}")).await;
            }
            37
        }
    }
}

/// Writes a file, a device or a FIFO.
async fn save(cx: &Cx, file: &str, data: &[u8]) -> Result<(), Errno> {
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
    let fd = cx.p.open(file, flags, 0o666)?;
    let written = cx.p.write_all(fd, data).await;
    // What was written is written.
    let _ = cx.p.close(fd);
    written
}

async fn output(cx: &mut Cx, parsed: &Parsed, url: &Url, data: &[u8], secs: f64) -> i32 {
    let file = match (parsed.value('o'), parsed.has('O')) {
        (Some("-"), _) => None,
        (Some(file), _) => Some(file.to_string()),
        (None, true) if url.file_name().is_empty() => Some("curl_response".to_string()),
        (None, true) => Some(url.file_name().to_string()),
        (None, false) => None,
    };
    let meter = !parsed.has('s') && !parsed.has('#') && (file.is_some() || !cx.p.isatty(1));
    if meter {
        let size = data.len();
        let rate = if secs > 0.0 { (size as f64 / secs) as u64 } else { 0 };
        let rate = if rate > 99_999 { format!("{}k", rate / 1_024) } else { rate.to_string() };
        let line = format!(
            "\r100 {size:>5}  100 {size:>5}    0     0 {rate:>6}      0 --:--:-- --:--:-- --:--:-- {rate:>5}\n"
        );
        cx.say(&format!("{METER}{line}")).await;
    }
    match file {
        None => {
            cx.put(data);
            0
        }
        Some(file) => match save(cx, &file, data).await {
            Ok(()) => 0,
            Err(e) => {
                if !parsed.has('s') {
                    cx.say(&format!("Warning: Failed to open the file {file}: {e}\n")).await;
                }
                if !parsed.has('s') || parsed.has('S') {
                    let n = data.len();
                    cx.err(format!("(23) client returned ERROR on write of {n} bytes")).await;
                }
                23
            }
        },
    }
}
