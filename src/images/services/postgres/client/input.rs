//! What psql reads: where statements end, the variables in them, and the words of backslash commands.

use std::collections::BTreeMap;

/// Variables by their names.
pub type Variables = BTreeMap<String, String>;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Quote {
    #[default]
    None,
    Single {
        escapes: bool,
    },
    Double,
    /// What it ends with.
    Dollar(String),
    /// How many are open.
    Comment(u32),
}

/// Why a line was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A statement is whole.
    Semicolon,
    /// A backslash command begins.
    Backslash,
    /// The line is over.
    End,
}

/// A statement that is being read.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// What there is of it, its variables put in.
    pub query: String,
    quote: Quote,
    depth: u32,
}

fn named(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A variable that stands at a colon: what is put in its place, and how many bytes that place has.
fn variable(text: &str, vars: &Variables) -> Option<(String, usize)> {
    let after = text.strip_prefix(':')?;
    let open = after.chars().next()?;
    if let Some(test) = after.strip_prefix("{?") {
        let (name, _) = test.split_once('}')?;
        let known = if vars.contains_key(name) { "TRUE" } else { "FALSE" };
        return Some((known.to_string(), name.len() + 4));
    }
    if open == '\'' || open == '"' {
        let (name, _) = after[1..].split_once(open)?;
        let value = vars.get(name).filter(|_| name.chars().all(named))?;
        let doubled = value.replace(open, &format!("{open}{open}"));
        return Some((format!("{open}{doubled}{open}"), name.len() + 3));
    }
    let end = after.find(|c| !named(c)).unwrap_or(after.len());
    Some((vars.get(&after[..end])?.clone(), end + 1))
}

impl Scan {
    /// Whether nothing of a statement is there.
    pub fn is_blank(&self) -> bool {
        self.query.trim().is_empty()
    }

    /// The sign in the prompt that tells what is open.
    pub fn sign(&self) -> char {
        match &self.quote {
            Quote::Single { .. } => '\'',
            Quote::Double => '"',
            Quote::Dollar(_) => '$',
            Quote::Comment(_) => '*',
            Quote::None if self.depth > 0 => '(',
            Quote::None if self.is_blank() => '=',
            Quote::None => '-',
        }
    }

    /// Takes the statement out; what follows is another.
    pub fn take(&mut self) -> String {
        std::mem::take(self).query.trim().to_string()
    }

    /// Reads a line from a place on; gives why it stopped, and where.
    pub fn line(&mut self, line: &str, mut at: usize, vars: &Variables) -> (Stop, usize) {
        while let Some(c) = line[at..].chars().next() {
            if self.quote != Quote::None {
                at += self.quoted(&line[at..], c);
                continue;
            }
            let rest = &line[at..];
            let mut n = c.len_utf8();
            match c {
                '\\' => return (Stop::Backslash, at),
                ';' if self.depth == 0 => {
                    self.query.push(c);
                    return (Stop::Semicolon, at + n);
                }
                '(' => self.depth += 1,
                ')' => self.depth = self.depth.saturating_sub(1),
                '\'' => {
                    let mut before = self.query.chars().rev();
                    let escapes = matches!(before.next(), Some('e' | 'E'))
                        && !before.next().is_some_and(named);
                    self.quote = Quote::Single { escapes };
                }
                '"' => self.quote = Quote::Double,
                '$' if !self.query.ends_with(named) => {
                    let tag = rest[1..].split_once('$').map(|(t, _)| t);
                    let fits = |t: &&str| {
                        t.chars().all(named) && !t.starts_with(|c: char| c.is_ascii_digit())
                    };
                    if let Some(tag) = tag.filter(fits) {
                        n = tag.len() + 2;
                        self.quote = Quote::Dollar(rest[..n].to_string());
                    }
                }
                '-' if rest.starts_with("--") => n = rest.find('\n').unwrap_or(rest.len()),
                '/' if rest.starts_with("/*") => {
                    n = 2;
                    self.quote = Quote::Comment(1);
                }
                ':' if rest.starts_with("::") => n = 2,
                ':' => {
                    if let Some((value, n)) = variable(rest, vars) {
                        self.query.push_str(&value);
                        at += n;
                        continue;
                    }
                }
                _ => {}
            }
            // What stands before a statement is not sent: blanks, and comments to the line's end.
            if !self.query.is_empty() || !(c.is_whitespace() || rest.starts_with("--")) {
                self.query.push_str(&rest[..n]);
            }
            at += n;
        }
        (Stop::End, at)
    }

    /// Reads on inside quotes or a comment: how many bytes.
    fn quoted(&mut self, rest: &str, c: char) -> usize {
        let mut n = c.len_utf8();
        let mut ends = false;
        match &mut self.quote {
            Quote::Single { escapes: true } if c == '\\' => {
                n += rest[n..].chars().next().map_or(0, char::len_utf8);
            }
            Quote::Single { .. } => ends = c == '\'',
            Quote::Double => ends = c == '"',
            Quote::Dollar(tag) if rest.starts_with(tag.as_str()) => {
                n = tag.len();
                ends = true;
            }
            Quote::Comment(depth) if rest.starts_with("/*") => {
                n = 2;
                *depth += 1;
            }
            Quote::Comment(depth) if rest.starts_with("*/") => {
                n = 2;
                *depth -= 1;
                ends = *depth == 0;
            }
            _ => {}
        }
        if ends {
            self.quote = Quote::None;
        }
        self.query.push_str(&rest[..n]);
        n
    }
}

/// The words behind a backslash command.
pub struct Words<'a> {
    line: &'a str,
    /// Where the next begins.
    pub at: usize,
    vars: &'a Variables,
}

impl<'a> Words<'a> {
    /// A command at a backslash: its name, and what stands behind it.
    pub fn of(line: &'a str, at: usize, vars: &'a Variables) -> (String, Words<'a>) {
        let rest = &line[at + 1..];
        let n = rest
            .find(|c: char| c.is_whitespace() || c == '\\')
            .map_or(rest.len(), |n| n.max(usize::from(rest.starts_with('\\'))));
        (rest[..n].to_string(), Words { line, at: at + 1 + n, vars })
    }

    /// All that is left of the line.
    pub fn whole(&mut self) -> String {
        let rest = &self.line[self.at..];
        self.at = self.line.len();
        rest.trim().to_string()
    }

    /// The next word; nothing where the line or the command ends.
    pub fn word(&mut self) -> Option<String> {
        let rest = self.line[self.at..].trim_start();
        self.at = self.line.len() - rest.len();
        let mut out = String::new();
        let mut some = false;
        while let Some(c) = self.line[self.at..].chars().next() {
            let rest = &self.line[self.at..];
            if c.is_whitespace() || c == '\\' {
                break;
            }
            some = true;
            self.at += match c {
                '\'' => single(rest, &mut out),
                '"' => {
                    let n = rest[1..].find('"').map_or(rest.len(), |n| n + 2);
                    out.push_str(&rest[..n]);
                    n
                }
                ':' if !rest.starts_with("::") => match variable(rest, self.vars) {
                    Some((value, n)) => {
                        out.push_str(&value);
                        n
                    }
                    None => {
                        out.push(c);
                        1
                    }
                },
                c => {
                    out.push(c);
                    c.len_utf8()
                }
            };
        }
        some.then_some(out)
    }

    /// Where reading goes on: two backslashes end a command and stand for nothing else.
    pub fn end(&self) -> usize {
        let rest = self.line[self.at..].trim_start();
        let at = self.line.len() - rest.len();
        if rest.starts_with("\\\\") { at + 2 } else { at }
    }
}

/// A word in quotes: how many bytes it has.
fn single(rest: &str, out: &mut String) -> usize {
    let mut it = rest.char_indices().skip(1).peekable();
    while let Some((i, c)) = it.next() {
        match c {
            '\'' if it.peek().is_some_and(|(_, c)| *c == '\'') => {
                out.push('\'');
                it.next();
            }
            '\'' => return i + 1,
            '\\' => match it.next().map(|(_, c)| c) {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some(c) => out.push(c),
                None => {}
            },
            c => out.push(c),
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statements(text: &str) -> (Vec<String>, String) {
        let vars = Variables::from([("x".into(), "a'b".into())]);
        let (mut scan, mut at, mut out) = (Scan::default(), 0, Vec::new());
        loop {
            let (stop, next) = scan.line(text, at, &vars);
            at = next;
            match stop {
                Stop::Semicolon => out.push(scan.take()),
                _ => return (out, scan.query),
            }
        }
    }

    #[test]
    fn ends_of_statements() {
        let (all, rest) = statements("select ';' ; -- x;\nselect $$;$$, $a$ $$; $a$; select (1;2");
        assert_eq!(all, ["select ';' ;", "select $$;$$, $a$ $$; $a$;"]);
        assert_eq!(rest, "select (1;2");
        assert_eq!(statements("select E'\\'; ' /* ; /* ; */ ; */;").0.len(), 1);
    }

    #[test]
    fn variables_are_put_in() {
        let (all, _) = statements("select :x, :'x', :\"x\", 1::x, ':x', :{?x}, :{?y}, :y;");
        assert_eq!(all, ["select a'b, 'a''b', \"a'b\", 1::x, ':x', TRUE, FALSE, :y;"]);
    }

    #[test]
    fn words_of_commands() {
        let vars = Variables::from([("v".into(), "w".into())]);
        let (name, mut words) = Words::of("\\set a 'b c\\n' :v \"D\" \\\\ select", 0, &vars);
        assert_eq!(name, "set");
        let all: Vec<String> = std::iter::from_fn(|| words.word()).collect();
        assert_eq!(all, ["a", "b c\n", "w", "\"D\""]);
        assert_eq!(&"\\set a 'b c\\n' :v \"D\" \\\\ select"[words.end()..], " select");
    }
}
