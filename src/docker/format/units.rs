//! Sizes in go-units' forms: `12.3MB`, `1.5GiB`.

const DECIMAL: [&str; 9] = ["B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];
const BINARY: [&str; 9] = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"];

fn scaled(size: f64, base: f64, units: &[&'static str; 9]) -> (f64, &'static str) {
    let (mut size, mut i) = (size, 0);
    while size >= base && i + 1 < units.len() {
        size /= base;
        i += 1;
    }
    (size, units[i])
}

/// Go's `%.Ng`.
pub fn general(value: f64, digits: usize) -> String {
    if value == 0.0 {
        return "0".to_string();
    }
    let text = format!("{value:.*e}", digits.saturating_sub(1));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let trim = |t: &str| match t.contains('.') {
        true => t.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => t.to_string(),
    };
    if exponent < -4 || exponent >= digits as i32 {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{}e{sign}{:02}", trim(mantissa), exponent.abs());
    }
    let decimals = (digits as i32 - 1 - exponent).max(0) as usize;
    trim(&format!("{value:.decimals$}"))
}

/// `HumanSizeWithPrecision`: powers of 1000.
pub fn human(size: i64, digits: usize) -> String {
    let (size, unit) = scaled(size as f64, 1000.0, &DECIMAL);
    format!("{}{unit}", general(size, digits))
}

/// `HumanSize`: powers of 1000, four digits.
pub fn human_size(size: i64) -> String {
    human(size, 4)
}

/// `BytesSize`: powers of 1024, four digits.
pub fn bytes(size: f64) -> String {
    let (size, unit) = scaled(size, 1024.0, &BINARY);
    format!("{}{unit}", general(size, 4))
}

#[cfg(test)]
mod tests {
    use super::{bytes, human, human_size};

    #[test]
    fn sizes() {
        for (size, three, four) in [
            (0, "0B", "0B"),
            (999, "999B", "999B"),
            (1000, "1kB", "1kB"),
            (2_069_504, "2.07MB", "2.07MB"),
            (412_990_000, "413MB", "413MB"),
            (1_234_567, "1.23MB", "1.235MB"),
            (999_999, "1e+03kB", "1000kB"),
        ] {
            assert_eq!((human(size, 3).as_str(), human_size(size).as_str()), (three, four));
        }
        assert_eq!(bytes(1536.0), "1.5KiB");
        assert_eq!(bytes(25_276_000_000.0), "23.54GiB");
    }
}
