//! The patterns of `${name#pattern}`, `%` and `/` in a Dockerfile: `*`, `?`, and characters that stand for
//! themselves. Where they stand is for `words.rs` to say.

/// A part of a pattern.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Anything.
    Any,
    /// One character, whichever.
    One,
    This(char),
}

/// A pattern, read.
pub struct Pattern(Vec<Piece>);

impl Pattern {
    /// Reads a pattern; a backslash takes a sign's meaning away.
    pub fn read(text: &str) -> Result<Pattern, String> {
        let mut out = Vec::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            out.push(match c {
                '*' => Piece::Any,
                '?' => Piece::One,
                '\\' => match chars.next() {
                    Some(c @ ('*' | '?' | '\\' | '}' | '/')) => Piece::This(c),
                    other => {
                        let c = other.unwrap_or('\u{fffd}');
                        return Err(format!(
                            "invalid pattern ({text}) in substitution: invalid escape '\\{c}'"
                        ));
                    }
                },
                c => Piece::This(c),
            });
        }
        Ok(Pattern(out))
    }

    /// Takes off what fits at the end or the beginning of a text, as much or as little as can be.
    pub fn trim(mut self, text: &str, end: bool, greedy: bool) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        if end {
            chars.reverse();
            self.0.reverse();
        }
        let taken = self.fits(&chars, greedy).unwrap_or(0);
        chars.drain(..taken);
        if end {
            chars.reverse();
        }
        chars.into_iter().collect()
    }

    /// Puts something in the place of what fits, the first time or each time.
    pub fn replace(&self, text: &str, with: &str, all: bool) -> String {
        let chars: Vec<char> = text.chars().collect();
        let (mut out, mut at, mut done) = (String::new(), 0, false);
        while at <= chars.len() {
            if let Some(taken) = self.fits(&chars[at..], true).filter(|_| all || !done) {
                done = true;
                out.push_str(with);
                if taken > 0 {
                    at += taken;
                    continue;
                }
            }
            out.extend(chars.get(at));
            at += 1;
        }
        out
    }

    /// How many characters at the beginning fit.
    fn fits(&self, text: &[char], greedy: bool) -> Option<usize> {
        // Where the text may be when a part of the pattern has been gone through.
        let mut at = vec![false; text.len() + 1];
        at[0] = true;
        for piece in &self.0 {
            let mut next = vec![false; at.len()];
            match piece {
                Piece::Any => {
                    let first = at.iter().position(|here| *here)?;
                    next[first..].fill(true);
                }
                Piece::One | Piece::This(_) => {
                    for (n, c) in text.iter().enumerate() {
                        let same = *piece == Piece::One || *piece == Piece::This(*c);
                        next[n + 1] = at[n] && same;
                    }
                }
            }
            at = next;
        }
        match greedy {
            true => at.iter().rposition(|here| *here),
            false => at.iter().position(|here| *here),
        }
    }
}
