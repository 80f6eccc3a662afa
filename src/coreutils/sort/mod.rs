//! sort: lines in order, by keys. The lines lie in one buffer; what is sorted are their places, each
//! with the beginning of its first key, so that most comparisons look no further.

mod compare;
mod key;

use std::cmp::Ordering;

use super::Cx;
use super::getopt::Arg;
use super::lines::quoted;
use super::regex::literal::find_byte;
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
}

const LONGS: &[(&str, Arg, char)] = &[
    ("batch-size", Arg::Required, 'ζ'),
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
    ("parallel", Arg::Required, 'ζ'),
    ("random-sort", Arg::No, 'R'),
    ("random-source", Arg::Required, 'ζ'),
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
    let parsed = match cx.getopt("bcCdfghik:mMno:rRsS:t:T:uVz", LONGS).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let mut s = Sort {
        keys: Vec::new(),
        global: Order::default(),
        tab: None,
        unique: false,
        stable: false,
        delim: b'\n',
        salt: 0,
        exact_heads: false,
    };
    let (mut output, mut check, mut files) = (None, None, parsed.operands.clone());
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'k' => match key::parse(v, |s| quoted(&cx.p, s)) {
                Ok(k) => s.keys.push(k),
                Err(what) => {
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
                    _ => {
                        let q = quoted(&cx.p, v);
                        cx.err(format!("multi-character tab {q}")).await;
                        return 2;
                    }
                };
            }
            'o' => output = Some(v.to_string()),
            'c' => check = Some(!matches!(v, "quiet" | "silent")),
            'C' => check = Some(false),
            'u' => s.unique = true,
            's' => s.stable = true,
            'z' => s.delim = 0,
            'σ' => {
                let l = match v {
                    "general-numeric" => 'g',
                    "human-numeric" => 'h',
                    "month" => 'M',
                    "numeric" => 'n',
                    "random" => 'R',
                    "version" => 'V',
                    _ => {
                        let q = quoted(&cx.p, v);
                        cx.err(format!("invalid argument {q} for {}", quoted(&cx.p, "--sort")))
                            .await;
                        return 2;
                    }
                };
                s.global.letter(l);
            }
            'φ' => {
                let Some(list) = cx.slurp(v).await else { return 2 };
                files.extend(
                    list.split(|b| *b == 0)
                        .filter(|f| !f.is_empty())
                        .map(|f| text::decode(f).into_owned()),
                );
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
    if s.keys.iter().any(|k| k.order.kind == Kind::Random) {
        let mut salt = [0; 8];
        cx.p.random(&mut salt);
        s.salt = u64::from_le_bytes(salt);
    }
    if files.is_empty() {
        files.push("-".into());
    }
    if let Some(loud) = check {
        if files.len() > 1 {
            let q = quoted(&cx.p, &files[1]);
            let l = if loud { 'c' } else { 'C' };
            cx.err(format!("extra operand {q} not allowed with -{l}")).await;
            return 2;
        }
        return s.check(cx, &files[0], loud).await;
    }
    let mut buf = Vec::new();
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
            }
            Err(status) => return status,
        }
    }
    if buf.len() > u32::MAX as usize {
        cx.err("the simulator sorts no more than 4 GiB").await;
        return 2;
    }
    let entries = s.sorted(cx, &buf).await;
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
        cx.err(format!("{name}: {e}")).await;
        return Err(1);
    }
    let what = if opening { "cannot read" } else { "read failed" };
    cx.err(format!("{what}: {name}: {e}")).await;
    Err(2)
}

impl Sort {
    fn line<'a>(&self, buf: &'a [u8], e: &Entry) -> &'a [u8] {
        &buf[e.start as usize..(e.start + e.len) as usize]
    }

    async fn sorted(&mut self, cx: &Cx, buf: &[u8]) -> Vec<Entry> {
        let lines = buf.iter().filter(|b| **b == self.delim).count();
        cx.p.more(lines.saturating_mul(size_of::<Entry>())).await;
        let (mut entries, mut at) = (Vec::with_capacity(lines), 0);
        let first = self.keys.first().cloned();
        let numeric = first.as_ref().is_some_and(|k| k.order.kind == Kind::Numeric);
        self.exact_heads = numeric;
        while let Some(end) = find_byte(buf, self.delim, at) {
            let line = &buf[at..end];
            let (a, b) = first.as_ref().map_or((0, line.len()), |k| k.span(line, self.tab));
            let k = &line[a..b];
            let head = match &first {
                Some(_) if numeric => match compare::exact(k) {
                    Some(n) => order_bits(n),
                    None => {
                        self.exact_heads = false;
                        0
                    }
                },
                Some(key)
                    if key.order.kind != Kind::Text
                        || key.order.fold
                        || key.order.dictionary
                        || key.order.printable =>
                {
                    0
                }
                _ => prefix(k),
            };
            entries.push(Entry {
                head,
                start: at as u32,
                len: (end - at) as u32,
                key: (a as u32, b as u32),
            });
            at = end + 1;
        }
        if numeric && !self.exact_heads {
            entries.iter_mut().for_each(|e| e.head = 0);
        }
        cx.p.tick((buf.len() / 128) as u32).await;
        entries.sort_by(|x, y| self.compare(buf, x, y));
        if self.unique {
            entries.dedup_by(|b, a| self.by_keys(buf, a, b) == Ordering::Equal);
        }
        entries
    }

    /// By keys only.
    fn by_keys(&self, buf: &[u8], x: &Entry, y: &Entry) -> Ordering {
        let (a, b) = (self.line(buf, x), self.line(buf, y));
        let Some(first) = self.keys.first() else {
            let o = x.head.cmp(&y.head).then_with(|| a.cmp(b));
            return if self.global.reverse { o.reverse() } else { o };
        };
        let o = x.head.cmp(&y.head).then_with(|| {
            if self.exact_heads {
                return Ordering::Equal;
            }
            let key = |l: &'_ [u8], e: &Entry| {
                (e.key.0 as usize, e.key.1 as usize).min((l.len(), l.len()))
            };
            let ((p, q), (r, t)) = (key(a, x), key(b, y));
            compare::keys(&a[p..q], &b[r..t], &first.order, self.salt)
        });
        let o = if first.order.reverse { o.reverse() } else { o };
        if o != Ordering::Equal {
            return o;
        }
        for k in &self.keys[1..] {
            let ((p, q), (r, t)) = (k.span(a, self.tab), k.span(b, self.tab));
            let o = compare::keys(&a[p..q], &b[r..t], &k.order, self.salt);
            if o != Ordering::Equal {
                return if k.order.reverse { o.reverse() } else { o };
            }
        }
        Ordering::Equal
    }

    fn compare(&self, buf: &[u8], x: &Entry, y: &Entry) -> Ordering {
        let o = self.by_keys(buf, x, y);
        if o != Ordering::Equal || self.stable || self.unique || self.keys.is_empty() {
            return o;
        }
        // The last resort: the whole lines.
        let o = self.line(buf, x).cmp(self.line(buf, y));
        if self.global.reverse { o.reverse() } else { o }
    }

    async fn check(&mut self, cx: &mut Cx, name: &str, loud: bool) -> i32 {
        let buf = match read(cx, name).await {
            Ok(mut b) => {
                if !b.is_empty() && b.last() != Some(&self.delim) {
                    b.push(self.delim);
                }
                b
            }
            Err(status) => return status,
        };
        let mut at = 0;
        let mut last: Option<Entry> = None;
        let mut number = 0;
        while let Some(end) = find_byte(&buf, self.delim, at) {
            number += 1;
            let line = &buf[at..end];
            let (a, b) = self.keys.first().map_or((0, line.len()), |k| k.span(line, self.tab));
            let e = Entry {
                head: 0,
                start: at as u32,
                len: (end - at) as u32,
                key: (a as u32, b as u32),
            };
            if let Some(p) = last {
                let o = self.compare(&buf, &p, &e);
                if o == Ordering::Greater || (self.unique && o == Ordering::Equal) {
                    if loud {
                        let shown = text::decode(line).into_owned();
                        cx.err(format!("{name}:{number}: disorder: {shown}")).await;
                    }
                    return 1;
                }
            }
            last = Some(e);
            at = end + 1;
        }
        0
    }
}

/// The first eight bytes, so that their order is that of the number.
fn prefix(k: &[u8]) -> u64 {
    let mut b = [0; 8];
    let n = k.len().min(8);
    b[..n].copy_from_slice(&k[..n]);
    u64::from_be_bytes(b)
}

/// A double's bits, so that their order is that of the doubles.
fn order_bits(n: f64) -> u64 {
    let b = (n + 0.0).to_bits();
    if b >> 63 == 1 { !b } else { b | 1 << 63 }
}
