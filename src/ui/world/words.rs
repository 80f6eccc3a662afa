//! Sizes, counts, times and names in the pane's words.

use crate::world::view::Home;

/// A size as Docker writes it: powers of a thousand, at most four digits.
pub fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut value = bytes as f64;
    let mut unit = 0;
    while value >= 999.5 && unit + 1 < UNITS.len() {
        value /= 1000.0;
        unit += 1;
    }
    if unit == 0 || value >= 99.95 {
        format!("{value:.0} {}", UNITS[unit])
    } else {
        format!("{value:.1} {}", UNITS[unit])
    }
}

/// `1 file`, `2 files`.
pub fn count(n: u64, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// The first twelve characters of an id, as Docker shows it.
pub fn short(id: &str) -> String {
    id.chars().take(12).collect()
}

/// A volume's name: a made-up one is shortened like an id.
pub fn volume(name: &str) -> String {
    let made_up = name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit());
    if made_up { format!("{}…", short(name)) } else { name.to_owned() }
}

/// A path with a made-up volume name in it, shortened.
pub fn volume_path(path: &str) -> String {
    path.split('/').map(volume).collect::<Vec<_>>().join("/")
}

/// A sentence about something that may be named by a made-up volume name, shortened.
pub fn object(text: &str) -> String {
    text.split(' ').map(volume).collect::<Vec<_>>().join(" ")
}

/// The time of day of a moment in nanoseconds since 1970, in UTC as the host has it.
pub fn clock(at: i64) -> String {
    let seconds = at.div_euclid(1_000_000_000).rem_euclid(86_400);
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A path as its directory and its name.
pub fn split(path: &str) -> (&str, &str) {
    match path.rfind('/') {
        Some(at) if at + 1 < path.len() => path.split_at(at + 1),
        _ => ("", path),
    }
}

/// A home's name.
pub fn home(home: Home) -> &'static str {
    match home {
        Home::Image => "image layer",
        Home::Writable => "writable layer",
        Home::Volume => "volume",
        Home::Bind => "host directory",
        Home::Tmpfs => "memory (tmpfs)",
    }
}

/// A home's class in the style sheet.
pub fn class(home: Home) -> &'static str {
    match home {
        Home::Image => "home-image",
        Home::Writable => "home-writable",
        Home::Volume => "home-volume",
        Home::Bind => "home-bind",
        Home::Tmpfs => "home-tmpfs",
    }
}

#[cfg(test)]
mod tests {
    use super::{clock, size, split, volume};

    #[test]
    fn sizes_have_few_digits() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(999), "999 B");
        assert_eq!(size(1000), "1.0 kB");
        assert_eq!(size(4_260_000), "4.3 MB");
        assert_eq!(size(999_600), "1.0 MB");
        assert_eq!(size(190_000_000), "190 MB");
    }

    #[test]
    fn names_and_times() {
        assert_eq!(volume("data"), "data");
        assert_eq!(volume(&"ab".repeat(32)), "abababababab…");
        assert_eq!(split("/var/log/x"), ("/var/log/", "x"));
        assert_eq!(split("x"), ("", "x"));
        assert_eq!(clock(3_661_000_000_000), "01:01:01");
    }
}
