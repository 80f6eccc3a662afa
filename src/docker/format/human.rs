//! Ages in words (`About a minute`) and texts cut short.

const SECOND: i64 = 1_000_000_000;

/// go-units' `HumanDuration`.
pub fn duration(ns: i64) -> String {
    let seconds = ns / SECOND;
    let minutes = seconds / 60;
    // Hours are rounded, all else is cut.
    let hours = (ns as f64 / 3600e9 + 0.5) as i64;
    match () {
        () if seconds < 1 => "Less than a second".to_string(),
        () if seconds == 1 => "1 second".to_string(),
        () if seconds < 60 => format!("{seconds} seconds"),
        () if minutes == 1 => "About a minute".to_string(),
        () if minutes < 60 => format!("{minutes} minutes"),
        () if hours == 1 => "About an hour".to_string(),
        () if hours < 48 => format!("{hours} hours"),
        () if hours < 24 * 7 * 2 => format!("{} days", hours / 24),
        () if hours < 24 * 30 * 2 => format!("{} weeks", hours / 24 / 7),
        () if hours < 24 * 365 * 2 => format!("{} months", hours / 24 / 30),
        () => format!("{} years", seconds / 3600 / 24 / 365),
    }
}

/// The age of something made at `then`, seen at `now`: `5 minutes ago`.
pub fn ago(then: i64, now: i64) -> String {
    format!("{} ago", duration(now.saturating_sub(then)))
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
    let id = id.split_once(':').map_or(id, |(_, hex)| hex);
    id.char_indices().nth(12).map_or(id, |(end, _)| &id[..end]).to_string()
}

#[cfg(test)]
mod tests {
    use super::{duration, ellipsis, short_id};

    #[test]
    fn ages() {
        let s = 1_000_000_000;
        for (ns, want) in [
            (999_999_999, "Less than a second"),
            (s, "1 second"),
            (59 * s, "59 seconds"),
            (60 * s, "About a minute"),
            (120 * s, "2 minutes"),
            (3600 * s, "About an hour"),
            (5400 * s, "2 hours"),
            (48 * 3600 * s, "2 days"),
            (14 * 86400 * s, "2 weeks"),
            (60 * 86400 * s, "2 months"),
            (730 * 86400 * s, "2 years"),
        ] {
            assert_eq!(duration(ns), want);
        }
    }

    #[test]
    fn cuts() {
        assert_eq!(ellipsis("sleep 600", 20), "sleep 600");
        assert_eq!(ellipsis("docker-entrypoint.sh postgres", 20), "docker-entrypoint.s…");
        assert_eq!(short_id("sha256:0123456789abcdef"), "0123456789ab");
    }
}
