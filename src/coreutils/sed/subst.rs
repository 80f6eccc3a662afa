//! Carrying out `s` and `y`.

use super::script::{Case, Part, Subst, Table};
use crate::coreutils::regex::{Captures, Error, Regex, char_len};

/// Replaces in `text`; `None` if nothing was replaced.
pub fn substitute(
    s: &Subst,
    re: &Regex,
    text: &[u8],
    utf8: bool,
    out: &mut Vec<u8>,
) -> Result<bool, Error> {
    out.clear();
    let needs = s.parts.iter().any(|p| matches!(p, Part::Group(n) if *n > 0));
    let cases = s.parts.iter().any(|p| matches!(p, Part::Case(_)));
    let mut caps = Captures::default();
    let (mut at, mut copied, mut number) = (0, 0, 0);
    let mut last_end = None;
    let mut done = false;
    while at <= text.len() {
        let found = if needs {
            if re.captures_at(text, at, &mut caps)? { caps.get(0) } else { None }
        } else {
            re.find_at(text, at)?
        };
        let Some((a, b)) = found else { break };
        let step = if utf8 { char_len(text, a) } else { 1 };
        if a == b && last_end == Some(a) {
            // An empty match directly after a match is none.
            at = a + step;
            continue;
        }
        number += 1;
        if number >= s.number.max(1) {
            out.extend_from_slice(&text[copied..a]);
            done = true;
            if cases {
                expand_cases(s, text, (a, b), &caps, utf8, out);
            } else {
                for p in &s.parts {
                    match p {
                        Part::Text(t) => out.extend_from_slice(t),
                        Part::Group(0) => out.extend_from_slice(&text[a..b]),
                        Part::Group(n) => {
                            if let Some((x, y)) = caps.get(*n) {
                                out.extend_from_slice(&text[x..y]);
                            }
                        }
                        Part::Case(_) => {}
                    }
                }
            }
            copied = b;
            if !s.global {
                break;
            }
        }
        last_end = Some(b);
        at = if a == b { a + step } else { b };
    }
    if done {
        out.extend_from_slice(&text[copied..]);
    }
    Ok(done)
}

fn expand_cases(
    s: &Subst,
    text: &[u8],
    (a, b): (usize, usize),
    caps: &Captures,
    utf8: bool,
    out: &mut Vec<u8>,
) {
    let (mut all, mut one) = (None, None);
    for p in &s.parts {
        let piece: &[u8] = match p {
            Part::Case(Case::End) => {
                all = None;
                continue;
            }
            Part::Case(c @ (Case::Upper | Case::Lower)) => {
                all = Some(*c);
                continue;
            }
            Part::Case(c) => {
                one = Some(*c);
                continue;
            }
            Part::Text(t) => t,
            Part::Group(0) => &text[a..b],
            Part::Group(n) => match caps.get(*n) {
                Some((x, y)) => &text[x..y],
                None => &[],
            },
        };
        let mut i = 0;
        while i < piece.len() {
            let n = if utf8 { char_len(piece, i) } else { 1 };
            let upper = match one.take().or(all) {
                Some(Case::Upper | Case::UpperOne) => Some(true),
                Some(_) => Some(false),
                None => None,
            };
            push_case(&piece[i..i + n], upper, out);
            i += n;
        }
    }
}

/// Appends one character in upper, lower or its own case.
fn push_case(c: &[u8], upper: Option<bool>, out: &mut Vec<u8>) {
    let Some(upper) = upper else { return out.extend_from_slice(c) };
    match std::str::from_utf8(c).ok().and_then(|s| s.chars().next()) {
        Some(ch) if !ch.is_ascii() => {
            let text = if upper {
                ch.to_uppercase().collect::<String>()
            } else {
                ch.to_lowercase().collect()
            };
            out.extend_from_slice(text.as_bytes());
        }
        _ if upper => out.extend(c.iter().map(u8::to_ascii_uppercase)),
        _ => out.extend(c.iter().map(u8::to_ascii_lowercase)),
    }
}

/// `y`
pub fn translate(t: &Table, text: &mut Vec<u8>, utf8: bool) {
    if t.chars.is_empty() {
        for b in text.iter_mut() {
            *b = t.bytes[usize::from(*b)];
        }
        return;
    }
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        let n = if utf8 { char_len(text, i) } else { 1 };
        let c = &text[i..i + n];
        match t.chars.iter().find(|(f, _)| f == c) {
            Some((_, o)) => out.extend_from_slice(o),
            None if n == 1 => out.push(t.bytes[usize::from(c[0])]),
            None => out.extend_from_slice(c),
        }
        i += n;
    }
    *text = out;
}
