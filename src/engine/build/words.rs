//! Words of a Dockerfile: variables replaced, quotes taken off (BuildKit's `shell` lexer), and the
//! `NAME=value` lists of ENV and LABEL.

use super::dockerfile::json_form;

/// Looks a variable up.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Replaces variables in a text and takes quotes and escapes off.
pub fn expand(text: &str, escape: char, get: Lookup<'_>) -> Result<String, String> {
    Lexer { chars: text.chars().collect(), at: 0, escape, get, shown: false }
        .word(None, 0)
        .map_err(|why| format!("failed to process {text:?}: {why}"))
}

/// The words of an instruction that takes a list: JSON's, or those between spaces.
pub fn listed(text: &str, escape: char) -> Vec<String> {
    json_form(text).unwrap_or_else(|| split(text, escape))
}

/// The same with variables replaced.
pub fn expanded(text: &str, escape: char, get: Lookup<'_>) -> Result<Vec<String>, String> {
    listed(text, escape).iter().map(|word| expand(word, escape, get)).collect()
}

/// As [`expand`], for the name that is shown of a step: quotes stay, and so do variables that are not set.
pub fn shown(text: &str, escape: char, get: Lookup<'_>) -> String {
    let mut l = Lexer { chars: text.chars().collect(), at: 0, escape, get, shown: true };
    l.word(None, 0).unwrap_or_else(|_| text.to_string())
}

/// As [`expand`], but quotes and escapes stay (for texts that a shell reads afterwards).
pub fn expand_raw(text: &str, escape: char, get: Lookup<'_>) -> Result<String, String> {
    let mut l = Lexer { chars: text.chars().collect(), at: 0, escape, get, shown: false };
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
}

impl Lexer<'_> {
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
                    match self.next() {
                        Some(n) => out.push(n),
                        None => out.push(c),
                    }
                }
                c => {
                    out.push(c);
                    self.at += 1;
                }
            }
        }
        match end {
            Some(e) => Err(format!("unexpected end of statement while looking for {e}")),
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

    fn name(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '_') {
            self.at += 1;
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
        let name = self.name();
        let value = (self.get)(&name);
        let known = value.is_some();
        let bad = || "syntax error: missing '}'".to_string();
        let colon = self.peek() == Some(':');
        if colon {
            self.at += 1;
        }
        let op = self.next().ok_or_else(bad)?;
        if op == '}' && !colon {
            return Ok((value.unwrap_or_default(), known));
        }
        if name.is_empty() {
            return Err("bad substitution".to_string());
        }
        let set = value.as_ref().is_some_and(|v| !colon || !v.is_empty());
        let word = self.word(Some('}'), depth + 1)?;
        self.at += 1;
        let text = match op {
            '-' => Ok(if set { value.unwrap_or_default() } else { word }),
            '+' => Ok(if set { word } else { String::new() }),
            '?' if set => Ok(value.unwrap_or_default()),
            '?' => Err(format!(
                "{name}: {}",
                if word.is_empty() { "not allowed to be unset" } else { &word }
            )),
            '#' | '%' | '/' => Err(format!(
                "Drydock does not simulate ${{{name}{op}...}} in a Dockerfile: only -, + and ? are."
            )),
            c => Err(format!("unsupported modifier ({c}) in substitution")),
        };
        text.map(|text| (text, known))
    }
}

/// Splits at white space outside of quotes; quotes stay.
pub fn split(text: &str, escape: char) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut quote: Option<char> = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == escape && quote != Some('\'') {
            word.push(c);
            word.extend(chars.next());
            continue;
        }
        match quote {
            Some(q) if c == q => quote = None,
            None if c == '\'' || c == '"' => quote = Some(c),
            None if c.is_whitespace() => {
                if !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
                continue;
            }
            _ => {}
        }
        word.push(c);
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

/// `NAME=value ...`, or the old `NAME value`, with variables replaced.
pub fn pairs(
    what: &str,
    text: &str,
    escape: char,
    get: Lookup<'_>,
) -> Result<Vec<(String, String)>, String> {
    let words = split(text, escape);
    let first = words.first().cloned().unwrap_or_default();
    if !first.contains('=') {
        let Some((name, value)) = text.trim().split_once(char::is_whitespace) else {
            return Err(format!("{what} must have two arguments"));
        };
        return Ok(vec![(expand(name, escape, get)?, expand(value.trim(), escape, get)?)]);
    }
    let mut out = Vec::new();
    for word in words {
        let Some((name, value)) = word.split_once('=') else {
            return Err(format!(
                "Syntax error - can't find = in {word:?}. Must be of the form: name=value"
            ));
        };
        let name = expand(name, escape, get)?;
        out.push((name, expand(value, escape, get)?));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables() {
        let get = |n: &str| (n == "a").then(|| "1".to_string());
        for (from, to) in [
            ("x$a-${a}", "x1-1"),
            ("${b:-d}${a:+y}${b:+n}", "dy"),
            ("'$a' \"$a\" \\$a", "$a 1 $a"),
            ("$", "$"),
            ("${b:-${a}}", "1"),
        ] {
            assert_eq!(expand(from, '\\', &get).as_deref(), Ok(to), "{from}");
        }
        let raw = "\"$a\" '$a' $b ${b:-d} ${a:+y} \\$a $$ $(x)";
        assert_eq!(shown(raw, '\\', &get), "\"1\" '$a' $b ${b:-d} y $a $$ $(x)");
        assert!(expand("${a", '\\', &get).is_err());
        assert!(expand("'x", '\\', &get).is_err());
        assert_eq!(expand_raw("echo \"$a\" \\$b", '\\', &get).as_deref(), Ok("echo \"1\" $b"));
    }

    #[test]
    fn lists() {
        let get = |_: &str| None;
        assert_eq!(
            pairs("ENV", "a=1 b=\"x y\" c=p\\ q", '\\', &get).unwrap(),
            [("a", "1"), ("b", "x y"), ("c", "p q")].map(|(a, b)| (a.to_string(), b.to_string()))
        );
        assert_eq!(
            pairs("ENV", "a some words", '\\', &get).unwrap(),
            [("a".to_string(), "some words".to_string())]
        );
    }
}
