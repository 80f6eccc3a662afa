//! Where statements end in a text, and what is still open there.

pub fn blank(s: &str) -> bool {
    s.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with("--"))
}

pub fn scan(s: &str) -> (Option<usize>, bool, i32) {
    let b = s.as_bytes();
    let (mut i, mut quote, mut depth) = (0, None::<u8>, 0);
    while i < b.len() {
        match (quote, b[i]) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), _) => {}
            (None, c @ (b'\'' | b'"')) => quote = Some(c),
            (None, b'-') if b.get(i + 1) == Some(&b'-') => {
                while i < b.len() && b[i] != b'\n' {
                    i += 1;
                }
            }
            (None, b'/') if b.get(i + 1) == Some(&b'*') => {
                i = s[i..].find("*/").map_or(b.len(), |e| i + e + 1);
            }
            (None, b'$') => {
                let close = s[i + 1..].find('$').map(|e| i + 1 + e);
                if let Some(close) = close
                    .filter(|c| s[i + 1..*c].bytes().all(|c| c.is_ascii_alphabetic() || c == b'_'))
                {
                    let tag = &s[i..=close];
                    match s[close + 1..].find(tag) {
                        Some(e) => i = close + e + tag.len(),
                        None => return (None, true, depth),
                    }
                }
            }
            (None, b'(') => depth += 1,
            (None, b')') => depth -= 1,
            (None, b';') if depth <= 0 => return (Some(i + 1), false, depth),
            _ => {}
        }
        i += 1;
    }
    (None, quote.is_some(), depth)
}

/// Where the first statement ends.
pub fn statement_end(s: &str) -> Option<usize> {
    scan(s).0
}

pub fn open_quote(s: &str) -> bool {
    scan(s).1
}

pub fn open_parens(s: &str) -> bool {
    scan(s).2 > 0
}
