//! The sed parser: commands and their arguments.

use super::parse::{Parser, Res};
use super::script::Cmd;
use crate::vfs::text;
use std::rc::Rc;

impl Parser<'_> {
    /// What follows a command that takes no argument.
    pub(super) fn end_of_command(&mut self) -> Res<()> {
        self.spaces();
        match self.peek() {
            None | Some(b'}' | b'#') => Ok(()),
            Some(b';' | b'\n') => {
                self.pos += 1;
                Ok(())
            }
            Some(_) => {
                self.pos += 1;
                self.fail("extra characters after command")
            }
        }
    }

    pub(super) fn label(&mut self) -> Vec<u8> {
        self.spaces();
        let begin = self.pos;
        while self.peek().is_some_and(|c| !c.is_ascii_whitespace() && c != b';') {
            // BusyBox and GNU take `}` as the end of a label only after `;`.
            self.pos += 1;
        }
        self.src[begin..self.pos].to_vec()
    }

    /// What is left of the line.
    fn line(&mut self) -> Vec<u8> {
        self.spaces();
        let begin = self.pos;
        while self.peek().is_some_and(|c| c != b'\n') {
            self.pos += 1;
        }
        self.src[begin..self.pos].to_vec()
    }

    pub(super) fn file_name(&mut self) -> Res<String> {
        let name = self.line();
        if name.is_empty() {
            return self.fail("missing filename in r/R/w/W commands");
        }
        Ok(text::decode_owned(name))
    }

    pub(super) fn output_file(&mut self) -> Res<usize> {
        let name = self.file_name()?;
        let files = &mut self.script.files;
        Ok(match files.iter().position(|f| *f == name) {
            Some(i) => i,
            None => {
                files.push(name);
                files.len() - 1
            }
        })
    }

    pub(super) fn jump(&mut self, cmd: Cmd) -> Res<Option<Cmd>> {
        let label = self.label();
        self.jumps.push((self.script.steps.len(), label));
        self.end_of_command()?;
        Ok(Some(cmd))
    }

    pub(super) fn plain(&mut self, cmd: Cmd) -> Res<Option<Cmd>> {
        self.end_of_command()?;
        Ok(Some(cmd))
    }

    pub(super) fn one_address(&self, count: usize) -> Res<()> {
        if count > 1 { self.fail("command only uses one address") } else { Ok(()) }
    }

    pub(super) fn body(&mut self, c: u8, count: usize) -> Res<Option<Cmd>> {
        match c {
            b'#' => {
                if count > 0 {
                    return self.fail("comments don't accept any addresses");
                }
                while self.peek().is_some_and(|c| c != b'\n') {
                    self.pos += 1;
                }
                Ok(None)
            }
            b'{' => Ok(Some(Cmd::Block(0))),
            b'}' => {
                let Some((open, _)) = self.blocks.pop() else {
                    // BusyBox lets one too many pass.
                    if self.how.busybox {
                        return Ok(Some(Cmd::Nothing));
                    }
                    return self.fail("unexpected `}'");
                };
                if count > 0 {
                    return self.fail("} doesn't want any addresses");
                }
                self.end_of_command()?;
                let end = self.script.steps.len();
                self.script.steps[open].cmd = Cmd::Block(end);
                Ok(Some(Cmd::Nothing))
            }
            b':' => {
                if count > 0 {
                    return self.fail(": doesn't want any addresses");
                }
                let label = self.label();
                if label.is_empty() {
                    return self.fail("\":\" lacks a label");
                }
                self.labels.insert(label, self.script.steps.len());
                Ok(None)
            }
            b'=' => self.plain(Cmd::Number),
            b'a' | b'i' | b'c' => {
                let text = Rc::new(self.text()?);
                Ok(Some(match c {
                    b'a' => Cmd::Append(text),
                    b'i' => Cmd::Insert(text),
                    _ => Cmd::Change(text),
                }))
            }
            b'b' => self.jump(Cmd::Branch(0)),
            b't' => self.jump(Cmd::IfDone(0)),
            b'T' => self.jump(Cmd::IfNotDone(0)),
            b'd' => self.plain(Cmd::Delete),
            b'D' => self.plain(Cmd::DeleteLine),
            b'F' => self.plain(Cmd::FileName),
            b'g' => self.plain(Cmd::Get),
            b'G' => self.plain(Cmd::GetMore),
            b'h' => self.plain(Cmd::Hold),
            b'H' => self.plain(Cmd::HoldMore),
            b'x' => self.plain(Cmd::Exchange),
            b'n' => self.plain(Cmd::Next),
            b'N' => self.plain(Cmd::NextMore),
            b'p' => self.plain(Cmd::Print),
            b'P' => self.plain(Cmd::PrintLine),
            b'z' => self.plain(Cmd::Zap),
            b'l' => {
                self.spaces();
                let n = self.digits().map(|n| n.min(1 << 20) as usize);
                self.plain(Cmd::List(n))
            }
            b'q' | b'Q' => {
                self.one_address(count)?;
                self.spaces();
                let n = self.digits().unwrap_or(0) as i32 & 0xFF;
                self.plain(if c == b'q' { Cmd::Quit(n) } else { Cmd::QuitSilently(n) })
            }
            b'r' => Ok(Some(Cmd::Read(self.file_name()?))),
            b'R' => {
                let name = self.file_name()?;
                let list = &mut self.script.sources;
                let i = match list.iter().position(|f| *f == name) {
                    Some(i) => i,
                    None => {
                        list.push(name);
                        list.len() - 1
                    }
                };
                Ok(Some(Cmd::ReadLine(i)))
            }
            b'w' => Ok(Some(Cmd::Write(self.output_file()?))),
            b'W' => Ok(Some(Cmd::WriteLine(self.output_file()?))),
            b's' => Ok(Some(Cmd::Subst(Box::new(self.subst()?)))),
            b'y' => {
                let t = self.translate()?;
                self.plain(Cmd::Translate(Box::new(t)))
            }
            b'e' if !self.how.busybox => {
                let command = self.line();
                Ok(Some(Cmd::Execute((!command.is_empty()).then_some(command))))
            }
            b'v' => {
                self.label();
                self.end_of_command()?;
                Ok(None)
            }
            b'\n' | b';' => self.fail("missing command"),
            c => {
                let shown = text::decode(&[c]).into_owned();
                self.fail(format!("unknown command: `{shown}'"))
            }
        }
    }

    /// The text of a, i and c, with its newline.
    pub(super) fn text(&mut self) -> Res<Vec<u8>> {
        self.spaces();
        let expected = "expected \\ after `a', `c' or `i'";
        let mut out = Vec::new();
        match self.peek() {
            None if self.how.busybox => return Ok(b"\n".to_vec()),
            None => return self.fail(expected),
            Some(b'\\') => {
                self.pos += 1;
                let after = self.pos;
                self.spaces();
                match self.peek() {
                    Some(b'\n') => self.pos += 1,
                    None => return Ok(out),
                    // `a\text`: the text begins here, blanks and all.
                    Some(_) => self.pos = after,
                }
            }
            Some(b'\n') if !self.how.busybox => return self.fail(expected),
            Some(_) => {}
        }
        loop {
            match self.take() {
                None | Some(b'\n') => break,
                Some(b'\\') => match self.take() {
                    None => break,
                    Some(b't') => out.push(b'\t'),
                    Some(b'n') => out.push(b'\n'),
                    Some(b'r') => out.push(b'\r'),
                    Some(b'f') => out.push(12),
                    Some(b'v') => out.push(11),
                    Some(b'a') => out.push(7),
                    Some(c) => out.push(c),
                },
                Some(c) => out.push(c),
            }
        }
        out.push(b'\n');
        Ok(out)
    }
}
