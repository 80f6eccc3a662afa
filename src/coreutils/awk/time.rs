//! strftime and mktime for awk, in universal time.

use chrono::{DateTime, NaiveDate};

/// The time in a format of strftime(3).
pub fn strftime(fmt: &[u8], seconds: i64) -> Vec<u8> {
    let Some(t) = DateTime::from_timestamp(seconds, 0) else { return fmt.to_vec() };
    let mut out = String::new();
    let mut it = fmt.utf8_chunks().flat_map(|c| c.valid().chars().collect::<Vec<_>>());
    while let Some(c) = it.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let mut spec = String::from("%");
        let conv = loop {
            match it.next() {
                Some(f @ ('-' | '_' | '0' | '^' | '#')) => spec.push(f),
                Some('E' | 'O') => {}
                other => break other,
            }
        };
        match conv {
            Some('Z') => out.push_str("UTC"),
            Some('c') => out.push_str(&t.format("%a %b %e %H:%M:%S %Y").to_string()),
            Some('x') => out.push_str(&t.format("%m/%d/%y").to_string()),
            Some('X') => out.push_str(&t.format("%H:%M:%S").to_string()),
            Some('r') => out.push_str(&t.format("%I:%M:%S %p").to_string()),
            Some('z') => out.push_str("+0000"),
            Some('%') => out.push('%'),
            Some(c) if "aAbBCdDeFgGhHIjklmMnpRsStTuUVwWyY".contains(c) => {
                let upper = spec.contains(['^', '#']);
                let spec: String = spec.chars().filter(|c| !matches!(c, '^' | '#')).collect();
                let text = t.format(&format!("{spec}{c}")).to_string();
                out.push_str(&if upper { text.to_uppercase() } else { text });
            }
            Some('P') => out.push_str(&t.format("%P").to_string()),
            Some(c) => {
                out.push_str(&spec);
                out.push(c);
            }
            None => out.push('%'),
        }
    }
    out.into_bytes()
}

/// Seconds since 1970 of `YYYY MM DD HH MM SS`, -1 if it is no time.
pub fn mktime(spec: &[u8]) -> i64 {
    let text = String::from_utf8_lossy(spec);
    let n: Vec<i64> = text.split_whitespace().map_while(|w| w.parse().ok()).collect();
    let [y, m, d, h, min, s, ..] = n.as_slice() else { return -1 };
    if [y, m, d, h, min, s].iter().any(|v| v.abs() > 1_000_000) {
        return -1;
    }
    // Months and days out of range carry over.
    let month0 = m - 1;
    let year = y + month0.div_euclid(12);
    let month = month0.rem_euclid(12) as u32 + 1;
    let Some(first) = i32::try_from(year).ok().and_then(|y| NaiveDate::from_ymd_opt(y, month, 1))
    else {
        return -1;
    };
    let days = first.signed_duration_since(NaiveDate::default()).num_days() + d - 1;
    days * 86_400 + h * 3600 + min * 60 + s
}
