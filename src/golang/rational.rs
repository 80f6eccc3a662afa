//! Numbers as Go's `math/big` reads a rational one: a whole one or a fraction, in any base, with digits set apart by
//! `_` and an exponent of ten (`e`) or two (`p`).

/// Digits after an optional base prefix. A leading `0` alone means octal where no point can follow. With `point` digits
/// behind a point count too; their number is given.
fn mantissa(text: &str, point: bool) -> Option<(f64, u32, usize, &str)> {
    let lower = text.to_ascii_lowercase();
    let (base, prefix) = match lower.as_bytes() {
        [b'0', b'x', ..] => (16, 2),
        [b'0', b'o', ..] => (8, 2),
        [b'0', b'b', ..] => (2, 2),
        [b'0', b'0'..=b'9' | b'_', ..] if !point => (8, 1),
        _ => (10, 0),
    };
    let (mut value, mut digits, mut behind, mut pointed) = (0.0, 0usize, 0usize, false);
    // A `_` stands between digits; a prefix counts as one.
    let mut last = if prefix > 0 { '0' } else { '.' };
    let mut end = text.len();
    for (at, c) in text.char_indices().skip(prefix) {
        match c {
            '_' if last.is_ascii_hexdigit() => {}
            '.' if point && !pointed && last != '_' => pointed = true,
            c => match c.to_digit(base) {
                Some(d) => {
                    value = value * f64::from(base) + f64::from(d);
                    digits += 1;
                    behind += usize::from(pointed);
                }
                None => {
                    end = at;
                    break;
                }
            },
        }
        last = c;
    }
    let read = last != '_' && (digits > 0 || prefix == 1);
    read.then(|| (value, base, behind, &text[end..]))
}

/// The number that a text is.
pub fn parse(text: &str) -> Option<f64> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    if let Some((above, below)) = rest.split_once('/') {
        let whole = |t: &str| mantissa(t, false).filter(|m| m.3.is_empty()).map(|m| m.0);
        let (above, below) = (whole(above)?, whole(below)?);
        return (below != 0.0).then(|| sign * above / below);
    }
    let (value, base, behind, rest) = mantissa(rest, true)?;
    let power = match rest.as_bytes().first().map(u8::to_ascii_lowercase) {
        None => 1.0,
        Some(b'e') => 10f64.powi(rest[1..].parse().ok()?),
        Some(b'p') => 2f64.powi(rest[1..].parse().ok()?),
        _ => return None,
    };
    Some(sign * value * power / f64::from(base).powi(i32::try_from(behind).ok()?))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn as_go_reads_them() {
        for (text, want) in [
            ("1.5", Some(1.5)),
            (".5", Some(0.5)),
            ("1.", Some(1.0)),
            ("-1", Some(-1.0)),
            ("0x1", Some(1.0)),
            ("0x1p1", Some(2.0)),
            ("1p0", Some(1.0)),
            ("0b1.1", Some(1.5)),
            ("0o1.4", Some(1.5)),
            ("01.5", Some(1.5)),
            ("08", Some(8.0)),
            ("1_0", Some(10.0)),
            ("1e-1", Some(0.1)),
            ("1/2", Some(0.5)),
            ("0x1/2", Some(0.5)),
            ("1_000/2_000", Some(0.5)),
            ("08/9", None),
            ("1/-2", None),
            ("1/0", None),
            ("1.5/2", None),
            ("0b2", None),
            ("0x", None),
            ("_1", None),
            ("1__0", None),
            ("1._5", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(parse(text), want, "{text}");
        }
    }
}
