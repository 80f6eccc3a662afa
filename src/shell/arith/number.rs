//! Integer constants of arithmetic: C's, and bash's `base#digits`.

/// A number as bash writes it: `10`, `0x1f`, `017`, `2#101`.
pub(crate) fn literal(text: &str) -> Result<i64, &'static str> {
    let (base, digits) = if let Some((b, d)) = text.split_once('#') {
        let base: u32 = b.parse().map_err(|_| "invalid number")?;
        if !(2..=64).contains(&base) {
            return Err("invalid arithmetic base");
        }
        if d.is_empty() {
            return Err("invalid integer constant");
        }
        (base, d)
    } else if let Some(d) = text.strip_prefix("0x").or(text.strip_prefix("0X")) {
        (16, d)
    } else if text.len() > 1 && text.starts_with('0') {
        (8, &text[1..])
    } else {
        (10, text)
    };
    let mut n: i64 = 0;
    for c in digits.bytes() {
        let v = match c {
            b'0'..=b'9' => c - b'0',
            b'a'..=b'z' => c - b'a' + 10,
            b'A'..=b'Z' if base <= 36 => c - b'A' + 10,
            b'A'..=b'Z' => c - b'A' + 36,
            b'@' => 62,
            b'_' => 63,
            _ => return Err("invalid number"),
        };
        if u32::from(v) >= base {
            return Err("value too great for base");
        }
        n = n.wrapping_mul(i64::from(base)).wrapping_add(i64::from(v));
    }
    Ok(n)
}
