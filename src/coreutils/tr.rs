//! tr: bytes for bytes, deleted, or squeezed. Bytes, as GNU's does.

use super::Cx;
use super::getopt::Arg;
use super::lines::{CHUNK, quoted};
use crate::vfs::text;

/// A set as it was written.
struct Set {
    bytes: Vec<u8>,
    /// Where `[c*]` stands, and what is repeated.
    fill: Option<(usize, u8)>,
    /// A class such as [:upper:] occurs, other than upper and lower.
    classes: bool,
    /// Where [:upper:] and [:lower:] begin.
    cases: Vec<usize>,
}

/// One byte, an escape resolved; and the length read.
fn unit(s: &[u8], i: usize) -> (u8, usize) {
    if s[i] != b'\\' || i + 1 >= s.len() {
        return (s[i], 1);
    }
    let c = s[i + 1];
    let v = match c {
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'0'..=b'7' => {
            let mut n = s[i + 1..].iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
            let value = |n: usize| {
                s[i + 1..i + 1 + n].iter().fold(0u32, |v, b| v * 8 + u32::from(b - b'0'))
            };
            if value(n) > 255 {
                n -= 1;
            }
            return (value(n) as u8, n + 1);
        }
        c => c,
    };
    (v, 2)
}

/// Warnings about octal escapes above 255, of which only two digits count.
fn ambiguous(s: &[u8]) -> Vec<String> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < s.len() {
        let (v, n) = unit(s, i);
        if n == 3
            && let Some(third) = s.get(i + 3).filter(|b| (b'0'..=b'7').contains(b))
        {
            let third = char::from(*third);
            let written = text::decode(&s[i..i + 3]).into_owned();
            out.push(format!(
                "warning: the ambiguous octal escape {written}{third} is being\n\tinterpreted as the 2-byte sequence \\{v:03o}, {third}"
            ));
        }
        i += n;
    }
    out
}

fn class(name: &str) -> Option<Vec<u8>> {
    let test: fn(u8) -> bool = match name {
        "alnum" => |b| b.is_ascii_alphanumeric(),
        "alpha" => |b| b.is_ascii_alphabetic(),
        "blank" => |b| matches!(b, b' ' | b'\t'),
        "cntrl" => |b| b.is_ascii_control(),
        "digit" => |b| b.is_ascii_digit(),
        "graph" => |b| b.is_ascii_graphic(),
        "lower" => |b| b.is_ascii_lowercase(),
        "print" => |b| b.is_ascii_graphic() || b == b' ',
        "punct" => |b| b.is_ascii_punctuation(),
        "space" => |b| matches!(b, b' ' | 9..=13),
        "upper" => |b| b.is_ascii_uppercase(),
        "xdigit" => |b| b.is_ascii_hexdigit(),
        _ => return None,
    };
    Some((0..=255u8).filter(|b| test(*b)).collect())
}

fn parse(
    s: &[u8],
    (second, busybox): (bool, bool),
    quote: &dyn Fn(&str) -> String,
) -> Result<Set, String> {
    let mut out = Set { bytes: Vec::new(), fill: None, classes: false, cases: Vec::new() };
    let mut i = 0;
    while i < s.len() {
        let rest = &s[i..];
        if rest.starts_with(b"[::]") && !busybox {
            return Err("missing character class name '[::]'".into());
        }
        if rest.starts_with(b"[==]") && !busybox {
            return Err("missing equivalence class character '[==]'".into());
        }
        if rest.starts_with(b"[:")
            && let Some(n) = rest.windows(2).skip(2).position(|w| w == b":]")
        {
            let name = text::decode(&rest[2..n + 2]).into_owned();
            let Some(c) = class(&name) else {
                if busybox {
                    out.bytes.push(b'[');
                    i += 1;
                    continue;
                }
                return Err(format!("invalid character class {}", quote(&name)));
            };
            if matches!(name.as_str(), "upper" | "lower") {
                out.cases.push(out.bytes.len());
            } else {
                out.classes = true;
            }
            out.bytes.extend(c);
            i += n + 4;
            continue;
        }
        if rest.starts_with(b"[=")
            && rest.len() >= 5
            && let Some(n) = rest.windows(2).skip(2).position(|w| w == b"=]")
        {
            let (b, len) = unit(rest, 2);
            if len != n {
                let q = text::decode(&rest[2..n + 2]).into_owned();
                return Err(format!("{q}: equivalence class operand must be a single character"));
            }
            out.bytes.push(b);
            i += n + 4;
            continue;
        }
        if rest[0] == b'[' && rest.len() > 3 && !busybox {
            let (b, len) = unit(rest, 1);
            let star = 1 + len;
            if rest.get(star) == Some(&b'*')
                && let Some(n) = rest[star..].iter().position(|c| *c == b']')
            {
                let digits = &rest[star + 1..star + n];
                let octal = digits.first() == Some(&b'0');
                if digits.len() > 18
                    || !digits.iter().all(|d| d.is_ascii_digit() && !(octal && *d > b'7'))
                {
                    let q = quote(&text::decode(digits));
                    return Err(format!("invalid repeat count {q} in [c*n] construct"));
                }
                {
                    let radix = if octal { 8 } else { 10 };
                    let count = digits.iter().fold(0usize, |v, d| {
                        v.saturating_mul(radix).saturating_add(usize::from(d - b'0'))
                    });
                    if count == 0 {
                        if !second {
                            return Err(
                                "the [c*] repeat construct may not appear in string1".into()
                            );
                        }
                        if out.fill.is_some() {
                            return Err(
                                "only one [c*] repeat construct may appear in string2".into()
                            );
                        }
                        out.fill = Some((out.bytes.len(), b));
                    } else {
                        out.bytes.extend(std::iter::repeat_n(b, count.min(1 << 16)));
                    }
                    i += star + n + 1;
                    continue;
                }
            }
        }
        let (a, len) = unit(s, i);
        i += len;
        if s.get(i) == Some(&b'-') && i + 1 < s.len() {
            let (b, len) = unit(s, i + 1);
            if b < a && busybox {
                i += 1 + len;
                continue;
            }
            if b < a {
                let shown = |b: u8| match b {
                    b' '..=b'~' => char::from(b).to_string(),
                    _ => format!("\\{b:03o}"),
                };
                return Err(format!(
                    "range-endpoints of '{}-{}' are in reverse collating sequence order",
                    shown(a),
                    shown(b)
                ));
            }
            out.bytes.extend(a..=b);
            i += 1 + len;
        } else {
            out.bytes.push(a);
        }
    }
    Ok(out)
}

/// `tr`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("complement", Arg::No, 'c'),
        ("delete", Arg::No, 'd'),
        ("squeeze-repeats", Arg::No, 's'),
        ("truncate-set1", Arg::No, 't'),
    ];
    let parsed = match cx.getopt("+cCdst", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let complement = parsed.has('c') || parsed.has('C');
    let (delete, squeeze) = (parsed.has('d'), parsed.has('s'));
    let ops = &parsed.operands;
    let need = if delete == squeeze && !cx.busybox() { 2 } else { 1 };
    if ops.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    if ops.len() < need {
        let q = quoted(&cx.p, &ops[ops.len() - 1]);
        let hint = if squeeze && delete {
            "Two strings must be given when both deleting and squeezing repeats."
        } else {
            "Two strings must be given when translating."
        };
        return cx.usage_error(format!("missing operand after {q}\n{hint}")).await;
    }
    let most = if delete && !squeeze { 1 } else { 2 };
    if ops.len() > most && !(cx.busybox() && ops.len() == 2) {
        let q = quoted(&cx.p, &ops[most]);
        let hint = if most == 1 {
            "\nOnly one string may be given when deleting without squeezing repeats."
        } else {
            ""
        };
        return cx.usage_error(format!("extra operand {q}{hint}")).await;
    }
    let p = cx.p.clone();
    let quote = move |s: &str| quoted(&p, s);
    let busybox = cx.busybox();
    let translate = !delete && ops.len() == 2;
    let sets = parse(&text::encode(&ops[0]), (false, busybox), &quote).and_then(|a| {
        let b = ops.get(1).map(|o| parse(&text::encode(o), (true, busybox), &quote)).transpose()?;
        Ok((a, b))
    });
    if !busybox {
        for what in ops.iter().take(2).flat_map(|o| ambiguous(&text::encode(o))) {
            cx.err(what).await;
        }
    }
    let (mut one, two) = match sets {
        Ok(s) => s,
        Err(what) => {
            cx.err(what).await;
            return 1;
        }
    };
    for set in ops.iter().take(2).filter(|_| !busybox) {
        let slashes = set.bytes().rev().take_while(|b| *b == b'\\').count();
        if slashes % 2 == 1 {
            cx.err("warning: an unescaped backslash at end of string is not portable").await;
        }
    }
    if complement {
        let mut has = [false; 256];
        one.bytes.iter().for_each(|b| has[usize::from(*b)] = true);
        one.bytes = (0..=255u8).filter(|b| !has[usize::from(*b)]).collect();
    }
    let mut map: [u8; 256] = std::array::from_fn(|i| i as u8);
    let mut drop = [false; 256];
    let mut once = [false; 256];
    let mut second = two.map(|mut t| {
        if let Some((at, b)) = t.fill {
            let missing = one.bytes.len().saturating_sub(t.bytes.len());
            t.bytes.splice(at..at, std::iter::repeat_n(b, missing));
        }
        t
    });
    if translate && let Some(t) = &mut second {
        if t.classes && !cx.busybox() {
            cx.err("when translating, the only character classes that may appear in\nstring2 are 'upper' and 'lower'").await;
            return 1;
        }
        if t.bytes.is_empty() && !parsed.has('t') && !one.bytes.is_empty() {
            if busybox {
                cx.err("STRING2 cannot be empty").await;
                return 1;
            }
            cx.err("when not truncating set1, string2 must be non-empty").await;
            return 1;
        }
        if t.cases.iter().any(|c| !one.cases.contains(c)) && !complement && !cx.busybox() {
            cx.err("misaligned [:upper:] and/or [:lower:] construct").await;
            return 1;
        }
        if parsed.has('t') {
            one.bytes.truncate(t.bytes.len());
        } else if let Some(&last) = t.bytes.last() {
            while t.bytes.len() < one.bytes.len() {
                t.bytes.push(last);
            }
        }
        for (a, b) in one.bytes.iter().zip(&t.bytes) {
            map[usize::from(*a)] = *b;
        }
    }
    if delete {
        one.bytes.iter().for_each(|b| drop[usize::from(*b)] = true);
    }
    if squeeze {
        let which = second.as_ref().map_or(&one.bytes, |t| &t.bytes);
        which.iter().for_each(|b| once[usize::from(*b)] = true);
    }
    let mut last = None;
    loop {
        let mut b = match cx.p.read(0, CHUNK).await {
            Ok(b) if b.is_empty() => return 0,
            Ok(b) => b,
            Err(e) => {
                cx.flush().await;
                cx.err(format!("read error: {e}")).await;
                return 1;
            }
        };
        if !delete && !squeeze {
            b.iter_mut().for_each(|x| *x = map[usize::from(*x)]);
            cx.put(&b);
        } else {
            for x in b {
                if drop[usize::from(x)] {
                    continue;
                }
                let y = map[usize::from(x)];
                if once[usize::from(y)] && last == Some(y) {
                    continue;
                }
                last = Some(y);
                cx.out.push(y);
            }
        }
        cx.flush().await;
        if !cx.pace().await {
            return 1;
        }
    }
}
