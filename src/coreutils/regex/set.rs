//! Sets of characters: ranges, the POSIX classes, case folding.

/// The highest character.
const MAX: u32 = 0x10_FFFF;

/// Where the letters with two cases are; the first entry is ASCII.
const CASED: &[(u32, u32)] = &[
    (0x41, 0x7A),
    (0xB5, 0x2AF),
    (0x370, 0x58F),
    (0x10A0, 0x10FF),
    (0x13A0, 0x13FF),
    (0x1C80, 0x1CBF),
    (0x1D79, 0x1D8E),
    (0x1E00, 0x1FFF),
    (0x2126, 0x2188),
    (0x24B6, 0x24E9),
    (0x2C00, 0x2DFF),
    (0xA640, 0xA7FF),
    (0xAB30, 0xABBF),
    (0xFF21, 0xFF5A),
    (0x1_0400, 0x1_04FF),
];

/// A set of characters; in byte mode the characters are 0 to 255.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set {
    /// Sorted, not touching.
    ranges: Vec<(u32, u32)>,
    low: [u64; 4],
}

impl Set {
    /// The set of these ranges.
    pub fn new(ranges: Vec<(u32, u32)>) -> Set {
        let mut s = Set { ranges, low: [0; 4] };
        s.normalise();
        s
    }

    /// One character.
    pub fn one(c: u32) -> Set {
        Set::new(vec![(c, c)])
    }

    fn normalise(&mut self) {
        self.ranges.sort_unstable();
        let mut out: Vec<(u32, u32)> = Vec::with_capacity(self.ranges.len());
        for &(a, b) in &self.ranges {
            match out.last_mut() {
                Some(l) if a <= l.1.saturating_add(1) => l.1 = l.1.max(b),
                _ => out.push((a, b)),
            }
        }
        self.low = [0; 4];
        for &(a, b) in &out {
            for c in a..=b.min(255) {
                self.low[(c >> 6) as usize] |= 1 << (c & 63);
            }
        }
        self.ranges = out;
    }

    /// The ranges, sorted and apart.
    pub fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    /// True if `c` is in the set.
    pub fn contains(&self, c: u32) -> bool {
        if c < 256 {
            return self.low[(c >> 6) as usize] >> (c & 63) & 1 == 1;
        }
        let i = self.ranges.partition_point(|r| r.1 < c);
        self.ranges.get(i).is_some_and(|r| r.0 <= c)
    }

    /// Everything that is not in the set. Bytes that are no characters are in neither.
    pub fn complement(&self, utf8: bool) -> Set {
        let top = if utf8 { MAX } else { 255 };
        let (mut next, mut out) = (0, Vec::new());
        for &(a, b) in &self.ranges {
            if a > top {
                break;
            }
            if a > next {
                out.push((next, a - 1));
            }
            next = b.saturating_add(1);
        }
        if next <= top {
            out.push((next, top));
        }
        Set::new(out)
    }

    /// The set without `c`.
    pub fn without(&self, c: u32) -> Set {
        let mut out = Vec::new();
        for &(a, b) in &self.ranges {
            if c < a || c > b {
                out.push((a, b));
            } else {
                if a < c {
                    out.push((a, c - 1));
                }
                if c < b {
                    out.push((c + 1, b));
                }
            }
        }
        Set::new(out)
    }

    /// The set with the other case of every letter added.
    pub fn fold(&self, utf8: bool) -> Set {
        let mut out = self.ranges.clone();
        for &(a, b) in &self.ranges {
            for &(lo, hi) in if utf8 { CASED } else { &CASED[..1] } {
                for c in a.max(lo)..=b.min(hi) {
                    out.extend(variants(c, utf8).into_iter().flatten().map(|v| (v, v)));
                }
            }
        }
        Set::new(out)
    }
}

/// The lower and upper case of `c` where they are single characters other than `c`.
fn variants(c: u32, utf8: bool) -> [Option<u32>; 2] {
    let Some(ch) = char::from_u32(c).filter(|ch| utf8 || ch.is_ascii()) else { return [None; 2] };
    let one = |mut it: Box<dyn Iterator<Item = char>>| match (it.next(), it.next()) {
        (Some(x), None) if x != ch => Some(u32::from(x)),
        _ => None,
    };
    if ch.is_ascii() {
        let other =
            if ch.is_ascii_lowercase() { ch.to_ascii_uppercase() } else { ch.to_ascii_lowercase() };
        return [(other != ch).then_some(u32::from(other)), None];
    }
    [one(Box::new(ch.to_lowercase())), one(Box::new(ch.to_uppercase()))]
}

/// `c` in its folded form, for comparing without case.
pub fn fold_char(c: u32, utf8: bool) -> u32 {
    match char::from_u32(c) {
        Some(ch) if ch.is_ascii() => u32::from(ch.to_ascii_lowercase()),
        Some(ch) if utf8 => {
            let mut it = ch.to_lowercase();
            match (it.next(), it.next()) {
                (Some(x), None) => u32::from(x),
                _ => c,
            }
        }
        _ => c,
    }
}

/// True for the characters of `\w`.
pub fn is_word(c: u32, utf8: bool) -> bool {
    match char::from_u32(c) {
        Some(ch) if ch.is_ascii() => ch.is_ascii_alphanumeric() || ch == '_',
        Some(ch) => utf8 && ch.is_alphanumeric(),
        None => false,
    }
}

/// The ranges of a POSIX class, `None` if there is no such class. Beyond ASCII only the classes that
/// the C.UTF-8 locale fills are filled.
pub fn class(name: &[u8], utf8: bool, icase: bool) -> Option<Vec<(u32, u32)>> {
    let r = |s: &[(char, char)]| s.iter().map(|&(a, b)| (u32::from(a), u32::from(b))).collect();
    let mut ranges: Vec<(u32, u32)> = match name {
        b"alpha" => r(&[('A', 'Z'), ('a', 'z')]),
        b"upper" | b"lower" if icase => r(&[('A', 'Z'), ('a', 'z')]),
        b"upper" => r(&[('A', 'Z')]),
        b"lower" => r(&[('a', 'z')]),
        b"digit" => r(&[('0', '9')]),
        b"xdigit" => r(&[('0', '9'), ('A', 'F'), ('a', 'f')]),
        b"alnum" => r(&[('0', '9'), ('A', 'Z'), ('a', 'z')]),
        b"blank" => r(&[(' ', ' '), ('\t', '\t')]),
        b"space" => r(&[(' ', ' '), ('\t', '\r')]),
        b"cntrl" => r(&[('\0', '\x1f'), ('\x7f', '\x7f')]),
        b"punct" => r(&[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]),
        b"graph" => r(&[('!', '~')]),
        b"print" => r(&[(' ', '~')]),
        _ => return None,
    };
    if utf8 {
        let test: fn(char) -> bool = match name {
            b"alpha" => char::is_alphabetic,
            b"upper" | b"lower" if icase => |c| c.is_lowercase() || c.is_uppercase(),
            b"upper" => char::is_uppercase,
            b"lower" => char::is_lowercase,
            b"alnum" => char::is_alphanumeric,
            b"blank" | b"space" => {
                |c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
            }
            b"cntrl" => char::is_control,
            b"punct" => |c| !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control(),
            b"graph" => |c| !c.is_whitespace() && !c.is_control(),
            b"print" => |c| !c.is_control(),
            _ => return Some(ranges),
        };
        wide(test, &mut ranges);
    }
    Some(ranges)
}

/// Blocks of letters outside the parts that are looked through one by one.
const LETTERS: &[(u32, u32)] = &[
    (0x620, 0x64A),
    (0x671, 0x6D3),
    (0x904, 0x939),
    (0x985, 0x9B9),
    (0xE01, 0xE30),
    (0x10A0, 0x11FF),
    (0x1200, 0x135A),
    (0x2C00, 0x2DDE),
    (0x3041, 0x3096),
    (0x30A1, 0x30FA),
    (0x3105, 0x318E),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA48C),
    (0xA640, 0xA66E),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAD9),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
    (0xFF66, 0xFFDC),
    (0x1_0000, 0x1_00FA),
    (0x2_0000, 0x3_134A),
];

/// Adds the characters from U+0080 that pass: exactly for the European scripts, by blocks beyond.
fn wide(test: fn(char) -> bool, out: &mut Vec<(u32, u32)>) {
    for (lo, hi) in [(0x80, 0x61F), (0x1E00, 0x20FF)] {
        let mut start = None;
        for c in lo..=hi + 1 {
            let hit = c <= hi && char::from_u32(c).is_some_and(test);
            match (hit, start) {
                (true, None) => start = Some(c),
                (false, Some(s)) => {
                    out.push((s, c - 1));
                    start = None;
                }
                _ => {}
            }
        }
    }
    let (letters, others) = (test('\u{5d0}'), test('\u{2190}'));
    let mut next = 0x620;
    for &(a, b) in LETTERS.iter().chain(&[(MAX, MAX)]) {
        if others && a > next {
            for (l, h) in [(next, 0x1DFF), (0x2100, MAX)] {
                if l.max(next) < a.min(h + 1) {
                    out.push((l.max(next), h.min(a - 1)));
                }
            }
        }
        if letters && a != MAX {
            out.push((a, b));
        }
        next = b + 1;
    }
    if test('\u{3000}') {
        out.push((0x3000, 0x3000));
    }
}

/// The set of `\w`.
pub fn word(utf8: bool) -> Set {
    let mut r = class(b"alnum", utf8, false).unwrap_or_default();
    r.push((u32::from('_'), u32::from('_')));
    Set::new(r)
}

/// The set of `\s`.
pub fn space(utf8: bool) -> Set {
    Set::new(class(b"space", utf8, false).unwrap_or_default())
}
