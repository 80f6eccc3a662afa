//! `.dockerignore`: which files of the context are left out. Patterns are those of Go's
//! `filepath.Match`, with `**` for any number of directories; the last one that fits decides.

use crate::docker::opts::mount::clean;

/// The patterns of a file.
#[derive(Clone, Debug, Default)]
pub struct Ignore {
    patterns: Vec<(bool, Vec<String>)>,
}

impl Ignore {
    /// Reads a file's text.
    pub fn parse(text: &str) -> Ignore {
        let mut patterns = Vec::new();
        for line in text.lines() {
            let line = line.trim_start_matches('\u{feff}').trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (keep, pattern) = match line.strip_prefix('!') {
                Some(rest) => (true, rest.trim()),
                None => (false, line),
            };
            let pattern = clean(pattern.trim_start_matches('/'));
            patterns.push((keep, pattern.split('/').map(str::to_string).collect()));
        }
        Ignore { patterns }
    }

    /// Whether a path is left out: it fits itself, or a directory above it does.
    pub fn leaves_out(&self, path: &str) -> bool {
        let parts: Vec<&str> = path.split('/').collect();
        let mut out = false;
        for (keep, pattern) in &self.patterns {
            if out == *keep && (1..=parts.len()).any(|n| fits(pattern, &parts[..n])) {
                out = !keep;
            }
        }
        out
    }
}

fn fits(pattern: &[String], parts: &[&str]) -> bool {
    match (pattern.split_first(), parts.split_first()) {
        (None, None) => true,
        (Some((first, rest)), _) if first == "**" => {
            (rest.is_empty() && !parts.is_empty())
                || (0..=parts.len()).any(|n| !rest.is_empty() && fits(rest, &parts[n..]))
        }
        (Some((first, rest)), Some((part, more))) => {
            let (p, t): (Vec<char>, Vec<char>) = (first.chars().collect(), part.chars().collect());
            segment(&p, &t) && fits(rest, more)
        }
        _ => false,
    }
}

fn segment(pattern: &[char], text: &[char]) -> bool {
    // The usual walk with one point to go back to: the last star.
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
                continue;
            }
            Some('?') => {
                p += 1;
                t += 1;
                continue;
            }
            Some('[') => {
                if let Some((yes, next)) = class(pattern, p, text[t])
                    && yes
                {
                    p = next;
                    t += 1;
                    continue;
                }
            }
            Some('\\') if pattern.get(p + 1) == Some(&text[t]) => {
                p += 2;
                t += 1;
                continue;
            }
            Some(c) if *c == text[t] => {
                p += 1;
                t += 1;
                continue;
            }
            _ => {}
        }
        match star {
            Some((at, from)) => {
                (p, t) = (at + 1, from + 1);
                star = Some((at, from + 1));
            }
            None => return false,
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

/// Whether a character is in the class that begins here, and where the class ends.
fn class(pattern: &[char], at: usize, c: char) -> Option<(bool, usize)> {
    let mut i = at + 1;
    let negated = matches!(pattern.get(i), Some('^' | '!'));
    if negated {
        i += 1;
    }
    let (mut yes, mut first) = (false, true);
    loop {
        let low = *pattern.get(i)?;
        if low == ']' && !first {
            return Some((yes != negated, i + 1));
        }
        first = false;
        if pattern.get(i + 1) == Some(&'-') && pattern.get(i + 2).is_some_and(|h| *h != ']') {
            yes |= (low..=pattern[i + 2]).contains(&c);
            i += 3;
        } else {
            yes |= low == c;
            i += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ignore;

    #[test]
    fn patterns() {
        let ignore =
            Ignore::parse("# no\nnode_modules\n*.log\n!keep.log\n**/tmp\n/build/*\ndoc?.[a-c]\n");
        for (path, out) in [
            ("node_modules", true),
            ("node_modules/a/b", true),
            ("src/node_modules", false),
            ("a.log", true),
            ("keep.log", false),
            ("sub/a.log", false),
            ("a/b/tmp", true),
            ("tmp/x", true),
            ("build/x", true),
            ("build", false),
            ("doc1.b", true),
            ("doc1.d", false),
        ] {
            assert_eq!(ignore.leaves_out(path), out, "{path}");
        }
    }
}
