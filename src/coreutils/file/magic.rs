//! What the first bytes of a file tell.

use crate::coreutils::time::{Zone, strftime};
use crate::vfs::text;

use super::{Kind, kind};

const BINARY: &str = "binary";

fn word(b: &[u8], at: usize, big: bool) -> u32 {
    let Some(w) = b.get(at..at + 4) else { return 0 };
    let w = [w[0], w[1], w[2], w[3]];
    if big { u32::from_be_bytes(w) } else { u32::from_le_bytes(w) }
}

/// The kind of data that begins with these bytes.
pub fn of(head: &[u8]) -> Kind {
    if head.is_empty() {
        return kind("empty", "inode/x-empty", BINARY);
    }
    if let Some(known) = known(head) {
        return known;
    }
    if head.len() == 1 {
        return kind("very short file (no magic)", "application/octet-stream", BINARY);
    }
    words(head).unwrap_or_else(|| kind("data", "application/octet-stream", BINARY))
}

fn known(head: &[u8]) -> Option<Kind> {
    let starts = |m: &[u8]| head.starts_with(m);
    if starts(b"\x7fELF") {
        return Some(elf(head));
    }
    if starts(&[0x1f, 0x8b]) && head.len() > 2 {
        return Some(gzip(head));
    }
    if head.get(16..20) == Some(&0xed0c_daed_u32.to_le_bytes()) {
        return Some(kind("BoltDB database", "application/octet-stream", BINARY));
    }
    if head.get(257..262) == Some(b"ustar") {
        let gnu = head.get(257..265) == Some(b"ustar  \0");
        let text = if gnu { "POSIX tar archive (GNU)" } else { "POSIX tar archive" };
        return Some(kind(text, "application/x-tar", BINARY));
    }
    if starts(b"\x89PNG\r\n\x1a\n") {
        let (w, h) = (word(head, 16, true), word(head, 20, true));
        let depth = head.get(24).copied().unwrap_or(0);
        let color = match head.get(25) {
            Some(0) => "/grayscale",
            Some(2) => "/color RGB",
            Some(3) => " colormap",
            Some(4) => "/gray+alpha",
            Some(6) => "/color RGBA",
            _ => " grayscale",
        };
        let text = format!("PNG image data, {w} x {h}, {depth}-bit{color}, non-interlaced");
        return Some(kind(text, "image/png", BINARY));
    }
    if starts(b"GIF87a") || starts(b"GIF89a") {
        let n = |i: usize| head.get(i..i + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]));
        let version = text::decode(&head[3..6]).into_owned();
        let text = format!("GIF image data, version {version}, {} x {}", n(6), n(8));
        return Some(kind(text, "image/gif", BINARY));
    }
    if starts(b"PK\x03\x04") && head.len() >= 30 {
        let version = u32::from(head[4]);
        let method = if head[8] == 8 { "deflate" } else { "store" };
        let text = format!(
            "Zip archive data, made by v{}.{}, extract using at least v{}.{}, method={method}",
            version / 10,
            version % 10,
            version / 10,
            version % 10
        );
        return Some(kind(text, "application/zip", BINARY));
    }
    let simple: &[(&[u8], &str, &'static str)] = &[
        (b"\xff\xd8\xff", "JPEG image data", "image/jpeg"),
        (b"%PDF-", "PDF document", "application/pdf"),
        (b"BZh", "bzip2 compressed data", "application/x-bzip2"),
        (b"\xfd7zXZ\0", "XZ compressed data", "application/x-xz"),
        (b"\x28\xb5\x2f\xfd", "Zstandard compressed data", "application/zstd"),
        (b"070701", "ASCII cpio archive (SVR4 with no CRC)", "application/x-cpio"),
        (b"!<arch>\n", "current ar archive", "application/x-archive"),
        (b"SQLite format 3\0", "SQLite 3.x database", "application/vnd.sqlite3"),
        (b"\0asm", "WebAssembly (wasm) binary module", "application/wasm"),
    ];
    let found = simple.iter().find(|s| head.starts_with(s.0))?;
    Some(kind(found.1, found.2, BINARY))
}

fn elf(head: &[u8]) -> Kind {
    let bits = if head.get(4) == Some(&1) { 32 } else { 64 };
    let order = if head.get(5) == Some(&2) { "MSB" } else { "LSB" };
    let what = match head.get(16) {
        Some(1) => "relocatable",
        Some(2) => "executable",
        _ => "pie executable",
    };
    let machine = match head.get(18) {
        Some(0xb7) => "ARM aarch64",
        Some(3) => "Intel i386",
        _ => "x86-64",
    };
    let text = format!(
        "ELF {bits}-bit {order} {what}, {machine}, version 1 (SYSV), dynamically linked, stripped"
    );
    kind(text, "application/x-pie-executable", BINARY)
}

fn gzip(head: &[u8]) -> Kind {
    let mut text = String::from("gzip compressed data");
    let flags = head.get(3).copied().unwrap_or(0);
    if flags & 8 != 0 {
        let name: Vec<u8> = head.iter().skip(10).take_while(|b| **b != 0).copied().collect();
        text.push_str(&format!(", was \"{}\"", text::decode(&name)));
    }
    let mtime = word(head, 4, false);
    if mtime != 0 {
        let when =
            strftime("%a %b %e %H:%M:%S %Y", i64::from(mtime) * 1_000_000_000, &Zone::utc(), true);
        text.push_str(&format!(", last modified: {when}"));
    }
    match head.get(8) {
        Some(2) => text.push_str(", max compression"),
        Some(4) => text.push_str(", max speed"),
        _ => {}
    }
    if head.get(9) == Some(&3) {
        text.push_str(", from Unix");
    }
    kind(text, "application/gzip", BINARY)
}

/// Text of some language or none; nothing where it is no text.
fn words(head: &[u8]) -> Option<Kind> {
    let odd = |b: &u8| matches!(b, 0..=6 | 14..=26 | 28..=31 | 127);
    if head.iter().any(odd) {
        return None;
    }
    let bom = head.starts_with(b"\xef\xbb\xbf");
    let (encoding, charset) = if head.is_ascii() {
        ("ASCII", "us-ascii")
    } else if valid_utf8(head) {
        ("Unicode text, UTF-8", "utf-8")
    } else if head.iter().any(|b| (0x80..0xa0).contains(b)) {
        ("Non-ISO extended-ASCII", "unknown-8bit")
    } else {
        ("ISO-8859", "iso-8859-1")
    };
    let (language, mime) = language(head);
    let executable =
        if language.ends_with("script") && head.starts_with(b"#!") { " executable" } else { "" };
    let mut text = match (language.as_str(), encoding) {
        ("JSON text data", _) => return Some(kind("JSON text data", "application/json", charset)),
        ("", encoding) => encoding.to_string(),
        (language, encoding) => format!("{language}, {encoding}"),
    };
    if bom {
        text.push_str(" (with BOM)");
    }
    if !text.ends_with("text") && !text.ends_with("UTF-8 text") {
        text.push_str(" text");
    }
    text.push_str(executable);
    let (crlf, lf) = ends(head);
    if crlf > 0 && lf == 0 {
        text.push_str(", with CRLF line terminators");
    } else if crlf > 0 {
        text.push_str(", with CRLF, LF line terminators");
    } else if lf == 0 && head.len() < super::HEAD {
        text.push_str(", with no line terminators");
    }
    if head.split(|b| *b == b'\n').any(|l| l.len() > 300) {
        let longest = head.split(|b| *b == b'\n').map(<[u8]>::len).max().unwrap_or(0);
        let at = text.find(", with").unwrap_or(text.len());
        text.insert_str(at, &format!(", with very long lines ({longest})"));
    }
    Some(kind(text, mime, charset))
}

fn valid_utf8(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        // The last character may be cut.
        Err(e) => e.error_len().is_none(),
    }
}

/// Lines that end in CR LF, and in LF alone.
fn ends(head: &[u8]) -> (usize, usize) {
    let lf = head.iter().filter(|b| **b == b'\n').count();
    let crlf = head.windows(2).filter(|w| w == b"\r\n").count();
    (crlf, lf - crlf)
}

/// The language of a text, and its MIME type.
fn language(head: &[u8]) -> (String, &'static str) {
    let text = text::decode(&head[..head.len().min(4096)]).into_owned();
    let first = text.lines().next().unwrap_or_default();
    if let Some(line) = first.strip_prefix("#!") {
        let mut parts = line.split_whitespace();
        let mut program = parts.next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
        if program == "env" {
            program = parts.next().unwrap_or_default();
        }
        return match program {
            "sh" | "dash" | "ash" => ("POSIX shell script".to_string(), "text/x-shellscript"),
            "bash" => ("Bourne-Again shell script".to_string(), "text/x-shellscript"),
            p if p.starts_with("python") => ("Python script".to_string(), "text/x-script.python"),
            p if p.starts_with("perl") => ("Perl script".to_string(), "text/x-perl"),
            "node" => ("Node.js script".to_string(), "application/javascript"),
            "ruby" => ("Ruby script".to_string(), "text/x-ruby"),
            "" => (String::new(), "text/plain"),
            _ => (format!("a {} script", line.trim()), "text/plain"),
        };
    }
    let trimmed = text.trim();
    let lower = trimmed.to_ascii_lowercase();
    if ((trimmed.starts_with('{') && trimmed.ends_with('}'))
        || (trimmed.starts_with('[') && trimmed.ends_with(']')))
        && serde_json::from_str::<serde_json::Value>(trimmed).is_ok()
    {
        return ("JSON text data".to_string(), "application/json");
    }
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return ("HTML document".to_string(), "text/html");
    }
    if lower.starts_with("<?xml") {
        return ("XML 1.0 document".to_string(), "text/xml");
    }
    let c_like = ["#include <", "#include \"", "int main(", "void main("];
    if c_like.iter().any(|w| text.contains(w)) {
        return ("C source".to_string(), "text/x-c");
    }
    if first.starts_with("diff ") || first.starts_with("--- ") {
        return ("unified diff output".to_string(), "text/x-diff");
    }
    (String::new(), "text/plain")
}
