//! Figures in a build's progress: sizes and times as the builder's client tells them.

/// Bytes as the builder's client tells them: two decimals from a thousand on.
pub fn size(bytes: u64) -> String {
    let (mut n, mut unit) = (bytes as f64, "B");
    for larger in ["kB", "MB", "GB", "TB"] {
        if n < 1000.0 {
            break;
        }
        (n, unit) = (n / 1000.0, larger);
    }
    if unit == "B" { format!("{bytes}B") } else { format!("{n:.2}{unit}") }
}

/// Nanoseconds, to a tenth of a second.
pub fn seconds(ns: i64) -> String {
    format!("{:.1}s", ns.max(0) as f64 / 1e9)
}
