//! What dockerd refuses in its settings, and in which words (moby `daemon/config`, `registry`).

use serde_json::{Map, Value};

use crate::golang::json::{kind, whole};
use crate::golang::units::ram_bytes;

use super::table::Kind::{Any, Bool, Bytes, Flag, Int, Ips, Object, Pairs, Text, Texts, Ulimits};
use super::table::{Kind, kind_of};

/// What the daemon's command line already gives, and so the file may not.
const GIVEN: &[(&str, &str)] =
    &[("hosts", "[fd://]"), ("containerd", "/run/containerd/containerd.sock")];

/// A value as Go prints it in a sentence.
fn plain(v: &Value) -> String {
    match v {
        Value::String(s) => s.clone(),
        Value::Array(a) => format!("[{}]", a.iter().map(plain).collect::<Vec<_>>().join(" ")),
        other => other.to_string(),
    }
}

/// What is wrong with the value of a setting, if its kind is.
fn check_kind(name: &str, want: Kind, v: &Value) -> Result<(), String> {
    let wrong = |v: &Value, place: &str, of: &str| {
        Err(format!(
            "json: cannot unmarshal {} into Go struct field Config.{place} of type {of}",
            kind(v)
        ))
    };
    let mismatch = |of: &str| wrong(v, name, of);
    if v.is_null() {
        return Ok(());
    }
    match (want, v) {
        (Any | Flag, _) | (Bool, Value::Bool(_)) | (Text, Value::String(_)) => Ok(()),
        (Object, Value::Object(_)) => Ok(()),
        (Bool, _) => mismatch("bool"),
        (Text, _) => mismatch("string"),
        (Int, Value::Number(n)) if n.is_i64() => Ok(()),
        (Int, Value::Number(n)) => Err(format!(
            "json: cannot unmarshal number {n} into Go struct field Config.{name} of type int"
        )),
        (Int, _) => mismatch("int"),
        (Texts | Ips, Value::Array(list)) => {
            for (i, item) in list.iter().enumerate() {
                match item {
                    Value::Null => {}
                    Value::String(s) if want == Ips && s.parse::<std::net::IpAddr>().is_err() => {
                        return Err(format!("invalid IP address: {s}"));
                    }
                    Value::String(_) => {}
                    other => {
                        let of = match want {
                            Ips => "net.IP: JSON value must be string type",
                            _ => "string",
                        };
                        return Err(format!(
                            "json: cannot unmarshal {} into Config.{name}.{i} of type {of}",
                            kind(other)
                        ));
                    }
                }
            }
            Ok(())
        }
        (Texts, _) => mismatch("[]string"),
        (Ips, _) => mismatch("[]net.IP"),
        (Pairs, Value::Object(pairs)) => {
            let odd = pairs.iter().find(|(_, v)| !v.is_string() && !v.is_null());
            odd.map_or(Ok(()), |(k, v)| wrong(v, &format!("{name}.{k}"), "string"))
        }
        (Pairs, _) => mismatch("map[string]string"),
        (Bytes, Value::String(s)) => ram_bytes(s).map(|_| ()),
        (Bytes, other) => Err(format!("invalid size: {:?}", other.to_string())),
        (Ulimits, Value::Object(all)) => {
            for (k, one) in all {
                let place = format!("{name}.{k}");
                let Value::Object(fields) = one else {
                    if one.is_null() {
                        continue;
                    }
                    return wrong(one, &place, "units.Ulimit");
                };
                for (field, v) in fields {
                    match (field.to_ascii_lowercase().as_str(), v) {
                        (_, Value::Null) | ("name", Value::String(_)) => {}
                        ("name", _) => return wrong(v, &format!("{place}.Name"), "string"),
                        ("hard" | "soft", Value::Number(n)) if n.is_i64() => {}
                        ("hard", _) => return wrong(v, &format!("{place}.Hard"), "int64"),
                        ("soft", _) => return wrong(v, &format!("{place}.Soft"), "int64"),
                        _ => {}
                    }
                }
            }
            Ok(())
        }
        (Ulimits, _) => mismatch("map[string]*units.Ulimit"),
        (Object, _) => mismatch("map[string]interface {}"),
    }
}

/// A mirror's address as it is kept, with a slash at its end (moby `registry.ValidateMirror`).
pub(super) fn mirror(address: &str) -> Result<String, String> {
    let must = "must use either 'https://' or 'http://'";
    let Some((scheme, rest)) = address.split_once("://") else {
        return Err(format!("invalid mirror: no scheme specified for {address:?}: {must}"));
    };
    if !matches!(scheme, "http" | "https") {
        return Err(format!(
            "invalid mirror: unsupported scheme {scheme:?} in {address:?}: {must}"
        ));
    }
    if rest.contains(['?', '#']) {
        return Err(format!("invalid mirror: query or fragment at end of the URI {address:?}"));
    }
    let host = rest.split('/').next().unwrap_or_default();
    if let Some((who, host)) = host.rsplit_once('@') {
        let who = who.split_once(':').map_or(who.to_string(), |(user, _)| format!("{user}:xxxxx"));
        return Err(format!(
            "invalid mirror: username/password not allowed in URI \"{scheme}://{who}@{host}\""
        ));
    }
    Ok(format!("{}/", address.strip_suffix('/').unwrap_or(address)))
}

/// The words in the list of that name.
pub(super) fn texts(all: &Map<String, Value>, name: &str) -> Vec<String> {
    let list = all.get(name).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|v| v.as_str().map(str::to_string)).collect()
}

/// What values make no sense though their kind is right (moby `config.Validate`).
fn check_values(all: &Map<String, Value>) -> Result<(), String> {
    let text = |k: &str| all.get(k).and_then(Value::as_str).unwrap_or_default();
    if let Some(bad) = texts(all, "labels").iter().find(|l| !l.contains('=')) {
        return Err(format!("bad attribute format: {bad}"));
    }
    let counts = [
        ("mtu", "default MTU"),
        ("max-concurrent-downloads", "max concurrent downloads"),
        ("max-concurrent-uploads", "max concurrent uploads"),
        ("max-download-attempts", "max download attempts"),
    ];
    for (name, said) in counts {
        if let Some(n) = all.get(name).and_then(Value::as_i64).filter(|n| *n < 0) {
            return Err(format!("invalid {said}: {n}"));
        }
    }
    let level = text("log-level");
    let levels = ["", "panic", "fatal", "error", "warn", "warning", "info", "debug", "trace"];
    if !levels.contains(&level.to_lowercase().as_str()) {
        return Err(format!("invalid logging level: {level}"));
    }
    if !matches!(text("log-format"), "" | "text" | "json") {
        return Err(format!("invalid log format: {}", text("log-format")));
    }
    if !matches!(text("default-cgroupns-mode"), "" | "private" | "host") {
        let mode = text("default-cgroupns-mode");
        return Err(format!(
            "invalid default cgroup namespace ({mode}): use \"host\" or \"private\""
        ));
    }
    if !matches!(text("default-ipc-mode"), "" | "private" | "shareable") {
        let mode = text("default-ipc-mode");
        return Err(format!(
            "default IPC mode setting ({mode}) is invalid; use \"shareable\" or \"private\""
        ));
    }
    texts(all, "registry-mirrors").iter().try_for_each(|m| mirror(m).map(|_| ()))
}

/// Two labels of one name, as a complaint.
pub(super) fn conflicting_labels(labels: &[String]) -> Option<String> {
    let pairs: Vec<(&str, &String)> =
        labels.iter().filter_map(|l| Some((l.split_once('=')?.0, l))).collect();
    let clash = pairs.iter().enumerate().find_map(|(i, (key, one))| {
        let before = pairs[..i].iter().find(|(k, other)| k == key && other != one)?;
        Some((*one, before.1))
    });
    clash.map(|(one, before)| format!("conflict labels for {one} and {before}"))
}

/// The settings in the bytes of their file, or why they are none.
pub(super) fn checked(bytes: &[u8]) -> Result<Map<String, Value>, String> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    let invalid = |why: String| format!("invalid JSON: {why}");
    let all = match whole(bytes).map_err(invalid)? {
        Value::Object(all) => all,
        Value::Null => Map::new(),
        other => {
            return Err(invalid(format!(
                "json: cannot unmarshal {} into Go value of type map[string]interface {{}}",
                kind(&other)
            )));
        }
    };
    // An object where none is asked for is a group of settings.
    let mut named: Vec<&String> = Vec::new();
    for (name, v) in &all {
        match (kind_of(name), v) {
            (Some(Object | Pairs | Ulimits), _) => named.push(name),
            (_, Value::Object(group)) => named.extend(group.keys()),
            _ => named.push(name),
        }
    }
    let mut unknown: Vec<&str> =
        named.iter().map(|n| n.as_str()).filter(|n| kind_of(n).is_none()).collect();
    if !unknown.is_empty() {
        unknown.sort_unstable();
        return Err(format!(
            "the following directives don't match any configuration option: {}",
            unknown.join(", ")
        ));
    }
    let twice: Vec<String> = GIVEN
        .iter()
        .filter_map(|(name, flag)| {
            let file = plain(all.get(*name)?);
            Some(format!("{name}: (from flag: {flag}, from file: {file})"))
        })
        .collect();
    if !twice.is_empty() {
        return Err(format!(
            "the following directives are specified both as a flag and in the configuration file: {}",
            twice.join(", ")
        ));
    }
    for (name, v) in &all {
        if let Some(want) = kind_of(name) {
            check_kind(name, want, v).map_err(invalid)?;
        }
    }
    check_values(&all).map_err(|why| {
        format!("merged configuration validation from file and command line flags failed: {why}")
    })?;
    Ok(all)
}
