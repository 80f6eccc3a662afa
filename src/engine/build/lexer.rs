//! Variables replaced in the words of a Dockerfile, quotes and escapes taken off (BuildKit's `shell` lexer).

use super::pattern::Pattern;

/// Looks a variable up.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Replaces variables in a text and takes quotes and escapes off.
pub fn expand(text: &str, escape: char, get: Lookup<'_>) -> Result<String, String> {
    Lexer::new(text, escape, get)
        .word(None, 0)
        .map_err(|why| format!("failed to process {text:?}: {why}"))
}

/// As [`expand`], for the name that is shown of a step: quotes stay, and so do variables that are not set.
pub fn shown(text: &str, escape: char, get: Lookup<'_>) -> String {
    let mut l = Lexer { shown: true, ..Lexer::new(text, escape, get) };
    l.word(None, 0).unwrap_or_else(|_| text.to_string())
}

/// As [`expand`], but quotes and escapes stay (for texts that a shell reads afterwards).
pub fn expand_raw(text: &str, escape: char, get: Lookup<'_>) -> Result<String, String> {
    let mut l = Lexer::new(text, escape, get);
    let mut out = String::new();
    while let Some(c) = l.peek() {
        if c == escape {
            l.at += 1;
            match l.next() {
                Some('$') => out.push('$'),
                Some(n) => {
                    out.push(c);
                    out.push(n);
                }
                None => out.push(c),
            }
        } else if c == '$' {
            out.push_str(&l.dollar(0)?);
        } else {
            out.push(c);
            l.at += 1;
        }
    }
    Ok(out)
}

struct Lexer<'a> {
    chars: Vec<char>,
    at: usize,
    escape: char,
    get: Lookup<'a>,
    /// Quotes, and variables that are not set, stay as they are.
    shown: bool,
    /// Escapes stay as they are, for the pattern that they stand in.
    raw: bool,
}

impl<'a> Lexer<'a> {
    fn new(text: &str, escape: char, get: Lookup<'a>) -> Lexer<'a> {
        Lexer { chars: text.chars().collect(), at: 0, escape, get, shown: false, raw: false }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek();
        self.at += 1;
        c
    }

    fn word(&mut self, end: Option<char>, depth: usize) -> Result<String, String> {
        if depth > 50 {
            return Err("too many nested substitutions".to_string());
        }
        let mut out = String::new();
        while let Some(c) = self.peek() {
            if Some(c) == end {
                return Ok(out);
            }
            match c {
                '\'' => {
                    self.at += 1;
                    let quote = self.shown.then_some(c);
                    out.extend(quote);
                    loop {
                        match self.next() {
                            Some('\'') => break,
                            Some(c) => out.push(c),
                            None => return Err("unexpected end of statement while looking for matching single-quote".into()),
                        }
                    }
                    out.extend(quote);
                }
                '"' => {
                    self.at += 1;
                    let quote = self.shown.then_some(c);
                    out.extend(quote);
                    self.double(&mut out, depth)?;
                    out.extend(quote);
                }
                '$' => out.push_str(&self.dollar(depth)?),
                c if c == self.escape => {
                    self.at += 1;
                    out.extend(self.raw.then_some(c));
                    out.extend(self.next());
                }
                c => {
                    out.push(c);
                    self.at += 1;
                }
            }
        }
        match end {
            Some(_) => Err("syntax error: missing '}'".to_string()),
            None => Ok(out),
        }
    }

    fn double(&mut self, out: &mut String, depth: usize) -> Result<(), String> {
        loop {
            match self.peek() {
                None => {
                    return Err(
                        "unexpected end of statement while looking for matching double-quote"
                            .into(),
                    );
                }
                Some('"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some('$') => out.push_str(&self.dollar(depth)?),
                Some(c) if c == self.escape => {
                    self.at += 1;
                    match self.next() {
                        Some(n) if n == '"' || n == '$' || n == self.escape => out.push(n),
                        Some(n) => {
                            out.push(c);
                            out.push(n);
                        }
                        None => {}
                    }
                }
                Some(c) => {
                    out.push(c);
                    self.at += 1;
                }
            }
        }
    }

    /// A name; digits, or one of the shell's own signs, make up one alone.
    fn name(&mut self) -> String {
        let start = self.at;
        let digit = |c: char| c.is_ascii_digit();
        match self.peek() {
            Some('@' | '*' | '#' | '?' | '-' | '$' | '!') => self.at += 1,
            Some(c) if digit(c) => {
                while self.peek().is_some_and(digit) {
                    self.at += 1;
                }
            }
            _ => {
                while self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
                    self.at += 1;
                }
            }
        }
        self.chars[start..self.at].iter().collect()
    }

    fn dollar(&mut self, depth: usize) -> Result<String, String> {
        let start = self.at;
        let (value, known) = self.substitution(depth)?;
        Ok(match self.shown && !known {
            true => self.chars[start..self.at].iter().collect(),
            false => value,
        })
    }

    /// What stands for a variable, and whether it is set.
    fn substitution(&mut self, depth: usize) -> Result<(String, bool), String> {
        self.at += 1;
        if self.peek() != Some('{') {
            let name = self.name();
            if name.is_empty() {
                return Ok(("$".to_string(), true));
            }
            let value = (self.get)(&name);
            let known = value.is_some();
            return Ok((value.unwrap_or_default(), known));
        }
        self.at += 1;
        match self.peek() {
            None => return Err("syntax error: missing '}'".to_string()),
            Some('{' | '}' | ':') => return Err("syntax error: bad substitution".to_string()),
            Some(_) => {}
        }
        let name = self.name();
        let mut op = self.next();
        let colon = op == Some(':');
        if colon {
            op = self.next();
        }
        let op = op.unwrap_or('\u{fffd}');
        let patterned = matches!(op, '#' | '%' | '/');
        if !(matches!(op, '-' | '+' | '?') || op == '}' && !colon || patterned && !colon) {
            if colon && !patterned {
                self.end_word(depth)?;
                // The variable is looked up first, whatever is to become of it.
                (self.get)(&name);
            }
            let colon = if colon { ":" } else { "" };
            return Err(format!("unsupported modifier ({colon}{op}) in substitution"));
        }
        let word = match op {
            '}' => String::new(),
            _ if patterned => self.pattern(op, depth)?,
            _ => self.end_word(depth)?,
        };
        let replacement = if op == '/' { self.pattern('#', depth)? } else { String::new() };
        let value = (self.get)(&name);
        let known = value.is_some();
        let value = value.unwrap_or_default();
        let set = known && !(colon && value.is_empty());
        let text = match op {
            '-' if !set => word,
            '+' => {
                if set {
                    word
                } else {
                    String::new()
                }
            }
            '?' if !set && !word.is_empty() => return Err(format!("{name}: {word}")),
            '?' if !known => return Err(format!("{name}: is not allowed to be unset")),
            '?' if !set => return Err(format!("{name}: is not allowed to be empty")),
            '#' | '%' => match word.strip_prefix(op) {
                Some(word) => Pattern::read(word)?.trim(&value, op == '%', true),
                None => Pattern::read(&word)?.trim(&value, op == '%', false),
            },
            '/' => match word.strip_prefix('/') {
                Some(word) => Pattern::read(word)?.replace(&value, &replacement, true),
                None => Pattern::read(&word)?.replace(&value, &replacement, false),
            },
            _ => value,
        };
        Ok((text, known))
    }

    /// What stands before the brace that ends a substitution.
    fn end_word(&mut self, depth: usize) -> Result<String, String> {
        let word = self.word(Some('}'), depth + 1)?;
        self.at += 1;
        Ok(word)
    }

    /// A pattern, whose escapes stay; behind `/`, it ends where its replacement begins.
    fn pattern(&mut self, op: char, depth: usize) -> Result<String, String> {
        let outer = std::mem::replace(&mut self.raw, true);
        let word = match op {
            '/' => {
                let all = if self.peek() == Some('/') { self.next() } else { None };
                let word = self.word(Some('/'), depth + 1);
                self.at += 1;
                let word = word.map_err(|_| "syntax error: missing '/' in ${}".to_string());
                word.map(|word| all.into_iter().chain(word.chars()).collect())
            }
            _ => self.end_word(depth),
        };
        self.raw = outer;
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables() {
        let get = |n: &str| {
            let known = [("a", "1"), ("f", "x.tar.gz"), ("p", "a/b/c")];
            known.iter().find(|(name, _)| *name == n).map(|(_, value)| (*value).to_string())
        };
        for (from, to) in [
            ("x$a-${a}", "x1-1"),
            ("${b:-d}${a:+y}${b:+n}", "dy"),
            ("'$a' \"$a\" \\$a", "$a 1 $a"),
            ("$", "$"),
            ("${b:-${a}}", "1"),
            ("${f%%.*} ${f#*.} ${f##*.} ${f%.gz}", "x tar.gz gz x.tar"),
            ("${p//\\//-} ${p/b/X} $$x $1a", "a-b-c a/X/c x a"),
        ] {
            assert_eq!(expand(from, '\\', &get).as_deref(), Ok(to), "{from}");
        }
        let raw = "\"$a\" '$a' $b ${b:-d} ${a:+y} \\$a $$ $(x)";
        assert_eq!(shown(raw, '\\', &get), "\"1\" '$a' $b ${b:-d} y $a $$ $(x)");
        for (from, why) in [
            ("${a", "unsupported modifier (\u{fffd}) in substitution"),
            ("${a:#x}", "unsupported modifier (:#) in substitution"),
            ("${}", "syntax error: bad substitution"),
            ("${b:?must", "syntax error: missing '}'"),
            ("${b:?}", "b: is not allowed to be unset"),
            ("'x", "unexpected end of statement while looking for matching single-quote"),
        ] {
            let said = expand(from, '\\', &get).unwrap_err();
            assert_eq!(said, format!("failed to process {from:?}: {why}"));
        }
        assert_eq!(expand_raw("echo \"$a\" \\$b", '\\', &get).as_deref(), Ok("echo \"1\" $b"));
    }
}
