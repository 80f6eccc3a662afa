//! The sed parser: addresses and commands, with the complaints of GNU sed. The `s` and `y` commands'
//! insides are in parse_subst.rs.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::script::{Addr, Cmd, End, Pattern, Script, Step};
use crate::coreutils::regex::{Flavor, Options, Regex};
use crate::vfs::text;

/// What is wrong, and how many bytes had been read.
pub struct Bad {
    /// In sed's words.
    pub what: String,
    /// The place.
    pub at: usize,
}

pub(super) type Res<T> = Result<T, Bad>;

/// How to read.
#[derive(Clone, Copy)]
pub struct How {
    /// `-E`
    pub extended: bool,
    /// Characters are UTF-8.
    pub utf8: bool,
    /// BusyBox's reading.
    pub busybox: bool,
    /// `--posix`
    pub posix: bool,
}

pub(super) struct Parser<'a> {
    pub(super) src: &'a [u8],
    pub(super) pos: usize,
    pub(super) how: How,
    pub(super) script: Script,
    pub(super) labels: BTreeMap<Vec<u8>, usize>,
    pub(super) jumps: Vec<(usize, Vec<u8>)>,
    pub(super) blocks: Vec<(usize, usize)>,
}

/// Parses a script.
pub fn parse(src: &[u8], how: How) -> Res<Script> {
    let mut p = Parser {
        src,
        pos: 0,
        how,
        script: Script::default(),
        labels: BTreeMap::new(),
        jumps: Vec::new(),
        blocks: Vec::new(),
    };
    // GNU looks at these two characters only.
    if src.starts_with(b"#n") && (!how.busybox || matches!(src.get(2), None | Some(b'\n'))) {
        p.script.quiet = true;
    }
    while p.command()? {}
    if let Some(&(_, at)) = p.blocks.last() {
        let _ = at;
        return Err(Bad { what: "unmatched `{'".into(), at: 0 });
    }
    let end = p.script.steps.len();
    for (i, label) in std::mem::take(&mut p.jumps) {
        let to = match p.labels.get(&label) {
            _ if label.is_empty() => end,
            Some(&to) => to,
            None => {
                let what = format!("can't find label for jump to `{}'", text::decode(&label));
                return Err(Bad { what, at: usize::MAX });
            }
        };
        match &mut p.script.steps[i].cmd {
            Cmd::Branch(t) | Cmd::IfDone(t) | Cmd::IfNotDone(t) => *t = to,
            _ => {}
        }
    }
    Ok(p.script)
}

impl Parser<'_> {
    pub(super) fn fail<T>(&self, what: impl Into<String>) -> Res<T> {
        Err(Bad { what: what.into(), at: self.pos })
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.src.get(self.pos).copied()
    }

    pub(super) fn take(&mut self) -> Option<u8> {
        let c = self.peek()?;
        self.pos += 1;
        Some(c)
    }

    pub(super) fn spaces(&mut self) {
        while self.peek().is_some_and(|c| c.is_ascii_whitespace() && c != b'\n') {
            self.pos += 1;
        }
    }

    pub(super) fn digits(&mut self) -> Option<u64> {
        let mut v = None;
        while let Some(d @ b'0'..=b'9') = self.peek() {
            v = Some(v.unwrap_or(0u64).saturating_mul(10).saturating_add(u64::from(d - b'0')));
            self.pos += 1;
        }
        v
    }

    pub(super) fn regex(&self, src: &[u8], icase: bool, multi: bool) -> Res<Pattern> {
        if src.is_empty() {
            return Ok(Pattern::Last);
        }
        let flavor = if self.how.extended { Flavor::SedExtended } else { Flavor::SedBasic };
        let opts = Options { icase, newline: multi, ..Options::new(flavor, self.how.utf8) };
        match Regex::new(src, &opts) {
            Ok(r) => Ok(Pattern::Re(Rc::new(r))),
            Err(e) if self.how.busybox => {
                self.fail(format!("bad regex '{}': {e}", text::decode(src)))
            }
            Err(e) => self.fail(e.to_string()),
        }
    }

    /// Reads up to the delimiter, which is consumed; `\` and the delimiter become the delimiter, in a
    /// regular expression `\n` stays. `None` if there is no end.
    pub(super) fn delimited(&mut self, delim: u8, regex: bool) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut bracket = false;
        loop {
            let c = self.take()?;
            if regex && bracket && c == b'[' && matches!(self.peek(), Some(b':' | b'.' | b'=')) {
                // The ] of a class name does not end the brackets.
                let rest = &self.src[self.pos..];
                if let Some(n) = rest[1..].windows(2).position(|w| w == [rest[0], b']']) {
                    out.push(c);
                    out.extend_from_slice(&rest[..n + 3]);
                    self.pos += n + 3;
                    continue;
                }
            }
            if regex && bracket && c == b']' {
                bracket = false;
            } else if regex && !bracket && c == b'[' && delim != b'[' {
                bracket = true;
                out.push(c);
                for sign in [b'^', b']'] {
                    if self.peek() == Some(sign) {
                        self.pos += 1;
                        out.push(sign);
                    }
                }
                continue;
            }
            if c == delim && !bracket {
                return Some(out);
            }
            match c {
                b'\n' if regex => return None,
                b'\\' => {
                    let d = self.take()?;
                    if d == delim && d != b'\\' {
                        // A delimiter that is special keeps being plain text: [x] for the odd ones.
                        if regex && matches!(d, b'.' | b'*' | b'[' | b']' | b'^' | b'$') {
                            out.push(b'\\');
                        } else if !regex && d == b'&' {
                            out.push(b'\\');
                        }
                        out.push(d);
                    } else if d == b'n' && regex && delim != b'n' {
                        out.extend_from_slice(b"\\n");
                    } else {
                        out.extend([b'\\', d]);
                    }
                }
                c => out.push(c),
            }
        }
    }

    pub(super) fn address_regex(&mut self) -> Res<Pattern> {
        let delim = match self.take() {
            Some(b'\\') => match self.take() {
                Some(d) if d != b'\n' && d != b'\\' => d,
                _ => return self.fail("unterminated address regex"),
            },
            Some(d) => d,
            None => return self.fail("unterminated address regex"),
        };
        let Some(src) = self.delimited(delim, true) else {
            return self.fail("unterminated address regex");
        };
        let (mut icase, mut multi) = (false, false);
        loop {
            match self.peek() {
                Some(b'I') => icase = true,
                Some(b'M') => multi = true,
                _ => break,
            }
            self.pos += 1;
        }
        self.regex(&src, icase, multi)
    }

    pub(super) fn address(&mut self) -> Res<Option<Addr>> {
        Ok(Some(match self.peek() {
            Some(b'/' | b'\\') => Addr::Match(self.address_regex()?),
            Some(b'$') => {
                self.pos += 1;
                Addr::Last
            }
            Some(b'0'..=b'9') => {
                let n = self.digits().unwrap_or(0);
                self.spaces();
                if self.peek() == Some(b'~') {
                    self.pos += 1;
                    let step = self.digits().unwrap_or(0);
                    Addr::Step(n, step)
                } else if n == 0 {
                    Addr::Zero
                } else {
                    Addr::Line(n)
                }
            }
            Some(b'+' | b'~') => {
                self.pos += 1;
                return self.fail("unexpected `,'");
            }
            _ => return Ok(None),
        }))
    }

    pub(super) fn end_address(&mut self) -> Res<End> {
        match self.peek() {
            Some(c @ (b'+' | b'~')) => {
                self.pos += 1;
                let Some(n) = self.digits() else { return self.fail("expected number") };
                Ok(if c == b'+' { End::Plus(n) } else { End::Multiple(n) })
            }
            _ => Ok(match self.address()? {
                Some(Addr::Line(n)) => End::Line(n),
                Some(Addr::Zero) => End::Line(0),
                Some(Addr::Step(n, step)) => {
                    let _ = step;
                    End::Line(n)
                }
                Some(Addr::Last) => End::Last,
                Some(Addr::Match(p)) => End::Match(p),
                None => {
                    self.take();
                    return self.fail("unexpected `,'");
                }
            }),
        }
    }

    /// Reads one command; false at the end.
    pub(super) fn command(&mut self) -> Res<bool> {
        while self.peek().is_some_and(|c| c.is_ascii_whitespace() || c == b';') {
            self.pos += 1;
        }
        let Some(first) = self.peek() else { return Ok(false) };
        if matches!(first, b'+' | b'~') {
            self.pos += 2;
            return self.fail("invalid usage of +N or ~N as first address");
        }
        if first == b',' {
            self.pos += 1;
            return self.fail("unexpected `,'");
        }
        let from = self.address()?;
        let mut to = None;
        if from.is_some() {
            self.spaces();
            if self.peek() == Some(b',') {
                self.pos += 1;
                self.spaces();
                to = Some(self.end_address()?);
            }
        }
        if matches!(from, Some(Addr::Zero))
            && (!matches!(to, Some(End::Match(_))) || self.how.posix)
        {
            self.pos += 1;
            return self.fail("invalid usage of line address 0");
        }
        self.spaces();
        let mut negated = false;
        while self.peek() == Some(b'!') {
            self.pos += 1;
            if negated {
                return self.fail("multiple `!'s");
            }
            negated = true;
            self.spaces();
        }
        let Some(c) = self.take() else { return self.fail("missing command") };
        let count = usize::from(from.is_some()) + usize::from(to.is_some());
        let cmd = self.body(c, count)?;
        if let Some(cmd) = cmd {
            if let Cmd::Block(_) = cmd {
                self.blocks.push((self.script.steps.len(), self.pos));
            }
            self.script.steps.push(Step { from, to, negated, cmd });
        }
        Ok(true)
    }
}
