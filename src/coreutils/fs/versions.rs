//! The order of names with numbers in them, as `ls -v` and `sort -V` have it (filevercmp).

use std::cmp::Ordering;

/// Length of a name without its extensions: `(\.[A-Za-z~][A-Za-z0-9~]*)*$`.
fn stem(s: &[u8]) -> usize {
    let mut end = s.len();
    loop {
        let Some(dot) = s[..end].iter().rposition(|b| *b == b'.') else { return end };
        let ext = &s[dot + 1..end];
        let ok = ext.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'~')
            && ext.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'~');
        if !ok || dot == 0 {
            return end;
        }
        end = dot;
    }
}

/// Weight of a character: the end and `~` come first, then letters, then all else.
fn weight(b: Option<u8>) -> i32 {
    match b {
        Some(b'~') => -2,
        None => -1,
        Some(b) if b.is_ascii_digit() => 0,
        Some(b) if b.is_ascii_alphabetic() => i32::from(b),
        Some(b) => i32::from(b) + 256,
    }
}

/// Debian's comparison of versions: text and numbers in turn.
fn verrevcmp(a: &[u8], b: &[u8]) -> Ordering {
    let (mut i, mut j) = (0, 0);
    let digit = |s: &[u8], k: usize| s.get(k).is_some_and(u8::is_ascii_digit);
    while i < a.len() || j < b.len() {
        while (i < a.len() && !digit(a, i)) || (j < b.len() && !digit(b, j)) {
            let of = |s: &[u8], k: usize| if digit(s, k) { 0 } else { weight(s.get(k).copied()) };
            let (x, y) = (of(a, i), of(b, j));
            if x != y {
                return x.cmp(&y);
            }
            i += 1;
            j += 1;
        }
        let number = |s: &[u8], mut k: usize| {
            while s.get(k) == Some(&b'0') {
                k += 1;
            }
            let end = s[k.min(s.len())..].iter().take_while(|b| b.is_ascii_digit()).count() + k;
            (k, end)
        };
        let ((si, ei), (sj, ej)) = (number(a, i.min(a.len())), number(b, j.min(b.len())));
        let by_len = (ei - si).cmp(&(ej - sj));
        let by_value = by_len.then_with(|| a[si..ei].cmp(&b[sj..ej]));
        if by_value != Ordering::Equal {
            return by_value;
        }
        (i, j) = (ei, ej);
    }
    Ordering::Equal
}

/// Compares two names.
pub fn compare(a: &str, b: &str) -> Ordering {
    let (x, y) = (a.as_bytes(), b.as_bytes());
    if x == y {
        return Ordering::Equal;
    }
    // Dots, then hidden files, come before all else.
    for special in ["", ".", ".."] {
        match (a == special, b == special) {
            (true, _) => return Ordering::Less,
            (_, true) => return Ordering::Greater,
            _ => {}
        }
    }
    match (a.starts_with('.'), b.starts_with('.')) {
        (true, false) => return Ordering::Less,
        (false, true) => return Ordering::Greater,
        _ => {}
    }
    let first = verrevcmp(&x[..stem(x)], &y[..stem(y)]);
    first.then_with(|| verrevcmp(x, y)).then_with(|| x.cmp(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_by_value() {
        let mut names = ["a10", "a2", "a1.tar.gz", "a1", "b", ".x", "a02", "a~"];
        names.sort_by(|a, b| compare(a, b));
        assert_eq!(names, [".x", "a~", "a1", "a1.tar.gz", "a02", "a2", "a10", "b"]);
    }
}
