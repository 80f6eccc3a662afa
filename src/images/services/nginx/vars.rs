//! Variables in nginx's directives.

use std::net::Ipv4Addr;

use crate::coreutils::net::serve::Asked;

/// What is known of a request.
pub(super) struct About<'a> {
    /// The request.
    pub asked: &'a Asked,
    /// Its path as it is now.
    pub uri: &'a str,
    /// Who asks.
    pub peer: Ipv4Addr,
    /// The port it came to.
    pub port: u16,
    /// The server's first name.
    pub server: &'a str,
    /// The machine's name.
    pub hostname: &'a str,
    /// The host that it is passed to.
    pub behind: &'a str,
    /// What the groups of the location's pattern hold.
    pub groups: &'a [String],
}

/// Those that are known and stay empty here.
const EMPTY: &str = "body_bytes_sent bytes_sent connection document_root https limit_rate msec pid remote_port \
    remote_user request_filename request_id request_length request_time realpath_root server_addr ssl_protocol \
    status time_iso8601 time_local";

/// Parts of a text: what stands there, and the variable that follows, if any.
fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        let after = &rest[at + 1..];
        let braced = after.strip_prefix('{').and_then(|a| a.split_once('}'));
        let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let (name, next) = braced.unwrap_or_else(|| after.split_at(end.unwrap_or(after.len())));
        if name.is_empty() {
            out.push((&rest[..=at], ""));
        } else {
            out.push((&rest[..at], name));
        }
        rest = next;
    }
    out.push((rest, ""));
    out
}

/// Whether all variables in a text are known.
pub(super) fn check(text: &str) -> Result<(), String> {
    let known = [
        "arg_",
        "args",
        "content_length",
        "content_type",
        "cookie_",
        "document_uri",
        "host",
        "hostname",
        "http_",
        "is_args",
        "nginx_version",
        "proxy_add_x_forwarded_for",
        "proxy_host",
        "query_string",
        "remote_addr",
        "request",
        "request_method",
        "request_uri",
        "scheme",
        "sent_http_",
        "server_name",
        "server_port",
        "server_protocol",
        "upstream_",
        "uri",
    ];
    let is = |name: &str| {
        name.is_empty()
            || name.bytes().all(|b| b.is_ascii_digit())
            || known.iter().any(|k| *k == name || k.ends_with('_') && name.starts_with(k))
            || EMPTY.split_whitespace().any(|k| k == name)
    };
    match parts(text).into_iter().find(|(_, name)| !is(name)) {
        Some((_, name)) => Err(format!("unknown \"{name}\" variable")),
        None => Ok(()),
    }
}

/// A text with its variables' values.
pub(super) fn expand(text: &str, about: &About<'_>) -> String {
    let mut out = String::new();
    for (before, name) in parts(text) {
        out.push_str(before);
        out.push_str(&value(name, about));
    }
    out
}

/// The host that a request is for, without its port.
pub(super) fn host<'a>(about: &About<'a>) -> &'a str {
    without_port(about.asked.header("Host").unwrap_or(about.server))
}

/// A host without the port behind it.
pub(super) fn without_port(host: &str) -> &str {
    // What stands behind a colon is a port, unless it is within an address of IPv6.
    let end = host.rfind(']').unwrap_or(0);
    host[end..].find(':').map_or(host, |colon| &host[..end + colon])
}

fn value(name: &str, about: &About<'_>) -> String {
    let asked = about.asked;
    let query = asked.target.split_once('?').map_or("", |(_, query)| query);
    let header = |name: &str| asked.header(name).unwrap_or_default().to_string();
    if let Some(name) = name.strip_prefix("http_") {
        return header(&name.replace('_', "-"));
    }
    if let Some(name) = name.strip_prefix("arg_") {
        let mut all = query.split('&').filter_map(|pair| pair.split_once('='));
        return all.find(|(key, _)| *key == name).map_or("", |(_, value)| value).to_string();
    }
    if let Ok(group) = name.parse::<usize>() {
        return about.groups.get(group).cloned().unwrap_or_default();
    }
    match name {
        "args" | "query_string" => query.to_string(),
        "is_args" => if query.is_empty() { "" } else { "?" }.to_string(),
        "content_length" => header("Content-Length"),
        "content_type" => header("Content-Type"),
        "uri" | "document_uri" => about.uri.to_string(),
        "host" => host(about).to_string(),
        "hostname" => about.hostname.to_string(),
        "nginx_version" => super::VERSION.to_string(),
        "proxy_host" => about.behind.to_string(),
        "remote_addr" => about.peer.to_string(),
        "proxy_add_x_forwarded_for" => match asked.header("X-Forwarded-For") {
            Some(before) => format!("{before}, {}", about.peer),
            None => about.peer.to_string(),
        },
        "request" => asked.line.clone(),
        "request_method" => asked.method.clone(),
        "request_uri" => asked.target.clone(),
        "scheme" => "http".to_string(),
        "server_name" => about.server.to_string(),
        "server_port" => about.port.to_string(),
        "server_protocol" => asked.version.clone(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{check, parts};

    #[test]
    fn variables_in_a_text() {
        assert_eq!(parts("a$uri-${host}b$"), [("a", "uri"), ("-", "host"), ("b$", ""), ("", "")]);
        assert_eq!(check("$http_x $arg_y $1"), Ok(()));
        assert_eq!(check("$nope"), Err("unknown \"nope\" variable".to_string()));
    }
}
