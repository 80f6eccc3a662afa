//! Makes servers and locations of nginx's directives, or says what is wrong with these (nginx `ngx_http_core_module.c`).

use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::rc::Rc;

use super::conf::{Directive, MAIN, read};
use super::site::{ErrorPage, Location, Match, Proxy, Scope, Server, Sites};
use super::vars;
use crate::coreutils::regex::perl::{Around, Flags, Perl};
use crate::kernel::Proc;

/// An `upstream`: its name and its servers.
type Upstream = (String, Vec<(Ipv4Addr, u16)>);

/// Reads the configuration.
pub(super) fn load(p: &Proc) -> Result<Sites, String> {
    let all = read(p, MAIN)?;
    let mut sites = Sites::default();
    for http in all.iter().filter(|d| d.name == "http") {
        let of = |name: &'static str| http.inside.iter().filter(move |d| d.name == name);
        let upstreams: Vec<Upstream> =
            of("upstream").map(|d| upstream(p, d)).collect::<Result<_, _>>()?;
        let reader = Builder { p, upstreams };
        let scope = reader.scope(&Scope::default(), &http.inside)?;
        for server in of("server") {
            let server = reader.server(&scope, server)?;
            sites.add(server);
        }
    }
    Ok(sites)
}

fn wrong<T>(d: &Directive, why: &str) -> Result<T, String> {
    Err(format!("{why} in {}", d.at))
}

/// `HOST[:PORT]`
fn host_port(text: &str) -> Option<(String, u16)> {
    match text.rsplit_once(':') {
        Some((host, port)) => Some((host.to_string(), port.parse().ok()?)),
        None => Some((text.to_string(), 80)),
    }
}

/// A server that is passed to; its name has to be known when nginx starts.
fn behind(p: &Proc, d: &Directive, text: &str) -> Result<(Ipv4Addr, u16), String> {
    let Some((host, port)) = host_port(text) else {
        return wrong(d, &format!("invalid port in upstream \"{text}\""));
    };
    match p.resolve_host(&host).first() {
        Some(address) => Ok((*address, port)),
        None => wrong(d, &format!("host not found in upstream \"{text}\"")),
    }
}

fn upstream(p: &Proc, d: &Directive) -> Result<Upstream, String> {
    let servers = d.inside.iter().filter(|d| d.name == "server");
    let servers: Vec<_> = servers.map(|d| behind(p, d, &d.words[0])).collect::<Result<_, _>>()?;
    if servers.is_empty() {
        return wrong(d, "no servers are inside upstream");
    }
    Ok((d.words[0].clone(), servers))
}

struct Builder<'a> {
    p: &'a Proc,
    upstreams: Vec<Upstream>,
}

impl Builder<'_> {
    fn server(&self, outer: &Scope, d: &Directive) -> Result<Server, String> {
        let scope = self.scope(outer, &d.inside)?;
        let mut server =
            Server { ports: Vec::new(), names: Vec::new(), scope, locations: Vec::new() };
        for d in &d.inside {
            match d.name.as_str() {
                "listen" => server.ports.push(self.listen(d)?),
                "server_name" => server.names.extend(d.words.iter().cloned()),
                _ => {}
            }
        }
        if server.ports.is_empty() {
            server.ports.push((80, false));
        }
        if server.names.is_empty() {
            server.names.push(String::new());
        }
        self.locations(&server.scope, &d.inside, &mut server.locations)?;
        Ok(server)
    }

    fn listen(&self, d: &Directive) -> Result<(u16, bool), String> {
        let text = &d.words[0];
        let number = |port: &str| match port.parse::<u64>() {
            Ok(n @ 1..=65_535) => Ok(u16::try_from(n).ok()),
            Ok(_) => wrong(d, &format!("invalid port in \"{text}\" of the \"listen\" directive")),
            Err(_) => Ok(None),
        };
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, number(port)?),
            _ => match number(text)? {
                Some(port) => ("", Some(port)),
                None => (text.as_str(), Some(80)),
            },
        };
        let known = matches!(host, "" | "*") || host.starts_with('[');
        if !known && self.p.resolve_host(host).is_empty() {
            return wrong(d, &format!("host not found in \"{text}\" of the \"listen\" directive"));
        }
        let Some(port) = port else {
            return wrong(d, &format!("invalid port in \"{text}\" of the \"listen\" directive"));
        };
        let mut first = false;
        for word in &d.words[1..] {
            match word.split('=').next().unwrap_or_default() {
                "default_server" | "default" => first = true,
                "ssl" | "quic" | "proxy_protocol" => {
                    return wrong(d, &format!("Drydock does not simulate \"listen ... {word}\""));
                }
                "http2" | "reuseport" | "deferred" | "bind" | "backlog" | "ipv6only"
                | "fastopen" | "rcvbuf" | "sndbuf" | "so_keepalive" | "setfib" => {}
                _ => return wrong(d, &format!("invalid parameter \"{word}\"")),
            }
        }
        Ok((port, first))
    }

    fn locations(
        &self,
        outer: &Scope,
        all: &[Directive],
        into: &mut Vec<Location>,
    ) -> Result<(), String> {
        let mut met = BTreeSet::new();
        for d in all.iter().filter(|d| d.name == "location") {
            if !met.insert(&d.words) {
                let path = &d.words[d.words.len() - 1];
                return wrong(d, &format!("duplicate location \"{path}\""));
            }
            let of = place_of(d)?;
            let scope = self.scope(outer, &d.inside)?;
            self.locations(&scope, &d.inside, into)?;
            into.push(Location { of, scope });
        }
        Ok(())
    }

    /// What holds inside of braces: what holds around them, but for what ends there, and what they say.
    fn scope(&self, outer: &Scope, all: &[Directive]) -> Result<Scope, String> {
        let mut s = Scope {
            answer: None,
            proxy: None,
            try_files: Vec::new(),
            alias: None,
            ..outer.clone()
        };
        let mut met = BTreeSet::new();
        for d in all {
            let (name, words) = (d.name.as_str(), &d.words);
            let again = !met.insert(name);
            let once = ["root", "alias", "autoindex", "default_type", "proxy_pass", "try_files"];
            if again && once.contains(&name) {
                return wrong(d, &format!("\"{name}\" directive is duplicate"));
            }
            match name {
                "root" => (s.root, s.alias) = (words[0].clone(), None),
                "alias" => s.alias = Some(words[0].clone()),
                "index" if again => s.index.extend(words.iter().cloned()),
                "index" => s.index.clone_from(words),
                "autoindex" => s.autoindex = on(d)?,
                "default_type" => s.default_type.clone_from(&words[0]),
                "error_page" => {
                    if !again {
                        s.error_pages.clear();
                    }
                    s.error_pages.push(error_page(d)?);
                }
                "add_header" => {
                    if !again {
                        s.headers.clear();
                    }
                    let always = words.get(2).is_some_and(|w| w == "always");
                    s.headers.push((words[0].clone(), words[1].clone(), always));
                }
                "proxy_set_header" => {
                    if !again {
                        s.proxy_headers.clear();
                    }
                    s.proxy_headers.push((words[0].clone(), words[1].clone()));
                }
                // Of several the first one ends the request.
                "return" if s.answer.is_none() => s.answer = Some(returned(d)?),
                "proxy_pass" => s.proxy = Some(self.proxy(d)?),
                "try_files" => s.try_files.clone_from(words),
                _ => {}
            }
            if matches!(name, "return" | "add_header" | "proxy_set_header" | "try_files" | "root") {
                words.iter().try_for_each(|word| vars::check(word))?;
            }
        }
        Ok(s)
    }

    fn proxy(&self, d: &Directive) -> Result<Proxy, String> {
        let text = &d.words[0];
        if text.starts_with("https://") || text.contains('$') {
            return wrong(d, &format!("Drydock does not simulate \"proxy_pass {text}\""));
        }
        let Some(rest) = text.strip_prefix("http://") else {
            return wrong(d, "invalid URL prefix");
        };
        let (host, path) = match rest.find('/') {
            Some(slash) => (&rest[..slash], Some(rest[slash..].to_string())),
            None => (rest, None),
        };
        let servers = match self.upstreams.iter().find(|(name, _)| name == host) {
            Some((_, servers)) => servers.clone(),
            None => vec![behind(self.p, d, host)?],
        };
        Ok(Proxy { host: host.to_string(), servers, turn: Rc::default(), path })
    }
}

fn on(d: &Directive) -> Result<bool, String> {
    match d.words[0].as_str() {
        "on" => Ok(true),
        "off" => Ok(false),
        other => wrong(
            d,
            &format!(
                "invalid value \"{other}\" in \"{}\" directive, it must be \"on\" or \"off\"",
                d.name
            ),
        ),
    }
}

fn place_of(d: &Directive) -> Result<Match, String> {
    let (how, path) = match d.words.as_slice() {
        [path] if path.starts_with('@') => return Ok(Match::Named(path.clone())),
        [path] => {
            let how = ["~*", "^~", "=", "~"].into_iter().find(|how| path.starts_with(how));
            (how.unwrap_or_default(), path[how.map_or(0, str::len)..].to_string())
        }
        words => (words[0].as_str(), words[words.len() - 1].clone()),
    };
    match how {
        "" => Ok(Match::Prefix(path, false)),
        "^~" => Ok(Match::Prefix(path, true)),
        "=" => Ok(Match::Exact(path)),
        "~" | "~*" => {
            let flags = Flags { icase: how == "~*", ..Flags::default() };
            match Perl::new(path.as_bytes(), flags, Around::Free) {
                Ok(pattern) => Ok(Match::Pattern(Rc::new(pattern))),
                Err(e) => wrong(d, &format!("pcre2_compile() failed: {e} in \"{path}\"")),
            }
        }
        other => wrong(d, &format!("invalid location modifier \"{other}\"")),
    }
}

fn error_page(d: &Directive) -> Result<ErrorPage, String> {
    let mut page = ErrorPage { statuses: Vec::new(), instead: None, to: String::new() };
    let (to, codes) = d.words.split_last().map_or(("", &[][..]), |(to, rest)| (to.as_str(), rest));
    page.to = to.to_string();
    for code in codes {
        match (code.strip_prefix('='), code.parse()) {
            (Some(code), _) => page.instead = Some(code.parse().unwrap_or(200)),
            (None, Ok(status @ 300..=599)) => page.statuses.push(status),
            (None, Ok(_)) => {
                return wrong(d, &format!("value \"{code}\" must be between 300 and 599"));
            }
            (None, Err(_)) => return wrong(d, &format!("invalid value \"{code}\"")),
        }
    }
    Ok(page)
}

fn returned(d: &Directive) -> Result<(u16, Option<String>), String> {
    let (first, text) = (&d.words[0], d.words.get(1).cloned());
    match first.parse::<u16>() {
        Ok(status @ 0..=999) => Ok((status, text)),
        _ if text.is_none()
            && ["http://", "https://", "$scheme"].iter().any(|p| first.starts_with(p)) =>
        {
            Ok((302, Some(first.clone())))
        }
        _ => wrong(d, &format!("invalid return code \"{first}\"")),
    }
}
