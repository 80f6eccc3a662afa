//! Ages in words (`About a minute`) and texts cut short.

use crate::golang::units;

/// The age of something made at `then`, seen at `now`: `5 minutes ago`.
pub fn ago(then: i64, now: i64) -> String {
    format!("{} ago", units::human_duration(now.saturating_sub(then)))
}

/// Docker's `Ellipsis`: at most `width` columns, the last one `…` when something was cut.
pub fn ellipsis(text: &str, width: usize) -> String {
    let wide = |c: char| if columns(c) == 2 { 2 } else { 1 };
    let total: usize = text.chars().map(wide).sum();
    if total <= width {
        return text.to_string();
    }
    let mut used = 0;
    let mut out = String::new();
    for c in text.chars() {
        if used + wide(c) > width.saturating_sub(1) {
            break;
        }
        used += wide(c);
        out.push(c);
    }
    out.push('…');
    out
}

/// Columns that a character takes in a terminal.
pub fn columns(c: char) -> usize {
    match u32::from(c) {
        0x300..=0x36f | 0x200b..=0x200f => 0,
        0x1100..=0x115f
        | 0x2e80..=0x303e
        | 0x3041..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f900..=0x1f9ff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// The first twelve digits of an id, `sha256:` left out.
pub fn short_id(id: &str) -> String {
    first_digits(id).to_string()
}

/// The same as a part of the id.
pub fn first_digits(id: &str) -> &str {
    let after = || id.split_once(':').map(|(_, hex)| hex);
    let id = id.strip_prefix("sha256:").or_else(after).unwrap_or(id);
    match id.get(..12) {
        Some(first) if first.is_ascii() => first,
        _ => id.char_indices().nth(12).map_or(id, |(end, _)| &id[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::{ellipsis, short_id};

    #[test]
    fn cuts() {
        assert_eq!(ellipsis("sleep 600", 20), "sleep 600");
        assert_eq!(ellipsis("docker-entrypoint.sh postgres", 20), "docker-entrypoint.s…");
        assert_eq!(short_id("sha256:0123456789abcdef"), "0123456789ab");
    }
}
