//! From a request to its answer: the location it is for, and what that says: an answer, a server behind, files.

use std::net::Ipv4Addr;

use super::answer::{
    Answer, Complaint, Refused, escaped, find, index, is_there, normal, page, place, typed,
};
use super::listing::listing;
use super::site::{Location, Match, Proxy, Scope, Server, Sites};
use super::vars::{About, expand, host, without_port};
use crate::coreutils::net::http::{Request, Response, Trouble, Url, exchange};
use crate::coreutils::net::serve::Asked;
use crate::coreutils::regex::Captures;
use crate::kernel::Proc;

/// How often a request may be led elsewhere within nginx.
const REDIRECTS: usize = 10;

/// What came of a step.
enum Step {
    /// The answer.
    Done(Answer),
    /// On with another path, or a named location.
    Go(String),
    /// An error, unless there is a page for it.
    Refused(Refused),
}

/// A request with who asks, and where.
pub(super) struct Call<'a> {
    /// The request.
    pub asked: &'a Asked,
    /// Who asks.
    pub peer: Ipv4Addr,
    /// The port that it came to.
    pub port: u16,
}

/// The place of the configuration that a path leads to.
struct Found<'a> {
    scope: &'a Scope,
    /// How much of the path the location names.
    cut: usize,
    groups: Vec<String>,
}

/// What is answered, and what the log says of it.
pub(super) async fn respond(p: &Proc, sites: &Sites, call: &Call<'_>) -> (Answer, Vec<Complaint>) {
    let mut log = Vec::new();
    let asked = call.asked;
    let hostname = p.hostname();
    let name = without_port(asked.header("Host").unwrap_or_default());
    let (Some(server), Some(path)) = (sites.server(call.port, name), normal(asked.path())) else {
        return (page(400), log);
    };
    let mut uri = path;
    // Set once an error's page is looked for: the error, and the status that is answered.
    let mut failed: Option<(u16, Option<u16>)> = None;
    let mut answer = page(500);
    for turn in 0..REDIRECTS {
        let found = match locate(server, &uri) {
            Some(found) if turn > 0 || server.scope.answer.is_none() => found,
            // The server's own answer comes before all locations.
            _ => Found { scope: &server.scope, cut: 0, groups: Vec::new() },
        };
        let about = About {
            asked,
            uri: &uri,
            peer: call.peer,
            port: call.port,
            server: server.names.first().map_or("", String::as_str),
            hostname: &hostname,
            behind: found.scope.proxy.as_ref().map_or("", |proxy| &proxy.host),
            groups: &found.groups,
        };
        let step = step(p, &found, &about, failed.is_some()).await;
        let (status, why) = match step {
            Step::Done(mut done) => {
                if let Some((status, instead)) = failed {
                    done.status = match instead {
                        Some(0) => done.status,
                        Some(status) => status,
                        None => status,
                    };
                }
                add_headers(&mut done, found.scope, &about);
                return (done, log);
            }
            Step::Go(to) => {
                uri = to;
                continue;
            }
            Step::Refused(refused) => refused,
        };
        log.extend(why);
        answer = page(failed.map_or(status, |(status, _)| status));
        let pages = &found.scope.error_pages;
        let to = pages.iter().find(|e| e.statuses.contains(&status)).filter(|_| failed.is_none());
        let Some(to) = to else {
            add_headers(&mut answer, found.scope, &about);
            return (answer, log);
        };
        if !to.to.starts_with(['/', '@']) {
            let mut moved = page(302);
            moved.headers.push(("Location".into(), to.to.clone()));
            return (moved, log);
        }
        failed = Some((status, to.instead));
        uri.clone_from(&to.to);
    }
    log.push(Complaint::of(format!(
        "rewrite or internal redirection cycle while processing \"{uri}\""
    )));
    (answer, log)
}

/// The location for a path (nginx.org, "location"): the very path, else the longest beginning, unless a pattern
/// fits and the beginning does not forbid to look for one. Without any, the server's own place.
fn locate<'a>(server: &'a Server, uri: &str) -> Option<Found<'a>> {
    let found = |l: &'a Location, cut| Found { scope: &l.scope, cut, groups: Vec::new() };
    let mut best: Option<(&Location, usize, bool)> = None;
    for l in &server.locations {
        match &l.of {
            Match::Exact(path) | Match::Named(path) if path == uri => {
                return Some(found(l, path.len()));
            }
            Match::Prefix(path, last)
                if uri.starts_with(path.as_str())
                    && best.is_none_or(|(_, len, _)| path.len() > len) =>
            {
                best = Some((l, path.len(), *last));
            }
            _ => {}
        }
    }
    if best.is_none_or(|(_, _, last)| !last) {
        for l in &server.locations {
            let Match::Pattern(pattern) = &l.of else { continue };
            let mut groups = Captures::default();
            if pattern.captures_at(uri.as_bytes(), 0, &mut groups) == Ok(true) {
                let text = |i| groups.get(i).and_then(|(from, to)| uri.get(from..to));
                let groups = (0..10).map(|i| text(i).unwrap_or_default().to_string()).collect();
                return Some(Found { scope: &l.scope, cut: 0, groups });
            }
        }
    }
    best.map(|(l, cut, _)| found(l, cut)).or(Some(Found {
        scope: &server.scope,
        cut: 0,
        groups: Vec::new(),
    }))
}

async fn step(p: &Proc, found: &Found<'_>, about: &About<'_>, failed: bool) -> Step {
    let Found { scope, cut, .. } = found;
    if let Some((status, text)) = &scope.answer {
        return returned(scope, about, *status, text.as_deref());
    }
    if let Some(proxy) = &scope.proxy {
        return pass(p, proxy, scope, *cut, about).await;
    }
    if !failed && !matches!(about.asked.method.as_str(), "GET" | "HEAD") {
        return Step::Refused((405, None));
    }
    let mut uri = about.uri.to_string();
    if let Some((last, files)) = scope.try_files.split_last() {
        let mut there = files.iter().map(|file| expand(file, about));
        match there.find(|file| is_there(p, &place(scope, file, *cut))) {
            Some(file) => uri = file,
            None => match last.strip_prefix('=').map(str::parse) {
                Some(status) => return Step::Refused((status.unwrap_or(404), None)),
                None => return Step::Go(expand(last, about)),
            },
        }
    }
    let file = place(scope, &uri, *cut);
    if file.ends_with('/') {
        // Whatever location the file shown belongs to answers for it.
        return match index(p, scope, &file) {
            Ok(Some(name)) if name.starts_with('/') => Step::Go(name),
            Ok(Some(name)) => Step::Go(uri + &name),
            Ok(None) if scope.autoindex => Step::Done(listing(p, &file, about.asked.path())),
            Ok(None) => {
                let why = format!("directory index of \"{file}\" is forbidden");
                Step::Refused((403, Some(Complaint::of(why))))
            }
            Err(refused) => Step::Refused(refused),
        };
    }
    let moved = || {
        let query = about.asked.target.strip_prefix(about.asked.path()).unwrap_or_default();
        absolute(about, &format!("{}/{query}", escaped(&uri)))
    };
    match find(p, scope, about.asked, &file, moved) {
        Ok(answer) => Step::Done(answer),
        Err(refused) => Step::Refused(refused),
    }
}

/// A path of this server as a whole URL.
fn absolute(about: &About<'_>, path: &str) -> String {
    let port = if about.port == 80 { String::new() } else { format!(":{}", about.port) };
    format!("http://{}{port}{path}", host(about))
}

fn returned(scope: &Scope, about: &About<'_>, status: u16, text: Option<&str>) -> Step {
    let text = text.map(|text| expand(text, about));
    Step::Done(match (status, text) {
        (301 | 302 | 303 | 307 | 308, Some(to)) => {
            let mut answer = page(status);
            let to = if to.starts_with('/') { absolute(about, &to) } else { to };
            answer.headers.push(("Location".into(), to));
            answer
        }
        (204 | 444, _) => Answer { status, headers: Vec::new(), body: Vec::new() },
        (_, Some(text)) => {
            let body = text.into_bytes();
            Answer { status, headers: typed(&scope.default_type, &body), body }
        }
        (400.., None) => return Step::Refused((status, None)),
        (300.., None) => page(status),
        (_, None) => Answer { status, headers: typed(&scope.default_type, &[]), body: Vec::new() },
    })
}

fn add_headers(answer: &mut Answer, scope: &Scope, about: &About<'_>) {
    let usual = matches!(answer.status, 200 | 201 | 204 | 206 | 301 | 302 | 303 | 304 | 307 | 308);
    for (name, value, _) in scope.headers.iter().filter(|(_, _, always)| *always || usual) {
        let value = expand(value, about);
        if !value.is_empty() {
            answer.headers.push((name.clone().into(), value));
        }
    }
}

/// Passes a request on to a server behind; to the next one where there is no connection.
async fn pass(p: &Proc, proxy: &Proxy, scope: &Scope, cut: usize, about: &About<'_>) -> Step {
    let asked = about.asked;
    let target = match &proxy.path {
        Some(path) => {
            let query = asked.target.strip_prefix(asked.path()).unwrap_or_default();
            format!("{path}{}{query}", escaped(about.uri.get(cut..).unwrap_or_default()))
        }
        None => asked.target.clone(),
    };
    let own = |name: &str| scope.proxy_headers.iter().any(|(n, _)| n.eq_ignore_ascii_case(name));
    let mut headers: Vec<(String, String)> = Vec::new();
    for (name, value) in [("Host", proxy.host.as_str()), ("Connection", "close")] {
        if !own(name) {
            headers.push((name.to_string(), value.to_string()));
        }
    }
    headers.extend(scope.proxy_headers.iter().map(|(n, value)| (n.clone(), expand(value, about))));
    let hops = |name: &str| {
        ["Host", "Connection", "Keep-Alive", "Expect", "Upgrade"]
            .iter()
            .any(|hop| hop.eq_ignore_ascii_case(name))
    };
    let rest = asked.headers.iter().filter(|(name, _)| !hops(name) && !own(name));
    headers.extend(rest.cloned());
    headers.retain(|(_, value)| !value.is_empty());
    let request =
        Request { method: asked.method.clone(), headers, body: asked.body.clone(), old: true };
    let mut refused = (502, None);
    for _ in 0..proxy.servers.len() {
        let turn = proxy.turn.get() % proxy.servers.len();
        proxy.turn.set(turn + 1);
        let (address, port) = proxy.servers[turn];
        let at = |why: String| Complaint {
            why,
            upstream: Some(format!("http://{address}:{port}{target}")),
        };
        let fd = match p.connect(address, port).await {
            Ok(fd) => fd,
            Err(e) => {
                let why =
                    format!("connect() failed ({}: {e}) while connecting to upstream", e.number());
                refused = (502, Some(at(why)));
                continue;
            }
        };
        let url = Url {
            scheme: "http".to_string(),
            user: None,
            host: proxy.host.clone(),
            port,
            path: target.clone(),
        };
        return match exchange(p, fd, &url, &request).await {
            Ok(response) => Step::Done(passed_back(response, proxy, cut, about)),
            Err(Trouble::Nonsense) => Step::Refused((
                502,
                Some(at("upstream sent no valid HTTP/1.0 header while reading response header from upstream".to_string())),
            )),
            Err(_) => Step::Refused((
                502,
                Some(at("upstream prematurely closed connection while reading response header from upstream".to_string())),
            )),
        };
    }
    Step::Refused(refused)
}

/// The answer of a server behind as nginx gives it on: its headers but those of the connection, and its places as
/// they are seen from here.
fn passed_back(response: Response, proxy: &Proxy, cut: usize, about: &About<'_>) -> Answer {
    let hops =
        ["Server", "Date", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length"];
    let mut headers = Vec::new();
    for (name, value) in response.headers {
        if hops.iter().any(|hop| hop.eq_ignore_ascii_case(&name)) {
            continue;
        }
        let there = format!("http://{}{}", proxy.host, proxy.path.as_deref().unwrap_or("/"));
        let rest = value.strip_prefix(&there).filter(|_| name.eq_ignore_ascii_case("Location"));
        let value = match rest {
            Some(rest) => {
                absolute(about, &format!("{}{rest}", &about.uri[..cut.min(about.uri.len())]))
            }
            None => value,
        };
        headers.push((name.into(), value));
    }
    if !matches!(response.status, 204 | 304) {
        headers.insert(
            headers.len().min(1),
            ("Content-Length".into(), response.body.len().to_string()),
        );
    }
    Answer { status: response.status, headers, body: response.body }
}
