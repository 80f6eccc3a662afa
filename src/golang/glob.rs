//! Go's `filepath.Match` for one name, and what moby's `patternmatcher` makes of it for paths, where
//! `**` stands for any number of directories. Which files are meant is said elsewhere.

/// Characters: these ranges, or all but them.
#[derive(Clone, Debug)]
struct Set {
    negated: bool,
    ranges: Vec<(char, char)>,
}

impl Set {
    fn all_but(chars: &[char]) -> Set {
        Set { negated: true, ranges: chars.iter().map(|c| (*c, *c)).collect() }
    }

    fn has(&self, c: char) -> bool {
        self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&c)) != self.negated
    }
}

/// A step of a pattern.
#[derive(Clone, Debug)]
enum Step {
    /// One character.
    One(Set),
    /// Any number of characters.
    Many(Set),
    /// The next step, or the one after it.
    Fork,
    /// Anything up to a slash, one of those that come.
    Dirs,
}

/// A pattern, read.
#[derive(Clone, Debug)]
pub struct Glob(Vec<Step>);

impl Glob {
    /// A pattern of `filepath.Match`; `None` where it is none.
    pub fn of_name(pattern: &str) -> Option<Glob> {
        Glob::read(&pattern.chars().collect::<Vec<char>>(), false)
    }

    /// A pattern of `patternmatcher`, which makes a regular expression of it; `None` where that is
    /// none. It must be one of `filepath.Match` already.
    pub fn of_path(pattern: &str) -> Option<Glob> {
        let p: Vec<char> = pattern.chars().collect();
        if let Some(rest) = p.strip_prefix(&['*', '*'])
            && rest.first() != Some(&'/')
            && !rest.iter().any(|c| matches!(c, '*' | '?' | '[' | ']' | '\\'))
        {
            // Plain characters after it are simply the end of the path.
            let mut steps = vec![Step::Many(Set::all_but(&[]))];
            steps.extend(Glob::read(rest, true)?.0);
            return Some(Glob(steps));
        }
        Glob::read(&p, true)
    }

    fn read(p: &[char], path: bool) -> Option<Glob> {
        let (mut steps, mut at) = (Vec::new(), 0);
        while let Some(&c) = p.get(at) {
            at += 1;
            match c {
                '*' if path && p.get(at) == Some(&'*') => {
                    at += 1;
                    if p.get(at) == Some(&'/') {
                        at += 1;
                    }
                    match at == p.len() {
                        true => steps.push(Step::Many(Set::all_but(&[]))),
                        false => steps.extend([Step::Fork, Step::Dirs]),
                    }
                }
                '*' => steps.push(Step::Many(Set::all_but(&['/']))),
                '?' => steps.push(Step::One(Set::all_but(&['/']))),
                '[' => {
                    let (step, end) = class(p, at, path)?;
                    steps.push(step);
                    at = end;
                }
                _ => {
                    let (c, end) = character(p, at - 1)?;
                    steps.push(Step::One(Set { negated: false, ranges: vec![(c, c)] }));
                    at = end;
                }
            }
        }
        Some(Glob(steps))
    }

    /// Whether the whole text fits. The time is that of its length times the pattern's.
    pub fn matches(&self, text: &str) -> bool {
        let end = self.0.len();
        let mut here = vec![false; end + 2];
        here[0] = true;
        self.forward(&mut here);
        for c in text.chars() {
            let mut next = vec![false; end + 2];
            for (i, step) in self.0.iter().enumerate().filter(|(i, _)| here[*i]) {
                match step {
                    Step::One(set) => next[i + 1] |= set.has(c),
                    Step::Many(set) => next[i] |= set.has(c),
                    Step::Fork => {}
                    Step::Dirs => {
                        next[i] = true;
                        next[i + 1] |= c == '/';
                    }
                }
            }
            self.forward(&mut next);
            here = next;
        }
        here[end]
    }

    /// Adds the steps that are reached without a character.
    fn forward(&self, here: &mut [bool]) {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Many(_) if here[i] => here[i + 1] = true,
                Step::Fork if here[i] => here[i + 1..i + 3].fill(true),
                _ => {}
            }
        }
    }
}

/// A character, perhaps after a backslash, and where the next one is.
fn character(p: &[char], at: usize) -> Option<(char, usize)> {
    match p.get(at)? {
        '\\' => Some((*p.get(at + 1)?, at + 2)),
        c => Some((*c, at + 1)),
    }
}

/// A class whose bracket has been read, and where what follows it is. In a path's pattern a star or
/// question mark in it is turned into `[^/]` before anybody asks whether it stands in a class; so its
/// characters belong to the class, its bracket ends it, and the rest is plain text.
fn class(p: &[char], mut at: usize, path: bool) -> Option<(Step, usize)> {
    let mut set = Set { negated: p.get(at) == Some(&'^'), ranges: Vec::new() };
    at += usize::from(set.negated);
    loop {
        match p.get(at)? {
            ']' if !set.ranges.is_empty() => return Some((Step::One(set), at + 1)),
            '-' | ']' => return None,
            wild @ ('*' | '?') if path => {
                set.ranges.extend(['[', '^', '/'].map(|c| (c, c)));
                let step = if *wild == '*' { Step::Many(set) } else { Step::One(set) };
                return Some((step, at + 1));
            }
            _ => {}
        }
        let (low, next) = character(p, at)?;
        let (high, next) = match p.get(next)? {
            '-' if matches!(p.get(next + 1)?, '-' | ']') => return None,
            '-' => character(p, next + 1)?,
            _ => (low, next),
        };
        // A regular expression has no such range; for a name it is empty.
        if path && low > high {
            return None;
        }
        set.ranges.push((low, high));
        at = next;
    }
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn names() {
        for (pattern, name, fits) in [
            ("*.txt", "a.txt", true),
            ("*.txt", "a.txt2", false),
            ("**", "ab", true),
            ("a?c*", "abc", true),
            ("[z-a]", "b", false),
            ("[*]", "*", true),
            ("[^a-c]x", "dx", true),
            ("*a*a*a*a*a*b", &"a".repeat(500), false),
        ] {
            assert_eq!(Glob::of_name(pattern).unwrap().matches(name), fits, "{pattern} {name}");
        }
        assert!(Glob::of_name("[a").is_none() && Glob::of_name("a\\").is_none());
    }
}
