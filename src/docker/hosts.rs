//! Addresses of engines as people write them: `-H`, DOCKER_HOST and contexts, by the rules of the
//! engine's own address reader. Whether anything answers there is `cli`'s to find out.

use crate::golang::quote::quote;
use crate::golang::strconv;

/// The address of the host's own engine.
pub fn default_host() -> String {
    "unix:///var/run/docker.sock".to_string()
}

/// The address of an engine that talks TLS, where none is named.
pub const DEFAULT_TLS_HOST: &str = "tcp://localhost:2376";

/// A host as people write it, made whole; what is wrong with it otherwise.
pub fn full(host: &str) -> Result<String, String> {
    let host = host.trim();
    if host.is_empty() {
        return Ok(default_host());
    }
    let (scheme, rest) = host.split_once("://").unwrap_or(("tcp", host));
    match scheme {
        "unix" | "npipe" if rest.contains("://") => {
            Err(format!("invalid {scheme} address format: {rest}"))
        }
        "unix" if rest.is_empty() => Ok(default_host()),
        "unix" | "npipe" | "fd" | "ssh" => Ok(host.to_string()),
        "tcp" => tcp(rest),
        _ => Err(format!("invalid bind address format: {host}")),
    }
}

/// `HOST[:PORT][/PATH]`, with `localhost` and 2375 where either is missing.
fn tcp(rest: &str) -> Result<String, String> {
    if rest.is_empty() {
        return Ok("tcp://localhost:2375".to_string());
    }
    if rest.contains("://") {
        return Err(format!("invalid proto, expected tcp: {rest}"));
    }
    let url = quote(&format!("tcp://{rest}"));
    let (address, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let (host, port) =
        authority(address, BAD_IN_HOST).map_err(|why| format!("parse {url}: {why}"))?;
    let digits = port.strip_prefix(':').unwrap_or(port);
    let host = if host.is_empty() { "localhost" } else { host };
    let host = if host.contains(':') { format!("[{host}]") } else { host.to_string() };
    let port = if digits.is_empty() { "2375" } else { digits };
    Ok(format!("tcp://{host}:{port}{path}"))
}

const BAD_IN_HOST: &[char] = &[' ', '"', '<', '>', '\\', '^', '`', '{', '|', '}'];

/// Host and port, the colon with it, by the rules of Go's URLs.
fn authority<'a>(address: &'a str, bad: &[char]) -> Result<(&'a str, &'a str), String> {
    let (host, port) = if address.starts_with('[') {
        let end = address.find(']').ok_or("missing ']' in host")?;
        (&address[1..end], &address[end + 1..])
    } else {
        match address.rfind(':') {
            Some(at) => address.split_at(at),
            None => (address, ""),
        }
    };
    if let Some(bad) = host.chars().find(|c| bad.contains(c)) {
        return Err(format!("invalid character {} in host name", quote(&bad.to_string())));
    }
    let digits = port.strip_prefix(':').unwrap_or(port);
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !port.is_empty() && !port.starts_with(':') {
        return Err(format!("invalid port {} after host", quote(port)));
    }
    Ok((host, port))
}

/// Refuses what can be no host of a URL.
pub fn host(address: &str) -> Result<(), String> {
    let hex = |b: &[u8]| b.len() == 2 && b.iter().all(u8::is_ascii_hexdigit);
    for (at, _) in address.match_indices('%') {
        let digits = address.as_bytes().get(at + 1..at + 3).unwrap_or_default();
        if !hex(digits) {
            let shown: String = address[at..].chars().take(3).collect();
            return Err(format!("invalid URL escape {}", quote(&shown)));
        }
    }
    authority(address, &[' ', '\\', '^', '`', '{', '|', '}']).map(drop)
}

/// Refuses an address of SSH that could lead nowhere.
pub fn ssh(host: &str) -> Result<(), String> {
    let Some(rest) = host.strip_prefix("ssh://") else { return Ok(()) };
    let wrong =
        |why: String| Err(format!("ssh host connection is not valid: invalid SSH URL: {why}"));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = rest.split('/').next().unwrap_or_default();
    let (user, name) = place.rsplit_once('@').unwrap_or(("", place));
    if user.contains(':') {
        return wrong("plain-text password is not supported".to_string());
    }
    if name.is_empty() {
        return wrong("hostname is empty".to_string());
    }
    if !query.is_empty() {
        return wrong(format!("query parameters are not allowed: {}", quote(query)));
    }
    Ok(())
}

/// Refuses what DOCKER_CUSTOM_HEADERS can not mean.
pub fn headers(text: &str) -> Result<(), String> {
    let failed = |why: String| {
        Err(format!(
            "failed to set custom headers from DOCKER_CUSTOM_HEADERS environment variable: {why}"
        ))
    };
    let fields = match crate::golang::csv::record(text) {
        Ok(fields) => fields,
        Err(why) => {
            return failed(format!(
                "failed to parse: value must be formatted as comma-separated key=value pairs: {why}"
            ));
        }
    };
    for field in fields {
        match field.split_once('=') {
            None => return failed(format!("missing \"=\" in key=value pair: '{field}'")),
            Some((key, _)) if key.trim().is_empty() => {
                return failed(format!(
                    "value contains a key=value pair with an empty key: '{field}'"
                ));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Refuses a DOCKER_BUILDKIT that is neither yes nor no.
pub fn buildkit(text: &str) -> Result<(), String> {
    strconv::parse_bool(text)
        .map(drop)
        .map_err(|e| format!("DOCKER_BUILDKIT environment variable expects boolean value: {e}"))
}

#[cfg(test)]
mod tests {
    use super::{full, ssh};

    #[test]
    fn addresses() {
        for (given, want) in [
            ("", "unix:///var/run/docker.sock"),
            (" unix:///x ", "unix:///x"),
            ("tcp://", "tcp://localhost:2375"),
            ("tcp://:", "tcp://localhost:2375"),
            (":7", "tcp://localhost:7"),
            ("far", "tcp://far:2375"),
            ("/run/x.sock", "tcp://localhost:2375/run/x.sock"),
            ("tcp://[::1]:4", "tcp://[::1]:4"),
            ("far:99999", "tcp://far:99999"),
        ] {
            assert_eq!(full(given).as_deref(), Ok(want), "{given}");
        }
        for (given, want) in [
            ("far:x", "parse \"tcp://far:x\": invalid port \":x\" after host"),
            ("tcp://[::1", "parse \"tcp://[::1\": missing ']' in host"),
            ("a b", "parse \"tcp://a b\": invalid character \" \" in host name"),
            ("ftp://x", "invalid bind address format: ftp://x"),
        ] {
            assert_eq!(full(given), Err(want.to_string()), "{given}");
        }
        assert!(ssh("ssh://me@far").is_ok());
        assert!(ssh("ssh://me:secret@far").is_err());
        assert!(ssh("ssh://").is_err());
    }
}
