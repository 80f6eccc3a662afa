//! The client's `config.json`: read, and what is wrong with it told in the words of Go's JSON reader.
//! What its values mean is `settings`' business.

use super::context::store::lower;
use crate::golang::json::{first, kind};
use crate::kernel::Proc;
use crate::vfs::Errno;
use serde_json::Value;

/// What a key must hold.
enum Want {
    Text,
    Texts,
    /// An object of texts, or of objects of the Go type named.
    Map(&'static str, Option<&'static str>),
}

const KEYS: &[(&str, Want)] = &[
    ("HttpHeaders", Want::Map("map[string]string", None)),
    ("aliases", Want::Map("map[string]string", None)),
    ("auths", Want::Map("map[string]types.AuthConfig", Some("types.AuthConfig"))),
    ("cliPluginsExtraDirs", Want::Texts),
    ("configFormat", Want::Text),
    ("credHelpers", Want::Map("map[string]string", None)),
    ("credsStore", Want::Text),
    ("currentContext", Want::Text),
    ("detachKeys", Want::Text),
    ("experimental", Want::Text),
    ("features", Want::Map("map[string]string", None)),
    ("imagesFormat", Want::Text),
    ("networksFormat", Want::Text),
    ("nodesFormat", Want::Text),
    ("pluginsFormat", Want::Text),
    ("plugins", Want::Map("map[string]map[string]string", Some("map[string]string"))),
    ("proxies", Want::Map("map[string]configfile.ProxyConfig", Some("configfile.ProxyConfig"))),
    ("pruneFilters", Want::Texts),
    ("psFormat", Want::Text),
    ("secretFormat", Want::Text),
    ("serviceInspectFormat", Want::Text),
    ("servicesFormat", Want::Text),
    ("statsFormat", Want::Text),
    ("tasksFormat", Want::Text),
    ("volumesFormat", Want::Text),
];

/// Reads the file: its values, and a warning when something is wrong with it.
pub fn load(p: &Proc, path: &str) -> (Value, Option<String>) {
    let bytes = match p.read_file(path) {
        Ok(bytes) => bytes,
        Err(Errno::ENOENT) => return (Value::Null, None),
        Err(Errno::EISDIR) => {
            let why = format!("read {path}: {}", lower(Errno::EISDIR));
            return (
                Value::Null,
                Some(format!("WARNING: Error parsing config file ({path}): {why}")),
            );
        }
        Err(e) => {
            let why = format!("WARNING: Error loading config file: open {path}: {}", lower(e));
            return (Value::Null, Some(why));
        }
    };
    if bytes.trim_ascii().is_empty() {
        return (Value::Null, None);
    }
    let warn = |why: String| Some(format!("WARNING: Error parsing config file ({path}): {why}"));
    let mut value = match first(&bytes) {
        Ok(value) => value,
        Err(why) => return (Value::Null, warn(why)),
    };
    let wrong = check(&mut value).or_else(|| logins(&value));
    (value, wrong.and_then(warn))
}

/// The first value of a wrong type; all such are taken out.
fn check(file: &mut Value) -> Option<String> {
    const TOP: &str = "configfile.ConfigFile";
    let Value::Object(fields) = file else {
        let what = kind(file);
        *file = Value::Null;
        return (what != "null")
            .then(|| format!("json: cannot unmarshal {what} into Go value of type {TOP}"));
    };
    let mut first = None;
    let mut note = |text: String| {
        first.get_or_insert(text);
    };
    let wrong = |value: &Value, path: &str, go: &str| {
        format!(
            "json: cannot unmarshal {} into Go struct field ConfigFile.{path} of type {go}",
            kind(value)
        )
    };
    fields.retain(|key, value| {
        // What is deeper in it is no more than texts.
        let plugins = value.as_object().filter(|_| key.eq_ignore_ascii_case("plugins"));
        for (plugin, settings) in plugins.into_iter().flatten() {
            let all = settings.as_object().into_iter().flatten();
            if let Some((name, bad)) = all.into_iter().find(|(_, v)| !v.is_string()) {
                note(wrong(bad, &format!("{key}.{plugin}.{name}"), "string"));
            }
        }
        let Some((_, want)) = KEYS.iter().find(|(k, _)| k.eq_ignore_ascii_case(key)) else {
            return true;
        };
        match (want, &*value) {
            (_, Value::Null) | (Want::Text, Value::String(_)) => true,
            (Want::Text, other) => {
                note(wrong(other, key, "string"));
                false
            }
            (Want::Texts, Value::Array(items)) => match items.iter().find(|i| !i.is_string()) {
                Some(item) => {
                    note(wrong(item, key, "string"));
                    false
                }
                None => true,
            },
            (Want::Texts, other) => {
                note(wrong(other, key, "[]string"));
                false
            }
            (Want::Map(_, inner), Value::Object(map)) => {
                let bad = map.iter().find(|(_, v)| match inner {
                    None => !v.is_string(),
                    Some(_) => !v.is_object(),
                });
                match bad {
                    Some((name, v)) => {
                        note(wrong(v, &format!("{key}.{name}"), inner.unwrap_or("string")));
                        false
                    }
                    None => true,
                }
            }
            (Want::Map(go, _), other) => {
                note(wrong(other, key, go));
                false
            }
        }
    });
    first
}

/// Base64 read; else the place of the first byte that is none, which is where a group of four begins that
/// is not whole.
fn decode(text: &[u8]) -> Result<Vec<u8>, usize> {
    let digits = text.iter().rposition(|b| *b != b'=').map_or(0, |at| at + 1);
    let mut out = Vec::new();
    let (mut bits, mut held) = (0u32, 0);
    for (at, byte) in text[..digits].iter().enumerate() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err(at),
        };
        (bits, held) = (bits << 6 | u32::from(value), held + 6);
        if held >= 8 {
            held -= 8;
            // The highest eight of the bits that are held.
            out.push((bits >> held & 0xff) as u8);
        }
    }
    match (digits % 4, text.len() - digits) {
        (0, 0) | (2, 2) | (3, 1) => Ok(out),
        (_, 0) => Err(digits / 4 * 4),
        (2, 1) => Err(text.len()),
        (2 | 3, _) => Err(digits + 4 - digits % 4),
        _ => Err(digits),
    }
}

/// What is wrong with a login that is kept.
fn logins(file: &Value) -> Option<String> {
    let auths = file.get("auths")?.as_object()?;
    for login in auths.values() {
        let auth = login.get("auth").and_then(Value::as_str).unwrap_or_default();
        if auth.is_empty() {
            continue;
        }
        let text = match decode(auth.as_bytes()) {
            Ok(text) => text,
            Err(at) => return Some(format!("illegal base64 data at input byte {at}")),
        };
        if !text.contains(&b':') {
            return Some("Invalid auth configuration file".to_string());
        }
    }
    None
}

/// Refuses an alias for anything but the builder.
pub fn aliases(file: &Value) -> Result<(), String> {
    let Some(aliases) = file.get("aliases").and_then(Value::as_object) else { return Ok(()) };
    match aliases.keys().find(|k| *k != "builder") {
        Some(name) => Err(format!(
            "not allowed to alias {name:?} (allowed: map[string]struct {{}}{{\"builder\":struct {{}}{{}}}})"
        )),
        None => Ok(()),
    }
}
