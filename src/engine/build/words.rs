//! Words of a Dockerfile: where one ends and the next begins, the `NAME=value` lists of ENV and LABEL, and
//! which variables are asked for. What stands for a variable is for `lexer.rs` to say.

use std::cell::RefCell;

use super::dockerfile::json_form;
use super::lexer::{Lookup, expand};

/// Notes which variables are asked for.
pub struct Trace<'a> {
    get: Lookup<'a>,
    met: RefCell<Vec<String>>,
    missed: RefCell<Vec<String>>,
}

impl<'a> Trace<'a> {
    /// Of what is asked through it.
    pub fn new(get: Lookup<'a>) -> Trace<'a> {
        Trace { get, met: RefCell::default(), missed: RefCell::default() }
    }

    /// Looks a variable up.
    pub fn look(&self, name: &str) -> Option<String> {
        let value = (self.get)(name);
        let mut list = if value.is_some() { &self.met } else { &self.missed }.borrow_mut();
        if !list.iter().any(|n| n == name) {
            list.push(name.to_string());
        }
        value
    }

    /// Those that were asked for in vain.
    pub fn missed(self) -> Vec<String> {
        self.missed.into_inner()
    }
}

/// A text with its variables replaced, and which those are.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// The text.
    pub text: String,
    /// Variables that are set, and those that are not.
    pub met: Vec<String>,
    /// Likewise.
    pub missed: Vec<String>,
}

/// As [`expand`], telling of the variables. The text may be wrong; the variables before that are known.
pub fn traced(text: &str, escape: char, get: Lookup<'_>) -> (Word, Result<(), String>) {
    let trace = Trace::new(get);
    let text = expand(text, escape, &|name| trace.look(name));
    let (met, missed) = (trace.met.into_inner(), trace.missed.into_inner());
    let (text, result) = match text {
        Ok(text) => (text, Ok(())),
        Err(why) => (String::new(), Err(why)),
    };
    (Word { text, met, missed }, result)
}

/// The words of an instruction that takes a list: JSON's, or those between spaces, which quotes do not hold
/// together.
pub fn listed(text: &str) -> Vec<String> {
    json_form(text).unwrap_or_else(|| text.split_whitespace().map(str::to_string).collect())
}

/// The same with variables replaced.
pub fn expanded(text: &str, escape: char, get: Lookup<'_>) -> Result<Vec<String>, String> {
    listed(text).iter().map(|word| expand(word, escape, get)).collect()
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
