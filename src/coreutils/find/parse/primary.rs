//! Tests and actions by their names, with their arguments.

use crate::coreutils::fs::modes;
use crate::coreutils::fs::owner;
use crate::coreutils::regex::{Flavor, Options, Regex};
use crate::coreutils::time::{self, Zone};
use crate::vfs::text;

use super::super::act::Action;
use super::super::test::{Compare, Number, Test, Which};
use super::regextype::{REGEX_TYPES, from_emacs};
use super::{Parser, Problem, problem};

impl<'a> Parser<'a> {
    pub(super) fn primary(&mut self, word: &'a str) -> Result<(), Problem> {
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
                        let all: Vec<String> = REGEX_TYPES.iter().map(|t| self.cx.ql(t)).collect();
                        return problem(format!(
                            "Unknown regular expression type {}; valid types are {}.",
                            self.cx.ql(other),
                            all.join(", ")
                        ));
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
            "files0-from" if !bb => {
                self.prog.from = Some(self.value(word)?.to_string());
                self.test(Test::True)
            }
            "depth" | "d" => {
                self.depth_asked = true;
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
            "prune" => {
                self.prunes = true;
                self.act(Action::Prune)
            }
            "quit" => self.act(Action::Quit),
            "delete" => {
                self.prog.depth = true;
                self.deletes = true;
                self.act(Action::Delete)
            }
            "exec" | "ok" | "execdir" | "okdir" => {
                let mut argv: Vec<String> = Vec::new();
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
                            if argv.iter().any(|a| a.contains("{}")) && !self.cx.busybox() {
                                return problem(format!(
                                    "Only one instance of {{}} is supported with {word} ... +"
                                ));
                            }
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
        match Regex::new(&text::encode(&text), &options) {
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
            } else if text.ends_with(['b', 'c', 'w', 'k', 'M', 'G']) {
                format!("Invalid argument `{text}' to -size")
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
        if bb {
            // BusyBox counts bytes, and rounds nothing.
            return self.test(Test::Size { n: n.times(unit as f64), unit: 1 });
        }
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
        // The old form of `/MODE`, which is no longer taken.
        let old = !self.cx.busybox()
            && text.strip_prefix('+').is_some_and(|m| m.bytes().all(|b| b.is_ascii_digit()));
        let Some(mode) = modes::parse(spec).filter(|_| !old) else {
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
            if self.cx.busybox() {
                return self.unknown(word);
            }
            return problem(format!("invalid predicate `{word}'"));
        }
        let which = Which::letter(x);
        let t = if y == b't' {
            let text = self.value(word)?;
            match time::parse(text, self.cx.p.now(), &Zone::of(&self.cx.p)) {
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
