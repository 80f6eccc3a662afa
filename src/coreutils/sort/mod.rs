//! sort: lines in order, by keys. The lines lie in one buffer; what is sorted are their places, each
//! with the beginning of its first key, so that most comparisons look no further.

mod compare;
mod key;
mod order;

use super::Cx;
use super::files0::{self, Refused};
use super::getopt::{self, Arg, Parsed};
use super::lines::{or_stdin, quoted};
use crate::vfs::{OpenFlags, text};
use key::{Key, Kind, Order};

pub use compare::version;

/// A line's place and the beginning of its first key.
#[derive(Clone, Copy)]
struct Entry {
    head: u64,
    start: u32,
    len: u32,
    key: (u32, u32),
}

struct Sort {
    keys: Vec<Key>,
    global: Order,
    tab: Option<u8>,
    unique: bool,
    stable: bool,
    delim: u8,
    salt: u64,
    /// Heads decide only where they differ; for exact numbers also where they are the same.
    exact_heads: bool,
    /// Lines with equal keys are in order as wholes even with -u: BusyBox.
    breaks_ties: bool,
}

const LONGS: &[(&str, Arg, char)] = &[
    ("batch-size", Arg::Required, 'β'),
    ("buffer-size", Arg::Required, 'S'),
    ("check", Arg::Optional, 'c'),
    ("compress-program", Arg::Required, 'ζ'),
    ("debug", Arg::No, 'δ'),
    ("dictionary-order", Arg::No, 'd'),
    ("field-separator", Arg::Required, 't'),
    ("files0-from", Arg::Required, 'φ'),
    ("general-numeric-sort", Arg::No, 'g'),
    ("human-numeric-sort", Arg::No, 'h'),
    ("ignore-case", Arg::No, 'f'),
    ("ignore-leading-blanks", Arg::No, 'b'),
    ("ignore-nonprinting", Arg::No, 'i'),
    ("key", Arg::Required, 'k'),
    ("merge", Arg::No, 'm'),
    ("month-sort", Arg::No, 'M'),
    ("numeric-sort", Arg::No, 'n'),
    ("output", Arg::Required, 'o'),
    ("parallel", Arg::Required, 'π'),
    ("random-sort", Arg::No, 'R'),
    ("random-source", Arg::Required, 'ρ'),
    ("reverse", Arg::No, 'r'),
    ("sort", Arg::Required, 'σ'),
    ("stable", Arg::No, 's'),
    ("temporary-directory", Arg::Required, 'T'),
    ("unique", Arg::No, 'u'),
    ("version-sort", Arg::No, 'V'),
    ("zero-terminated", Arg::No, 'z'),
];

/// `sort`
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let args = if cx.busybox() { cx.args() } else { key::modern(cx.args()) };
    let parsed = match getopt::parse(&args, "bcCdfghik:mMno:rRsS:t:T:uVz", LONGS) {
        Ok(p) => p,
        Err(what) => return cx.complain(what).await,
    };
    if !cx.busybox()
        && let Err(status) = verify(cx, &parsed).await
    {
        return status;
    }
    let mut s = Sort {
        keys: Vec::new(),
        global: Order::default(),
        tab: None,
        unique: false,
        stable: false,
        delim: b'\n',
        salt: 0,
        exact_heads: false,
        breaks_ties: cx.busybox(),
    };
    let (mut output, mut check, mut files) = (None, None, parsed.operands.clone());
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'k' => match key::parse(v, |s| quoted(&cx.p, s)) {
                Ok(k) => s.keys.push(k),
                Err(what) => {
                    let what = if cx.busybox() { "bad field specification".into() } else { what };
                    cx.err(what).await;
                    return 2;
                }
            },
            't' => {
                let sep = text::encode(v).into_owned();
                s.tab = match sep.as_slice() {
                    [b] => Some(*b),
                    b"\\0" => Some(0),
                    [] => {
                        cx.err("empty tab").await;
                        return 2;
                    }
                    _ if cx.busybox() => {
                        cx.err("bad -t parameter").await;
                        return 2;
                    }
                    _ => {
                        let q = quoted(&cx.p, v);
                        cx.err(format!("multi-character tab {q}")).await;
                        return 2;
                    }
                };
            }
            'o' => output = Some(v.to_string()),
            'c' if value.is_some() && !cx.busybox() => {
                let words: [&[&str]; 2] = [&["quiet", "silent"], &["diagnose-first"]];
                match cx.choose("--check", v, &words).await {
                    Ok(word) => check = Some(word != "quiet"),
                    Err(status) => return status,
                }
            }
            'c' => check = Some(true),
            'C' => check = Some(false),
            'u' => s.unique = true,
            's' => s.stable = true,
            'z' => s.delim = 0,
            'σ' => {
                let words: [&[&str]; 6] = [
                    &["general-numeric"],
                    &["human-numeric"],
                    &["month"],
                    &["numeric"],
                    &["random"],
                    &["version"],
                ];
                let word = match cx.choose("--sort", v, &words).await {
                    Ok(word) => word,
                    Err(status) => return status,
                };
                let l = match word {
                    "general-numeric" => 'g',
                    "human-numeric" => 'h',
                    "month" => 'M',
                    "numeric" => 'n',
                    "random" => 'R',
                    _ => 'V',
                };
                s.global.letter(l);
            }
            'S' if !cx.busybox() => {
                let n = v.bytes().take_while(u8::is_ascii_digit).count();
                let known = matches!(&v[n..], "" | "%" | "b" | "k" | "K" | "m" | "M" | "g" | "G")
                    || matches!(&v[n..], "t" | "T" | "P" | "E" | "Z" | "Y");
                if n == 0 || !known {
                    let what = if n == 0 { "invalid" } else { "invalid suffix in" };
                    cx.err(format!("{what} -S argument '{v}'")).await;
                    return 2;
                }
            }
            'φ' => {
                if let Some(extra) = parsed.operands.first() {
                    let what = "file operands cannot be combined with --files0-from";
                    return cx.usage_error(format!("extra operand '{extra}'\n{what}")).await;
                }
                match listed(cx, v).await {
                    Ok(list) => files = list,
                    Err(status) => return status,
                }
            }
            l => {
                s.global.letter(*l);
            }
        }
    }
    // Keys without options of their own take the general ones.
    for k in &mut s.keys {
        if k.order.is_default() {
            k.order = s.global;
        }
    }
    if s.keys.is_empty()
        && (s.global.kind != Kind::Text
            || s.global.blanks
            || s.global.fold
            || s.global.dictionary
            || s.global.printable)
    {
        s.keys.push(Key { start: (0, 0), end: None, order: s.global });
    }
    if !cx.busybox()
        && let Some(letters) = s.keys.iter().find_map(|k| k.order.conflict())
    {
        cx.err(format!("options '-{letters}' are incompatible")).await;
        return 2;
    }
    if s.keys.iter().any(|k| k.order.kind == Kind::Random) {
        let mut salt = [0; 8];
        cx.p.random(&mut salt);
        s.salt = u64::from_le_bytes(salt);
    }
    let files = or_stdin(files);
    if let Some(loud) = check {
        if files.len() > 1 {
            let q = cx.q(&files[1]);
            let l = if loud { 'c' } else { 'C' };
            cx.err(format!("extra operand {q} not allowed with -{l}")).await;
            return 2;
        }
        return s.check(cx, &files[0], loud).await;
    }
    let mut buf = Vec::new();
    let mut ends = Vec::new();
    for name in &files {
        match read(cx, name).await {
            Ok(mut b) => {
                if buf.is_empty() {
                    buf = b;
                } else {
                    buf.append(&mut b);
                }
                if !buf.is_empty() && buf.last() != Some(&s.delim) {
                    buf.push(s.delim);
                }
                ends.push(buf.len() as u32);
            }
            Err(status) => return status,
        }
    }
    if buf.len() > u32::MAX as usize {
        cx.err("the simulator sorts no more than 4 GiB").await;
        return 2;
    }
    let merge = (parsed.has('m') && !cx.busybox()).then_some(ends);
    let entries = s.sorted(cx, &buf, merge).await;
    if let Some(name) = output {
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        let fd = match cx.p.open(&name, flags, 0o666) {
            Ok(fd) => fd,
            Err(e) => {
                cx.err(format!("open failed: {name}: {e}")).await;
                return 2;
            }
        };
        let mut out = Vec::with_capacity(buf.len());
        for e in &entries {
            out.extend_from_slice(&buf[e.start as usize..(e.start + e.len + 1) as usize]);
        }
        let done = cx.p.write_all(fd, &out).await;
        let _ = cx.p.close(fd);
        if let Err(e) = done {
            cx.err(format!("write failed: {name}: {e}")).await;
            return 2;
        }
        return 0;
    }
    for e in &entries {
        cx.put(&buf[e.start as usize..(e.start + e.len + 1) as usize]);
        if cx.out.len() > 1 << 15 && !cx.pace().await {
            return 2;
        }
    }
    0
}

/// What GNU's sort finds wrong with the options as a whole; gives the status to end with.
async fn verify(cx: &mut Cx, parsed: &Parsed) -> Result<(), i32> {
    let mut tab: Option<&str> = None;
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        let known = !v.is_empty() && v.bytes().all(|b| b.is_ascii_digit());
        let what = match letter {
            't' if tab.is_some_and(|t| t != v) => "incompatible tabs".to_string(),
            't' => {
                tab = Some(v);
                continue;
            }
            'π' if !known => format!("invalid --parallel argument '{v}'"),
            'π' if v.bytes().all(|b| b == b'0') => {
                "number in parallel must be nonzero".to_string()
            }
            'β' if !known => format!("invalid --batch-size argument '{v}'"),
            'β' if matches!(v.trim_start_matches('0'), "" | "1") => {
                let (given, least) = (quoted(&cx.p, v), quoted(&cx.p, "2"));
                format!(
                    "invalid --batch-size argument {given}\nsort: minimum --batch-size argument is {least}"
                )
            }
            'ρ' => match cx.open_input(v) {
                Ok(fd) => {
                    cx.close_input(fd);
                    continue;
                }
                Err(e) => format!("open failed: {}: {e}", cx.qf(v)),
            },
            _ => continue,
        };
        cx.err(what).await;
        return Err(2);
    }
    let quiet = |o: &(char, Option<String>)| {
        o.0 == 'C' || (o.0 == 'c' && o.1.as_deref().is_some_and(|v| v != "diagnose-first"))
    };
    let loud = |o: &(char, Option<String>)| o.0 == 'c' && o.1.is_none();
    if parsed.options.iter().any(quiet) && parsed.options.iter().any(loud) {
        cx.err("options '-cC' are incompatible").await;
        return Err(2);
    }
    Ok(())
}

/// The names in the file of `--files0-from`; one bad entry spoils the list.
async fn listed(cx: &mut Cx, from: &str) -> Result<Vec<String>, i32> {
    let shown = cx.qf(from);
    let what = match files0::entries(cx, from).await {
        Err(Refused::Open(e)) => format!("open failed: {shown}: {e}"),
        Err(Refused::Read(_)) => format!("cannot read file names from {}", cx.q(from)),
        Ok(names) if names.is_empty() => format!("no input from {}", cx.q(from)),
        Ok(names) => {
            let bad = |(at, name): (usize, &String)| match name.as_str() {
                "-" => Some(files0::ITSELF.to_string()),
                name => files0::nameless(name, at, &shown),
            };
            match names.iter().enumerate().find_map(bad) {
                Some(what) => what,
                None => return Ok(names),
            }
        }
    };
    cx.err(what).await;
    Err(2)
}

async fn read(cx: &mut Cx, name: &str) -> Result<Vec<u8>, i32> {
    let (e, opening) = match cx.open_input(name) {
        Ok(fd) => {
            let r = cx.read_all(fd).await;
            cx.close_input(fd);
            match r {
                Ok(b) => return Ok(b),
                Err(e) => (e, false),
            }
        }
        Err(e) => (e, true),
    };
    if cx.busybox() {
        // What can be opened and not read counts as empty.
        if !opening {
            return Ok(Vec::new());
        }
        cx.err(format!("{name}: {e}")).await;
        return Err(2);
    }
    let what = if opening { "cannot read" } else { "read failed" };
    cx.err(format!("{what}: {name}: {e}")).await;
    Err(2)
}
