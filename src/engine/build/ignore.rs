//! `.dockerignore`: which files of a context the client leaves out (moby `patternmatcher`). For the
//! client, who walks the files.

/// One line.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Pattern {
    parts: Vec<String>,
    /// `!`: what matches stays.
    keep: bool,
}

/// A `.dockerignore`, read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ignore(Vec<Pattern>);

impl Ignore {
    /// Reads one.
    pub fn parse(text: &str) -> Ignore {
        let mut out = Vec::new();
        for line in text.trim_start_matches('\u{feff}').lines() {
            if line.starts_with('#') {
                continue;
            }
            let line = line.trim();
            let (keep, line) = match line.strip_prefix('!') {
                Some(rest) => (true, rest.trim()),
                None => (false, line),
            };
            if line.is_empty() {
                continue;
            }
            let path = crate::engine::disk::clean(line);
            let parts: Vec<String> =
                path.split('/').filter(|p| !p.is_empty()).map(str::to_string).collect();
            if !parts.is_empty() && path != "." {
                out.push(Pattern { parts, keep });
            }
        }
        Ignore(out)
    }

    /// Whether a path of the context (no leading slash) is left out. The last pattern that matches it
    /// or a directory above it decides.
    pub fn matches(&self, path: &str) -> bool {
        let parts: Vec<&str> = path.split('/').collect();
        let mut ignored = false;
        for p in &self.0 {
            if p.keep == ignored && (1..=parts.len()).any(|n| fits(&p.parts, &parts[..n])) {
                ignored = !p.keep;
            }
        }
        ignored
    }

    /// Whether anything can be kept below an ignored directory, so that it must be walked.
    pub fn has_exceptions(&self) -> bool {
        self.0.iter().any(|p| p.keep)
    }
}

fn fits(pattern: &[String], path: &[&str]) -> bool {
    match (pattern.split_first(), path.split_first()) {
        (None, None) => true,
        (Some((p, rest)), _) if p == "**" => {
            (0..=path.len()).any(|n| fits(rest, &path[n..])) || rest.is_empty()
        }
        (Some((p, rest)), Some((name, more))) => part(p, name) && fits(rest, more),
        _ => false,
    }
}

/// Go's `filepath.Match` for one part of a path.
pub fn part(pattern: &str, name: &str) -> bool {
    let (p, n): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    matches(&p, &n)
}

fn matches(p: &[char], n: &[char]) -> bool {
    let (mut i, mut j, mut star) = (0, 0, None);
    while j < n.len() {
        let step = match p.get(i) {
            Some('*') => {
                star = Some((i, j));
                i += 1;
                continue;
            }
            Some('?') => Some(1),
            Some('[') => class(&p[i..], n[j]),
            Some('\\') => (p.get(i + 1) == Some(&n[j])).then_some(2),
            Some(c) => (*c == n[j]).then_some(1),
            None => None,
        };
        match (step, star) {
            (Some(width), _) => {
                i += width;
                j += 1;
            }
            (None, Some((at, from))) => {
                star = Some((at, from + 1));
                i = at + 1;
                j = from + 1;
            }
            (None, None) => return false,
        }
    }
    p[i..].iter().all(|c| *c == '*')
}

/// A character class that begins a pattern: its width if it has the character.
fn class(p: &[char], c: char) -> Option<usize> {
    let end = p.iter().skip(2).position(|x| *x == ']')? + 2;
    let negated = p.get(1) == Some(&'^');
    let set = &p[if negated { 2 } else { 1 }..end];
    let mut found = false;
    let mut k = 0;
    while k < set.len() {
        if set.get(k + 1) == Some(&'-') && k + 2 < set.len() {
            found |= set[k] <= c && c <= set[k + 2];
            k += 3;
        } else {
            found |= set[k] == c;
            k += 1;
        }
    }
    (found != negated).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::Ignore;

    #[test]
    fn patterns() {
        let i = Ignore::parse(
            "# c\n*.log\nnode_modules\n/a/b\n**/tmp\n!keep.log\ndocs/*\n!docs/README.md\n[xy]?\n",
        );
        for path in ["x.log", "node_modules/a/b", "a/b/c", "q/r/tmp/z", "docs/a", "x1"] {
            assert!(i.matches(path), "{path}");
        }
        for path in ["a/x.log", "keep.log", "a/c", "docs/README.md", "docs", "z1"] {
            assert!(!i.matches(path), "{path}");
        }
        let all = Ignore::parse("*\n!src\n");
        assert!(all.matches("other/x") && !all.matches("src/a"));
    }
}
