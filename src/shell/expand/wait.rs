//! Expansions that have to wait for another process: `$(..)`, `<(..)`, and whatever has one inside.
//! The rest of a word goes through the plain code of `expand`.

use super::param::Given;
use super::{Context, Fields, Mode};
use crate::kernel::{WaitFlags, WaitStatus};
use crate::shell::brace::Piece;
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Boxed, Res, Shell, Stop};
use crate::shell::syntax::ast::{
    ArithText, CommandSub, Kind, List, Op, Param, ParamName, Part, RedirectOp, Subscript, Word,
    part_waits,
};
use crate::vfs::{Errno, OpenFlags, text};
use std::rc::Rc;

impl Shell {
    /// Expands a word to fields, waiting where it has to.
    pub(crate) async fn expand_wait(&mut self, word: &Word, out: &mut Vec<String>) -> Res<()> {
        if !word.waits {
            let n = out.len();
            return self
                .late(|sh| {
                    out.truncate(n);
                    sh.expand_into(word, out)
                })
                .await;
        }
        if word.brace
            && self.braces()
            && let Some(words) = self.brace_words(word)?
        {
            for pieces in words {
                let mut f = self.fields(Mode::Fields, true);
                for (i, p) in pieces.iter().enumerate() {
                    let (first, last) = (i == 0, i + 1 == pieces.len());
                    match p {
                        Piece::Text(s) => {
                            self.literal_into(s, first, last, Context::default(), &mut f);
                        }
                        Piece::Part(p) => self.part_wait(p, Context::default(), &mut f).await?,
                        Piece::Name(n) => self.name_into(n, &mut f)?,
                    }
                }
                self.finish_fields(f, out)?;
            }
            return Ok(());
        }
        let mut f = self.fields(Mode::Fields, word.active);
        self.parts_wait(&word.parts, Context::default(), &mut f).await?;
        self.finish_fields(f, out)
    }

    /// Expands a word to one text.
    pub(crate) async fn text_wait(
        &mut self,
        word: &Word,
        mode: Mode,
        assignment: bool,
    ) -> Res<String> {
        if !word.waits {
            return self
                .late(|sh| match mode {
                    Mode::Text if assignment => sh.expand_assigned(word),
                    Mode::Text => sh.expand_text(word),
                    _ => sh.expand_mode(word, mode, assignment),
                })
                .await;
        }
        let mut f = self.fields(mode, false);
        f.assignment = assignment;
        self.parts_wait(&word.parts, Context::default(), &mut f).await?;
        self.whole(f)
    }

    /// The text of an arithmetic expression.
    pub(crate) async fn arith_text_wait(&mut self, word: &Word) -> Res<String> {
        let mut f = self.fields(Mode::Text, false);
        self.parts_wait(&word.parts, Context { quoted: true, operand: false }, &mut f).await?;
        self.whole(f)
    }

    /// Evaluates an arithmetic expression.
    pub(crate) async fn arith_wait(&mut self, a: &ArithText) -> Res<i64> {
        if !a.word.waits {
            return self.late(|sh| sh.arith(a)).await;
        }
        let text = self.arith_text_wait(&a.word).await?;
        self.late(|sh| sh.arith_value(a, &text)).await
    }

    fn parts_wait<'a>(
        &'a mut self,
        parts: &'a [Part],
        c: Context,
        f: &'a mut Fields,
    ) -> Boxed<'a, Res<()>> {
        Box::pin(async move {
            for (i, p) in parts.iter().enumerate() {
                match p {
                    Part::Lit(s) if !c.quoted => {
                        self.literal_into(s, i == 0, i + 1 == parts.len(), c, f);
                    }
                    p => self.part_wait(p, c, f).await?,
                }
            }
            Ok(())
        })
    }

    async fn part_wait(&mut self, part: &Part, c: Context, f: &mut Fields) -> Res<()> {
        if !part_waits(part) {
            return self.late(|sh| sh.part_into(part, c, f)).await;
        }
        match part {
            Part::Double(inner) => {
                self.parts_wait(inner, Context { quoted: true, operand: false }, f).await
            }
            Part::Command(sub) => {
                let value = self.command_sub(sub).await?;
                f.push_value(&value, c.quoted);
                Ok(())
            }
            Part::Process(input, list) => {
                self.room_to_fork().await?;
                let path = self.process_sub(*input, list)?;
                f.push(&path, true);
                Ok(())
            }
            Part::Arith(a) => {
                let n = self.arith_wait(a).await?;
                f.push_value(&n.to_string(), c.quoted);
                Ok(())
            }
            Part::Param(p) => self.param_wait(p, c, f).await,
            Part::Lit(_) | Part::Quoted(_) => self.part_into(part, c, f),
        }
    }

    /// A parameter whose operands wait: those that are used are expanded first.
    async fn param_wait(&mut self, p: &Param, c: Context, f: &mut Fields) -> Res<()> {
        let mut given = Given::default();
        if let Some(Subscript::Index(w)) = &p.subscript
            && w.waits
        {
            let assoc = match &p.name {
                ParamName::Var(n) => self.is_assoc(n),
                _ => false,
            };
            given.subscript = Some(if assoc {
                self.text_wait(w, Mode::Text, false).await?
            } else {
                self.arith_text_wait(w).await?
            });
        }
        match &p.op {
            Op::Default { kind, word, .. } if word.waits => {
                if !self.default_needed(p, given.subscript.clone())? {
                    return self.param_into(p, c, f, given);
                }
                let c = Context { operand: true, ..c };
                if matches!(kind, b'-' | b'+') {
                    if c.quoted {
                        f.push("", true);
                    }
                    return self.parts_wait(&word.parts, c, f).await;
                }
                let mut t = self.fields(Mode::Text, false);
                self.parts_wait(&word.parts, c, &mut t).await?;
                given.first = Some(self.whole(t)?);
            }
            Op::Trim { pattern, .. } | Op::Case { pattern, .. } if pattern.waits => {
                given.first = Some(self.text_wait(pattern, Mode::Pattern, false).await?);
            }
            Op::Replace { pattern, with, .. } => {
                given.first = Some(self.text_wait(pattern, Mode::Pattern, false).await?);
                if let Some(w) = with {
                    given.second = Some(self.text_wait(w, self.replacement_mode(), false).await?);
                }
            }
            Op::Slice { offset, length } => {
                given.first = Some(self.arith_text_wait(&offset.word).await?);
                if let Some(l) = length {
                    given.second = Some(self.arith_text_wait(&l.word).await?);
                }
            }
            _ => {}
        }
        self.param_into(p, c, f, given)
    }

    /// Whether a name is an associative array.
    pub(crate) fn is_assoc(&self, name: &str) -> bool {
        let Ok(place) = self.resolve(name) else { return false };
        self.vars.get(&place.name).is_some_and(crate::shell::vars::Var::is_assoc)
    }

    /// `$(..)`: what the commands write, newlines at the end taken off.
    pub(super) async fn command_sub(&mut self, sub: &CommandSub) -> Res<String> {
        if let Some(word) = only_input(&sub.list).filter(|_| self.bash()) {
            return self.file_sub(word).await;
        }
        if let Some(e) = &sub.error {
            self.syntax_error(e, crate::shell::exec::Origin::Main);
            self.status = 2;
            return Ok(String::new());
        }
        self.flush().await;
        self.room_to_fork().await?;
        let (r, w) = match self.p.pipe() {
            Ok(ends) => ends,
            Err(e) => {
                self.error(&format!("cannot make pipe for command substitution: {e}"));
                return Err(Stop::Discard(1));
            }
        };
        let mut child = self.clone();
        let list = sub.list.clone();
        let forked = self.p.fork(move |p| async move {
            let jobs = child.jobs.listed();
            child.enter_subshell(p);
            child.jobs = jobs;
            child.traced += 1;
            let _ = child.p.close(r);
            if w != 1 {
                let _ = child.p.dup2(w, 1);
                let _ = child.p.close(w);
            }
            if child.bash() && !child.shopt(Shopt::InheritErrExit) && !child.on(Opt::Posix) {
                child.opts.put(Opt::ErrExit, false);
            }
            child.run_child_list(list).await
        });
        let _ = self.p.close(w);
        let pid = match forked {
            Ok(pid) => pid,
            Err(e) => {
                let _ = self.p.close(r);
                self.error(&format!("fork: {e}"));
                return Err(Stop::Discard(254));
            }
        };
        let mut bytes = Vec::new();
        loop {
            match self.p.read_on(r, 1 << 16).await {
                Ok(b) if b.is_empty() => break,
                Ok(b) => {
                    bytes.extend_from_slice(&b);
                    self.read_room(bytes.len())?;
                }
                Err(Errno::EINTR) => self.run_pending_traps().await?,
                Err(_) => break,
            }
        }
        let _ = self.p.close(r);
        let end = self.wait_trapping(pid, WaitFlags::default()).await?;
        if let WaitStatus::Signaled(signal) = end
            && !self.bash()
        {
            self.report_signal(pid, signal, "");
        }
        let status = end.code();
        self.status = status;
        self.sub_status = Some(status);
        if self.interactive && status == 130 {
            // The signal came to the shell as well.
            self.run_pending_traps().await?;
            if self.subshell == 0 {
                self.complain("\n");
                self.flush().await;
            }
            return Err(Stop::Discard(130));
        }
        Ok(self.trimmed(bytes))
    }

    /// `$(<file)`
    async fn file_sub(&mut self, word: &Word) -> Res<String> {
        let path = Box::pin(self.text_wait(word, Mode::Text, false)).await?;
        let fd = match self.p.open(&path, OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) => {
                self.error(&format!("{path}: {e}"));
                self.sub_status = Some(1);
                self.status = 1;
                return Ok(String::new());
            }
        };
        let mut bytes = Vec::new();
        loop {
            match self.p.read_on(fd, 1 << 16).await {
                Ok(b) if b.is_empty() => break,
                Ok(b) => {
                    bytes.extend_from_slice(&b);
                    self.read_room(bytes.len())?;
                }
                Err(e) => {
                    self.error(&format!("{path}: {e}"));
                    break;
                }
            }
        }
        let _ = self.p.close(fd);
        self.sub_status = Some(0);
        self.status = 0;
        Ok(self.trimmed(bytes))
    }

    /// `<(..)` and `>(..)`: the path of a pipe to the commands, open until the command has run.
    pub(super) fn process_sub(&mut self, input: bool, list: &Rc<List>) -> Res<String> {
        let fail = |sh: &mut Shell, e| {
            sh.error(&format!("cannot make pipe for process substitution: {e}"));
            Stop::Discard(1)
        };
        let (r, w) = self.p.pipe().map_err(|e| fail(self, e))?;
        let (mine, theirs) = if input { (r, w) } else { (w, r) };
        // bash takes high numbers, from 63 down.
        let used = self.p.fds();
        let free = (10..64).rev().find(|n| !used.contains(n));
        let mine = match free {
            Some(n) => {
                let moved = self.p.dup2(mine, n).map_err(|e| fail(self, e))?;
                let _ = self.p.close(mine);
                moved
            }
            None => mine,
        };
        let mut child = self.clone();
        let list = list.clone();
        let out = std::mem::take(&mut child.out);
        drop(out);
        let forked = self.p.fork(move |p| async move {
            child.enter_subshell(p);
            let _ = child.p.close(mine);
            let to = i32::from(input);
            let _ = child.p.dup2(theirs, to);
            let _ = child.p.close(theirs);
            child.process_subs.clear();
            child.run_child_list(list).await
        });
        let _ = self.p.close(theirs);
        match forked {
            Ok(pid) => {
                self.last_background = Some(pid);
                self.jobs.note_loose(pid);
            }
            Err(e) => return Err(fail(self, e)),
        }
        self.process_subs.push(mine);
        Ok(format!("/dev/fd/{mine}"))
    }
}

/// The target of `$(<file)`.
fn only_input(list: &List) -> Option<&Word> {
    let [item] = list.items.as_slice() else { return None };
    let [command] = item.and_or.first.commands.as_slice() else { return None };
    if item.background || !item.and_or.rest.is_empty() || item.and_or.first.negate {
        return None;
    }
    match (&command.kind, command.redirects.as_slice()) {
        (Kind::Simple(s), [r])
            if s.args.is_empty()
                && s.assigns.is_empty()
                && r.op == RedirectOp::In
                && r.fd == crate::shell::syntax::ast::RedirectFd::Default =>
        {
            Some(&r.target)
        }
        _ => None,
    }
}

/// Output as a value: no NULs, no newlines at the end.
impl Shell {
    /// What a command substitution makes of the bytes that came.
    fn trimmed(&mut self, mut bytes: Vec<u8>) -> String {
        if self.bash() && bytes.contains(&0) {
            self.error("warning: command substitution: ignored null byte in input");
        }
        bytes.retain(|b| *b != 0);
        while bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        text::decode_owned(bytes)
    }
}
