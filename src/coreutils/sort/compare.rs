//! How sort compares keys of each kind.

use std::cmp::Ordering;

use super::key::{Kind, Order};
use crate::coreutils::awk::leading_number as awk_number;

/// Compares two keys.
pub fn keys(a: &[u8], b: &[u8], o: &Order, salt: u64) -> Ordering {
    match o.kind {
        Kind::Text => text(a, b, o),
        Kind::Numeric => numeric(a, b),
        Kind::General => general(a, b),
        Kind::Human => human(a, b),
        Kind::Month => month(a).cmp(&month(b)),
        Kind::Version => version(a, b),
        Kind::Random => hash(a, salt).cmp(&hash(b, salt)).then_with(|| a.cmp(b)),
    }
}

fn text(a: &[u8], b: &[u8], o: &Order) -> Ordering {
    if !(o.dictionary || o.printable || o.fold) {
        return a.cmp(b);
    }
    let keep = |c: &&u8| {
        (!o.dictionary || c.is_ascii_alphanumeric() || matches!(**c, b' ' | b'\t'))
            && (!o.printable || matches!(**c, b' '..=b'~'))
    };
    let fold = |c: &u8| if o.fold { c.to_ascii_uppercase() } else { *c };
    a.iter().filter(keep).map(fold).cmp(b.iter().filter(keep).map(fold))
}

fn skip_blanks(s: &[u8]) -> &[u8] {
    let n = s.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n')).count();
    &s[n..]
}

/// Sign, digits before the point without leading zeros, digits after it without trailing ones.
fn parts(s: &[u8]) -> (bool, &[u8], &[u8]) {
    let s = skip_blanks(s);
    let (neg, s) = match s.first() {
        Some(b'-') => (true, &s[1..]),
        _ => (false, s),
    };
    let whole = s.iter().take_while(|b| b.is_ascii_digit()).count();
    let (int, rest) = s.split_at(whole);
    let zeros = int.iter().take_while(|b| **b == b'0').count();
    let int = &int[zeros..];
    let mut frac: &[u8] = &[];
    if rest.first() == Some(&b'.') {
        let n = rest[1..].iter().take_while(|b| b.is_ascii_digit()).count();
        frac = &rest[1..=n];
        while frac.last() == Some(&b'0') {
            frac = &frac[..frac.len() - 1];
        }
    }
    (neg && !(int.is_empty() && frac.is_empty()), int, frac)
}

/// The number as a double if that loses nothing.
pub fn exact(s: &[u8]) -> Option<f64> {
    let (neg, int, frac) = parts(s);
    if int.len() > 15 || !frac.is_empty() {
        return None;
    }
    let n = int.iter().fold(0u64, |v, b| v * 10 + u64::from(b - b'0')) as f64;
    Some(if neg { -n } else { n })
}

fn numeric(a: &[u8], b: &[u8]) -> Ordering {
    let ((na, ia, fa), (nb, ib, fb)) = (parts(a), parts(b));
    match (na, nb) {
        (true, false) => return Ordering::Less,
        (false, true) => return Ordering::Greater,
        _ => {}
    }
    let o = ia.len().cmp(&ib.len()).then_with(|| ia.cmp(ib)).then_with(|| fa.cmp(fb));
    if na { o.reverse() } else { o }
}

fn general(a: &[u8], b: &[u8]) -> Ordering {
    // What is no number comes first, then not-a-number, then numbers.
    let class = |s: &[u8]| match named(skip_blanks(s)).or_else(|| awk_number(skip_blanks(s))) {
        None => (0, 0.0),
        Some(n) if n.is_nan() => (1, 0.0),
        Some(n) => (2, n),
    };
    let ((ca, na), (cb, nb)) = (class(a), class(b));
    ca.cmp(&cb).then_with(|| na.partial_cmp(&nb).unwrap_or(Ordering::Equal))
}

/// `inf` and `nan`, as strtod(3) reads them.
fn named(s: &[u8]) -> Option<f64> {
    let (neg, s) = match s.first() {
        Some(b'-') => (true, &s[1..]),
        Some(b'+') => (false, &s[1..]),
        _ => (false, s),
    };
    let n = match s.get(..3)?.to_ascii_lowercase().as_slice() {
        b"inf" => f64::INFINITY,
        b"nan" => f64::NAN,
        _ => return None,
    };
    Some(if neg { -n } else { n })
}

fn human(a: &[u8], b: &[u8]) -> Ordering {
    let unit = |s: &[u8]| {
        let s = skip_blanks(s);
        let neg = s.first() == Some(&b'-');
        let n = s.iter().take_while(|b| matches!(b, b'0'..=b'9' | b'.' | b'-')).count();
        let zero = !s[..n].iter().any(|b| matches!(b, b'1'..=b'9'));
        let power = s
            .get(n)
            .and_then(|c| b"KMGTPEZYRQ".iter().position(|u| u == c || (*c == b'k' && *u == b'K')));
        let power = power.map_or(0, |p| p as i32 + 1);
        if zero {
            0
        } else if neg {
            -power
        } else {
            power
        }
    };
    let sign = |s: &[u8]| parts(s).0;
    if sign(a) != sign(b) {
        return numeric(a, b);
    }
    unit(a).cmp(&unit(b)).then_with(|| numeric(a, b))
}

fn month(s: &[u8]) -> usize {
    const NAMES: [&[u8; 3]; 12] = [
        b"JAN", b"FEB", b"MAR", b"APR", b"MAY", b"JUN", b"JUL", b"AUG", b"SEP", b"OCT", b"NOV",
        b"DEC",
    ];
    let s = skip_blanks(s);
    let Some(head) = s.get(..3).map(<[u8]>::to_ascii_uppercase) else { return 0 };
    NAMES.iter().position(|n| n.as_slice() == head).map_or(0, |i| i + 1)
}

/// The part before a file name's extensions: `(\.[A-Za-z~][A-Za-z0-9~]*)*$` is left out.
fn stem(s: &[u8]) -> &[u8] {
    let mut end = s.len();
    let mut at = s.len();
    while at > 0 {
        at -= 1;
        match s[at] {
            b'.' => {
                if s.get(at + 1).is_some_and(|c| c.is_ascii_alphabetic() || *c == b'~')
                    && at + 1 < end
                {
                    end = at;
                } else {
                    break;
                }
            }
            c if c.is_ascii_alphanumeric() || c == b'~' => {}
            _ => break,
        }
    }
    &s[..end]
}

/// Version order: runs of digits by value, `~` before everything, letters before other signs.
pub fn version(a: &[u8], b: &[u8]) -> Ordering {
    let special = |s: &[u8]| match s {
        b"" => 0,
        b"." => 1,
        b".." => 2,
        [b'.', ..] => 3,
        _ => 4,
    };
    let (sa, sb) = (special(a), special(b));
    if sa != sb || sa < 3 {
        return sa.cmp(&sb);
    }
    runs(stem(a), stem(b)).then_with(|| runs(a, b)).then_with(|| a.cmp(b))
}

fn runs(a: &[u8], b: &[u8]) -> Ordering {
    let order = |c: Option<&u8>| match c {
        Some(b'~') => -1,
        None => 0,
        Some(c) if c.is_ascii_digit() => 0,
        Some(c) if c.is_ascii_alphabetic() => i32::from(*c),
        Some(c) => i32::from(*c) + 256,
    };
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        while a.get(i).is_some_and(|c| !c.is_ascii_digit())
            || b.get(j).is_some_and(|c| !c.is_ascii_digit())
        {
            let (x, y) = (order(a.get(i)), order(b.get(j)));
            if x != y {
                return x.cmp(&y);
            }
            i += 1;
            j += 1;
        }
        let digits = |s: &[u8], at: &mut usize| {
            while s.get(*at) == Some(&b'0') {
                *at += 1;
            }
            let from = *at;
            while s.get(*at).is_some_and(u8::is_ascii_digit) {
                *at += 1;
            }
            (from, *at)
        };
        let (x, y) = (digits(a, &mut i), digits(b, &mut j));
        let (x, y) =
            (&a[x.0.min(a.len())..x.1.min(a.len())], &b[y.0.min(b.len())..y.1.min(b.len())]);
        let o = x.len().cmp(&y.len()).then_with(|| x.cmp(y));
        if o != Ordering::Equal {
            return o;
        }
    }
    Ordering::Equal
}

/// For `-R`: the same for equal keys.
fn hash(s: &[u8], salt: u64) -> u64 {
    let mut h = salt ^ 0xCBF2_9CE4_8422_2325;
    for b in s {
        h = (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01B3);
    }
    (h ^ h >> 31).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
