//! diff's output by formats of one's own (`--line-format`, `--old-group-format` and their kin): reading them
//! and filling them in (diffutils' manual, "Merging Files with If-then-else").

use super::print::Change;
use super::{Diff, File};
use crate::coreutils::Cx;
use crate::coreutils::awk::format_number;

/// The formats: of lines and of groups of lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formats {
    pub(super) old_line: Option<String>,
    pub(super) new_line: Option<String>,
    pub(super) unchanged_line: Option<String>,
    pub(super) old_group: Option<String>,
    pub(super) new_group: Option<String>,
    pub(super) unchanged_group: Option<String>,
    pub(super) changed_group: Option<String>,
}

impl Formats {
    /// Takes the format of the option that this letter stands for.
    pub(super) fn set(&mut self, letter: char, format: &str) {
        let slot = match letter {
            'α' => {
                // Of all lines, unless one more is given.
                for one in [&mut self.old_line, &mut self.new_line, &mut self.unchanged_line] {
                    *one = Some(format.to_string());
                }
                return;
            }
            'β' => &mut self.old_line,
            'γ' => &mut self.new_line,
            'δ' => &mut self.unchanged_line,
            'ε' => &mut self.old_group,
            'η' => &mut self.new_group,
            'ι' => &mut self.unchanged_group,
            _ => &mut self.changed_group,
        };
        *slot = Some(format.to_string());
    }
}

/// A group of lines: where it is in both files, and how long.
#[derive(Clone, Copy)]
struct Group {
    a: usize,
    del: usize,
    b: usize,
    ins: usize,
}

impl Group {
    /// The number that a letter stands for: of the first file in lower case, of the second in upper.
    fn number(&self, letter: u8) -> Option<usize> {
        let (at, n) =
            if letter.is_ascii_lowercase() { (self.a, self.del) } else { (self.b, self.ins) };
        Some(match letter.to_ascii_lowercase() {
            b'e' => at,
            b'f' => at + 1,
            b'l' => at + n,
            b'm' => at + n + 1,
            b'n' => n,
            _ => return None,
        })
    }
}

/// What groups are made of.
struct Sides<'a> {
    a: &'a File,
    b: &'a File,
    formats: &'a Formats,
}

impl Diff {
    /// Both files by the formats.
    pub(super) fn formatted(
        &self,
        cx: &mut Cx,
        a: &File,
        b: &File,
        changes: &[Change],
        formats: &Formats,
    ) {
        let sides = Sides { a, b, formats };
        let old = formats.old_group.clone().unwrap_or_else(|| "%<".to_string());
        let new = formats.new_group.clone().unwrap_or_else(|| "%>".to_string());
        let same = formats.unchanged_group.clone().unwrap_or_else(|| "%=".to_string());
        let changed = formats.changed_group.clone().unwrap_or_else(|| format!("{old}{new}"));
        let (mut at, mut bt) = (0, 0);
        let end = Change { a: a.len(), del: 0, b: b.len(), ins: 0 };
        for c in changes.iter().chain([&end]) {
            if c.a > at {
                let g = Group { a: at, del: c.a - at, b: bt, ins: c.b - bt };
                sides.group(cx, same.as_bytes(), g);
            }
            let g = Group { a: c.a, del: c.del, b: c.b, ins: c.ins };
            match (c.del, c.ins) {
                (0, 0) => {}
                (_, 0) => sides.group(cx, old.as_bytes(), g),
                (0, _) => sides.group(cx, new.as_bytes(), g),
                _ => sides.group(cx, changed.as_bytes(), g),
            }
            (at, bt) = (c.a + c.del, c.b + c.ins);
        }
    }
}

impl Sides<'_> {
    fn group(&self, cx: &mut Cx, format: &[u8], g: Group) {
        let mut i = 0;
        while let Some(&c) = format.get(i) {
            i += 1;
            if c != b'%' {
                cx.put(&[c]);
                continue;
            }
            let rest = &format[i..];
            match rest.first() {
                Some(b'<') => self.lines(cx, self.a, g.a, g.del, self.formats.old_line.as_deref()),
                Some(b'>') => self.lines(cx, self.b, g.b, g.ins, self.formats.new_line.as_deref()),
                Some(b'=') => {
                    self.lines(cx, self.a, g.a, g.del, self.formats.unchanged_line.as_deref());
                }
                Some(b'(') => {
                    let Some((chosen, n)) = choice(rest, g) else {
                        cx.put(b"%");
                        continue;
                    };
                    self.group(cx, chosen, g);
                    i += n;
                    continue;
                }
                _ => {
                    i += common(cx, rest, |letter| g.number(letter));
                    continue;
                }
            }
            i += 1;
        }
    }

    fn lines(&self, cx: &mut Cx, f: &File, from: usize, n: usize, format: Option<&str>) {
        for k in from..from + n {
            let line = f.line(k);
            let Some(format) = format.map(str::as_bytes) else {
                cx.put(line);
                continue;
            };
            let mut i = 0;
            while let Some(&c) = format.get(i) {
                i += 1;
                match (c, format.get(i)) {
                    (b'%', Some(b'l')) => {
                        cx.put(line.strip_suffix(b"\n").unwrap_or(line));
                        i += 1;
                    }
                    (b'%', Some(b'L')) => {
                        cx.put(line);
                        i += 1;
                    }
                    (b'%', _) => {
                        i += common(cx, &format[i..], |letter| (letter == b'n').then_some(k + 1));
                    }
                    _ => cx.put(&[c]),
                }
            }
        }
    }
}

/// What both kinds of format know after `%`: `%`, `c'x'`, a number. Gives how long it was; what is nothing of
/// the kind leaves the percent sign.
fn common(cx: &mut Cx, rest: &[u8], number: impl Fn(u8) -> Option<usize>) -> usize {
    match rest {
        [b'%', ..] => {
            cx.put(b"%");
            return 1;
        }
        [b'c', b'\'', b'\\', more @ ..] => {
            let n = more.iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
            if n > 0 && more.get(n) == Some(&b'\'') {
                let value = more[..n].iter().fold(0u32, |v, b| v * 8 + u32::from(b - b'0'));
                cx.put(&[value as u8]);
                return n + 4;
            }
        }
        [b'c', b'\'', c, b'\'', ..] => {
            cx.put(&[*c]);
            return 4;
        }
        _ => {}
    }
    let spec = rest.iter().take_while(|b| b"-'0123456789.".contains(b)).count();
    if let [kind @ (b'd' | b'o' | b'x' | b'X'), letter, ..] = &rest[spec..]
        && let Some(n) = number(*letter)
    {
        let mut conversion = b"%".to_vec();
        conversion.extend_from_slice(&rest[..spec]);
        conversion.push(*kind);
        format_number(&conversion, n as f64, &mut cx.out);
        return spec + 2;
    }
    cx.put(b"%");
    0
}

/// `(A=B?T:E)`: the format that is used, and how long all of it is.
fn choice(rest: &[u8], g: Group) -> Option<(&[u8], usize)> {
    let operand = |at: usize| -> Option<(usize, usize)> {
        let digits = rest[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits > 0 {
            let n = std::str::from_utf8(&rest[at..at + digits]).ok()?.parse().ok()?;
            return Some((n, at + digits));
        }
        Some((g.number(*rest.get(at)?)?, at + 1))
    };
    let (x, at) = operand(1)?;
    let (y, at) = operand(at + usize::from(rest.get(at) == Some(&b'=')))?;
    if rest.get(at) != Some(&b'?') {
        return None;
    }
    let until = |from: usize, end: u8| -> Option<usize> {
        let mut depth = 0;
        for (i, b) in rest.iter().enumerate().skip(from) {
            match b {
                b if *b == end && depth == 0 => return Some(i),
                b'(' if rest[i - 1] == b'%' => depth += 1,
                b')' if depth > 0 => depth -= 1,
                _ => {}
            }
        }
        None
    };
    let colon = until(at + 1, b':')?;
    let close = until(colon + 1, b')')?;
    let chosen = if x == y { &rest[at + 1..colon] } else { &rest[colon + 1..close] };
    Some((chosen, close + 1))
}
