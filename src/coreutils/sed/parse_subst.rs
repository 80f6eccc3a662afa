//! The insides of the `s` and `y` commands.

use super::parse::{Parser, Res};
use super::script::{Case, Part, Pattern, Subst, Table};
use crate::coreutils::regex::char_len;

impl Parser<'_> {
    pub(super) fn subst(&mut self) -> Res<Subst> {
        let unterminated = "unterminated `s' command";
        let Some(delim) = self.take().filter(|c| !matches!(c, b'\n' | b'\\')) else {
            return self.fail(unterminated);
        };
        let Some(re) = self.delimited(delim, true) else { return self.fail(unterminated) };
        let Some(raw) = self.delimited(delim, false) else { return self.fail(unterminated) };
        let mut s = Subst {
            pattern: Pattern::Last,
            parts: self.replacement(&raw),
            global: false,
            number: 0,
            execute: false,
            print: 0,
            write: None,
        };
        let (mut icase, mut multi) = (false, false);
        loop {
            match self.take() {
                Some(b'i' | b'I') => icase = true,
                Some(b'm' | b'M') => multi = true,
                Some(b'e') if !self.how.busybox => s.execute = true,
                Some(b'p') => {
                    if s.print > 0 {
                        return self.fail("multiple `p' options to `s' command");
                    }
                    s.print += 1;
                }
                Some(b'g') => {
                    if s.global {
                        return self.fail("multiple `g' options to `s' command");
                    }
                    s.global = true;
                }
                Some(b'0'..=b'9') => {
                    if s.number > 0 {
                        return self.fail("multiple number options to `s' command");
                    }
                    self.pos -= 1;
                    s.number = self.digits().unwrap_or(0) as usize;
                    if s.number == 0 {
                        return self.fail("number option to `s' command may not be zero");
                    }
                }
                Some(b'w') => {
                    s.write = Some(self.output_file()?);
                    break;
                }
                Some(b'}' | b'#') => {
                    self.pos -= 1;
                    break;
                }
                Some(b'\n' | b';') | None => break,
                Some(b'\r') if self.peek() == Some(b'\n') => {}
                Some(c) if c.is_ascii_whitespace() => {}
                Some(_) => return self.fail("unknown option to `s'"),
            }
        }
        s.pattern = self.regex(&re, icase, multi)?;
        let highest = s.parts.iter().map(|p| if let Part::Group(n) = p { *n } else { 0 }).max();
        if let (Pattern::Re(re), Some(n)) = (&s.pattern, highest)
            && n > re.groups()
            && !self.how.busybox
        {
            return self.fail(format!("invalid reference \\{n} on `s' command's RHS"));
        }
        Ok(s)
    }

    fn replacement(&self, raw: &[u8]) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut lit: Vec<u8> = Vec::new();
        let mut i = 0;
        while i < raw.len() {
            let part = match (raw[i], raw.get(i + 1)) {
                (b'&', _) => Part::Group(0),
                (b'\\', Some(&c)) => {
                    i += 1;
                    match c {
                        b'0'..=b'9' => Part::Group(usize::from(c - b'0')),
                        b'U' if !self.how.posix => Part::Case(Case::Upper),
                        b'L' if !self.how.posix => Part::Case(Case::Lower),
                        b'u' if !self.how.posix => Part::Case(Case::UpperOne),
                        b'l' if !self.how.posix => Part::Case(Case::LowerOne),
                        b'E' if !self.how.posix => Part::Case(Case::End),
                        _ => {
                            i += escape(&raw[i..], &mut lit);
                            continue;
                        }
                    }
                }
                (c, _) => {
                    lit.push(c);
                    i += 1;
                    continue;
                }
            };
            if !lit.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut lit)));
            }
            parts.push(part);
            i += 1;
        }
        if !lit.is_empty() {
            parts.push(Part::Text(lit));
        }
        parts
    }

    pub(super) fn translate(&mut self) -> Res<Table> {
        let unterminated = "unterminated `y' command";
        let Some(delim) = self.take().filter(|c| !matches!(c, b'\n' | b'\\')) else {
            return self.fail(unterminated);
        };
        let Some(from) = self.delimited(delim, false) else { return self.fail(unterminated) };
        let Some(to) = self.delimited(delim, false) else { return self.fail(unterminated) };
        let chars = |raw: &[u8]| {
            let mut plain: Vec<Vec<u8>> = Vec::new();
            let mut i = 0;
            while i < raw.len() {
                if raw[i] == b'\\' && i + 1 < raw.len() {
                    let mut one = Vec::new();
                    match raw[i + 1] {
                        b'\\' => one.push(b'\\'),
                        b'&' => one.push(b'&'),
                        _ => {
                            i += 1 + escape(&raw[i + 1..], &mut one);
                            plain.push(one);
                            continue;
                        }
                    }
                    i += 2;
                    plain.push(one);
                    continue;
                }
                let n = if self.how.utf8 { char_len(raw, i) } else { 1 };
                plain.push(raw[i..i + n].to_vec());
                i += n;
            }
            plain
        };
        let (from, to) = (chars(&from), chars(&to));
        if from.len() != to.len() && !self.how.busybox {
            return self.fail("strings for `y' command are different lengths");
        }
        let mut t = Table { bytes: [0; 256], chars: Vec::new() };
        for (i, b) in t.bytes.iter_mut().enumerate() {
            *b = i as u8;
        }
        for (f, o) in from.into_iter().zip(to) {
            match (f.as_slice(), o.as_slice()) {
                ([a], [b]) => t.bytes[usize::from(*a)] = *b,
                _ => t.chars.push((f, o)),
            }
        }
        Ok(t)
    }
}

/// The escape that `s` begins with, after its backslash: appends what it stands for, gives its length.
fn escape(s: &[u8], out: &mut Vec<u8>) -> usize {
    let c = s[0];
    let number = |radix: u32, max: usize| {
        let n = s[1..].iter().take(max).take_while(|b| char::from(**b).is_digit(radix)).count();
        let v = s[1..=n]
            .iter()
            .fold(0u32, |v, b| v * radix + char::from(*b).to_digit(radix).unwrap_or(0));
        (n > 0).then_some((v as u8, n + 1))
    };
    let numeric = match c {
        b'x' => number(16, 2),
        b'o' => number(8, 3),
        b'd' => number(10, 3),
        b'c' => s.get(1).map(|k| (k.to_ascii_uppercase() ^ 0x40, 2)),
        _ => None,
    };
    if let Some((v, n)) = numeric {
        out.push(v);
        return n;
    }
    out.push(match c {
        b'n' => b'\n',
        b't' => b'\t',
        b'f' => 12,
        b'v' => 11,
        b'a' => 7,
        b'r' => 13,
        c => c,
    });
    1
}
