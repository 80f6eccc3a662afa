//! What `test`, `[` and `[[` ask about texts, numbers, variables and files.

use std::cmp::Ordering;

use crate::shell::Dialect;
use crate::shell::options::SET;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::vars::Value;
use crate::vfs::{FileType, Stat};

/// A number as `test` takes it; blanks around it are fine.
pub(crate) fn integer(s: &str) -> Option<i64> {
    let t = s.trim_matches([' ', '\t', '\n', '\r']);
    let t = t.strip_prefix('+').unwrap_or(t);
    if t.starts_with('+') { None } else { t.parse().ok() }
}

impl Shell {
    /// An operator of one operand.
    pub(crate) fn unary_test(&mut self, op: &str, s: &str) -> Res<bool> {
        let stat = |follow: bool| -> Option<Stat> {
            if s.is_empty() {
                return None;
            }
            if follow { self.p.stat(s).ok() } else { self.p.lstat(s).ok() }
        };
        let kind = |k: FileType| stat(true).is_some_and(|st| st.file_type() == k);
        let mode = |bits: u32| stat(true).is_some_and(|st| st.mode & bits != 0);
        Ok(match op {
            "-n" => !s.is_empty(),
            "-z" => s.is_empty(),
            "-a" | "-e" => stat(true).is_some(),
            "-f" => kind(FileType::Regular),
            "-d" => kind(FileType::Directory),
            "-b" => kind(FileType::BlockDevice),
            "-c" => kind(FileType::CharDevice),
            "-p" => match fd_of(s) {
                Some(fd) => self.p.fstat(fd).is_ok_and(|st| st.file_type() == FileType::Fifo),
                None => kind(FileType::Fifo),
            },
            "-S" => kind(FileType::Socket),
            "-h" | "-L" => stat(false).is_some_and(|st| st.is_symlink()),
            "-s" => stat(true).is_some_and(|st| st.size > 0),
            "-u" => mode(0o4000),
            "-g" => mode(0o2000),
            "-k" => mode(0o1000),
            "-r" => !s.is_empty() && self.p.access(s, 4).is_ok(),
            "-w" => !s.is_empty() && self.p.access(s, 2).is_ok(),
            "-x" => !s.is_empty() && self.p.access(s, 1).is_ok(),
            "-O" => stat(true).is_some_and(|st| st.uid == self.p.cred().euid),
            "-G" => stat(true).is_some_and(|st| st.gid == self.p.cred().egid),
            "-N" => stat(true).is_some_and(|st| st.mtime > st.atime),
            "-t" if integer(s).is_none() && self.bash() => {
                let name = self.command_name.clone().unwrap_or_else(|| "[[".into());
                self.builtin_error(&name, &format!("{s}: integer expected"));
                return Err(Stop::Discard(2));
            }
            "-t" => {
                integer(s).and_then(|n| i32::try_from(n).ok()).is_some_and(|fd| self.p.isatty(fd))
            }
            "-o" => SET.iter().any(|(n, _, o)| *n == s && self.on(*o)),
            "-v" => return self.variable_is_set(s),
            "-R" => self.vars.get(s).is_some_and(|v| {
                v.attrs.has(crate::shell::vars::Attrs::NAMEREF)
                    && v.text().is_some_and(|t| !t.is_empty())
            }),
            _ => {
                let m = format!("{op}: unary operator expected");
                let name = self.command_name.clone().unwrap_or_else(|| "test".into());
                self.builtin_error(&name, &m);
                return Err(Stop::Discard(2));
            }
        })
    }

    /// `-v name`, `-v name[subscript]`, `-v 1`.
    fn variable_is_set(&mut self, s: &str) -> Res<bool> {
        if let Ok(n) = s.parse::<usize>() {
            return Ok(self.position(n).is_some());
        }
        let Some(place) = self.place_named(s)? else { return Ok(false) };
        match place.subscript.as_deref() {
            Some("@" | "*") if !self.is_assoc(&place.name) => {
                Ok(match self.vars.get(&place.name).map(|v| &v.value) {
                    Some(Value::Array(a)) => a.len() > 0,
                    Some(Value::Scalar(_)) => true,
                    _ => false,
                })
            }
            Some(sub) if self.vars.get(&place.name).is_some_and(|v| v.is_array()) => {
                let i = self.eval_or_report(sub)?;
                let place = crate::shell::vars::Place { subscript: Some(i.to_string()), ..place };
                Ok(self.place_text(&place).is_some())
            }
            _ => Ok(self.place_text(&place).is_some()),
        }
    }

    /// `-nt`, `-ot`, `-ef`
    pub(crate) fn file_comparison(&self, a: &str, op: &str, b: &str) -> bool {
        let (x, y) = (self.p.stat(a).ok(), self.p.stat(b).ok());
        match (op, x, y) {
            ("-ef", Some(x), Some(y)) => x.dev == y.dev && x.ino == y.ino,
            ("-nt", Some(x), Some(y)) => x.mtime > y.mtime,
            ("-nt", Some(_), None) => true,
            ("-ot", Some(x), Some(y)) => x.mtime < y.mtime,
            ("-ot", None, Some(_)) => true,
            _ => false,
        }
    }

    /// Evaluates the words of `test`. `Err(Discard(2))` after a message.
    pub(crate) fn test_words(&mut self, words: &[String]) -> Res<bool> {
        let w: Vec<&str> = words.iter().map(String::as_str).collect();
        match w.as_slice() {
            [] => Ok(false),
            [one] => Ok(!one.is_empty()),
            ["!", one] => Ok(one.is_empty()),
            [op, one] if self.dialect != Dialect::Ash || is_unary(op) => {
                if !is_unary(op) {
                    return self.operator_error(op, "unary");
                }
                self.unary_test(op, one)
            }
            [a, op, b] if self.is_binary(op) => self.binary_test(a, op, b),
            [a, "-a", b] => Ok(!a.is_empty() && !b.is_empty()),
            [a, "-o", b] => Ok(!a.is_empty() || !b.is_empty()),
            ["!", ..] if w.len() <= 4 && self.dialect != Dialect::Ash => {
                let rest = words[1..].to_vec();
                Ok(!self.test_words(&rest)?)
            }
            ["(", one, ")"] => Ok(!one.is_empty()),
            ["(", a, b, ")"] if self.dialect != Dialect::Ash => {
                let inner = [a.to_string(), b.to_string()];
                self.test_words(&inner)
            }
            [a, op, _] if self.dialect != Dialect::Ash => {
                let word = if self.dialect == Dialect::Dash { a } else { op };
                self.operator_error(word, "binary")
            }
            _ => {
                let mut at = 0;
                let r = self.test_or(&w, &mut at, 0)?;
                if at < w.len() {
                    return if self.bash() {
                        self.test_error("too many arguments")
                    } else {
                        // dash names the word before the one that is too many.
                        let dash = self.dialect == Dialect::Dash;
                        self.operator_error(w[at - usize::from(dash && at > 0)], "")
                    };
                }
                Ok(r)
            }
        }
    }

    /// The name that busybox's applets give themselves.
    pub(crate) fn applet(&self) -> String {
        let argv = self.p.argv();
        let name = argv.first().map_or("sh", |a| a.as_str());
        name.rsplit('/').next().unwrap_or(name).trim_start_matches('-').to_string()
    }

    /// A message of ash as one of busybox's applets.
    pub(crate) fn applet_error(&mut self, message: &str) {
        let text = format!("{}: {message}\n", self.applet());
        self.complain(&text);
    }

    /// What is wrong with an operator, by dialect.
    fn operator_error<T>(&mut self, word: &str, bash: &str) -> Res<T> {
        match self.dialect {
            Dialect::Bash => self.test_error(&format!("{word}: {bash} operator expected")),
            Dialect::Ash => self.test_error(&format!("{word}: unknown operand")),
            Dialect::Dash => self.test_error(&format!("{word}: unexpected operator")),
        }
    }

    fn test_error<T>(&mut self, message: &str) -> Res<T> {
        let name = self.command_name.clone().unwrap_or_else(|| "test".into());
        match self.dialect {
            Dialect::Ash => self.applet_error(message),
            _ => self.builtin_error(&name, message),
        }
        Err(Stop::Discard(2))
    }

    fn test_or(&mut self, w: &[&str], at: &mut usize, depth: u32) -> Res<bool> {
        let mut r = self.test_and(w, at, depth)?;
        while w.get(*at) == Some(&"-o") {
            *at += 1;
            let right = self.test_and(w, at, depth)?;
            r = r || right;
        }
        Ok(r)
    }

    fn test_and(&mut self, w: &[&str], at: &mut usize, depth: u32) -> Res<bool> {
        let mut r = self.test_term(w, at, depth)?;
        while w.get(*at) == Some(&"-a") {
            *at += 1;
            let right = self.test_term(w, at, depth)?;
            r = r && right;
        }
        Ok(r)
    }

    fn test_term(&mut self, w: &[&str], at: &mut usize, depth: u32) -> Res<bool> {
        if depth > crate::shell::limits::PARSE_DEPTH {
            return self.test_error("too many levels");
        }
        let Some(&first) = w.get(*at) else { return self.test_error("argument expected") };
        if first == "!" {
            *at += 1;
            return Ok(!self.test_term(w, at, depth + 1)?);
        }
        if first == "(" && w.len() > *at + 1 {
            *at += 1;
            let r = self.test_or(w, at, depth + 1)?;
            if w.get(*at) != Some(&")") {
                return self.test_error(match self.dialect {
                    Dialect::Ash => "closing paren expected",
                    _ => "`)' expected",
                });
            }
            *at += 1;
            return Ok(r);
        }
        if let (Some(op), Some(b)) = (w.get(*at + 1), w.get(*at + 2))
            && self.is_binary(op)
        {
            *at += 3;
            return self.binary_test(first, op, b);
        }
        if self.dialect == Dialect::Ash
            && let Some(op) = w.get(*at + 1).filter(|op| self.is_binary(op))
        {
            return self.test_error(&format!("{op}: argument expected"));
        }
        if is_unary(first)
            && let Some(&s) = w.get(*at + 1)
        {
            *at += 2;
            return self.unary_test(first, s);
        }
        *at += 1;
        Ok(!first.is_empty())
    }

    fn binary_test(&mut self, a: &str, op: &str, b: &str) -> Res<bool> {
        let numbers = |sh: &mut Shell| -> Res<Ordering> {
            let mut read = |s: &str| -> Res<i64> {
                match integer(s) {
                    Some(n) => Ok(n),
                    None => {
                        let m = match sh.dialect {
                            Dialect::Bash => format!("{s}: integer expected"),
                            Dialect::Ash if s.is_empty() => "bad number".to_string(),
                            Dialect::Ash => format!("{s}: bad number"),
                            Dialect::Dash => format!("Illegal number: {s}"),
                        };
                        sh.test_error(&m)
                    }
                }
            };
            Ok(read(a)?.cmp(&read(b)?))
        };
        Ok(match op {
            "=" | "==" => a == b,
            "!=" => a != b,
            "<" | "\\<" => a < b,
            ">" | "\\>" => a > b,
            "-eq" => numbers(self)?.is_eq(),
            "-ne" => numbers(self)?.is_ne(),
            "-lt" => numbers(self)?.is_lt(),
            "-le" => numbers(self)?.is_le(),
            "-gt" => numbers(self)?.is_gt(),
            "-ge" => numbers(self)?.is_ge(),
            _ => self.file_comparison(a, op, b),
        })
    }
}

/// A descriptor named by `/dev/fd/N` or its relatives.
fn fd_of(path: &str) -> Option<i32> {
    match path {
        "/dev/stdin" => Some(0),
        "/dev/stdout" => Some(1),
        "/dev/stderr" => Some(2),
        p => p.strip_prefix("/dev/fd/")?.parse().ok(),
    }
}

fn is_unary(op: &str) -> bool {
    matches!(op.as_bytes(), [b'-', c] if b"abcdefghknoprstuvwxzGLNORS".contains(c))
}

impl Shell {
    fn is_binary(&self, op: &str) -> bool {
        match op {
            "==" => self.dialect != Dialect::Dash,
            "=" | "!=" | "<" | ">" | "-eq" | "-ne" | "-lt" | "-le" | "-gt" | "-ge" | "-nt"
            | "-ot" | "-ef" => true,
            _ => false,
        }
    }
}
