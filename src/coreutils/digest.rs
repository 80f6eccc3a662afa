//! md5sum, sha1sum, sha224sum, sha256sum, sha384sum and sha512sum.

use data_encoding::HEXLOWER;
use md5::Digest;

use super::Cx;
use super::getopt::Arg;
use super::lines::{CHUNK, or_stdin};
use crate::vfs::{Errno, text};

#[derive(Clone, Copy)]
struct Kind {
    tag: &'static str,
    /// Letters of a sum.
    len: usize,
}

/// A sum being made.
enum Hasher {
    Md5(md5::Md5),
    Sha1(sha1::Sha1),
    Sha224(sha2::Sha224),
    Sha256(sha2::Sha256),
    Sha384(sha2::Sha384),
    Sha512(sha2::Sha512),
}

impl Hasher {
    fn new(k: Kind) -> Hasher {
        match k.tag {
            "MD5" => Hasher::Md5(md5::Md5::new()),
            "SHA1" => Hasher::Sha1(sha1::Sha1::new()),
            "SHA224" => Hasher::Sha224(sha2::Sha224::new()),
            "SHA256" => Hasher::Sha256(sha2::Sha256::new()),
            "SHA384" => Hasher::Sha384(sha2::Sha384::new()),
            _ => Hasher::Sha512(sha2::Sha512::new()),
        }
    }

    fn add(&mut self, b: &[u8]) {
        match self {
            Hasher::Md5(h) => h.update(b),
            Hasher::Sha1(h) => h.update(b),
            Hasher::Sha224(h) => h.update(b),
            Hasher::Sha256(h) => h.update(b),
            Hasher::Sha384(h) => h.update(b),
            Hasher::Sha512(h) => h.update(b),
        }
    }

    fn finish(self) -> String {
        let bytes: Vec<u8> = match self {
            Hasher::Md5(h) => h.finalize().to_vec(),
            Hasher::Sha1(h) => h.finalize().to_vec(),
            Hasher::Sha224(h) => h.finalize().to_vec(),
            Hasher::Sha256(h) => h.finalize().to_vec(),
            Hasher::Sha384(h) => h.finalize().to_vec(),
            Hasher::Sha512(h) => h.finalize().to_vec(),
        };
        HEXLOWER.encode(&bytes)
    }
}

/// `md5sum`
pub async fn md5sum(cx: &mut Cx) -> i32 {
    run(cx, Kind { tag: "MD5", len: 32 }).await
}

/// `sha1sum`
pub async fn sha1sum(cx: &mut Cx) -> i32 {
    run(cx, Kind { tag: "SHA1", len: 40 }).await
}

/// `sha224sum`
pub async fn sha224sum(cx: &mut Cx) -> i32 {
    run(cx, Kind { tag: "SHA224", len: 56 }).await
}

/// `sha256sum`
pub async fn sha256sum(cx: &mut Cx) -> i32 {
    run(cx, Kind { tag: "SHA256", len: 64 }).await
}

/// `sha384sum`
pub async fn sha384sum(cx: &mut Cx) -> i32 {
    run(cx, Kind { tag: "SHA384", len: 96 }).await
}

/// `sha512sum`
pub async fn sha512sum(cx: &mut Cx) -> i32 {
    run(cx, Kind { tag: "SHA512", len: 128 }).await
}

async fn sum(cx: &mut Cx, name: &str, kind: Kind) -> Result<String, Errno> {
    let fd = cx.open_input(name)?;
    let mut h = Hasher::new(kind);
    let result = loop {
        match cx.p.read(fd, CHUNK).await {
            Ok(b) if b.is_empty() => break Ok(h.finish()),
            Ok(b) => {
                h.add(&b);
                cx.p.tick(64).await;
            }
            Err(e) => break Err(e),
        }
    };
    cx.close_input(fd);
    result
}

#[derive(Default)]
struct Check {
    quiet: bool,
    status: bool,
    warn: bool,
    strict: bool,
    ignore_missing: bool,
}

async fn run(cx: &mut Cx, kind: Kind) -> i32 {
    let longs = [
        ("binary", Arg::No, 'b'),
        ("check", Arg::No, 'c'),
        ("ignore-missing", Arg::No, 'm'),
        ("quiet", Arg::No, 'q'),
        ("status", Arg::No, 's'),
        ("strict", Arg::No, 'S'),
        ("tag", Arg::No, 'T'),
        ("text", Arg::No, 't'),
        ("warn", Arg::No, 'w'),
        ("zero", Arg::No, 'z'),
    ];
    let spec = if cx.busybox() { "bcstw" } else { "bctwz" };
    let parsed = match cx.getopt(spec, &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let files = or_stdin(parsed.operands.clone());
    if parsed.has('c') {
        let how = Check {
            quiet: parsed.has('q'),
            status: parsed.has('s'),
            warn: parsed.has('w'),
            strict: parsed.has('S'),
            ignore_missing: parsed.has('m'),
        };
        let mut status = 0;
        for f in &files {
            status |= check(cx, f, kind, &how).await;
        }
        return status;
    }
    let mut status = 0;
    for name in &files {
        let hash = match sum(cx, name, kind).await {
            Ok(h) => h,
            Err(e) => {
                cx.flush().await;
                if cx.busybox() && e == Errno::EISDIR {
                    cx.err(format!("can't read '{name}': {e}")).await;
                } else {
                    cx.err_file(name, e).await;
                }
                status = 1;
                continue;
            }
        };
        let end = if parsed.has('z') { "\0" } else { "\n" };
        let odd = name.contains(['\\', '\n', '\r']) && !parsed.has('z') && !cx.busybox();
        let (mark, shown) = if odd {
            ("\\", name.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r"))
        } else {
            ("", name.clone())
        };
        let line = if parsed.has('T') {
            format!("{mark}{} ({shown}) = {hash}{end}", kind.tag)
        } else {
            let star = if parsed.has('b') { '*' } else { ' ' };
            format!("{mark}{hash} {star}{shown}{end}")
        };
        cx.puts(&line);
        if !cx.pace().await {
            return 1;
        }
    }
    status
}

/// The sum and the file that a line names.
fn line(l: &str, kind: Kind) -> Option<(String, String)> {
    let l = l.trim_start();
    let (escaped, l) = match l.strip_prefix('\\') {
        Some(r) => (true, r),
        None => (false, l),
    };
    let hex = |s: &str| s.len() == kind.len && s.bytes().all(|b| b.is_ascii_hexdigit());
    let (hash, name) = if let Some(rest) = l.strip_prefix(&format!("{} (", kind.tag)) {
        let (name, hash) = rest.rsplit_once(") = ")?;
        (hash.trim_end(), name)
    } else {
        let (hash, rest) = l.split_at_checked(kind.len)?;
        let name = rest.strip_prefix(' ')?;
        (hash, name.strip_prefix([' ', '*']).unwrap_or(name))
    };
    if !hex(hash) || name.is_empty() {
        return None;
    }
    let name =
        if escaped { name.replace("\\n", "\n").replace("\\\\", "\\") } else { name.to_string() };
    Some((hash.to_ascii_lowercase(), name))
}

/// The same for BusyBox, which takes any word for a sum.
fn busybox_line(l: &str) -> Option<(String, String)> {
    let (hash, name) = l.split_once("  ").or_else(|| l.split_once(" *"))?;
    Some((hash.to_ascii_lowercase(), name.to_string()))
}

/// The text of a list of sums; none where it can not be read, which has been said then.
async fn list(cx: &mut Cx, file: &str) -> Option<Vec<u8>> {
    if !cx.busybox() {
        return cx.slurp(file).await;
    }
    match cx.open_input(file) {
        Ok(fd) => {
            let read = cx.read_all(fd).await;
            cx.close_input(fd);
            // To BusyBox, what can not be read has no lines.
            Some(read.unwrap_or_default())
        }
        Err(e) => {
            cx.flush().await;
            cx.err(format!("{file}: {e}")).await;
            None
        }
    }
}

async fn check(cx: &mut Cx, file: &str, kind: Kind, how: &Check) -> i32 {
    let Some(bytes) = list(cx, file).await else { return 1 };
    let shown = if file == "-" { "standard input" } else { file };
    let (mut bad, mut unread, mut odd, mut lines, mut matched) = (0u64, 0u64, 0u64, 0u64, false);
    for (i, l) in text::decode(&bytes).lines().enumerate() {
        if l.starts_with('#') {
            continue;
        }
        let named = if cx.busybox() { busybox_line(l) } else { line(l, kind) };
        let Some((want, name)) = named else {
            odd += 1;
            if cx.busybox() {
                (bad, lines) = (bad + 1, lines + 1);
                if how.warn {
                    cx.flush().await;
                    cx.err("invalid format").await;
                }
                continue;
            }
            if how.warn {
                cx.flush().await;
                cx.err(format!(
                    "{shown}: {}: improperly formatted {} checksum line",
                    i + 1,
                    kind.tag
                ))
                .await;
            }
            continue;
        };
        lines += 1;
        match sum(cx, &name, kind).await {
            Ok(h) if h == want => {
                matched = true;
                if !how.quiet && !how.status {
                    cx.puts(&format!("{name}: OK\n"));
                }
            }
            Ok(_) => {
                bad += 1;
                matched = true;
                if !how.status {
                    cx.puts(&format!("{name}: FAILED\n"));
                }
            }
            Err(Errno::ENOENT) if how.ignore_missing => {}
            Err(e) => {
                unread += 1;
                cx.flush().await;
                if cx.busybox() {
                    cx.err(format!("can't open '{name}': {e}")).await;
                    bad += 1;
                    if !how.status {
                        cx.puts(&format!("{name}: FAILED\n"));
                    }
                    continue;
                }
                cx.err(format!("{name}: {e}")).await;
                if !how.status {
                    cx.puts(&format!("{name}: FAILED open or read\n"));
                }
            }
        }
    }
    cx.flush().await;
    if cx.busybox() {
        if bad > 0 && !how.status {
            cx.err(format!("WARNING: {bad} of {lines} computed checksums did NOT match")).await;
        }
        if lines == 0 {
            cx.err(format!("{file}: no checksum lines found")).await;
            return 1;
        }
        return i32::from(bad > 0);
    }
    if lines == 0 {
        cx.err(format!("{shown}: no properly formatted checksum lines found")).await;
        return 1;
    }
    let s = |n: u64| if n == 1 { "" } else { "s" };
    if !how.status {
        if odd > 0 {
            let verb = if odd == 1 { "line is" } else { "lines are" };
            cx.err(format!("WARNING: {odd} {verb} improperly formatted")).await;
        }
        if unread > 0 {
            cx.err(format!("WARNING: {unread} listed file{} could not be read", s(unread))).await;
        }
        if bad > 0 {
            cx.err(format!("WARNING: {bad} computed checksum{} did NOT match", s(bad))).await;
        }
        if how.ignore_missing && !matched {
            cx.err(format!("{shown}: no file was verified")).await;
        }
    }
    let failed =
        bad > 0 || unread > 0 || (how.strict && odd > 0) || (how.ignore_missing && !matched);
    i32::from(failed)
}
