//! `-printf`: a line made from a format.

use crate::coreutils::Cx;
use crate::coreutils::fs::modes;
use crate::coreutils::fs::path;
use crate::vfs::Stat;

use super::{File, Find};

/// A time with its fraction as findutils writes it: nine digits and a zero.
fn fraction(ns: i64) -> String {
    format!("{:09}0", ns.rem_euclid(1_000_000_000))
}

fn time(cx: &Cx, ns: i64, letter: char) -> String {
    match letter {
        '@' => format!("{}.{}", ns.div_euclid(1_000_000_000), fraction(ns)),
        'S' => format!("{}.{}", cx.local("%S", ns), fraction(ns)),
        'T' | 'X' => format!("{}.{}", cx.local("%H:%M:%S", ns), fraction(ns)),
        '+' => format!("{}.{}", cx.local("%Y-%m-%d+%H:%M:%S", ns), fraction(ns)),
        'c' => {
            format!("{}.{} {}", cx.local("%a %b %e %H:%M:%S", ns), fraction(ns), cx.local("%Y", ns))
        }
        other => cx.local(&format!("%{other}"), ns),
    }
}

fn kind(s: &Stat) -> char {
    match s.file_type().letter() {
        '-' => 'f',
        other => other,
    }
}

impl Find<'_> {
    /// The text of a format for a file.
    pub(super) async fn printf(&mut self, format: &str, f: &File<'_>) -> String {
        let mut out = String::new();
        let mut chars = format.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('a') => out.push('\u{7}'),
                    Some('b') => out.push('\u{8}'),
                    Some('f') => out.push('\u{c}'),
                    Some('n') => out.push('\n'),
                    Some('r') => out.push('\r'),
                    Some('t') => out.push('\t'),
                    Some('v') => out.push('\u{b}'),
                    Some('c') => return out,
                    Some('\\') => out.push('\\'),
                    Some(d @ '0'..='7') => {
                        let mut n = d.to_digit(8).unwrap_or(0);
                        for _ in 0..2 {
                            if let Some(d) = chars.next_if(|c| ('0'..='7').contains(c)) {
                                n = n * 8 + d.to_digit(8).unwrap_or(0);
                            }
                        }
                        out.push_str(&crate::vfs::text::decode(&[n as u8]));
                    }
                    Some(other) => {
                        let text = format!("warning: unrecognized escape `\\{other}'");
                        self.cx.err(text).await;
                        out.extend(['\\', other]);
                    }
                    None => out.push('\\'),
                },
                '%' => {
                    let mut flags = String::new();
                    while let Some(c) = chars.next_if(|c| "-+ #0".contains(*c)) {
                        flags.push(c);
                    }
                    let mut width = String::new();
                    while let Some(c) = chars.next_if(|c| c.is_ascii_digit()) {
                        width.push(c);
                    }
                    let mut precision = None;
                    if chars.next_if_eq(&'.').is_some() {
                        let mut digits = String::new();
                        while let Some(c) = chars.next_if(|c| c.is_ascii_digit()) {
                            digits.push(c);
                        }
                        precision = Some(digits.parse::<usize>().unwrap_or(0));
                    }
                    let Some(letter) = chars.next() else {
                        out.push('%');
                        break;
                    };
                    let second = match letter {
                        'A' | 'B' | 'C' | 'T' => chars.next(),
                        _ => None,
                    };
                    let Some((text, number)) = self.directive(letter, second, &flags, f) else {
                        let text = format!("warning: unrecognized format directive `%{letter}'");
                        self.cx.err(text).await;
                        out.extend(['%', letter]);
                        continue;
                    };
                    let text: String = match precision {
                        Some(n) if !number => text.chars().take(n).collect(),
                        _ => text,
                    };
                    let width = width.parse::<usize>().unwrap_or(0).min(10_000);
                    let pad = width.saturating_sub(text.chars().count());
                    if flags.contains('-') {
                        out.push_str(&text);
                        out.push_str(&" ".repeat(pad));
                    } else {
                        // Most numbers are set as text there, which zeros do not fill.
                        let zeros = flags.contains('0') && matches!(letter, 'm' | 'd');
                        let with = if zeros { "0" } else { " " };
                        out.push_str(&with.repeat(pad));
                        out.push_str(&text);
                    }
                }
                c => out.push(c),
            }
        }
        out
    }

    /// A directive's text, and whether it is a number.
    fn directive(
        &self,
        letter: char,
        second: Option<char>,
        flags: &str,
        f: &File<'_>,
    ) -> Option<(String, bool)> {
        let s = &f.stat;
        let p = &self.cx.p;
        let text = |t: &str| Some((t.to_string(), false));
        let number = |n: u64| Some((n.to_string(), true));
        match letter {
            '%' => text("%"),
            'p' => text(f.path),
            'f' => text(path::base(f.path)),
            'h' => match f.path.trim_end_matches('/').rfind('/') {
                Some(0) => text(""),
                Some(i) => text(&f.path[..i]),
                None => text("."),
            },
            'H' => text(f.top),
            'P' => text(f.path[f.top.len()..].trim_start_matches('/')),
            's' => number(s.size),
            'k' => number(s.blocks.div_ceil(2)),
            'b' => number(s.blocks),
            'm' if flags.contains('#') => Some((format!("0{:o}", s.perm()), true)),
            'm' => Some((format!("{:o}", s.perm()), true)),
            'M' => text(&modes::show(s)),
            'u' => text(&self.names.user_or_id(s.uid)),
            'g' => text(&self.names.group_or_id(s.gid)),
            'U' => number(u64::from(s.uid)),
            'G' => number(u64::from(s.gid)),
            'i' => number(s.ino),
            'n' => number(u64::from(s.nlink)),
            'd' => number(f.depth as u64),
            'D' => number(s.dev),
            'F' => text(&p.statfs(f.path).map(|fs| fs.fstype).unwrap_or_default()),
            'l' if s.is_symlink() => text(&p.readlink(f.path).unwrap_or_default()),
            'l' => text(""),
            'y' => text(&kind(s).to_string()),
            'Y' if s.is_symlink() => match p.stat(f.path) {
                Ok(t) => text(&kind(&t).to_string()),
                Err(crate::vfs::Errno::ELOOP) => text("L"),
                Err(_) => text("N"),
            },
            'Y' => text(&kind(s).to_string()),
            'S' => {
                let ratio = if s.size == 0 { 1.0 } else { s.blocks as f64 * 512.0 / s.size as f64 };
                text(&format!("{ratio}"))
            }
            'Z' => text("?"),
            'a' => text(&time(self.cx, s.atime, 'c')),
            'c' => text(&time(self.cx, s.ctime, 'c')),
            't' => text(&time(self.cx, s.mtime, 'c')),
            'A' => text(&time(self.cx, s.atime, second?)),
            'B' => text(&time(self.cx, s.btime, second?)),
            'C' => text(&time(self.cx, s.ctime, second?)),
            'T' => text(&time(self.cx, s.mtime, second?)),
            _ => None,
        }
    }
}
