//! fnmatch(3): patterns that stand for names.

/// How a pattern is matched.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Flags {
    /// `*` and `?` do not match `/` (FNM_PATHNAME).
    pub pathname: bool,
    /// Letters match in either case (FNM_CASEFOLD).
    pub fold: bool,
    /// A leading dot is matched only by a dot (FNM_PERIOD).
    pub period: bool,
}

/// Whether all of `name` matches `pattern`. Backtracks to the last `*` only, so its time is at most
/// the product of both lengths.
pub fn matches(pattern: &str, name: &str, flags: Flags) -> bool {
    let pat: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = name.chars().collect();
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        let dot = flags.period
            && text[t] == '.'
            && (t == 0 || (flags.pathname && text[t - 1] == '/'))
            && pat.get(p) != Some(&'.')
            && pat.get(p) != Some(&'\\');
        if dot && p < pat.len() && matches!(pat[p], '*' | '?' | '[') {
            return false;
        }
        if pat.get(p) == Some(&'*') {
            star = Some((p + 1, t));
            p += 1;
            continue;
        }
        if let Some(next) = one(&pat, p, text[t], flags) {
            p = next;
            t += 1;
            continue;
        }
        match star {
            Some((sp, st)) if !(flags.pathname && text[st] == '/') => {
                star = Some((sp, st + 1));
                p = sp;
                t = st + 1;
            }
            _ => return false,
        }
    }
    pat[p..].iter().all(|c| *c == '*')
}

fn same(a: char, b: char, fold: bool) -> bool {
    a == b || (fold && a.to_lowercase().eq(b.to_lowercase()))
}

/// Matches one character; gives the position in the pattern behind what matched it.
fn one(pat: &[char], p: usize, c: char, flags: Flags) -> Option<usize> {
    match pat.get(p)? {
        '?' => (!(flags.pathname && c == '/')).then_some(p + 1),
        '[' => match bracket(pat, p, c, flags) {
            Some((true, next)) => Some(next),
            Some((false, _)) => None,
            None => (c == '[').then_some(p + 1),
        },
        '\\' if p + 1 < pat.len() => same(pat[p + 1], c, flags.fold).then_some(p + 2),
        lit => same(*lit, c, flags.fold).then_some(p + 1),
    }
}

/// A bracket expression: whether it matches, and where it ends. `None` where it does not end.
fn bracket(pat: &[char], p: usize, c: char, flags: Flags) -> Option<(bool, usize)> {
    let mut i = p + 1;
    let negate = matches!(pat.get(i), Some('!' | '^'));
    if negate {
        i += 1;
    }
    let first = i;
    let mut found = false;
    loop {
        let mut lo = *pat.get(i)?;
        if lo == ']' && i > first {
            let hit = found != negate && !(flags.pathname && c == '/');
            return Some((hit, i + 1));
        }
        if lo == '[' && pat.get(i + 1) == Some(&':') {
            let end =
                (i + 2..pat.len().saturating_sub(1)).find(|&j| pat[j] == ':' && pat[j + 1] == ']');
            if let Some(end) = end {
                let class: String = pat[i + 2..end].iter().collect();
                found |= in_class(&class, c)
                    || (flags.fold
                        && matches!(class.as_str(), "upper" | "lower")
                        && c.is_alphabetic());
                i = end + 2;
                continue;
            }
        }
        if lo == '\\' {
            i += 1;
            lo = *pat.get(i)?;
        }
        i += 1;
        let mut hi = lo;
        if pat.get(i) == Some(&'-') && pat.get(i + 1).is_some_and(|c| *c != ']') {
            i += 1;
            hi = pat[i];
            if hi == '\\' {
                i += 1;
                hi = *pat.get(i)?;
            }
            i += 1;
        }
        let within = |c: char| lo <= c && c <= hi;
        found |= within(c)
            || (flags.fold && (c.to_lowercase().any(within) || c.to_uppercase().any(within)));
    }
}

fn in_class(class: &str, c: char) -> bool {
    match class {
        "alpha" => c.is_alphabetic(),
        "digit" => c.is_ascii_digit(),
        "alnum" => c.is_alphanumeric(),
        "upper" => c.is_uppercase(),
        "lower" => c.is_lowercase(),
        "space" => c.is_whitespace(),
        "blank" => c == ' ' || c == '\t',
        "punct" => c.is_ascii_punctuation(),
        "cntrl" => c.is_control(),
        "print" => !c.is_control(),
        "graph" => !c.is_control() && c != ' ',
        "xdigit" => c.is_ascii_hexdigit(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        let m = |p, s| matches(p, s, Flags::default());
        assert!(m("*.txt", "a.txt") && m("*", "") && m("a*b*c", "axxbyyc") && m("[a-c]?", "bz"));
        assert!(!m("*.txt", "a.txtx") && m("[!a]", "b") && !m("[!a]", "a") && m("[]]", "]"));
        assert!(m("[[:digit:]]*", "7x") && m("\\*", "*") && !m("\\*", "x") && m("a[", "a["));
        let path = Flags { pathname: true, ..Flags::default() };
        assert!(!matches("*", "a/b", path) && m("*", "a/b"));
        assert!(matches("A*", "abc", Flags { fold: true, ..Flags::default() }));
        assert!(!m(&"a*".repeat(40), &"a".repeat(30)));
    }
}
