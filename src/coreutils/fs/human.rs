//! Sizes: written for people (`1.5K`), and read with a suffix.

use crate::coreutils::Cx;

/// A size as GNU's `-h` writes it: one decimal below ten, always rounded up.
pub fn ceil(n: u128, base: u128) -> String {
    const UNITS: &[char] = &['K', 'M', 'G', 'T', 'P', 'E'];
    if n < base {
        return n.to_string();
    }
    let mut unit = base;
    for (i, letter) in UNITS.iter().enumerate() {
        let letter = if base == 1000 && i == 0 { 'k' } else { *letter };
        let tenths = (n * 10).div_ceil(unit);
        if tenths < 100 {
            return format!("{}.{}{letter}", tenths / 10, tenths % 10);
        }
        let whole = n.div_ceil(unit);
        if whole < base || i + 1 == UNITS.len() {
            return format!("{whole}{letter}");
        }
        unit *= base;
    }
    n.to_string()
}

/// A size as BusyBox writes it: one decimal, rounded to the nearest.
pub fn busybox(n: u128) -> String {
    const UNITS: &[char] = &['K', 'M', 'G', 'T', 'P', 'E'];
    let (mut whole, mut tenth, mut unit) = (n, 0, None);
    for letter in UNITS {
        if whole < 1024 {
            break;
        }
        tenth = ((whole % 1024) * 10 + 512) / 1024;
        whole /= 1024;
        unit = Some(*letter);
    }
    if tenth >= 10 {
        whole += 1;
        tenth = 0;
    }
    match unit {
        None => whole.to_string(),
        Some(letter) => format!("{whole}.{tenth}{letter}"),
    }
}

/// A size as BusyBox writes it where there is no room for a fraction: rounded to the nearest unit.
pub fn busybox_whole(n: u128) -> String {
    let text = busybox(n);
    match text.split_once('.') {
        None => text,
        Some((whole, rest)) => {
            let up = rest.starts_with(['5', '6', '7', '8', '9']);
            let whole: u128 = whole.parse().unwrap_or(0);
            format!("{}{}", whole + u128::from(up), &rest[1..])
        }
    }
}

/// The factor that a suffix such as `K`, `KB` or `KiB` stands for.
pub fn factor(suffix: &str) -> Option<u64> {
    let (letter, rest) = match suffix.chars().next() {
        None => return Some(1),
        Some(c) => (c, &suffix[c.len_utf8()..]),
    };
    let power = match letter {
        'b' if rest.is_empty() => return Some(512),
        'c' if rest.is_empty() => return Some(1),
        'w' if rest.is_empty() => return Some(2),
        'k' | 'K' => 1,
        'm' | 'M' => 2,
        'g' | 'G' => 3,
        't' | 'T' => 4,
        'P' => 5,
        'E' => 6,
        _ => return None,
    };
    match rest {
        "" | "iB" => Some(1024u64.pow(power)),
        "B" | "D" => Some(1000u64.pow(power)),
        _ => None,
    }
}

/// Why a size could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bad {
    /// Not a number with a known suffix.
    Syntax,
    /// Too large.
    Range,
}

/// A number with a suffix.
pub fn parse(s: &str) -> Result<u64, Bad> {
    let digits = s.bytes().take_while(u8::is_ascii_digit).count();
    let unit = factor(&s[digits..]).ok_or(Bad::Syntax)?;
    if digits == 0 {
        return if s.is_empty() || unit == 1 { Err(Bad::Syntax) } else { Ok(unit) };
    }
    let n: u64 = s[..digits].parse().map_err(|_| Bad::Range)?;
    n.checked_mul(unit).ok_or(Bad::Range)
}

impl BlockSize {
    /// The unit that the environment asks for: the program's own variable, or those of all.
    pub fn of_environment(cx: &Cx, own: &str) -> Option<BlockSize> {
        if cx.busybox() {
            return None;
        }
        let set = |name: &str| cx.p.env(name);
        let word = set(own).or_else(|| set("BLOCK_SIZE")).or_else(|| set("BLOCKSIZE"))?;
        block_size(&word)
    }
}

/// `--block-size=`: a unit, and whether numbers are written for people.
pub fn block_size(s: &str) -> Option<BlockSize> {
    let s = s.strip_prefix('\'').unwrap_or(s);
    match s {
        "human-readable" => Some(BlockSize::Human(1024)),
        "si" => Some(BlockSize::Human(1000)),
        _ => {
            let n = parse(s).ok().filter(|n| *n > 0)?;
            let bare = !s.starts_with(|c: char| c.is_ascii_digit());
            Some(BlockSize::Unit(n, if bare { s.to_string() } else { String::new() }))
        }
    }
}

/// The unit that sizes are shown in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BlockSize {
    /// Written for people, with this base.
    Human(u64),
    /// So many bytes, with a suffix put behind each number.
    Unit(u64, String),
}

impl BlockSize {
    /// Blocks of 1024 bytes.
    pub fn kilo() -> BlockSize {
        BlockSize::Unit(1024, String::new())
    }

    /// A number of bytes in this unit, rounded up.
    pub fn show(&self, bytes: u128) -> String {
        match self {
            BlockSize::Human(base) => ceil(bytes, u128::from(*base)),
            BlockSize::Unit(unit, suffix) => {
                format!("{}{suffix}", bytes.div_ceil(u128::from(*unit)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_for_people() {
        let gnu = |n| ceil(n, 1024);
        assert_eq!(gnu(1023), "1023");
        assert_eq!(gnu(1024), "1.0K");
        assert_eq!(gnu(1537), "1.6K");
        assert_eq!(gnu(10 * 1024 + 1), "11K");
        assert_eq!(gnu(1024 * 1024 - 1), "1.0M");
        assert_eq!(ceil(1500, 1000), "1.5k");
        assert_eq!(busybox(4096), "4.0K");
        assert_eq!(busybox(2 << 20), "2.0M");
        assert_eq!(busybox(7), "7");
        assert_eq!(parse("2KB"), Ok(2000));
        assert_eq!(parse("1x"), Err(Bad::Syntax));
        assert_eq!(parse("M"), Ok(1 << 20));
    }
}
