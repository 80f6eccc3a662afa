//! Brace expansion: `a{b,c}d` and `{1..9..2}`, on the parts of a word before anything else happens
//! to it (bash manual, 3.5.1).

use crate::shell::limits::BRACE_WORDS;
use crate::shell::syntax::ast::{Param, ParamName, Part};

/// A piece of a word on its way through brace expansion.
#[derive(Debug, Clone)]
pub(crate) enum Piece<'a> {
    /// Unquoted text.
    Text(String),
    /// Anything else, passed through.
    Part(&'a Part),
    /// `$name`, where expansion has put more of the name behind it: `{$a,x}b` holds `$ab`.
    Name(String),
}

#[derive(Clone)]
enum Token<'a> {
    Char(char),
    Part(&'a Part),
}

/// More words than there is memory for: how many elements a range has, 0 where it was no range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany(pub u128);

/// The words that a word stands for; `None` when there is nothing to expand.
pub(crate) fn expand(parts: &[Part]) -> Result<Option<Vec<Vec<Piece<'_>>>>, TooMany> {
    let mut tokens = Vec::new();
    for p in parts {
        match p {
            Part::Lit(s) => tokens.extend(s.chars().map(Token::Char)),
            other => tokens.push(Token::Part(other)),
        }
    }
    if !worth(&tokens) {
        return Ok(None);
    }
    let mut budget = BRACE_WORDS;
    // A loop's `{1..100000}` needs no detour.
    if let [Token::Char('{'), inside @ .., Token::Char('}')] = tokens.as_slice()
        && let Some(r) = range(inside, &mut budget)?
    {
        return Ok(Some(r.into_iter().map(|s| vec![Piece::Text(s)]).collect()));
    }
    let words = words(&tokens, &mut budget, 0)?;
    Ok(Some(words.into_iter().map(join).collect()))
}

/// Whether there is an opening brace with a closing one and a comma or dots somewhere after it.
fn worth(tokens: &[Token<'_>]) -> bool {
    let find = |c: char| tokens.iter().position(|t| matches!(t, Token::Char(x) if *x == c));
    match (find('{'), find('}')) {
        (Some(a), Some(_)) => {
            let rest = &tokens[a..];
            rest.iter().any(|t| matches!(t, Token::Char(',')))
                || rest.windows(2).any(|w| matches!(w, [Token::Char('.'), Token::Char('.')]))
        }
        _ => false,
    }
}

fn join(tokens: Vec<Token<'_>>) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    for t in tokens {
        match t {
            Token::Char(c) => match out.last_mut() {
                Some(Piece::Text(s)) => s.push(c),
                Some(Piece::Name(n)) if c.is_ascii_alphanumeric() || c == '_' => n.push(c),
                Some(Piece::Part(Part::Param(p)))
                    if (c.is_ascii_alphanumeric() || c == '_') && unbraced(p) =>
                {
                    let name = format!("{}{c}", &p.raw[1..]);
                    out.pop();
                    out.push(Piece::Name(name));
                }
                _ => out.push(Piece::Text(c.to_string())),
            },
            Token::Part(p) => out.push(Piece::Part(p)),
        }
    }
    out
}

/// Whether a parameter was written as `$name`.
fn unbraced(p: &Param) -> bool {
    p.raw.starts_with('$') && matches!(p.name, ParamName::Var(_))
}

type Words<'a> = Vec<Vec<Token<'a>>>;

fn words<'a>(tokens: &[Token<'a>], budget: &mut usize, depth: u32) -> Result<Words<'a>, TooMany> {
    if depth > 40 {
        return Err(TooMany(0));
    }
    let mut from = 0;
    while let Some(open) = next_open(tokens, from) {
        let Some((close, commas)) = matching(tokens, open) else {
            from = open + 1;
            continue;
        };
        let inside = &tokens[open + 1..close];
        let middle: Words<'a> = if !commas.is_empty() {
            let mut all = Vec::new();
            let mut start = open + 1;
            for &end in commas.iter().chain([&close]) {
                all.extend(words(&tokens[start..end], budget, depth + 1)?);
                start = end + 1;
            }
            all
        } else if let Some(r) = range(inside, budget)? {
            r.into_iter().map(|s| s.chars().map(Token::Char).collect()).collect()
        } else {
            from = open + 1;
            continue;
        };
        let head = &tokens[..open];
        let tails = words(&tokens[close + 1..], budget, depth)?;
        let mut out = Vec::new();
        for m in &middle {
            for t in &tails {
                spend(budget, 1 + (m.len() + t.len()) / 32)?;
                let mut w = head.to_vec();
                w.extend(m.iter().cloned());
                w.extend(t.iter().cloned());
                out.push(w);
            }
        }
        return Ok(out);
    }
    Ok(vec![tokens.to_vec()])
}

fn spend(budget: &mut usize, n: usize) -> Result<(), TooMany> {
    *budget = budget.checked_sub(n).ok_or(TooMany(0))?;
    Ok(())
}

fn next_open(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    (from..tokens.len()).find(|&i| matches!(tokens[i], Token::Char('{')))
}

/// The brace that closes the one at `open`, and the commas directly inside.
fn matching(tokens: &[Token<'_>], open: usize) -> Option<(usize, Vec<usize>)> {
    let mut depth = 0;
    let mut commas = Vec::new();
    for (i, t) in tokens.iter().enumerate().skip(open) {
        match t {
            Token::Char('{') => depth += 1,
            Token::Char('}') => {
                depth -= 1;
                if depth == 0 {
                    return Some((i, commas));
                }
            }
            Token::Char(',') if depth == 1 => commas.push(i),
            _ => {}
        }
    }
    None
}

/// `a..b` or `a..b..step`, when it is one.
fn range(inside: &[Token<'_>], budget: &mut usize) -> Result<Option<Vec<String>>, TooMany> {
    let mut text = String::new();
    for t in inside {
        match t {
            Token::Char(c) => text.push(*c),
            Token::Part(_) => return Ok(None),
        }
    }
    let fields: Vec<&str> = text.split("..").collect();
    let (a, b, step) = match fields.as_slice() {
        [a, b] => (*a, *b, None),
        [a, b, s] => match s.parse::<i64>() {
            Ok(n) => (*a, *b, Some(n)),
            Err(_) => return Ok(None),
        },
        _ => return Ok(None),
    };
    let step = step.unwrap_or(1).unsigned_abs().max(1);
    let number = |s: &str| s.strip_prefix('+').unwrap_or(s).parse::<i64>().ok();
    let mut out = Vec::new();
    if let (Some(from), Some(to)) = (number(a), number(b)) {
        let padded = |s: &str| {
            let d = s.trim_start_matches(['-', '+']);
            d.len() > 1 && d.starts_with('0')
        };
        let width = if padded(a) || padded(b) { a.len().max(b.len()) } else { 0 };
        let count = (i128::from(to) - i128::from(from)).unsigned_abs() / u128::from(step) + 1;
        if count > *budget as u128 {
            return Err(TooMany(count));
        }
        spend(budget, count as usize)?;
        for i in 0..count as i128 {
            let by = i * i128::from(step);
            let n = if from <= to { i128::from(from) + by } else { i128::from(from) - by };
            let s = if n < 0 {
                format!("-{:0w$}", -n, w = width.saturating_sub(1))
            } else {
                format!("{n:0width$}")
            };
            out.push(s);
        }
        return Ok(Some(out));
    }
    let single = |s: &str| {
        let mut c = s.chars();
        c.next().filter(|x| x.is_ascii_alphabetic() && c.next().is_none())
    };
    let (Some(from), Some(to)) = (single(a), single(b)) else { return Ok(None) };
    let (from, to) = (from as i64, to as i64);
    let step = i64::try_from(step).unwrap_or(i64::MAX);
    let mut n = from;
    loop {
        // A backslash among them quotes nothing and goes, as one that was typed.
        let c = char::from(n as u8);
        out.push(if c == '\\' { String::new() } else { c.to_string() });
        let next = if from <= to { n.saturating_add(step) } else { n.saturating_sub(step) };
        if (from <= to && next > to) || (from > to && next < to) {
            break;
        }
        n = next;
    }
    Ok(Some(out))
}

#[cfg(test)]
mod tests {
    use super::{Piece, expand};
    use crate::shell::syntax::ast::Part;

    fn e(s: &str) -> String {
        let parts = [Part::Lit(s.into())];
        let Ok(Some(words)) = expand(&parts) else { return s.to_string() };
        let one = |w: &Vec<Piece<'_>>| match w.as_slice() {
            [Piece::Text(s)] => s.clone(),
            _ => String::new(),
        };
        words.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn lists_and_ranges() {
        assert_eq!(e("a{b,c}d{e,f}"), "abde abdf acde acdf");
        assert_eq!(e("{1..5..2} "), "1  3  5 ");
        assert_eq!(e("{03..1}"), "03 02 01");
        assert_eq!(e("{a..e..2}{x,{y,z}}"), "ax ay az cx cy cz ex ey ez");
        assert_eq!(e("{a,b"), "{a,b");
        assert_eq!(e("{a}"), "{a}");
        assert_eq!(e("a{,x}"), "a ax");
        assert_eq!(e("{{a,b},c}"), "a b c");
        assert_eq!(e("{-1..1}"), "-1 0 1");
        assert_eq!(e("{1..99999999999}"), "{1..99999999999}");
    }
}
