//! fnmatch(3) as `--include` and its kin use it: `*` and `?` match slashes too.

/// True if `name` matches `pattern`.
pub fn matches(pattern: &str, name: &str) -> bool {
    let (p, n): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut i, mut j) = (0, 0);
    // Where the last star stood, and how far it has eaten.
    let mut star: Option<(usize, usize)> = None;
    loop {
        let step = match p.get(i) {
            Some('*') => {
                star = Some((i, j));
                i += 1;
                continue;
            }
            None if j == n.len() => return true,
            None => None,
            Some(_) if j >= n.len() => None,
            Some('?') => Some(1),
            Some('[') => bracket(&p[i..], n[j]).map(|(hit, len)| if hit { len } else { 0 }),
            Some('\\') if i + 1 < p.len() => Some(if p[i + 1] == n[j] { 2 } else { 0 }),
            Some(c) => Some(usize::from(*c == n[j])),
        };
        let step = match step {
            None if p.get(i) == Some(&'[') && j < n.len() => usize::from(n[j] == '['),
            s => s.unwrap_or(0),
        };
        if step > 0 {
            i += step;
            j += 1;
            continue;
        }
        match star {
            Some((si, sj)) if sj < n.len() => {
                star = Some((si, sj + 1));
                i = si + 1;
                j = sj + 1;
            }
            _ => return false,
        }
    }
}

/// Whether `c` is in the bracket expression that `p` begins with, and its length; `None` without end.
fn bracket(p: &[char], c: char) -> Option<(bool, usize)> {
    let negated = matches!(p.get(1), Some('!' | '^'));
    let mut i = if negated { 2 } else { 1 };
    let (first, mut hit) = (i, false);
    loop {
        match *p.get(i)? {
            ']' if i > first => return Some((hit != negated, i + 1)),
            '[' if p.get(i + 1) == Some(&':') => {
                let end = p[i + 2..].iter().position(|x| *x == ':')?;
                let name: String = p[i + 2..i + 2 + end].iter().collect();
                hit |= match name.as_str() {
                    "alpha" => c.is_alphabetic(),
                    "digit" => c.is_ascii_digit(),
                    "alnum" => c.is_alphanumeric(),
                    "upper" => c.is_uppercase(),
                    "lower" => c.is_lowercase(),
                    "space" => c.is_whitespace(),
                    "punct" => c.is_ascii_punctuation(),
                    "xdigit" => c.is_ascii_hexdigit(),
                    _ => false,
                };
                i += end + 4;
            }
            lo => {
                if p.get(i + 1) == Some(&'-') && p.get(i + 2).is_some_and(|x| *x != ']') {
                    hit |= (lo..=p[i + 2]).contains(&c);
                    i += 3;
                } else {
                    hit |= lo == c;
                    i += 1;
                }
            }
        }
    }
}
