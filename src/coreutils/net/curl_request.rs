//! What curl's options make of a request, and what `-w` prints of an answer.

use crate::coreutils::{Cx, Parsed};
use crate::vfs::text;

use super::http::{self, Request, Response, Url};

/// A failure: curl's number and words.
pub(super) struct Failure(pub i32, pub String);

fn has_header(r: &Request, name: &str) -> bool {
    r.headers.iter().any(|(n, _)| n.eq_ignore_ascii_case(name))
}

/// Characters that may not stand in a form as they are.
fn escape(s: &str) -> String {
    let safe = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    let each = |b: &u8| if safe(*b) { (*b as char).to_string() } else { format!("%{b:02X}") };
    text::encode(s).iter().map(each).collect()
}

/// What `-d` and its like send; `@FILE` reads a file.
async fn body(cx: &mut Cx, parsed: &Parsed) -> Result<Option<Vec<u8>>, Failure> {
    let mut out: Option<Vec<u8>> = None;
    for (letter, value) in &parsed.options {
        let (Some(value), 'd' | 'B' | 'R' | 'U' | 'J') = (value, letter) else { continue };
        let piece = match value.strip_prefix('@').filter(|_| *letter != 'R') {
            Some(file) => {
                let data = cx.read_input(file).await.ok();
                let Some(mut data) = data else {
                    return Err(Failure(26, format!("Failed to open {file}")));
                };
                if *letter == 'd' {
                    data.retain(|b| !matches!(b, b'\n' | b'\r' | 0));
                }
                data
            }
            None if *letter == 'U' => match value.split_once('=') {
                Some(("", v)) => escape(v).into_bytes(),
                Some((name, v)) => format!("{name}={}", escape(v)).into_bytes(),
                None => escape(value).into_bytes(),
            },
            None => text::encode(value).into_owned(),
        };
        match &mut out {
            Some(all) => {
                if *letter != 'J' {
                    all.push(b'&');
                }
                all.extend(piece);
            }
            None => out = Some(piece),
        }
    }
    Ok(out)
}

pub(super) async fn request(
    cx: &mut Cx,
    parsed: &Parsed,
    url: &mut Url,
) -> Result<Request, Failure> {
    let mut data = body(cx, parsed).await?;
    if let Some(file) = parsed.value('T') {
        let Ok(bytes) = cx.p.read_file(file) else {
            return Err(Failure(26, format!("Can't open '{file}'!")));
        };
        data = Some(bytes);
        if url.path.ends_with('/') {
            url.path += file.rsplit('/').next().unwrap_or_default();
        }
    }
    if parsed.has('G')
        && let Some(query) = data.take()
    {
        let mark = if url.path.contains('?') { '&' } else { '?' };
        url.path = format!("{}{mark}{}", url.path, text::decode(&query));
    }
    let method = match parsed.value('X') {
        Some(m) => m,
        None if parsed.has('I') => "HEAD",
        None if parsed.has('T') => "PUT",
        None if data.is_some() => "POST",
        None => "GET",
    };
    let mut r = Request { method: method.to_string(), ..Request::default() };
    r.headers.push(("Host".to_string(), url.authority()));
    let user = parsed.value('u').map(str::to_string).or_else(|| url.user.clone());
    if let Some(user) = user {
        let value = format!("Basic {}", http::base64(&text::encode(&user)));
        r.headers.push(("Authorization".to_string(), value));
    }
    let agent = parsed.value('A').unwrap_or("curl/8.14.1");
    r.headers.push(("User-Agent".to_string(), agent.to_string()));
    r.headers.push((
        "Accept".to_string(),
        if parsed.has('J') { "application/json" } else { "*/*" }.to_string(),
    ));
    if let Some(range) = parsed.value('r') {
        r.headers.push(("Range".to_string(), format!("bytes={range}")));
    }
    if let Some(cookie) = parsed.value('b') {
        r.headers.push(("Cookie".to_string(), cookie.to_string()));
    }
    for (letter, value) in &parsed.options {
        let (Some(line), 'H') = (value, letter) else { continue };
        let (name, value) = line.split_once([':', ';']).unwrap_or((line, ""));
        r.headers.retain(|(n, _)| !n.eq_ignore_ascii_case(name));
        if !value.trim().is_empty() || line.ends_with(';') {
            r.headers.push((name.to_string(), value.trim().to_string()));
        }
    }
    if let Some(data) = data {
        r.headers.push(("Content-Length".to_string(), data.len().to_string()));
        if !has_header(&r, "Content-Type") && !parsed.has('T') {
            let kind = if parsed.has('J') {
                "application/json"
            } else {
                "application/x-www-form-urlencoded"
            };
            r.headers.push(("Content-Type".to_string(), kind.to_string()));
        }
        r.body = data;
    }
    Ok(r)
}

/// What `-w` prints.
pub(super) fn write_out(
    form: &str,
    response: Option<&Response>,
    url: &Url,
    code: i32,
    secs: f64,
) -> String {
    let mut out = String::new();
    let mut rest = form;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("%{")
            && let Some((name, tail)) = after.split_once('}')
        {
            let size = response.map_or(0, |r| r.body.len());
            out += &match name {
                "http_code" | "response_code" => {
                    format!("{:03}", response.map_or(0, |r| r.status))
                }
                "size_download" => size.to_string(),
                "time_total" | "time_connect" | "time_starttransfer" | "time_namelookup" => {
                    format!("{secs:.6}")
                }
                "content_type" => {
                    response.and_then(|r| r.header("Content-Type")).unwrap_or_default().to_string()
                }
                "url_effective" | "url" => {
                    format!("{}://{}{}", url.scheme, url.authority(), url.path)
                }
                "redirect_url" => {
                    let to = response.and_then(|r| url.join(r.header("Location")?));
                    to.map_or(String::new(), |to| {
                        format!("{}://{}{}", to.scheme, to.authority(), to.path)
                    })
                }
                "exitcode" => code.to_string(),
                "http_version" => "1.1".to_string(),
                "scheme" => url.scheme.clone(),
                "num_redirects" => "0".to_string(),
                _ => String::new(),
            };
            rest = tail;
            continue;
        }
        let escaped = [("\\n", '\n'), ("\\t", '\t'), ("\\r", '\r'), ("%%", '%')];
        if let Some((from, to)) = escaped.iter().find(|(from, _)| rest.starts_with(from)) {
            out.push(*to);
            rest = &rest[from.len()..];
            continue;
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}
