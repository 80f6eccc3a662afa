//! od: bytes as numbers and characters.

use super::Cx;
use super::getopt::{Arg, parse};
use super::joined::Joined;
use super::lines::{or_stdin, quoted, size};

/// How one kind of item is shown.
#[derive(Clone, Debug)]
struct Format {
    kind: char,
    size: usize,
    /// Characters of an item without the blank before it.
    width: usize,
    /// `z`: the text beside it.
    text: bool,
}

fn format(kind: char, size: usize, text: bool) -> Option<Format> {
    let width = match (kind, size) {
        ('a' | 'c', _) => 3,
        ('d', 1) => 4,
        ('d', 2) => 6,
        ('d', 4) => 11,
        ('d', 8) => 20,
        ('u', 1) => 3,
        ('u', 2) => 5,
        ('u', 4) => 10,
        ('u', 8) => 20,
        ('o', 1) => 3,
        ('o', 2) => 6,
        ('o', 4) => 11,
        ('o', 8) => 22,
        ('x', n @ (1 | 2 | 4 | 8)) => n * 2,
        ('f', 4) => 15,
        ('f', 8) => 24,
        _ => return None,
    };
    Some(Format { kind, size: if matches!(kind, 'a' | 'c') { 1 } else { size }, width, text })
}

/// Reads what `-t` takes, such as `x1z` or `dSc`.
fn types(spec: &str, out: &mut Vec<Format>) -> Result<(), String> {
    let mut rest = spec.chars().peekable();
    while let Some(kind) = rest.next() {
        if !"acdfoux".contains(kind) {
            return Err(format!("invalid character '{kind}' in type string "));
        }
        let mut n = if kind == 'f' { 8 } else { 4 };
        if !matches!(kind, 'a' | 'c') {
            let mut digits = String::new();
            while let Some(d) = rest.next_if(char::is_ascii_digit) {
                digits.push(d);
            }
            if !digits.is_empty() {
                n = digits.parse().unwrap_or(0);
            } else if let Some(l) = rest.next_if(|c| "CSILFD".contains(*c)) {
                n = match l {
                    'C' => 1,
                    'S' => 2,
                    'I' | 'F' => 4,
                    _ => 8,
                };
            }
        }
        let text = rest.next_if_eq(&'z').is_some();
        match format(kind, n, text) {
            Some(f) => out.push(f),
            None => {
                return Err(format!(
                    "invalid type string ;\nthis system doesn't provide a {n}-byte integral type"
                ));
            }
        }
    }
    Ok(())
}

const NAMES: [&str; 33] = [
    "nul", "soh", "stx", "etx", "eot", "enq", "ack", "bel", "bs", "ht", "nl", "vt", "ff", "cr",
    "so", "si", "dle", "dc1", "dc2", "dc3", "dc4", "nak", "syn", "etb", "can", "em", "sub", "esc",
    "fs", "gs", "rs", "us", "sp",
];

fn item(f: &Format, b: &[u8], fixed: bool) -> String {
    let mut raw = [0u8; 8];
    raw[..b.len()].copy_from_slice(b);
    let u = u64::from_le_bytes(raw);
    match f.kind {
        'a' => match b[0] & 0x7F {
            0x7F => "del".into(),
            c @ 0..33 => NAMES[usize::from(c)].into(),
            c => char::from(c).to_string(),
        },
        'c' => match b[0] {
            0 => "\\0".into(),
            7 => "\\a".into(),
            8 => "\\b".into(),
            9 => "\\t".into(),
            10 => "\\n".into(),
            11 => "\\v".into(),
            12 => "\\f".into(),
            13 => "\\r".into(),
            c @ b' '..=b'~' => char::from(c).to_string(),
            c => format!("{c:03o}"),
        },
        'd' => {
            let shift = 64 - 8 * f.size as u32;
            (((u << shift) as i64) >> shift).to_string()
        }
        'u' => u.to_string(),
        'o' => format!("{u:0w$o}", w = f.width),
        'x' => format!("{u:0w$x}", w = f.width),
        _ => {
            if fixed {
                // BusyBox prints all digits that the type may have.
                let (value, digits) = match f.size {
                    4 => (f64::from(f32::from_bits(u as u32)), 7),
                    _ => (f64::from_bits(u), 15),
                };
                let mut out = Vec::new();
                super::awk::format_number(format!("%.{digits}e").as_bytes(), value, &mut out);
                return String::from_utf8_lossy(&out).into_owned();
            }
            // As many digits as tell the number from its neighbours.
            let (value, shortest) = if f.size == 4 {
                let v = f32::from_bits(u as u32);
                (f64::from(v), format!("{v:e}"))
            } else {
                let v = f64::from_bits(u);
                (v, format!("{v:e}"))
            };
            let mantissa = shortest.split('e').next().unwrap_or_default();
            let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
            let mut out = Vec::new();
            super::awk::format_number(format!("%.{digits}g").as_bytes(), value, &mut out);
            String::from_utf8_lossy(&out).into_owned()
        }
    }
}

/// `-S`: runs of printable characters that a byte 0 ends, each with where it begins.
async fn strings(cx: &mut Cx, input: &mut Joined, mut at: u64, radix: char, least: usize) -> i32 {
    let mut run: Vec<u8> = Vec::new();
    loop {
        let piece = input.take(cx, 4096).await;
        if piece.is_empty() {
            return input.status;
        }
        for b in piece {
            at += 1;
            if matches!(b, b' '..=b'~' | 7..=13) {
                run.push(b);
                continue;
            }
            let shown = std::mem::take(&mut run);
            if b != 0 || shown.len() < least {
                continue;
            }
            let begin = at - 1 - shown.len() as u64;
            cx.puts(&match radix {
                'o' => format!("{begin:07o} "),
                'd' => format!("{begin:07} "),
                'x' => format!("{begin:06x} "),
                _ => String::new(),
            });
            let escaped: String = shown
                .iter()
                .map(|b| match b {
                    7 => "\\a".to_string(),
                    8 => "\\b".to_string(),
                    9 => "\\t".to_string(),
                    10 => "\\n".to_string(),
                    11 => "\\v".to_string(),
                    12 => "\\f".to_string(),
                    13 => "\\r".to_string(),
                    b => char::from(*b).to_string(),
                })
                .collect();
            cx.puts(&(escaped + "\n"));
        }
        if !cx.pace().await {
            return 1;
        }
    }
}

/// `od`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("address-radix", Arg::Required, 'A'),
        ("endian", Arg::Required, 'E'),
        ("skip-bytes", Arg::Required, 'j'),
        ("read-bytes", Arg::Required, 'N'),
        ("strings", Arg::Optional, 'S'),
        ("format", Arg::Required, 't'),
        ("output-duplicates", Arg::No, 'v'),
        ("width", Arg::Optional, 'w'),
        ("traditional", Arg::No, 'T'),
    ];
    let parsed = match parse(&cx.args(), "A:aBbcdDefFhHiIj:lLN:oOsS:t:vw::xX", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let (mut radix, mut skip, mut limit, mut all, mut width) = ('o', 0u64, u64::MAX, false, None);
    let mut formats = Vec::new();
    let mut big = false;
    let mut least = None;
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        let short = match letter {
            'a' => "a",
            'b' => "o1",
            'c' => "c",
            'd' => "u2",
            'D' => "u4",
            'e' | 'F' => "f8",
            'f' => "f4",
            'h' | 'x' => "x2",
            'H' | 'X' => "x4",
            'i' => "d4",
            'I' | 'l' | 'L' => "d8",
            'o' | 'B' => "o2",
            'O' => "o4",
            's' => "d2",
            _ => "",
        };
        let spec = if *letter == 't' { v } else { short };
        if let Err(what) = types(spec, &mut formats) {
            let q = quoted(&cx.p, spec);
            cx.err(what.replacen("string ", &format!("string {q}"), 1)).await;
            return 1;
        }
        match letter {
            'A' => {
                match v.chars().next() {
                    Some(c @ ('d' | 'o' | 'x' | 'n')) => radix = c,
                    c => {
                        let c = c.map(String::from).unwrap_or_default();
                        cx.err(format!("invalid output address radix '{c}'; it must be one character from [doxn]")).await;
                        return 1;
                    }
                }
            }
            'j' | 'N' => {
                let n = if let Some(h) = v.strip_prefix("0x") {
                    u64::from_str_radix(h, 16).ok()
                } else {
                    size(v)
                };
                let Some(n) = n else {
                    cx.err(format!("invalid -{letter} argument '{v}'")).await;
                    return 1;
                };
                if *letter == 'j' { skip = n } else { limit = n }
            }
            'v' => all = true,
            'w' if v.is_empty() => width = Some(32),
            'w' => match v.parse::<usize>() {
                Ok(n) if n > 0 || cx.busybox() => width = Some(n.min(1 << 20)),
                _ => {
                    cx.err(format!("invalid -w argument '{v}'")).await;
                    return 1;
                }
            },
            'E' => match cx.choose("--endian", v, &[&["little"], &["big"]]).await {
                Ok(word) => big = word == "big",
                Err(status) => return status,
            },
            'S' if v.is_empty() => least = Some(3),
            'S' => match size(v) {
                Some(n) => least = Some(n.min(1 << 20) as usize),
                None => {
                    cx.err(format!("invalid -S argument '{v}'")).await;
                    return 1;
                }
            },
            _ => {}
        }
    }
    if formats.is_empty() {
        formats.extend(format('o', 2, false));
    }
    let mut files = parsed.operands.clone();
    // `od FILE +OFFSET`, and `od +OFFSET`, from long ago.
    if let Some(last) = files.last().filter(|l| l.starts_with('+') && files.len() <= 2)
        && let Ok(n) = u64::from_str_radix(
            last[1..].trim_end_matches('.'),
            if last.ends_with('.') { 10 } else { 8 },
        )
    {
        skip = n;
        files.pop();
    }
    let mut input = Joined::new(or_stdin(files), limit);
    if input.skip(cx, skip).await > 0 {
        if input.status == 0 {
            cx.err("cannot skip past end of combined input").await;
        }
        return 1;
    }
    if let Some(least) = least {
        return strings(cx, &mut input, skip, radix, least).await;
    }
    let unit = formats.iter().map(|f| f.size).max().unwrap_or(1);
    let mut width = width.unwrap_or(16);
    if width == 0 || width % unit != 0 {
        cx.err(format!("warning: invalid width {width}; using {unit} instead")).await;
        width = unit;
    }
    // All formats are as wide as the widest, so that the items stand below each other.
    let per_byte = |f: &Format| (f.width + 1) * width / f.size;
    let total = formats.iter().map(per_byte).max().unwrap_or(0);
    let address = |n: u64| match radix {
        'o' => format!("{n:07o}"),
        'd' => format!("{n:07}"),
        'x' => format!("{n:06x}"),
        _ => String::new(),
    };
    let busybox = cx.busybox();
    let (mut starred, mut done) = (false, 0u64);
    let mut last: Option<Vec<u8>> = None;
    loop {
        let row = input.take(cx, width).await;
        if row.is_empty() {
            break;
        }
        let at = done;
        done += row.len() as u64;
        if !all && row.len() == width && last.as_ref() == Some(&row) {
            if !std::mem::replace(&mut starred, true) {
                cx.put(b"*\n");
            }
            if !cx.pace().await {
                return 1;
            }
            continue;
        }
        starred = false;
        for (k, f) in formats.iter().enumerate() {
            let a = address(skip + at);
            let mut line = if k == 0 { a } else { " ".repeat(a.len()) };
            let items = width / f.size;
            let (mut used, mut left) = (0, total);
            for chunk in row.chunks(f.size) {
                let cell = left / (items - used);
                left -= cell;
                used += 1;
                let mut bytes = chunk.to_vec();
                bytes.resize(f.size, 0);
                if big {
                    bytes.reverse();
                }
                line += &format!("{:>cell$}", item(f, &bytes, busybox));
            }
            if f.text {
                line += &" ".repeat(left);
                let t: String = row
                    .iter()
                    .map(|b| if (b' '..=b'~').contains(b) { char::from(*b) } else { '.' })
                    .collect();
                line += &format!("  >{t}<");
            }
            cx.puts(&(line + "\n"));
        }
        last = Some(row);
        if !cx.pace().await {
            return 1;
        }
    }
    if done == 0 && input.status != 0 && input.opened == 0 {
        return input.status;
    }
    if radix != 'n' {
        let a = address(skip + done);
        cx.puts(&(a + "\n"));
    }
    input.status
}
