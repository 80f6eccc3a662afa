//! Log drivers: `json-file` and `local`, as files in the container's directory, in Docker's own
//! formats, with rotation; `none` keeps nothing.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rotate::rotate;
use crate::coreutils::regex::{Flavor, Options, Regex};

use crate::engine::Engine;
use crate::engine::api::container::Stream;
use crate::engine::containers::create::container_dir;
use crate::engine::state::Container;
use crate::golang::time;
use crate::golang::units::human_bytes;

/// A line of a log (or, where it had no newline, a part of one).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LogLine {
    /// Of which stream.
    pub stream: Stream,
    /// Nanoseconds since the epoch.
    pub time: i64,
    /// With its newline.
    pub bytes: Vec<u8>,
    /// Labels and variables that the driver was told to keep: `a=1,b=2`.
    pub details: String,
}

/// Longest piece of a line in one entry, as moby's copier cuts it.
const PIECE: usize = 16 * 1024;

/// How long the first entry is that can be made of some output; none before more has come, or its `end`.
fn piece(rest: &[u8], end: bool) -> Option<usize> {
    match rest.iter().position(|b| *b == b'\n') {
        Some(n) => Some((n + 1).min(PIECE)),
        None if rest.len() >= PIECE => Some(PIECE),
        None => Some(rest.len()).filter(|n| end && *n > 0),
    }
}

impl Engine {
    /// Where a container's log is; none where its driver keeps none.
    pub(crate) fn log_path(c: &Container) -> Option<String> {
        let dir = container_dir(&c.id);
        match c.host.log_config.kind.as_str() {
            "json-file" => Some(format!("{dir}/{}-json.log", c.id)),
            "local" => Some(format!("{dir}/local-logs/container.log")),
            _ => None,
        }
    }

    /// Takes output of a container's first process: whole lines go to the log, the rest waits.
    pub(crate) fn log_output(&self, id: &str, stream: Stream, bytes: &[u8], end: bool) {
        let mut pieces = Vec::new();
        {
            let mut st = self.state();
            let Some(c) = st.containers.get_mut(id) else { return };
            let rest = &mut c.task.partial[stream as usize];
            rest.extend_from_slice(bytes);
            let mut from = 0;
            while let Some(n) = piece(&rest[from..], end) {
                pieces.push(rest[from..from + n].to_vec());
                from += n;
            }
            rest.drain(..from);
        }
        if !pieces.is_empty() {
            self.write_log(id, stream, &pieces);
        }
    }

    fn write_log(&self, id: &str, stream: Stream, pieces: &[Vec<u8>]) {
        let now = self.now();
        let Some(c) = self.state().containers.get(id).cloned() else { return };
        let Some(path) = Engine::log_path(&c) else { return };
        let json = c.host.log_config.kind == "json-file";
        let attrs = attributes(&c);
        let option = |k: &str| c.host.log_config.config.get(k).cloned();
        let max = option("max-size").and_then(|s| size(&s));
        let max = max.or_else(|| (!json).then_some(20 << 20));
        let files = option("max-file").and_then(|s| s.parse::<u32>().ok());
        let files = files.unwrap_or(if json { 1 } else { 5 });
        let gzip = match option("compress").as_deref() {
            Some(text) => text.starts_with(['1', 't', 'T']),
            None => !json,
        };
        let mut written = c.log_size;
        self.disk(|d| {
            if !json {
                d.mkdir_all(crate::engine::disk::split(&path).0, 0o700).ok();
            }
            let mut out = Vec::new();
            for piece in pieces {
                if max.is_some_and(|m| written + out.len() as u64 >= m) {
                    // A full disk loses log lines; the container goes on, as under Docker.
                    d.append(&path, &out, 0o640).ok();
                    out.clear();
                    rotate(d, &path, files, gzip);
                    written = 0;
                }
                if json {
                    json_entry(&mut out, stream, now, piece, &attrs);
                } else {
                    local_entry(&mut out, stream, now, piece);
                }
            }
            d.append(&path, &out, 0o640).ok();
            written += out.len() as u64;
        });
        if let Some(c) = self.state().containers.get_mut(id) {
            c.log_size = written;
        }
    }
}

/// `10m` in bytes; none where it says no size, or nothing.
pub(crate) fn size(text: &str) -> Option<u64> {
    let bytes = human_bytes(text).ok()?;
    u64::try_from(bytes).ok().filter(|n| *n > 0)
}

/// Labels and variables that go with every entry: those that are named, and those that fit a pattern.
fn attributes(c: &Container) -> Vec<(String, String)> {
    let option = |k: &str| c.host.log_config.config.get(k).cloned().unwrap_or_default();
    let env = c.config.env.iter().flatten().filter_map(|e| e.split_once('='));
    let labels = c.config.labels.iter().map(|(n, v)| (n.as_str(), v.as_str()));
    let mut out = BTreeMap::new();
    if let Some(fits) = chosen(option("labels"), option("labels-regex")) {
        out.extend(labels.filter(|(n, _)| fits(n)).map(|(n, v)| (n.to_string(), v.to_string())));
    }
    if let Some(fits) = chosen(option("env"), option("env-regex")) {
        out.extend(env.filter(|(n, _)| fits(n)).map(|(n, v)| (n.to_string(), v.to_string())));
    }
    let tag = option("tag");
    if !tag.is_empty() {
        out.insert("tag".to_string(), tag_of(&tag, c));
    }
    out.into_iter().collect()
}

/// Which names are those of a list with commas, or fit a pattern; none where there is neither.
fn chosen(names: String, pattern: String) -> Option<impl Fn(&str) -> bool> {
    if names.is_empty() && pattern.is_empty() {
        return None;
    }
    let options = Options::new(Flavor::Extended, true);
    let pattern = Some(pattern).filter(|p| !p.is_empty());
    let pattern = pattern.and_then(|p| Regex::new(p.as_bytes(), &options).ok());
    Some(move |name: &str| {
        let matched = |p: &Regex| p.is_match(name.as_bytes()).unwrap_or(false);
        names.split(',').any(|n| n == name) || pattern.as_ref().is_some_and(matched)
    })
}

/// What a tag's template can name.
const TAG_FIELDS: [&str; 7] =
    ["Name", "ID", "FullID", "ImageName", "ImageID", "ImageFullID", "DaemonName"];

/// A tag's template with its fields filled in.
fn filled(template: &str, value: impl Fn(&str) -> String) -> String {
    TAG_FIELDS.iter().fold(template.to_string(), |text, name| {
        let value = value(name);
        let plain = text.replace(&format!("{{{{.{name}}}}}"), &value);
        plain.replace(&format!("{{{{ .{name} }}}}"), &value)
    })
}

/// Whether a tag's template does more than to name fields.
pub(crate) fn elaborate(template: &str) -> bool {
    filled(template, |_| String::new()).contains("{{")
}

/// What a tag's template says of a container.
fn tag_of(template: &str, c: &Container) -> String {
    let image_id = c.image.strip_prefix("sha256:").unwrap_or(&c.image);
    let short = |id: &str| id.get(..12).unwrap_or(id).to_string();
    filled(template, |field| match field {
        "Name" => c.name.clone(),
        "ID" => short(&c.id),
        "FullID" => c.id.clone(),
        "ImageName" => c.config.image.clone(),
        "ImageID" => short(image_id),
        "ImageFullID" => c.image.clone(),
        _ => "docker".to_string(),
    })
}

/// A JSON string as Go writes it for HTML's sake.
fn json_string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    for c in text.chars() {
        match c {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\r' => out.extend_from_slice(b"\\r"),
            '\t' => out.extend_from_slice(b"\\t"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\x1f' => {
                out.extend_from_slice(format!("\\u{:04x}", c as u32).as_bytes());
            }
            _ => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    out.push(b'"');
}

fn json_entry(
    out: &mut Vec<u8>,
    stream: Stream,
    now: i64,
    piece: &[u8],
    attrs: &[(String, String)],
) {
    out.extend_from_slice(b"{\"log\":");
    json_string(out, &String::from_utf8_lossy(piece));
    let name = if stream == Stream::Stdout { "stdout" } else { "stderr" };
    out.extend_from_slice(format!(",\"stream\":\"{name}\"").as_bytes());
    if !attrs.is_empty() {
        out.extend_from_slice(b",\"attrs\":{");
        for (i, (k, v)) in attrs.iter().enumerate() {
            if i > 0 {
                out.push(b',');
            }
            json_string(out, k);
            out.push(b':');
            json_string(out, v);
        }
        out.push(b'}');
    }
    out.extend_from_slice(format!(",\"time\":\"{}\"}}\n", time::rfc3339_nano(now)).as_bytes());
}

fn varint(out: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        out.push((n as u8) | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// An entry of the `local` driver: a protocol buffer between two copies of its length.
fn local_entry(out: &mut Vec<u8>, stream: Stream, now: i64, piece: &[u8]) {
    let name: &[u8] = if stream == Stream::Stdout { b"stdout" } else { b"stderr" };
    let whole = piece.last() == Some(&b'\n');
    let line = if whole { &piece[..piece.len() - 1] } else { piece };
    let mut m = vec![0x0a];
    varint(&mut m, name.len() as u64);
    m.extend_from_slice(name);
    m.push(0x10);
    varint(&mut m, now as u64);
    m.push(0x1a);
    varint(&mut m, line.len() as u64);
    m.extend_from_slice(line);
    if !whole {
        m.extend_from_slice(&[0x20, 1]);
    }
    let len = (m.len() as u32).to_be_bytes();
    out.extend_from_slice(&len);
    out.extend_from_slice(&m);
    out.extend_from_slice(&len);
}

#[derive(Deserialize)]
struct Entry {
    log: String,
    stream: String,
    time: String,
    #[serde(default)]
    attrs: BTreeMap<String, String>,
}

/// A detail as the client shows it (Go's `url.QueryEscape`).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for b in text.bytes() {
        match b {
            b' ' => out.push('+'),
            b if b.is_ascii_alphanumeric() || b"-_.~".contains(&b) => out.push(char::from(b)),
            b => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}

/// Reads the entry at the beginning of some bytes of a log file, and how long it is. `None` where
/// there is no whole entry yet.
pub(crate) fn parse_line(json: bool, bytes: &[u8]) -> Option<(Option<LogLine>, usize)> {
    if !json {
        return parse_local(bytes);
    }
    let end = bytes.iter().position(|b| *b == b'\n')? + 1;
    let line = serde_json::from_slice::<Entry>(&bytes[..end]).ok().map(|e| LogLine {
        stream: if e.stream == "stderr" { Stream::Stderr } else { Stream::Stdout },
        time: time::from_rfc3339(&e.time).unwrap_or(0),
        bytes: e.log.into_bytes(),
        details: e
            .attrs
            .iter()
            .map(|(k, v)| format!("{}={}", escaped(k), escaped(v)))
            .collect::<Vec<_>>()
            .join(","),
    });
    Some((line, end))
}

fn parse_local(bytes: &[u8]) -> Option<(Option<LogLine>, usize)> {
    let len = u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
    let message = bytes.get(4..4usize.checked_add(len)?)?;
    let total = len.checked_add(8)?;
    if bytes.len() < total {
        return None;
    }
    Some((local_message(message), total))
}

fn local_message(mut m: &[u8]) -> Option<LogLine> {
    let mut line =
        LogLine { stream: Stream::Stdout, time: 0, bytes: Vec::new(), details: String::new() };
    let mut partial = false;
    let number = |m: &mut &[u8]| -> Option<u64> {
        let (mut n, mut shift) = (0u64, 0);
        loop {
            let (&b, rest) = m.split_first()?;
            *m = rest;
            n |= u64::from(b & 0x7f).checked_shl(shift)?;
            shift += 7;
            if b & 0x80 == 0 {
                return Some(n);
            }
        }
    };
    while let Some((&key, rest)) = m.split_first() {
        m = rest;
        let value = number(&mut m)?;
        match key {
            0x0a | 0x1a => {
                let bytes = m.get(..value as usize)?;
                m = &m[value as usize..];
                if key == 0x1a {
                    line.bytes = bytes.to_vec();
                } else if bytes == b"stderr" {
                    line.stream = Stream::Stderr;
                }
            }
            0x10 => line.time = value as i64,
            0x20 => partial = value != 0,
            _ => return None,
        }
    }
    if !partial {
        line.bytes.push(b'\n');
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back() {
        for json in [true, false] {
            for piece in [&b"hello <world>\n"[..], b"no end", b"\n"] {
                let mut out = Vec::new();
                if json {
                    json_entry(&mut out, Stream::Stderr, 1_700_000_000_000_000_001, piece, &[]);
                } else {
                    local_entry(&mut out, Stream::Stderr, 1_700_000_000_000_000_001, piece);
                }
                let (line, n) = parse_line(json, &out).unwrap();
                let line = line.unwrap();
                assert_eq!(n, out.len());
                assert_eq!(line.bytes, piece);
                assert_eq!(line.stream, Stream::Stderr);
                assert_eq!(line.time, 1_700_000_000_000_000_001);
                assert!(parse_line(json, &out[..out.len() - 1]).is_none());
            }
        }
    }
}
