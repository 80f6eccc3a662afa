//! Reading patches: unified and normal ones.

use crate::vfs::text;

/// A line of a hunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// ` `, `-` or `+`.
    pub mark: u8,
    /// Without its newline.
    pub text: Vec<u8>,
    /// It has no newline.
    pub bare: bool,
}

/// A place and what changes there.
#[derive(Clone, Debug)]
pub struct Hunk {
    /// Where it was, from 1; the line before for an insertion.
    pub from: usize,
    /// Where it is to be.
    pub to: usize,
    /// The lines.
    pub lines: Vec<Line>,
}

/// The changes of one file.
#[derive(Clone, Debug, Default)]
pub struct FilePatch {
    /// The name after `---`.
    pub old: Option<String>,
    /// The name after `+++`.
    pub new: Option<String>,
    /// The name after `Index:`.
    pub index: Option<String>,
    /// The hunks.
    pub hunks: Vec<Hunk>,
}

fn name(l: &[u8]) -> String {
    let t = text::decode(l).into_owned();
    let t = t.split('\t').next().unwrap_or_default();
    t.trim_end().to_string()
}

fn range(s: &str) -> Option<(usize, usize)> {
    match s.split_once(',') {
        Some((a, b)) => Some((a.parse().ok()?, b.parse().ok()?)),
        None => Some((s.parse().ok()?, 1)),
    }
}

/// `@@ -a,b +c,d @@`
fn unified(l: &[u8]) -> Option<((usize, usize), (usize, usize))> {
    let t = std::str::from_utf8(l).ok()?;
    let mut words = t.strip_prefix("@@ ")?.split(' ');
    let a = range(words.next()?.strip_prefix('-')?)?;
    let b = range(words.next()?.strip_prefix('+')?)?;
    Some((a, b))
}

/// `1,2c3,4`: the lines of the first file, the letter, the lines of the second.
fn normal(l: &[u8]) -> Option<((usize, usize), u8, (usize, usize))> {
    let t = std::str::from_utf8(l).ok()?;
    let i = t.find(['a', 'c', 'd'])?;
    let span = |s: &str| match s.split_once(',') {
        Some((a, b)) => Some((a.parse::<usize>().ok()?, b.parse::<usize>().ok()?)),
        None => s.parse().ok().map(|n| (n, n)),
    };
    Some((span(&t[..i])?, t.as_bytes()[i], span(&t[i + 1..])?))
}

/// The files' patches; an error where a hunk breaks off, with the line.
pub fn parse(data: &[u8]) -> Result<Vec<FilePatch>, String> {
    let body = data.strip_suffix(b"\n").unwrap_or(data);
    let lines: Vec<&[u8]> =
        if data.is_empty() { Vec::new() } else { body.split(|b| *b == b'\n').collect() };
    let mut out: Vec<FilePatch> = Vec::new();
    let mut index = None;
    let mut i = 0;
    while i < lines.len() {
        let l = lines[i];
        if let Some(n) = l.strip_prefix(b"Index: ") {
            index = Some(name(n));
        } else if l.starts_with(b"--- ") && lines.get(i + 1).is_some_and(|n| n.starts_with(b"+++ "))
        {
            out.push(FilePatch {
                old: Some(name(&l[4..])),
                new: Some(name(&lines[i + 1][4..])),
                index: index.take(),
                hunks: Vec::new(),
            });
            i += 2;
            continue;
        } else if let Some((a, b)) = unified(l) {
            let (hunk, next) = body_of(&lines, i + 1, a, b)?;
            if out.is_empty() {
                out.push(FilePatch { index: index.take(), ..FilePatch::default() });
            }
            if let Some(f) = out.last_mut() {
                f.hunks.push(hunk);
            }
            i = next;
            continue;
        } else if let Some((a, kind, b)) = normal(l) {
            let mut hunk = Hunk { from: a.0, to: b.0, lines: Vec::new() };
            i += 1;
            let counts = (
                if kind == b'a' { 0 } else { a.1 + 1 - a.0 },
                if kind == b'd' { 0 } else { b.1 + 1 - b.0 },
            );
            for (mark, sign, n) in [(b'-', b"< ", counts.0), (b'+', b"> ", counts.1)] {
                if mark == b'+'
                    && counts.0 > 0
                    && n > 0
                    && lines.get(i).is_some_and(|l| l.starts_with(b"---"))
                {
                    i += 1;
                }
                for _ in 0..n {
                    let Some(t) = lines.get(i).and_then(|l| l.strip_prefix(sign.as_slice())) else {
                        return Err(format!(
                            "malformed patch at line {}: {}",
                            i + 1,
                            text::decode(lines.get(i).copied().unwrap_or_default())
                        ));
                    };
                    i += 1;
                    let bare = lines.get(i).is_some_and(|l| l.starts_with(b"\\"));
                    i += usize::from(bare);
                    hunk.lines.push(Line { mark, text: t.to_vec(), bare });
                }
            }
            if out.is_empty() {
                out.push(FilePatch { index: index.take(), ..FilePatch::default() });
            }
            if let Some(f) = out.last_mut() {
                f.hunks.push(hunk);
            }
            continue;
        }
        i += 1;
    }
    Ok(out)
}

fn body_of(
    lines: &[&[u8]],
    mut i: usize,
    (a, an): (usize, usize),
    (b, bn): (usize, usize),
) -> Result<(Hunk, usize), String> {
    let mut hunk = Hunk { from: a, to: b, lines: Vec::new() };
    let (mut old, mut new) = (an, bn);
    while old > 0 || new > 0 {
        let Some(l) = lines.get(i) else { return Err("unexpected end of file in patch".into()) };
        let mark = l.first().copied().unwrap_or(b' ');
        match mark {
            b' ' | b'\t' => (old, new) = (old.saturating_sub(1), new.saturating_sub(1)),
            b'-' => old = old.saturating_sub(1),
            b'+' => new = new.saturating_sub(1),
            b'\\' => {}
            _ => return Err(format!("malformed patch at line {}: {}\n", i + 1, text::decode(l))),
        }
        if mark == b'\\' {
            if let Some(l) = hunk.lines.last_mut() {
                l.bare = true;
            }
        } else {
            let mark = if mark == b'\t' { b' ' } else { mark };
            hunk.lines.push(Line {
                mark,
                text: l.get(1..).unwrap_or_default().to_vec(),
                bare: false,
            });
        }
        i += 1;
    }
    if lines.get(i).is_some_and(|l| l.starts_with(b"\\")) {
        if let Some(l) = hunk.lines.last_mut() {
            l.bare = true;
        }
        i += 1;
    }
    Ok((hunk, i))
}

/// The hunk that takes this one back.
pub fn flipped(h: &Hunk) -> Hunk {
    let lines = h
        .lines
        .iter()
        .map(|l| {
            let mark = match l.mark {
                b'-' => b'+',
                b'+' => b'-',
                m => m,
            };
            Line { mark, ..l.clone() }
        })
        .collect();
    Hunk { from: h.to, to: h.from, lines }
}

/// A file in lines.
pub fn split(data: &[u8]) -> Vec<Line> {
    let mut out: Vec<Line> = data
        .split_inclusive(|b| *b == b'\n')
        .map(|l| Line {
            mark: b' ',
            text: l.strip_suffix(b"\n").unwrap_or(l).to_vec(),
            bare: !l.ends_with(b"\n"),
        })
        .collect();
    if data.is_empty() {
        out.clear();
    }
    out
}

/// Hunks that did not fit, as a unified diff.
pub fn rejects(name: &str, hunks: &[&Hunk]) -> Vec<u8> {
    let mut out = format!("--- {name}\n+++ {name}\n").into_bytes();
    for h in hunks {
        let count = |m: u8| h.lines.iter().filter(|l| l.mark != m).count();
        let range = |at: usize, n: usize| if n == 1 { at.to_string() } else { format!("{at},{n}") };
        out.extend(
            format!("@@ -{} +{} @@\n", range(h.from, count(b'+')), range(h.to, count(b'-')))
                .into_bytes(),
        );
        for l in &h.lines {
            out.push(l.mark);
            out.extend_from_slice(&l.text);
            out.push(b'\n');
            if l.bare {
                out.extend_from_slice(b"\\ No newline at end of file\n");
            }
        }
    }
    out
}
