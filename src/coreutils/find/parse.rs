//! Reads find's expression into a flat program: tests and actions with jumps between them, so that
//! trying it takes no recursion.

use crate::coreutils::Cx;
use crate::coreutils::fs::modes;
use crate::coreutils::fs::owner;
use crate::coreutils::fs::when;
use crate::coreutils::regex::{Flavor, Options, Regex};

use super::act::Action;
use super::test::{Compare, Number, Test, Which};

/// Parentheses within parentheses that are read.
const DEEPEST: usize = 200;

/// A step of the program.
pub enum Op {
    Test(Test),
    Act(Action),
    Not,
    /// Jumps when the last result is false.
    SkipIfFalse(usize),
    /// Jumps when it is true.
    SkipIfTrue(usize),
    /// Forgets the last result: the comma.
    Nothing,
}

/// The expression with its global options.
#[derive(Default)]
pub struct Program {
    pub ops: Vec<Op>,
    pub min_depth: usize,
    pub max_depth: usize,
    pub depth: bool,
    pub one_fs: bool,
    pub follow: bool,
    pub day_start: bool,
}

/// What is wrong with the expression.
pub struct Problem {
    pub text: String,
    /// Whether BusyBox shows its usage too.
    pub usage: bool,
}

fn problem<T>(text: impl Into<String>) -> Result<T, Problem> {
    Err(Problem { text: text.into(), usage: false })
}

struct Parser<'a> {
    cx: &'a Cx,
    words: &'a [String],
    at: usize,
    prog: Program,
    /// An action was given, so that files are not printed by themselves.
    acts: bool,
    flavor: Option<Flavor>,
    nested: usize,
}

/// Reads an expression.
pub fn parse(cx: &Cx, words: &[String]) -> Result<Program, Problem> {
    let prog = Program { max_depth: usize::MAX, ..Program::default() };
    let mut p = Parser { cx, words, at: 0, prog, acts: false, flavor: None, nested: 0 };
    if !words.is_empty() {
        p.list()?;
        if p.peek() == Some(")") {
            return problem(if cx.busybox() { "unpaired ')'" } else { "you have too many ')'" });
        }
    }
    if !p.acts {
        // `a -o b` without an action means `( a -o b ) -print`.
        let end = p.prog.ops.len() + 2;
        p.prog.ops.push(Op::SkipIfFalse(end));
        p.prog.ops.push(Op::Act(Action::Print { end: '\n', to: None }));
    }
    Ok(p.prog)
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.at).map(String::as_str)
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.peek()?;
        self.at += 1;
        Some(word)
    }

    /// `a , b`
    fn list(&mut self) -> Result<(), Problem> {
        self.either()?;
        while self.peek() == Some(",") && !self.cx.busybox() {
            self.at += 1;
            self.prog.ops.push(Op::Nothing);
            self.need_operand(",")?;
            self.either()?;
        }
        Ok(())
    }

    fn need_operand(&self, op: &str) -> Result<(), Problem> {
        match self.peek() {
            None => problem(format!("expected an expression after '{op}'")),
            Some(")") => problem(format!("expected an expression between '{op}' and ')'")),
            Some(_) => Ok(()),
        }
    }

    /// `a -o b`
    fn either(&mut self) -> Result<(), Problem> {
        if let Some(op @ ("-o" | "-or" | "-a" | "-and" | ",")) = self.peek() {
            return problem(format!(
                "invalid expression; you have used a binary operator '{op}' with nothing before it."
            ));
        }
        self.both()?;
        let mut jumps = Vec::new();
        while let Some(op @ ("-o" | "-or")) = self.peek() {
            self.at += 1;
            self.need_operand(op)?;
            jumps.push(self.prog.ops.len());
            self.prog.ops.push(Op::SkipIfTrue(0));
            self.both()?;
        }
        let end = self.prog.ops.len();
        for j in jumps {
            self.prog.ops[j] = Op::SkipIfTrue(end);
        }
        Ok(())
    }

    /// `a -a b`, `a b`
    fn both(&mut self) -> Result<(), Problem> {
        self.one()?;
        let mut jumps = Vec::new();
        loop {
            match self.peek() {
                None | Some("-o" | "-or" | ")") => break,
                Some(",") if !self.cx.busybox() => break,
                Some(op @ ("-a" | "-and")) => {
                    self.at += 1;
                    self.need_operand(op)?;
                }
                Some(_) => {}
            }
            jumps.push(self.prog.ops.len());
            self.prog.ops.push(Op::SkipIfFalse(0));
            self.one()?;
        }
        let end = self.prog.ops.len();
        for j in jumps {
            self.prog.ops[j] = Op::SkipIfFalse(end);
        }
        Ok(())
    }

    fn one(&mut self) -> Result<(), Problem> {
        let Some(word) = self.next() else { return problem("expected an expression") };
        match word {
            "!" | "-not" => {
                self.need_operand(word)?;
                // An even number of negations is none.
                let mut odd = true;
                while matches!(self.peek(), Some("!" | "-not")) {
                    self.at += 1;
                    odd = !odd;
                    self.need_operand(word)?;
                }
                self.one()?;
                if odd {
                    self.prog.ops.push(Op::Not);
                }
                Ok(())
            }
            "(" => {
                self.nested += 1;
                if self.nested > DEEPEST {
                    return problem("expression nested too deeply");
                }
                match self.peek() {
                    Some(")") => {
                        return problem("invalid expression; empty parentheses are not allowed.");
                    }
                    None => return self.unclosed(),
                    Some(_) => {}
                }
                self.list()?;
                if self.next() != Some(")") {
                    return self.unclosed();
                }
                self.nested -= 1;
                Ok(())
            }
            ")" => problem("you have too many ')'"),
            word if word.starts_with('-') && word.len() > 1 => self.primary(word),
            word if self.cx.busybox() => {
                Err(Problem { text: format!("unrecognized: {word}"), usage: true })
            }
            word => problem(format!("paths must precede expression: `{word}'")),
        }
    }

    fn unclosed(&self) -> Result<(), Problem> {
        problem(if self.cx.busybox() {
            "unpaired '('"
        } else {
            "invalid expression; I was expecting to find a ')' somewhere but did not see one."
        })
    }

    fn value(&mut self, of: &str) -> Result<&'a str, Problem> {
        let bb = self.cx.busybox();
        self.next().ok_or_else(|| Problem {
            text: if bb {
                format!("{of} requires an argument")
            } else {
                format!("missing argument to `{of}'")
            },
            usage: false,
        })
    }

    fn test(&mut self, test: Test) -> Result<(), Problem> {
        self.prog.ops.push(Op::Test(test));
        Ok(())
    }

    fn act(&mut self, action: Action) -> Result<(), Problem> {
        self.acts |= !matches!(action, Action::Prune | Action::Quit);
        self.prog.ops.push(Op::Act(action));
        Ok(())
    }

    fn number(&mut self, of: &str) -> Result<Number, Problem> {
        let word = self.value(of)?;
        let bb = self.cx.busybox();
        Number::parse(word).ok_or_else(|| Problem {
            text: if bb {
                format!("invalid number '{word}'")
            } else {
                format!("invalid argument `{word}' to `{of}'")
            },
            usage: false,
        })
    }

    fn level(&mut self, of: &str) -> Result<usize, Problem> {
        let word = self.value(of)?;
        match word.parse() {
            Ok(n) => Ok(n),
            Err(_) if self.cx.busybox() => problem(format!("invalid number '{word}'")),
            Err(_) => problem(format!(
                "Expected a positive decimal integer argument to {of}, but got {}",
                self.cx.ql(word)
            )),
        }
    }

    fn reference(&mut self, of: &str, which: Which) -> Result<i64, Problem> {
        let file = self.value(of)?;
        match self.cx.p.stat(file) {
            Ok(s) => Ok(which.of(&s)),
            Err(e) if self.cx.busybox() => problem(format!("can't stat '{file}': {e}")),
            Err(e) => problem(format!("{}: {e}", self.cx.ql(file))),
        }
    }

    fn primary(&mut self, word: &'a str) -> Result<(), Problem> {
        let name = &word[1..];
        let bb = self.cx.busybox();
        let gnu_only = matches!(
            name,
            "printf"
                | "ls"
                | "fprint"
                | "fprint0"
                | "fprintf"
                | "fls"
                | "cnewer"
                | "anewer"
                | "used"
                | "xtype"
                | "regextype"
                | "ok"
                | "okdir"
                | "execdir"
                | "fstype"
                | "nouser"
                | "nogroup"
                | "noleaf"
                | "daystart"
                | "ilname"
                | "lname"
                | "readable"
                | "writable"
                | "wholename"
                | "iwholename"
                | "warn"
                | "nowarn"
        );
        if bb && gnu_only {
            return self.unknown(word);
        }
        match name {
            "name" | "iname" => {
                let pattern = self.value(word)?.to_string();
                self.test(Test::Name { pattern, fold: name == "iname" })
            }
            "path" | "wholename" | "ipath" | "iwholename" => {
                let pattern = self.value(word)?.to_string();
                self.test(Test::Path { pattern, fold: name.starts_with('i') })
            }
            "lname" | "ilname" => {
                let pattern = self.value(word)?.to_string();
                self.test(Test::Link { pattern, fold: name == "ilname" })
            }
            "regextype" => {
                self.flavor = Some(match self.value(word)? {
                    "posix-extended" | "posix-egrep" | "egrep" => Flavor::GrepExtended,
                    "awk" | "gnu-awk" | "posix-awk" => Flavor::Extended,
                    "posix-basic" | "posix-minimal-basic" | "grep" | "sed" | "ed" => {
                        Flavor::GrepBasic
                    }
                    "emacs" | "findutils-default" => {
                        return {
                            self.flavor = None;
                            self.test(Test::True)
                        };
                    }
                    other => {
                        let other = self.cx.ql(other);
                        return problem(format!("Unknown regular expression type {other}"));
                    }
                });
                self.test(Test::True)
            }
            "regex" | "iregex" => self.regex(word, name == "iregex"),
            "type" | "xtype" => self.kinds(word),
            "empty" => self.test(Test::Empty),
            "true" => self.test(Test::True),
            "false" => self.test(Test::False),
            "readable" => self.test(Test::Access(4)),
            "writable" => self.test(Test::Access(2)),
            "executable" => self.test(Test::Access(1)),
            "nouser" => self.test(Test::NoUser),
            "nogroup" => self.test(Test::NoGroup),
            "size" => self.size(word),
            "links" => {
                let n = self.number(word)?;
                self.test(Test::Links(n))
            }
            "inum" => {
                let n = self.number(word)?;
                self.test(Test::Inode(n))
            }
            "uid" | "gid" => {
                let n = self.number(word)?;
                self.test(if name == "uid" { Test::Uid(n) } else { Test::Gid(n) })
            }
            "user" | "group" => self.owner(word),
            "perm" => self.perm(word),
            "mtime" | "atime" | "ctime" | "mmin" | "amin" | "cmin" => {
                let n = self.number(word)?;
                let which = Which::letter(name.as_bytes()[0]);
                let unit = if name.ends_with("min") { 60 } else { 86_400 };
                self.test(Test::Age { which, n, unit })
            }
            "used" => {
                let n = self.number(word)?;
                self.test(Test::Used(n))
            }
            "newer" => {
                let t = self.reference(word, Which::Modified)?;
                self.test(Test::Newer { which: Which::Modified, t })
            }
            "anewer" => {
                let t = self.reference(word, Which::Modified)?;
                self.test(Test::Newer { which: Which::Accessed, t })
            }
            "cnewer" => {
                let t = self.reference(word, Which::Modified)?;
                self.test(Test::Newer { which: Which::Changed, t })
            }
            n if n.len() == 7 && n.starts_with("newer") => self.newer_xy(word),
            "samefile" => {
                let file = self.value(word)?;
                match self.cx.p.stat(file) {
                    Ok(s) => self.test(Test::Same(s.dev, s.ino)),
                    Err(e) => problem(format!("{}: {e}", self.cx.ql(file))),
                }
            }
            "fstype" => {
                let kind = self.value(word)?.to_string();
                self.test(Test::FsType(kind))
            }
            "maxdepth" => {
                self.prog.max_depth = self.level(word)?;
                self.test(Test::True)
            }
            "mindepth" => {
                self.prog.min_depth = self.level(word)?;
                self.test(Test::True)
            }
            "depth" | "d" => {
                self.prog.depth = true;
                self.test(Test::True)
            }
            "xdev" | "mount" => {
                self.prog.one_fs = true;
                self.test(Test::True)
            }
            "follow" => {
                self.prog.follow = true;
                self.test(Test::True)
            }
            "daystart" => {
                self.prog.day_start = true;
                self.test(Test::True)
            }
            "noleaf" | "warn" | "nowarn" | "ignore_readdir_race" | "noignore_readdir_race" => {
                self.test(Test::True)
            }
            _ => self.action(word),
        }
    }

    fn unknown(&self, word: &str) -> Result<(), Problem> {
        if self.cx.busybox() {
            return Err(Problem { text: format!("unrecognized: {word}"), usage: true });
        }
        problem(format!("unknown predicate `{word}'"))
    }

    fn action(&mut self, word: &'a str) -> Result<(), Problem> {
        let name = &word[1..];
        match name {
            "print" => self.act(Action::Print { end: '\n', to: None }),
            "print0" => self.act(Action::Print { end: '\0', to: None }),
            "fprint" | "fprint0" => {
                let to = Some(self.value(word)?.to_string());
                self.act(Action::Print { end: if name == "fprint" { '\n' } else { '\0' }, to })
            }
            "printf" => {
                let format = self.value(word)?.to_string();
                self.act(Action::Printf { format, to: None })
            }
            "fprintf" => {
                let to = Some(self.value(word)?.to_string());
                let format = self.value(word)?.to_string();
                self.act(Action::Printf { format, to })
            }
            "ls" => self.act(Action::List { to: None }),
            "fls" => {
                let to = Some(self.value(word)?.to_string());
                self.act(Action::List { to })
            }
            "prune" => self.act(Action::Prune),
            "quit" => self.act(Action::Quit),
            "delete" => {
                self.prog.depth = true;
                self.act(Action::Delete)
            }
            "exec" | "ok" | "execdir" | "okdir" => {
                let mut argv = Vec::new();
                let ask = name.starts_with("ok");
                loop {
                    let Some(arg) = self.next() else {
                        return problem(if self.cx.busybox() {
                            format!("{word} requires an argument")
                        } else {
                            format!("missing argument to `{word}'")
                        });
                    };
                    let many = arg == "+" && argv.last().is_some_and(|a| a == "{}") && !ask;
                    if arg == ";" || many {
                        if argv.is_empty() {
                            return problem(format!("missing argument to `{word}'"));
                        }
                        if many {
                            argv.pop();
                        }
                        let in_dir = name.ends_with("dir");
                        return self.act(Action::Exec { argv, many, ask, in_dir });
                    }
                    argv.push(arg.to_string());
                }
            }
            _ => self.unknown(word),
        }
    }

    fn regex(&mut self, word: &str, icase: bool) -> Result<(), Problem> {
        let pattern = self.value(word)?;
        let (flavor, text) = match self.flavor {
            Some(flavor) => (flavor, pattern.to_string()),
            None if self.cx.busybox() => (Flavor::GrepBasic, pattern.to_string()),
            None => (Flavor::GrepBasic, from_emacs(pattern)),
        };
        let options = Options { icase, line: true, ..Options::new(flavor, true) };
        match Regex::new(&crate::vfs::text::encode(&text), &options) {
            Ok(regex) => self.test(Test::Regex(regex)),
            Err(e) => problem(format!("failed to compile regular expression '{pattern}': {e}")),
        }
    }

    fn kinds(&mut self, word: &str) -> Result<(), Problem> {
        let list = self.value(word)?;
        let mut kinds = Vec::new();
        for part in list.split(',') {
            match part {
                "f" => kinds.push('-'),
                "b" | "c" | "d" | "p" | "l" | "s" => kinds.extend(part.chars()),
                _ if self.cx.busybox() => {
                    return problem(format!("invalid argument '{list}' to '{word}'"));
                }
                "" => {
                    return problem(format!(
                        "Arguments to {word} should contain at least one letter"
                    ));
                }
                other if other.len() > 1 => {
                    return problem(format!(
                        "Must separate multiple arguments to {word} using: ','"
                    ));
                }
                other => return problem(format!("Unknown argument to {word}: {other}")),
            }
        }
        self.test(Test::Kind { kinds, behind: word == "-xtype" })
    }

    fn size(&mut self, word: &str) -> Result<(), Problem> {
        let text = self.value(word)?;
        let bb = self.cx.busybox();
        let bad = || Problem {
            text: if bb {
                format!("invalid number '{text}'")
            } else {
                format!("invalid -size type `{}'", text.chars().last().unwrap_or(' '))
            },
            usage: false,
        };
        let (digits, unit) = match text.chars().last() {
            Some('c') => (&text[..text.len() - 1], 1),
            Some('w') => (&text[..text.len() - 1], 2),
            Some('b') => (&text[..text.len() - 1], 512),
            Some('k') => (&text[..text.len() - 1], 1 << 10),
            Some('M') => (&text[..text.len() - 1], 1 << 20),
            Some('G') => (&text[..text.len() - 1], 1 << 30),
            Some(c) if c.is_ascii_digit() => (text, 512),
            _ => return Err(bad()),
        };
        let n = Number::parse(digits).filter(|n| n.whole()).ok_or_else(bad)?;
        self.test(Test::Size { n, unit })
    }

    fn owner(&mut self, word: &str) -> Result<(), Problem> {
        let name = self.value(word)?;
        let user = word == "-user";
        let found =
            if user { owner::user_id(&self.cx.p, name) } else { owner::group_id(&self.cx.p, name) };
        let Some(id) = found else {
            let what = if user { "user" } else { "group" };
            if self.cx.busybox() {
                return problem(format!("unknown {what} {name}"));
            }
            return problem(format!(
                "invalid {what} name or {}ID argument to {word}: {}",
                if user { "U" } else { "G" },
                self.cx.ql(name)
            ));
        };
        let n = Number::exact(f64::from(id));
        self.test(if user { Test::Uid(n) } else { Test::Gid(n) })
    }

    fn perm(&mut self, word: &str) -> Result<(), Problem> {
        let text = self.value(word)?;
        let (how, spec) = match text.chars().next() {
            Some('-') => (Compare::All, &text[1..]),
            Some('/') => (Compare::Any, &text[1..]),
            Some('+') if self.cx.busybox() => (Compare::Any, &text[1..]),
            _ => (Compare::Exactly, text),
        };
        let Some(mode) = modes::parse(spec) else {
            return problem(if self.cx.busybox() {
                format!("invalid mode '{text}'")
            } else {
                format!("invalid file mode {}", self.cx.ql(text))
            });
        };
        self.test(Test::Perm { how, mode: mode.apply(0, false, 0) })
    }

    fn newer_xy(&mut self, word: &str) -> Result<(), Problem> {
        let letters = word.as_bytes();
        let (x, y) = (letters[letters.len() - 2], letters[letters.len() - 1]);
        if !matches!(x, b'a' | b'B' | b'c' | b'm') || !matches!(y, b'a' | b'B' | b'c' | b'm' | b't')
        {
            return self.unknown(word);
        }
        let which = Which::letter(x);
        let t = if y == b't' {
            let text = self.value(word)?;
            match when::parse(text, self.cx.p.now()) {
                Some(t) => t,
                None => {
                    return problem(format!(
                        "I cannot figure out how to interpret {} as a date or time",
                        self.cx.ql(text)
                    ));
                }
            }
        } else {
            self.reference(word, Which::letter(y))?
        };
        self.test(Test::Newer { which, t })
    }
}

/// Emacs's syntax, findutils' default, written as grep's: `+` and `?` are operators there.
fn from_emacs(pattern: &str) -> String {
    let mut out = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some(c @ ('+' | '?')) => out.push_str(&format!("[{c}]")),
                Some(c) => out.extend(['\\', c]),
                None => out.push('\\'),
            },
            '+' | '?' => out.extend(['\\', c]),
            '[' => {
                out.push('[');
                let mut first = true;
                while let Some(c) = chars.next() {
                    out.push(c);
                    if c == ']' && !first {
                        break;
                    }
                    first = first && c == '^';
                }
            }
            c => out.push(c),
        }
    }
    out
}
