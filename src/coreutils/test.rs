//! test and [: conditions. The programs; shells have their own.

use super::Cx;
use super::lines::quoted;
use crate::vfs::{FileType, Stat};

struct Test<'a> {
    cx: &'a Cx,
    w: Vec<String>,
    at: usize,
}

type Res = Result<bool, String>;

/// `test`
pub async fn test(cx: &mut Cx) -> i32 {
    let words = cx.args();
    evaluate(cx, words).await
}

/// `[`
pub async fn bracket(cx: &mut Cx) -> i32 {
    let mut words = cx.args();
    if words == ["--help"] && !cx.busybox() {
        cx.help();
        return 0;
    }
    if words.pop().as_deref() != Some("]") {
        cx.err(if cx.busybox() { "missing ]" } else { "missing ‘]’" }).await;
        return 2;
    }
    evaluate(cx, words).await
}

async fn evaluate(cx: &mut Cx, w: Vec<String>) -> i32 {
    let result = {
        let mut t = Test { cx, w, at: 0 };
        t.start()
    };
    match result {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(what) => {
            cx.err(what).await;
            2
        }
    }
}

const BINARY: &[&str] =
    &["=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef"];

impl Test<'_> {
    fn q(&self, s: &str) -> String {
        quoted(&self.cx.p, s)
    }

    /// POSIX decides by the number of arguments up to four.
    fn start(&mut self) -> Res {
        let n = self.w.len();
        if n == 0 {
            return Ok(false);
        }
        let r = self.some(n)?;
        if self.at < self.w.len() {
            return Err(format!("extra argument {}", self.q(&self.w[self.at].clone())));
        }
        Ok(r)
    }

    fn some(&mut self, n: usize) -> Res {
        match n {
            1 => self.one(),
            2 => self.two(),
            3 => self.three(),
            4 if self.w[self.at] == "!" => {
                self.at += 1;
                Ok(!self.three()?)
            }
            4 if self.w[self.at] == "(" && self.w[self.at + 3] == ")" => {
                self.at += 1;
                let r = self.two()?;
                self.at += 1;
                Ok(r)
            }
            _ => self.or(0),
        }
    }

    fn one(&mut self) -> Res {
        self.at += 1;
        Ok(!self.w[self.at - 1].is_empty())
    }

    fn two(&mut self) -> Res {
        let (a, b) = (self.w[self.at].clone(), self.w[self.at + 1].clone());
        if a == "!" {
            self.at += 1;
            return Ok(!self.one()?);
        }
        if a.len() == 2 && a.starts_with('-') && is_unary(&a) {
            self.at += 2;
            return self.unary(&a, &b);
        }
        if a.starts_with('-') && a.len() == 2 {
            return Err(format!("{}: unary operator expected", self.q(&a)));
        }
        Err(format!("missing argument after {}", self.q(&b)))
    }

    fn three(&mut self) -> Res {
        let w: Vec<String> = self.w[self.at..self.at + 3].to_vec();
        if BINARY.contains(&w[1].as_str()) {
            self.at += 3;
            return self.binary(&w[0], &w[1], &w[2]);
        }
        if w[0] == "!" {
            self.at += 1;
            return Ok(!self.two()?);
        }
        if w[0] == "(" && w[2] == ")" {
            self.at += 1;
            let r = self.one()?;
            self.at += 1;
            return Ok(r);
        }
        if matches!(w[1].as_str(), "-a" | "-o") {
            return self.or(0);
        }
        Err(format!("{}: binary operator expected", self.q(&w[1])))
    }

    fn word(&self) -> Option<&str> {
        self.w.get(self.at).map(String::as_str)
    }

    fn or(&mut self, depth: u32) -> Res {
        let mut r = self.and(depth)?;
        while self.word() == Some("-o") {
            self.at += 1;
            r |= self.and(depth)?;
        }
        Ok(r)
    }

    fn and(&mut self, depth: u32) -> Res {
        let mut r = self.term(depth)?;
        while self.word() == Some("-a") {
            self.at += 1;
            r &= self.term(depth)?;
        }
        Ok(r)
    }

    fn term(&mut self, depth: u32) -> Res {
        if depth > 200 {
            return Err("expression nested too deeply".into());
        }
        let Some(a) = self.word().map(str::to_string) else {
            let last = self.w.last().cloned().unwrap_or_default();
            return Err(format!("missing argument after {}", self.q(&last)));
        };
        if a == "!" {
            self.at += 1;
            return Ok(!self.term(depth + 1)?);
        }
        let next = self.w.get(self.at + 1).cloned();
        if let Some(op) = next.as_deref().filter(|o| BINARY.contains(o))
            && let Some(b) = self.w.get(self.at + 2).cloned()
        {
            self.at += 3;
            return self.binary(&a, op, &b);
        }
        if a == "(" {
            self.at += 1;
            let r = self.or(depth + 1)?;
            if self.word() != Some(")") {
                return Err(format!("{} expected", self.q(")")));
            }
            self.at += 1;
            return Ok(r);
        }
        if is_unary(&a)
            && let Some(b) = next
        {
            self.at += 2;
            return self.unary(&a, &b);
        }
        self.one()
    }

    fn number(&self, s: &str) -> Result<i128, String> {
        let t = s.trim();
        let d = t.strip_prefix('+').unwrap_or(t);
        let digits = d.strip_prefix('-').unwrap_or(d);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(if self.cx.busybox() {
                format!("invalid number '{s}'")
            } else {
                format!("invalid integer {}", self.q(s))
            });
        }
        d.parse().map_err(|_| format!("{s}: integer out of range"))
    }

    fn binary(&mut self, a: &str, op: &str, b: &str) -> Res {
        let stat = |f: &str| self.cx.p.stat(f).ok();
        Ok(match op {
            "=" | "==" => a == b,
            "!=" => a != b,
            "-nt" | "-ot" => {
                let (x, y) = if op == "-nt" { (stat(a), stat(b)) } else { (stat(b), stat(a)) };
                match (x, y) {
                    (Some(x), Some(y)) => x.mtime > y.mtime,
                    (Some(_), None) => true,
                    _ => false,
                }
            }
            "-ef" => stat(a).zip(stat(b)).is_some_and(|(x, y)| (x.dev, x.ino) == (y.dev, y.ino)),
            _ => {
                let (x, y) = (self.number(a)?, self.number(b)?);
                match op {
                    "-eq" => x == y,
                    "-ne" => x != y,
                    "-lt" => x < y,
                    "-le" => x <= y,
                    "-gt" => x > y,
                    _ => x >= y,
                }
            }
        })
    }

    fn unary(&mut self, op: &str, a: &str) -> Res {
        let p = &self.cx.p;
        let stat = || p.stat(a).ok();
        let kind = |k: FileType| stat().is_some_and(|s| s.file_type() == k);
        let mode = |bits: u32| stat().is_some_and(|s: Stat| s.mode & bits != 0);
        Ok(match op {
            "-n" => !a.is_empty(),
            "-z" => a.is_empty(),
            "-e" => stat().is_some(),
            "-f" => kind(FileType::Regular),
            "-d" => kind(FileType::Directory),
            "-b" => kind(FileType::BlockDevice),
            "-c" => kind(FileType::CharDevice),
            "-p" => kind(FileType::Fifo),
            "-S" => kind(FileType::Socket),
            "-L" | "-h" => p.lstat(a).is_ok_and(|s| s.file_type() == FileType::Symlink),
            "-s" => stat().is_some_and(|s| s.size > 0),
            "-u" => mode(0o4000),
            "-g" => mode(0o2000),
            "-k" => mode(0o1000),
            "-r" => p.access(a, 4).is_ok(),
            "-w" => p.access(a, 2).is_ok(),
            "-x" => p.access(a, 1).is_ok(),
            "-O" => stat().is_some_and(|s| s.uid == p.cred().euid),
            "-G" => stat().is_some_and(|s| s.gid == p.cred().egid),
            "-N" => stat().is_some_and(|s| s.mtime > s.atime),
            _ => {
                let fd = self.number(a)?;
                i32::try_from(fd).is_ok_and(|fd| p.isatty(fd))
            }
        })
    }
}

fn is_unary(s: &str) -> bool {
    s.len() == 2 && s.starts_with('-') && "nzefdbcpSLhsugkrwxOGNt".contains(&s[1..])
}
